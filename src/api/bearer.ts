/** The token in `Authorization: Bearer`, its owner, and the answer where it is not valid. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Lang } from "../kit/lang.ts";
import { holderOf, TOKEN_PREFIX } from "../people/tokens/holder.ts";
import type { World } from "../act/world.ts";
import { sendProblem } from "./problem.ts";

/** Empty where there is none. */
export function bearerOf({ headers }: Pick<FastifyRequest, "headers">): string {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
}

export type Unknown = "token-missing" | "token-unknown";
export type Owner = NonNullable<Awaited<ReturnType<typeof holderOf>>>;

/** The owner of the token; `token-missing` where the header holds no token. */
export async function ownerOf(world: World, establishment: string, request: FastifyRequest): Promise<Owner | Unknown> {
  const shown = bearerOf(request);
  if (!shown.startsWith(TOKEN_PREFIX)) return "token-missing";
  return (await holderOf(world.db, shown, { establishment, at: world.now() })) ?? "token-unknown";
}

/** Per RFC 6750: which credential to send, or that the one sent is not valid. */
export function sendUnknown(reply: FastifyReply, lang: Lang, code: Unknown): FastifyReply {
  const error = code === "token-unknown" ? ', error="invalid_token"' : "";
  return sendProblem(reply.header("www-authenticate", `Bearer realm="livret"${error}`), lang, 401, code);
}
