/** The inputs of a path, as declared. A name that the law no longer has is shown as it is. */
import { countryName } from "../../kit/country.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import { kindLabel } from "../../law/title-words.ts";
import type { TitleInput } from "../../law/titles.ts";
import { sayFunding } from "../price-documents/price.ts";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { pathWords, sayHours } from "./words.ts";

export type Counted = {
  readonly of: "on" | "titles" | "held" | "grants" | "declined" | "track" | "funding";
  readonly label: string;
  readonly value: string;
};

export function counted(law: Law, input: QuoteInput, lang: Lang): Counted[] {
  const { diploma, school } = law;
  const words = pathWords(lang);
  const by = (name: string) => diploma.held.find((entry) => entry.by === name)?.label[lang] ?? name;
  const track = school.tracks.find((entry) => entry.track === input.track)?.label[lang] ?? input.track;
  const row = (of: Counted["of"], values: readonly string[]): Counted => ({
    of,
    label: words[of],
    value: values.join(lang === "fr" ? " ; " : "; ") || words.none,
  });
  const { held = [], grants = [], declined = [] } = input;
  const relieves = diploma.reliefs.length > 0 || diploma.grants !== undefined;
  const asked = (of: Counted["of"], known: boolean, values: readonly string[]) =>
    known || values.length > 0 ? [row(of, values)] : [];
  return [
    row("on", [sayDay(input.on, lang)]),
    row(
      "titles",
      input.titles.map((title) => sayTitle(law, title, lang)),
    ),
    ...asked(
      "held",
      diploma.held.length > 0,
      held.map((one) => `${one.domain} (${by(one.by)}, ${sayDay(one.validatedOn, lang)})`),
    ),
    ...asked(
      "grants",
      diploma.grants !== undefined,
      grants.map((one) => `${one.unit} (${sayHours(one.hours, lang)}, ${words.grant(one.protocol)})`),
    ),
    ...asked("declined", relieves, declined.length > 0 ? [declined.join(", ")] : []),
    ...(school.tracks.length > 1 ? [row("track", [track])] : []),
    row("funding", [sayFunding(school, input.funding, lang)]),
  ];
}

function sayTitle(
  { diploma }: Law,
  { title, kind, country, awardedOn, awardedAs = awardedOn }: TitleInput,
  lang: Lang,
): string {
  const named = diploma.catalogue.find((entry) => entry.title === title);
  const name = named
    ? `${named.label[lang]} (${named.title})`
    : (kindLabel(diploma, kind, country)?.[lang] ?? title ?? kind ?? "");
  return [capital(name), ...(country ? [countryName(country, lang)] : []), pathWords(lang).awarded(awardedAs)].join(
    ", ",
  );
}
