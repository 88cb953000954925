/** What of an invoice for several people was paid for one of them: in proportion to what each part still asks. Pure. */
import { split } from "../../kit/parts.ts";

/** `net`: what is billed for it, less its credits. */
export type BilledPart = { readonly about: string; readonly net: number };

/** Of 100 € paid of 150 € and 50 €: 75 € and 25 €, to the cent. */
export function paidFor(parts: readonly BilledPart[], about: string, paid: number): number {
  const shares = split(
    paid,
    parts.map(({ net }) => Math.max(0, net)),
  );
  return shares[parts.findIndex((one) => one.about === about)] ?? 0;
}
