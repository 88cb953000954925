/** What a browser holds between asking for a code and choosing a password: in a cookie of its own, never in a link. */
import { hashSecret } from "../../kit/secret.ts";
import { act } from "../../page/acting.ts";
import { cookieOptions } from "../../page/cookie.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { networkOf } from "../../kit/network.ts";
import { heldMark, keepMark, keepSession, SESSION_COOKIE } from "../../page/session.ts";
import { deviceOf } from "../rules/device.ts";
import { endSession } from "../sessions/acts.ts";

const COOKIE = "livret_proof";

export type Proof = { readonly address: string; readonly request: string } | { readonly ticket: string };

export function keepProof(visit: Visit, proof: Proof): void {
  visit.reply.setCookie(COOKIE, Buffer.from(JSON.stringify(proof)).toString("base64url"), cookieOptions(visit.request));
}

export function heldProof(visit: Visit): Partial<{ address: string; request: string; ticket: string }> {
  try {
    const read: unknown = JSON.parse(Buffer.from(visit.request.cookies[COOKIE] ?? "", "base64url").toString());
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === "string"));
  } catch {
    return {};
  }
}

export function dropProof(visit: Visit): void {
  visit.reply.clearCookie(COOKIE, cookieOptions(visit.request));
}

/** The network somebody calls from, as a hash that changes each day: counted for some minutes, and never an address. */
export function callerOf({ request, today }: Visit): string {
  return hashSecret(`${today}:${networkOf(request.ip)}`).toString("hex");
}

/** Whoever asks for a code or tries one: not yet anybody. */
export const ANYONE = { kind: "anyone" } as const;

/** What a code is asked for with. */
export const askingHere = (visit: Visit) => ({
  language: visit.lang,
  school: visit.school.establishment,
  caller: callerOf(visit),
});

export const deviceIn = ({ request }: Visit): string => deviceOf(request.headers["user-agent"]);

/** Where a session is opened: the device in words, and whether it was one of theirs before. */
export const browserIn = (visit: Visit) => ({ device: deviceIn(visit), ...heldMark(visit) });

/** Where to go once signed in: a page of this school and nothing else, whatever the address says. */
export function wayOn(visit: Visit, otherwise: string): string {
  const asked = visit.query.vers;
  const school = `/${visit.school.establishment}`;
  return asked !== undefined &&
    /^\/[\w/.~%?=&-]*$/.test(asked) &&
    !asked.includes("//") &&
    (asked === school || asked.startsWith(`${school}/`))
    ? asked
    : visit.link(otherwise, visit.lang);
}

/** Signed in, by whatever way. The session that this browser held before, of whichever account, opens nothing any more. */
export async function beginSession(visit: Visit, token: string): Promise<void> {
  const { session } = visit;
  // What replaces a session ended it already; and a form sent twice brings the session that its first sending began.
  if (session && visit.request.cookies[SESSION_COOKIE] !== token) await act(visit, endSession, {}, { actor: session });
  keepSession(visit, token);
}

type LetIn = { readonly token: string; readonly mark?: string };

/** Let in: in this browser from now on, and on to where they were going, or to what they came back for. */
export async function letIn(visit: Visit, { token, mark }: LetIn): Promise<PageResult> {
  await beginSession(visit, token);
  if (mark !== undefined) keepMark(visit, mark);
  return { redirect: wayOn(visit, "/compte?entree=1") };
}

/** A link that keeps where the person was going. */
export function onTheWay(visit: Visit, path: string): string {
  const asked = visit.query.vers;
  return `${visit.link(path)}${asked !== undefined ? `?vers=${encodeURIComponent(asked)}` : ""}`;
}

/** To the page itself, keeping that. */
export const stillOnTheWay = ({ visit }: { readonly visit: Visit }): string => onTheWay(visit, visit.path);
