/**
 * Online payment. The wish is written before the provider is asked, its page after; each announcement is recorded once, in any order, and
 * one payment per paid page. Nothing is lost: an announcement that fits no charge waits for a person.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import type { Tx } from "../../db/school.ts";
import { dayIn } from "../../kit/zone.ts";
import { issue } from "../../kit/schema.ts";
import { actorName } from "../../act/permissions.ts";
import { enqueue } from "../../jobs/queue.ts";
import { ProviderId, Reason } from "../charges/forms.ts";
import { takeCharges } from "../charges/hands.ts";
import { chargeChain, recordPayments } from "../charges/paying.ts";
import { lockCharges } from "../charges/states/store.ts";
import { findCharge } from "../charges/store.ts";
import { oneOf } from "../../law/entry.ts";
import { MAX_CENTS } from "../rules/bank-amount.ts";
import { heldBy } from "../rules/online-page.ts";
import { endRefund } from "../refunds/ending.ts";
import { askPayment } from "./errand.ts";
import {
  findWish,
  type FoundWish,
  insertEvent,
  insertSession,
  insertSettlement,
  insertWish,
  isPaid,
  type OnlineOutcome,
  sessionWish,
  toldWish,
  waitingEvents,
  wishesOf,
} from "./store.ts";
import { closed, Id, isId } from "../../kit/shapes.ts";
import * as output from "./output.ts";

/** A page closes an hour after the wish: the provider requires half an hour at least from its opening. */
const PAGE_MINUTES = 60;
/** Until then a wish whose page is in doubt is retried under the same name; later, a new wish replaces it. */
const WISH_MINUTES = 25;
const MOST_WAITING = 1_000;

/** The wish to pay the rest of a charge: the pending one if its amount still holds, else a new one. */
export const wishOnlinePayment = defineAct({
  name: "wishOnlinePayment",
  label: { fr: "Payer en ligne", en: "Pay online" },
  who: "pay what one owes",
  form: Type.Object({ charge: Id }, closed),
  output: output.wishOnlinePayment,
  writes: ["online_payment"],
  async perform({ tx, input, actor, at }) {
    const charge = await findCharge(tx, input.charge);
    if (!charge || charge.debtor !== actorName(actor)) return FORBIDDEN;
    const state = (await lockCharges(tx, [charge.id])).get(charge.id)!;
    if (state.balance <= 0) return invalid([NOTHING_LEFT]);
    if (state.suspended) return invalid([SUSPENDED]);
    const chain = chargeChain(charge.id);
    const { reference } = charge;
    const wishes = await wishesOf(tx, charge.id);
    const held = heldBy(wishes);
    if (held) return invalid([held === "looked-at" ? LOOKED_AT : UNDER_WAY]);
    const [last] = wishes;
    if (
      last?.state === "open" &&
      last.amount === state.balance &&
      (last.expiresAt ?? after(last.wishedAt, WISH_MINUTES)) > at
    ) {
      const { id, amount, url } = last;
      const until = after(last.wishedAt, PAGE_MINUTES).toISOString();
      return done<Wished>({ wish: id, amount, reference, until, url }, chain);
    }
    const wish = { id: newId(), charge: charge.id, amount: state.balance, at };
    await insertWish(tx, wish);
    const until = after(at, PAGE_MINUTES).toISOString();
    return done<Wished>({ wish: wish.id, amount: wish.amount, reference, until, url: null }, chain);
  },
});

/** `url`: if the provider's page is already open. */
type Wished = {
  readonly wish: string;
  readonly amount: number;
  readonly reference: string;
  readonly until: string;
  readonly url: string | null;
};

