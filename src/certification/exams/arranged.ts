/** What was arranged for a candidate, for whoever holds the exam: how it is done, and never why. */
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { sayArranged } from "../../dossier/arranged-words.ts";
import { arranged, grantsTime } from "../../dossier/rules/arranged.ts";
import { toArrange } from "../../dossier/to-arrange.ts";
import { arrangedFacts, dossiersOf } from "../store.ts";

/** Whether more time is arranged for them. */
export async function isGrantedTime(tx: Tx, enrolment: string): Promise<boolean> {
  const found = arranged(await arrangedFacts(tx, enrolment));
  return found !== undefined && grantsTime(found.arranged);
}

/** Those who asked for an arrangement that is not decided. */
export async function awaitArrangements(tx: Tx, enrolments: readonly string[]): Promise<ReadonlySet<string>> {
  const dossiers = await dossiersOf(tx, enrolments);
  const asked = await toArrange(tx, [...dossiers.values()]);
  return new Set(enrolments.filter((one) => asked.has(dossiers.get(one) ?? "")));
}

export async function arrangedFor(tx: Tx, enrolment: string): Promise<Label | null> {
  const found = arranged(await arrangedFacts(tx, enrolment))?.arranged;
  if (!found) return null;
  const said = (lang: "fr" | "en") => [sayArranged(found, lang), found.words].filter(Boolean).join(" – ");
  const both = { fr: said("fr"), en: said("en") };
  return both.fr === "" ? null : both;
}
