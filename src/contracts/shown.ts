/** What a paper to sign says, for its fingerprint: what is signed is what was shown. */
import { grantsWithin } from "./rules/contract.ts";
import type { Agreed } from "./settling.ts";

export function shownPaper({ person, read, money, cohort, startsOn, stated }: Agreed, source: string) {
  const { contract } = read;
  const shares = contract?.shares ?? [];
  return {
    dossier: person.dossier,
    name: person.name,
    source,
    price: contract?.price ?? 0,
    shares: shares.map((one) => ({ source: one.source, amount: one.amount, payer: one.payer ?? one.named })),
    grants: grantsWithin(source, { shares, payers: money.payers }),
    plan: contract?.plan ?? null,
    cohort: cohort?.id ?? null,
    startsOn,
    stated,
  };
}
