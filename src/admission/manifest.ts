/** How a conforming dossier becomes an admission: eligibility and relief decided, interviews, commission, places. */
import { interviews } from "./interviews/pages/parts.ts";

export const manifest = {
  name: "admission",
  acts: [...interviews.acts],
  views: [...interviews.views],
  pages: [...interviews.pages],
  entries: [...interviews.entries],
  awaits: [...interviews.awaits],
  holdings: [...interviews.holdings],
  checks: [...interviews.checks],
  places: { ...interviews.places },
  heldOtherwise: { "where an admission stands": "admission_state" },
};
