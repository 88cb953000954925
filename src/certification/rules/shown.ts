/**
 * What is sealed is what was seen. Adopting, voting and closing send back a fingerprint of the marks and proposals shown; a mark set later
 * changes it, and voids decisions made on the previous marks. A candidate postponed and resumed is decided anew.
 */
import type { Votes } from "../../decisions/jury/facts.ts";
import { all, juryMarksOf, type Deliberating, type Fact, isLeft, ofThisDay } from "./deliberation.ts";
import type { Entry } from "./facts.ts";
import { certificationOf, sittingOf } from "./proposed.ts";

/** The fingerprint of one exam: its marks with their versions, overridden marks, and the result. */
export function examShown(deliberation: Deliberating, entry: Entry, exam: string): string {
  const { of, facts, shownAs } = deliberation;
  const sitting = sittingOf(of, entry.id, exam);
  const marks = of.marks
    .filter((one) => one.sitting === sitting?.id)
    .map(({ component, marker, place, mark, missed }) => [component, marker ?? "", place, mark, missed])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  const result = certificationOf(deliberation, entry).domains.find(({ domain }) => domain.domain === exam);
  const proposed = { status: result?.status ?? null, points: result?.points ?? null };
  const anew = juryMarksOf(ofThisDay(facts), entry.id, exam);
  return shownAs({ jury: deliberation.jury.id, entry: entry.id, exam, marks, anew, ...proposed });
}

/** The fingerprint of all proposals for some candidates. */
function entriesShown(deliberation: Deliberating, entries: readonly Entry[]): string {
  const all = entries.map((entry) => {
    const { outcome, domains } = certificationOf(deliberation, entry);
    const exams = entry.exams.map((exam) => examShown(deliberation, entry, exam));
    return { entry: entry.id, exams, outcome, statuses: domains.map(({ status }) => status) };
  });
  return deliberation.shownAs({ jury: deliberation.jury.id, all });
}

const notLeft = ({ entries }: Deliberating, facts: readonly Fact[]) => entries.filter(({ id }) => !isLeft(facts, id));

/** The fingerprint for all candidates decided today. */
export function shownNow(deliberation: Deliberating): string {
  return entriesShown(deliberation, notLeft(deliberation, ofThisDay(deliberation.facts)));
}

/** The last adoption counts while marks and proposals are unchanged; a candidate postponed since does not void it. */
export function isAdopted(deliberation: Deliberating): boolean {
  const facts = ofThisDay(deliberation.facts);
  const index = facts.findLastIndex(({ kind }) => kind === "adopted");
  const adopted = facts[index];
  if (adopted?.kind !== "adopted" || facts.slice(index).some(({ kind }) => kind === "resumed")) return false;
  return adopted.said.shown === entriesShown(deliberation, notLeft(deliberation, facts.slice(0, index)));
}

/** The last vote on each exam, if the marks are unchanged since. */
export function votesOf(deliberation: Deliberating, entry: Entry): readonly Votes[] {
  const facts = ofThisDay(deliberation.facts);
  const resumed = facts.findLastIndex(({ kind, entry: of }) => kind === "resumed" && of === entry.id);
  const votes = all(facts.slice(resumed + 1), "votes", entry.id).map(({ said }) => said);
  return votes
    .filter((one, at) => votes.findLastIndex(({ exam }) => exam === one.exam) === at)
    .filter(({ exam, shown }) => shown === examShown(deliberation, entry, exam))
    .map(({ exam, for: yes, against, abstain }) => ({ exam, for: yes, against, abstain }));
}
