/**
 * What stands on a thing keeps it. A later room relies on a fact of an earlier one (an enrolment on a place accepted) and says so
 * here, since the earlier one does not know it. The act that would move the thing away asks once it holds the thing's lock; whoever
 * lays something on the thing holds that lock too, so that of two at once the second sees what the first did.
 */
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { allows, barred, type Leaves, type Machine } from "../kit/machine.ts";
import { type Issue, issue } from "../kit/schema.ts";
import type { Row } from "../kit/sql.ts";
import { holdsChain } from "./chain.ts";
import type { Noted } from "./keep.ts";
import type { Permission } from "./permissions.ts";

/** What a move of a thing meets where something stands on it: it is not made; it is made with a ground; it is made, and told of. */
type Keeps = "refuses" | "asks-ground" | "tells";

export type Standing<G = unknown> = {
  readonly on: Machine;
  readonly moves: readonly string[];
  readonly does: Keeps;
  /** Which of these things it stands on, each with what is needed to say so: one statement by an index, however many are asked. */
  among(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, G>>;
  /** What stands there, and what to do instead. */
  says(ground: G): Label;
  /** The chain of the thing, which an act that lays something on it holds; where `laid` says what is. */
  chain?(id: string): string;
  /** Who is told of the move once it is made, beside the person: whoever goes on from what stands there. */
  readonly told?: Permission;
  /** The thing that a new row is laid on; nothing where the row is laid on none. Left out where the row does not name the thing. */
  laid?(table: string, row: Row): string | undefined;
  /** Things that stand where one of the moves leads while this stands on them: none, ever. The doctor asks. */
  readonly never?: (tx: Tx) => Promise<readonly string[]>;
};

/** Said where it is written, so that `among` and `says` agree on the ground; gathered without it. */
export function standing<G>(one: Standing<G>): Standing {
  return one;
}

/** What stands on one thing, and which of the moves that were asked about it keeps. */
export type Stands = {
  readonly moves: readonly string[];
  readonly does: Keeps;
  readonly says: Label;
  /** Who is told of the move once it is made. */
  readonly told: Permission | null;
};
type StandsOn = ReadonlyMap<string, readonly Stands[]>;

/** By the id of each thing, what stands on it against these moves; a thing on which nothing stands is not in it. */
export type AsksStanding = (tx: Tx, leaves: readonly Leaves[], ids: readonly string[]) => Promise<StandsOn>;

export function asksStanding(all: readonly Standing[]): AsksStanding {
  return async (tx, leaves, ids) => {
    for (const one of leaves) asked(tx).add(nameOf(one));
    const found = new Map<string, Stands[]>();
    if (ids.length === 0) return found;
    for (const one of all) {
      const moves = leaves.filter((move) => keeps(one, move)).map(({ kind }) => kind);
      if (moves.length === 0) continue;
      for (const [id, ground] of await one.among(tx, ids))
        found.set(id, [
          ...(found.get(id) ?? []),
          { moves, does: one.does, says: one.says(ground), told: one.told ?? null },
        ]);
    }
    return found;
  };
}

type Asking = { readonly tx: Tx; readonly stands: AsksStanding };
type Thing<S extends string> = {
  readonly id: string;
  readonly state: S;
  /** Given for the move, where one is asked. */
  readonly ground?: string | undefined;
};

/** Why something may not happen to a thing now: by where it stands, then by what stands on it. Its act has locked it. */
export async function barredNow<S extends string, K extends string>(
  given: Asking,
  machine: Machine<S, K>,
  kind: NoInfer<K>,
  thing: Thing<NoInfer<S>>,
): Promise<Issue[]> {
  return (await moving(given, machine, kind, thing)).no;
}

/** The same, with what stands on it: for an act that tells of it once it is done. */
export async function moving<S extends string, K extends string>(
  given: Asking,
  machine: Machine<S, K>,
  kind: NoInfer<K>,
  { id, state, ground = "" }: Thing<NoInfer<S>>,
): Promise<{ readonly no: Issue[]; readonly on: readonly Stands[] }> {
  const on = await standingOn(given, machine, [kind], id);
  const no = barred(machine, kind, state);
  return { no: no.length > 0 ? no : againstIt(machine, on, ground), on };
}

/** What stands on one thing against these moves: for the view that shows it, and for the act that tells of it. */
export async function standingOn<K extends string>(
  { tx, stands }: Asking,
  machine: Machine<string, K>,
  kinds: readonly NoInfer<K>[],
  id: string,
): Promise<readonly Stands[]> {
  const moves = kinds.map((kind) => ({ machine, kind }));
  return (await stands(tx, moves, [id])).get(id) ?? [];
}

/** In words, what of that which stands on a thing is against the move; with a ground, what only asks for one is not. */
function againstIt({ name }: Machine, on: readonly Stands[], ground: string): Issue[] {
  const given = ground.trim() !== "";
  return on
    .filter(({ does }) => does === "refuses" || (does === "asks-ground" && !given))
    .map(({ does, says }) =>
      does === "refuses"
        ? issue(name, says.fr, says.en)
        : issue("ground", `${says.fr} ${ASKED.fr}`, `${says.en} ${ASKED.en}`),
    );
}

/** Whether a page offers the move: it is allowed where the thing stands, and nothing on it refuses. */
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

/** An act begins: nothing is asked yet. */
export function beginAsking(tx: Tx): void {
  askedOf.delete(tx);
}

type Deed = { readonly name: string; readonly from: readonly Leaves[]; readonly notes: readonly Noted[] };

/**
 * Holds an act that was done to what this page says, without a statement: it asked what stands on the thing that it moved, and it
 * held the chain of each thing that it laid something on. An act that does not is a bug, and is undone.
 */
export function heldToStanding(tx: Tx, all: readonly Standing[], { name, from, notes }: Deed): void {
  for (const machine of new Set(from.map((one) => one.machine.name))) {
    const moves = from.filter((one) => one.machine.name === machine);
    const kept = moves.some((move) => all.some((one) => keeps(one, move)));
    if (kept && !moves.some((move) => asked(tx).has(nameOf(move))))
      throw new Error(`${name} moves a ${machine} and did not ask what stands on it: barredNow`);
  }
  for (const { table, values, changed = false } of notes) {
    if (values === null || changed) continue;
    for (const one of all) {
      const id = one.laid?.(table, values);
      const chain = id === undefined ? undefined : one.chain?.(id);
      if (chain !== undefined && !holdsChain(tx, chain))
        throw new Error(`${name} lays a row of ${table} on ${chain} and does not hold it: lockChains`);
    }
  }
}
