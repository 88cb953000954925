/** What a person themselves pays when, by the decision on the schedule and the invoices as they stand. */
import { sql } from "kysely";
import type { Performing } from "../act/act.ts";
import type { Actor } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { personPeriods } from "../training/cohorts/periods.ts";
import { personal } from "./acts.ts";
import { billedTo } from "./billed.ts";
import { runningOf } from "./invoicing/gathering.ts";
import { type Payment, paymentsOf, type PayerSchedule, scheduleQuestion } from "./rules/schedule.ts";
import { withoutRemitted } from "./rules/remitted.ts";
import { type Agreed, agreedOn, decidedOn } from "./settling.ts";

export type Scheduled = {
  readonly total: number;
  readonly paid: number;
  readonly refund: number;
  /** What of the invoices is still to be credited. */
  readonly credit: number;
  /** The last day with hours. */
  readonly ends: Day | null;
  readonly payments: readonly Payment[];
};
type Context = Pick<Performing<unknown>, "tx" | "law" | "establishment" | "today" | "decide">;

/** Null as long as nobody said who pays, or the cohort has no periods; and of a person who pays nothing to the school. */
export async function ownSchedule(context: Context, agreed: Agreed): Promise<Scheduled | null> {
  const { tx, decide, today } = context;
  const { person, law, money, read, cohort } = agreed;
  const { dossier, number } = person;
  const source = personal(money);
  const share = read.contract?.shares.find((one) => one.source === source && !one.platform);
  const periods = share && cohort ? await personPeriods(context, { cohort: cohort.id, dossier }) : undefined;
  if (!read.contract || !periods) return null;
  const { billed, ...documents } = await billedTo(tx, { dossier, source });
  const running = await runningOf(context, agreed, periods);
  const stop = typeof running === "string" ? undefined : running.stop;
  const question = scheduleQuestion(read.contract, {
    periods,
    payers: money.payers,
    papers: money.papers,
    documents: new Map([[source, documents]]),
    ...(stop && { stop }),
  });
  const { diploma, version, establishment } = law.basis;
  const decided = decide("schedule", { id: number, on: today, diploma, version, establishment, ...question });
  if (!decided || "fault" in decided) return null;
  const { payers } = decided.answer("fr") as { readonly payers: readonly PayerSchedule[] };
  const own = withoutRemitted(payers.find((one) => one.source === source)!, documents.remitted);
  return {
    total: own.total,
    paid: documents.paid,
    refund: own.refund,
    credit: own.credits.reduce((sum, { amount }) => sum + amount, 0),
    ends: periods.findLast(({ minutes }) => minutes > 0)?.to ?? null,
    payments: paymentsOf(own, billed, today),
  };
}

export type OwnDates = {
  readonly dossier: string;
  readonly diploma: string;
  /** Null as long as the person has not signed; the last day, as long as the school has not. */
  readonly signedOn: Day | null;
  readonly lastDay: Day | null;
  readonly schedule: Scheduled;
};

/** Of every contract of this account that stands. */
export async function ownDates(context: Context, actor: Actor): Promise<OwnDates[]> {
  const { tx } = context;
  const all: OwnDates[] = [];
  for (const dossier of await contractsOf(tx, actor)) {
    const agreed = await agreedOn(context, dossier);
    const schedule = agreed && (await ownSchedule(context, agreed));
    if (!agreed || !schedule) continue;
    const answered = decidedOn(context, agreed);
    const lastDay = answered && "fr" in answered ? (answered.fr.withdrawal?.lastDay ?? null) : null;
    const share = agreed.read.contract!.shares.find(({ source }) => source === personal(agreed.money));
    const { diploma } = agreed.person;
    all.push({ dossier, diploma, signedOn: share?.signed?.on ?? null, lastDay, schedule });
  }
  return all;
}

async function contractsOf(tx: Tx, actor: Actor): Promise<string[]> {
  if (!("account" in actor) || actor.account === undefined) return [];
  const { rows } = await sql<{ id: string }>`
    select c.id from contract_state c join dossier d on d.id = c.id
    where d.account = ${actor.account}::uuid and c.state in ('to-conclude', 'concluded') order by c.id`.execute(tx);
  return rows.map(({ id }) => id);
}
