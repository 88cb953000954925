/** The desk of one who keeps the accounts, for tests of the bank: files brought, entries and accounts read, and all of it found sound. */
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Static, TSchema } from "typebox";
import { type Act, type Outcome, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { verifyAudit } from "../audit/verify.ts";
import { importBankFile, readBankFile } from "../bank/acts.ts";
import { linesCheck } from "../bank/check.ts";
import { findLine, openLines } from "../bank/store.ts";
import { seeBankLine } from "../bank/views.ts";
import { moneyCheck } from "../billing/charges/check.ts";
import { seeDebtor } from "../billing/debtors/views.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { withSchool } from "../db/school.ts";
import { OUTLIVING, PROVEN_TABLES } from "../house/house.ts";
import { owes, someone } from "./charging.ts";
import { deed } from "./people.ts";
import { newAttempt } from "./world.ts";

const SCHOOL = "faire-ess";
export const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
export const second = someone("00000000-0000-4000-8000-000000000002", "finance");

export function atTheBank(world: () => World) {
  const within = <T>(work: Parameters<typeof withSchool<T>>[2]) => withSchool(world().db, SCHOOL, work);
  const seen = { actor: finance, establishment: SCHOOL };
  const read = async (...lines: string[]) => {
    const content = Buffer.from(["Date;Libellé;Montant", ...lines].join("\n")).toString("base64");
    return (await deed(world(), readBankFile, finance, { name: "releve.csv", content })).file;
  };
  return {
    within,
    read,
    tried: <F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor = finance): Promise<Outcome<V>> =>
      perform(world(), act, { actor, establishment: SCHOOL, attempt: newAttempt(), input }),
    /** Of one entry; the line is empty where nothing of it is left to match. */
    imported: async (on: string, label: string, amount: string) => {
      const file = await read(`${on};${label};${amount}`);
      await deed(world(), importBankFile, finance, { file });
      const line = (await within((tx) => openLines(tx, undefined, 50))).find((one) => one.label === label);
      return { file, line: line?.id ?? "" };
    },
    line: async (line: string) => {
      const found = await view(world(), seeBankLine, { ...seen, input: { line } });
      ok(found.kind === "found");
      return found.value;
    },
    account: async (debtor: string) => {
      const found = await view(world(), seeDebtor, { ...seen, input: { debtor } });
      ok(found.kind === "found");
      return found.value;
    },
    left: async (id: string) => (await within((tx) => findLine(tx, id)))!.remaining,
    /** Of the register, asked for one amount. */
    employer: async (name: string, amount: number) => {
      const { payer } = await deed(world(), addPayer, finance, { name });
      const fees = [{ key: "part", label: { fr: "formation", en: "training" }, amount }];
      const { id, reference } = await owes(world(), SCHOOL, { name, payer, fees });
      return { debtor: `payer:${payer}`, charge: id, reference };
    },
    sound: async () => {
      const verified = await verifyAudit(world().db, {
        establishment: SCHOOL,
        zone: "Europe/Paris",
        tables: PROVEN_TABLES,
        outliving: OUTLIVING,
      });
      deepEqual(verified.tampered, []);
      const check = await within((tx) => moneyCheck(tx, SCHOOL));
      equal(check.ok, true, check.label.en);
      equal(await within((tx) => linesCheck(tx, SCHOOL)), undefined);
    },
  };
}
