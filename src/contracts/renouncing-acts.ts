/**
 * Withdrawing from a contract: on the page, in two steps, or by a letter that the office notes. Who withdraws in time says whether they keep
 * their place; who gives it up leaves the list and the training too, in the same act. What comes after the last day is kept, undoes nothing,
 * and is answered. An acknowledgement goes out at once with what was said, the day and the hour.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { type Shown, SHOWN_NOTHING } from "../act/shows.ts";
import { touch } from "../act/waiting.ts";
import { endPlace } from "../admission/place-acts.ts";
import { lockChargesAbout } from "../billing/charges/charging.ts";
import { attachFile } from "../files/attach.ts";
import type { Day } from "../kit/day.ts";
import { sayInstant } from "../kit/instant.ts";
import { type Label, labelled, sayDay, sayMoney } from "../kit/lang.ts";
import { leaves } from "../kit/machine.ts";
import { closed, Id } from "../kit/shapes.ts";
import { DaySchema, KeySchema, oneOf } from "../law/entry.ts";
import { silentOn } from "../law/silent.ts";
import { endEnrolment, TABLES_OF_ENDING } from "../training/cohorts/acts.ts";
import { barredHere, fileIssue, personal, settledAs } from "./acts.ts";
import { lateAnswerMail, renouncedMail } from "./mails.ts";
import * as output from "./output.ts";
import { withdrawPapers } from "./papers/frozen.ts";
import { tellPayerEnded } from "./by-link/telling.ts";
import { refusals } from "./refusals.ts";
import { CONTRACT, contractChain, type PlaceAfter, PLACES_AFTER } from "./rules/facts.ts";
import { type Agreed, decidedOn, isOwn, lockLeaving, lockOthers, settle, SETTLING_TABLES } from "./settling.ts";
import { tellPerson } from "./telling.ts";

const Place = oneOf(...PLACES_AFTER);
const WRITES = [...new Set([...SETTLING_TABLES, ...TABLES_OF_ENDING, "issued_paper"] as const)];

export const renounce = defineAct({
  name: "renounce",
  label: { fr: "Renoncer à son contrat de formation", en: "Withdraw from one’s training contract" },
  who: "agree on one’s training",
  form: Type.Object({ dossier: Id, place: Place }, closed),
  from: leaves(CONTRACT, "renounced"),
  output: output.renounced,
  shows: { lines: true },
  writes: WRITES,
  async perform(context) {
    const { input, today, actor } = context;
    const agreed = await lockLeaving(context, input.dossier);
    if (!agreed || !isOwn(actor, agreed)) return FORBIDDEN;
    const own = agreed.read.contract?.shares.find(({ source }) => source === personal(agreed.money));
    const lastDay = lastDayOf(context, agreed);
    const fee = silentOn(agreed.law, "fee-refund") ?? null;
    const otherwise = context.changed(renouncedLines({ amount: own?.amount ?? 0, lastDay, fee }));
    if (otherwise) return otherwise;
    return renounced(context, agreed, { on: today, how: "page", file: null, place: input.place });
  },
});

/** `on`: the day on which it was sent, by any proof of it. */
export const noteRenounced = defineAct({
  name: "noteRenounced",
  label: { fr: "Noter une rétractation reçue par lettre", en: "Note a withdrawal received by letter" },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, on: DaySchema, place: Place, upload: Type.Optional(Id) }, closed),
  from: leaves(CONTRACT, "renounced"),
  output: output.renounced,
  shows: { nothing: SHOWN_NOTHING.onPaper },
  writes: [...WRITES, "stored_file"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, on, upload, place } = input;
    const agreed = await lockLeaving(context, dossier);
    if (!agreed || isOwn(actor, agreed)) return FORBIDDEN;
    if (on > today) return invalid([refusals.ahead]);
    let file: string | null = null;
    if (upload !== undefined) {
      if (actor.kind !== "account") return FORBIDDEN;
      const about = contractChain(dossier);
      const attached = await attachFile(tx, { upload, account: actor.account, about, slot: "withdrawal", at });
      if ("problem" in attached) return invalid([fileIssue(attached.problem)]);
      file = attached.file;
    }
    return renounced(context, agreed, { on, how: "letter", file, place });
  },
});

/** To a person who wrote after the last day: that the contract stands, and what they may do now. */
export const answerLateWithdrawal = defineAct({
  name: "answerLateWithdrawal",
  label: {
    fr: "Répondre à une rétractation venue trop tard",
    en: "Answer a withdrawal that came too late",
  },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, words: Type.String({ minLength: 1, maxLength: 2_000 }) }, closed),
  from: leaves(CONTRACT, "late-answered"),
  output: output.contractState,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: [...SETTLING_TABLES, "mail"],
  async perform(context) {
    const { input, today } = context;
    const agreed = await lockOthers(context, input.dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "late-answered");
    if (no.length > 0) return invalid(no);
    const { renounced: letter, lateAnswer } = agreed.read;
    if (!letter?.late || lateAnswer) return invalid([refusals.nothingLate]);
    const words = input.words.trim();
    if (words === "") return invalid([refusals.noWords]);
    await tellPerson(context, agreed, (lang) => lateAnswerMail(lang, { words, on: letter.on }));
    return settledAs(context, agreed, [{ kind: "late-answered", on: today, details: { words } }]);
  },
});

