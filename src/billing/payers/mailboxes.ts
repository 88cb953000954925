/**
 * The mailboxes from which a payer signs. Each is vouched for by two: who entered it, and a second person of the school or the payer itself,
 * from the register's mailbox. The act names `payer_mailbox` among its `writes`.
 */
import { sql } from "kysely";
import { takeChains } from "../../act/chain.ts";
import type { Performing } from "../../act/act.ts";
import { change, keep } from "../../act/keep.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import type { Lang } from "../../kit/lang.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { isSecond } from "../../people/second.ts";
import type { Payer } from "./store.ts";

export type Mailbox = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly language: Lang;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  /** The second person; null as long as one alone stands behind it. */
  readonly confirmedBy: string | null;
};

const MAILBOX = sql`id, name, address, language, entered_by as "enteredBy", entered_at as "enteredAt", confirmed_by as "confirmedBy"`;

export async function mailboxesOf(tx: Tx, payer: string): Promise<readonly Mailbox[]> {
  const { rows } = await sql<Mailbox>`
    select ${MAILBOX} from payer_mailbox where payer = ${payer}::uuid and ended_at is null order by entered_at, id`.execute(
    tx,
  );
  return rows;
}

export async function mailboxAt(tx: Tx, payer: string, address: string): Promise<Mailbox | undefined> {
  const { rows } = await sql<Mailbox>`
    select ${MAILBOX} from payer_mailbox
    where payer = ${payer}::uuid and address_key = ${addressKey(address)} and ended_at is null`.execute(tx);
  return rows[0];
}

export function isRegisters({ email }: Pick<Payer, "email">, address: string): boolean {
  return email !== "" && addressKey(email) === addressKey(address);
}

type Context = Pick<Performing<unknown>, "tx" | "actor" | "at">;
type Contact = { readonly name: string; readonly address: string; readonly language: Lang };
const whose = (payer: string) => ({ of: `payer:${payer}` });

/** By one person: nothing is signed from it yet. The payer is locked. */
export async function enterMailbox({ tx, actor, at }: Context, payer: string, contact: Contact): Promise<Mailbox> {
  const { name, language } = contact;
  const address = contact.address.trim();
  const row = { id: newId(), name, address, language };
  await takeChains(tx, [`payer:${payer}`]);
  await keep(
    tx,
    "payer_mailbox",
    { ...row, payer, address_key: addressKey(address), entered_by: actorName(actor), entered_at: at },
    whose(payer),
  );
  return { ...row, enteredBy: actorName(actor), enteredAt: at, confirmedBy: null };
}

export function maySecond({ tx, actor }: Pick<Context, "tx" | "actor">, { enteredBy: by, address }: Mailbox) {
  return isSecond(tx, actor, { by, address });
}

export async function confirmMailbox({ tx, actor, at }: Context, payer: string, { id }: Mailbox): Promise<void> {
  await takeChains(tx, [`payer:${payer}`]);
  await change(tx, "payer_mailbox", id, { confirmed_by: actorName(actor), confirmed_at: at }, whose(payer));
}

/** Nothing more is signed from it; entered again, it is vouched for anew. */
export async function endMailbox({ tx, at }: Pick<Context, "tx" | "at">, payer: string, id: string): Promise<void> {
  await takeChains(tx, [`payer:${payer}`]);
  await change(tx, "payer_mailbox", id, { ended_at: at }, whose(payer));
}
