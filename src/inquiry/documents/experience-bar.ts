/** The experience counted for a door, as a picture with the same words beside it. */
import { type Lang, sayDays } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import type { Block } from "../../documents/blocks.ts";
import { sayFullTime } from "../../decisions/eligibility/experience-words.ts";
import type { DoorAnswer } from "../../decisions/eligibility/rule.ts";

export function experienceBar({ diploma }: Law, { experience }: DoorAnswer, lang: Lang): Block[] {
  if (experience === undefined || diploma.experience === undefined) return [];
  const { counted, wide, required, missing } = experience;
  const { year } = diploma.experience;
  const say = (days: number) => sayFullTime(days, year.days, lang);
  const text = SAYS[lang]({
    counted: say(counted),
    wide: wide > counted ? say(wide) : undefined,
    required: say(required),
    // As in the reason beside it: the days still to be worked.
    missing: missing > 0 ? sayDays(Math.ceil(missing), lang) : undefined,
  });
  return [
    {
      kind: "bar",
      counted: Math.min(1, counted / required),
      wide: Math.min(1, wide / required),
      alt: `${ALT[lang]} ${text}`,
      text: `${text} ${capital(year.label[lang])}.`,
    },
  ];
}

type Said = { counted: string; wide: string | undefined; required: string; missing: string | undefined };
const SAYS = {
  fr: ({ counted, wide, required, missing }: Said) =>
    `Compté : ${counted}, pour ${required} demandés${wide ? ` ; ${wide} avec les périodes à apprécier` : ""}${missing ? ` ; il en manque ${missing}` : ""}.`,
  en: ({ counted, wide, required, missing }: Said) =>
    `Counted: ${counted}, for ${required} asked${wide ? `; ${wide} with the periods to be assessed` : ""}${missing ? `; ${missing} are missing` : ""}.`,
};
const ALT = { fr: "Barre de l’expérience :", en: "Bar of experience:" };
