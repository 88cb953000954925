/** The waiting letters in print: each in its reader's language, with its postal address. Pure. */
import { join } from "node:path";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { typographicAll } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Establishment } from "../../law/establishment.ts";
import type { LetterToHand } from "../rules/letter.ts";

export const LETTERS_TEMPLATE = join(import.meta.dirname, "letters.typ");

type Facts = {
  readonly school: Pick<Establishment, "name" | "address" | "timezone">;
  readonly letters: readonly Pick<LetterToHand, "lang" | "subject" | "paragraphs" | "postal" | "queuedAt">[];
  readonly today: Day;
};

export function lettersDocument({ school, letters, today }: Facts) {
  const { name, address, timezone } = school;
  const printed = ({ lang, subject, paragraphs, postal, queuedAt }: Facts["letters"][number]) => ({
    lang,
    to: [postal.name, ...postal.lines],
    written: WRITTEN[lang](sayDay(dayIn(new Date(queuedAt), timezone), lang)),
    subject,
    paragraphs,
  });
  return typographicAll(
    {
      date: today,
      title: `Courrier à remettre, ${sayDay(today, "fr")}`,
      school: { name, address },
      letters: letters.map(printed),
    },
    "fr",
  );
}

const WRITTEN = {
  fr: (day: string) => `Le ${day}`,
  en: (day: string) => day,
} as const satisfies Record<Lang, (day: string) => string>;
