/**
 * Whether a jury may sit, who decides for whom, and the outcome. Votes are totals: the ballot is secret.
 *
 * Five for and three against validate; four and four are a tie, which stays open; without any vote the proposal waits for the jury to adopt
 * it. The jury cannot close while a candidate not adjourned was not judged regularly.
 */
import type { Diploma } from "../../law/diploma.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationFindings } from "../../law/registration.ts";
import { type CandidateResult, candidateResult, type Sitting } from "./candidate.ts";
import { compositionFindings, seatsFindings } from "./composition.ts";
import { appointedBy, type JuryInput, type Member } from "./facts.ts";
import { type PanelResult, panelResult } from "./panels.ts";

export type JuryAnswer = {
  readonly regular: boolean;
  readonly findings: readonly Finding[];
  readonly panels: readonly PanelResult[];
  readonly candidates: readonly CandidateResult[];
  readonly mayClose: boolean;
};

/** Outcomes at which an exam is still undecided. */
const OPEN: readonly string[] = ["tie", "proposal", "none"];

/** Reads the law once; the returned function is pure. */
export function juryRule({ diploma: law }: Law): (input: JuryInput) => JuryAnswer {
  return (input) => {
    const members = new Map(input.members.map((one) => [one.id, one]));
    const appointed = input.members.filter((one) => appointedBy(input.on, one, input));
    const passedOver = new Set(input.override?.rules);
    const own = juryFindings(law, input, appointed);
    const regular = own.every(({ met, condition }) => met || passedOver.has(condition));
    const panels = (input.panels ?? []).map((panel) => panelResult(law, panel, input, members));
    const sitting: Sitting = {
      law,
      members,
      sitting: appointed.filter(({ present }) => present),
      panels: new Map(panels.map((one) => [one.panel.id, one])),
      adopted: input.adopted === true,
      passedOver,
    };
    const candidates = input.candidates.map((candidate) => candidateResult(sitting, candidate));
    return {
      regular,
      findings: [...own, ...registrationFindings(law, input.on)],
      panels,
      candidates,
      mayClose: regular && candidates.every(isDecided),
    };
  };
}

/** An adjourned candidate keeps nothing open. */
function isDecided({ candidate, regular, exams }: CandidateResult): boolean {
  return candidate.adjourned === true || (regular && exams.every(({ outcome }) => !OPEN.includes(outcome)));
}

function juryFindings(law: Diploma, input: JuryInput, appointed: readonly Member[]): Finding[] {
  const { override } = input;
  return [
    orderFinding(law, input),
    appointedOnlyFinding(law, input.members, appointed),
    ...seatsFindings(law, appointed),
    ...compositionFindings(law, { members: appointed }),
    ...(override ? [finding("override", true, "override", law.jury.override!, { ...override })] : []),
  ];
}

/** Where the diploma does not say who appoints the jury, an appointment is still required, for the exams it rules on. */
function appointment(law: Diploma) {
  return law.jury.appointment ?? law.domains[0]!.exam;
}

function orderFinding(law: Diploma, { order, on }: JuryInput): Finding {
  if (order === undefined) return finding("order", false, "order-missing", appointment(law), {});
  const met = order.signedOn <= on;
  return finding("order", met, met ? "order" : "order-late", appointment(law), { order, on });
}

function appointedOnlyFinding(law: Diploma, members: readonly Member[], appointed: readonly Member[]): Finding {
  const named = new Set(appointed);
  const others = members.filter((one) => one.present && !named.has(one)).map(({ id }) => id);
  const met = others.length === 0;
  return finding("appointed-only", met, met ? "appointed-only" : "not-appointed", appointment(law), { others });
}
