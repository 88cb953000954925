/** Why a rate has no figure, for who reads it and for who would publish it. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, sayList } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { capital } from "../../kit/typography.ts";
import { type EmptyWhy, overall, type Shown, whyEmpty } from "./rules/shown.ts";

const emptyWords = inBoth({
  /** Short, as it stands in a list of several rates. */
  why: {
    "not-over": ["l’année n’est pas finie", "the year is not over"],
    open: ["l’enquête n’est pas close", "the survey is not closed"],
    nobody: ["aucune personne concernée cette année", "no person concerned this year"],
    unanswered: ["personne n’a répondu", "nobody answered"],
    few: (minimum: number) => [`moins de ${minimum} personnes`, `fewer than ${minimum} people`],
    told: ["un petit groupe s’y reconnaîtrait", "a small group would be recognised in it"],
  },
  says: {
    later: (why: string) => [`Pas encore de chiffre : ${why}`, `No figure yet: ${why}`],
    none: (why: string) => [`Pas de chiffre : ${why}`, `No figure: ${why}`],
    hidden: (why: string) => [`Non publié : ${why}`, `Not published: ${why}`],
  },
  nothing: (year: number, whys: readonly string[]) => [
    `Rien ne se publie pour ${year} : aucun taux n’a de valeur. ${whys.join(" ")}`,
    `Nothing is published of ${year}: no rate has a value. ${whys.join(" ")}`,
  ],
  rates: (why: string, rates: readonly string[]) => [
    `${capital(why)} : ${sayList(rates, "fr")}.`,
    `${capital(why)}: ${sayList(rates, "en")}.`,
  ],
});

const SAID = {
  "not-over": "later",
  open: "later",
  nobody: "none",
  unanswered: "none",
  few: "hidden",
  told: "hidden",
} as const satisfies Record<EmptyWhy, string>;

function shortly(why: EmptyWhy, minimum: number, lang: Lang): string {
  const words = emptyWords[lang].why;
  return why === "few" ? words.few(minimum) : words[why];
}

export function sayEmpty(why: EmptyWhy, minimum: number, lang: Lang): string {
  return emptyWords[lang].says[SAID[why]](shortly(why, minimum, lang));
}

/** Which rates are empty, and why; of all sites where there are several. */
export function sayNothing(shown: Shown, lang: Lang): string {
  const words = emptyWords[lang];
  const whys = Map.groupBy(overall(shown), (one) => whyEmpty(one, shown.minimum));
  const said = [...whys].flatMap(([why, rates]) => {
    const labels = rates.map(({ label }) => label[lang]);
    return why ? [words.rates(shortly(why, shown.minimum, lang), labels)] : [];
  });
  return words.nothing(shown.year, said);
}

export function nothingToPublish(shown: Shown): Issue {
  return issue("year", sayNothing(shown, "fr"), sayNothing(shown, "en"));
}
