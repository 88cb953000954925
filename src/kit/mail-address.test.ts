import { equal, match, notEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
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

  it("is in one mailbox with those that its service does not tell apart, and with no other", () => {
    for (const one of ["c.a.mille@gmail.com", "camille+x@googlemail.com", "CAMILLE@Gmail.com"])
      equal(mailboxKey(one), "camille@gmail.com", one);
    equal(mailboxKey("ca_mi-l.le@pm.me"), mailboxKey("camille@protonmail.com"));
    for (const one of ["c.amille@example.org", "camille@gmail.example.org", "c-amille@gmail.com"])
      notEqual(mailboxKey(one), mailboxKey("camille@example.org"), one);
  });

  it("keeps its mailbox, whatever is written that its service reads past", () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,20}$/);
    const domain = fc.constantFrom("gmail.com", "googlemail.com", "proton.me", "example.org", "école.fr");
    const written = fc.record({
      name,
      domain,
      note: fc.stringMatching(/^[a-z+]{0,8}$/),
      upper: fc.boolean(),
      dot: fc.nat(20),
    });
    fc.assert(
      fc.property(written, (one) => {
        const plain = `${one.name}@${one.domain}`;
        const dots = one.domain.startsWith("g") ? `${one.name.slice(0, one.dot)}.${one.name.slice(one.dot)}` : one.name;
        const noted = `${dots}${one.note && `+${one.note}`}@${one.domain}`;
        equal(mailboxKey(one.upper ? noted.toUpperCase() : noted), mailboxKey(plain));
        equal(mailboxKey(mailboxKey(noted)), mailboxKey(noted));
      }),
    );
    fc.assert(
      fc.property(name, name, domain, (a, b, at) => {
        equal(mailboxKey(`${a}@${at}`) === mailboxKey(`${b}@${at}`), a === b);
      }),
    );
  });
});
