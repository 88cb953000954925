/** A deliberation as its members and the secretary see it: each candidate with every finding. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import { allows } from "../../kit/machine.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { sentences as certificationSentences } from "../../decisions/certification/sentences.ts";
import { againstClosing, lapseAwaited } from "../rules/closing.ts";
import { JURY, juryState } from "../rules/jury.ts";
import { broughtOf, isLeft, ofThisDay, presentAt, presidesAt } from "../rules/deliberation.ts";
import { awaitsLapse, certificationOf } from "../rules/proposed.ts";
import { juryOf, toBeClosed } from "../rules/ruled.ts";
import { examShown, isAdopted, shownNow, votesOf } from "../rules/shown.ts";
import { readCandidate, readJury } from "../rules/sealed.ts";
import { listSealed } from "../store.ts";
import { sayBoth } from "../said.ts";
import { nameOf, shownJury } from "../views.ts";
import { deliberating, meIn } from "../load.ts";
import { presiding } from "./acts.ts";
import { shortAccesses } from "../exams/access.ts";
import { asSealed } from "./as-sealed.ts";
import { marksOfExam } from "./sealing.ts";
import * as output from "../output.ts";

/** Open to the jury's members and to the secretary who keeps the minutes. */
export const seeJury = defineView({
  name: "seeJury",
  label: { fr: "Voir la délibération d’un jury", en: "See the deliberation of a jury" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id }, closed),
  output: output.seeJury,
  async read(context) {
    const { tx, input, actor, today } = context;
    const deliberation = await deliberating(context, input.jury, "reads");
    if (!deliberation) return undefined;
    const { of, jury, entries } = deliberation;
    const me = meIn(of.persons, actor).map(({ id }) => id);
    const appointed = new Set(of.designations.filter(({ exam }) => exam === null).map(({ person }) => person));
    const prepares = may(actor, "prepare the certification");
    if (!prepares && !me.some((id) => appointed.has(id))) return undefined;
    const facts = ofThisDay(deliberation.facts);
    const present = presentAt(facts);
    const presides = presidesAt(facts);
    const answer = juryOf(deliberation);
    const names = nameOf(of);
    const directors = new Set(entries.flatMap(({ director }) => director ?? []));
    const members = of.persons.filter(({ id }) => appointed.has(id) || directors.has(id) || present.includes(id));
    const state = juryState(jury);
    const notes = allows(JURY, "noted", state);
    const sealed = notes ? [] : await listSealed(tx, jury.id);
    const stands = asSealed(deliberation.law, sealed);
    const short = notes ? (await shortAccesses(tx, of)).filter(({ person }) => appointed.has(person)) : [];
    return {
      short: prepares ? short : short.filter(({ person }) => me.includes(person)),
      jury: shownJury(jury),
      ground: jury.ground,
      session: of.session,
      presiding: allows(JURY, "closed", state) && presiding(deliberation, actor),
      mayHold: notes && (prepares || presiding(deliberation, actor)),
      members:
        stands?.members ??
        members.map(({ id, college }) => ({
          id,
          name: names(id),
          college,
          appointed: appointed.has(id),
          present: present.includes(id),
          presides: id === presides,
        })),
      adopted: stands?.adopted ?? isAdopted(deliberation),
      shown: notes ? shownNow(deliberation) : "",
      toClose: notes ? toBeClosed(deliberation) : "",
      findings: stands?.findings ?? sayBoth(answer.findings),
      against: notes ? sayBoth(againstClosing(deliberation, today)) : [],
      candidates:
        stands?.candidates ??
        entries.map((entry, index) => {
          const certified = certificationOf(deliberation, entry);
          const { findings, exams, candidate } = answer.candidates[index]!;
          const votes = votesOf(deliberation, entry);
          const standing = broughtOf(deliberation.brought, entry.enrolment);
          return {
            entry: entry.id,
            name: candidate.id,
            exams: entry.exams,
            left: isLeft(facts, entry.id),
            waits: awaitsLapse(deliberation, entry),
            director:
              entry.director === null
                ? null
                : {
                    name: names(entry.director),
                    there: candidate.directorTookPart === true || present.includes(entry.director),
                  },
            findings: sayBoth([...findings, ...lapseAwaited(deliberation, entry)]),
            outcome: certified.outcome,
            domains: certified.domains.map(({ domain, status, points, threshold, findings: own }) => {
              const ruled = exams.find((one) => one.domain.domain === domain.domain);
              const voted = votes.find(({ exam }) => exam === domain.domain);
              return {
                domain: domain.domain,
                status: String(status),
                points: points ?? null,
                threshold: threshold ?? null,
                findings: sayBoth(own, certificationSentences),
                origin: entry.exams.includes(domain.domain) ? null : (standing.get(domain.domain)?.origin ?? null),
                shown: notes && ruled ? examShown(deliberation, entry, domain.domain) : "",
                decided: ruled?.outcome ?? null,
                entitled: ruled?.entitled ?? [],
                votes: voted ?? null,
                marks: entry.exams.includes(domain.domain) ? marksOfExam(deliberation, entry, domain.domain) : [],
              };
            }),
          };
        }),
      sealed: sealed.map((one) => ({ ...one, sealed: (one.entry === null ? readJury : readCandidate)(one.sealed) })),
    };
  },
});
