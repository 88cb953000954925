/** The pages of the path and its price, in order. */
import { keepPage, keptPage } from "../pages/kept.ts";
import { JOURNEYS } from "../pages/journeys.ts";
import { stepPage } from "../pages/step.ts";
import { titles } from "../pages/title-steps.ts";
import { fundingStep, trackStep } from "../price-pages/funding-steps.ts";
import type { Page } from "../../page/page.ts";
import { pathwayPdf, pathwayResult, pathwayStart } from "./pathway.ts";
import { declinedStep, grantsStep, heldStep } from "./plan-steps.ts";

export const pathwayPages: readonly Page[] = [
  pathwayStart,
  ...titles.pages(JOURNEYS.parcours),
  stepPage(JOURNEYS.parcours, trackStep),
  stepPage(JOURNEYS.parcours, heldStep),
  stepPage(JOURNEYS.parcours, grantsStep),
  stepPage(JOURNEYS.parcours, declinedStep),
  stepPage(JOURNEYS.parcours, fundingStep),
  pathwayResult,
  pathwayPdf,
  keepPage("parcours"),
  keptPage("parcours"),
];
