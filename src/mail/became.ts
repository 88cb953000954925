/** What became of the mails about something: for pages that say whether a person was reached. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { MailState } from "./rules/states.ts";

/** A letter waits or went; a mail was sent or is on its way, or failed. */
export const BECAME = ["to-hand", "handed", "mailed", "returned"] as const;
export type Became = (typeof BECAME)[number];

type Posted = { readonly about: string; readonly at: Date };

/** By `about`, for those about which something was posted at that moment. */
export async function became(tx: Tx, posted: readonly Posted[]): Promise<ReadonlyMap<string, Became>> {
  if (posted.length === 0) return new Map();
  const { rows } = await sql<{ about: string; state: MailState; letter: boolean }>`
    select m.about, s.state, m.postal is not null as letter
    from unnest(${posted.map(({ about }) => about)}::text[], ${posted.map(({ at }) => at)}::timestamptz[]) as one (about, at)
      join mail m on m.about = one.about and m.queued_at = one.at
      join mail_sending s on s.establishment_id = m.establishment_id and s.id = m.id
    order by m.id`.execute(tx);
  return new Map(rows.map(({ about, state, letter }) => [about, saidOf(state, letter)]));
}

function saidOf(state: MailState, letter: boolean): Became {
  if (state === "to-hand") return "to-hand";
  if (state === "bounced" || state === "failed") return "returned";
  return letter ? "handed" : "mailed";
}
