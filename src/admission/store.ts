/** The SQL of admission: facts, which are only ever added, commissions, and the standings computed from the facts. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { change, keep, keepAll, keeping } from "../act/keep.ts";
import type { Day } from "../kit/day.ts";
import { keepDecided } from "../dossier/decided.ts";
import { mayBeHeard } from "../interviews/candidates.ts";
import { json, type Row } from "../kit/sql.ts";
import type { Finding } from "../law/finding.ts";
import type { Basis } from "../law/law.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { candidacyChain, type CandidacyState, commissionChain, type Fact } from "./rules/candidacy.ts";
import type { Ground } from "./rules/closing.ts";
import type { Listing, Terms } from "./rules/list.ts";

const FACT = ["id", "dossier", "place", "kind", "list", "at", "by_actor as by", "details"] as const;

export async function factsOf(tx: Tx, dossier: string): Promise<Fact[]> {
  const query = tx.selectFrom("admission_fact").select(FACT).where("dossier", "=", dossier).orderBy("place");
  return (await query.execute()) as unknown as Fact[];
}

/** What was decided on relief and answered by the authority, in order; without the paths and prices computed then, which are long. */
export async function reliefsOf(
  tx: Tx,
  dossiers: readonly string[],
): Promise<readonly Pick<Fact, "id" | "dossier" | "kind" | "details">[]> {
  const { rows } = await sql<Pick<Fact, "id" | "dossier" | "kind" | "details">>`
    select id, dossier, kind, case kind when 'authority' then details else jsonb_build_object(
      'on', details -> 'on', 'facts', details -> 'facts', 'opinion', details -> 'opinion') end as details
    from admission_fact where dossier = any(${[...dossiers]}::uuid[]) and kind in ('relief', 'authority')
    order by dossier, place, id`.execute(tx);
  return rows;
}

/** Ordered by dossier; an erased candidate keeps their seat, without a name. */
export async function factsOfList(tx: Tx, list: string): Promise<Fact[]> {
  const { rows } = await sql<Fact & { readonly seat: number | null; readonly number: string | null }>`
    select f.id, f.dossier, f.place, f.kind, f.list, f.at, f.by_actor as by, f.details, null as seat, d.number
    from admission_fact f left join dossier d on d.id = f.dossier where f.list = ${list}::uuid
    union all
    select t.id, t.somebody, t.place, t.kind, t.list, t.at, '', t.details, t.seat, null
    from admission_trace t where t.list = ${list}::uuid
    order by number, dossier, place`.execute(tx);
  const people = [...Map.groupBy(rows, ({ dossier }) => dossier).values()];
  const stayed = people.filter(([one]) => one!.seat === null);
  const gone = new Map(people.flatMap((theirs) => (theirs[0]!.seat === null ? [] : [[theirs[0]!.seat, theirs]])));
  return people.flatMap((_, seat) => gone.get(seat) ?? stayed.shift() ?? []);
}

/** Before an erasure: keeps, in each list of the person, only what its places are computed from. */
export async function leaveTraces(tx: Tx, dossier: string): Promise<void> {
  const { rows } = await sql<{ list: string }>`
    select distinct list from admission_fact where dossier = ${dossier}::uuid and list is not null`.execute(tx);
  for (const { list } of rows) {
    const people = [...Map.groupBy(await factsOfList(tx, list), (one) => one.dossier)];
    const seat = people.findIndex(([id]) => id === dossier);
    const somebody = newId();
    const traces = people[seat]![1].map(({ place, kind, at, details }) => {
      const { decision, rank, terms, on } = details as Partial<Listing> & { readonly on?: Day };
      return { id: newId(), list, somebody, seat, place, kind, at, details: json({ decision, rank, terms, on }) };
    });
    await keepAll(tx, "admission_trace", traces);
  }
}

export type NewFact = Pick<Fact, "dossier" | "kind" | "at" | "by"> & {
  readonly id?: string;
  readonly list?: string | null;
  readonly details: object;
};

/** In the chain of the candidacy, which the act has locked. */
export async function addFact(tx: Tx, fact: NewFact): Promise<string> {
  return (await addFacts(tx, [fact]))[0]!;
}

