/**
 * The acts of the public check: a draft that a person fills in over several pages, and answers that they choose to keep. There are no
 * accounts: a draft is opened by its token (a cookie), a kept answer by its code.
 */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, erased, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { countStep } from "../act/counting.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { hashSecret, newCode, newToken, readCode } from "../kit/secret.ts";
import { LIMITS } from "../law/input.ts";
import {
  deleteExpiredAnswer,
  deleteIdleInquiry,
  deleteInquiry,
  deleteKeptAnswer,
  findInquiry,
  insertInquiry,
  insertKeptAnswer,
  updateInquiry,
} from "./store.ts";
import { ById, closed, described } from "../kit/shapes.ts";
import { unknownDeclared } from "./declared.ts";
import * as output from "./output.ts";

/** An untouched draft is deleted after this time. */
export const IDLE_HOURS = 24;
/** An answer can be reopened on the day it is kept and this many days more. */
export const KEPT_DAYS = 30;

const MAX_FACTS = 256 * 1024;
const MAX_INPUT = 1024 * 1024;

const Nothing = Type.Object({}, closed);
const Facts = described("Section.declared");

const inquiryChain = (id: string) => `inquiry:${id}`;
const answerChain = (id: string) => `kept-answer:${id}`;

export const startInquiry = defineAct({
  name: "startInquiry",
  label: { fr: "Commencer une recherche", en: "Start an inquiry" },
  who: "ask about oneself",
  form: Type.Object({ facts: Type.Optional(Facts) }, closed),
  output: output.startInquiry,
  writes: ["inquiry"],
  async perform({ tx, input, at }) {
    const issues = draftIssues("facts", input.facts ?? {}, MAX_FACTS);
    if (issues.length > 0) return invalid(issues);
    const id = newId();
    const token = newToken();
    await insertInquiry(tx, { id, tokenHash: hashSecret(token), facts: input.facts ?? {}, at });
    countStep(tx, "question");
    return begun({ token, version: 1 }, inquiryChain(id));
  },
});

/** Replaces the facts of a draft, unless it was saved since `version` was read. */
export const saveInquiry = defineAct({
  name: "saveInquiry",
  label: { fr: "Enregistrer sa recherche", en: "Save one’s inquiry" },
  who: "hold a draft",
  form: Type.Object({ version: Type.Integer({ minimum: 1, maximum: 2_000_000_000 }), facts: Facts }, closed),
  output: output.saveInquiry,
  writes: ["inquiry"],
  async perform(context) {
    const { tx, input, at } = context;
    const issues = draftIssues("facts", input.facts, MAX_FACTS);
    if (issues.length > 0) return invalid(issues);
    const draft = { tokenHash: hashSecret(secretOf(context)), idleSince: idleSince(at) };
    const saved = await updateInquiry(tx, { ...draft, ...input, at });
    if (saved) return done({ version: input.version + 1 }, inquiryChain(saved));
    const inquiry = await findInquiry(tx, draft.tokenHash, draft.idleSince);
    return inquiry ? stale({ version: inquiry.version, facts: inquiry.facts }) : FORBIDDEN;
  },
});

export const eraseInquiry = defineAct({
  name: "eraseInquiry",
  label: { fr: "Effacer sa recherche", en: "Erase one’s inquiry" },
  who: "hold a draft",
  form: Nothing,
  output: output.eraseInquiry,
  writes: ["inquiry"],
  async perform(context) {
    const id = await deleteInquiry(context.tx, hashSecret(secretOf(context)));
    return id === undefined ? FORBIDDEN : erased({}, inquiryChain(id));
  },
});

/** The most questions kept together: the four decisions, and the price once more for each way of paying. */
const MAX_QUESTIONS = 4 + LIMITS.funders;

/**
 * Decides again on the server and stores inputs and answers: an answer sent by a client proves nothing. A question is named after its
 * decision; further questions to the same decision append their own name: `quote:<payer>`.
 */
