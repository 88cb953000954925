/** Drafts saved again and again: each acknowledged version is there whole, with its own text and no other's. */
import { randomUUID } from "node:crypto";
import { withSchool } from "../../db/school.ts";
import type { Caller, Try } from "./call.ts";
import type { Scenario } from "./scenario.ts";
import { type TryLane, tryLane } from "./try-lane.ts";

type Draft = { readonly token: string; readonly version: number; readonly facts: unknown };

/** Long enough to be torn in two, were that possible. */
const factsOf = (version: number) => ({ next: version, typed: { text: `${version} `.repeat(500) } });

function lane(): TryLane & { readonly started: () => number } {
  let draft: Draft | undefined;
  let started = 0;
  const look = async (caller: Caller, doubt: Try | undefined): Promise<string[]> => {
    if (!draft) return [];
    const { status, value } = await caller.see("openInquiry", {}, draft.token);
    if (status !== 200) return [`a draft acknowledged at version ${draft.version} answers ${status}`];
    const there = value as { version: number; facts: unknown };
    const same = JSON.stringify(sorted(there.facts)) === JSON.stringify(sorted(factsOf(there.version)));
    if (!same) return [`version ${there.version} of a draft holds the text of another`];
    const allowed = [draft.version, ...(doubt ? [draft.version + 1] : [])];
    return allowed.includes(there.version)
      ? []
      : [`a draft acknowledged at version ${draft.version} is at ${there.version}`];
  };
  return {
    started: () => started,
    next: () =>
      draft
        ? {
            act: "saveInquiry",
            input: { version: draft.version, facts: factsOf(draft.version + 1) },
            attempt: randomUUID(),
            secret: draft.token,
          }
        : { act: "startInquiry", input: { facts: factsOf(1) }, attempt: randomUUID() },
    acknowledge: (tried, value) => {
      const { version, token = draft?.token } = value as { version: number; token?: string };
      if (tried.act === "startInquiry") started++;
      draft = { token: token!, version, facts: factsOf(version) };
    },
    look,
  };
}

function sorted(value: unknown): unknown {
  return Object.entries(value as object).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

export function drafts(school: string): Scenario {
  const lanes = Array.from({ length: 6 }, lane);
  const running = lanes.map((one) => tryLane(school, one));
  return {
    name: "drafts",
    lanes: () => running,
    settle: async (db) => {
      const expected = lanes.reduce((sum, one) => sum + one.started(), 0);
      const rows = await withSchool(db, school, (tx) => tx.selectFrom("inquiry").select("id").execute());
      return rows.length === expected ? [] : [`${expected} drafts were begun and ${rows.length} are there`];
    },
  };
}
