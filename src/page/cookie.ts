/** The options of every cookie: whole site, unreadable to scripts, not sent with another site's form, `secure` over TLS. */
import type { FastifyRequest } from "fastify";

export function cookieOptions({ protocol }: Pick<FastifyRequest, "protocol">) {
  // Lax: a person who follows a link from another site, a mail or the school's sign-in service, is still signed in.
  return { path: "/", httpOnly: true, sameSite: "lax", secure: protocol === "https" } as const;
}
