/** The name of the refund job, apart from its worker. */
import type { Errand } from "../../jobs/job.ts";

export const giveBack: Errand<{ refund: string }> = { name: "giveBack" };
