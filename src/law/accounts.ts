/**
 * The accounts and journals under which a school's money is booked: choices of its accountant within the general chart of accounts. The
 * rules of `src/books/` name them by what they are for, never by their numbers.
 */
import { type Static, Type } from "typebox";
import { issue, type Issue } from "../kit/schema.ts";
import { closed } from "../kit/shapes.ts";
import { once, unknown } from "./entry-consistency.ts";
import { entryOf, KeySchema, LabelSchema, type Loaded } from "./entry.ts";

/** The first three are of the general chart, what follows is the school's. */
const AccountNumber = Type.String({ pattern: "^[1-8][0-9]{2}[0-9A-Z]{0,9}$", maxLength: 12 });
const Account = entryOf({ account: AccountNumber, label: LabelSchema });
const Journal = entryOf({ journal: Type.String({ pattern: "^[A-Z0-9]{2,5}$", maxLength: 5 }), label: LabelSchema });

const JOURNALS = ["sales", "bank", "cash", "other"] as const;
export type JournalUse = (typeof JOURNALS)[number];

/** What an account is for, but for the income of training, which has one for each line of the yearly declaration. */
const USES = {
  customers: Account,
  /** What was paid and serves nothing yet. */
  advances: Account,
  /** What was invoiced before it is performed. */
  downPayments: Account,
  /** Asked for another body, and handed on to it. */
  third: Account,
  tax: Account,
  bank: Account,
  /** Came to the bank, and matched with nothing yet. */
  waiting: Account,
  /** Cheques received and not banked yet. */
  cheques: Account,
  /** Paid on the provider's page, before it is paid out. */
  online: Account,
  cash: Account,
  bankCharges: Account,
  rounding: Account,
  badDebt: Account,
  otherIncome: Account,
  /** Owed before the school used this service: the income was booked elsewhere. */
  opening: Account,
  /** Invoiced, and performed after the day. */
  deferred: Account,
  /** Performed, and invoiced after the day. */
  accrued: Account,
};

export const AccountsSchema = Type.Object(
  {
    journals: Type.Object({ sales: Journal, bank: Journal, cash: Journal, other: Journal }, closed),
    ...USES,
    income: Type.Array(entryOf({ line: KeySchema, account: AccountNumber, label: LabelSchema }), { minItems: 1 }),
  },
  closed,
);
export type Accounts = Loaded<Static<typeof AccountsSchema>>;
export type AccountUse = keyof typeof USES;

/** Two accounts of one number would be added up as one; a line without an account could not be booked. */
export function accountIssues(
  accounts: Static<typeof AccountsSchema>,
  lines: readonly { readonly line: string }[],
): Issue[] {
  const { journals, income, ...rest } = accounts;
  const declared = new Set(lines.map(({ line }) => line));
  const booked = new Set(income.map(({ line }) => line));
  const path = "money.accounts";
  const numbers: [string, string][] = Object.entries(rest).map(([use, { account }]) => [
    `${path}.${use}.account`,
    account,
  ]);
  return [
    ...once(JOURNALS.map((use) => [`${path}.journals.${use}.journal`, journals[use].journal])),
    ...once([...numbers, ...income.map(({ account }, at) => [`${path}.income[${at}].account`, account] as const)]),
    ...income.flatMap(({ line }, at) =>
      declared.has(line) ? [] : [unknown(`${path}.income[${at}].line`, line, declared)],
    ),
    ...[...declared].flatMap((line) => (booked.has(line) ? [] : [unbooked(line)])),
  ];
}

function unbooked(line: string): Issue {
  return issue(
    "money.accounts.income",
    `La ligne ${line} du bilan pédagogique et financier n’a pas de compte de produits.`,
    `Line ${line} of the yearly declaration has no income account.`,
  );
}
