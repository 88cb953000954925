/** The SQL of `birth`: whether the deployment is a demonstration. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { json } from "../../kit/sql.ts";
import type { Label } from "../../kit/lang.ts";
import { STATIONS } from "../../act/way.ts";
import { change, keep } from "../../act/keep.ts";

/** What one wants to see as somebody, in the order of the page. */
export const SHOWN_GROUPS = ["office", ...STATIONS] as const;

/** A person that a visitor of a demonstration may enter as; of a guest, `link` is the end of their link's address. */
export type Shown = {
  readonly school: string;
  readonly account: string;
  readonly label: Label;
  /** What one wants to see as them; without it, in a demonstration made earlier, the office. */
  readonly group?: (typeof SHOWN_GROUPS)[number];
  readonly link?: string;
};
export type Birth = { readonly demo: boolean; readonly bornAt: Date; readonly shown: readonly Shown[] };

const ID = "deployment";

export async function findBirth(tx: Tx): Promise<Birth | undefined> {
  const found = tx.selectFrom("birth").select(["demo", "born_at as bornAt", "shown"]).where("id", "=", ID);
  return (await found.executeTakeFirst()) as Birth | undefined;
}

/** Whether any act was recorded for the deployment: if so, it is too late to make it a demonstration. */
export async function hasLived(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("audit_record").select("chain").limit(1).executeTakeFirst()) !== undefined;
}

export async function insertBirth(tx: Tx, { demo, bornAt }: Omit<Birth, "shown">): Promise<void> {
  await keep(tx, "birth", { id: ID, demo, born_at: bornAt, shown: json([]) });
}

export async function addShown(tx: Tx, shown: readonly Shown[]): Promise<void> {
  await change(tx, "birth", ID, { shown: sql<never>`shown || ${json(shown)}` });
}
