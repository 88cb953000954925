/** The works of a trainee, and those that an actor directs. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { toldApart } from "../../kit/apart.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { doersWho } from "../../people/contact.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { type Enrolment, findEnrolment } from "../cohorts/store.ts";
import { directedBy } from "./store.ts";
import { worksOf } from "./works.ts";
import * as output from "./output.ts";

const WorksForm = Type.Object({ enrolment: Id }, closed);

export const seeWorks = defineView({
  name: "seeWorks",
  label: { fr: "Voir les travaux d’une personne", en: "See somebody’s works" },
  who: "see the training",
  form: WorksForm,
  output: output.seeWorks,
  async read(context) {
    const enrolment = await findEnrolment(context.tx, context.input.enrolment);
    return enrolment && works(context, enrolment, await doersWho(context.tx, "direct a work"));
  },
});

export const myWorks = defineView({
  name: "myWorks",
  label: { fr: "Voir mes travaux", en: "See my works" },
  who: "be in training",
  form: WorksForm,
  output: output.seeWorks,
  async read(context) {
    const enrolment = await ownEnrolment(context.tx, context.actor, context.input.enrolment);
    return enrolment && works(context, enrolment, []);
  },
});

type Directors = readonly { readonly actor: string; readonly name: string; readonly address: string }[];

async function works(context: Performing<unknown>, enrolment: Enrolment, directors: Directors) {
  return {
    enrolment: enrolment.id,
    name: enrolment.name,
    works: await worksOf(context, enrolment),
    directors: toldApart(directors, ({ address }) => address).map(({ actor, name }) => ({ id: actor, name })),
  };
}

export const seeDirected = defineView({
  name: "seeDirected",
  label: { fr: "Voir les travaux que l’on dirige", en: "See the works that one directs" },
  who: "direct a work",
  form: Type.Object({}, closed),
  output: output.seeDirected,
  async read(context) {
    const { tx, actor } = context;
    const works = [];
    const directed = await directedBy(tx, actorName(actor));
    // A trainee may have two works: namesakes are told apart by person, not by work.
    const people = [...new Map(directed.map((one) => [one.enrolment, one])).values()];
    const named = new Map(toldApart(people, ({ number }) => number).map(({ enrolment, name }) => [enrolment, name]));
    for (const { enrolment: id, exam } of directed) {
      const name = named.get(id)!;
      const enrolment = await findEnrolment(tx, id);
      const work = enrolment && (await worksOf(context, enrolment)).find((one) => one.exam === exam);
      if (work) works.push({ enrolment: id, name, ...work });
    }
    return { works: works };
  },
});
