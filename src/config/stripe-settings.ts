/**
 * Stripe's keys as the operator writes them: `school=sk_live_…`, separated by spaces, commas or newlines, and `school=whsec_…`
 * likewise, two for one school during a secret's rotation. Each school is paid on its own account.
 */
export type StripeAccount = { readonly school: string; readonly key: string; readonly secrets: readonly string[] };

export type ReadAccounts =
  | { readonly accounts: readonly StripeAccount[] }
  /** Which setting is wrong; the problem's text never repeats a key or a secret. */
  | { readonly wrong: "keys" | "secrets" | "unpaired" };

const KEY = /^([a-z0-9-]+)=([rs]k_(?:test|live)_\w+)$/;
const SECRET = /^([a-z0-9-]+)=(whsec_\w+)$/;

export function readStripeAccounts(keys: string, secrets: string): ReadAccounts {
  const keyOf = pairs(keys, KEY);
  const schools = new Set(keyOf?.map(([school]) => school));
  if (!keyOf || schools.size < keyOf.length) return { wrong: "keys" };
  const secretOf = pairs(secrets, SECRET);
  if (!secretOf) return { wrong: "secrets" };
  const accounts = keyOf.map(([school, key]) => ({
    school,
    key,
    secrets: secretOf.filter(([other]) => other === school).map(([, secret]) => secret),
  }));
  // Without its webhook secret a school would take money and never learn of it.
  const unpaired = accounts.some((account) => account.secrets.length === 0);
  return unpaired || secretOf.some(([school]) => !schools.has(school)) ? { wrong: "unpaired" } : { accounts };
}

function pairs(text: string, form: RegExp): [school: string, value: string][] | undefined {
  const parts = text.split(/[\s,]/).filter(Boolean);
  const read = parts.flatMap((part): [string, string][] => {
    const match = form.exec(part);
    return match ? [[match[1]!, match[2]!]] : [];
  });
  return read.length === parts.length ? read : undefined;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether this may replace the address of Stripe's API: that of a proxy, or of a fake server. Live keys need https; test keys may
 * also go over http to this machine.
 */
export function isStripeAddress(url: string, accounts: readonly StripeAccount[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(url);
  if (pathname !== "/" || search + hash + username + password !== "") return false;
  if (protocol === "https:") return true;
  const test = accounts.every(({ key }) => /^[rs]k_test_/.test(key));
  return protocol === "http:" && LOOPBACK.includes(hostname) && test;
}
