/** Payments announced again and again, twice and out of order: each page that was paid is recorded once, to the cent. */
import { randomUUID } from "node:crypto";
import { computeStates } from "../../billing/charges/states/store.ts";
import { wishOnlinePayment } from "../../billing/online/acts.ts";
import type { Database } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import { owes, someone } from "../charging.ts";
import { deed } from "../people.ts";
import { announcement, STRIPE_KEY } from "../stripe.ts";
import { testActWorld } from "../world.ts";
import type { Try } from "./call.ts";
import type { Scenario } from "./scenario.ts";
import { type TryLane, tryLane } from "./try-lane.ts";

const PEOPLE = 40;
const KINDS = ["completed", "async_payment_succeeded", "completed"] as const;

type Page = { readonly session: string; readonly wish: string; readonly amount: number };

/** The keys that the service is started with, and that the server standing in for the provider asks for. */
export const PAYMENT_ENV = {
  LIVRET_STRIPE_KEYS: `faire-ess=${STRIPE_KEY}`,
  LIVRET_STRIPE_SECRETS: "faire-ess=whsec_kill",
};

export function payments(school: string): Scenario {
  const wishes: string[] = [];
  const paid = new Map<string, Page>();
  let count = 0;

  const lane = (): TryLane => {
    let waiting: Try[] = [];
    let page: Page | undefined;
    const begin = () => {
      const wish = wishes[(count += 1) % wishes.length]!;
      page = { session: `cs_test_${randomUUID().replaceAll("-", "")}`, wish, amount: 100 + (count % 900) };
      paid.set(page.session, page);
      waiting = KINDS.map((kind) => announced(page!, kind));
    };
    return {
      next: () => {
        if (wishes.length === 0) return undefined;
        if (waiting.length === 0) begin();
        return waiting[0];
      },
      acknowledge: (tried) => void (waiting = waiting.filter((one) => one !== tried)),
      // Nobody may ask the API who paid: the database is asked when all is over.
      look: async () => [],
    };
  };

  /** Each announcement is signed as it is sent: the service takes none that is five minutes old. */
  const announced = ({ session, wish, amount }: Page, kind: string): Try => {
    const told = {
      id: session,
      client_reference_id: wish,
      amount_total: amount,
      currency: "eur",
      payment_status: "paid" as const,
    };
    const id = `evt_${randomUUID().replaceAll("-", "")}`;
    const sign = () => {
      const given = announcement(told, { kind: `checkout.session.${kind}`, id, at: new Date(), secret: "whsec_kill" });
      return { body: given.bytes, headers: { "stripe-signature": given.header } };
    };
    return { act: kind, input: {}, attempt: id, raw: { path: "payments", sign } };
  };

  const running = Array.from({ length: 6 }, () => tryLane(school, lane()));
  return {
    name: "payments",
    lanes: () => running,
    prepare: async ({ db }) => {
      const world = testActWorld(db);
      for (let at = 0; at < PEOPLE; at++) {
        const account = randomUUID();
        const charge = await owes(world, school, { account });
        const wished = await deed(world, wishOnlinePayment, someone(account), { charge: charge.id }, school);
        wishes.push(wished.wish);
      }
    },
    settle: (db: Database) =>
      withSchool(db, school, async (tx) => {
        const rows = await tx.selectFrom("payment").select(["online", "amount", "charge"]).execute();
        const times = Map.groupBy(rows, ({ online }) => online);
        const faults = [...paid.values()].flatMap(({ session, amount }) => {
          const found = times.get(session) ?? [];
          if (found.length !== 1) return [`a page that was paid is recorded ${found.length} times`];
          return found[0]!.amount === amount ? [] : ["a payment is recorded with another amount"];
        });
        if (rows.length !== paid.size) faults.push(`${paid.size} pages were paid and ${rows.length} are recorded`);
        const states = await tx.selectFrom("charge_state").select(["id", "paid"]).execute();
        const computed = await computeStates(
          tx,
          states.map(({ id }) => id),
        );
        for (const { id, paid: kept } of states)
          if (computed.get(id)!.paid !== kept) faults.push("what a charge has come to is not what its payments give");
        return faults;
      }),
    counts: () => ({ "pages paid": paid.size }),
  };
}
