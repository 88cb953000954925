/** The doctor's check of the books: what is closed is as it was frozen, and what its facts give again. */
import { createHash } from "node:crypto";
import type { Check, SchoolCheck } from "../act/check.ts";
import type { World } from "../act/world.ts";
import { sayWrong } from "../billing/charges/check.ts";
import type { Tx } from "../db/school.ts";
import { bookedDebtors, closings, type Closing, entriesOfClosing, entriesOfFacts } from "./closings/store.ts";
import { bankFacts, debtorsToBook } from "./facts/store.ts";
import { lineFacts } from "./lines/store.ts";
import { closedWith } from "./reading.ts";
import { type Chart, chartOf } from "./rules/chart.ts";
import { entriesAgain } from "./rules/entries.ts";
import { countEntries, type Numbered } from "./rules/extract.ts";
import { hashed, totalOf } from "./rules/fingerprint.ts";
import { sameBooked } from "./rules/same.ts";

const PAGE = 5_000;
const ALL = 10_000;

export function booksCheckOf({ laws }: Pick<World, "laws">): SchoolCheck {
  return async (tx, school) => {
    const file = laws.establishments.find(({ data }) => data.establishment === school)?.data;
    const wrong = [...(await wrongClosings(tx)), ...(await wrongEntries(tx, chartOf(file?.money)))];
    return wrong.length > 0
      ? ({ name: "books", ok: false, label: sayWrong(school, wrong) } satisfies Check)
      : undefined;
  };
}

/** A closing whose entries are not those that it froze, or that does not follow the one before it. */
export async function wrongClosings(tx: Tx): Promise<string[]> {
  const wrong: string[] = [];
  let before: Closing | undefined;
  const last = new Map<string, number>();
  for (const closing of (await closings(tx, ALL)).toReversed()) {
    const entries = await entriesOfClosing(tx, closing.id);
    const fingerprint = createHash("sha256").update(hashed(closing, entries)).digest("hex");
    // The first that is left has lost the one before it to the end of its period.
    const follows = before === undefined || closing.before === before.fingerprint;
    const counted = countEntries(entries) === closing.entries && totalOf(entries) === closing.total;
    if (!follows || !counted || fingerprint !== closing.fingerprint || hasGap(entries, last))
      wrong.push(`books_closing ${closing.until}`);
    before = closing;
  }
  return wrong;
}

/** Numbers of a journal follow one another, over closings too; the parts of one entry have the same. */
function hasGap(entries: readonly Numbered[], last: Map<string, number>): boolean {
  let gap = false;
  for (const { journal, number } of entries) {
    const before = last.get(journal);
    if (before !== undefined && number !== before + 1 && number !== before) gap = true;
    last.set(journal, number);
  }
  return gap;
}

/** Entries that the facts of their debtor no longer give. A debtor whose charges are gone is passed over: so is what they were. */
export async function wrongEntries(tx: Tx, chart: Chart | undefined): Promise<string[]> {
  const [last] = await closings(tx, 1);
  if (!last || !chart) return [];
  const wrong: string[] = [];
  for (let after = ""; ; ) {
    const names = await bookedDebtors(tx, after, PAGE);
    const debtors = await debtorsToBook(tx, names);
    const facts = {
      debtors,
      bank: after === "" ? await bankFacts(tx, true) : [],
      lines: after === "" ? await lineFacts(tx, true) : [],
    };
    const again = entriesAgain(chart, facts, await closedWith(tx, facts, last.until));
    const frozen = await entriesOfFacts(tx, [...new Set(again.map(({ fact }) => fact))]);
    wrong.push(...sameBooked(again, frozen));
    if (names.length < PAGE) return wrong;
    after = names.at(-1)!;
  }
}
