/**
 * Interview grids, by the law's criteria: each interviewer fills in their own, all finish before any reads another's, then they agree on a
 * common one. An interviewer who knows a candidate says so and does not examine them.
 */
import { countStep } from "../act/counting.ts";
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { officeReads } from "../dossier/hands.ts";
import { findIntake } from "../intake/intake.ts";
import { leaves } from "../kit/machine.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { unknownKey } from "../kit/unknown-keys.ts";
import { closed, Id } from "../kit/shapes.ts";
import { KeySchema } from "../law/entry.ts";
import { doerNamed } from "../people/contact.ts";
import { barredNow, happened, interviewsChain, lockedInterview } from "./arranging.ts";
import { INTERVIEW } from "./rules/state.ts";
import { type Appreciations, gridsOf, insertProposal, proposalsOf, putGrid } from "./grids/store.ts";
import { factsOf, type Interview } from "./store.ts";
import { insertLink, linksOf } from "./candidates/store.ts";
import { tellArrangers } from "./telling.ts";
import * as output from "./output.ts";

const GridFields = {
  appreciations: Type.Record(KeySchema, Type.String({ maxLength: 4000 })),
  remark: Type.String({ maxLength: 4000 }),
};

export const saveGrid = defineAct({
  name: "saveGrid",
  label: { fr: "Remplir sa grille d’entretien", en: "Fill in one’s grid of an interview" },
  who: "hold interviews",
  /** `finish`: makes it final; the others may read it once theirs are final too. */
  form: Type.Object(
    { interview: Id, version: Type.Integer({ minimum: 0, maximum: 1_000_000 }), finish: Type.Boolean(), ...GridFields },
    closed,
  ),
  output: output.changeInterviewDay,
  writes: ["interview_grid"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const interview = await heldBy(context, input.interview);
    if (!interview) return FORBIDDEN;
    const no = [...(await barredNow(context, interview, "proposed")), ...tooEarly(interview, at)];
    if (no.length > 0) return invalid(no);
    const who = actorName(actor);
    const before = (await gridsOf(tx, interview.id)).find((one) => one.who === who);
    if (before?.finishedAt) return invalid([FINISHED]);
    const { version } = input;
    if ((before?.version ?? 0) !== version) return stale(before);
    const keys = await criteriaOf(context, interview);
    const unknown = unknownCriteria(input, keys);
    if (unknown.length > 0) return invalid(unknown);
    const grid = trimmed(input, keys);
    const missing = input.finish ? keys.filter((key) => grid.appreciations[key] === "").map(missingOf) : [];
    if (missing.length > 0) return invalid(missing);
    await putGrid(tx, { interview: interview.id, who, ...grid, version, at, finished: input.finish });
    return done({ version: version + 1 }, interviewsChain(interview.dossier));
  },
});

