/** The signature of an announcement by Stripe: HMAC-SHA-256 of its moment and its bytes, with a secret of the endpoint. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** Older or younger than this, an announcement may be one overheard and played again. */
const TOLERANCE_SECONDS = 300;

type Signed = {
  readonly bytes: Uint8Array;
  readonly header: string;
  readonly at: Date;
  readonly secrets: readonly string[];
};

/** `t=1760000000,v1=<hex>[,v1=<hex>]`: several signatures, and several secrets, while one replaces another. */
export function signatureHolds({ bytes, header, at, secrets }: Signed): boolean {
  const parts = header.split(",").map((part) => part.trim().split("="));
  const moment = parts.find(([name]) => name === "t")?.[1] ?? "";
  if (!/^\d{1,12}$/.test(moment)) return false;
  if (Math.abs(at.getTime() / 1000 - Number(moment)) > TOLERANCE_SECONDS) return false;
  const given = parts.flatMap(([name, value]) =>
    name === "v1" && /^[0-9a-f]{64}$/.test(value ?? "") ? [Buffer.from(value!, "hex")] : [],
  );
  return secrets.some((secret) => {
    const right = signature(bytes, moment, secret);
    return given.some((one) => timingSafeEqual(one, right));
  });
}

export function signature(bytes: Uint8Array, moment: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`${moment}.`).update(bytes).digest();
}
