/**
 * A state machine is a table: for each kind of fact, the states it may leave and where it leads. What an act refuses and how it says
 * so, which buttons a page has and what `docs/permissions.md` tells of an act all come from it.
 */
import type { Label, Lang } from "./lang.ts";
import { type Issue, issue } from "./schema.ts";

/** `to` is left out of what leaves the thing where it stands; it names several where what came before decides. */
type Move<S extends string> = { readonly from: readonly S[]; readonly to?: readonly S[] };

export type Machine<S extends string = string, K extends string = string> = {
  /** Its name in the record, which a refusal is about. */
  readonly name: string;
  /** How a sentence begins that speaks of it, and goes on: «Ce dossier», «il». */
  readonly thing: Label;
  readonly again: Label;
  /** What is said of it after «est»: «déposé». */
  readonly states: Readonly<Record<S, Label>>;
  /** What is left to do of it where it stands so, for whoever is refused something else. */
  readonly instead?: Readonly<Partial<Record<S, Label>>>;
  readonly moves: Readonly<Record<K, Move<S>>>;
};

/** Which move an act makes. */
export type Leaves = { readonly machine: Machine; readonly kind: string };

export function leaves<S extends string, K extends string>(machine: Machine<S, K>, kind: NoInfer<K>): Leaves {
  return { machine, kind };
}

export function allows<S extends string, K extends string>(
  { moves }: Machine<S, K>,
  kind: NoInfer<K>,
  state: NoInfer<S>,
): boolean {
  return moves[kind].from.includes(state);
}

/** Why something may not happen to what stands there; nothing where it may. */
export function barred<S extends string, K extends string>(
  machine: Machine<S, K>,
  kind: NoInfer<K>,
  state: NoInfer<S>,
): Issue[] {
  if (allows(machine, kind, state)) return [];
  const { name, thing, again, states, instead, moves } = machine;
  const { from } = moves[kind];
  const list = (lang: Lang, or: string) => {
    const said = from.map((one) => states[one][lang]);
    return [said.slice(0, -1).join(", "), ...said.slice(-1)].filter(Boolean).join(or);
  };
  const left = instead?.[state];
  const then = (lang: Lang) => (left === undefined ? "" : ` ${left[lang]}`);
  return [
    issue(
      name,
      `${thing.fr} est ${states[state].fr} : cela ne se fait que tant qu’${again.fr} est ${list("fr", " ou ")}.${then("fr")}`,
      `${thing.en} is ${states[state].en}: this is done only while ${again.en} is ${list("en", " or ")}.${then("en")}`,
    ),
  ];
}
