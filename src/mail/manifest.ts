/** Mails and letters: posted by acts, sent by a job, with what became of each. */
import { chooseReminders, recordBounce, resendMail } from "./acts.ts";
import { countLetters, listLetters, noteLetterSent, printLetters } from "./letter-acts.ts";
import { letterEntries, letterPages } from "./pages/letters.ts";
import { officeMailEntries, officeMailPages } from "./pages/office.ts";
import { mailSender } from "./send.ts";
import { listMails, myMails, myReminders, openMail, seeUnreached } from "./views.ts";

export const manifest = {
  name: "mail",
  acts: [recordBounce, noteLetterSent, resendMail, chooseReminders],
  views: [myMails, myReminders, listMails, seeUnreached, openMail, listLetters, countLetters, printLetters],
  pages: [...officeMailPages, ...letterPages],
  jobs: [mailSender],
  entries: [officeMailEntries, letterEntries],
};
