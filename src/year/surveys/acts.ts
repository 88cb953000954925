/**
 * Surveys: the calendar asks, reminds, ends and closes; a person answers once, by a link or signed in. The answer is counted in a row
 * about nobody, and that they answered is noted in the chain of their enrolment, in one transaction.
 */
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import type { Actor } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import { newToken } from "../../kit/secret.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema, oneOf } from "../../law/entry.ts";
import { SURVEYS } from "../../law/year.ts";
import { choiceAbout } from "../../mail/choice.ts";
import { postMail } from "../../mail/post.ts";
import { enrolmentChain, traineeReached } from "../../training/enrolled.ts";
import { ANSWER, surveyMail, surveyReminderMail } from "./mails.ts";
import * as output from "./output.ts";
import { surveyOf, toAsk } from "./reading.ts";
import { answerIssues, counted, MOST_TEXT } from "./rules/answers.ts";
import { closableOn, lastDay, reminderDue } from "./rules/days.ts";
import {
  type Ask,
  askOfLink,
  countAsked,
  dropBox,
  dropLinks,
  findAsk,
  insertAsk,
  insertClosing,
  insertLink,
  lockBox,
  openBoxes,
  putAnswered,
  putReminded,
  putState,
} from "./store.ts";

const Survey = oneOf(...SURVEYS);

export const askSurvey = defineAct({
  name: "askSurvey",
  label: { fr: "Envoyer une enquête à une personne", en: "Send a survey to a person" },
  who: "let time pass",
  form: Type.Object({ enrolment: Id, survey: Survey }, closed),
  writes: ["survey_ask", "survey_link", "mail"],
  async perform(context) {
    const { tx, today, input } = context;
    const chain = enrolmentChain(input.enrolment);
    if (!(await lockChain(tx, chain))) return FORBIDDEN;
    const [asked] = await toAsk(context, input.survey, 1, input.enrolment);
    if (!asked) return FORBIDDEN;
    const { enrolment, account, survey, diploma, campus, year, entry } = asked;
    const { to } = await traineeReached(tx, { enrolment, account });
    const byMail = typeof to === "string";
    const days = { askedOn: today, closesOn: lastDay(entry, today) };
    const state = byMail ? "open" : "unreached";
    const ask = await insertAsk(tx, { enrolment, survey, diploma, campus, year, ...days, state });
    if (!byMail) return done({}, chain);
    await countAsked(tx, asked);
    await sendLink(context, (await findAsk(tx, ask))!, surveyMail);
    return done({}, chain);
  },
});

export const remindSurvey = defineAct({
  name: "remindSurvey",
  label: {
    fr: "Rappeler une enquête à une personne sans compte",
    en: "Remind a person without an account of a survey",
  },
  who: "let time pass",
  form: Type.Object({ ask: Id, days: Type.Integer({ minimum: 1, maximum: 200 }) }, closed),
  writes: ["survey_ask", "survey_link", "mail"],
  async perform(context) {
    const { tx, today, law, input } = context;
    const ask = await heldAsk(tx, await findAsk(tx, input.ask));
    const entry = ask && surveyOf(law, ask);
    if (!ask || !entry || ask.account !== null || ask.state !== "open" || ask.closesOn < today) return FORBIDDEN;
    if (reminderDue(entry, ask, today) !== input.days) return FORBIDDEN;
    await putReminded(tx, ask.id, input.days);
    if ((await choiceAbout(tx, ask.dossier)).reminders) await sendLink(context, ask, surveyReminderMail);
    return done({}, enrolmentChain(ask.enrolment));
  },
});

/** A link of its own for each mail: only a hash of the earlier ones is known. All of them open the same page until one is used. */
async function sendLink(
  { tx, at, establishment, law }: Performing<unknown>,
  ask: Ask,
  words: typeof surveyMail,
): Promise<void> {
  const { reader, to, lang } = await traineeReached(tx, ask);
  const entry = surveyOf(law, ask)!;
  const secret = newToken();
  await insertLink(tx, ask.id, secret);
  const path = schoolPath(establishment, lang, `/questionnaire/${secret}`);
  const link = { path, label: ANSWER[lang], secret: true as const };
  const about = enrolmentChain(ask.enrolment);
  await postMail(tx, { reader, to, lang, about, at, link, ...words(lang, { entry, closesOn: ask.closesOn }) });
}

