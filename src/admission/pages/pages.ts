/** The pages of admission, in the order in which a person meets them. */
import type { Page } from "../../web/page.ts";
import { answerPdf, keptPdf } from "./answer-pdf.ts";
import { checkPage } from "./check.ts";
import { deletedPage, keepPage, keptPage, openedPage, reopenPage } from "./kept.ts";
import { corpsStep, waiverStep } from "./other-steps.ts";
import { periodList, periodStep, removePeriod } from "./period-steps.ts";
import { resultPage } from "./result.ts";
import { erasePage, startPage } from "./start.ts";
import { stepPage } from "./step.ts";
import { titlePages } from "./title-steps.ts";

export const admissionPages: readonly Page[] = [
  startPage,
  ...titlePages("candidater"),
  stepPage("candidater", periodList),
  stepPage("candidater", periodStep),
  stepPage("candidater", removePeriod),
  stepPage("candidater", corpsStep),
  stepPage("candidater", waiverStep),
  checkPage,
  resultPage,
  answerPdf,
  keepPage("candidater"),
  keptPage("candidater"),
  erasePage,
  reopenPage,
  openedPage,
  keptPdf,
  deletedPage,
];
