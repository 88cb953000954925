/** Nobody treats their own money: every act of the accounts that writes what becomes of a charge, tried by whoever owes it. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, type Outcome, perform, view } from "../act/act.ts";
import { ACTS } from "../house/house.ts";
import { withSchool } from "../db/school.ts";
import { type Charged, suspended, newAccount, owes, someone } from "../test/charging.ts";
import { draft, issueDrafts, selling } from "../test/invoicing.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import {
  importBankFile,
  matchLine,
  noteReturned,
  readBankFile,
  recordCheques,
  reversePayment,
  setLineAside,
  takeLineBack,
} from "./acts.ts";
import { tieLine, untieLine } from "./ties/acts.ts";
import { seeBankLine } from "./views.ts";
import { noteOnlineEvent, settleOnlineEvent, wishOnlinePayment } from "../billing/online/acts.ts";
import { dropOnlineRefund, refundOnline } from "../billing/refunds/acts.ts";
import { creditInvoice } from "../billing/invoices/acts.ts";
import { agreeToProposal, proposeWriteOff, recordDebtorPayment } from "../billing/debtors/acts.ts";
import { askCharge, recordPayment, refundCharge, reverseWaiver, waiveCharge } from "../billing/charges/acts.ts";
import { lockCharges } from "../billing/charges/states/store.ts";

const SCHOOL = "school-a";
const DAY = "2026-12-01";
const provider = { kind: "payment-provider" } as const;
const colleague = someone("00000000-0000-4000-8000-000000000001", "finance");

/** What becomes of a charge. */
const MONEY = [
  "payment",
  "payment_reversal",
  "refund",
  "refund_failure",
  "waiver",
  "waiver_reversal",
  "charge_suspension_end",
  "online_refund",
  "bank_line_aside",
  "bank_line_back",
  "bank_line_tie",
  "bank_line_untie",
];
/** Tried by those who owe it where contracts are tested. */
const OF_CONTRACTS = ["issueProposed", "issueTogether"];
const OVER_CHARGES = ACTS.filter(
  ({ name, who, writes }) =>
    who === "keep the accounts" && writes.some((table) => MONEY.includes(table)) && !OF_CONTRACTS.includes(name),
);

type Ready = { readonly input: object; readonly by?: (outcome: Outcome<unknown>) => boolean };

