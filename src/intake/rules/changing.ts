/** What may still change of an opened intake: time is only ever added for applicants. */
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

/** The changed settings, and the differing values before and after. */
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
  context: { readonly law: Law; readonly at: Date; readonly zone: string },
): Finding[] {
  const moved = canonical(before.closes) !== canonical(after.closes);
  const earlier = (endsAt(after.closes, context.zone) ?? 0) < (endsAt(before.closes, context.zone) ?? 0);
  const ignored = (one: Finding) => one.says === "closing-past" && !moved;
  return [
    ...(moved && earlier
      ? [finding("closing", false, "closing-brought-forward", askerOf(context.law, "closing"))]
      : []),
    // The law's pieces are those of the opening, until its end.
    ...openingFindings(after, context).filter((one) => one.condition !== "pieces" && !ignored(one)),
  ];
}
