/** The subjects, in the order in which one may use another, and everything gathered from them. */
import type { Act, Duty, FindReached, FindsPaperEnded, FindsPerformed, View } from "../act/act.ts";
import { programsOf } from "../act/programs.ts";
import type { Standing } from "../act/standing.ts";
import { joined } from "../act/timetable.ts";
import type { Waits } from "../act/waiting.ts";
import type { House, World } from "../act/world.ts";
import { isId } from "../kit/shapes.ts";
import { manifest as admission } from "../admission/manifest.ts";
import { manifest as audit } from "../audit/manifest.ts";
import { manifest as deployment } from "../deployment/manifest.ts";
import { manifest as files } from "../files/manifest.ts";
import { manifest as mail } from "../mail/manifest.ts";
import { manifest as openings } from "../openings/manifest.ts";
import { manifest as agenda } from "../agenda/manifest.ts";
import { calendarView } from "../agenda/my-calendar.ts";
import { underWayView } from "../agenda/under-way.ts";
import { manifest as bank } from "../bank/manifest.ts";
import { manifest as books } from "../books/manifest.ts";
import { manifest as billing } from "../billing/manifest.ts";
import { manifest as carryover } from "../carryover/manifest.ts";
import { manifest as certification } from "../certification/manifest.ts";
import { manifest as contracts } from "../contracts/manifest.ts";
import { manifest as dossier } from "../dossier/manifest.ts";
import { manifest as inquiry } from "../inquiry/manifest.ts";
import { manifest as intake } from "../intake/manifest.ts";
import { manifest as interviews } from "../interviews/manifest.ts";
import { manifest as livret } from "../livret/manifest.ts";
import { manifest as office } from "../office/manifest.ts";
import { manifest as issuedDocuments } from "../issued-documents/manifest.ts";
import { manifest as people } from "../people/manifest.ts";
import { manifest as catalogue } from "../catalogue/manifest.ts";
import { manifest as reminders } from "../reminders/manifest.ts";
import { seeConcerned } from "../reminders/views.ts";
import { manifest as retention } from "../retention/manifest.ts";
import { manifest as training } from "../training/manifest.ts";
import { manifest as waits } from "../waiting/manifest.ts";
import { waitingCheck } from "../waiting/check.ts";
import { askingNow, reminding } from "../waiting/reminders/acts.ts";
import { type Declared, waitingViews } from "../waiting/views.ts";
import { myWayView } from "../dossier/ways.ts";
import { standIns, standsInFor } from "../office/absences/stand-ins.ts";
import type { Way } from "../act/way.ts";
import type { OutsideCheck, SchoolCheck } from "../act/check.ts";
import type { FileReader } from "../files/reading.ts";
import { myGuestDataView } from "../people/guests/views.ts";
import { openFileView } from "../files/views.ts";
import { lawsTaught } from "../intake/intake.ts";
import { elsewhereView } from "../office/elsewhere/views.ts";
import { findPeopleView, seePersonView } from "../office/persons/views.ts";
import type { Job } from "../jobs/job.ts";
import { copyBuilder } from "../retention/copy.ts";
import { allEraser } from "../retention/erase-all.ts";
import { erasingActs } from "../retention/erasing.ts";
import { withDependents } from "../retention/dependents.ts";
import type { Retained } from "../retention/retained.ts";
import { helpOf } from "./site/stations.ts";
import { placeHoldAct, seeHoldsView } from "../retention/holds.ts";
import { purgeDuty, reportAct, reportDuty } from "../retention/purge.ts";
import { myDataView } from "../retention/requests.ts";
import { manifest as year } from "../year/manifest.ts";
import type { Manifest } from "./manifest.ts";
import { mindNames } from "./names.ts";
import { type Laid, standingChecks } from "./standing-checks.ts";

export const SUBJECTS: readonly Manifest[] = [
  openings,
  mail,
  files,
  audit,
  deployment,
  retention,
  people,
  waits,
  issuedDocuments,
  agenda,
  billing,
  bank,
  books,
  intake,
  catalogue,
  inquiry,
  dossier,
  reminders,
  office,
  interviews,
  admission,
  training,
  livret,
  contracts,
  carryover,
  certification,
  year,
];

/** All personal data, by subject. */
export const RETAINED: readonly Retained[] = SUBJECTS.flatMap(({ retained = [] }) => retained).map((holding) =>
  withDependents(
    holding,
    SUBJECTS.toReversed().flatMap(({ dependents = {} }) => dependents[holding.name] ?? []),
  ),
);

/** Every table outside a holding must be here, with what looks after it. */
export const RETAINED_OTHERWISE: Readonly<Record<string, string>> = Object.fromEntries(
  SUBJECTS.flatMap(({ retainedOtherwise = {} }) =>
    Object.entries(retainedOtherwise).flatMap(([why, tables]) => tables.split(" ").map((table) => [table, why])),
  ),
);

