/** Contact details as they stand now, to be changed: one's own, or by the office those of a person who lets it know. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { contactOf } from "../../mail/address.ts";
import { officeReads } from "../hands.ts";
import * as output from "../output.ts";
import type { Dossier } from "../rules/dossier.ts";
import { lineOf } from "../rules/sections.ts";
import { submissionsOf } from "../history/store.ts";
import { handedInBy, sectionsNow } from "./store.ts";

export const myContact = defineView({
  name: "myContact",
  label: { fr: "Voir ses coordonnées", en: "See one’s contact details" },
  who: "apply",
  form: Type.Object({}, closed),
  output: output.contactNow,
  async read({ tx, actor }) {
    if (actor.kind !== "account") return undefined;
    const [latest] = await handedInBy(tx, actor.account);
    if (latest === undefined) return undefined;
    return contactNow(tx, { id: latest, account: actor.account, address: null });
  },
});

export const contactOfPerson = defineView({
  name: "contactOfPerson",
  label: { fr: "Voir les coordonnées d’une personne", en: "See somebody’s contact details" },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id }, closed),
  output: output.contactNow,
  async read({ tx, actor, input }) {
    const dossier = await officeReads(tx, actor, input.dossier);
    if (!dossier || (await submissionsOf(tx, dossier.id)).length === 0) return undefined;
    return contactNow(tx, dossier);
  },
});

const FIELDS = ["phone", "street", "streetMore", "postcode", "city", "country"] as const;

async function contactNow(tx: Tx, { id, account, address }: Pick<Dossier, "id" | "account" | "address">) {
  const { identity, contact } = await sectionsNow(tx, id);
  const lines = Object.fromEntries(FIELDS.map((name) => [name, lineOf(contact, name)]));
  return {
    dossier: id,
    account: account !== null,
    mail: account === null ? address : ((await contactOf(tx, account))?.address ?? null),
    usedName: lineOf(identity, "usedName"),
    birthName: lineOf(identity, "birthName"),
    givenNames: lineOf(identity, "givenNames"),
    bornOn: lineOf(identity, "bornOn"),
    contact: lines as Record<(typeof FIELDS)[number], string>,
  };
}
