/** A question to the school before any account: limited, copied to who asks it, and answered by mail. */
import { Type } from "typebox";
import { begun, defineAct, defineView, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { newId } from "../../kit/id.ts";
import { addressIssue, withoutNote } from "../../kit/mail-address.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { postMail } from "../../mail/post.ts";
import { Caller, callerOf } from "../../people/forms.ts";
import * as output from "../output.ts";
import { questionAnswerMail, questionCopyMail } from "./mails.ts";
import {
  findQuestion,
  insertQuestion,
  keepQuestionAnswer,
  listQuestions,
  type Question,
  questionsSince,
} from "./store.ts";

const DAY = 24 * 3_600_000;
/** Each question sends a mail to the address that is given, which may be another's. */
const FROM_A_MAILBOX = 3;
const FROM_A_NETWORK = 20;
const IN_ALL = 300;

export const MOST = 2000;

export const questionChain = (id: string) => `question:${id}`;

export const askQuestion = defineAct({
  name: "askQuestion",
  label: { fr: "Poser une question à l’école", en: "Ask the school a question" },
  who: "ask about oneself",
  form: Type.Object(
    {
      diploma: KeySchema,
      name: Type.Optional(Type.String({ maxLength: 100 })),
      address: Type.String({ maxLength: 320 }),
      text: Type.String({ maxLength: MOST }),
      language: Language,
      caller: Caller,
    },
    closed,
  ),
  output: output.nothing,
  writes: ["question", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const address = input.address.trim();
    const body = input.text.trim();
    const wrong = addressIssue("address", address);
    const issues = [...(wrong ? [wrong] : []), ...(body === "" ? [EMPTY] : [])];
    if (issues.length > 0) return invalid(issues);
    const law = context.law(input.diploma, { on: today });
    if (!law) return FORBIDDEN;
    const [mailbox, caller] = [withoutNote(address), callerOf(input)];
    const before = await questionsSince(tx, { mailbox, caller, since: new Date(at.getTime() - DAY) });
    if (before.mailbox >= FROM_A_MAILBOX || before.caller >= FROM_A_NETWORK || before.all >= IN_ALL)
      return invalid([TOO_MANY]);
    const id = newId();
    const { diploma, name = "", language: lang } = input;
    const account = actor.kind === "account" ? actor.account : null;
    const asked = { id, diploma, name: name.trim(), address, mailbox, account, caller, lang, body, askedAt: at };
    await insertQuestion(tx, asked);
    const reader = account === null ? null : actorName(actor);
    const words = questionCopyMail(lang, { school: law.establishment.name, body });
    await postMail(tx, { reader, to: address, lang, about: questionChain(id), at, ...words });
    return begun({}, questionChain(id));
  },
});

export const answerQuestion = defineAct({
  name: "answerQuestion",
  label: { fr: "Répondre à une question", en: "Answer a question" },
  who: "handle the dossiers",
  form: Type.Object({ question: Id, text: Type.String({ maxLength: 8000 }) }, closed),
  output: output.nothing,
  writes: ["question", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const answer = input.text.trim();
    if (answer === "") return invalid([NO_ANSWER]);
    await lockChain(tx, questionChain(input.question));
    const asked = await findQuestion(tx, input.question);
    const law = asked && context.law(asked.diploma, { on: today });
    if (!asked || !law) return FORBIDDEN;
    if (asked.answer !== null) return invalid([ANSWERED]);
    await keepQuestionAnswer(tx, asked.id, { answer, by: actorName(actor), at });
    const { lang, body, account } = asked;
    const reader = account === null ? null : `account:${account}`;
    const words = questionAnswerMail(lang, { school: law.establishment.name, body, answer });
    await postMail(tx, { reader, to: asked.address, lang, about: questionChain(asked.id), at, ...words });
    return done({}, questionChain(asked.id));
  },
});

/** Questions per page. */
const PAGE = 50;

export const seeQuestions = defineView({
  name: "seeQuestions",
  label: { fr: "Voir les questions posées à l’école", en: "See the questions asked of the school" },
  who: "see the dossiers",
  form: Type.Object({ answered: Type.Boolean(), after: Type.Optional(Id) }, closed),
  output: output.seeQuestions,
  async read({ tx, input: { answered, after: last } }) {
    const from = last === undefined ? undefined : await findQuestion(tx, last);
    const after = from && { at: from.askedAt, question: from.id };
    const found = await listQuestions(tx, { answered, after }, PAGE + 1);
    const questions = found.slice(0, PAGE).map(shown);
    return { questions, next: found.length > PAGE ? questions.at(-1)!.id : null };
  },
});

function shown({ askedAt, answeredAt, account: _account, ...rest }: Question) {
  return { ...rest, askedAt: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null };
}

export const seeQuestion = defineView({
  name: "seeQuestion",
  label: { fr: "Lire une question", en: "Read a question" },
  who: "see the dossiers",
  form: Type.Object({ question: Id }, closed),
  output: output.seeQuestion,
  async read({ tx, input }) {
    const found = await findQuestion(tx, input.question);
    return found && shown(found);
  },
});

const EMPTY = issue("text", "Écrivez votre question.", "Write your question.");
const NO_ANSWER = issue("text", "Écrivez la réponse.", "Write the answer.");
const ANSWERED = issue(
  "text",
  "Un collègue a déjà répondu à cette question : rechargez la page pour le lire.",
  "A colleague has answered this question already: reload the page to read it.",
);
const TOO_MANY = issue(
  "text",
  "Trop de questions ont été posées aujourd’hui. Réessayez demain, ou écrivez à l’école par la poste.",
  "Too many questions were asked today. Try again tomorrow, or write to the school by post.",
);
