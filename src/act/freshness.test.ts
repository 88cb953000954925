import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { isFresh } from "./freshness.ts";
import type { Actor } from "./permissions.ts";

const at = new Date("2026-12-01T09:30:00Z");
const signedIn = (authenticatedAt: string): Actor => ({
  kind: "account",
  account: "a",
  session: "s",
  roles: [],
  authenticatedAt: new Date(authenticatedAt),
});

describe("having just shown who one is", () => {
  it("lasts half an hour", () => {
    equal(isFresh(signedIn("2026-12-01T09:29:59Z"), at), true);
    equal(isFresh(signedIn("2026-12-01T09:00:00.001Z"), at), true);
    equal(isFresh(signedIn("2026-12-01T09:00:00Z"), at), false);
  });

  it("is not of a program that acts in somebody’s name, whenever they signed in", () => {
    const program: object = { ...signedIn("2026-12-01T09:29:59Z"), token: { id: "t", reach: "all" } };
    equal(isFresh(program as Actor, at), false);
  });

  it("is of a guest too, from the code that let them in", () => {
    const guest = (authenticatedAt: string): Actor => ({
      kind: "guest",
      guest: "g",
      session: "s",
      roles: ["jury-member"],
      authenticatedAt: new Date(authenticatedAt),
    });
    equal(isFresh(guest("2026-12-01T09:00:00.001Z"), at), true);
    equal(isFresh(guest("2026-12-01T09:00:00Z"), at), false);
  });

  it("is of people who came in themselves, and of nobody else", () => {
    const others: readonly Actor[] = [{ kind: "anyone" }, { kind: "operator" }, { kind: "clock", day: "2026-12-01" }];
    for (const other of others) equal(isFresh({ ...other, authenticatedAt: at } as Actor, at), false);
  });
});
