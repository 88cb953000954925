/** The form parts that these acts share, and their faults. */
import { Type } from "typebox";
import type { Day } from "../../kit/day.ts";
import { sayMoney } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { Id } from "../../kit/shapes.ts";
import { DaySchema, oneOf } from "../../law/entry.ts";
import { MAX_CENTS } from "../rules/bank-amount.ts";

export { DaySchema };
export const Cents = Type.Integer({ minimum: 1, maximum: MAX_CENTS });
export const Reason = Type.String({ minLength: 1, maxLength: 500 });
export const ShortText = Type.String({ minLength: 1, maxLength: 200 });
/** An id from the payment provider. */
export const ProviderId = Type.String({ minLength: 1, maxLength: 255, pattern: "^[\\w-]+$" });
export const AnyMeans = oneOf("transfer", "cheque", "online", "cash");

/** Who owes, such as `payer:<id>`: money that names no charge. */
export const DEBTOR = /^[a-z-]{1,20}:[0-9a-f-]{36}$/;

/** The person confirms that it is another than the one which came before. */
export const Again = Type.Optional(Type.Literal(true));

/** The failed refunds that this refund replaces. */
export const InsteadOf = Type.Optional(Type.Array(Id, { maxItems: 20 }));

/** The day of something past. */
export function dayIssues(field: string, day: Day, today: Day): Issue[] {
  if (day <= today) return [];
  return [issue(field, "Ce jour n’est pas encore venu.", "This day has not come yet.")];
}

/** What an invoice asks is given back by two people, by whatever means. */
export const BY_TWO = issue(
  "amount",
  "Une facture demande ce montant : une personne demande de rendre l’argent, et une autre l’accepte.",
  "An invoice asks this amount: one person asks to give the money back, and another agrees.",
);

export function tooMuch(field: string, most: number): Issue {
  return {
    path: field,
    message: (lang) =>
      lang === "fr"
        ? `Ce montant est trop élevé : ${sayMoney(most, "fr")} au plus.`
        : `This amount is too high: ${sayMoney(most, "en")} at most.`,
  };
}

export const NO_CHARGE = issue(
  "reference",
  "Aucun montant dû ne porte cette référence.",
  "Nothing that is owed has this reference.",
);
