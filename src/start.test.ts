/** What whoever starts the service reads where the system refuses a folder. */
import { equal } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { shut } from "./start.ts";

function errorOf(refused: () => unknown): unknown {
  try {
    refused();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("a folder that the system refuses", () => {
  const why = (error: unknown, lang: "fr" | "en") => /^.*? \((.*)\)/.exec(shut("/d", error).said[lang])?.[1];

  it("is told why in words, in both languages", () => {
    const lock = errorOf(() => new DatabaseSync(tmpdir()));
    equal(why(lock, "fr"), "ce compte du système n’y a pas droit");
    const none = errorOf(() => readdirSync("/nowhere/diplomas"));
    equal(why(none, "fr"), "/nowhere/diplomas n’existe pas");
    equal(why(none, "en"), "there is no /nowhere/diplomas");
    const readOnly = Object.assign(new Error("listen EROFS: read-only file system"), { code: "EROFS" });
    equal(why(readOnly, "fr"), "ce disque est en lecture seule");
    equal(why(new Error("something else"), "en"), "something else");
  });
});
