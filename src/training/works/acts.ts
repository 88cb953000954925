/** A work for an exam: its subject proposed and judged, its director named and replaced, the text deposited and counted. */
import { FREE } from "../../act/binding.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { barredNow, standingOn } from "../../act/standing.ts";
import { sayInstant } from "../../kit/instant.ts";
import type { Label } from "../../kit/lang.ts";
import { leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { type Doer, doerNamed, doersWho } from "../../people/contact.ts";
import { attachFile, detachFile, findFile } from "../../files/attach.ts";
import { fileProblems } from "../../files/words.ts";
import { postMail } from "../../mail/post.ts";
import { tellTrainee } from "../cohorts/telling.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { type Enrolment, findCohort, findEnrolment } from "../cohorts/store.ts";
import { enrolmentChain } from "../enrolled.ts";
import { Trainer } from "../lessons/forms.ts";
import { isWithin, mayWithdraw, WORK, type WorkFact, workKey, workOf } from "../rules/work.ts";
import { studyGroups } from "../study/groups.ts";
import { insertWorkFact, workFacts } from "./store.ts";
import { directedMail, directorMail, judgedMail, receiptMail, workWithdrawnMail } from "./mails.ts";
import { sayCount, sayFiles, sayLength, workWords } from "./words.ts";
import { type OpenWork, worksAsked } from "./works.ts";
import * as output from "./output.ts";

const Line = Type.String({ minLength: 1, maxLength: 500 });
const Of = { enrolment: Id, exam: KeySchema };

type Context = Performing<{ readonly enrolment: string; readonly exam: string }>;
type FindEnrolment = (context: Context) => Promise<Enrolment | undefined>;

const anyEnrolment: FindEnrolment = ({ tx, input }) => findEnrolment(tx, input.enrolment);
const callersEnrolment: FindEnrolment = ({ tx, actor, input }) => ownEnrolment(tx, actor, input.enrolment);

/** Locks the chain; finds the enrolment, the work asked for, and its facts so far. */
async function findWork(context: Context, whose: FindEnrolment) {
  const { tx, input } = context;
  const chain = enrolmentChain(input.enrolment);
  const enrolment = (await lockChain(tx, chain)) ? await whose(context) : undefined;
  const asked = enrolment && (await worksAsked(context, enrolment)).find(({ exam }) => exam === input.exam);
  if (!enrolment || !asked) return undefined;
  const facts = (await workFacts(tx, enrolment.id)).filter(({ exam }) => exam === input.exam);
  return { chain, enrolment, asked, facts, work: workOf(facts) };
}

type FoundWork = { readonly enrolment: Enrolment; readonly asked: OpenWork; readonly facts: readonly WorkFact[] };

async function happens(
  { tx, actor, at }: Context,
  { enrolment, asked, facts }: FoundWork,
  fact: WorkFact,
): Promise<void> {
  const key = { id: newId(), enrolment: enrolment.id, exam: asked.exam, number: facts.length + 1 };
  await insertWorkFact(tx, { ...key, fact, by: actorName(actor), at });
}

export const proposeSubject = defineAct({
  name: "proposeSubject",
  label: { fr: "Proposer le sujet d’un travail", en: "Propose the subject of a work" },
  who: "be in training",
  form: Type.Object({ ...Of, subject: Line }, closed),
  output: output.workDone,
  free: FREE.own,
  writes: ["work_fact"],
  async perform(context) {
    const work = await findWork(context, callersEnrolment);
    if (!work) return FORBIDDEN;
    if (work.asked.closed) return invalid([closedIssue("subject", work.asked.closed)]);
    if (work.work.standing === "validated") return invalid([VALIDATED]);
    await happens(context, work, { kind: "proposed", details: { subject: context.input.subject } });
    return done({}, work.chain);
  },
});

/** `reason`: of a refusal, told to the trainee. */
export const judgeSubject = defineAct({
  name: "judgeSubject",
  label: { fr: "Valider ou refuser un sujet", en: "Validate or refuse a subject" },
  who: "run the training",
  form: Type.Object({ ...Of, validated: Type.Boolean(), reason: Type.Optional(Line) }, closed),
  output: output.workDone,
  writes: ["work_fact", "mail"],
  async perform(context) {
    const { validated, reason = "" } = context.input;
    const work = await findWork(context, anyEnrolment);
    if (!work) return FORBIDDEN;
    const { subject, standing } = work.work;
    if (standing !== "proposed" || subject === null) return invalid([NOT_PROPOSED]);
    if (!validated && reason.trim() === "") return invalid([NO_REASON]);
    const fact: WorkFact = validated
      ? { kind: "validated", details: { subject } }
      : { kind: "refused", details: { subject, reason } };
    await happens(context, work, fact);
    await tellTrainee(context, work.enrolment, (lang) => judgedMail(lang, { subject, validated, reason }));
    return done({}, work.chain);
  },
});

/** Naming another director replaces the former: both are told, and the trainee. */
export const nameWorkDirector = defineAct({
  // Journals, tokens and API clients know it by the name of the first directed work, the mémoire.
  name: "nameMemoireDirector",
  label: { fr: "Nommer qui dirige un travail", en: "Name who directs a work" },
  who: "run the training",
  form: Type.Object({ ...Of, director: Trainer }, closed),
  output: output.workDone,
  free: "says who helps with a work, and may be said anew",
  writes: ["work_fact", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const work = await findWork(context, anyEnrolment);
    if (!work) return FORBIDDEN;
    if (!work.asked.asked) return invalid([closedIssue("director", work.asked.closed!)]);
    if (!work.asked.directed) return invalid([NOT_DIRECTED]);
    const director = (await doersWho(tx, "direct a work")).find(({ actor }) => actor === input.director);
    if (!director) return invalid([NO_DIRECTOR]);
    const former = work.work.director?.actor;
    if (former === director.actor) return invalid([SAME_DIRECTOR]);
    const { actor, name } = director;
    await happens(context, work, { kind: "directed", details: { director: actor, name } });
    await tellDirector(context, director, work, "named");
    const formerDoer = former === undefined ? undefined : await doerNamed(tx, former);
    if (formerDoer) await tellDirector(context, formerDoer, work, "replaced");
    await tellTrainee(context, work.enrolment, (lang) => directedMail(lang, { name, work: work.asked.work[lang] }));
    return done({}, work.chain);
  },
});

async function tellDirector(
  { tx, at, establishment }: Context,
  { actor, address: to, language: lang }: Doer,
  { chain: about, enrolment, asked }: Pick<FoundWork, "enrolment" | "asked"> & { readonly chain: string },
  what: "named" | "replaced",
): Promise<void> {
  const guest = actor.startsWith("guest:");
  const { open, ...letter } = directorMail(lang, { name: enrolment.name, what, work: asked.work[lang] });
  const link = { path: schoolPath(establishment, lang, guest ? "/invite" : "/memoires"), label: open };
  await postMail(tx, { reader: guest ? null : actor, to, lang, about, at, link, ...letter });
}

/**
 * Pages are counted in the file; signs are stated by the author. What is short or long is told at once, or refused, as the référentiel
 * says. The receipt is mailed. A text that is deposited already is replaced.
 */
export const depositWork = defineAct({
  name: "depositWork",
  label: { fr: "Déposer un travail", en: "Deposit a work" },
  who: "be in training",
  from: leaves(WORK, "withdrawn"),
  form: Type.Object(
    { ...Of, upload: Id, signs: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000_000 })) },
    closed,
  ),
  output: output.depositWork,
  free: FREE.own,
  writes: ["work_fact", "stored_file", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today, zone } = context;
    const work = await findWork(context, callersEnrolment);
    if (!work || actor.kind !== "account") return FORBIDDEN;
    const { asked, chain: about, enrolment, facts } = work;
    if (asked.closed) return invalid([closedIssue("upload", asked.closed)]);
    if (asked.collective) {
      const [group] = await studyGroups(tx, { on: today, enrolment: enrolment.id });
      return invalid([group ? OF_GROUP : NO_GROUP]);
    }
    if (asked.length === "signs" && input.signs === undefined) return invalid([NO_SIGNS]);
    const relied = await standingOn(context, WORK, ["withdrawn"], workKey(enrolment.id, asked.exam));
    if (work.work.deposit !== null && relied.length > 0)
      return invalid(relied.map(({ says }) => issue("upload", says.fr, says.en)));
    const { upload } = input;
    const attached = await attachFile(tx, { upload, account: actor.account, about, slot: `work:${asked.exam}`, at });
    if ("problem" in attached) {
      const { problem } = attached;
      return invalid([{ path: "upload", message: (lang) => fileProblems[lang][problem] }]);
    }
    const { file } = attached;
    const stored = (await findFile(tx, file))!;
    const { pages, sha256, type } = stored;
    if (!asked.files.includes(type))
      return invalid([{ path: "upload", message: (lang) => workWords(lang).otherFile(sayFiles(asked.files, lang)) }]);
    const count = asked.length === "signs" ? input.signs! : pages;
    const within = count === null ? null : isWithin(asked.measure, count);
    if (asked.strict && within === false)
      return invalid([{ path: "upload", message: (lang) => workWords(lang).refused(sayLength(asked, count!, lang)) }]);
    const number = facts.filter(({ kind }) => kind === "deposited").length + 1;
    const receipt = `${enrolment.number}-${asked.exam}-${number}`;
    await happens(context, work, { kind: "deposited", details: { file, count, receipt, sha256, pages } });
    await tellTrainee(context, enrolment, (lang) =>
      receiptMail(lang, {
        receipt,
        work: asked.label[lang],
        at: sayInstant(at, zone, lang),
        name: stored.name,
        length: count === null ? null : sayCount(asked.length, count, lang),
        outside: within === false ? sayLength(asked, count!, lang) : null,
        sha256,
      }),
    );
    return done({ receipt, count, within }, about);
  },
});

