/** What of the provider's announcements waits for a person, for the list of what waits. */
export { lockEvents, ONLINE_TO_SETTLE, waitingAmong } from "./events/store.ts";
