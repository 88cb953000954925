/** The name of the work of asking a provider, apart from its worker. */
import type { Errand } from "../../jobs/job.ts";

export const askPayment: Errand<{ session: string }> = { name: "askPayment" };
