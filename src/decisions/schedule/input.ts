/** The input schema of the schedule: a person's periods, who pays what and how, what was issued, and how training stopped. */
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { invalid, type Rejection } from "../../law/decision.ts";
import {
  among,
  choose,
  day,
  decisionInput,
  integer,
  is,
  LIMITS,
  listOf,
  notAfter,
  notBefore,
  notGiven,
  onlyOnce,
  record,
  text,
} from "../../law/input.ts";
import type { Money, PayerEntry } from "../../law/money.ts";
import { type Issued, NATURES, type Payer, type Period, type ScheduleInput, STOPS, type Stop } from "./facts.ts";
import { depositOf, inAdvance, planOf, termsOf } from "./rule.ts";
import { takeoverIssues } from "./takeovers.ts";
import { idOf } from "./turns.ts";

/** `documents`: of a kind, invoices or credits. */
const MOST = { periods: 60, documents: 500, minutes: 1_000_000, terms: 90 } as const;

export function scheduleSchema({ payers }: Money): JsonSchema {
  const source = among(payers.map((one) => one.payer));
  const cents = integer(0, LIMITS.cents);
  const some = integer(1, LIMITS.cents);
  const percent = integer(0, 100);
  const minutes = integer(0, MOST.minutes);
  const document = { number: text, on: day, amount: some };
  const covers = record({ from: day, to: day }, ["from", "to"]);
  const invoice = record({ ...document, kind: { const: "invoice" }, nature: among(NATURES), of: among([]), covers }, [
    "number",
    "kind",
    "on",
    "amount",
  ]);
  const credit = record({ ...document, kind: { const: "credit" }, nature: among([]), of: text }, [
    "number",
    "kind",
    "on",
    "amount",
    "of",
  ]);
  const other: JsonSchema = { type: "object", required: ["kind"], properties: { kind: among(["invoice", "credit"]) } };
  return decisionInput(
    {
      periods: listOf(record({ from: day, to: day, minutes }, ["from", "to", "minutes"]), MOST.periods, 1),
      payers: listOf(
        record(
          {
            id: text,
            source,
            amount: cents,
            granted: cents,
            behind: text,
            first: integer(1, 100),
            firstOn: day,
            fixed: {
              type: "array",
              items: record({ on: day, amount: some, third: { type: "boolean" } }, ["on", "amount"]),
            },
            earlyEnd: percent,
            absence: percent,
            terms: integer(0, MOST.terms),
            issued: listOf(
              choose(
                [
                  [is("kind", "invoice"), invoice],
                  [is("kind", "credit"), credit],
                ],
                other,
              ),
              2 * MOST.documents,
            ),
            paid: cents,
            takesOver: text,
            since: day,
            given: minutes,
            attended: minutes,
          },
          ["source", "amount"],
        ),
        LIMITS.funders,
        1,
      ),
      stop: record(
        {
          on: day,
          kind: among(STOPS),
          planned: integer(1, MOST.minutes),
          given: minutes,
          attended: minutes,
          followed: {
            says: { fr: "un jour, ou null si rien n’a été suivi", en: "a day, or null if nothing was followed" },
            anyOf: [day, { type: "null" }],
          },
        },
        ["on", "kind", "planned", "given", "attended"],
      ),
    },
    ["periods", "payers"],
  );
}

/** `invalid`, then `cap`. */
export function scheduleRejection(money: Money): (input: ScheduleInput) => Rejection | undefined {
  const named = new Map(money.payers.map((one) => [one.payer, one]));
  return (input) => {
    const twice = onlyOnce(
      input.payers.map(idOf),
      (at) => `payers[${at}].${input.payers[at]!.id === undefined ? "source" : "id"}`,
    );
    const issues = [
      ...periodIssues(input.periods),
      ...twice,
      // Of payers that one name does not tell apart, no turns can be read.
      ...(twice.length > 0 ? [] : takeoverIssues(input, named)),
      ...platformIssues(input.payers, named),
      ...input.payers.flatMap((payer, at) => payerIssues(payer, { path: `payers[${at}]`, named, input })),
      ...(input.stop ? stopIssues(input.stop, input.on) : []),
    ];
    return invalid(issues) ?? capped(money, named, input);
  };
}

