/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { Day, Moment, Nothing, orNull, named } from "../../kit/output.ts";
import { oneOf } from "../../law/entry.ts";
import { Id } from "../../kit/shapes.ts";
import { Dossier } from "../output.ts";

const Message = named("Message", {
  id: Id,
  side: oneOf("person", "school"),
  by: Type.String(),
  at: Moment,
  text: Type.String(),
  noAnswerAt: orNull(Moment),
});

const SeenMessages = named("SeenMessages", {
  dossier: Dossier,
  name: orNull(Type.String()),
  side: oneOf("person", "school"),
  messages: Type.Array(Message),
  othersReadAt: orNull(Moment),
  /** The day by which the school promised to answer what the person wrote. */
  answerBy: orNull(Day),
  withdrawn: Type.Optional(Type.Object({ at: Moment, reason: Type.String() })),
});

export const sendMessage = Nothing;

export const settleMessage = Nothing;

export const seeMessagesOf = Type.Object({
  conversations: Type.Array(
    Type.Object({
      dossier: Id,
      messages: Type.Array(Message),
      /** Those of the person that wait for an answer. */
      unanswered: Type.Array(Id),
    }),
  ),
});

export const readMessages = SeenMessages;
