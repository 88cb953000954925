/** Names beside the word for what they name. */
import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { sayRoomNamed, withKind } from "./with-kind.ts";

describe("a name with the word for what it names", () => {
  it("says the word once", () => {
    equal(withKind("session", "Juin 2030"), "session Juin 2030");
    equal(withKind("session", "Session de juin 2030"), "session de juin 2030");
  });

  it("says no room of a place that names itself", () => {
    equal(sayRoomNamed("fr", "12"), "salle 12");
    equal(sayRoomNamed("fr", "Salle 12"), "salle 12");
    equal(sayRoomNamed("fr", "Bureau des entretiens"), "Bureau des entretiens");
    equal(sayRoomNamed("en", "Amphithéâtre A"), "Amphithéâtre A");
  });
});
