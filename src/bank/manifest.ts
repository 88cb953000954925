/** Money at the bank: files and their lines, cheques deposited, and what a reversed payment frees. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import * as tieActs from "./ties/acts.ts";
import * as givingActs from "./giving/acts.ts";
import * as givingViews from "./giving/views.ts";
import { givingWaits } from "./giving/waits.ts";
import { proposalsCalled } from "../billing/waits.ts";
import { TO_GIVE } from "../billing/debtors/made.ts";
import { linesCheckOf } from "./check.ts";
import { dropBankDrafts } from "./duties.ts";
import { bankRetained, linesDependents } from "./retention.ts";
import { officeEntries } from "./pages/entries.ts";
import { bankPages } from "./pages/pages.ts";
import * as views from "./views.ts";
import { bankWaits, linesCalled } from "./waits.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "bank",
  acts: actsIn(acts, tieActs, givingActs),
  views: viewsIn(views, givingViews),
  pages: bankPages,
  duties: [dropBankDrafts],
  workEntries: [officeEntries],
  retained: bankRetained,
  dependents: { charges: linesDependents },
  retainedOtherwise: {
    "a file of the bank that was read and not imported, which goes within a day": "bank_draft",
  },
  checks: [linesCheckOf],
  waits: [...bankWaits, givingWaits],
  called: { "bank-line": linesCalled, [TO_GIVE]: proposalsCalled },
  menu: menuOf([
    { to: "/finances", label: { fr: "Qui doit", en: "Who owes" }, may: "see the accounts", group: "money", rank: 1 },
    {
      to: "/finances/banque",
      label: { fr: "Banque", en: "Bank" },
      behind: ["/finances/cheques"],
      may: "see the accounts",
      group: "money",
      rank: 3,
    },
  ]),
};
