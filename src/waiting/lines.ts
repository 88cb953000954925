/** Rows of what waits as lines to be read: their words, their page, and what each is about, by name. */
import type { Called, WaitingKey } from "../act/waiting.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { type Permission, WHO_MAY } from "../act/permissions.ts";
import { colleaguesWho } from "../people/contact.ts";
import type { Waiting } from "./store.ts";

export type Keys = ReadonlyMap<string, WaitingKey>;

type Reading = { readonly tx: Tx; readonly zone: string; readonly today: Day; readonly me: string };

/** A key that this version does not declare any more is not shown: the next act on its chain removes the row. */
export async function said(
  { tx, zone, today, me }: Reading,
  rows: readonly Waiting[],
  { keys, called }: { readonly keys: Keys; readonly called: Readonly<Record<string, Called>> },
) {
  const others = rows.filter(({ person }) => person !== me);
  const [names, holders] = await Promise.all([namesOf({ tx, zone }, called, others), holdersOf(tx, rows)]);
  return rows.flatMap((row) => {
    const { id, chain, key, part, who, fromOn: since, dueOn, facts, putOffUntil, givenTo, remindedOn } = row;
    const declared = keys.get(key);
    if (!declared) return [];
    const to = declared.to(idOf(chain), facts, part);
    const { verb, why = null, otherwise = null, go = verb } = declared.words(facts);
    const line = {
      id,
      chain,
      key,
      part,
      verb,
      why,
      otherwise,
      go,
      to,
      since,
      dueOn,
      late: dueOn !== null && dueOn < today,
    };
    const byHand = {
      putOffUntil: putOffUntil !== null && putOffUntil > today ? putOffUntil : null,
      givenTo: holders.get(who)?.get(givenTo ?? "") ?? null,
      // What waits for a colleague by name is theirs to put off, also where somebody stands in for them.
      arranged: isArranged(declared, row) && (who === me || who.startsWith("may:")),
      remindedOn,
    };
    const ofOthers = declared.remindedBy !== undefined && who.startsWith("may:");
    return [
      { ...line, ...byHand, ofOthers, mine: who === me, holders: holdersFor(who), about: names.get(chain) ?? null },
    ];
  });
}

/** The school's work: for a permission, or one of those who have it. What a person must do themselves is not put off here. */
export function isArranged({ takenBy = [] }: WaitingKey, { who }: Pick<Waiting, "who">): boolean {
  return who.startsWith("may:") || (takenBy.length > 0 && who.startsWith("account:"));
}

/** How many roles may do it; none where it waits for one person. */
function holdersFor(who: string): number {
  return who.startsWith("may:") ? WHO_MAY[who.slice("may:".length) as Permission].length : 0;
}

/** By whom it waits for, the names of those to whom it may be given: somebody who lost the permission since is none of them. */
async function holdersOf(tx: Tx, rows: readonly Waiting[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const given = new Set(rows.flatMap(({ who, givenTo }) => (givenTo !== null && who.startsWith("may:") ? who : [])));
  const holders = new Map<string, ReadonlyMap<string, string>>();
  for (const who of given) {
    const all = await colleaguesWho(tx, who.slice("may:".length) as Permission);
    holders.set(who, new Map(all.map(({ account, name }) => [`account:${account}`, name])));
  }
  return holders;
}

const kindOf = (chain: string) => chain.slice(0, chain.indexOf(":"));
const idOf = (chain: string) => chain.slice(chain.indexOf(":") + 1);

async function namesOf(
  given: Parameters<Called>[0],
  called: Readonly<Record<string, Called>>,
  rows: readonly Waiting[],
): Promise<ReadonlyMap<string, Label>> {
  const kinds = [...Map.groupBy(rows, ({ chain }) => kindOf(chain))];
  const all = await Promise.all(
    kinds.map(async ([kind, theirs]) => {
      const ids = [...new Set(theirs.map(({ chain }) => idOf(chain)))];
      return [...((await called[kind]?.(given, ids)) ?? [])].map(
        ([id, name]) => [`${kind}:${id}`, typeof name === "string" ? { fr: name, en: name } : name] as const,
      );
    }),
  );
  return new Map(all.flat());
}
