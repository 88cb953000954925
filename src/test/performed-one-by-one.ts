/**
 * What is performed until a day, asked of each person alone: some ten statements a person, and every one of them read. The room reads all of
 * them at once, and must come to the same.
 */
import { deepEqual } from "node:assert/strict";
import { sql } from "kysely";
import { type FindsPerformed, type Performed, surroundings } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { decidedPrice } from "../admission/accepted.ts";
import { performedByContracts } from "../contracts/performed.ts";
import { pricedAs } from "../contracts/pricing.ts";
import { readContract } from "../contracts/rules/contract.ts";
import { contractChain } from "../contracts/rules/facts.ts";
import { type PayerSchedule, scheduleQuestion } from "../contracts/rules/schedule.ts";
import { factsOf } from "../contracts/store.ts";
import { withSchool } from "../db/school.ts";
import { STOPS } from "../decisions/schedule/facts.ts";
import type { Day } from "../kit/day.ts";
import { vatOn } from "../law/legal.ts";
import { billedMinutes } from "../training/certificates/billed.ts";
import { factsOf as enrolmentFacts, findEnrolment } from "../training/cohorts/enrolment.ts";
import { personPeriods } from "../training/cohorts/periods.ts";
import { isEnding } from "../training/rules/enrolment.ts";

const SCHOOL = "faire-ess";
const TRAINING = ["first", "fixed", "period", "stop"];

type Context = Parameters<FindsPerformed>[0];
type Person = Record<"dossier" | "number" | "name" | "diploma" | "version" | "enrolment" | "cohort", string>;
type Found = readonly Performed[] | "unknown";

/** Fails where the two differ on a day; how many are performed, and of how many it is not known. */
export async function performedAlike(world: World, on: Day): Promise<{ performed: number; unknown: number }> {
  return withSchool(world.db, SCHOOL, async (tx) => {
    const context: Context = { tx, ...surroundings(world, SCHOOL, world.now()) };
    const { performed, unknown } = await performedByContracts(context, on);
    const alone = await oneByOne(context, on);
    deepEqual({ performed, unknown: unknown.map(({ called }) => called) }, alone, on);
    return { performed: performed.length, unknown: unknown.length };
  });
}

async function oneByOne(context: Context, on: Day) {
  const { rows } = await sql<Person>`
    select d.id as dossier, d.number, coalesce(s.name, d.number) as name, i.diploma, i.law_version as version, e.id as enrolment, e.cohort
    from enrolment e join cohort h on h.id = e.cohort join dossier d on d.id = e.dossier join admission_state a on a.id = d.id
      join intake i on i.id = a.intake join dossier_state s on s.id = d.id left join contract_state c on c.id = d.id
    where h.starts_on <= ${on}::date and (c.id is not null or e.state <> 'withdrawn') order by name, d.id`.execute(
    context.tx,
  );
  const performed: Performed[] = [];
  const unknown: string[] = [];
  for (const person of rows) {
    const found = await performedOf(context, person, on);
    if (found === "unknown") unknown.push(person.number);
    else performed.push(...found);
  }
  return { performed, unknown };
}

async function performedOf(context: Context, person: Person, on: Day): Promise<Found> {
  const { tx, decide, payee, establishment } = context;
  const { dossier, number, name, cohort, diploma, version } = person;
  const payers = payee!.money!.payers;
  const law = context.law(diploma, { version })!;
  const { contract, billedBefore } = readContract(await factsOf(tx, [dossier]), payers);
  if (!contract) {
    const price = await decidedPrice(tx, dossier);
    return price && pricedAs(price.answer, law).total === 0 ? [] : "unknown";
  }
  const over = await Promise.all(contract.shares.map(({ source }) => invoicedOver(context, { dossier, source, on })));
  if (contract.shares.every(({ amount }, nth) => over[nth]! >= amount)) return [];
  const periods = await personPeriods(context, { cohort, dossier });
  if (!periods || periods.length === 0 || contract.short.length > 0) return "unknown";
  const enrolment = (await findEnrolment(tx, person.enrolment))!;
  const ended = (await enrolmentFacts(tx, [enrolment.id])).findLast(({ kind }) => isEnding(kind));
  const stopped = ended && isEnding(enrolment.state) && ended.on <= on ? ended : undefined;
  const until = stopped?.on ?? on;
  const hours = await billedMinutes(context, enrolment, until);
  const carried = hours?.carried ?? 0;
  if (!hours || (carried > 0 && !contract.carried)) return "unknown";
  const planned = periods.reduce((sum, { minutes }) => sum + minutes, 0) - carried;
  if (planned <= 0) return [];
  const given = Math.min(hours.held, planned);
  const attended = Math.min(hours.done, given);
  const question = scheduleQuestion({ ...contract, plan: null }, { periods, payers });
  const before = (source: string) => billedBefore.find((one) => one.source === source)?.invoiced ?? 0;
  const kind = STOPS.find((one) => one === stopped?.kind) ?? "school";
  const answer = decide("schedule", {
    id: number,
    on,
    diploma,
    version,
    establishment,
    periods: question.periods,
    payers: question.payers.map(({ source, amount, granted, ...more }) => ({
      source,
      ...more,
      amount: Math.max(0, amount - before(source)),
      ...(granted !== undefined && { granted: Math.max(0, granted - before(source)) }),
    })),
    stop: { on: until, kind, planned, given, attended },
  });
  if (!answer || "fault" in answer) return "unknown";
  const all = (answer.answer("fr") as { readonly payers: readonly PayerSchedule[] }).payers.map(
    ({ source, instalments }) => {
      const asked = instalments.filter((one) => TRAINING.includes(one.kind));
      const gross = asked.reduce((sum, { amount }) => sum + amount, 0);
      const net = netOf(context, { source, gross, on });
      const done = payers.find(({ payer }) => payer === source)!.paper === "contract" ? given : attended;
      return { about: contractChain(dossier), source, name, called: number, net, done, planned };
    },
  );
  return all.every((one): one is Performed => one.net !== undefined) ? all : "unknown";
}

type OfPayer = { readonly dossier: string; readonly source: string; readonly on: Day };

async function invoicedOver({ tx }: Context, { dossier, source, on }: OfPayer): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(case when i.kind = 'credit' then 0 - p.amount else p.amount end), 0)::integer as amount
    from invoice_part p join invoice i on i.id = p.invoice
    where p.about = ${contractChain(dossier)} and i.source = ${source} and i.nature = 'training'
      and i.issued_on <= ${on}::date and i.period_to <= ${on}::date`.execute(tx);
  return rows[0]!.amount;
}

type Gross = { readonly source: string; readonly gross: number; readonly on: Day };

function netOf({ decide, payee, establishment }: Context, { source, gross, on }: Gross): number | undefined {
  const regime = vatOn(payee?.legal ?? {}, on);
  if (gross === 0 || !regime) return gross === 0 ? 0 : undefined;
  const { attestation, from, to } = regime;
  const answer = decide("invoice", {
    id: "accrued",
    on,
    establishment: payee?.establishment ?? establishment,
    kind: "invoice",
    series: "A",
    regime: regime.regime,
    source,
    period: { from: on, to: on },
    basis: { by: "agreed", amount: gross },
    ...(attestation !== undefined && { attestation: { number: attestation, from, ...(to !== undefined && { to }) } }),
  });
  return answer && "answer" in answer ? (answer.answer("fr") as { readonly net: number }).net : undefined;
}
