/** What the tests of paying online share: the provider's peer, the service that it tells, and somebody who owes 160 €. */
import { after, before, beforeEach } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, type Outcome, perform } from "../act/act.ts";
import { wishOnlinePayment } from "../billing/online/acts.ts";
import { lockCharges } from "../billing/charges/states/store.ts";
import { withSchool } from "../db/school.ts";
import { buildServer } from "../web/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { World } from "../act/world.ts";
import { type Charged, newAccount, owes, someone } from "./charging.ts";
import { visitor } from "./journeys/visitor.ts";
import { makeAccount, openedSession } from "./people.ts";
import { testWorldOf } from "./server.ts";
import { type announcement, payIt, startStripe, type StripePeer, type StripeSession } from "./stripe.ts";
import { newAttempt } from "./world.ts";

export const SCHOOL = "faire-ess";
export const START = new Date("2026-11-25T09:00:00Z");
export const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
export const cash = (charge: string, amount: number) => ({
  charge,
  amount,
  paidOn: "2026-11-25",
  means: "cash" as const,
});

/** What a test may change, as it is at the start of each. */
type Settings = {
  now: Date;
  secrets: string[];
  /** The key was taken out of the settings. */
  away: boolean;
};
const atFirst = (): Settings => ({ now: START, secrets: ["whsec_present", "whsec_next"], away: false });

/** Called within a `describe`: it stands before its first test and is gone after the last. */
export function payingOnline() {
  let peer: StripePeer;
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  const set = atFirst();
  before(async () => {
    peer = await startStripe(() => set.now);
    const payments = (school: string) =>
      school === SCHOOL && !set.away ? peer.payments(set.secrets)(school) : undefined;
    ({ world, close } = await testWorldOf({ now: () => set.now, payments }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
    await peer.close();
  });
  beforeEach(() => {
    Object.assign(set, atFirst());
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
  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor: Actor = finance): Promise<Outcome<V>> =>
    perform(world, deed, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  const lastSession = () => peer.sessions.at(-1)!;
  /** Somebody who has paid on the provider's page, of which nothing was told yet. */
  const paidPage = async () => {
    const one = await debtor();
    await one.pay();
    const session: StripeSession = lastSession();
    payIt(session);
    return { one, session };
  };
  /** A wish to pay online, whose page nobody opened. */
  const wishOf = async () => {
    const account = await newAccount(world, `voeu-${(count += 1)}@exemple.fr`);
    const charge = await owes(world, SCHOOL, { account });
    const wished = await act(wishOnlinePayment, { charge: charge.id }, someone(account));
    const wish = wished.kind === "done" ? wished.value.wish : "";
    return { ...charge, account: someone(account), wish, number: count };
  };
  return {
    set,
    act,
    announce,
    debtor,
    lastSession,
    paidPage,
    stands,
    wishOf,
    peer: () => peer,
    world: () => world,
    app: () => app,
  };
}
