/**
 * What is sealed is what was seen. Whoever adopts, votes or closes says which marks and proposals were shown to them, by a fingerprint
 * of these; a mark that is set afterwards has another place, and what was decided on those before counts no more. A decision that was
 * left and is taken up again is decided anew.
 */
import type { Votes } from "../../decisions/jury/facts.ts";
import { all, anewOf, type Deliberating, type Fact, isLeft, ofThisDay } from "./deliberation.ts";
import type { Entry } from "./facts.ts";
import { certificationOf, sittingOf } from "./proposed.ts";

/** Of one exam of a candidate: its marks, each with its place, those set anew, and what comes of them. */
export function examShown(given: Deliberating, entry: Entry, exam: string): string {
  const { of, facts, shownAs } = given;
  const sitting = sittingOf(of, entry.id, exam);
  const marks = of.marks
    .filter((one) => one.sitting === sitting?.id)
    .map(({ component, marker, place, mark, missed }) => [component, marker ?? "", place, mark, missed])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  const result = certificationOf(given, entry).domains.find(({ domain }) => domain.domain === exam);
  const proposed = { status: result?.status ?? null, points: result?.points ?? null };
  const anew = anewOf(ofThisDay(facts), entry.id, exam);
  return shownAs({ jury: given.jury.id, entry: entry.id, exam, marks, anew, ...proposed });
}

/** Of some candidates, all that is proposed. */
function entriesShown(given: Deliberating, entries: readonly Entry[]): string {
  const all = entries.map((entry) => {
    const { outcome, domains } = certificationOf(given, entry);
    const exams = entry.exams.map((exam) => examShown(given, entry, exam));
    return { entry: entry.id, exams, outcome, statuses: domains.map(({ status }) => status) };
  });
  return given.shownAs({ jury: given.jury.id, all });
}

const notLeft = ({ entries }: Deliberating, facts: readonly Fact[]) => entries.filter(({ id }) => !isLeft(facts, id));

/** Of all on whom the jury decides today. */
export function shownNow(given: Deliberating): string {
  return entriesShown(given, notLeft(given, ofThisDay(given.facts)));
}

/** The last adoption stands while it is of the marks and proposals that there are; who is left for another day since takes nothing of it. */
export function isAdopted(given: Deliberating): boolean {
  const facts = ofThisDay(given.facts);
  const at = facts.findLastIndex(({ kind }) => kind === "adopted");
  const adopted = facts[at];
  if (adopted?.kind !== "adopted" || facts.slice(at).some(({ kind }) => kind === "resumed")) return false;
  return adopted.said.shown === entriesShown(given, notLeft(given, facts.slice(0, at)));
}

/** The last round of each exam, where it was of the marks that there are. */
export function votesOf(given: Deliberating, entry: Entry): readonly Votes[] {
  const facts = ofThisDay(given.facts);
  const resumed = facts.findLastIndex(({ kind, entry: of }) => kind === "resumed" && of === entry.id);
  const votes = all(facts.slice(resumed + 1), "votes", entry.id).map(({ said }) => said);
  return votes
    .filter((one, at) => votes.findLastIndex(({ exam }) => exam === one.exam) === at)
    .filter(({ exam, shown }) => shown === examShown(given, entry, exam))
    .map(({ exam, for: yes, against, abstain }) => ({ exam, for: yes, against, abstain }));
}
