/** The pages of admission, in the order in which a person meets them. */
import type { Page } from "../../page/page.ts";
import { answerPdf, keptPdf } from "./answer-pdf.ts";
import { checkPage, settledAt } from "./check.ts";
import { deleteAskPage, deletedPage, keepPage, keptPage, openedPage, reopenPage } from "./kept.ts";
import { corpsStep, waiverStep } from "./other-steps.ts";
import { periodList, periodStep, removePeriod } from "./period-steps.ts";
import { resultPage } from "./result.ts";
import { eraseAskPage, erasePage, startPage } from "./start.ts";
import { stepPage } from "./step.ts";
import { titlePages } from "./title-steps.ts";

export const admissionPages: readonly Page[] = [
  startPage,
  ...titlePages("candidater", settledAt),
  stepPage("candidater", periodList, settledAt),
  stepPage("candidater", periodStep, settledAt),
  stepPage("candidater", removePeriod, settledAt),
  stepPage("candidater", corpsStep, settledAt),
  stepPage("candidater", waiverStep, settledAt),
  checkPage,
  resultPage,
  answerPdf,
  keepPage("candidater"),
  keptPage("candidater"),
  eraseAskPage,
  erasePage,
  reopenPage,
  openedPage,
  keptPdf,
  deleteAskPage,
  deletedPage,
];
