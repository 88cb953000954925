/** What somebody who accepts a place says yes to: the first day, the hours, the price and who pays it; then the paper that they sign. */
import type { Performing } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import { type Label, type Lang, sayDay, sayMinutes, sayEuros } from "../kit/lang.ts";
import type { Law } from "../law/law.ts";
import type { Intake } from "../intake/intake.ts";
import { lastOf } from "./facts.ts";
import type { Fact } from "./rules/candidacy.ts";
import { factsOf } from "./store.ts";

export type PlaceTerms = {
  /** Null once it is past: the next one is not known here. */
  readonly startsOn: Day | null;
  /** Null until relief is decided, on which hours and price depend. */
  readonly path: {
    readonly minutes: number;
    /** In cents. */
    readonly total: number | null;
    readonly payers: readonly {
      readonly label: Label;
      readonly amount: number;
      /** What the person pays themselves. */
      readonly own: boolean;
    }[];
  } | null;
};

type Asked = { readonly intake: Pick<Intake, "entryOn">; readonly law: Law; readonly today: Day };

/** By the last relief decided. */
export function placeTerms(facts: readonly Pick<Fact, "kind" | "details">[], asked: Asked): PlaceTerms {
  const { intake, law, today } = asked;
  const startsOn = intake.entryOn < today ? null : intake.entryOn;
  const relief = lastOf(facts, "relief")?.details;
  const hours = (relief?.pathway.answer as { totals?: { theory: number; practice: number } } | null | undefined)
    ?.totals;
  if (!relief || !hours) return { startsOn, path: null };
  const quote = relief.quote.answer as Quote | null;
  const { funders } = law.school;
  const payers = (quote?.payers ?? []).flatMap(({ source, amount }) => {
    const funder = funders.find((one) => one.funder === source);
    return amount > 0 && funder ? [{ label: funder.label, amount, own: funder.personal === true }] : [];
  });
  const minutes = Math.round((hours.theory + hours.practice) * 60);
  return { startsOn, path: { minutes, total: quote?.total ?? null, payers } };
}

type Quote = {
  readonly total: number;
  readonly payers: readonly { readonly source: string; readonly amount: number }[];
};

/** For the mails of an offer and of its answer. */
export async function termsLines(
  { tx }: Pick<Performing<unknown>, "tx">,
  dossier: string,
  asked: Asked,
): Promise<readonly Label[]> {
  return sayTerms(placeTerms(await factsOf(tx, dossier), asked));
}

export function sayTerms({ startsOn, path }: PlaceTerms): readonly Label[] {
  const begins: Label =
    startsOn === null
      ? { fr: "Rentrée\u00a0: date à venir.", en: "The course starts on a day still to come." }
      : { fr: `Rentrée\u00a0: ${sayDay(startsOn, "fr")}.`, en: `The course starts on ${sayDay(startsOn, "en")}.` };
  if (path === null) return [begins, UNDECIDED];
  const follow: Label = {
    fr: `Heures à suivre\u00a0: ${sayMinutes(path.minutes, "fr")}.`,
    en: `Hours to follow: ${sayMinutes(path.minutes, "en")}.`,
  };
  const { total } = path;
  if (total === null) return [begins, follow];
  const shares = (lang: Lang) =>
    path.payers
      .map(({ label, amount, own }) => `${own ? SELF[lang] : label[lang]}, ${sayEuros(amount, lang)}`)
      .join(lang === "fr" ? "\u00a0; " : "; ");
  const price: Label = {
    fr: `Prix\u00a0: ${sayEuros(total, "fr")}. Payé par\u00a0: ${shares("fr")}.`,
    en: `Price: ${sayEuros(total, "en")}. Paid by: ${shares("en")}.`,
  };
  return [begins, follow, price];
}

const SELF: Label = { fr: "vous-même", en: "yourself" };
const UNDECIDED: Label = {
  fr: "Heures et prix\u00a0: l’école décide d’abord de vos allègements, puis vous les écrit.",
  en: "Hours and price: the school decides on your reliefs first, then writes them to you.",
};

/** What follows a yes. Who pays for themselves signs a contract; another payer signs a convention. */
export const AFTER_YES: Label = {
  fr: "Ensuite, dites qui paie\u00a0: l’école prépare votre contrat à signer, et une convention pour qui paie avec vous. Elle vous inscrit après.",
  en: "Next, say who pays: the school prepares your contract to be signed, and an agreement for whoever pays with you. It enrols you after that.",
};
