/** One finding per condition of a door. Keys and values only; the catalogue has the words. */
import { dayNumber, dayOf, LAST_DAY } from "../../kit/day.ts";
import type { Diploma } from "../../law/diploma.ts";
import type { Choice, Door, Held, Opener, Part, WaiverCondition } from "../../law/doors.ts";
import { type Confidence, type Entry, weakest } from "../../law/entry.ts";
import { dayReached, FULL, keepsPace, type Timelines } from "../../law/experience.ts";
import { type Finding, finding, type Values } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import {
  attestedOtherwise,
  better,
  type State,
  titleConfidence,
  titleConfidenceOf1,
  type TitleOpener,
} from "../../law/titles.ts";

/** A way through a door with its experience weighed, in ten-thousandths of a day. */
export type Weighed = { readonly choice: Choice; readonly state: State; readonly sure: number; readonly wide: number };

/** A door with what its findings need, looked up once. */
export type DoorReader = {
  readonly door: Door;
  readonly required: number;
  readonly experience: AskedExperience | undefined;
  readonly corps: ReadonlyMap<string, unknown>;
  readonly titleConfidence: typeof titleConfidence;
};

/** `restsOn`: the entries on how days are counted; the finding is no surer than the least sure of them. */
type AskedExperience = {
  readonly yearDays: number;
  readonly field: unknown;
  readonly years: number;
  readonly restsOn: readonly Entry[];
  readonly confidence: Confidence;
};

export function doorReader(law: Law, door: Door): DoorReader {
  const { corps } = law.diploma;
  return {
    door,
    required: door.required / FULL,
    experience: door.experience && askedBy(door.experience, law.diploma.experience!),
    corps: new Map(corps.map((entry) => [entry.corps, entry])),
    titleConfidence: law.basis.rules === "1" ? titleConfidenceOf1 : titleConfidence,
  };
}

function askedBy(
  { experience: { years, field }, source }: NonNullable<Door["experience"]>,
  { year, after, cap, cutoff, fields }: NonNullable<Diploma["experience"]>,
): AskedExperience {
  const restsOn: readonly Entry[] = [year, after, cap, cutoff];
  return {
    yearDays: year.days,
    years,
    field: fields.find((entry) => entry.field === field)!,
    restsOn,
    confidence: restsOn.reduce((least, entry) => weakest(least, entry.source.confidence), source.confidence),
  };
}

/**
 * The result of trying a door: the ways through each of its groups, the best way through all, and the way that will be met first, with its
 * day.
 */
export type Tried = {
  readonly held: Held;
  readonly lines: Timelines;
  readonly on: number;
  readonly ways: readonly (readonly Choice[])[];
  readonly best: Weighed | undefined;
  readonly soonest: Choice | undefined;
  readonly reachedOn: string | null;
};

export function doorFindings(reader: DoorReader, tried: Tried): readonly Finding[] {
  const findings = reader.door.groups.map((group, index) => openerFinding(reader, group, tried, index));
  if (reader.experience) findings.push(experienceFinding(reader, tried));
  return findings;
}

function openerFinding(reader: DoorReader, group: readonly Opener[], tried: Tried, index: number): Finding {
  const { entry } = reader.door;
  const choices = tried.ways[index]!;
  const part = tried.best?.choice.parts[index] ?? bestPart(choices, tried.on);
  if (part === undefined) {
    const later = tried.soonest?.parts[index] ?? choices[0]?.parts[0];
    if (later) return titleFinding(reader, later, false, "title-later");
    if (tried.held.attested) {
      const attested = attestedFinding(reader, group, tried.held);
      if (attested) return attested;
    }
    const condition = conditionOf(group[0]!);
    return finding(condition, false, `${condition}-missing`, entry, { door: entry });
  }
  if (part.title) {
    if (part.state === "met") return titleFinding(reader, part, true, saysOf(part));
    return titleFinding(reader, part, null, saysOf(part), soonerBy(tried, index));
  }
  if ("corps" in part.opener) {
    const names = part.opener.corps.filter((name) => tried.held.corps.includes(name));
    return finding("corps", true, "corps-held", part.opener, { corps: names.map((name) => reader.corps.get(name)) });
  }
  return finding("waiver", true, "waiver-held", part.opener as WaiverCondition, { door: entry });
}

