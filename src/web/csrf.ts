/**
 * CSRF: forms may only be sent from our own pages. The browser says where a request comes from (`Sec-Fetch-Site`, `Origin`), and a token in
 * the form must match the one in a cookie that other sites cannot read.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Html, html } from "../kit/html.ts";
import { cookieOptions } from "../page/cookie.ts";

const CSRF_COOKIE = "livret_form";

export function csrfField(request: FastifyRequest, reply: FastifyReply): Html {
  let token = request.cookies[CSRF_COOKIE] ?? "";
  if (!/^[\w-]{32}$/.test(token)) {
    token = randomBytes(24).toString("base64url");
    request.cookies[CSRF_COOKIE] = token;
    reply.setCookie(CSRF_COOKIE, token, cookieOptions(request));
  }
  return html`<input type="hidden" name="_csrf" value="${token}">`;
}

/** The host is the one in the address bar, as a trusted proxy reports it. */
export function csrfHolds(request: FastifyRequest, sent: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== "null" && (hostOf(origin) ?? "") !== request.host) return false;
  const expected = Buffer.from(request.cookies[CSRF_COOKIE] ?? "");
  const token = Buffer.from(sent);
  return expected.length > 0 && expected.length === token.length && timingSafeEqual(expected, token);
}

/**
 * Whether the browser itself says that the form came from a page of ours. Without its token such a form is not taken, but may be shown to
 * its sender again; from another site it is not shown either, since it would be filled in by a stranger.
 */
export function sentFromHere({ headers: { origin, "sec-fetch-site": site }, host }: FastifyRequest): boolean {
  if (site !== undefined) return site === "same-origin";
  return origin !== undefined && hostOf(origin) === host;
}

/** `undefined` for an invalid origin, which no browser sends. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
