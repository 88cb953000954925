/**
 * The reference that a payer copies into a transfer, such as `LV-7K3M-9Q2X`: seven symbols drawn at random and a check
 * digit, in Crockford's base 32 (no I, L, O or U). Read however it was typed, and found inside whatever a bank prints.
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DRAWN = 7;
const LENGTH = DRAWN + 1;
/** `LV` as it reads once look-alikes are forgiven. */
const PREFIX = "1V";

/** How many random bytes `makeReference` takes. */
export const REFERENCE_BYTES = DRAWN;

/** The reference that these random bytes give. */
export function makeReference(random: Uint8Array): string {
  if (random.length !== DRAWN) throw new Error(`A reference is made of ${DRAWN} random bytes`);
  const symbols = [...random].map((byte) => byte % 32);
  return say([...symbols, checkOf(symbols)].map((value) => ALPHABET[value]!).join(""));
}

/** The reference as printed, however it was typed; `undefined` where it is none, or where its check digit is wrong. */
export function readReference(typed: string): string | undefined {
  const plain = forgive(typed);
  const code = plain.startsWith(PREFIX) && plain.length === PREFIX.length + LENGTH ? plain.slice(PREFIX.length) : plain;
  return isCode(code) ? say(code) : undefined;
}

/**
 * The references that a text may hold, in their order, each once. Banks drop hyphens, cut lines and print in capitals, so
 * the text is read without its separators. One in 32 strings of the right form has a right check digit by chance: what
 * is found here only counts where such a charge exists.
 */
export function findReferences(text: string): string[] {
  const plain = forgive(text);
  const found = new Set<string>();
  for (let at = plain.indexOf(PREFIX); at >= 0; at = plain.indexOf(PREFIX, at + 1)) {
    const code = plain.slice(at + PREFIX.length, at + PREFIX.length + LENGTH);
    if (isCode(code)) found.add(say(code));
  }
  return [...found];
}

/** The words that come with money. */
export type Received = {
  readonly label: string;
  readonly counterparty: string | null;
  readonly servicerReference: string | null;
};

/** Everything in a line that may hold a reference. */
export function referencesIn({ label, counterparty, servicerReference }: Received): string[] {
  return findReferences([label, counterparty, servicerReference].join("\n"));
}

/** Capitals, without what stands between words; O for 0, I and L for 1, U for V. */
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
  // A sign that is no symbol is -1, whose bits beyond the 32 elements stay in the sum: no check digit is right with it.
  return checkOf(symbols.slice(0, DRAWN)) === symbols[DRAWN];
}

function say(code: string): string {
  return `LV-${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The check digit, in the field of 32 elements: each place weighs another power of two, so that one wrong symbol, and any
 * two that changed places, are always seen.
 */
function checkOf(symbols: readonly number[]): number {
  return symbols.reduce((sum, value) => twice(sum ^ value), 0);
}

function twice(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 37 : doubled;
}
