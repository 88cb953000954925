/** The papers of a training, laid out one beside the other; then each question is asked of what lies there. */
import type { Common } from "./contract.ts";
import { dayOf, numberOf } from "./days.ts";
import { monthsOn, openDay } from "./open-days.ts";
import { add, payerOf } from "./payers.ts";

export type Share = { source: string; amount: number; signedOn?: string; grantedOn?: string; platform?: boolean };
export type AgreementInput = Common & {
  startsOn: string;
  shares: Share[];
  concluded?: "premises" | "distance" | "away";
  startRequested?: boolean;
  letterOn?: string;
  stated?: { contract?: string[]; convention?: string[]; before?: string[] };
};
type State = "unsigned" | "withdrawal" | "binding" | "withdrawn";
type Paper = { source: string; paper: string; amount: number; state: State; missing: string[] };
export type AgreementAnswer = {
  id: string;
  papers: Paper[];
  withdrawal: { lastDay: string; late: boolean } | null;
  money: { from: string; first: number; rest: number } | null;
  enrolment: "may" | "not-yet" | "ended";
  findings: string[];
};

const words = (text: string) => text.split(" ");
export const IN_CONTRACT = words(
  "nature duration programme object headcount prior-level delivery means assessment sanction trainers payment early-end",
);
export const FORM = "withdrawal-form";
export const IN_CONVENTION = words(
  "title objective content means duration period delivery follow-up sanction price settlement",
);
export const BEFORE = words("programme objectives trainers timetable assessment contact rules");
export const BEFORE_A_CONTRACT = words("tariff settlement early-end");

export function agreement(input: AgreementInput): AgreementAnswer {
  const { on, startsOn, shares, letterOn } = input;
  const far = input.concluded === "distance" || input.concluded === "away";
  const formStated = (input.stated?.contract ?? []).includes(FORM);

  const own = shares.find((each) => each.source === "personal" && each.amount > 0 && each.platform !== true);
  const last = own?.signedOn === undefined ? null : lastDay(own.signedOn, far, formStated);
  const withdrawn = last !== null && letterOn !== undefined && letterOn <= last;
  const late = last !== null && letterOn !== undefined && letterOn > last;

  const handed = (own === undefined ? BEFORE : [...BEFORE, ...BEFORE_A_CONTRACT]).every((key) =>
    (input.stated?.before ?? []).includes(key),
  );
  const papers = layOut(shares).map(({ share, paper, amount }): Paper => {
    const signed = paper === "grant" ? share.grantedOn : share.signedOn;
    let state: State = signed === undefined ? "unsigned" : "binding";
    if (share === own && last !== null && withdrawn) state = "withdrawn";
    else if (share === own && last !== null && on <= last) state = "withdrawal";
    const wanted = { contract: [...IN_CONTRACT, ...(far ? [FORM] : [])], convention: IN_CONVENTION }[paper] ?? [];
    const stated = input.stated?.[paper as "contract" | "convention"] ?? [];
    return { source: share.source, paper, amount, state, missing: wanted.filter((key) => !stated.includes(key)) };
  });
  const contract = papers.find(({ paper }) => paper === "contract");

  const findings = [`handed-over ${handed}`];
  const found = (condition: string, is: boolean) => void (is && findings.push(`${condition} false`));
  found("no-withdrawal-form", last !== null && far && !formStated);
  const starts = last !== null && !withdrawn && startsOn <= last;
  found("starts-in-withdrawal", starts);
  found("start-not-requested", starts && far && input.startRequested !== true);
  found("late-withdrawal", late);
  const unsigned = papers.filter(({ state }) => state === "unsigned");
  if (on >= startsOn) {
    for (const { paper } of unsigned) found("unsigned-at-start", paper !== "grant");
    for (const { paper } of unsigned) found("no-grant", paper === "grant");
  }

  const first = Math.floor((30 * (own?.amount ?? 0)) / 100);
  const mayAsk = own !== undefined && last !== null && !withdrawn && contract!.missing.length === 0 && handed;
  const whole = handed && unsigned.length === 0 && papers.every(({ missing }) => missing.length === 0);
  return {
    id: input.id,
    papers,
    withdrawal: last === null ? null : { lastDay: last, late },
    money: mayAsk ? { from: dayOf(numberOf(last) + 1), first, rest: own.amount - first } : null,
    enrolment: withdrawn ? "ended" : whole ? "may" : "not-yet",
    findings,
  };
}

/** What is signed by whom: all that is above 0, and the convention of the first employer beside a grant, for both. */
function layOut(shares: Share[]): { share: Share; paper: string; amount: number }[] {
  const granted = add(shares.filter(({ source }) => payerOf(source).paper === "grant").map(({ amount }) => amount));
  const bearer = granted > 0 ? shares.find(({ source }) => payerOf(source).employer) : undefined;
  return shares
    .map((share) => ({
      share,
      paper: share.platform === true ? "platform" : payerOf(share.source).paper,
      amount: share === bearer ? share.amount + granted : share.amount,
    }))
    .filter(({ amount }) => amount > 0);
}

function lastDay(signedOn: string, far: boolean, formStated: boolean): string {
  const after = (days: number) => openDay(numberOf(signedOn) + days);
  const end = dayOf(far ? Math.max(after(10), after(14)) : after(10));
  return far && !formStated ? dayOf(openDay(numberOf(monthsOn(end, 12)))) : end;
}
