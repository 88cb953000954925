import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import type { Static, TSchema } from "typebox";
import { type Act, type Outcome, perform, view } from "../../act/act.ts";
import { OUTLIVING, PROVEN_TABLES } from "../../house/house.ts";
import { withSchool } from "../../db/school.ts";
import { runDue } from "../../worker/run-due.ts";
import { runJobs } from "../../worker/run-jobs.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { draft, FINANCE, issueDrafts, selling } from "../../test/invoicing.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { announcement, payIt, startStripe, type StripePeer, type StripeRefund } from "../../test/stripe.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { refundCharge } from "../charges/acts.ts";
import { moneyCheck } from "../charges/check.ts";
import { lockCharges } from "../charges/states/store.ts";
import { myCharges } from "../charges/views.ts";
import { keepOnlineSession, noteOnlineEvent, settleOnlineEvent, wishOnlinePayment } from "../online/acts.ts";
import { waitingEvents } from "../online/store.ts";
import { listWaitingEvents } from "../online/views.ts";
import { agreeToProposal, proposeRefund } from "../debtors/acts.ts";
import { dropOnlineRefund, noteOnlineRefund, refundOnline } from "./acts.ts";
import { moneyGiver } from "./give.ts";
import { findOnlineRefund } from "./store.ts";

const SCHOOL = "faire-ess";
const START = new Date("2026-11-25T09:00:00Z");
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
const provider = { kind: "payment-provider" } as const;

