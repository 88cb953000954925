/** Submitting a dossier and taking it back: what was shown is sealed, signed by an authenticated person. */
import { FORBIDDEN, type Performing, defineAct, done, invalid, stale } from "../act/act.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import { countStep } from "../act/counting.ts";
import { chargeFee, chargesAbout } from "../billing/charges/charging.ts";
import { howToPay } from "../billing/charges/how-to-pay.ts";
import { type Day, isDay } from "../kit/day.ts";
import { leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { dayIn } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import { recognisedBy } from "../people/recognised.ts";
import { actorName } from "../act/permissions.ts";
import { latestCheckpoint } from "../audit/checkpoints.ts";
import { findIntake } from "../intake/intake.ts";
import { type Draft, toInput } from "../inquiry/rules/draft.ts";
import { type End, isSettled } from "../inquiry/rules/ends.ts";
import { newConfirmation } from "./entering/confirmation.ts";
import { FEE_TABLES, feeDueOn, settleFees, withFees } from "./fees.ts";
import { isOwn, lockInHand } from "./hands.ts";
import { unfinished } from "./rules/completeness.ts";
import { elderNames } from "./rules/identity-request.ts";
import { DOSSIER } from "./rules/state.ts";
import { barredFrom } from "./happened.ts";
import { resumedMail, resumptionMail, submittedMail, withdrawalMail, withdrawnMail } from "./mails.ts";
import { resumedLines } from "./resuming.ts";
import { dealingWith, tellOffice } from "./telling-office.ts";
import {
  type Standing,
  UNFINISHED,
  nameOf,
  namedIn,
  reachedAt,
  sentAt,
  shownHash,
  standingOf,
  tell,
} from "./standing.ts";
import { sectionsNow } from "./contact/store.ts";
import { keepFound, keepUnread } from "./store.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";
import { factsOf, insertFact, insertSubmission, keepState, submissionsOf } from "./history/store.ts";
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { Id, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

/**
 * Submits the dossier: seals what the page showed, signed by a person authenticated within the half hour. After the closing it is recorded
 * and receipted as late. The selection fee is charged the first time.
 */
export const submitDossier = defineAct({
  name: "submitDossier",
  from: leaves(DOSSIER, "submitted"),
  label: { fr: "Déposer son dossier", en: "Submit one’s application" },
  who: "apply",
  form: Type.Object(
    {
      dossier: Id,
      /** The hash of exactly what the page showed (`shownHash`). */
      shown: Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }),
      /** The declaration agreed to. */
      words: Type.String({ minLength: 1, maxLength: 5000 }),
      /** For a dossier on paper: the day the school received it, today by default. */
      receivedOn: Type.Optional(Type.String({ maxLength: 10 })),
    },
    closed,
  ),
  output: output.submitDossier,
  shows: { as: "shown" },
  writes: ["submission", "charge", "mail", "dossier_confirmation"],
  async perform(context) {
    const { tx, input, actor, at, zone, today } = context;
    const dossier = await lockInHand(tx, actor, input.dossier);
    if (!dossier || actor.kind !== "account") return FORBIDDEN;
    const no = await barredFrom(context, dossier, "submitted");
    if (no.length > 0) return invalid(no);
    const byHand = !isOwn(dossier, actor);
    const receivedOn = byHand ? (input.receivedOn ?? today) : null;
    if (receivedOn !== null && (!isDay(receivedOn) || receivedOn > today)) return invalid([NOT_RECEIVED]);
    const intake = (await findIntake(tx, dossier.intake))!;
    const law = context.law(intake.diploma, { version: intake.lawVersion })!;
    const standing = await standingOf(tx, dossier, intake, law, today);
    const open = unfinished(standing.tasks);
    if (open.length > 0) return invalid(open.map(({ key }) => UNFINISHED(key)));
    if (shownHash(standing, input.words) !== input.shown) return stale({ shown: shownHash(standing, input.words) });
    // Paper counts on the day it was received; all else at the instant it was sent.
    const sent = await sentAt(tx, dossier, actor, at);
    const late = receivedOn === null ? sent > intake.closesAt : receivedOn > dayIn(intake.closesAt, zone);
    const first = (await submissionsOf(tx, dossier.id)).length === 0;
    const number = await seal(context, {
      dossier,
      standing,
      law,
      kind: "whole",
      items: [],
      late,
      closesAt: intake.closesAt,
      sent,
      receivedOn,
    });
    await keepState(tx, dossier, at);
    const about = dossierChain(dossier.id);
    // A zero fee is not charged.
    const fees = intake.fees.filter(({ amount }) => amount > 0);
    const charged =
      first && fees.length > 0
        ? await chargeFee(tx, {
            about,
            called: dossier.number,
            account: dossier.account,
            debtorName: nameOf(standing.sections.identity ?? {}),
            lines: fees,
            chargedOn: today,
            dueOn: late ? feeDueOn(law, today) : dayIn(intake.closesAt, zone),
          })
        : undefined;
    const online = context.opened(context.establishment).paysOnline;
    await tell(context, dossier, intake, (lang) =>
      submittedMail(lang, {
        number,
        at: sent,
        zone,
        late,
        over: at > intake.closesAt,
        closesAt: intake.closesAt,
        due: charged && { ...charged, ways: howToPay(context.payee, charged, { lang, online }) },
      }),
    );
    // A person without an account is asked to confirm what was entered for them.
    if (byHand && dossier.address !== null) await newConfirmation(context, dossier, { intake, about });
    if (first) countStep(tx, "application");
    return done({ submission: number, late }, about);
  },
});