/** Until the last day, and while no examiner relies on it; the receipt stays. */
export const withdrawWork = defineAct({
  name: "withdrawWork",
  label: { fr: "Retirer un travail déposé", en: "Withdraw a deposited work" },
  who: "be in training",
  from: leaves(WORK, "withdrawn"),
  form: Type.Object(Of, closed),
  output: output.workDone,
  free: FREE.own,
  writes: ["work_fact", "stored_file", "mail"],
  async perform(context) {
    const { tx, at, today } = context;
    const work = await findWork(context, callersEnrolment);
    if (!work) return FORBIDDEN;
    const { chain: about, enrolment, asked } = work;
    if (asked.closed) return invalid([closedIssue("exam", asked.closed)]);
    const { deposit } = work.work;
    const thing = { id: workKey(enrolment.id, asked.exam), state: deposit === null ? "none" : "deposited" } as const;
    const no = await barredNow(context, WORK, "withdrawn", thing);
    if (no.length > 0) return invalid(no);
    const lastDay = (await findCohort(tx, enrolment.cohort))!.endsOn;
    if (!mayWithdraw(work.work, today, lastDay)) return invalid([TOO_LATE]);
    // Its receipt names it, so that its bytes stay.
    await detachFile(tx, { file: deposit!.file, about, at, keep: true });
    await happens(context, work, { kind: "withdrawn", details: { file: deposit!.file } });
    const { receipt = "" } = deposit!;
    await tellTrainee(context, enrolment, (lang) => workWithdrawnMail(lang, { receipt, work: asked.label[lang] }));
    return done({}, about);
  },
});

