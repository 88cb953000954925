/** One person, over all years and intakes: who they are, their dossiers, what each subject shows of them, and one chronology. */
import { href, type Html, html } from "../../../kit/html.ts";
import { addDays } from "../../../kit/day.ts";
import { sayDay } from "../../../kit/lang.ts";
import { may } from "../../../act/permissions.ts";
import { advisorList } from "../../../dossier/pages/advisor.ts";
import { contactOfAt } from "../../../dossier/contact/pages/contact.ts";
import { identityOfAt } from "../../../dossier/identity/pages/identity.ts";
import { sayMinute, sayShortDay } from "../../../kit/moment.ts";
import { isId } from "../../../kit/shapes.ts";
import { beginsAt, dayIn, wallIn } from "../../../kit/zone.ts";
import { fromEach, readTogether, see } from "../../../page/acting.ts";
import { summaryList, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, SignedVisit, Visit } from "../../../page/page.ts";
import { waitingLineAt } from "../../../waiting/pages/line.ts";
import { wayLine } from "../../../page/way.ts";
import type { PersonEvent } from "../../../page/person.ts";
import { comingFrom, goingOn } from "../../../page/back.ts";
import { personAt, SEES_PERSONS } from "../../../page/person-link.ts";
import type { waitingViews } from "../../../waiting/views.ts";
import type { seePersonView } from "../views.ts";
import { personWords } from "../words.ts";
import { elsewhereWarning } from "../../elsewhere/pages/warning.ts";
import { nextOfList } from "./next-of-list.ts";
import { people } from "./people.ts";

type Person = NonNullable<Awaited<ReturnType<ReturnType<typeof seePersonView>["read"]>>>;

export const personPage: Page = {
  name: "personnes-une",
  path: personAt.path,
  who: SEES_PERSONS,
  view: (any) =>
    readTogether(any, async (visit): Promise<PageResult> => {
      const { params, world } = visit;
      const { person = "" } = params;
      const seen = isId(person) ? await see(visit, world.house.seePerson, { person }) : undefined;
      if (!seen) return { notFound: true };
      // A dossier that was taken into an account since leads to the account's page.
      if (seen.person !== person) {
        const { sujet, de } = visit.query;
        return { redirect: visit.link(personAt.to({ person: seen.person }, { sujet, de })) };
      }
      return shown(visit as SignedVisit, seen);
    }),
};

/** As far as interviews, lessons and exams are planned. */
const AHEAD = 365;

async function shown(visit: SignedVisit, seen: Person): Promise<PageResult> {
  const words = personWords[visit.lang].person;
  const { today } = visit;
  const planned = { dossiers: seen.dossiers.map(({ dossier }) => dossier), from: today, until: addDays(today, AHEAD) };
  const [parts, waiting, next, elsewhere] = await Promise.all([
    fromEach(visit.world.house.personParts, visit, seen),
    see(visit, visit.world.house.personWaiting, { person: seen.person }),
    nextOfList(visit, seen),
    elsewhereWarning(visit, planned, false),
  ]);
  const events = parts.flatMap((part) => part.events ?? []).toSorted((a, b) => rank(visit, b) - rank(visit, a));
  const steps = waiting?.lines ?? [];
  const sections = [
    ...(steps.length > 0 ? [{ key: "pas", title: words.steps, main: nextSteps(visit, steps) }] : []),
    ...parts.flatMap(({ main, isFile, ...part }) => (main && !isFile ? [{ ...part, main }] : [])),
    { key: "dossiers", title: words.dossiers, main: dossiers(visit, seen) },
  ];
  const beside = [
    ...(events.length > 0 ? [{ key: "chronologie", title: words.chronology, main: chronology(visit, events) }] : []),
    ...parts.flatMap(({ main, isFile, ...part }) => (main && isFile ? [{ ...part, main }] : [])),
  ];
  const all = [...sections, ...beside];
  const seldom = parts.flatMap((part) => part.seldom ?? []);
  const main = html`${header(visit, seen)}
${seldom.map(({ to, label }) => html`<p class="small"><a class="ds-link" href="${href(visit.link(to))}">${label}</a></p>`)}
${elsewhere}
${lines(visit, seen)}
<nav class="across" aria-label="${words.inPage}"><ul>${all.map(({ key, title }) => html`<li><a href="#${key}">${title}</a></li>`)}</ul>${next}</nav>
<div class="person">${[sections, beside].map((one) => html`<div class="sections">${one.map(({ key, title, main: part }) => html`<section id="${key}" aria-labelledby="${key}-title"><h2 id="${key}-title">${title}</h2>${part}</section>`)}</div>`)}</div>`;
  const title = seen.name ?? personWords[visit.lang].find.unnamed;
  return { html: layout(visit, { title, main, back: listOf(visit) }) };
}

