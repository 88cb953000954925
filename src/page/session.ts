/** The session cookies of persons and guests, and the mark of a known browser: set here alone. */
import { cookieOptions } from "./cookie.ts";
import type { Visit } from "./page.ts";

export const SESSION_COOKIE = "livret_session";

/** Separate from the other: a person who works in one school may be a guest of another. */
export const GUEST_COOKIE = "livret_guest";

/** In seconds, longer than any session: the session itself ends earlier. */
const LIFE = 60 * 24 * 3600;

const options = ({ request }: Visit) => cookieOptions(request);

export function keepSession(visit: Visit, token: string): void {
  visit.reply.setCookie(SESSION_COOKIE, token, { ...options(visit), maxAge: LIFE });
}

export function dropSession(visit: Visit): void {
  forget(visit);
  visit.reply.clearCookie(SESSION_COOKIE, options(visit));
}

/** Pages that the browser keeps for its back button, and texts not yet sent: the next reader of a shared computer finds none. */
function forget({ reply }: Visit): void {
  reply.header("clear-site-data", '"cache", "storage"');
}

/** Limited to one school, until the browser closes. */
const guestOptions = (visit: Visit) => ({ ...options(visit), path: `/${visit.school.establishment}` });

export function keepGuestSession(visit: Visit, token: string): void {
  visit.reply.setCookie(GUEST_COOKIE, token, guestOptions(visit));
}

export function dropGuestSession(visit: Visit): void {
  forget(visit);
  visit.reply.clearCookie(GUEST_COOKIE, guestOptions(visit));
}

/** Read by `scripts/unsent.js`, which then deletes what it had kept of the form: hence not hidden from scripts. Its life is in seconds. */
const SENT_COOKIE = "livret_sent";
const SENT_LIFE = 600;

export function noteTaken(visit: Visit): void {
  if (visit.person === undefined && visit.guest === undefined) return;
  const path = visit.request.url.split("?")[0]!;
  visit.reply.setCookie(SENT_COOKIE, path, { ...options(visit), httpOnly: false, maxAge: SENT_LIFE });
}

/** Marks a browser in which this person has signed in before; it grants no access. */
const KNOWN_COOKIE = "livret_known";
const KNOWN_LIFE = 400 * 24 * 3600;

export function keepMark(visit: Visit, mark: string): void {
  visit.reply.setCookie(KNOWN_COOKIE, mark, { ...options(visit), maxAge: KNOWN_LIFE });
}

/** Likewise for a guest, whose marks belong to one school. */
const GUEST_KNOWN_COOKIE = "livret_guest_known";

export function keepGuestMark(visit: Visit, mark: string): void {
  visit.reply.setCookie(GUEST_KNOWN_COOKIE, mark, { ...guestOptions(visit), maxAge: KNOWN_LIFE });
}

export function heldGuestMark({ request }: Visit): { readonly mark?: string } {
  return asTaken(request.cookies[GUEST_KNOWN_COOKIE]);
}

/** In the shape acts take. */
export function heldMark(visit: Visit): { readonly mark?: string } {
  return asTaken(visit.request.cookies[KNOWN_COOKIE]);
}

function asTaken(mark: string | undefined): { readonly mark?: string } {
  return mark === undefined || mark.length > 100 ? {} : { mark };
}
