/** The views of certification: for the secretary, examiners, the jury and, once notified, the candidate. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { may } from "../act/permissions.ts";
import { juryRule } from "../decisions/jury/rule.ts";
import { toldApart } from "../kit/apart.ts";
import type { Day } from "../kit/day.ts";
import { allows } from "../kit/machine.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { DaySchema } from "../law/entry.ts";
import type { Law } from "../law/law.ts";
import { shownAs } from "../issued-documents/sign.ts";
import { doersWho } from "../people/contact.ts";
import { stateGuests } from "../people/guests/things.ts";
import { enrolledPersons, notRunning } from "../training/enrolled.ts";
import { enrolmentsAwaitingArrangement } from "./exams/arranged.ts";
import { shownPerson } from "./register/acts.ts";
import { attestationOf } from "./after/attesting.ts";
import { publishedLines, toPublish } from "./after/to-publish.ts";
import { isInSession, isWithin, letIntoSession, sessionsLetInto } from "./let-in.ts";
import { accessesOf, shortAccesses } from "./exams/access.ts";
import { awaitedOf } from "./exams/awaited.ts";
import { convokedTo } from "./exams/convoked.ts";
import { broughtBy, standingsOf } from "./brought.ts";
import { andNow } from "./rules/and-now.ts";
import { appealsOf } from "./after/appeals.ts";
import { keptUntil } from "./rules/clock.ts";
import { daysOf, foundOf, sitsFrom } from "./presenting.ts";
import { type Said, sayBoth } from "./said.ts";
import { type Deliberating, holdingOf, type Jury } from "./rules/deliberation.ts";
import { JURY, juryState } from "./rules/jury.ts";
import { juryInput } from "./rules/ruled.ts";
import type { Certifying, Group, Person, Session } from "./rules/facts.ts";
import { toSit } from "./rules/standing.ts";
import { warnedOf } from "./rules/warned.ts";
import {
  accountEntries,
  dossiersOfEntries,
  groupsOfEntries,
  annulmentsOf,
  listAfter,
  listJuries,
  listPersons,
  listResults,
  presentationsOf,
  satBy,
  listSent,
  listSessions,
  openRooms,
  roomNames,
  sessionsOfEntries,
  sessionsToCome,
} from "./store.ts";
import { warnedNow } from "./warning.ts";
import { lawOf, sessionChain, sessionWithLaw } from "./load.ts";
import * as output from "./output.ts";

const Nothing = Type.Object({}, closed);
const PAGE = 50;

export const seeSessions = defineView({
  name: "seeSessions",
  label: { fr: "Voir les sessions de certification", en: "See the sessions of certification" },
  who: "see the certification",
  form: Type.Object({ after: Type.Optional(Type.Object({ until: DaySchema, session: Id }, closed)) }, closed),
  output: output.seeSessions,
  async read({ tx, input, actor }) {
    const rows = await listSessions(tx, { ...input, among: await sessionsLetInto(tx, actor) }, PAGE + 1);
    const sessions = rows.slice(0, PAGE);
    const last = sessions.at(-1);
    return { sessions, next: rows.length > PAGE && last ? { until: last.until, session: last.id } : null };
  },
});

export const seeRegister = defineView({
  name: "seeRegister",
  label: { fr: "Voir le registre des examinateurs et des jurys", en: "See the register of examiners and juries" },
  who: "see the certification",
  /** `person`: only that entry. */
  form: Type.Object(
    {
      after: Type.Optional(Type.Object({ name: Type.String({ maxLength: 200 }), person: Id }, closed)),
      person: Type.Optional(Id),
    },
    closed,
  ),
  output: output.seeRegister,
  async read({ tx, input, actor }) {
    // The register spans all sessions; a guest sees names through their own session only.
    if (actor.kind === "guest") return undefined;
    const doers = await doersWho(tx, "examine");
    const rows = await listPersons(tx, input, PAGE + 1);
    const persons = rows.slice(0, PAGE);
    const last = persons.at(-1);
    const next = rows.length > PAGE && last ? { name: last.name, person: last.id } : null;
    return { persons: personsApart(persons).map(shownPerson), next, doers };
  },
});

