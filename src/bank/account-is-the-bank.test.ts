/** Random months of one debtor, by the acts themselves: their account is the bank's, whatever happens, and the kept states are the facts'. */
import { equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Act, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { recordPayment, refundCharge, reverseWaiver, waiveCharge } from "../billing/charges/acts.ts";
import { moneyCheck } from "../billing/charges/check.ts";
import { agreeToProposal, proposeRefund, proposeWriteOff, recordDebtorPayment } from "../billing/debtors/acts.ts";
import { seeDebtor } from "../billing/debtors/views.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { owes, someone } from "../test/charging.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { reversePayment } from "./acts.ts";

const SCHOOL = "faire-ess";
const DAY = "2026-12-01";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
const second = someone("00000000-0000-4000-8000-000000000002", "finance");

const KINDS = [
  ...(["charge", "alone", "named", "waive", "unwaive", "bounce", "mistake", "refund", "giveBack", "lose"] as const),
];

type Step = { readonly what: (typeof KINDS)[number]; readonly amount: number; readonly which: number };

/** Money that names no charge is given back, then its payment bounces. */
const BOUNCES_ONCE_GIVEN_BACK = (["alone", "giveBack", "bounce", "named"] as const).map(
  (what): Step => ({ what, amount: 1, which: 0 }),
);

describe("the account of a debtor, act by act", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date(`${DAY}T09:00:00Z`) }));
  });
  after(() => close());

  /** Refused where the account does not allow it, and then nothing changes. */
  const tried = async <F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor = finance) => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    return outcome.kind === "done" ? outcome.value : undefined;
  };
  const account = async (debtor: string) => {
    const seen = await view(world, seeDebtor, { actor: finance, establishment: SCHOOL, input: { debtor } });
    ok(seen.kind === "found");
    return seen.value;
  };
  let count = 0;
  /** What came in and stayed, less what was given back, by the rows alone. */
  const bank = async (debtor: string): Promise<number> => {
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{ amount: number }>`
        with came as (select p.id, p.amount from payment p left join charge c on c.id = p.charge
          where coalesce(c.debtor, c.about, p.debtor) = ${debtor})
        select (coalesce((select sum(amount) from came where id not in (select id from payment_reversal)), 0)
          - coalesce((select sum(f.amount) from refund f left join charge c on c.id = f.charge
            where case when c.debtor is null then c.about else c.debtor end = ${debtor} or f.taken_from in (select id from came)), 0))::integer as amount`.execute(
        tx,
      ),
    );
    return rows[0]!.amount;
  };

  /** Given back of payments that then bounced: a charge asks for it, so the account does not take it off what was paid as well. */
  const askedBack = async (debtor: string): Promise<number> => {
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{ amount: number }>`
        select coalesce(sum(total), 0)::integer as amount from charge
        where debtor = ${debtor} and lines -> 0 ->> 'key' = 'given-back-unpaid'`.execute(tx),
    );
    return rows[0]!.amount;
  };

  const amount = fc.integer({ min: 1, max: 300 });
  const step = fc.record({
    what: fc.constantFrom(...KINDS),
    amount,
    which: fc.nat(20),
  });

  async function go(debtor: string, payer: string, { what, amount: much, which }: Step): Promise<unknown> {
    const { charges, payments } = await account(debtor);
    const charge = charges[which % Math.max(1, charges.length)];
    const payment = payments[which % Math.max(1, payments.length)];
    const reason = "Au hasard.";
    switch (what) {
      case "charge": {
        const fees = [{ key: "part", label: { fr: "formation", en: "training" }, amount: much }];
        return owes(world, SCHOOL, { name: "Hasard", payer, fees, days: which });
      }
      case "alone":
        return tried(recordDebtorPayment, { debtor, amount: much, paidOn: DAY, means: "transfer" });
      case "named":
        return charge && tried(recordPayment, { charge: charge.id, amount: much, paidOn: DAY, means: "cash" });
      case "waive":
        return charge && tried(waiveCharge, { charge: charge.id, amount: much, reason });
      case "unwaive": {
        const waivers = await withSchool(world.db, SCHOOL, (tx) =>
          tx
            .selectFrom("waiver")
            .select("id")
            .where("charge", "=", charge?.id ?? null!)
            .execute(),
        );
        return waivers[0] && tried(reverseWaiver, { waiver: waivers[0].id, reason });
      }
      case "bounce":
      case "mistake":
        return (
          payment &&
          tried(reversePayment, { payment: payment.id, kind: what === "bounce" ? "bounced" : "mistaken", reason })
        );
      case "refund":
        return (
          charge && tried(refundCharge, { charge: charge.id, amount: much, refundedOn: DAY, means: "transfer", reason })
        );
      case "giveBack": {
        const asked =
          payment && (await tried(proposeRefund, { payment: payment.id, amount: much, means: "cash", reason }));
        return asked && tried(agreeToProposal, asked, second);
      }
      case "lose": {
        const lost = charge && { charge: charge.id, amount: much, kind: "bad-debt" as const, reason };
        const asked = lost && (await tried(proposeWriteOff, lost));
        return asked && tried(agreeToProposal, asked, second);
      }
      default:
        return undefined;
    }
  }

  it("is the bank's after each act: what came in less what was given back is what was paid and what is to spare", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.boolean(), async (steps, byDossier) => {
        const { payer } = await deed(world, addPayer, finance, { name: `Hasard ${(count += 1)}`, byDossier });
        const debtor = `payer:${payer}`;
        for (const one of [{ what: "charge" as const, amount: 200, which: 3 }, ...steps]) {
          await go(debtor, payer, one);
          const { open, available, paid, charges, payments } = await account(debtor);
          equal(paid, (await bank(debtor)) + (await askedBack(debtor)), JSON.stringify(one));
          const over = charges.reduce((sum, { balance }) => sum - Math.min(0, balance), 0);
          const unnamed = payments.reduce((sum, { charge, left }) => sum + (charge === null ? left : 0), 0);
          equal(available, over + unnamed);
          // What was given back is to spare no more.
          if (!byDossier) ok(available <= Math.max(0, paid), JSON.stringify(one));
          equal(
            open,
            charges.reduce((sum, { balance }) => sum + Math.max(0, balance), 0),
          );
        }
        const check = await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL));
        equal(check.ok, true, check.label.en);
      }),
      { numRuns: Number(process.env.LIVRET_RUNS ?? 12), examples: [[BOUNCES_ONCE_GIVEN_BACK, true]] },
    );
  });
});