export type Sealing = {
  readonly dossier: Dossier;
  readonly standing: Standing;
  readonly law: Law;
  readonly kind: "whole" | "complement";
  readonly items: readonly string[];
  readonly late: boolean;
  readonly closesAt: Date;
  /** When the form was first sent; now, unless the person had to authenticate in between. */
  readonly sent: Date;
  readonly receivedOn: Day | null;
};

/** Seals a dossier as it stands, with the form's words and hash; returns the receipt's number. */
export async function seal(
  context: Performing<{ readonly shown: string; readonly words: string }>,
  { dossier, standing, law, sent, ...what }: Sealing,
): Promise<string> {
  const { tx, actor, at, input } = context;
  if (actor.kind !== "account") throw new Error("A dossier is handed in by a person");
  const last = await latestCheckpoint(tx);
  // What was changed since the sections were saved still holds.
  const { identity, contact } = await sectionsNow(tx, dossier.id);
  const elder = elderNames(await factsOf(tx, dossier.id));
  await keepFound(tx, dossier.id, { ...namedIn(identity, elder), ...reachedAt(contact) });
  return insertSubmission(tx, {
    id: newId(),
    ...what,
    dossier,
    at,
    sentAt: sent < at ? sent : null,
    contents: standing.sections,
    files: standing.files,
    decided: eligibilityOf(context, law, dossier, standing.draft),
    shown: input.shown,
    words: input.words,
    means: isOwn(dossier, actor) ? (await recognisedBy(tx, actor)).join(" ") : dossier.entered,
    authenticatedAt: actor.authenticatedAt,
    by: actorName(actor),
    checkpoint: last ? { number: last.number, hash: last.hash } : null,
  });
}

