/** What became of a provider's page, from all that was told of it, in whatever order. */

/** What the provider says of a page that is not paid: money is on its way, it closed, or the money did not come. */
export type PageTold = "under-way" | "ended" | "failed";

/** What the provider tells of money that it gave back, or that is disputed, at its own place. `unreturned`: it did not arrive. */
export type About = "returned" | "unreturned" | "disputed" | "dispute-won" | "dispute-lost";

/** `looked-at`: it was paid in a way that fits no charge, and a person sees to it. */
export type PageState = "open" | "paid" | "looked-at" | PageTold;

export type PageFact = {
  readonly page: PageTold | null;
  /** What was told meant for the money. */
  readonly outcome: string;
  /** A person saw to it. */
  readonly settled: boolean;
};

/** Money counts above all; then what is over is over, though it was said to be under way later. */
export function pageState(facts: readonly PageFact[]): PageState {
  if (facts.some(({ outcome }) => outcome === "recorded")) return "paid";
  const odd = facts.filter(({ outcome }) => outcome === "currency");
  if (odd.some(({ settled }) => !settled)) return "looked-at";
  if (odd.length > 0) return "ended";
  const told = new Set(facts.map(({ page }) => page));
  return (["failed", "ended", "under-way"] as const).find((one) => told.has(one)) ?? "open";
}

/** A page that was closed may still be paid by a slow means; after so long nothing more comes. */
export const LONGEST_DAYS = 15;

type Opened = { readonly state: PageState; readonly amount: number; readonly session: string | null };

/** What whoever owes is told of the pages that they opened for a charge, the last first. */
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

/** What keeps another page from being opened: money that may be here already. */
export function heldBy(wishes: readonly Pick<Opened, "state">[]): "under-way" | "looked-at" | undefined {
  return (["looked-at", "under-way"] as const).find((one) => wishes.some(({ state }) => state === one));
}