/** Tables whose rows outlive the chain they were recorded in: accounting data of a charge, and rows no longer about a person. */
export const OUTLIVING: readonly string[] = [
  ...RETAINED.filter(({ kind }) => kind === "accounting").flatMap(({ tables }) => tables),
  ...RETAINED.flatMap(({ leaves = [] }) => leaves),
];

/** By kind: the reader of the subject that owns the files, then those of later subjects, for their own people. */
export const FILE_READERS: Readonly<Record<string, FileReader>> = Object.fromEntries(
  [
    ...Map.groupBy(
      SUBJECTS.flatMap((subject) => Object.entries(subject.fileReaders ?? {})),
      ([kind]) => kind,
    ),
  ].map(([kind, readers]) => [kind, firstOf(readers.map(([, reader]) => reader))]),
);

function firstOf(readers: readonly FileReader[]): FileReader {
  return async (file) => {
    for (const reader of readers) {
      const reading = await reader(file);
      if (reading) return reading;
    }
    return undefined;
  };
}

const places: Readonly<Record<string, (id: string) => string>> = Object.assign(
  {},
  ...SUBJECTS.map((subject) => subject.places ?? {}),
);

const openFile = openFileView(FILE_READERS);
const STANDS = SUBJECTS.flatMap(({ stands = [] }) => stands);
const findPeople = findPeopleView(STANDS);
export const myData = myDataView(RETAINED);
const myGuestData = myGuestDataView(RETAINED);
/** What waits for whom, in the order of the subjects. */
export const WAITS: readonly Waits[] = SUBJECTS.flatMap(({ waits = [] }) => waits);
const called: Declared["called"] = Object.assign({}, ...SUBJECTS.map((subject) => subject.called ?? {}));
const { arrangeWaiting, ...waiting } = waitingViews({ waits: WAITS, called, standsInFor });
const remind = reminding({ waits: WAITS, called, standIns, laws: lawsTaught });
const { waitingForOthers, remindNow } = askingNow({ waits: WAITS, called });
/** Where people have got to, in the order of the subjects. */
const WAYS: readonly Way[] = SUBJECTS.flatMap(({ way = [] }) => way);
const myWay = myWayView(WAYS);
const underWay = SUBJECTS.flatMap((subject) => subject.underWay ?? []);
const seeUnderWay = underWayView(underWay);
const myCalendar = calendarView({
  calendars: SUBJECTS.flatMap(({ calendar = [] }) => calendar),
  underWay,
  waiting: async (given) => waiting.myWaiting.read({ ...given, input: { most: 100 } }),
});
const seePerson = seePersonView(STANDS, WAYS);
const seeElsewhere = elsewhereView(SUBJECTS.flatMap(({ engaged = [] }) => engaged));
export const placeHold = placeHoldAct(RETAINED);
export const seeHolds = seeHoldsView(RETAINED);
const { purgeOne, eraseOwn } = erasingActs(RETAINED);
const reportPurge = reportAct(RETAINED);

/** What is made from several subjects. */
const OWN = {
  name: "house",
  acts: [remind.act, remindNow, arrangeWaiting, placeHold, purgeOne, eraseOwn, reportPurge],
  views: [
    openFile,
    findPeople,
    seePerson,
    seeElsewhere,
    seeHolds,
    myData,
    myGuestData,
    ...Object.values(waiting),
    waitingForOthers,
    myWay,
    seeUnderWay,
    myCalendar,
  ],
} satisfies Manifest;
mindNames([...SUBJECTS, OWN]);

export const ACTS: readonly Act[] = [...SUBJECTS.flatMap(({ acts = [] }) => acts), ...OWN.acts];

/** The facts of later subjects that rely on things of earlier ones, in the order of the subjects. */
export const LAID: readonly Laid[] = SUBJECTS.flatMap(({ name, standing = [] }) =>
  standing.map((fact) => ({ by: name, standing: fact })),
);
export const STANDING: readonly Standing[] = LAID.map(({ standing }) => standing);

const reaching: Readonly<Record<string, NonNullable<Manifest["reached"]>[string]>> = Object.assign(
  {},
  ...SUBJECTS.map((subject) => subject.reached ?? {}),
);
const papersEnding: Readonly<Record<string, FindsPaperEnded>> = Object.assign(
  {},
  ...SUBJECTS.map((subject) => subject.paperEnded ?? {}),
);
/** As the subject of the paper says; of a paper that no subject follows it is not known. */
export const paperEnded: FindsPaperEnded = async (context, paper) =>
  papersEnding[paper.about.split(":")[0]!]?.(context, paper);