/** Locks the enrolment, then reads the ask as it now is. */
async function heldAsk(tx: Tx, found: Ask | undefined): Promise<Ask | undefined> {
  if (!found || !(await lockChain(tx, enrolmentChain(found.enrolment)))) return undefined;
  return findAsk(tx, found.id);
}

/** The ask of a link, or one of the account's own. */
export async function askFor(tx: Tx, actor: Actor, id: string | undefined): Promise<Ask | undefined> {
  if (actor.kind === "holder") return askOfLink(tx, actor.secret);
  const own = actor.kind === "account" && id !== undefined ? await findAsk(tx, id) : undefined;
  return own && actor.kind === "account" && own.account === actor.account ? own : undefined;
}

export const answerSurvey = defineAct({
  name: "answerSurvey",
  label: { fr: "Répondre à une enquête", en: "Answer a survey" },
  who: "answer a survey",
  form: Type.Object(
    {
      ask: Type.Optional(Id),
      answers: Type.Record(KeySchema, Type.String({ maxLength: MOST_TEXT + 500 }), { maxProperties: 20 }),
    },
    closed,
  ),
  output: output.answered,
  // What was answered is in no row that an act records.
  writes: ["survey_ask", "survey_link"],
  async perform({ tx, today, law, actor, input: { ask: id, answers } }) {
    const ask = await heldAsk(tx, await askFor(tx, actor, id));
    const entry = ask && surveyOf(law, ask);
    if (!ask || !entry || ask.state !== "open" || ask.closesOn < today) return FORBIDDEN;
    const wrong = answerIssues(entry, answers);
    if (wrong.length > 0) return invalid(wrong);
    const box = await lockBox(tx, ask);
    if (!box) return FORBIDDEN;
    await putAnswered(tx, ask, counted(box, entry, answers, today.slice(0, 7)));
    await dropLinks(tx, ask.id);
    await putState(tx, ask.id, "answered");
    return done({}, enrolmentChain(ask.enrolment));
  },
});

export const endSurveyAsk = defineAct({
  name: "endSurveyAsk",
  label: { fr: "Détruire les liens d’une enquête sans réponse", en: "Destroy the links of an unanswered survey" },
  who: "let time pass",
  form: Type.Object({ ask: Id }, closed),
  writes: ["survey_ask", "survey_link"],
  async perform({ tx, today, input }) {
    const ask = await heldAsk(tx, await findAsk(tx, input.ask));
    if (!ask || ask.state !== "open" || ask.closesOn >= today) return FORBIDDEN;
    await dropLinks(tx, ask.id);
    await putState(tx, ask.id, "ended");
    return done({}, enrolmentChain(ask.enrolment));
  },
});

export const closingChain = (id: string) => `survey-closing:${id}`;

export const closeSurvey = defineAct({
  name: "closeSurvey",
  label: { fr: "Clore l’enquête d’une année", en: "Close the survey of a year" },
  who: "let time pass",
  form: Type.Object(
    { diploma: KeySchema, year: Type.Integer({ minimum: 2000, maximum: 2199 }), campus: KeySchema, survey: Survey },
    closed,
  ),
  writes: ["survey_closing"],
  async perform(context) {
    const { tx, today, input } = context;
    const box = await lockBox(tx, input);
    if (!box || !(await toClose(context)).some((one) => isSame(one, input))) return FORBIDDEN;
    const id = newId();
    await insertClosing(tx, { id, ...input, ...box, closedOn: today });
    await dropBox(tx, input);
    return begun({}, closingChain(id));
  },
});

type InBox = { readonly diploma: string; readonly year: number; readonly campus: string; readonly survey: string };
const isSame = (a: InBox, b: InBox) =>
  a.diploma === b.diploma && a.year === b.year && a.campus === b.campus && a.survey === b.survey;

/** The surveys of years whose last link has expired. */
export async function toClose({ tx, today, law }: Pick<Performing<unknown>, "tx" | "today" | "law">) {
  return (await openBoxes(tx)).flatMap((box) => {
    const entry = law(box.diploma, { on: today })?.establishment.year?.surveys.find((one) => one.survey === box.survey);
    const on = entry && closableOn(entry, box.year);
    return on !== undefined && on <= today && box.lastLink === null ? [{ ...box, on }] : [];
  });
}
