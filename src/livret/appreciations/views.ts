/** Appreciations: of a cohort, for staff; and those requested of the caller. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { toldApart } from "../../kit/apart.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { doersWho } from "../../people/contact.ts";
import { cohortOf } from "../../training/cohorts/cohorts.ts";
import { enrolmentsIn, findEnrolment } from "../../training/cohorts/enrolment.ts";
import { type Asked, requestsAbout, requestsOf } from "./store.ts";
import { ASKED_WHO, wantedIn } from "./wanted.ts";
import * as output from "./output.ts";

type Label = { readonly fr: string; readonly en: string };

function shownRequest({ id, kind, name, dueOn, written }: Asked, labels: ReadonlyMap<string, Label>) {
  const label = labels.get(kind) ?? { fr: kind, en: kind };
  return { request: id, kind, label, name, dueOn, written: written && { ...written, at: written.at.toISOString() } };
}

export const seeAppreciations = defineView({
  name: "seeAppreciations",
  label: { fr: "Voir les appréciations d’une promotion", en: "See the appreciations of a cohort" },
  who: "see the training",
  form: Type.Object({ cohort: Id }, closed),
  output: output.seeAppreciations,
  async read({ tx, input, law: lawOf }) {
    const cohort = await cohortOf(tx, input.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!cohort || !law) return undefined;
    const wanted = wantedIn(law);
    const labels = new Map(wanted.map(({ appreciation, label }) => [appreciation, label]));
    const kinds = [];
    for (const { appreciation, label, by } of wanted) {
      const doers = toldApart(await doersWho(tx, ASKED_WHO[by]), ({ address }) => address).map(({ actor, name }) => ({
        id: actor,
        name,
      }));
      kinds.push({ kind: appreciation, label, doers, directed: by === "memoire-director" });
    }
    const people = await enrolmentsIn(tx, cohort.id);
    const ids = people.map(({ id }) => id);
    const standing = (await requestsAbout(tx, ids)).filter(({ withdrawnWhy }) => withdrawnWhy === null);
    const requests = Map.groupBy(standing, ({ enrolment }) => enrolment);
    return {
      cohort: { id: cohort.id, name: cohort.name },
      kinds,
      people: toldApart(people, ({ number }) => number).map(({ id, name }) => ({
        enrolment: id,
        name,
        requests: (requests.get(id) ?? []).map((one) => shownRequest(one, labels)),
      })),
    };
  },
});

/** More requests than one author could answer. */
const MOST = 300;

export const myAppreciations = defineView({
  name: "myAppreciations",
  label: { fr: "Voir les appréciations qui me sont demandées", en: "See the appreciations asked of me" },
  who: "write appreciations",
  form: Type.Object({}, closed),
  output: output.myAppreciations,
  async read({ tx, actor, law: lawOf }) {
    const requests = [];
    for (const request of await requestsOf(tx, actorName(actor), MOST)) {
      const enrolment = await findEnrolment(tx, request.enrolment);
      const cohort = enrolment && (await cohortOf(tx, enrolment.cohort));
      const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
      const wanted = law ? wantedIn(law) : [];
      const labels = new Map(wanted.map(({ appreciation, label }) => [appreciation, label]));
      requests.push({ ...shownRequest(request, labels), about: request.about, enrolment: request.enrolment });
    }
    return { requests };
  },
});