/** The title by which the door will be met, if the best title of today is still to be decided or attested. */
function soonerBy({ soonest, reachedOn }: Tried, index: number): Values | undefined {
  const part = soonest?.parts[index];
  return part?.title && reachedOn !== null
    ? { sooner: { title: part.title, kind: (part.opener as TitleOpener).kind, on: reachedOn } }
    : undefined;
}

/** A title that would open the door as declared, but does not by its attestation. */
function attestedFinding({ door }: DoorReader, group: readonly Opener[], held: Held): Finding | undefined {
  for (const opener of group) {
    const title = "title" in opener ? held.titles.find((held) => attestedOtherwise(opener, held)) : undefined;
    if (title) return finding("title", false, "title-attested-otherwise", door.entry, { title, kind: title.kind });
  }
  return undefined;
}

const SAYS: Readonly<Record<State, string>> = {
  met: "title-opens",
  "needs-decision": "title-to-decide",
  unknown: "title-attestation-missing",
  "not-met": "title-missing",
};

/** A door opened by an attestation alone is reported as such: the text asks for one, without saying what it opens. */
function saysOf({ state, title }: Part): string {
  return state === "met" && title!.abroad ? "title-attested" : SAYS[state];
}

function conditionOf(opener: Opener): "title" | "corps" | "waiver" {
  return "title" in opener ? "title" : "corps" in opener ? "corps" : "waiver";
}

function bestPart(choices: readonly Choice[], on: number): Part | undefined {
  let best: Choice | undefined;
  for (const choice of choices) if (choice.after <= on && (!best || better(choice.state, best.state))) best = choice;
  return best?.parts[0];
}

function titleFinding(
  { door, titleConfidence: sure }: DoorReader,
  part: Part,
  met: boolean | null,
  says: string,
  more?: Values,
): Finding {
  const title = part.title!;
  const { title: condition, kind } = part.opener as TitleOpener;
  const values = { title, kind, door: door.entry };
  return finding("title", met, says, condition, more ? { ...values, ...more } : values, sure(condition, title));
}

function experienceFinding(reader: DoorReader, { best, lines, on, reachedOn }: Tried): Finding {
  const { door, required } = reader;
  const { yearDays, years, field, restsOn, confidence } = reader.experience!;
  const cite = (met: boolean | null, says: string, values: Values) =>
    finding("experience", met, says, door.experience!, values, confidence);
  if (best === undefined && reachedOn !== null)
    return cite(null, "experience-later", { years, field, required, restsOn, on: reachedOn });
  if (best === undefined) return cite(null, "experience-not-counted", { years, field, required, restsOn });
  const title = best.choice.parts.find((part) => part.title && part.title.awarded === best.choice.after)?.title;
  const counted = best.sure / FULL;
  if (best.sure >= door.required)
    return cite(true, "experience-enough", { years, field, required, restsOn, counted, title });
  const enough = dayReached(lines.sure, best.choice.after, door.required);
  const enoughOn = dayOrNull(enough);
  if (best.wide >= door.required)
    return cite(null, "experience-to-decide", {
      years,
      field,
      required,
      restsOn,
      counted,
      wide: best.wide / FULL,
      title,
      enoughOn,
    });
  const missing = Math.ceil((door.required - best.sure) / FULL);
  // Under about half a month, days are clearer.
  const months = missing * 24 <= yearDays ? 0 : Math.ceil((missing * 12) / yearDays);
  return cite(false, "experience-missing", {
    years,
    field,
    required,
    restsOn,
    counted,
    title,
    missing,
    months,
    enoughOn,
    steady: keepsPace(lines.sure, on, enough),
    // The days that the school's decision could add, and when they would be enough.
    addable: (best.wide - best.sure) / FULL,
    widelyOn: enoughOn === null ? dayOrNull(dayReached(lines.wide, best.choice.after, door.required)) : null,
  });
}

function dayOrNull(number: number): string | null {
  return number <= LAST ? dayOf(number) : null;
}

const LAST = dayNumber(LAST_DAY);
