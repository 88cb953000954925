/**
 * CSV as French banks export it: any common separator, a header below a few lines of address, column names that differ between banks, a
 * decimal comma, one column of amounts or two. Unreadable rows are reported.
 */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { decimalOf, readAmount, readBankDay } from "../../billing/rules/bank-amount.ts";
import { type BankFile, BankFileError, type BankLine, type Placed, sortOut } from "./bank-line.ts";
import { CSV, FILE, ROW } from "./bank-words.ts";
import { type Cells, csvRows, type Row } from "./csv-rows.ts";

/** Accepted column names, best first; compared without case, accents or punctuation. */
const NAMES = {
  bookedOn: [
    "date de comptabilisation",
    "date comptable",
    "date d operation",
    "date de l operation",
    "date operation",
    "date op",
    "dateop",
    "date",
    "booking date",
  ],
  amount: ["montant", "montant de l operation", "montant eur", "montant en euros", "montant euros", "amount"],
  credit: ["credit", "credit euros", "credit eur", "credit en euros", "montant credit"],
  debit: ["debit", "debit euros", "debit eur", "debit en euros", "montant debit"],
  side: ["sens", "sens de l operation"],
  currency: ["devise", "currency"],
  counterparty: [
    "nom de la contrepartie",
    "contrepartie",
    "nom contrepartie",
    "donneur d ordre",
    "nom du donneur d ordre",
    "emetteur",
    "nom de l emetteur",
    "tiers",
  ],
  servicerReference: [
    "reference de l operation",
    "reference operation",
    "reference",
    "numero d operation",
    "numero operation",
    "n operation",
  ],
} as const;
/** Banks extend these names (« Montant operation en euro », « Date de l’opération comptable »): their beginnings suffice. */
const BEGINNINGS: Partial<Record<keyof typeof NAMES, RegExp>> = {
  bookedOn: /^date(?!.*valeur)\b/,
  amount: /^montant\b(?!.*(?:credit|debit))/,
  credit: /^(?:montant )?(?:au )?credit\b/,
  debit: /^(?:montant )?(?:au )?debit\b/,
};
/** All such columns together are the label of a line. */
const LABELS =
  /^(?:libelles?|details?|motifs?|communication|descriptions?|label|nature de l operation|informations? complementaires?)\b/;
/** Lines searched for the header most likely meant, for the error message. */
const SEARCHED = 30;
const DELIMITERS = [";", "\t", ",", "|"];

type Columns = Partial<Record<keyof typeof NAMES, number>> & { readonly labels: readonly number[] };
type About = { readonly account: string | null; readonly width: number; readonly until: Day | undefined };

/** Rows of a file, outgoing ones included; characters of a row, whose label may span lines. */
const MOST_ROWS = 50_000;
const LONGEST_ROW = 32 * 1024;

export function readBankCsv(content: string, until?: Day): BankFile {
  const text = content.trimEnd();
  refuseStrange(text);
  const tables: Row[][] = [];
  for (const delimiter of DELIMITERS) {
    const rows = csvRows(text, delimiter);
    tables.push(rows);
    const header = rows.findIndex(({ cells }) => columnsOf(cells) !== undefined);
    if (header >= 0)
      return readRows(rows.slice(header + 1), columnsOf(rows[header]!.cells)!, {
        account: accountIn(rows.slice(0, header)),
        width: rows[header]!.cells.length,
        until,
      });
  }
  const names = likeliestHeader(tables);
  throw new BankFileError(names ? CSV.UNKNOWN_COLUMNS(names) : CSV.NO_HEADER);
}

/** Checked first: tried with each separator, such a file would take minutes for nothing. */
function refuseStrange(text: string): void {
  let rows = 0;
  let from = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|[\r\n]|$/g)) {
    if (index - from > LONGEST_ROW) throw new BankFileError(FILE.TOO_WIDE);
    if (++rows > MOST_ROWS) throw new BankFileError(FILE.TOO_MANY(MOST_ROWS));
    from = index + end.length;
  }
}

