/** The public pages of the diploma and the school. */
import { diplomaPage } from "./pages/diploma.ts";
import { homePage } from "./pages/home.ts";
import { ruleEntryPage } from "./pages/rule-entry.ts";
import { rulePage } from "./pages/rule.ts";

export const manifest = {
  name: "catalogue",
  pages: [homePage, diplomaPage, rulePage, ruleEntryPage],
};
