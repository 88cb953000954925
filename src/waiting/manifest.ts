/** What waits for whom, over all rooms: derived by acts (`act/waiting.ts`), read here. */
export const manifest = {
  name: "waiting",
  retainedOtherwise: { "what waits, by ids alone; it goes with the chain that it is about": "waiting waiting_mark" },
};
