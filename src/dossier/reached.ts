/**
 * Where the person of a dossier is written to, whatever they are by now (a candidate, in training, before a jury): into their
 * account, to the address that they gave, else by a letter to the postal address of their dossier. Nobody is left out.
 */
import type { Postal, Reached } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { isFrance } from "../kit/country.ts";
import { contactOf } from "../mail/address.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";
import { type Contents, lineOf } from "./rules/sections.ts";
import { findDossier, sectionsOf } from "./store.ts";

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

/** The same by the dossier that they came with; `undefined` where it is no more. */
export async function findReached(tx: Tx, dossier: string): Promise<Reached | undefined> {
  const found = await findDossier(tx, dossier);
  return found && reached(tx, found);
}

/** Of somebody in training, whose dossier is kept as long as they are. */
export async function reachedBy(tx: Tx, dossier: string): Promise<Reached> {
  return reached(tx, (await findDossier(tx, dossier))!);
}

/** In whose account a dossier is. */
export async function findDossierAccount(tx: Tx, dossier: string): Promise<string | null | undefined> {
  return (await findDossier(tx, dossier))?.account;
}

async function postalOf(tx: Tx, { id, number }: Pick<Dossier, "id" | "number">): Promise<Postal> {
  const saved = new Map((await sectionsOf(tx, id)).map(({ section, contents }) => [section, contents]));
  return postal(saved.get("identity") ?? {}, saved.get("contact") ?? {}, number);
}

function postal(identity: Contents, contact: Contents, number: string): Postal {
  const surname = lineOf(identity, "usedName") || lineOf(identity, "birthName");
  const given = lineOf(identity, "givenNames").split(/[\s,]+/)[0] ?? "";
  const town = [lineOf(contact, "postcode"), lineOf(contact, "city")].filter(Boolean).join(" ");
  const country = lineOf(contact, "country");
  const lines = [lineOf(contact, "street"), lineOf(contact, "streetMore"), town];
  return {
    name: `${given} ${surname}`.trim() || number,
    lines: [...lines, ...(isFrance(country) ? [] : [country.toUpperCase()])].filter(Boolean),
  };
}
