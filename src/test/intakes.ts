/** Intakes for tests, made by the real acts as a head of training would make them. */
import type { ActWorld, Actor } from "../act/act.ts";
import { openIntake, prepareIntake, saveIntake } from "../intake/acts.ts";
import type { Settings } from "../intake/rules/settings.ts";
import { seeIntake } from "../intake/views.ts";
import { view } from "../act/act.ts";
import { LAWS } from "./server.ts";
import { ALWAYS_SHOWN, deed } from "./people.ts";

export const HEAD_OF_TRAINING: Actor = {
  kind: "account",
  account: "00000000-0000-4000-8000-00000000000a",
  session: "00000000-0000-4000-8000-00000000000b",
  roles: ["head-of-training"],
  authenticatedAt: ALWAYS_SHOWN,
};

/** All that a school enters to be able to open: open on 25 November 2026, closing on 31 March 2027. */
export const WHOLE: Partial<Settings> = {
  label: { fr: "Rentrée de septembre 2027", en: "September 2027 intake" },
  opens: { day: "2026-11-02", time: "09:00" },
  closes: { day: "2027-03-31", time: "23:59" },
  interviewsFrom: "2027-05-10",
  interviewsTo: "2027-05-21",
  decidesBy: "2027-06-30",
  entryOn: "2027-09-13",
  places: 24,
  answerWithin: 10,
  admissionValidity: { months: 0 },
  waitingList: { kind: "ranked", most: 10 },
  appeal: {
    fr: "On écrit à la direction de l’école dans les deux mois qui suivent la réponse. Elle répond dans les deux mois.",
    en: "One writes to the direction of the school within two months of the answer. It replies within two months.",
  },
};

/** Closing at the end of the day on which the clocks go forward. */
export const ON_THE_SHORT_DAY: Partial<Settings> = { closes: { day: "2027-03-28", time: "23:59" } };

const ESTABLISHMENT = LAWS.establishments[0]!.data.establishment;
const DIPLOMA = LAWS.establishments[0]!.data.diplomas[0]!.diploma;

export type Made = { readonly id: string; readonly version: number };

export async function preparedIntake(
  world: ActWorld,
  settings: Partial<Settings> = {},
  actor: Actor = HEAD_OF_TRAINING,
): Promise<Made> {
  const { id } = await deed(world, prepareIntake, actor, { diploma: DIPLOMA }, ESTABLISHMENT);
  const seen = await view(world, seeIntake, { actor, establishment: ESTABLISHMENT, input: { id } });
  if (seen.kind !== "found") throw new Error("The intake prepared is not there");
  const whole = { ...seen.value.intake.settings, ...settings };
  const { version } = await deed(world, saveIntake, actor, { id, version: 1, settings: whole }, ESTABLISHMENT);
  return { id, version };
}

export async function openedIntake(
  world: ActWorld,
  settings: Partial<Settings> = {},
  actor: Actor = HEAD_OF_TRAINING,
): Promise<Made> {
  const { id, version } = await preparedIntake(world, { ...WHOLE, ...settings }, actor);
  const opened = await deed(world, openIntake, actor, { id, version }, ESTABLISHMENT);
  return { id, version: opened.version };
}
