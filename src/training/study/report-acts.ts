/** The collective report of a study: one member deposits it for all, its pages are counted; replacing or withdrawing it is a new record. */
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { sayInstant } from "../../kit/instant.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { attachFile, findFile } from "../../files/attach.ts";
import { fileProblems } from "../../files/words.ts";
import { tellTrainee } from "../cohorts/telling.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { cohortOf } from "../cohorts/cohorts.ts";
import { enrolmentChain } from "../enrolled.ts";
import { groupOn, reportOf, studyUnit } from "../rules/study.ts";
import { filesTaken, isWithin } from "../rules/work.ts";
import { receiptMail } from "../works/mails.ts";
import { sayCount, sayFiles, sayLength, workWords } from "../works/words.ts";
import { membersOn } from "./groups.ts";
import { findGroup, findStudy, groupChain, insertReport, membershipsOf, reportFacts } from "./kept.ts";
import { depositedMail, type Letter, withdrawnMail } from "./mails.ts";
import { tellMember } from "./telling.ts";
import type { Lang } from "../../kit/lang.ts";
import * as output from "./output.ts";

/** Too few or too many pages are told at once, or refused, as the référentiel says; the receipt is mailed to whoever deposits it. */
export const depositReport = defineAct({
  name: "depositReport",
  label: {
    fr: "Déposer le rapport collectif d’une étude collective",
    en: "Deposit the collective report of a collective study",
  },
  who: "be in training",
  form: Type.Object({ enrolment: Id, upload: Id }, closed),
  output: output.depositReport,
  writes: ["study_report", "stored_file", "mail"],
  async perform(context) {
    const { tx, input, actor, at, law: lawOf } = context;
    const ownGroup = await ofOwnGroup(context);
    if (!("group" in ownGroup)) return ownGroup;
    if (actor.kind !== "account") return FORBIDDEN;
    const { group, study, chain, own, facts } = ownGroup;
    const { upload } = input;
    const cohort = await cohortOf(tx, group.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    const unit = law && studyUnit(law.diploma);
    if (!unit) return FORBIDDEN;
    // The slot names the exam, as for any work, so that its examiners find it.
    const slot = `report:${unit.domain.domain}`;
    const attached = await attachFile(tx, { upload, account: actor.account, about: chain, slot, at });
    if ("problem" in attached) {
      const { problem } = attached;
      return invalid([{ path: "upload", message: (lang) => fileProblems[lang][problem] }]);
    }
    const { file } = attached;
    const { pages, name, sha256, type } = (await findFile(tx, file))!;
    const taken = filesTaken(law.diploma);
    if (!taken.includes(type))
      return invalid([{ path: "upload", message: (lang) => workWords(lang).otherFile(sayFiles(taken, lang)) }]);
    const measure = unit.report?.measure;
    const within = pages === null || !measure ? null : isWithin(measure, pages);
    const outside = (lang: Lang) => sayLength({ length: "pages", measure: measure! }, pages!, lang);
    if (within === false && law.diploma.works?.outside === "refused")
      return invalid([{ path: "upload", message: (lang) => workWords(lang).refused(outside(lang)) }]);
    const row = { id: newId(), group: group.id, enrolment: own.id, number: facts.length + 1, reason: "" };
    await insertReport(tx, { ...row, kind: "deposited", file, pages, by: actorName(actor), at });
    await tellOthers(context, ownGroup, (lang) => depositedMail(lang, { study, who: own.name, pages }));
    await tellTrainee(context, own, (lang) =>
      receiptMail(lang, {
        receipt: `${own.number}-${unit.domain.domain}-G${row.number}`,
        work: unit.domain.exam.label[lang],
        at: sayInstant(at, context.zone, lang),
        name,
        length: pages === null ? null : sayCount("pages", pages, lang),
        outside: within === false ? outside(lang) : null,
        sha256,
      }),
    );
    return done({ pages, within }, chain);
  },
});

export const withdrawReport = defineAct({
  name: "withdrawReport",
  label: {
    fr: "Retirer le rapport collectif d’une étude collective",
    en: "Withdraw the collective report of a collective study",
  },
  who: "be in training",
  form: Type.Object({ enrolment: Id, reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  output: output.withdrawReport,
  writes: ["study_report", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const ownGroup = await ofOwnGroup(context);
    if (!("group" in ownGroup)) return ownGroup;
    const { group, study, chain, own, facts } = ownGroup;
    if (!reportOf(facts)) return invalid([refusals.noReport]);
    // It is what keeps the group, now that the place is gone.
    if (study.state === "withdrawn") return invalid([refusals.hostGone]);
    const { reason } = input;
    const row = { id: newId(), group: group.id, enrolment: own.id, number: facts.length + 1, reason };
    await insertReport(tx, { ...row, kind: "withdrawn", file: null, pages: null, by: actorName(actor), at });
    await tellOthers(context, ownGroup, (lang) => withdrawnMail(lang, { study, who: own.name, reason }));
    return done({}, chain);
  },
});

/** The caller's group of today, with its reports; locks all the chains. */
async function ofOwnGroup(context: Performing<{ readonly enrolment: string }>) {
  const { tx, input, actor, today } = context;
  const own = await ownEnrolment(tx, actor, input.enrolment);
  if (!own) return FORBIDDEN;
  const id = groupOn(await membershipsOf(tx, [own.id]), today);
  if (id === undefined) return invalid([refusals.noGroup]);
  const chain = groupChain(id);
  const people = await membersOn(tx, id, today);
  await lockChains(tx, [...people.map(({ enrolment }) => enrolmentChain(enrolment)), chain]);
  const group = await findGroup(tx, id);
  const study = group && (await findStudy(tx, group.study));
  if (!group || !study) return FORBIDDEN;
  // The caller may have left while the chains were awaited.
  if (groupOn(await membershipsOf(tx, [own.id]), today) !== id) return invalid([refusals.noGroup]);
  return {
    group,
    study,
    chain,
    own,
    facts: await reportFacts(tx, id),
    others: people.filter((one) => one.enrolment !== own.id),
  };
}

type OwnGroup = Extract<Awaited<ReturnType<typeof ofOwnGroup>>, { readonly chain: string }>;

async function tellOthers(
  context: Performing<unknown>,
  { others }: Pick<OwnGroup, "others">,
  words: (lang: Lang) => Letter,
) {
  for (const member of others) await tellMember(context, member, words);
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  hostGone: issue(
    "enrolment",
    "L’organisation s’est retirée : ce rapport se remplace, il ne se retire plus.",
    "The organisation has withdrawn: this report is replaced, and no more withdrawn.",
  ),
  noGroup: issue(
    "enrolment",
    "Vous n’êtes dans aucun groupe d’étude collective : le rapport est celui d’un groupe.",
    "You are in no group of a collective study: the report is that of a group.",
  ),
  noReport: issue("reason", "Aucun rapport déposé n’est à retirer.", "There is no deposited report to withdraw."),
};
