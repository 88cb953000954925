/**
 * How to write to a dossier's person, now a candidate, trainee or examinee: into their account, at their address, else by letter to the
 * dossier's postal address. Everybody can be reached.
 */
import type { Postal, Reached } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { isFrance } from "../kit/country.ts";
import { contactOf } from "../mail/address.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";
import { type Contents, lineOf } from "./rules/sections.ts";
import { sectionsNow } from "./contact/store.ts";
import { findDossier } from "./store.ts";

export async function reached(
  tx: Tx,
  dossier: Pick<Dossier, "id" | "number" | "account" | "address" | "language">,
): Promise<Reached> {
  const { account, address, language } = dossier;
  const contact = account === null ? undefined : await contactOf(tx, account);
  if (contact) return { reader: `account:${account}`, to: contact.address, lang: contact.language };
  const to = address ?? { ...(await postalOf(tx, dossier)), of: dossierChain(dossier.id) };
  return { reader: null, to, lang: language };
}

/** By the dossier's id; `undefined` if it was erased. */
export async function findReached(tx: Tx, dossier: string): Promise<Reached | undefined> {
  const found = await findDossier(tx, dossier);
  return found && reached(tx, found);
}

/** For a trainee, whose dossier is kept as long as they are. */
export async function reachedBy(tx: Tx, dossier: string): Promise<Reached> {
  return reached(tx, (await findDossier(tx, dossier))!);
}

/** The account that owns a dossier. */
export async function findDossierAccount(tx: Tx, dossier: string): Promise<string | null | undefined> {
  return (await findDossier(tx, dossier))?.account;
}

/** Where letters to the person go; no lines where nothing was handed in. */
export async function lettersGoTo(tx: Tx, dossier: Pick<Dossier, "id" | "number">): Promise<readonly string[]> {
  return (await postalOf(tx, dossier)).lines;
}

async function postalOf(tx: Tx, { id, number }: Pick<Dossier, "id" | "number">): Promise<Postal> {
  const { identity, contact } = await sectionsNow(tx, id);
  return postal(identity, contact, number);
}

function postal(identity: Contents, contact: Contents, number: string): Postal {
  const surname = lineOf(identity, "usedName") || lineOf(identity, "birthName");
  const firstName = lineOf(identity, "givenNames").split(/[\s,]+/)[0] ?? "";
  const town = [lineOf(contact, "postcode"), lineOf(contact, "city")].filter(Boolean).join(" ");
  const country = lineOf(contact, "country");
  const lines = [lineOf(contact, "street"), lineOf(contact, "streetMore"), town];
  return {
    name: `${firstName} ${surname}`.trim() || number,
    lines: [...lines, ...(isFrance(country) ? [] : [country.toUpperCase()])].filter(Boolean),
  };
}
