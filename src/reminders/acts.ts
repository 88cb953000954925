/**
 * Reminders to applicants: a deadline approaches, to those without an account, for whom nothing waits on a page of their own; a deadline was
 * put off, to all. Each is sent once.
 */
import { sayDeadline } from "../kit/moment.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, type Performing, stale } from "../act/act.ts";
import type { Lang } from "../kit/lang.ts";
import { newToken } from "../kit/secret.ts";
import { Id, closed } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";
import { putOffCharges } from "../billing/charges/charging.ts";
import { howToPay } from "../billing/charges/how-to-pay.ts";
import type { Law } from "../law/law.ts";
import { actorName } from "../act/permissions.ts";
import { choiceAbout, chooseAbout } from "../mail/choice.ts";
import { newConfirmation } from "../dossier/entering/confirmation.ts";
import { FEE_TABLES, settleFees, withFees } from "../dossier/fees.ts";
import { asking, lockedDossier } from "../dossier/hands.ts";
import { sayItem } from "../dossier/complement-items.ts";
import { unfinished } from "../dossier/rules/completeness.ts";
import { itemTasks } from "../dossier/rules/complement.ts";
import { addFacts, stateOf } from "../dossier/happened.ts";
import type { DossierState } from "../dossier/rules/state.ts";
import { standingOf, tell } from "../dossier/standing.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import { caughtUp, dossiersToTell, feesToPutOff, insertReminder, lastProlonged, remindedBy } from "./store.ts";
import { closingTarget, complementTarget, confirmingTarget, prolongedTarget } from "./target.ts";
import { complementMail, enteringMail, feePutOffMail, inTimeMail, prolongedMail } from "./mails.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";

/** The deadline of the reminder: if it has changed since, nothing is sent. */
const Deadline = Type.String({ maxLength: 30 });

export const remindOfDeadline = defineAct({
  name: "remindOfDeadline",
  label: { fr: "Rappeler ce qui reste à remettre", en: "Remind of what is still to be handed in" },
  who: "let time pass",
  form: Type.Object(
    {
      dossier: Id,
      about: oneOf("closing", "complement", "confirming"),
      deadline: Deadline,
      days: Type.Integer({ minimum: 0, maximum: 365 }),
    },
    closed,
  ),
  writes: ["dossier_reminder", "dossier_confirmation", "mail"],
  async perform(context) {
    const { tx, input, at, zone } = context;
    const held = await dossierHeld(context);
    if (!held) return FORBIDDEN;
    const { dossier, intake, law, state } = held;
    const now = { at, zone, law };
    const target =
      input.about === "closing"
        ? await closingTarget(tx, intake, now)
        : input.about === "confirming"
          ? confirmingTarget(intake, now)
          : state.dueOn === null
            ? undefined
            : complementTarget(intake.id, state.dueOn, now);
    if (!target || target.days !== input.days || target.deadline.toISOString() !== input.deadline) return FORBIDDEN;
    if ((await dossiersToTell(tx, target, { limit: 1, only: dossier.id })).length === 0) return FORBIDDEN;
    // They unsubscribe by the mail’s own link.
    const stop = newToken();
    await insertReminder(tx, dossier.id, target, { at, stop });
    await (input.about === "confirming"
      ? askAgain(context, held, stop)
      : tell(context, dossier, intake, await wordsFor(context, held), { reminder: true, stop }));
    return done({}, dossierChain(dossier.id));
  },
});

/** With a new link, since only a hash of the former is stored. */
async function askAgain(context: Performing<unknown>, { dossier, intake }: Found, stop: string): Promise<void> {
  const before = sayDeadline(intake.closesAt, context.zone, dossier.language);
  const confirmation = { intake, about: dossierChain(dossier.id), reminder: { before, stop } };
  await newConfirmation(context, dossier, confirmation);
}

/** Unsubscribes an applicant without an account, by a reminder's link: the button does it, opening the page does nothing. */
export const chooseRemindersAbout = defineAct({
  name: "chooseRemindersAbout",
  label: {
    fr: "Choisir de recevoir ou non des rappels, par le lien d’un rappel",
    en: "Choose whether to be sent reminders, by a reminder’s link",
  },
  who: "hold a reminder",
  form: Type.Object(
    { reminders: Type.Boolean(), version: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }) },
    closed,
  ),
  writes: ["mail_choice"],
  async perform({ tx, input, actor, at }) {
    const dossier = actor.kind === "holder" ? await remindedBy(tx, actor.secret) : undefined;
    if (!dossier) return FORBIDDEN;
    if (!(await chooseAbout(tx, dossier.id, input, at))) return stale(await choiceAbout(tx, dossier.id));
    return done({ reminders: input.reminders, version: input.version + 1 }, dossierChain(dossier.id));
  },
});

