/** The table itself. Each part of the web adds its rows here, in the order in which a person meets them. */
import { inquiryNotPages, inquiryRows } from "./inquiry-rows.ts";
import type { PageTable } from "./pages.ts";

export const pageTable: PageTable = {
  rows: [...inquiryRows],
  notPages: [...inquiryNotPages],
};
