import { deepEqual, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import { readCandidate, readJury, readResult } from "./sealed.ts";

/** As the first version sealed them. */
const CANDIDATE = {
  candidate: "a",
  name: "Ada Lovelace",
  enrolment: "b",
  on: "2027-06-30",
  exams: ["x"],
  certification: { diploma: "d" },
  marks: [{ exam: "x", component: "", by: "Ben", mark: 1250, missed: null, anew: null }],
  domains: [{ domain: "x", status: "validated", points: 12.5, threshold: null }],
  validated: ["x"],
  acquired: ["x"],
  outcome: "partial",
  votes: [{ exam: "x", outcome: "validated" }],
  salt: "00",
};
const JURY = {
  jury: "j",
  session: "Juin",
  on: "2027-06-30",
  place: "",
  presides: "Ben",
  closedAt: "2027-06-30T15:00:00.000Z",
  decision: {},
  regular: true,
  corrects: null,
  ground: null,
  left: [],
};

describe("what a jury sealed", () => {
  it("is read whole from its text, whatever a later version added", () => {
    deepEqual(readCandidate(JSON.stringify(CANDIDATE)), CANDIDATE);
    deepEqual(readJury(JSON.stringify({ ...JURY, later: 1 })), { ...JURY, later: 1 });
    deepEqual(readResult({ validated: [], acquired: [], domains: [] }), { validated: [], acquired: [], domains: [] });
  });

  it("is not read as what it is not", () => {
    const [mark] = CANDIDATE.marks;
    throws(
      () => readCandidate({ ...CANDIDATE, marks: [{ ...mark, mark: "12,50" }] }),
      /sealed candidate: marks\[0\]\.mark/,
    );
    throws(() => readCandidate(JSON.stringify(JURY)), /no sealed candidate/);
    throws(() => readJury({ ...JURY, on: "30/06/2027" }), /sealed jury: on/);
    throws(() => readResult({ validated: [], acquired: [] }), /notified result: domains/);
  });
});
