/** The record: audit chain and proof, files, mails and jobs. */
import { keepLawFile } from "./acts.ts";
import { bearDemo, showDemoPeople } from "./birth/acts.ts";
import { makeCheckpoint } from "./checkpoint-acts.ts";
import { acceptClock } from "./clock/acts.ts";
import { expireUpload, noteClean, setFileAside } from "./files/acts.ts";
import { dropUploads } from "./files/duties.ts";
import { dropOrphan } from "./files/orphans.ts";
import { filePage } from "./files/pages/file.ts";
import { bytesRemover, bytesSearcher } from "./files/work.ts";
import { chooseReminders, recordBounce, resendMail } from "./mail/acts.ts";
import { countLetters, listLetters, noteLetterSent, printLetters } from "./mail/letter-acts.ts";
import { letterEntries, letterPages } from "./mail/pages/letters.ts";
import { officeMailEntries, officeMailPages } from "./mail/pages/office.ts";
import { mailSender } from "./mail/send.ts";
import { listMails, myMails, myReminders, openMail, seeUnreached } from "./mail/views.ts";
import { sealOpenings } from "./openings/acts.ts";
import { keepTimestamp } from "./timestamp-acts.ts";

export const manifest = {
  name: "record",
  acts: [
    keepLawFile,
    bearDemo,
    showDemoPeople,
    sealOpenings,
    makeCheckpoint,
    acceptClock,
    keepTimestamp,
    expireUpload,
    dropOrphan,
    noteClean,
    setFileAside,
    recordBounce,
    noteLetterSent,
    resendMail,
    chooseReminders,
  ],
  views: [myMails, myReminders, listMails, seeUnreached, openMail, listLetters, countLetters, printLetters],
  pages: [filePage, ...officeMailPages, ...letterPages],
  duties: [dropUploads],
  jobs: [mailSender, bytesRemover, bytesSearcher],
  entries: [officeMailEntries, letterEntries],
  /** Tables without rows about an account, and the reason for each. */
  heldOtherwise: {
    "the record itself, which holds no value":
      "audit_chain audit_record attempt checkpoint checkpoint_head checkpoint_timestamp timestamp_failure law_file migration job",
    "when the calendar last ran, which is about nobody": "clock_mark",
    "whether the deployment is a demonstration, and its invented people": "birth",
  },
};
