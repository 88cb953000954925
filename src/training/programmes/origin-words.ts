/** Where an exemption comes from, in words: the title or the jury, the authority's answer, the decision, and its source. */
import { inBoth } from "../../kit/in-both.ts";
import { du, type Lang, sayDay } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";
import type { Origin } from "../rules/origin.ts";

const SAID = inBoth({
  dispensed: (title: string) => [french`dispense au titre ${du(title)}`, `dispense on account of the ${title}`],
  contested: (title: string) => [
    french`dispense au titre ${du(title)}, contestée : l’autorité n’a pas répondu`,
    `dispense on account of the ${title}, contested: the authority has not answered`,
  ],
  validated: (by: string, day: string) => [
    french`${by === "" ? "validation" : by}, notifiée le ${day}`,
    `${by === "" ? "validation" : by}, notified on ${day}`,
  ],
  granted: (by: string, day: string | null) => [
    french`confirmée par ${by}${day === null ? "" : ` le ${day}`}`,
    `confirmed by ${by}${day === null ? "" : ` on ${day}`}`,
  ],
  refused: (by: string, day: string | null) => [
    french`refusée par ${by}${day === null ? "" : ` le ${day}`}`,
    `refused by ${by}${day === null ? "" : ` on ${day}`}`,
  ],
  decided: (day: string) => [`décision d’allègement du ${day}`, `decision on relief of ${day}`],
  signed: ["programme individuel signé", "signed individual programme"],
});

export function sayOrigin(origin: Origin, lang: Lang): string {
  const words = SAID[lang];
  const { by, validatedOn, contested, answer, decidedOn, paper, source } = origin;
  const title = by[lang];
  const what =
    validatedOn === null
      ? (contested ? words.contested : words.dispensed)(title)
      : words.validated(title, sayDay(validatedOn, lang));
  const answered =
    answer && (answer.granted ? words.granted : words.refused)(answer.by, answer.on && sayDay(answer.on, lang));
  const decided = paper ?? (decidedOn === null ? words.signed : words.decided(sayDay(decidedOn, lang)));
  const parts = [what, answered, decided].filter((one) => one !== null);
  return `${parts.join(", ")}${source === null ? "" : ` (${source[lang]})`}`;
}
