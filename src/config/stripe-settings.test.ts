import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { isStripeAddress, readStripeAccounts } from "./stripe-settings.ts";

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

describe("another address of Stripe", () => {
  const account = (key: string) => ({ school: "a", key, secrets: ["whsec_x"] });
  const [live, test] = [account("sk_live_1"), account("rk_test_1")];

  it("is any that is reached by https, whatever the keys", () => {
    for (const accounts of [[live], [test], [live, test], []])
      equal(isStripeAddress("https://stripe.example.org", accounts), true);
    equal(isStripeAddress("https://stripe.example.org:8443/", [live]), true);
  });

  it("is one of this machine without https for test keys alone", () => {
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      equal(isStripeAddress(`http://${host}:12111`, [test]), true, host);
      equal(isStripeAddress(`http://${host}:12111`, [test, live]), false, host);
      equal(isStripeAddress(`http://${host}:12111`, [account("xsk_test_1")]), false, host);
      equal(isStripeAddress(`http://${host}:12111`, [account("sk_test_1")]), true, host);
    }
    equal(isStripeAddress("http://stripe.example.org", [test]), false);
    equal(isStripeAddress("ftp://localhost", [test]), false);
  });

  it("is an origin and nothing more", () => {
    for (const more of ["/v1", "/?a=b", "/#a"])
      equal(isStripeAddress(`https://stripe.example.org${more}`, [live]), false, more);
    for (const who of ["me@", "me:secret@", ":secret@"])
      equal(isStripeAddress(`https://${who}stripe.example.org`, [live]), false, who);
    equal(isStripeAddress("stripe", [test]), false);
    equal(isStripeAddress("", [test]), false);
  });
});
