/** What came to the bank and is matched with nothing, in the books: on an account of its own, before and after a closing. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { importBankFile, matchLine, readBankFile, setLineAside } from "../bank/acts.ts";
import { tieLine } from "../bank/ties/acts.ts";
import { openLines } from "../bank/store.ts";
import { seeBankLine } from "../bank/views.ts";
import { recordPayment, refundCharge } from "../billing/charges/acts.ts";
import { proposeWriteOff } from "../billing/debtors/acts.ts";
import { withSchool } from "../db/school.ts";
import { owes, someone } from "../test/charging.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { closeBooks } from "./acts.ts";
import { booksCheckOf } from "./check.ts";
import { exportBooks, seeBooks, seeClosing } from "./views.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("money that waits at the bank, in the books", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-10T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const asked = <I>(input: I) => ({ actor: finance, establishment: SCHOOL, input });
  const sums = async (from = "2026-01-01", to = "2027-12-31") => {
    const seen = await view(world, seeBooks, asked({ from, to }));
    ok(seen.kind === "found");
    const of = new Map(seen.value.sums.map(({ account, debit, credit }) => [account, debit - credit]));
    return [of.get("512000") ?? 0, of.get("471000") ?? 0];
  };
  const imported = async (label: string, amount: string, on = "02/12/2026") => {
    const content = Buffer.from(`Date;Libellé;Montant\n${on};${label};${amount}\n`).toString("base64");
    const { file } = await deed(world, readBankFile, finance, { name: "r.csv", content });
    await deed(world, importBankFile, finance, { file });
    const lines = await withSchool(world.db, SCHOOL, (tx) => openLines(tx, undefined, 50));
    return lines.find((one) => one.label === label)?.id ?? "";
  };

  it("stands on the suspense account, and leaves it once it is matched, tied, or told twice; other income stays", async () => {
    const { id: charge, reference } = await owes(world, SCHOOL, { name: "Nadia Benali" });
    const matched = await imported("VIR A", "160,00");
    deepEqual(await sums(), [16000, -16000]);
    await deed(world, matchLine, finance, { line: matched, shares: [{ reference, amount: 10000 }] });
    deepEqual(await sums(), [16000, -6000]);
    await deed(world, recordPayment, finance, {
      charge,
      amount: 6000,
      paidOn: "2026-12-01",
      means: "transfer",
      again: true,
    });
    deepEqual(await sums(), [22000, -6000]);
    const { id: payment } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("amount", "=", 6000).executeTakeFirstOrThrow(),
    );
    await deed(world, tieLine, finance, { line: matched, payment });
    deepEqual(await sums(), [16000, 0]);
    const twice = await imported("VIR B", "12,00");
    await deed(world, setLineAside, finance, { line: twice, reason: "déjà là" });
    deepEqual(await sums(), [16000, 0]);
    const other = await imported("SUBVENTION", "50,00");
    await deed(world, setLineAside, finance, { line: other, reason: "région", elsewhere: true });
    deepEqual(await sums(), [21000, -5000]);
  });

  it("is counted before a period is closed, frozen with it, and matched on the first open day", async () => {
    const { reference } = await owes(world, SCHOOL, { name: "Luc Petit" });
    const late = await imported("VIR C", "33,00", "05/12/2026");
    const seen = await view(world, seeClosing, asked({ until: "2026-12-08" }));
    ok(seen.kind === "found" && seen.value.counted);
    const { lines, waiting, amount } = seen.value.counted;
    deepEqual([lines, waiting, amount], [4, 1, 3300]);
    await deed(world, closeBooks, finance, { until: "2026-12-08" });
    deepEqual(await sums("2026-01-01", "2026-12-08"), [24300, -8300]);
    now = new Date("2026-12-12T09:00:00Z");
    await deed(world, matchLine, finance, { line: late, shares: [{ reference, amount: 3300 }] });
    deepEqual(await sums("2026-12-09", "2026-12-31"), [0, 3300]);
    await deed(world, closeBooks, finance, { until: "2026-12-11" });
    deepEqual(await sums(), [24300, -5000]);
    const check = await withSchool(world.db, SCHOOL, (tx) => booksCheckOf(world)(tx, SCHOOL));
    equal(check, undefined);
  });

  it("is closed after a look at what is not done: refunds that no statement shows, and what a second person has to agree to", async () => {
    const { id: charge } = await owes(world, SCHOOL, { name: "Zoé Roux" });
    await deed(world, recordPayment, finance, { charge, amount: 16000, paidOn: "2026-12-01", means: "transfer" });
    const before = async () => {
      const seen = await view(world, seeClosing, asked({ until: "2026-12-11" }));
      ok(seen.kind === "found" && seen.value.counted);
      const { refunds, proposals, online, toInvoice } = seen.value.counted.before;
      return [refunds, proposals, online, toInvoice];
    };
    const none = { count: 0, amount: 0 };
    deepEqual(await before(), [none, 0, 0, none]);
    const back = { charge, means: "transfer", reason: "désistement" } as const;
    await deed(world, refundCharge, finance, { ...back, amount: 1500, refundedOn: "2026-12-05" });
    // No statement goes so far.
    await deed(world, refundCharge, finance, { ...back, amount: 1700, refundedOn: "2026-12-10" });
    deepEqual(await before(), [{ count: 1, amount: 1500 }, 0, 0, none]);
    const debt = await owes(world, SCHOOL, { name: "Luc Noir" });
    await deed(world, proposeWriteOff, finance, { charge: debt.id, amount: 100, kind: "rounding", reason: "écart" });
    const line = await imported("VIR EMIS ROUX", "-15,00", "05/12/2026");
    const seen = await view(world, seeBankLine, asked({ line }));
    ok(seen.kind === "found");
    await deed(world, tieLine, finance, { line, refund: seen.value.refunds[0]!.id });
    deepEqual(await before(), [none, 1, 0, none]);
  });

  it("is one line at the bank for each movement there: a transfer of three invoices, a batch of two transfers", async () => {
    now = new Date("2026-12-14T09:00:00Z");
    const debts = await Promise.all(["Ana Un", "Ana Deux", "Ana Trois"].map((name) => owes(world, SCHOOL, { name })));
    const three = await imported("VIR OPCO TROIS", "480,00", "14/12/2026");
    const shares = debts.map(({ reference }) => ({ reference, amount: 16000 }));
    await deed(world, matchLine, finance, { line: three, shares });
    const [first, second] = [
      await owes(world, SCHOOL, { name: "Bo Un" }),
      await owes(world, SCHOOL, { name: "Bo Deux" }),
    ];
    const part = (
      amount: string,
      text: string,
    ) => `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>
<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
    const batch = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">320.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-12-14</Dt></BookgDt><AcctSvcrRef>LOT-7</AcctSvcrRef><NtryDtls>
${part("160.00", first.reference)}${part("160.00", "SANS RÉFÉRENCE")}</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
    const content = Buffer.from(batch).toString("base64");
    const { file } = await deed(world, readBankFile, finance, { name: "lot.xml", content });
    await deed(world, importBankFile, finance, { file });
    const bank = async () => {
      const seen = await view(world, exportBooks, asked({ from: "2026-12-14", to: "2026-12-14" }));
      ok(seen.kind === "found");
      const rows = seen.value.rows.filter(({ JournalCode }) => JournalCode === "BQ");
      const lines = rows.map((row) => `${row.CompteNum} ${Number(row.Debit) - Number(row.Credit)}`);
      return [...Map.groupBy(lines, (_, at) => rows[at]!.EcritureNum).values()].map((of) => of.join(", ")).sort();
    };
    const whole = "512000 48000, 411000 -16000, 411000 -16000, 411000 -16000";
    deepEqual(await bank(), ["512000 32000, 471000 -16000, 411000 -16000", whole]);
    const lines = await withSchool(world.db, SCHOOL, (tx) => openLines(tx, undefined, 50));
    const rest = lines.find(({ label }) => label.startsWith("SANS"))!.id;
    await deed(world, matchLine, finance, { line: rest, shares: [{ reference: second.reference, amount: 16000 }] });
    deepEqual(await bank(), ["512000 32000, 411000 -16000, 411000 -16000", whole]);
    now = new Date("2026-12-16T09:00:00Z");
    await deed(world, closeBooks, finance, { until: "2026-12-15" });
    deepEqual(await bank(), ["512000 32000, 411000 -16000, 411000 -16000", whole]);
    equal(await withSchool(world.db, SCHOOL, (tx) => booksCheckOf(world)(tx, SCHOOL)), undefined);
  });
});
