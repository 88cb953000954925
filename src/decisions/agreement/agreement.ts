/** The decision on the agreement, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import { computedDay } from "../../law/answer.ts";
import type { Decision } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, record } from "../../law/input.ts";
import { PAPERS } from "../../law/money.ts";
import { withMoney } from "../../law/money-decision.ts";
import { agreementRejection, agreementSchema } from "./input.ts";
import { type AgreementAnswer, type AgreementInput, agreementRule, ENROLMENTS, STATES } from "./rule.ts";
import { sentences } from "./sentences.ts";

const string = { type: "string" };
const cents = { type: "integer" };

export const agreement: Decision<AgreementInput, AgreementAnswer> = {
  name: "agreement",
  label: { fr: "Contrat ou convention", en: "Contract or convention" },
  answer: record(
    {
      papers: {
        type: "array",
        items: record(
          {
            source: string,
            paper: among(PAPERS),
            amount: cents,
            state: among(STATES),
            missing: { type: "array", items: string },
          },
          ["source", "paper", "amount", "state", "missing"],
        ),
      },
      withdrawal: {
        anyOf: [record({ lastDay: computedDay, late: { type: "boolean" } }, ["lastDay", "late"]), { type: "null" }],
      },
      money: {
        anyOf: [record({ from: computedDay, first: cents, rest: cents }, ["from", "first", "rest"]), { type: "null" }],
      },
      enrolment: among(ENROLMENTS),
    },
    ["papers", "withdrawal", "money", "enrolment"],
  ),
  ready: (law) =>
    withMoney(law, (money) => ({
      schema: agreementSchema(money),
      check: agreementRejection(money),
      decide: agreementRule(money, law.establishment.holidays),
      say,
    })),
};

function say({ papers, withdrawal, money, enrolment, findings }: AgreementAnswer, lang: Lang): Record<string, unknown> {
  return {
    papers: papers.map(({ payer, paper, amount, state, missing }) => ({
      source: payer.payer,
      paper,
      amount,
      state,
      missing: missing.map((one) => one.particular),
    })),
    withdrawal,
    money,
    enrolment,
    findings: sayFindings(findings, sentences, lang),
  };
}
