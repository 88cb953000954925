/** The name of the job that derives again what waits, apart from its worker: the days of dossiers come from their intake. */
import type { Errand } from "../jobs/job.ts";

/** `about`: the chain of an intake, for all its dossiers, or of one dossier. */
export const deriveAgain: Errand<{ about: string }> = { name: "deriveAgain" };
