/** Accepted candidates, with the relief decided for them: later rooms read this, never admission's rows. */
import { sql } from "kysely";
import type { Performing } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { officeReads } from "../dossier/hands.ts";
import type { Day } from "../kit/day.ts";
import type { PathwayInput } from "../decisions/pathway/brought.ts";
import type { Law } from "../law/law.ts";
import {
  askedRelief,
  computeRelief,
  confirmationsOf,
  declaredIn,
  givenRelief,
  lastOf,
  NO_RELIEF,
  type ReliefFacts,
} from "./facts.ts";
import type { Fact } from "./rules/candidacy.ts";
import { factsOf, reliefsOf } from "./store.ts";

export type Accepted = {
  readonly dossier: string;
  /** Null if they have no account. */
  readonly account: string | null;
  readonly number: string;
  readonly intake: string;
  readonly diploma: string;
  readonly lawVersion: string;
  /** The name shown in lists. */
  readonly name: string;
};

/** Of one diploma or one dossier, if named; by name. */
export async function acceptedPlaces(
  tx: Tx,
  { diploma, dossier }: { readonly diploma?: string; readonly dossier?: string },
): Promise<readonly Accepted[]> {
  const { rows } = await sql<Accepted>`
    select d.id as dossier, d.account, d.number, a.intake, i.diploma, i.law_version as "lawVersion", coalesce(s.name, d.number) as name
    from admission_state a
      join dossier d on d.id = a.id
      join dossier_state s on s.id = a.id
      join intake i on i.id = a.intake
    where a.state = 'accepted'
      and (${diploma ?? null}::text is null or i.diploma = ${diploma ?? null})
      and (${dossier ?? null}::uuid is null or d.id = ${dossier ?? null}::uuid)
    order by name, d.id`.execute(tx);
  return rows;
}

/**
 * Admission's part of the pathway input, to spread into it: recognised `titles`, `grants` with their protocol where the law has them,
 * proven `held` domains, `declined` units, and the authority’s answers on contested dispenses (`confirmations`: the last for a title and
 * domain counts). The cohort adds `id`, `on`, `maquette`, `domains`.
 *
 *     decide("pathway", { id, on, diploma, version, establishment, maquette, ...facts })
 *
 * Its answer gives each unit’s `remaining` hours and each domain’s `exam`: `dispensed` and `held` are not sat, `contested` waits for the
 * authority.
 */
export type DecidedPathway = {
  readonly facts: ReliefFacts & Required<Pick<PathwayInput, "confirmations">>;
  /** The day relief was decided; `null` before that: no relief and no dispense. */
  readonly decidedOn: Day | null;
  /** The fact that decided relief, for documents based on it. */
  readonly decision: string | null;
  /** The day of the body’s opinion, if hours were granted; the protocol states it. */
  readonly opinionOn: Day | null;
};

/** For any candidacy; relief holds whether or not a place was accepted. */
export async function decidedPathway(tx: Tx, dossier: string): Promise<DecidedPathway> {
  return decidedBy(await factsOf(tx, dossier));
}