const closedIssue = (path: string, { fr, en }: Label) => issue(path, fr, en);
const NO_GROUP = issue(
  "upload",
  "Ce travail est celui d’un groupe d’étude collective, et l’école ne vous a encore mis dans aucun : le rapport se dépose ensuite avec le groupe.",
  "This work is that of a collective study group, and the school has put you in none yet: the report is then deposited with the group.",
);
const TOO_LATE = issue(
  "exam",
  "Le dernier jour est passé : ce travail ne se retire plus. Demandez à l’école.",
  "The last day is past: this work can no longer be withdrawn. Ask the school.",
);
const VALIDATED = issue("subject", "Ce sujet est déjà validé.", "This subject is validated already.");
const NOT_PROPOSED = issue("validated", "Aucun sujet n’attend de réponse.", "No subject waits for an answer.");
const NO_REASON = issue("reason", "Dites pourquoi le sujet est refusé.", "Say why the subject is refused.");
const NOT_DIRECTED = issue("director", "Ce travail n’a pas de directeur.", "This work has no director.");
const NO_DIRECTOR = issue(
  "director",
  "Cette personne n’a pas le rôle de direction de travaux ici : confiez-le-lui, ou invitez-la, d’abord.",
  "This person has not the role of director of works here: give it to them, or invite them, first.",
);
const SAME_DIRECTOR = issue("director", "Cette personne le dirige déjà.", "This person directs it already.");
const OF_GROUP = issue(
  "upload",
  "Ce travail est celui de votre groupe d’étude collective : déposez-y le rapport.",
  "This work is that of your collective study group: deposit the report there.",
);
const NO_SIGNS = issue("signs", "Dites combien de signes compte le texte.", "Say how many signs the text has.");
