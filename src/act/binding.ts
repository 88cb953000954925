/**
 * Whether an act binds follows from the tables that it writes (`holds.ts`): a signature, a number, a publication, a movement of money, a
 * decision on somebody, an acceptance, an invitation, an access. Binding means a recent proof of the person (`freshness.ts`) and no token.
 * An act that needs neither says why (`free`); what no person does (the calendar, the provider, the operator, the holder of a secret) has
 * nobody to ask.
 */
import { HOLDS, type Holding, type Table } from "./holds.ts";
import { GUEST_ROLES, type Permission, ROLES, WHO_MAY } from "./permissions.ts";

/** What an act says of itself, where its tables do not say it. */
export type Binds = {
  /** Why it binds although its tables hold nothing that does. */
  readonly binds?: string;
  /** Why no recent proof is asked although its tables hold what binds. */
  readonly free?: string;
};

type Asked = Binds & { readonly name: string; readonly who: Permission; readonly writes: readonly Table[] };

/** Those of its tables that bind. */
export function holdings(writes: readonly Table[]): readonly { readonly table: Table; readonly holds: Holding }[] {
  return writes.flatMap((table) => {
    const holds = HOLDS[table];
    return holds ? [{ table, holds }] : [];
  });
}

export function doesBind({ name, who, writes, binds, free }: Asked): boolean {
  const byTables = byPeople(who) && holdings(writes).length > 0;
  if (free !== undefined && !byTables)
    throw new Error(`${name}: nothing that it writes binds, so it needs no reason to be free`);
  if (binds !== undefined && byTables)
    throw new Error(`${name}: it binds by what it writes, and needs no reason of its own`);
  return binds !== undefined || (byTables && free === undefined);
}

/** Is there a person who could show again who they are: an account, by a role or without, or a guest? */
export function byPeople(who: Permission): boolean {
  const people: readonly string[] = ["account", "guest", ...ROLES, ...GUEST_ROLES];
  return (WHO_MAY[who] as readonly string[]).some((holder) => people.includes(holder));
}

/** Reasons that several acts share. */
export const FREE = {
  proof: "it is itself the proof that the others ask",
  received: "notes money that came, which the bank shows: nothing leaves the school, and taking it back binds",
  contests: "contests or asks: it decides nothing, and must be possible until the last minute",
  closes: "it only closes a door: what it takes back can no longer be used",
  unopened: "of an intake that is not open: nobody reads it, and opening it binds",
  examined: "an examination, which may be done anew until the decision, which binds",
  prepared: "prepares what closing the commission decides, which binds",
  own: "one’s own work, which may be replaced until its last day",
  unsigned: "what a contract is to say, until it is signed, which binds",
  minutes: "kept for the minutes, which closing the jury seals, which binds",
} as const;
