/** What waits for whom, over all rooms: derived by acts (`act/waiting.ts`), read and reminded of here. */
import { waitingLinePage } from "./pages/line.ts";
import { remindNowPage } from "./pages/owed.ts";
import { guestsReminded, reminded } from "./retention.ts";

export const manifest = {
  name: "waiting",
  pages: [waitingLinePage, remindNowPage],
  retained: [reminded],
  dependents: { guests: guestsReminded },
  retainedOtherwise: { "what waits, by ids alone; it goes with the chain that it is about": "waiting waiting_mark" },
};
