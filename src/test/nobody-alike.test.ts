/** In a demonstration nobody is like another: the people of all lives, and those who are invented beside them. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { FAMILY, GIVEN, nameAt } from "../cli/demo/names.ts";
import type { Script } from "../house/lives/script.ts";
import { livesIn, retold } from "../house/lives/together.ts";
import { ROOT } from "./law-world.ts";
import { readLives } from "./playing.ts";

const { scripts } = readLives(livesIn(ROOT));

type Named = { readonly life: string; readonly name: string; readonly work: string };

/** With a name, the people that a life does not have from the one before it. */
function ownPeople(script: Script, before?: Script): Named[] {
  return [...script.people].flatMap(([key, { given, birth, roles, guest }]) =>
    given && !before?.people.has(key)
      ? [{ life: script.life, name: `${given[0]} ${birth}`, work: (roles ?? guest ?? []).join() }]
      : [],
  );
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

describe("the people of the lives", () => {
  const before = (script: Script) => scripts.find(({ file }) => file === script.after);
  const written = scripts.flatMap((script) => ownPeople(script, before(script)));
  const shown = scripts.filter((script) => script.shown).map((script) => retold(script));

  it("have a name of their own in each life, those who work there one name in all", () => {
    ok(written.length > 50);
    const one = new Map(written.map(({ name, work }) => [name, work]));
    const other = written.filter(({ name, work }) => one.get(name) !== work);
    deepEqual(other, []);
    deepEqual(twice(written.filter(({ work }) => work === "").map(({ name }) => name)), []);
  });

  it("are told apart where they are shown, by name, day of birth and telephone", () => {
    ok(shown.length > 10);
    const people = shown.flatMap((script) => ownPeople(script));
    const work = new Set(people.filter((one) => one.work !== "").map(({ name }) => name));
    const candidates = people.filter((one) => one.work === "").map(({ name }) => name);
    deepEqual(twice(candidates), []);
    deepEqual(
      candidates.filter((name) => work.has(name)),
      [],
    );
    for (const what of ["bornOn", "phone"]) {
      const told = shown.flatMap(({ life, steps }) => {
        const text = JSON.stringify(steps.map(({ written: step }) => step.with));
        return [...new Set(text.match(new RegExp(`"${what}":"[^"]+"`, "g")))].map((said) => ({ life, said }));
      });
      ok(told.length > 10);
      deepEqual(twice(told.map(({ said }) => said)), []);
    }
  });

  it("are nobody who is invented", () => {
    const invented = new Set(
      Object.values(GIVEN).flatMap((all) => all.flatMap((given) => FAMILY.map((family) => `${given} ${family}`))),
    );
    const names = [...written, ...shown.flatMap((script) => ownPeople(script))].map(({ name }) => name);
    deepEqual([...new Set(names.filter((name) => invented.has(name)))], []);
  });
});

describe("invented people", () => {
  it("have each a name of their own, as long as there are fewer than five thousand", () => {
    for (const sex of ["F", "M"] as const) {
      const names = Array.from({ length: 5_000 }, (_, number) => nameAt(sex, number - 100)).map(
        ({ given, family }) => `${given} ${family}`,
      );
      equal(new Set(names).size, 5_000);
    }
    deepEqual(
      GIVEN.F.filter((given) => GIVEN.M.includes(given)),
      [],
    );
  });
});
