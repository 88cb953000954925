/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { Id } from "../kit/shapes.ts";
import { Moment, orNull, named } from "../kit/output.ts";
import { DaySchema, oneOf } from "../law/entry.ts";

const Link = named("MailLink", { path: Type.String(), label: Type.String() });

const Links = named("MailLinks", {
  path: Type.String(),
  label: Type.String(),
  each: Type.Optional(Type.Array(Link)),
  stop: Type.Optional(Link),
});

const MailChoice = named("MailChoice", { reminders: Type.Boolean(), version: Type.Integer() });

const State = oneOf("sent", "failed", "queued", "sending", "in-doubt", "bounced", "to-hand");

/** `of`: the chain that the person came with, such as a dossier’s. */
const Postal = named("PostalAddress", {
  name: Type.String(),
  lines: Type.Array(Type.String()),
  of: Type.Optional(Type.String()),
});

const ShownMail = named("ShownMail", {
  queuedAt: Moment,
  dueAt: orNull(Moment),
  sentAt: orNull(Moment),
  to: orNull(Type.String()),
  postal: orNull(Postal),
  link: orNull(Links),
  id: Id,
  about: Type.String(),
  subject: Type.String(),
  reader: orNull(Type.String()),
  lang: oneOf("fr", "en"),
  paragraphs: Type.Array(Type.String()),
  again: orNull(Type.String()),
  repeated: Type.Boolean(),
  state: State,
  attempts: Type.Integer(),
  sends: Type.Integer(),
  problem: orNull(
    oneOf("refused", "returned", "no-server", "kept-inside", "unreachable", "refused-for-now", "no-answer"),
  ),
  said: orNull(Type.String()),
});

export const myMails = Type.Object({
  mails: Type.Array(ShownMail),
  more: Type.Boolean(),
});

export const myReminders = MailChoice;

export const listMails = Type.Object({
  mails: Type.Array(ShownMail),
  unsent: Type.Array(Type.Object({ state: State, count: Type.Integer() })),
});

export const seeUnreached = Type.Object({ count: Type.Integer() });

export const openMail = Type.Object({
  ...ShownMail.properties,
  handed: orNull(Type.Object({ on: DaySchema, means: oneOf("post", "hand"), by: Type.String() })),
});

const Letter = {
  id: Id,
  about: Type.String(),
  lang: oneOf("fr", "en"),
  subject: Type.String(),
  postal: Postal,
  queuedAt: Moment,
};

export const listLetters = Type.Object({ letters: Type.Array(Type.Object(Letter)), more: Type.Boolean() });

export const printLetters = Type.Object({
  letters: Type.Array(Type.Object({ ...Letter, paragraphs: Type.Array(Type.String()) })),
});

export const countLetters = Type.Object({ count: Type.Integer() });

export const noteLetterSent = Type.Object({ letter: Type.String() });

export const recordBounce = Type.Object({ mail: Type.String() });

export const resendMail = Type.Object({ mail: Type.String() });

export const chooseReminders = MailChoice;

export const myReturned = Type.Object({ address: Type.String(), at: Moment });
