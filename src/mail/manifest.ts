/** Mails and letters: posted by acts, sent by a job, with what became of each. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import * as letterActs from "./letter-acts.ts";
import { letterEntries, letterPages } from "./pages/letters.ts";
import { officeMailEntries, officeMailPages } from "./pages/office.ts";
import { returnedMinePart } from "./pages/mine.ts";
import { mailsPart } from "./pages/person.ts";
import { mailSender } from "./send.ts";
import * as views from "./views.ts";
import { lettersCalled, mailWaits } from "./waits.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "mail",
  acts: actsIn(acts, letterActs),
  views: viewsIn(views, letterActs),
  pages: [...officeMailPages, ...letterPages],
  person: [mailsPart],
  mine: returnedMinePart,
  jobs: [mailSender],
  workEntries: [officeMailEntries, letterEntries],
  waits: mailWaits,
  called: { letter: lettersCalled },
  menu: menuOf([
    { to: "/courriels", label: { fr: "Courriels", en: "Mails" }, may: "see the mail", group: "house" },
    { to: "/lettres", label: { fr: "Lettres", en: "Letters" }, may: "see the letters", group: "house" },
  ]),
};
