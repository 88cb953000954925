import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Static, type TSchema, Type } from "typebox";
import { type Act, defineAct, erased, type Outcome, perform, view } from "../../act/act.ts";
import { OUTLIVING, placeHold, PROVEN_TABLES, seeHolds } from "../../house/house.ts";
import { withSchool } from "../../db/school.ts";
import type { Opened } from "../../db/open.ts";
import { runDue } from "../../worker/run-due.ts";
import { liftHold } from "../../retention/holds.ts";
import { seePurges } from "../../retention/purge.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import type { World } from "../../act/world.ts";
import { importBankFile, matchLine, readBankFile, recordCheques, reversePayment, setLineAside } from "../acts.ts";
import { linesCheck } from "../check.ts";
import { openLines } from "../store.ts";
import { recordPayment, refundCharge, waiveCharge } from "../../billing/charges/acts.ts";
import { moneyCheck } from "../../billing/charges/check.ts";
import { noteOnlineEvent, settleOnlineEvent, wishOnlinePayment } from "../../billing/online/acts.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
const provider = { kind: "payment-provider" };
const director = someone("00000000-0000-4000-8000-000000000002", "director");

/** As a dossier is erased when its own period is over. */
const forget = defineAct({
  name: "forgetForTest",
  label: { fr: "Effacer", en: "Erase" },
  who: "keep the accounts",
  form: Type.Object({ chain: Type.String() }),
  writes: [],
  perform: async ({ input }) => erased({}, input.chain),
});

