/** A candidate's arrangements as examiners see them: what they are, never why. */
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { sayArranged } from "../../dossier/arranged-words.ts";
import { arranged, grantsTime } from "../../dossier/rules/arranged.ts";
import { dossiersAwaitingArrangement } from "../../dossier/to-arrange.ts";
import { arrangedFacts, dossiersOf } from "../store.ts";

/** Whether the candidate is granted extra time. */
export async function isGrantedTime(tx: Tx, enrolment: string): Promise<boolean> {
  const fact = arranged(await arrangedFacts(tx, enrolment));
  return fact !== undefined && grantsTime(fact.arranged);
}

/** The enrolments whose request for an arrangement is not decided yet. */
export async function enrolmentsAwaitingArrangement(
  tx: Tx,
  enrolments: readonly string[],
): Promise<ReadonlySet<string>> {
  const dossiers = await dossiersOf(tx, enrolments);
  const asked = await dossiersAwaitingArrangement(tx, [...dossiers.values()]);
  return new Set(enrolments.filter((one) => asked.has(dossiers.get(one) ?? "")));
}

export async function arrangedFor(tx: Tx, enrolment: string): Promise<Label | null> {
  const arrangement = arranged(await arrangedFacts(tx, enrolment))?.arranged;
  if (!arrangement) return null;
  const sentence = (lang: "fr" | "en") =>
    [sayArranged(arrangement, lang), arrangement.words].filter(Boolean).join(" – ");
  const both = { fr: sentence("fr"), en: sentence("en") };
  return both.fr === "" ? null : both;
}
