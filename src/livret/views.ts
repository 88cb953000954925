/** The livret, for the trainee, for staff, and for the authority and the partner establishment. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { type Actor, actorName, may } from "../act/permissions.ts";
import { toldApart } from "../kit/apart.ts";
import { closed, Id, Language } from "../kit/shapes.ts";
import { noteOpening } from "../openings/openings.ts";
import type { Tx } from "../db/school.ts";
import { paperInForce } from "../issued-documents/issue.ts";
import { findEnrolment, ownEnrolment } from "../training/cohorts/enrolment.ts";
import { enrolmentChain, traineeActor } from "../training/enrolled.ts";
import { issueLivret, LIVRET } from "./acts.ts";
import { type Livret, livretOf } from "./livret.ts";
import { livretLines } from "./livret-lines.ts";
import { enrolledByName, isDecidedOnBy } from "./store.ts";
import * as output from "./output.ts";

const Asked = Type.Object({ enrolment: Id, language: Language }, closed);

export const myLivret = defineView({
  name: "myLivret",
  label: { fr: "Voir mon livret de formation", en: "See my livret de formation" },
  who: "be in training",
  form: Asked,
  output: output.Livret,
  async read(context) {
    const enrolment = await ownEnrolment(context.tx, context.actor, context.input.enrolment);
    return enrolment && livretOf(context, enrolment, context.input.language);
  },
});

export const seeLivret = defineView({
  name: "seeLivret",
  label: { fr: "Voir un livret de formation", en: "See a livret de formation" },
  who: "read the livrets",
  form: Asked,
  output: output.Livret,
  async read(context) {
    const { tx, input, actor, at } = context;
    const enrolment = await readable(context, input.enrolment);
    if (!enrolment) return undefined;
    const what = { fr: "le livret de formation", en: "the livret de formation" };
    const whose = traineeActor(enrolment);
    await noteOpening(tx, { about: enrolmentChain(enrolment.id), whose, actor, what, at });
    return livretOf(context, enrolment, input.language);
  },
});

/** The actor whose commissions or invitations limit the livrets they may read; undefined if they may read all. */
const asMember = (actor: Actor) =>
  actor.kind !== "guest" && may(actor, "read every livret") ? undefined : actorName(actor);

async function readable({ tx, actor }: Pick<Performing<unknown>, "tx" | "actor">, id: string) {
  return (await isDecidedOnBy(tx, id, asMember(actor))) ? findEnrolment(tx, id) : undefined;
}

const PAGE = 50;
type Named = { readonly name: string; readonly number: string | null };

/** By name, a page at a time. */
export const seeLivrets = defineView({
  name: "seeLivrets",
  label: { fr: "Voir les livrets de formation", en: "See the livrets de formation" },
  who: "read the livrets",
  form: Type.Object(
    { after: Type.Optional(Type.Object({ name: Type.String({ maxLength: 300 }), enrolment: Id }, closed)) },
    closed,
  ),
  output: output.seeLivrets,
  async read({ tx, input, actor }) {
    const page = await enrolledByName(tx, input.after, { limit: PAGE + 1, member: asMember(actor) });
    const last = page[PAGE - 1];
    // Namesakes may be on the neighbouring pages.
    const around = input.after ? [{ name: input.after.name, number: null }, ...page] : page;
    const apart = toldApart<Named>(around, ({ number }) => number).slice(around.length - page.length);
    const people = page
      .slice(0, PAGE)
      .map(({ number: _number, ...one }, index) => ({ ...one, name: apart[index]!.name }));
    return { people, next: page.length > PAGE && last ? { name: last.name, enrolment: last.enrolment } : null };
  },
});

const One = Type.Object({ enrolment: Id }, closed);

/** The latest issued livret, with its code. */
export const issuedLivret = defineView({
  name: "issuedLivret",
  label: { fr: "Voir le livret émis d’une personne", en: "See somebody’s livret as it was issued" },
  who: "read the livrets",
  form: One,
  output: output.issuedLivret,
  async read(context) {
    const { tx, input, actor } = context;
    const enrolment = await readable(context, input.enrolment);
    if (!enrolment) return undefined;
    const livret = may(actor, issueLivret.who) ? await livretOf(context, enrolment, "fr") : undefined;
    return { issued: await lastIssued(tx, enrolment.id), issuing: livret ? [...livretLines(livret)] : null };
  },
});

export const myIssuedLivret = defineView({
  name: "myIssuedLivret",
  label: { fr: "Voir mon livret émis", en: "See my livret as it was issued" },
  who: "be in training",
  form: One,
  output: output.myIssuedLivret,
  async read({ tx, input, actor }) {
    const enrolment = await ownEnrolment(tx, actor, input.enrolment);
    return enrolment && { issued: await lastIssued(tx, enrolment.id) };
  },
});

async function lastIssued(tx: Tx, enrolment: string) {
  const paper = await paperInForce(tx, enrolmentChain(enrolment), LIVRET);
  if (!paper) return null;
  const { on, livret } = paper.data as { on: string; livret: Issued };
  // An older issued livret lacks these fields.
  const { appreciations = [], partner = null, begun = true, came = true } = livret;
  const whole = { ...livret, appreciations, partner, begun, came };
  return { code: paper.code, at: paper.at.toISOString(), on, livret: whole };
}

type Issued = Omit<Livret, "appreciations" | "partner" | "begun" | "came"> & Partial<Livret>;