/** The columns that a header names; undefined if it is not a header. */
function columnsOf(cells: Cells): Columns | undefined {
  const names = cells.map(plain);
  const placeOf = (wanted: readonly string[]) => wanted.map((name) => names.indexOf(name)).find((place) => place >= 0);
  const columns = Object.fromEntries(
    (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((key) => {
      const begins = BEGINNINGS[key];
      const place = placeOf(NAMES[key]) ?? (begins && names.findIndex((name) => begins.test(name)));
      return place === undefined || place < 0 ? [] : [[key, place]];
    }),
  ) as Partial<Record<keyof typeof NAMES, number>>;
  const taken = new Set(Object.values(columns));
  const labels = names.flatMap((name, place) => (LABELS.test(name) && !taken.has(place) ? [place] : []));
  const readable =
    columns.bookedOn !== undefined && (columns.amount ?? columns.credit) !== undefined && labels.length > 0;
  return readable ? { ...columns, labels } : undefined;
}

/** The widest line that has only words, the first of equals: what a person would take for the header. */
function likeliestHeader(tables: readonly (readonly Row[])[]): string[] | undefined {
  const wordy = tables.flatMap((rows) =>
    rows.slice(0, SEARCHED).flatMap(({ cells }) => {
      const names = cells.map((one) => one.replaceAll(/\s+/g, " ")).filter((one) => one !== "");
      return names.length > 1 && names.every((one) => /\p{L}/u.test(one) && one.length <= 60) ? [names] : [];
    }),
  );
  return wordy.toSorted((one, other) => other.length - one.length)[0];
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

function readRows(rows: readonly Row[], columns: Columns, { account, width, until }: About): BankFile {
  const cell = ({ cells }: Row, name: keyof typeof NAMES) => cells[columns[name] ?? -1] ?? "";
  const money = ["amount", "credit", "debit"] as const;
  const decimal = decimalOf(rows.flatMap((row) => money.map((name) => cell(row, name))));
  const placed: Placed[] = [];
  const skipped: { row: number; why: Label }[] = [];
  for (const row of rows) {
    if (row.loose && row.cells.length > width) {
      skipped.push({ row: row.row, why: CSV.QUOTES });
      continue;
    }
    // A row without money is a note of the bank's, or the rest of the label above.
    if (money.every((name) => cell(row, name) === "")) continue;
    const amount = amountOf(row, decimal);
    const bookedOn = readBankDay(cell(row, "bookedOn"));
    const currency = cell(row, "currency");
    if (bookedOn === undefined) skipped.push({ row: row.row, why: ROW.NO_DAY });
    else if (amount === undefined) skipped.push({ row: row.row, why: ROW.NO_AMOUNT });
    else if (currency !== "" && !/^(?:EUR|€|euros?)$/i.test(currency))
      skipped.push({ row: row.row, why: ROW.OTHER_CURRENCY });
    else placed.push({ row: row.row, line: { bookedOn, amount, ...wordsOf(row) } });
  }
  return { format: "csv", account, pending: 0, ...sortOut(placed, skipped, { until, early: ROW.EARLY }) };

  function amountOf(row: Row, sign: "," | "."): number | undefined {
    const read = (name: keyof typeof NAMES) => (cell(row, name) === "" ? 0 : readAmount(cell(row, name), sign));
    if (columns.amount !== undefined) {
      const amount = read("amount");
      return amount !== undefined && /^d/i.test(cell(row, "side")) ? -Math.abs(amount) : amount;
    }
    const [credit, debit] = [read("credit"), read("debit")];
    // Debits have either sign; a negative credit is one taken back.
    return credit === undefined || debit === undefined ? undefined : credit - Math.abs(debit);
  }

  function wordsOf(row: Row): Pick<BankLine, "label" | "counterparty" | "servicerReference"> {
    const texts = columns.labels.map((place) => (row.cells[place] ?? "").replaceAll(/\s+/g, " ").trim());
    return {
      label: [...new Set(texts.filter((one) => one !== ""))].join(" "),
      counterparty: cell(row, "counterparty") || null,
      servicerReference: cell(row, "servicerReference") || null,
    };
  }
}

function accountIn(rows: readonly Row[]): string | null {
  const text = rows.map(({ cells }) => cells.join(" ")).join("\n");
  return /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/.exec(text)?.[0].replaceAll(" ", "") ?? null;
}
