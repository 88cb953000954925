/** The `Host` of a request: one name or address, once. Proxies and links read it, and each reads a strange one otherwise. */
import type { FastifyRequest } from "fastify";

const NAME = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,253})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** `none` where HTTP/1.0 has none, as the probes of proxies do; what lacks it in HTTP/1.1 never comes so far. */
export function hostOf({ raw, host }: Pick<FastifyRequest, "raw" | "host">): "one" | "none" | "strange" {
  const given = raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;
  if (given === 0 && raw.headers.host === undefined) return "none";
  // What a proxy in front says instead of it is one as well.
  const fits = NAME.test(raw.headers.host ?? "") && NAME.test(host);
  return given <= 1 && fits ? "one" : "strange";
}
