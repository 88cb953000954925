import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type DossierFact } from "./state.ts";
import { placeInQueue } from "./place.ts";

const begun = { kind: "begun" } as const;
const entered = { kind: "entered" } as const;
const submitted = { kind: "submitted", late: false } as const;
const byHand = { ...submitted, byHand: true, number: "D-2026-000001-1" } as const;
const asked = { kind: "complement-asked", items: ["cv"], dueOn: "2027-03-01" } as const;
const given = { kind: "complement-given" } as const;

describe("the place of a dossier in the queue", () => {
  it("is that of its state, until the school has asked something of it", () => {
    equal(placeInQueue([begun]).standing, "draft");
    equal(placeInQueue([begun, submitted]).standing, "submitted");
    equal(placeInQueue([begun, submitted, asked]).standing, "complement");
    equal(placeInQueue([begun, submitted, asked, given]).standing, "answered");
  });

  it("is with what the office has to finish while it enters a dossier, and no more once it is the person’s own", () => {
    equal(placeInQueue([entered]).standing, "entering");
    equal(placeInQueue([entered, byHand]).standing, "submitted");
    equal(placeInQueue([entered, byHand, { kind: "taken-over" }, { kind: "taken-back" }]).standing, "draft");
  });

  it("is to be confirmed while the person has not said that this receipt is right", () => {
    const first = { kind: "confirmed", receipt: "D-2026-000001-1" } as const;
    const again = { ...byHand, number: "D-2026-000001-2" } as const;
    equal(placeInQueue([entered]).toConfirm, false);
    equal(placeInQueue([entered, asked]).toConfirm, false);
    equal(placeInQueue([entered, byHand]).toConfirm, true);
    equal(placeInQueue([entered, byHand, { kind: "disputed" }]).toConfirm, true);
    equal(placeInQueue([entered, byHand, first]).toConfirm, false);
    equal(placeInQueue([entered, byHand, first, { kind: "taken-back" }, again]).toConfirm, true);
    equal(placeInQueue([entered, byHand, { kind: "withdrawn" }]).toConfirm, false);
    // What they hand in themselves needs nobody’s confirmation.
    equal(placeInQueue([entered, byHand, { kind: "taken-over" }, { kind: "taken-back" }, submitted]).toConfirm, false);
  });

  it("is of what was handed in late as of the rest, and of what the office handed in as a complement", () => {
    const late = { kind: "submitted", late: true } as const;
    equal(placeInQueue([begun, late, asked, given]).standing, "answered");
    equal(placeInQueue([begun, late]).standing, "late");
    const byOffice = { ...given, byHand: true, number: "D-2026-000001-2" } as const;
    equal(placeInQueue([begun, submitted, asked, byOffice]).toConfirm, true);
    const other = { kind: "disputed", receipt: "D-2026-000001-2" } as never;
    equal(placeInQueue([begun, submitted, asked, byOffice, other]).toConfirm, true);
    equal(placeInQueue([entered, byHand, { kind: "taken-back" }]).toConfirm, false);
  });

  it("is with what is being examined once a part was seen, and ready once every part was and conforms", () => {
    const judged = (item: string, conform: boolean, of = 2) => ({ kind: "judged", item, conform, of }) as const;
    const stands = (...facts: DossierFact[]) => {
      const { standing, seen, parts } = placeInQueue([begun, submitted, ...facts]);
      return [standing, seen, parts];
    };
    deepEqual(stands(), ["submitted", 0, 0]);
    deepEqual(stands(judged("cv", true)), ["examining", 1, 2]);
    deepEqual(stands(judged("cv", true), judged("cv", true)), ["examining", 1, 2]);
    deepEqual(stands(judged("cv", true), judged("identity", true)), ["checked", 2, 2]);
    deepEqual(stands(judged("cv", false), judged("identity", true)), ["examining", 2, 2]);
    deepEqual(stands(judged("cv", false), judged("identity", true), judged("cv", true)), ["checked", 2, 2]);
    // A piece came with the complement: there are more parts than there were.
    deepEqual(stands(judged("cv", true), judged("identity", true, 3)), ["examining", 2, 3]);
    // Given before it was said of how many parts.
    deepEqual(stands({ kind: "judged" }), ["submitted", 0, 0]);
    deepEqual(stands({ kind: "judged", item: "cv", conform: true }), ["submitted", 0, 0]);
  });

  it("is to be seen again as far as it was handed in again", () => {
    const judged = (item: string) => ({ kind: "judged", item, conform: true, of: 2 }) as const;
    const both = [begun, submitted, judged("cv"), judged("identity"), asked] as const;
    const after = (facts: readonly DossierFact[]) => {
      const { standing, seen } = placeInQueue(facts);
      return [standing, seen];
    };
    deepEqual(after(both), ["complement", 2]);
    deepEqual(after([...both, given]), ["checked", 2]);
    deepEqual(after([...both, { ...given, items: ["cv"] }]), ["answered", 1]);
    deepEqual(after([...both, { ...given, items: ["cv"] }, judged("cv")]), ["checked", 2]);
    deepEqual(after([begun, submitted, judged("cv"), { kind: "taken-back" }, submitted]), ["submitted", 0]);
    deepEqual(after([begun, { kind: "submitted", late: true }, judged("cv"), judged("identity")]), ["late", 2]);
  });

  it("counts the parts seen of what was last handed in, and none of a judgment that names no part", () => {
    const judged = (more: object) => ({ kind: "judged", ...more }) as const;
    const seen = (...facts: Parameters<typeof placeInQueue>[0]) => {
      const place = placeInQueue([begun, submitted, ...facts]);
      return [place.seen, place.parts];
    };
    for (const none of [{}, { item: "cv" }, { of: 3 }]) deepEqual(seen(judged(none)), [0, 0]);
    deepEqual(seen(judged({ item: "cv", of: 3, conform: true })), [1, 3]);
    deepEqual(seen(judged({ item: "cv", of: 3, conform: true }), { kind: "taken-back" }, submitted), [0, 0]);
  });

  it("names whoever was given it last, or nobody", () => {
    const to = (account: string | null) => ({ kind: "assigned", to: account }) as const;
    deepEqual(
      [
        [begun],
        [begun, to("a")],
        [begun, to("a"), submitted],
        [begun, to("a"), submitted, to("b")],
        [begun, to("a"), to(null)],
      ].map((facts) => placeInQueue(facts).officer),
      [null, "a", "a", "b", null],
    );
  });
});
