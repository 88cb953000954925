/**
 * Sends one mail. The rule: a send that a kill leaves in doubt (`sending`, without a sender) is repeated under the same Message-ID and
 * counted; nothing else is ever sent twice.
 */
import { type Tx, withSchool } from "../db/school.ts";
import { calendarText, methodOf } from "../kit/calendar.ts";
import { slug } from "../kit/slug.ts";
import { DONE, type Job, nextTry, PATIENCE, type Worked, type Working } from "../jobs/job.ts";
import { letterHtml, letterText, replyAddress, type Sender, senderNamed } from "./rules/letter.ts";
import { sendMail } from "./post.ts";
import { lockMail, type MailToSend, type Progress, type Sending, updateSending } from "./store.ts";
import type { MailProblem } from "./rules/states.ts";
import type { Answer, MailService, Parcel } from "./transport.ts";

export const mailSender: Job<{ mail: string }> = { errand: sendMail, atOnce: 4, work };

type Given = Working<{ mail: string }>;
/** A mail being sent: its row says `sending`, even if this process dies. */
type Taken = { readonly mail: MailToSend; readonly sending: Sending; readonly parcel: Parcel };

async function work(given: Given): Promise<Worked> {
  const { world, establishment, signal } = given;
  const taken = await withSchool(world.db, establishment, (tx) => take(tx, given));
  if ("kind" in taken) return taken;
  const answer = await world.mail!.transport.hand(taken.parcel, signal);
  return withSchool(world.db, establishment, (tx) => note(tx, given, taken, answer));
}

/** Marks the mail as `sending` before contacting the server, or returns the reason for not sending. */
async function take(tx: Tx, given: Given): Promise<Taken | Worked> {
  const { world, establishment, ids, queuedAt, attempt, stillOurs } = given;
  // Another process has taken the job over.
  if (!(await stillOurs(tx))) return DONE;
  const found = await lockMail(tx, ids.mail);
  if (!found || isOver(found.sending)) return DONE;
  const { mail } = found;
  // The earlier sender died: the server may have accepted the mail, so it counts as one send.
  const inDoubt = found.sending.state === "sending";
  const sends = found.sending.sends + (inDoubt ? 1 : 0);
  const at = world.now();
  if (!world.mail) {
    const state = sends > 0 ? "in-doubt" : "queued";
    return putOff(tx, mail.id, { state, sends, problem: "no-server", said: null }, { at, queuedAt, attempt });
  }
  const messageId = found.sending.messageId ?? `<${mail.id}@${domainOf(world.mail)}>`;
  const sending: Sending = { state: "sending", messageId, sends, attempts: found.sending.attempts + 1 };
  await updateSending(tx, mail.id, { ...progressOf(sending), due_at: null });
  const sender = senderNamed(world.laws.establishments, mail.school ?? establishment);
  const parcel: Parcel = {
    messageId,
    date: mail.queuedAt,
    from: { name: sender.name, address: world.mail.from },
    to: mail.to,
    replyTo: replyAddress(sender),
    lang: mail.lang,
    subject: mail.subject,
    text: letterText(mail, sender, world.mail.publicUrl),
    html: letterHtml(mail, sender, world.mail.publicUrl),
    calendar: calendarOf(mail, sender, world.mail),
    stop: mail.link?.stop && world.mail.publicUrl + mail.link.stop.path,
  };
  return { mail, sending, parcel };
}

/** Deterministic: the same mail gives the same text on every try. */
function calendarOf({ calendar, to, link, queuedAt }: MailToSend, sender: Sender, { from, publicUrl }: MailService) {
  if (!calendar) return undefined;
  const organizer = { name: sender.name, address: replyAddress(sender) ?? from };
  const sent = { at: queuedAt, organizer, attendee: to, url: link ? publicUrl + link.path : undefined };
  return { method: methodOf(calendar), text: calendarText(calendar, sent), file: `${slug(calendar.title)}.ics` };
}

async function note(tx: Tx, given: Given, { mail, sending }: Taken, answer: Answer): Promise<Worked> {
  const { world, queuedAt, attempt } = given;
  const at = world.now();
  const found = await lockMail(tx, mail.id);
  // Erased meanwhile, or taken over by another process, which counted our try as in doubt.
  if (!found || found.sending.attempts !== sending.attempts || found.sending.state !== "sending") return DONE;
  const { said } = answer;
  const { sends } = sending;
  const moment = { at, queuedAt, attempt };
  if (answer.kind === "accepted") {
    const problem = world.mail?.transport.outside === false ? ("kept-inside" as const) : null;
    await updateSending(tx, mail.id, { state: "sent", sends: sends + 1, sent_at: at, problem, said });
    return DONE;
  }
  if (answer.kind === "refused") {
    await updateSending(tx, mail.id, { state: "bounced", problem: "refused", said });
    return DONE;
  }
  if (answer.kind === "no-answer")
    return putOff(tx, mail.id, { state: "in-doubt", sends: sends + 1, problem: "no-answer", said }, moment);
  // An earlier try may have arrived: that doubt remains.
  const state = sends > 0 ? "in-doubt" : "queued";
  return putOff(tx, mail.id, { state, problem: answer.problem, said }, moment);
}

/** Retries later, or gives up after two days: a mail that comes too late is worse than none. */
async function putOff(
  tx: Tx,
  id: string,
  progress: Progress & { readonly problem: MailProblem },
  { at, queuedAt, attempt }: { at: Date; queuedAt: Date; attempt: number },
): Promise<Worked> {
  const next = nextTry(at, attempt);
  const over = next.getTime() > queuedAt.getTime() + PATIENCE;
  await updateSending(tx, id, { ...progress, ...(over ? { state: "failed", due_at: null } : { due_at: next }) });
  return over ? DONE : { kind: "later", at: next, problem: progress.problem };
}

function isOver({ state }: Sending): boolean {
  return state === "sent" || state === "bounced" || state === "failed";
}

function progressOf({ state, messageId, attempts, sends }: Sending): Progress {
  return { state, attempts, sends, ...(messageId !== null && { message_id: messageId }) };
}

function domainOf({ from }: MailService): string {
  return from.slice(from.lastIndexOf("@") + 1);
}
