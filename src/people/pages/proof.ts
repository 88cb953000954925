/** The state of a browser between asking for a code and choosing a password: in its own cookie, never in a link. */
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

/** A daily hash of the caller's network: used as a counter for minutes, and never stored as an address. */
export function callerOf({ request, today }: Visit): string {
  return hashSecret(`${today}:${networkOf(request.ip)}`).toString("hex");
}

/** The actor who asks for a code or tries one. */
export const ANYONE = { kind: "anyone" } as const;

/** The parameters of a request for a code. */
export const askingHere = (visit: Visit) => ({
  language: visit.lang,
  school: visit.school.establishment,
  caller: callerOf(visit),
});

export const deviceIn = ({ request }: Visit): string => deviceOf(request.headers["user-agent"]);

/** Where a session is opened: the device in words, and the browser's mark. */
export const browserIn = (visit: Visit) => ({ device: deviceIn(visit), ...heldMark(visit) });

/** The page after signing in: only one of this school, whatever the address says. */
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

/** Begins a session, whichever way it was opened, and ends the browser's previous one, of any account. */
export async function beginSession(visit: Visit, token: string): Promise<void> {
  const { session } = visit;
  // A replaced session has ended already, which does no harm; a repeated form brings the session it began, which must stay.
  if (session && visit.request.cookies[SESSION_COOKIE] !== token) await act(visit, endSession, {}, { actor: session });
  keepSession(visit, token);
}

type LetIn = { readonly token: string; readonly mark?: string };

/** Starts the session in this browser and goes on to the page that the person came for. */
export async function letIn(visit: Visit, { token, mark }: LetIn): Promise<PageResult> {
  await beginSession(visit, token);
  if (mark !== undefined) keepMark(visit, mark);
  return { redirect: wayOn(visit, "/compte?entree=1") };
}

/** A link that keeps the page to go on to. */
export function onTheWay(visit: Visit, path: string): string {
  const asked = visit.query.vers;
  return `${visit.link(path)}${asked !== undefined ? `?vers=${encodeURIComponent(asked)}` : ""}`;
}

/** The same, to the page itself. */
export const stillOnTheWay = ({ visit }: { readonly visit: Visit }): string => onTheWay(visit, visit.path);
