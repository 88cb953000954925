/** The pages of intakes: for applicants, then for staff. */
import type { Page } from "../../page/page.ts";
import { intakesPage } from "./list.ts";
import { changePage, openPage } from "./open.ts";
import { settingsPage } from "./settings.ts";
import { intakePage, previewPage } from "./show.ts";
import { termsPage } from "./terms.ts";

export const intakePages: readonly Page[] = [
  termsPage,
  intakesPage,
  intakePage,
  settingsPage,
  previewPage,
  openPage,
  changePage,
];