/** What the subjects know of people's and rooms' time. */
export const timetable = joined(SUBJECTS.flatMap((subject) => subject.timetable ?? []));

/** What each subject knows to be performed. */
export const performed: FindsPerformed = async (context, on) => {
  const found = [];
  for (const finds of SUBJECTS.flatMap((subject) => subject.performed ?? [])) found.push(await finds(context, on));
  return {
    performed: found.flatMap((one) => one.performed),
    unknown: found.flatMap((one) => one.unknown),
  };
};

export const reached: FindReached = async (tx, chain) => {
  const [kind = "", id = ""] = chain.split(":");
  return isId(id) ? reaching[kind]?.(tx, id) : undefined;
};

/** Written by acts that are gone; what they recorded stays, and is proven. */
const RETIRED = ["charge_reminder"];

/** The tables whose every row an act recorded. */
export const PROVEN_TABLES: readonly string[] = [...new Set([...ACTS.flatMap((act) => act.writes), ...RETIRED])];

export const VIEWS: readonly View[] = [...SUBJECTS.flatMap(({ views = [] }) => views), ...OWN.views];

/** Last of all: rows that hang on a thing go in the same night as the thing, and the report counts the purges before it. */
export const RETENTION_DUTIES: readonly Duty[] = [
  ...RETAINED.filter(({ over }) => over).map((holding) => purgeDuty(holding, purgeOne)),
  reportDuty(reportPurge),
];

/** An intake closes before its messages are sent and its fees put off. */
const FIRST: readonly Manifest[] = [people, intake, reminders, files, retention, inquiry, bank];

/** Every duty of the calendar; a subject not in `FIRST` comes after it. */
export const DUTIES: readonly Duty[] = [
  ...[...FIRST, ...SUBJECTS.filter((subject) => !FIRST.includes(subject))].flatMap(({ duties = [] }) => duties),
  // After the others, so that what one of them ends is not asked for in the same hour.
  remind.duty,
  ...RETENTION_DUTIES,
];

export const JOBS: readonly Job[] = [
  ...SUBJECTS.flatMap(({ jobs = [] }) => jobs),
  copyBuilder(RETAINED),
  allEraser(RETAINED, eraseOwn),
];

export function schoolChecks(world: World): readonly SchoolCheck[] {
  return [
    ...SUBJECTS.flatMap(({ checks = [] }) => checks.map((check) => check(world))),
    ...standingChecks(LAID),
    waitingCheck(world, WAITS),
  ];
}

export function outsideChecks(world: World): readonly OutsideCheck[] {
  return SUBJECTS.flatMap(({ outside = [] }) => outside.map((check) => check(world)));
}

export const HOUSE: House = {
  acts: ACTS,
  views: VIEWS,
  programs: programsOf({ acts: ACTS, views: VIEWS }),
  // What is nearest to the diploma first, as its page is read.
  personParts: SUBJECTS.toReversed().flatMap(({ person = [] }) => person),
  menu: SUBJECTS.flatMap(({ menu = [] }) => menu),
  helpOf,
  decisions: SUBJECTS.flatMap(({ decisions = [] }) => decisions),
  refusals: SUBJECTS.flatMap(({ refusals = [] }) => refusals),
  publishedResults: SUBJECTS.flatMap(({ publishedResults = [] }) => publishedResults),
  minePapers: SUBJECTS.flatMap(({ papers = [] }) => papers),
  figures: SUBJECTS.toReversed().flatMap(({ figures = [] }) => figures),
  beforeChanges: SUBJECTS.flatMap(({ beforeChanges = [] }) => beforeChanges),
  bookedLater: SUBJECTS.flatMap(({ bookedLater = [] }) => bookedLater),
  owedParts: SUBJECTS.flatMap(({ owed = [] }) => owed),
  mineParts: SUBJECTS.toReversed().flatMap(({ mine = [] }) => mine),
  entries: SUBJECTS.toReversed().flatMap(({ entries = [] }) => entries),
  workEntries: SUBJECTS.toReversed().flatMap(({ workEntries = [] }) => workEntries),
  awaits: SUBJECTS.flatMap(({ awaits = [] }) => awaits),
  retained: RETAINED,
  openFile,
  findPeople,
  seePerson,
  seeElsewhere,
  myData,
  myGuestData,
  ...waiting,
  waitingForOthers,
  remindNow,
  arrangeWaiting,
  myWay,
  seeUnderWay,
  myCalendar,
  placeHold,
  seeHolds,
  seeConcerned,
  placeAbout: (about) => {
    const [kind = "", id = ""] = about.split(":");
    return Object.hasOwn(places, kind) ? places[kind]!(id) : undefined;
  },
};
