/** How long data about people is kept: copies, erasures, holds and purges. */
import { copyRemover } from "./copy.ts";
import { recordRetained } from "./retention.ts";
import { liftHold } from "./holds.ts";
import { myDataEntries, myDataPages } from "./pages/mine.ts";
import { retentionEntries, retentionPages } from "./pages/office.ts";
import { seeAccountPurge, seeAccountPurges, seePurge, seePurges } from "./purge.ts";
import { askForData, copyReady, erasureDone, expireCopies, expireCopy, openCopy } from "./requests.ts";

export const manifest = {
  name: "retention",
  acts: [liftHold, askForData, copyReady, erasureDone, expireCopy],
  views: [seePurges, seePurge, seeAccountPurges, seeAccountPurge, openCopy],
  pages: [...myDataPages, ...retentionPages],
  duties: [expireCopies],
  jobs: [copyRemover],
  entries: [myDataEntries, retentionEntries],
  retained: recordRetained,
  retainedOtherwise: { "what was erased, without a word of whose it was": "erasure purge_report legal_hold" },
};
