/** A closed deliberation, read from its sealed data: later corrections and renamings never change what it shows. */
import { certificationRule } from "../../decisions/certification/rule.ts";
import { sentences as certificationSentences } from "../../decisions/certification/sentences.ts";
import type { JuryInput } from "../../decisions/jury/facts.ts";
import { type JuryAnswer, juryRule } from "../../decisions/jury/rule.ts";
import type { Law } from "../../law/law.ts";
import { sayBoth } from "../said.ts";
import { readCandidate, readJury, type SealedCandidate, type SealedJury } from "../rules/sealed.ts";
import type { Sealed } from "../store.ts";
import { sealedInput } from "./sealing.ts";

/** Undefined if nothing was sealed. */
export function asSealed(law: Law, sealed: readonly Sealed[]) {
  const last = sealed.find(({ entry }) => entry === null);
  if (!last) return undefined;
  const itself = readJury(last.sealed);
  const decision = itself.decision as unknown as JuryInput;
  const answer = juryRule(law)(decision);
  const candidates = sealed.flatMap((one) => (one.entry === null ? [] : [readCandidate(one.sealed)]));
  return {
    members: membersOf(itself, decision),
    adopted: decision.adopted === true,
    findings: sayBoth(answer.findings),
    candidates: candidates.map((candidate) => candidateOf(law, { candidate, decision, answer })),
  };
}

/** The first sealed versions do not record the members' register entries. */
function membersOf({ persons, presides }: SealedJury, { members }: JuryInput) {
  return persons?.map(({ id, name }) => {
    const member = members.find((one) => one.id === name);
    return {
      id,
      name,
      college: member?.college ?? null,
      appointed: member?.appointedOn !== undefined,
      present: member?.present ?? true,
      presides: name === presides,
    };
  });
}

type Ruling = { readonly candidate: SealedCandidate; readonly decision: JuryInput; readonly answer: JuryAnswer };

function candidateOf(law: Law, { candidate, decision, answer }: Ruling) {
  const asked = decision.candidates.find(({ id }) => id === candidate.name);
  const ruled = answer.candidates.find(({ candidate }) => candidate === asked);
  const certified = certificationRule(law)(sealedInput(law, candidate));
  const there = decision.members.some(({ id, present }) => id === asked?.director && present);
  return {
    entry: candidate.candidate,
    name: candidate.name,
    exams: [...candidate.exams],
    left: false,
    waits: false,
    director: asked?.director === undefined ? null : { name: asked.director, there: asked.directorTookPart || there },
    findings: sayBoth(ruled?.findings ?? []),
    outcome: candidate.outcome,
    domains: candidate.domains.map(({ domain, status, points, threshold, origin = null }) => {
      const sat = candidate.exams.includes(domain);
      const vote = candidate.votes.find(({ exam }) => exam === domain);
      return {
        domain,
        status,
        points,
        threshold,
        findings: sayBoth(
          certified.domains.find((own) => own.domain.domain === domain)?.findings ?? [],
          certificationSentences,
        ),
        origin: sat ? null : origin,
        shown: "",
        decided: vote?.outcome ?? null,
        entitled: [...(ruled?.exams.find((own) => own.domain.domain === domain)?.entitled ?? [])],
        votes:
          vote?.for === undefined
            ? null
            : { exam: domain, for: vote.for, against: vote.against ?? 0, abstain: vote.abstain ?? 0 },
        marks: candidate.marks
          .filter(({ exam }) => exam === domain)
          .map(({ component, by, mark, missed, anew }) => ({ component, by, mark, missed, anew })),
      };
    }),
  };
}
