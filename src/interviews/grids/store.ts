/** The SQL of grids: each interviewer's, and the common proposals. */
import { newId } from "../../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { keep, keeping } from "../../act/keep.ts";
import { json } from "../../kit/sql.ts";

export type Appreciations = { readonly [criterion: string]: string };

export type Grid = {
  readonly who: string;
  readonly appreciations: Appreciations;
  readonly remark: string;
  readonly version: number;
  readonly finishedAt: Date | null;
};

export async function gridsOf(tx: Tx, interview: string): Promise<readonly Grid[]> {
  const { rows } = await sql<Grid>`
    select who, appreciations, remark, version, finished_at as "finishedAt" from interview_grid
    where interview = ${interview}::uuid order by who`.execute(tx);
  return rows;
}

type SavedGrid = Omit<Grid, "finishedAt"> & {
  readonly interview: string;
  readonly at: Date;
  readonly finished: boolean;
};

/** Saves over a version (0: none yet); false if it was saved since. */
export async function putGrid(tx: Tx, grid: SavedGrid): Promise<boolean> {
  const { interview, who, appreciations, remark, version, at, finished } = grid;
  const values = {
    appreciations: json(appreciations),
    remark,
    version: version + 1,
    saved_at: at,
    finished_at: finished ? at : null,
  };
  const saving =
    version === 0
      ? tx
          .insertInto("interview_grid")
          .values({ id: newId(), interview, who, ...values })
          .onConflict((or) => or.doNothing())
      : tx
          .updateTable("interview_grid")
          .set(values)
          .where("interview", "=", interview)
          .where("who", "=", who)
          .where("version", "=", version);
  return (await keeping(tx, "interview_grid", saving)).length > 0;
}

export type Proposal = {
  readonly id: string;
  readonly appreciations: Appreciations;
  readonly remark: string;
  readonly by: string;
  readonly at: Date;
};

const PROPOSAL = sql`id, appreciations, remark, proposed_by as by, proposed_at as at`;

export async function proposalsOf(tx: Tx, interview: string): Promise<readonly Proposal[]> {
  const { rows } = await sql<Proposal>`
    select ${PROPOSAL} from interview_proposal where interview = ${interview}::uuid order by proposed_at, id`.execute(
    tx,
  );
  return rows;
}

export async function insertProposal(tx: Tx, interview: string, proposal: Proposal): Promise<void> {
  const { id, appreciations, remark, by, at } = proposal;
  const row = { id, interview, appreciations: json(appreciations), remark, proposed_by: by, proposed_at: at };
  await keep(tx, "interview_proposal", row);
}
