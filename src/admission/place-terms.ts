/** What somebody who accepts a place says yes to: the first day, the hours, the price and who pays it; then the paper that they sign. */
import type { Performing } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import { type Label, type Lang, sayDay, sayMinutes, sayEuros } from "../kit/lang.ts";
import type { Law } from "../law/law.ts";
import type { Intake } from "../intake/intake.ts";
import { type Computed, lastOf } from "./facts.ts";
import type { Fact } from "./rules/candidacy.ts";
import { factsOf } from "./store.ts";

export type PlaceTerms = {
  /** Null once it is past: the next one is not known here. */
  readonly startsOn: Day | null;
  /** Null until relief is decided, on which hours and price depend. */
  readonly path: {
    readonly minutes: number;
    readonly price: PlacePrice | null;
  } | null;
  /** Before that: the price of the whole training, less than which it may cost; null where it is not computed. */
  readonly upTo: number | null;
};

/** In cents; the selection fee is no part of the total, since it was asked on applying. */
type PlacePrice = {
  readonly total: number;
  /** Before the discount on what the person pays. */
  readonly tuition: number;
  readonly discount: number;
  /** Of the same training without any relief. */
  readonly whole: number | null;
  readonly fee: number;
  readonly payers: readonly {
    readonly label: Label;
    readonly amount: number;
    /** What the person pays themselves. */
    readonly own: boolean;
  }[];
};

type Asked = {
  readonly intake: Pick<Intake, "entryOn">;
  readonly law: Law;
  readonly today: Day;
  /** The quote without any relief, while none is decided. */
  readonly before?: Computed | undefined;
};

/** By the last relief decided. */
export function placeTerms(facts: readonly Pick<Fact, "kind" | "details">[], asked: Asked): PlaceTerms {
  const { intake, law, today, before } = asked;
  const startsOn = intake.entryOn < today ? null : intake.entryOn;
  const relief = lastOf(facts, "relief")?.details;
  const hours = (relief?.pathway.answer as { totals?: { theory: number; practice: number } } | null | undefined)
    ?.totals;
  if (!relief || !hours) {
    const whole = before?.answer as Quote | null | undefined;
    return { startsOn, path: null, upTo: whole?.tuition ?? null };
  }
  const minutes = Math.round((hours.theory + hours.practice) * 60);
  const quote = relief.quote.answer as Quote | null;
  const without = relief.quoteWithout.answer as Quote | null;
  const price = quote && priceIn(quote, { law, whole: without?.tuition ?? null });
  return { startsOn, path: { minutes, price }, upTo: null };
}

type Quote = {
  readonly lines: readonly { readonly key: string; readonly amount: number }[];
  readonly tuition: number;
  readonly discount: number;
  readonly total: number;
  readonly payers: readonly { readonly source: string; readonly amount: number }[];
};

function priceIn(quote: Quote, { law, whole }: { readonly law: Law; readonly whole: number | null }): PlacePrice {
  const { funders, price } = law.school;
  const selection = new Set(price.lines.filter((one) => one.selection).map(({ line }) => line));
  const fee = quote.lines.reduce((sum, { key, amount }) => sum + (selection.has(key) ? amount : 0), 0);
  const payers = quote.payers.flatMap(({ source, amount }) => {
    const funder = funders.find((one) => one.funder === source);
    if (!funder) return [];
    const own = funder.personal === true;
    // The fee is always the person's.
    const part = own ? amount - fee : amount;
    return part > 0 ? [{ label: funder.label, amount: part, own }] : [];
  });
  const { total, tuition, discount } = quote;
  return { total: total - fee, tuition, discount, whole, fee, payers };
}

/** For the mails of an offer and of its answer. */
export async function termsLines(
  { tx }: Pick<Performing<unknown>, "tx">,
  dossier: string,
  asked: Asked,
): Promise<readonly Label[]> {
  return sayTerms(placeTerms(await factsOf(tx, dossier), asked));
}

export function sayTerms({ startsOn, path, upTo }: PlaceTerms): readonly Label[] {
  const begins: Label =
    startsOn === null
      ? { fr: "Rentrée\u00a0: date à venir.", en: "The course starts on a day still to come." }
      : { fr: `Rentrée\u00a0: ${sayDay(startsOn, "fr")}.`, en: `The course starts on ${sayDay(startsOn, "en")}.` };
  if (path === null) return [begins, UNDECIDED, ...(upTo === null ? [] : [atMost(upTo)])];
  const follow: Label = {
    fr: `Heures à suivre\u00a0: ${sayMinutes(path.minutes, "fr")}.`,
    en: `Hours to follow: ${sayMinutes(path.minutes, "en")}.`,
  };
  const { price } = path;
  if (price === null) return [begins, follow];
  const { total, fee, payers } = price;
  const shares = (lang: Lang) =>
    payers
      .map(({ label, amount, own }) => `${own ? SELF[lang] : label[lang]}, ${sayEuros(amount, lang)}`)
      .join(lang === "fr" ? "\u00a0; " : "; ");
  const paid: Label =
    payers.length === 0
      ? { fr: "", en: "" }
      : { fr: ` Payé par\u00a0: ${shares("fr")}.`, en: ` Paid by: ${shares("en")}.` };
  const apart: Label =
    fee === 0
      ? { fr: "", en: "" }
      : {
          fr: ` Les frais de sélection, ${sayEuros(fee, "fr")}, sont à part.`,
          en: ` The selection fee, ${sayEuros(fee, "en")}, is apart.`,
        };
  const cost: Label = {
    fr: `Prix\u00a0: ${sayEuros(total, "fr")}.${paid.fr}${apart.fr}`,
    en: `Price: ${sayEuros(total, "en")}.${paid.en}${apart.en}`,
  };
  return [begins, follow, cost];
}

const SELF: Label = { fr: "vous-même", en: "yourself" };
const UNDECIDED: Label = {
  fr: "Heures et prix\u00a0: l’école décide d’abord de vos allègements, puis vous les écrit.",
  en: "Hours and price: the school decides on your reliefs first, then writes them to you.",
};

/** The hours that anybody follows, before any relief. */
const atMost = (cents: number): Label => ({
  fr: `Toute la formation coûte ${sayEuros(cents, "fr")}\u00a0; avec des allègements, moins.`,
  en: `The whole training costs ${sayEuros(cents, "en")}; with reliefs, less.`,
});

/** What follows a yes. Who pays for themselves signs a contract; another payer signs a convention. */
export const AFTER_YES: Label = {
  fr: "Ensuite, dites qui paie\u00a0: l’école prépare votre contrat à signer, et une convention pour qui paie avec vous. Elle vous inscrit après.",
  en: "Next, say who pays: the school prepares your contract to be signed, and an agreement for whoever pays with you. It enrols you after that.",
};