/** More time to apply: told to everyone with a draft, even if unsubscribed. */
export const tellProlonged = defineAct({
  name: "tellProlonged",
  label: { fr: "Dire qu’une campagne est prolongée", en: "Tell that an intake is prolonged" },
  who: "let time pass",
  form: Type.Object({ dossier: Id, deadline: Deadline }, closed),
  writes: ["dossier_reminder", "mail"],
  async perform(context) {
    const { tx, input, at, zone } = context;
    const held = await dossierHeld(context);
    if (!held) return FORBIDDEN;
    const { dossier, intake } = held;
    const target = await prolongedTarget(tx, intake, at);
    if (!target || target.deadline.toISOString() !== input.deadline) return FORBIDDEN;
    if ((await dossiersToTell(tx, target, { limit: 1, only: dossier.id })).length === 0) return FORBIDDEN;
    await insertReminder(tx, dossier.id, target, { at, stop: undefined });
    const { number } = dossier;
    const { reason } = target;
    await tell(context, dossier, intake, (lang) =>
      prolongedMail(lang, { number, closesAt: intake.closesAt, zone, reason }),
    );
    return done({}, dossierChain(dossier.id));
  },
});

/** More time to apply: an application late by the old closing and not by the new one is in time, and its author is told. */
export const takeInTime = defineAct({
  name: "takeInTime",
  label: { fr: "Tenir pour déposé à temps après une prolongation", en: "Take as in time once the closing was put off" },
  who: "let time pass",
  form: Type.Object({ dossier: Id }, closed),
  writes: ["dossier_fact", ...FEE_TABLES, "mail"],
  async perform(context) {
    const { tx, input, actor, at, zone } = context;
    const dossier = await lockedDossier(tx, input.dossier);
    const intake = dossier && (await findIntake(tx, dossier.intake));
    const moved = intake && (await lastProlonged(tx, intake.id));
    if (!moved || (await caughtUp(tx, zone, { limit: 1, only: dossier.id })).length === 0) return FORBIDDEN;
    const { id, number } = dossier;
    const details = { reason: moved.reason };
    const accepted = { kind: "late-accepted", at, by: actorName(actor), details: [details] };
    const fees = await settleFees(context, id, await addFacts(tx, dossier, accepted), { intake });
    const { closesAt } = intake;
    await tell(context, dossier, intake, (lang) => withFees(inTimeMail(lang, { number, closesAt, zone }), fees, lang));
    return done({}, dossierChain(id));
  },
});

/** More time to apply: an unpaid fee due at the closing is due at the new one, and the debtor is told. */
export const putOffFee = defineAct({
  name: "putOffFee",
  label: {
    fr: "Repousser avec la clôture ce qui était à payer",
    en: "Put off with the closing what was to be paid by it",
  },
  who: "let time pass",
  form: Type.Object({ dossier: Id }, closed),
  writes: ["charge_due", "mail"],
  async perform(context) {
    const { tx, input, actor, today, zone } = context;
    const dossier = await lockedDossier(tx, input.dossier);
    const intake = dossier && (await findIntake(tx, dossier.intake));
    const why = intake && (await lastProlonged(tx, intake.id));
    const [due] = why ? await feesToPutOff(tx, zone, { limit: 1, only: dossier.id }) : [];
    if (!due || !why) return FORBIDDEN;
    const { dueOn } = due;
    const { reason } = why;
    const about = dossierChain(dossier.id);
    const moved = await putOffCharges(tx, about, { dueOn, on: today, reason, by: actorName(actor) });
    // If the server was off until the new day had passed, there is nothing to announce.
    if (today <= dueOn)
      for (const { reference, balance, suspended } of moved) {
        // A suspended charge is not asked for: no mail about its new day.
        if (suspended) continue;
        const values = { number: dossier.number, reference, balance, dueOn, reason };
        const online = context.opened(context.establishment).paysOnline;
        const ways = (lang: Lang) => howToPay(context.payee, { reference }, { lang, online });
        await tell(context, dossier, intake, (lang) => feePutOffMail(lang, values, ways(lang)));
      }
    return done({}, about);
  },
});

type Found = {
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly law: Law;
  readonly state: DossierState;
};

/** Locks the dossier, so that it does not change between the check and the mail. */
async function dossierHeld({ tx, input, law }: Performing<{ readonly dossier: string }>): Promise<Found | undefined> {
  const dossier = await lockedDossier(tx, input.dossier);
  if (!dossier) return undefined;
  const intake = await findIntake(tx, dossier.intake);
  const applied = intake && law(intake.diploma, { version: intake.lawVersion });
  return applied && { dossier, intake, law: applied, state: await stateOf(tx, dossier.id) };
}

/** What is left to do, by the rules of the task list. */
async function wordsFor({ tx, zone, today }: Performing<unknown>, { dossier, intake, law, state }: Found) {
  const { number } = dossier;
  const { tasks } = await standingOf(tx, dossier, intake, law, today);
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
  return (lang: Dossier["language"]) =>
    enteringMail(lang, {
      number,
      until: sayDeadline(intake.closesAt, zone, lang),
      left: unfinished(tasks).map(({ key }) => sayItem(key, asked, lang)),
    });
}
