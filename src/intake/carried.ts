/**
 * An intake for people who came in by a table, already in training: closed from the beginning, named so wherever intakes are listed or
 * counted, and asking for nothing.
 */
import type { Performing } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { beginsAt, endsAt } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import { intakeChain } from "./rules/states.ts";
import type { Settings, Settled } from "./rules/settings.ts";
import { insertCarried } from "./store.ts";

type Carried = {
  readonly id: string;
  readonly law: Law;
  readonly label: Label;
  /** The first day of their cohort. */
  readonly entryOn: Day;
  readonly people: number;
};

/** In the intake's own chain, which the act has taken. */
export async function openCarried(
  { tx, actor, at, today, zone }: Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "zone">,
  { id, law, label, entryOn, people }: Carried,
): Promise<void> {
  const opens = { day: today, time: "00:00" };
  const settings: Settings & Settled = {
    label: { fr: label.fr, en: label.en },
    opens,
    closes: opens,
    entryOn,
    decidesBy: null,
    interviewsFrom: null,
    interviewsTo: null,
    places: people,
    fees: [],
    pieces: [],
    pagesOutside: "explain",
    interview: [],
    admissionValidity: { months: 0 },
    waitingList: { kind: "none", most: null },
    appeal: { fr: "", en: "" },
    toCheck: [],
  };
  const instants = { opensAt: beginsAt(opens, zone)!, closesAt: endsAt(opens, zone)! };
  const { diploma, version: lawVersion } = law.diploma;
  const made = { id, diploma, lawVersion, settings, ...instants, at, by: actorName(actor), basis: law.basis };
  await insertCarried(tx, made, intakeChain(id));
}
