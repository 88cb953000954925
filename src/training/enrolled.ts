/** The trainees, for the examination modules, which read no tables of training. */
import { sql } from "kysely";
import type { Reached } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { reachedBy } from "../dossier/reached.ts";
import type { Label } from "../kit/lang.ts";
import { contactOf } from "../mail/address.ts";
import { ENROLMENT, type EnrolmentState } from "./rules/enrolment.ts";

export const enrolmentChain = (id: string) => `enrolment:${id}`;

export type Enrolled = {
  readonly enrolment: string;
  readonly dossier: string;
  /** Null of a trainee without an account. */
  readonly account: string | null;
  /** Of their dossier; it tells namesakes apart. */
  readonly number: string;
  readonly cohort: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly name: string;
};

type Trainee = Pick<Enrolled, "enrolment" | "account">;

/** The trainee's key in the agenda: their account, or their enrolment if they have none. */
export function traineeKey({ enrolment, account }: Trainee): string {
  return account === null ? enrolmentChain(enrolment) : `account:${account}`;
}

/** The account that sees who opened the trainee's data. */
export function traineeActor({ account }: Pick<Enrolled, "account">): string | null {
  return account === null ? null : `account:${account}`;
}

/** The trainee's address; by post if there is no other. */
export async function traineeReached(tx: Tx, { enrolment, account }: Trainee): Promise<Reached> {
  const contact = account === null ? undefined : await contactOf(tx, account);
  if (contact) return { reader: `account:${account}`, to: contact.address, lang: contact.language };
  const [person] = await enrolledPersons(tx, { enrolment });
  return reachedBy(tx, person!.dossier);
}

/** How the training of each of these stands, where it does not run. */
export async function notRunning(tx: Tx, enrolments: readonly string[]): Promise<ReadonlyMap<string, Label>> {
  const found = tx.selectFrom("enrolment").select(["id", "state"]).where("state", "<>", "in-training");
  const rows = enrolments.length === 0 ? [] : await found.where("id", "in", enrolments).execute();
  return new Map(rows.map(({ id, state }) => [id, ENROLMENT.states[state as EnrolmentState]]));
}

type Which = {
  readonly diploma?: string;
  readonly cohort?: string;
  readonly enrolment?: string;
  readonly account?: string;
};

/** By name. */
export async function enrolledPersons(
  tx: Tx,
  { diploma, cohort, enrolment, account }: Which,
): Promise<readonly Enrolled[]> {
  const { rows } = await sql<Enrolled>`
    select e.id as enrolment, e.dossier, e.account, (select d.number from dossier d where d.id = e.dossier) as number, e.cohort, c.diploma, c.law_version as "lawVersion", e.name
    from enrolment e join cohort c on c.id = e.cohort
    where (${diploma ?? null}::text is null or c.diploma = ${diploma ?? null})
      and (${cohort ?? null}::uuid is null or e.cohort = ${cohort ?? null}::uuid)
      and (${enrolment ?? null}::uuid is null or e.id = ${enrolment ?? null}::uuid)
      and (${account ?? null}::uuid is null or e.account = ${account ?? null}::uuid)
    order by e.name, e.id`.execute(tx);
  return rows;
}
