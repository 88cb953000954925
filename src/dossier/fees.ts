/**
 * The fee of an application that is not examined: no rule settles it, so it is not claimed until the school decides, and claimed again if
 * the application resumes.
 */
import type { MailText } from "../mail/post.ts";
import type { Performing } from "../act/act.ts";
import { resumeCharges, suspendCharges, type Suspended } from "../billing/charges/charging.ts";
import { howToPay } from "../billing/charges/how-to-pay.ts";
import { type Label, type Lang, sayMoney } from "../kit/lang.ts";
import { actorName } from "../act/permissions.ts";
import { dossierChain } from "./rules/dossier.ts";
import type { DossierState } from "./rules/state.ts";

/** The tables to declare in an act's `writes`. */
export const FEE_TABLES = ["charge_suspension", "charge_suspension_end"] as const;

export type Fees = {
  readonly suspended: readonly Suspended[];
  readonly resumed: readonly Suspended[];
  /** How to pay a resumed fee: one paragraph per method. */
  readonly ways: (reference: string, lang: Lang) => readonly string[];
};

const WHY: Readonly<Record<"declined" | "withdrawn", Label>> = {
  declined: { fr: "dépôt tardif écarté", en: "late application declined" },
  withdrawn: { fr: "candidature retirée", en: "application withdrawn" },
};

type Settling = Pick<Performing<unknown>, "tx" | "actor" | "today" | "establishment" | "opened" | "payee">;

/** To call last in an act that changes whether the fee is claimed. */
export async function settleFees(
  { tx, actor, today, establishment, opened, payee }: Settling,
  dossier: string,
  { state }: Pick<DossierState, "state">,
): Promise<Fees> {
  const about = dossierChain(dossier);
  const now = { on: today, by: actorName(actor) };
  const stopped = state === "declined" || state === "withdrawn";
  const suspended = stopped ? await suspendCharges(tx, about, { ...now, why: WHY[state] }) : [];
  const resumed = stopped ? [] : await resumeCharges(tx, about, now);
  const { paysOnline: online } = opened(establishment);
  return {
    suspended,
    resumed,
    ways: (reference, lang) => howToPay(payee, { reference }, { lang, online }),
  };
}

/** Adds to the mail what becomes of the fee. */
export function withFees({ subject, paragraphs }: MailText, { suspended, resumed, ways }: Fees, lang: Lang): MailText {
  const asked = resumed.filter(({ balance }) => balance > 0);
  return {
    subject,
    paragraphs: [
      ...paragraphs.slice(0, -1),
      ...suspended.map((one) => suspendedFee(lang, one)),
      ...paragraphs.slice(-1),
      ...asked.flatMap((one) => [askedFee(lang, one), ...ways(one.reference, lang)]),
    ],
  };
}

function suspendedFee(lang: Lang, { balance, reference }: Suspended): string {
  const amount = sayMoney(balance, lang);
  return lang === "fr"
    ? `Les frais de sélection qui restaient à payer (${amount}, référence ${reference}) ne vous sont plus demandés pour l’instant : l’établissement décidera de ce qu’ils deviennent. Ne payez rien d’ici là.`
    : `The selection fee that was left to pay (${amount}, reference ${reference}) is not asked of you for now: the school will decide what becomes of it. Pay nothing until then.`;
}

function askedFee(lang: Lang, { balance, reference }: Suspended): string {
  const amount = sayMoney(balance, lang);
  return lang === "fr"
    ? `Une chose reste à faire : les frais de sélection, que l’établissement ne vous demandait plus, sont de nouveau à payer (${amount}, référence ${reference}).`
    : `One thing is left to do: the selection fee, which the school no longer asked for, is once more to be paid (${amount}, reference ${reference}).`;
}
