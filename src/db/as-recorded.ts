/**
 * What migrations did to rows that acts had recorded, and how such a row was read before. A record's hash covers the row as it stood
 * then; what a migration renamed, gave a value or parted is brought back to it here, exactly: for each row of today there is at
 * most one of before, so that whoever changes one is told as ever. `docs/decisions/rows-as-recorded.md` says why not otherwise.
 */
import type { Row } from "../kit/sql.ts";

export type Rewritten = {
  readonly migration: string;
  readonly table: string;
  /** A row as the migration left it, as it was read before; nothing where no row of before could have become it. */
  readonly before: (row: Row) => Row | undefined;
};

/** In the order in which they ran. A new one is a line here, which a test asks for (`src/house/as-recorded.test.ts`). */
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
  // The three go together: copied beside, taken away, brought back under its name.
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
];

const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;

/** A row as it is, then as it was read before each migration that rewrote it, the last first. */
export function* asRecorded(table: string, row: Row): Generator<Row> {
  yield row;
  let read: Row | undefined = row;
  for (const one of REWRITTEN.toReversed()) {
    if (one.table !== table) continue;
    read = one.before(read);
    if (!read) return;
    yield read;
  }
}
