/** What the calendar tells whoever has something to hand in: that it is due, or that there is more time. Each thing once. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, type Performing } from "../../act.ts";
import { Id, closed } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import type { Law } from "../../law/law.ts";
import { asking } from "../dossier/hands.ts";
import { sayItem } from "../dossier/complement-items.ts";
import { unfinished } from "../dossier/rules/completeness.ts";
import { itemTasks } from "../dossier/rules/complement.ts";
import { type DossierState, dossierState } from "../dossier/rules/state.ts";
import { standingOf, tell } from "../dossier/standing.ts";
import { type Dossier, findDossier, historyOf, lockDossier, submissionsOf } from "../dossier/store.ts";
import { findIntake, type Intake } from "../intakes/store.ts";
import { dossiersToTell, insertReminder } from "./store.ts";
import { closingTarget, complementTarget, prolongedTarget } from "./target.ts";
import { closingMail, complementMail, prolongedMail } from "./words.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";

/** What it was due for: where that no longer holds, nothing is written. */
const Deadline = Type.String({ maxLength: 30 });

export const remindOfDeadline = defineAct({
  name: "remindOfDeadline",
  label: { fr: "Rappeler ce qui reste à remettre", en: "Remind of what is still to be handed in" },
  who: "let time pass",
  form: Type.Object(
    {
      dossier: Id,
      about: oneOf("closing", "complement"),
      deadline: Deadline,
      days: Type.Integer({ minimum: 0, maximum: 365 }),
    },
    closed,
  ),
  writes: ["dossier_reminder", "mail"],
  async perform(given) {
    const { tx, input, at, zone } = given;
    const found = await dossierHeld(given);
    if (!found) return FORBIDDEN;
    const { dossier, intake, law, state } = found;
    const now = { at, zone, law };
    const target =
      input.about === "closing"
        ? await closingTarget(tx, intake, now)
        : state.dueOn === null
          ? undefined
          : complementTarget(intake.id, state.dueOn, now);
    if (!target || target.days !== input.days || target.deadline.toISOString() !== input.deadline) return FORBIDDEN;
    if ((await dossiersToTell(tx, target, { limit: 1, only: dossier.id })).length === 0) return FORBIDDEN;
    const row = await insertReminder(tx, dossier.id, target, at);
    const words = await wordsFor(given, found);
    const mail = await tell(given, dossier, intake, words, { reminder: true });
    return done({}, dossierChain(dossier.id), row, ...mail);
  },
});

/** More time to apply: told to whoever has a draft, reminders wanted or not. */
export const tellProlonged = defineAct({
  name: "tellProlonged",
  label: { fr: "Dire qu’une campagne est prolongée", en: "Tell that an intake is prolonged" },
  who: "let time pass",
  form: Type.Object({ dossier: Id, deadline: Deadline }, closed),
  writes: ["dossier_reminder", "mail"],
  async perform(given) {
    const { tx, input, at, zone } = given;
    const found = await dossierHeld(given);
    if (!found) return FORBIDDEN;
    const { dossier, intake } = found;
    const target = await prolongedTarget(tx, intake, at);
    if (!target || target.deadline.toISOString() !== input.deadline) return FORBIDDEN;
    if ((await dossiersToTell(tx, target, { limit: 1, only: dossier.id })).length === 0) return FORBIDDEN;
    const row = await insertReminder(tx, dossier.id, target, at);
    const { number } = dossier;
    const { reason } = target;
    const mail = await tell(given, dossier, intake, (lang) =>
      prolongedMail(lang, { number, closesAt: intake.closesAt, zone, reason }),
    );
    return done({}, dossierChain(dossier.id), row, ...mail);
  },
});

type Found = {
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly law: Law;
  readonly state: DossierState;
};

/** The dossier locked: nothing happens to it between the look and the mail. */
async function dossierHeld({ tx, input, law }: Performing<{ readonly dossier: string }>): Promise<Found | undefined> {
  const dossier = await findDossier(tx, input.dossier);
  if (!dossier || !(await lockDossier(tx, dossier.id))) return undefined;
  const intake = await findIntake(tx, dossier.intake);
  const found = intake && law(intake.diploma, { version: intake.lawVersion });
  return found && { dossier, intake, law: found, state: dossierState(await historyOf(tx, dossier.id)) };
}

/** What is left to do, by the rules of the list of tasks. */
async function wordsFor({ tx, zone }: Performing<unknown>, { dossier, intake, law, state }: Found) {
  const { number } = dossier;
  const { tasks } = await standingOf(tx, dossier, intake, law);
  const asked = asking(intake, dossier);
  if (state.open !== "all") {
    const { open, dueOn } = state;
    const missing = itemTasks(open, tasks).filter(({ status }) => status !== "done");
    return (lang: Dossier["language"]) =>
      complementMail(lang, {
        number,
        dueOn: dueOn!,
        items: open.map((item) => sayItem(item, asked, lang)),
        left: missing.map(({ key }) => sayItem(key, asked, lang)),
      });
  }
  const receipt = (await submissionsOf(tx, dossier.id)).at(-1)?.number;
  return (lang: Dossier["language"]) =>
    closingMail(lang, {
      number,
      receipt,
      zone,
      closesAt: intake.closesAt,
      left: unfinished(tasks).map(({ key }) => sayItem(key, asked, lang)),
    });
}
