/**
 * The reference that a payer copies into a transfer, such as `LV-7K3M-9Q2X`: seven random symbols and a check digit, in Crockford's base 32
 * (no I, L, O or U). Parsed however it was typed, and found in any text of a bank.
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DRAWN = 7;
const LENGTH = DRAWN + 1;
/** `LV` after look-alikes are normalised. */
const PREFIX = "1V";

/** The number of random bytes that `makeReference` takes. */
export const REFERENCE_BYTES = DRAWN;

/** The reference for these random bytes. */
export function makeReference(random: Uint8Array): string {
  if (random.length !== DRAWN) throw new Error(`A reference is made of ${DRAWN} random bytes`);
  const symbols = [...random].map((byte) => byte % 32);
  return say([...symbols, checkOf(symbols)].map((value) => ALPHABET[value]!).join(""));
}

/** The reference in printed form, however it was typed; undefined if it is none, or its check digit is wrong. */
export function readReference(typed: string): string | undefined {
  const plain = forgive(typed);
  const code = plain.startsWith(PREFIX) && plain.length === PREFIX.length + LENGTH ? plain.slice(PREFIX.length) : plain;
  return isCode(code) ? say(code) : undefined;
}

/**
 * The possible references in a text, in order, without duplicates. Banks drop hyphens, cut lines and print in capitals, so separators are
 * ignored. One in 32 strings of this form has a valid check digit by chance: a match only counts if such a charge exists.
 */
export function findReferences(text: string): string[] {
  const plain = forgive(text);
  const references = new Set<string>();
  for (let place = plain.indexOf(PREFIX); place >= 0; place = plain.indexOf(PREFIX, place + 1)) {
    const code = plain.slice(place + PREFIX.length, place + PREFIX.length + LENGTH);
    if (isCode(code)) references.add(say(code));
  }
  return [...references];
}

/** The texts of a transfer. */
export type Received = {
  readonly label: string;
  readonly counterparty: string | null;
  readonly servicerReference: string | null;
};

/** The references in any of a line's texts. */
export function referencesIn({ label, counterparty, servicerReference }: Received): string[] {
  return findReferences([label, counterparty, servicerReference].join("\n"));
}

/** Upper case, without separators; O as 0, I and L as 1, U as V. */
function forgive(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll("U", "V");
}

function isCode(plain: string): boolean {
  if (plain.length !== LENGTH) return false;
  const symbols = plain.split("").map((symbol) => ALPHABET.indexOf(symbol));
  // A foreign character is -1, whose bits beyond the 32 elements stay in the sum: no check digit matches it.
  return checkOf(symbols.slice(0, DRAWN)) === symbols[DRAWN];
}

function say(code: string): string {
  return `LV-${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The check digit, in the field of 32 elements: each position weighs another power of two, so that any single wrong symbol and any
 * transposition is detected.
 */
function checkOf(symbols: readonly number[]): number {
  return symbols.reduce((sum, value) => twice(sum ^ value), 0);
}

function twice(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 37 : doubled;
}
