/** Notes that a person's file was opened. Every page or view that shows one calls this within its reading. */
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { type Actor, actorName } from "../act/permissions.ts";
import { deleteOpenings, insertOpening, lastOpened, listOpenings, type Opening } from "./store.ts";

export { countUnsealed } from "./store.ts";
export type { Opening } from "./store.ts";

export type NewOpening = {
  /** The chain of what was opened, such as `dossier:<id>`. */
  readonly about: string;
  /** The account of its person, such as `account:<id>`; null where they have none. */
  readonly whose: string | null;
  readonly actor: Actor;
  /** Which part, in words: «le dossier», «la pièce : diplôme.pdf». */
  readonly what: Label;
  readonly at: Date;
};

/** Not noted: a person opening their own file, and a repeat within the hour. */
export async function noteOpening(tx: Tx, { about, whose, actor, what, at }: NewOpening): Promise<void> {
  const opener = actorName(actor);
  if (opener === whose) return;
  const roles = actor.kind === "account" || actor.kind === "guest" ? actor.roles : [];
  await insertOpening(tx, { about, whose, opener, roles, what, openedAt: at });
}

const SHOWN = 500;

/** The openings of one person's files, or of one thing; latest first. */
export function openingsOf(tx: Tx, which: { readonly whose: string } | { readonly about: string }): Promise<Opening[]> {
  return listOpenings(tx, which, SHOWN);
}

const LOOKED_BACK = 100;
/** More than are shown, since a person may have several. */
const MOST_LATELY = 20;

/** The things of this kind that the actor opened lately, latest first. */
export async function openedLately(tx: Tx, actor: Actor, kind: string): Promise<string[]> {
  const lately = await lastOpened(tx, actorName(actor), LOOKED_BACK);
  const ids = lately.flatMap((about) => (about.startsWith(`${kind}:`) ? [about.slice(kind.length + 1)] : []));
  return [...new Set(ids)].slice(0, MOST_LATELY);
}

/** For the act that erases a subject: deletes its openings. */
export async function forgetOpenings(
  tx: Tx,
  which: { readonly whose: string } | { readonly about: string },
): Promise<void> {
  await deleteOpenings(tx, which);
}
