/**
 * Keeps the time when a form was first sent while its sender proves who they are: a form sent before the deadline, with the password typed
 * after it, is in time. The server stores its own clock and a fingerprint of the form under an opaque id, so that the time cannot be
 * forged, or moved to another form or person.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, defineView, done } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { MINUTE } from "../forms.ts";
import { findSendingTime, insertChallenge } from "./store.ts";

/** Long enough to find a password, or to use the school’s sign-in service. */
const LIFE = 15 * MINUTE;

const Fingerprint = Type.String({ pattern: "^[\\w-]{43}$" });

export const noteSent = defineAct({
  name: "noteSent",
  label: { fr: "Noter l’heure à laquelle un formulaire est parti", en: "Note when a form was sent" },
  who: "be asked who one is",
  scope: "deployment",
  form: Type.Object({ form: Fingerprint }, closed),
  writes: [],
  async perform({ tx, input, actor, at }) {
    const id = newId();
    const account = actor.kind === "account" ? actor.account : null;
    const held = { form: input.form, at: at.toISOString() };
    await insertChallenge(tx, { id, account, kind: "sent", held, at, expiresAt: new Date(at.getTime() + LIFE) });
    return done({ id }, `challenge:${id}`);
  },
});

/** Undefined for another form, for another person, or once expired. */
export const whenSent = defineView({
  name: "whenSent",
  label: { fr: "Lire l’heure à laquelle un formulaire est parti", en: "Read when a form was sent" },
  who: "be asked who one is",
  scope: "deployment",
  form: Type.Object({ id: Id, form: Fingerprint }, closed),
  async read({ tx, input, actor, at }) {
    const found = await findSendingTime(tx, { id: input.id, at });
    const held = found?.held as { form: string; at: string } | undefined;
    if (!found || held?.form !== input.form) return undefined;
    // A form sent after the session had ended has no account yet.
    const theirs = actor.kind !== "account" || found.account === null || found.account === actor.account;
    return theirs ? { at: held.at } : undefined;
  },
});
