/** The six digits of a generator (RFC 6238): which are right now, and that none serves twice. */
import { Secret, TOTP } from "otpauth";

const PERIOD = 30;

/** 160 bits, in the letters and digits that people copy by hand. */
export function newGeneratorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What a generator reads from the picture. */
export function generatorAddress(secret: string, { account, issuer }: { account: string; issuer: string }): string {
  return generator(secret, { label: account, issuer }).toString();
}

/**
 * The count of half minutes the code belongs to, to be kept; `undefined` where it is wrong or was used. One half minute
 * before and after is accepted, since clocks differ and people type slowly; a code of the same or an earlier one than the
 * last used is not, or whoever looks over a shoulder could use it again.
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

/** The code a generator shows. */
export function generatedCode(secret: string, at: Date): string {
  return generator(secret).generate({ timestamp: at.getTime() });
}

function generator(secret: string, names: { label?: string; issuer?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: PERIOD });
}
