/** What a program shows in `Authorization: Bearer`, whose token it is, and what is answered where that is nobody's. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Lang } from "../kit/lang.ts";
import { holderOf, TOKEN_PREFIX } from "../people/tokens/holder.ts";
import type { World } from "../act/world.ts";
import { sendProblem } from "./problem.ts";

/** Empty where nothing is shown. */
export function bearerOf({ headers }: Pick<FastifyRequest, "headers">): string {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
}

export type Unknown = "token-missing" | "token-unknown";
export type Owner = NonNullable<Awaited<ReturnType<typeof holderOf>>>;

/** Whose token is shown: `token-missing` where what is shown is none. */
export async function ownerOf(world: World, establishment: string, request: FastifyRequest): Promise<Owner | Unknown> {
  const shown = bearerOf(request);
  if (!shown.startsWith(TOKEN_PREFIX)) return "token-missing";
  return (await holderOf(world.db, shown, { establishment, at: world.now() })) ?? "token-unknown";
}

/** As RFC 6750 writes it: what to show, and that what was shown is no good. */
export function sendUnknown(reply: FastifyReply, lang: Lang, code: Unknown): FastifyReply {
  const error = code === "token-unknown" ? ', error="invalid_token"' : "";
  return sendProblem(reply.header("www-authenticate", `Bearer realm="livret"${error}`), lang, 401, code);
}
