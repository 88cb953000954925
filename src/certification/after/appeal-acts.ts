/** Appeals against a jury's result, where the school's file says that it takes them itself: lodged by the person, answered with grounds. */
import { FREE } from "../../act/binding.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { appealRecordedMail } from "../../admission/mails.ts";
import type { Day } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { oneOf } from "../../law/entry.ts";
import { contestedFrom, remediesOf, schoolReviews } from "../../law/remedies.ts";
import { postMail } from "../../mail/post.ts";
import { enrolledPersons, enrolmentChain, traineeReached } from "../../training/enrolled.ts";
import { isWithin } from "../let-in.ts";
import { certifiedChain, lawOf } from "../load.ts";
import { OPEN, resultAppealAnsweredMail } from "../mails.ts";
import { listResults, sessionsOfEntries } from "../store.ts";
import { APPEAL_OUTCOMES } from "../rules/appeal.ts";
import { appealsOf } from "./appeals.ts";
import { noteAfter } from "./noting.ts";
import * as output from "../output.ts";

export const lodgeResultAppeal = defineAct({
  name: "lodgeResultAppeal",
  label: { fr: "Demander à l’école de revoir un résultat", en: "Ask the school to look at a result again" },
  who: "read one’s results",
  form: Type.Object({ result: Id, text: Type.String({ maxLength: 8000 }) }, closed),
  output: output.nothing,
  free: FREE.contests,
  writes: ["exam_after", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today, zone, establishment } = context;
    const text = input.text.trim();
    if (text === "") return invalid([NO_TEXT]);
    if (!("account" in actor) || actor.account === undefined) return FORBIDDEN;
    const { account } = actor;
    const own = async () => (await listResults(tx, { account })).find(({ id }) => id === input.result);
    const before = await own();
    if (!before) return FORBIDDEN;
    const { enrolment } = before;
    const chain = certifiedChain(enrolment);
    await lockChains(tx, [chain, enrolmentChain(enrolment)]);
    const result = await own();
    const [session] = result ? await sessionsOfEntries(tx, [result.entry]) : [];
    const law = session && lawOf(context, session);
    const [person] = await enrolledPersons(tx, { enrolment });
    if (!result || !law || !person) return FORBIDDEN;
    const from = contestedFrom(law, { ...result, toldOn: dayIn(result.publishedAt, zone) });
    const review = remediesOf(law, "jury", from).find(schoolReviews);
    if (!review) return FORBIDDEN;
    if (review.by !== null && today > review.by) return invalid([tooLate(review.by)]);
    const lodged = (await appealsOf(tx, [enrolment])).filter((one) => one.result === result.id);
    if (lodged.length > 0) return invalid([LODGED]);
    await noteAfter(context, { enrolment, kind: "appealed", on: today, said: { result: result.id, text } });
    const { reader, to, lang } = await traineeReached(tx, person);
    const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].own };
    const words = appealRecordedMail(lang, person.number ?? "", today);
    await postMail(tx, { reader, to, lang, about: chain, at, link, ...words });
    return done({}, chain);
  },
});

/** Told with its grounds. It changes no result: a jury that looks again deliberates anew. */
export const answerResultAppeal = defineAct({
  name: "answerResultAppeal",
  label: { fr: "Répondre à un recours contre un résultat", en: "Answer an appeal against a result" },
  who: "publish results",
  form: Type.Object(
    { enrolment: Id, appeal: Id, outcome: oneOf(...APPEAL_OUTCOMES), grounds: Type.String({ maxLength: 4000 }) },
    closed,
  ),
  output: output.nothing,
  writes: ["exam_after", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today, establishment } = context;
    const { enrolment, outcome } = input;
    const grounds = input.grounds.trim();
    if (grounds === "") return invalid([NO_GROUNDS]);
    if (!(await isWithin(tx, actor, enrolment))) return FORBIDDEN;
    const chain = certifiedChain(enrolment);
    await lockChains(tx, [chain, enrolmentChain(enrolment)]);
    const [person] = await enrolledPersons(tx, { enrolment });
    // Staff who are the person do not answer themselves.
    if (!person || ("account" in actor && actor.account === person.account)) return FORBIDDEN;
    const appeal = (await appealsOf(tx, [enrolment])).find(({ id }) => id === input.appeal);
    if (!appeal) return FORBIDDEN;
    if (appeal.answer) return invalid([ANSWERED]);
    const said = { appeal: appeal.id, outcome, grounds };
    await noteAfter(context, { enrolment, kind: "appeal-answered", on: today, said });
    const { reader, to, lang } = await traineeReached(tx, person);
    const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].own };
    const words = resultAppealAnsweredMail(lang, { reviewed: outcome === "reviewed", lodgedOn: appeal.on, grounds });
    await postMail(tx, { reader, to, lang, about: chain, at, link, ...words });
    return done({}, chain);
  },
});

const NO_TEXT = issue("text", "Dites ce que vous contestez, et pourquoi.", "Say what you contest, and why.");
const NO_GROUNDS = issue(
  "grounds",
  "Une réponse est motivée : dites pourquoi, la personne le lira.",
  "An answer has its grounds: say why, the person will read it.",
);
const LODGED = issue(
  "text",
  "Votre recours contre ce résultat est déjà enregistré.",
  "Your appeal against this result is recorded already.",
);
const ANSWERED = issue("grounds", "Ce recours a déjà sa réponse.", "This appeal has its answer already.");
const tooLate = (by: Day) =>
  issue(
    "text",
    `Le délai pour contester a fini le ${sayDay(by, "fr")}. Vous pouvez encore écrire à l’école.`,
    `The time to contest ended on ${sayDay(by, "en")}. You may still write to the school.`,
  );
