import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { EXAMPLE } from "../decisions/interview-plan/example.ts";
import { livret } from "../test/cli.ts";
import { testServer } from "../test/server.ts";

describe("POST /api/plan/interviews", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer();
  });
  after(() => app.close());
  const post = (payload: string | Buffer, type = "application/json") =>
    app.inject({ method: "POST", url: "/api/plan/interviews", headers: { "content-type": type }, payload });
  const day = JSON.stringify(EXAMPLE);

  it("gives the very answer of the command line, in the language asked for", async () => {
    const answer = await post(day);
    equal(answer.statusCode, 200);
    deepEqual(answer.json(), JSON.parse((await livret(["plan", "interviews"], day)).stdout));
    equal(answer.headers["content-language"], "fr");
  });

  it("says where a day is wrong, as a problem", async () => {
    const answer = await post(JSON.stringify({ ...EXAMPLE, closes: "08:00", more: 1 }));
    equal(answer.statusCode, 422);
    match(String(answer.headers["content-type"]), /^application\/problem\+json/);
    const { id, code, issues } = answer.json<{ id: string; code: string; issues: { path: string }[] }>();
    deepEqual([id, code, issues.map(({ path }) => path)], [EXAMPLE.id, "invalid", ["more"]]);
  });

  it("takes JSON alone, an object, up to 1 MiB", async () => {
    const statuses = [
      await post(day, "text/plain"),
      await post("[]"),
      await post(Buffer.alloc(1024 * 1024 + 1, " ")),
      await post(Buffer.from([0x7b, 0xff, 0x7d])),
    ].map(({ statusCode }) => statusCode);
    deepEqual(statuses, [415, 422, 413, 422]);
  });
});
