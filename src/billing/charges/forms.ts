/** The parts that the forms of these acts share, and what they say where an input cannot be. */
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
/** An id as whoever takes payments online gives it. */
export const ProviderId = Type.String({ minLength: 1, maxLength: 255, pattern: "^[\\w-]+$" });
export const AnyMeans = oneOf("transfer", "cheque", "online", "cash");

/** Refunds that failed, in whose place another is made. */
export const InsteadOf = Type.Optional(Type.Array(Id, { maxItems: 20 }));

/** The day of what already happened. */
export function dayIssues(field: string, day: Day, today: Day): Issue[] {
  if (day <= today) return [];
  return [issue(field, "Ce jour n’est pas encore venu.", "This day has not come yet.")];
}

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
