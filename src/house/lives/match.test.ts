import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { differences } from "./match.ts";
import { filledIn, isThere, namesIn, valueAt } from "./names.ts";

const told = (wanted: unknown, got: unknown) => differences(wanted, got, "expect").map(({ path }) => path);

describe("what must be in a value", () => {
  it("is of an object the keys that are named, and of nothing else", () => {
    deepEqual(told({ a: 1, b: { c: null } }, { a: 1, b: { c: null, d: 2 }, e: 3 }), []);
    deepEqual(told({ a: 1, b: { c: null } }, { a: 2, b: {} }), ["expect.a", "expect.b.c"]);
    deepEqual(told({ toString: {} }, {}), ["expect.toString"]);
  });

  it("is of a list its items in their order, with others between", () => {
    deepEqual(told([1, 3], [1, 2, 3, 4]), []);
    deepEqual(told([3, 1], [1, 2, 3, 4]), ["expect[1]"]);
    deepEqual(told([{ a: 1 }, { a: 1 }], [{ a: 1 }, { a: 2 }]), ["expect[1].a"]);
    deepEqual(told([{ a: 1 }, { b: 2 }], [{ a: 1, b: 2 }, { a: 1 }, { b: 2 }]), []);
    deepEqual(told([], ["whatever"]), []);
    deepEqual(told([], {}), ["expect"]);
  });
});

describe("a path", () => {
  const value = { rows: [{ id: 1, mark: null }, { id: 2 }], none: undefined };

  it("leads to what stands there, or nowhere", () => {
    deepEqual(
      [valueAt(value, "rows[1].id"), valueAt(value, "rows[2].id"), valueAt(value, "rows.length.x")],
      [2, undefined, undefined],
    );
  });

  it("that must not be there is missed in every item of a list", () => {
    deepEqual(
      ["rows.mark", "rows[1].mark", "rows[2]", "none", "rows.name"].map((path) => isThere(value, path)),
      [true, false, false, false, false],
    );
  });
});

describe("a name", () => {
  it("stands for the whole value that was kept, and only where the whole text is one", () => {
    const known = (name: string) => ({ dossier: "d1", pieces: [1, 2] })[name];
    deepEqual(filledIn({ a: "$dossier", b: ["$pieces"], c: "5 $", d: "the $dossier" }, known), {
      a: "d1",
      b: [[1, 2]],
      c: "5 $",
      d: "the $dossier",
    });
  });

  it("says after « account: » or « guest: » whom acts know by that", () => {
    const known = (name: string) => ({ partner: "g1", head: "a1" })[name];
    deepEqual(filledIn(["guest:$partner", { by: "account:$head" }, "room:$head"], known), [
      "guest:g1",
      { by: "account:a1" },
      "room:$head",
    ]);
    deepEqual(namesIn({ actor: "guest:$partner" }, "with"), [{ path: "with.actor", name: "partner" }]);
  });

  it("stands within a text, and in the lines of a file that an act is given", () => {
    const known = (name: string) => (name === "reference" ? "RF18" : undefined);
    const written = { content: { fileOf: ["Date;Libellé", "{date 2027-10-01};VIR {$reference}"] } };
    deepEqual(namesIn(written, "with"), [{ path: "with.content.fileOf[1]", name: "reference" }]);
    const { content } = filledIn(written, known) as { readonly content: string };
    equal(Buffer.from(content, "base64").toString(), "Date;Libellé\n01/10/2027;VIR RF18");
    // Moved to another day, it is still as it is written.
    deepEqual(
      filledIn({ fileOf: ["VIR {$reference}"] }, known, (text) => `${text}.`),
      { fileOf: ["VIR {$reference}."] },
    );
  });
});
