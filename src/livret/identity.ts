/** A trainee's identity on papers: from the dossier of their admission; once that is erased, the name on lists. */
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
  const identity = await identityIn(tx, dossier);
  return {
    birthName: text(identity?.birthName) || name,
    usedName: text(identity?.usedName),
    givenNames: text(identity?.givenNames),
    bornOn: text(identity?.bornOn) || null,
  };
}
