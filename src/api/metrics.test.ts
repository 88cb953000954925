import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { readConfig } from "../config/config.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer, type ServerOptions } from "../web/server.ts";
import type { World } from "../act/world.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";

describe("the measures of the service", () => {
  let world: World;
  let close: () => Promise<void>;
  before(async () => {
    ({ world, close } = await testWorldOf());
  });
  after(() => close());

  type Asked = { readonly headers?: Record<string, string>; readonly from?: string };
  const asked = async (options: ServerOptions, given: Partial<World>, all: readonly Asked[]) => {
    const app: FastifyInstance = await buildServer({ ...world, ...given }, options);
    const answers = [];
    for (const { headers = {}, from = "127.0.0.1" } of all) {
      const host = headers.host ?? "127.0.0.1:3000";
      answers.push(await app.inject({ url: "/metrics", headers: { ...headers, host }, remoteAddress: from }));
    }
    await app.close();
    return answers;
  };
  const statuses = async (...given: Parameters<typeof asked>) =>
    (await asked(...given)).map(({ statusCode }) => statusCode);

  it("are for this machine alone without a token, and not for what somebody sends on through it", async () => {
    const [own, other, ...sentOn] = await asked({}, {}, [
      {},
      { from: "203.0.113.7" },
      { headers: { "x-forwarded-for": "203.0.113.7" } },
      { headers: { forwarded: "for=203.0.113.7" } },
      { headers: { "x-real-ip": "203.0.113.7" } },
      { headers: { host: "livret.exemple.fr" } },
    ]);
    equal(own!.statusCode, 200);
    match(own!.body, /livret_http_request_seconds/);
    equal(other!.statusCode, 403);
    match(other!.json().title, /depuis la machine du service.*LIVRET_METRICS_TOKEN/);
    deepEqual(
      sentOn.map(({ statusCode }) => statusCode),
      [403, 403, 403, 403],
    );
    deepEqual(await statuses({}, {}, [{ from: "::1", headers: { host: "[::1]:3000" } }]), [200]);
  });

  it("are for nobody without a token where a proxy stands in front: all the world comes from there", async () => {
    deepEqual(await statuses({ proxies: 1 }, {}, [{}, { headers: { "x-forwarded-for": "127.0.0.1" } }]), [403, 403]);
    deepEqual(await statuses({}, { publicUrl: "https://livret.exemple.fr" }, [{}]), [403]);
    deepEqual(await statuses({}, { publicUrl: "http://localhost:3000" }, [{}]), [200]);
  });

  it("are for whoever brings the token, from anywhere, and for nobody who does not", async () => {
    const by = (authorization: string): Asked => ({
      headers: { authorization, host: "livret.exemple.fr" },
      from: "10.0.0.9",
    });
    const options = { proxies: 1, metricsToken: TOKEN };
    const [right, wrong, none] = await asked(options, {}, [by(`Bearer ${TOKEN}`), by(`Bearer ${TOKEN}0`), {}]);
    equal(right!.statusCode, 200);
    for (const refused of [wrong!, none!]) {
      equal(refused.statusCode, 401);
      equal(refused.headers["www-authenticate"], "Bearer");
      match(refused.json().title, /LIVRET_METRICS_TOKEN/);
    }
  });

  it("have a token that is long enough, which a file may hold", () => {
    const read = (env: Record<string, string>) => readConfig(env, () => `${TOKEN}\n`);
    const short = read({ LIVRET_METRICS_TOKEN: "short" });
    deepEqual(!short.ok && short.problems.map(({ name }) => name), ["LIVRET_METRICS_TOKEN"]);
    equal(JSON.stringify(short).includes("short"), false);
    const kept = read({ LIVRET_METRICS_TOKEN_FILE: "/run/token" });
    equal(kept.ok && kept.config.metricsToken, TOKEN);
  });
});
