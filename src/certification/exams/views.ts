/** What an examiner sees: their groups, and in each the candidates and the marks they may see. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { actorName, may } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { worksDirected } from "../../training/works/directors.ts";
import { shortAccesses } from "./access.ts";
import { arrangedFor } from "./arranged.ts";
import { domainOf, groupIn, type InGroup } from "./group.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import { finishedAs } from "../rules/finished.ts";
import { componentsOf, marksApart, latestMark } from "../rules/marks.ts";
import { reportOf } from "../rules/reports.ts";
import { type DepositedWork, worksDeposited } from "../../training/works/deposited.ts";
import {
  groupsDefended,
  groupsExamined,
  juriesSatIn,
  lastSealed,
  MOST_AWAITED,
  personsOf,
  roomNames,
  sessionsAppointedTo,
} from "../store.ts";
import { seesSession } from "../let-in.ts";
import { nameOf, shownGroup, whoIn } from "../views.ts";
import { meIn } from "../load.ts";
import * as output from "../output.ts";

export const myExams = defineView({
  name: "myExams",
  label: { fr: "Voir les épreuves et les jurys où l’on est attendu", en: "See the exams and juries that await one" },
  who: "examine",
  form: Type.Object({}, closed),
  output: output.myExams,
  async read({ tx, actor, today }) {
    const me = (await personsOf(tx, actorName(actor))).map(({ id }) => id);
    const examined = await groupsExamined(tx, me);
    const defended = await groupsDefended(tx, await worksDirected(tx, actorName(actor)));
    const groups = [
      ...lastFirst(examined).map((one) => ({ ...one, directs: false })),
      ...lastFirst(defended)
        .filter(({ id }) => !examined.some((one) => one.id === id))
        .map((one) => ({ ...one, directs: true, finished: false })),
    ];
    const juries = await juriesSatIn(tx, me);
    const rooms = await roomNames(
      tx,
      groups.flatMap(({ room }) => room ?? []),
    );
    return {
      groups: groups.map(({ id, exam, diploma, name, session, room, heldOn, from, until, finished, directs }) => ({
        id,
        exam,
        diploma,
        name,
        session,
        from: from.toISOString(),
        until: until.toISOString(),
        room: room === null ? null : (rooms.get(room) ?? null),
        held: heldOn <= today,
        finished,
        directs,
      })),
      juries: juries.slice(0, MOST_AWAITED).map(({ id, called, on, place, closedAt }) => ({
        id,
        session: called,
        on,
        place,
        closed: closedAt !== null,
      })),
      sessions: await sessionsAppointedTo(tx, me, today),
      left: [examined, defended, juries].some(({ length }) => length > MOST_AWAITED),
    };
  },
});

/** The groups shown, latest first. */
function lastFirst<G extends { readonly from: Date }>(groups: readonly G[]): readonly G[] {
  return groups.slice(0, MOST_AWAITED).toSorted((a, b) => b.from.getTime() - a.from.getTime());
}

/** Where examiners mark apart, none sees another's mark before all have finished; roles that only prepare or appoint see no mark. */
export const seeGroup = defineView({
  name: "seeGroup",
  label: { fr: "Voir un groupe d’épreuve", en: "See a group of an exam" },
  who: "take part in the certification",
  form: Type.Object({ group: Id }, closed),
  output: output.seeGroup,
  async read(context) {
    const { tx, input, actor } = context;
    const inGroup = await groupIn(context, input.group, "reads");
    if (!inGroup) return undefined;
    const { of, group } = inGroup;
    const { exam } = domainOf(inGroup);
    const own = of.examiners.filter((one) => one.group === group.id);
    const mine = meIn(of.persons, actor);
    const me = mine.find(({ id }) => own.some(({ person }) => person === id));
    const directing = [...mine, ...meIn(of.directors, actor)];
    const theirs = of.entries.filter(({ director }) => directing.some(({ id }) => id === director)).map(({ id }) => id);
    const directs = of.sittings.filter((one) => one.group === group.id && theirs.includes(one.entry));
    const sees = await seesSession(tx, actor, of.session.id);
    if (!me && directs.length === 0 && !sees) return undefined;
    const rooms = await roomNames(tx, group.room === null ? [] : [group.room]);
    const apart = marksApart(exam);
    const allFinished = own.every(({ finished }) => finished !== null);
    const names = nameOf(of);
    const works = await worksDeposited(
      tx,
      of.entries.map(({ enrolment }) => enrolment),
    );
    const ruled = await lastSealed(
      tx,
      of.entries.map(({ id }) => id),
    );
    const { examiners, candidates } = whoIn(of, group);
    const shown = me || sees ? candidates : candidates.filter(({ entry }) => theirs.includes(entry));
    const markOf = (sitting: string, component: string, marker: string | null) => {
      const mark = latestMark(of.marks, { sitting, component, marker });
      return { component, mark: mark?.mark ?? null, missed: mark?.missed ?? null, seen: mark?.place ?? 0 };
    };
    const short = (await shortAccesses(tx, of)).filter(({ person }) => own.some((one) => one.person === person));
    return {
      // Who examines reads their own; whose other invitations end is the school's matter.
      short: sees ? short : short.filter(({ person }) => person === me?.id),
      group: shownGroup(group, rooms),
      session: of.session,
      me: me?.id ?? null,
      examiners,
      apart,
      allFinished,
      finished: own.find(({ person }) => person === me?.id)?.finished !== null && me !== undefined,
      designated: may(actor, "prepare the certification") ? designatedFor(inGroup) : [],
      shown: me ? finishedAs(exam, of, group, me.id) : "",
      candidates: await Promise.all(
        shown.map(async ({ entry, sitting, name, from, until }) => {
          const { director, enrolment } = of.entries.find(({ id }) => id === entry)!;
          const { directorThere } = of.sittings.find(({ id }) => id === sitting)!;
          const others = me && apart && allFinished ? own.filter(({ person }) => person !== me.id) : [];
          return {
            entry,
            sitting,
            name,
            report: reportOf(of, of.sittings.find(({ id }) => id === sitting)!),
            from,
            until,
            directorThere,
            director: director === null ? null : names(director),
            // Read beforehand by the markers and the director, until a jury has ruled.
            work: (me ?? directs[0]) && !ruled.has(entry) ? workOf(works, { enrolment, exam: group.exam }) : null,
            arranged: await arrangedFor(tx, enrolment),
            marks: me ? componentsOf(exam).map((one) => markOf(sitting, one, apart ? me.id : null)) : [],
            others: others.map(({ person }) => {
              const { mark, missed } = markOf(sitting, "", person);
              return { name: names(person), mark, missed };
            }),
            agreed: me && apart && allFinished ? markOf(sitting, "", null) : null,
          };
        }),
      ),
    };
  },
});

function workOf(works: readonly DepositedWork[], asked: { readonly enrolment: string; readonly exam: string }) {
  const work = works.find(({ enrolment, exam }) => enrolment === asked.enrolment && exam === asked.exam);
  return work ? { file: work.file, count: work.count, at: work.at.toISOString() } : null;
}

/** Persons designated for this exam; also the jury's, if the jury hears it. */
function designatedFor({ of, law, group }: InGroup) {
  const domain = law.diploma.domains.find((one) => one.domain === group.exam)!;
  const juryHears = sidesOf(domain).some(({ by }) => by === "jury");
  const named = new Set(
    of.designations
      .filter(({ exam }) => exam === group.exam || (juryHears && exam === null))
      .map(({ person }) => person),
  );
  const names = nameOf(of);
  return of.persons.filter(({ id }) => named.has(id)).map(({ id }) => ({ id, name: names(id) }));
}
