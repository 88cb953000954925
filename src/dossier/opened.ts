/** Notes for the person that somebody of the school opened a part of their dossier: by its page, or by an act that answers what is in it. */
import type { Performing } from "../act/act.ts";
import { noteOpening } from "../openings/openings.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";

const PARTS = {
  whole: { fr: "le dossier", en: "the application" },
  messages: { fr: "les messages", en: "the messages" },
  identity: {
    fr: "l’identité, et ce qui est demandé d’y corriger",
    en: "the identity, and what is asked to be corrected",
  },
} as const;

type Opened = Pick<Dossier, "id" | "account">;

export async function noteOpened(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  { id, account }: Opened,
  part: keyof typeof PARTS,
): Promise<void> {
  const whose = account === null ? null : `account:${account}`;
  await noteOpening(tx, { about: dossierChain(id), whose, actor, what: PARTS[part], at });
}
