/** Whose hands a dossier is in: the person’s own; or the office’s, while it was entered for somebody who has no account. */
import type { Actor } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { may } from "../act/permissions.ts";
import type { Intake } from "../intake/intake.ts";
import { paperForm } from "./sentences.ts";
import { findDossier, findPart, findSlot, findWhole, lockDossier, type Part, type Slot, type Whole } from "./store.ts";
import type { Dossier, Side } from "./rules/dossier.ts";
import type { KeptFact, Submission } from "./rules/happened.ts";
import type { DossierFact } from "./rules/state.ts";

/** For the person, or for the office that enters it in their stead. */
export async function lockInHand(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await lockedDossier(tx, id);
  return dossier && isInHand(dossier, actor) ? dossier : undefined;
}

/** The same, with what happened to it and one of its sections, in one statement. */
export async function lockPart(tx: Tx, actor: Actor, id: string, section: string): Promise<Part | undefined> {
  const part = (await lockDossier(tx, id)) ? await findPart(tx, id, section) : undefined;
  return part && isInHand(part.dossier, actor) ? part : undefined;
}

export async function lockSlot(tx: Tx, actor: Actor, id: string, slot: string): Promise<Slot | undefined> {
  const found = (await lockDossier(tx, id)) ? await findSlot(tx, id, slot) : undefined;
  return found && isInHand(found.dossier, actor) ? found : undefined;
}

/** Whether a receipt speaks of it. */
export function isSealed(history: readonly DossierFact[]): boolean {
  return history.some(({ kind }) => kind === "submitted" || kind === "complement-given");
}

/** The person’s own, to be read. */
export async function ownDossier(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await findDossier(tx, id);
  return dossier && isOwn(dossier, actor) ? dossier : undefined;
}

/** For the office; whoever works here and applies here is, of their own dossier, the candidate. */
export async function officeDossier(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await lockedDossier(tx, id);
  return dossier && !isOwn(dossier, actor) ? dossier : undefined;
}

/** The same, to be read. */
export async function officeReads(tx: Tx, actor: Actor, id: string): Promise<Dossier | undefined> {
  const dossier = await findDossier(tx, id);
  return dossier && !isOwn(dossier, actor) ? dossier : undefined;
}

/** The same with all that it holds, in one statement. */
export async function officeOpens(tx: Tx, actor: Actor, id: string): Promise<Whole | undefined> {
  const whole = await findWhole(tx, id);
  return whole && !isOwn(whole.dossier, actor) ? whole : undefined;
}

/** Locked before it is read: what an act that is under way does to it is waited for. */
export async function lockedDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  return (await lockDossier(tx, id)) ? findDossier(tx, id) : undefined;
}

export function isInHand(dossier: Dossier, actor: Actor): boolean {
  return isOwn(dossier, actor) || isEnteredBy(dossier, actor);
}

export function isOwn({ account }: Dossier, actor: Actor): boolean {
  return actor.kind === "account" && account === actor.account;
}

/** On which side of a dossier somebody stands; an officer who is also the candidate is the candidate. */
export function sideOf(dossier: Dossier, actor: Actor): Side | undefined {
  if (isOwn(dossier, actor)) return "person";
  return may(actor, "handle the dossiers") ? "school" : undefined;
}

/** Once the person took it into their account, the office reads it where it reads all others. */
function isEnteredBy({ account, entered }: Dossier, actor: Actor): boolean {
  return account === null && entered !== "online" && may(actor, "handle the dossiers");
}

/** The slot of the form that somebody signed by hand. */
const PAPER_FORM = "paper-form";

/** What is asked of a dossier: of one on paper, the signed form too. */
export function asking(intake: Intake, { entered }: Pick<Dossier, "entered">): Intake {
  if (entered !== "paper") return intake;
  const form = { key: PAPER_FORM, label: paperForm, needed: "always" as const, many: true };
  return { ...intake, pieces: [...intake.pieces, form] };
}

/** How it was confirmed where somebody of the school had seen the code; otherwise the person alone had. */
export const HANDED_OVER = "handed over";

/** What the person confirmed last, they alone having had the code or by one that the school gave them. */
export function wasHandedOver(facts: readonly KeptFact[]): boolean {
  return facts.findLast(({ kind }) => kind === "confirmed")?.details.means === HANDED_OVER;
}

type Handed = Pick<Submission, "number" | "means">;

/** Whether the person stands behind what was last handed in: by their own hand, or by confirming what was entered for them. */
export function isConfirmed(submissions: readonly Handed[], facts: readonly KeptFact[]): boolean {
  const last = submissions.at(-1);
  if (last === undefined || !isByHand(last)) return last !== undefined;
  return facts.some(({ kind, details }) => kind === "confirmed" && details.receipt === last.number);
}

/** What the office attests, and not the person. */
function isByHand({ means }: Handed): boolean {
  return means === "paper" || means === "phone";
}
