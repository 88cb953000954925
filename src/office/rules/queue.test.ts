import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { isAcross, isGroup, readCursor, writeCursor } from "./queue.ts";

const id = "0b0b0b0b-1111-4222-8333-444455556666";

describe("the queue", () => {
  it("has groups of its own names alone", () => {
    equal(isGroup("messages"), true);
    equal(isGroup("withdrawn"), true);
    equal(isGroup("everything"), false);
    equal(isGroup("toString"), false);
  });
});

describe("a group that cuts across the others", () => {
  it("is told from where a dossier stands", () => {
    equal(isAcross("messages"), true);
    equal(isAcross("submitted"), false);
  });
});

describe("where a page of the queue ends", () => {
  it("is written and read back", () => {
    const cursor = { at: new Date("2026-12-01T09:00:00.123Z"), id };
    equal(writeCursor(cursor), `${cursor.at.getTime()}-${id}`);
    deepEqual(readCursor(writeCursor(cursor)), cursor);
    const early = { at: new Date(5), id };
    equal(writeCursor(early), `0000000000005-${id}`);
    deepEqual(readCursor(writeCursor(early)), early);
  });

  it("is nothing else that somebody typed", () => {
    for (const text of [
      "",
      id,
      `123-${id}`,
      `1234567890123-${id}0`,
      `1234567890123-${id.slice(1)}`,
      `x1234567890123-${id}`,
      `1234567890123-${id.toUpperCase()}`,
    ])
      equal(readCursor(text), undefined, text);
  });
});
