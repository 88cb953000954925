/**
 * The two agreements of a study: the partnership with the organisation, and that of each group with its object, its course and its
 * referents. Every party signs each, in the application or on paper; another version is signed anew.
 */
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import type { Lang } from "../../kit/lang.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { sign, signedOnPaper } from "../../issued-documents/sign.ts";
import { namesOf } from "../../people/contact.ts";
import { attachFile } from "../../files/attach.ts";
import { fileProblems } from "../../files/words.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { enrolmentChain } from "../enrolled.ts";
import { SCHOOL, SITE } from "../rules/study.ts";
import { chainOf, fingerprint, schoolOf, shownAgreement } from "./agreements.ts";
import { membersOn } from "./groups.ts";
import {
  type Contents,
  findAgreement,
  findGroup,
  findStudy,
  groupChain,
  insertAgreement,
  lastAgreement,
  type Named,
  signedAs,
  type Study,
  studyChain,
} from "./kept.ts";
import { toSignMail } from "./mails.ts";
import { tellMember, tellSigners } from "./telling.ts";
import { PROPOSAL } from "./rules/proposal.ts";
import { faults } from "./words.ts";
import * as output from "./output.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Text = Type.String({ minLength: 1, maxLength: 4_000 });

/** Who signs for the site; what is done there, how and when. */
const ContentsForm = {
  signatory: Type.Object({ name: Line, quality: Line }, closed),
  object: Text,
  course: Text,
  from: DaySchema,
  until: DaySchema,
};
const Referent = Type.Object({ name: Line, qualification: Line }, closed);

export const drawUpPartnership = defineAct({
  name: "drawUpPartnership",
  label: { fr: "Établir une convention de partenariat", en: "Draw up a partnership agreement" },
  who: "run the training",
  form: Type.Object({ study: Id, ...ContentsForm }, closed),
  from: leaves(PROPOSAL, "agreed-on"),
  output: output.drawUp,
  writes: ["study_agreement", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const { study: id, ...stated } = input;
    await lockChains(tx, [studyChain(id)]);
    const study = await findStudy(tx, id);
    if (!study) return FORBIDDEN;
    const no = barred(PROPOSAL, "agreed-on", study.state);
    if (no.length > 0) return invalid(no);
    if (stated.until < stated.from) return invalid([refusals.backwards]);
    const contents = { ...stated, referents: [], members: [] };
    const drawn = await drawUp(context, { study, group: null }, { contents, members: [] });
    await tellDirection(context, { study, group: null }, drawn);
    return done(drawn, studyChain(id));
  },
});

export const drawUpAgreement = defineAct({
  name: "drawUpAgreement",
  label: { fr: "Établir la convention d’une étude collective", en: "Draw up the agreement of a collective study" },
  who: "run the training",
  form: Type.Object(
    { group: Id, ...ContentsForm, referents: Type.Array(Referent, { minItems: 1, maxItems: 10 }) },
    closed,
  ),
  from: leaves(PROPOSAL, "agreed-on"),
  output: output.drawUp,
  writes: ["study_agreement", "mail"],
  async perform(context) {
    const { tx, input, today } = context;
    const { group: id, ...stated } = input;
    const members = await membersOn(tx, id, today);
    const found = await findGroup(tx, id);
    const ofStudy = found ? [studyChain(found.study)] : [];
    await lockChains(tx, [...members.map(({ enrolment }) => enrolmentChain(enrolment)), groupChain(id), ...ofStudy]);
    const study = found && (await findStudy(tx, found.study));
    if (!study) return FORBIDDEN;
    const no = barred(PROPOSAL, "agreed-on", study.state);
    if (no.length > 0) return invalid(no);
    if (stated.until < stated.from) return invalid([refusals.backwards]);
    if (members.length === 0) return invalid([faults.nobodyInIt]);
    const contents = { ...stated, members: members.map(({ enrolment }) => enrolment) };
    const drawn = await drawUp(context, { study, group: id }, { contents, members: members });
    for (const member of members) await tellMember(context, member, (lang) => toSignMail(lang, { study, ...drawn }));
    await tellDirection(context, { study, group: id }, drawn);
    return done(drawn, groupChain(id));
  },
});

