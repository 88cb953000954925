/** How long data about people is kept: copies, erasures, holds and purges. */
import { actsIn, viewsIn } from "../act/gather.ts";
import { copyRemover } from "./copy.ts";
import { recordRetained } from "./retention.ts";
import * as holds from "./holds.ts";
import { myDataEntries, myDataPages } from "./pages/mine.ts";
import { retentionEntries, retentionPages } from "./pages/office.ts";
import * as purge from "./purge.ts";
import * as requests from "./requests.ts";
import { expireCopies } from "./requests.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "retention",
  acts: actsIn(holds, requests),
  views: viewsIn(purge, requests),
  pages: [...myDataPages, ...retentionPages],
  duties: [expireCopies],
  jobs: [copyRemover],
  entries: [myDataEntries],
  workEntries: [retentionEntries],
  retained: recordRetained,
  retainedOtherwise: { "what was erased, without a word of whose it was": "erasure purge_report legal_hold" },
  menu: menuOf([
    { to: "/conservation", label: { fr: "Conservation", en: "Retention" }, may: "see what is kept", group: "house" },
  ]),
};
