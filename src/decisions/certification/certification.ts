/** The certification decision, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { computedDay, findingsAnswer } from "../../law/answer.ts";
import { type CommonInput, type Decision, invalid } from "../../law/decision.ts";
import type { Diploma, DomainEntry } from "../../law/diploma.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, choose, day, decisionInput, has, notAfter, record, text } from "../../law/input.ts";
import type { Law } from "../../law/law.ts";
import {
  type CertificationAnswer,
  certificationRule,
  type DispensedInput,
  dispenseOf,
  type DomainInput,
} from "./rule.ts";
import { sentences } from "./sentences.ts";

/** In JSON each domain is a key of its own. */
type Wire = CommonInput & {
  readonly notifiedOn?: string;
  readonly clockStartedOn?: string;
  readonly keptUntil?: string;
  readonly [domain: string]: unknown;
};

const string = { type: "string" };
const names = { type: "array", items: string };

export const certification: Decision<Wire, CertificationAnswer> = {
  name: "certification",
  label: { fr: "Certification", en: "Certification" },
  answer: record(
    {
      domains: {
        type: "array",
        items: record(
          {
            domain: string,
            status: string,
            points: { type: "number" },
            threshold: { type: "number" },
            findings: findingsAnswer,
          },
          ["domain", "status", "findings"],
        ),
      },
      outcome: among(["diploma", "partial", "none", "pending"]),
      validated: names,
      acquired: names,
      completeBy: computedDay,
    },
    ["domains", "outcome", "validated", "acquired", "completeBy"],
  ),
  ready: (law) => {
    const rule = certificationRule(law);
    const domains = law.diploma.domains.map((entry) => entry.domain);
    return {
      schema: inputSchema(law.diploma),
      check: (input) => invalid(issuesOf(law, input)),
      decide: (input) =>
        rule({
          ...input,
          domains: new Map(domains.flatMap((name) => (name in input ? [[name, input[name] as DomainInput]] : []))),
        }),
      say,
    };
  },
};

function inputSchema(law: Diploma): JsonSchema {
  const mark: JsonSchema = { type: "number", minimum: 0, maximum: law.marks.max, decimals: 2 };
  const missed = among(law.missed.map((entry) => entry.missed));
  const domains = Object.fromEntries(
    law.domains.map((entry) => [entry.domain, domainSchema(law, entry, mark, missed)]),
  );
  return decisionInput({ notifiedOn: day, ...(law.clock && { clockStartedOn: day, keptUntil: day }), ...domains }, []);
}

function domainSchema(law: Diploma, { domain, exam }: DomainEntry, mark: JsonSchema, missed: JsonSchema): JsonSchema {
  const jury = record({ validated: { type: "boolean" }, ground: text }, ["validated", "ground"]);
  const titles = law.reliefs.filter((relief) => dispenseOf(law, relief.title, domain)).map((relief) => relief.title);
  const dispensed = record({ dispensedBy: among(titles), confirmedBy: text, confirmed: { type: "boolean" } }, [
    "dispensedBy",
  ]);
  const held = record({ validatedOn: day }, ["validatedOn"]);
  return choose(
    [
      ...(titles.length > 0 ? ([[has("dispensedBy"), dispensed]] as const) : []),
      [has("validatedOn"), held],
      [has("missed"), record({ missed, jury }, ["missed"])],
    ],
    exam.result === "agreed"
      ? agreedSchema(exam.marks!, mark, jury)
      : partsSchema(exam.components!, mark, missed, jury),
  );
}

function agreedSchema(count: number, mark: JsonSchema, jury: JsonSchema): JsonSchema {
  return record({ marks: { type: "array", items: mark, minItems: count, maxItems: count }, agreed: mark, jury }, [
    "marks",
  ]);
}

function partsSchema(
  components: NonNullable<DomainEntry["exam"]["components"]>,
  mark: JsonSchema,
  missed: JsonSchema,
  jury: JsonSchema,
): JsonSchema {
  // A string is validated as a missed exam, so that the error lists the allowed words; anything else as a mark.
  const names = (missed.enum as readonly string[]).map((name) => `"${name}"`).join(", ");
  const says = {
    fr: `un nombre de 0 à ${String(mark.maximum)}, ou l’un de ces mots : ${names}`,
    en: `a number from 0 to ${String(mark.maximum)}, or one of these words: ${names}`,
  };
  const part = choose([[{ type: "string" }, { ...missed, says }]], mark);
  const keys = components.map((one) => one.component);
  return record({ ...Object.fromEntries(keys.map((key) => [key, part])), jury }, keys);
}

function issuesOf({ diploma }: Law, input: Wire): Issue[] {
  return [
    ...(input.notifiedOn !== undefined && input.notifiedOn < input.on
      ? [
          issue(
            "notifiedOn",
            "La notification ne peut pas précéder la délibération.",
            "Notification cannot come before the deliberation.",
          ),
        ]
      : []),
    ...notAfter("clockStartedOn", input.clockStartedOn, input.on),
    ...(input.keptUntil !== undefined && !hasClock(diploma, input)
      ? [
          issue(
            "keptUntil",
            "Rien n’a été validé dont le délai court : il n’y a rien à maintenir.",
            "Nothing was validated whose time runs: there is nothing to keep.",
          ),
        ]
      : []),
    ...diploma.domains.flatMap(({ domain }) =>
      domainIssues(diploma, domain, input[domain] as DomainInput | undefined, input.on),
    ),
  ];
}

function hasClock({ domains }: Diploma, input: Wire): boolean {
  const held = domains.some(({ domain }) => {
    const known = input[domain] as DomainInput | undefined;
    return known !== undefined && "validatedOn" in known;
  });
  return held || input.clockStartedOn !== undefined;
}

function domainIssues(law: Diploma, domain: string, known: DomainInput | undefined, on: string): Issue[] {
  if (known === undefined) return [];
  if ("validatedOn" in known) return notAfter(`${domain}.validatedOn`, known.validatedOn as string, on);
  return "dispensedBy" in known ? confirmationIssues(law, domain, known as DispensedInput) : [];
}

function confirmationIssues(law: Diploma, domain: string, dispensed: DispensedInput): Issue[] {
  if (dispensed.confirmedBy === undefined) {
    if (dispensed.confirmed === undefined) return [];
    return [
      issue(
        `${domain}.confirmed`,
        "Une confirmation dit qui l’a donnée (confirmedBy).",
        "A confirmation says who gave it (confirmedBy).",
      ),
    ];
  }
  if (dispenseOf(law, dispensed.dispensedBy, domain)?.exam === "contested") return [];
  return [
    issue(
      `${domain}.confirmedBy`,
      "Cette dispense n’est pas contestée : elle ne se confirme pas.",
      "This dispense is not contested: it takes no confirmation.",
    ),
  ];
}

function say(answer: CertificationAnswer, lang: Lang): Record<string, unknown> {
  return {
    domains: answer.domains.map(({ domain, findings, ...rest }) => ({
      domain: domain.domain,
      ...rest,
      findings: sayFindings(findings, sentences, lang),
    })),
    outcome: answer.outcome,
    validated: answer.validated,
    acquired: answer.acquired,
    completeBy: answer.completeBy,
    findings: sayFindings(answer.findings, sentences, lang),
  };
}
