import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { LAWS, testServer, testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";

const school = LAWS.establishments[0]!.data.establishment;
const question = { id: "me", on: "2026-11-25", titles: [], experience: [] };

describe("the API of acts and views", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer();
  });
  after(() => app.close());

  const post = (
    path: string,
    payload: unknown,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> =>
    app.inject({
      method: "POST",
      url: `/api/${school}${path}`,
      headers: { "content-type": "application/json", ...headers },
      payload: JSON.stringify(payload),
    });
  const keep = (headers = {}) =>
    post("/acts/keepAnswer", { language: "en", decisions: { eligibility: question } }, headers);

  it("keeps an answer, opens it by its code, and erases it at once", async () => {
    const kept = (await keep()).json<{ code: string; number: string }>();
    match(kept.number, /^Q-2026-\d{6}$/);
    const bearer = { authorization: `Bearer ${kept.code}` };
    const opened = await post("/views/openAnswer", {}, bearer);
    equal(opened.json<{ answers: { eligibility: { id: string } } }>().answers.eligibility.id, "me");
    equal((await post("/acts/eraseAnswer", {}, bearer)).statusCode, 200);
    equal((await post("/views/openAnswer", {}, bearer)).statusCode, 404);
    equal((await post("/acts/eraseAnswer", {}, bearer)).statusCode, 403);
  });

  it("takes what is compressed, measured as it is unpacked, and says what else would do", async () => {
    const send = (payload: Buffer | string, encoding: string) =>
      app.inject({
        method: "POST",
        url: "/api/decide/eligibility?lang=en",
        headers: { "content-type": "application/json", "content-encoding": encoding },
        payload,
      });
    const packed = await send(gzipSync(JSON.stringify(question)), "gzip");
    deepEqual([packed.statusCode, packed.json<{ id: string }>().id], [200, "me"]);
    equal((await send(gzipSync(" ".repeat(2 ** 21)), "gzip")).statusCode, 413);
    const unknown = await send(JSON.stringify(question), "morse");
    equal(unknown.statusCode, 415);
    match(unknown.json<{ title: string }>().title, /Content-Encoding: gzip or br/);
  });

  it("gives the first outcome to the same attempt sent twice", async () => {
    const attempt = { "idempotency-key": "0f6c1f0e-attempt-of-a-test" };
    deepEqual((await keep(attempt)).json(), (await keep(attempt)).json());
  });

  it("refuses the same attempt with another request", async () => {
    const attempt = { "idempotency-key": "another-attempt-of-a-test" };
    await keep(attempt);
    const other = await post("/acts/keepAnswer", { language: "fr", decisions: { eligibility: question } }, attempt);
    equal(other.statusCode, 422);
    ok(other.headers["content-type"]?.startsWith("application/problem+json"));
  });

  it("answers a stale save with what stands now", async () => {
    const { token } = (await post("/acts/startInquiry", { facts: { next: 1 } })).json<{ token: string }>();
    const bearer = { authorization: `Bearer ${token}` };
    equal((await post("/acts/saveInquiry", { version: 1, facts: { next: 2 } }, bearer)).statusCode, 200);
    const late = await post("/acts/saveInquiry", { version: 1, facts: { next: 3 } }, bearer);
    equal(late.statusCode, 409);
    deepEqual(late.json<{ current: unknown }>().current, { version: 2, facts: { next: 2 } });
  });

  it("has no door for the calendar's acts, nor for a school that is not here", async () => {
    equal((await post("/acts/expireAnswer", { id: "00000000-0000-0000-0000-000000000000" })).statusCode, 404);
    const elsewhere = await app.inject({
      method: "POST",
      url: "/api/nowhere/acts/startInquiry",
      headers: { "content-type": "application/json" },
      payload: "{}",
    });
    equal(elsewhere.statusCode, 404);
  });

  it("says what is wrong with a form", async () => {
    const wrong = await post("/acts/keepAnswer", {
      language: "de",
      decisions: { eligibility: { ...question, on: "2026-02-30" } },
    });
    equal(wrong.statusCode, 422);
    deepEqual(
      wrong.json<{ issues: { path: string }[] }>().issues.map(({ path }) => path),
      ["language"],
    );
  });

  it("keeps so much a minute for strangers of one place, and goes on answering them", async () => {
    const { world, close } = await testWorldOf();
    const narrow = await buildServer(world, { perStranger: 2, proxies: 1 });
    const from = (ip: string, path: string, payload: object) =>
      narrow.inject({ method: "POST", url: `/api/${path}`, headers: { "x-forwarded-for": ip }, payload });
    const start = (ip: string) => from(ip, `${school}/acts/startInquiry`, { facts: {} });
    try {
      for (const status of [200, 200, 429]) equal((await start("2001:db8:1:1::7")).statusCode, status);
      equal((await start("2001:db8:1:1::8")).statusCode, 429, "the same place, whatever address of it");
      equal((await start("2001:db8:1:2::7")).statusCode, 200);
      equal((await from("2001:db8:1:1::7", "decide/eligibility", question)).statusCode, 200);
      equal((await from("2001:db8:1:1::7", `${school}/views/openAnswer`, {})).statusCode, 403);
    } finally {
      await narrow.close();
      await close();
    }
  });
});
