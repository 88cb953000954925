/** The pages of the public check, in order. */
import type { Page } from "../../page/page.ts";
import { answerPdf, keptPdf } from "./answer-pdf.ts";
import { checkPage, settledAt } from "./check.ts";
import { deleteAskPage, deletedPage, keepPage, keptPage, openedPage, reopenPage } from "./kept.ts";
import { corpsStep, waiverStep } from "./other-steps.ts";
import { periodList, periodStep, removePeriod } from "./period-steps.ts";
import { resultPage } from "./result.ts";
import { eraseAskPage, erasePage, startPage } from "./start.ts";
import { JOURNEYS } from "./journeys.ts";
import { stepPage } from "./step.ts";
import { titlePages } from "./title-steps.ts";

export const admissionPages: readonly Page[] = [
  startPage,
  ...titlePages(JOURNEYS.candidater, settledAt),
  stepPage(JOURNEYS.candidater, periodList, settledAt),
  stepPage(JOURNEYS.candidater, periodStep, settledAt),
  stepPage(JOURNEYS.candidater, removePeriod, settledAt),
  stepPage(JOURNEYS.candidater, corpsStep, settledAt),
  stepPage(JOURNEYS.candidater, waiverStep, settledAt),
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
