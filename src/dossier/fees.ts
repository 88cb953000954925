/**
 * The fee of an application that is not examined: no rule settles it, so it is not claimed until the school decides, and claimed again if
 * the application resumes. Refunded after a withdrawal, it is owed again by whoever goes back on it, unless the school's file says otherwise.
 */
import type { MailText } from "../mail/post.ts";
import type { Performing } from "../act/act.ts";
import { chargeGivenBack, resumeCharges, suspendCharges, type Suspended } from "../billing/charges/charging.ts";
import { howToPay } from "../billing/charges/how-to-pay.ts";
import { addDays, type Day } from "../kit/day.ts";
import { type Label, type Lang, sayDay, sayMoney } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import { actorName } from "../act/permissions.ts";
import { dossierChain } from "./rules/dossier.ts";
import type { DossierState } from "./rules/state.ts";

/** The tables to declare in an act's `writes`. */
export const FEE_TABLES = ["charge_suspension", "charge_suspension_end", "charge_due", "charge"] as const;

export type Fees = {
  readonly suspended: readonly Suspended[];
  readonly resumed: readonly Suspended[];
  /** What was given back, and is owed again. */
  readonly again: readonly Suspended[];
  /** How to pay a resumed fee: one paragraph per method. */
  readonly ways: (reference: string, lang: Lang) => readonly string[];
};

const WHY: Readonly<Record<"declined" | "withdrawn", Label>> = {
  declined: { fr: "dépôt tardif écarté", en: "late application declined" },
  withdrawn: { fr: "candidature retirée", en: "application withdrawn" },
};

type Settling = Pick<
  Performing<unknown>,
  "tx" | "actor" | "today" | "establishment" | "opened" | "payee" | "law" | "zone"
>;
type Of = { readonly diploma: string; readonly lawVersion: string };

/** By the school's file, the day by which a fee is paid that is asked after the closing, or again: never before the person is told. */
export function feeDueOn(law: Pick<Law, "school"> | undefined, today: Day): Day {
  return addDays(today, law?.school.price.again?.value ?? 0);
}

/** To call last in an act that changes whether the fee is claimed. `withdrawnAt`: when the withdrawal was made that the act goes back on. */
export async function settleFees(
  { tx, actor, today, establishment, opened, payee, law: lawOf, zone }: Settling,
  dossier: string,
  { state }: Pick<DossierState, "state">,
  { intake, withdrawnAt }: { readonly intake: Of; readonly withdrawnAt?: Date | undefined },
): Promise<Fees> {
  const about = dossierChain(dossier);
  const now = { on: today, by: actorName(actor) };
  const stopped = state === "declined" || state === "withdrawn";
  const suspended = stopped ? await suspendCharges(tx, about, { ...now, why: WHY[state] }) : [];
  const law = lawOf(intake.diploma, { version: intake.lawVersion });
  const dueOn = feeDueOn(law, today);
  const resumed = stopped ? [] : await resumeCharges(tx, about, { ...now, again: { dueOn, reason: RETURNS } });
  const owedAgain = !stopped && withdrawnAt !== undefined && law?.school.price.again?.refunded !== false;
  const again = owedAgain
    ? await chargeGivenBack(tx, about, {
        since: dayIn(withdrawnAt, zone),
        key: "fee-again",
        label: feeAgain,
        on: today,
        dueOn,
      })
    : [];
  const { paysOnline: online } = opened(establishment);
  return {
    suspended,
    resumed,
    again,
    ways: (reference, lang) => howToPay(payee, { reference }, { lang, online }),
  };
}

/** Adds to the mail what becomes of the fee. */
export function withFees(
  { subject, paragraphs }: MailText,
  { suspended, resumed, again, ways }: Fees,
  lang: Lang,
): MailText {
  const asked = resumed.filter(({ balance }) => balance > 0);
  return {
    subject,
    paragraphs: [
      ...paragraphs.slice(0, -1),
      ...suspended.map((one) => suspendedFee(lang, one)),
      ...paragraphs.slice(-1),
      ...asked.flatMap((one) => [askedFee(lang, one), ...ways(one.reference, lang)]),
      ...again.flatMap((one) => [owedAgainFee(lang, one), ...ways(one.reference, lang)]),
    ],
  };
}

function suspendedFee(lang: Lang, { balance, reference }: Suspended): string {
  const amount = sayMoney(balance, lang);
  return lang === "fr"
    ? `Les frais de sélection qui restaient à payer (${amount}, référence ${reference}) ne vous sont plus demandés pour l’instant : l’établissement décidera de ce qu’ils deviennent. Ne payez rien d’ici là.`
    : `The selection fee that was left to pay (${amount}, reference ${reference}) is not asked of you for now: the school will decide what becomes of it. Pay nothing until then.`;
}

function askedFee(lang: Lang, { balance, reference, dueOn }: Suspended): string {
  const [amount, day] = [sayMoney(balance, lang), sayDay(dueOn, lang)];
  return lang === "fr"
    ? `Une chose reste à faire : les frais de sélection, que l’établissement ne vous demandait plus, sont de nouveau à payer (${amount}, référence ${reference}), au plus tard le ${day}.`
    : `One thing is left to do: the selection fee, which the school no longer asked for, is once more to be paid (${amount}, reference ${reference}), by ${day}.`;
}

function owedAgainFee(lang: Lang, { balance, reference, dueOn }: Suspended): string {
  const [amount, day] = [sayMoney(balance, lang), sayDay(dueOn, lang)];
  return lang === "fr"
    ? `Une chose reste à faire : les frais de sélection, qui vous ont été rendus après votre retrait, sont de nouveau à payer (${amount}, référence ${reference}), au plus tard le ${day}.`
    : `One thing is left to do: the selection fee, which was given back to you after you withdrew, is once more to be paid (${amount}, reference ${reference}), by ${day}.`;
}

function feeAgain(reference: string): Label {
  return {
    fr: `frais de sélection, rendus après un retrait et de nouveau dus (${reference})`,
    en: `selection fee, given back after a withdrawal and owed again (${reference})`,
  };
}

/** Read by finance. */
const RETURNS = "De nouveau demandé à la personne.";
