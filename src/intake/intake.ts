/** An intake, for later modules, which never see one in preparation. */
import type { Performing } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Law } from "../law/law.ts";
import { intakesApart } from "./apart.ts";
import type { IntakeFee, IntakePiece, Settings, Settled } from "./rules/settings.ts";
import {
  allIntakes,
  comingRows,
  diplomasOpened,
  findIntakeRow,
  INTAKE,
  type IntakeRow,
  namedIntakes,
  openRows,
  readJson,
} from "./store.ts";

/** An opened intake: what candidates apply to, and its terms. `takes()` says whether it accepts applications. */
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
  /** Days after that of an offer; undefined if not set yet. */
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

/** By the server's clock, to the last instant. */
export function takes(intake: Pick<Intake, "opensAt" | "closesAt">, at: Date): boolean {
  return intake.opensAt <= at && at <= intake.closesAt;
}

export async function findIntake(tx: Tx, id: string): Promise<Intake | undefined> {
  const row = await findIntakeRow(tx, id);
  return row && row.state !== "preparing" ? openedOf(row) : undefined;
}

export { CHOSEN } from "./store.ts";

/** The SQL of an opened intake as JSON, for a statement that also reads a later module's rows. */
export const INTAKE_ROW = INTAKE;
export function intakeIn(json: unknown): Intake {
  return openedOf(readJson(json));
}

/** Intakes that accept applications at this instant, earliest closing first. */
export async function openIntakes(tx: Tx, diploma: string, at: Date): Promise<Intake[]> {
  return (await openRows(tx, diploma, at)).map(openedOf);
}

/** Intakes announced but not open yet, earliest first. */
export async function comingIntakes(tx: Tx, diploma: string, at: Date): Promise<Intake[]> {
  return (await comingRows(tx, diploma, at)).map(openedOf);
}

/** All intakes ever opened that are chosen, latest first. */
export async function openedIntakes(tx: Tx): Promise<Intake[]> {
  return (await allIntakes(tx)).filter(({ state }) => state !== "preparing").map(openedOf);
}

function openedOf(row: IntakeRow): Intake {
  const { id, diploma, lawVersion, version } = row;
  // An opened intake is complete: both the act and the table check it.
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

/** What each intake that was opened is called, told apart from those of the same name: by id. */
export async function intakeNames(tx: Tx, zone: string): Promise<ReadonlyMap<string, Label>> {
  return new Map(intakesApart(await namedIntakes(tx), zone).map(({ id, label }) => [id, label]));
}

/** The law of the school on the first day of training; undefined while that day is not known. */
export function lawAtEntry(
  { diploma, settings }: Pick<IntakeRow, "diploma" | "settings">,
  law: Performing<unknown>["law"],
): Law | undefined {
  return settings.entryOn === null ? undefined : law(diploma, { on: settings.entryOn });
}

/** The law in force of each diploma for which the school has opened an intake. */
export async function lawsTaught({
  tx,
  today,
  law,
}: Pick<Performing<unknown>, "tx" | "today" | "law">): Promise<Law[]> {
  return (await diplomasOpened(tx)).flatMap((diploma) => law(diploma, { on: today }) ?? []);
}
