/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Id } from "../../kit/shapes.ts";
import { Moment, orNull } from "../../kit/gives.ts";
import { oneOf } from "../../law/entry.ts";

const Link = Type.Object({ path: Type.String(), label: Type.String() });

const Links = Type.Object({ path: Type.String(), label: Type.String(), stop: Type.Optional(Link) });

const MailChoice = Type.Object({ reminders: Type.Boolean(), version: Type.Integer() });

const State = oneOf("sent", "failed", "queued", "sending", "in-doubt", "bounced");

const ShownMail = Type.Object({
  queuedAt: Moment,
  dueAt: orNull(Moment),
  sentAt: orNull(Moment),
  to: Type.String(),
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

export const openMail = ShownMail;

export const recordBounce = Type.Object({ mail: Type.String() });

export const resendMail = Type.Object({ mail: Type.String() });

export const chooseReminders = MailChoice;
