/** The routes of certification, and what several of its pages display. */
import { timeIn } from "../../kit/instant.ts";
import { type Html, html } from "../../kit/html.ts";
import { type Label, type Lang, sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import type { Visit } from "../../page/page.ts";
import { directorOf, workOf } from "../../decisions/jury/facts.ts";
import { route } from "../../page/route.ts";

export const places = {
  sessions: route("/certifications"),
  session: route("/certifications/:session"),
  candidate: route("/certifications/:session/personnes/:enrolment"),
  naming: route("/certifications/:session/nominations"),
  arranging: route("/certifications/:session/composer"),
  register: route("/registre-des-jurys"),
  registered: route("/registre-des-jurys/:person"),
  mine: route("/examens"),
  group: route("/examens/:group"),
  jury: route("/jurys/:jury"),
  ruling: route("/jurys/:jury/candidats/:entry"),
  minutes: route("/jurys/:jury/proces-verbal"),
  annul: route("/jurys/:jury/annulation"),
  results: route("/mes-epreuves"),
  resultAppeal: route("/mes-epreuves/:result/recours"),
  convocation: route("/mes-epreuves/convocation/:group"),
  attestation: route("/mes-epreuves/attestation/:enrolment"),
  after: route("/apres-les-jurys"),
} as const;

/** Where a link leads within a long page: to the form that it is about. */
export const ANCHORS = {
  members: "presence",
  close: "clore",
  minutes: "proces-verbal",
  sent: "envois",
  openJury: "ouvrir-jury",
  order: "arrete",
  designate: "designer",
  parchment: "diplome",
} as const;

/** The card of one group on the page of its session, where it is cancelled. */
export const groupAnchor = (group: string) => `groupe-${group}`;

/** The card of one deliberation on the page of its session, with what is done there. */
export const juryAnchor = (jury: string) => `jury-${jury}`;

/** The law of a session; the school still has every version in use. */
export function lawOfSession(
  { world, school }: Pick<Visit, "world" | "school">,
  { diploma, lawVersion }: { readonly diploma: string; readonly lawVersion: string },
): Law {
  return world.law(school.establishment, diploma, { version: lawVersion })!;
}

/** The exam that the link followed is about, if it is one of the session's. */
export function askedExam(visit: Visit, session: Parameters<typeof lawOfSession>[1]): { readonly exam?: string } {
  const { domains } = lawOfSession(visit, session).diploma;
  const asked = domains.find(({ domain }) => domain === visit.query.epreuve);
  return asked ? { exam: asked.domain } : {};
}

export function examLabel({ diploma }: Pick<Law, "diploma">, exam: string, lang: Lang): string {
  const found = diploma.domains.find(({ domain }) => domain === exam);
  return found ? `${exam}, ${found.exam.label[lang]}` : exam;
}

/** What the director of a candidate's work is called. */
export function directorCalled({ diploma }: Pick<Law, "diploma">, lang: Lang): string {
  const directed = diploma.domains.find(directorOf) ?? diploma.domains[0]!;
  const work = workOf(directed)[lang];
  return lang === "fr" ? `directeur de ${work}` : `director of the ${work}`;
}

type Hours = { readonly from: string; readonly until: string };

export function sayHours({ from, until }: Hours, zone: string, lang: Lang): string {
  return `${sayDay(dayIn(new Date(from), zone), lang)}, ${sayTimes({ from, until }, zone, lang)}`;
}

/** The hours without the day. */
export function sayTimes({ from, until }: Hours, zone: string, lang: Lang): string {
  const [begin, end] = [sayHour(from, zone, lang), sayHour(until, zone, lang)];
  return lang === "fr" ? `de ${begin} à ${end}` : `from ${begin} to ${end}`;
}

export function sayHour(at: string, zone: string, lang: Lang): string {
  const time = timeIn(new Date(at), zone);
  return lang === "fr" ? `${Number(time.slice(0, 2))}\u00a0h\u00a0${time.slice(3)}` : time;
}

export function sayPeriod({ from, until }: Hours, lang: Lang): string {
  return `${sayDay(from, lang)} – ${sayDay(until, lang)}`;
}

type SaidFinding = { readonly met: boolean | null; readonly reason: Label; readonly source: Label };

/** Findings with their source, unmet first: those need action. */
export function findingList(findings: readonly SaidFinding[], lang: Lang): Html {
  const met = MET[lang];
  const missingFirst = findings.toSorted((a, b) => ORDER.indexOf(a.met) - ORDER.indexOf(b.met));
  return html`<ul>${missingFirst.map(
    (one) =>
      html`<li><strong>${one.met === null ? met.unknown : one.met ? met.yes : met.no}</strong> ${one.reason[lang]} <small>(${one.source[lang]})</small></li>`,
  )}</ul>`;
}
const ORDER: readonly (boolean | null)[] = [false, null, true];
const MET = {
  fr: { yes: "Rempli.", no: "Non rempli.", unknown: "À savoir." },
  en: { yes: "Met.", no: "Not met.", unknown: "To be known." },
} as const;
