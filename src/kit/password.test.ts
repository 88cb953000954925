import { equal, match, notEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { hashPassword, passwordHolds } from "./password.ts";

describe("a password", () => {
  it("holds against its own hash and no other word does", async () => {
    const stored = await hashPassword("un chat gris sur le toit");
    match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    equal(await passwordHolds("un chat gris sur le toit", stored, "here"), true);
    equal(await passwordHolds("un chat gris sur le toiT", stored, "here"), false);
  });

  it("never gives the same hash twice", async () => {
    notEqual(await hashPassword("un chat gris sur le toit"), await hashPassword("un chat gris sur le toit"));
  });

  it("is the same however its accents were typed", async () => {
    equal(await passwordHolds("cafe\u0301 bien serre\u0301", await hashPassword("café bien serré"), "here"), true);
  });

  it("holds against nothing where there is none", async () => {
    equal(await passwordHolds("un chat gris sur le toit", null, "here"), false);
    equal(await passwordHolds("un chat gris sur le toit", "plain text", "here"), false);
  });
});
