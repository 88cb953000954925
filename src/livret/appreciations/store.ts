/** The SQL of appreciations: requests, and the texts, of which the last counts. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { change, dropping, keep } from "../../act/keep.ts";
import type { Day } from "../../kit/day.ts";

export type Request = {
  readonly id: string;
  readonly enrolment: string;
  readonly kind: string;
  readonly askedOf: string;
  readonly name: string;
  readonly dueOn: Day;
  readonly withdrawnWhy: string | null;
};

type Written = {
  readonly number: number;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

export type Asked = Request & { readonly written: Written | null };

type Row = Request & {
  readonly number: number | null;
  readonly words: string | null;
  readonly writtenName: string | null;
  readonly at: Date | null;
};

const ASKED = sql`r.id, r.enrolment, r.kind, r.asked_of as "askedOf", r.name, to_char(r.due_on, 'YYYY-MM-DD') as "dueOn",
  r.withdrawn_why as "withdrawnWhy", a.number, a.words, a.name as "writtenName", a.written_at as at`;
const WITH_LAST = sql`appreciation_request r left join lateral (
  select number, words, name, written_at from appreciation w where w.request = r.id order by number desc limit 1) a on true`;

function askedOf({ number, words, writtenName, at, ...request }: Row): Asked {
  const written = number === null ? null : { number, words: words!, by: writtenName!, at: at! };
  return { ...request, written };
}

/** Of these trainees, in the order of the requests. */
export async function requestsAbout(tx: Tx, enrolments: readonly string[]): Promise<readonly Asked[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${ASKED} from ${WITH_LAST}
    where r.enrolment in (${sql.join(enrolments.map((id) => sql`${id}::uuid`))}) order by r.asked_at, r.id`.execute(tx);
  return rows.map(askedOf);
}

/** Of one author: those to write first, by due day. */
export async function requestsOf(
  tx: Tx,
  actor: string,
  limit: number,
): Promise<readonly (Asked & { readonly about: string })[]> {
  const { rows } = await sql<Row & { about: string }>`
    select ${ASKED}, e.name as about from ${WITH_LAST} join enrolment e on e.id = r.enrolment
    where r.asked_of = ${actor} and r.withdrawn_why is null
    order by a.number is not null, r.due_on, e.name, r.id limit ${limit}`.execute(tx);
  return rows.map(({ about, ...row }) => ({ ...askedOf(row), about }));
}

export async function findRequest(tx: Tx, id: string): Promise<Asked | undefined> {
  const { rows } = await sql<Row>`select ${ASKED} from ${WITH_LAST} where r.id = ${id}::uuid`.execute(tx);
  return rows[0] && askedOf(rows[0]);
}

type By = { readonly by: string; readonly at: Date };

export async function insertRequest(
  tx: Tx,
  { id, enrolment, kind, askedOf: asked_of, name, dueOn, by, at }: Omit<Request, "withdrawnWhy"> & By,
  whose: { readonly of: string },
): Promise<void> {
  const row = { asked_of, name, due_on: dueOn, asked_by: by, asked_at: at, withdrawn_why: null };
  await keep(tx, "appreciation_request", { id, enrolment, kind, ...row }, whose);
}

export async function withdrawRequest(tx: Tx, id: string, why: string): Promise<void> {
  await change(tx, "appreciation_request", id, { withdrawn_why: why });
}

type New = By & {
  readonly id: string;
  readonly enrolment: string;
  readonly request: string;
  readonly number: number;
  readonly words: string;
  readonly reason: string;
  readonly name: string;
};

export async function insertAppreciation(tx: Tx, { by, at, ...row }: New): Promise<void> {
  await keep(tx, "appreciation", { ...row, written_by: by, written_at: at });
}

/** Erased with the enrolment. */
export async function eraseAppreciations(tx: Tx, enrolment: string): Promise<void> {
  await dropping(tx, "appreciation", tx.deleteFrom("appreciation").where("enrolment", "=", enrolment));
  await dropping(tx, "appreciation_request", tx.deleteFrom("appreciation_request").where("enrolment", "=", enrolment));
}
