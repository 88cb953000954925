/**
 * Who accepted a place, for whoever enrols them, and by what they are relieved of hours and exams: those who come after read no rows
 * of admission.
 */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { PathwayInput } from "../decisions/pathway/brought.ts";
import { confirmationsOf, lastOf, NO_RELIEF, type ReliefFacts } from "./facts.ts";
import type { Fact } from "./rules/candidacy.ts";
import { factsOf } from "./store.ts";

export type Accepted = {
  readonly dossier: string;
  /** Null of whoever has none. */
  readonly account: string | null;
  readonly number: string;
  readonly intake: string;
  readonly diploma: string;
  readonly lawVersion: string;
  /** As lists call them. */
  readonly name: string;
};

/** Of one diploma, by name; of one dossier where it is named. */
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
 * The part of the pathway’s input that admission decided, to be spread into it: `titles` that the school recognised, `grants` with
 * their protocol where the law knows any, domains `held` that it took for proven, units `declined`, and the authority’s answers on what the texts contest
 * (`confirmations`, the last given for a title and domain counts). What a cohort brings beside it is its own: `id`, `on`, `maquette`,
 * `domains`.
 *
 *     decide("pathway", { id, on, diploma, version, establishment, maquette, ...facts })
 *
 * The answers of the decision say the rest: a unit’s `remaining` hours for the individual programme, and of each domain its `exam`:
 * `dispensed` and `held` are not to be sat, `contested` waits for the authority.
 */
export type DecidedPathway = {
  readonly facts: ReliefFacts & Required<Pick<PathwayInput, "confirmations">>;
  /** When relief was decided; `null` while it was not, and then nothing is relieved and nobody is dispensed. */
  readonly decidedOn: Day | null;
  /** The fact that decided it, for whoever keeps what their own document rests on. */
  readonly decision: string | null;
  /** The day of the instance’s opinion, where hours were granted: the protocol rests on it. */
  readonly opinionOn: Day | null;
};

/** Of any candidacy; what is decided of relief holds whether or not a place was accepted. */
export async function decidedPathway(tx: Tx, dossier: string): Promise<DecidedPathway> {
  const facts = await factsOf(tx, dossier);
  const relief = lastOf(facts, "relief");
  return {
    facts: { ...(relief?.details.facts ?? NO_RELIEF), confirmations: confirmationsOf(facts) },
    decidedOn: relief?.details.on ?? null,
    decision: relief?.id ?? null,
    opinionOn: relief?.details.opinion?.on ?? null,
  };
}

/** What is still missing of the decisions that an enrolment rests on; `contested`: domains on which the authority has not answered. */
export type Undecided = { readonly relief: boolean; readonly contested: readonly string[] };

/** By dossier. An exam that is contested stays to be sat until the authority answers. */
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