type Of = { readonly study: Study; readonly group: string | null };
type Drawing = { readonly contents: Contents; readonly members: readonly Named[] };

async function drawUp({ tx, actor, at }: Performing<unknown>, of: Of, { contents, members }: Drawing) {
  const { study, group } = of;
  const last = await lastAgreement(tx, { study: study.id, group });
  const [agreement, version] = [newId(), (last?.version ?? 0) + 1];
  const shown = fingerprint(of, contents, members);
  const row = { id: agreement, study: study.id, group, version, contents, shown, by: actorName(actor), at };
  await insertAgreement(tx, row);
  return { agreement, version, shown };
}

function tellDirection(
  context: Performing<unknown>,
  { study, group }: Of,
  { version }: { readonly version: number },
): Promise<void> {
  const about = chainOf({ study: study.id, group });
  const path = group === null ? `/etudes-de-terrain/${study.id}` : `/groupes-d-etude/${group}`;
  return tellSigners(context, { about, path }, (lang) => toSignMail(lang, { study, version }));
}

const SigningForm = {
  agreement: Id,
  shown: Type.String({ minLength: 1, maxLength: 100 }),
  words: Type.String({ minLength: 1, maxLength: 500 }),
};

export const signAgreement = defineAct({
  name: "signAgreement",
  label: { fr: "Signer une convention pour l’école", en: "Sign an agreement for the school" },
  who: "sign an agreement",
  form: Type.Object(SigningForm, closed),
  output: output.signAgreement,
  shows: { as: "shown" },
  writes: ["signature"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const signing = await toSign(context, []);
    if (!("agreement" in signing)) return signing;
    const { agreement, standing, chain } = signing;
    if (standing.signed.some(({ party }) => party === SCHOOL)) return invalid([refusals.schoolSigned]);
    const by = actorName(actor);
    const name = (await namesOf(tx, [by]))[by] ?? "–";
    const { words, shown } = input;
    await sign(tx, { about: chain, what: signedAs(agreement.id, SCHOOL), shown, words, name, at, actor });
    return done({ complete: standing.missing.every(({ party }) => party === SCHOOL) }, chain);
  },
});

export const signMyAgreement = defineAct({
  name: "signMyAgreement",
  label: { fr: "Signer la convention de son étude collective", en: "Sign the agreement of one’s collective study" },
  who: "be in training",
  form: Type.Object({ enrolment: Id, ...SigningForm }, closed),
  output: output.signAgreement,
  shows: { as: "shown" },
  writes: ["signature"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const enrolment = await ownEnrolment(tx, actor, input.enrolment);
    if (!enrolment) return FORBIDDEN;
    const about = enrolmentChain(enrolment.id);
    const signing = await toSign(context, [about]);
    if (!("agreement" in signing)) return signing;
    const { agreement, standing, members } = signing;
    const named =
      agreement.contents.members.includes(enrolment.id) && members.some((one) => one.enrolment === enrolment.id);
    if (!named) return FORBIDDEN;
    if (standing.signed.some(({ party }) => party === enrolment.id)) return invalid([refusals.signedAlready]);
    const { words, shown } = input;
    const what = signedAs(agreement.id, enrolment.id);
    await sign(tx, { about, what, shown, words, name: enrolment.name, at, actor });
    return done({ complete: standing.missing.every(({ party }) => party === enrolment.id) }, about);
  },
});

