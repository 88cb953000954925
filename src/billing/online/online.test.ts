import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, type Outcome, perform } from "../../act.ts";
import { withSchool } from "../../db/school.ts";
import { runJobs } from "../../jobs/run-jobs.ts";
import { type Charged, newAccount, owes, someone } from "../../test/charging.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { announcement, payIt, startStripe, type StripePeer, type StripeSession } from "../../test/stripe.ts";
import { newAttempt } from "../../test/world.ts";
import { SESSION_COOKIE } from "../../web/session.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../world.ts";
import { recordPayment } from "../charges/acts.ts";
import { lockCharges } from "../charges/states/store.ts";
import { moneyCheck } from "../charges/check.ts";
import { keepOnlineSession, settleOnlineEvent, wishOnlinePayment } from "./acts.ts";
import { paymentAsker } from "./ask.ts";
import { providerCheck } from "./check.ts";
import { waitingEvents } from "./store.ts";
import { stripe } from "./stripe.ts";

const SCHOOL = "faire-ess";
const START = new Date("2026-11-25T09:00:00Z");

describe("a payment online", () => {
  let peer: StripePeer;
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let now = START;
  let secrets = ["whsec_present", "whsec_next"];
  /** The key was taken out of the settings. */
  let away = false;
  before(async () => {
    peer = await startStripe(() => now);
    const payments = (school: string) => (school === SCHOOL && !away ? peer.payments(secrets)(school) : undefined);
    ({ world, close } = await testWorldOf({ now: () => now, payments }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
    await peer.close();
  });
  beforeEach(() => {
    now = START;
    away = false;
    secrets = ["whsec_present", "whsec_next"];
    peer.misbehave();
    peer.sessions.length = 0;
  });

  let count = 0;
  /** Somebody who owes 160 €, at the application. */
  const debtor = async () => {
    const person = await makeAccount(world, { name: "Camille", address: `payeuse-${(count += 1)}@exemple.fr` });
    const charge = await owes(world, SCHOOL, { account: person.account });
    const her = visitor(app, `/${SCHOOL}`);
    her.cookies.set(SESSION_COOKIE, await openedSession(world, person));
    // The page that was open before has it, whatever the page has become since.
    let token = "";
    const csrf = async () => (token ||= await csrfOf());
    const csrfOf = async () =>
      /name="_csrf" value="([^"]+)"/.exec((await her.open("/compte/paiements")).text)?.[1] ?? "";
    const pay = async () => {
      await csrf();
      const sent = await app.inject({
        method: "POST",
        url: `/${SCHOOL}/compte/paiements`,
        cookies: Object.fromEntries(her.cookies),
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ _csrf: token, charge: charge.id }).toString(),
      });
      return { status: sent.statusCode, location: sent.headers.location?.toString() ?? "", text: sent.body };
    };
    return { ...charge, her, pay, ready: csrf };
  };
  const stands = async ({ id }: Pick<Charged, "id">) =>
    (await withSchool(world.db, SCHOOL, (tx) => lockCharges(tx, [id]))).get(id)!;
  const announce = async (given: ReturnType<typeof announcement>, header = given.header, school = SCHOOL) => {
    const answer = await app.inject({
      method: "POST",
      url: `/api/${school}/payments`,
      headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": header },
      payload: given.bytes,
    });
    return { status: answer.statusCode, outcome: answer.json<{ outcome?: string }>().outcome };
  };
  const lastSession = () => peer.sessions.at(-1)!;

  it("leads to the provider’s page, asked as the provider publishes, and is recorded once it tells", async () => {
    const one = await debtor();
    const { status, location } = await one.pay();
    equal(status, 303);
    equal(location, lastSession().url);
    deepEqual(peer.faults, []);
    equal(lastSession().amount_total, 16000);
    match(lastSession().success_url, /\/faire-ess\/compte\/paiements\?paiement=retour$/);
    equal((await stands(one)).state, "owed");
    payIt(lastSession());
    deepEqual(await announce(announcement(lastSession(), { at: now })), { status: 200, outcome: "recorded" });
    equal((await stands(one)).state, "paid");
    const page = await one.her.open("/compte/paiements");
    match(page.text, /Reçu R-2026-\d{6}/);
  });

  it("lets the form lead to the provider’s page, and nowhere else", async () => {
    const { her } = await debtor();
    const page = await app.inject({ url: `/${SCHOOL}/compte/paiements`, cookies: Object.fromEntries(her.cookies) });
    match(String(page.headers["content-security-policy"]), new RegExp(`form-action 'self' ${peer.origin}(;|$)`));
  });

  it("opens one page however often it is asked", async () => {
    const one = await debtor();
    const first = await one.pay();
    const second = await one.pay();
    equal(first.location, second.location);
    equal(peer.sessions.length, 1);
  });

  for (const mischief of ["fault", "busy", "hang-up", "hang-up-after"] as const) {
    it(`is tried again by itself after one "${mischief}", and opens one page`, async () => {
      const one = await debtor();
      peer.misbehave(mischief);
      equal((await one.pay()).location, lastSession().url);
      equal(peer.sessions.length, 1);
      deepEqual(peer.faults, []);
    });
  }

  it("says so where the provider stays away, and later finds the page that was opened unseen", async () => {
    const one = await debtor();
    peer.misbehave("hang-up-after", "hang-up");
    const away = await one.pay();
    equal(away.status, 422);
    match(away.text, /La page de paiement ne répond pas. Rien n’a été prélevé/);
    equal(peer.sessions.length, 1);
    now = new Date(START.getTime() + 10 * 60_000);
    equal((await one.pay()).location, lastSession().url);
    equal(peer.sessions.length, 1);
    deepEqual(peer.faults, []);
  });

  it("is not led to another place, nor by what is no answer", async () => {
    const one = await debtor();
    peer.misbehave("elsewhere");
    equal((await one.pay()).status, 422);
    peer.misbehave("nonsense", "nonsense");
    equal((await one.pay()).status, 422);
  });

  it("is not for a charge of somebody else, nor for one that is paid", async () => {
    const one = await debtor();
    const other = someone(await newAccount(world, "autre@exemple.fr"));
    equal((await act(wishOnlinePayment, { charge: one.id }, other)).kind, "forbidden");
    await one.ready();
    await act(recordPayment, cash(one.id, 16000), finance);
    const settled = await one.pay();
    equal(settled.status, 422);
    match(settled.text, /plus rien à payer/);
  });

  const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
  const cash = (charge: string, amount: number) => ({ charge, amount, paidOn: "2026-11-25", means: "cash" as const });
  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor: Actor = finance): Promise<Outcome<V>> =>
    perform(world, deed, { actor, establishment: SCHOOL, attempt: newAttempt(), input });

  const paidPage = async () => {
    const one = await debtor();
    await one.pay();
    const session = lastSession();
    payIt(session);
    return { one, session };
  };

  it("believes no announcement that is forged, changed, too old or of a secret that is no more", async () => {
    const { one, session } = await paidPage();
    const right = announcement(session, { at: now });
    const old = announcement(session, { at: new Date(now.getTime() - 301_000) });
    const forged = announcement(session, { at: now, secret: "whsec_guess" });
    const changed = { ...right, bytes: Buffer.from(right.bytes.toString().replace("16000", "16001")) };
    for (const one of [old, forged, changed, { ...right, header: "" }, { ...right, header: "t=1,v1=00" }])
      equal((await announce(one)).status, 400);
    equal((await stands(one)).paid, 0);
    // While one secret replaces another, both are good.
    equal((await announce(announcement(session, { at: now, secret: "whsec_next" }))).outcome, "recorded");
    secrets = ["whsec_next"];
    equal((await announce(announcement(session, { at: now }))).status, 400);
  });

  it("is counted once, told twice, told in two ways, or told out of order", async () => {
    const { one, session } = await paidPage();
    const open: Partial<StripeSession> = { ...session, payment_status: "unpaid", status: "complete" };
    const first = announcement(session, { at: now, kind: "checkout.session.async_payment_succeeded" });
    equal(
      (
        await announce(
          announcement(
            { ...session, status: "expired", payment_status: "unpaid" },
            { at: now, kind: "checkout.session.expired" },
          ),
        )
      ).outcome,
      "nothing",
    );
    equal((await announce(first)).outcome, "recorded");
    equal((await announce(first)).outcome, "known");
    equal((await announce(announcement(session, { at: now }))).outcome, "known");
    equal((await announce(announcement(open, { at: now }))).outcome, "nothing");
    deepEqual([(await stands(one)).paid, (await stands(one)).state], [16000, "paid"]);
  });

  it("is counted once where two announcements come at the same moment", async () => {
    const { one, session } = await paidPage();
    const both = await Promise.all([1, 2].map(() => announce(announcement(session, { at: now }))));
    const outcomes = both.map(({ outcome }) => outcome ?? "");
    deepEqual(outcomes.toSorted(), ["known", "recorded"]);
    equal((await stands(one)).paid, 16000);
  });

  it("is recorded though the charge was paid meanwhile: what is too much is to be given back", async () => {
    const { one, session } = await paidPage();
    await act(recordPayment, cash(one.id, 16000), finance);
    equal((await announce(announcement(session, { at: now }))).outcome, "recorded");
    deepEqual([(await stands(one)).state, (await stands(one)).balance], ["over-paid", -16000]);
  });

  it("is recorded as what it is where the amount is another, and left to a person where the currency is", async () => {
    const { one, session } = await paidPage();
    equal((await announce(announcement({ ...session, currency: "usd" }, { at: now }))).outcome, "currency");
    equal((await stands(one)).paid, 0);
    equal((await announce(announcement({ ...session, amount_total: 15000 }, { at: now }))).outcome, "recorded");
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
    deepEqual(await announce(announcement(stranger, { at: now })), { status: 200, outcome: "unknown" });
    const other = announcement(stranger, { at: now, kind: "invoice.paid" });
    equal((await announce(other)).outcome, "nothing");
  });

  it("waits for a person until they say what was done with it, once", async () => {
    const waits = () => withSchool(world.db, SCHOOL, async (tx) => (await waitingEvents(tx, 100)).map(({ id }) => id));
    const session = { id: "cs_test_lost", client_reference_id: null, amount_total: 100, currency: "eur" };
    await announce(announcement({ ...session, payment_status: "paid" }, { at: now, id: "evt_lost_and_found" }));
    ok((await waits()).includes("evt_lost_and_found"));
    equal((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, null);
    const settled = { event: "evt_lost_and_found", reason: "rendu chez le prestataire" };
    equal((await act(settleOnlineEvent, settled)).kind, "done");
    equal((await act(settleOnlineEvent, settled)).kind, "forbidden");
    ok(!(await waits()).includes("evt_lost_and_found"));
  });

  it("is found by asking where no announcement ever comes", async () => {
    const { one, session } = await paidPage();
    const run = () => runJobs(world, [paymentAsker as never]);
    await run();
    equal((await stands(one)).paid, 0);
    now = new Date(START.getTime() + 60_000);
    // Pages of other people are asked about too.
    peer.misbehave(...Array.from({ length: 500 }, () => "fault" as const));
    await run();
    equal((await stands(one)).paid, 0);
    peer.misbehave();
    now = new Date(START.getTime() + 10 * 60_000);
    await run();
    equal((await stands(one)).paid, 16000);
    equal((await announce(announcement(session, { at: now }))).outcome, "known");
    await run();
    equal((await stands(one)).paid, 16000);
  });

  it("is found once the key that was taken away is back, and refused to be told of until then", async () => {
    const { one, session } = await paidPage();
    const run = () => runJobs(world, [paymentAsker as never]);
    await run();
    away = true;
    now = new Date(START.getTime() + 60_000);
    await run();
    // Refused so that it is told again, and only where somebody may have paid.
    equal((await announce(announcement(session, { at: now }))).status, 503);
    equal((await announce(announcement(session, { at: now }), undefined, "nulle-part")).status, 404);
    now = new Date(START.getTime() + 20 * 86_400_000);
    await run();
    away = false;
    now = new Date(now.getTime() + 3_600_000);
    await run();
    equal((await stands(one)).state, "paid");
  });

  it("is offered on a new page once the old one is over, and not while money is on its way", async () => {
    const one = await debtor();
    const tell = (kind: string) => announce(announcement(lastSession(), { at: now, kind: `checkout.session.${kind}` }));
    await one.pay();
    lastSession().status = "expired";
    equal((await tell("expired")).outcome, "nothing");
    // Two wishes of one moment would have no order.
    const minute = () => void (now = new Date(now.getTime() + 60_000));
    minute();
    const { location } = await one.pay();
    deepEqual([peer.sessions.length, location], [2, lastSession().url]);
    lastSession().status = "complete";
    await tell("completed");
    const page = (await one.her.open("/compte/paiements")).text;
    match(page, /Votre paiement en ligne est en route/);
    equal(/à payer au plus tard|Payer 160/.test(page), false);
    const again = await one.pay();
    equal(again.status, 422);
    match(again.text, /en route\u00a0: ne payez pas une seconde fois/);
    await tell("async_payment_failed");
    // Told late, it is over all the same.
    await tell("completed");
    match((await one.her.open("/compte/paiements")).text, /n’a pas abouti/);
    minute();
    equal((await one.pay()).location, lastSession().url);
    equal(peer.sessions.length, 3);
    // Nobody tells of the last: asking finds that it is over.
    lastSession().status = "expired";
    const run = () => runJobs(world, [paymentAsker as never]);
    await run();
    minute();
    await run();
    minute();
    equal(/Vous avez ouvert la page/.test((await one.her.open("/compte/paiements")).text), false);
    equal((await one.pay()).location, lastSession().url);
    equal(peer.sessions.length, 4);
  });

  it("is one thing to settle however often it is told, and whoever paid is told that it is looked at", async () => {
    const { one, session } = await paidPage();
    session.currency = "usd";
    for (const kind of ["completed", "async_payment_succeeded"])
      await announce(announcement(session, { at: now, kind: `checkout.session.${kind}` }));
    const run = () => runJobs(world, [paymentAsker as never]);
    await run();
    now = new Date(START.getTime() + 60_000);
    await run();
    const waits = async () =>
      (await withSchool(world.db, SCHOOL, (tx) => waitingEvents(tx, 100))).filter(
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
    await announce(announcement(session, { at: now, id: "evt_usd_once_more" }));
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
      const given = announcement(told, { at: now, ...(id !== undefined && { id }) });
      deepEqual(await announce(given), { status: 200, outcome: "unknown" }, JSON.stringify(more));
      equal((await announce(given)).outcome, "known");
    }
    equal(
      (await announce(announcement({ ...session, amount_total: 2_000_000_000_000 }, { at: now }))).outcome,
      "currency",
    );
    equal((await stands(one)).paid, 0);
  });

  it("has a key that the doctor tries, and of a fault the log has the code alone", async () => {
    const codes: string[] = [];
    const given = { api: peer.origin, pages: peer.origin, secrets, tell: (code: string) => void codes.push(code) };
    const tried = async (key: string) => (await providerCheck(() => stripe({ ...given, key }), SCHOOL))!;
    equal((await tried("sk_test_livret")).ok, true);
    deepEqual(codes, []);
    const wrong = await tried("sk_test_revoked");
    deepEqual(
      [wrong.ok, /refuse la clé/.test(wrong.label.fr), /refuses the/.test(wrong.label.en)],
      [false, true, true],
    );
    peer.misbehave("hang-up", "fault");
    match((await tried("sk_test_livret")).label.fr, /ne répond pas/);
    deepEqual(codes, ["401", "network", "500"]);
    equal(await providerCheck(undefined, SCHOOL), undefined);
  });

  const wishOf = async () => {
    const account = await newAccount(world, `voeu-${(count += 1)}@exemple.fr`);
    const charge = await owes(world, SCHOOL, { account });
    const wished = await act(wishOnlinePayment, { charge: charge.id }, someone(account));
    return { ...charge, account: someone(account), wish: wished.kind === "done" ? wished.value.wish : "" };
  };
  const provider = { kind: "payment-provider" } as const;
  const pageOf = (wish: string, session: string) => ({
    wish,
    session,
    url: `${peer.origin}/pay/${session}`,
    expiresAt: "2026-11-25T10:00:00.000Z",
  });

  it("is of the page that the provider opened for it, whatever page whoever owes names", async () => {
    const { account, wish } = await wishOf();
    const named = await act(keepOnlineSession, pageOf(wish, "cs_test_shop"), account);
    deepEqual(
      [named.kind, (await act(keepOnlineSession, pageOf(wish, "cs_test_own"), provider)).kind],
      ["forbidden", "done"],
    );
    // Kept for one wish, a page is not another's.
    const other = await wishOf();
    equal((await act(keepOnlineSession, pageOf(other.wish, "cs_test_own"), provider)).kind, "forbidden");
  });

  for (const [what, order] of [
    ["an order of the school’s shop", () => null],
    ["somebody else’s wish", (other: string) => other],
  ] as const)
    it(`is not counted where its page is told to be of ${what}`, async () => {
      const mine = await wishOf();
      const other = await wishOf();
      const session = `cs_test_disagrees_${count}`;
      await act(keepOnlineSession, pageOf(mine.wish, session), provider);
      const told = { id: session, amount_total: 16000, currency: "eur", payment_status: "paid" as const };
      const event = announcement({ ...told, client_reference_id: order(other.wish) }, { at: now });
      deepEqual(await announce(event), { status: 200, outcome: "unknown" });
      deepEqual([(await stands(mine)).paid, (await stands(other)).paid], [0, 0]);
    });

  it("is not counted from a second page under a name whose page is known", async () => {
    const { id, wish } = await wishOf();
    await act(keepOnlineSession, pageOf(wish, `cs_test_first_${count}`), provider);
    const told = { client_reference_id: wish, amount_total: 16000, currency: "eur", payment_status: "paid" as const };
    const second = announcement({ ...told, id: `cs_test_second_${count}` }, { at: now });
    deepEqual(await announce(second), { status: 200, outcome: "unknown" });
    equal((await stands({ id })).paid, 0);
  });

  it("keeps no page that ends on no day", async () => {
    const { wish } = await wishOf();
    for (const expiresAt of ["x", "2026-11-31T10:00:00.000Z", "2026-11-25T24:00:00.000Z"])
      equal(
        (await act(keepOnlineSession, { ...pageOf(wish, "cs_test_endless"), expiresAt }, provider)).kind,
        "invalid",
      );
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
      const account = await newAccount(world, `suite-${(count += 1)}@exemple.fr`);
      const charge = await owes(world, SCHOOL, { account });
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
          announcement(session, { at: now, kind: `checkout.session.${one.kind}`, id, secret }),
        );
        equal(status, one.forged ? 400 : 200);
        if (!one.forged && one.paid && one.currency === "eur") counted.add(one.page);
      }
      const online = [...counted].reduce((sum, page) => sum + 16000 + page, 0);
      equal((await stands(charge)).paid, online + byHand);
    });
    await fc.assert(property, { numRuns: 25 });
    ok(count > 25);
  });
});
