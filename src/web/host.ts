/** The `Host` of a request: one name or address, once. Proxies and links read it, and each parses an odd one differently. */
import type { FastifyRequest } from "fastify";

const NAME = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,253})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** `none` for HTTP/1.0 without a `Host`, as proxies' probes send it; Node refuses HTTP/1.1 without one. */
export function hostOf({ raw, host }: Pick<FastifyRequest, "raw" | "host">): "one" | "none" | "strange" {
  const count = raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  if (count === 0 && raw.headers.host === undefined) return "none";
  // The host that a trusted proxy reports is checked as well.
  const fits = NAME.test(raw.headers.host ?? "") && NAME.test(host);
  return count <= 1 && fits ? "one" : "strange";
}
