/**
 * Dependencies between subjects. A later subject relies on a row of an earlier one (an enrolment on an accepted place) and declares
 * it here, as the earlier subject does not know the later. An act that changes the row's state checks them once it has locked the
 * row's chain; an act that adds a dependent row locks the same chain, so that of two concurrent acts the second sees the first.
 */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { allows, barred, type Leaves, type Machine } from "../kit/machine.ts";
import { type Issue, issue } from "../kit/schema.ts";
import type { Row } from "../kit/sql.ts";
import { holdsChain } from "./chain.ts";
import type { Noted } from "./keep.ts";
import type { Permission } from "./permissions.ts";

/** What a dependency does to a transition: refuses it, requires a ground (a written reason), or lets it happen and notifies. */
type Keeps = "refuses" | "asks-ground" | "tells";

export type Standing<G = unknown> = {
  readonly on: Machine;
  readonly moves: readonly string[];
  readonly does: Keeps;
  /** Which of these things have dependents, with the data for `says`: one indexed statement, however many ids. */
  among(tx: Tx, ids: readonly string[], today: Day): Promise<ReadonlyMap<string, G>>;
  /** Names the dependent, and what to do instead. */
  says(ground: G): Label;
  /** The thing's chain, which an act that adds a dependent row must have locked; goes with `laid`. */
  chain?(id: string): string;
  /** Who is notified of the transition beside the person: those who work on the dependent. */
  readonly told?: Permission;
  /** The thing that a new row depends on, if any. Left out where the row does not name the thing. */
  laid?(table: string, row: Row): string | undefined;
  /** Invariant checked by the doctor: the things whose state a move led to although they have dependents. Always empty. */
  readonly never?: (tx: Tx) => Promise<readonly string[]>;
};

/** Checks that `among` and `says` agree on `G`, then drops the type so that all can be listed together. */
export function standing<G>(dependency: Standing<G>): Standing {
  return dependency;
}

/** A dependent of one thing, and which of the requested moves it affects. */
export type Stands = {
  readonly moves: readonly string[];
  readonly does: Keeps;
  readonly says: Label;
  /** Who is notified of the move. */
  readonly told: Permission | null;
};
type StandsOn = ReadonlyMap<string, readonly Stands[]>;

/** The dependents that affect these moves, by the id of the thing; ids without any are absent. */
export type AsksStanding = (tx: Tx, leaves: readonly Leaves[], ids: readonly string[]) => Promise<StandsOn>;

export function asksStanding(all: readonly Standing[], today: Day): AsksStanding {
  return async (tx, leaves, ids) => {
    for (const move of leaves) asked(tx).add(nameOf(move));
    const standsOn = new Map<string, Stands[]>();
    if (ids.length === 0) return standsOn;
    const keeping = all.flatMap((dependency) => {
      const moves = leaves.filter((move) => keeps(dependency, move)).map(({ kind }) => kind);
      return moves.length === 0 ? [] : { dependency, moves };
    });
    const found = await Promise.all(keeping.map(({ dependency }) => dependency.among(tx, ids, today)));
    for (const [at, { dependency, moves }] of keeping.entries()) {
      const { does, told = null } = dependency;
      for (const [id, ground] of found[at]!)
        standsOn.set(id, [...(standsOn.get(id) ?? []), { moves, does, says: dependency.says(ground), told }]);
    }
    return standsOn;
  };
}

type Asking = { readonly tx: Tx; readonly stands: AsksStanding };
type Thing<S extends string> = {
  readonly id: string;
  readonly state: S;
  /** The reason entered for the move, where one is required. */
  readonly ground?: string | undefined;
};

/** Why a transition is refused: because of the thing's state, else because of its dependents. The act has locked the thing. */
export async function barredNow<S extends string, K extends string>(
  context: Asking,
  machine: Machine<S, K>,
  kind: NoInfer<K>,
  thing: Thing<NoInfer<S>>,
): Promise<Issue[]> {
  return (await checkMove(context, machine, kind, thing)).issues;
}

