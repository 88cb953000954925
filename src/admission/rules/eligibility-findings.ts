/** What each door says of a person: one finding per thing it asks for. Keys and values only; the catalogue has the words. */
import { dayNumber, dayOf, LAST_DAY } from "../../kit/day.ts";
import { type Choice, type Door, type Held, type Opener, type Part, waysThroughGroup } from "../../law/doors.ts";
import { type Confidence, weakest } from "../../law/entry.ts";
import { dayReached, FULL, type Timelines } from "../../law/experience.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { better, type State, titleConfidence } from "../../law/titles.ts";
import type { Weighed } from "./eligibility.ts";

/** A door with what its sentences need, looked up once. */
export type DoorReader = {
  readonly door: Door;
  readonly yearDays: number;
  readonly required: number;
  readonly experience: { readonly field: unknown; readonly years: number; readonly confidence: Confidence } | undefined;
  readonly kinds: ReadonlyMap<string, unknown>;
  readonly corps: ReadonlyMap<string, unknown>;
};

export function doorReader(law: Law, door: Door): DoorReader {
  const { experience, titleKinds, corps } = law.diploma;
  const wanted = door.experience?.experience;
  return {
    door,
    yearDays: experience.year.days,
    required: door.required / FULL,
    experience: wanted && {
      years: wanted.years,
      field: experience.fields.find((entry) => entry.field === wanted.field)!,
      confidence: weakest(door.experience.source.confidence, experience.year.source.confidence),
    },
    kinds: new Map(titleKinds.map((entry) => [entry.kind, entry])),
    corps: new Map(corps.map((entry) => [entry.corps, entry])),
  };
}

export function doorFindings(reader: DoorReader, held: Held, lines: Timelines, on: number, best: Weighed | undefined): Finding[] {
  const findings = reader.door.groups.map((group, at) => openerFinding(reader, group, held, on, best?.choice.parts[at]));
  if (reader.door.experience) findings.push(experienceFinding(reader, lines, on, best));
  return findings;
}

function openerFinding(reader: DoorReader, group: readonly Opener[], held: Held, on: number, used: Part | undefined): Finding {
  const part = used ?? bestPart(waysThroughGroup(group, held), on);
  const { entry } = reader.door;
  if (part === undefined) {
    const later = waysThroughGroup(group, held).find((choice) => choice.after > on)?.parts[0];
    if (later) return titleFinding(reader, later, false, "title-later");
    const condition = conditionOf(group[0]!);
    return finding(condition, false, `${condition}-missing`, entry, { door: entry });
  }
  if (part.title) return titleFinding(reader, part, part.state === "met" ? true : null, `title-${SAYS[part.state]}`);
  if ("corps" in part.opener) {
    const names = part.opener.corps.filter((name) => held.corps.has(name)).map((name) => reader.corps.get(name));
    return finding("corps", true, "corps-held", part.opener, { corps: names });
  }
  return finding("waiver", true, "waiver-held", part.opener, { door: entry });
}

const SAYS: Readonly<Record<State, string>> = {
  met: "opens",
  "needs-decision": "to-decide",
  unknown: "attestation-missing",
  "not-met": "missing",
};

function conditionOf(opener: Opener): "title" | "corps" | "waiver" {
  return "title" in opener ? "title" : "corps" in opener ? "corps" : "waiver";
}

function bestPart(choices: readonly Choice[], on: number): Part | undefined {
  let best: Choice | undefined;
  for (const choice of choices) if (choice.after <= on && (!best || better(choice.state, best.state))) best = choice;
  return best?.parts[0];
}

function titleFinding(reader: DoorReader, part: Part, met: boolean | null, says: string): Finding {
  const title = part.title!;
  const opener = part.opener as Extract<Opener, { title: unknown }>;
  const values = { title, kind: reader.kinds.get(title.kind), door: reader.door.entry };
  return finding("title", met, says, opener, values, titleConfidence(opener, title));
}

function experienceFinding(reader: DoorReader, lines: Timelines, on: number, best: Weighed | undefined): Finding {
  const { door, required, yearDays } = reader;
  const { years, field, confidence } = reader.experience!;
  const cite = (met: boolean | null, says: string, values: object) =>
    finding("experience", met, says, door.experience!, { years, field, required, ...values }, confidence);
  if (best === undefined) return cite(null, "experience-not-counted", {});
  const counted = best.sure / FULL;
  const title = best.choice.parts.find((part) => part.title && part.title.awarded === best.choice.after)?.title;
  if (best.sure >= door.required) return cite(true, "experience-enough", { counted, title });
  if (best.wide >= door.required) return cite(null, "experience-to-decide", { counted, wide: best.wide / FULL, title });
  const missing = Math.ceil((door.required - best.sure) / FULL);
  const enough = dayReached(lines.sure, best.choice.after, door.required);
  return cite(false, "experience-missing", {
    counted,
    title,
    missing,
    months: Math.ceil((missing * 12) / yearDays),
    enoughOn: enough <= LAST ? dayOf(enough) : null,
  });
}

const LAST = dayNumber(LAST_DAY);