/** `parties`: `school`, `site` or enrolments whose signatures the scan shows; the actor attests that it is the signed paper. */
export const recordSignedAgreement = defineAct({
  name: "recordSignedAgreement",
  label: { fr: "Joindre une convention signée sur papier", en: "Attach an agreement signed on paper" },
  who: "run the training",
  form: Type.Object(
    {
      agreement: Id,
      upload: Id,
      parties: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
        minItems: 1,
        maxItems: 60,
        uniqueItems: true,
      }),
    },
    closed,
  ),
  output: output.signAgreement,
  shows: { nothing: SHOWN_NOTHING.onPaper },
  writes: ["signature", "stored_file"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const unlocked = await findAgreement(tx, input.agreement);
    if (!unlocked || actor.kind !== "account") return FORBIDDEN;
    const signing = await toSign(
      { ...context, input: { ...input, shown: unlocked.shown } },
      unlocked.contents.members.map(enrolmentChain),
    );
    if (!("agreement" in signing)) return signing;
    const { agreement, standing, chain } = signing;
    const { parties, upload } = input;
    const { signatory, members } = standing.contents;
    const names = new Map([
      [SCHOOL, schoolOf(context, signing.study)],
      [SITE, signatory.name],
      ...members.map(({ enrolment, name }) => [enrolment, name] as const),
    ]);
    const signed = new Set(standing.signed.map(({ party }) => party));
    if (parties.some((one) => !names.has(one) || signed.has(one))) return invalid([refusals.noParty]);
    const attached = await attachFile(tx, { upload, account: actor.account, about: chain, slot: "agreement", at });
    if ("problem" in attached) {
      const { problem } = attached;
      return invalid([{ path: "upload", message: (lang: Lang) => fileProblems[lang][problem] }]);
    }
    for (const party of parties) {
      const about = party === SCHOOL || party === SITE ? chain : enrolmentChain(party);
      const paper = {
        about,
        what: signedAs(agreement.id, party),
        shown: agreement.shown,
        words: "Signé hors application",
      };
      await signedOnPaper(tx, { ...paper, name: names.get(party)!, scan: attached.file, actor, at });
    }
    return done({ complete: standing.missing.every(({ party }) => parties.includes(party)) }, chain);
  },
});

type Signing = Performing<{ readonly agreement: string; readonly shown: string }>;

/** Locks the agreement's chain with the others; refuses a version since replaced, or one that differs from what was displayed. */
async function toSign(context: Signing, others: readonly string[]) {
  const { tx, input, today } = context;
  const agreement = await findAgreement(tx, input.agreement);
  if (!agreement) return FORBIDDEN;
  const chain = chainOf(agreement);
  await lockChains(tx, [...others, chain, studyChain(agreement.study)]);
  const study = await findStudy(tx, agreement.study);
  if (!study) return FORBIDDEN;
  const no = barred(PROPOSAL, "agreed-on", study.state);
  if (no.length > 0) return invalid(no);
  const members = agreement.group === null ? [] : await membersOn(tx, agreement.group, today);
  const standing = await shownAgreement(tx, { agreement: agreement, study, members, school: schoolOf(context, study) });
  if (!standing.current) return invalid([refusals.replaced]);
  if (standing.shown !== input.shown) return stale({ shown: standing.shown });
  return { agreement: agreement, study, standing, members, chain };
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  backwards: issue(
    "until",
    "Le dernier jour vient après le premier : corrigez l’un des deux.",
    "The last day comes after the first: correct one of the two.",
  ),
  replaced: issue(
    "agreement",
    "Cette version de la convention est remplacée par une autre, qui est à signer.",
    "This version of the agreement is replaced by another, which is to be signed.",
  ),
  signedAlready: issue("shown", "Vous avez déjà signé cette convention.", "You have signed this agreement already."),
  schoolSigned: issue(
    "shown",
    "L’école a déjà signé cette convention.",
    "The school has signed this agreement already.",
  ),
  noParty: issue(
    "parties",
    "L’une de ces personnes n’est pas nommée dans la convention, ou l’a déjà signée.",
    "One of them is not named in the agreement, or has signed it already.",
  ),
};
