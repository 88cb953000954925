/** The files that browsers and search engines ask for at the root of a site. */
import type { FastifyInstance } from "fastify";
import { NO_DIPLOMA } from "../law/addresses.ts";
import type { World } from "../act/world.ts";
import { assetsOf } from "../page/assets.ts";

export function rootFileRoutes(app: FastifyInstance, world: World): void {
  const { establishments } = world.laws;
  // Pages link their icon; a request here has read no page, and only a single school can be meant.
  const school = establishments.length === 1 ? establishments[0]!.data.establishment : undefined;
  app.get("/favicon.ico", (_request, reply) => reply.redirect(assetsOf(world.laws).icon(school)));
  app.get("/robots.txt", (_request, reply) =>
    reply
      .type("text/plain; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .send(robots(world.demo !== undefined)),
  );
}

/** The paths beside a school’s diplomas, in either language, that search engines may list. */
const FOUND = ["accessibilite", "aide", "en", "mentions-legales", "plan-du-site"];

/**
 * Search engines may list the description of the course, the rule and the site, and the start of both journeys; never answers or personal
 * pages, and nothing of a demonstration. Only well-behaved crawlers comply: permissions alone protect a page.
 */
export function robots(demo: boolean): string {
  const hidden = NO_DIPLOMA.filter((name) => !FOUND.includes(name));
  const below = ["candidater/", "parcours/", "dossier", "campagne/", "confirmer/", "resultats/", "saisir", ...hidden];
  const closed = demo ? ["/"] : ["/api/", ...below.map((path) => `/*/${path}`)];
  return ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), ""].join("\n");
}
