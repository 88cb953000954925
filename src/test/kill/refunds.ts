/** Money given back online, a cent each: what finance was told is asked of the provider once, whatever dies in between. */
import { noteOnlineEvent, wishOnlinePayment } from "../../billing/online/acts.ts";
import { computeStates } from "../../billing/charges/states/store.ts";
import { sayOnlineRefund } from "../../billing/charges/words.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { owes, someone } from "../charging.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../people.ts";
import { paidPage, type StripePeer } from "../stripe.ts";
import { Browser } from "./browser.ts";
import { counting } from "./page-lanes.ts";
import { type Lane, type Scenario, sleep } from "./scenario.ts";

const CHARGES = 4;
/** Of one payment the provider lists a hundred refunds: nobody gives back a payment in more parts. */
const PAYMENTS = 12;
const AMOUNT = 16_000;
const PATIENCE_MS = 150_000;
/** One asking in so many is done by the provider, whose answer never comes. */
const UNANSWERED = 7;

export function refunds(school: string, peer: StripePeer): Scenario {
  let lanes: (Lane & { readonly count: () => number })[] = [];
  const pages: { readonly browser: Browser; readonly base: string }[] = [];
  const told = () => lanes.reduce((sum, one) => sum + one.count(), 0);
  return {
    name: "refunds",
    prepare: async (world) => {
      const finance = await makeAccount(world, { name: "finance", address: "finance@exemple.fr" });
      await giveRoles(world, finance, ["finance"], school);
      lanes = [];
      for (let at = 0; at < CHARGES; at++) {
        const { account } = await makeAccount(world, { name: "Claire", address: `rendue-${at}@exemple.fr` });
        const { id } = await owes(world, school, { account });
        const { wish } = await deed(world, wishOnlinePayment, someone(account), { charge: id }, school);
        for (let paid = 0; paid < PAYMENTS; paid++) {
          const session = paidPage(peer, { wish, amount: AMOUNT }).id;
          const heard = { id: `evt_${session}`, kind: "checkout.session.completed", session, wish, amount: AMOUNT };
          await deed(
            world,
            noteOnlineEvent,
            { kind: "payment-provider" },
            { ...heard, currency: "eur", paid: true },
            school,
          );
        }
        const rows = await withSchool(world.db, school, (tx) =>
          tx.selectFrom("payment").select("id").where("charge", "=", id).execute(),
        );
        const browser = new Browser({ [SESSION_COOKIE]: await openedSession(world, finance, ["password", "totp"]) });
        const base = `/${school}/finances/frais/${id}`;
        pages.push({ browser, base });
        const now = async () => (await browser.open(base)).text.split("Remboursement (").length - 1;
        const send = async (count: number) => {
          const form = `${base}/rendre/${rows[count % rows.length]!.id}`;
          if (count % UNANSWERED === 0) peer.misbehave("hang-up-after");
          return browser.send(form, browser.fill(await browser.open(form), { amount: "0,01", reason: "désistement" }));
        };
        lanes.push(counting({ browser, send, now, what: "refunds" }));
      }
    },
    lanes: () => lanes,
    settled: async (origin) => {
      const ends = Date.now() + PATIENCE_MS;
      const waits = [sayOnlineRefund("asked", "fr"), sayOnlineRefund("accepted", "fr")];
      for (const { browser, base } of pages) {
        browser.origin = origin;
        for (;;) {
          const { text } = await browser.open(base);
          if (!waits.some((one) => text.toLowerCase().includes(one))) break;
          if (Date.now() > ends) return ["a refund was never given"];
          await sleep(200);
        }
      }
      return [];
    },
    settle: async (db) => {
      const { asked, states } = await withSchool(db, school, async (tx) => {
        const kept = await tx.selectFrom("charge_state").select(["id", "refunded"]).execute();
        const computed = await computeStates(
          tx,
          kept.map(({ id }) => id),
        );
        return {
          asked: await tx.selectFrom("online_refund").select("id").execute(),
          states: kept.map(({ id, refunded }) => ({ refunded, computed: computed.get(id)!.refunded })),
        };
      });
      const given = Map.groupBy(peer.refunds, ({ metadata }) => metadata?.refund);
      const sum = states.reduce((total, { refunded }) => total + refunded, 0);
      return [
        ...(asked.length === told() ? [] : [`${told()} refunds were acknowledged and ${asked.length} are there`]),
        ...asked.flatMap(({ id }) => {
          const found = given.get(id)?.length ?? 0;
          return found === 1 ? [] : [`a refund was given ${found} times by the provider`];
        }),
        ...(peer.refunds.length === asked.length ? [] : ["the provider gave what nobody asked for"]),
        ...(sum === told() ? [] : [`${told()} cents were given back and ${sum} are counted`]),
        ...(states.every(({ refunded, computed }) => refunded === computed)
          ? []
          : ["what a charge gave back is not what its refunds make"]),
        ...peer.faults.map((fault) => `the provider was asked wrongly: ${fault}`),
      ];
    },
    counts: () => ({ "given by the provider": peer.refunds.length }),
  };
}