/** A reader who may not search comes from the list of those who asked. */
const listOf = ({ actor }: Visit) => (may(actor, "find people") ? people.to() : advisorList.path);

function header({ lang, link, actor, path, query }: Visit, seen: Person): Html {
  const { name, account, birthName, givenNames, elder, bornOn, phone, address, postal, dossiers: all } = seen;
  const words = personWords[lang].person;
  const [latest] = all;
  const change = latest?.submittedAt != null &&
    may(actor, "handle the dossiers") && {
      change: {
        // The change leads back here, and from here on to the list.
        url: link(
          comingFrom(goingOn({ query }, path), contactOfAt.to({ diploma: latest.diploma, dossier: latest.dossier })),
        ),
        what: words.contactWhat,
      },
    };
  // A person with an account asks with a proof themselves.
  const corrects = change &&
    account === null && {
      change: {
        url: link(
          comingFrom(goingOn({ query }, path), identityOfAt.to({ diploma: latest.diploma, dossier: latest.dossier })),
        ),
        what: words.identityWhat,
      },
    };
  const born = birthName !== null && birthName !== "" && !name?.startsWith(birthName) ? birthName : undefined;
  const rows = [
    ...(born === undefined ? [] : [{ key: words.birthName, value: born }]),
    ...(givenNames ? [{ key: words.givenNames, value: givenNames, ...corrects }] : []),
    ...(elder === null ? [] : [{ key: words.elder, value: elder }]),
    ...(bornOn ? [{ key: words.bornOn, value: sayDay(bornOn, lang) }] : []),
    ...(phone === null && !change ? [] : [{ key: words.phone, value: phone ?? "–", ...change }]),
    {
      key: words.mail,
      value:
        address === null ? words.noMail : html`<a class="ds-link" href="${href(`mailto:${address}`)}">${address}</a>`,
    },
    ...(postal.length === 0 ? [] : [{ key: words.postal, value: postal.join(", ") }]),
  ];
  return html`<div class="who">${summaryList(rows, lang)}</div>`;
}

/** The line of the way of each application, the latest first. */
function lines(visit: Visit, { dossiers: all }: Person): Html {
  return html`${all.map(
    ({ dossier, label, stations }) =>
      stations.length > 0 &&
      html`${all.length > 1 && html`<p class="small">${label[visit.lang]}</p>`}${wayLine(visit, stations, { id: `parcours-${dossier}`, own: false })}`,
  )}`;
}

type Steps = NonNullable<Awaited<ReturnType<ReturnType<typeof waitingViews>["personWaiting"]["read"]>>>["lines"];

/** What is the school's to do leads to where it is done; what is the person's own is only said. */
function nextSteps({ lang, link, today }: Visit, steps: Steps): Html {
  const words = personWords[lang].person;
  return table({
    id: "pas-liste",
    caption: words.stepsWhy,
    stacks: true,
    head: [words.step, words.whose, words.due, words.arranged],
    rows: steps.map(({ id, verb, to, mine, theirs, dueOn, late, putOffUntil, givenTo, arranged }) => [
      theirs ? verb[lang] : html`<a class="ds-link" href="${href(link(to))}">${verb[lang]}</a>`,
      theirs ? words.theirs : mine ? words.you : (givenTo ?? words.school),
      dueOn === null
        ? "–"
        : late
          ? html`<span class="late">${words.late} ${sayShortDay(dueOn, lang, today)}</span>`
          : sayShortDay(dueOn, lang, today),
      arranged && !theirs
        ? html`<a class="ds-link" href="${href(link(waitingLineAt.to({ line: id })))}">${putOffUntil === null ? words.arrange : words.putOff(sayShortDay(putOffUntil, lang, today))}</a>`
        : "–",
    ]),
  });
}

