/** What a subject declares, once, in its `manifest.ts`; the house gathers it, and nothing else names a subject's parts. */
import type { Act, Duty, FindsPaperEnded, FindsPerformed, Reached, View } from "../act/act.ts";
import type { Calendar } from "../act/calendar.ts";
import type { Engagements } from "../act/engaged.ts";
import type { Timetable } from "../act/timetable.ts";
import type { Standing } from "../act/standing.ts";
import type { Called, Waits } from "../act/waiting.ts";
import type { UnderWay } from "../act/under-way.ts";
import type { Way } from "../act/way.ts";
import type { World } from "../act/world.ts";
import type { Tx } from "../db/school.ts";
import type { AccountEntries, GuestAwaits, Page, WorkEntries } from "../page/page.ts";
import type { OutsideCheck, SchoolCheck } from "../act/check.ts";
import type { Decisions } from "../documents/pages/decisions.ts";
import type { Refusals } from "../documents/pages/refusals.ts";
import type { FileReader } from "../files/reading.ts";
import type { Job } from "../jobs/job.ts";
import type { Figures } from "../page/figures.ts";
import type { MenuItem } from "../page/menu.ts";
import type { BeforeChange } from "../page/before-change.ts";
import type { MinePapers, MineParts, OwedParts } from "../page/mine.ts";
import type { BookedLater } from "../billing/charges/pages/booked.ts";
import type { PersonParts } from "../page/person.ts";
import type { Stands } from "../office/persons/stands.ts";
import type { PublishedResults } from "../catalogue/pages/published.ts";
import type { Dependent } from "../retention/dependents.ts";
import type { Retained } from "../retention/retained.ts";

export type Manifest = {
  readonly name: string;
  readonly acts?: readonly Act[];
  readonly views?: readonly View[];
  readonly pages?: readonly Page[];
  /** Its duties in the calendar. */
  readonly duties?: readonly Duty[];
  /** The jobs that acts queue. */
  readonly jobs?: readonly Job[];
  /** Its links on the account page. */
  readonly entries?: readonly AccountEntries[];
  readonly workEntries?: readonly WorkEntries[];
  /** What it asks of a guest. */
  readonly awaits?: readonly GuestAwaits[];
  /** Its personal data. */
  readonly retained?: readonly Retained[];
  /** Its data in the chains of an earlier subject’s holding, by the name of that holding. */
  readonly dependents?: Readonly<Record<string, Dependent>>;
  /** Facts that rely on things of earlier subjects, and the moves of those things that they affect. */
  readonly standing?: readonly Standing[];
  /** What waits for whom, by its facts. */
  readonly waits?: readonly Waits[];
  /** What its chains, or those of a room that has no name for them, are called in lists, by their kind. */
  readonly called?: Readonly<Record<string, Called>>;
  /** What stands in somebody's own calendar of it. */
  readonly calendar?: readonly Calendar[];
  /** What is under way in it on some days. */
  readonly underWay?: readonly UnderWay[];
  /** What people are engaged in of it on some days. */
  readonly engaged?: readonly Engagements[];
  /** What it knows of people's time beside what is booked. */
  readonly timetable?: Partial<Timetable>;
  /** Its stations of a person's way. */
  readonly way?: Way;
  /** Tables that no account leads to: the reason, and their names separated by spaces. */
  readonly retainedOtherwise?: Readonly<Record<string, string>>;
  /** Who may read files, by the kind of the chain they are attached to: `dossier` for `dossier:<id>`. */
  readonly fileReaders?: Readonly<Record<string, FileReader>>;
  /** The office’s page about a chain, by its kind. */
  readonly places?: Readonly<Record<string, (id: string) => string>>;
  /** What the menu of staff offers of it. */
  readonly menu?: readonly MenuItem[];
  /** Its parts of one’s own first page. */
  readonly mine?: MineParts;
  /** What it will still ask of a person, on the page of what they owe. */
  readonly beforeChanges?: readonly BeforeChange[];
  readonly owed?: OwedParts;
  /** Where it books money of a day that is closed. */
  readonly bookedLater?: readonly BookedLater[];
  /** What it refuses people, told first on their own pages. */
  readonly refusals?: readonly Refusals[];
  /** What people decided in it of an application. */
  readonly decisions?: readonly Decisions[];
  /** The rates of a diploma that it publishes. */
  readonly publishedResults?: readonly PublishedResults[];
  /** Its documents of a person's own. */
  readonly papers?: MinePapers;
  /** Its figures on the first page of staff. */
  readonly figures?: readonly Figures[];
  /** Its parts of the office’s page about a person. */
  readonly person?: readonly PersonParts[];
  /** Where dossiers have got to in it, for lists of people. */
  readonly stands?: readonly Stands[];
  /** Where a person is written to, by the kind of the chain of what they came with. */
  readonly reached?: Readonly<Record<string, (tx: Tx, id: string) => Promise<Reached | undefined>>>;
  /** Which of its papers with a code say what holds no more, by the kind of the chain that they are about. */
  readonly paperEnded?: Readonly<Record<string, FindsPaperEnded>>;
  /** What of its subject is performed until a day, for the accounts. */
  readonly performed?: FindsPerformed;
  /** Its checks in each school, for the doctor. */
  readonly checks?: readonly ((world: World) => SchoolCheck)[];
  /** Its checks of outside services, each with a timeout of its own. */
  readonly outside?: readonly ((world: World) => OutsideCheck)[];
};
