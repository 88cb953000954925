/** Every view, in the order of the year. */
import type { View } from "./act.ts";
import { openAnswer, openInquiry } from "./admission/views.ts";

/* Each view has its own form and value; whoever goes through the list treats them alike. */
export const VIEWS = [openInquiry, openAnswer] as unknown as readonly View[];
