/** The pages of the public check, in order. */
import type { Page } from "../../page/page.ts";
import { answerPdf, keptPdf } from "./answer-pdf.ts";
import { settledAt } from "./check.ts";
import { deleteAskPage, deletedPage, keepPage, keptPage, openedPage, reopenPage } from "./kept.ts";
import { corpsStep, waiverStep } from "./other-steps.ts";
import { periods } from "./period-steps.ts";
import { resultPage } from "./result.ts";
import { eraseAskPage, erasePage, startPage } from "./start.ts";
import { JOURNEYS } from "./journeys.ts";
import { stepPage } from "./step.ts";
import { titles } from "./title-steps.ts";

export const admissionPages: readonly Page[] = [
  startPage,
  ...titles.pages(JOURNEYS.candidater, settledAt),
  ...periods.pages(JOURNEYS.candidater, settledAt),
  stepPage(JOURNEYS.candidater, corpsStep, settledAt),
  stepPage(JOURNEYS.candidater, waiverStep, settledAt),
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
