/**
 * The price of the path: tables for pages and documents alike, the ways of funding side by side, equal ones on one row; and the price as
 * document blocks. A name that the school's file no longer has is shown as it is.
 */
import { type Lang, sayList, sayMoney, sayNumber } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { type Finding, finding } from "../../law/finding.ts";
import { weakest } from "../../law/entry.ts";
import { CONFIDENCE_WORDS } from "../../law/source-words.ts";
import type { Law } from "../../law/law.ts";
import { type Block, findingsBlock, type TableBlock } from "../../documents/blocks.ts";
import type { Funding, QuoteAnswer } from "../../decisions/quote/rule.ts";
import type { Ways } from "../../billing/rules/ways.ts";
import { sentences } from "../../decisions/quote/sentences.ts";
import { priceWords } from "./words.ts";

type School = Law["school"];

/** The figures of a quote, by the keys of the contract: computed now, or stored. */
export type Figures = {
  readonly lines: readonly {
    readonly key: string;
    readonly quantity: number;
    readonly unitAmount: number;
    readonly amount: number;
  }[];
  readonly tuition: number;
  readonly discount: number;
  readonly total: number;
  /** The person is always there, and last. */
  readonly payers: readonly { readonly source: string; readonly amount: number }[];
};
export type PricedWay = { readonly payer: string | undefined; readonly figures: Figures };

export function pricedWays({ all }: Pick<Ways, "all">): PricedWay[] {
  return all.map(({ payer, answer }) => ({ payer, figures: figuresOf(answer) }));
}

function figuresOf({ lines, ...answer }: QuoteAnswer): Figures {
  return { ...answer, lines: lines.map(({ entry, ...line }) => ({ key: entry.line, ...line })) };
}

export type PriceTables = {
  readonly ways: TableBlock;
  readonly payers: TableBlock | undefined;
  readonly lines: TableBlock;
};

export function priceTables(school: School, ways: readonly PricedWay[], lang: Lang): PriceTables {
  const mine = ways.find((one) => one.payer === undefined)?.figures;
  return {
    ways: waysTable(school, ways, lang),
    payers: mine && payersTable(school, mine, lang),
    lines: linesTable(school, ways[0]!.figures, lang),
  };
}

/** The person's share and its condition: the first thing people ask, before any table. */
export type Share = { readonly amount: string; readonly when: string };

/** The person's own mix, then the person alone, then each sole funder; equal ways are merged. */
export function sharesInShort(school: School, ways: readonly PricedWay[], lang: Lang): Share[] {
  const words = priceWords(lang);
  const all = alike(school, ways);
  const first = ([way]: Alike) => way!.payer === undefined;
  // Those who cannot pay it all are not named as paying it: `limitsInShort` says what they leave.
  const short = new Set(
    limited(school, ways)
      .filter(leavesMore(school))
      .map(({ funder }) => funder.funder),
  );
  const paying = (group: Alike) => group.filter(({ payer }) => payer === undefined || !short.has(payer));
  const shares = [...all.filter(first), ...all.filter((group) => !first(group)).map(paying)]
    .filter((group) => group.length > 0)
    .map((alikeWays) => ({
      amount: sayMoney(yours(alikeWays[0]!), lang),
      when: whenOf(school, alikeWays, lang),
    }));
  const same = new Set(ways.map(yours)).size === 1;
  return same ? [{ amount: shares[0]!.amount, when: ways.length > 1 ? words.anyway : words.yoursToPay }] : shares;
}

/**
 * The limits of these funders, and the least left to the person: shown with every figure that depends on them. For a tuition of 14 700 €
 * and a ceiling of 5 000 €, the person pays 80 % of the other 9 700 €, and the fees.
 */
export function limitsInShort(school: School, ways: readonly PricedWay[], lang: Lang): string[] {
  const words = priceWords(lang);
  return limited(school, ways).map(({ funder, figures }) => {
    const { ceiling, ownShare } = funder;
    const { above, least } = leftBy(school, funder, figures);
    const sources = [ceiling, ownShare].flatMap((entry) => (entry ? [entry.source.confidence] : []));
    const sure = CONFIDENCE_WORDS[sources.reduce(weakest)][lang];
    const limits = [
      ...(ceiling ? [words.most(ceiling.amount)] : []),
      ...(ownShare ? [words.stays(ownShare.amount)] : []),
    ];
    return words.limit(capital(funder.label[lang]), {
      limits,
      sure,
      least,
      // Whether what the funder leaves comes on top is not known.
      beside: ownShare && above > ownShare.amount ? ownShare.amount : undefined,
    });
  });
}

