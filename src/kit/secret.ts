/**
 * Secrets that give access without an account: a token for a cookie, a code for a person to type. Only their hash is
 * stored; as they are random, a fast hash is enough.
 */
import { createHash, randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O or U, so that nothing is misread or rude. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 16;
const CODE = new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`);

export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** 80 bits in four groups of four: `7KQM-2XW9-RT4H-0BNE`. */
export function newCode(): string {
  return sayCode([...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % 32]).join(""));
}

/** Normalizes a typed code: case, spaces, dashes, O for 0, I and L for 1; `undefined` if it is not a code. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\u002d\u2010-\u2015\u2212_.]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return CODE.test(plain) ? sayCode(plain) : undefined;
}

function sayCode(plain: string): string {
  return plain.match(/.{4}/g)!.join("-");
}

export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