export const takeBackDossier = defineAct({
  name: "takeBackDossier",
  from: leaves(DOSSIER, "taken-back"),
  label: { fr: "Reprendre son dossier pour le corriger", en: "Take one’s application back to correct it" },
  who: "apply",
  form: Type.Object({ dossier: Id }, closed),
  output: output.takeBackDossier,
  writes: ["dossier_fact"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await lockInHand(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const intake = (await findIntake(tx, dossier.intake))!;
    const no = await barredFrom(context, dossier, "taken-back");
    if (no.length > 0) return invalid(no);
    if (at > intake.closesAt) return invalid([TOO_LATE_TO_TAKE_BACK]);
    await insertFact(tx, { dossier: dossier.id, kind: "taken-back", at, by: actorName(actor), details: {} });
    await keepState(tx, dossier, at);
    return done({}, dossierChain(dossier.id));
  },
});

/** Can be undone until the closing: `resumeDossier`. */
export const withdrawDossier = defineAct({
  name: "withdrawDossier",
  from: leaves(DOSSIER, "withdrawn"),
  label: { fr: "Retirer sa candidature", en: "Withdraw one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id, reason: Type.Optional(Type.String({ maxLength: 2000 })) }, closed),
  output: output.withdrawDossier,
  shows: { nothing: SHOWN_NOTHING.closes },
  writes: ["dossier_fact", ...FEE_TABLES, "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await lockInHand(tx, actor, input.dossier);
    if (!dossier || actor.kind !== "account") return FORBIDDEN;
    const no = await barredFrom(context, dossier, "withdrawn");
    if (no.length > 0) return invalid(no);
    const details = input.reason === undefined ? {} : { reason: input.reason };
    await insertFact(tx, { dossier: dossier.id, kind: "withdrawn", at, by: actorName(actor), details });
    const intake = (await findIntake(tx, dossier.intake))!;
    const fees = await settleFees(context, dossier.id, await keepState(tx, dossier, at), { intake });
    const { number } = dossier;
    const until = at > intake.closesAt ? undefined : { closesAt: intake.closesAt, zone: context.zone };
    await tell(context, dossier, intake, (lang) => withFees(withdrawnMail(lang, number, until), fees, lang));
    // Mails the officer in charge; the others see it in the queue until one of them has read it with the messages.
    const own = isOwn(dossier, actor);
    if (own && (await submissionsOf(tx, dossier.id)).length > 0) await keepUnread(tx, dossier.id, at);
    const last = own ? await dealingWith(tx, dossier.id) : undefined;
    if (last !== undefined) await tellOffice(context, dossier, intake, last, (lang) => withdrawalMail(lang, number));
    return done({}, dossierChain(dossier.id));
  },
});

/** Restores the previous state, with its receipts and open requests. */
export const resumeDossier = defineAct({
  name: "resumeDossier",
  from: leaves(DOSSIER, "resumed"),
  label: { fr: "Revenir sur le retrait de sa candidature", en: "Go back on having withdrawn one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id }, closed),
  output: output.resumeDossier,
  shows: { lines: true },
  writes: ["dossier_fact", ...FEE_TABLES, "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await lockInHand(tx, actor, input.dossier);
    if (!dossier || actor.kind !== "account") return FORBIDDEN;
    const no = await barredFrom(context, dossier, "resumed");
    if (no.length > 0) return invalid(no);
    const intake = (await findIntake(tx, dossier.intake))!;
    if (at > intake.closesAt) return invalid([TOO_LATE_TO_RESUME]);
    const law = context.law(intake.diploma, { version: intake.lawVersion });
    const dues = await chargesAbout(tx, dossierChain(dossier.id));
    const otherwise = context.changed(resumedLines({ closesAt: intake.closesAt, zone: context.zone, law, dues }));
    if (otherwise) return otherwise;
    const by = actorName(actor);
    const withdrawnAt = (await factsOf(tx, dossier.id)).findLast(({ kind }) => kind === "withdrawn")?.at;
    await insertFact(tx, { dossier: dossier.id, kind: "resumed", at, by, details: {} });
    const stands = await keepState(tx, dossier, at);
    const fees = await settleFees(context, dossier.id, stands, { intake, withdrawnAt });
    const { number } = dossier;
    await tell(context, dossier, intake, (lang) =>
      withFees(resumedMail(lang, number, stands.state === "draft"), fees, lang),
    );
    // The officer who was told of the withdrawal.
    const last = isOwn(dossier, actor) ? await dealingWith(tx, dossier.id) : undefined;
    if (last !== undefined) await tellOffice(context, dossier, intake, last, (lang) => resumptionMail(lang, number));
    return done({}, dossierChain(dossier.id));
  },
});

function eligibilityOf(
  { decide, today }: Pick<Performing<unknown>, "decide" | "today">,
  law: Law,
  { number, language }: Dossier,
  draft: Draft,
): Record<string, unknown> {
  const { diploma, version, establishment } = law.basis;
  const at = (end: End) => {
    const { titles, ...input } = toInput(law.diploma, draft, today, end);
    const days = titles.map(({ awardedAs: _as, ...title }) => title);
    const asked = { ...input, titles: days, id: number, diploma, version, establishment };
    const decided = decide("eligibility", asked);
    return decided && "answer" in decided ? { input: asked, answer: decided.answer(language) } : { input: asked };
  };
  return isSettled(draft, law.diploma) ? at("worst") : { best: at("best"), worst: at("worst") };
}

const TOO_LATE_TO_TAKE_BACK = issue(
  "dossier",
  "Les candidatures sont closes : le dossier déposé reste tel qu’il est. L’établissement peut demander un complément.",
  "Applications have closed: what was submitted stays as it is. The school may ask for a complement.",
);

const TOO_LATE_TO_RESUME = issue(
  "dossier",
  "Les candidatures sont closes : le retrait ne peut plus être repris.",
  "Applications have closed: the withdrawal can no longer be undone.",
);

const NOT_RECEIVED = issue(
  "receivedOn",
  "Donnez le jour où le dossier est arrivé : aujourd’hui ou avant.",
  "Give the day the application arrived: today or before.",
);
