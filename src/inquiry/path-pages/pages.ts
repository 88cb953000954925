/** The pages of the path and its price, in the order in which a person meets them. */
import { keepPage, keptPage } from "../pages/kept.ts";
import { stepPage } from "../pages/step.ts";
import { titlePages } from "../pages/title-steps.ts";
import { fundingStep, trackStep } from "../price-pages/funding-steps.ts";
import { requestsStep } from "../price-pages/request-steps.ts";
import type { Page } from "../../page/page.ts";
import { dossierPath } from "./dossier-path.ts";
import { pathwayPdf, pathwayResult, pathwayStart } from "./pathway.ts";
import { declinedStep, grantsStep, heldStep } from "./plan-steps.ts";

export const pathwayPages: readonly Page[] = [
  pathwayStart,
  ...titlePages("parcours"),
  stepPage("parcours", trackStep),
  stepPage("parcours", heldStep),
  stepPage("parcours", grantsStep),
  stepPage("parcours", declinedStep),
  stepPage("parcours", fundingStep),
  pathwayResult,
  pathwayPdf,
  keepPage("parcours"),
  keptPage("parcours"),
];

/** The same questions, asked in a dossier. */
export const dossierPlanPages: readonly Page[] = [
  dossierPath,
  stepPage("dossier", trackStep),
  stepPage("dossier", heldStep),
  stepPage("dossier", grantsStep),
  stepPage("dossier", declinedStep),
  stepPage("dossier", fundingStep),
  stepPage("dossier", requestsStep),
];
