/**
 * A state machine is a table: for each kind of move, the states it may leave and where it leads. It decides what an act refuses
 * and the sentence of the refusal, which buttons a page has, and what `docs/permissions.md` says of an act.
 */
import type { Label, Lang } from "./lang.ts";
import { type Issue, issue } from "./schema.ts";

/** No `to`: the state stays. Several: it depends on the thing's history. */
type Move<S extends string> = { readonly from: readonly S[]; readonly to?: readonly S[] };

export type Machine<S extends string = string, K extends string = string> = {
  /** Its name in the audit record; the path of a refusal's issue. */
  readonly name: string;
  /** The subject of a sentence, and its pronoun: «Ce dossier», «il». */
  readonly thing: Label;
  readonly again: Label;
  /** The words after «est»: «déposé». */
  readonly states: Readonly<Record<S, Label>>;
  /** In a refusal, what can still be done in this state. */
  readonly instead?: Readonly<Partial<Record<S, Label>>>;
  readonly moves: Readonly<Record<K, Move<S>>>;
};

/** The move that an act makes. */
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

/** Why a move is refused in this state; empty if it is allowed. */
export function barred<S extends string, K extends string>(
  machine: Machine<S, K>,
  kind: NoInfer<K>,
  state: NoInfer<S>,
): Issue[] {
  if (allows(machine, kind, state)) return [];
  const { name, thing, again, states, instead, moves } = machine;
  const { from } = moves[kind];
  const list = (lang: Lang, or: string) => {
    const labels = from.map((allowed) => states[allowed][lang]);
    return [labels.slice(0, -1).join(", "), ...labels.slice(-1)].filter(Boolean).join(or);
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
