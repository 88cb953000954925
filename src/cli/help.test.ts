import { deepEqual, equal, match, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, it } from "node:test";
import { livret } from "../test/cli.ts";
import { ROOT } from "../test/law-world.ts";
import { askedBy } from "./asked.ts";
import { help } from "./help.ts";
import { usageOf, wrongUsage } from "./usage.ts";

const LANGS = ["fr", "en"] as const;
const BEGINS = { fr: /^Exemples\n {2}\S/, en: /^Examples\n {2}\S/ };
const ENDS = { fr: /\nCodes de sortie\n {2}0 /, en: /\nExit codes\n {2}0 / };

/** Those that whoever misses one is told of. */
const [, named = ""] = /<(\S+)>/.exec(wrongUsage("none", [], {})!.said.en)!;
const COMMANDS = named.split("|").filter((command) => command !== "help");

describe("the help of each command", () => {
  it("begins with examples of that command, and has the exit codes, in both languages", () => {
    for (const command of COMMANDS)
      for (const lang of LANGS) {
        const told = help(lang, command) ?? "";
        match(told, BEGINS[lang], command);
        match(told, ENDS[lang], command);
        ok(told.split("\n")[1]!.includes(`livret ${command}`), command);
        ok(help(lang)!.includes(`\n  ${command} `), `${command} is in the general help`);
      }
  });

  it("names every option that the command takes", () => {
    let seen = 0;
    for (const command of COMMANDS)
      for (const [option] of usageOf(command).said.en.matchAll(/--[a-z]+/g)) {
        ok(help("en", command)!.includes(option), `${command} ${option}`);
        seen++;
      }
    ok(seen >= 9);
  });

  it("is asked for before, or after, or by a word", async () => {
    const text = help("fr", "law");
    for (const args of [
      ["law", "--help"],
      ["-h", "law"],
      ["help", "law"],
    ])
      deepEqual(askedBy(args, undefined), { kind: "told", text });
    equal((await livret(["--lang", "en"])).stdout, help("en"));
  });

  it("is missed, in words, of a command that there is not", () => {
    for (const args of [
      ["laws", "--help"],
      ["help", "laws"],
    ]) {
      const asked = askedBy(args, undefined);
      match(asked.kind === "wrong" ? asked.error.said.fr : asked.kind, /« laws »/);
    }
  });
});

describe("an example of a decision or of the law", () => {
  const examples = LANGS.flatMap((lang) => [help(lang), help(lang, "decide"), help(lang, "law")])
    .flatMap((told) => told!.split("\n"))
    .map((line) => /^ {2}(echo '.*|livret law(?: \S+)*?(?= {2}))/.exec(line)?.[1] ?? "")
    .filter((line) => line !== "");

  it("does what it says, read word by word", async () => {
    ok(examples.length >= 12, examples.join("\n"));
    for (const example of new Set(examples)) {
      const [, input = "", words = ""] = /^(?:echo '([^']*)' \| )?livret ([\w -]+)$/.exec(example) ?? [];
      const { code, stdout, stderr } = await livret(words.split(" "), input === "" ? "" : `${input}\n`);
      deepEqual([code, stderr], [0, ""], example);
      ok(stdout.length > 100, example);
    }
  });

  it("does what it says, as it is typed", () => {
    // What a shell makes of quotes and a pipe is the same in all that have them.
    const [piped, plain] = [
      examples.find((one) => one.startsWith("echo")),
      examples.find((one) => one.startsWith("livret")),
    ];
    for (const example of [piped!, plain!]) {
      const env = { ...process.env, PATH: `${join(ROOT, "bin")}:${process.env.PATH}` };
      const printed = execFileSync("bash", ["-o", "pipefail", "-c", example], { env, encoding: "utf8" });
      ok(printed.length > 100, example);
    }
  });
});
