/** An address of ours asked in another way than it knows: said so, with the ways it knows. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { World } from "../act/world.ts";
import { placeOf } from "./place.ts";

/** Keeps what the API does not have from the pages: the first part of their addresses is any school’s name. */
export const REST_OF_API = "/api/*";

type Known = { readonly parts: readonly string[]; readonly methods: Set<string> };
type Refuse = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Of what is declared from now on. */
export function refuseOtherMethods(app: FastifyInstance, world: World, refuse: Refuse): void {
  const known = new Map<string, Known>();
  app.addHook("onRoute", ({ url, method }) => {
    const one = known.get(url) ?? { parts: partsOf(url), methods: new Set() };
    if (url !== REST_OF_API) known.set(url, one);
    for (const name of [method].flat()) one.methods.add(name);
  });
  // Before what it brings is read: that may be of any kind.
  app.addHook("onRequest", (request, reply, next) => {
    const methods = isRead(request) ? undefined : methodsAt(world, known, request.url.split("?")[0]!);
    if (methods && !methods.has(request.method)) refuse(request, reply.header("allow", [...methods].join(", ")));
    else next();
  });
}

/** Every page can be read, so that what the router found for it is its own; a form may have found its neighbour’s. */
function isRead({ method, routeOptions: { url } }: FastifyRequest): boolean {
  return (method === "GET" || method === "HEAD") && url !== undefined && url !== REST_OF_API;
}

/** `undefined` where there is no such address, or it names a school or a diploma that is not ours. */
function methodsAt(world: World, known: ReadonlyMap<string, Known>, path: string): Set<string> | undefined {
  const parts = partsOf(path);
  const fits = (own: readonly string[]) =>
    own.length === parts.length && own.every((part, at) => isName(part) || part === parts[at]);
  const [found] = [...known.values()].filter((one) => fits(one.parts)).toSorted(asRouted);
  if (!found) return undefined;
  const params = Object.fromEntries(found.parts.map((part, at) => [part.slice(1), parts[at]!]));
  return found.parts.includes(":school") && !placeOf(world, params) ? undefined : found.methods;
}

/** As the router chooses among those that fit: at the first part in which they differ, a word before what may be any. */
function asRouted({ parts: one }: Known, { parts: other }: Known): number {
  const at = one.findIndex((part, index) => isName(part) !== isName(other[index]!));
  return at === -1 ? 0 : Number(isName(one[at]!)) - Number(isName(other[at]!));
}

function isName(part: string): boolean {
  return part.startsWith(":");
}

function partsOf(path: string): string[] {
  return path.replace(/\/$/, "").split("/");
}