/** The note that these funders' rows apply within their limits; undefined without limits. */
export function limitsNote(school: School, ways: readonly PricedWay[], lang: Lang): string | undefined {
  const names = limited(school, ways).map(({ funder }) => funder.label[lang]);
  return names.length === 0 ? undefined : priceWords(lang).withinLimits(sayList(names, lang));
}

type Funder = School["funders"][number];

function limited({ funders }: School, ways: readonly PricedWay[]) {
  return funders.flatMap((funder) => {
    const alone = ways.find(({ payer }) => payer === funder.funder)?.figures;
    return alone && alone.tuition > 0 && (funder.ceiling || funder.ownShare) ? [{ funder, figures: alone }] : [];
  });
}

/**
 * The person pays above the ceiling; up to it, the share that the funder leaves them. Whether the two add up is not known: the larger
 * counts.
 */
function leftBy({ funders }: School, { ceiling, ownShare }: Funder, { tuition, discount, total }: Figures) {
  const { payPercent = 100 } = funders.find((one) => one.personal)!;
  const above = Math.max(0, tuition - (ceiling?.amount ?? tuition));
  const paid = Math.floor((above * payPercent + 50) / 100);
  const least = total + discount - tuition + Math.max(paid, Math.min(ownShare?.amount ?? 0, tuition));
  return { above: paid, least };
}

/** More than where this funder paid all the tuition. */
const leavesMore =
  (school: School) =>
  ({ funder, figures }: { readonly funder: Funder; readonly figures: Figures }) =>
    leftBy(school, funder, figures).least > figures.payers.at(-1)!.amount;

const yours = ({ figures }: PricedWay): number => figures.payers.at(-1)!.amount;
const isPersonal = ({ funders }: School, payer: string | undefined) =>
  funders.some((one) => one.funder === payer && one.personal);

type Alike = readonly PricedWay[];

/** Ways in order, merged if the amounts are the same; the person alone and their own mix stay apart. */
function alike(school: School, ways: readonly PricedWay[]): Alike[] {
  const key = (way: PricedWay) => {
    if (way.payer === undefined || isPersonal(school, way.payer)) return way.payer ?? "";
    const { tuition, discount, total } = way.figures;
    return [tuition, discount, total, yours(way)].join(" ");
  };
  return [...Map.groupBy(ways, key).values()];
}

function whenOf(school: School, group: Alike, lang: Lang): string {
  const words = priceWords(lang);
  const { payer, figures } = group[0]!;
  const less = figures.discount > 0 ? words.lessDiscount(figures.discount) : "";
  if (payer === undefined) return words.withMine(figures.total) + less;
  if (isPersonal(school, payer)) return words.payingAlone + less;
  const names = group.map((one) => nameIn(school, one.payer!, lang));
  return words.payingFor(sayList(names, lang, "or"), figures.total);
}

const end = (label: string) => ({ label, align: "end" as const });

function waysTable(school: School, ways: readonly PricedWay[], lang: Lang): TableBlock {
  const words = priceWords(lang);
  const money = (cents: number) => sayMoney(cents, lang);
  return {
    kind: "table",
    caption: words.waysCaption,
    columns: [
      { label: words.way, width: 1 },
      ...[words.tuition, words.fees, words.discount, words.total, words.yours].map(end),
    ],
    rows: alike(school, ways).map((group) => {
      const { tuition, discount, total } = group[0]!.figures;
      return [
        wayName(school, group, lang),
        money(tuition),
        money(total - tuition + discount),
        money(-discount || 0),
        money(total),
        money(yours(group[0]!)),
      ];
    }),
  };
}

/** Funders with the same amounts are named on one row. */
function wayName(school: School, group: readonly PricedWay[], lang: Lang): string {
  const words = priceWords(lang);
  const names = group.flatMap(({ payer }) => (payer === undefined ? [] : [nameIn(school, payer, lang)]));
  if (names.length === 0) return words.mine;
  if (isPersonal(school, group[0]!.payer)) return words.personalAlone;
  return words.alone(capital(sayList(names, lang, "or")));
}

function funderName(school: School, funder: string, lang: Lang): string {
  return capital(nameIn(school, funder, lang));
}

function nameIn({ funders }: School, funder: string, lang: Lang): string {
  return funders.find((one) => one.funder === funder)?.label[lang] ?? funder;
}

