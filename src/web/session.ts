/** The cookie that holds a session's token: nothing else of the house reads or writes it. */
import type { Visit } from "./page.ts";

export const SESSION_COOKIE = "livret_session";

/** Longer than any session: the session itself says when it ends. */
const LIFE = 60 * 24 * 3600;

const options = (visit: Visit) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: visit.request.protocol === "https" }) as const;

export function keepSession(visit: Visit, token: string): void {
  visit.reply.setCookie(SESSION_COOKIE, token, { ...options(visit), maxAge: LIFE });
}

export function dropSession(visit: Visit): void {
  visit.reply.clearCookie(SESSION_COOKIE, options(visit));
}
