/** Whether an intake may open: all that is missing or invalid, each with the entry of the law that asks for it. */
import { addDays, type Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { beginsAt, endsAt, instantsOf, type Minute } from "../../kit/zone.ts";
import { askerOf } from "../../law/asker.ts";
import { type Finding, finding, type Values } from "../../law/finding.ts";
import type { Setting } from "../../law/intake.ts";
import type { Law } from "../../law/law.ts";
import { endedBefore } from "../../law/registration.ts";
import { nationalPieces, type Settings, type Settled } from "./settings.ts";

/** `begins`: the law of the school on the first day of training, where that day is known. */
type Given = { readonly law: Law; readonly begins?: Law | undefined; readonly at: Date; readonly zone: string };
type Fault = readonly [setting: Setting, says: string, values?: Values];

/** What keeps an intake from opening; empty if it may. `condition`: the setting. */
export function openingFindings(settings: Settings, context: Given): Finding[] {
  const { law, zone } = context;
  const faults: Fault[] = [
    ...missing(settings),
    ...impossibleMinutes(settings, zone),
    ...order(settings, context),
    ...ended(settings, context),
    ...pieces(settings, law),
    ...settings.toCheck.map((setting): Fault => [setting, "setting-to-check"]),
  ];
  return faults.map(([setting, says, values]) => finding(setting, false, says, askerOf(law, setting), values));
}

export function isSettled(settings: Settings): settings is Settings & Settled {
  const { opens, closes, entryOn, places, admissionValidity, waitingList } = settings;
  return [opens, closes, entryOn, places, admissionValidity, waitingList].every((one) => one !== null);
}

function missing(settings: Settings): Fault[] {
  const { label, opens, closes, entryOn, places, fees, interview, admissionValidity, waitingList, appeal } = settings;
  const absent: readonly (readonly [boolean, Setting, string])[] = [
    [isBlank(label), "entry", "label-missing"],
    [opens === null, "opening", "opening-missing"],
    [closes === null, "closing", "closing-missing"],
    [entryOn === null, "entry", "entry-missing"],
    [places === null, "places", "places-missing"],
    [fees.some((fee) => isBlank(fee.label)), "fees", "fee-unnamed"],
    [interview.some(({ value }) => value === null), "interview", "interview-missing"],
    [admissionValidity === null, "validity", "validity-missing"],
    [waitingList === null, "waiting-list", "waiting-list-missing"],
    [isBlank(appeal), "appeal", "appeal-missing"],
  ];
  return absent.flatMap(([is, setting, says]): Fault[] => (is ? [[setting, says]] : []));
}

/** No cohort can begin under a version of the diploma that has ended: the school's file must name the next one first. */
function ended({ entryOn }: Settings, { begins }: Given): Fault[] {
  const to = begins === undefined || entryOn === null ? null : endedBefore(begins.diploma, entryOn);
  return to === null ? [] : [["entry", "version-ended", { version: begins!.diploma.version, to }]];
}

function isBlank({ fr, en }: Label): boolean {
  return fr.trim() === "" || en.trim() === "";
}

/** Times in the hour skipped in spring do not exist. */
function impossibleMinutes({ opens, closes }: Settings, zone: string): Fault[] {
  const leapt = (minute: Minute | null) => minute !== null && instantsOf(minute, zone).length === 0;
  return [
    ...(leapt(opens) ? [["opening", "minute-leapt", { minute: opens }] as const] : []),
    ...(leapt(closes) ? [["closing", "minute-leapt", { minute: closes }] as const] : []),
  ];
}

function order(settings: Settings, { at, zone }: Given): Fault[] {
  const { opens, closes, entryOn, decidesBy, interviewsFrom, interviewsTo } = settings;
  const faults: Fault[] = [];
  const start = opens && beginsAt(opens, zone);
  const end = closes && endsAt(closes, zone);
  if (end && end <= at) faults.push(["closing", "closing-past", { minute: closes }]);
  if (start && end && end <= start) faults.push(["closing", "closing-before-opening"]);
  const inOrder = (earlier: Day | null | undefined, later: Day | null, fault: Fault) => {
    if ((later ?? "9999-12-31") < (earlier ?? "")) faults.push(fault);
  };
  inOrder(closes && addDays(closes.day, 1), entryOn, ["entry", "entry-before-closing"]);
  inOrder(closes?.day, decidesBy, ["answer", "answer-before-closing"]);
  inOrder(decidesBy, entryOn, ["answer", "answer-after-entry"]);
  inOrder(interviewsFrom, interviewsTo, ["interview", "interviews-reversed"]);
  inOrder(interviewsTo ?? interviewsFrom, decidesBy, ["answer", "answer-before-interviews"]);
  inOrder(opens?.day, interviewsFrom, ["interview", "interviews-before-opening"]);
  return faults;
}

function pieces({ pieces: asked }: Settings, law: Law): Fault[] {
  const absent = nationalPieces(law).filter(
    ({ key, needed, pages }) =>
      !asked.some((one) => one.key === key && one.needed === needed && sameRange(one.pages, pages)),
  );
  const faults: Fault[] = absent.map(({ label }) => ["pieces", "piece-of-the-law-missing", { piece: label }]);
  for (const { label, pages } of asked) {
    if (isBlank(label)) faults.push(["pieces", "piece-unnamed", { piece: label }]);
    if (pages && pages.min > pages.max) faults.push(["pieces", "pages-reversed", { piece: label }]);
  }
  return faults;
}

type Range = { readonly min: number; readonly max: number } | undefined;

function sameRange(one: Range, other: Range): boolean {
  return one?.min === other?.min && one?.max === other?.max;
}
