import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { MAX_LINE } from "../kit/lines.ts";
import { answersOf, livret, livretProcess, startLivret } from "../test/cli.ts";
import { ROOT } from "../test/law-world.ts";

const person = (id: string, more: object = {}) =>
  JSON.stringify({ id, on: "2026-09-01", titles: [], experience: [], ...more });
const errors = (answers: Record<string, unknown>[]) =>
  answers.map(({ id, line, error }) => [id, line, (error as { code: string } | undefined)?.code]);

describe("livret decide", () => {
  it("answers one line a line, in order, and ends on 0", async () => {
    const ran = await livretProcess(["decide", "eligibility"], `${person("a")}\n${person("b")}\n`);
    equal(ran.code, 0);
    deepEqual(
      answersOf(ran.stdout).map(({ id }) => id),
      ["a", "b"],
    );
    equal(ran.stderr, "");
  });

  it("takes an empty variable for one that is not given", async () => {
    const empty = { LIVRET_DIPLOMA: "", LIVRET_ESTABLISHMENT: "", LIVRET_LANG: "", LIVRET_LAW: "" };
    const ran = await livret(["decide", "eligibility"], `${person("a")}\n`, empty);
    deepEqual([ran.code, ran.stderr, errors(answersOf(ran.stdout))], [0, "", [["a", undefined, undefined]]]);
  });

  it("skips a mark at the start, takes CRLF and a last line without its end", async () => {
    const ran = await livret(["decide", "eligibility"], `\ufeff${person("a")}\r\n${person("b")}`);
    deepEqual(
      answersOf(ran.stdout).map(({ id }) => id),
      ["a", "b"],
    );
  });

  it("counts blank lines without answering them", async () => {
    const ran = await livret(["decide", "eligibility"], `\n \t\r\n${person("a")}\nnope\n`);
    deepEqual(errors(answersOf(ran.stdout)), [
      ["a", undefined, undefined],
      [null, 4, "invalid"],
    ]);
    equal(ran.code, 3);
  });

  it("answers a bad line in its place and goes on", async () => {
    const lines = [
      Buffer.from([0x7b, 0xff, 0x7d]),
      Buffer.from("[1]"),
      Buffer.from('{"id":"x","on":"2026-02-30"}'),
      Buffer.from('{"id":7}'),
      Buffer.from(person("z")),
    ];
    const ran = await livret(
      ["decide", "eligibility"],
      Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")])),
    );
    deepEqual(errors(answersOf(ran.stdout)), [
      [null, 1, "invalid"],
      [null, 2, "invalid"],
      ["x", 3, "invalid"],
      [null, 4, "invalid"],
      ["z", undefined, undefined],
    ]);
  });

  it("takes a line of exactly 1 MiB and refuses one byte more, without an id", async () => {
    const padded = (length: number) => {
      const line = person("full");
      return line + " ".repeat(length - line.length);
    };
    const ran = await livret(
      ["decide", "eligibility"],
      `${padded(MAX_LINE)}\r\n${padded(MAX_LINE + 1)}\n${person("next")}\n`,
    );
    deepEqual(errors(answersOf(ran.stdout)), [
      ["full", undefined, undefined],
      [null, 2, "invalid"],
      ["next", undefined, undefined],
    ]);
  });

  it("refuses a line of many MiB that never ends", async () => {
    const ran = await livret(["decide", "eligibility"], Buffer.alloc(8 * MAX_LINE, "x"));
    deepEqual(errors(answersOf(ran.stdout)), [[null, 1, "invalid"]]);
  });

  it("keeps the last value of a repeated key", async () => {
    const ran = await livret(
      ["decide", "eligibility"],
      '{"id":"first","id":"last","on":"2026-09-01","titles":[],"experience":[]}\n',
    );
    deepEqual(
      answersOf(ran.stdout).map(({ id }) => id),
      ["last"],
    );
  });

  it("speaks English when asked", async () => {
    const french = await livret(["decide", "eligibility"], person("a"));
    const english = await livret(["decide", "eligibility", "--lang", "en"], person("a"));
    match(french.stdout, /Aucun titre déclaré/);
    match(english.stdout, /None of the declared titles/);
  });

  it("reads and writes files", async () => {
    const folder = mkdtempSync(join(tmpdir(), "livret-"));
    writeFileSync(join(folder, "in.ndjson"), `${person("a")}\n`);
    const ran = await livret([
      "decide",
      "eligibility",
      "--in",
      join(folder, "in.ndjson"),
      "--out",
      join(folder, "out.ndjson"),
    ]);
    equal(ran.code, 0);
    equal(ran.stdout, "");
    deepEqual(
      answersOf(readFileSync(join(folder, "out.ndjson"), "utf8")).map(({ id }) => id),
      ["a"],
    );
  });

  it("never empties the file that it is to read", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "livret-")), "people.ndjson");
    writeFileSync(path, `${person("a")}\n`);
    const ran = await livret(["decide", "eligibility", "--in", path, "--out", path]);
    equal(ran.code, 2);
    match(ran.stderr, /serait effacé avant d’être lu/);
    equal(readFileSync(path, "utf8"), `${person("a")}\n`);
  });

  it("says in a sentence why it cannot read or write", async () => {
    const folder = mkdtempSync(join(tmpdir(), "livret-"));
    const said = async (...options: string[]) => {
      const ran = await livret(["decide", "eligibility", ...options], `${person("a")}\n`);
      return [ran.code, ran.stderr];
    };
    const nowhere = join(folder, "nowhere", "out");
    deepEqual(await said("--out", nowhere), [2, `Écriture impossible dans ${nowhere} : ce dossier n’existe pas.\n`]);
    deepEqual(await said("--out", folder, "--lang", "en"), [2, `Cannot write to ${folder}: it is a folder.\n`]);
    deepEqual(await said("--in", folder), [2, `C’est un dossier, pas un fichier : ${folder}\n`]);
    if (process.platform !== "linux") return;
    deepEqual(await said("--out", "/dev/full"), [
      1,
      "Écriture impossible dans /dev/full : il n’y a plus de place sur le disque.\n",
    ]);
    // Its first bytes are nobody's.
    const [code, why] = await said("--in", "/proc/self/mem");
    equal(code, 1);
    match(String(why), /^Lecture impossible de \/proc\/self\/mem : .+\n$/);
  });

  it("says in a sentence that the folder of the law is not one", async () => {
    const law = join(mkdtempSync(join(tmpdir(), "livret-")), "nowhere");
    const ran = await livret(["decide", "eligibility", "--lang", "en"], person("a"), { LIVRET_LAW: law });
    deepEqual([ran.code, ran.stdout], [1, ""]);
    match(ran.stderr, /^LIVRET_LAW: the folder .*nowhere cannot be read \(there is no .*diplomas\)\..*\n$/);
  });

  it("ends on 2, with the right usage, for a wrong decision, a wrong option or no such file", async () => {
    for (const args of [
      ["decide", "luck"],
      ["decide"],
      ["decide", "quote", "--in", "nowhere.ndjson"],
      ["decide", "quote", "--colour"],
      ["invent"],
    ]) {
      const ran = await livret(args);
      equal(ran.code, 2, args.join(" "));
      ok(ran.stderr.length > 0);
      equal(ran.stdout, "");
    }
  });

  it("names the known diplomas, versions and schools when asked for another", async () => {
    for (const [key, known] of [
      ["diploma", /deis/],
      ["version", /2006/],
      ["establishment", /faire-ess/],
    ] as const) {
      const ran = await livret(["decide", "eligibility"], person("a", { [key]: "other" }));
      match(ran.stdout, known);
      equal(ran.code, 3);
    }
  });

  it("leaves only whole lines on Ctrl-C, and ends on 130", async () => {
    const child = startLivret(["decide", "eligibility"]);
    let written = "";
    // It is interrupted in the middle of its work: once it has answered, with more to read than it was given.
    child.stdout.on("data", (chunk: Buffer) => {
      if (written === "") child.kill("SIGINT");
      written += chunk.toString();
    });
    child.stdin.on("error", () => {});
    child.stdin.write(`${person("a")}\n`.repeat(20_000));
    const [code] = (await once(child, "close")) as [number | null];
    equal(code, 130);
    ok(written.endsWith("\n"));
    for (const { id } of answersOf(written)) equal(id, "a");
  });

  it("is started with the young part of its memory bounded, which else grows with the length of the file", () => {
    const said = "--import=data:text/javascript,process.stderr.write(process.execArgv.join())";
    const env = { ...process.env, NODE_OPTIONS: said };
    match(
      spawnSync(join(ROOT, "bin/livret"), ["--help"], { env, encoding: "utf8" }).stderr,
      /--max-semi-space-size=16\b/,
    );
    match(readFileSync(join(ROOT, "package.json"), "utf8"), /"livret": "node --max-semi-space-size=16 /);
  });
});
