/** The states of a passage, its due day, by which mandate it is reported, and how its holder came to it. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import type { AccessEntry, Mandate } from "../../../law/passages.ts";
import { laws } from "../../../test/law-world.ts";
import { holderOf, plainLine } from "./holder.ts";
import { dueDay, type Filed, PASSAGE, passageState } from "./passage.ts";
import { accessOf, mandateOf } from "./reported.ts";

const FACTS = { deposited: true, received: true, answer: null } as const;

describe("a passage", () => {
  it("is due three months after the jury, cut to the end of a shorter month", () => {
    deepEqual(
      ["2029-06-27", "2029-11-30", "2027-11-30", "2029-12-31"].map((day) => dueDay(day, 3)),
      ["2029-09-27", "2030-02-28", "2028-02-29", "2030-03-31"],
    );
  });

  it("is where its last file has got to, and before a file where its identity is", () => {
    const state = (last: Filed | null, complete = true) => passageState(last, complete);
    deepEqual([state(null), state(null, false)], ["ready", "draft"]);
    equal(state({ deposited: false, received: false, answer: null }), "filed");
    equal(state({ deposited: true, received: false, answer: null }), "deposited");
    equal(state(FACTS), "received");
    equal(state({ ...FACTS, answer: "accepted" }, false), "accepted");
    deepEqual(
      [true, false].map((complete) => state({ ...FACTS, answer: "rejected" }, complete)),
      ["rejected", "draft"],
    );
  });

  it("comes to each of its states by a move", () => {
    const moves = Object.values(PASSAGE.moves);
    const led = new Set(moves.flatMap(({ to = [] }) => to));
    deepEqual(
      Object.keys(PASSAGE.states).filter((state) => !led.has(state as never)),
      [],
    );
    // What is complete and was not answered goes on; an accepted one is only noted again.
    deepEqual(PASSAGE.moves.filed.from, ["ready", "rejected"]);
    deepEqual(PASSAGE.moves.deposited.from, ["filed"]);
  });
});

describe("the mandate of an award", () => {
  const mandate = (more: Partial<Mandate>) =>
    ({ mandate: "one", diploma: "deis", client: "C", contract: "K", ...more }) as Mandate;
  const under = (one: Mandate, awardedOn: string) => mandateOf([one], { diploma: "deis", awardedOn }) !== undefined;

  it("holds from its first day to its last, for its diploma alone", () => {
    const one = mandate({ from: "2029-01-01", to: "2029-12-31" });
    deepEqual(
      ["2028-12-31", "2029-01-01", "2029-12-31", "2030-01-01"].map((day) => under(one, day)),
      [false, true, true, false],
    );
    equal(under(mandate({ diploma: "deeje" }), "2029-06-01"), false);
    equal(under(mandate({}), "2029-06-01"), true);
  });

  it("is none of the school on the page: its file has nothing to report with", () => {
    const passages = laws.establishments.map(({ data }) => data.year?.passages).find((one) => one !== undefined);
    ok(passages);
    deepEqual([passages.mandates, passages.emitter, passages.months], [undefined, undefined, 3]);
  });
});

describe("how somebody came to the certification", () => {
  const entries = laws.establishments.flatMap(({ data }) => data.year?.passages?.access ?? []);
  const of = (status: string | null, ...sources: string[]) => {
    const found = accessOf(entries, { status, sources });
    return found && [found.access, found.initiative];
  };
  const continuing = "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION";

  it("follows from the situation on entry and who pays", () => {
    deepEqual(of("apprentice"), ["FORMATION_INITIALE_APPRENTISSAGE", undefined]);
    deepEqual(of("private-employee", "employer-plan"), [continuing, undefined]);
    deepEqual(of("own-cost", "personal"), [continuing, "CERTIFIE"]);
    deepEqual(of("job-seeker", "france-travail"), [continuing, "POLE_EMPLOI"]);
    deepEqual(of("job-seeker", "region"), [continuing, undefined]);
  });

  it("is not said where nobody knows it, nor invented", () => {
    equal(of(null, "personal"), undefined);
    equal(of("other"), undefined);
    const last = { case: "rest", access: "CANDIDAT_LIBRE" } as unknown as AccessEntry;
    equal(accessOf([...entries, last], { status: null, sources: [] }), last);
  });
});

describe("the holder of a diploma", () => {
  const identity = {
    birthName: "Durand",
    givenNames: "Claire Marie",
    sex: "F",
    bornOn: "1988-02-28",
    birthCountry: "FR",
    birthCommune: "93066 Saint-Denis (Seine-Saint-Denis)",
  };
  const lacks = (more: object) => {
    const found = holderOf({ ...identity, ...more });
    return "lacks" in found ? found.lacks : [];
  };

  it("is named by all that the civil register has, and by nothing else", () => {
    deepEqual(holderOf(identity), {
      holder: {
        birthName: "Durand",
        usedName: null,
        given: ["Claire", "Marie"],
        year: 1988,
        month: 2,
        day: 28,
        sex: "F",
        insee: "93066",
        place: "Saint-Denis",
        country: null,
      },
    });
  });

  it("lacks, each by its name, what is empty, unreal or not of a list", () => {
    deepEqual(lacks({}), []);
    deepEqual(lacks({ birthName: " ", givenNames: "", bornOn: "1988-02-30", sex: "" }), [
      "birthName",
      "givenNames",
      "bornOn",
      "sex",
    ]);
    deepEqual(lacks({ birthCountry: "" }), ["birthCountry"]);
    deepEqual(lacks({ birthCommune: "? Saint-Truc" }), ["birthCommune"]);
    deepEqual(lacks({ birthCommune: "Saint-Denis" }), ["birthCommune"]);
    deepEqual(lacks({ birthCountry: "AQ" }), ["country-code"]);
    deepEqual("lacks" in holderOf({}), true);
  });

  it("is not cut to fit: sixty letters go, sixty-one are said, accents and emoji counted once", () => {
    deepEqual(lacks({ birthName: "é".repeat(60) }), []);
    deepEqual(lacks({ birthName: "é".repeat(61) }), ["long-birthName"]);
    deepEqual(lacks({ usedName: "x".repeat(61), givenNames: "y".repeat(61) }), ["long-usedName", "long-givenNames"]);
    deepEqual(lacks({ birthCountry: "DZ", birthCity: "z".repeat(61) }), ["long-place"]);
  });

  it("bears the apostrophe of the civil register and one space between words", () => {
    equal(plainLine(" D’Aumont\u00a0 de\tL‘Isle\u200b "), "D'Aumont de L'Isle");
    equal(plainLine("e\u0301"), "é");
  });

  it("bears no name in use where it is the name at birth", () => {
    const used = (usedName: string) => {
      const found = holderOf({ ...identity, usedName });
      return "holder" in found ? found.holder.usedName : undefined;
    };
    deepEqual([used("Durand"), used("Lefèvre")], [null, "Lefèvre"]);
  });
});
