/** What is shown before an act that changes who pays, or until when somebody is in training: before, and after. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { decidedPrice, supposedRelief } from "../admission/accepted.ts";
import { closed, Id } from "../kit/shapes.ts";
import { DaySchema, KeySchema, oneOf } from "../law/entry.ts";
import { STOPS } from "../decisions/schedule/facts.ts";
import { billedMinutes } from "../training/certificates/billed.ts";
import { findEnrolment } from "../training/cohorts/enrolment.ts";
import { personPeriods } from "../training/cohorts/periods.ts";
import { ENROLMENT_FACTS } from "../training/rules/enrolment.ts";
import { Other, sharedBy } from "./acts.ts";
import {
  type Context,
  contractGranted,
  contractPriced,
  contractShared,
  foreseenFrom,
  type Scene,
  sceneNow,
} from "./foreseeing.ts";
import { minutesInTurns } from "./invoicing/turns.ts";
import * as output from "./output.ts";
import { ANSWERS } from "./rules/facts.ts";
import { type Agreed, agreedOn } from "./settling.ts";
import { payerNames } from "./store.ts";

const Cents = Type.Integer({ minimum: 0, maximum: 100_000_000 });

export const foreseeGrant = defineView({
  name: "foreseeGrant",
  label: {
    fr: "Voir d’avance ce que change la réponse d’un financeur",
    en: "See in advance what a fund’s answer changes",
  },
  who: "see the contracts",
  form: Type.Object(
    { dossier: Id, source: KeySchema, answer: oneOf(...ANSWERS), amount: Type.Optional(Cents) },
    closed,
  ),
  output: output.foreseen,
  async read(context) {
    const { dossier, source, answer, amount: part = 0 } = context.input;
    const agreed = await agreedOn(context, dossier);
    const now = agreed && (await sceneNow(context, agreed));
    const share = now?.contract.shares.find((one) => one.source === source);
    if (!agreed || !now || !share) return undefined;
    const amount = answer === "granted" ? share.amount : answer === "in-part" ? part : 0;
    const details = { source, answer, amount, number: null, file: null };
    return shown(context, agreed, now, await contractGranted(context, agreed, details));
  },
});

export const foreseeShares = defineView({
  name: "foreseeShares",
  label: {
    fr: "Voir d’avance ce que change une autre répartition",
    en: "See in advance what another sharing changes",
  },
  who: "see the contracts",
  form: Type.Object(
    { dossier: Id, others: Type.Array(Other, { maxItems: 19 }), since: Type.Optional(DaySchema) },
    closed,
  ),
  output: output.foreseen,
  async read(context) {
    const agreed = await agreedOn(context, context.input.dossier);
    const now = agreed && (await sceneNow(context, agreed));
    if (!agreed || !now) return undefined;
    return shown(
      context,
      agreed,
      now,
      await contractShared(context, agreed, context.input.others, context.input.since),
    );
  },
});

/** Before anything was said: what each would pay, and the price that comes of it. */
export const foreseeFirstShares = defineView({
  name: "foreseeFirstShares",
  label: { fr: "Voir d’avance qui paierait quoi", en: "See in advance who would pay what" },
  who: "see the contracts",
  form: Type.Object({ dossier: Id, others: Type.Array(Other, { maxItems: 19 }) }, closed),
  output: output.foreseenFirst,
  async read(context) {
    const { dossier, others } = context.input;
    const agreed = await agreedOn(context, dossier);
    const price = agreed && (await decidedPrice(context.tx, dossier));
    const shared = price && sharedBy(context, agreed, price, others);
    if (!shared || "issues" in shared) return undefined;
    const labels = new Map(agreed.money.payers.map(({ payer, label }) => [payer, label]));
    const names = await payerNames(
      context.tx,
      shared.shares.flatMap(({ payer }) => payer ?? []),
    );
    return {
      price: shared.price,
      shares: shared.shares.map(({ source, amount, payer, named }) => ({
        label: labels.get(source)!,
        called: payer === null ? named : (names.get(payer) ?? named),
        amount,
      })),
    };
  },
});

