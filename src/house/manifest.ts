/** What a subject declares of itself, once, in its `manifest.ts`; the house gathers it, and nothing else names a subject's parts. */
import type { Act, Duty, Reached, View } from "../act/act.ts";
import type { Standing } from "../act/standing.ts";
import type { World } from "../act/world.ts";
import type { Tx } from "../db/school.ts";
import type { AccountEntries, GuestAwaits, Page } from "../page/page.ts";
import type { OutsideCheck, SchoolCheck } from "../record/check.ts";
import type { FileReader } from "../record/files/reading.ts";
import type { Job } from "../record/jobs/job.ts";
import type { Hanging } from "../retention/hanging.ts";
import type { Holding } from "../retention/holding.ts";

export type Manifest = {
  readonly name: string;
  readonly acts?: readonly Act[];
  readonly views?: readonly View[];
  readonly pages?: readonly Page[];
  /** What the calendar asks for. */
  readonly duties?: readonly Duty[];
  /** Who does the work that acts ask for. */
  readonly jobs?: readonly Job[];
  /** What it adds to the first page of whoever signed in. */
  readonly entries?: readonly AccountEntries[];
  /** What it has a guest do. */
  readonly awaits?: readonly GuestAwaits[];
  /** What it keeps about people. */
  readonly holdings?: readonly Holding[];
  /** What it keeps in the chains of an earlier subject’s holding, by the name of that. */
  readonly hanging?: Readonly<Record<string, Hanging>>;
  /** What it lays on the things of earlier subjects, and which moves of theirs that keeps. */
  readonly standing?: readonly Standing[];
  /** Tables that are about nobody who could be found by their account: what sees to them, and their names between spaces. */
  readonly heldOtherwise?: Readonly<Record<string, string>>;
  /** Who may read files, by the kind of the chain they are attached to: `dossier` for `dossier:<id>`. */
  readonly fileReaders?: Readonly<Record<string, FileReader>>;
  /** Where the office reads what a chain is about, by its kind. */
  readonly places?: Readonly<Record<string, (id: string) => string>>;
  /** Where somebody is written to, by the kind of the chain of what they came with. */
  readonly reached?: Readonly<Record<string, (tx: Tx, id: string) => Promise<Reached | undefined>>>;
  /** What the doctor looks at in each school. */
  readonly checks?: readonly ((world: World) => SchoolCheck)[];
  /** What it asks of services outside, each in its own time. */
  readonly outside?: readonly ((world: World) => OutsideCheck)[];
};
