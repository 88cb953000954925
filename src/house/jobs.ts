/** Who does the work that acts ask for: one list, in which each kind of work has its worker. */
import { paymentAsker } from "../billing/online/ask.ts";
import { moneyGiver } from "../billing/refunds/give.ts";
import { RETENTION_JOBS } from "./holdings.ts";
import type { Job } from "../record/jobs/job.ts";
import { bytesRemover, bytesSearcher } from "../record/files/work.ts";
import { mailSender } from "../record/mail/send.ts";

/* Each job takes its own ids; whoever goes through the list treats them alike. */
export const JOBS = [
  mailSender,
  paymentAsker,
  moneyGiver,
  bytesRemover,
  bytesSearcher,
  ...RETENTION_JOBS,
] as unknown as readonly Job[];