/** Inserts one at a time: the place of a fact is counted from those before. */
async function addFacts(tx: Tx, facts: readonly NewFact[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { id = newId(), dossier, kind, at, by, list = null, details } of facts) {
    ids.push(id);
    const place = sql<number>`(select count(*) + 1 from admission_fact f where f.dossier = ${dossier}::uuid)`;
    const row = { id, dossier, place, kind, list, at, by_actor: by, details: json(details) };
    await keepAll(tx, "admission_fact", [row], { of: candidacyChain(dossier) });
  }
  return ids;
}

export type Standing = {
  readonly id: string;
  readonly intake: string;
  readonly state: CandidacyState;
  readonly answerBy: Day | null;
  readonly rank: number | null;
  readonly list: string | null;
};

const STANDING = sql`a.id, a.intake, a.state, to_char(a.answer_by, 'YYYY-MM-DD') as "answerBy", a.rank, a.list`;

export async function standingOf(tx: Tx, dossier: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select ${STANDING} from admission_state a where a.id = ${dossier}::uuid`.execute(
    tx,
  );
  return rows[0];
}

export async function standingsAmong(tx: Tx, dossiers: readonly string[]): Promise<Standing[]> {
  const among = sql.val([...dossiers]);
  return (await sql<Standing>`select ${STANDING} from admission_state a where a.id = any(${among}::uuid[])`.execute(tx))
    .rows;
}

export async function standingsInList(tx: Tx, list: string): Promise<Standing[]> {
  return (await sql<Standing>`select ${STANDING} from admission_state a where a.list = ${list}::uuid`.execute(tx)).rows;
}

/** Something is still to come from the office, or from the commission that it prepares. */
const UNDECIDED: readonly CandidacyState[] = ["to-decide", "eligible"];

/** A cache of the facts: not recorded in the chain, and checked by the doctor. */
export async function keepStanding(
  tx: Tx,
  { id, intake, state, answerBy, rank, list }: Standing,
  at: Date,
): Promise<void> {
  const kept = { intake, state, answer_by: answerBy, rank, list, changed_at: at };
  const account = sql<string>`(select d.account from dossier d where d.id = ${id}::uuid)`;
  await tx
    .insertInto("admission_state")
    .values({ id, account, ...kept })
    .onConflict((on) => on.columns(["establishment_id", "id"]).doUpdateSet(kept))
    .execute();
  await mayBeHeard(tx, { id, intake, may: state === "eligible" });
  await keepDecided(tx, id, !UNDECIDED.includes(state));
}

/** Lists with an offer past its last day, with the earliest such day. */
export async function offersOver(tx: Tx, today: Day): Promise<{ commission: string; list: string; lastDay: Day }[]> {
  const { rows } = await sql<{ commission: string; list: string; lastDay: Day }>`
    select c.id as commission, a.list, to_char(min(a.answer_by), 'YYYY-MM-DD') as "lastDay"
    from admission_state a join commission c on c.intake = a.intake and c.adds_to is null
    where a.state = 'offered' and a.list is not null and a.answer_by < ${today}::date
    group by c.id, a.list order by min(a.answer_by), c.id, a.list`.execute(tx);
  return rows;
}

export type Member = {
  readonly seat: string;
  readonly name: string;
  /** `account:<id>` or `guest:<id>`, if they have one. */
  readonly actor?: string;
  readonly present: boolean;
  /** The person they stand in for. */
  readonly representing?: string;
};

export type Commission = {
  readonly id: string;
  readonly intake: string;
  /** For a commission that sits again: the one that settled the intake's list. */
  readonly addsTo: string | null;
  readonly heldOn: Day;
  readonly members: readonly Member[];
  readonly version: number;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly terms: Terms | null;
  readonly hash: string | null;
};

const COMMISSION = sql`c.id, c.intake, c.adds_to as "addsTo", to_char(c.held_on, 'YYYY-MM-DD') as "heldOn", c.members, c.version,
  c.opened_at as "openedAt", c.closed_at as "closedAt", c.terms, c.hash`;

export async function findCommission(tx: Tx, id: string): Promise<Commission | undefined> {
  const result = await sql<Commission>`select ${COMMISSION} from commission c where c.id = ${id}::uuid`.execute(tx);
  return result.rows[0];
}

/** The commission that settles the list of an intake. */
export async function commissionOf(tx: Tx, intake: string): Promise<Commission | undefined> {
  const { rows } = await sql<Commission>`
    select ${COMMISSION} from commission c where c.intake = ${intake}::uuid and c.adds_to is null`.execute(tx);
  return rows[0];
}

/** All of an intake's: the open one first, then the last convened. */
export async function commissionsOf(tx: Tx, intake: string): Promise<Commission[]> {
  const { rows } = await sql<Commission>`
    select ${COMMISSION} from commission c where c.intake = ${intake}::uuid
    order by c.closed_at is not null, c.opened_at desc, c.adds_to is null, c.id`.execute(tx);
  return rows;
}

export async function commissions(tx: Tx): Promise<Commission[]> {
  return (
    await sql<Commission>`select ${COMMISSION} from commission c order by c.held_on desc, c.id limit 200`.execute(tx)
  ).rows;
}

/** False if the intake has one already, open or closed. */
export async function insertCommission(
  tx: Tx,
  {
    id,
    intake,
    addsTo,
    heldOn,
    members,
    by,
    at,
  }: Pick<Commission, "id" | "intake" | "addsTo" | "heldOn" | "members"> & { by: string; at: Date },
): Promise<boolean> {
  const sits = { intake, adds_to: addsTo, held_on: heldOn, members: json(members) };
  const row = { id, ...sits, version: 1, opened_by: by, opened_at: at };
  const first = tx
    .insertInto("commission")
    .values(row)
    .onConflict((on) => on.doNothing());
  return (await keeping(tx, "commission", first)).length > 0;
}

export async function updateCommission(
  tx: Tx,
  id: string,
  { heldOn, members, version }: Pick<Commission, "heldOn" | "members" | "version">,
): Promise<void> {
  await change(tx, "commission", id, { held_on: heldOn, members: json(members), version });
}

export async function sealCommission(
  tx: Tx,
  id: string,
  { at, by, terms, hash, basis }: { at: Date; by: string; terms: Terms; hash: string; basis: Basis },
): Promise<void> {
  await change(tx, "commission", id, { closed_at: at, closed_by: by, terms: json(terms), hash, basis: json(basis) });
}

export type Proposal = {
  readonly id: string;
  readonly dossier: string;
  readonly decision: "admitted" | "waiting" | "refused";
  readonly rank: number | null;
  readonly grounds: string;
  readonly version: number;
};

const PROPOSAL = ["id", "dossier", "decision", "rank", "grounds", "version"] as const;

export async function proposalsOf(tx: Tx, commission: string): Promise<Proposal[]> {
  const query = tx.selectFrom("commission_proposal").select(PROPOSAL).where("commission", "=", commission);
  return (await query.orderBy("id").execute()) as Proposal[];
}

export async function findProposal(tx: Tx, commission: string, dossier: string): Promise<Proposal | undefined> {
  const query = tx.selectFrom("commission_proposal").select(PROPOSAL).where("commission", "=", commission);
  return (await query.where("dossier", "=", dossier).executeTakeFirst()) as Proposal | undefined;
}

/** Checks the version that was read; 0 if there was none. Recorded in the person's chain. */
export async function putProposal(
  tx: Tx,
  commission: string,
  { id, dossier, version, ...proposal }: Proposal & { readonly by: string; readonly at: Date },
): Promise<void> {
  const values = {
    decision: proposal.decision,
    rank: proposal.rank,
    grounds: proposal.grounds,
    set_by: proposal.by,
    set_at: proposal.at,
  };
  const of = { of: candidacyChain(dossier) };
  if (version === 0) await keep(tx, "commission_proposal", { id, commission, dossier, version: 1, ...values }, of);
  else await change(tx, "commission_proposal", id, { version: version + 1, ...values }, of);
}

/** A condition it closed over, as printed in the minutes: the sentence and the ground. */
export type ClosedOver = Ground & { readonly says: string; readonly told: Finding["values"] };

/** Grounds about a person are in their dossier's chain: they may not have a candidacy yet. */
export async function insertGrounds(
  tx: Tx,
  commission: string,
  grounds: readonly (ClosedOver & { readonly by: string; readonly at: Date })[],
): Promise<void> {
  const rows = grounds.map(({ condition, dossier, says, told, ground, by, at }) => ({
    id: newId(),
    commission,
    condition,
    dossier,
    says,
    told: json(told),
    ground,
    said_by: by,
    said_at: at,
  }));
  const whose = ({ dossier }: Row) =>
    dossier === null ? commissionChain(commission) : dossierChain(dossier as string);
  await keepAll(tx, "commission_ground", rows, { of: whose });
}

/** First the intake's own, then by the name as read. */
export async function groundsOf(tx: Tx, commission: string): Promise<ClosedOver[]> {
  const { rows } = await sql<ClosedOver>`
    select condition, dossier, says, told, ground from commission_ground where commission = ${commission}::uuid
    order by dossier is not null, condition, told ->> 'name', id`.execute(tx);
  return rows;
}

/** A candidate as lists show them. */
export type Candidate = {
  readonly dossier: string;
  readonly number: string;
  readonly name: string | null;
  readonly state: CandidacyState;
  readonly answerBy: Day | null;
  readonly rank: number | null;
};

/** Candidates of an intake that conform or have a decision, by name; excludes dossiers withdrawn before any list. */
export async function candidatesOf(tx: Tx, intake: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.id as dossier, d.number, s.name, coalesce(a.state, 'to-decide') as state,
      to_char(a.answer_by, 'YYYY-MM-DD') as "answerBy", a.rank
    from (
        select id from dossier_state where intake = ${intake}::uuid and standing = 'checked' and not to_confirm
        union select id from admission_state where intake = ${intake}::uuid
      ) one
      join dossier_state s on s.id = one.id
      join dossier d on d.id = one.id
      left join admission_state a on a.id = one.id
    where coalesce(a.intake, s.intake) = ${intake}::uuid
      and (a.id is not null or (s.standing = 'checked' and not s.to_confirm))
      and (s.state <> 'withdrawn' or a.list is not null)
    order by s.name, d.number`.execute(tx);
  return rows;
}

