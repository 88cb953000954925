/** Every page of the product, in the order in which a person meets them. */
import { officePages } from "../office/pages/pages.ts";
import { intakePages } from "../intake/pages/pages.ts";
import { admissionPages } from "../inquiry/pages/pages.ts";
import { decidedPages } from "../office/decided/pages/decided.ts";
import { dossierPages } from "../dossier/pages/pages.ts";
import { stopRemindersPage } from "../dossier/reminders/pages/stop.ts";
import { bankPages } from "../billing/bank/pages/pages.ts";
import { onlinePages } from "../billing/online/pages/pages.ts";
import { chargePages } from "../billing/charges/pages/pages.ts";
import { peoplePages } from "../people/pages/pages.ts";
import { diplomaPage } from "../programme/pages/diploma.ts";
import { homePage } from "../programme/pages/home.ts";
import { rulePage } from "../programme/pages/rule.ts";
import { ruleEntryPage } from "../programme/pages/rule-entry.ts";
import { accountHomePage } from "./account-home.ts";
import { dossierPlanPages, pathwayPages } from "../inquiry/path-pages/pages.ts";
import { bundlePage } from "../dossier/pages/bundle.ts";
import { filePage } from "../record/files/pages/file.ts";
import { officeMailPages } from "../record/mail/pages/office.ts";
import { myDataPages } from "../record/retention/pages/mine.ts";
import { retentionPages } from "../record/retention/pages/office.ts";
import type { Page } from "../page/page.ts";
import { accessibilityPage } from "./site/accessibility.ts";
import { helpPage } from "./site/help.ts";
import { legalPage } from "./site/legal.ts";
import { siteMapPage } from "./site/site-map.ts";

export const pages: readonly Page[] = [
  homePage,
  diplomaPage,
  ...admissionPages,
  ...intakePages,
  ...officePages,
  ...pathwayPages,
  ...dossierPages,
  stopRemindersPage,
  ...decidedPages,
  ...dossierPlanPages,
  rulePage,
  ruleEntryPage,
  accountHomePage,
  ...peoplePages,
  ...chargePages,
  ...bankPages,
  ...onlinePages,
  filePage,
  bundlePage,
  ...myDataPages,
  ...officeMailPages,
  ...retentionPages,
  helpPage,
  accessibilityPage,
  legalPage,
  siteMapPage,
];
