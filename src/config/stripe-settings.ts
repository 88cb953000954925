/**
 * The keys of Stripe as whoever runs the deployment writes them: `school=sk_live_…`, one a line or a space, and
 * `school=whsec_…` likewise, twice for one school while one secret replaces another. Each school is paid on its own account.
 */
export type StripeAccount = { readonly school: string; readonly key: string; readonly secrets: readonly string[] };

export type ReadAccounts =
  | { readonly accounts: readonly StripeAccount[] }
  /** Which of the two is wrong; a key or a secret is never repeated. */
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
  // Without its secret a school would take money and never hear of it.
  const alone = accounts.some((one) => one.secrets.length === 0) || secretOf.some(([school]) => !schools.has(school));
  return alone ? { wrong: "unpaired" } : { accounts };
}

function pairs(text: string, form: RegExp): [school: string, value: string][] | undefined {
  const parts = text.split(/[\s,]/).filter(Boolean);
  const read = parts.flatMap((part): [string, string][] => {
    const found = form.exec(part);
    return found ? [[found[1]!, found[2]!]] : [];
  });
  return read.length === parts.length ? read : undefined;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Where Stripe's interface is reached instead of at its own address: a proxy that leads to it, or a server that stands in for it.
 * Keys of real money and what they ask go over nothing but https; a test key may go to this machine's own.
 */
export function isStripeAddress(url: string, accounts: readonly StripeAccount[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(url);
  if (pathname !== "/" || search + hash + username + password !== "") return false;
  if (protocol === "https:") return true;
  const test = accounts.every(({ key }) => /^[rs]k_test_/.test(key));
  return protocol === "http:" && LOOPBACK.includes(hostname) && test;
}
