/** The examiners, panel by panel: designated by that day, and as many of each side as the law requires. */
import type { Diploma, DomainEntry } from "../../law/diploma.ts";
import { type Finding, finding } from "../../law/finding.ts";
import { appointedBy, type Examiner, type JuryInput, type Member, type Panel, sidesOf } from "./facts.ts";

export type PanelResult = { readonly panel: Panel; readonly regular: boolean; readonly findings: readonly Finding[] };

export function panelResult(
  law: Diploma,
  panel: Panel,
  input: JuryInput,
  members: ReadonlyMap<string, Member>,
): PanelResult {
  const domain = law.domains.find((one) => one.domain === panel.exam)!;
  const sides = sidesOf(domain);
  const marked = panel.examiners.filter((one) => one.marked);
  const asMembers = new Set(sides.filter((one) => one.as === "member").map(({ by }) => by));
  const designated = (examiner: Examiner) =>
    asMembers.has(examiner.by)
      ? members.has(examiner.id) && appointedBy(panel.heldOn, members.get(examiner.id)!, input)
      : examiner.designatedOn !== undefined && examiner.designatedOn <= panel.heldOn;
  const counted = marked.filter(designated);
  const findings = [
    markedFinding(law, domain, panel, marked, counted),
    ...sides.flatMap((side) => {
      if (side.count === undefined) return [];
      const count = counted.filter(({ by }) => by === side.by).length;
      const values = { panel, domain, side, count, wanted: side.count };
      return [finding(`examiners:${side.by}`, count === side.count, "examiners", side, values)];
    }),
  ];
  return { panel, regular: findings.every(({ met }) => met), findings };
}

function markedFinding(
  law: Diploma,
  domain: DomainEntry,
  panel: Panel,
  marked: readonly Examiner[],
  counted: readonly Examiner[],
): Finding {
  const designatedOnes = new Set(counted);
  const wrong = marked.filter((one) => !designatedOnes.has(one)).map(({ id }) => id);
  const met = wrong.length === 0;
  const entry = law.jury.designation ?? domain.exam;
  const values = { panel, domain, wrong, count: marked.length, restsOn: sidesOf(domain).filter(({ as }) => as) };
  return finding("marked-undesignated", met, met ? "marked-designated" : "marked-undesignated", entry, values);
}
