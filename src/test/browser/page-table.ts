/** The table itself. Each part of the web adds its rows here, in the order in which a person meets them. */
import type { PageTable } from "./pages.ts";

export const pageTable: PageTable = {
  rows: [],
  notPages: [],
};
