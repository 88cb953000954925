/** The doctor's check of the payment provider: whether it accepts this school's key. Runs outside any transaction. */
import type { Database } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import type { World } from "../../act/world.ts";
import type { Check, OutsideCheck } from "../../act/check.ts";
import type { Payments, Problem } from "./provider.ts";
import { everWished } from "./store.ts";

export function providerCheckOf({ payments }: Pick<World, "payments">): OutsideCheck {
  return (establishment) => providerCheck(payments, establishment);
}

/** Undefined for a school without a key. */
export async function providerCheck(payments: Payments | undefined, establishment: string): Promise<Check | undefined> {
  const provider = payments?.(establishment);
  if (!provider) return undefined;
  const wrong = await provider.check();
  return { name: "payments", ok: wrong === undefined, label: said(establishment, wrong ? WRONG[wrong.problem] : WELL) };
}

/** Whether the school ever had a wish to pay online: then announcements must never be lost. */
export function paidOnline(db: Database, establishment: string): Promise<boolean> {
  return withSchool(db, establishment, everWished);
}

function said(establishment: string, { fr, en }: Label): Label {
  return { fr: `${establishment}\u00a0: ${fr}`, en: `${establishment}: ${en}` };
}

const WELL: Label = {
  fr: "le prestataire de paiement répond à la clé de l’école.",
  en: "the payment provider answers the school’s key.",
};
const WRONG: Readonly<Record<Problem["problem"], Label>> = {
  key: {
    fr: "le prestataire de paiement refuse la clé de l’école\u00a0: elle est fausse, retirée, ou n’a pas les droits qu’il faut. Donnez la bonne dans LIVRET_STRIPE_KEYS.",
    en: "the payment provider refuses the school’s key: it is wrong, revoked, or lacks the rights it needs. Give the right one in LIVRET_STRIPE_KEYS.",
  },
  unreachable: {
    fr: "le prestataire de paiement ne répond pas. Vérifiez que ce serveur peut l’atteindre, puis demandez de nouveau.",
    en: "the payment provider does not answer. Check that this server can reach it, then ask again.",
  },
  refused: {
    fr: "le prestataire de paiement répond, mais refuse la demande la plus simple. Voyez son tableau de bord.",
    en: "the payment provider answers, but refuses the simplest request. See its dashboard.",
  },
};
