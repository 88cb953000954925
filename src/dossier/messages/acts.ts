/** Messages between the person and the school about a dossier: one act for both sides. */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, defineView, done, FORBIDDEN, invalid } from "../../act/act.ts";
import type { Day } from "../../kit/day.ts";
import { issue } from "../../kit/schema.ts";
import { dayIn } from "../../kit/zone.ts";
import { promisedBy } from "../../law/promises.ts";
import { actorName } from "../../act/permissions.ts";
import { findIntake } from "../../intake/intake.ts";
import { lockedDossier, sideOf } from "../hands.ts";
import { messageMail } from "../mails.ts";
import { tell } from "../standing.ts";
import { findDossier, lockDossier, shownName } from "../store.ts";
import { unanswered } from "../rules/unanswered.ts";
import { type Dossier, dossierChain, type Side } from "../rules/dossier.ts";
import { factsOf } from "../history/store.ts";
import { noteOpened } from "../opened.ts";
import { tellOffice } from "../telling-office.ts";
import { insertMessage, keepNoAnswer, keepReading, type Message, messagesAmong, messagesOf } from "./store.ts";
import { Id, closed } from "../../kit/shapes.ts";
import * as output from "./output.ts";

export const sendMessage = defineAct({
  name: "sendMessage",
  label: { fr: "Écrire au sujet d’un dossier", en: "Write about an application" },
  who: "apply",
  form: Type.Object({ dossier: Id, text: Type.String({ maxLength: 5000 }) }, closed),
  output: output.sendMessage,
  writes: ["dossier_message", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await lockedDossier(tx, input.dossier);
    const side = dossier && sideOf(dossier, actor);
    if (!side) return FORBIDDEN;
    const text = input.text.trim();
    if (text === "") return invalid([NOTHING_WRITTEN]);
    const by = actorName(actor);
    await insertMessage(tx, { id: newId(), dossier: dossier.id, side, by, at, text });
    if (side === "school") await noteOpened(context, dossier, "messages");
    const intake = (await findIntake(tx, dossier.intake))!;
    const { number } = dossier;
    const earlier = await messagesOf(tx, dossier.id);
    const last = earlier.findLast((one) => one.side === "school")?.by;
    await (side === "school"
      ? tell(context, dossier, intake, (lang) => messageMail(lang, { number, to: "person" }))
      : tellOffice(context, dossier, intake, last, (lang) => messageMail(lang, { number, to: "school" })));
    return done({}, dossierChain(dossier.id));
  },
});

/** It stops waiting for an answer, and what was written before it too. */
export const settleMessage = defineAct({
  name: "settleMessage",
  label: { fr: "Dire qu’un message n’attend pas de réponse", en: "Say that a message needs no answer" },
  who: "apply",
  form: Type.Object({ dossier: Id, message: Id }, closed),
  output: output.settleMessage,
  writes: ["dossier_message"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await lockedDossier(tx, input.dossier);
    const side = dossier && sideOf(dossier, actor);
    if (!side) return FORBIDDEN;
    const message = (await messagesOf(tx, dossier.id)).find(({ id }) => id === input.message);
    if (!message || message.side === side) return FORBIDDEN;
    // Two of the office may say so at once.
    if (message.noAnswerAt === null)
      await keepNoAnswer(tx, { id: message.id, dossier: dossier.id }, { at, by: actorName(actor) });
    if (side === "school") await noteOpened(context, dossier, "messages");
    return done({}, dossierChain(dossier.id));
  },
});

export type SeenMessages = {
  readonly dossier: Dossier;
  /** As lists show it; their own side does not read it. */
  readonly name: string | null;
  readonly side: Side;
  readonly messages: readonly Message[];
  /** When the other side last read. */
  readonly othersReadAt: Date | null;
  /** The day by which the school promised to answer the person's message. */
  readonly answerBy: Day | null;
  /** When and, if stated, why the candidate withdrew. */
  readonly withdrawn: { readonly at: Date; readonly reason: string } | undefined;
};

/** All messages; opening marks them as read by this side. */
export const readMessages = defineView({
  name: "readMessages",
  label: { fr: "Lire les messages d’un dossier", en: "Read the messages of an application" },
  who: "apply",
  form: Type.Object({ dossier: Id }, closed),
  output: output.readMessages,
  async read(context): Promise<SeenMessages | undefined> {
    const { tx, input, actor, at, zone, law } = context;
    const dossier = await findDossier(tx, input.dossier);
    const side = dossier && sideOf(dossier, actor);
    if (!side) return undefined;
    // A message written meanwhile waits until this one is read.
    await lockDossier(tx, dossier.id);
    const messages = await messagesOf(tx, dossier.id);
    const othersReadAt = await keepReading(tx, dossier.id, side, at);
    if (side === "school") await noteOpened(context, dossier, "messages");
    const fact = (await factsOf(tx, dossier.id)).findLast(({ kind }) => kind === "withdrawn");
    const reason = typeof fact?.details.reason === "string" ? fact.details.reason : "";
    const name = side === "school" ? await shownName(tx, dossier.id) : null;
    const [asked] = unanswered(messages, "school");
    const intake = asked && (await findIntake(tx, dossier.intake));
    const answerBy =
      asked && intake
        ? promisedBy(law(intake.diploma, { version: intake.lawVersion }), "message", dayIn(asked.at, zone))
        : null;
    return { dossier, name, side, messages, othersReadAt, answerBy, withdrawn: fact && { at: fact.at, reason } };
  },
});

/** What was written about these dossiers, for the office; it counts as read only where the messages are opened. */
export const seeMessagesOf = defineView({
  name: "seeMessagesOf",
  label: { fr: "Voir les messages d’une personne", en: "See somebody’s messages" },
  who: "handle the dossiers",
  form: Type.Object({ dossiers: Type.Array(Id, { maxItems: 50 }) }, closed),
  output: output.seeMessagesOf,
  async read(context) {
    const { tx, input, actor } = context;
    const { dossiers } = input;
    const all = dossiers.length === 0 ? [] : await messagesAmong(tx, dossiers, actorName(actor));
    for (const [id, { account }] of new Map(all.map((one) => [one.dossier, one])))
      await noteOpened(context, { id, account }, "messages");
    return {
      conversations: [...Map.groupBy(all, ({ dossier }) => dossier)].map(([dossier, messages]) => ({
        dossier,
        messages,
        unanswered: unanswered(messages, "school").map(({ id }) => id),
      })),
    };
  },
});

const NOTHING_WRITTEN = issue("text", "Écrivez d’abord votre message.", "Write your message first.");
