/** Who may act on a dossier: its owner, or the office for one it entered without an account. */
import type { Actor } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { may } from "../act/permissions.ts";
import type { Intake } from "../intake/intake.ts";
import { paperForm } from "./sentences.ts";
import { findDossier, findPart, findSlot, findWhole, lockDossier, type Part, type Slot, type Whole } from "./store.ts";
import type { Dossier, Side } from "./rules/dossier.ts";
import type { KeptFact, Submission } from "./rules/happened.ts";
import type { DossierFact } from "./rules/state.ts";

/** Locked, for the person or the office acting for them. */
export async function lockInHand(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await lockedDossier(tx, id);
  return dossier && isInHand(dossier, actor) ? dossier : undefined;
}

/** The same with its history and one section, in one statement. */
export async function lockPart(tx: Tx, actor: Actor, id: string, section: string): Promise<Part | undefined> {
  const part = (await lockDossier(tx, id)) ? await findPart(tx, id, section) : undefined;
  return part && isInHand(part.dossier, actor) ? part : undefined;
}

export async function lockSlot(tx: Tx, actor: Actor, id: string, slot: string): Promise<Slot | undefined> {
  const part = (await lockDossier(tx, id)) ? await findSlot(tx, id, slot) : undefined;
  return part && isInHand(part.dossier, actor) ? part : undefined;
}

/** Whether it has a receipt. */
export function isSealed(history: readonly DossierFact[]): boolean {
  return history.some(({ kind }) => kind === "submitted" || kind === "complement-given");
}

/** The person’s own, for reading. */
export async function ownDossier(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await findDossier(tx, id);
  return dossier && isOwn(dossier, actor) ? dossier : undefined;
}

/** Locked, for the office; never the officer's own dossier, of which they are the candidate. */
export async function officeDossier(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await lockedDossier(tx, id);
  return dossier && !isOwn(dossier, actor) ? dossier : undefined;
}

/** The same, for reading. */
export async function officeReads(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await findDossier(tx, id);
  return dossier && !isOwn(dossier, actor) ? dossier : undefined;
}

/** The same with all its contents, in one statement. */
export async function officeOpens(tx: Tx, actor: Actor, id: string): Promise<Whole | undefined> {
  const whole = await findWhole(tx, id);
  return whole && !isOwn(whole.dossier, actor) ? whole : undefined;
}

/** Locked before it is read, so that a concurrent act has finished. */
export async function lockedDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  return (await lockDossier(tx, id)) ? findDossier(tx, id) : undefined;
}

export function isInHand(dossier: Dossier, actor: Actor): boolean {
  return isOwn(dossier, actor) || isEnteredBy(dossier, actor);
}

export function isOwn({ account }: Dossier, actor: Actor): boolean {
  return actor.kind === "account" && account === actor.account;
}

/** The actor's side of a dossier; officers are candidates for their own. */
export function sideOf(dossier: Dossier, actor: Actor): Side | undefined {
  if (isOwn(dossier, actor)) return "person";
  return may(actor, "handle the dossiers") ? "school" : undefined;
}

/** Once in the person's account, the office only reads it. */
function isEnteredBy({ account, entered }: Dossier, actor: Actor): boolean {
  return account === null && entered !== "online" && may(actor, "handle the dossiers");
}

/** The slot of the form signed by hand. */
const PAPER_FORM = "paper-form";

/** The pieces asked of a dossier: on paper, also the signed form. */
export function asking(intake: Intake, { entered }: Pick<Dossier, "entered">): Intake {
  if (entered !== "paper") return intake;
  const form = { key: PAPER_FORM, label: paperForm, needed: "always" as const, many: true };
  return { ...intake, pieces: [...intake.pieces, form] };
}

/** Confirmed with a code that staff had seen; otherwise only the person had it. */
export const HANDED_OVER = "handed over";

/** Whether the last confirmation used a code that the school had handed over. */
export function wasHandedOver(facts: readonly KeptFact[]): boolean {
  return facts.findLast(({ kind }) => kind === "confirmed")?.details.means === HANDED_OVER;
}

type Handed = Pick<Submission, "number" | "means">;

/** Whether the person stands behind the last submission: their own, or confirmed by them. */
export function isConfirmed(submissions: readonly Handed[], facts: readonly KeptFact[]): boolean {
  const last = submissions.at(-1);
  // Nothing is declared of a person who was carried over: there is nothing to confirm.
  if (last === undefined) return facts.some(({ kind }) => kind === "carried");
  if (!isByHand(last)) return true;
  return facts.some(({ kind, details }) => kind === "confirmed" && details.receipt === last.number);
}

/** Attested by the office, not by the person. */
function isByHand({ means }: Handed): boolean {
  return means === "paper" || means === "phone";
}
