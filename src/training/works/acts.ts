/** A work for an exam: its subject proposed and judged, its director named and replaced, what was written deposited and counted. */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { type Doer, doerNamed, doersWho } from "../../people/contact.ts";
import { attachFile, findFile } from "../../files/attach.ts";
import { fileProblems } from "../../files/words.ts";
import { postMail } from "../../mail/post.ts";
import { tellTrainee } from "../cohorts/acts.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { type Enrolment, findEnrolment } from "../cohorts/store.ts";
import { enrolmentChain } from "../enrolled.ts";
import { Trainer } from "../lessons/forms.ts";
import { type AskedWork, isWithin, type WorkFact, workOf } from "../rules/work.ts";
import { studyGroups } from "../study/groups.ts";
import { insertWorkFact, workFacts } from "./store.ts";
import { directedMail, directorMail, judgedMail } from "./mails.ts";
import { worksAsked } from "./works.ts";
import * as gives from "./output.ts";

const Line = Type.String({ minLength: 1, maxLength: 500 });
const Of = { enrolment: Id, exam: KeySchema };

type Context = Performing<{ readonly enrolment: string; readonly exam: string }>;
type Whose = (context: Context) => Promise<Enrolment | undefined>;

const anybodys: Whose = ({ tx, input }) => findEnrolment(tx, input.enrolment);
const ones: Whose = ({ tx, actor, input }) => ownEnrolment(tx, actor, input.enrolment);

/** Whose it is, which work is meant, and what happened to it so far. */
async function found(context: Context, whose: Whose) {
  const { tx, input } = context;
  const chain = enrolmentChain(input.enrolment);
  const enrolment = (await lockChain(tx, chain)) ? await whose(context) : undefined;
  const asked = enrolment && (await worksAsked(context, enrolment)).find(({ exam }) => exam === input.exam);
  if (!enrolment || !asked) return undefined;
  const facts = (await workFacts(tx, enrolment.id)).filter(({ exam }) => exam === input.exam);
  return { chain, enrolment, asked, facts, work: workOf(facts) };
}

type Found = { readonly enrolment: Enrolment; readonly asked: AskedWork; readonly facts: readonly unknown[] };

async function happens({ tx, actor, at }: Context, { enrolment, asked, facts }: Found, fact: WorkFact): Promise<void> {
  const where = { id: newId(), enrolment: enrolment.id, exam: asked.exam, number: facts.length + 1 };
  await insertWorkFact(tx, { ...where, fact, by: actorName(actor), at });
}

export const proposeSubject = defineAct({
  name: "proposeSubject",
  label: { fr: "Proposer le sujet d’un travail", en: "Propose the subject of a work" },
  who: "be in training",
  form: Type.Object({ ...Of, subject: Line }, closed),
  gives: gives.workDone,
  writes: ["work_fact"],
  async perform(context) {
    const of = await found(context, ones);
    if (!of) return FORBIDDEN;
    if (of.work.standing === "validated") return invalid([VALIDATED]);
    await happens(context, of, { kind: "proposed", details: { subject: context.input.subject } });
    return done({}, of.chain);
  },
});

/** `reason`: of a refusal, which the person is told. */
export const judgeSubject = defineAct({
  name: "judgeSubject",
  label: { fr: "Valider ou refuser un sujet", en: "Validate or refuse a subject" },
  who: "run the training",
  form: Type.Object({ ...Of, validated: Type.Boolean(), reason: Type.Optional(Line) }, closed),
  gives: gives.workDone,
  writes: ["work_fact", "mail"],
  async perform(context) {
    const { validated, reason = "" } = context.input;
    const of = await found(context, anybodys);
    if (!of) return FORBIDDEN;
    const { subject, standing } = of.work;
    if (standing !== "proposed" || subject === null) return invalid([NOT_PROPOSED]);
    if (!validated && reason.trim() === "") return invalid([NO_REASON]);
    const fact: WorkFact = validated
      ? { kind: "validated", details: { subject } }
      : { kind: "refused", details: { subject, reason } };
    await happens(context, of, fact);
    await tellTrainee(context, of.enrolment, (lang) => judgedMail(lang, { subject, validated, reason }));
    return done({}, of.chain);
  },
});

/** Named again, it is somebody else’s from now on: both are told, and the person. */
export const nameWorkDirector = defineAct({
  // What was recorded, what tokens were made for and what programs call has this name: the first directed work that there was.
  name: "nameMemoireDirector",
  label: { fr: "Nommer qui dirige un travail", en: "Name who directs a work" },
  who: "run the training",
  form: Type.Object({ ...Of, director: Trainer }, closed),
  gives: gives.workDone,
  writes: ["work_fact", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const of = await found(context, anybodys);
    if (!of) return FORBIDDEN;
    if (!of.asked.directed) return invalid([NOT_DIRECTED]);
    const director = (await doersWho(tx, "direct a work")).find(({ actor }) => actor === input.director);
    if (!director) return invalid([NO_DIRECTOR]);
    const former = of.work.director?.actor;
    if (former === director.actor) return invalid([SAME_DIRECTOR]);
    const { actor, name } = director;
    await happens(context, of, { kind: "directed", details: { director: actor, name } });
    await tellDirector(context, director, of, "named");
    const before = former === undefined ? undefined : await doerNamed(tx, former);
    if (before) await tellDirector(context, before, of, "replaced");
    await tellTrainee(context, of.enrolment, (lang) => directedMail(lang, { name, work: of.asked.work[lang] }));
    return done({}, of.chain);
  },
});

async function tellDirector(
  { tx, at, establishment }: Context,
  { actor, address: to, language: lang }: Doer,
  { chain: about, enrolment, asked }: Pick<Found, "enrolment" | "asked"> & { readonly chain: string },
  what: "named" | "replaced",
): Promise<void> {
  const guest = actor.startsWith("guest:");
  const { open, ...letter } = directorMail(lang, { name: enrolment.name, what, work: asked.work[lang] });
  const link = { path: schoolPath(establishment, lang, guest ? "/invite" : "/memoires"), label: open };
  await postMail(tx, { reader: guest ? null : actor, to, lang, about, at, link, ...letter });
}

/** Pages are counted in the file; signs are those that its author states. Too few or too many are told, and bar nothing. */
export const depositWork = defineAct({
  name: "depositWork",
  label: { fr: "Déposer un travail", en: "Deposit a work" },
  who: "be in training",
  form: Type.Object(
    { ...Of, upload: Id, signs: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000_000 })) },
    closed,
  ),
  gives: gives.depositWork,
  writes: ["work_fact", "stored_file"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const of = await found(context, ones);
    if (!of || actor.kind !== "account") return FORBIDDEN;
    const { asked, chain: about, enrolment } = of;
    if (asked.collective && (await studyGroups(tx, { on: today, enrolment: enrolment.id })).length > 0)
      return invalid([OF_GROUP]);
    if (asked.length === "signs" && input.signs === undefined) return invalid([NO_SIGNS]);
    const { upload } = input;
    const attached = await attachFile(tx, { upload, account: actor.account, about, slot: `work:${asked.exam}`, at });
    if ("problem" in attached) {
      const { problem } = attached;
      return invalid([{ path: "upload", message: (lang) => fileProblems[lang][problem] }]);
    }
    const { file } = attached;
    const count = asked.length === "signs" ? input.signs! : ((await findFile(tx, file))?.pages ?? null);
    await happens(context, of, { kind: "deposited", details: { file, count } });
    return done({ count, within: count === null ? null : isWithin(asked.measure, count) }, about);
  },
});

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
