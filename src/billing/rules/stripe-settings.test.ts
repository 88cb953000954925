import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { readStripeAccounts } from "./stripe-settings.ts";

describe("the keys of Stripe", () => {
  it("are one a school, with as many secrets as are good at the moment", () => {
    deepEqual(readStripeAccounts("a=sk_live_1\nb=rk_test_2", "a=whsec_x, b=whsec_y a=whsec_z"), {
      accounts: [
        { school: "a", key: "sk_live_1", secrets: ["whsec_x", "whsec_z"] },
        { school: "b", key: "rk_test_2", secrets: ["whsec_y"] },
      ],
    });
  });

  it("are none where none is given", () => {
    deepEqual(readStripeAccounts("", " "), { accounts: [] });
  });

  it("are refused where one is no key, has no school, or is given twice to one school", () => {
    for (const keys of ["a=pk_live_1", "sk_live_1", "=sk_live_1", "a=sk_live_1 a=sk_live_2", "A=sk_live_1"])
      deepEqual(readStripeAccounts(keys, "a=whsec_x"), { wrong: "keys" });
  });

  it("are refused where a secret is none, is missing, or is of a school without a key", () => {
    deepEqual(readStripeAccounts("a=sk_live_1", "a=secret"), { wrong: "secrets" });
    deepEqual(readStripeAccounts("a=sk_live_1", ""), { wrong: "unpaired" });
    deepEqual(readStripeAccounts("a=sk_live_1", "a=whsec_x b=whsec_y"), { wrong: "unpaired" });
  });
});
