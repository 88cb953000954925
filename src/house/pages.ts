/** Every page of the product: each subject's, and those that span them. */
import type { Page } from "../page/page.ts";
import { accountHomePage } from "./account-home.ts";
import { deskPage } from "./desk.ts";
import { minePage } from "./mine.ts";
import { papersPage } from "./papers.ts";
import { SUBJECTS } from "./house.ts";
import { accessibilityPage } from "./site/accessibility.ts";
import { helpPage } from "./site/help.ts";
import { legalPage } from "./site/legal.ts";
import { stationHelpPage } from "./site/stations.ts";
import { siteMapPage } from "./site/site-map.ts";

export const pages: readonly Page[] = [
  ...SUBJECTS.flatMap((subject) => subject.pages ?? []),
  accountHomePage,
  deskPage,
  minePage,
  papersPage,
  helpPage,
  stationHelpPage,
  accessibilityPage,
  legalPage,
  siteMapPage,
];
