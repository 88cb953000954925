/** The table of what may be done with bytes, by how far the search for viruses is. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { allows, barred } from "../../kit/machine.ts";
import { SCAN } from "./scan.ts";

const STATES = ["none", "waiting", "clean", "infected"] as const;
const mays = (kind: keyof typeof SCAN.moves) => STATES.filter((state) => allows(SCAN, kind, state));

describe("bytes that are searched for viruses", () => {
  it("are handed out only where they are clean, or where nobody searches", () => {
    deepEqual(mays("handed-out"), ["none", "clean"]);
  });

  it("are taken while the search lasts, and never once a virus was found, which alone sets a file aside", () => {
    deepEqual(mays("taken"), ["none", "waiting", "clean"]);
    deepEqual(mays("set-aside"), ["infected"]);
  });

  it("keep the verdict of a search: neither another, nor giving up, takes it away", () => {
    for (const state of ["clean", "infected"] as const)
      for (const kind of ["awaited", "given-up", "searched"] as const) ok(!allows(SCAN, kind, state));
  });

  it("are said to stand where they stand", () => {
    const [why] = barred(SCAN, "handed-out", "waiting");
    equal(
      why?.message("fr"),
      "Ce fichier est en attente de la recherche de virus : cela ne se fait que tant qu’il est sans recherche de virus ou sans virus.",
    );
  });
});
