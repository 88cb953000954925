/** The school's accounts by what they are for, with their numbers, and the account of each sale. */
import type { AccountUse, Accounts, JournalUse } from "../../law/accounts.ts";
import type { Money } from "../../law/money.ts";
import type { Means, Sale } from "./facts.ts";

/** An account's use, or the income of a line of the yearly declaration: `income:2h`. */
export type Use = AccountUse | `income:${string}`;

export type Line = {
  readonly use: Use;
  readonly account: string;
  readonly name: string;
  /** The debtor's own account, on what it owes and its advances alone. */
  readonly auxiliary: string | null;
  readonly auxiliaryName: string | null;
  readonly debit: number;
  readonly credit: number;
  /** On what a debtor owes: the charge that it is for; null of none. Absent from what was closed before lines said it. */
  readonly settles?: string | null;
};

export type Chart = {
  readonly journal: (use: JournalUse) => { readonly code: string; readonly name: string };
  /** Where a sale is booked once it is performed, and lowered: what was given back and is not asked for any more is a loss. */
  readonly incomeOf: (sale: Sale) => Use;
  /** A line of an entry; positive cents stand in debit, negative ones in credit. */
  readonly line: (use: Use, amount: number, whose: Whose | null) => Line;
};
type Whose = { readonly auxiliary: string; readonly name: string };

/** Undefined where the school's file has no accounts: nothing is then prepared for the accountant. */
export function chartOf(money: Money | undefined): Chart | undefined {
  return money?.accounts && chart(money, money.accounts);
}

function chart({ payers, declaration }: Money, accounts: Accounts): Chart {
  const lineOf = new Map(payers.map(({ payer, line }) => [payer, line]));
  const income = new Map(accounts.income.map((one) => [`income:${one.line}`, one]));
  const own: readonly Use[] = ["customers", "advances", "downPayments"];
  return {
    journal: (use) => ({ code: accounts.journals[use].journal, name: accounts.journals[use].label.fr }),
    incomeOf: ({ nature, source }) => {
      if (nature === "third") return "third";
      if (nature === "opening") return "opening";
      if (nature === "indemnity") return "otherIncome";
      if (nature === "given-back") return "badDebt";
      return `income:${source === null ? declaration.fees : lineOf.get(source)!}`;
    },
    line: (use, amount, whose) => {
      const { account, label } = income.get(use) ?? accounts[use as AccountUse];
      return {
        use,
        account,
        name: label.fr,
        auxiliary: whose && own.includes(use) ? whose.auxiliary : null,
        auxiliaryName: whose && own.includes(use) ? whose.name : null,
        debit: Math.max(0, amount),
        credit: Math.max(0, -amount),
      };
    },
  };
}

/** Where money of a means comes in, and where it goes out from once cheques are banked. */
export function treasury(means: Means, banked: boolean): { readonly use: Use; readonly journal: JournalUse } {
  if (means === "cash") return { use: "cash", journal: "cash" };
  if (means === "online") return { use: "online", journal: "bank" };
  return { use: means === "cheque" && !banked ? "cheques" : "bank", journal: "bank" };
}
