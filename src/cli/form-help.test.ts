/** What the command line says of one act or view, and that its example is one which the form takes. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { ACTS, VIEWS } from "../house/house.ts";
import { type JsonSchema, validator } from "../kit/schema.ts";
import { livret } from "../test/cli.ts";
import { askedBy } from "./asked.ts";
import { formHelp } from "./form-help.ts";

/** What the example gives on the input, as a shell would. */
function inputOf(help: string): unknown {
  const [, line = ""] = help.split("\n");
  const [, sent] = /^ {2}echo '([^']*)' \| livret /.exec(line) ?? [];
  ok(sent !== undefined || line.endsWith(" < /dev/null"), line);
  return JSON.parse(sent ?? "{}");
}

describe("the help of one act or view", () => {
  it("gives of each, in both languages, an example that its form takes", () => {
    for (const [kind, list] of [
      ["act", ACTS],
      ["view", VIEWS],
    ] as const)
      for (const { name, form } of list)
        for (const lang of ["fr", "en"] as const) {
          const text = formHelp(kind, name, lang)!;
          ok(text.split("\n")[1]!.includes(`livret ${kind} ${name} `), name);
          const issues = validator(form as unknown as JsonSchema)(inputOf(text));
          deepEqual(
            issues.map(({ path, message }) => `${path} ${message("en")}`),
            [],
            name,
          );
        }
  });

  it("names each field, whether it must be there, and what it is; and what comes back", () => {
    const text = formHelp("act", "noteDossier", "fr")!;
    match(text, /^Exemple\n {2}echo '\{"dossier":"[0-9a-f-]{36}","text":"…"\}' \| livret act noteDossier --as /);
    match(text, /\n {2}dossier \(obligatoire\)\u00a0: texte/);
    match(text, /\n {2}text \(obligatoire\)\u00a0: texte, .*\d/);
    const view = formHelp("view", "seeToReconcile", "en")!;
    match(
      view,
      /What it takes \(JSON\)\n {2}nothing\n\nWhat comes back \(JSON\)\n {2}count \(required\): whole number/,
    );
  });

  it("is asked for as all help is, before or after, and of no name that there is not", async () => {
    for (const args of [
      ["act", "noteDossier", "--help"],
      ["-h", "act", "noteDossier"],
    ])
      deepEqual(askedBy(args, undefined), { kind: "form", declared: "act", name: "noteDossier", lang: "fr" });
    const told = await livret(["act", "noteDossier", "--help"]);
    deepEqual([told.code, told.stdout], [0, formHelp("act", "noteDossier", "fr")]);
    const missed = await livret(["view", "noteDossier", "--help", "--lang", "en"]);
    deepEqual([missed.code, missed.stdout], [2, ""]);
    match(missed.stderr, /No view is called "noteDossier"/);
    equal(formHelp("view", "noteDossier", "en"), undefined);
  });
});
