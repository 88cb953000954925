/** What waits at the bank: an entry not matched and not set aside. */
import { deepEqual } from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { newAccount, owes, someone } from "../test/charging.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { soundWaiting, waitingFor, whereToDo } from "../test/waiting-lines.ts";
import { importBankFile, matchLine, readBankFile, reversePayment, setLineAside, takeLineBack } from "./acts.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("what waits at the bank", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf());
  });
  afterEach(() => soundWaiting(world));
  after(() => close());

  const imported = async (...lines: string[]) => {
    const content = Buffer.from(["Date;Libellé;Montant", ...lines].join("\n")).toString("base64");
    const { file } = await deed(world, readBankFile, finance, { name: "releve.csv", content });
    return deed(world, importBankFile, finance, { file });
  };
  const lines = async () => (await whereToDo(world, finance, "matchLine")).map((to) => to.split("/").at(-1)!);

  it("is an entry that pays no known charge, until it is set aside, and again when it is taken back", async () => {
    await imported("24/11/2026;SUBVENTION REGION;3000,00");
    deepEqual(await waitingFor(world, finance), [["matchLine", null]]);
    deepEqual(await waitingFor(world, someone("00000000-0000-4000-8000-000000000002", "admission-officer")), []);
    const [line = ""] = await lines();
    await deed(world, setLineAside, finance, { line, reason: "Subvention." });
    deepEqual(await waitingFor(world, finance), []);
    await deed(world, takeLineBack, finance, { line });
    deepEqual(await waitingFor(world, finance), [["matchLine", null]]);
    await deed(world, setLineAside, finance, { line, reason: "Subvention." });
  });

  it("is not an entry that names its charge, whose debtor has nothing left to pay", async () => {
    const account = await newAccount(world, "camille@exemple.fr");
    const { reference } = await owes(world, SCHOOL, { account });
    deepEqual(await waitingFor(world, someone(account)), [["pay", "2026-12-25"]]);
    await imported(`24/11/2026;VIR ${reference};160,00`);
    deepEqual(await waitingFor(world, someone(account)), []);
    deepEqual(await waitingFor(world, finance, "matchLine"), []);
  });

  it("goes when it is matched with a charge, and comes back with it when that payment is reversed", async () => {
    const account = await newAccount(world, "dominique@exemple.fr");
    const { id, reference } = await owes(world, SCHOOL, { account });
    await imported("23/11/2026;VIR SANS REFERENCE;160,00");
    const [line = ""] = await lines();
    await deed(world, matchLine, finance, { line, shares: [{ reference, amount: 16000 }] });
    deepEqual(await waitingFor(world, finance, "matchLine"), []);
    deepEqual(await waitingFor(world, someone(account)), []);
    const { id: payment } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("charge", "=", id).executeTakeFirstOrThrow(),
    );
    await deed(world, reversePayment, finance, { payment, reason: "Une autre personne." });
    deepEqual(await waitingFor(world, finance, "matchLine"), [["matchLine", null]]);
    deepEqual(await waitingFor(world, someone(account)), [["pay", "2026-12-25"]]);
  });
});
