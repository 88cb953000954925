/** What the page shows of what is taken into an account: whose application it is, and all that was entered. The act compares it. */
import type { Performing } from "../../act/act.ts";
import { type Shown, textLine } from "../../act/shows.ts";
import { findIntake } from "../../intake/intake.ts";
import { labelled, sayNumber } from "../../kit/lang.ts";
import type { Dossier } from "../rules/dossier.ts";
import { nameOf, type Standing, standingOf } from "../standing.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "today">;

export async function standingNow({ tx, law, today }: Context, dossier: Dossier): Promise<Standing> {
  const intake = (await findIntake(tx, dossier.intake))!;
  return standingOf(tx, dossier, intake, law(intake.diploma, { version: intake.lawVersion })!, today);
}

export function enteredLines({ number }: Dossier, { sections, draft, files }: Standing): Shown {
  const name = nameOf(sections.identity ?? {}) ?? "–";
  return [
    { what: { fr: "Dossier", en: "Application" }, is: labelled(() => number) },
    { what: { fr: "Nom", en: "Name" }, is: labelled(() => name) },
    { what: { fr: "Diplômes", en: "Diplomas" }, is: labelled((lang) => sayNumber(draft.titles.length, lang)) },
    { what: { fr: "Pièces", en: "Pieces" }, is: labelled((lang) => sayNumber(files.length, lang)) },
    textLine({ sections, draft, files }),
  ];
}
