import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { testDatabase } from "../test/world.ts";
import { readSchema, type Schema, sayAsSql, sayAsTypes } from "./dump.ts";
import type { Opened } from "./open.ts";

const written = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");

describe("the dumped schema", () => {
  let opened: Opened;
  let schema: Schema;
  before(async () => {
    opened = await testDatabase();
    schema = await opened.asOwner(readSchema);
  });
  after(() => opened.close());

  it("is what schema.sql says (npm run schema)", () => assert.equal(sayAsSql(schema), written("./schema.sql")));
  it("is what tables.ts says (npm run schema)", () => assert.equal(sayAsTypes(schema), written("./tables.ts")));

  it("shows a column, a policy or a right that was added", async () => {
    const planted = await testDatabase();
    const faults = [
      "alter table inquiry add x text",
      "create policy open on inquiry using (true)",
      "grant delete on audit_record to livret_app",
    ];
    for (const fault of faults) {
      const before = sayAsSql(await planted.asOwner(readSchema));
      await planted.asOwner((owner) => owner.run(fault));
      assert.notEqual(sayAsSql(await planted.asOwner(readSchema)), before, fault);
    }
    await planted.close();
  });
});
