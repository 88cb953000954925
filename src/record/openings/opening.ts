/** Noting that somebody opened a person's file. Whatever page or door shows one says so here, within its reading. */
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { type Actor, actorName } from "../../act/permissions.ts";
import { deleteOpenings, insertOpening, listOpenings, type Opening } from "./store.ts";

export type { Opening } from "./store.ts";

export type NewOpening = {
  /** The chain of what was opened, such as `dossier:<id>`. */
  readonly about: string;
  /** The account of the person it is about, such as `account:<id>`; null where they have none. */
  readonly whose: string | null;
  readonly actor: Actor;
  /** Which part, in words: «le dossier», «la pièce : diplôme.pdf». */
  readonly what: Label;
  readonly at: Date;
};

/** What a person opens of their own is nobody's concern; the same thing again within the hour is the same opening. */
export async function noteOpening(tx: Tx, { about, whose, actor, what, at }: NewOpening): Promise<void> {
  const opener = actorName(actor);
  if (opener === whose) return;
  const roles = actor.kind === "account" || actor.kind === "guest" ? actor.roles : [];
  await insertOpening(tx, { about, whose, opener, roles, what, openedAt: at });
}

const SHOWN = 500;

/** Of one person's files, or of one thing; the latest first. */
export function openingsOf(tx: Tx, which: { readonly whose: string } | { readonly about: string }): Promise<Opening[]> {
  return listOpenings(tx, which, SHOWN);
}

/** Goes with what was opened: for the act that erases it. */
export async function forgetOpenings(
  tx: Tx,
  which: { readonly whose: string } | { readonly about: string },
): Promise<void> {
  await deleteOpenings(tx, which);
}
