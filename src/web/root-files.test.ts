import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { LAWS, testServer } from "../test/server.ts";
import { withSchools } from "../test/several-schools.ts";
import { lawWorld } from "../house/world.ts";
import { assetsOf } from "../page/assets.ts";
import { pages } from "../house/pages.ts";
import { robots } from "./root-files.ts";

describe("what a search may lead to", () => {
  const FOUND = [
    "/",
    "/:diploma",
    "/:diploma/candidater",
    "/:diploma/parcours",
    "/:diploma/question",
    "/:diploma/regle",
    "/:diploma/regle/:entry",
    "/:diploma/resultats",
    "/aide",
    "/aide/:about",
    "/accessibilite",
    "/mentions-legales",
    "/plan-du-site",
  ];
  /** As RFC 9309 reads a line: a beginning, in which `*` is anything. */
  const closed = (text: string, path: string) =>
    [...text.matchAll(/^Disallow: (.+)$/gm)].some(([, pattern]) =>
      new RegExp(`^${pattern!.replaceAll(".", "\\.").replaceAll("*", ".*")}`).test(path),
    );

  it("is what describes the course, the rule and the site, and how both journeys begin, of all pages, in both languages", () => {
    for (const school of ["/faire-ess", "/faire-ess/en"]) {
      const open = ({ path }: (typeof pages)[number]) =>
        !closed(robots(false), school + path.replaceAll(/:[a-z]+/g, "deis"));
      deepEqual(new Set(pages.filter(open).map(({ path }) => path)), new Set(FOUND));
    }
  });

  it("leaves out the interface for programs, and is nothing at all in a demonstration", () => {
    equal(closed(robots(false), "/api/acts/keepAnswer"), true);
    equal(closed(robots(false), "/"), false);
    for (const path of ["/", "/faire-ess", "/faire-ess/aide"]) equal(closed(robots(true), path), true);
  });
});

describe("the files at the root", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer();
  });
  after(() => app.close());

  it("say as text what a search may lead to", async () => {
    const { statusCode, headers, body } = await app.inject("/robots.txt");
    equal(statusCode, 200);
    match(headers["content-type"] as string, /^text\/plain/);
    equal(body, robots(false));
  });

  it("lead to the icon in the colours of the only school, which each of its pages names", async () => {
    const { icon } = assetsOf(LAWS);
    equal((await app.inject("/favicon.ico")).headers.location, icon("faire-ess"));
    const answer = await app.inject(icon("faire-ess"));
    equal(answer.headers["content-type"], "image/svg+xml");
    match(answer.body, new RegExp(LAWS.establishments[0]!.data.theme.accent));
    match((await app.inject("/faire-ess")).body, new RegExp(`<link rel="icon" href="${icon("faire-ess")}"`));
  });

  it("lead to an icon of no school where there are several", async () => {
    const laws = withSchools(LAWS, [{ establishment: "autre", name: "Autre école" }]);
    const several = await testServer(lawWorld(laws, { diploma: undefined, establishment: undefined }));
    const { location } = (await several.inject("/favicon.ico")).headers;
    equal(location, assetsOf(laws).icon(undefined));
    doesNotMatch((await several.inject(location)).body, new RegExp(laws.establishments[0]!.data.theme.accent));
    await several.close();
  });
});