describe("one’s own money", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor: Actor): Promise<Outcome<V>> =>
    perform(selling(t.world), deed, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  const must = async <F extends TSchema, V>(
    deed: Act<F, V>,
    input: Static<F>,
    actor: Actor = colleague,
  ): Promise<V> => {
    const outcome = await act(deed, input, actor);
    if (outcome.kind !== "done") throw new Error(`${deed.name}: ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
  const stands = async (id: string) => (await withSchool(t.world.db, SCHOOL, (tx) => lockCharges(tx, [id]))).get(id)!;

  let count = 0;
  const pay = async ({ id }: Charged) => {
    await must(recordPayment, { charge: id, amount: 16000, paidOn: DAY, means: "cash" });
    return paymentOf(id);
  };
  const paymentOf = async (charge: string) =>
    (
      await withSchool(t.world.db, SCHOOL, (tx) =>
        tx.selectFrom("payment").select("id").where("charge", "=", charge).executeTakeFirstOrThrow(),
      )
    ).id;
  const online = async ({ id, account }: Charged) => {
    const { wish } = await must(wishOnlinePayment, { charge: id }, someone(account!));
    const session = `cs_${(count += 1)}`;
    const told = { id: `evt_${count}`, kind: "checkout.session.completed", session, wish, currency: "eur" };
    await must(noteOnlineEvent, { ...told, amount: 16000, paid: true, intent: `pi_${count}` }, provider);
    return paymentOf(id);
  };
  const read = async (...lines: string[]) => {
    const text = ["Date;Libellé;Débit;Crédit", ...lines].join("\n");
    const { file } = await must(readBankFile, { name: "r.csv", content: Buffer.from(text).toString("base64") });
    return file;
  };
  const lineOf = async (label: string) =>
    (
      await withSchool(t.world.db, SCHOOL, (tx) =>
        tx.selectFrom("bank_line").select("id").where("label", "=", label).executeTakeFirstOrThrow(),
      )
    ).id;
  /** A transfer that a colleague typed, and the entry that tells of it. */
  const typed = async (charge: string) => {
    await must(recordPayment, { charge, amount: 9100 + (count += 1), paidOn: "2026-11-29", means: "transfer" });
    const label = `VIR DIT DEUX FOIS ${count}`;
    await must(importBankFile, { file: await read(`29/11/2026;${label};;${(91 + count / 100).toFixed(2)}`) });
    return { line: await lineOf(label), payment: await paymentOf(charge) };
  };
  const nothingPaid = (outcome: Outcome<unknown>) =>
    outcome.kind === "done" && (outcome.value as { payments: number }).payments === 0;

  /** Each act, about a charge made ready for it: what is sent, and what its own debtor hears where it is not "forbidden". */
  const CASES: Readonly<Record<string, (charge: Charged) => Promise<Ready>>> = {
    [recordPayment.name]: async ({ id }) => ({ input: { charge: id, amount: 100, paidOn: DAY, means: "cash" } }),
    [reversePayment.name]: async (charge) => ({ input: { payment: await pay(charge), reason: "erreur" } }),
    [refundCharge.name]: async (charge) => {
      await pay(charge);
      return { input: { charge: charge.id, amount: 100, refundedOn: DAY, means: "cash", reason: "erreur" } };
    },
    [waiveCharge.name]: async ({ id }) => ({ input: { charge: id, amount: 16000, reason: "amitié" } }),
    [reverseWaiver.name]: async ({ id }) => {
      await must(waiveCharge, { charge: id, amount: 16000, reason: "boursière" });
      const waiver = await withSchool(t.world.db, SCHOOL, (tx) =>
        tx.selectFrom("waiver").select("id").where("charge", "=", id).executeTakeFirstOrThrow(),
      );
      return { input: { waiver: waiver.id, reason: "erreur" } };
    },
    [creditInvoice.name]: async ({ account }) => {
      const { ids } = await must(issueDrafts, { drafts: [draft({ debtor: { account } })] });
      return { input: { invoice: ids[0]!, amount: 100, reason: "erreur", then: "remitted" } };
    },
    [recordDebtorPayment.name]: async ({ account }) => ({
      input: { debtor: `account:${account}`, amount: 100, paidOn: DAY, means: "cash" },
    }),
    [agreeToProposal.name]: async ({ id }) => {
      const lost = { charge: id, amount: 100, kind: "bad-debt", reason: "perdu" } as const;
      return { input: await must(proposeWriteOff, lost, someone("00000000-0000-4000-8000-0000000000aa", "finance")) };
    },
    [askCharge.name]: async ({ id, about }) => {
      await suspended(t.world, SCHOOL, about);
      return { input: { charge: id, dueOn: "2027-06-01", reason: "convenu" } };
    },
    [refundOnline.name]: async (charge) => ({
      input: { payment: await online(charge), amount: 16000, reason: "désistement" },
    }),
    [dropOnlineRefund.name]: async (charge) => {
      const asked = { payment: await online(charge), amount: 16000, reason: "désistement" };
      return { input: { refund: (await must(refundOnline, asked)).refund } };
    },
    [settleOnlineEvent.name]: async (charge) => {
      await online(charge);
      const event = `evt_disputed_${count}`;
      const about = { id: event, kind: "charge.dispute.created", session: `dp_${count}`, wish: null, paid: false };
      const money = { amount: 16000, currency: "eur", intent: `pi_${count}` };
      await must(noteOnlineEvent, { ...about, ...money, about: "disputed" }, provider);
      return { input: { event, reason: "vu" } };
    },
    [matchLine.name]: async ({ reference }) => {
      await must(importBankFile, { file: await read(`30/11/2026;VIR ${(count += 1)};;160,00`) });
      const shares = [{ reference, amount: 16000 }];
      return { input: { line: await lineOf(`VIR ${count}`), shares }, by: ({ kind }) => kind === "invalid" };
    },
    [setLineAside.name]: async ({ reference }) => {
      const label = `REJET ${reference}`;
      await must(importBankFile, { file: await read(`30/11/2026;${label};160,00;`) });
      return { input: { line: await lineOf(label), reason: "rejet" } };
    },
    [takeLineBack.name]: async ({ reference }) => {
      const label = `RETOUR ${reference}`;
      await must(importBankFile, { file: await read(`30/11/2026;${label};160,00;`) });
      const line = await lineOf(label);
      await must(setLineAside, { line, reason: "vu" });
      return { input: { line } };
    },
    [tieLine.name]: async ({ id }) => ({ input: await typed(id) }),
    [untieLine.name]: async ({ id }) => {
      const told = await typed(id);
      return { input: { line: told.line, ...(await must(tieLine, told)) } };
    },
    [noteReturned.name]: async ({ id, reference }) => {
      await must(recordPayment, { charge: id, amount: 9000, paidOn: "2026-11-29", means: "transfer" });
      const label = `IMPAYE ${reference}`;
      await must(importBankFile, { file: await read(`30/11/2026;${label};90,00;`) });
      return { input: { line: await lineOf(label), payment: await paymentOf(id), reason: "rejet" } };
    },
    [importBankFile.name]: async ({ reference }) => ({
      input: { file: await read(`30/11/2026;VIR ${reference};;160,00`) },
      by: nothingPaid,
    }),
    [recordCheques.name]: async ({ reference }) => ({
      input: { depositedOn: DAY, cheques: [{ reference, amount: 16000, drawer: "Moi" }] },
      by: ({ kind }) => kind === "invalid",
    }),
  };

  it("is looked at by a test of each act that may touch it", () =>
    deepEqual(OVER_CHARGES.map(({ name }) => name).sort(), Object.keys(CASES).sort()));

  for (const deed of OVER_CHARGES)
    for (const [door, as] of [
      ["signed in", (account: string): Actor => someone(account, "finance", "director")],
      ["from the command line", (account: string): Actor => ({ kind: "operator", account, roles: ["finance"] })],
    ] as const)
      it(`is not for oneself to ${deed.label.en.toLowerCase()}, ${door}; a colleague does`, async () => {
        const account = await newAccount(t.world, `sienne-${(count += 1)}@exemple.fr`);
        const charge = await owes(t.world, SCHOOL, { account });
        const { input, by = ({ kind }) => kind === "forbidden" } = await CASES[deed.name]!(charge);
        const before = await stands(charge.id);
        const own = await act(deed, input, as(account));
        ok(by(own), JSON.stringify(own));
        deepEqual(await stands(charge.id), before);
        if (deed.name === importBankFile.name) {
          const line = await lineOf(`VIR ${charge.reference}`);
          const see = { actor: as(account), establishment: SCHOOL, input: { line } };
          const seen = await view(t.world, seeBankLine, see);
          deepEqual(seen.kind === "found" && seen.value.proposals[0]?.why, ["reference", "own"]);
          const again = { line, shares: [{ reference: charge.reference, amount: 16000 }] };
          equal((await act(matchLine, again, colleague)).kind, "done");
        } else equal((await act(deed, input, colleague)).kind, "done");
      });
});
