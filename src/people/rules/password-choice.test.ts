import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { addressKey, isAddress } from "../../kit/mail-address.ts";
import { passwordIssues } from "./password-choice.ts";

const issuesOf = (password: string) =>
  passwordIssues({ password, address: "claire.lune@exemple.fr", isCommon: (word) => word === "motdepasse1" }).map(
    ({ message }) => message("en").split(" ").slice(0, 5).join(" "),
  );

describe("the choice of a password", () => {
  it("takes ten signs of any kind and refuses nine", () => {
    deepEqual(issuesOf("azur b cde"), []);
    deepEqual(issuesOf("azur b cd"), ["The password must have at"]);
  });

  it("counts signs and not bytes, up to two hundred", () => {
    deepEqual(issuesOf("été ça îœ🐈"), []);
    deepEqual(issuesOf("abcd".repeat(50)), []);
    deepEqual(issuesOf(`${"abcd".repeat(50)}e`), ["The password cannot have more"]);
  });

  it("refuses what everybody tries, in any case, and one sign repeated", () => {
    deepEqual(issuesOf("MotDePasse1"), ["This password is among those"]);
    deepEqual(issuesOf("aaaaaaaaaaaa"), ["This password is among those"]);
  });

  it("refuses the address and what stands before its sign", () => {
    deepEqual(issuesOf("Claire.Lune@exemple.fr"), ["The password cannot be your"]);
    deepEqual(issuesOf("claire.lune"), ["The password cannot be your"]);
  });
});

describe("what is wrong with a password", () => {
  it("is said beside its field, in French as in English", () => {
    const said = (password: string) =>
      passwordIssues({ password, address: "motdepasse@exemple.fr", isCommon: (word) => word === "motdepasse1" }).map(
        ({ path, message }) => [path, message("fr").split(" ").slice(0, 6).join(" ")],
      );
    deepEqual(said("court"), [["password", "Le mot de passe doit compter"]]);
    deepEqual(said("abcd".repeat(51)), [["password", "Le mot de passe ne peut"]]);
    deepEqual(said("motdepasse1"), [["password", "Ce mot de passe fait partie"]]);
    deepEqual(said("motdepasse"), [["password", "Le mot de passe ne peut"]]);
  });
});

describe("an e-mail address", () => {
  it("has one sign @ and a domain with a dot", () => {
    const tried = [
      "a@b.fr",
      "a.b+c@d-e.example",
      "é@exemple.fr",
      "a@b",
      "a b@c.fr",
      "a@@b.fr",
      "@b.fr",
      "a@.fr",
      "a@b..fr",
      "a@b.fr x",
      "a@b.fr>",
      "<a@b.fr",
      "a@b,c.fr",
      "ｃlaire@exemple.fr",
      "\u212aarl@exemple.fr",
      "a\u200b@b.fr",
      "a@b.c.d.fr",
      "",
    ];
    deepEqual(tried.filter(isAddress), ["a@b.fr", "a.b+c@d-e.example", "é@exemple.fr", "a@b.c.d.fr"]);
    deepEqual(
      [195, 196].map((length) => isAddress(`${"a".repeat(length)}@b.fr`)),
      [true, false],
    );
  });

  it("is found in any case and with spaces around", () => {
    deepEqual(addressKey(" Claire.LUNE@Exemple.fr "), "claire.lune@exemple.fr");
  });
});
