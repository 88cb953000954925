/** What a line says that a person holds and was granted, and by which decision; and what is left to follow by it. */
import type { Day } from "../../kit/day.ts";
import { sayList } from "../../kit/lang.ts";
import { nameKey } from "./cells.ts";
import { grantKey, hoursKey, validatedByKey, validatedKey } from "./columns.ts";
import { faults } from "./faults.ts";
import type { Brought, Known, KnownCohort, Spelt, Studies } from "./known.ts";
import type { Line } from "./line.ts";

export type Relief = { readonly on: Day; readonly paper: string; readonly facts: Brought };
export type Days = { readonly today: Day; readonly contractOn: Day | undefined };

/** A decision, where something rests on one; else none was needed, as of the contract. */
export function reliefOn(line: Line, cohort: Studies, { today, contractOn }: Days): Relief | undefined {
  const titles = titleOn(line, cohort, today);
  const held = heldOn(line, cohort, today);
  const grants = grantsOn(line, cohort);
  const decidedOn = line.past("reliefOn", today);
  const paper = line.short("paper", 200);
  const rests = titles.length + held.length + grants.length > 0;
  if (rests && line.text("reliefOn") === "") line.blame("reliefOn", faults.needsRelief(line.labelOf("reliefOn")));
  if (rests && paper === "") line.blame("paper", faults.needsRelief(line.labelOf("paper")));
  for (const { awardedOn } of titles)
    if (decidedOn && awardedOn > decidedOn) line.blame("awardedOn", faults.after(line.labelOf("reliefOn"), decidedOn));
  for (const { domain, validatedOn } of held)
    if (decidedOn && validatedOn > decidedOn)
      line.blame(validatedKey(domain), faults.after(line.labelOf("reliefOn"), decidedOn));
  const on = decidedOn ?? contractOn;
  if (on === undefined) return undefined;
  const granted = grants.map((one) => ({ ...one, protocol: paper }));
  return { on, paper, facts: { titles, held, declined: [], ...(cohort.grants && { grants: granted }) } };
}

function titleOn(line: Line, { titles }: Studies, today: Day) {
  const text = line.text("title");
  const awardedOn = line.past("awardedOn", today);
  if (text === "" && awardedOn) line.blame("title", faults.withOther(line.labelOf("title")));
  if (text === "") return [];
  const title = spelt(titles, text);
  if (!title) line.blame("title", faults.noTitle);
  if (line.text("awardedOn") === "") line.blame("awardedOn", faults.withOther(line.labelOf("awardedOn")));
  return title && awardedOn ? [{ title, awardedOn }] : [];
}

function heldOn(line: Line, { domains, held }: Studies, today: Day) {
  return domains.flatMap((domain) => {
    const [onKey, byKey] = [validatedKey(domain), validatedByKey(domain)];
    const validatedOn = line.past(onKey, today);
    const text = line.text(byKey);
    if (text === "" && line.text(onKey) !== "") line.blame(byKey, faults.withOther(line.labelOf(byKey)));
    if (text === "") return [];
    if (line.text(onKey) === "") line.blame(onKey, faults.withOther(line.labelOf(onKey)));
    const by = spelt(held, text);
    const names = (lang: "fr" | "en") =>
      sayList(
        held.map(({ label }) => label[lang]),
        lang,
        "or",
      );
    if (!by) line.blame(byKey, faults.noHeld(names("fr"), names("en")));
    return by && validatedOn ? [{ domain, validatedOn, by }] : [];
  });
}

function grantsOn(line: Line, { units, grants }: Studies) {
  if (!grants) return [];
  return units.flatMap((unit) => {
    const minutes = line.minutes(grantKey(unit));
    if (minutes === undefined) return [];
    if (minutes % 30 > 0) line.blame(grantKey(unit), faults.noHalf);
    return [{ unit, hours: minutes / 60 }];
  });
}

export type Followed = {
  readonly until: Day;
  readonly by: string;
  readonly units: readonly { readonly unit: string; readonly minutes: number }[];
};

type Owing = {
  readonly cohort: KnownCohort;
  readonly relief: Relief;
  readonly contractOn: Day;
  readonly followed: Followed | null;
};

/** Hours beyond what is due, and facts that the rules refuse. Of a line with other faults, the hours alone: what it lacks may be the fact. */
export function checkDue(line: Line, { cohort, relief, contractOn, followed }: Owing, known: Known): void {
  const faulty = line.faults.length > 0;
  const due = known.due(cohort, relief.facts, relief.on > contractOn ? relief.on : contractOn);
  if ("refused" in due) {
    if (!faulty) for (const { path, said } of due.refused) line.blame(columnOf(path, relief.facts), said);
    return;
  }
  for (const { unit, minutes } of followed?.units ?? []) {
    const most = due.minutes.get(unit) ?? 0;
    if (minutes > most) line.blame(hoursKey(unit), faults.tooManyHours(most));
  }
}

/** The column from which a refused fact came. */
function columnOf(path: string, { held, grants = [] }: Brought): string {
  const [, list, index = ""] = /^(titles|held|grants)\[(\d+)\]/.exec(path) ?? [];
  if (list === "titles") return "title";
  if (list === "held") return validatedKey(held[Number(index)]!.domain);
  if (list === "grants") return grantKey(grants[Number(index)]!.unit);
  return "cohort";
}

function spelt(known: readonly Spelt[], text: string): string | undefined {
  const wanted = nameKey(text);
  return known.find(({ key, label }) => [key, label.fr, label.en].some((one) => nameKey(one) === wanted))?.key;
}
