/** How far the experience of a door has got, as a picture with the same words beside it. */
import { type Lang, sayNumber } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import type { Block } from "../../record/documents/blocks.ts";
import type { DoorAnswer } from "../rules/eligibility.ts";

export function experienceBar({ diploma }: Law, { experience }: DoorAnswer, lang: Lang): Block[] {
  if (experience === undefined) return [];
  const { counted, wide, required, missing } = experience;
  const text = SAYS[lang]({
    counted: say(counted, lang),
    wide: wide > counted ? say(wide, lang) : undefined,
    required: say(required, lang),
    missing: missing > 0 ? say(missing, lang) : undefined,
  });
  return [
    {
      kind: "bar",
      counted: Math.min(1, counted / required),
      wide: Math.min(1, wide / required),
      alt: `${ALT[lang]} ${text}`,
      text: `${text} ${capital(diploma.experience.year.label[lang])}.`,
    },
  ];
}

/** Part-time gives ten-thousandths of a day; one decimal is enough to read. */
function say(days: number, lang: Lang): string {
  return sayNumber(Math.round(days * 10) / 10, lang);
}

type Said = { counted: string; wide: string | undefined; required: string; missing: string | undefined };
const SAYS = {
  fr: ({ counted, wide, required, missing }: Said) =>
    `${counted} jours comptés sur ${required} demandés${wide ? ` ; ${wide} avec les périodes à apprécier` : ""}${missing ? ` ; il en manque ${missing}` : ""}.`,
  en: ({ counted, wide, required, missing }: Said) =>
    `${counted} days counted of ${required} asked${wide ? `; ${wide} with the periods to be assessed` : ""}${missing ? `; ${missing} are missing` : ""}.`,
};
const ALT = { fr: "Barre de l’expérience :", en: "Bar of experience:" };
