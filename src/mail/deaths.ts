/**
 * Readers who died. No act or duty posts anything to them; a mail about money or the diploma goes, as a letter, to the person named by the
 * school.
 */
import { sql } from "kysely";
import type { Postal } from "../act/act.ts";
import { dropping, keep } from "../act/keep.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { newId } from "../kit/id.ts";
import { type Lang, sayDay } from "../kit/lang.ts";
import { mailboxKey } from "../kit/mail-address.ts";
import { json } from "../kit/sql.ts";
import type { Posting } from "./posting.ts";

/** `reader`: `account:<id>`, or `dossier:<id>` of somebody without an account. */
export type Death = {
  readonly reader: string;
  readonly name: string;
  readonly diedOn: Day;
  readonly paper: string;
  readonly instead: Postal | null;
  readonly by: string;
  readonly at: Date;
};

type NewDeath = Death & { readonly address: string | null; readonly about: string };

export async function insertDeath(tx: Tx, { diedOn, instead, by, at, address, ...death }: NewDeath): Promise<void> {
  await keep(tx, "reader_death", {
    id: newId(),
    ...death,
    address: address === null ? null : mailboxKey(address),
    died_on: diedOn,
    instead: instead && json(instead),
    recorded_by: by,
    recorded_at: at,
  });
}

export async function deathOf(tx: Tx, reader: string): Promise<Death | undefined> {
  const { rows } = await sql<Death>`
    select reader, name, to_char(died_on, 'YYYY-MM-DD') as "diedOn", paper, instead, recorded_by as by, recorded_at as at
    from reader_death where reader = ${reader}`.execute(tx);
  return rows[0];
}

export async function dropDeath(tx: Tx, reader: string): Promise<void> {
  await dropping(tx, "reader_death", tx.deleteFrom("reader_death").where("reader", "=", reader));
}

/** With the chain that records it, when that is erased. */
export async function dropDeathAbout(tx: Tx, chain: string): Promise<void> {
  await dropping(tx, "reader_death", tx.deleteFrom("reader_death").where("about", "=", chain));
}

/** Of these mails, those that go out, each to whom it goes. */
export async function forTheLiving(tx: Tx, postings: readonly Posting[]): Promise<readonly Posting[]> {
  const deaths = await deathsAmong(tx, postings);
  if (deaths.length === 0) return postings;
  return postings.flatMap((posting) => {
    const death = deaths.find(({ reader, address }) => reader === readerOf(posting) || address === mailboxOf(posting));
    if (!death) return posting;
    return posting.estate && death.instead ? toEstate(posting, { ...death, instead: death.instead }) : [];
  });
}

/** Whether a mail that is sent again would go to somebody who died. */
export async function isToDead(tx: Tx, posting: Pick<Posting, "reader" | "to">): Promise<boolean> {
  return (await deathsAmong(tx, [posting])).length > 0;
}

function toEstate(posting: Posting, { instead, name, diedOn }: Found & { readonly instead: Postal }): Posting {
  const { link: _read, calendar: _hour, ...letter } = posting;
  return {
    ...letter,
    reader: null,
    to: instead,
    paragraphs: [inPlaceOf(posting.lang, name, diedOn), ...posting.paragraphs],
  };
}

const inPlaceOf = (lang: Lang, name: string, diedOn: Day) =>
  lang === "fr"
    ? `Nous vous écrivons au sujet de ${name}, dont l’école a appris le décès, le ${sayDay(diedOn, lang)}. Ce qui suit lui était destiné.`
    : `We write to you about ${name}, of whose death on ${sayDay(diedOn, lang)} the school has been told. What follows was meant for them.`;

type Reached = Pick<Posting, "reader" | "to">;
type Found = Pick<Death, "reader" | "name" | "diedOn" | "instead"> & { readonly address: string | null };

async function deathsAmong(tx: Tx, postings: readonly Reached[]): Promise<readonly Found[]> {
  const readers = [...new Set(postings.flatMap((one) => readerOf(one) ?? []))];
  const mailboxes = [...new Set(postings.flatMap((one) => mailboxOf(one) ?? []))];
  if (readers.length + mailboxes.length === 0) return [];
  const { rows } = await sql<Found>`
    select reader, address, name, to_char(died_on, 'YYYY-MM-DD') as "diedOn", instead from reader_death
    where reader = any(${readers}::text[]) or address = any(${mailboxes}::text[])`.execute(tx);
  return rows;
}

/** Somebody without an account is known by their dossier on a letter, and by their mailbox on a mail. */
function readerOf({ reader, to }: Reached): string | undefined {
  return reader ?? (typeof to === "string" ? undefined : to.of);
}

function mailboxOf({ reader, to }: Reached): string | undefined {
  return reader === null && typeof to === "string" ? mailboxKey(to) : undefined;
}
