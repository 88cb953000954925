/** Who somebody in training is, as papers name them: as the dossier of their admission says; once it is erased, as lists call them. */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { identityIn } from "./store.ts";

export type Identity = {
  readonly birthName: string;
  readonly usedName: string;
  readonly givenNames: string;
  readonly bornOn: Day | null;
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export async function identityOf(
  tx: Tx,
  { dossier, name }: { readonly dossier: string; readonly name: string },
): Promise<Identity> {
  const found = await identityIn(tx, dossier);
  return {
    birthName: text(found?.birthName) || name,
    usedName: text(found?.usedName),
    givenNames: text(found?.givenNames),
    bornOn: text(found?.bornOn) || null,
  };
}
