/** The doctor's check of the bank: recomputes what is left of lines from their facts and compares it with what is stored. */
import type { Tx } from "../db/school.ts";
import type { Check } from "../act/check.ts";
import { sayWrong } from "../billing/charges/check.ts";
import { computeLines, pageOfLines } from "./store.ts";

const PAGE = 500;

export async function linesCheck(tx: Tx, establishment: string): Promise<Check | undefined> {
  const wrong: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await pageOfLines(tx, after, PAGE);
    const computed = await computeLines(
      tx,
      page.map(({ id }) => id),
    );
    for (const { id, remaining } of page) if (computed.get(id) !== remaining) wrong.push(`bank_line ${id.slice(-12)}`);
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
  }
  return wrong.length > 0 ? { name: "bank", ok: false, label: sayWrong(establishment, wrong) } : undefined;
}

export const linesCheckOf = () => linesCheck;
