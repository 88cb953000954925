/**
 * Which paper each payer signs, until when a contract may be withdrawn from, and from when money may be asked.
 *
 * A person who pays, even a part, has a contract, which comes before definitive enrolment and any payment; what an accord pays for an
 * employer stands in that employer's convention. Cents; days are calendar days, moved to a working day of the school where the law says so.
 */
import { addDays, addMonths, type Day } from "../../kit/day.ts";
import { nextWorkday } from "../../kit/holidays.ts";
import type { CommonInput } from "../../law/decision.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Money, Paper, ParticularEntry, PayerEntry } from "../../law/money.ts";

export const PLACES = ["premises", "distance", "away"] as const;
export const STATES = ["unsigned", "withdrawal", "binding", "withdrawn"] as const;
export const ENROLMENTS = ["may", "not-yet", "ended"] as const;

export type Share = {
  readonly source: string;
  readonly amount: number;
  readonly signedOn?: Day;
  readonly grantedOn?: Day;
  /** A person's rest, paid on the platform that pays the other part. */
  readonly platform?: boolean;
};
type Stated = { readonly [K in "contract" | "convention" | "before"]?: readonly string[] };
export type AgreementInput = CommonInput & {
  readonly startsOn: Day;
  readonly shares: readonly Share[];
  readonly concluded?: (typeof PLACES)[number];
  readonly startRequested?: boolean;
  readonly letterOn?: Day;
  readonly stated?: Stated;
};

type PaperAnswer = {
  readonly payer: PayerEntry;
  readonly paper: Paper;
  readonly amount: number;
  readonly state: (typeof STATES)[number];
  readonly missing: readonly ParticularEntry[];
};
export type AgreementAnswer = {
  readonly papers: readonly PaperAnswer[];
  readonly withdrawal: { readonly lastDay: Day; readonly late: boolean } | null;
  readonly money: { readonly from: Day; readonly first: number; readonly rest: number } | null;
  readonly enrolment: (typeof ENROLMENTS)[number];
  readonly findings: readonly Finding[];
};

type Concluded = {
  readonly payer: PayerEntry;
  readonly paper: Paper;
  readonly amount: number;
  readonly on: Day | undefined;
};

/** Reads the law once; the returned function is pure. The input must have passed `agreementIssues`. */
export function agreementRule(money: Money, holidays: string): (input: AgreementInput) => AgreementAnswer {
  const { particulars, deposit } = money.agreement;
  const lastDayOf = withdrawalRule(money, holidays);
  return (input) => {
    const { on, stated = {} } = input;
    const concluded = papersOf(money, input.shares);
    const contract = concluded.find(({ paper }) => paper === "contract");
    const away = isAway(input);
    const unsaid = (list: readonly ParticularEntry[], said: readonly string[] = []) =>
      list.filter((one) => !said.includes(one.particular) && (!one.contract || contract) && (!one.away || away));
    const lastDay = contract?.on === undefined ? undefined : lastDayOf(contract.on, input);
    const withdrawn = lastDay !== undefined && input.letterOn !== undefined && input.letterOn <= lastDay;
    const papers = concluded.map((one): PaperAnswer => {
      const { payer, paper, amount } = one;
      const missing = paper === "contract" || paper === "convention" ? unsaid(particulars[paper], stated[paper]) : [];
      return { payer, paper, amount, state: stateOf(one, { on, lastDay, withdrawn }), missing };
    });
    const before = unsaid(particulars.before, stated.before);
    const agreed = papers.find(({ paper }) => paper === "contract");
    const askable =
      agreed !== undefined && lastDay !== undefined && !withdrawn && agreed.missing.length === 0 && before.length === 0;
    const first = askable ? Math.floor((deposit.percent * agreed.amount) / 100) : 0;
    const ready = before.length === 0 && papers.every(({ state, missing }) => state !== "unsigned" && !missing.length);
    return {
      papers,
      withdrawal: lastDay === undefined ? null : { lastDay, late: input.letterOn !== undefined && !withdrawn },
      money: askable ? { from: addDays(lastDay, 1), first, rest: agreed.amount - first } : null,
      enrolment: withdrawn ? "ended" : ready ? "may" : "not-yet",
      findings: findingsOf(money, input, { papers, before, lastDay, withdrawn }),
    };
  };
}