/** Eligible candidates of an intake not yet in a list, by name: those its commission decides on. */
export async function eligibleIn(tx: Tx, intake: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.id as dossier, d.number, s.name, a.state, null as "answerBy", a.rank
    from admission_state a join dossier_state s on s.id = a.id join dossier d on d.id = a.id
    where a.intake = ${intake}::uuid and a.state = 'eligible' and (s.state <> 'withdrawn' or a.list is not null)
    order by s.name, d.number`.execute(tx);
  return rows;
}

/** Conforming candidates of an intake without an eligibility decision, by name. */
export async function undecidedIn(tx: Tx, intake: string): Promise<Pick<Candidate, "dossier" | "number" | "name">[]> {
  const { rows } = await sql<Pick<Candidate, "dossier" | "number" | "name">>`
    select d.id as dossier, d.number, s.name from ${conformingUndecided(intake)} s join dossier d on d.id = s.id
    order by s.name, d.number limit ${MOST_COUNTED}`.execute(tx);
  return rows;
}

/** Conforming candidates of an intake waiting for a decision, up to the limit shown; withdrawn ones are excluded. */
export async function countToDecide(tx: Tx, intake: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from (select from ${conformingUndecided(intake)} s limit ${MOST_COUNTED}) counted`.execute(tx);
  return rows[0]!.count;
}