function after(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

/** Stores the page that the provider opened, which is polled from now on. Only the provider may act here. */
export const keepOnlineSession = defineAct({
  name: "keepOnlineSession",
  label: { fr: "Garder la page de paiement", en: "Keep the payment page" },
  who: "tell of an online payment",
  form: Type.Object(
    {
      wish: Id,
      session: ProviderId,
      url: Type.String({ maxLength: 2000, pattern: "^https?://" }),
      expiresAt: Type.String({ format: "date-time" }),
    },
    closed,
  ),
  writes: ["online_session"],
  async perform({ tx, input, at }) {
    const wish = await findWish(tx, input.wish);
    if (!wish) return FORBIDDEN;
    const session = { id: input.session, wish: wish.id, url: input.url, expiresAt: new Date(input.expiresAt) };
    const chain = chargeChain(wish.charge);
    if (!(await insertSession(tx, session)))
      return (await sessionWish(tx, input.session))?.id === wish.id ? done({}, chain) : FORBIDDEN;
    await enqueue(tx, askPayment, { session: input.session }, at);
    return done({}, chain);
  },
});

/** An announcement of the provider, once its signature was verified, or the answer to our request. */
export const noteOnlineEvent = defineAct({
  name: "noteOnlineEvent",
  label: { fr: "Noter ce que dit le prestataire de paiement", en: "Note what the payment provider says" },
  who: "tell of an online payment",
  form: Type.Object(
    {
      id: ProviderId,
      kind: Type.String({ maxLength: 100 }),
      session: ProviderId,
      wish: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
      // Odd values are stored too: the provider would otherwise repeat the announcement.
      amount: Type.Union([Type.Integer(), Type.Null()]),
      currency: Type.Union([Type.String({ maxLength: 10 }), Type.Null()]),
      paid: Type.Boolean(),
      page: Type.Optional(oneOf("under-way", "ended", "failed")),
      intent: Type.Optional(ProviderId),
      about: Type.Optional(oneOf("returned", "unreturned", "disputed", "dispute-won", "dispute-lost")),
    },
    closed,
  ),
  writes: ["online_event", "payment", "mail"],
  async perform(context) {
    const { tx, input, at, zone } = context;
    const known = await wishTold(tx, input);
    // Serialises two announcements of one page.
    if (known) await lockCharges(tx, [known.charge]);
    const chain = known ? chargeChain(known.charge) : `online:${input.session}`;
    const outcome = await outcomeOf();
    const isNew = await insertEvent(tx, { ...input, wish: known?.id ?? null, outcome, at });
    // A duplicate announcement.
    if (!isNew) return done({ outcome: "known" }, chain);
    if (outcome !== "recorded") return done({ outcome }, chain);
    const paid = {
      charge: known!.charge,
      amount: input.amount!,
      paidOn: dayIn(at, zone),
      means: "online" as const,
      online: input.session,
    };
    await recordPayments(context, [paid], chain);
    return done({ outcome }, chain);

    async function outcomeOf(): Promise<OnlineOutcome> {
      if (!input.paid) return input.about ?? "nothing";
      if (!known) return "unknown";
      const { currency, amount } = input;
      if (currency !== "eur" || amount === null || amount <= 0 || amount > MAX_CENTS) return "currency";
      return (await isPaid(tx, input.session)) ? "known" : "recorded";
    }
  },
});

/** Settles an announcement that waits: a person clarified it with the provider, and says how. Duplicates of it are settled too. */
export const settleOnlineEvent = defineAct({
  name: "settleOnlineEvent",
  label: { fr: "Classer une annonce de paiement en ligne", en: "Settle an online payment announced" },
  who: "keep the accounts",
  form: Type.Object({ event: ProviderId, reason: Reason }, closed),
  output: output.settleOnlineEvent,
  shows: { nothing: SHOWN_NOTHING.unchanging },
  writes: ["online_settlement", "refund_failure"],
  async perform({ tx, input: { event, reason }, actor, today }) {
    const waiting = (await waitingEvents(tx, MOST_WAITING)).find(({ id }) => id === event);
    if (!waiting || (waiting.charge !== null && !(await takeCharges(tx, actor, [waiting.charge])))) return FORBIDDEN;
    if (!(await insertSettlement(tx, { id: event, on: today, reason, by: actorName(actor) }))) return FORBIDDEN;
    const { session, charge, refund, tied } = waiting;
    if (refund !== null) await endRefund(tx, { refund, on: today, why: "differs" });
    return done({}, tied ? chargeChain(charge!) : `online:${session}`);
  },
});

/**
 * The wish of a page, by our own name that the provider returns, and by the stored page. If the two disagree it is not ours: the money may
 * be for another sale of the school on the same account.
 */
async function wishTold(
  tx: Tx,
  { session, wish, intent }: { session: string; wish: string | null; intent?: string },
): Promise<FoundWish | undefined> {
  const kept = await sessionWish(tx, session);
  if (kept) return kept.id === wish ? kept : undefined;
  const named = isId(wish) ? await findWish(tx, wish) : undefined;
  if (named) return named.session === null ? named : undefined;
  return intent === undefined ? undefined : toldWish(tx, { intent });
}

const LOOKED_AT = issue(
  "charge",
  "Un paiement en ligne est arrivé et la comptabilité le vérifie : ne payez pas une seconde fois.",
  "A payment online has arrived and the accounts are checking it: do not pay a second time.",
);
const UNDER_WAY = issue(
  "charge",
  "Votre paiement en ligne est en route : ne payez pas une seconde fois.",
  "Your payment online is on its way: do not pay a second time.",
);
const SUSPENDED = issue(
  "charge",
  "Ce montant n’est plus demandé : l’établissement dira ce qu’il devient.",
  "This is not asked for any more: the school will say what becomes of it.",
);
const NOTHING_LEFT = issue("charge", "Il n’y a plus rien à payer ici.", "There is nothing left to pay here.");
