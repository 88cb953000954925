/** The output schemas of the acts and views of online payment. */
import { Type } from "typebox";
import { Cents, Moment, Nothing, orNull, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";

const Wished = named("Wished", {
  wish: Type.String(),
  amount: Cents,
  reference: Type.String(),
  until: Type.String(),
  url: orNull(Type.String()),
});

export const wishOnlinePayment = Wished;

export const settleOnlineEvent = Nothing;

export const listWaitingEvents = Type.Object({
  events: Type.Array(
    Type.Object({
      own: Type.Boolean(),
      receivedAt: Moment,
      id: Type.String(),
      session: Type.String(),
      amount: orNull(Cents),
      currency: orNull(Type.String()),
      outcome: oneOf(
        "known",
        "currency",
        "unknown",
        "differs",
        "returned",
        "unreturned",
        "disputed",
        "dispute-won",
        "dispute-lost",
        "recorded",
        "nothing",
      ),
      charge: orNull(Type.String()),
      reference: orNull(Type.String()),
      refund: orNull(Type.String()),
      tied: Type.Boolean(),
    }),
  ),
  refunds: Type.Array(
    Type.Object({
      stuck: Type.Boolean(),
      askedAt: Moment,
      id: Id,
      charge: Type.String(),
      reference: Type.String(),
      payment: Type.String(),
      session: Type.String(),
      amount: Cents,
      reason: Type.String(),
      state: oneOf("asked", "given", "accepted", "failed"),
      again: Type.Boolean(),
    }),
  ),
});
