/** Contact details as they stand now, to be changed: one's own, or those of a person without an account. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { contactOf } from "../../mail/address.ts";
import { isInHand } from "../hands.ts";
import * as output from "../output.ts";
import { lineOf } from "../rules/sections.ts";
import { findDossier } from "../store.ts";
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
    return contactNow(tx, latest, (await contactOf(tx, actor.account))?.address ?? null);
  },
});

export const contactOfPerson = defineView({
  name: "contactOfPerson",
  label: {
    fr: "Voir les coordonnées d’une personne sans compte",
    en: "See the contact details of a person without an account",
  },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id }, closed),
  output: output.contactNow,
  async read({ tx, actor, input }) {
    const dossier = await findDossier(tx, input.dossier);
    if (!dossier || dossier.account !== null || !isInHand(dossier, actor)) return undefined;
    if ((await submissionsOf(tx, dossier.id)).length === 0) return undefined;
    return contactNow(tx, dossier.id, dossier.address);
  },
});

const FIELDS = ["phone", "street", "streetMore", "postcode", "city", "country"] as const;

async function contactNow(tx: Tx, dossier: string, mail: string | null) {
  const { identity, contact } = await sectionsNow(tx, dossier);
  const lines = Object.fromEntries(FIELDS.map((name) => [name, lineOf(contact, name)]));
  return {
    dossier,
    mail,
    usedName: lineOf(identity, "usedName"),
    birthName: lineOf(identity, "birthName"),
    givenNames: lineOf(identity, "givenNames"),
    bornOn: lineOf(identity, "bornOn"),
    contact: lines as Record<(typeof FIELDS)[number], string>,
  };
}
