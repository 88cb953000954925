/** A payment that came back unpaid, read where the invoice is: by the school, by the payer and by the person who owe it. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../act/act.ts";
import { recordDebtorPayment } from "../billing/debtors/acts.ts";
import { recordPayment } from "../billing/charges/acts.ts";
import { invoiceMoved } from "../billing/invoices/pages/invoice.ts";
import { myInvoice, seeInvoice } from "../billing/invoices/views.ts";
import { withSchool } from "../db/school.ts";
import type { Visit } from "../page/page.ts";
import { newAccount, someone } from "../test/charging.ts";
import { draft, employer, FINANCE, issued, selling } from "../test/invoicing.ts";
import { deed } from "../test/people.ts";
import { type TestWorld, testWorld } from "../test/world.ts";
import { reversePayment } from "./acts.ts";

const SCHOOL = "school-a";

describe("a transfer that came back unpaid", () => {
  let given: TestWorld;
  const world = () => selling(given.world);
  before(async () => {
    given = await testWorld({ now: "2026-12-01T09:00:00Z" });
  });
  after(() => given.close());

  const seen = async (number: string) => {
    const found = await view(world(), seeInvoice, { actor: FINANCE, establishment: SCHOOL, input: { number } });
    ok(found.kind === "found");
    return found.value;
  };
  const read = (one: Awaited<ReturnType<typeof seen>>, lang: "fr" | "en") =>
    invoiceMoved({ lang, link: (to: string) => to } as Visit, one, (number) => number)
      .text.replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/gu, " ");
  const bounce = async (number: string, reason: string) => {
    const { id } = await withSchool(given.world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("number", "=", number).executeTakeFirstOrThrow(),
    );
    await deed(world(), reversePayment, FINANCE, { payment: id, kind: "bounced", reason }, SCHOOL);
  };
  const made = async (debtor: Parameters<typeof draft>[0]) => {
    const outcome = await issued(world(), SCHOOL, draft(debtor));
    ok(outcome.kind === "done", JSON.stringify(outcome));
    return { number: outcome.value.numbers[0]!, charge: outcome.value.charges[0]! };
  };

  it("is told on the page of the invoice that it named, with its day and reason, to the school and to whom it is addressed", async () => {
    const account = await newAccount(given.world, "rejetee@exemple.fr");
    const { number, charge } = await made({ debtor: { account } });
    match(read(await seen(number), "fr"), /Aucun paiement n’est encore arrivé/);
    const paid = { charge, amount: 137_200, paidOn: "2026-12-01", means: "transfer" } as const;
    const receipt = await deed(world(), recordPayment, FINANCE, paid, SCHOOL);
    given.setNow("2026-12-04T09:00:00Z");
    await bounce(receipt.number, "Compte clos.");
    const one = await seen(number);
    deepEqual(one.returned, [
      {
        number: receipt.number,
        paidOn: "2026-12-01",
        means: "transfer",
        amount: 137_200,
        on: "2026-12-04",
        reason: "Compte clos.",
      },
    ]);
    equal(one.balance, 137_200);
    const french = read(one, "fr");
    match(
      french,
      /Virement de 1.372,00 €, du 1er décembre 2026 : revenu impayé le 4 décembre 2026. Motif : Compte clos\./,
    );
    ok(!french.includes("Aucun paiement"));
    match(read(one, "en"), /came back unpaid on 4 December 2026. Reason: Compte clos\./);
    const own = await view(world(), myInvoice, {
      actor: someone(account),
      establishment: SCHOOL,
      input: { number },
    });
    deepEqual(own.kind === "found" && own.value.returned, one.returned);
  });

  it("is told on each invoice that it had paid, where it named its debtor alone, and on none that it had not", async () => {
    const payer = await employer(world(), SCHOOL);
    const sale = { source: "employer-plan", debtor: { payer } } as const;
    const first = await made(sale);
    const second = await made(sale);
    const third = await made(sale);
    const money = { debtor: `payer:${payer}`, amount: 200_000, paidOn: "2026-12-04", means: "transfer" } as const;
    const { number } = await deed(world(), recordDebtorPayment, FINANCE, money, SCHOOL);
    const amounts = async () =>
      Promise.all([first, second, third].map(async (one) => (await seen(one.number)).returned.map((of) => of.amount)));
    deepEqual(await amounts(), [[], [], []]);
    given.setNow("2026-12-08T09:00:00Z");
    await bounce(number, "Provision insuffisante.");
    deepEqual(await amounts(), [[137_200], [62_800], []]);
    // What pays it afterwards changes nothing of what is told.
    given.setNow("2026-12-09T09:00:00Z");
    await deed(world(), recordDebtorPayment, FINANCE, { ...money, paidOn: "2026-12-09", again: true }, SCHOOL);
    deepEqual(await amounts(), [[137_200], [62_800], []]);
    equal((await seen(first.number)).balance, 0);
  });
});
