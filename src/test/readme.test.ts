/** What the documents tell a newcomer to type is there, and does what they say. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
