/**
 * The inquiry of a visit, found by the secret in a cookie, and a kept answer, found by its code. Neither ever occurs in an address. One
 * cookie per diploma: the vocabularies differ.
 */
import { randomUUID } from "node:crypto";
import { type Act, type Actor, type Outcome, perform, view } from "../../act/act.ts";
import type { Lang } from "../../kit/lang.ts";
import type { TSchema } from "typebox";
import { cookieOptions } from "../../page/cookie.ts";
import type { Visit } from "../../page/page.ts";
import * as acts from "../acts.ts";
import type { ByDecision, KeptAnswer } from "../views.ts";
import { openAnswer, openInquiry as openInquiryView } from "../views.ts";
import { type Draft, EMPTY } from "../rules/draft.ts";

export type Inquiry = { readonly token: string; readonly draft: Draft; readonly version: number };

function act<F extends TSchema, V>(
  visit: Visit,
  act: Act<F, V>,
  actor: Actor,
  input: unknown,
  attempt: string = randomUUID(),
): Promise<Outcome<V>> {
  const request = { actor, establishment: visit.school.establishment, attempt, input };
  return perform(visit.world, act, request as Parameters<typeof perform<F, V>>[2]);
}

function holder(secret: string): Actor {
  return { kind: "holder", secret };
}

function cookieName(visit: Visit): string {
  return `livret_inquiry_${visit.law.diploma.diploma}`;
}

export async function openInquiry(visit: Visit): Promise<Inquiry | undefined> {
  const token = visit.request.cookies[cookieName(visit)];
  if (token === undefined) return undefined;
  const request = { actor: holder(token), establishment: visit.school.establishment, input: {} };
  const seen = await view(visit.world, openInquiryView, request);
  if (seen.kind !== "found") return undefined;
  return { token, version: seen.value.version, draft: { ...EMPTY, ...(seen.value.facts as Partial<Draft>) } };
}

export async function beginInquiry(visit: Visit, draft: Draft): Promise<Inquiry> {
  const outcome = await act(visit, acts.startInquiry, { kind: "anyone" }, { facts: draft });
  if (outcome.kind !== "done") throw new Error(`An inquiry could not be begun: ${outcome.kind}`);
  const { token, version } = outcome.value;
  setCookie(visit, cookieName(visit), token);
  return { token, version, draft };
}

/** False if it was saved elsewhere since it was opened, or is gone. */
export async function saveInquiry(visit: Visit, inquiry: Inquiry, draft: Draft): Promise<boolean> {
  const outcome = await act(visit, acts.saveInquiry, holder(inquiry.token), { version: inquiry.version, facts: draft });
  if (outcome.kind === "invalid") throw new Error("A draft that pages made could not be stored");
  return outcome.kind === "done";
}

export async function eraseInquiry(visit: Visit): Promise<void> {
  const token = visit.request.cookies[cookieName(visit)];
  if (token !== undefined) await act(visit, acts.eraseInquiry, holder(token), {});
  dropCookie(visit, cookieName(visit));
}

const KEPT = "livret_kept";

/** Keeps the answers under a code, and sets the code as a cookie so that the page that shows it can be reloaded. */
export async function keepAnswer(visit: Visit, decisions: ByDecision, attempt: string): Promise<boolean> {
  const language: Lang = visit.lang;
  const outcome = await act(visit, acts.keepAnswer, { kind: "anyone" }, { language, decisions }, attempt);
  if (outcome.kind !== "done") return false;
  setCookie(visit, KEPT, outcome.value.code);
  return true;
}

export type Reopened = Omit<KeptAnswer, "id"> & { readonly code: string };

/** The answer whose code this visit typed or was given. */
export async function keptAnswer(visit: Visit): Promise<Reopened | undefined> {
  const code = visit.request.cookies[KEPT];
  return code === undefined ? undefined : readKept(visit, code);
}

/** True if the code opens an answer, which the visit then keeps in a cookie. */
export async function reopenAnswer(visit: Visit, code: string): Promise<boolean> {
  const answer = await readKept(visit, code);
  if (answer) setCookie(visit, KEPT, code);
  return answer !== undefined;
}

async function readKept(visit: Visit, code: string): Promise<Reopened | undefined> {
  const request = { actor: holder(code), establishment: visit.school.establishment, input: {} };
  const seen = await view(visit.world, openAnswer, request);
  return seen.kind === "found" ? { ...seen.value, code } : undefined;
}

export async function eraseKept(visit: Visit): Promise<void> {
  const code = visit.request.cookies[KEPT];
  if (code !== undefined) await act(visit, acts.eraseAnswer, holder(code), {});
  dropCookie(visit, KEPT);
}

function setCookie(visit: Visit, name: string, value: string): void {
  visit.request.cookies[name] = value;
  visit.reply.setCookie(name, value, cookieOptions(visit.request));
}

function dropCookie(visit: Visit, name: string): void {
  delete visit.request.cookies[name];
  visit.reply.clearCookie(name, cookieOptions(visit.request));
}