const MOST_COUNTED = 500;

const conformingUndecided = (intake: string) => sql`(
  select s.id, s.name from dossier_state s
  where s.intake = ${intake}::uuid and s.standing = 'checked' and not s.to_confirm and s.state <> 'withdrawn'
    and not exists (select from admission_state a where a.id = s.id))`;

/** Submitted, every part found to conform, and confirmed by the person if the school entered it. */
export async function conforms(tx: Tx, dossier: string): Promise<boolean> {
  const { rows } = await sql`
    select from dossier_state where id = ${dossier}::uuid and standing = 'checked' and not to_confirm`.execute(tx);
  return rows.length > 0;
}

/** Whether the person may be decided on or heard: their dossier conforms, or an interview stands. */
export async function isCandidate(tx: Tx, dossier: string): Promise<boolean> {
  const { rows } = await sql`
    select from dossier_state s where s.id = ${dossier}::uuid and ((s.standing = 'checked' and not s.to_confirm)
      or exists (select from interview i where i.dossier = s.id and i.state not in ('postponed', 'cancelled')))`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Whether a decided candidate's dossier was withdrawn since. */
export async function withdrawnWithDossier(tx: Tx, dossier: string): Promise<boolean> {
  return (await withdrawnSince(tx, { dossier, limit: 1 })).length > 0;
}

export async function withdrawnSince(
  tx: Tx,
  { dossier, limit }: { readonly dossier?: string; readonly limit: number },
): Promise<{ dossier: string; at: Date }[]> {
  const { rows } = await sql<{ dossier: string; at: Date }>`
    select a.id as dossier, s.changed_at as at from admission_state a join dossier_state s on s.id = a.id
    where a.state in ('eligible', 'offered', 'accepted', 'waiting') and s.state = 'withdrawn'
      and (${dossier ?? null}::uuid is null or a.id = ${dossier ?? null}::uuid)
    order by s.changed_at, a.id limit ${limit}`.execute(tx);
  return rows;
}

export async function allStandings(tx: Tx): Promise<Standing[]> {
  return (await sql<Standing>`select ${STANDING} from admission_state a order by a.id`.execute(tx)).rows;
}

/** Candidates whose copy in the office’s queue is out of date. */
export async function decidedOtherwise(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from admission_state a join dossier_state s on s.id = a.id
    where s.decided = (a.state = any(${[...UNDECIDED]}::text[])) order by a.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Candidates whose copy in the interviews is out of date. */
export async function heardOtherwise(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from admission_state a left join interview_candidate c on c.id = a.id
    where c.may is distinct from (a.state = 'eligible') order by a.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The standing before any list: by the last eligibility decision, or withdrawn; or of a person already in training, accepted. */
export async function lastEligibility(tx: Tx): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select distinct on (f.dossier) f.dossier as id, coalesce((f.details ->> 'intake')::uuid, d.intake) as intake,
      case f.kind when 'withdrawn' then 'withdrawn' when 'carried' then 'accepted' else f.details ->> 'outcome' end as state, null as "answerBy",
      null::integer as rank, null::uuid as list
    from admission_fact f join dossier d on d.id = f.dossier
    where f.kind in ('eligibility', 'carried') or (f.kind = 'withdrawn' and f.list is null)
    order by f.dossier, f.place desc`.execute(tx);
  return rows;
}

/** Every list with its current candidates: excludes those who moved to another list or left between two. */
export async function listsOf(tx: Tx): Promise<{ commission: string; list: string; people: readonly string[] }[]> {
  const { rows } = await sql<{ commission: string; list: string; people: string[] }>`
    select c.id as commission, one.list, array_agg(one.dossier::text) as people
    from (
      select distinct on (f.dossier) f.dossier, f.list from admission_fact f
      where f.kind = 'listed' or (f.kind = 'withdrawn' and f.list is null) order by f.dossier, f.place desc
    ) one
      join admission_state a on a.id = one.dossier
      join commission c on c.intake = a.intake and c.adds_to is null
    where one.list is not null group by c.id, one.list order by one.list`.execute(tx);
  return rows;
}

/** Deferred from an earlier intake of the same diploma: they belong to the next list settled. */
export async function deferredInto(tx: Tx, intake: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.id as dossier, d.number, s.name, a.state, null as "answerBy", null::integer as rank
    from intake i
      join intake before on before.diploma = i.diploma and before.id <> i.id
        and before.settings ->> 'entryOn' < i.settings ->> 'entryOn'
      join admission_state a on a.intake = before.id and a.state = 'deferred'
      join dossier d on d.id = a.id
      join dossier_state s on s.id = a.id
    where i.id = ${intake}::uuid and s.state <> 'withdrawn'
    order by s.name, d.number`.execute(tx);
  return rows;
}

/** The name shown in lists. */
export async function nameOf(tx: Tx, dossier: string): Promise<string | null> {
  const query = tx.selectFrom("dossier_state").select("name").where("id", "=", dossier);
  return (await query.executeTakeFirst())?.name ?? null;
}

/** The candidacies whose offer had to be answered by this day, and was not. */
export async function unansweredOn(tx: Tx, day: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from admission_state where state = 'offered' and answer_by = ${day}::date order by id`.execute(tx);
  return rows.map(({ id }) => `candidacy:${id}`);
}
