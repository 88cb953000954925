/**
 * The instant at which a form was first sent, kept while its sender is asked who they are: whoever sends before an hour and
 * types a password after it was in time. What is kept is the server's own clock beside the fingerprint of the form, under an
 * id that says nothing, so that nobody can write an instant, move it, or carry it over to another form or person.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, defineView, done } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { MINUTE } from "../forms.ts";
import { findSent, insertChallenge } from "./store.ts";

/** Long enough to find a password, or to go to the school’s own service and back. */
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

/** Nothing for another form, for another person, or once the time is over. */
export const whenSent = defineView({
  name: "whenSent",
  label: { fr: "Lire l’heure à laquelle un formulaire est parti", en: "Read when a form was sent" },
  who: "be asked who one is",
  scope: "deployment",
  form: Type.Object({ id: Id, form: Fingerprint }, closed),
  async read({ tx, input, actor, at }) {
    const found = await findSent(tx, { id: input.id, at });
    const held = found?.held as { form: string; at: string } | undefined;
    if (!found || held?.form !== input.form) return undefined;
    // Whose session had ended was nobody when they sent it.
    const theirs = actor.kind !== "account" || found.account === null || found.account === actor.account;
    return theirs ? { at: held.at } : undefined;
  },
});