/** An employer who signed, or a fund that granted, for somebody who gave their place up. */
export const notePayerTold = defineAct({
  name: "notePayerTold",
  label: {
    fr: "Noter qu’un payeur sait que la personne ne vient pas",
    en: "Note that a payer knows that the person does not come",
  },
  who: "prepare the contracts",
  /** `how`: of a payer whom the act cannot write to, since nobody comes in for it. */
  form: Type.Object({ dossier: Id, source: KeySchema, how: Type.String({ maxLength: 500 }) }, closed),
  from: leaves(CONTRACT, "payer-told"),
  output: output.contractState,
  free: "notes what was handed over or told: it agrees to nothing",
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: [...SETTLING_TABLES, "mail", "guest_link"],
  async perform(context) {
    const { input, today } = context;
    const agreed = await lockOthers(context, input.dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "payer-told");
    if (no.length > 0) return invalid(no);
    const { source } = input;
    const said = input.how.trim();
    if (!payersToTell(agreed).includes(source)) return invalid([refusals.notToTell]);
    const { payer } = agreed.read.contract!.shares.find((one) => one.source === source)!;
    const { name, dossier } = agreed.person;
    const on = agreed.read.renounced!.on;
    const mailed = payer !== null && (await tellPayerEnded(context, { payer, dossier, person: name, on }));
    if (said === "" && !mailed) return invalid([refusals.noHow]);
    const how = said === "" ? "Courriel de l’école." : said;
    return settledAs(context, agreed, [{ kind: "payer-told", on: today, details: { source, how } }]);
  },
});

/** Of a contract undone for good: the others who signed or granted, and do not know yet. */
export function payersToTell({ read, money }: Pick<Agreed, "read" | "money">): readonly string[] {
  if (!read.renounced || read.renounced.late || read.renounced.place !== "given-up") return [];
  return (read.contract?.shares ?? [])
    .filter(({ source, signed, granted }) => source !== personal(money) && (signed !== null || granted !== null))
    .map(({ source }) => source)
    .filter((source) => !read.payersTold.includes(source));
}

type Renounced = { readonly amount: number; readonly lastDay: Day | null; readonly fee: Label | null };

/** What the page to withdraw shows: what was signed, until when it is undone, and what becomes of the fee. The act compares it. */
export function renouncedLines({ amount, lastDay, fee }: Renounced): Shown {
  const none = { fr: "–", en: "–" };
  return [
    { what: { fr: "Montant signé", en: "Amount signed" }, is: labelled((lang) => sayMoney(amount, lang)) },
    {
      what: { fr: "Dernier jour pour se rétracter", en: "Last day to withdraw" },
      is: lastDay === null ? none : labelled((lang) => sayDay(lastDay, lang)),
    },
    { what: { fr: "Frais de sélection", en: "Selection fee" }, is: fee ?? none },
  ];
}

type Sent = {
  readonly on: Day;
  readonly how: "page" | "letter";
  readonly file: string | null;
  readonly place: PlaceAfter;
};

async function renounced(context: Performing<unknown>, agreed: Agreed, { on, how, file, place }: Sent) {
  const { tx, at, zone } = context;
  const { person, money, read } = agreed;
  const no = barredHere(context, agreed, "renounced");
  if (no.length > 0) return invalid(no);
  const share = read.contract?.shares.find(({ source }) => source === personal(money));
  const signed = share?.signed;
  if (!signed || share.undone) return invalid([refusals.nothingSigned]);
  if (on < signed.on) return invalid([refusals.beforeSigning]);
  const lastDay = lastDayOf(context, agreed);
  const late = lastDay !== null && on > lastDay;
  const settled = await settle(context, agreed, [{ kind: "renounced", on, details: { how, late, file, place } }]);
  if ("issues" in settled) return invalid(settled.issues);
  const when = { fr: sayInstant(at, zone, "fr"), en: sayInstant(at, zone, "en") };
  const told = { name: person.name, number: person.number, signedOn: signed.on, amount: share.amount, when, how };
  const fee = silentOn(agreed.law, "fee-refund") ?? null;
  await tellPerson(context, agreed, (lang) =>
    renouncedMail(lang, { ...told, tooLate: late ? lastDay : null, place, fee }),
  );
  if (!late) {
    await withdrawPapers(context, settled.agreed);
    touch(tx, "charge", await lockChargesAbout(tx, contractChain(person.dossier)));
    const refusal = place === "given-up" ? await leave(context, agreed, on) : undefined;
    if (refusal) return refusal;
  }
  return done({ late, lastDay, place: late ? null : place, state: settled.state }, contractChain(person.dossier));
}

/** The training ends where there was one, and with it the place; else the place goes back to the list. */
async function leave(context: Performing<unknown>, { person: { dossier, enrolment } }: Agreed, on: Day) {
  const reason = `Rétractation du contrat, le ${sayDay(on, "fr")}.`;
  return enrolment === null
    ? endPlace(context, dossier, { kind: "withdrawn", details: { ending: "withdrawn" } })
    : endEnrolment(context, "withdrawn", { enrolment, on, reason, paper: reason });
}

/** Null while the school has not signed: the time to withdraw has not begun to run out. */
function lastDayOf(context: Performing<unknown>, agreed: Agreed): Day | null {
  const answered = decidedOn(context, agreed);
  return answered && "fr" in answered ? (answered.fr.withdrawal?.lastDay ?? null) : null;
}
