/** Posting a mail: part of an act, undone with it. Every mail of the house goes through here. */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { batches } from "../../kit/batches.ts";
import type { CalendarEntry } from "../../kit/calendar.ts";
import type { Lang } from "../../kit/lang.ts";
import { typographic } from "../../kit/typography.ts";
import { isPostable } from "../../kit/mail-address.ts";
import type { Errand } from "../jobs/job.ts";
import { enqueueAll } from "../jobs/queue.ts";
import type { Postal } from "../../act/act.ts";
import type { Link, Links } from "./rules/letter.ts";
import { deleteMail, insertMails, type NewMail } from "./store.ts";

export const sendMail: Errand<{ mail: string }> = { name: "sendMail" };

export type Posting = {
  /** Whose account shows it, such as `account:<id>` (see `actorName`); null where it is nobody's yet. */
  readonly reader: string | null;
  /** An electronic address; of whoever has none, where the letter goes that it becomes. */
  readonly to: string | Postal;
  readonly lang: Lang;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** A page of the service to open, which does nothing by being opened; and where such mails are put off. */
  readonly link?: Links;
  /** What it puts into the calendar of its reader. */
  readonly calendar?: CalendarEntry;
  /** In whose name and colours, where the act is one of the deployment. */
  readonly school?: string;
  /** The chain of the act. */
  readonly about: string;
  /** The chain in which it stands, where it is not the act's: it goes with that one. The act has locked it. */
  readonly of?: string;
  readonly at: Date;
};

/**
 * Puts a mail in the account of its reader and on its way, or a letter among those to be handed over, if the act it is part of is done: `mail` is to be among the tables
 * it writes. Its id is the mail's.
 */
export async function postMail(tx: Tx, posting: Posting): Promise<string> {
  return (await postMails(tx, [posting]))[0]!;
}

/** The same of many, in their order. */
export async function postMails(tx: Tx, postings: readonly Posting[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const some of batches(postings)) {
    const mails = some.map(mailOf);
    await insertMails(tx, mails);
    ids.push(...mails.map(({ id }) => id));
    // A letter waits for a person, and no job.
    const errands = mails.filter(({ postal }) => postal === null).map(({ id, at }) => ({ ids: { mail: id }, at }));
    if (errands.length > 0) await enqueueAll(tx, sendMail, errands);
  }
  return ids;
}

function mailOf(posting: Posting): NewMail {
  const { lang, at, link, paragraphs, calendar } = posting;
  const to = typeof posting.to === "string" ? posting.to : null;
  if (to !== null && !isPostable(to)) throw new Error("A mail was posted to what is no address");
  if ([link, link?.stop].some((one) => one && !/^\/(?!\/)\S*$/.test(one.path)))
    throw new Error("A mail was given a link that leaves the service");
  return {
    id: newId(),
    reader: posting.reader,
    to,
    postal: typeof posting.to === "string" ? null : posting.to,
    lang,
    // One line, whatever a name or a title in it may hold.
    subject: typographic(
      posting.subject.replaceAll(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? " " : blank)),
      lang,
    ),
    paragraphs: paragraphs.map((one) => typographic(one, lang)),
    // On paper nothing is opened, and nothing goes into a calendar.
    link: link && to !== null ? { ...said(link, lang), ...(link.stop && { stop: said(link.stop, lang) }) } : null,
    calendar: calendar && to !== null ? inCalendar(calendar, lang) : null,
    school: posting.school ?? null,
    about: posting.about,
    ...(posting.of !== undefined && { of: posting.of }),
    at,
  };
}

function said({ path, label }: Link, lang: Lang): Link {
  return { path, label: typographic(label, lang) };
}

/** The same typography as in the mail itself. */
function inCalendar(entry: CalendarEntry, lang: Lang): CalendarEntry {
  const { title, place, words } = entry;
  return {
    ...entry,
    title: typographic(title, lang),
    place: typographic(place, lang),
    words: typographic(words, lang),
  };
}

/** Erases the mails of a chain, sent or not. */
export async function unpostMail(tx: Tx, about: string): Promise<void> {
  await deleteMail(tx, about);
}
