/** A payer who takes over from another on a day: each owes the days of its own turn, and nothing that was asked before is corrected. Pure. */
import type { Day } from "../../kit/day.ts";
import type { DetailsOf, SharedAs } from "./facts.ts";

type Before = Pick<DetailsOf["shares"], "price" | "plan" | "thirds"> & {
  readonly shares: readonly (SharedAs & { readonly number: string | null })[];
};

/** Who takes over whose whole share from this day; undefined where it is not of one from another, at the same price. */
export function takenOver(
  before: Before,
  after: Pick<DetailsOf["shares"], "price" | "shares">,
  since: Day,
): SharedAs[] | undefined {
  const paying = <S extends SharedAs>(shares: readonly S[]) => shares.filter(({ amount }) => amount > 0);
  const isIn = (shares: readonly SharedAs[]) => (one: SharedAs) =>
    shares.some(({ source, amount }) => source === one.source && amount === one.amount);
  const [from, ...more] = paying(before.shares).filter((one) => !isIn(after.shares)(one));
  const [to, ...others] = paying(after.shares).filter((one) => !isIn(before.shares)(one));
  const pays = (source: string) => paying(after.shares).some((one) => one.source === source);
  if (!from || !to || more.length > 0 || others.length > 0) return undefined;
  if (from.amount !== to.amount || before.price !== after.price || pays(from.source) || from.takesOver)
    return undefined;
  if (from.platform || to.platform) return undefined;
  const { source, payer, number } = from;
  const { plan, thirds } = before;
  const takesOver = { since, source, payer, number, plan, ...(thirds && { thirds }) };
  return after.shares.map((one) => (one === to ? { ...one, takesOver } : one));
}

/** Said once, it stays until somebody else pays that share. */
export function stillTakenOver(before: readonly SharedAs[], after: readonly SharedAs[]): SharedAs[] {
  return after.map((one) => {
    const { takesOver } = before.find(({ source }) => source === one.source) ?? {};
    const isBack = after.some(({ source, amount }) => source === takesOver?.source && amount > 0);
    return takesOver && !isBack && one.amount > 0 ? { ...one, takesOver } : one;
  });
}

/** Who is asked as this kind of payer: who pays, or who paid until another took over. */
export function askedAs<S extends SharedAs & { readonly number: string | null }>(
  shares: readonly S[],
  source: string,
): Pick<S, "payer" | "number"> | undefined {
  const former = shares.find(({ takesOver }) => takesOver?.source === source)?.takesOver;
  return former ?? shares.find((one) => one.source === source);
}

/** The days of a payer's turn; undefined of who takes none. */
export function turnOf(shares: readonly SharedAs[], source: string): { from?: Day; before?: Day } | undefined {
  const before = shares.find(({ takesOver }) => takesOver?.source === source)?.takesOver?.since;
  if (before !== undefined) return { before };
  const from = shares.find((one) => one.source === source)?.takesOver?.since;
  return from === undefined ? undefined : { from };
}
