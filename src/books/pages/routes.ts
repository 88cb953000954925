/** The routes of the pages for the accountant. */
import { route } from "../../page/route.ts";

export const entries = route("/finances/ecritures");
export const closeEntries = route("/finances/ecritures/cloture");
