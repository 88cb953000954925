/** Who decides on one candidate, and the outcome of each exam. */
import type { Diploma, DomainEntry } from "../../law/diploma.ts";
import type { Entry } from "../../law/entry.ts";
import { type Finding, finding } from "../../law/finding.ts";
import { compositionFindings } from "./composition.ts";
import {
  type Candidate,
  directorOf,
  directorWasThere,
  linkNamed,
  type Member,
  recusals,
  type Recused,
  type Votes,
  workOf,
} from "./facts.ts";
import type { PanelResult } from "./panels.ts";

type Outcome = "validated" | "not-validated" | "tie" | "adopted" | "proposal" | "none";
type ExamResult = {
  readonly domain: DomainEntry;
  readonly entitled: readonly string[];
  readonly outcome: Outcome;
  /** The entries of the law that the outcome rests on, for tracing. */
  readonly restsOn: readonly Entry[];
};
export type CandidateResult = {
  readonly candidate: Candidate;
  readonly regular: boolean;
  readonly findings: readonly Finding[];
  readonly exams: readonly ExamResult[];
  readonly recused: readonly Recused[];
};

/** What all candidates of a sitting share. */
export type Sitting = {
  readonly law: Diploma;
  readonly members: ReadonlyMap<string, Member>;
  /** Appointed and present, in the order of the members. */
  readonly sitting: readonly Member[];
  readonly panels: ReadonlyMap<string, PanelResult>;
  readonly adopted: boolean;
  /** Rules that the authority overrides. */
  readonly passedOver: ReadonlySet<string>;
};

export function candidateResult(sitting: Sitting, candidate: Candidate): CandidateResult {
  const { law, panels, passedOver } = sitting;
  const recused = recusals(law, candidate);
  const away = new Set(recused.map(({ member }) => member));
  const members = sitting.sitting.filter(({ id }) => !away.has(id));
  const examDomains = law.domains.filter(({ domain }) => candidate.exams.includes(domain));
  const exams = examDomains.map((domain) => examResult(sitting, candidate, domain, members, away));
  const findings = [
    ...compositionFindings(law, { members, candidate: candidate.id }),
    ...directorFindings(sitting, candidate, examDomains, recused),
    ...(candidate.heardBy ?? []).map((id) => panelFinding(law, candidate, panels.get(id)!)),
    ...weighed(law, candidate),
    ...exams.flatMap(({ domain, entitled }) => tooManyVotes(law, candidate, domain, entitled.length)),
  ];
  const regular = findings.every(({ met, condition }) => met || passedOver.has(condition));
  return { candidate, regular, findings, exams, recused };
}

function examResult(
  sitting: Sitting,
  candidate: Candidate,
  domain: DomainEntry,
  members: readonly Member[],
  away: ReadonlySet<string>,
): ExamResult {
  const { law, adopted } = sitting;
  const entitled = members.map(({ id }) => id);
  const { director } = candidate;
  if (directorOf(domain) && director !== undefined && !away.has(director) && !entitled.includes(director))
    if (directorWasThere(candidate, sitting.members)) entitled.push(director);
  const outcome = outcomeOf(entitled.length, votesOn(candidate, domain), adopted);
  const { powers, tie } = law.jury;
  const entry = outcome === "tie" ? (tie ?? powers[0]) : powers[0];
  return { domain, entitled, outcome, restsOn: entry === undefined ? [] : [entry] };
}

function votesOn({ votes }: Candidate, { domain }: DomainEntry): Votes | undefined {
  return votes?.find((one) => one.exam === domain);
}

/** Without votes, the proposal waits for the jury to adopt it as a body. Abstentions alone are a vote, and a tie. */
function outcomeOf(entitled: number, votes: Votes | undefined, adopted: boolean): Outcome {
  if (entitled === 0) return "none";
  if (votes === undefined || votes.for + votes.against + votes.abstain === 0) return adopted ? "adopted" : "proposal";
  if (votes.for === votes.against) return "tie";
  return votes.for > votes.against ? "validated" : "not-validated";
}

function directorFindings(
  { law, members }: Sitting,
  candidate: Candidate,
  asked: readonly DomainEntry[],
  recused: readonly Recused[],
): Finding[] {
  const domain = asked.find(directorOf);
  if (domain === undefined) return [];
  const examiner = directorOf(domain)!;
  const entry = law.jury.director ?? law.jury.memoireDirector ?? examiner;
  const values = {
    candidate: candidate.id,
    director: candidate.director,
    domain,
    work: workOf(domain),
    restsOn: [examiner],
  };
  if (candidate.director === undefined) return [finding("no-director", false, "no-director", entry, values)];
  const recusal = recused.find(({ member }) => member === candidate.director);
  if (recusal) return [finding("director", false, "director-recused", entry, { ...values, link: recusal.link })];
  const present = directorWasThere(candidate, members);
  return [finding("director", present, present ? "director-votes" : "director-away", entry, values)];
}

function panelFinding(law: Diploma, candidate: Candidate, { panel, regular }: PanelResult): Finding {
  const domain = law.domains.find((one) => one.domain === panel.exam)!;
  const values = { candidate: candidate.id, panel, domain };
  return finding("panel", regular, regular ? "panel-regular" : "panel-irregular", domain.exam, values);
}

/** Links that do not recuse by themselves: reported, for the jury to weigh. */
function weighed(law: Diploma, candidate: Candidate): Finding[] {
  return (candidate.links ?? []).flatMap(({ member, kind }) => {
    const link = linkNamed(law, kind);
    return link.recuses ? [] : [finding(kind, true, "weighed", link, { candidate: candidate.id, member, link })];
  });
}

function tooManyVotes(law: Diploma, candidate: Candidate, domain: DomainEntry, entitled: number): Finding[] {
  const votes = votesOn(candidate, domain);
  const count = votes === undefined ? 0 : votes.for + votes.against + votes.abstain;
  if (count <= entitled) return [];
  const values = { candidate: candidate.id, domain, count, entitled };
  return [finding("too-many-votes", false, "too-many-votes", law.jury.powers[0] ?? domain.exam, values)];
}
