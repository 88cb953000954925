/** The name of the work of giving money back, apart from its worker. */
import type { Errand } from "../../jobs/job.ts";

export const giveBack: Errand<{ refund: string }> = { name: "giveBack" };
