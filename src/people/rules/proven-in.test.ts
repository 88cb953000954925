import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { onlyIn, provenIn } from "./proven-in.ts";

describe("what a session proves in a school", () => {
  const ofA = { means: ["provider"], vouchedIn: "a" } as const;

  it("is all of it where no sign-in service took part", () => {
    const own = { means: ["password", "totp"], vouchedIn: null } as const;
    deepEqual(provenIn(own, "a"), ["password", "totp"]);
    equal(onlyIn(own), undefined);
  });

  it("is the word of a school’s sign-in service in that school, and nothing in another", () => {
    deepEqual(provenIn(ofA, "a"), ["provider"]);
    deepEqual(provenIn(ofA, "b"), []);
    equal(onlyIn(ofA), "a");
  });

  it("is nothing elsewhere with a code added to it, which shows nobody by itself", () => {
    for (const added of ["totp", "recovery"] as const) {
      const more = { means: ["provider", added], vouchedIn: "a" } as const;
      deepEqual(provenIn(more, "b"), []);
      equal(onlyIn(more), "a");
    }
  });

  it("is the password or the passkey elsewhere, once given, and the service is no second proof there", () => {
    for (const added of ["password", "passkey", "code"] as const) {
      const more = { means: ["provider", added], vouchedIn: "a" } as const;
      deepEqual(provenIn(more, "b"), [added]);
      deepEqual(provenIn(more, "a"), ["provider", added]);
      equal(onlyIn(more), undefined);
    }
  });

  it("is nothing anywhere for a word of which no school is known", () => {
    deepEqual(provenIn({ means: ["provider"], vouchedIn: null }, "a"), []);
  });
});
