/**
 * CSV as French banks export it: any common separator, a header somewhere under a few lines of address, names of columns
 * that differ from bank to bank, a decimal comma, one column of amounts or two. A row that cannot be read is told.
 */
import { parse } from "csv-parse/sync";
import type { Label } from "../../kit/lang.ts";
import { decimalOf, readAmount, readBankDay } from "./bank-amount.ts";
import { type BankFile, BankFileError, type BankLine } from "./bank-line.ts";
import { CSV } from "./bank-words.ts";

/** What a column may be called, the best name first; compared without case, accents or signs. */
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
/** All of these, where there are several, are the words of a line. */
const LABELS = [
  "libelle",
  "libelle de l operation",
  "libelle operation",
  "libelle complet",
  "libelle detaille",
  "libelle simplifie",
  "informations complementaires",
  "information complementaire",
  "detail",
  "details",
  "detail de l operation",
  "motif",
  "motif du virement",
  "communication",
  "nature de l operation",
  "description",
  "label",
];
const DELIMITERS = [";", "\t", ",", "|"];

type Columns = Partial<Record<keyof typeof NAMES, number>> & { readonly labels: readonly number[] };
type Cells = readonly string[];

export function readBankCsv(text: string): BankFile {
  for (const delimiter of DELIMITERS) {
    const rows = rowsOf(text, delimiter);
    const header = rows.findIndex(({ cells }) => columnsOf(cells) !== undefined);
    if (header >= 0)
      return readRows(rows.slice(header + 1), columnsOf(rows[header]!.cells)!, accountIn(rows.slice(0, header)));
  }
  throw new BankFileError(CSV.NO_HEADER);
}

type Row = { readonly row: number; readonly cells: Cells };

function rowsOf(text: string, delimiter: string): Row[] {
  try {
    const parsed = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch {
    // A quote that is never closed under this separator.
    return [];
  }
}

/** The columns that a header names; `undefined` where it is no header. */
function columnsOf(cells: Cells): Columns | undefined {
  const names = cells.map(plain);
  const at = (wanted: readonly string[]) => wanted.map((name) => names.indexOf(name)).find((place) => place >= 0);
  const found = Object.fromEntries(
    Object.entries(NAMES).flatMap(([key, wanted]) => {
      const place = at(wanted);
      return place === undefined ? [] : [[key, place]];
    }),
  ) as Partial<Record<keyof typeof NAMES, number>>;
  const labels = names.flatMap((name, place) => (LABELS.includes(name) ? [place] : []));
  const readable = found.bookedOn !== undefined && (found.amount ?? found.credit) !== undefined && labels.length > 0;
  return readable ? { ...found, labels } : undefined;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

function readRows(rows: readonly Row[], columns: Columns, account: string | null): BankFile {
  const cell = ({ cells }: Row, name: keyof typeof NAMES) => cells[columns[name] ?? -1] ?? "";
  const money = ["amount", "credit", "debit"] as const;
  const decimal = decimalOf(rows.flatMap((row) => money.map((name) => cell(row, name))));
  const lines: BankLine[] = [];
  const skipped: { row: number; why: Label }[] = [];
  let spent = 0;
  for (const row of rows) {
    // A row without money is a note of the bank's, or the rest of the label above.
    if (money.every((name) => cell(row, name) === "")) continue;
    const amount = amountOf(row, decimal);
    const bookedOn = readBankDay(cell(row, "bookedOn"));
    const currency = cell(row, "currency");
    if (bookedOn === undefined) skipped.push({ row: row.row, why: CSV.NO_DAY });
    else if (amount === undefined) skipped.push({ row: row.row, why: CSV.NO_AMOUNT });
    else if (currency !== "" && !/^(?:EUR|€|euros?)$/i.test(currency))
      skipped.push({ row: row.row, why: CSV.OTHER_CURRENCY });
    else if (amount < 0) spent++;
    else if (amount > 0) lines.push({ bookedOn, amount, ...wordsOf(row) });
  }
  return { format: "csv", account, lines, spent, skipped };

  function amountOf(row: Row, sign: "," | "."): number | undefined {
    const read = (name: keyof typeof NAMES) => (cell(row, name) === "" ? 0 : readAmount(cell(row, name), sign));
    if (columns.amount !== undefined) {
      const amount = read("amount");
      return amount !== undefined && /^d/i.test(cell(row, "side")) ? -Math.abs(amount) : amount;
    }
    const [credit, debit] = [read("credit"), read("debit")];
    return credit === undefined || debit === undefined ? undefined : Math.abs(credit) - Math.abs(debit);
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
