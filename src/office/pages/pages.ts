/** The pages of the office. */
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import type { WorkEntries, Page } from "../../page/page.ts";
import { seeToLookAt } from "../views.ts";
import { officeWords } from "../words.ts";
import { activityPage } from "./activity.ts";
import { askPage } from "./ask.ts";
import { daysPage } from "./days.ts";
import { officeDossierPage } from "./dossier.ts";
import { officeReceipt, officeReceiptPdf } from "./receipt.ts";
import { people } from "../persons/pages/people.ts";
import { personWords } from "../persons/words.ts";
import { togetherPage } from "./together.ts";
import { queueExport, queuePage } from "./queue.ts";

export const officePages: readonly Page[] = [
  queuePage,
  queueExport,
  togetherPage,
  officeDossierPage,
  officeReceipt,
  officeReceiptPdf,
  askPage,
  daysPage,
  activityPage,
];

/** The office's account entry for staff. */
export const officeEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, "see the dossiers")) return [];
  const { entry, entryWhy, entryWaiting } = officeWords(visit.lang);
  const { count } = (await see(visit, seeToLookAt, {})) ?? { count: 0 };
  const waiting = count > 0 ? entryWaiting(count) : undefined;
  const { title, lead } = personWords[visit.lang].find;
  return [
    { to: "/dossiers", label: entry, why: entryWhy, waiting },
    { to: people.to(), label: title, why: lead },
  ];
};
