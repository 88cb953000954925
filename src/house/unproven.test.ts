import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { PROVEN_TABLES } from "./house.ts";
import { ROOT } from "../test/law-world.ts";
import { sayUnproven, UNPROVEN, UNPROVEN_TABLES } from "./unproven.ts";

const read = (name: string) => readFileSync(join(ROOT, name), "utf8");

describe("what the record proves", () => {
  it("is every table, or is named with what looks at it instead", () => {
    const tables = [...read("src/db/schema.sql").matchAll(/^create table (\w+)/gm)].map(([, name]) => name!);
    deepEqual([...PROVEN_TABLES, ...UNPROVEN_TABLES].toSorted(), tables.toSorted());
  });

  it("is said in the README, table by table", () => {
    const [, said = ""] = /### What the record proves\n([^]*?)\n##/.exec(read("README.md")) ?? [];
    deepEqual(
      UNPROVEN_TABLES.filter((name) => !said.includes(`\`${name}\``)),
      [],
    );
    const named = [...said.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, name]) => name!);
    deepEqual(
      named.filter((name) => !UNPROVEN_TABLES.includes(name) && !PROVEN_TABLES.includes(name)),
      [],
    );
  });

  it("is one line of audit verify, in both languages", () => {
    for (const lang of ["fr", "en"] as const) {
      const line = sayUnproven(lang);
      ok(!line.includes("\n"));
      for (const { what, checked } of UNPROVEN) ok(what[lang] !== "" && checked[lang] !== "");
    }
  });
});