export const proposeGrid = defineAct({
  name: "proposeGrid",
  from: leaves(INTERVIEW, "proposed"),
  label: { fr: "Proposer une grille commune", en: "Propose a grid for all who examine" },
  who: "hold interviews",
  form: Type.Object({ interview: Id, ...GridFields }, closed),
  output: output.done,
  writes: ["interview_proposal", "interview_fact", "interview"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const interview = await heldBy(context, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(context, interview, "proposed");
    if (no.length > 0) return invalid(no);
    if (!(await allFinished(context, interview))) return invalid([NOT_ALL]);
    const keys = await criteriaOf(context, interview);
    const unknown = unknownCriteria(input, keys);
    if (unknown.length > 0) return invalid(unknown);
    const grid = trimmed(input, keys);
    const missing = keys.filter((key) => grid.appreciations[key] === "").map(missingOf);
    if (missing.length > 0) return invalid(missing);
    const [id, by] = [newId(), actorName(actor)];
    await insertProposal(tx, interview.id, { id, ...grid, by, at });
    // A sole interviewer agrees by proposing.
    const kind = interview.examiners.length === 1 ? "agreed" : "proposed";
    await happened(context, interview, {
      kind,
      by,
      details: { proposal: id, ...(kind === "agreed" && { all: true }) },
    });
    return done({}, interviewsChain(interview.dossier));
  },
});

export const agreeGrid = defineAct({
  name: "agreeGrid",
  from: leaves(INTERVIEW, "agreed"),
  label: { fr: "Accepter la grille commune", en: "Agree on the grid for all who examine" },
  who: "hold interviews",
  form: Type.Object({ interview: Id, proposal: Id }, closed),
  output: output.done,
  writes: ["interview_fact", "interview"],
  async perform(context) {
    const { tx, input, actor } = context;
    const interview = await heldBy(context, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(context, interview, "agreed");
    if (no.length > 0) return invalid(no);
    const last = (await proposalsOf(tx, interview.id)).at(-1);
    if (!last || last.id !== input.proposal) return stale({ proposal: last?.id ?? null });
    const by = actorName(actor);
    const agreed = [last.by, ...(await agreedOn(context, interview, last.id))];
    if (agreed.includes(by)) return FORBIDDEN;
    const all = interview.examiners.every((one) => one === by || agreed.includes(one));
    const details = { proposal: last.id, ...(all && { all }) };
    await happened(context, interview, { kind: "agreed", by, details });
    if (all) countStep(tx, "interview");
    return done({}, interviewsChain(interview.dossier));
  },
});

export const declareInterviewLink = defineAct({
  name: "declareInterviewLink",
  label: {
    fr: "Dire qu’on connaît un candidat et qu’on ne l’examine pas",
    en: "Say that one knows a candidate and does not examine them",
  },
  who: "hold interviews",
  form: Type.Object({ interview: Id, said: Type.String({ maxLength: 1000 }) }, closed),
  output: output.done,
  writes: ["interview_link", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const interview = await lockedInterview(tx, input.interview);
    const who = actorName(actor);
    if (!interview?.examiners.includes(who)) return FORBIDDEN;
    const no = await barredNow(context, interview, "moved");
    if (no.length > 0) return invalid(no);
    const link = { dossier: interview.dossier, who, said: input.said.trim(), at, by: who };
    if (!(await insertLink(tx, link))) return invalid([KNOWN_ALREADY]);
    await tellArrangers(context, interview, "link");
    return done({}, interviewsChain(interview.dossier));
  },
});

/** The same, noted by staff who were told of it. */
export const noteLink = defineAct({
  name: "noteLink",
  label: { fr: "Noter qui ne doit pas examiner un candidat", en: "Note who must not examine a candidate" },
  who: "arrange interviews",
  form: Type.Object(
    { dossier: Id, who: Type.String({ maxLength: 60 }), said: Type.String({ maxLength: 1000 }) },
    closed,
  ),
  output: output.done,
  writes: ["interview_link"],
  async perform({ tx, input, actor, at }) {
    const { dossier, who } = input;
    if (!(await officeReads(tx, actor, dossier))) return FORBIDDEN;
    if (!/^(?:account|guest):[0-9a-f-]{36}$/.test(who) || !(await doerNamed(tx, who))) return invalid([NOBODY]);
    const link = { dossier, who, said: input.said.trim(), at, by: actorName(actor) };
    return (await insertLink(tx, link)) ? done({}, interviewsChain(dossier)) : invalid([KNOWN_ALREADY]);
  },
});

type Context = Pick<Performing<unknown>, "tx" | "actor" | "law">;

/** The interview, for an interviewer who neither knows the candidate nor is the candidate. */
async function heldBy({ tx, actor }: Context, id: string): Promise<Interview | undefined> {
  const interview = await lockedInterview(tx, id);
  const who = actorName(actor);
  if (!interview?.examiners.includes(who) || who === `account:${interview.account}`) return undefined;
  return (await linksOf(tx, interview.dossier)).some((link) => link.who === who) ? undefined : interview;
}

async function allFinished({ tx }: Context, { id, examiners }: Interview): Promise<boolean> {
  const grids = await gridsOf(tx, id);
  return examiners.every((one) => grids.some(({ who, finishedAt }) => who === one && finishedAt !== null));
}

async function agreedOn({ tx }: Context, { id }: Interview, proposal: string): Promise<readonly string[]> {
  const facts = await factsOf(tx, id);
  return facts.filter(({ kind, details }) => kind === "agreed" && details.proposal === proposal).map(({ by }) => by);
}

/** The criteria's keys, in the intake's law. */
async function criteriaOf({ tx, law }: Context, { intake: id }: Interview): Promise<readonly string[]> {
  const intake = (await findIntake(tx, id))!;
  return law(intake.diploma, { version: intake.lawVersion })!.diploma.admission.criteria.map(({ key }) => key);
}

type Typed = { readonly appreciations: Appreciations; readonly remark: string };
function unknownCriteria({ appreciations }: Typed, keys: readonly string[]): Issue[] {
  const unknown = Object.keys(appreciations).filter((key) => !keys.includes(key));
  return unknown.map((key) => unknownKey(`appreciations.${key}`));
}

function trimmed({ appreciations, remark }: Typed, keys: readonly string[]): Typed {
  const own = keys.map((key) => [key, (appreciations[key] ?? "").trim()] as const);
  return { appreciations: Object.fromEntries(own), remark: remark.trim() };
}

function tooEarly({ beginsAt }: Interview, at: Date): Issue[] {
  return at < beginsAt ? [NOT_YET] : [];
}

const missingOf = (key: string): Issue =>
  issue(
    `appreciations.${key}`,
    "Écrivez une appréciation de ce critère avant de terminer.",
    "Write an appreciation of this criterion before you finish.",
  );
const NOT_YET = issue(
  "remark",
  "La grille se remplit à partir de l’heure de l’entretien.",
  "The grid is filled in from the hour of the interview on.",
);
const FINISHED = issue(
  "remark",
  "Votre grille est terminée : elle ne change plus. Dites le reste dans la grille commune.",
  "Your grid is finished: it changes no more. Say the rest in the one for all.",
);
const NOT_ALL = issue(
  "remark",
  "Chacun remplit d’abord sa propre grille : l’autre n’est pas encore terminée.",
  "Each fills in their own grid first: the other one is not finished yet.",
);
const KNOWN_ALREADY = issue("said", "C’est déjà noté.", "This is noted already.");
const NOBODY = issue("who", "Choisissez dans la liste.", "Choose from the list.");
