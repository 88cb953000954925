/**
 * The keys of Stripe as whoever runs the deployment writes them: `school=sk_live_…`, one a line or a space, and
 * `school=whsec_…` likewise, twice for one school while one secret replaces another. Each school is paid on its own account.
 */
export type StripeAccount = { readonly school: string; readonly key: string; readonly secrets: readonly string[] };

export type ReadAccounts =
  | { readonly accounts: readonly StripeAccount[] }
  /** Which of the two is wrong; a key or a secret is never repeated. */
  | { readonly wrong: "keys" | "secrets" | "unpaired" };

export function readStripeAccounts(keys: string, secrets: string): ReadAccounts {
  const keyOf = pairs(keys, /^[rs]k_(?:test|live)_\w+$/);
  if (!keyOf || new Set(keyOf.map(([school]) => school)).size < keyOf.length) return { wrong: "keys" };
  const secretOf = pairs(secrets, /^whsec_\w+$/);
  if (!secretOf) return { wrong: "secrets" };
  const accounts = keyOf.map(([school, key]) => ({
    school,
    key,
    secrets: secretOf.filter(([other]) => other === school).map(([, secret]) => secret),
  }));
  const schools = new Set(keyOf.map(([school]) => school));
  // Without its secret a school would take money and never hear of it.
  const alone = accounts.some((one) => one.secrets.length === 0) || secretOf.some(([school]) => !schools.has(school));
  return alone ? { wrong: "unpaired" } : { accounts };
}

function pairs(text: string, form: RegExp): [school: string, value: string][] | undefined {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const read = parts.map((part): [string, string] => {
    const at = part.indexOf("=");
    return [part.slice(0, Math.max(0, at)), part.slice(at + 1)];
  });
  return read.every(([school, value]) => /^[a-z0-9-]+$/.test(school) && form.test(value)) ? read : undefined;
}