export const keepAnswer = defineAct({
  name: "keepAnswer",
  label: { fr: "Conserver une réponse", en: "Keep an answer" },
  who: "ask about oneself",
  form: Type.Object(
    {
      language: Type.Union([Type.Literal("fr"), Type.Literal("en")]),
      decisions: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
        title: "DecisionInputs",
        minProperties: 1,
        maxProperties: MAX_QUESTIONS,
      }),
    },
    closed,
  ),
  output: output.keepAnswer,
  writes: ["kept_answer"],
  async perform({ tx, input, today, decide }) {
    const { language, decisions: inputs } = input;
    const answers: Record<string, Record<string, unknown>> = {};
    const issues = sizeIssues("decisions", inputs, MAX_INPUT);
    for (const [name, facts] of Object.entries(issues.length > 0 ? {} : inputs)) {
      const decided = decide(name.split(":", 1)[0]!, facts);
      if (decided === undefined) issues.push(UNKNOWN_DECISION(name));
      else if ("fault" in decided) issues.push(...decided.fault.issues.map((one) => within(`decisions.${name}`, one)));
      else answers[name] = decided.answer(language);
    }
    if (issues.length > 0) return invalid(issues);
    const id = newId();
    const code = newCode();
    const { number, expiresOn } = await insertKeptAnswer(tx, {
      id,
      codeHash: hashSecret(code),
      language,
      inputs,
      answers,
      createdOn: today,
      days: KEPT_DAYS,
    });
    return begun({ number, code, expiresOn }, answerChain(id));
  },
});

export const eraseAnswer = defineAct({
  name: "eraseAnswer",
  label: { fr: "Effacer une réponse conservée", en: "Erase a kept answer" },
  who: "hold a kept answer",
  form: Nothing,
  output: output.eraseAnswer,
  writes: ["kept_answer"],
  async perform(context) {
    const code = readCode(secretOf(context));
    const answer = code === undefined ? undefined : await deleteKeptAnswer(context.tx, hashSecret(code));
    if (!answer) return FORBIDDEN;
    return erased({ number: answer.number }, answerChain(answer.id));
  },
});

export const expireInquiry = defineAct({
  name: "expireInquiry",
  label: { fr: "Effacer une recherche abandonnée", en: "Erase an idle inquiry" },
  who: "let time pass",
  form: ById,
  writes: ["inquiry"],
  async perform({ tx, input: { id }, at }) {
    const gone = await deleteIdleInquiry(tx, id, idleSince(at));
    return gone ? erased({}, inquiryChain(id)) : FORBIDDEN;
  },
});

export const expireAnswer = defineAct({
  name: "expireAnswer",
  label: { fr: "Effacer une réponse arrivée à son terme", en: "Erase an answer past its last day" },
  who: "let time pass",
  form: ById,
  writes: ["kept_answer"],
  async perform({ tx, input: { id }, today }) {
    const gone = await deleteExpiredAnswer(tx, id, today);
    return gone ? erased({}, answerChain(id)) : FORBIDDEN;
  },
});

export function idleSince(at: Date): Date {
  return new Date(at.getTime() - IDLE_HOURS * 3_600_000);
}

/** The secret presented; for other actors, a string that opens nothing. */
export function secretOf({ actor }: Pick<Performing<unknown>, "actor">): string {
  return actor.kind === "holder" ? actor.secret : "";
}

function draftIssues(path: string, facts: unknown, limit: number): Issue[] {
  return [...sizeIssues(path, facts, limit), ...unknownDeclared(path, facts)];
}

function sizeIssues(path: string, value: unknown, limit: number): Issue[] {
  if (JSON.stringify(value).length <= limit) return [];
  const kilobytes = limit / 1024;
  return [issue(path, `Trop de données : ${kilobytes} Kio au plus.`, `Too much: ${kilobytes} KiB at most.`)];
}

const UNKNOWN_DECISION = (name: string) =>
  issue(
    "decisions",
    `« ${name.slice(0, 60)} » n’est pas une décision connue.`,
    `"${name.slice(0, 60)}" is not a known decision.`,
  );

function within(path: string, { path: inner, message }: Issue): Issue {
  return { path: inner === "" ? path : `${path}.${inner}`, message };
}
