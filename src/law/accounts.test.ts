import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../test/law-world.ts";
import { accountIssues } from "./accounts.ts";

const { accounts, declaration } = laws.establishments[0]!.data.money!;
type Accounts = Parameters<typeof accountIssues>[0];
const ACCOUNTS = accounts as unknown as Accounts;
const said = (changed: Partial<Accounts>) =>
  accountIssues({ ...ACCOUNTS, ...changed }, declaration.lines).map(({ path, message }) => `${path}: ${message("fr")}`);

describe("the accounts of a school", () => {
  it("are the school’s own: one for each use and each line of the declaration, each of one number", () => {
    deepEqual(said({}), []);
  });

  it("are refused where two have one number, of a use or of a line", () => {
    const { customers, advances, income } = ACCOUNTS;
    deepEqual(said({ advances: { ...advances, account: customers.account } }), [
      "money.accounts.advances.account: Nom donné deux fois : « 411000 ».",
    ]);
    const [first, ...others] = income;
    deepEqual(said({ income: [{ ...first!, account: "512000" }, ...others] }), [
      "money.accounts.income[0].account: Nom donné deux fois : « 512000 ».",
    ]);
  });

  it("are refused where two journals have one code", () => {
    const { journals } = ACCOUNTS;
    deepEqual(said({ journals: { ...journals, cash: { ...journals.cash, journal: "BQ" } } }), [
      "money.accounts.journals.cash.journal: Nom donné deux fois : « BQ ».",
    ]);
  });

  it("are refused where a line has none, or one is of no line", () => {
    const [first, ...others] = ACCOUNTS.income;
    deepEqual(said({ income: [{ ...first!, line: "12" }, ...others] }), [
      "money.accounts.income[0].line: Nom inconnu « 12 ». Sont déclarés : 1, 2a, 2b, 2c, 2d, 2e, 2f, 2g, 2h, 3, 4, 5, 6, 7, 8, 9, 10, 11.",
      "money.accounts.income: La ligne 1 du bilan pédagogique et financier n’a pas de compte de produits.",
    ]);
  });
});
