/**
 * Random months of one person's invoices against a plain count of them: prices that change, periods that shrink, an end, payments, days.
 * Never is an issued document changed or a number missing; what was issued, less credits, and what is still to be issued is what is owed; the
 * ledger's charges are the invoices less their credits.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { Type } from "typebox";
import { defineAct, done, invalid, perform } from "../../act/act.ts";
import type { Issued, Payer, ScheduleInput } from "../../decisions/schedule/facts.ts";
import { withSchool } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import { draft, employer, FINANCE, selling } from "../../test/invoicing.ts";
import { ask, laws } from "../../test/law-world.ts";
import { newAttempt, testWorld } from "../../test/world.ts";
import { recordPayment } from "../charges/acts.ts";
import { invoicesCheckOf } from "./check.ts";
import { issueCredit, issueInvoice, lockToIssue, takeInvoice } from "./issuing.ts";

const SCHOOL = "school-a";
const ABOUT = "contract:00000000-0000-4000-8000-0000000000d1";
const [law] = laws.diplomas;
const { diploma, version } = law!.data;

type Answer = {
  readonly payers: readonly {
    readonly source: string;
    readonly total: number;
    readonly issued: number;
    readonly toIssue: readonly { readonly issue: string; readonly amount: number }[];
    readonly credits: readonly { readonly of: string; readonly amount: number }[];
  }[];
};

/** Issues what the schedule asks today, credits first, as the acts of contracts do. */
const issueAsked = defineAct({
  name: "testIssueAsked",
  free: "an act of tests",
  label: { fr: "Émettre", en: "Issue" },
  who: "keep the accounts",
  form: Type.Object({
    credits: Type.Array(Type.Any()),
    invoices: Type.Array(Type.Any()),
    source: Type.String(),
    payer: Type.Optional(Type.String()),
  }),
  shows: { nothing: "an act of tests" },
  writes: ["charge", "waiver", "invoice", "invoice_part", "mail"],
  async perform(context) {
    const { credits, invoices, source, payer } = context.input;
    const debtor = payer === undefined ? { account: null } : { payer };
    const numbers: string[] = [];
    await lockToIssue(context, []);
    for (const { of, amount } of credits as { of: string; amount: number }[]) {
      const invoice = await takeInvoice(context, of);
      const given = await issueCredit(context, invoice!, { parts: [{ about: ABOUT, amount }], reason: "Changement" });
      if ("issues" in given) return invalid([...given.issues]);
      numbers.push(given.number);
    }
    for (const { amount } of invoices as { amount: number }[]) {
      const given = await issueInvoice(context, draft({ source, debtor, basis: { by: "agreed", amount } }));
      if ("issues" in given) return invalid([...given.issues]);
      numbers.push(given.number);
    }
    return done({ numbers }, `test:${source}`);
  },
});

