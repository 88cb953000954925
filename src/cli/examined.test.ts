import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Check } from "../act/check.ts";
import { sayChecks } from "./examined.ts";

const alone = (name: string, ok: boolean | null): Check => ({
  name,
  ok,
  label: { fr: `${name} fr`, en: `${name} en` },
});
const of = (school: string, name: string, ok: boolean | null): Check => ({
  ...alone(name, ok),
  label: { fr: `${school} fr`, en: `${school} en` },
  school,
});
const schools = (count: number, name: string, ok: (at: number) => boolean | null) =>
  Array.from({ length: count }, (_, at) => of(`s${at + 1}`, name, ok(at)));

describe("what the doctor says", () => {
  it("of a few schools is a line of each", () =>
    deepEqual(sayChecks([alone("database", true), ...schools(2, "audit", () => true), alone("jobs", null)], "en"), [
      "✓ database    database en",
      "✓ audit       s1 en",
      "✓ audit       s2 en",
      "· jobs        jobs en",
    ]));

  it("of many counts those where all is well, and names the first of what is to be known", () =>
    deepEqual(sayChecks([alone("database", true), ...schools(9, "mails", (at) => (at < 2 ? true : null))], "fr"), [
      "✓ database    database fr",
      "✓ mails       2 établissements où tout va.",
      ...[3, 4, 5, 6, 7].map((at) => `· mails       s${at} fr`),
      "· mails       … et 2 autres établissements.",
    ]));

  it("of many names every fault", () =>
    deepEqual(sayChecks([...schools(9, "audit", (at) => at === 4), ...schools(9, "files", () => true)], "en"), [
      "✓ audit       1 school is well.",
      ...[1, 2, 3, 4, 6, 7, 8, 9].map((at) => `✗ audit       s${at} en`),
      "✓ files       9 schools are well.",
    ]));
});