export const seeSession = defineView({
  name: "seeSession",
  label: { fr: "Voir une session de certification", en: "See a session of certification" },
  who: "see the certification",
  form: Type.Object({ session: Id }, closed),
  output: output.seeSession,
  async read(context) {
    const { tx, input, actor, today } = context;
    const examSession = await sessionWithLaw(context, input.session, "reads");
    if (!examSession || !(await isInSession(tx, actor, input.session))) return undefined;
    const { of, law } = examSession;
    const names = nameOf(of);
    const rooms = await roomNames(
      tx,
      of.groups.flatMap(({ room }) => room ?? []),
    );
    const answer = juryRule(law)(juryInput(asPlanned(examSession, of)));
    const warned = await warnedNow(context, of.session, of.entries);
    const toArrange = await enrolmentsAwaitingArrangement(
      tx,
      of.entries.map(({ enrolment }) => enrolment),
    );
    const stopped = await notRunning(
      tx,
      of.entries.map(({ enrolment }) => enrolment),
    );
    const dossiers = await dossiersOfEntries(tx, of.session.id);
    return {
      session: of.session,
      entries: toldApart(of.entries, ({ number }) => number).map((entry) => ({
        ...entry,
        dossier: dossiers.get(entry.enrolment)!,
        director: entry.director === null ? null : names(entry.director),
        links: of.links
          .filter((link) => link.entry === entry.id)
          .map((link) => ({ ...link, person: names(link.person) })),
        findings: warned.get(entry.enrolment) ?? [],
        toArrange: toArrange.has(entry.enrolment),
        training: stopped.get(entry.enrolment) ?? null,
      })),
      presentable: actor.kind === "guest" ? [] : await presentable(context, of),
      groups: of.groups.map((group) => ({
        ...shownGroup(group, rooms),
        ...whoIn(of, group),
        findings: sayBoth(answer.panels.find(({ panel }) => panel.id === group.name)?.findings ?? []),
      })),
      orders: of.orders.map((order) => ({ ...order, amends: order.amends !== null })),
      designations: of.designations.map((one) => ({ ...one, name: names(one.person) })),
      persons: personsApart(of.persons).map(shownPerson),
      accesses: [...(await accessesOf(tx, of.persons))].map(([person, until]) => ({ person, until })),
      short: await shortAccesses(tx, of),
      composition: sayBoth(answer.findings.filter(({ condition }) => condition !== "registration")),
      sent: await listSent(tx, of.session.id),
      juries: await juriesToPublish(context, law, await listJuries(tx, of.session.id)),
      guests: may(actor, letIntoSession.who) ? await stateGuests(tx, sessionChain(of.session.id), today) : [],
      rooms: await openRooms(tx),
    };
  },
});

/** With what each would publish, for those who may publish it. */
async function juriesToPublish({ tx, actor }: Performing<unknown>, { diploma }: Law, juries: readonly Jury[]) {
  const publishes = may(actor, "publish results");
  const shown = [];
  for (const jury of juries) {
    const published = publishes && allows(JURY, "notified", juryState(jury)) ? await toPublish(tx, jury.id) : null;
    shown.push({ ...shownJury(jury), toPublish: published && [...publishedLines(diploma, published)] });
  }
  return shown;
}

/** The jury as if it sat on the last day with all appointed members: shows what is missing while it is composed. */
function asPlanned({ law }: { law: Deliberating["law"] }, of: Certifying): Deliberating {
  const { id, until } = of.session;
  const members = of.designations.filter(({ exam }) => exam === null).map(({ person }) => person);
  const jury: Jury = {
    id,
    session: id,
    on: [until, ...of.groups.map(({ heldOn }) => heldOn), ...of.orders.map(({ signedOn }) => signedOn)]
      .toSorted()
      .at(-1)!,
    place: "",
    corrects: null,
    ground: null,
    only: null,
    closedAt: null,
    notifiedOn: null,
    annulment: null,
  };
  const brought = { held: new Map(), notified: new Map(), lapsed: new Map(), kept: new Map() };
  const present = { kind: "presence" as const, entry: null, said: { present: members } };
  return { law, of, brought, jury, facts: [present], entries: [], shownAs };
}

/** Trainees with an exam left to sit, whatever hours are missing. */
async function presentable(context: Performing<unknown>, { session, entries }: Certifying) {
  const { tx, today } = context;
  if (session.until < today) return [];
  const enrolled = toldApart(await enrolledPersons(tx, { diploma: session.diploma }), ({ number }) => number);
  const others = enrolled.filter(({ enrolment }) => !entries.some((one) => one.enrolment === enrolment));
  const brought = await broughtBy(
    context,
    others.map(({ enrolment }) => enrolment),
  );
  const days = await daysOf(tx, session);
  const candidates = [];
  for (const { enrolment, name, lawVersion } of others) {
    const law = lawOf(context, { ...session, lawVersion });
    if (!law) continue;
    const holding = holdingOf(brought, enrolment);
    const { exams } = toSit(law, holding, sitsFrom(session, today));
    if (exams.length === 0) continue;
    candidates.push({ enrolment, name, exams, findings: await foundOf(context, enrolment, { law, holding, days }) });
  }
  return candidates;
}

