/** Every worked case of the law, run as a test named by its sentence. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { LANGS } from "../kit/lang.ts";
import { sayIssues } from "../kit/schema.ts";
import { inputOf, type LawCase, loadCases } from "../law/cases.ts";
import { differences, plain, reasons } from "./case-answers.ts";
import { ask, ROOT } from "./law-world.ts";
import { seal, sealedCases } from "./sealed.ts";

const cases = loadCases(ROOT);

for (const decision of new Set(cases.map((one) => one.decision))) {
  describe(`the ${decision} decision, as its worked cases say`, () => {
    for (const one of cases.filter((other) => other.decision === decision)) {
      it(`${one.who.en}: article ${one.article}`, () => {
        if (one.refused) isRefused(one);
        else isAnswered(one);
      });
    }
  });
}

function isRefused(one: LawCase): void {
  const decided = ask(one.decision, inputOf(one));
  ok("fault" in decided, `${place(one)} is answered, and should be refused`);
  equal(decided.fault.code, one.refused!.code, place(one));
  const paths = sayIssues(decided.fault.issues, "en").map(({ path }) => path);
  ok(paths.includes(one.refused!.path), `${place(one)}: the issues are at ${paths.join(", ")}`);
}

function isAnswered(one: LawCase): void {
  const decided = ask(one.decision, inputOf(one));
  ok(!("fault" in decided), `${place(one)} is refused`);
  deepEqual(differences(one.expect!, decided.answer("fr")), [], place(one));
  for (const sentence of one.says ?? []) {
    for (const lang of LANGS) {
      const said = reasons(decided.answer(lang)).map(plain);
      ok(said.includes(sentence[lang]), `${place(one)}: no reason reads «${sentence[lang]}» among\n${said.join("\n")}`);
    }
  }
}

function place({ file, line }: LawCase): string {
  return `${file}:${line}`;
}

describe("the worked cases of the law", () => {
  it("are at least sixty, each told by a sentence of its own", () => {
    ok(cases.length >= 60);
    for (const lang of LANGS) equal(new Set(cases.map((one) => `${one.decision} ${one.who[lang]}`)).size, cases.length);
  });
});

const WHAT_NOW =
  "where the case or the law was corrected, `npm run law:seal`; else a rule changed its meaning (CONTRIBUTING.md)";

describe("the sealed answers", () => {
  const sealed = new Map(sealedCases().map((one) => [one.case, one]));

  it("are given again, to the last finding, as long as the rules keep their version", () => {
    for (const one of cases) {
      const before = sealed.get(`${one.decision} ${one.case}`);
      if (before) deepEqual(seal(one), before, `${place(one)} is not answered as it was sealed: ${WHAT_NOW}`);
    }
  });

  it("are those of every worked case, and of no other", () => {
    const names = new Set(cases.map((one) => `${one.decision} ${one.case}`));
    const one = [...names, ...sealed.keys()].filter((name) => !(names.has(name) && sealed.has(name)));
    deepEqual(one, [], `sealed or a worked case, and not both: ${one.join(", ")} (npm run law:seal)`);
  });
});
