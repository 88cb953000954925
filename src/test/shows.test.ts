/** What is signed is what was shown: which acts say how they know it, and that a new one cannot forget to. */
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, done } from "../act/act.ts";
import { tokenLacks } from "../act/permissions.ts";
import { asksShown, carriedLines, linesCarried } from "../act/shows.ts";
import { closeBooks } from "../books/acts.ts";
import { ACTS } from "../house/house.ts";
import { closed } from "../kit/shapes.ts";
import { formPage } from "../page/form-page.ts";
import { route } from "../page/route.ts";

describe("what an act signs, numbers, publishes, moves or accepts", () => {
  const asked = ACTS.filter(asksShown);

  it("was shown: every act says how it knows, or why nothing was", () => {
    const silent = asked.filter(({ shows }) => shows === undefined);
    deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });

  it("is compared by lines only in acts that no program does, so that whoever sends them saw a page", () => {
    const lines = ACTS.filter(({ shows }) => shows && "lines" in shows);
    ok(lines.length > 0);
    const token = { id: "t", reach: "all" } as const;
    const program = { kind: "account", account: "a", roles: [], authenticatedAt: new Date(), token } as never;
    deepEqual(
      lines.filter((act) => !tokenLacks(program, { ...act, kind: "act" })).map(({ name }) => name),
      [],
    );
  });

  it("cannot be forgotten by a page: its form says what it shows of what the act compares", () => {
    const page = { name: "epingle", route: route("/epingle"), words: () => ({ go: "Signer" }), seen: async () => ({}) };
    const shown = () => ({ title: "Signer" });
    throws(
      () => formPage({ ...page, form: { act: closeBooks, input: () => ({ until: "2026-12-11" }) }, shown }),
      /showing/,
    );
  });

  it("cannot be forgotten by a new act, named by an input that it lacks, or excused where nothing is asked", () => {
    const act = {
      name: "pinSignature",
      label: { fr: "Signer", en: "Sign" },
      who: "sign the contracts",
      form: Type.Object({ version: Type.Integer() }, closed),
      writes: ["signature"],
      perform: () => Promise.resolve(done({}, "x:1")),
    } as const;
    throws(() => defineAct(act), /pinSignature: what it signs/);
    throws(() => defineAct({ ...act, shows: { as: "shown" as "version" } }), /no input shown/);
    throws(() => defineAct({ ...act, writes: ["mail"], shows: { nothing: "a reason" } }), /needs no reason/);
    ok(defineAct({ ...act, shows: { as: "version" } }));
  });

  it("is carried by a form as it was read, and any other text is none", () => {
    const lines = [{ what: { fr: "Prix", en: "Price" }, is: { fr: "2 000,00 €", en: "€2,000.00" } }];
    deepEqual(linesCarried(carriedLines(lines)), lines);
    for (const text of ["", "{}", "[1]", '[["Prix"]]', '[["Prix","Price",2,3]]']) equal(linesCarried(text), null);
  });
});
