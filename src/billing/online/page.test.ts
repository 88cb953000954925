/** The page of the provider: opened once, left, asked about, offered again. */
import { deepEqual, equal, match } from "node:assert/strict";
import { describe, it } from "node:test";
import { runJobs } from "../../worker/run-jobs.ts";
import { newAccount, someone } from "../../test/charging.ts";
import { cash, finance, payingOnline, SCHOOL, START } from "../../test/paying-online.ts";
import { announcement, payIt } from "../../test/stripe.ts";
import { recordPayment } from "../charges/acts.ts";
import { wishOnlinePayment } from "./acts.ts";
import { paymentAsker } from "./ask.ts";
import { providerCheck } from "./check.ts";
import { stripe } from "./stripe.ts";

describe("a payment online", () => {
  const { act, announce, app, debtor, lastSession, paidPage, peer, set, stands, world } = payingOnline();

  it("leads to the provider’s page, asked as the provider publishes, and is recorded once it tells", async () => {
    const one = await debtor();
    const { status, location } = await one.pay();
    equal(status, 303);
    equal(location, lastSession().url);
    deepEqual(peer().faults, []);
    equal(lastSession().amount_total, 16000);
    match(lastSession().success_url, /\/faire-ess\/compte\/paiements\?paiement=retour$/);
    equal((await stands(one)).state, "owed");
    payIt(lastSession());
    deepEqual(await announce(announcement(lastSession(), { at: set.now })), { status: 200, outcome: "recorded" });
    equal((await stands(one)).state, "paid");
    const page = await one.her.open("/compte/paiements");
    match(page.text, /Reçu R-2026-\d{6}/);
  });

  it("lets the form lead to the provider’s page, and nowhere else", async () => {
    const { her } = await debtor();
    const page = await app().inject({ url: `/${SCHOOL}/compte/paiements`, cookies: Object.fromEntries(her.cookies) });
    match(String(page.headers["content-security-policy"]), new RegExp(`form-action 'self' ${peer().origin}(;|$)`));
  });

  it("opens one page however often it is asked", async () => {
    const one = await debtor();
    const first = await one.pay();
    const second = await one.pay();
    equal(first.location, second.location);
    equal(peer().sessions.length, 1);
  });

  for (const mischief of ["fault", "busy", "hang-up", "hang-up-after"] as const) {
    it(`is tried again by itself after one "${mischief}", and opens one page`, async () => {
      const one = await debtor();
      peer().misbehave(mischief);
      equal((await one.pay()).location, lastSession().url);
      equal(peer().sessions.length, 1);
      deepEqual(peer().faults, []);
    });
  }

  it("says so where the provider stays away, and later finds the page that was opened unseen", async () => {
    const one = await debtor();
    peer().misbehave("hang-up-after", "hang-up");
    const away = await one.pay();
    equal(away.status, 422);
    match(away.text, /La page de paiement ne répond pas. Rien n’a été prélevé/);
    equal(peer().sessions.length, 1);
    set.now = new Date(START.getTime() + 10 * 60_000);
    equal((await one.pay()).location, lastSession().url);
    equal(peer().sessions.length, 1);
    deepEqual(peer().faults, []);
  });

  it("is not led to another place, nor by what is no answer", async () => {
    const one = await debtor();
    peer().misbehave("elsewhere");
    equal((await one.pay()).status, 422);
    peer().misbehave("nonsense", "nonsense");
    equal((await one.pay()).status, 422);
  });

  it("is not for a charge of somebody else, nor for one that is paid", async () => {
    const one = await debtor();
    const other = someone(await newAccount(world(), "autre@exemple.fr"));
    equal((await act(wishOnlinePayment, { charge: one.id }, other)).kind, "forbidden");
    await one.ready();
    await act(recordPayment, cash(one.id, 16000), finance);
    const settled = await one.pay();
    equal(settled.status, 422);
    match(settled.text, /plus rien à payer/);
  });

  it("is offered on a new page once the old one is over, and not while money is on its way", async () => {
    const one = await debtor();
    const tell = (kind: string) =>
      announce(announcement(lastSession(), { at: set.now, kind: `checkout.session.${kind}` }));
    await one.pay();
    lastSession().status = "expired";
    equal((await tell("expired")).outcome, "nothing");
    // Two wishes of one moment would have no order.
    const minute = () => void (set.now = new Date(set.now.getTime() + 60_000));
    minute();
    const { location } = await one.pay();
    deepEqual([peer().sessions.length, location], [2, lastSession().url]);
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
    equal(peer().sessions.length, 3);
    // Nobody tells of the last: asking finds that it is over.
    lastSession().status = "expired";
    const run = () => runJobs(world(), [paymentAsker]);
    await run();
    minute();
    await run();
    minute();
    equal(/Vous avez ouvert la page/.test((await one.her.open("/compte/paiements")).text), false);
    equal((await one.pay()).location, lastSession().url);
    equal(peer().sessions.length, 4);
  });

  it("has a key that the doctor tries, and of a fault the log has the code alone", async () => {
    const codes: string[] = [];
    const given = {
      api: peer().origin,
      pages: peer().origin,
      secrets: set.secrets,
      tell: (code: string) => void codes.push(code),
    };
    const tried = async (key: string) => (await providerCheck(() => stripe({ ...given, key }), SCHOOL))!;
    equal((await tried("sk_test_livret")).ok, true);
    deepEqual(codes, []);
    const wrong = await tried("sk_test_revoked");
    deepEqual(
      [wrong.ok, /refuse la clé/.test(wrong.label.fr), /refuses the/.test(wrong.label.en)],
      [false, true, true],
    );
    peer().misbehave("hang-up", "fault");
    match((await tried("sk_test_livret")).label.fr, /ne répond pas/);
    deepEqual(codes, ["401", "network", "500"]);
    equal(await providerCheck(undefined, SCHOOL), undefined);
  });

  it("is found by asking where no announcement ever comes", async () => {
    const { one, session } = await paidPage();
    const run = () => runJobs(world(), [paymentAsker]);
    await run();
    equal((await stands(one)).paid, 0);
    set.now = new Date(START.getTime() + 60_000);
    // Pages of other people are asked about too.
    peer().misbehave(...Array.from({ length: 500 }, () => "fault" as const));
    await run();
    equal((await stands(one)).paid, 0);
    peer().misbehave();
    set.now = new Date(START.getTime() + 10 * 60_000);
    await run();
    equal((await stands(one)).paid, 16000);
    equal((await announce(announcement(session, { at: set.now }))).outcome, "known");
    await run();
    equal((await stands(one)).paid, 16000);
  });

  it("is found once the key that was taken away is back, and refused to be told of until then", async () => {
    const { one, session } = await paidPage();
    const run = () => runJobs(world(), [paymentAsker]);
    await run();
    set.away = true;
    set.now = new Date(START.getTime() + 60_000);
    await run();
    // Refused so that it is told again, and only where somebody may have paid.
    equal((await announce(announcement(session, { at: set.now }))).status, 503);
    equal((await announce(announcement(session, { at: set.now }), undefined, "nulle-part")).status, 404);
    set.now = new Date(START.getTime() + 20 * 86_400_000);
    await run();
    set.away = false;
    set.now = new Date(set.now.getTime() + 3_600_000);
    await run();
    equal((await stands(one)).state, "paid");
  });
});
