/** What somebody who accepts a place says yes to: the first day, the hours, the price and who pays it; then the paper that they sign. */
import type { Performing } from "../act/act.ts";
import type { Shown } from "../act/shows.ts";
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
  /** Before that: what the rules say of the hours and reliefs that the person declared; null where they give no price. */
  readonly estimate: PlacePrice | null;
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
  /** While no relief is decided: the quote by what was declared, and without any relief. */
  readonly declared?: Quoted | undefined;
};
export type Quoted = { readonly quote: Computed; readonly quoteWithout: Computed };

/** By the last relief decided. */
export function placeTerms(facts: readonly Pick<Fact, "kind" | "details">[], asked: Asked): PlaceTerms {
  const { intake, law, today, declared } = asked;
  const startsOn = intake.entryOn < today ? null : intake.entryOn;
  const relief = lastOf(facts, "relief")?.details;
  const hours = (relief?.pathway.answer as { totals?: { theory: number; practice: number } } | null | undefined)
    ?.totals;
  const price = priceIn(relief ?? declared, law);
  if (!relief || !hours) return { startsOn, path: null, estimate: price };
  return { startsOn, path: { minutes: Math.round((hours.theory + hours.practice) * 60), price }, estimate: null };
}

type Quote = {
  readonly lines: readonly { readonly key: string; readonly amount: number }[];
  readonly tuition: number;
  readonly discount: number;
  readonly total: number;
  readonly payers: readonly { readonly source: string; readonly amount: number }[];
};

function priceIn(quoted: Quoted | undefined, { school }: Law): PlacePrice | null {
  const quote = quoted?.quote.answer as Quote | null | undefined;
  if (!quote) return null;
  const { tuition: whole = null } = (quoted?.quoteWithout.answer ?? {}) as Partial<Quote>;
  const { funders, price } = school;
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

/** The same, and what follows a yes. */
export async function acceptedLines(
  { tx }: Pick<Performing<unknown>, "tx">,
  dossier: string,
  asked: Asked,
): Promise<readonly Label[]> {
  const terms = placeTerms(await factsOf(tx, dossier), asked);
  return [...sayTerms(terms), afterYes(terms)];
}

/** What the page of a place shows of what is accepted: an estimate binds nobody, and is none of it. The act compares them. */
export function placeLines({ startsOn, path }: PlaceTerms): Shown {
  const says: Both = (fr, en) => ({ fr, en });
  const both = (say: (lang: Lang) => string) => says(say("fr"), say("en"));
  const open = says("à venir", "still to come");
  const price = path?.price;
  return [
    { what: says("Rentrée", "Start"), is: startsOn === null ? open : both((lang) => sayDay(startsOn, lang)) },
    {
      what: says("Heures à suivre", "Hours to follow"),
      is: path ? both((lang) => sayMinutes(path.minutes, lang)) : open,
    },
    { what: says("Prix", "Price"), is: price ? both((lang) => sayEuros(price.total, lang)) : open },
    ...(price?.payers ?? []).map(({ label, amount }) => ({ what: label, is: both((lang) => sayEuros(amount, lang)) })),
  ];
}
type Both = (fr: string, en: string) => Label;

export function sayTerms(terms: PlaceTerms): readonly Label[] {
  const { path, estimate } = terms;
  const price = path === null ? estimate && costs(estimate, ESTIMATED) : path.price && costs(path.price, PRICE);
  return [...sayAccepted(terms), ...(price === null ? [] : [price])];
}

/** Without the price, which who pays still changes. */
export function sayAccepted({ startsOn, path }: PlaceTerms): readonly Label[] {
  const begins: Label =
    startsOn === null
      ? { fr: "Rentrée\u00a0: date à venir.", en: "The course starts on a day still to come." }
      : { fr: `Rentrée\u00a0: ${sayDay(startsOn, "fr")}.`, en: `The course starts on ${sayDay(startsOn, "en")}.` };
  if (path === null) return [begins, UNDECIDED];
  const follow: Label = {
    fr: `Heures à suivre\u00a0: ${sayMinutes(path.minutes, "fr")}.`,
    en: `Hours to follow: ${sayMinutes(path.minutes, "en")}.`,
  };
  return [begins, follow];
}

/** « Prix : 11 760 €. Payé par : vous-même, 11 760 €. Les frais de sélection, 160 €, sont à part. » */
function costs({ total, fee, payers }: PlacePrice, called: Label): Label {
  const shares = (lang: Lang) =>
    payers
      .map(({ label, amount, own }) => `${own ? SELF[lang] : label[lang]}, ${sayEuros(amount, lang)}`)
      .join(lang === "fr" ? "\u00a0; " : "; ");
  const [paid, apart] = [payers.length > 0, fee > 0];
  return {
    fr: `${called.fr}\u00a0: ${sayEuros(total, "fr")}.${paid ? ` Payé par\u00a0: ${shares("fr")}.` : ""}${apart ? ` Les frais de sélection, ${sayEuros(fee, "fr")}, sont à part.` : ""}`,
    en: `${called.en}: ${sayEuros(total, "en")}.${paid ? ` Paid by: ${shares("en")}.` : ""}${apart ? ` The selection fee, ${sayEuros(fee, "en")}, is apart.` : ""}`,
  };
}

const PRICE: Label = { fr: "Prix", en: "Price" };
const ESTIMATED: Label = { fr: "D’après votre dossier, le prix serait", en: "By your application, the price would be" };
const SELF: Label = { fr: "vous-même", en: "yourself" };
const UNDECIDED: Label = {
  fr: "Heures et prix\u00a0: l’école décide d’abord de vos allègements. Elle vous écrit ensuite vos heures, et vous voyez votre prix sur votre page.",
  en: "Hours and price: the school decides on your reliefs first. Then it writes your hours to you, and your page shows your price.",
};

/** What follows a yes: where reliefs leave nothing to pay, neither who pays nor a contract. */
export function afterYes({ path }: PlaceTerms): Label {
  return path?.price?.total === 0 ? AFTER_FREE : AFTER_YES;
}
const AFTER_FREE: Label = {
  fr: "Ensuite, rien à payer ni à signer : l’école vous remet ce qui est dû avant la rentrée, puis vous inscrit.",
  en: "Next, nothing to pay or to sign: the school hands you what is owed before the course starts, then enrols you.",
};

/** Who pays for themselves signs a contract; another payer signs a convention. */
export const AFTER_YES: Label = {
  fr: "Ensuite, dites qui paie\u00a0: l’école prépare votre contrat à signer, et une convention pour qui paie avec vous. Elle vous inscrit après.",
  en: "Next, say who pays: the school prepares your contract to be signed, and an agreement for whoever pays with you. It enrols you after that.",
};
