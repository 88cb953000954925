/**
 * What stands beside each decision, in one line: the answer by other means, what is valid, and inputs to try. Whatever compares
 * the two takes them from here.
 */
import type * as fc from "fast-check";
import { agreement } from "./agreement.ts";
import { agreementInput } from "./agreement-arbitraries.ts";
import { account } from "./account.ts";
import { accountInput } from "./account-arbitraries.ts";
import { eligibilityInput, pathwayInput, quoteInput } from "./arbitraries.ts";
import { bpf } from "./bpf.ts";
import { bpfInput } from "./bpf-arbitraries.ts";
import { certification } from "./certification.ts";
import { certificationInput } from "./certification-arbitraries.ts";
import { eligibility } from "./eligibility.ts";
import { hours } from "./hours.ts";
import { hoursInput } from "./hours-arbitraries.ts";
import { invoice } from "./invoice.ts";
import { invoiceInput } from "./invoice-arbitraries.ts";
import { indicators } from "./indicators.ts";
import { indicatorsInput } from "./indicators-arbitraries.ts";
import { jury } from "./jury.ts";
import { juryInput } from "./jury-arbitraries.ts";
import { pathway } from "./pathway.ts";
import { places } from "./places.ts";
import { placesInput } from "./places-arbitraries.ts";
import { quote } from "./quote.ts";
import { schedule } from "./schedule.ts";
import { scheduleInput } from "./schedule-arbitraries.ts";
import { agreementSlips, invoiceSlips, scheduleSlips } from "./slips.ts";
import { isCertification, isEligibility, isHours, isJury, isPathway, isPlaces, isQuote } from "./valid.ts";
import { isAgreement, isInvoice, isSchedule } from "./valid-billing.ts";
import { isAccount, isBpf, isIndicators } from "./valid-figures.ts";

type Oracle = {
  readonly answer: (input: never) => object;
  readonly isValid: (value: unknown) => boolean;
  readonly inputs: fc.Arbitrary<unknown>;
  /** The contract fixes its findings one by one, in their order; else the oracle leaves them out. */
  readonly listed?: true;
  /** What is wrong in it beside something else, tried by `mutate.ts`. */
  readonly slips?: readonly ((input: never, dice: number) => void)[];
};

export const ORACLES = {
  eligibility: { answer: eligibility, isValid: isEligibility, inputs: eligibilityInput },
  pathway: { answer: pathway, isValid: isPathway, inputs: pathwayInput },
  quote: { answer: quote, isValid: isQuote, inputs: quoteInput },
  places: { answer: places, isValid: isPlaces, inputs: placesInput },
  hours: { answer: hours, isValid: isHours, inputs: hoursInput, listed: true },
  certification: { answer: certification, isValid: isCertification, inputs: certificationInput },
  jury: { answer: jury, isValid: isJury, inputs: juryInput, listed: true },
  agreement: { answer: agreement, isValid: isAgreement, inputs: agreementInput, listed: true, slips: agreementSlips },
  schedule: { answer: schedule, isValid: isSchedule, inputs: scheduleInput, listed: true, slips: scheduleSlips },
  invoice: { answer: invoice, isValid: isInvoice, inputs: invoiceInput, listed: true, slips: invoiceSlips },
  account: { answer: account, isValid: isAccount, inputs: accountInput, listed: true },
  indicators: { answer: indicators, isValid: isIndicators, inputs: indicatorsInput, listed: true },
  bpf: { answer: bpf, isValid: isBpf, inputs: bpfInput, listed: true },
} satisfies Readonly<Record<string, Oracle>>;

export type Decision = keyof typeof ORACLES;
export const DECIDED = Object.keys(ORACLES) as Decision[];

export function oracleOf(decision: Decision): Oracle {
  return ORACLES[decision];
}
