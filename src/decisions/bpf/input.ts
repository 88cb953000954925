/** The input schema of the yearly declaration: the year, its documents, charges, trainers and enrolments. */
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { among, day, decisionInput, integer, LIMITS, listOf, notBefore, record, text } from "../../law/input.ts";
import type { Money } from "../../law/money.ts";
import { type BpfInput, COUNTS, DOCUMENTS, FEES, RECOGNITIONS, TRAINERS } from "./rule.ts";

const MOST = { lines: 5_000, attended: 400, minutes: 1_000_000 } as const;

export function bpfSchema({ payers, declaration }: Money): JsonSchema {
  const source = among([...payers.map(({ payer }) => payer), FEES]);
  const cents = integer(0, LIMITS.cents);
  const minutes = integer(0, MOST.minutes);
  const all = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) =>
    record(properties, required);
  const range = all({ from: day, to: day });
  return decisionInput(
    {
      from: day,
      to: day,
      recognition: among(RECOGNITIONS),
      count: among(COUNTS),
      lines: listOf(
        all(
          { document: text, kind: among(DOCUMENTS), on: day, source, amount: integer(1, LIMITS.cents), period: range },
          ["document", "kind", "on", "source", "amount"],
        ),
        MOST.lines,
      ),
      declared: listOf(all({ document: text, source, amount: integer(-LIMITS.cents, LIMITS.cents) }), MOST.lines),
      otherTurnover: cents,
      charges: all({ total: cents, trainerSalaries: cents, purchases: cents }),
      trainers: listOf(all({ id: text, as: among(TRAINERS), minutes }), MOST.lines),
      enrolments: listOf(
        all(
          {
            person: text,
            status: among(declaration.statuses.map(({ status }) => status)),
            goal: among(declaration.goals.map(({ goal }) => goal)),
            speciality: {
              says: { fr: "un code de spécialité à trois chiffres", en: "a code of a speciality, three digits" },
              type: "string",
              pattern: "^[0-9]{3}$",
            },
            from: day,
            to: day,
            attended: listOf(all({ on: day, minutes }), MOST.attended),
            entrustedTo: text,
            entrustedBy: text,
          },
          ["person", "status", "goal", "speciality", "from", "attended"],
        ),
        MOST.lines,
      ),
    },
    ["from", "to", "lines", "charges", "trainers", "enrolments"],
  );
}

export function bpfIssues({ from, to, lines, charges, enrolments }: BpfInput): Issue[] {
  return [
    ...notBefore("to", to, from),
    ...lines.flatMap(({ period }, at) => (period ? notBefore(`lines[${at}].period.to`, period.to, period.from) : [])),
    ...(charges.trainerSalaries + charges.purchases > charges.total
      ? [
          issue(
            "charges",
            "Les salaires et les achats dépassent le total des charges.",
            "Salaries and purchases exceed the total of charges.",
          ),
        ]
      : []),
    ...enrolments.flatMap((one, at) => [
      ...(one.to === undefined ? [] : notBefore(`enrolments[${at}].to`, one.to, one.from)),
      ...(one.entrustedTo !== undefined && one.entrustedBy !== undefined
        ? [
            issue(
              `enrolments[${at}].entrustedBy`,
              "Confié à un autre, ou par un autre : l’un des deux.",
              "Entrusted to another, or by another: one of the two.",
            ),
          ]
        : []),
    ]),
  ];
}
