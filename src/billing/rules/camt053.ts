/**
 * camt.053, the statement of an account in ISO 20022: version 02, which French banks have sent for years, and version 08,
 * to which they move. Only booked entries count. An entry that gathers several payments becomes a line for each of them,
 * where their amounts are given and add up; else it stays one.
 */
import { DOMParser, type Element, ParseError } from "@xmldom/xmldom";
import { readAmount, readBankDay } from "./bank-amount.ts";
import { type BankFile, BankFileError, type BankLine } from "./bank-line.ts";

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.053\.001\.(?:02|08))$/;

export function readCamt053(text: string): BankFile {
  const root = parse(text);
  const format = NAMESPACE.exec(root.namespaceURI ?? "")?.[1];
  if (root.localName !== "Document" || format === undefined) throw new BankFileError(OTHER_VERSION);
  const statements = all(root, "BkToCstmrStmt", "Stmt");
  const accounts = new Set(statements.map((one) => textAt(one, "Acct", "Id", "IBAN")));
  if (accounts.size > 1) throw new BankFileError(SEVERAL_ACCOUNTS);
  const entries = statements.flatMap((one) => all(one, "Ntry")).filter(isBooked);
  const lines = entries.flatMap((entry) => linesOf(entry));
  const received = lines.filter(({ amount }) => amount > 0);
  const spent = lines.filter(({ amount }) => amount < 0).length;
  return { format, account: [...accounts][0] || null, lines: received, spent, skipped: [] };
}

/** No document type and so no entity of its own: none of those that a bank sends has one, and many an attack does. */
function parse(text: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new BankFileError(DECLARED);
  try {
    const strict = (level: string, message: string) => {
      throw new ParseError(`${level}: ${message}`);
    };
    const document = new DOMParser({ onError: strict }).parseFromString(text.trimStart(), "text/xml");
    if (document.documentElement && document.doctype === null) return document.documentElement;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
  }
  throw new BankFileError(NOT_XML);
}

/** Version 02 writes the state of an entry as text, version 08 as a code within it. */
function isBooked(entry: Element): boolean {
  const state = textAt(entry, "Sts", "Cd") || textAt(entry, "Sts");
  return state === "BOOK";
}

/** Below zero where the money went out. */
function linesOf(entry: Element): BankLine[] {
  const amount = signedAmount(entry);
  if (amount === undefined) throw new BankFileError(NO_AMOUNT);
  const bookedOn = readBankDay(textAt(entry, "BookgDt", "Dt") || textAt(entry, "BookgDt", "DtTm"));
  if (bookedOn === undefined) throw new BankFileError(NO_DAY);
  const whole = { bookedOn, amount, servicerReference: textAt(entry, "AcctSvcrRef") || null };
  const details = all(entry, "NtryDtls", "TxDtls");
  const more = textAt(entry, "AddtlNtryInf");
  const parts = details.map((one) => signedAmount(one, amount < 0));
  const adds = parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0) === amount;
  if (details.length < 2 || !adds) {
    const names = details.map((one) => nameOf(one, amount < 0)).filter((name) => name !== "");
    return [{ ...whole, label: words([...details.flatMap(labelsOf), more]), counterparty: words(names) || null }];
  }
  return details.map((one, at) => ({
    bookedOn,
    amount: parts[at]!,
    label: words([...labelsOf(one), more]),
    counterparty: nameOf(one, amount < 0) || null,
    servicerReference: textAt(one, "Refs", "AcctSvcrRef") || null,
  }));
}

/** Cents, below zero where the money went out; a detail of version 02 gives its amount one level deeper. */
function signedAmount(element: Element, debit = false): number | undefined {
  const found = all(element, "Amt")[0] ?? all(element, "AmtDtls", "TxAmt", "Amt")[0];
  if (!found) return undefined;
  if (found.getAttribute("Ccy") !== "EUR") throw new BankFileError(OTHER_CURRENCY);
  const cents = readAmount(found.textContent ?? "", ".");
  const side = textAt(element, "CdtDbtInd") || (debit ? "DBIT" : "CRDT");
  return cents === undefined ? undefined : side === "DBIT" ? -cents : cents;
}

/** Who the money came from, or went to. */
function nameOf(detail: Element, debit: boolean): string {
  const party = debit ? "Cdtr" : "Dbtr";
  const ultimate = `Ultmt${party}`;
  return words(
    [ultimate, party].flatMap((role) => [
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
  const [found] = all(element, ...path);
  return found ? contentOf(found) : "";
}

function contentOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

const OTHER_VERSION = {
  fr: "Ce fichier XML n’est pas un relevé camt.053, version 02 ou 08. Demandez à la banque ce format, ou un fichier CSV.",
  en: "This XML file is not a camt.053 statement, version 02 or 08. Ask the bank for that format, or for a CSV file.",
};
const SEVERAL_ACCOUNTS = {
  fr: "Ce fichier parle de plusieurs comptes : demandez à la banque un fichier par compte.",
  en: "This file speaks of several accounts: ask the bank for one file an account.",
};
const DECLARED = {
  fr: "Ce fichier XML déclare un type de document ou des entités, ce qu’aucun relevé ne fait : il est refusé.",
  en: "This XML file declares a document type or entities, which no statement does: it is refused.",
};
const NOT_XML = { fr: "Ce fichier XML est mal formé ou incomplet.", en: "This XML file is malformed or cut short." };
const NO_AMOUNT = {
  fr: "Une opération de ce relevé n’a pas de montant lisible.",
  en: "An entry of this statement has no readable amount.",
};
const NO_DAY = {
  fr: "Une opération de ce relevé n’a pas de date comptable lisible.",
  en: "An entry of this statement has no readable booking date.",
};
const OTHER_CURRENCY = {
  fr: "Ce relevé n’est pas en euros.",
  en: "This statement is not in euros.",
};
