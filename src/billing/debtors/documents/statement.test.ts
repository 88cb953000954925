/** A statement: whoever reads a debt finds its payment, by the same number. */
import { deepEqual, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../../act/act.ts";
import type { World } from "../../../act/world.ts";
import { newAccount, someone } from "../../../test/charging.ts";
import { draft, issued, selling } from "../../../test/invoicing.ts";
import { deed } from "../../../test/people.ts";
import { LAWS, testWorldOf } from "../../../test/server.ts";
import { recordPayment } from "../../charges/acts.ts";
import { seeDebtor } from "../views.ts";
import { statementDocument } from "./statement.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("a statement", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
  });
  after(() => close());

  it("calls an invoice by its number where it is asked and where it is paid, with the reference of transfers once", async () => {
    const account = await newAccount(world, "releve@exemple.fr");
    const outcome = await issued(selling(world), SCHOOL, draft({ debtor: { account } }));
    ok(outcome.kind === "done");
    const charge = outcome.value.charges[0]!;
    await deed(world, recordPayment, finance, { charge, amount: 5000, paidOn: "2026-11-25", means: "cash" });
    const input = { debtor: `account:${account}`, all: true as const };
    const seen = await view(world, seeDebtor, { actor: finance, establishment: SCHOOL, input });
    ok(seen.kind === "found");
    const { invoice, reference } = seen.value.charges[0]!;
    const { blocks } = statementDocument(LAWS.establishments[0]!.data, seen.value, { lang: "fr", on: "2026-11-25" });
    const tables = blocks.flatMap((one) => (one.kind === "table" ? [one.rows] : []));
    deepEqual(tables[0]![0]![1], `${invoice} (${reference})`);
    match(JSON.stringify(tables[1]![0]![4]), new RegExp(`^"${invoice} 50,00`));
  });
});
