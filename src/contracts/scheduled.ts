/** What a person themselves pays when, by the decision on the schedule and the invoices as they stand. */
import { sql } from "kysely";
import type { Performing } from "../act/act.ts";
import type { Actor } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { billedPeriods, followedUnits, maquetteOf, periodsOf } from "../training/cohorts/periods.ts";
import { proposedPeriods } from "../training/rules/periods.ts";
import { personal } from "./acts.ts";
import { billedTo } from "./billed.ts";
import { runningOf } from "./invoicing/gathering.ts";
import type { Contract } from "./rules/contract.ts";
import { type Payment, paymentsOf, type PayerSchedule, scheduleQuestion } from "./rules/schedule.ts";
import { withoutRemitted } from "./rules/remitted.ts";
import { type Agreed, agreedOn, decidedOn } from "./settling.ts";

/** With the days of the period whose hours it pays for, and what of all hours that price counts these are. */
type ScheduledPayment = Omit<Payment, "period"> & {
  readonly of: { readonly from: Day; readonly to: Day; readonly minutes: number } | null;
};
export type Scheduled = {
  readonly total: number;
  readonly paid: number;
  readonly refund: number;
  /** What of the invoices is still to be credited. */
  readonly credit: number;
  /** The last day with hours. */
  readonly ends: Day | null;
  /** All hours that the price counts. */
  readonly minutes: number;
  /** By the periods that the school has set; else by those that it would be proposed. */
  readonly set: boolean;
  readonly payments: readonly ScheduledPayment[];
};
type Context = Pick<Performing<unknown>, "tx" | "law" | "establishment" | "today" | "decide">;
type Shared = Pick<Contract, "shares" | "plan">;

/**
 * Null as long as there are no `shares`, or no cohort to take dates from; and of a person who pays nothing to the school. `shared`: who pays
 * what, by default as was said.
 */
export async function ownSchedule(
  context: Context,
  agreed: Agreed,
  shared: Shared | null = agreed.read.contract,
): Promise<Scheduled | null> {
  const { tx, decide, today } = context;
  const { person, law, money } = agreed;
  const { dossier, number } = person;
  const source = personal(money);
  const share = shared?.shares.find(
    (one) => (one.source === source && !one.platform) || one.takesOver?.source === source,
  );
  const dated = share ? await datedPeriods(context, agreed) : undefined;
  if (!shared || !dated) return null;
  const { periods, set } = dated;
  const { billed, ...documents } = await billedTo(tx, { dossier, source });
  const running = await runningOf(context, agreed, periods);
  const stop = typeof running === "string" ? undefined : running.stop;
  const question = scheduleQuestion(shared, {
    periods,
    payers: money.payers,
    papers: money.papers,
    documents: new Map([[source, documents]]),
    ...(stop && typeof running !== "string" && { stop, turns: running.turns }),
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
    minutes: periods.reduce((sum, { minutes }) => sum + minutes, 0),
    set,
    payments: paymentsOf(own, billed, today).map(({ period, ...one }) => ({
      ...one,
      of: period === null ? null : (periods[period - 1] ?? null),
    })),
  };
}

/** What this person follows in each period of the cohort; as it would be proposed, as long as the school has set none. */
async function datedPeriods(context: Context, { person, cohort }: Agreed) {
  const follows = cohort && (await followedUnits(context, { cohort: cohort.id, dossier: person.dossier }));
  if (!cohort || !follows) return undefined;
  const planned = await periodsOf(context.tx, cohort.id);
  const set = planned.length > 0;
  const periods = billedPeriods(follows, set ? planned : proposedPeriods(cohort, maquetteOf(cohort)));
  return periods && { periods, set };
}

export type OwnDates = {
  readonly dossier: string;
  readonly diploma: string;
  /** Null as long as the person has not signed; the others, as long as the school has not. */
  readonly signedOn: Day | null;
  readonly schoolSignedOn: Day | null;
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
    // Dates that the school has not set stand on the page of the contract, which says so; not in a calendar.
    if (!agreed || !schedule?.set) continue;
    const answered = decidedOn(context, agreed);
    const lastDay = answered && "fr" in answered ? (answered.fr.withdrawal?.lastDay ?? null) : null;
    const share = agreed.read.contract!.shares.find(({ source }) => source === personal(agreed.money));
    const { diploma } = agreed.person;
    const { signed = null } = share ?? {};
    const [signedOn, schoolSignedOn] = [signed?.on ?? null, signed?.countersigned?.on ?? null];
    all.push({ dossier, diploma, signedOn, schoolSignedOn, lastDay, schedule });
  }
  return all;
}

async function contractsOf(tx: Tx, actor: Actor): Promise<string[]> {
  const all = await ownContracts(tx, actor);
  return all.filter(({ state }) => state === "to-conclude" || state === "concluded").map(({ id }) => id);
}

/** The dossiers with a contract of whoever is signed in. */
export async function ownContracts(
  tx: Tx,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly state: string }[]> {
  if (!("account" in actor) || actor.account === undefined) return [];
  const { rows } = await sql<{ id: string; state: string }>`
    select c.id, c.state from contract_state c join dossier d on d.id = c.id
    where d.account = ${actor.account}::uuid order by c.id`.execute(tx);
  return rows;
}
