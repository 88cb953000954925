/** Posts a mail within an act's transaction. Every mail of the service goes through here. */
import { newId } from "../kit/id.ts";
import type { Tx } from "../db/school.ts";
import { batches } from "../kit/batches.ts";
import type { CalendarEntry } from "../kit/calendar.ts";
import type { Lang } from "../kit/lang.ts";
import { typographic } from "../kit/typography.ts";
import { isPostable } from "../kit/mail-address.ts";
import type { Errand } from "../jobs/job.ts";
import { enqueueAll } from "../jobs/queue.ts";
import { forTheLiving } from "./deaths.ts";
import type { Posting } from "./posting.ts";
import type { Link } from "./rules/letter.ts";
import { deleteMail, insertMails, type NewMail } from "./store.ts";

export const sendMail: Errand<{ mail: string }> = { name: "sendMail" };

/** The text of a mail or letter, in its reader's language; each room's are in its `mails.ts`. */
export type MailText = Pick<Posting, "subject" | "paragraphs">;

/**
 * Queues a mail and shows it in its reader's account, or adds a letter to those to be handed over, when the act commits; the act's
 * `writes` must include `mail`. Returns the mail's id; nothing is posted to a reader who died.
 */
export async function postMail(tx: Tx, posting: Posting): Promise<string | undefined> {
  return (await postMails(tx, [posting]))[0];
}

/** The same for many, in order. */
export async function postMails(tx: Tx, postings: readonly Posting[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of batches(postings)) {
    const mails = (await forTheLiving(tx, batch)).map(mailOf);
    if (mails.length === 0) continue;
    await insertMails(tx, mails);
    ids.push(...mails.map(({ id }) => id));
    // A letter needs no job: the office prints it.
    const errands = mails.filter(({ postal }) => postal === null).map(({ id, at }) => ({ ids: { mail: id }, at }));
    if (errands.length > 0) await enqueueAll(tx, sendMail, errands);
  }
  return ids;
}

function mailOf(posting: Posting): NewMail {
  const { lang, at, link, paragraphs, calendar } = posting;
  const to = typeof posting.to === "string" ? posting.to : null;
  if (to !== null && !isPostable(to)) throw new Error("A mail was posted to what is no address");
  if ([link, link?.stop, ...(link?.each ?? [])].some((target) => target && !/^\/(?!\/)\S*$/.test(target.path)))
    throw new Error("A mail was given a link that leaves the service");
  return {
    id: newId(),
    reader: posting.reader,
    to,
    postal: typeof posting.to === "string" ? null : posting.to,
    lang,
    // A subject is one line, whatever a name in it contains.
    subject: typographic(
      posting.subject.replaceAll(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? " " : blank)),
      lang,
    ),
    paragraphs: paragraphs.map((paragraph) => typographic(paragraph, lang)),
    // A paper letter has no link and no calendar entry.
    link:
      link && to !== null
        ? {
            ...typographicLink(link, lang),
            ...(link.each && { each: link.each.map((one) => typographicLink(one, lang)) }),
            ...(link.stop && { stop: typographicLink(link.stop, lang) }),
            ...(link.secret && { secret: link.secret }),
          }
        : null,
    calendar: calendar && to !== null ? inCalendar(calendar, lang) : null,
    school: posting.school ?? null,
    about: posting.about,
    ...(posting.of !== undefined && { of: posting.of }),
    at,
  };
}

function typographicLink({ path, label }: Link, lang: Lang): Link {
  return { path, label: typographic(label, lang) };
}

/** The same typography as in the mail. */
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
