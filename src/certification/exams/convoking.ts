/** Mails convocations and cancellations for a group. Each is kept as sent, as proof. */
import type { Performing } from "../../act/act.ts";
import { convocationLines, placeOf } from "../../agenda/convocation.ts";
import { roomsKnown } from "../../agenda/rooms.ts";
import type { CalendarEntry } from "../../kit/calendar.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { doerNamed } from "../../people/contact.ts";
import { postMail } from "../../mail/post.ts";
import { awayMail, convokedMail, OPEN } from "../mails.ts";
import type { Group, Person } from "../rules/facts.ts";
import { togetherOf } from "../rules/passing.ts";
import { traineeReached } from "../../training/enrolled.ts";
import { certifiedChain, sessionChain, type SessionWithLaw } from "../load.ts";
import { warnedNow } from "../warning.ts";
import { CANNOT } from "./convoked.ts";
import { type InGroup, type PassingEntry, passingIn } from "./group.ts";

type Context = Performing<unknown>;
type Convoked = {
  readonly group: Group;
  readonly examiners: readonly Person[];
  readonly passing: readonly PassingEntry[];
};
type Hours = Pick<Group, "from" | "until">;

/** The calendar entry; a cancellation has the next sequence number. */
function inCalendar(
  group: Pick<Group, "id" | "name"> & Hours,
  label: Label,
  { zone, place, away }: { readonly zone: string; readonly place: string; readonly away: boolean },
) {
  return (lang: Lang): CalendarEntry => ({
    uid: `exam-group-${group.id}`,
    sequence: away ? 1 : 0,
    cancelled: away,
    from: group.from.toISOString(),
    until: group.until.toISOString(),
    zone,
    title: label[lang],
    place,
    words: group.name,
  });
}

export async function tellConvoked(
  context: Context,
  { of, law }: SessionWithLaw,
  { group, examiners, passing }: Convoked,
): Promise<void> {
  const { tx, at, establishment, zone } = context;
  const domain = law.diploma.domains.find((one) => one.domain === group.exam)!;
  const about = sessionChain(of.session.id);
  const room = group.room === null ? undefined : (await roomsKnown(tx)).get(group.room);
  const place = placeOf(law.establishment, room);
  const calendar = (own: Hours) => inCalendar({ ...group, ...own }, domain.exam.label, { zone, place, away: false });
  const held = { room: room?.name, domain, session: of.session, zone };
  const by = examiners.map(({ name }) => name);
  const own = (page: typeof CANNOT | null) => convocationLines(law.establishment, { to: "exam", room, by, page });
  const others = convocationLines(law.establishment, { to: undefined, room, by: [], page: null });
  const together = togetherOf(domain.exam, passing);
  const warned = await warnedNow(
    context,
    of.session,
    passing.map(({ entry }) => entry),
  );
  for (const { entry, from, until } of passing) {
    const { reader, to, lang } = await traineeReached(tx, entry);
    const chain = certifiedChain(entry.enrolment);
    const passes = { ...group, from, until };
    const findings = warned.get(entry.enrolment) ?? [];
    // A letter has no button: it says how to reach the school.
    const lines = own(typeof to === "string" ? CANNOT : null);
    const words = convokedMail(lang, { as: "candidate", group: passes, together, lines, findings, ...held });
    const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].own };
    const entered = calendar({ from, until: together?.until ?? until })(lang);
    await postMail(tx, { reader, to, lang, about: chain, of: chain, at, link, calendar: entered, ...words });
  }
  const directors = directorsOf(of, domain, passing).filter((one) => !examiners.includes(one));
  for (const person of [...examiners, ...directors]) {
    const reached = await reach(context, person);
    if (!reached) continue;
    const { to, lang, reader } = reached;
    const [as, hours] = examiners.includes(person)
      ? (["examiner", group] as const)
      : (["director", { ...group, ...hoursOf(passing, person) }] as const);
    const words = convokedMail(lang, { as, group: hours, together: undefined, lines: others, ...held });
    const link = { path: schoolPath(establishment, lang, `/examens/${group.id}`), label: OPEN[lang].exam };
    const shown = person.actors.length > 0 ? { link } : {};
    await postMail(tx, { reader, to, lang, about, at, ...shown, calendar: calendar(hours)(lang), ...words });
  }
}

/** The hours during which the candidates of one director pass. */
export function hoursOf(passing: readonly PassingEntry[], { id }: Person): Hours {
  const theirs = passing.filter(({ entry }) => entry.director === id).toSorted((a, b) => +a.from - +b.from);
  return { from: theirs[0]!.from, until: theirs.at(-1)!.until };
}

/** The directors of these candidates' works, if the exam has its director take part. */
export function directorsOf(
  { persons, directors }: SessionWithLaw["of"],
  { exam }: Pick<SessionWithLaw["law"]["diploma"]["domains"][number], "exam">,
  passing: readonly PassingEntry[],
): readonly Person[] {
  if (!exam.examiners.some(({ as }) => as === "director")) return [];
  const theirs = new Set(passing.map(({ entry }) => entry.director));
  return [...persons, ...directors].filter(({ id }) => theirs.has(id));
}

export async function tellAway(
  context: Context,
  inGroup: InGroup,
  { ground, only }: { readonly ground: string; readonly only?: Person },
): Promise<void> {
  const { tx, at, zone } = context;
  const { of, law, group } = inGroup;
  const domain = law.diploma.domains.find((one) => one.domain === group.exam)!;
  const about = sessionChain(of.session.id);
  const calendar = (own: Hours) => inCalendar({ ...group, ...own }, domain.exam.label, { zone, place: "", away: true });
  const there = of.examiners.filter((one) => one.group === group.id).map(({ person }) => person);
  const passing = passingIn(of, group);
  const directors = directorsOf(of, domain, passing).filter(({ id }) => !there.includes(id));
  const persons = only ? [only] : [...of.persons.filter(({ id }) => there.includes(id)), ...directors];
  for (const person of persons) {
    const reached = await reach(context, person);
    if (!reached) continue;
    const { to, lang, reader } = reached;
    const own = directors.includes(person) ? { ...group, ...hoursOf(passing, person) } : group;
    const words = awayMail(lang, { group: own, domain, ground, zone });
    await postMail(tx, { reader, to, lang, about, at, calendar: calendar(own)(lang), ...words });
  }
  if (only) return;
  const together = togetherOf(domain.exam, passing);
  for (const { entry, from, until } of passing) {
    const { reader, to, lang } = await traineeReached(tx, entry);
    const chain = certifiedChain(entry.enrolment);
    const words = awayMail(lang, { group: { ...group, from, until }, domain, ground, zone });
    const entered = calendar({ from, until: together?.until ?? until })(lang);
    await postMail(tx, { reader, to, lang, about: chain, of: chain, at, calendar: entered, ...words });
  }
}

/** Reached through their account or invitation, else at the address in the register. */
export async function reach({ tx }: Pick<Context, "tx">, { actors, address }: Person) {
  const [actor] = actors;
  const doer = actor === undefined ? undefined : await doerNamed(tx, actor);
  const to = doer?.address ?? address;
  if (!to) return undefined;
  return { to, lang: doer?.language ?? ("fr" as const), reader: actor?.startsWith("account:") ? actor : null };
}
