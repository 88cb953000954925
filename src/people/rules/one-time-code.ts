/** A generator's six digits (RFC 6238): valid now, and once. */
import { Secret, TOTP } from "otpauth";

const PERIOD = 30;

/** 160 bits in base 32, for copying by hand. */
export function newGeneratorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The `otpauth:` address in the QR code. */
export function generatorAddress(secret: string, { account, issuer }: { account: string; issuer: string }): string {
  return generator(secret, { label: account, issuer }).toString();
}

/**
 * Returns the counter of the code, to be stored; `undefined` for a wrong or used code. One half minute before and after is accepted, for
 * drift and slow typing; a counter not above the last used one is refused, against replays of an observed code.
 */
export function acceptedCounter(
  code: string,
  { secret, last, at }: { secret: string; last: number; at: Date },
): number | undefined {
  const typed = code.replaceAll(/\D/g, "");
  if (typed.length !== 6) return undefined;
  const delta = generator(secret).validate({ token: typed, window: 1, timestamp: at.getTime() });
  if (delta === null) return undefined;
  const counter = Math.floor(at.getTime() / 1000 / PERIOD) + delta;
  return counter > last ? counter : undefined;
}

/** The code that a generator shows. */
export function generatedCode(secret: string, at: Date): string {
  return generator(secret).generate({ timestamp: at.getTime() });
}

function generator(secret: string, names: { label?: string; issuer?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: PERIOD });
}
