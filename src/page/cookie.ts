/** How every cookie of ours is set: for the whole site, for no script, from no other site's form, over TLS where that is how people came. */
import type { FastifyRequest } from "fastify";

export function cookieOptions({ protocol }: Pick<FastifyRequest, "protocol">) {
  // Lax: whoever comes back by a link from another site, a mail or the school's sign-in service, is still known.
  return { path: "/", httpOnly: true, sameSite: "lax", secure: protocol === "https" } as const;
}
