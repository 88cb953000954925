import { equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import cookie from "@fastify/cookie";
import fastify, { type FastifyInstance } from "fastify";
import { csrfHolds } from "./csrf.ts";

const TOKEN = "a".repeat(32);

describe("a form sent through a proxy that asks us by another name", () => {
  let app: FastifyInstance;
  before(async () => {
    app = fastify({ trustProxy: (_address, hop) => hop < 1 });
    await app.register(cookie);
    app.post("/", (request, reply) => reply.send({ holds: csrfHolds(request, TOKEN) }));
  });
  after(() => app.close());

  const holds = async (headers: Record<string, string>) => {
    const sent = { host: "livret:3000", cookie: `livret_form=${TOKEN}`, ...headers };
    return (await app.inject({ method: "POST", url: "/", headers: sent })).json<{ holds: boolean }>().holds;
  };
  const forwarded = { "x-forwarded-host": "ecole.exemple" };

  it("is taken where it comes from the name that people typed, and from no other", async () => {
    equal(await holds({ ...forwarded, origin: "https://ecole.exemple" }), true);
    equal(await holds({ ...forwarded, origin: "https://livret:3000" }), false);
    equal(await holds({ ...forwarded, origin: "https://ailleurs.exemple" }), false);
    equal(await holds({ origin: "http://livret:3000" }), true);
  });

  it("is not taken from another site, were it a neighbour, nor with another token", async () => {
    equal(await holds({ "sec-fetch-site": "same-origin" }), true);
    for (const site of ["same-site", "cross-site"]) equal(await holds({ "sec-fetch-site": site }), false, site);
    equal(await holds({ cookie: `livret_form=${"b".repeat(32)}` }), false);
    equal(await holds({ cookie: "" }), false);
  });
});
