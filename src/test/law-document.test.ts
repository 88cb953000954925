import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { lawDocument, writtenDocument } from "./law-document.ts";
import { doorTables, LEGEND } from "./law-table.ts";
import { law } from "./reach.ts";

describe("the table of the doors", () => {
  const tables = doorTables();

  it("has every door of the référentiel", () => {
    deepEqual(
      tables.map((one) => one.door.door),
      law.diploma.doors.map((door) => door.door),
    );
  });

  it("leaves no square empty or unexplained", () => {
    const words = new Set(LEGEND.map(([word]) => word));
    for (const { door, heads, rows } of tables) {
      ok(rows.length > 0);
      for (const { sides, squares } of rows) {
        equal(sides.length + squares.length, heads.length, door.door);
        for (const word of squares.flat()) ok(words.has(word), `${door.door}: "${word}" is not in the legend`);
      }
    }
  });

  it("explains no word that it does not use", () => {
    const used = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ squares }) => squares.flat())));
    deepEqual(
      LEGEND.map(([word]) => word).filter((word) => !used.has(word)),
      [],
    );
  });
});

describe("docs/law.md", () => {
  it("is what `npm run law:table` writes today", () => {
    equal(writtenDocument(), lawDocument());
  });
});
