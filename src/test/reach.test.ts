/** Every entry of the référentiel and of the school is reached by a worked case, or waits in the one list of those that do. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadCases } from "../law/cases.ts";
import { allEntries, reachedBy } from "./reach.ts";
import { MOST_WAITING, READ, TABLES, WAITING } from "./waiting-entries.ts";
import { ROOT } from "./law-world.ts";

const cases = loadCases(ROOT);
const ids = new Set(allEntries.map((entry) => entry.id));
const read = READ.flatMap((group) => group.entries);
const whole = TABLES.flatMap(({ under }) => under);
const inTable = (id: string) => whole.some((table) => id === table || id.startsWith(`${table}.`));
const waiting = WAITING.flatMap((group) => group.entries);
const reached = new Set(cases.flatMap((one) => [...reachedBy(one)]));

describe("the entries of the law", () => {
  it("are each reached by a worked case, read whole with their table, read by an act or a page, or wait for a later subject", () => {
    deepEqual(
      [...ids].filter((id) => !reached.has(id) && !inTable(id) && !read.includes(id) && !waiting.includes(id)),
      [],
    );
  });

  it("are read by the file that is said to", () => {
    deepEqual(
      [...READ, ...TABLES]
        .filter(({ by, words }) => !readFileSync(join(ROOT, by), "utf8").includes(words))
        .map(({ by }) => by),
      [],
    );
    deepEqual(
      read.filter((id) => !ids.has(id) || reached.has(id) || waiting.includes(id)),
      [],
    );
  });

  it("are not said to be of a table that there is not", () => {
    deepEqual(
      whole.filter((table) => ![...ids].some((id) => id === table || id.startsWith(`${table}.`))),
      [],
    );
  });

  it("stop waiting as soon as a case reaches them", () => {
    deepEqual(
      waiting.filter((id) => reached.has(id)),
      [],
    );
  });

  it("wait under the name they bear in the files, once each", () => {
    deepEqual(
      waiting.filter((id) => !ids.has(id)),
      [],
    );
    equal(new Set(waiting).size, waiting.length);
  });

  it("wait in a list that only shrinks", () => {
    ok(waiting.length <= MOST_WAITING, `${waiting.length} entries wait, ${MOST_WAITING} did`);
    ok(waiting.length > MOST_WAITING - 1, `lower MOST_WAITING to ${waiting.length}, so that the list cannot grow back`);
  });

  it("are named rightly by the cases that illustrate them", () => {
    deepEqual(
      cases.flatMap((one) =>
        (one.illustrates ?? []).filter((id) => !ids.has(id)).map((id) => `${one.file}:${one.line} ${id}`),
      ),
      [],
    );
  });
});
