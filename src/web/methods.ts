/** Answers 405 to a known address with another method, and lists the allowed methods. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { World } from "../act/world.ts";
import { placeOf } from "./place.ts";

/** Keeps unknown API addresses from the pages, whose first part matches any name. */
export const REST_OF_API = "/api/*";

type Known = { readonly parts: readonly string[]; readonly methods: Set<string> };
type Refuse = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Applies to routes declared after this call. */
export function refuseOtherMethods(app: FastifyInstance, world: World, refuse: Refuse): void {
  const known = new Map<string, Known>();
  app.addHook("onRoute", ({ url, method }) => {
    const entry = known.get(url) ?? { parts: partsOf(url), methods: new Set() };
    if (url !== REST_OF_API) known.set(url, entry);
    for (const name of [method].flat()) entry.methods.add(name);
  });
  // Before the body is parsed, since it may be of any type.
  app.addHook("onRequest", (request, reply, next) => {
    const methods = isRead(request) ? undefined : methodsAt(world, known, request.url.split("?")[0]!);
    if (methods && !methods.has(request.method)) refuse(request, reply.header("allow", [...methods].join(", ")));
    else next();
  });
}

/** Every page has a GET, so that the route found for a read is right; a POST may have matched a neighbour’s route. */
function isRead({ method, routeOptions: { url } }: FastifyRequest): boolean {
  return (method === "GET" || method === "HEAD") && url !== undefined && url !== REST_OF_API;
}

/** `undefined` where no route matches, or the school or the diploma is unknown. */
function methodsAt(world: World, known: ReadonlyMap<string, Known>, path: string): Set<string> | undefined {
  const parts = partsOf(path);
  const fits = (own: readonly string[]) =>
    own.length === parts.length && own.every((part, index) => isName(part) || part === parts[index]);
  const [route] = [...known.values()].filter((candidate) => fits(candidate.parts)).toSorted(asRouted);
  if (!route) return undefined;
  const params = Object.fromEntries(route.parts.map((part, index) => [part.slice(1), parts[index]!]));
  return route.parts.includes(":school") && !placeOf(world, params) ? undefined : route.methods;
}

/** The router’s precedence: at the first part that differs, a literal goes before a parameter. */
function asRouted({ parts: one }: Known, { parts: other }: Known): number {
  const first = one.findIndex((part, index) => isName(part) !== isName(other[index]!));
  return first === -1 ? 0 : Number(isName(one[first]!)) - Number(isName(other[first]!));
}

function isName(part: string): boolean {
  return part.startsWith(":");
}

function partsOf(path: string): string[] {
  return path.replace(/\/$/, "").split("/");
}
