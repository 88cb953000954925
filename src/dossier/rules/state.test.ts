import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { barred } from "../../kit/machine.ts";
import { DOSSIER, DOSSIER_STATES, type DossierFact, dossierState, isOpen } from "./state.ts";

const begun = { kind: "begun" } as const;
const submitted = { kind: "submitted", late: false } as const;
const asked = { kind: "complement-asked", items: ["cv"], dueOn: "2027-03-01" } as const;

const fact: fc.Arbitrary<DossierFact> = fc.oneof(
  fc.constant(begun),
  fc.record({ kind: fc.constant("submitted" as const), late: fc.boolean() }),
  fc.constant({ kind: "taken-back" } as const),
  fc.constant({ kind: "withdrawn" } as const),
  fc.constant(asked),
  fc.constant({ kind: "complement-given" } as const),
  fc.constant({ kind: "late-accepted" } as const),
  fc.constant({ kind: "late-declined" } as const),
  fc.constant({ kind: "resumed" } as const),
  fc.constant({ kind: "judged" } as const),
);
/** All but going back on having withdrawn it. */
const later = fact.filter(({ kind }) => kind !== "resumed");

describe("where a dossier stands", () => {
  it("is a draft, all open, until it is submitted, and then nothing of it is", () => {
    deepEqual(dossierState([begun]), { state: "draft", dueOn: null, open: "all" });
    deepEqual(dossierState([begun, submitted]), { state: "submitted", dueOn: null, open: [] });
  });

  it("is a draft again once taken back, and can be submitted again", () => {
    equal(dossierState([begun, submitted, { kind: "taken-back" }]).open, "all");
    equal(dossierState([begun, submitted, { kind: "taken-back" }, submitted]).state, "submitted");
  });

  it("opens only what a complement asks for, until its day", () => {
    const state = dossierState([begun, submitted, asked]);
    equal(state.dueOn, "2027-03-01");
    equal(isOpen(state, "cv"), true);
    equal(isOpen(state, "identity"), false);
    deepEqual(dossierState([begun, submitted, asked, { kind: "complement-given" }]).open, []);
  });

  it("is late when submitted after the closing, until the school takes it", () => {
    const late = { kind: "submitted", late: true } as const;
    equal(dossierState([begun, late]).state, "late");
    equal(dossierState([begun, late, { kind: "late-accepted" }]).state, "submitted");
  });

  it("stays withdrawn whatever comes after", () => {
    fc.assert(
      fc.property(fc.array(fact), fc.array(later), (before, after) => {
        equal(dossierState([...before, { kind: "withdrawn" }, ...after]).state, "withdrawn");
      }),
    );
  });

  it("stands where it stood once the person resumes it, whatever was tried meanwhile", () => {
    const resumed = { kind: "resumed" } as const;
    fc.assert(
      fc.property(fc.array(fact), fc.array(later), (before, meanwhile) => {
        const stood = dossierState(before);
        if (stood.state === "withdrawn") return;
        deepEqual(dossierState([...before, { kind: "withdrawn" }, ...meanwhile, resumed]), stood);
        deepEqual(dossierState([...before, resumed]), stood);
      }),
    );
  });

  it("has a day to answer by exactly while a complement is asked for", () => {
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        const { state, dueOn } = dossierState(facts);
        equal(dueOn !== null, state === "complement");
      }),
    );
  });
});

describe("the table of what may happen to a dossier", () => {
  const every = Object.entries(DOSSIER.moves);

  it("is what moves it: to one of the states it names, and nowhere from any other", () => {
    fc.assert(
      fc.property(fc.array(fact), fact, (facts, next) => {
        const before = dossierState(facts);
        const after = dossierState([...facts, next]);
        const { from, to } = DOSSIER.moves[next.kind];
        if (!from.includes(before.state)) deepEqual(after, before);
        else if (to) ok(to.includes(after.state), `${before.state} → ${next.kind} → ${after.state}`);
        else equal(after.state, before.state);
      }),
    );
  });

  it("leads into each state and out of it again", () => {
    for (const state of DOSSIER_STATES) {
      ok(every.some(([, { to }]) => to?.includes(state)));
      ok(every.some(([, { from, to }]) => to && from.includes(state) && !to.includes(state)));
    }
  });

  it("says why something may not happen, and nothing where it may", () => {
    const [why] = barred(DOSSIER, "late-accepted", "withdrawn");
    equal(
      why?.message("fr"),
      "Ce dossier est retiré : cela ne se fait que tant qu’il est déposé après la clôture ou écarté.",
    );
    equal(
      why?.message("en"),
      "This application is withdrawn: this is done only while it is submitted after the closing or declined.",
    );
    equal(why?.path, "dossier");
    deepEqual(barred(DOSSIER, "late-accepted", "late"), []);
  });
});

describe("what the school does with a dossier", () => {
  const late = { kind: "submitted", late: true } as const;
  const given = { kind: "complement-given" } as const;
  const accepted = { kind: "late-accepted" } as const;

  it("leaves a late one late when its complement is given, unless it was taken meanwhile", () => {
    equal(dossierState([begun, late, asked, given]).state, "late");
    equal(dossierState([begun, submitted, asked, given]).state, "submitted");
    equal(dossierState([begun, late, { kind: "taken-back" }, submitted, asked, given]).state, "submitted");
    equal(dossierState([begun, late, accepted, asked, given]).state, "submitted");
  });

  it("may decline a late one, which opens nothing, and accept it after all", () => {
    const declined = { kind: "late-declined" } as const;
    deepEqual(dossierState([begun, late, declined]), { state: "declined", dueOn: null, open: [] });
    deepEqual(dossierState([begun, late, declined, accepted]), dossierState([begun, submitted]));
  });

  it("opens nothing of one withdrawn, not even a complement’s", () =>
    deepEqual(dossierState([begun, submitted, asked, { kind: "withdrawn" }]), {
      state: "withdrawn",
      dueOn: null,
      open: [],
    }));

  it("begins as a draft when it enters it, and stays as it is when the person confirms, disputes or takes it over", () => {
    const entered = { kind: "entered" } as const;
    equal(dossierState([entered]).state, "draft");
    for (const kind of ["confirmed", "disputed", "taken-over"] as const)
      deepEqual(dossierState([entered, submitted, { kind }]), dossierState([entered, submitted]));
  });

  it("has all parts of a draft open", () => equal(isOpen(dossierState([]), "anything"), true));
});
