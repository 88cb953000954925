/**
 * What the whole house holds about people, subject by subject, in their order; and what follows from the list: the acts that
 * erase, the duties that purge, the work that copies. A table that is in no holding must say below why it is in none.
 */
import type { Act, Duty } from "../act/act.ts";
import { dossierHoldings } from "../dossier/holdings.ts";
import { billingHoldings } from "../billing/holdings.ts";
import { peopleHoldings } from "../people/holdings.ts";
import type { Job } from "../record/jobs/job.ts";
import { copyBuilder, copyRemover } from "../record/retention/copy.ts";
import { allEraser } from "../record/retention/erase-all.ts";
import { erasingActs } from "../record/retention/erasing.ts";
import type { Holding } from "../record/retention/holding.ts";
import { placeHoldAct, seeHoldsView } from "../record/retention/holds.ts";
import { recordHoldings } from "../record/retention/holdings.ts";
import { purgeDuty, reportAct, reportDuty } from "../record/retention/purge.ts";
import { expireCopies, myDataView } from "../record/retention/requests.ts";

export const HOLDINGS: readonly Holding[] = [
  ...peopleHoldings,
  ...billingHoldings,
  ...dossierHoldings,
  ...recordHoldings,
];

/** Tables that are about nobody who could be found by their account, and what sees to each. */
export const HELD_OTHERWISE: Readonly<Record<string, string>> = {
  ...named("the record itself, which holds no value", "audit_chain audit_record attempt checkpoint checkpoint_head"),
  ...named("the record itself, which holds no value", "checkpoint_timestamp timestamp_failure law_file migration job"),
  ...named("when the calendar last ran, which is about nobody", "clock_mark"),
  ...named(
    "nobody is named and it goes by itself: a draft after a day, an answer after a month",
    "inquiry kept_answer",
  ),
  ...named("a proof of an address, which goes within the hour", "address_code spent_ticket sign_in_failure"),
  ...named("what was erased, without a word of whose it was", "erasure purge_report legal_hold"),
  ...named("invented people alone, in a demonstration", "birth"),
  ...named("the school’s own settings", "intake intake_change"),
  ...named("whether the deployment is a demonstration, and its invented people", "birth"),
  ...named("a file of the bank that was read and not imported, which goes within a day", "bank_draft"),
};

/** What accounting asks to be kept outlives the chain of the thing it was recorded with: a charge, its dossier. */
export const OUTLIVING: readonly string[] = HOLDINGS.filter(({ kind }) => kind === "accounting").flatMap(
  ({ tables }) => tables,
);

const { purgeOne, eraseOwn } = erasingActs(HOLDINGS);
const reportPurge = reportAct(HOLDINGS);
export const myData = myDataView(HOLDINGS);
export const placeHold = placeHoldAct(HOLDINGS);
export const seeHolds = seeHoldsView(HOLDINGS);

export const RETENTION_ACTS = [purgeOne, eraseOwn, reportPurge] as unknown as readonly Act[];
export const RETENTION_DUTIES: readonly Duty[] = [
  expireCopies,
  // One after the other: what hangs on a thing goes in the same night as that thing.
  ...HOLDINGS.filter(({ over }) => over).map((holding) => purgeDuty(holding, purgeOne)),
  // Last: it tells what those before it did.
  reportDuty(reportPurge),
];
export const RETENTION_JOBS = [
  copyBuilder(HOLDINGS),
  copyRemover,
  allEraser(HOLDINGS, eraseOwn),
] as unknown as readonly Job[];

function named(why: string, tables: string): Record<string, string> {
  return Object.fromEntries(tables.split(" ").map((table) => [table, why]));
}
