/** What may still change of an opened intake: time is given and never taken back from those who apply. */
import { canonical } from "../../kit/canonical.ts";
import { endsAt } from "../../kit/zone.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { askerOf } from "../../law/asker.ts";
import { openingFindings } from "./opening.ts";
import type { Settings, Settled } from "./settings.ts";

const CHANGEABLE = [
  "closes",
  "places",
  "answerWithin",
  "callsUntil",
  "decidesBy",
  "interviewsFrom",
  "interviewsTo",
] as const;
export type Changes = Partial<Pick<Settled, (typeof CHANGEABLE)[number]>>;

/** The settings with the changes in, and what differs, before and after. */
export function changedSettings(
  settings: Settings & Settled,
  changes: Changes,
): { settings: Settings & Settled; before: Partial<Settings>; after: Partial<Settings> } {
  const differing = CHANGEABLE.filter(
    (key) => changes[key] !== undefined && canonical(changes[key]) !== canonical(settings[key]),
  );
  const pick = (from: Changes) => Object.fromEntries(differing.map((key) => [key, from[key]]));
  return { settings: { ...settings, ...pick(changes) }, before: pick(settings), after: pick(changes) };
}

export function changeFindings(
  before: Settings & Settled,
  after: Settings & Settled,
  given: { readonly law: Law; readonly at: Date; readonly zone: string },
): Finding[] {
  const moved = canonical(before.closes) !== canonical(after.closes);
  const earlier = (endsAt(after.closes, given.zone) ?? 0) < (endsAt(before.closes, given.zone) ?? 0);
  const ignored = (one: Finding) => one.says === "closing-past" && !moved;
  return [
    ...(moved && earlier ? [finding("closing", false, "closing-brought-forward", askerOf(given.law, "closing"))] : []),
    // The law's pieces held when it opened, and hold to its end.
    ...openingFindings(after, given).filter((one) => one.condition !== "pieces" && !ignored(one)),
  ];
}
