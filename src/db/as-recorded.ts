/**
 * Reverses what migrations did to recorded rows. A record's hash covers the row as of its act; renamed, filled or split columns are
 * brought back here exactly: each row of today has at most one earlier form, so that tampering is still detected.
 * `docs/decisions/migrated-rows.md` has the alternatives.
 */
import type { Row } from "../kit/sql.ts";

export type Rewritten = {
  readonly migration: string;
  readonly table: string;
  /** The row as before the migration, given the row after it; `undefined` if no earlier row could have become it. */
  readonly before: (row: Row) => Row | undefined;
};

/** In the order in which they ran. A test requires an entry for each new one (`src/house/as-recorded.test.ts`). */
export const REWRITTEN: readonly Rewritten[] = [
  {
    migration: "202611251701_admission_follow_up",
    table: "submission",
    before: ({ kind, items, ...row }) => (kind === "whole" && isEmpty(items) ? row : undefined),
  },
  {
    migration: "202611275210_training_paths",
    table: "enrolment",
    before: ({ state, ...row }) => (state === "in-training" ? row : undefined),
  },
  {
    migration: "202611275410_agenda_room_version",
    table: "room",
    before: ({ version, ...row }) => (version === 1 ? row : undefined),
  },
  {
    migration: "202611275510_people_guest_roles",
    table: "guest",
    before: ({ roles, ...row }) =>
      Array.isArray(roles) && roles.length === 1 ? { ...row, role: roles[0] as unknown } : undefined,
  },
  // These three belong together: `director` copied aside, dropped, restored.
  {
    migration: "202611279305_certification_directors_aside",
    table: "exam_entry",
    before: ({ director_aside: aside, ...row }) => ((aside ?? null) === (row.director ?? null) ? row : undefined),
  },
  {
    migration: "202611279310_certification_one_director",
    table: "exam_entry",
    before: (row) => ({ ...row, director: row.director_aside }),
  },
  {
    migration: "202611279820_certification_directors_back",
    table: "exam_entry",
    before: ({ director, ...row }) => ({ ...row, director_aside: director }),
  },
  {
    migration: "202611302610_year_bpf_left_out",
    table: "bpf_deposit",
    before: ({ left_out: leftOut, ...row }) => (isEmpty(leftOut) ? row : undefined),
  },
];

const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;

/** Yields a row as it is, then as before each migration that rewrote it, the last first. */
export function* asRecorded(table: string, row: Row): Generator<Row> {
  yield row;
  let earlier: Row | undefined = row;
  for (const rewritten of REWRITTEN.toReversed()) {
    if (rewritten.table !== table) continue;
    earlier = rewritten.before(earlier);
    if (!earlier) return;
    yield earlier;
  }
}