/** Of many, by dossier. */
export async function decidedPathways(
  tx: Tx,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, DecidedPathway>> {
  const facts = Map.groupBy(await reliefsOf(tx, dossiers), ({ dossier }) => dossier);
  return new Map(dossiers.map((dossier) => [dossier, decidedBy(facts.get(dossier) ?? [])]));
}

/** The same from the facts of one candidacy, in order. */
export function decidedBy(facts: readonly Pick<Fact, "id" | "kind" | "details">[]): DecidedPathway {
  const relief = lastOf(facts, "relief");
  return {
    facts: { ...(relief?.details.facts ?? NO_RELIEF), confirmations: confirmationsOf(facts) },
    decidedOn: relief?.details.on ?? null,
    decision: relief?.id ?? null,
    opinionOn: relief?.details.opinion?.on ?? null,
  };
}

/** The decisions an enrolment still lacks; `contested`: domains the authority has not answered on. */
export type Undecided = { readonly relief: boolean; readonly contested: readonly string[] };

/** By dossier. A contested exam is to be sat until the authority answers. */
export async function undecidedOf(tx: Tx, dossiers: readonly string[]): Promise<ReadonlyMap<string, Undecided>> {
  const { rows } = await sql<Pick<Fact, "dossier" | "kind" | "details">>`
    select dossier, kind, details from admission_fact
    where dossier = any(${[...dossiers]}::uuid[]) and kind in ('relief', 'authority') order by dossier, place`.execute(
    tx,
  );
  const facts = Map.groupBy(rows, ({ dossier }) => dossier);
  return new Map(
    dossiers.map((dossier) => {
      const own = facts.get(dossier) ?? [];
      const relief = lastOf(own, "relief");
      const answered = new Set(confirmationsOf(own).map(({ domain }) => domain));
      const domains = (relief?.details.pathway.answer?.domains ?? []) as readonly { domain: string; exam: string }[];
      const contested = domains.filter(({ domain, exam }) => exam === "contested" && !answered.has(domain));
      return [dossier, { relief: relief === undefined, contested: contested.map(({ domain }) => domain) }];
    }),
  );
}

/** The price of a path, as the last decision on hours computed it, and the question that it answered: asked anew with other payers. */
export type DecidedPrice = {
  readonly relief: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly minutes: number | null;
  /** The tuition of the whole training, without any relief; null where that was not computed. */
  readonly whole: number | null;
};

/** Nothing of the training is to be paid: reliefs leave no hour, and nothing is collected for another body. The selection fee is apart. */
export function leavesNothingToPay(
  answer: Readonly<Record<string, unknown>>,
  { school }: Pick<Law, "school">,
): boolean {
  const asked = new Set(school.price.lines.flatMap(({ line, selection }) => (selection ? [line] : [])));
  const { lines = [] } = answer as { readonly lines?: readonly { readonly key: string; readonly amount: number }[] };
  return lines.every(({ key, amount }) => amount === 0 || asked.has(key));
}

/** The prices that the last decisions on hours gave, by dossier; null where the rules gave none. */
export async function quotedAnswers(
  tx: Tx,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, DecidedPrice["answer"] | null>> {
  const { rows } = await sql<{ dossier: string; answer: DecidedPrice["answer"] | null }>`
    select distinct on (dossier) dossier, details -> 'quote' -> 'answer' as answer from admission_fact
    where dossier = any(${[...dossiers]}::uuid[]) and kind = 'relief' order by dossier, place desc`.execute(tx);
  return new Map(rows.map(({ dossier, answer }) => [dossier, answer]));
}

type Supposing = Pick<Performing<unknown>, "tx" | "actor" | "law" | "today" | "decide">;

/** Hours as they would be decided, and the price that this gives: what `decideRelief` would keep. Undefined where it could not. */
export async function supposedRelief(
  context: Supposing,
  dossier: string,
  given: Parameters<typeof givenRelief>[2],
): Promise<{ readonly pathway: DecidedPathway; readonly price: DecidedPrice } | undefined> {
  const { tx, actor, today } = context;
  const seen = await officeReads(tx, actor, dossier);
  if (!seen) return undefined;
  const all = await factsOf(tx, dossier);
  const declared = await declaredIn(context, seen);
  const asked = askedRelief(declared, lastOf(all, "eligibility")?.details.titles ?? []);
  const facts = givenRelief(declared, asked, given);
  const confirmations = confirmationsOf(all);
  const { quote, issues } = computeRelief(context, declared, { on: today, facts, confirmations });
  if (issues.length > 0 || !quote.answer) return undefined;
  return {
    pathway: { facts: { ...facts, confirmations }, decidedOn: today, decision: SUPPOSED, opinionOn: null },
    price: { relief: SUPPOSED, input: quote.input, answer: quote.answer, minutes: null, whole: null },
  };
}

/** Stands for the id of a decision where reliefs are only estimated. */
const SUPPOSED = "";

/** Undefined as long as hours are not decided, or where the rules gave no price. */
export async function decidedPrice(tx: Tx, dossier: string): Promise<DecidedPrice | undefined> {
  const relief = lastOf(await factsOf(tx, dossier), "relief");
  const { quote, quoteWithout } = relief?.details ?? {};
  if (!relief || !quote?.answer) return undefined;
  const totals = relief.details.pathway.answer?.totals as { theory: number; practice: number } | undefined;
  const minutes = totals ? Math.round((totals.theory + totals.practice) * 60) : null;
  const { tuition: whole = null } = (quoteWithout?.answer ?? {}) as { readonly tuition?: number };
  return { relief: relief.id, input: quote.input, answer: quote.answer, minutes, whole };
}
