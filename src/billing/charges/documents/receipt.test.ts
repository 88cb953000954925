import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { perform, view } from "../../../act/act.ts";
import { startRenderer, type Renderer } from "../../../documents/render.ts";
import { owes, someone } from "../../../test/charging.ts";
import { letters, lettersOf, rolesOf } from "../../../test/printed.ts";
import { LAWS, testWorldOf } from "../../../test/server.ts";
import { newAttempt } from "../../../test/world.ts";
import { recordCheques } from "../../../bank/acts.ts";
import { slipDocument } from "../../../bank/documents/slip.ts";
import { seeSlip } from "../../../bank/views.ts";
import { MONEY_TEMPLATE } from "../pages/receipt.ts";
import { seeReceipt } from "../views.ts";
import { receiptDocument } from "./receipt.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("what is printed of money", () => {
  let renderer: Renderer;
  let close: () => Promise<void>;
  let world: Awaited<ReturnType<typeof testWorldOf>>["world"];
  before(async () => {
    ({ world, close } = await testWorldOf());
    renderer = startRenderer();
  });
  after(async () => {
    await renderer.close();
    await close();
  });
  const school = LAWS.establishments[0]!.data;

  it("is a receipt and a deposit slip that say the same as the pages", async () => {
    const charge = await owes(world, SCHOOL, { name: "Zoë Łukasiewicz" });
    const cheques = [
      { reference: charge.reference, amount: 16000, drawer: "Łukasiewicz", bank: "Banque", number: "123" },
    ];
    const done = await perform(world, recordCheques, {
      actor: finance,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { depositedOn: "2026-11-25", cheques },
    });
    ok(done.kind === "done");
    const asked = { actor: finance, establishment: SCHOOL };
    const slip = await view(world, seeSlip, { ...asked, input: { id: done.value.slip } });
    ok(slip.kind === "found");
    const printed = await lettersOf(await renderer.render(MONEY_TEMPLATE, slipDocument(school, slip.value)));
    for (const part of [done.value.number, "Łukasiewicz", "160,00 €", charge.reference, "à compléter"])
      ok(printed.includes(letters(part)), part);

    const { receipt: number } = slip.value.cheques[0]!;
    const receipt = await view(world, seeReceipt, { ...asked, input: { number } });
    ok(receipt.kind === "found");
    const state = { ...receipt.value.state!, writtenOff: 6_000, balance: 0 };
    const lost = JSON.stringify(receiptDocument(school, { ...receipt.value, state }, "fr").blocks);
    match(lost, /la dette n’est pas remise/);
    ok(!lost.includes("rien à payer"), "what was written off is still owed");
    for (const lang of ["fr", "en"] as const) {
      const pdf = await renderer.render(MONEY_TEMPLATE, receiptDocument(school, receipt.value, lang));
      const said = await lettersOf(pdf);
      const parts =
        lang === "fr"
          ? ["Reçu de 160,00 €", "Chèque", "ni un reçu fiscal"]
          : ["Receipt for €160.00", "Cheque", "Courtesy translation"];
      for (const part of [...parts, "Zoë Łukasiewicz", charge.reference]) ok(said.includes(letters(part)), part);
      ok((await rolesOf(pdf)).includes("Table"));
    }
    equal(receiptDocument(school, receipt.value, "fr").number, number);
    match(number, /^R-2026-\d{6}$/);
  });
});