function periodIssues(periods: readonly Period[]): Issue[] {
  return periods.flatMap(({ from, to }, at) => [
    ...notBefore(`periods[${at}].to`, to, from),
    ...(at > 0 && from <= periods[at - 1]!.to
      ? [
          issue(
            `periods[${at}].from`,
            "Une période commence après la fin de la précédente.",
            "A period begins after the end of the one before.",
          ),
        ]
      : []),
  ]);
}

/** What a person pays beside the platform goes through it: no plan of ours. */
function platformIssues(payers: readonly Payer[], named: ReadonlyMap<string, PayerEntry>): Issue[] {
  const paperOf = ({ source }: Payer) => named.get(source)!.paper;
  if (!payers.some((one) => paperOf(one) === "platform" && one.amount > 0)) return [];
  return payers.flatMap((one, at) =>
    paperOf(one) === "contract"
      ? [
          issue(
            `payers[${at}]`,
            "À côté de la plateforme, la personne paie par elle : sa part est dans celle de la plateforme.",
            "Beside the platform, the person pays through it: their part is in the platform’s.",
          ),
        ]
      : [],
  );
}

type Around = {
  readonly path: string;
  readonly named: ReadonlyMap<string, PayerEntry>;
  readonly input: ScheduleInput;
};

function payerIssues(payer: Payer, around: Around): Issue[] {
  const { path, named, input } = around;
  const entry = named.get(payer.source)!;
  const misplaced = (key: keyof Payer, belongs: boolean, fr: string, en: string) =>
    payer[key] !== undefined && !belongs ? [issue(`${path}.${key}`, fr, en)] : [];
  return [
    ...misplaced("granted", entry.fund === true, "Seul un fonds accorde.", "Only a fund grants."),
    ...misplaced(
      "behind",
      entry.fund === true,
      "Seul un fonds a quelqu’un derrière lui.",
      "Only a fund has somebody behind it.",
    ),
    ...misplaced(
      "earlyEnd",
      entry.paper === "contract",
      "Cette clause est celle d’un contrat.",
      "This clause is of a contract.",
    ),
    ...misplaced(
      "absence",
      entry.employer === true,
      "Cette clause est celle d’un employeur.",
      "This clause is of an employer.",
    ),
    ...misplaced(
      "first",
      entry.plan === "instalments",
      "Ce payeur ne paie pas par échéances.",
      "This payer pays no instalments.",
    ),
    ...misplaced(
      "firstOn",
      entry.plan === "instalments",
      "Ce payeur ne paie pas par échéances.",
      "This payer pays no instalments.",
    ),
    ...((payer.first === undefined) === (payer.firstOn === undefined)
      ? []
      : [
          issue(
            `${path}.${payer.first === undefined ? "first" : "firstOn"}`,
            "Un premier versement a une part et un jour.",
            "A first payment has a share and a day.",
          ),
        ]),
    ...grantIssues(payer, around),
    ...documentIssues(payer.issued ?? [], { path, entry, on: input.on }),
  ];
}

function grantIssues({ amount, granted, behind }: Payer, { path, named, input }: Around): Issue[] {
  const issues: Issue[] = [];
  if (granted !== undefined && granted > amount)
    issues.push(issue(`${path}.granted`, "Plus que ce que le fonds devait payer.", "More than the fund was to pay."));
  if (granted !== undefined && granted < amount && behind === undefined)
    issues.push(issue(`${path}.behind`, "Il faut dire qui doit le reste.", "Say who owes the rest."));
  if (behind !== undefined) {
    const owing = input.payers.find((one) => idOf(one) === behind);
    const entry = owing && named.get(owing.source)!;
    if (!entry) issues.push(notGiven(`${path}.behind`, behind));
    else if (!entry.employer && entry.paper !== "contract")
      issues.push(
        issue(
          `${path}.behind`,
          "Seul un employeur ou la personne peut devoir le reste.",
          "Only an employer or the person can owe the rest.",
        ),
      );
  }
  return issues;
}

