/** An e-mail address: what can be one, and the one spelling it is found by. */

const LONGEST = 200;

/** One `@`, a domain with a dot, no space: whether it exists, only a mail that arrives can tell. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST && /^[^\s@<>"(),:;\\[\]]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}

export function addressKey(address: string): string {
  return address.trim().normalize("NFKC").toLowerCase();
}
