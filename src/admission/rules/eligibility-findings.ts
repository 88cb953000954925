/** What each door says of a person: one finding per thing it asks for. Keys and values only; the catalogue has the words. */
import { dayNumber, dayOf, LAST_DAY } from "../../kit/day.ts";
import type { Choice, Door, Held, Opener, Part, WaiverCondition } from "../../law/doors.ts";
import { type Confidence, type Entry, weakest } from "../../law/entry.ts";
import { dayReached, FULL, type Timelines } from "../../law/experience.ts";
import { type Finding, finding, type Values } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { better, type State, titleConfidence, titleConfidenceOf1, type TitleOpener } from "../../law/titles.ts";
import type { Weighed } from "./eligibility.ts";

/** A door with what its findings need, looked up once. */
export type DoorReader = {
  readonly door: Door;
  readonly yearDays: number;
  readonly required: number;
  readonly experience: AskedExperience | undefined;
  readonly corps: ReadonlyMap<string, unknown>;
  readonly titleConfidence: typeof titleConfidence;
};

/** `restsOn` names how the law is read when days are counted; the finding is no surer than the least sure of these. */
type AskedExperience = {
  readonly field: unknown;
  readonly years: number;
  readonly restsOn: readonly Entry[];
  readonly confidence: Confidence;
};

export function doorReader(law: Law, door: Door): DoorReader {
  const { experience, corps } = law.diploma;
  const condition = door.experience;
  const wanted = condition?.experience;
  const required = door.required / FULL;
  const restsOn: readonly Entry[] = [experience.year, experience.after, experience.cap, experience.cutoff];
  const asked = wanted && {
    years: wanted.years,
    field: experience.fields.find((entry) => entry.field === wanted.field)!,
    restsOn,
    confidence: restsOn.reduce((least, { source }) => weakest(least, source.confidence), condition.source.confidence),
  };
  return {
    door,
    yearDays: experience.year.days,
    required,
    experience: asked,
    corps: new Map(corps.map((entry) => [entry.corps, entry])),
    titleConfidence: law.basis.rules === "1" ? titleConfidenceOf1 : titleConfidence,
  };
}

/** What was found at a door: the ways through each of its groups, and the one that did best through all. */
export type Tried = {
  readonly held: Held;
  readonly lines: Timelines;
  readonly on: number;
  readonly ways: readonly (readonly Choice[])[];
  readonly best: Weighed | undefined;
};

export function doorFindings(reader: DoorReader, tried: Tried): readonly Finding[] {
  const findings = reader.door.groups.map((group, at) => openerFinding(reader, group, tried, at));
  if (reader.experience) findings.push(experienceFinding(reader, tried));
  return findings;
}

function openerFinding(reader: DoorReader, group: readonly Opener[], tried: Tried, at: number): Finding {
  const { entry } = reader.door;
  const choices = tried.ways[at]!;
  const part = tried.best?.choice.parts[at] ?? bestPart(choices, tried.on);
  if (part === undefined) {
    const later = choices[0]?.parts[0];
    if (later) return titleFinding(reader, later, false, "title-later");
    const condition = conditionOf(group[0]!);
    return finding(condition, false, `${condition}-missing`, entry, { door: entry });
  }
  if (part.title) return titleFinding(reader, part, part.state === "met" ? true : null, saysOf(part));
  if ("corps" in part.opener) {
    const names = part.opener.corps.filter((name) => tried.held.corps.includes(name));
    return finding("corps", true, "corps-held", part.opener, { corps: names.map((name) => reader.corps.get(name)) });
  }
  return finding("waiver", true, "waiver-held", part.opener as WaiverCondition, { door: entry });
}

const SAYS: Readonly<Record<State, string>> = {
  met: "title-opens",
  "needs-decision": "title-to-decide",
  unknown: "title-attestation-missing",
  "not-met": "title-missing",
};

/** What opens a door on an attestation alone says so: the text asks for one, and not what it opens. */
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
): Finding {
  const title = part.title!;
  const { title: condition, kind } = part.opener as TitleOpener;
  return finding("title", met, says, condition, { title, kind, door: door.entry }, sure(condition, title));
}

function experienceFinding(reader: DoorReader, { best, lines }: Tried): Finding {
  const { door, required, yearDays } = reader;
  const { years, field, restsOn, confidence } = reader.experience!;
  const cite = (met: boolean | null, says: string, values: Values) =>
    finding("experience", met, says, door.experience!, values, confidence);
  if (best === undefined) return cite(null, "experience-not-counted", { years, field, required, restsOn });
  const title = best.choice.parts.find((part) => part.title && part.title.awarded === best.choice.after)?.title;
  const counted = best.sure / FULL;
  if (best.sure >= door.required)
    return cite(true, "experience-enough", { years, field, required, restsOn, counted, title });
  if (best.wide >= door.required)
    return cite(null, "experience-to-decide", {
      years,
      field,
      required,
      restsOn,
      counted,
      wide: best.wide / FULL,
      title,
    });
  const missing = Math.ceil((door.required - best.sure) / FULL);
  const months = Math.ceil((missing * 12) / yearDays);
  const enough = dayReached(lines.sure, best.choice.after, door.required);
  return cite(false, "experience-missing", {
    years,
    field,
    required,
    restsOn,
    counted,
    title,
    missing,
    months,
    enoughOn: enough <= LAST ? dayOf(enough) : null,
  });
}

const LAST = dayNumber(LAST_DAY);
