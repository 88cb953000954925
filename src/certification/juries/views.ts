/** A deliberation, as those see it who sit in it or keep its minutes: one candidate at a time, with every finding. */
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
import { listSealed } from "../store.ts";
import { sayBoth } from "../said.ts";
import { nameOf, shownJury } from "../views.ts";
import { deliberating, meIn } from "../load.ts";
import { presiding } from "./acts.ts";
import { asSealed } from "./as-sealed.ts";
import { marksOfExam } from "./sealing.ts";
import * as gives from "../output.ts";

/** A member of the jury, whoever directs the work of one of its candidates for that one alone, and who keeps the minutes. */
export const seeJury = defineView({
  name: "seeJury",
  label: { fr: "Voir la délibération d’un jury", en: "See the deliberation of a jury" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id }, closed),
  gives: gives.seeJury,
  async read(given) {
    const { tx, input, actor, today } = given;
    const found = await deliberating(given, input.jury, "reads");
    if (!found) return undefined;
    const { of, jury, entries } = found;
    const me = meIn(of.persons, actor).map(({ id }) => id);
    const appointed = new Set(of.designations.filter(({ exam }) => exam === null).map(({ person }) => person));
    const prepares = may(actor, "prepare the certification");
    if (!prepares && !me.some((id) => appointed.has(id))) return undefined;
    const facts = ofThisDay(found.facts);
    const present = presentAt(facts);
    const presides = presidesAt(facts);
    const answer = juryOf(found);
    const names = nameOf(of);
    const directors = new Set(entries.flatMap(({ director }) => director ?? []));
    const members = of.persons.filter(({ id }) => appointed.has(id) || directors.has(id) || present.includes(id));
    const state = juryState(jury);
    const notes = allows(JURY, "noted", state);
    const sealed = notes ? [] : await listSealed(tx, jury.id);
    const stands = asSealed(found.law, sealed);
    return {
      jury: shownJury(jury),
      ground: jury.ground,
      session: of.session,
      presiding: allows(JURY, "closed", state) && presiding(found, actor),
      mayHold: notes && (prepares || presiding(found, actor)),
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
      adopted: stands?.adopted ?? isAdopted(found),
      shown: notes ? shownNow(found) : "",
      toClose: notes ? toBeClosed(found) : "",
      findings: stands?.findings ?? sayBoth(answer.findings),
      against: notes ? sayBoth(againstClosing(found, today)) : [],
      candidates:
        stands?.candidates ??
        entries.map((entry, at) => {
          const certified = certificationOf(found, entry);
          const { findings, exams, candidate } = answer.candidates[at]!;
          const votes = votesOf(found, entry);
          const standing = broughtOf(found.brought, entry.enrolment);
          return {
            entry: entry.id,
            name: candidate.id,
            exams: [...entry.exams],
            left: isLeft(facts, entry.id),
            waits: awaitsLapse(found, entry),
            director:
              entry.director === null
                ? null
                : {
                    name: names(entry.director),
                    there: candidate.directorTookPart === true || present.includes(entry.director),
                  },
            findings: sayBoth([...findings, ...lapseAwaited(found, entry)]),
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
                shown: notes && ruled ? examShown(found, entry, domain.domain) : "",
                decided: ruled?.outcome ?? null,
                entitled: [...(ruled?.entitled ?? [])],
                votes: voted
                  ? { exam: voted.exam, for: voted.for, against: voted.against, abstain: voted.abstain }
                  : null,
                marks: entry.exams.includes(domain.domain)
                  ? marksOfExam(found, entry, domain.domain).map(({ component, by, mark, missed, anew }) => ({
                      component,
                      by,
                      mark,
                      missed,
                      anew,
                    }))
                  : [],
              };
            }),
          };
        }),
      sealed: sealed.map(({ id, entry, version, replaces, hash, sealed: text }) => ({
        id,
        entry,
        version,
        replaces,
        hash,
        sealed: JSON.parse(text) as unknown,
      })),
    };
  },
});
