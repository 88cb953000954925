/** What must hold of whatever is certified, and of every jury, on random people. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { certificationInput } from "../oracle/certification-arbitraries.ts";
import type * as contract from "../oracle/contract.ts";
import { juryInput } from "../oracle/jury-arbitraries.ts";
import { answer, bare, beside, check } from "./trying.ts";

describe("certification", () => {
  const DOMAINS = ["DF1", "DF2", "DF3"] as const;
  const judged = (entry: object | undefined) =>
    entry !== undefined && !("validatedOn" in entry) && !("dispensedBy" in entry);
  const certification = (input: object) => answer("certification", input) as contract.CertificationAnswer;

  it("gives no domain another result because of the marks of a third", () => {
    check(beside(certificationInput, certificationInput), ([input, other]) => {
      const before = certification(input);
      for (const domain of DOMAINS) {
        if (!judged(input[domain]) || !judged(other[domain])) continue;
        const after = certification({ ...input, [domain]: other[domain] });
        const others = (result: contract.CertificationAnswer) =>
          bare(result.domains.filter((one) => one.domain !== domain));
        deepEqual(others(after), others(before));
      }
    });
  });

  it("awards the diploma when and only when all domains are acquired", () => {
    check(certificationInput, (input) => {
      const { domains, outcome, acquired, validated, completeBy } = certification(input);
      const having = (...statuses: string[]) =>
        domains.filter((one) => statuses.includes(one.status)).map((one) => one.domain);
      deepEqual([validated, acquired], [having("validated"), having("validated", "held", "dispensed")]);
      equal(outcome === "diploma", acquired.length === DOMAINS.length);
      if (outcome === "diploma") equal(completeBy, null);
      if (completeBy !== null) ok(completeBy >= input.on);
    });
  });

  it("says points and threshold together, and only where marks gave a result", () => {
    check(certificationInput, (input) => {
      for (const { status, points, threshold } of certification(input).domains) {
        equal(points === undefined, threshold === undefined);
        if (points !== undefined) ok(["validated", "not-validated"].includes(status));
      }
    });
  });
});

describe("a jury", () => {
  type Said = { condition: string; met: boolean | null };
  type Looked = { regular: boolean; findings: Said[] };
  type Candidate = Looked & { exams: { exam: string; entitled: string[]; outcome: string }[] };
  type Answer = Looked & { candidates: Candidate[]; mayClose: boolean };
  const jury = (input: object) => answer("jury", input) as Answer;
  const outcomes = ({ candidates }: Answer) => candidates.map(({ exams }) => exams.map(({ outcome }) => outcome));

  it("closes only what is regular and decided, but for whoever was adjourned", () => {
    check(juryInput, (input) => {
      const { mayClose, regular, candidates } = jury(input);
      if (!mayClose) return;
      ok(regular);
      for (const [at, one] of candidates.entries()) {
        if (input.candidates[at]!.adjourned === true) continue;
        ok(one.regular);
        for (const { outcome, entitled } of one.exams) {
          ok(entitled.length > 0);
          ok(["validated", "not-validated", "adopted"].includes(outcome), outcome);
        }
      }
    });
  });

  it("never lets somebody decide twice, or who is recused, or who is neither appointed and present nor the director", () => {
    check(juryInput, (input) => {
      for (const [at, { exams }] of jury(input).candidates.entries()) {
        const { links = [], director } = input.candidates[at]!;
        const away = links.filter(({ kind }) => !["hierarchy", "taught"].includes(kind)).map(({ member }) => member);
        for (const { entitled } of exams) {
          equal(new Set(entitled).size, entitled.length);
          for (const id of entitled) {
            ok(!away.includes(id), `${id} is recused`);
            const member = input.members.find((one) => one.id === id);
            ok(id === director || (member?.present === true && member.appointedOn !== undefined), id);
          }
        }
      }
    });
  });

  it("decides the same with one abstention more, unless nobody had voted", () => {
    check(juryInput, (input) => {
      const more = input.candidates.map((one) => ({
        ...one,
        ...(one.votes && {
          votes: one.votes.map((each) =>
            each.for + each.against + each.abstain === 0 ? each : { ...each, abstain: Math.min(200, each.abstain + 1) },
          ),
        }),
      }));
      deepEqual(outcomes(jury({ ...input, candidates: more })), outcomes(jury(input)));
    });
  });

  it("is made no less regular by an override, which changes neither what is met nor what was decided", () => {
    check(juryInput, (input) => {
      const plain = Object.fromEntries(Object.entries(input).filter(([key]) => key !== "override"));
      const override = { rules: ["colleges", "share", "parity"], by: "DREETS", ground: "absence" };
      const [before, after] = [jury(plain), jury({ ...plain, override })];
      ok(!before.regular || after.regular);
      before.candidates.forEach((one, at) => ok(!one.regular || after.candidates[at]!.regular));
      deepEqual(outcomes(after), outcomes(before));
      const met = ({ findings }: Looked) => findings.filter(({ condition }) => condition !== "override").map(short);
      deepEqual([after, ...after.candidates].map(met), [before, ...before.candidates].map(met));
    });
  });

  it("judges one candidate without regard to another", () => {
    check(juryInput, (input) => {
      const { candidates } = jury(input);
      for (const [at, one] of candidates.entries())
        deepEqual(jury({ ...input, candidates: [input.candidates[at]!] }).candidates, [one]);
    });
  });

  const short = ({ condition, met }: Said) => `${condition} ${met}`;
});