function dossiers({ lang, link, school, actor }: Visit, { dossiers: all }: Person): Html {
  const words = personWords[lang].person;
  const opens = may(actor, "see the dossiers");
  const day = (at: string | null) => (at === null ? "–" : sayDay(dayIn(new Date(at), school.timezone), lang));
  return table({
    id: "dossiers-liste",
    caption: words.dossiersWhy,
    stacks: true,
    head: [words.number, words.intake, words.submitted, words.stands],
    rows: all.map(({ dossier, number, label, submittedAt, stands }) => [
      opens
        ? html`<a class="ds-link" href="${href(link(`/dossiers/${dossier}`))}"><span class="unbroken">${number}</span></a>`
        : html`<span class="unbroken">${number}</span>`,
      label[lang],
      day(submittedAt),
      stands[lang],
    ]),
  });
}

/** A day without an hour stands where its first hour would. */
function rank({ school }: Visit, { at }: PersonEvent): number {
  return (
    typeof at === "string" ? (beginsAt({ day: at, time: "00:00" }, school.timezone) ?? new Date(at)) : at
  ).getTime();
}

/** One chronology, of all subjects or of the one in the address. */
function chronology(visit: Visit, all: readonly PersonEvent[]): Html {
  const { lang, link, query } = visit;
  const words = personWords[lang].person;
  const chosen = all.some(({ subject }) => subject === query.sujet) ? query.sujet : undefined;
  const events = chosen === undefined ? all : all.filter(({ subject }) => subject === chosen);
  const listed = (some: readonly PersonEvent[]) =>
    html`<ol class="chrono">${some.map(({ at, kind, what, to }) => html`<li>${whenOf(visit, at)}<span>${kind}</span><div>${to === undefined ? what : html`<a href="${href(link(to))}">${what}</a>`}</div></li>`)}</ol>`;
  const older = events.slice(LATEST);
  return html`${subjects(visit, all, chosen)}${listed(events.slice(0, LATEST))}
${older.length > 0 && html`<details class="ds-details"><summary>${words.older(older.length)}</summary><div>${listed(older)}</div></details>`}`;
}

/** Of a long life the latest is open, what came before one press away. */
const LATEST = 20;

function whenOf({ lang, school, today }: Visit, at: Date | string): Html {
  if (typeof at === "string") return html`<time datetime="${at}">${sayShortDay(at, lang, today)}</time>`;
  const { day, time } = wallIn(at, school.timezone);
  return html`<time datetime="${at.toISOString()}">${sayShortDay(day, lang, today)} <span>${sayMinute({ time }, lang)}</span></time>`;
}

function subjects(visit: Visit, all: readonly PersonEvent[], chosen: string | undefined): Html | false {
  const words = personWords[visit.lang].person;
  const { person = "" } = visit.params;
  const kinds = Map.groupBy(all, ({ subject }) => subject);
  if (kinds.size < 2) return false;
  const item = (subject: string | undefined, label: string, count: number) => {
    const to = `${visit.link(personAt.to({ person }, { sujet: subject, de: visit.query.de }))}#chronologie`;
    const said = `${label} (${count})`;
    return html`<li>${subject === chosen ? html`<strong aria-current="true">${said}</strong>` : html`<a href="${href(to)}">${said}</a>`}</li>`;
  };
  return html`<nav class="filters" aria-label="${words.filter}"><ul>${item(undefined, words.allSubjects, all.length)}${[...kinds].map(([subject, those]) => item(subject, those[0]!.kind, those.length))}</ul></nav>`;
}
