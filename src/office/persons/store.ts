/** The SQL of people: an account, or a dossier without one. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { foundBy } from "../../dossier/found.ts";
import type { Standing } from "../../dossier/rules/place.ts";
import type { Search } from "../../dossier/rules/search.ts";

/** More than are shown, since a person may have several dossiers, and each may be found in two ways. */
const AMONG = 200;

/** The best found first; among equals, whose dossier moved last. */
export async function findPersons(tx: Tx, search: Search, limit: number): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select coalesce(d.account, d.id) as person
    from (select id, min(rank) as rank from ${foundBy(search, null, AMONG)} group by id) f
    join dossier d on d.id = f.id join dossier_state s on s.id = f.id
    group by person order by min(f.rank), max(s.changed_at) desc, person limit ${limit}`.execute(tx);
  return rows.map(({ person }) => person);
}

/** A dossier of a person, with the names that were handed in; a draft gives the account's name alone. */
export type PersonDossier = {
  readonly person: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly number: string;
  readonly intake: string;
  readonly diploma: string;
  readonly label: Label;
  readonly standing: Standing;
  readonly name: string | null;
  readonly birthName: string | null;
  readonly usedName: string | null;
  readonly givenNames: string | null;
  readonly bornOn: string | null;
  /** The names of before a correction. */
  readonly elder: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
};

/** Every dossier of these people, latest first. */
export async function dossiersOfPersons(tx: Tx, persons: readonly string[]): Promise<PersonDossier[]> {
  if (persons.length === 0) return [];
  const ids = sql`${sql.val([...persons])}::uuid[]`;
  const { rows } = await sql<PersonDossier>`
    select coalesce(d.account, d.id) as person, d.id as dossier, d.account, d.number, d.intake, i.diploma,
      i.settings -> 'label' as label, s.standing, s.name,
      n.identity ->> 'birthName' as "birthName", n.identity ->> 'usedName' as "usedName",
      n.identity ->> 'givenNames' as "givenNames", n.identity ->> 'bornOn' as "bornOn",
      (select string_agg(said.value, ', ' order by f.place, said.key) from dossier_fact f, jsonb_each_text(f.details -> 'before') said
        where f.dossier = d.id and f.kind = 'identity-accepted' and said.key in ('birthName', 'givenNames') and said.value <> '') as elder,
      s.phone, coalesce(c.address, d.address) as address, d.started_at as "startedAt", s.submitted_at as "submittedAt"
    from (
      select id, account, number, intake, address, started_at from dossier where account = any(${ids})
      union all
      select id, account, number, intake, address, started_at from dossier where id = any(${ids}) and account is null) d
    join dossier_state s on s.id = d.id join intake i on i.id = d.intake
    left join lateral account_contact(d.account) c on d.account is not null
    left join lateral (
      select b.contents -> 'identity' || dossier_changed(d.id, 'identity', least(x.saved_at, b.submitted_at)) as identity
      from submission b
      left join dossier_section x on x.dossier = b.dossier and x.section = 'identity'
      where b.dossier = d.id order by b.place desc limit 1) handed on true
    left join lateral (
      select b.contents as identity from dossier_section b
      where b.dossier = d.id and b.section = 'identity' and d.account is null) entered on true,
    lateral (select coalesce(handed.identity, entered.identity) as identity) n
    order by d.started_at desc, d.id desc`.execute(tx);
  return rows;
}

/** The person whose dossier or account this is; `undefined` for nobody of this school. */
export async function personCalled(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ person: string }>`
    select coalesce(account, id) as person from dossier where id = ${id}::uuid
    union all (select account from dossier where account = ${id}::uuid limit 1)`.execute(tx);
  return rows[0]?.person;
}

/** Whose these dossiers are, in the order given. */
export async function personsOf(tx: Tx, dossiers: readonly string[]): Promise<string[]> {
  if (dossiers.length === 0) return [];
  const rows = await tx.selectFrom("dossier").select(["id", "account"]).where("id", "in", dossiers).execute();
  const persons = new Map(rows.map(({ id, account }) => [id, account ?? id]));
  return [...new Set(dossiers.flatMap((id) => persons.get(id) ?? []))];
}