/** Interrupted, ended or taken up on a day: hours held and followed until then decide what is owed. */
export const foreseeTraining = defineView({
  name: "foreseeTraining",
  label: {
    fr: "Voir d’avance ce que change une interruption, une fin ou une reprise",
    en: "See in advance what an interruption, an end or a return changes",
  },
  who: "see the contracts",
  form: Type.Object(
    { enrolment: Id, kind: oneOf(...ENROLMENT_FACTS), on: DaySchema, cohort: Type.Optional(Id) },
    closed,
  ),
  output: output.foreseen,
  async read(context) {
    const { enrolment, kind, on, cohort } = context.input;
    const found = await findEnrolment(context.tx, enrolment);
    const agreed = found && (await agreedOn(context, found.dossier));
    const now = agreed && (await sceneNow(context, agreed));
    if (!agreed || !now?.periods) return undefined;
    const { dossier } = found;
    const paused = kind === "interrupted" || kind === "deferred";
    const periods =
      kind === "returned" && cohort !== undefined ? await personPeriods(context, { cohort, dossier }) : now.periods;
    const ends = STOPS.find((one) => one === kind);
    const minutes = ends && (await billedMinutes(context, found, on));
    if (ends && !minutes) return undefined;
    const planned = now.periods.reduce((sum, one) => sum + one.minutes, 0);
    const given = Math.min(minutes?.held ?? 0, planned);
    const stop = ends && {
      on,
      kind: ends,
      planned,
      given,
      attended: Math.min(minutes!.done, given),
      followed: minutes!.followed,
    };
    const turns = stop && (await minutesInTurns(context, found, now.contract.shares, stop));
    const then: Scene = { contract: now.contract, periods, stop, paused, ...(turns && { turns }) };
    const foreseen = await foreseenFrom(context, agreed, { now, then });
    return "issues" in foreseen ? undefined : foreseen;
  },
});

/** Decided anew, as they would be: the others pay what they do today. */
export const foreseeHours = defineView({
  name: "foreseeHours",
  label: {
    fr: "Voir d’avance ce que des allègements décidés à nouveau changent au prix",
    en: "See in advance what reliefs decided anew change of the price",
  },
  who: "see the contracts",
  form: Type.Object(
    {
      dossier: Id,
      grants: Type.Optional(
        Type.Array(Type.Object({ unit: KeySchema, hours: Type.Number({ minimum: 0, maximum: 2000 }) }, closed), {
          maxItems: 100,
        }),
      ),
      held: Type.Optional(
        Type.Array(Type.Object({ domain: KeySchema, validatedOn: DaySchema, by: KeySchema }, closed), { maxItems: 20 }),
      ),
    },
    closed,
  ),
  output: output.foreseen,
  async read(context) {
    const { dossier, ...given } = context.input;
    const agreed = await agreedOn(context, dossier);
    const now = agreed && (await sceneNow(context, agreed));
    const supposed = now && !now.contract.carried ? await supposedRelief(context, dossier, given) : undefined;
    if (!agreed || !now || !supposed) return undefined;
    const { cohort } = agreed;
    const at = cohort && { cohort: cohort.id, dossier, supposed: supposed.pathway };
    const periods = now.periods && at ? await personPeriods(context, at) : now.periods;
    return shown(context, agreed, now, await contractPriced(context, agreed, supposed.price), periods);
  },
});

async function shown(
  context: Context,
  agreed: Agreed,
  now: Scene,
  contract: Awaited<ReturnType<typeof contractGranted>>,
  periods = now.periods,
) {
  if (!contract || "issues" in contract) return undefined;
  const foreseen = await foreseenFrom(context, agreed, { now, then: { ...now, contract, periods } });
  return "issues" in foreseen ? undefined : foreseen;
}
