/**
 * Which entries of the law a worked case reaches. An entry is reached when a finding cites it, when the answer refers to it
 * (a door, a unit, the dated level a title was read with, a line of the price…), or when the facts name it: a kind of
 * title, a corps, a field, a funder. What stands inside an entry is not reached with it: the competences of a domain are
 * not reached because the domain is. Files as wholes are not entered either, or one case would reach everything.
 */
import { fieldsOf } from "../law/experience.ts";
import { DECISIONS } from "../decisions/decide.ts";
import { inputOf, type LawCase } from "../law/cases.ts";
import { entriesOf, type ListedEntry } from "../law/entries.ts";
import type { Law } from "../law/law.ts";
import { lawOf } from "../law/load.ts";
import { type TitleInput, titleReader } from "../law/titles.ts";
import { laws } from "./law-world.ts";

export const law: Law = lawOf(laws, "deis", "2006", "faire-ess")!;
/** Those that decisions read; periods of retention are read by the purge, whose own tests hold each of them. */
export const allEntries: readonly ListedEntry[] = [
  ...entriesOf(law.diploma),
  ...entriesOf(law.establishment).filter(({ id }) => !id.startsWith("retention.")),
];

const known = new Set<unknown>(allEntries);
const whole = new Set<unknown>([law, law.diploma, law.establishment, law.school]);

/** The ids that an answered case reaches; a refused one reaches nothing. */
export function reachedBy(one: LawCase): Set<string> {
  const reached = new Set<string>();
  if (one.refused) return reached;
  const decision = DECISIONS.find(({ name }) => name === one.decision)!;
  const input = inputOf(one) as { id: string; on: string };
  collect(decision.ready(law).decide(input), reached);
  const { titles = [] } = one.facts as { titles?: readonly TitleInput[] };
  collect(titles.map(titleReader(law.diploma)), reached);
  for (const id of namedIn(one.facts)) reached.add(id);
  return reached;
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null || whole.has(value)) return;
  if (known.has(value)) {
    into.add((value as ListedEntry).id);
    return;
  }
  for (const child of Array.isArray(value) ? value : Object.values(value)) collect(child, into);
}

/** Entries that the facts name: by a value (`title: DEES`), or by a key (`vaeJuryWaiver: true`, `DF1: { written: 12 }`). */
function namedIn(facts: unknown): string[] {
  const keys = new Set<string>();
  const values = new Set<unknown>();
  const read = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return void values.add(value);
    for (const [key, child] of Object.entries(value)) {
      // How somebody attended a session is no exam missed, though some of the words are the same.
      if (key === "status") continue;
      if (!Array.isArray(value)) keys.add(key);
      read(child);
    }
  };
  read(facts);
  const { diploma, school } = law;
  const given = <E extends { id: string }>(entries: readonly E[], name: (entry: E) => unknown) =>
    entries.filter((entry) => values.has(name(entry))).map((entry) => entry.id);
  return [
    ...given(diploma.titleKinds, (entry) => entry.kind),
    ...given(diploma.catalogue, (entry) => entry.title),
    ...given(diploma.corps, (entry) => entry.corps),
    ...given(fieldsOf(diploma), (entry) => entry.field),
    ...given(diploma.missed, (entry) => entry.missed),
    ...given(school.tracks, (entry) => entry.track),
    ...given(school.funders, (entry) => entry.funder),
    ...diploma.waivers.filter((entry) => keys.has(entry.input)).map((entry) => entry.id),
    ...(Object.keys(diploma.levels.legacy).some((name) => values.has(name)) ? [diploma.levels.id] : []),
    ...(keys.has("country") ? [diploma.homeTerritory.id] : []),
  ];
}
