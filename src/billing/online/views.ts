/** The announcements that wait for a person. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { ownOf } from "../charges/hands.ts";
import { openRefunds } from "../refunds/store.ts";
import { isStuck } from "../rules/online-refund.ts";
import { waitingEvents } from "./store.ts";
import { closed } from "../../kit/shapes.ts";
import * as output from "./output.ts";

const SHOWN = 100;

export const listWaitingEvents = defineView({
  name: "listWaitingEvents",
  label: {
    fr: "Voir les paiements en ligne à classer et les remboursements en cours",
    en: "See the online payments to settle and the refunds under way",
  },
  who: "see the accounts",
  form: Type.Object({}, closed),
  output: output.listWaitingEvents,
  async read({ tx, actor, at, establishment, opened }) {
    const waiting = await waitingEvents(tx, SHOWN);
    const own = await ownOf(
      tx,
      actor,
      waiting.flatMap(({ charge }) => charge ?? []),
    );
    const events = waiting.map(({ receivedAt, ...event }) => ({
      ...event,
      own: event.charge !== null && own.has(event.charge),
      receivedAt: receivedAt.toISOString(),
    }));
    const { paysOnline } = opened(establishment);
    const refunds = (await openRefunds(tx, SHOWN)).map(({ askedAt, ...refund }) => ({
      ...refund,
      stuck: isStuck({ ...refund, askedAt }, { paysOnline, at }),
      askedAt: askedAt.toISOString(),
    }));
    return { events, refunds };
  },
});
