/** Closing a period: its entries are numbered for good and frozen, and it takes nothing more. */
import { createHash } from "node:crypto";
import { Type } from "typebox";
import { begun, defineAct, invalid } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { Day } from "../kit/day.ts";
import { newId } from "../kit/id.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { closed } from "../kit/shapes.ts";
import { DaySchema } from "../law/entry.ts";
import { closings, insertClosing, lockBooks } from "./closings/store.ts";
import { closingLines } from "./closing-lines.ts";
import * as output from "./output.ts";
import { chartIn, incomeAt, openUntil } from "./reading.ts";
import { countEntries } from "./rules/extract.ts";
import { hashed, totalOf } from "./rules/fingerprint.ts";

export const closingChain = (id: string) => `books-closing:${id}`;

export const closeBooks = defineAct({
  name: "closeBooks",
  label: { fr: "Clôturer une période comptable", en: "Close an accounting period" },
  who: "keep the accounts",
  form: Type.Object({ until: DaySchema, yearEnd: Type.Optional(Type.Boolean()) }, closed),
  output: output.closeBooks,
  shows: { lines: true },
  writes: ["books_closing", "books_entry"],
  async perform(context) {
    const { tx, input, today, at, actor } = context;
    const { until, yearEnd = false } = input;
    const chart = chartIn(context);
    if (!chart) return invalid([NO_ACCOUNTS]);
    await lockBooks(tx);
    const [last] = await closings(tx, 1);
    const wrong = closingIssue(until, { today, closedUntil: last?.until ?? null });
    if (wrong) return invalid([wrong]);
    const income = yearEnd ? (await incomeAt(context, chart, until)).cutoffs : null;
    const { entries, silent } = await openUntil(tx, chart, { until, income });
    const otherwise = context.changed(closingLines({ entries: entries.length, total: totalOf(entries) }));
    if (otherwise) return otherwise;
    const before = last?.fingerprint ?? null;
    const fingerprint = createHash("sha256").update(hashed({ until, yearEnd, before }, entries)).digest("hex");
    const made = {
      id: newId(),
      until,
      yearEnd,
      entries: countEntries(entries),
      total: totalOf(entries),
      before,
      fingerprint,
    };
    const closing = { ...made, silent, closedOn: today, closedBy: actorName(actor), at };
    await insertClosing(tx, closing, entries);
    return begun({ closing: made.id, entries: made.entries }, closingChain(made.id));
  },
});

/** Why a period may not end on this day. */
export function closingIssue(
  until: Day,
  { today, closedUntil }: { readonly today: Day; readonly closedUntil: Day | null },
): Issue | undefined {
  if (until >= today) return NOT_OVER;
  return closedUntil !== null && until <= closedUntil ? closedAlready(closedUntil) : undefined;
}

const NO_ACCOUNTS: Issue = issue(
  "until",
  "Le fichier de l’école ne dit pas ses comptes (money.accounts) : rien ne peut être écrit.",
  "The school’s file does not say its accounts (money.accounts): nothing can be booked.",
);
const NOT_OVER: Issue = issue(
  "until",
  "Cette journée n’est pas finie : clôturez jusqu’à hier au plus tard.",
  "This day is not over: close until yesterday at the latest.",
);
function closedAlready(until: string): Issue {
  const written = until.split("-").toReversed().join("/");
  return issue(
    "until",
    `C’est clos jusqu’au ${written} : choisissez un jour plus tardif.`,
    `It is closed until ${until}: choose a later day.`,
  );
}
