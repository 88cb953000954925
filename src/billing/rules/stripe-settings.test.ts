import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { readStripeAccounts } from "./stripe-settings.ts";

describe("the keys of Stripe", () => {
  it("are one a school, with as many secrets as are good at the moment", () => {
    deepEqual(readStripeAccounts("a=sk_live_1aB\nb-2=rk_test_2", "a=whsec_x1, b-2=whsec_y a=whsec_z"), {
      accounts: [
        { school: "a", key: "sk_live_1aB", secrets: ["whsec_x1", "whsec_z"] },
        { school: "b-2", key: "rk_test_2", secrets: ["whsec_y"] },
      ],
    });
  });

  it("are none where none is given", () => {
    deepEqual(readStripeAccounts("", " "), { accounts: [] });
  });

  it("are refused where one is no key, has no school, or is given twice to one school", () => {
    const wrong = ["a=pk_live_1", "a=sk_fake_1", "a=sk_live_", "a=sk_live_1-", "a=xsk_live_1", "a=", "a"];
    const nobodys = ["sk_live_1", "=sk_live_1", "A=sk_live_1", "b=a=sk_live_1", "a=sk_live_1 a=sk_live_2"];
    for (const keys of [...wrong, ...nobodys, "a=sk_live_1 b"])
      deepEqual(readStripeAccounts(keys, "a=whsec_x"), { wrong: "keys" });
  });

  it("are refused where a secret is none, is missing, or is of a school without a key", () => {
    for (const secret of ["a=secret", "a=whsec_", "a=whsec_x-", "a=xwhsec_x", "whsec_x", "A=whsec_x", "b=a=whsec_x"])
      deepEqual(readStripeAccounts("a=sk_live_1", secret), { wrong: "secrets" });
    deepEqual(readStripeAccounts("a=sk_live_1", ""), { wrong: "unpaired" });
    deepEqual(readStripeAccounts("a=sk_live_1", "a=whsec_x b=whsec_y"), { wrong: "unpaired" });
  });
});