describe("a refund of what was paid online", () => {
  let peer: StripePeer;
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let now = START;
  before(async () => {
    peer = await startStripe(() => now);
    ({ world, close } = await testWorldOf({ now: () => now, payments: peer.payments() }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
    await peer.close();
  });
  beforeEach(async () => {
    peer.misbehave();
    peer.refunds.length = 0;
    now = new Date(now.getTime() + 86_400_000);
    await runJobs(world);
  });

  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor: object = finance): Promise<Outcome<V>> =>
    perform(world, deed, { actor: actor as typeof finance, establishment: SCHOOL, attempt: newAttempt(), input });
  const must = async <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor: object = finance): Promise<V> => {
    const outcome = await act(deed, input, actor);
    if (outcome.kind !== "done") throw new Error(`${deed.name}: ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
  let count = 0;
  /** Somebody who paid what is asked, or 160 €, on the provider's page. */
  const paid = async (asks = (account: string) => owes(world, SCHOOL, { account })) => {
    const account = await newAccount(world, `rendue-${(count += 1)}@exemple.fr`);
    const charge = await asks(account);
    const her = someone(account);
    const { wish, amount, reference, until } = await must(wishOnlinePayment, { charge: charge.id }, her);
    const asked = { wish, amount, reference, words: "École", address: "a@exemple.fr", until: new Date(until) };
    const page = await world.payments!(SCHOOL)!.open({ ...asked, paid: "https://a.fr/", cancelled: "https://a.fr/" });
    if ("problem" in page) throw new Error(page.problem);
    const { session, url, expiresAt } = page;
    await must(keepOnlineSession, { wish, session, url, expiresAt: expiresAt.toISOString() }, provider);
    payIt(peer.sessions.find(({ id }) => id === session)!);
    const told = {
      id: `evt_paid_${count}`,
      kind: "checkout.session.completed",
      session,
      wish,
      amount,
      currency: "eur",
    };
    await must(noteOnlineEvent, { ...told, paid: true }, provider);
    const payment = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("online", "=", session).executeTakeFirstOrThrow(),
    );
    return { ...charge, her, payment: payment.id, address: `rendue-${count}@exemple.fr` };
  };
  const ask = (payment: string, amount = 16000) => act(refundOnline, { payment, amount, reason: "désistement" });
  const asked = async (payment: string, amount?: number) => {
    const outcome = await ask(payment, amount);
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    return outcome.value.refund;
  };
  const give = () => runJobs(world, [moneyGiver]);
  const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));
  const stands = async ({ id }: { id: string }) =>
    (await withSchool(world.db, SCHOOL, (tx) => lockCharges(tx, [id]))).get(id)!;
  const isAt = async (refund: string) =>
    (await withSchool(world.db, SCHOOL, (tx) => findOnlineRefund(tx, refund)))!.state;
  const announce = async (told: StripeRefund, kind = "refund.updated", more: object = {}) => {
    const { bytes, header } = announcement(told, { at: now, kind, ...more });
    const headers = { "content-type": "application/json", "stripe-signature": header };
    const answer = await app.inject({ method: "POST", url: `/api/${SCHOOL}/payments`, headers, payload: bytes });
    return { status: answer.statusCode, outcome: answer.json<{ outcome?: string }>().outcome };
  };
  const mails = (address: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = await tx
        .selectFrom("mail")
        .select("subject")
        .where("to_address", "=", address)
        .orderBy("id")
        .execute();
      return rows.map(({ subject }) => subject).filter((one) => !one.startsWith("Votre paiement"));
    });

  it("of what an invoice asks goes once a second person agrees to it, and is asked of the provider then", async () => {
    const second = someone("00000000-0000-4000-8000-000000000002", "finance");
    const one = await paid(async (account) => {
      const drafts = [draft({ debtor: { account }, basis: { by: "agreed", amount: 16000 } })];
      const { charges } = await deed(selling(world), issueDrafts, FINANCE, { drafts });
      return { id: charges[0]!, about: "", reference: "", account };
    });
    const { id: charge, payment } = one;
    const alone = await ask(payment);
    match(alone.kind === "invalid" ? alone.issues[0]!.message("fr") : alone.kind, /une autre l’accepte/);
    const asked = { charge, payment, amount: 6000, means: "online", reason: "Trop payé" } as const;
    equal((await act(proposeRefund, { ...asked, amount: 16001 })).kind, "invalid");
    equal(
      (await act(proposeRefund, { charge, amount: 6000, means: "online", reason: "Sans paiement" })).kind,
      "forbidden",
    );
    const { proposal } = await must(proposeRefund, asked);
    await give();
    deepEqual([peer.refunds.length, (await stands(one)).refunded], [0, 0], "nothing goes before the answer");
    equal((await act(proposeRefund, { ...asked, amount: 10001 })).kind, "invalid", "beyond what is asked already");
    equal((await act(agreeToProposal, { proposal })).kind, "forbidden", "by the one who asked");
    await must(agreeToProposal, { proposal }, second);
    await give();
    deepEqual([peer.refunds.map(({ amount }) => amount), await isAt(proposal)], [[6000], "given"]);
    equal((await act(agreeToProposal, { proposal }, second)).kind, "stale");
    equal((await stands(one)).refunded, 6000);
    match((await mails(one.address)).at(-1)!, /60,00.€ vous sont rendus/);
    const waits = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("waiting").select("key").where("chain", "=", `money-to-give:${proposal}`).execute(),
    );
    deepEqual(waits, [], "nobody has to send it");
  });

  it("is asked of the provider as it publishes, under a name of ours, and told to both sides", async () => {
    const one = await paid();
    equal((await ask(one.payment, 16001)).kind, "invalid");
    const refund = await asked(one.payment);
    // Before the provider has answered, nobody asks for the same money again.
    equal((await ask(one.payment, 1)).kind, "invalid");
    deepEqual([await isAt(refund), (await stands(one)).state, await mails(one.address)], ["asked", "refunded", []]);
    await give();
    deepEqual([await isAt(refund), peer.refunds.length, peer.faults], ["given", 1, []]);
    equal(peer.refunds[0]!.metadata!.refund, refund);
    match((await mails(one.address))[0]!, /160,00.€ vous sont rendus/);
    const seen = await view(world, myCharges, { actor: one.her, establishment: SCHOOL, input: {} });
    equal(seen.kind === "found" && seen.value.charges[0]!.refunds[0]!.online, "given");
  });

  it("that never left, its provider’s key taken away, is told by the doctor, given up by the accounts and made by hand", async () => {
    const one = await paid();
    const refund = await asked(one.payment, 6000);
    const doctor = (paysOnline: boolean) =>
      withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL, { paysOnline, at: now }));
    equal((await doctor(true)).ok, true);
    equal((await act(dropOnlineRefund, { refund })).kind, "invalid", "it may leave at any moment");

    const { payments: _taken, ...keyless } = world;
    const site = await buildServer(keyless, { perMinute: 1_000_000 });
    const officer = await makeAccount(world, { name: "Fin", address: "fin@exemple.fr" });
    await giveRoles(world, officer, ["finance"]);
    const she = visitor(site, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, officer, ["password", "totp"]));
    const said = await doctor(false);
    equal(said.ok, false);
    match(said.label.fr, /LIVRET_STRIPE_KEYS.*1 remboursement et 0 paiement.*rembourse à la main/);
    match(plain((await she.open("/finances/en-ligne")).text), /La clé du prestataire n’est plus dans les réglages/);
    await runJobs(keyless, [moneyGiver]);
    equal(await isAt(refund), "asked");

    const path = `/finances/frais/${one.id}`;
    // The school’s ready sentences, in the language of whoever is given the money back.
    match((await she.open(`${path}/remboursement`)).text, /<option value="Ce montant a été payé deux fois\./);
    const keyed = visitor(app, `/${SCHOOL}`);
    keyed.cookies.set(SESSION_COOKIE, she.cookies.get(SESSION_COOKIE)!);
    match((await keyed.open(`${path}/rendre/${one.payment}`)).text, /<option value="Ce montant a été payé deux fois\./);
    match(plain((await she.open(path)).text), /Ce remboursement en ligne n’avance plus.*sur le site du prestataire/);
    const dropping = await she.open(path);
    // The page of the refund by hand comes next, with what is to be given back.
    const drop = { do: "drop", refund };
    equal((await she.sendFrom(dropping, `${path}/remboursement`, drop)).location, `${path}/remboursement`);
    match((await she.open(`${path}/remboursement`)).text, /name="amount"[^>]*value="160,00"/);
    deepEqual([await isAt(refund), (await stands(one)).balance], ["failed", 0]);
    const text = plain((await she.open(path)).text);
    equal(/n’avance plus/.test(text), false);
    match(text, /Noter un remboursement/);
    await must(refundCharge, {
      charge: one.id,
      amount: 6000,
      refundedOn: "2026-11-26",
      means: "transfer",
      reason: "désistement",
    });
    equal((await stands(one)).refunded, 6000);
    equal((await doctor(false)).ok, true);
    // With the key back, what was given up is not asked for.
    later(600);
    await give();
    equal(peer.refunds.length, 0);
    await site.close();
  });

  for (const mischief of ["hang-up", "fault", "busy", "hang-up-after"] as const)
    it(`is given once where the provider answers with "${mischief}" again and again, even a day later`, async () => {
      const one = await paid();
      const refund = await asked(one.payment, 5000);
      // The page and the refunds before are looked up; then the asking itself goes wrong, and the asking again.
      peer.misbehave("well", "well", mischief, mischief);
      await give();
      equal(await isAt(refund), "asked");
      // The provider remembers a name for a day only: what was given under it is found by looking.
      peer.forgetKeys();
      peer.misbehave();
      later(3 * 1440);
      await give();
      deepEqual([await isAt(refund), peer.refunds.length, (await stands(one)).refunded], ["given", 1, 5000]);
      deepEqual(peer.faults, []);
    });

  it("counts no more where the provider refuses it, and may be asked again", async () => {
    const one = await paid();
    const refund = await asked(one.payment);
    // A page that cannot be looked up says nothing of what was given.
    peer.misbehave("refuse");
    await give();
    equal(await isAt(refund), "asked");
    later(10);
    peer.misbehave("well", "well", "refuse");
    await give();
    deepEqual([await isAt(refund), (await stands(one)).state, await mails(one.address)], ["failed", "paid", []]);
    const waiting = async () => {
      const seen = await view(world, listWaitingEvents, { actor: finance, establishment: SCHOOL, input: {} });
      return seen.kind === "found" ? seen.value.refunds.map(({ id }) => id).includes(refund) : undefined;
    };
    equal(await waiting(), true);
    await asked(one.payment);
    await give();
    deepEqual([(await stands(one)).state, peer.refunds.length, await waiting()], ["refunded", 1, false]);
  });

  const followed = async (one: { id: string }) => {
    const seen = await view(world, listWaitingEvents, { actor: finance, establishment: SCHOOL, input: {} });
    const all = seen.kind === "found" ? seen.value.refunds : [];
    return all.filter(({ charge }) => charge === one.id).map(({ amount, state }) => [amount, state]);
  };
  const fails = async (payment: string, amount: number) => {
    const refund = await asked(payment, amount);
    const told = { id: `evt_failed_${refund}`, refund, given: `re_${refund}`, amount, currency: "eur" };
    await must(noteOnlineRefund, { ...told, state: "failed" }, provider);
    return refund;
  };
  const byHand = { refundedOn: "2026-11-25", means: "transfer", reason: "désistement" } as const;

  it("that failed is followed until its own money is given back, whatever else is", async () => {
    const one = await paid();
    await fails(one.payment, 5000);
    await must(refundCharge, { charge: one.id, amount: 6000, ...byHand });
    deepEqual(await followed(one), [[5000, "failed"]]);
    await must(refundCharge, { charge: one.id, amount: 5000, ...byHand });
    deepEqual(await followed(one), []);
    // One stands for one, and what failed again is one thing to follow.
    await fails(one.payment, 1000);
    await fails(one.payment, 1000);
    deepEqual(await followed(one), [[1000, "failed"]]);
  });

  it("that failed is followed no more once another is said to be made for it, or nothing is left to give back", async () => {
    const one = await paid();
    const insteadOf = [await fails(one.payment, 5000), await fails(one.payment, 6000)];
    await must(refundCharge, { charge: one.id, amount: 11000, ...byHand, insteadOf });
    deepEqual(await followed(one), []);
    const all = await paid();
    await fails(all.payment, 5000);
    await must(refundCharge, { charge: all.id, amount: 16000, ...byHand });
    deepEqual(await followed(all), []);
  });

  it("that was accepted is given up where nobody asks about it any more, and not while it is on its way", async () => {
    const one = await paid();
    const accepts = async (amount: number) => {
      const refund = await asked(one.payment, amount);
      const told = { id: `evt_accepted_${refund}`, refund, given: `re_${refund}`, amount, currency: "eur" };
      await must(noteOnlineRefund, { ...told, state: "accepted" }, provider);
      return refund;
    };
    const first = await accepts(5000);
    equal((await act(dropOnlineRefund, { refund: first })).kind, "invalid");
    const { payments: _taken, ...keyless } = world;
    const attempt = { actor: finance, establishment: SCHOOL, attempt: newAttempt() };
    equal((await perform(keyless, dropOnlineRefund, { ...attempt, input: { refund: first } })).kind, "done");
    deepEqual([await isAt(first), (await stands(one)).refunded], ["failed", 0]);
    const second = await accepts(6000);
    later(30 * 1440);
    equal((await act(dropOnlineRefund, { refund: second })).kind, "invalid", "thirty days to the minute");
    later(1);
    equal((await act(dropOnlineRefund, { refund: second })).kind, "done");
    equal((await stands(one)).state, "paid");
  });

  it("is on its way until the provider tells; a forged, a foreign and a repeated announcement change nothing", async () => {
    const one = await paid();
    const refund = await asked(one.payment);
    peer.misbehave("well", "well", "pending");
    await give();
    deepEqual([await isAt(refund), (await mails(one.address)).length], ["accepted", 1]);
    const pending = peer.refunds[0]!;
    const given: StripeRefund = { ...pending, status: "succeeded" };
    equal((await announce(given, "refund.updated", { secret: "whsec_guess" })).status, 400);
    equal((await announce({ ...given, id: "re_elsewhere", metadata: {} })).outcome, "returned");
    equal((await announce({ ...given, amount: 1 })).outcome, "unknown");
    equal((await announce(given, "charge.refunded")).outcome, "nothing");
    equal(await isAt(refund), "accepted");
    equal((await announce(given, "refund.updated", { id: "evt_given" })).outcome, "given");
    equal((await announce(given, "refund.updated", { id: "evt_given" })).outcome, "known");
    // Late, and out of order.
    equal((await announce(pending, "refund.created")).outcome, "given");
    equal((await mails(one.address)).length, 1);
    // The bank sends it back after all: the person hears of it, and it is to be given back in another way.
    equal((await announce({ ...given, status: "failed" }, "refund.failed")).outcome, "failed");
    deepEqual([(await stands(one)).state, (await stands(one)).refunded], ["paid", 0]);
    match((await mails(one.address))[1]!, /ne sont pas arrivés/);
    const transfer = { refundedOn: now.toISOString().slice(0, 10), means: "transfer" as const, reason: "désistement" };
    await must(refundCharge, { charge: one.id, amount: 16000, ...transfer });
    equal((await stands(one)).state, "refunded");
  });

  const waits = async (charge: string) =>
    (await withSchool(world.db, SCHOOL, (tx) => waitingEvents(tx, 1000))).filter((each) => each.charge === charge);

  it("made at the provider’s own place, or a dispute, waits for a person, who finds the charge", async () => {
    const one = await paid();
    const session = peer.sessions.at(-1)!;
    const metadata = {};
    const other = { id: "re_by_hand", object: "refund", amount: 16000, currency: "eur", status: "pending", metadata };
    const intent = { payment_intent: session.payment_intent };
    // Told before the payment itself, which names it later, it finds the charge all the same.
    equal((await announce({ ...other, ...intent } as StripeRefund, "refund.created")).outcome, "returned");
    const { bytes, header } = announcement(session, { at: now });
    const headers = { "content-type": "application/json", "stripe-signature": header };
    await app.inject({ method: "POST", url: `/api/${SCHOOL}/payments`, headers, payload: bytes });
    equal((await announce({ ...other, ...intent, status: "succeeded" } as StripeRefund)).outcome, "returned");
    const dispute = { id: "dp_one", object: "dispute", amount: 16000, currency: "eur", ...intent };
    const disputed = (kind: string, status: string) =>
      announce({ ...dispute, status } as unknown as StripeRefund, `charge.dispute.${kind}`);
    equal((await disputed("created", "needs_response")).outcome, "disputed");
    equal((await disputed("closed", "lost")).outcome, "dispute-lost");
    const waiting = await waits(one.id);
    deepEqual(
      new Set(waiting.map((each) => `${each.session} ${each.outcome} ${each.amount}`)),
      new Set(["re_by_hand returned 16000", "dp_one disputed 16000", "dp_one dispute-lost 16000"]),
    );
    for (const { id } of waiting) await must(settleOnlineEvent, { event: id, reason: "vu avec le prestataire" });
    deepEqual(await waits(one.id), []);
    deepEqual([(await stands(one)).state, (await verify()).tampered], ["paid", []]);
  });

  it("given otherwise than asked waits for a person, and counts no more once they have seen to it", async () => {
    const one = await paid();
    const refund = await asked(one.payment, 16000);
    const other = { id: "re_other", object: "refund", amount: 9000, currency: "eur", status: "succeeded" };
    equal((await announce({ ...other, metadata: { refund } } as unknown as StripeRefund)).outcome, "unknown");
    deepEqual([(await stands(one)).refunded, await isAt(refund)], [16000, "asked"]);
    const [waiting] = await waits(one.id);
    deepEqual([waiting!.outcome, waiting!.amount, waiting!.refund], ["differs", 9000, refund]);
    await must(settleOnlineEvent, { event: waiting!.id, reason: "90 € rendus, notés à la main" });
    deepEqual([(await stands(one)).refunded, await isAt(refund), await waits(one.id)], [0, "failed", []]);
    deepEqual((await verify()).tampered, []);
  });

  const verify = () =>
    verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING });

  it("comes to the same whatever is told, how often and in what order, and the record holds", async () => {
    const one = await paid();
    const told = fc.record({ status: fc.constantFrom("pending", "succeeded", "failed", "canceled"), id: fc.nat(3) });
    let left = 16000;
    const property = fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 6 }), async (all) => {
      const refund = await asked(one.payment, 100);
      const metadata = { refund };
      for (const { status, id } of all) {
        const form = { id: `re_${refund}`, object: "refund", amount: 100, currency: "eur", metadata, status };
        await announce(form as unknown as StripeRefund, "refund.updated", { id: `evt_${refund}_${status}_${id}` });
      }
      const statuses = new Set(all.map(({ status }) => status));
      const failed = statuses.has("failed") || statuses.has("canceled");
      equal(await isAt(refund), failed ? "failed" : statuses.has("succeeded") ? "given" : "accepted");
      if (!failed) left -= 100;
      equal((await stands(one)).paid - (await stands(one)).refunded, left);
    });
    await fc.assert(property, { numRuns: 20 });
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
    // What the other tests left for a person is seen to.
    for (const { id } of await withSchool(world.db, SCHOOL, (tx) => waitingEvents(tx, 1000)))
      await must(settleOnlineEvent, { event: id, reason: "vu avec le prestataire" });
    equal((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, true);
    // And all of it goes when accounting no longer needs it.
    now = new Date("2038-01-01T09:00:00Z");
    await runDue(world, SCHOOL);
    const { tampered, erased } = await verifyAudit(world.db, given);
    deepEqual(tampered, []);
    equal(erased.filter(({ chain }) => chain.startsWith("charge:")).length > 4, true);
  });
});
