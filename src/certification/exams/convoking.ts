/** Who is told of a group: whoever is convoked, or called off. What was sent is kept as it was printed, and proves. */
import type { Performing } from "../../act/act.ts";
import type { CalendarEntry } from "../../kit/calendar.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { doerNamed } from "../../people/contact.ts";
import { contactOf } from "../../record/mail/address.ts";
import { postMail } from "../../record/mail/post.ts";
import { awayMail, convokedMail, OPEN } from "../mails.ts";
import type { Entry, Group, Person } from "../rules/facts.ts";
import { sessionChain, type Within } from "../within.ts";
import { entriesOf, type InGroup } from "./group.ts";

type Given = Pick<Performing<unknown>, "tx" | "at" | "establishment" | "zone">;
type Told = {
  readonly group: Group;
  readonly room: string | undefined;
  readonly examiners: readonly Person[];
  readonly candidates: readonly Entry[];
};

/** The hour of a group, for the calendar of whoever comes; what is called off has the next number. */
function inCalendar(
  group: Group,
  label: Label,
  { zone, room, away }: { readonly zone: string; readonly room: string | undefined; readonly away: boolean },
) {
  return (lang: Lang): CalendarEntry => ({
    uid: `exam-group-${group.id}`,
    sequence: away ? 1 : 0,
    cancelled: away,
    from: group.from.toISOString(),
    until: group.until.toISOString(),
    zone,
    title: label[lang],
    place: room ?? "",
    words: group.name,
  });
}

export async function tellConvoked(
  given: Given,
  { of, law }: Within,
  { group, room, examiners, candidates }: Told,
): Promise<void> {
  const { tx, at, establishment, zone } = given;
  const domain = law.diploma.domains.find((one) => one.domain === group.exam)!;
  const about = sessionChain(of.session.id);
  const calendar = inCalendar(group, domain.exam.label, { zone, room, away: false });
  for (const { account } of candidates) {
    const contact = await contactOf(tx, account);
    if (!contact) continue;
    const { language: lang, address: to } = contact;
    const words = convokedMail(lang, { as: "candidate", group, room, domain, session: of.session, zone });
    const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].own };
    await postMail(tx, { reader: `account:${account}`, to, lang, about, at, link, calendar: calendar(lang), ...words });
  }
  const directors = directorsOf(of, domain, candidates).filter((one) => !examiners.includes(one));
  for (const person of [...examiners, ...directors]) {
    const reached = await reach(given, person);
    if (!reached) continue;
    const { to, lang, reader } = reached;
    const as = examiners.includes(person) ? "examiner" : "director";
    const words = convokedMail(lang, { as, group, room, domain, session: of.session, zone });
    const link = { path: schoolPath(establishment, lang, `/examens/${group.id}`), label: OPEN[lang].exam };
    const shown = person.actors.length > 0 ? { link } : {};
    await postMail(tx, { reader, to, lang, about, at, ...shown, calendar: calendar(lang), ...words });
  }
}

/** Whoever directs a work of theirs, where the exam is one that its director takes part in. */
function directorsOf(
  { persons, directors }: Within["of"],
  { exam }: Pick<Within["law"]["diploma"]["domains"][number], "exam">,
  candidates: readonly Entry[],
): readonly Person[] {
  if (!exam.examiners.some(({ as }) => as === "director")) return [];
  const theirs = new Set(candidates.map(({ director }) => director));
  return [...persons, ...directors].filter(({ id }) => theirs.has(id));
}

export async function tellAway(
  given: Given,
  found: InGroup,
  { ground, only }: { readonly ground: string; readonly only?: Person },
): Promise<void> {
  const { tx, at, zone } = given;
  const { of, law, group } = found;
  const domain = law.diploma.domains.find((one) => one.domain === group.exam)!;
  const about = sessionChain(of.session.id);
  const calendar = inCalendar(group, domain.exam.label, { zone, room: undefined, away: true });
  const there = of.examiners.filter((one) => one.group === group.id).map(({ person }) => person);
  const persons = only
    ? [only]
    : [...of.persons.filter(({ id }) => there.includes(id)), ...directorsOf(of, domain, entriesOf(of, group))];
  for (const person of persons) {
    const reached = await reach(given, person);
    if (!reached) continue;
    const { to, lang, reader } = reached;
    const words = awayMail(lang, { group, domain, ground, zone });
    await postMail(tx, { reader, to, lang, about, at, calendar: calendar(lang), ...words });
  }
  if (only) return;
  const accounts = of.sittings.filter((one) => one.group === group.id).map(({ entry }) => entry);
  for (const { account } of of.entries.filter(({ id }) => accounts.includes(id))) {
    const contact = await contactOf(tx, account);
    if (!contact) continue;
    const { language: lang, address: to } = contact;
    const words = awayMail(lang, { group, domain, ground, zone });
    await postMail(tx, { reader: `account:${account}`, to, lang, about, at, calendar: calendar(lang), ...words });
  }
}

/** By their account or invitation, else by the address in the register. */
export async function reach({ tx }: Pick<Given, "tx">, { actors, address }: Person) {
  const [actor] = actors;
  const doer = actor === undefined ? undefined : await doerNamed(tx, actor);
  const to = doer?.address ?? address;
  if (!to) return undefined;
  return { to, lang: doer?.language ?? ("fr" as const), reader: actor?.startsWith("account:") ? actor : null };
}
