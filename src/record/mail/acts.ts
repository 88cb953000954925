/** What the office does with mails, and what their readers say of those they may do without. */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, stale } from "../../act/act.ts";
import { allows, leaves } from "../../kit/machine.ts";
import { enqueue } from "../jobs/queue.ts";
import { presentAddress } from "./address.ts";
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
import { closed, Id } from "../../kit/shapes.ts";
import * as gives from "./gives.ts";

/** A mail that the server took and that came back later: told by whoever reads the mailbox, or by the report itself. */
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
  gives: gives.recordBounce,
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
 * Sends what was given up or came back once more: the same words, as another mail with a Message-ID of its own, to the
 * address that the person has now. Each mail is repeated once; if the copy fails too, the copy is.
 */
export const resendMail = defineAct({
  name: "resendMail",
  label: { fr: "Renvoyer un courriel", en: "Send a mail again" },
  who: "handle the dossiers",
  from: leaves(MAIL, "sent-again"),
  form: Type.Object({ mail: Id }, closed),
  gives: gives.resendMail,
  writes: ["mail"],
  async perform({ tx, input: { mail }, at, reached }) {
    const found = await findPosted(tx, mail);
    if (!found) return FORBIDDEN;
    const { state, ...posted } = found;
    if (!allows(MAIL, "sent-again", state) || (await isRepeated(tx, mail))) return stale({ state });
    const id = newId();
    const { postal } = posted;
    const now = postal ? await reached(tx, postal.of ?? posted.about) : undefined;
    const to = now?.to ?? (await presentAddress(tx, posted.reader)) ?? posted.to ?? postal!;
    const reader = now ? now.reader : posted.reader;
    const sent = typeof to === "string" ? { to, postal: null } : { to: null, postal: to };
    await insertMail(tx, { ...posted, id, reader, ...sent, again: mail, at });
    if (typeof to === "string") await enqueue(tx, sendMail, { mail: id }, at);
    return done({ mail: id }, posted.about);
  },
});

/** Whether a person wants to be reminded of what they have not handed in; all else that is written to them is not asked. */
export const chooseReminders = defineAct({
  name: "chooseReminders",
  label: { fr: "Choisir de recevoir ou non des rappels", en: "Choose whether to be sent reminders" },
  who: "read one’s own mail",
  form: Type.Object(
    { reminders: Type.Boolean(), version: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }) },
    closed,
  ),
  gives: gives.chooseReminders,
  writes: ["mail_choice"],
  async perform({ tx, input, actor, at }) {
    if (actor.kind !== "account") return FORBIDDEN;
    if (!(await putChoice(tx, actor.account, input, at))) return stale(await choiceOf(tx, actor.account));
    return done({ reminders: input.reminders, version: input.version + 1 }, `mail-choice:${actor.account}`);
  },
});
