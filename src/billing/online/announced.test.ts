/** What the provider tells of a payment: believed, counted once, kept, or left to a person. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { withSchool } from "../../db/school.ts";
import { runJobs } from "../../worker/run-jobs.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { cash, finance, payingOnline, SCHOOL, START } from "../../test/paying-online.ts";
import { announcement, type StripeSession } from "../../test/stripe.ts";
import { recordPayment } from "../charges/acts.ts";
import { moneyCheck } from "../charges/check.ts";
import { settleOnlineEvent, wishOnlinePayment } from "./acts.ts";
import { paymentAsker } from "./ask.ts";
import { waitingEvents } from "./store.ts";

describe("a payment online that is told of", () => {
  const { act, announce, paidPage, set, stands, world } = payingOnline();
  let count = 0;

  it("believes no announcement that is forged, changed, too old or of a secret that is no more", async () => {
    const { one, session } = await paidPage();
    const right = announcement(session, { at: set.now });
    const old = announcement(session, { at: new Date(set.now.getTime() - 301_000) });
    const forged = announcement(session, { at: set.now, secret: "whsec_guess" });
    const changed = { ...right, bytes: Buffer.from(right.bytes.toString().replace("16000", "16001")) };
    for (const one of [old, forged, changed, { ...right, header: "" }, { ...right, header: "t=1,v1=00" }])
      equal((await announce(one)).status, 400);
    equal((await stands(one)).paid, 0);
    // While one secret replaces another, both are good.
    equal((await announce(announcement(session, { at: set.now, secret: "whsec_next" }))).outcome, "recorded");
    set.secrets = ["whsec_next"];
    equal((await announce(announcement(session, { at: set.now }))).status, 400);
  });

  it("is counted once, told twice, told in two ways, or told out of order", async () => {
    const { one, session } = await paidPage();
    const open: Partial<StripeSession> = { ...session, payment_status: "unpaid", status: "complete" };
    const first = announcement(session, { at: set.now, kind: "checkout.session.async_payment_succeeded" });
    equal(
      (
        await announce(
          announcement(
            { ...session, status: "expired", payment_status: "unpaid" },
            { at: set.now, kind: "checkout.session.expired" },
          ),
        )
      ).outcome,
      "nothing",
    );
    equal((await announce(first)).outcome, "recorded");
    equal((await announce(first)).outcome, "known");
    equal((await announce(announcement(session, { at: set.now }))).outcome, "known");
    equal((await announce(announcement(open, { at: set.now }))).outcome, "nothing");
    deepEqual([(await stands(one)).paid, (await stands(one)).state], [16000, "paid"]);
  });

  it("is counted once where two announcements come at the same moment", async () => {
    const { one, session } = await paidPage();
    const both = await Promise.all([1, 2].map(() => announce(announcement(session, { at: set.now }))));
    const outcomes = both.map(({ outcome }) => outcome ?? "");
    deepEqual(outcomes.toSorted(), ["known", "recorded"]);
    equal((await stands(one)).paid, 16000);
  });

  it("is recorded though the charge was paid meanwhile: what is too much is to be given back", async () => {
    const { one, session } = await paidPage();
    await act(recordPayment, cash(one.id, 16000), finance);
    equal((await announce(announcement(session, { at: set.now }))).outcome, "recorded");
    deepEqual([(await stands(one)).state, (await stands(one)).balance], ["over-paid", -16000]);
  });

  it("is recorded as what it is where the amount is another, and left to a person where the currency is", async () => {
    const { one, session } = await paidPage();
    equal((await announce(announcement({ ...session, currency: "usd" }, { at: set.now }))).outcome, "currency");
    equal((await stands(one)).paid, 0);
    equal((await announce(announcement({ ...session, amount_total: 15000 }, { at: set.now }))).outcome, "recorded");
    equal((await stands(one)).balance, 1000);
  });

  it("keeps what names no payment of ours, for a person to see", async () => {
    const stranger = {
      id: "cs_test_elsewhere",
      client_reference_id: null,
      amount_total: 100,
      currency: "eur",
      payment_status: "paid" as const,
    };
    deepEqual(await announce(announcement(stranger, { at: set.now })), { status: 200, outcome: "unknown" });
    const other = announcement(stranger, { at: set.now, kind: "invoice.paid" });
    equal((await announce(other)).outcome, "nothing");
  });

  it("waits for a person until they say what was done with it, once", async () => {
    const waits = () =>
      withSchool(world().db, SCHOOL, async (tx) => (await waitingEvents(tx, 100)).map(({ id }) => id));
    const session = { id: "cs_test_lost", client_reference_id: null, amount_total: 100, currency: "eur" };
    await announce(announcement({ ...session, payment_status: "paid" }, { at: set.now, id: "evt_lost_and_found" }));
    ok((await waits()).includes("evt_lost_and_found"));
    const toDo = () =>
      withSchool(world().db, SCHOOL, (tx) =>
        tx.selectFrom("waiting").select("facts").where("chain", "=", "online-event:evt_lost_and_found").execute(),
      );
    deepEqual(await toDo(), [{ facts: { euros: 100 } }], "a line of «À faire»");
    equal((await withSchool(world().db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, null);
    const settled = { event: "evt_lost_and_found", reason: "rendu chez le prestataire" };
    equal((await act(settleOnlineEvent, settled)).kind, "done");
    deepEqual(await toDo(), []);
    equal((await act(settleOnlineEvent, settled)).kind, "forbidden");
    ok(!(await waits()).includes("evt_lost_and_found"));
  });

  it("is one thing to settle however often it is told, and whoever paid is told that it is looked at", async () => {
    const { one, session } = await paidPage();
    session.currency = "usd";
    for (const kind of ["completed", "async_payment_succeeded"])
      await announce(announcement(session, { at: set.now, kind: `checkout.session.${kind}` }));
    const run = () => runJobs(world(), [paymentAsker]);
    await run();
    set.now = new Date(START.getTime() + 60_000);
    await run();
    const waits = async () =>
      (await withSchool(world().db, SCHOOL, (tx) => waitingEvents(tx, 100))).filter(
        (each) => each.session === session.id,
      );
    deepEqual(
      (await waits()).map(({ outcome, charge }) => [outcome, charge]),
      [["currency", one.id]],
    );
    const page = (await one.her.open("/compte/paiements")).text;
    match(page, /en cours de vérification/);
    equal(/à payer au plus tard|Payer 160/.test(page), false);
    match((await one.pay()).text, /la comptabilité le vérifie\u00a0: ne payez pas/);
    equal((await act(settleOnlineEvent, { event: (await waits())[0]!.id, reason: "rendu" })).kind, "done");
    await announce(announcement(session, { at: set.now, id: "evt_usd_once_more" }));
    deepEqual(await waits(), []);
    equal((await one.pay()).status, 303);
  });

  it("is kept and acknowledged however odd what is told of it is", async () => {
    const { one, session } = await paidPage();
    const odd: [Partial<StripeSession>, string?][] = [
      [{ amount_total: 2_000_000_000_000 }],
      [{ amount_total: -5 }],
      [{ amount_total: 1.5 }],
      [{ currency: "\u0000" }],
      [{ client_reference_id: "x".repeat(201) }],
      [{ id: "cs y é" }],
      [{ id: `cs_${"y".repeat(300)}` }],
      [{}, "evt.é"],
    ];
    for (const [place, [more, id]] of odd.entries()) {
      const told = { ...session, id: `cs_odd_${place}`, client_reference_id: null, ...more };
      const given = announcement(told, { at: set.now, ...(id !== undefined && { id }) });
      deepEqual(await announce(given), { status: 200, outcome: "unknown" }, JSON.stringify(more));
      equal((await announce(given)).outcome, "known");
    }
    equal(
      (await announce(announcement({ ...session, amount_total: 2_000_000_000_000 }, { at: set.now }))).outcome,
      "currency",
    );
    equal((await stands(one)).paid, 0);
  });

  it("never loses nor doubles a payment, whatever is told, how often and in what order", async () => {
    const told = fc.record({
      page: fc.nat({ max: 2 }),
      kind: fc.constantFrom("completed", "async_payment_succeeded", "async_payment_failed", "expired"),
      event: fc.nat({ max: 3 }),
      paid: fc.boolean(),
      forged: fc.boolean(),
      currency: fc.constantFrom("eur", "eur", "eur", "usd"),
      cash: fc.boolean(),
    });
    const property = fc.asyncProperty(fc.array(told, { maxLength: 12 }), async (all) => {
      const account = await newAccount(world(), `suite-${(count += 1)}@exemple.fr`);
      const charge = await owes(world(), SCHOOL, { account });
      const wish = await act(wishOnlinePayment, { charge: charge.id }, someone(account));
      const reference = wish.kind === "done" ? (wish.value as { wish: string }).wish : "";
      let byHand = 0;
      const counted = new Set<number>();
      const known = new Map<string, string>();
      for (const one of all) {
        if (one.cash) {
          byHand += 100;
          await act(recordPayment, cash(charge.id, 100), finance);
          continue;
        }
        const session = {
          id: `cs_test_${count}_${one.page}`,
          client_reference_id: reference,
          amount_total: 16000 + one.page,
          currency: one.currency,
          payment_status: one.paid ? ("paid" as const) : ("unpaid" as const),
        };
        // The provider sends one event in one form, however often.
        const id = `evt_${count}_${one.page}_${one.kind}_${one.event}`;
        const form = JSON.stringify(session);
        if ((known.get(id) ?? form) !== form) continue;
        if (!one.forged) known.set(id, form);
        const secret = one.forged ? "whsec_guess" : "whsec_present";
        const { status } = await announce(
          announcement(session, { at: set.now, kind: `checkout.session.${one.kind}`, id, secret }),
        );
        equal(status, one.forged ? 400 : 200);
        if (!one.forged && one.paid && one.currency === "eur") counted.add(one.page);
      }
      const online = [...counted].reduce((sum, page) => sum + 16000 + page, 0);
      equal((await stands(charge)).paid, online + byHand);
    });
    await fc.assert(property, { numRuns: 25 });
    equal(count, 25);
  });
});
