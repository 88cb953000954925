/** The result of one domain from its marks, and from the jury's ruling. */
import type { Diploma, DomainEntry, ExamEntry } from "../../law/diploma.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";

export type Status =
  | "validated"
  | "not-validated"
  | "dispensed"
  | "held"
  | "lapsed"
  | "not-sat"
  | "needs-agreement"
  | "needs-decision"
  | (string & {});
export type DomainResult = {
  readonly domain: DomainEntry;
  readonly status: Status;
  readonly points?: number;
  readonly threshold?: number;
  readonly findings: readonly Finding[];
};

type JuryInput = { readonly validated: boolean; readonly ground: string };
/** Parts by component, or several marks and their agreement, or what was missed. */
export type JudgedInput = {
  readonly missed?: string;
  readonly marks?: readonly number[];
  readonly agreed?: number;
  readonly jury?: JuryInput;
  readonly [component: string]: unknown;
};

type Computed = { readonly status: Status; readonly points?: number; readonly findings: readonly Finding[] };

/** Marks have at most two decimals, so hundredths are exact. */
const hundredths = (mark: number) => Math.round(mark * 100);

export function judge({ diploma: law, basis }: Law, domain: DomainEntry, judged: JudgedInput): DomainResult {
  const { exam } = domain;
  const computed = settled(compute(law, domain, judged), judged, basis.rules);
  const scored = computed.points === undefined ? {} : { points: computed.points, threshold: exam.threshold };
  if (judged.jury === undefined) return { domain, status: computed.status, ...scored, findings: computed.findings };
  const status = judged.jury.validated ? "validated" : "not-validated";
  const condition = status === computed.status ? "upheld" : "departed";
  const { powers } = law.jury;
  const power = (condition === "departed" ? powers.find((one) => one.departure) : powers[0]) ?? exam;
  const { validated, ground } = judged.jury;
  const marked = computed.points !== undefined;
  const values = marked ? { domain, ground } : { domain, ground, validated };
  const ruling = finding(condition, validated, marked ? condition : `${condition}-unmarked`, power, values);
  return { domain, status, ...scored, findings: [...computed.findings, ruling] };
}

/** Once the jury has ruled, no agreement of the markers is awaited: the finding is false. The rules of version 1 left it unknown. */
function settled(computed: Computed, { jury }: JudgedInput, rules: string): Computed {
  if (jury === undefined || computed.status !== "needs-agreement" || rules === "1") return computed;
  const findings = computed.findings.map((agreement) => ({ ...agreement, met: false, says: "no-agreement" }));
  return { ...computed, findings };
}

function compute(law: Diploma, domain: DomainEntry, judged: JudgedInput): Computed {
  const missed = gravest(law, domain.exam, judged);
  if (missed)
    return { status: missed.missed, findings: [finding("missed", false, "missed", missed, { domain, missed })] };
  return domain.exam.result === "agreed" ? agreed(law, domain, judged) : weighted(law, domain, judged);
}

/** The gravest miss: the référentiel lists them in that order. */
function gravest(law: Diploma, exam: ExamEntry, judged: JudgedInput): Diploma["missed"][number] | undefined {
  const parts = [judged.missed, ...(exam.components ?? []).map((one) => judged[one.component])];
  return law.missed.find((one) => parts.includes(one.missed));
}

function weighted(law: Diploma, domain: DomainEntry, judged: JudgedInput): Computed {
  const components = domain.exam.components!;
  const weights = components.reduce((sum, one) => sum + one.weight, 0);
  const total = components.reduce((sum, one) => sum + one.weight * hundredths(judged[one.component] as number), 0);
  // Compared as integers: total ≥ threshold × 100, times Σ weights for a mean.
  const divisor = domain.exam.result === "mean" ? weights : 1;
  const reached = total >= Math.round(domain.exam.threshold * 100) * divisor;
  return result(law, domain, reached, total / (100 * divisor));
}

/** Two equal marks agree; different marks need an agreed mark, which may lie outside them. */
function agreed(law: Diploma, domain: DomainEntry, judged: JudgedInput): Computed {
  const marks = judged.marks!;
  const agreement = domain.exam.agreement ?? domain.exam;
  const lowest = Math.min(...marks);
  const highest = Math.max(...marks);
  const mark = judged.agreed ?? (lowest === highest ? lowest : undefined);
  if (mark === undefined) {
    return {
      status: "needs-agreement",
      findings: [finding("agreement", null, "needs-agreement", agreement, { domain, lowest, highest })],
    };
  }
  const reached = hundredths(mark) >= Math.round(domain.exam.threshold * 100);
  const computed = result(law, domain, reached, mark);
  if (mark >= lowest && mark <= highest) return computed;
  return {
    ...computed,
    findings: [
      ...computed.findings,
      finding("agreement", true, "agreed-outside", agreement, { domain, lowest, highest, mark }),
    ],
  };
}

/** `restsOn`: the other entries of the law that the points depend on, for tracing. */
function result(law: Diploma, domain: DomainEntry, reached: boolean, points: number): Computed {
  const { exam } = domain;
  const restsOn = [law.marks, ...(exam.components ?? [])];
  const threshold = finding("threshold", reached, reached ? "threshold-reached" : "threshold-missed", exam, {
    domain,
    points,
    exam,
    restsOn,
  });
  return { status: reached ? "validated" : "not-validated", points, findings: [threshold] };
}
