/** A school that begins in the middle: people already in training come in by a table, and all that came so is said to come so. */
import { actsIn, viewsIn } from "../act/gather.ts";
import { menuOf } from "../page/menu.ts";
import * as acts from "./acts.ts";
import { dropCarryDrafts } from "./duties.ts";
import { carryPage } from "./pages/begin.ts";
import { carryCheckPage } from "./pages/check.ts";
import { emptyBookPage, emptyCsvPage } from "./pages/empty.ts";
import { carriedPart } from "./pages/part.ts";
import { linesDependents } from "./retention.ts";
import * as views from "./views.ts";

export const manifest = {
  name: "carryover",
  acts: actsIn(acts),
  views: viewsIn(views),
  pages: [carryPage, carryCheckPage, emptyBookPage, emptyCsvPage],
  person: [carriedPart],
  duties: [dropCarryDrafts],
  dependents: { applications: linesDependents },
  retainedOtherwise: {
    "a table of people in training that was read and not carried over, which goes within a day": "carry_draft",
    "which file was carried over, by its hash, without a word about anybody in it": "carry_over",
  },
  menu: menuOf([
    { to: "/reprise", label: { fr: "Reprise", en: "Carry over" }, may: "carry people over", group: "training" },
  ]),
};