/** Ten years from the end of the year in the school's file: what happened in 2026 is kept through 2036. */
describe("what accounting asks to be kept", () => {
  let world: World;
  let opened: Opened;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, opened, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor: object = finance): Promise<Outcome<V>> =>
    perform(world, deed, { actor: actor as typeof finance, establishment: SCHOOL, attempt: newAttempt(), input });
  const must = async <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor: object = finance): Promise<V> => {
    const outcome = await act(deed, input, actor);
    if (outcome.kind !== "done") throw new Error(`${deed.name}: ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
  const bankFile = (...lines: string[]) =>
    act(readBankFile, {
      name: "releve.csv",
      content: Buffer.from(["Date;Libellé;Montant", ...lines].join("\n")).toString("base64"),
    });
  const on = async (day: string) => {
    now = new Date(`${day}T09:00:00Z`);
    await runDue(world, SCHOOL);
  };
  const verify = () =>
    verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING });
  const left = (table: "charge" | "payment" | "bank_line" | "bank_file" | "cheque_slip" | "online_event") =>
    withSchool(world.db, SCHOOL, async (tx) => (await tx.selectFrom(table).select("id").execute()).length);
  const sound = async () => {
    deepEqual((await verify()).tampered, []);
    equal((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, true);
    equal(await withSchool(world.db, SCHOOL, (tx) => linesCheck(tx, SCHOOL)), undefined);
  };

  it("stays through its period, and longer what is owed, to be given back or held; then goes whole, and the record still holds", async () => {
    const account = await newAccount(world, "camille@exemple.fr");
    const one = await owes(world, SCHOOL, { account });
    const two = await owes(world, SCHOOL);
    const unpaid = await owes(world, SCHOOL);
    const held = await owes(world, SCHOOL, { account });
    // A page of the provider's that was left without paying.
    const { wish } = await must(wishOnlinePayment, { charge: one.id }, someone(account));
    const closed = { kind: "checkout.session.expired", wish, amount: 16000, currency: "eur", paid: false };
    await must(noteOnlineEvent, { id: "evt_0", session: "cs_left", ...closed }, provider);
    // One transfer for two, shared out by hand, and one that pays nothing of ours.
    const read = await bankFile("24/11/2026;VIR FAMILLE;260,00", "24/11/2026;SUBVENTION;3000,00");
    await must(importBankFile, { file: read.kind === "done" ? read.value.file : "" });
    const [line, other] = (await withSchool(world.db, SCHOOL, (tx) => openLines(tx, undefined, 9))).toSorted(
      (a, b) => a.amount - b.amount,
    );
    const shares = [
      { reference: one.reference, amount: 10000 },
      { reference: held.reference, amount: 16000 },
    ];
    await must(matchLine, { line: line!.id, shares });
    await must(setLineAside, { line: other!.id, reason: "subvention" });
    const cheque = (reference: string, amount: number) => ({ reference, amount, drawer: "Durand" });
    const cheques = [cheque(one.reference, 6000), cheque(two.reference, 16100)];
    await must(recordCheques, { depositedOn: "2026-11-25", cheques });
    const cash = { charge: two.id, amount: 100, paidOn: "2026-11-25", means: "cash" as const };
    await must(recordPayment, cash);
    const wrong = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("means", "=", "cash").executeTakeFirstOrThrow(),
    );
    await must(reversePayment, { payment: wrong.id, reason: "erreur" });
    const back = { refundedOn: "2026-11-25", means: "transfer" as const, reason: "trop payé" };
    await must(refundCharge, { charge: two.id, amount: 100, ...back });
    await must(waiveCharge, { charge: unpaid.id, amount: 100, reason: "geste" });
    const told = { kind: "checkout.session.completed", wish: null, amount: 500, currency: "eur", paid: true };
    await must(noteOnlineEvent, { id: "evt_1", session: "cs_unknown", ...told }, provider);
    await must(settleOnlineEvent, { event: "evt_1", reason: "remboursé chez le prestataire" });
    // By the reference of the one, as it stands in a letter.
    const placed = await must(placeHold, { about: ` ${held.reference.toLowerCase()}`, reason: "Contrôle" }, director);
    const holds = await view(world, seeHolds, { actor: director, establishment: SCHOOL, input: {} });
    equal(holds.kind === "found" && holds.value.holds[0]!.called?.fr, `montant ${held.reference}`);
    await sound();

    await on("2036-12-31");
    deepEqual([await left("charge"), await left("bank_line"), await left("online_event")], [4, 2, 2]);
    await on("2037-01-01");
    // The line that also paid what is held stays with it, and so does the file it came in.
    deepEqual([await left("charge"), await left("bank_line"), await left("bank_file")], [2, 1, 1]);
    deepEqual([await left("payment"), await left("cheque_slip"), await left("online_event")], [1, 0, 0]);
    await sound();
    const gone = (await verify()).erased.map(({ chain, act: name, by }) => [chain, name, by].join(" "));
    for (const chain of [`charge:${one.id}`, `charge:${two.id}`, `bank-line:${other!.id}`, "online:cs_unknown"])
      equal(gone.includes(`${chain} purgeOne clock`), true, chain);
    const seen = await view(world, seePurges, { actor: director, establishment: SCHOOL, input: {} });
    const report = seen.kind === "found" ? seen.value.reports[0]! : undefined;
    deepEqual(
      report?.erased.map(({ holding, count, months }) => [holding, count, months]),
      [
        ["bank-lines", 1, 120],
        ["charges", 2, 120],
        ["cheque-slips", 1, 120],
        ["online-pages", 1, 120],
      ],
    );
    deepEqual(report?.held, [{ holding: "charges", kind: "accounting", count: 1 }]);

    await must(liftHold, { hold: placed.hold }, director);
    await on("2037-01-02");
    deepEqual([await left("charge"), await left("bank_line"), await left("bank_file")], [1, 0, 0]);
    await sound();
    const again = await bankFile("24/11/2026;VIR FAMILLE;260,00");
    match(again.kind === "invalid" ? again.issues[0]!.message("fr") : "", /plus anciennes que ce que l’école garde/);
  });

  it("is missed by the record where a hand deleted it", async () => {
    const { id } = await owes(world, SCHOOL);
    await must(recordPayment, { charge: id, amount: 16000, paidOn: "2037-01-02", means: "cash" });
    await sound();
    await opened.asOwner((owner) => owner.query("delete from payment where charge = $1", [id]));
    deepEqual(
      (await verify()).tampered.map(({ chain, why }) => [chain, why]),
      [[`charge:${id}`, "missing"]],
    );
  });

  it("is missed too where what it was charged for was erased before", async () => {
    const { id } = await owes(world, SCHOOL);
    const { about } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("charge").select("about").where("id", "=", id).executeTakeFirstOrThrow(),
    );
    await must(forget, { chain: about });
    const chains = async () => (await verify()).tampered.map(({ chain, why }) => `${chain} ${why}`);
    equal((await chains()).includes(`${about} missing`), false);
    await opened.asOwner(async (owner) => {
      await owner.query("delete from charge_state where id = $1", [id]);
      await owner.query("delete from charge where id = $1", [id]);
    });
    equal((await chains()).includes(`${about} missing`), true);
  });
});