function payersTable(school: School, { payers, total }: Figures, lang: Lang): TableBlock {
  const words = priceWords(lang);
  return {
    kind: "table",
    caption: words.payersCaption,
    columns: [{ label: words.payer, width: 1 }, end(words.amount)],
    rows: payers.map(({ source, amount }) => [funderName(school, source, lang), sayMoney(amount, lang)]),
    totals: [[words.sum, sayMoney(total, lang)]],
  };
}

function linesTable({ price }: School, { lines, total, discount }: Figures, lang: Lang): TableBlock {
  const words = priceWords(lang);
  return {
    kind: "table",
    caption: words.linesCaption,
    columns: [{ label: words.line, width: 1 }, ...[words.quantity, words.unitAmount, words.amount].map(end)],
    rows: lines.map(({ key, quantity, unitAmount, amount }) => [
      capital(price.lines.find((one) => one.line === key)?.label[lang] ?? key),
      sayNumber(quantity, lang),
      sayMoney(unitAmount, lang),
      sayMoney(amount, lang),
    ]),
    totals: [[words.sum, "", "", sayMoney(total + discount, lang)]],
  };
}

/** Who would pay, as declared. */
export function sayFunding(school: School, funding: readonly Funding[], lang: Lang): string {
  const words = priceWords(lang);
  const name = (source: string) => nameIn(school, source, lang);
  const personal = school.funders.find((entry) => entry.personal)!.funder;
  const rest = name(funding.find((one) => one.amount === undefined)?.source ?? personal);
  const fixed = funding.flatMap(({ source, amount }) =>
    amount === undefined ? [] : [words.said(name(source), amount)],
  );
  return capital([...fixed, fixed.length > 0 ? words.saidRest(rest) : rest].join(", "));
}

/** What is always personal, then the readings that the price rests on, without those already shown with the path. */
export function priceFindings(
  { school }: Pick<Law, "school">,
  { all }: Pick<Ways, "all">,
  reported: readonly Finding[],
): Finding[] {
  const conditions = new Set(reported.map((one) => one.condition));
  const { personal } = school.price;
  const limits = limited(school, pricedWays({ all })).flatMap(({ funder: { funder, ceiling, ownShare } }) => [
    ...(ceiling ? [finding(`ceiling-${funder}`, null, "price-fact", ceiling, { fact: ceiling })] : []),
    ...(ownShare ? [finding(`own-share-${funder}`, null, "price-fact", ownShare, { fact: ownShare })] : []),
  ]);
  return [
    ...limits,
    ...(personal ? [finding("always-personal", true, "price-fact", personal, { fact: personal })] : []),
    ...all[0]!.answer.findings.filter((one) => !conditions.has(one.condition)),
  ];
}

/** The amounts to pay, below the sentence of the path; the tables come further down. */
export function sharesBlocks({ school }: Pick<Law, "school">, ways: Ways, lang: Lang): Block[] {
  const priced = pricedWays(ways);
  const items = sharesInShort(school, priced, lang).map(({ amount, when }) => ({
    label: amount,
    value: when,
  }));
  const limits = limitsInShort(school, priced, lang).map((text): Block => ({ kind: "text", text }));
  return [{ kind: "facts", items }, ...limits];
}

/** The heading, with a note if there are several ways of paying. */
function headed(words: ReturnType<typeof priceWords>, ways: number): Block[] {
  if (ways === 1) return [{ kind: "heading", level: 1, text: words.onlyPrice }];
  return [
    { kind: "heading", level: 1, text: words.price },
    { kind: "text", text: words.lead, lead: true },
  ];
}

/** `told`: the findings shown with the path. */
export function priceBlocks({ school }: Law, ways: Ways, reported: readonly Finding[], lang: Lang): Block[] {
  const words = priceWords(lang);
  if (school.price.lines.length === 0) return [];
  const priced = pricedWays(ways);
  const tables = priceTables(school, priced, lang);
  const note = limitsNote(school, priced, lang);
  const findings = priceFindings({ school }, ways, reported);
  const why = ways.refused?.issues.map(({ message }) => message(lang)).join(" ");
  return [
    ...headed(words, ways.all.length),
    ...(why === undefined ? [] : [{ kind: "note", label: words.refused, text: why } as const]),
    tables.ways,
    ...(note === undefined ? [] : [{ kind: "text", text: note } as const]),
    ...(tables.payers ? [tables.payers] : []),
    tables.lines,
    ...(findings.length > 0 ? [{ kind: "heading", level: 2, text: words.base } as const] : []),
    ...findingsBlock(findings, sentences, lang, "facts"),
  ];
}
