/** The books of a school: what its acts on money come to, an extract of it, and periods that are closed for good. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { perform, view } from "../act/act.ts";
import { recordCheques, reversePayment } from "../bank/acts.ts";
import { recordPayment, refundCharge, waiveCharge } from "../billing/charges/acts.ts";
import { agreeToProposal, proposeRefund, recordDebtorPayment } from "../billing/debtors/acts.ts";
import { creditInvoice } from "../billing/invoices/acts.ts";
import { withSchool } from "../db/school.ts";
import { newAccount, owes, someone } from "../test/charging.ts";
import { draft, FINANCE, issued, selling } from "../test/invoicing.ts";
import { laws } from "../test/law-world.ts";
import { deed } from "../test/people.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { carriedLines, isChangedShown } from "../act/shows.ts";
import { closeBooks } from "./acts.ts";
import { closingLines } from "./closing-lines.ts";
import { wrongClosings, wrongEntries } from "./check.ts";
import { chartOf } from "./rules/chart.ts";
import { exportBooks, seeBooks, seeClosing, seeIncome } from "./views.ts";

const SCHOOL = "school-a";
const SECOND = someone("00000000-0000-4000-8000-00000000000e", "finance");
const chart = chartOf(laws.establishments[0]!.data.money)!;

describe("the books of a school", () => {
  let given: TestWorld;
  const world = () => selling(given.world);
  before(async () => {
    given = await testWorld({ now: "2026-12-01T09:00:00Z" });
  });
  after(() => given.close());

  const on = (day: string) => given.setNow(`${day}T09:00:00Z`);
  const rowsOf = async (from: string, to: string) => {
    const seen = await view(world(), exportBooks, { actor: FINANCE, establishment: SCHOOL, input: { from, to } });
    return seen.kind === "found" ? seen.value.rows : [];
  };
  /** «VE 1 411000 1600». */
  const inShort = async (from: string, to: string) =>
    (await rowsOf(from, to)).map(
      (row) => `${row.JournalCode} ${row.EcritureNum} ${row.CompteNum} ${Number(row.Debit) - Number(row.Credit)}`,
    );
  /** Without their numbers. */
  const ofDay = async (day: string) => (await inShort(day, day)).map((row) => row.replace(/^(..) \d+/u, "$1"));
  const seen = async (from: string, to: string, actor = FINANCE) => {
    const found = await view(world(), seeBooks, { actor, establishment: SCHOOL, input: { from, to } });
    ok(found.kind === "found");
    return found.value;
  };
  const incomeOn = async (day: string) => {
    const found = await view(world(), seeIncome, { actor: FINANCE, establishment: SCHOOL, input: { on: day } });
    ok(found.kind === "found");
    return found.value.cutoffs;
  };
  const close = (input: { until: string; yearEnd?: boolean }, actor = FINANCE, attempt = newAttempt()) =>
    perform(world(), closeBooks, { actor, establishment: SCHOOL, attempt, input });
  const closed = async (until: string, yearEnd = false) => {
    const outcome = await close({ until, yearEnd });
    ok(outcome.kind === "done", JSON.stringify(outcome));
    return outcome.value;
  };
  const refusal = async (input: { until: string }) => {
    const outcome = await close(input);
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" ") : outcome.kind;
  };
  const inSchool = <T>(work: Parameters<typeof withSchool<T>>[2]) => withSchool(given.world.db, SCHOOL, work);
  const wrong = () => inSchool(async (tx) => [...(await wrongClosings(tx)), ...(await wrongEntries(tx, chart))]);
  const paymentOf = (charge: string) =>
    inSchool((tx) => tx.selectFrom("payment").select("id").where("charge", "=", charge).executeTakeFirstOrThrow());

  let fee: Awaited<ReturnType<typeof owes>>;
  let invoice: { charge: string; id: string };

  it("have the entries of a fee and an invoice, of what pays them, in cash, by cheque and at the bank", async () => {
    const account = await newAccount(given.world, "camille@exemple.fr");
    fee = await owes(given.world, SCHOOL, { account, called: "D-2026-000001" });
    const cash = { charge: fee.id, amount: 6_000, paidOn: "2026-12-01", means: "cash" } as const;
    await deed(world(), recordPayment, FINANCE, cash, SCHOOL);
    const cheque = { reference: fee.reference, amount: 10_000, drawer: "C. Durand" };
    await deed(world(), recordCheques, FINANCE, { depositedOn: "2026-12-01", cheques: [cheque] }, SCHOOL);
    on("2026-12-10");
    const outcome = await issued(world(), SCHOOL, draft({ period: { from: "2026-09-01", to: "2027-02-28" } }));
    ok(outcome.kind === "done");
    invoice = { charge: outcome.value.charges[0]!, id: outcome.value.ids[0]! };
    on("2026-12-15");
    const paid = { charge: invoice.charge, amount: 137_200, paidOn: "2026-12-12", means: "transfer" } as const;
    await deed(world(), recordPayment, FINANCE, paid, SCHOOL);
    deepEqual(await inShort("2026-12-01", "2026-12-31"), [
      "VE 1 411000 16000",
      "VE 1 706110 -16000",
      "CA 1 530000 6000",
      "CA 1 411000 -6000",
      "BQ 1 511200 10000",
      "BQ 1 411000 -10000",
      "BQ 2 512000 10000",
      "BQ 2 511200 -10000",
      "VE 2 411000 137200",
      "VE 2 706090 -137200",
      "BQ 3 512000 137200",
      "BQ 3 411000 -137200",
    ]);
  });

  it("name the debtor by the number of their dossier, letter what is paid, and have no piece without a reference", async () => {
    const rows = await rowsOf("2026-12-01", "2026-12-31");
    const own = rows.filter(({ CompteNum }) => CompteNum === "411000");
    deepEqual(
      own.map((row) => [row.CompAuxNum, row.EcritureLet, row.DateLet]).slice(0, 3),
      Array.from({ length: 3 }, () => ["D-2026-000001", "A", "2026-12-01"]),
    );
    ok(rows.every(({ PieceRef, EcritureLib, PieceDate }) => PieceRef !== "" && EcritureLib !== "" && PieceDate !== ""));
    ok(rows.every(({ ValidDate }) => ValidDate === ""));
    match(String(own[0]!.EcritureLib), /^Frais LV-.*, Camille Durand, D-2026-000001$/);
  });

  it("add up by account, and show what is invoiced beside what is performed", async () => {
    const { entries, open, sums } = await seen("2026-12-01", "2026-12-31");
    deepEqual([entries, open], [6, 6]);
    deepEqual(
      sums.map(({ account, debit, credit }) => [account, debit, credit]),
      [
        ["411000", 153_200, 153_200],
        ["511200", 10_000, 10_000],
        ["512000", 147_200, 0],
        ["530000", 6_000, 0],
        ["706090", 0, 137_200],
        ["706110", 0, 16_000],
      ],
    );
    const training = (await incomeOn("2026-12-31")).find(({ account }) => account === "706090")!;
    // 122 days of 181.
    deepEqual([training.invoiced, training.performed, training.deferred], [137_200, 92_477, 44_723]);
  });

  it("are not closed before a day is over, by others than finance and the directors, or without accounts", async () => {
    match(await refusal({ until: "2026-12-15" }), /n’est pas finie/);
    equal(
      (await close({ until: "2026-12-14" }, someone("00000000-0000-4000-8000-000000000002", "auditor"))).kind,
      "forbidden",
    );
    const request = { actor: FINANCE, establishment: SCHOOL, attempt: newAttempt(), input: { until: "2026-12-14" } };
    const outcome = await perform(given.world, closeBooks, request);
    ok(outcome.kind === "invalid");
    match(outcome.issues[0]!.message("fr"), /ne dit pas ses comptes/);
  });

  it("are closed as the page counted them: where an entry came meanwhile, both counts are said and nothing is frozen", async () => {
    const shown = carriedLines(closingLines({ entries: 4, total: 100 }));
    const request = { actor: FINANCE, establishment: SCHOOL, attempt: newAttempt(), input: { until: "2026-12-11" } };
    const outcome = await perform(world(), closeBooks, { ...request, shown });
    ok(outcome.kind === "stale" && isChangedShown(outcome.current));
    const [before, now] = [outcome.current.shown!, outcome.current.now].map(([count]) => count!.is.fr);
    deepEqual([before, now], ["4", "5"]);
  });

  it("are closed once for one attempt, with their numbers and the day of closing", async () => {
    const attempt = newAttempt();
    const [first, again] = [
      await close({ until: "2026-12-11" }, FINANCE, attempt),
      await close({ until: "2026-12-11" }, FINANCE, attempt),
    ];
    ok(first.kind === "done" && again.kind === "done");
    deepEqual(again.value, first.value);
    equal(first.value.entries, 5);
    const rows = await rowsOf("2026-12-01", "2026-12-31");
    deepEqual(
      new Set(rows.filter(({ EcritureDate }) => EcritureDate <= "2026-12-11").map(({ ValidDate }) => ValidDate)),
      new Set(["2026-12-15"]),
    );
    match(await refusal({ until: "2026-12-11" }), /clos jusqu’au 11\/12\/2026/);
    const { open } = await seen("2026-12-01", "2026-12-31");
    equal(open, 1);
  });

  it("book what is dated in a closed period on the first open day", async () => {
    on("2026-12-20");
    const late = { charge: fee.id, amount: 500, paidOn: "2026-12-02", means: "transfer" } as const;
    await deed(world(), recordPayment, FINANCE, late, SCHOOL);
    const rows = (await rowsOf("2026-12-12", "2026-12-12")).filter(({ PieceDate }) => PieceDate === "2026-12-02");
    deepEqual(
      rows.map(({ JournalCode, EcritureNum, EcritureDate, CompteNum }) => [
        JournalCode,
        EcritureNum,
        EcritureDate,
        CompteNum,
      ]),
      [
        ["BQ", "3", "2026-12-12", "512000"],
        ["BQ", "3", "2026-12-12", "419100"],
      ],
    );
  });

  it("have the year’s end, with what is deferred of what was closed long before, and take it back on the next day", async () => {
    on("2027-01-15");
    await closed("2026-12-30");
    await closed("2026-12-31", true);
    deepEqual(await inShort("2026-12-31", "2026-12-31"), ["OD 1 706090 44723", "OD 1 487000 -44723"]);
    deepEqual(await inShort("2027-01-01", "2027-01-01"), ["OD 2 487000 44723", "OD 2 706090 -44723"]);
    await closed("2027-01-05");
    deepEqual((await inShort("2027-01-01", "2027-01-14")).length, 2);
  });

  it("have credits, waivers, refunds and what bounces after it, numbered on", async () => {
    await deed(
      world(),
      creditInvoice,
      FINANCE,
      { invoice: invoice.id, amount: 37_200, reason: "Allègement", then: "remitted" },
      SCHOOL,
    );
    const other = await owes(given.world, SCHOOL, { name: "Luc Petit", called: "D-2027-000002" });
    await deed(world(), waiveCharge, FINANCE, { charge: other.id, amount: 6_000, reason: "boursier" }, SCHOOL);
    await deed(
      world(),
      recordPayment,
      FINANCE,
      { charge: other.id, amount: 10_000, paidOn: "2027-01-15", means: "transfer" },
      SCHOOL,
    );
    const { id: payment } = await paymentOf(other.id);
    on("2027-01-18");
    await deed(
      world(),
      reversePayment,
      FINANCE,
      { payment, kind: "bounced", bankFee: 1_250, reason: "provision insuffisante" },
      SCHOOL,
    );
    const refund = { charge: invoice.charge, amount: 37_200, means: "transfer", reason: "avoir" } as const;
    const asked = await deed(world(), proposeRefund, FINANCE, refund, SCHOOL);
    await deed(world(), agreeToProposal, SECOND, asked, SCHOOL);
    deepEqual(await inShort("2027-01-15", "2027-01-31"), [
      "VE 3 411000 16000",
      "VE 3 706110 -16000",
      "VE 4 706090 37200",
      "VE 4 411000 -37200",
      "VE 5 706110 6000",
      "VE 5 411000 -6000",
      "BQ 5 512000 10000",
      "BQ 5 411000 -10000",
      "BQ 6 411000 10000",
      "BQ 6 512000 -10000",
      "BQ 7 627000 1250",
      "BQ 7 512000 -1250",
      "BQ 8 411000 37200",
      "BQ 8 512000 -37200",
    ]);
  });

  it("come to what the ledger has open and what is at the bank, over closed and open periods", async () => {
    on("2027-01-20");
    await closed("2027-01-18");
    const { sums } = await seen("2026-01-01", "2027-12-31");
    const balance = (account: string) => {
      const { debit, credit } = sums.find((one) => one.account === account)!;
      return debit - credit;
    };
    const rows = await inSchool(async (tx) => {
      const open = await sql<{
        open: number;
      }>`select coalesce(sum(greatest(0, balance)), 0)::integer as open from charge_state`.execute(tx);
      return open.rows[0]!.open;
    });
    equal(balance("411000"), rows);
    equal(balance("419100"), -500);
    equal(balance("512000"), 10_000 + 137_200 + 500 + 10_000 - 10_000 - 1_250 - 37_200);
    equal(
      sums.reduce((sum, { debit, credit }) => sum + debit - credit, 0),
      0,
    );
  });

  it("have as income what is said to be invoiced, on every day, of credits, waivers and refunds that give a debt up", async () => {
    const given = {
      charge: fee.id,
      amount: 4_000,
      refundedOn: "2027-01-20",
      means: "transfer",
      reason: "geste",
    } as const;
    await deed(world(), refundCharge, FINANCE, given, SCHOOL);
    for (const day of [
      "2026-12-01",
      "2026-12-31",
      "2027-01-01",
      "2027-01-14",
      "2027-01-15",
      "2027-01-20",
      "2027-02-28",
    ]) {
      const { sums } = await seen("2026-01-01", day);
      // What the end of the year booked is no sale.
      const cut = (await rowsOf("2026-01-01", day)).filter(({ PieceRef }) =>
        /^(INVENTAIRE|EXTOURNE)-/u.test(String(PieceRef)),
      );
      for (const { account, invoiced } of await incomeOn(day)) {
        const sum = sums.find((one) => one.account === account) ?? { debit: 0, credit: 0 };
        const moved = cut.filter(({ CompteNum }) => CompteNum === account);
        const apart = moved.reduce((total, { Debit, Credit }) => total + Number(Credit) - Number(Debit), 0);
        equal(invoiced, sum.credit - sum.debit - apart, `${account} on ${day}`);
      }
    }
    const fees = (await incomeOn("2027-02-28")).find(({ account }) => account === "706110")!;
    // Two fees of 16 000, 6 000 waived; 16 500 were paid of one, and 4 000 of them given back, of which 3 500 were owed.
    equal(fees.invoiced, 22_500);
  });

  it("are found sound by the doctor, and each closing follows the one before", async () => {
    deepEqual(await wrong(), []);
    const found = await view(world(), seeClosing, { actor: FINANCE, establishment: SCHOOL, input: {} });
    ok(found.kind === "found");
    equal(found.value.closedUntil, "2027-01-18");
    equal(found.value.closings.length, 5);
  });

  it("let nobody change what is closed", async () => {
    await rejects(
      inSchool((tx) => sql`update books_entry set label = 'x'`.execute(tx)),
      /permission denied/,
    );
    await rejects(
      inSchool((tx) => sql`update books_closing set total = 0`.execute(tx)),
      /permission denied/,
    );
  });

  it("show the doctor an entry that was changed, and one that its fact does not give", async () => {
    // As only the owner of the database may.
    const spoilt = async (statement: string, mended: string) => {
      await given.opened.asOwner((owner) => owner.run(statement));
      const found = await wrong();
      await given.opened.asOwner((owner) => owner.run(mended));
      return found;
    };
    const cash = "where journal = 'cash'";
    deepEqual(
      await spoilt(
        `update books_entry set label = label || '.' ${cash}`,
        `update books_entry set label = rtrim(label, '.') ${cash}`,
      ),
      ["books_closing 2026-12-11"],
    );
    const found = await spoilt(
      "update payment set amount = 6001 where means = 'cash'",
      "update payment set amount = 6000 where means = 'cash'",
    );
    match(found.join(" "), /^books_entry payment:[0-9a-f-]+$/);
    deepEqual(await wrong(), []);
  });

  it("owe a payment that bounced whole, of which a part was given back: once, and as no income; given up, it is a loss", async () => {
    on("2027-02-01");
    const account = await newAccount(given.world, "rendu@exemple.fr");
    const debtor = `account:${account}`;
    const fees = [{ key: "part", label: { fr: "frais", en: "fees" }, amount: 10_000 }];
    await owes(given.world, SCHOOL, { account, called: "D-2027-000009", fees });
    const came = { debtor, amount: 15_000, paidOn: "2027-02-01", means: "transfer" } as const;
    await deed(world(), recordDebtorPayment, FINANCE, came, SCHOOL);
    const { id: payment } = await inSchool((tx) =>
      tx.selectFrom("payment").select("id").where("debtor", "=", debtor).executeTakeFirstOrThrow(),
    );
    const refund = { payment, amount: 5_000, means: "transfer", reason: "Payé deux fois." } as const;
    await deed(world(), agreeToProposal, SECOND, await deed(world(), proposeRefund, FINANCE, refund, SCHOOL), SCHOOL);
    on("2027-02-02");
    await deed(world(), reversePayment, FINANCE, { payment, kind: "bounced", reason: "Sans provision." }, SCHOOL);
    deepEqual(await ofDay("2027-02-02"), ["BQ 411000 10000", "BQ 411000 5000", "BQ 512000 -15000"]);
    const fee = async () => (await incomeOn("2027-02-02")).find((one) => one.account === "706110")!.invoiced;
    equal(await fee(), 32_500);
    on("2027-02-04");
    await closed("2027-02-02");
    const again = await inSchool((tx) =>
      tx
        .selectFrom("charge")
        .select("id")
        .where("debtor", "=", debtor)
        .where("total", "=", 5_000)
        .executeTakeFirstOrThrow(),
    );
    await deed(world(), waiveCharge, FINANCE, { charge: again.id, amount: 5_000, reason: "Introuvable." }, SCHOOL);
    deepEqual(await ofDay("2027-02-04"), ["VE 654000 5000", "VE 411000 -5000"]);
    equal(await fee(), 32_500);
    deepEqual(await wrong(), []);
  });

  it("keep one that was closed as fees before as it was closed", async () => {
    on("2027-02-05");
    const fees = [{ key: "part", label: { fr: "frais", en: "fees" }, amount: 700 }];
    const { id } = await owes(given.world, SCHOOL, { name: "Ancien Rendu", fees });
    on("2027-02-06");
    await closed("2027-02-05");
    const key = (name: string) =>
      given.opened.asOwner((owner) =>
        owner.run(`update charge set lines = jsonb_set(lines, '{0,key}', '"${name}"') where id = '${id}'`),
      );
    const income = await incomeOn("2027-02-06");
    await key("given-back-unpaid");
    deepEqual([await incomeOn("2027-02-06"), await wrong()], [income, []]);
    await deed(world(), waiveCharge, FINANCE, { charge: id, amount: 700, reason: "Introuvable." }, SCHOOL);
    deepEqual(await ofDay("2027-02-06"), ["VE 706110 700", "VE 411000 -700"]);
  });
});
