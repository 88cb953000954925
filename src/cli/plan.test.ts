import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { describe, it } from "node:test";
import { EXAMPLE } from "../decisions/interview-plan/example.ts";
import { MAX_LINE } from "../kit/lines.ts";
import { main } from "./main.ts";
import { livret, livretProcess } from "../test/cli.ts";

const day = JSON.stringify(EXAMPLE);
const asked = ["plan", "interviews"];
const answer = (stdout: string) => JSON.parse(stdout) as Record<string, unknown>;
const refusal = (stdout: string) => {
  const { id, error } = answer(stdout) as { id: unknown; error: { code: string; issues: { path: string }[] } };
  return [id, error.code, ...error.issues.map(({ path }) => path)];
};

describe("livret plan interviews", () => {
  it("answers one object with one line, in a process of its own, and ends on 0", async () => {
    const ran = await livretProcess(asked, day);
    deepEqual([ran.code, ran.stderr, ran.stdout.match(/\n/g)?.length], [0, "", 1]);
    deepEqual([answer(ran.stdout).id, answer(ran.stdout).best], [EXAMPLE.id, true]);
  });

  it("takes an object of many lines, a mark at the start and CRLF, and gives the same", async () => {
    const many = `\ufeff${JSON.stringify(EXAMPLE, null, 2).replaceAll("\n", "\r\n")}\r\n`;
    deepEqual(await livret(asked, many), await livret(asked, day));
  });

  it("reads a file and writes a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "livret-plan-"));
    const [from, to] = [join(folder, "day.json"), join(folder, "plan.json")];
    writeFileSync(from, day);
    const ran = await livret([...asked, "--in", from, "--out", to]);
    deepEqual([ran.code, ran.stdout], [0, ""]);
    equal(readFileSync(to, "utf8"), (await livret(asked, day)).stdout);
  });

  it("rejects what is no such day, says where, and ends on 3", async () => {
    for (const [input, said] of [
      ["", [null, "invalid", ""]],
      ["[]", [null, "invalid", ""]],
      [`${day}\n${day}`, [null, "invalid", ""]],
      [Buffer.from([0x7b, 0xff, 0x7d]), [null, "invalid", ""]],
      [JSON.stringify({ ...EXAMPLE, closes: "08:00" }), ["2027-03-12", "invalid", "closes"]],
    ] as const) {
      const ran = await livret(asked, input);
      deepEqual([ran.code, refusal(ran.stdout)], [3, said]);
    }
  });

  it("takes an object of exactly 1 MiB and refuses one byte more", async () => {
    const exactly = `${day.slice(0, -1)}${" ".repeat(MAX_LINE - day.length)}}`;
    equal((await livret(asked, `\ufeff${exactly}\r\n`)).code, 0);
    const more = await livret(asked, `${exactly.slice(0, -1)} }\n`);
    deepEqual([more.code, refusal(more.stdout)], [3, [null, "invalid", ""]]);
  });

  it("speaks English when asked, and French otherwise", async () => {
    const full = JSON.stringify({ ...EXAMPLE, pairs: [], candidates: [{ id: "Zoé" }] });
    match((await livret([...asked, "--lang", "en"], full)).stdout, /“Zoé” would have a place with one more pair/);
    match((await livret(asked, full)).stdout, /«\u00a0Zoé\u00a0» aurait une place avec un binôme de plus/);
  });

  it("ends on 2 where it is not asked so, or there is no such file", async () => {
    const codes = [["plan"], ["plan", "days"], [...asked, "day.json"], [...asked, "--in", "/no/such/day.json"]];
    for (const words of codes) equal((await livret(words)).code, 2, words.join(" "));
  });

  it("ends on 130 when interrupted, having written nothing", async () => {
    const heard: (() => void)[] = [];
    const written: string[] = [];
    const stdin = Readable.from([Buffer.from(day)], { objectMode: false });
    stdin.once("end", () => heard.forEach((one) => one()));
    const stdout = new Writable({
      write: (chunk: Buffer, _encoding, next) => {
        written.push(chunk.toString());
        next();
      },
    });
    const terminal = { stdin, stdout, stderr: stdout, env: {}, onInterrupt: (one: () => void) => void heard.push(one) };
    deepEqual([await main(asked, terminal), written], [130, []]);
  });
});
