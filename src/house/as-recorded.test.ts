import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { asRecorded, REWRITTEN } from "../db/as-recorded.ts";
import { readMigrations } from "../db/migrate.ts";
import type { Opened } from "../db/open.ts";
import { type Column, rewrittenBy } from "../test/rewritten-by.ts";
import { emptyDatabase } from "../test/world.ts";
import { UNPROVEN_TABLES } from "./unproven.ts";

const declared = (migration: string, table: string) =>
  REWRITTEN.some((one) => one.migration === migration && one.table === table);

describe("what migrations did to rows that were recorded", () => {
  let opened: Opened;
  before(async () => {
    opened = await emptyDatabase();
  });
  after(() => opened.close());

  it("is declared, so that the record reads them as they were", async () => {
    const columns = () =>
      opened.asOwner((owner) =>
        owner.query<Column>(`
          select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
                 a.atthasdef or a.atthasmissing or a.attnotnull as given
          from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`),
      );
    const missing: string[] = [];
    const seen: string[] = [];
    let was = await columns();
    for (const { name, text } of readMigrations()) {
      await opened.asOwner((owner) => owner.run(text));
      const is = await columns();
      for (const table of rewrittenBy(text, was, is)) {
        if (UNPROVEN_TABLES.includes(table)) continue;
        if (declared(name, table)) seen.push(`${name} ${table}`);
        else
          missing.push(`${name} rewrites what is recorded of ${table}: say in src/db/as-recorded.ts how it was read`);
      }
      was = is;
    }
    deepEqual(missing, []);
    // Nothing is declared that no migration does, and the order is that in which they run.
    deepEqual(
      REWRITTEN.map(({ migration, table }) => `${migration} ${table}`),
      seen,
    );
  });

  it("is found by each way there is of rewriting a row", () => {
    const was: Column[] = [
      { table: "guest", column: "role", type: "text", given: false },
      { table: "room", column: "name", type: "text", given: false },
    ];
    const [guest, room] = was as [Column, Column];
    const found = (text: string, is: Column[] = was) => rewrittenBy(text, was, is);
    deepEqual(found("update guest set role = 'x';"), ["guest"]);
    deepEqual(found("do $$ begin update only public.guest g set role = 'x'; end $$;"), ["guest"]);
    deepEqual(found("delete from room;\ninsert into guest (role) select 'x';"), ["guest", "room"]);
    deepEqual(found("merge into room using guest on true when matched then delete;"), ["room"]);
    deepEqual(found("truncate room, guest;"), ["guest", "room"]);
    deepEqual(found("", [room]), ["guest"]);
    deepEqual(found("", [{ ...guest, column: "position" }, room]), ["guest"]);
    deepEqual(found("", [{ ...guest, type: "jsonb" }, room]), ["guest"]);
    deepEqual(found("", [...was, { ...room, column: "floor", given: true }]), ["room"]);
  });

  it("is not looked for in a new table, a column that may be empty, a comment or a function", () => {
    const was: Column[] = [{ table: "room", column: "seats", type: "integer", given: false }];
    const [room] = was as [Column];
    deepEqual(rewrittenBy("-- update room set seats = 1;", was, was), []);
    deepEqual(
      rewrittenBy("create function f() returns void language sql as $$ update room set seats = 1 $$;", was, was),
      [],
    );
    deepEqual(rewrittenBy("", was, [room, { ...room, column: "floor" }]), []);
    deepEqual(rewrittenBy("", was, [room, { table: "site", column: "id", type: "uuid", given: true }]), []);
    // Written the same in JSON.
    deepEqual(rewrittenBy("", was, [{ ...room, type: "bigint" }]), []);
  });
});

describe("a row that a migration rewrote", () => {
  const readings = (table: string, row: Record<string, unknown>) => [...asRecorded(table, row)];

  it("is read as it stands, then as it stood", () => {
    deepEqual(readings("guest", { id: "1", roles: ["partner"] }), [
      { id: "1", roles: ["partner"] },
      { id: "1", role: "partner" },
    ]);
  });

  it("is read as it stands alone where nothing of before could have become it", () => {
    equal(readings("guest", { id: "1", roles: ["partner", "juror"] }).length, 1);
    equal(readings("room", { id: "1", version: 2 }).length, 1);
    equal(readings("enrolment", { id: "1", state: "interrupted" }).length, 1);
    equal(readings("submission", { id: "1", kind: "complement", items: [] }).length, 1);
  });

  it("is read of no two rows alike, as they stand or as they stood", () => {
    const rows = [["partner"], ["juror"], ["partner", "juror"]].map((roles) => ({ id: "1", roles }));
    const all = rows.flatMap((row) => readings("guest", row).map((read) => JSON.stringify(read)));
    equal(new Set(all).size, all.length);
  });

  it("is followed through a column that went and came back", () => {
    const [today, between, both, first] = readings("exam_entry", { id: "1", director: "d" });
    deepEqual(today, first);
    deepEqual(between, { id: "1", director_aside: "d" });
    ok(both?.director === "d" && both.director_aside === "d");
  });
});
