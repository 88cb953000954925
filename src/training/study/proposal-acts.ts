/** An organisation's proposal of a collective study: entered by the school, then accepted, or declined with a reason. */
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { isPostable } from "../../kit/mail-address.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { studyUnit } from "../rules/study.ts";
import { findStudy, insertStudy, insertStudyFact, studyChain, studyFacts } from "./kept.ts";
import { PROPOSAL } from "./rules/proposal.ts";
import * as output from "./output.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Text = Type.String({ minLength: 1, maxLength: 2_000 });

export const enterStudy = defineAct({
  name: "enterStudy",
  label: { fr: "Enregistrer une proposition d’étude collective", en: "Enter a proposal of a collective study" },
  who: "run the training",
  form: Type.Object(
    {
      diploma: KeySchema,
      organisation: Line,
      contact: Line,
      contactAddress: Type.Optional(Type.String({ maxLength: 200 })),
      object: Text,
      place: Line,
    },
    closed,
  ),
  output: output.enterStudy,
  writes: ["study"],
  async perform({ tx, input, actor, at, today, law: lawOf }) {
    const law = lawOf(input.diploma, { on: today });
    if (!law) return invalid([refusals.notTaught]);
    if (!studyUnit(law.diploma)) return invalid([refusals.noStudy]);
    const { contactAddress = "" } = input;
    if (contactAddress !== "" && !isPostable(contactAddress)) return invalid([refusals.address]);
    const id = newId();
    await insertStudy(tx, { ...input, contactAddress, id, by: actorName(actor), at });
    return begun({ study: id }, studyChain(id));
  },
});

export const acceptStudy = defineAct({
  name: "acceptStudy",
  label: { fr: "Accepter une proposition d’étude collective", en: "Accept a proposal of a collective study" },
  who: "run the training",
  form: Type.Object({ study: Id }, closed),
  from: leaves(PROPOSAL, "accepted"),
  output: output.judgeStudy,
  writes: ["study", "study_fact"],
  perform: (context) => judged(context, "accepted", ""),
});

export const declineStudy = defineAct({
  name: "declineStudy",
  label: { fr: "Décliner une proposition d’étude collective", en: "Decline a proposal of a collective study" },
  who: "run the training",
  form: Type.Object({ study: Id, ground: Type.String({ maxLength: 1_000 }) }, closed),
  from: leaves(PROPOSAL, "declined"),
  output: output.judgeStudy,
  writes: ["study", "study_fact"],
  async perform(context) {
    const ground = context.input.ground.trim();
    return ground === "" ? invalid([refusals.noGround]) : judged(context, "declined", ground);
  },
});

async function judged(context: Performing<{ readonly study: string }>, kind: "accepted" | "declined", ground: string) {
  const { tx, input, actor, at } = context;
  const chain = studyChain(input.study);
  const study = (await lockChain(tx, chain)) ? await findStudy(tx, input.study) : undefined;
  if (!study) return FORBIDDEN;
  const refusal = barred(PROPOSAL, kind, study.state);
  if (refusal.length > 0) return invalid(refusal);
  const number = (await studyFacts(tx, study.id)).length + 1;
  const state = PROPOSAL.moves[kind].to![0]!;
  const fact = { id: newId(), study: study.id, kind, ground, on: null, by: actorName(actor), at };
  await insertStudyFact(tx, fact, { number, state });
  return done({ state }, chain);
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  notTaught: issue(
    "diploma",
    "L’établissement ne prépare pas ce diplôme aujourd’hui.",
    "The school does not prepare for this diploma today.",
  ),
  noStudy: issue(
    "diploma",
    "Le référentiel de ce diplôme ne prévoit pas d’étude menée à plusieurs.",
    "The référentiel of this diploma has no study that is carried out by several.",
  ),
  address: issue(
    "contactAddress",
    "Cette adresse ne reçoit pas de courriel : vérifiez-la.",
    "This address receives no mail: check it.",
  ),
  noGround: issue("ground", "Dites pourquoi la proposition est déclinée.", "Say why the proposal is declined."),
};
