/** What is collected for another body is owed to it, handed on up to what was collected, and booked against that debt. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, perform, view } from "../../act/act.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { creditInvoice } from "../../billing/invoices/acts.ts";
import { withSchool } from "../../db/school.ts";
import { someone } from "../../test/charging.ts";
import { draft, FINANCE, issued, selling } from "../../test/invoicing.ts";
import { deed } from "../../test/people.ts";
import { newAttempt, type TestWorld, testWorld } from "../../test/world.ts";
import { laws } from "../../test/law-world.ts";
import { closeBooks } from "../acts.ts";
import { wrongClosings, wrongEntries } from "../check.ts";
import { chartOf } from "../rules/chart.ts";
import { exportBooks } from "../views.ts";
import { noteHandedOn, takeBackHandedOn } from "./acts.ts";
import { seeHandedOn } from "./views.ts";

const SCHOOL = "school-a";
const TRANSFER = { payee: "Université de Montpellier", piece: "VIR-1" };

describe("what is collected for another body", () => {
  let given: TestWorld;
  const world = () => selling(given.world);
  before(async () => {
    given = await testWorld({ now: "2026-12-10T09:00:00Z" });
  });
  after(() => given.close());

  const tried = async <F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor = FINANCE) => {
    const outcome = await perform(world(), act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" ") : outcome.kind;
  };
  const seen = async () => {
    const found = await view(world(), seeHandedOn, { actor: FINANCE, establishment: SCHOOL, input: {} });
    ok(found.kind === "found");
    return found.value;
  };
  const booked = async () => {
    const input = { from: "2026-12-01", to: "2027-12-31" };
    const found = await view(world(), exportBooks, { actor: FINANCE, establishment: SCHOOL, input });
    ok(found.kind === "found");
    return found.value.rows
      .filter(({ CompteNum }) => CompteNum === "467000" || CompteNum === "512000")
      .map((row) => `${row.EcritureDate} ${row.CompteNum} ${Number(row.Debit) - Number(row.Credit)}`);
  };

  it("is nothing before an invoice asks it, and nothing is handed on then", async () => {
    deepEqual(await seen(), { asked: 0, paid: 0, handed: 0, of: [], given: [] });
    match(await tried(noteHandedOn, { amount: 1, on: "2026-12-10", ...TRANSFER }), /Rien n’est perçu/);
  });

  it("is what such invoices ask, less their credits, of whom, with what is paid of it", async () => {
    const basis = { by: "agreed", amount: 34_000 } as const;
    const outcome = await issued(
      world(),
      SCHOOL,
      draft({ nature: "third", basis }),
      draft({ nature: "third", basis }),
      draft(),
    );
    ok(outcome.kind === "done");
    const { ids, charges } = outcome.value;
    await deed(
      world(),
      creditInvoice,
      FINANCE,
      { invoice: ids[1]!, amount: 34_000, reason: "Désistement", then: "remitted" },
      SCHOOL,
    );
    const paid = { charge: charges[0]!, amount: 34_000, paidOn: "2026-12-10", means: "transfer" } as const;
    await deed(world(), recordPayment, FINANCE, paid, SCHOOL);
    const { asked, paid: received, handed, of } = await seen();
    deepEqual([asked, received, handed], [34_000, 34_000, 0]);
    deepEqual(
      of.map(({ name, amount, paid: got }) => [name, amount, got]),
      [
        ["Camille Durand", 0, 0],
        ["Camille Durand", 34_000, 34_000],
      ],
    );
  });

  it("is handed on by those who keep the accounts, up to what was collected, on a day that has come", async () => {
    const auditor = someone("00000000-0000-4000-8000-0000000000e1", "auditor");
    equal(await tried(noteHandedOn, { amount: 34_000, on: "2026-12-10", ...TRANSFER }, auditor), "forbidden");
    match(await tried(noteHandedOn, { amount: 34_001, on: "2026-12-10", ...TRANSFER }), /trop élevé/);
    match(await tried(noteHandedOn, { amount: 34_000, on: "2026-12-11", ...TRANSFER }), /pas encore venu/);
    const attempt = newAttempt();
    const request = {
      actor: FINANCE,
      establishment: SCHOOL,
      attempt,
      input: { amount: 34_000, on: "2026-12-10", ...TRANSFER },
    };
    deepEqual(await perform(world(), noteHandedOn, request), await perform(world(), noteHandedOn, request));
    equal((await seen()).handed, 34_000);
    match(await tried(noteHandedOn, { amount: 1, on: "2026-12-10", ...TRANSFER }), /Rien n’est perçu/);
    deepEqual((await booked()).slice(-2), ["2026-12-10 467000 34000", "2026-12-10 512000 -34000"]);
  });

  it("is owed to it again once that is taken back, once, and booked on that day though the first is closed", async () => {
    given.setNow("2027-01-08T09:00:00Z");
    await deed(world(), closeBooks, FINANCE, { until: "2026-12-31" }, SCHOOL);
    const { id } = (await seen()).given[0]!;
    equal(await tried(takeBackHandedOn, { id, reason: "RIB refusé" }), "done");
    match(await tried(takeBackHandedOn, { id, reason: "RIB refusé" }), /déjà annulé/);
    equal(await tried(takeBackHandedOn, { id: newAttempt(), reason: "x" }), "forbidden");
    const { handed, given: rows } = await seen();
    equal(handed, 0);
    deepEqual(
      rows.map(({ amount, takenBackOn, takenBackWhy }) => [amount, takenBackOn, takenBackWhy]),
      [[34_000, "2027-01-08", "RIB refusé"]],
    );
    deepEqual((await booked()).slice(-2), ["2027-01-08 512000 34000", "2027-01-08 467000 -34000"]);
  });

  it("is found sound by the doctor", async () => {
    const chart = chartOf(laws.establishments[0]!.data.money)!;
    const wrong = await withSchool(given.world.db, SCHOOL, async (tx) => [
      ...(await wrongClosings(tx)),
      ...(await wrongEntries(tx, chart)),
    ]);
    deepEqual(wrong, []);
  });
});
