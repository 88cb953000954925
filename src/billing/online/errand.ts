/** The name of the job that polls the provider, apart from its worker. */
import type { Errand } from "../../jobs/job.ts";

export const askPayment: Errand<{ session: string }> = { name: "askPayment" };
