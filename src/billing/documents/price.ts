/** What the path costs, as blocks of a document: one column for each way of funding, so that they are read side by side. */
import { type Lang, sayList, sayMoney, sayNumber } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Establishment } from "../../law/establishment.ts";
import type { Law } from "../../law/law.ts";
import { type Block, findingsBlock, type Row } from "../../record/documents/blocks.ts";
import type { QuoteAnswer, QuoteInput, QuoteLine } from "../rules/quote.ts";
import { sentences } from "../sentences.ts";

export type Quoted = { readonly input: QuoteInput; readonly answer: QuoteAnswer };

/** As many columns of amounts as a page holds; more go to a further table. */
const SIDE_BY_SIDE = 4;

export function priceBlocks({ establishment, school }: Law, quotes: readonly Quoted[], lang: Lang): Block[] {
  const [first] = quotes;
  if (first === undefined) return [];
  const words = WORDS[lang];
  const names = new Map(school.funders.map((one) => [one.funder, one.label[lang]]));
  const tables: Block[] = [];
  for (let at = 0; at < quotes.length; at += SIDE_BY_SIDE) {
    tables.push(...priceTables(school, quotes.slice(at, at + SIDE_BY_SIDE), names, at, lang));
  }
  return [
    { kind: "heading", level: 1, text: words.price },
    { kind: "text", text: words.lead(establishment.name), lead: true },
    {
      kind: "facts",
      items: quotes.map((one, at) => ({
        label: words.way(at + 1),
        value: fundingWords(school, one.input, names, lang),
      })),
    },
    ...tables,
    ...findingsBlock(first.answer.findings, sentences, lang, "facts"),
  ];
}

type Names = ReadonlyMap<string, string>;
type School = Establishment["diplomas"][number];

function fundingWords({ tracks }: School, { track, funding }: QuoteInput, names: Names, lang: Lang): string {
  const words = WORDS[lang];
  const funders = funding.map(({ source, amount }) => {
    const name = names.get(source) ?? source;
    return amount === undefined ? name : `${name} (${sayMoney(amount, lang)})`;
  });
  const label = tracks.find((one) => one.track === track)?.label[lang] ?? track;
  return `${label} ; ${funders.length === 0 ? words.personalOnly : sayList(funders, lang)}`.replace(
    " ;",
    lang === "fr" ? " ;" : ";",
  );
}

/** What is due, then who pays it, each with a column for each way of funding. */
function priceTables(school: School, quotes: readonly Quoted[], names: Names, from: number, lang: Lang): Block[] {
  const words = WORDS[lang];
  const amounts = (value: (answer: QuoteAnswer) => number | undefined) =>
    quotes.map(({ answer }) => amount(value(answer), lang));
  const lines = school.price.lines.filter((entry) =>
    quotes.some(({ answer }) => answer.lines.some((line) => line.entry === entry)),
  );
  const payers = school.funders.filter(({ funder }) =>
    quotes.some(({ answer }) => answer.payers.some((one) => one.source === funder)),
  );
  const due: Row[] = [
    ...lines.map((entry) => [
      lineWords(entry, quotes, lang),
      ...amounts((answer) => answer.lines.find((line) => line.entry === entry)?.amount),
    ]),
    [words.discount, ...amounts((answer) => -answer.discount || 0)],
  ];
  const paid: Row[] = payers.map(({ funder }) => [
    capital(names.get(funder)!),
    ...amounts((answer) => answer.payers.find((one) => one.source === funder)?.amount),
  ]);
  const columns = (label: string) => [
    { label, width: 1 },
    ...quotes.map((_, at) => ({ label: words.way(from + at + 1), align: "end" as const })),
  ];
  const total: Row = [words.total, ...amounts((answer) => answer.total)];
  return [
    { kind: "table", caption: words.dueCaption, columns: columns(words.line), rows: due, totals: [total] },
    { kind: "table", caption: words.paidCaption, columns: columns(words.payer), rows: paid, totals: [total] },
  ];
}

function amount(cents: number | undefined, lang: Lang): string {
  return cents === undefined ? "–" : sayMoney(cents, lang);
}

/** With its quantity and unit price where they are the same for all. */
function lineWords(entry: QuoteLine["entry"], quotes: readonly Quoted[], lang: Lang): string {
  const found = quotes.flatMap(({ answer }) => answer.lines.filter((line) => line.entry === entry));
  const quantities = new Set(found.map((line) => line.quantity));
  const [quantity] = quantities;
  const label = capital(entry.label[lang]);
  if (quantities.size !== 1 || quantity === 1) return label;
  return `${label} (${sayNumber(quantity!, lang)} × ${sayMoney(entry.unitAmount, lang)})`;
}

const WORDS = {
  fr: {
    price: "Son prix",
    lead: (school: string) =>
      `Prix calculé d’après les tarifs de ${school} et les heures qui restent à suivre, pour chaque façon de financer déclarée.`,
    way: (number: number) => `Financement ${number}`,
    personalOnly: "financement personnel seul",
    dueCaption: "Ce qui est dû, selon le financement.",
    paidCaption: "Qui le paie.",
    payer: "Payeur",
    line: "Ligne",
    discount: "Remise sur la part payée personnellement",
    total: "Total",
  },
  en: {
    price: "Its price",
    lead: (school: string) =>
      `Price computed from the fees of ${school} and the hours left to follow, for each way of funding declared.`,
    way: (number: number) => `Funding ${number}`,
    personalOnly: "personal funding only",
    dueCaption: "What is due, by way of funding.",
    paidCaption: "Who pays it.",
    payer: "Payer",
    line: "Line",
    discount: "Discount on the part paid personally",
    total: "Total",
  },
} as const;
