/**
 * camt.053, the account statement of ISO 20022: version 02, which French banks have sent for years, 08, to which they move, and those with
 * the same elements. Only booked entries count. An entry that groups several payments becomes a line for each, if their amounts are given
 * and add up; else it stays one. An entry not in euros is reported.
 */
import { DOMParser, type Element, ParseError } from "@xmldom/xmldom";
import { readAmount, readBankDay } from "../../billing/rules/bank-amount.ts";
import type { Day } from "../../kit/day.ts";
import { type BankFile, BankFileError, type BankLine, type Placed, type Skipped, sortOut } from "./bank-line.ts";
import { CAMT, ROW } from "./bank-words.ts";

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.053\.001\.(?:02|04|06|08|10|13))$/;

export function readCamt053(text: string, until?: Day): BankFile {
  const root = parse(text);
  const format = NAMESPACE.exec(root.namespaceURI ?? "")?.[1];
  if (root.localName !== "Document" || format === undefined) throw new BankFileError(CAMT.OTHER_VERSION);
  const statements = all(root, "BkToCstmrStmt", "Stmt");
  const accounts = new Set(statements.map((one) => textAt(one, "Acct", "Id", "IBAN")));
  if (accounts.size > 1) throw new BankFileError(CAMT.SEVERAL_ACCOUNTS);
  const entries = statements.flatMap((one) => all(one, "Ntry")).filter(isBooked);
  const placed: Placed[] = [];
  const skipped: Skipped[] = [];
  for (const [at, entry] of entries.entries()) {
    const lines = linesOf(entry, at + 1);
    if (lines) placed.push(...lines.map((line) => ({ row: at + 1, line })));
    else skipped.push({ row: at + 1, why: ROW.OTHER_CURRENCY });
  }
  return { format, account: [...accounts][0] || null, ...sortOut(placed, skipped, { until, early: ROW.EARLY }) };
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

/** Version 02 writes the status of an entry as text, version 08 as a code element: its text either way. */
function isBooked(entry: Element): boolean {
  return textAt(entry, "Sts") === "BOOK";
}

/** Negative if outgoing; undefined if not in euros. */
function linesOf(entry: Element, row: number): BankLine[] | undefined {
  const amount = signedAmount(entry);
  if (amount === "foreign") return undefined;
  if (amount === undefined) throw new BankFileError(CAMT.NO_AMOUNT);
  const bookedOn = readBankDay(textAt(entry, "BookgDt", "Dt") || textAt(entry, "BookgDt", "DtTm"));
  if (bookedOn === undefined) throw new BankFileError(CAMT.NO_DAY);
  const whole = { bookedOn, amount, servicerReference: textAt(entry, "AcctSvcrRef") || null };
  const details = all(entry, "NtryDtls", "TxDtls");
  const more = textAt(entry, "AddtlNtryInf");
  // The original currency of a payment is irrelevant: the account was credited with the amount of the entry.
  const parts = details.map((one) => signedAmount(one, amount < 0)).map((one) => (one === "foreign" ? undefined : one));
  const adds = parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0) === amount;
  if (details.length < 2 || !adds) {
    const label = words([...details.flatMap(labelsOf), more]);
    return [{ ...whole, label, counterparty: words(details.map(nameOf)) || null }];
  }
  const movement = { id: String(row), reference: whole.servicerReference };
  return details.map((detail, at) => ({
    bookedOn,
    movement,
    amount: parts[at]!,
    label: words([...labelsOf(detail), more]),
    counterparty: nameOf(detail) || null,
    servicerReference: textAt(detail, "Refs", "AcctSvcrRef") || null,
  }));
}

/** Cents, negative if outgoing; a detail of version 02 has its amount one level deeper. */
function signedAmount(element: Element, debit = false): number | "foreign" | undefined {
  const amount = all(element, "Amt")[0] ?? all(element, "AmtDtls", "TxAmt", "Amt")[0];
  if (!amount) return undefined;
  if (amount.getAttribute("Ccy") !== "EUR") return "foreign";
  const cents = readAmount(amount.textContent ?? "", ".");
  const side = textAt(element, "CdtDbtInd");
  const out = side === "" ? debit : side === "DBIT";
  return cents !== undefined && out ? -cents : cents;
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
