/** The input schema of the quote: the pathway's input, a track and the funders. */
import { type CommonInput, invalid, type Rejection } from "../../law/decision.ts";
import { sayMoney } from "../../kit/lang.ts";
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { among, decisionInput, LIMITS, listOf, onlyOnce, record } from "../../law/input.ts";
import type { Law } from "../../law/law.ts";
import { pathwayRule } from "../pathway/rule.ts";
import { grantRejection, maquetteRejection, pathwayIssues, pathwayProperties } from "../pathway/input.ts";
import { type QuoteInput, quoteLines, sum, tuitionOf } from "./rule.ts";

export function quoteSchema({ diploma, school }: Law): JsonSchema {
  const amount: JsonSchema = { type: "integer", minimum: 1, maximum: LIMITS.cents };
  const source = among(school.funders.map((entry) => entry.funder));
  return decisionInput(
    {
      ...pathwayProperties(diploma),
      track: among(school.tracks.map((entry) => entry.track)),
      funding: listOf(record({ source, amount }, ["source"]), LIMITS.funders),
    },
    ["titles", "track", "funding"],
  );
}

/** Built once per law: `invalid`, `maquette`, `grant`, then `funding`. */
export function quoteRejection(law: Law): (input: QuoteInput & CommonInput) => Rejection | undefined {
  const pathway = pathwayRule(law);
  return (input) =>
    invalid([...pathwayIssues(law.diploma, input), ...fundingIssues(law, input)]) ??
    maquetteRejection(law, input) ??
    grantRejection(law, input) ??
    overfunded(input, tuitionOf(quoteLines(law, input.track, pathway(input).totals)));
}

function fundingIssues({ school }: Law, { funding }: QuoteInput): Issue[] {
  const personal = school.funders.find((entry) => entry.personal)!.funder;
  const open = funding.flatMap((funder, index) =>
    funder.amount === undefined && funder.source !== personal ? [index] : [],
  );
  return [
    ...onlyOnce(
      funding.map((one) => one.source),
      (at) => `funding[${at}].source`,
    ),
    ...funding.flatMap((funder, at) =>
      funder.source === personal && funder.amount !== undefined
        ? [
            issue(
              `funding[${at}].amount`,
              "Le financement personnel prend ce qui reste : il n’a pas de montant.",
              "Personal funding takes what is left: it has no amount.",
            ),
          ]
        : [],
    ),
    ...open
      .slice(1)
      .map((at) =>
        issue(
          `funding[${at}]`,
          "Un seul financeur peut être sans montant : il prend ce qui reste.",
          "Only one funder may have no amount: it takes what is left.",
        ),
      ),
  ];
}

function overfunded({ funding }: QuoteInput, tuition: number): Rejection | undefined {
  const fixed = sum(funding.map((one) => one.amount ?? 0));
  if (fixed <= tuition) return undefined;
  return {
    code: "funding",
    issues: [
      issue(
        "funding",
        `Les financements (${sayMoney(fixed, "fr")}) dépassent le coût pédagogique (${sayMoney(tuition, "fr")}).`,
        `The funding (${sayMoney(fixed, "en")}) exceeds the tuition (${sayMoney(tuition, "en")}).`,
      ),
    ],
  };
}
