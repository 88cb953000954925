/** What an intake is, and how whoever comes after finds one. None of them sees an intake that is still being prepared. */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { IntakeFee, IntakePiece, Settings, Settled } from "./rules/settings.ts";
import { allIntakes, comingRows, findIntakeRow, INTAKE, type IntakeRow, openRows, readJson } from "./store.ts";

/** An intake that was opened: what candidates apply to, and on which terms. Whether it takes applications is `takes()`. */
export type Intake = {
  readonly id: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly state: "open" | "closed";
  readonly label: Label;
  readonly opensAt: Date;
  /** The last instant at which an application is in time. */
  readonly closesAt: Date;
  readonly entryOn: Day;
  readonly decidesBy: Day | null;
  readonly interviewsFrom: Day | null;
  readonly interviewsTo: Day | null;
  readonly places: number;
  /** Days after that of an offer; not said yet where it is absent. */
  readonly answerWithin?: number;
  readonly callsUntil?: Day;
  /** In cents. */
  readonly fees: readonly IntakeFee[];
  readonly pieces: readonly IntakePiece[];
  readonly pagesOutside: Settings["pagesOutside"];
  readonly interview: Settings["interview"];
  readonly admissionValidity: Settled["admissionValidity"];
  readonly waitingListRule: Settled["waitingList"];
  readonly appeal: Label;
  readonly version: number;
};

/** Judged on the server's clock, to the last instant. */
export function takes(intake: Pick<Intake, "opensAt" | "closesAt">, at: Date): boolean {
  return intake.opensAt <= at && at <= intake.closesAt;
}

export async function findIntake(tx: Tx, id: string): Promise<Intake | undefined> {
  const row = await findIntakeRow(tx, id);
  return row && row.state !== "preparing" ? openedOf(row) : undefined;
}

/** Of an intake that was opened, as JSON of the server: for whoever reads it in one statement with what is theirs. */
export const INTAKE_ROW = INTAKE;
export function intakeIn(json: unknown): Intake {
  return openedOf(readJson(json));
}

/** Those that take applications at this instant, the one that closes first before the others. */
export async function openIntakes(tx: Tx, diploma: string, at: Date): Promise<Intake[]> {
  return (await openRows(tx, diploma, at)).map(openedOf);
}

/** Those that are announced and do not take applications yet, the next first. */
export async function comingIntakes(tx: Tx, diploma: string, at: Date): Promise<Intake[]> {
  return (await comingRows(tx, diploma, at)).map(openedOf);
}

/** Every one that was ever opened, the latest first. */
export async function openedIntakes(tx: Tx): Promise<Intake[]> {
  return (await allIntakes(tx)).filter(({ state }) => state !== "preparing").map(openedOf);
}

function openedOf(row: IntakeRow): Intake {
  const { id, diploma, lawVersion, version } = row;
  // An intake is opened when all of it is there: the act and the table both see to it.
  const settings = row.settings as Settled;
  const { label, entryOn, decidesBy, interviewsFrom, interviewsTo, places, fees, pieces } = settings;
  const { pagesOutside, interview, admissionValidity, waitingList, appeal, answerWithin, callsUntil } = settings;
  return {
    id,
    diploma,
    lawVersion,
    state: row.state as Intake["state"],
    label,
    opensAt: row.opensAt!,
    closesAt: row.closesAt!,
    entryOn,
    decidesBy,
    interviewsFrom,
    interviewsTo,
    places,
    ...(answerWithin !== undefined && { answerWithin }),
    ...(callsUntil !== undefined && { callsUntil }),
    fees,
    pieces,
    pagesOutside,
    interview,
    admissionValidity,
    waitingListRule: waitingList,
    appeal,
    version,
  };
}
