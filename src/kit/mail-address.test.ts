import { equal, match } from "node:assert/strict";
import { describe, it } from "node:test";
import { addressIssue, addressKey, isAddress, isPostable, mailboxKey } from "./mail-address.ts";

describe("an e-mail address", () => {
  it("has one @ and a domain with a dot, and no sign that a mail program reads as its own", () => {
    for (const good of ["a@b.fr", "prénom.nom+x@école.example.org"]) equal(isAddress(good), true, good);
    const none = [
      "",
      "a",
      "a@b",
      "@b.fr",
      "a@.fr",
      "a@b.",
      "a@b..fr",
      "a b@c.fr",
      "a@b c.fr",
      "a@b@c.fr",
      "a@b.c@d",
      "<a@b.fr>",
    ];
    for (const text of [...none, "a,b@c.fr", "a@b,c.fr", "a@b.f,r", "a@b.fr ", " a@b.fr"])
      equal(isPostable(text), false, text);
  });

  it("is of two hundred signs at most", () => {
    equal(isPostable(`${"a".repeat(195)}@b.fr`), true);
    equal(isPostable(`${"a".repeat(196)}@b.fr`), false);
  });

  it("holds no sign that only looks like a letter, and says which of the two is wrong with it", () => {
    equal(isPostable("ｃ@b.fr"), true);
    equal(isAddress("ｃ@b.fr"), false);
    equal(addressIssue("mail", "a@b.fr"), undefined);
    const [imitates, none] = [addressIssue("mail", "ｃ@b.fr")!, addressIssue("mail", "a@b")!];
    match(imitates.message("fr"), /imite une lettre/);
    match(imitates.message("en"), /looks like a letter/);
    match(none.message("fr"), /complète/);
    match(none.message("en"), /not whole/);
    equal(none.path, "mail");
  });

  it("is found by one spelling, however it is written", () =>
    equal(addressKey(" Ｃamille@Example.ORG "), "camille@example.org"));

  it("is in one mailbox with those that differ by a note alone", () => {
    for (const one of [
      "camille@example.org",
      "Camille+cours@example.org",
      "camille+a+b@example.org",
      "camille+@example.org",
    ])
      equal(mailboxKey(one), "camille@example.org", one);
    equal(mailboxKey("camille@exam+ple.org"), "camille@exam+ple.org");
  });
});
