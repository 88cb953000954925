/**
 * Where the person of a dossier is written to, whatever they are by now (a candidate, in training, before a jury): into their
 * account, to the address that they gave, else by a letter to the postal address of their dossier. Nobody is left out.
 */
import type { Tx } from "../db/school.ts";
import { isFrance } from "../kit/country.ts";
import type { Lang } from "../kit/lang.ts";
import { contactOf } from "../record/mail/address.ts";
import type { Postal } from "../record/mail/rules/letter.ts";
import type { Dossier } from "./rules/dossier.ts";
import { type Contents, lineOf } from "./rules/sections.ts";
import { findDossier, sectionsOf } from "./store.ts";

export type Reached = {
  /** Whose account shows it; null of whoever has none. */
  readonly reader: string | null;
  readonly to: string | Postal;
  /** That of their account, or of their dossier. */
  readonly lang: Lang;
};

export async function reached(
  tx: Tx,
  dossier: Pick<Dossier, "id" | "number" | "account" | "address" | "language">,
): Promise<Reached> {
  const { account, address, language } = dossier;
  const contact = account === null ? undefined : await contactOf(tx, account);
  if (contact) return { reader: `account:${account}`, to: contact.address, lang: contact.language };
  return { reader: null, to: address ?? (await postalOf(tx, dossier)), lang: language };
}

/** The same of somebody in training, by the dossier that they came with. */
export async function reachedBy(tx: Tx, dossier: string): Promise<Reached> {
  return reached(tx, (await findDossier(tx, dossier))!);
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