/** Namesakes are told apart by their address or employer. */
function personsApart<P extends Pick<Person, "name" | "address" | "employer">>(persons: readonly P[]): P[] {
  return toldApart(persons, ({ address, employer }) => address ?? (employer || null));
}

export function nameOf({ persons, directors }: Pick<Certifying, "persons" | "directors">): (id: string) => string {
  const names = new Map(personsApart([...persons, ...directors]).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "–";
}

export function shownGroup(group: Group, rooms: ReadonlyMap<string, string>) {
  return { ...group, ...whenAndWhere(group, rooms) };
}

function whenAndWhere(
  { room, from, until }: Pick<Group, "room" | "from" | "until">,
  rooms: ReadonlyMap<string, string>,
) {
  const called = room === null ? null : (rooms.get(room) ?? null);
  return { room: called, from: from.toISOString(), until: until.toISOString() };
}

export function whoIn(of: Certifying, { id }: Group) {
  const names = nameOf(of);
  const entries = new Map(toldApart(of.entries, ({ number }) => number).map((one) => [one.id, one.name]));
  return {
    examiners: of.examiners
      .filter(({ group }) => group === id)
      .map(({ person, by, finished }) => ({ person, name: names(person), by, finished: finished !== null })),
    candidates: of.sittings
      .filter(({ group }) => group === id)
      .map(({ id: sitting, entry, from, until }) => ({
        entry,
        sitting,
        name: entries.get(entry) ?? "–",
        from: from.toISOString(),
        until: until.toISOString(),
      })),
  };
}

export function shownJury(jury: Jury) {
  return { ...jury, corrects: jury.corrects !== null, closedAt: jury.closedAt?.toISOString() ?? null };
}

/** The candidate's exams and notified results; nothing before its notification day. */
export const myResults = defineView({
  name: "myResults",
  label: { fr: "Voir ses épreuves et ses résultats", en: "See one’s exams and results" },
  who: "read one’s results",
  form: Nothing,
  output: output.myResults,
  async read(context) {
    const { tx, actor, today } = context;
    if (!("account" in actor) || actor.account === undefined) return undefined;
    const { account } = actor;
    const entries = await accountEntries(tx, account);
    const results = await listResults(tx, { account });
    if (entries.length === 0 && results.length === 0) return undefined;
    const sessions = new Map(
      (
        await sessionsOfEntries(
          tx,
          [...entries, ...results.map(({ entry: id }) => ({ id }))].map(({ id }) => id),
        )
      ).map((one) => [one.entry, one] as const),
    );
    const groups = await groupsOfEntries(
      tx,
      entries.map(({ id }) => id),
    );
    const convoked = await convokedTo(
      context,
      groups.map((group) => ({ ...group, session: sessions.get(group.entry)! })),
    );
    const after = await listAfter(tx, [...new Set(results.map(({ enrolment }) => enrolment))]);
    const kept = new Map(
      [...Map.groupBy(after, ({ enrolment }) => enrolment)].map(([one, theirs]) => [one, keptUntil(theirs)]),
    );
    const warned = new Map<string, readonly Said[]>();
    for (const entry of entries) {
      const session = sessions.get(entry.id);
      const theirs = session && (await warnedNow(context, session, [entry])).get(entry.enrolment);
      if (theirs) warned.set(entry.id, theirs);
    }
    const appeals = await appealsOf(tx, [...new Set(results.map(({ enrolment }) => enrolment))]);
    const on = (kind: string) => after.find((one) => one.kind === kind)?.on ?? null;
    const enrolled = await enrolledPersons(tx, { account });
    const dossierOf = (enrolment: string) => enrolled.find((one) => one.enrolment === enrolment)?.dossier ?? null;
    const awaited = await awaitedOf(
      tx,
      entries.map(({ id }) => id),
    );
    const told = await annulmentsOf(tx, [...new Set([...entries, ...results].map(({ enrolment }) => enrolment))]);
    return {
      annulled: told.map(({ from, by, authority, reference, ground, juryOn, session, back, parchment }) => {
        return { from, by, authority, reference, ground, juryOn, session, back, parchment };
      }),
      entries: entries.map(({ id, enrolment, number, exams }) => ({
        ...called(sessions.get(id)),
        dossier: dossierOf(enrolment),
        number,
        exams,
        awaited: awaited.get(id)!,
        groups: convoked.filter(({ entry }) => entry === id),
        findings: warned.get(id) ?? [],
        ruled: results.some(({ entry }) => entry === id),
      })),
      results: results.map(({ result: said, publishedAt, ...row }) => {
        const session = sessions.get(row.entry);
        const law = session && lawOf(context, session);
        return {
          ...said,
          ...row,
          ...called(session),
          dossier: dossierOf(row.enrolment),
          appeal: appeals.findLast(({ result }) => result === row.id) ?? null,
          ...(law
            ? andNow(law, { ...row, toldOn: dayIn(publishedAt, context.zone) })
            : { contestedFrom: row.notifiedOn, again: null, remedies: [] }),
          completeBy: row.completeBy === null ? null : laterOf(row.completeBy, kept.get(row.enrolment)),
          domains: said.domains.map(({ origin = null, ...domain }) => ({ ...domain, origin })),
        };
      }),
      attestations: await attested(tx, results),
      next: await offeredTo(tx, { account, results, today, entered: [...sessions.values()].map(({ id }) => id) }),
      parchment: results.some(({ outcome }) => outcome === "diploma")
        ? { received: on("parchment-received"), handedOver: on("parchment-handed-over") }
        : null,
    };
  },
});

const laterOf = (day: Day, kept: Day | undefined) => (kept !== undefined && kept > day ? kept : day);

/** The attestation in force, by enrolment. */
async function attested(tx: Performing<unknown>["tx"], results: Awaited<ReturnType<typeof listResults>>) {
  const attestations = [];
  for (const enrolment of new Set(results.map((one) => one.enrolment))) {
    const issued = await attestationOf(tx, enrolment);
    if (issued) attestations.push({ enrolment, code: issued.code, outcome: issued.attested.outcome, at: issued.at });
  }
  return attestations;
}

type Offering = {
  readonly account: string;
  readonly results: Awaited<ReturnType<typeof listResults>>;
  readonly today: string;
  readonly entered: readonly string[];
};

/** The sessions to come for a candidate with exams left, who may ask to be presented. */
async function offeredTo(tx: Performing<unknown>["tx"], { account, results, today, entered }: Offering) {
  if (results.length === 0 || results.at(-1)!.outcome === "diploma") return [];
  const diplomas = new Set((await enrolledPersons(tx, { account })).map(({ diploma }) => diploma));
  const all = await sessionsToCome(tx, today);
  return all.filter(({ id, diploma }) => diplomas.has(diploma) && !entered.includes(id));
}

function called(session: Pick<Session, "name" | "diploma" | "lawVersion"> | undefined) {
  return {
    session: session?.name ?? "–",
    diploma: session?.diploma ?? "–",
    lawVersion: session?.lawVersion ?? "–",
  };
}

/** To which sessions somebody is or was presented, and the results they were notified of. */
export const seePresentedOf = defineView({
  name: "seePresentedOf",
  label: { fr: "Voir les épreuves et les résultats d’une personne", en: "See somebody’s exams and results" },
  who: "see the certification",
  form: Type.Object({ enrolment: Id }, closed),
  output: output.seePresentedOf,
  async read({ tx, input: { enrolment }, actor, at }) {
    if (!(await isWithin(tx, actor, enrolment))) return undefined;
    const results = await listResults(tx, { enrolments: [enrolment] });
    return {
      presented: await presentationsOf(tx, [enrolment]),
      sat: await satBy(tx, [enrolment], at),
      results: results.map(({ notifiedOn, outcome, completeBy }) => ({ notifiedOn, outcome, completeBy })),
    };
  },
});

/** A trainee as the secretary presents them: holdings, notified results, current presentation. */
export const seeCandidate = defineView({
  name: "seeCandidate",
  label: { fr: "Voir ce qu’une personne présente à une session", en: "See what somebody presents to a session" },
  who: "see the certification",
  form: Type.Object({ session: Id, enrolment: Id }, closed),
  output: output.seeCandidate,
  async read(context) {
    const { tx, input, actor } = context;
    const examSession = await sessionWithLaw(context, input.session, "reads");
    if (!(await isInSession(tx, actor, input.session)) || !(await isWithin(tx, actor, input.enrolment)))
      return undefined;
    const [person] = await enrolledPersons(tx, { enrolment: input.enrolment });
    if (!examSession || !person || person.diploma !== examSession.of.session.diploma) return undefined;
    const { of } = examSession;
    const names = nameOf(of);
    const entry = of.entries.find(({ enrolment }) => enrolment === person.enrolment);
    const results = await listResults(tx, { enrolments: [person.enrolment] });
    return {
      session: of.session,
      name: person.name,
      dossier: person.dossier,
      held: [...(await standingsOf(context, person.enrolment)).standings].flatMap(([domain, { origin }]) =>
        origin ? [{ domain, origin }] : [],
      ),
      results,
      entry: entry
        ? {
            ...entry,
            director: entry.director === null ? null : names(entry.director),
            links: of.links
              .filter((link) => link.entry === entry.id)
              .map((link) => ({ ...link, person: names(link.person) })),
            findings: warnedOf(entry),
          }
        : null,
      persons: personsApart(of.persons),
    };
  },
});
