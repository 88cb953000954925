/** The largest file that is taken: written in batches, beside which others are answered. */
import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { verifyAudit } from "../audit/verify.ts";
import { type Charged, newAccount, owes, someone } from "../test/charging.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { buildServer } from "../web/server.ts";
import { MAX_BANK_LINES } from "./rules/bank-file.ts";
import { importBankFile, readBankFile } from "./acts.ts";
import { listBankLines } from "./views.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe(`a file of ${MAX_BANK_LINES} entries`, () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-12-01T09:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });
  const must = async <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>): Promise<V> => {
    const request = { actor: finance, establishment: SCHOOL, attempt: newAttempt(), input };
    const outcome = await perform(world, deed, request);
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };

  it("is imported whole, pays what it names, and lets whoever asks something else be answered meanwhile", async () => {
    const account = await newAccount(world, "camille@exemple.fr");
    const owed: Charged[] = [];
    for (let n = 0; n < 3; n++) owed.push(await owes(world, SCHOOL, { account }));
    const lines = Array.from({ length: MAX_BANK_LINES }, (_, n) => {
      const label = owed[n / 7_000]?.reference ?? `VIR ${n}`;
      return `30/11/2026;${label};${n < 15_000 && n % 7_000 === 0 ? "160,00" : "1,00"}`;
    });
    const bytes = Buffer.from(["Date;Libellé;Montant", ...lines].join("\n"));
    const { file } = await must(readBankFile, { name: "annee.csv", content: bytes.toString("base64") });
    const order: string[] = [];
    const importing = must(importBankFile, { file }).finally(() => order.push("imported"));
    const asking = app.inject({ url: "/healthz" }).finally(() => order.push("answered"));
    equal((await asking).statusCode, 200);
    const toDecide = MAX_BANK_LINES - owed.length;
    deepEqual(await importing, { already: false, matched: 3, toDecide, known: 0, payments: 3 });
    deepEqual(order, ["answered", "imported"]);
    const asked = { actor: finance, establishment: SCHOOL, input: {} };
    const seen = await view(world, listBankLines, asked);
    deepEqual(seen.kind === "found" && seen.value.open, { count: toDecide, amount: toDecide * 100 });
  });

  it("leaves a record that holds", async () => {
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
  });
});
