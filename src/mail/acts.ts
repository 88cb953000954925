/** Acts of the office on mails, and people's choice on reminders. */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../act/act.ts";
import { allows, leaves } from "../kit/machine.ts";
import { enqueue } from "../jobs/queue.ts";
import { issue } from "../kit/schema.ts";
import { presentAddress } from "./address.ts";
import { isToDead } from "./deaths.ts";
import { sendMail } from "./post.ts";
import { MAIL } from "./rules/states.ts";
import {
  choiceOf,
  findMail,
  findPosted,
  insertBounce,
  insertMail,
  isRepeated,
  putChoice,
  updateSending,
} from "./store.ts";
import { closed, Id } from "../kit/shapes.ts";
import * as output from "./output.ts";

/** Records a bounce: a mail that the server accepted and that came back later, as reported by the office or by a delivery report. */
export const recordBounce = defineAct({
  name: "recordBounce",
  label: { fr: "Noter qu’un courriel est revenu", en: "Record that a mail came back" },
  who: "note a returned mail",
  from: leaves(MAIL, "bounced"),
  form: Type.Object(
    {
      mail: Id,
      said: Type.String({ minLength: 1, maxLength: 2000 }),
    },
    closed,
  ),
  output: output.recordBounce,
  writes: ["mail_bounce"],
  async perform({ tx, input: { mail, said }, at }) {
    const found = await findMail(tx, mail);
    if (!found) return FORBIDDEN;
    if (!allows(MAIL, "bounced", found.state)) return stale({ state: found.state });
    await insertBounce(tx, { mail, said, at });
    await updateSending(tx, mail, { state: "bounced", due_at: null, problem: "returned", said });
    return done({ mail }, found.about);
  },
});

/**
 * Resends a failed or bounced mail: the same words as a new mail with its own Message-ID, to the person's present address. Each mail is
 * resent once; if the copy fails, the copy is resent.
 */
export const resendMail = defineAct({
  name: "resendMail",
  label: { fr: "Renvoyer un courriel", en: "Send a mail again" },
  who: "handle the dossiers",
  from: leaves(MAIL, "sent-again"),
  form: Type.Object({ mail: Id }, closed),
  output: output.resendMail,
  writes: ["mail"],
  async perform({ tx, input: { mail }, at, reached }) {
    const found = await findPosted(tx, mail);
    if (!found) return FORBIDDEN;
    const { state, ...posted } = found;
    if (!allows(MAIL, "sent-again", state) || (await isRepeated(tx, mail))) return stale({ state });
    const id = newId();
    const { postal } = posted;
    const contact = postal ? await reached(tx, postal.of ?? posted.about) : undefined;
    const to = contact?.to ?? (await presentAddress(tx, posted.reader)) ?? posted.to ?? postal!;
    const reader = contact ? contact.reader : posted.reader;
    if (await isToDead(tx, { reader, to })) return invalid([DIED]);
    const sent = typeof to === "string" ? { to, postal: null } : { to: null, postal: to };
    await insertMail(tx, { ...posted, id, reader, ...sent, again: mail, at });
    if (typeof to === "string") await enqueue(tx, sendMail, { mail: id }, at);
    return done({ mail: id }, posted.about);
  },
});

const DIED = issue(
  "mail",
  "Cette personne est décédée : plus rien ne lui est envoyé.",
  "This person has died: nothing more is sent to them.",
);

/** Whether a person wants reminders of unfinished work; other mails cannot be declined. */
export const chooseReminders = defineAct({
  name: "chooseReminders",
  label: { fr: "Choisir de recevoir ou non des rappels", en: "Choose whether to be sent reminders" },
  who: "read one’s own mail",
  form: Type.Object(
    { reminders: Type.Boolean(), version: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }) },
    closed,
  ),
  output: output.chooseReminders,
  writes: ["mail_choice"],
  async perform({ tx, input, actor, at }) {
    if (actor.kind !== "account") return FORBIDDEN;
    if (!(await putChoice(tx, actor.account, input, at))) return stale(await choiceOf(tx, actor.account));
    return done({ reminders: input.reminders, version: input.version + 1 }, `mail-choice:${actor.account}`);
  },
});
