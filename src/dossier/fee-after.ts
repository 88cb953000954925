/** What becomes of the selection fee where a candidacy ends: nothing of itself, and what the school's file says of it, or does not. */
import type { chargesAbout } from "../billing/charges/charging.ts";
import { type Label, sayMoney } from "../kit/lang.ts";
import type { Law } from "../law/law.ts";
import { silentOn } from "../law/silent.ts";

type Due = Pick<
  Awaited<ReturnType<typeof chargesAbout>>[number],
  "balance" | "total" | "reference" | "state" | "suspended"
>;

export function feeAfterEnd(dues: readonly Due[], law: Pick<Law, "school">): readonly Label[] {
  if (dues.length === 0) return [];
  const silent = silentOn(law, "fee-refund");
  return [...dues.map(ofDue), ...(silent ? [silent] : [])];
}

function ofDue({ balance, total, reference, state, suspended }: Due): Label {
  const [fr, en] = [sayMoney(balance > 0 ? balance : total, "fr"), sayMoney(balance > 0 ? balance : total, "en")];
  if (balance > 0 && suspended)
    return {
      fr: `Les frais de sélection (${fr}, référence ${reference}) ne vous sont pas demandés pour l’instant : l’école décide de ce qu’ils deviennent.`,
      en: `The selection fee (${en}, reference ${reference}) is not asked of you for now: the school decides what becomes of it.`,
    };
  if (balance > 0)
    return {
      fr: `Les frais de sélection restent à payer : ${fr}, référence ${reference}. La fin de la candidature n’y change rien.`,
      en: `The selection fee is still to be paid: ${en}, reference ${reference}. The end of the candidacy changes nothing of it.`,
    };
  if (state === "refunded")
    return {
      fr: `Les frais de sélection vous ont été rendus : ${fr}.`,
      en: `The selection fee was given back to you: ${en}.`,
    };
  if (state === "waived" || state === "written-off")
    return {
      fr: "Les frais de sélection ne vous sont plus demandés.",
      en: "The selection fee is asked of you no more.",
    };
  return {
    fr: `Les frais de sélection sont payés : ${fr}. La fin de la candidature ne suffit pas à les faire rembourser.`,
    en: `The selection fee is paid: ${en}. The end of the candidacy does not refund it of itself.`,
  };
}
