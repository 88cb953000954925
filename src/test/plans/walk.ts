/** Goes through the site as somebody signed in: from page to page by its links, each kind of address a few times. */
import type { FastifyInstance } from "fastify";
import { SESSION_COOKIE } from "../../page/session.ts";

/** Of one kind of address: the first may stand empty where the second does not. */
const MOST_OF_ONE = 2;
/** Whoever goes: what one role sees another mostly sees alike. */
const MOST_IN_ALL = 5;
const everybodys = new Map<string, number>();

export type Walk = {
  readonly app: FastifyInstance;
  readonly school: string;
  readonly token: string | undefined;
  /** Where it begins, besides the home of the school. */
  readonly from: readonly string[];
  readonly shows: (address: string) => void;
  /** Milliseconds until it was answered. */
  readonly took?: (address: string, ms: number) => void;
};

/** The kinds of addresses that were shown, and those that answered with a fault. */
export async function walk({
  app,
  school,
  token,
  from,
  shows,
  took,
}: Walk): Promise<{ seen: number; faults: string[] }> {
  const waiting = [`/${school}/`, ...from];
  const times = new Map<string, number>();
  const faults: string[] = [];
  for (const address of waiting) {
    const kind = kindOf(address);
    const known = times.get(kind) ?? 0;
    const all = everybodys.get(kind) ?? 0;
    if (known >= MOST_OF_ONE || all >= MOST_IN_ALL || PRINTED.test(kind)) continue;
    times.set(kind, known + 1);
    everybodys.set(kind, all + 1);
    shows(kind);
    const cookie = token === undefined ? {} : { cookie: `${SESSION_COOKIE}=${token}` };
    const asked = performance.now();
    const { statusCode, body, headers } = await app.inject({ method: "GET", url: address, headers: cookie });
    took?.(kind, performance.now() - asked);
    if (statusCode >= 500) faults.push(`${statusCode} ${address}`);
    if (typeof headers.location === "string") waiting.push(headers.location);
    if (`${headers["content-type"]}`.startsWith("text/html")) waiting.push(...linksOf(body, school));
  }
  return { seen: times.size, faults };
}

/** The law is no row of the database, and what is printed reads what its page reads. */
const PRINTED = /\/regles?\/|\.pdf|\/pdf$/;

/** In one language: the other asks the same. */
function linksOf(body: string, school: string): string[] {
  return [...body.matchAll(/href="([^"#]+)/g)]
    .map(([, address]) => address!.replaceAll("&amp;", "&"))
    .filter((address) => address.startsWith(`/${school}/`) && !address.startsWith(`/${school}/en`));
}

/** Ids, numbers and what was typed aside. */
function kindOf(address: string): string {
  const [path = "", query = ""] = address.split("?");
  const asked = [...new URLSearchParams(query)].map(([name, value]) => (name === "groupe" ? `${name}=${value}` : name));
  const kind = path
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ":id")
    .replace(/[0-9a-f]{64}/g, ":hash")
    .replace(/\b[A-Z]{1,2}-[0-9A-Z-]+/g, ":number")
    .replace(/\/regles\/.*/, "/regles/…");
  return asked.length === 0 ? kind : `${kind}?${asked.join("&")}`;
}
