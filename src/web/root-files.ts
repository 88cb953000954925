/** What browsers and search engines ask for at the root of a site, whoever its schools are. */
import type { FastifyInstance } from "fastify";
import { NO_DIPLOMA } from "../law/addresses.ts";
import type { World } from "../act/world.ts";
import { assetsOf } from "../page/assets.ts";

export function rootFileRoutes(app: FastifyInstance, world: World): void {
  const { establishments } = world.laws;
  // Pages name their icon; whoever asks here has read none, and the only school is the one meant.
  const school = establishments.length === 1 ? establishments[0]!.data.establishment : undefined;
  app.get("/favicon.ico", (_request, reply) => reply.redirect(assetsOf(world.laws).icon(school)));
  app.get("/robots.txt", (_request, reply) =>
    reply
      .type("text/plain; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .send(robots(world.demo !== undefined)),
  );
}

/** Of what stands beside the diplomas of a school, in either language, what a search may lead to. */
const FOUND = ["accessibilite", "aide", "en", "mentions-legales", "plan-du-site"];

/**
 * A search may lead to what describes the course, the rule and the site, and to the beginnings of both journeys; never to
 * what somebody answered or keeps, and to nothing where everybody is invented. It is a request to well-behaved programs: what may be read is
 * settled by permissions alone.
 */
export function robots(demo: boolean): string {
  const kept = NO_DIPLOMA.filter((name) => !FOUND.includes(name));
  const below = ["candidater/", "parcours/", "dossier", "campagne/", "confirmer/", "saisir", ...kept];
  const closed = demo ? ["/"] : ["/api/", ...below.map((path) => `/*/${path}`)];
  return ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), ""].join("\n");
}
