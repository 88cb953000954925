/** Where an examiner, a work's director or a jury member is expected. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Actor, may } from "../../act/permissions.ts";
import { sayDay } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import type { AccountEntries, GuestAwaits, Visit, WorkEntries } from "../../page/page.ts";
import { decideLapse } from "../after/acts.ts";
import { seeAfter } from "../after/views.ts";
import { myExams } from "../exams/views.ts";
import { myResults } from "../views.ts";
import { type CertificationWords, certificationWords } from "../words.ts";
import { places, sayHours } from "./places.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof myExams.read>>>;

export const minePage = formPage({
  name: "examens",
  route: places.mine,
  who: "examine",
  words: (lang) => certificationWords(lang).mine,
  seen: (visit) => see(visit, myExams, {}),
  shown: ({ visit, words, seen }) => {
    const { groups, juries, sessions, left } = seen;
    const main = html`${groups.length + juries.length + sessions.length === 0 && html`<p>${words.none}</p>`}
${sessions.length > 0 && html`<ul class="entries">${sessions.map((one) => appointedLine(visit, one))}</ul>`}
${groups.length > 0 && html`<h2>${words.groups}</h2><ul class="entries">${groups.map((one) => groupLine(visit, one))}</ul>`}
${juries.length > 0 && html`<h2>${words.juries}</h2><ul class="entries">${juries.map((one) => juryLine(visit, one))}</ul>`}
${left && html`<p>${words.left}</p>`}`;
    return { title: words.heading, lead: words.lead, main, back: visit.guest ? "/invite" : "/compte" };
  },
});

function appointedLine({ lang }: Visit, { name, from, until }: Seen["sessions"][number]): Html {
  const words = certificationWords(lang).mine;
  return html`<li><strong>${words.appointed(name)}</strong><p>${words.appointedWhy(sayDay(from, lang), sayDay(until, lang))}</p></li>`;
}

function groupLine(visit: Visit, group: Seen["groups"][number]): Html {
  const { lang, school } = visit;
  const words = certificationWords(lang).mine;
  return html`<li><a class="ds-link" href="${href(visit.link(places.group.to({ group: group.id })))}">${group.name} (${group.exam})</a>${group.finished && html` <span class="ds-tag" data-color="success">${words.finished}</span>`}<p>${[group.session, sayHours(group, school.timezone, lang), group.room].filter(Boolean).join(", ")}${group.directs && html`<br>${words.directs}`}</p></li>`;
}

function juryLine(visit: Visit, { id, session, on, place, closed }: Seen["juries"][number]): Html {
  const { lang } = visit;
  const words = certificationWords(lang).session;
  const where = [session, place, closed ? words.closed : words.running].filter((one) => one !== "").join(", ");
  const title = certificationWords(lang).jury.heading(sayDay(on, lang));
  return html`<li><a class="ds-link" href="${href(visit.link(places.jury.to({ jury: id })))}">${title}</a><p>${where}</p></li>`;
}

/** The guest's entries: their exams, with the marks still to give; for the authority, the lapses to decide. */
export const certificationAwaits: GuestAwaits = async (visit) => {
  const { actor } = visit.guest;
  const words = certificationWords(visit.lang);
  const seen = may(actor, "examine") ? await see(visit, myExams, {}, { actor }) : undefined;
  return [
    ...(may(actor, decideLapse.who)
      ? [
          { to: places.sessions.to(), label: words.sessions.heading, why: words.sessions.entryWhy },
          await lapsesAwaited(visit, actor),
        ]
      : []),
    ...(seen
      ? [
          ...nextOf(visit, seen),
          {
            to: places.mine.to(),
            label: words.mine.heading,
            why: words.mine.entryWhy,
            waiting: waitingOf(seen, words.mine),
          },
        ]
      : []),
  ];
};

/** The coming exams and juries of an examiner or a jury member, by day: the place, and what can be done already. */
function nextOf({ lang, school, today }: Visit, { groups, juries, sessions }: Seen) {
  const words = certificationWords(lang);
  const told = (...parts: readonly string[]) => parts.filter((one) => one !== "").join(", ");
  const all = [
    ...sessions.map(({ name, from, until }) => ({
      on: from,
      to: places.mine.to(),
      label: words.mine.appointed(name),
      why: words.mine.appointedWhy(sayDay(from, lang), sayDay(until, lang)),
    })),
    ...groups
      // Once it is held, its marks wait among the lines above.
      .filter(({ finished, directs, held }) => !finished && !directs && !held)
      .map(({ id, name, exam, session, room, from, until }) => ({
        on: from,
        to: places.group.to({ group: id }),
        label: `${exam}, ${name}`,
        why: words.mine.groupWhy(told(session, sayHours({ from, until }, school.timezone, lang), room ?? "")),
      })),
    ...juries
      .filter(({ closed }) => !closed)
      .map(({ id, session, on, place }) => ({
        on,
        to: places.jury.to({ jury: id }),
        label: words.jury.heading(sayDay(on, lang)),
        why: juryNow(words.mine, on, today)(told(session, place)),
      })),
  ];
  return all.toSorted((a, b) => (a.on < b.on ? -1 : 1)).map(({ on: _on, ...entry }) => entry);
}

/** By the day: what can be read already, that it sits today, or that its day is over. */
function juryNow(words: CertificationWords["mine"], on: string, today: string) {
  return on < today ? words.juryLate : on === today ? words.juryToday : words.juryWhy;
}

async function lapsesAwaited(visit: Visit, actor: Actor) {
  const words = certificationWords(visit.lang).after;
  const seen = await see(visit, seeAfter, {}, { actor });
  const over = (seen?.clocks ?? []).filter((one) => one.over);
  const persons = new Set([...over, ...(seen?.awaited ?? [])].map(({ enrolment }) => enrolment));
  const waiting = persons.size === 0 ? undefined : words.toDecide(persons.size);
  return { to: places.after.to(), label: words.heading, why: words.entryWhy, waiting };
}

function waitingOf(seen: Seen | undefined, words: { readonly toMark: (count: number) => string }): string | undefined {
  const count = (seen?.groups ?? []).filter(({ held, finished, directs }) => held && !finished && !directs).length;
  return count === 0 ? undefined : words.toMark(count);
}

export const resultsEntries: AccountEntries = async (visit) => {
  const { heading, entryWhy } = certificationWords(visit.lang).results;
  return (await see(visit, myResults, {})) === undefined
    ? []
    : [{ part: "mine", to: places.results.to(), label: heading, why: entryWhy }];
};

export const certificationEntries: WorkEntries = async (visit) => {
  const { actor, lang } = visit;
  const words = certificationWords(lang);
  const decides = may(actor, decideLapse.who) ? await lapsesAwaited(visit, actor) : undefined;
  return [
    ...(may(actor, "see the certification")
      ? [
          { to: places.sessions.to(), label: words.sessions.heading, why: words.sessions.entryWhy },
          decides ?? { to: places.after.to(), label: words.after.heading, why: words.after.entryWhy },
        ]
      : []),
    ...(may(actor, "examine") ? [{ to: places.mine.to(), label: words.mine.heading, why: words.mine.entryWhy }] : []),
  ];
};
