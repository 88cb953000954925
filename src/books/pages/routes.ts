/** The routes of the pages for the accountant. */
import { route } from "../../page/route.ts";

export const entries = route("/finances/ecritures");
export const income = route("/finances/ecritures/produits");
export const third = route("/finances/ecritures/tiers");
export const closeEntries = route("/finances/ecritures/cloture");
