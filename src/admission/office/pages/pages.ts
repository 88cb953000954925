/** The pages of the office. */
import { may } from "../../../people/rules/permissions.ts";
import type { AccountEntries, Page } from "../../../web/page.ts";
import { officeWords } from "../words.ts";
import { activityPage } from "./activity.ts";
import { askPage } from "./ask.ts";
import { officeDossierPage } from "./dossier.ts";
import { officeReceipt, officeReceiptPdf } from "./receipt.ts";
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
  activityPage,
];

/** What the office puts in the account of whoever works there. */
export const officeEntries: AccountEntries = ({ lang, actor }) => {
  const { entry, entryWhy } = officeWords(lang);
  return may(actor, "see the dossiers") ? [{ part: "work", to: "/dossiers", label: entry, why: entryWhy }] : [];
};
