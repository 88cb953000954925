/**
 * camt.053, the account statement of ISO 20022, in versions 02 (which French banks have sent for years) to 13. They differ in where they write
 * a status, an amount of a part and a name, and are read at each of these places. Only booked entries count; what waits at the bank is counted.
 * An entry that groups several payments becomes a line for each, if their amounts are given and add up; else it stays one. An entry that
 * cannot be read is reported, and the others are read.
 */
import { DOMParser, type Element, ParseError } from "@xmldom/xmldom";
import { MAX_CENTS, readBankDay } from "../../billing/rules/bank-amount.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { type BankFile, BankFileError, type BankLine, type Placed, type Skipped, sortOut } from "./bank-line.ts";
import { CAMT, ROW } from "./bank-words.ts";

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.053\.001\.(?:0[2-9]|1[0-3]))$/;
/** Not booked yet: pending, or of a day to come. */
const PENDING: readonly string[] = ["PDNG", "FUTR"];

export function readCamt053(text: string, until?: Day): BankFile {
  const root = parse(text);
  const format = NAMESPACE.exec(root.namespaceURI ?? "")?.[1];
  if (root.localName !== "Document" || format === undefined) throw new BankFileError(CAMT.OTHER_VERSION);
  const statements = all(root, "BkToCstmrStmt", "Stmt");
  const accounts = new Set(statements.map((one) => textAt(one, "Acct", "Id", "IBAN")));
  if (accounts.size > 1) throw new BankFileError(CAMT.SEVERAL_ACCOUNTS);
  const placed: Placed[] = [];
  const skipped: Skipped[] = [];
  let pending = 0;
  // Counted as the file has them, pending ones too, for a person to find one.
  for (const [at, entry] of statements.flatMap((one) => all(one, "Ntry")).entries()) {
    const row = at + 1;
    const state = textAt(entry, "Sts");
    if (PENDING.includes(state)) {
      pending += 1;
      continue;
    }
    const lines = state === "BOOK" ? linesOf(entry, row) : ROW.NOT_BOOKED;
    if (Array.isArray(lines)) placed.push(...lines.map((line) => ({ row, line })));
    else skipped.push({ row, why: lines });
  }
  return {
    format,
    account: [...accounts][0] || null,
    pending,
    ...sortOut(placed, skipped, { until, early: ROW.EARLY }),
  };
}

/** No document type, hence no entities: no bank's file has one, and many attacks do. */
function parse(text: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new BankFileError(CAMT.DECLARED);
  try {
    const strict = (level: string, message: string) => {
      throw new ParseError(`${level}: ${message}`);
    };
    const document = new DOMParser({ onError: strict }).parseFromString(text.trimStart(), "text/xml");
    if (document.documentElement && document.doctype === null) return document.documentElement;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
  }
  throw new BankFileError(CAMT.NOT_XML);
}

/** Or why it cannot be read. */
function linesOf(entry: Element, row: number): BankLine[] | Label {
  const amount = signedAmount(entry);
  if (typeof amount !== "number") return amount;
  const bookedOn = readBankDay(textAt(entry, "BookgDt", "Dt") || textAt(entry, "BookgDt", "DtTm"));
  if (bookedOn === undefined) return ROW.NO_DAY;
  const whole = { bookedOn, amount, servicerReference: textAt(entry, "AcctSvcrRef") || null };
  const details = all(entry, "NtryDtls", "TxDtls");
  const more = textAt(entry, "AddtlNtryInf");
  // The original currency of a payment is irrelevant: the account was credited with the amount of the entry.
  const parts = details.map((one) => signedAmount(one, amount < 0));
  const adds = parts.reduce<number>((sum, part) => sum + (typeof part === "number" ? part : Number.NaN), 0) === amount;
  if (details.length < 2 || !adds) {
    const label = words([...details.flatMap(labelsOf), more]);
    return [{ ...whole, label, counterparty: words(details.map(nameOf)) || null }];
  }
  const movement = { id: String(row), reference: whole.servicerReference };
  return details.map((detail, at) => ({
    bookedOn,
    movement,
    amount: parts[at] as number,
    label: words([...labelsOf(detail), more]),
    counterparty: nameOf(detail) || null,
    servicerReference: textAt(detail, "Refs", "AcctSvcrRef") || null,
  }));
}

/** Cents, negative if outgoing; a detail of version 02 has its amount one level deeper. */
function signedAmount(element: Element, debit = false): number | Label {
  const amount = all(element, "Amt")[0] ?? all(element, "AmtDtls", "TxAmt", "Amt")[0];
  if (!amount) return ROW.NO_AMOUNT;
  if (amount.getAttribute("Ccy") !== "EUR") return ROW.OTHER_CURRENCY;
  const cents = centsOf(contentOf(amount));
  if (typeof cents !== "number") return cents;
  const side = textAt(element, "CdtDbtInd");
  const out = side === "" ? debit : side === "DBIT";
  return out ? -cents : cents;
}

/**
 * As the standard lets an amount be written, a decimal number of XML that is not below zero: «12», «+12.5», «012.50», «.5», «8.850». What is
 * less than a cent is no amount of euros.
 */
function centsOf(text: string): number | Label {
  const [, whole = "", fraction = ""] = /^\+?(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole + fraction === "") return ROW.NO_AMOUNT;
  const [cents, below] = [fraction.slice(0, 2).padEnd(2, "0"), fraction.slice(2)];
  if (/[^0]/.test(below)) return ROW.BELOW_CENTS;
  const amount = Number(whole) * 100 + Number(cents);
  return amount <= MAX_CENTS ? amount : ROW.NO_AMOUNT;
}

/** The payer's name; a payee's name is not our concern. */
function nameOf(detail: Element): string {
  return words(
    ["UltmtDbtr", "Dbtr"].flatMap((role) => [
      textAt(detail, "RltdPties", role, "Pty", "Nm") || textAt(detail, "RltdPties", role, "Nm"),
    ]),
  );
}

function labelsOf(detail: Element): string[] {
  const texts = (...path: string[]) => all(detail, ...path).map(contentOf);
  const endToEnd = texts("Refs", "EndToEndId").filter((one) => one !== "NOTPROVIDED");
  return [
    ...texts("RmtInf", "Ustrd"),
    ...texts("RmtInf", "Strd", "CdtrRefInf", "Ref"),
    ...texts("RmtInf", "Strd", "AddtlRmtInf"),
    ...endToEnd,
    ...texts("AddtlTxInf"),
  ];
}

function words(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ""))].join(" ");
}

/** The elements at the end of a path of child elements. */
function all(element: Element, ...path: readonly string[]): Element[] {
  return path.reduce<Element[]>(
    (parents, name) =>
      parents.flatMap((parent) =>
        [...parent.childNodes].filter((child): child is Element => (child as Element).localName === name),
      ),
    [element],
  );
}

function textAt(element: Element, ...path: readonly string[]): string {
  const [first] = all(element, ...path);
  return first ? contentOf(first) : "";
}

function contentOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