type Documents = { readonly path: string; readonly entry: PayerEntry; readonly on: string };

function documentIssues(issued: readonly Issued[], { path, entry, on }: Documents): Issue[] {
  const invoices = new Map(issued.filter(({ kind }) => kind === "invoice").map((one) => [one.number, one]));
  const credited = new Map<string, number>();
  const tooMany = Math.max(invoices.size, issued.length - invoices.size) > MOST.documents;
  return [
    ...(tooMany
      ? [
          issue(
            `${path}.issued`,
            `Au plus ${MOST.documents} factures et autant d’avoirs.`,
            `At most ${MOST.documents} invoices and as many credits.`,
          ),
        ]
      : []),
    ...onlyOnce(
      issued.map(({ number }) => number),
      (at) => `${path}.issued[${at}].number`,
    ),
    ...issued.flatMap(({ kind, on: day, nature, of, amount, covers }, at): Issue[] => {
      const place = `${path}.issued[${at}]`;
      const issues = notAfter(`${place}.on`, day, on);
      if (covers) issues.push(...notBefore(`${place}.covers.to`, covers.to, covers.from));
      if (covers && (nature ?? "training") !== "training")
        issues.push(
          issue(
            `${place}.covers`,
            "Seule la formation a des jours facturés.",
            "Only training has days that are billed.",
          ),
        );
      if (nature === "indemnity" && !entry.employer)
        issues.push(
          issue(`${place}.nature`, "Seul un employeur doit une indemnité.", "Only an employer owes an indemnity."),
        );
      if (kind !== "credit" || of === undefined) return issues;
      const invoice = invoices.get(of);
      if (invoice === undefined) return [...issues, notGiven(`${place}.of`, of)];
      const total = (credited.get(of) ?? 0) + amount;
      credited.set(of, total);
      issues.push(...notBefore(`${place}.on`, day, invoice.on));
      if (total > invoice.amount)
        issues.push(
          issue(
            `${place}.amount`,
            "Les avoirs d’une facture ne la dépassent pas.",
            "The credits of an invoice do not exceed it.",
          ),
        );
      return issues;
    }),
  ];
}

function stopIssues({ on: stopped, planned, given, attended, followed }: Stop, on: string): Issue[] {
  const issues = [...notAfter("stop.on", stopped, on), ...notAfter("stop.followed", followed ?? undefined, stopped)];
  if (given > planned) issues.push(issue("stop.given", "Plus que ce qui était prévu.", "More than was planned."));
  if (attended > given) issues.push(issue("stop.attended", "Plus que ce qui a été tenu.", "More than was held."));
  return issues;
}

/** What the law lets a school ask of a person before training begins. */
function capped(money: Money, named: ReadonlyMap<string, PayerEntry>, input: ScheduleInput): Rejection | undefined {
  const { percent } = money.agreement.deposit;
  const start = input.periods[0]!.from;
  const issues = input.payers.flatMap((payer, at) => {
    const terms = termsOf(payer, named.get(payer.source)!, input.payers);
    const most = depositOf(money, terms);
    if (most === undefined) return [];
    const above = (payer.first ?? 0) > percent || inAdvance(planOf(terms, input.periods), start) > most;
    if (!above) return [];
    return [
      issue(
        `payers[${at}].first`,
        `Avant le début de la formation, ${percent} % au plus peuvent être demandés.`,
        `Before training begins, at most ${percent}% may be asked.`,
      ),
    ];
  });
  return issues.length === 0 ? undefined : { code: "cap", issues };
}
