/** Verifies Stripe's webhook signature: HMAC-SHA-256 of the timestamp and body, with the endpoint's secret. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** Beyond this age, either way, the webhook may be a replay. */
const TOLERANCE_SECONDS = 300;

type Signed = {
  readonly bytes: Uint8Array;
  readonly header: string;
  readonly at: Date;
  readonly secrets: readonly string[];
};

/** `t=1760000000,v1=<hex>[,v1=<hex>]`: several signatures and secrets during a rotation. */
export function signatureHolds({ bytes, header, at, secrets }: Signed): boolean {
  const parts = header.split(",").map((part) => part.trim().split("="));
  const moment = parts.find(([name]) => name === "t")?.[1] ?? "";
  if (!/^\d{1,12}$/.test(moment)) return false;
  if (Math.abs(at.getTime() / 1000 - Number(moment)) > TOLERANCE_SECONDS) return false;
  const signatures = parts.flatMap(([name, value]) =>
    name === "v1" && /^[0-9a-f]{64}$/.test(value ?? "") ? [Buffer.from(value!, "hex")] : [],
  );
  return secrets.some((secret) => {
    const expected = signature(bytes, moment, secret);
    return signatures.some((one) => timingSafeEqual(one, expected));
  });
}

export function signature(bytes: Uint8Array, moment: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`${moment}.`).update(bytes).digest();
}
