/** The state of a provider's page, from its announcements in any order. */

/** The provider's report on an unpaid page: money is on its way, it closed, or the payment failed. */
export type PageTold = "under-way" | "ended" | "failed";

/** Money refunded or disputed on the provider's side. `unreturned`: the refund did not arrive. */
export type About = "returned" | "unreturned" | "disputed" | "dispute-won" | "dispute-lost";

/** `looked-at`: paid in a way that fits no charge; a person settles it. */
export type PageState = "open" | "paid" | "looked-at" | PageTold;

export type PageFact = {
  readonly page: PageTold | null;
  /** The meaning for the money. */
  readonly outcome: string;
  /** A person settled it. */
  readonly settled: boolean;
};

/** Money prevails; then a final state, even if "under way" is announced later. */
export function pageState(facts: readonly PageFact[]): PageState {
  if (facts.some(({ outcome }) => outcome === "recorded")) return "paid";
  const odd = facts.filter(({ outcome }) => outcome === "currency");
  if (odd.some(({ settled }) => !settled)) return "looked-at";
  if (odd.length > 0) return "ended";
  const pages = new Set(facts.map(({ page }) => page));
  return (["failed", "ended", "under-way"] as const).find((one) => pages.has(one)) ?? "open";
}

/** A closed page may still be paid by a slow means; after this many days nothing more comes. */
export const LONGEST_DAYS = 15;

type Opened = { readonly state: PageState; readonly amount: number; readonly session: string | null };

/** What the debtor sees of the pages opened for a charge, latest first. */
export type Paying = "open" | "under-way" | "looked-at" | "failed";

export function payingOf(
  wishes: readonly (Opened & { readonly wishedAt: Date })[],
  { balance, at }: { readonly balance: number; readonly at: Date },
): Paying | null {
  const held = heldBy(wishes);
  if (held) return held;
  const [last] = wishes;
  if (last?.state === "failed") return "failed";
  const over = last && last.wishedAt.getTime() + LONGEST_DAYS * 86_400_000 <= at.getTime();
  return last?.state === "open" && last.session !== null && last.amount === balance && !over ? "open" : null;
}

/** Money that may already be here prevents opening another page. */
export function heldBy(wishes: readonly Pick<Opened, "state">[]): "under-way" | "looked-at" | undefined {
  return (["looked-at", "under-way"] as const).find((one) => wishes.some(({ state }) => state === one));
}
