/** What the documents tell a newcomer to type is there, and does what they say. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { ROOT } from "./law-world.ts";

const read = (name: string) => readFileSync(join(ROOT, name), "utf8");

type Sample = { readonly doors: readonly { readonly door: string }[]; readonly basis: object };

describe("the README", () => {
  it("shows the very answer that its example gives", () => {
    const [, command = "", shown = ""] =
      /```sh\n(echo '\{[^]*?)```[^]*?```json\n([^]*?)```/.exec(read("README.md")) ?? [];
    const sample = JSON.parse(shown) as Sample;
    const given = JSON.parse(execFileSync("bash", ["-c", command], { cwd: ROOT, encoding: "utf8" })) as Sample;
    const doors = sample.doors.map(({ door }) => given.doors.find((one) => one.door === door));
    const basis = JSON.parse(JSON.stringify(given.basis).replace(/sha256:[0-9a-f]{64}/g, "sha256:…")) as object;
    deepEqual(sample, { ...given, doors, basis });
    equal(given.doors.length, 7, "of which the README says that it shows one");
  });
});

describe("whoever forgets npm ci", () => {
  const here = mkdtempSync(join(tmpdir(), "livret-not-installed-"));
  cpSync(join(ROOT, "bin"), join(here, "bin"), { recursive: true });
  mkdirSync(join(here, "src"));
  writeFileSync(join(here, "package.json"), '{ "type": "module" }');
  writeFileSync(join(here, "src/main.ts"), 'import "fastify";');
  const typed = (command: string, args: readonly string[], lang: string) => {
    const { status, stderr } = spawnSync(command, args, {
      encoding: "utf8",
      env: { ...process.env, LIVRET_LANG: lang },
    });
    equal(status, 1);
    return stderr;
  };
  const old = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.20.2"}})`;

  it("is told to type it, by npm start and by bin/livret", () => {
    const start = join(here, "bin/start.js");
    match(
      typed(process.execPath, [start], "fr"),
      /^Livret n’est pas installé ici : il manque fastify\. Tapez npm ci, .*\n$/,
    );
    match(
      typed(process.execPath, [start], "en"),
      /^Livret is not installed here: fastify is missing\. Type npm ci, .*\n$/,
    );
    match(typed(join(here, "bin/livret"), ["law"], "fr"), /^Livret n’est pas installé ici\. Tapez npm ci dans \/.*\n$/);
    match(typed(join(here, "bin/livret"), ["law"], "en"), /^Livret is not installed here\. Type npm ci in \/.*\n$/);
  });

  it("is told so on a Node that is too old, too", () => {
    const args = ["--import", old, join(here, "bin/start.js")];
    match(typed(process.execPath, args, "en"), /^Livret needs Node 24, and this one is 20\.20\.2\. Type npm ci/);
  });
});

describe("a command in a document", () => {
  const documents = ["README.md", "CONTRIBUTING.md", "STYLE.md"].map((name) => ({ name, text: read(name) }));
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Readonly<Record<string, string>> };

  it("is a script that there is", () => {
    for (const { name, text } of documents)
      for (const [, script = ""] of text.matchAll(/npm run (?:-s )?([a-z:]+)/g))
        ok(script in scripts, `${name}: npm run ${script}`);
  });

  it("is run by the Node that the project brings, and not by an older one of the system", () => {
    for (const { name, text } of documents)
      deepEqual(text.match(/.{0,30}(?<!npx )\bnode (?:src|bench)\/\S+/g), null, `${name}: npx node`);
  });
});
