/** An intake of the school, opened as its head of training would. */
import { type Act, type Actor, perform, view } from "../act.ts";
import { openIntake, prepareIntake, saveIntake } from "../admission/intakes/acts.ts";
import type { Settings } from "../admission/intakes/rules/settings.ts";
import { seeIntake } from "../admission/intakes/views.ts";
import type { World } from "../world.ts";
import { newAttempt } from "./world.ts";

const HEAD: Actor = {
  kind: "account",
  account: "00000000-0000-4000-8000-000000000001",
  session: "00000000-0000-4000-8000-000000000002",
  roles: ["head-of-training"],
  authenticatedAt: new Date(0),
};

/** What a school enters to be able to open; days are around those of the tests' clock. */
const SETTINGS: Partial<Settings> = {
  label: { fr: "Rentrée de septembre 2027", en: "September 2027 intake" },
  opens: { day: "2026-11-02", time: "09:00" },
  closes: { day: "2027-03-28", time: "23:59" },
  entryOn: "2027-09-13",
  answerBy: "2027-06-30",
  places: 24,
  admissionValidity: { months: 0 },
  waitingList: { kind: "ranked", most: 10 },
  appeal: { fr: "On écrit à la direction dans les deux mois.", en: "One writes to the direction within two months." },
};

export async function openedIntake(world: World, school: string, settings: Partial<Settings> = {}): Promise<string> {
  const doing = async (act: Act, input: object): Promise<{ id: string; version: number }> => {
    const outcome = await perform(world, act, { actor: HEAD, establishment: school, attempt: newAttempt(), input });
    if (outcome.kind !== "done") throw new Error(`${act.name}: ${JSON.stringify(outcome)}`);
    return outcome.value as { id: string; version: number };
  };
  const { diplomas } = world.laws.establishments.find(({ data }) => data.establishment === school)!.data;
  const { id } = await doing(prepareIntake, { diploma: diplomas[0]!.diploma });
  const seen = await view(world, seeIntake, { actor: HEAD, establishment: school, input: { id } });
  if (seen.kind !== "found") throw new Error(seen.kind);
  const input = { id, version: 1, settings: { ...seen.value.intake.settings, ...SETTINGS, ...settings } };
  const { version } = await doing(saveIntake, input);
  await doing(openIntake, { id, version });
  return id;
}