/** Concluded at a distance, or away from the school: the consumer's longer period runs. */
function isAway({ concluded }: AgreementInput): boolean {
  return concluded === "distance" || concluded === "away";
}

function isFormless(money: Money, input: AgreementInput): boolean {
  const said = input.stated?.contract ?? [];
  return (
    isAway(input) && money.agreement.particulars.contract.some((one) => one.away && !said.includes(one.particular))
  );
}

/** The papers of the shares above 0, and the convention in which an accord's part stands, in the order of the shares. */
function papersOf({ payers }: Money, shares: readonly Share[]): Concluded[] {
  const given = shares.map((share) => ({ share, payer: payers.find((one) => one.payer === share.source)! }));
  const granted = given.reduce((sum, { share, payer }) => sum + (payer.paper === "grant" ? share.amount : 0), 0);
  const bearer = granted > 0 ? given.find(({ payer }) => payer.employer) : undefined;
  return given.flatMap((one) => {
    const { share, payer } = one;
    const amount = share.amount + (one === bearer ? granted : 0);
    if (amount === 0) return [];
    const paper = share.platform ? "platform" : payer.paper;
    return [{ payer, paper, amount, on: paper === "grant" ? share.grantedOn : share.signedOn }];
  });
}

/** The last day on which a signed contract may be withdrawn from. */
function withdrawalRule(money: Money, holidays: string): (signedOn: Day, input: AgreementInput) => Day {
  const { withdrawal, awayWithdrawal, formless } = money.agreement;
  const moved = (day: Day) => nextWorkday(holidays, day);
  return (signedOn, input) => {
    const usual = moved(addDays(signedOn, withdrawal.days));
    if (!isAway(input)) return usual;
    const consumer = moved(addDays(signedOn, awayWithdrawal.days));
    const last = usual > consumer ? usual : consumer;
    return isFormless(money, input) ? moved(addMonths(last, formless.months)) : last;
  };
}

type Standing = { readonly on: Day; readonly lastDay: Day | undefined; readonly withdrawn: boolean };

function stateOf({ paper, on: signed }: Concluded, { on, lastDay, withdrawn }: Standing): PaperAnswer["state"] {
  if (signed === undefined) return "unsigned";
  if (paper !== "contract") return "binding";
  if (withdrawn) return "withdrawn";
  return lastDay !== undefined && on <= lastDay ? "withdrawal" : "binding";
}

type Read = {
  readonly papers: readonly PaperAnswer[];
  readonly before: readonly ParticularEntry[];
  readonly lastDay: Day | undefined;
  readonly withdrawn: boolean;
};

function findingsOf(money: Money, input: AgreementInput, { papers, before, lastDay, withdrawn }: Read): Finding[] {
  const law = money.agreement;
  const found: Finding[] = [];
  const not = (condition: string, entry: Finding["entry"], values = {}) => {
    found.push(finding(condition, false, condition, entry, values));
  };
  const whole = before.length === 0;
  found.push(
    finding("handed-over", whole, whole ? "handed-over" : "not-handed-over", law.handedOver, { missing: before }),
  );
  if (lastDay !== undefined) {
    const { startsOn, letterOn } = input;
    if (isFormless(money, input)) not("no-withdrawal-form", law.formless, { lastDay, months: law.formless.months });
    if (!withdrawn && startsOn <= lastDay) {
      not("starts-in-withdrawal", law.withdrawal, { startsOn, lastDay });
      if (isAway(input) && !input.startRequested) not("start-not-requested", law.earlyStart, { startsOn, lastDay });
    }
    if (letterOn !== undefined && !withdrawn) not("late-withdrawal", law.withdrawal, { letterOn, lastDay });
  }
  if (input.on >= input.startsOn) {
    const unsigned = papers.filter(({ state }) => state === "unsigned");
    for (const { paper, payer } of unsigned)
      if (paper !== "grant") not("unsigned-at-start", law.signed, { payer, startsOn: input.startsOn });
    for (const { paper, payer } of unsigned)
      if (paper === "grant") not("no-grant", law.granted, { payer, startsOn: input.startsOn });
  }
  return found;
}