/** The same, with the dependents: for an act that notifies afterwards. */
export async function checkMove<S extends string, K extends string>(
  context: Asking,
  machine: Machine<S, K>,
  kind: NoInfer<K>,
  { id, state, ground = "" }: Thing<NoInfer<S>>,
): Promise<{ readonly issues: Issue[]; readonly dependents: readonly Stands[] }> {
  const dependents = await standingOn(context, machine, [kind], id);
  const issues = barred(machine, kind, state);
  return { issues: issues.length > 0 ? issues : againstIt(machine, dependents, ground), dependents };
}

/** The dependents of one thing that affect these moves: for the view that shows them and the act that notifies. */
export async function standingOn<K extends string>(
  { tx, stands }: Asking,
  machine: Machine<string, K>,
  kinds: readonly NoInfer<K>[],
  id: string,
): Promise<readonly Stands[]> {
  const moves = kinds.map((kind) => ({ machine, kind }));
  return (await stands(tx, moves, [id])).get(id) ?? [];
}

/** The issues of the dependents that bar the move; a ground satisfies those that only ask for one. */
function againstIt({ name }: Machine, dependents: readonly Stands[], ground: string): Issue[] {
  const hasGround = ground.trim() !== "";
  return dependents
    .filter(({ does }) => does === "refuses" || (does === "asks-ground" && !hasGround))
    .map(({ does, says }) =>
      does === "refuses"
        ? issue(name, says.fr, says.en)
        : issue("ground", `${says.fr} ${ASKED.fr}`, `${says.en} ${ASKED.en}`),
    );
}

/** Whether a page offers the move: the state allows it, and no dependent refuses it. */
export function mayMove<S extends string, K extends string>(
  machine: Machine<S, K>,
  kind: NoInfer<K>,
  { state, kept }: { readonly state: NoInfer<S>; readonly kept: readonly Pick<Stands, "moves" | "does">[] },
): boolean {
  return allows(machine, kind, state) && !kept.some(({ does, moves }) => does === "refuses" && moves.includes(kind));
}

const ASKED = {
  fr: "Dites pourquoi vous le faites quand même : ceux qui s’y appuient le liront.",
  en: "Say why you do it all the same: those who rely on it will read it.",
} as const;

const askedOf = new WeakMap<Tx, Set<string>>();

function asked(tx: Tx): Set<string> {
  const all = askedOf.get(tx) ?? new Set<string>();
  askedOf.set(tx, all);
  return all;
}

function nameOf({ machine, kind }: Leaves): string {
  return `${machine.name} ${kind}`;
}

function keeps({ on, moves }: Standing, { machine, kind }: Leaves): boolean {
  return on.name === machine.name && moves.includes(kind);
}

/** Resets the record of the moves checked, at the start of an act. */
export function beginAsking(tx: Tx): void {
  askedOf.delete(tx);
}

type Deed = { readonly name: string; readonly from: readonly Leaves[]; readonly notes: readonly Noted[] };

/**
 * Enforces this file's rules after an act, without a query: it checked the dependents of the thing that it moved, and it had locked
 * the chain of each thing that its new rows depend on. An act that did not is a bug; the error rolls it back.
 */
export function heldToStanding(tx: Tx, all: readonly Standing[], { name, from, notes }: Deed): void {
  for (const machine of new Set(from.map((move) => move.machine.name))) {
    const moves = from.filter((move) => move.machine.name === machine);
    const kept = moves.some((move) => all.some((dependency) => keeps(dependency, move)));
    if (kept && !moves.some((move) => asked(tx).has(nameOf(move))))
      throw new Error(`${name} moves a ${machine} and did not ask what stands on it: barredNow`);
  }
  for (const { table, values, changed = false } of notes) {
    if (values === null || changed) continue;
    for (const dependency of all) {
      const id = dependency.laid?.(table, values);
      const chain = id === undefined ? undefined : dependency.chain?.(id);
      if (chain !== undefined && !holdsChain(tx, chain))
        throw new Error(`${name} lays a row of ${table} on ${chain} and does not hold it: lockChains`);
    }
  }
}
