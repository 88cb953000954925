/** Hostile input at both doors, from a fixed seed: a clear refusal in the reader's language, never a fault, never a lost line. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { DECISIONS } from "../decisions/decide.ts";
import { answersOf, livret } from "./cli.ts";
import { mutate, VALID_INPUTS } from "./oracle/mutate.ts";
import { testServer } from "./server.ts";

type Name = keyof typeof VALID_INPUTS;
const SEED = Number(process.env.LIVRET_SEED ?? 20_261_125);

const deep = (open: string, close: string) => Buffer.from(open.repeat(100_000) + close.repeat(100_000));
const HOSTILE: readonly Buffer[] = [
  Buffer.from([0xff, 0xfe, 0x00]),
  Buffer.from('{"id":"\\ud800","on":"2026-09-01"}'),
  Buffer.from('{"__proto__":{"polluted":true},"id":"p","on":"2026-09-01"}'),
  Buffer.from('{"constructor":{"prototype":{}},"id":"c"}'),
  Buffer.from('{"id":"nan","on":"2026-09-01","titles":[],"experience":[{"from":"2020-01-01","to":null,"share":NaN}]}'),
  Buffer.from(
    '{"id":"big","on":"2026-09-01","titles":[],"experience":[{"from":"2020-01-01","to":null,"share":1e999,"field":"other"}]}',
  ),
  Buffer.from(
    JSON.stringify({
      id: "many",
      on: "2026-09-01",
      titles: [],
      experience: Array.from({ length: 1_001 }, () => ({ from: "2020-01-01", to: null, share: 1, field: "other" })),
    }),
  ),
  Buffer.from("null"),
  Buffer.from("0"),
  Buffer.from('""'),
  Buffer.from("{"),
  Buffer.from("\u0000"),
  deep("[", "]"),
  deep('{"a":', "}"),
];

/** Random inputs of a decision as bytes, a third of them bent at the byte. */
function samples(name: Name, count: number): Buffer[] {
  const values = fc.sample(fc.oneof(mutate(name), VALID_INPUTS[name] as fc.Arbitrary<unknown>), {
    numRuns: count,
    seed: SEED,
  });
  return values.map((value, at) => {
    const bytes = Buffer.from(JSON.stringify(value) ?? "null");
    if (at % 3 === 0 && bytes.length > 0) bytes[(at * 7919) % bytes.length] = at % 256;
    return Buffer.from(bytes.toString("latin1").replace(/[\r\n]/g, " "), "latin1");
  });
}

describe("hostile input at the command line", () => {
  for (const { name } of DECISIONS) {
    it(`gets one answer a line from livret decide ${name}`, async () => {
      const lines = [...HOSTILE, ...samples(name as Name, 300)].filter(
        (line) => !/^[ \t]*$/.test(line.toString("latin1")),
      );
      const ran = await livret(["decide", name], Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")])));
      const answers = answersOf(ran.stdout);
      equal(answers.length, lines.length);
      equal(ran.code, 3);
      for (const { error } of answers) {
        for (const { message } of (error as { issues: { message: string }[] } | undefined)?.issues ?? [])
          ok(message.length > 5);
      }
    });
  }
});

describe("hostile input at the API", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer();
  });
  after(() => app.close());

  for (const { name } of DECISIONS) {
    it(`gets an answer or a problem from POST /api/decide/${name}`, async () => {
      for (const payload of [...HOSTILE, ...samples(name as Name, 300)]) {
        const response = await app.inject({
          method: "POST",
          url: `/api/decide/${name}`,
          headers: { "content-type": "application/json" },
          payload,
        });
        ok(
          [200, 422].includes(response.statusCode),
          `${response.statusCode} for ${payload.subarray(0, 200).toString()}`,
        );
        if (response.statusCode === 200) continue;
        ok(response.headers["content-type"]?.startsWith("application/problem+json"));
        const problem = response.json<{ code: string; issues: unknown[] }>();
        ok(problem.issues.length > 0);
      }
    });
  }

  it("says 413 above 1 MiB and 415 for another type", async () => {
    const post = (payload: Buffer, type: string) =>
      app.inject({
        method: "POST",
        url: `/api/decide/${DECISIONS[0]!.name}`,
        headers: { "content-type": type },
        payload,
      });
    const tooLarge = await post(Buffer.alloc(1024 * 1024 + 1, " "), "application/json");
    equal(tooLarge.statusCode, 413);
    ok(tooLarge.headers["content-type"]?.startsWith("application/problem+json"));
    equal((await post(Buffer.alloc(1024 * 1024, " "), "application/json")).statusCode, 422);
    equal((await post(Buffer.from("{}"), "text/plain")).statusCode, 415);
    equal((await post(Buffer.from("<x/>"), "application/xml")).statusCode, 415);
  });

  it("answers in the language asked for", async () => {
    const ask = (url: string, accept: string) =>
      app.inject({
        method: "POST",
        url,
        headers: { "content-type": "application/json", "accept-language": accept },
        payload: "{}",
      });
    const url = `/api/decide/${DECISIONS[0]!.name}`;
    equal((await ask(url, "en-GB,en;q=0.9,fr;q=0.5")).headers["content-language"], "en");
    equal((await ask(url, "de")).headers["content-language"], "fr");
    equal((await ask(`${url}?lang=en`, "fr")).headers["content-language"], "en");
    equal((await ask(url, "fr;q=0, *")).headers["content-language"], "en");
    equal((await ask(url, "*")).headers["content-language"], "fr");
    equal((await ask(url, "de, en, fr")).headers["content-language"], "en");
    const unknown = await ask(`${url}?lang=de`, "en");
    equal(unknown.statusCode, 422);
    deepEqual(unknown.json<{ issues: unknown }>().issues, [
      { path: "?lang", message: "Unknown language. Known are: fr, en." },
    ]);
  });

  it("skips a mark before the object, and says that the language was chosen", async () => {
    const { headers, statusCode } = await app.inject({
      method: "POST",
      url: "/api/decide/certification",
      headers: { "content-type": "application/json" },
      payload: Buffer.from('\ufeff{"id":"a","on":"2026-03-01"}'),
    });
    deepEqual([statusCode, headers["content-language"], headers.vary], [200, "fr", "accept-language"]);
  });
});