type Step =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "price"; readonly amount: number }
  | { readonly kind: "minutes"; readonly nth: number; readonly minutes: number }
  | { readonly kind: "pay"; readonly share: number }
  | { readonly kind: "stop"; readonly given: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("days" as const), days: fc.integer({ min: 1, max: 200 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("price" as const), amount: fc.integer({ min: 0, max: 2_000_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("minutes" as const),
      nth: fc.integer({ min: 0, max: 3 }),
      minutes: fc.integer({ min: 0, max: 9_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("pay" as const), share: fc.integer({ min: 1, max: 100 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("stop" as const), given: fc.integer({ min: 0, max: 100 }) }) },
);

describe("random months of invoices", () => {
  it("leave no number out, change no document, and add up to what is owed", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.boolean(), lived), {
      numRuns: Number(process.env.LIVRET_RUNS ?? 12),
      seed: 22,
    });
  });
});

async function lived(steps: readonly Step[], alone: boolean): Promise<void> {
  let day = "2026-12-01";
  const given = await testWorld({ now: `${day}T09:00:00Z` });
  const world = selling(given.world);
  const request = <I>(input: I) => ({ actor: FINANCE, establishment: SCHOOL, attempt: newAttempt(), input });
  const rows = <T>(query: ReturnType<typeof sql<T>>) =>
    withSchool(world.db, SCHOOL, async (tx) => (await query.execute(tx)).rows);
  const source = alone ? "personal" : "other-body";
  const payer = alone ? {} : { payer: await employer(world, SCHOOL) };
  let amount = 1_000_000;
  const periods = [0, 1, 2, 3].map((nth) => ({
    from: `${2027 + Math.floor(nth / 2)}-${nth % 2 === 0 ? "01-04" : "07-01"}`,
    to: `${2027 + Math.floor(nth / 2)}-${nth % 2 === 0 ? "06-30" : "12-31"}`,
    minutes: 7_000,
  }));
  let stop: ScheduleInput["stop"];
  const frozen = new Map<string, string>();
  try {
    for (const one of [...steps, { kind: "days", days: 1_200 } as const]) {
      if (one.kind === "days") {
        day = addDays(day, one.days);
        given.setNow(`${day}T09:00:00Z`);
      } else if (one.kind === "price") ({ amount } = one);
      else if (one.kind === "minutes") periods[one.nth]!.minutes = one.minutes;
      else if (one.kind === "stop" && day >= "2027-01-05") {
        const planned = Math.max(
          1,
          periods.reduce((sum, { minutes }) => sum + minutes, 0),
        );
        const held = Math.floor((planned * one.given) / 100);
        stop = { on: day, kind: "abandoned", planned, given: held, attended: held };
      } else if (one.kind === "pay") {
        const [open] = await rows(sql<{ id: string; balance: number }>`
          select id, balance from charge_state where balance > 0 order by due_on, id limit 1`);
        const paid = open && Math.max(1, Math.floor((open.balance * one.share) / 100));
        if (paid)
          await perform(
            world,
            recordPayment,
            request({ charge: open.id, amount: paid, paidOn: day, means: "transfer" as const }),
          );
      }
      await issueToday();
    }
    const last = await asked();
    ok(last.toIssue.length === 0 && last.credits.length === 0, "all is issued at the end");
    equal(last.issued, last.total);
    equal(await withSchool(world.db, SCHOOL, (tx) => invoicesCheckOf({ laws, now: world.now })(tx, SCHOOL)), undefined);
  } finally {
    await given.close();
  }

  async function asked() {
    const documents = await rows(sql<{
      number: string;
      kind: "invoice" | "credit";
      on: string;
      amount: number;
      of: string | null;
    }>`
      select i.number, i.kind, to_char(i.issued_on, 'YYYY-MM-DD') as "on", i.gross as amount, o.number as of
      from invoice i left join invoice o on o.id = i.of order by i.issued_at, i.id`);
    const issued = documents.map(({ of, ...one }): Issued => (of === null ? one : { ...one, of }));
    const payer: Payer = { source, amount, ...(alone && { first: 30, firstOn: "2026-12-15" }), issued };
    const input = {
      id: "a",
      on: day,
      diploma,
      version,
      establishment: "faire-ess",
      periods,
      payers: [payer],
      ...(stop && { stop }),
    };
    const decided = ask("schedule", input);
    if ("fault" in decided) throw new Error(decided.fault.issues.map(({ message }) => message("en")).join(" "));
    return (decided.answer("fr") as Answer).payers[0]!;
  }

  async function issueToday() {
    const { toIssue, credits, total, issued } = await asked();
    const sum = (of: readonly { readonly amount: number }[]) => of.reduce((all, { amount: some }) => all + some, 0);
    equal(issued + sum(toIssue) - sum(credits), total);
    const invoices = toIssue.filter((one) => one.issue <= day);
    if (invoices.length + credits.length > 0) {
      const outcome = await perform(world, issueAsked, request({ credits: [...credits], invoices, source, ...payer }));
      ok(outcome.kind === "done", JSON.stringify(outcome));
    }
    const now = await rows(sql<{ number: string; print: string }>`
      select number, fingerprint || document::text || gross as print from invoice order by number`);
    for (const { number, print } of now) {
      if (frozen.has(number)) equal(print, frozen.get(number), `${number} changed`);
      frozen.set(number, print);
    }
    equal(now.length, frozen.size, "a document is gone");
    for (const series of ["F", "AV"]) {
      const years = Map.groupBy(
        now.filter(({ number }) => number.startsWith(`${series}-`)),
        ({ number }) => number.split("-")[1],
      );
      for (const [, of] of years)
        deepEqual(
          of.map(({ number }) => Number(number.slice(-5))),
          of.map((_, at) => at + 1),
        );
    }
    // What the ledger asks of each invoice is the invoice less its credits.
    const odd = await rows(sql<{ number: string }>`
      select i.number from invoice i join charge_state s on s.id = i.charge where i.kind = 'invoice'
        and s.total - s.waived <> i.gross - (select coalesce(sum(c.gross), 0) from invoice c where c.of = i.id)`);
    deepEqual(odd, []);
  }
}
