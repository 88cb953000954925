/** What was arranged for a candidate, for whoever holds the exam: how it is done, and never why. */
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { sayArranged } from "../../dossier/arranged-words.ts";
import { arranged } from "../../dossier/rules/arranged.ts";
import { arrangedFacts } from "../store.ts";

const EXTRA_TIME = "extra-time";

/** Whether more time is arranged for them. */
export async function isGrantedTime(tx: Tx, enrolment: string): Promise<boolean> {
  return arranged(await arrangedFacts(tx, enrolment))?.arranged.effects.includes(EXTRA_TIME) ?? false;
}

export async function arrangedFor(tx: Tx, enrolment: string): Promise<Label | null> {
  const found = arranged(await arrangedFacts(tx, enrolment))?.arranged;
  if (!found) return null;
  const said = (lang: "fr" | "en") => [sayArranged(found, lang), found.words].filter(Boolean).join(" – ");
  const both = { fr: said("fr"), en: said("en") };
  return both.fr === "" ? null : both;
}
