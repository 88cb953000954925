/**
 * The jury from its list of attendance: everybody gets a line of what they are, and each question is counted on those lines.
 * Findings are kept as one text each, and what is irregular is what such a text says.
 */
import type { JuryAnswer, JuryCandidate, JuryInput, JuryOutcome, JuryPanel } from "./contract.ts";
import { DOMAINS } from "./pathway.ts";

type Line = { id: string; college: string; mark: string; appointed: boolean; present: boolean };

const COLLEGES = ["presidency", "teachers", "public-bodies", "professionals"];
const RECUSING = ["family", "annulled-jury", "withdrew"];
/** How many of each side an exam wants, in the order in which they are told. */
const WANTED: Record<string, [side: string, count: number][]> = {
  DF1: [],
  DF2: [
    ["authority", 2],
    ["establishment", 1],
  ],
  DF3: [
    ["authority", 1],
    ["establishment", 1],
  ],
};

export function jury(input: JuryInput): JuryAnswer {
  const lines: Line[] = input.members.map((each) => ({
    id: each.id,
    college: each.college,
    mark: each.represents ?? each.side ?? "",
    appointed: inForce(input, each.appointedOn, input.on),
    present: each.present,
  }));
  const named = lines.filter(({ appointed }) => appointed);
  const order = input.order !== undefined && input.order.signedOn <= input.on;
  const findings = [
    told("order", order),
    told("appointed-only", !lines.some(({ appointed, present }) => present && !appointed)),
    told("seats", tally(named, "rector") > 0 && tally(named, "regional-director") > 0),
    ...collegesAndShare(named),
    told("parity", tally(named, "employer") === tally(named, "employee")),
    ...(input.override === undefined ? [] : [told("override", true)]),
  ];
  const panels = (input.panels ?? []).map((each) => {
    const found = panelFindings(input, each);
    return { id: each.id, regular: clean(found, []), findings: found };
  });
  const forgiven: string[] = input.override?.rules ?? [];
  const regularPanels = panels.filter((each) => each.regular).map((each) => each.id);
  const candidates = input.candidates.map((each) => candidateAnswer(input, each, lines, regularPanels, forgiven));
  const regular = clean(findings, forgiven);
  const waiting = candidates.some((each, at) => {
    if (input.candidates[at]!.adjourned === true) return false;
    return !each.regular || each.exams.some(({ outcome }) => /tie|proposal|none/.test(outcome));
  });
  // RNCP39644 ends with 2026.
  if (input.on > "2026-12-31") findings.push("unverified null");
  return { id: input.id, regular, findings, panels, candidates, mayClose: regular && !waiting };
}

const told = (condition: string, met: boolean) => `${condition} ${met}`;

/** Nothing is unmet but what was passed over. */
function clean(findings: string[], forgiven: string[]): boolean {
  const unmet = findings.filter((each) => each.endsWith(" false")).map((each) => each.slice(0, -" false".length));
  return unmet.every((condition) => forgiven.includes(condition));
}

/** Order, appointment and the day asked about stand in this order; without an order nobody is appointed. */
function inForce({ order }: JuryInput, appointedOn: string | undefined, by: string): boolean {
  if (order === undefined || appointedOn === undefined) return false;
  const days = [order.signedOn, appointedOn, by];
  return days.toSorted().every((day, at) => day === days[at]);
}

function tally(lines: Line[], word: string): number {
  return lines.reduce((sum, { mark, college }) => sum + (mark === word || college === word ? 1 : 0), 0);
}

function collegesAndShare(lines: Line[]): string[] {
  const counts = COLLEGES.map((college) => tally(lines, college));
  const all = counts.reduce((sum, each) => sum + each, 0);
  return [told("colleges", !counts.includes(0)), told("share", 4 * counts[3]! >= all)];
}

function panelFindings(input: JuryInput, { exam, heldOn, examiners }: JuryPanel): string[] {
  const marks = examiners
    .filter((each) => each.marked)
    .map((each) => {
      const member = input.members.find(({ id }) => id === each.id);
      const right =
        each.by === "jury"
          ? inForce(input, member?.appointedOn, heldOn)
          : each.designatedOn !== undefined && each.designatedOn <= heldOn;
      return `${each.by} ${right}`;
    });
  return [
    told("marked-undesignated", !marks.some((each) => each.endsWith("false"))),
    ...WANTED[exam]!.map(([side, count]) =>
      told(`examiners:${side}`, marks.filter((each) => each === `${side} true`).length === count),
    ),
  ];
}

function candidateAnswer(
  input: JuryInput,
  candidate: JuryCandidate,
  lines: Line[],
  regularPanels: string[],
  forgiven: string[],
): JuryAnswer["candidates"][number] {
  const links = candidate.links ?? [];
  const recused = (id: string) => links.some((each) => each.member === id && RECUSING.includes(each.kind));
  const sitting = lines.filter(({ id, appointed, present }) => appointed && present && !recused(id));
  const ids = sitting.map(({ id }) => id);
  const { director } = candidate;
  const line = lines.find(({ id }) => id === director);
  const there = director !== undefined && !recused(director) && (line?.present ?? candidate.directorTookPart ?? false);
  // A set keeps the order in which it was filled, and whoever sits already is not put in again.
  const withDirector = there ? [...new Set([...ids, director])] : ids;
  const today = DOMAINS.filter((each) => candidate.exams.includes(each));
  const rows = today.map((exam) => {
    const entitled = exam === "DF1" ? withDirector : ids;
    const votes = candidate.votes?.find((each) => each.exam === exam);
    const cast = votes === undefined ? 0 : votes.for + votes.against + votes.abstain;
    const margin = votes === undefined ? 0 : votes.for - votes.against;
    return { exam, entitled, cast, outcome: outcome(entitled.length, cast, margin, input.adopted === true) };
  });
  const findings = [
    told("presides", tally(sitting, "presidency") > 0),
    ...collegesAndShare(sitting),
    ...(candidate.exams.includes("DF1")
      ? [director === undefined ? told("no-director", false) : told("director", there)]
      : []),
    ...(candidate.heardBy ?? []).map((id) => told("panel", regularPanels.includes(id))),
    ...links.filter(({ kind }) => !RECUSING.includes(kind)).map(({ kind }) => told(kind, true)),
    ...rows.filter(({ cast, entitled }) => cast > entitled.length).map(() => told("too-many-votes", false)),
  ];
  return {
    id: candidate.id,
    regular: clean(findings, forgiven),
    findings,
    exams: rows.map(({ exam, entitled, outcome: result }) => ({ exam, entitled, outcome: result })),
  };
}

function outcome(entitled: number, cast: number, margin: number, adopted: boolean): JuryOutcome {
  if (entitled === 0) return "none";
  if (cast === 0) return adopted ? "adopted" : "proposal";
  if (margin === 0) return "tie";
  return margin > 0 ? "validated" : "not-validated";
}
