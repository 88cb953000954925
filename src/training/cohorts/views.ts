/** The cohorts of a school, their trainees, and the candidates still to be enrolled. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { standingOn } from "../../act/standing.ts";
import { acceptedPlaces, undecidedOf } from "../../admission/accepted.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { toldApart } from "../../kit/apart.ts";
import { noteOpening } from "../../openings/openings.ts";
import { lastThere } from "../attendance/store.ts";
import { enrolmentChain, traineeActor } from "../enrolled.ts";
import { ENROLMENT, ENROLMENT_FACTS } from "../rules/enrolment.ts";
import { type CohortPeriod, proposedPeriods } from "../rules/periods.ts";
import { askedWorks } from "../rules/work.ts";
import { studyGroups } from "../study/groups.ts";
import { lastVersions } from "../programmes/store.ts";
import { maquetteOf } from "./periods.ts";
import {
  allCohorts,
  enrolledAmong,
  enrolmentsAmong,
  enrolmentsIn,
  factsOf,
  findCohort,
  findEnrolment,
  partnerTrackOf,
  planOf,
  carriedIn,
} from "./store.ts";
import * as output from "./output.ts";

export const seeCohorts = defineView({
  name: "seeCohorts",
  label: { fr: "Voir les promotions", en: "See the cohorts" },
  who: "see the training",
  form: Type.Object(
    {
      diplomas: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
    },
    closed,
  ),
  output: output.seeCohorts,
  async read({ tx, input, law, today }) {
    const taught = (input.diplomas ?? []).flatMap((diploma) => law(diploma, { on: today }) ?? []);
    const diplomas = taught.map(({ diploma }) => diploma);
    return { cohorts: await allCohorts(tx), diplomas };
  },
});

export const seeCohort = defineView({
  name: "seeCohort",
  label: { fr: "Voir une promotion", en: "See a cohort" },
  who: "see the training",
  form: Type.Object({ cohort: Id }, closed),
  output: output.seeCohort,
  async read({ tx, input, law: lawOf }) {
    const cohort = await findCohort(tx, input.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!cohort || !law) return undefined;
    const enrolments = await enrolmentsIn(tx, cohort.id);
    const versions = await lastVersions(
      tx,
      enrolments.map(({ id }) => id),
    );
    const carried = await carriedIn(tx, cohort.id);
    const places = await acceptedPlaces(tx, { diploma: cohort.diploma });
    const taken = await enrolledAmong(
      tx,
      places.map(({ dossier }) => dossier),
    );
    const free = places.filter(({ dossier }) => !taken.has(dossier));
    const undecided = await undecidedOf(
      tx,
      free.map(({ dossier }) => dossier),
    );
    const accepted = free.map((place) => ({ ...place, ...undecided.get(place.dossier)! }));
    const units = law.diploma.domains.flatMap((domain) => domain.units);
    return {
      cohort,
      units: units.map(({ unit, label }) => ({ unit, label, hours: cohort.maquette[unit] ?? 0 })),
      partner: (await partnerTrackOf(tx, cohort.id)) ?? null,
      people: toldApart(enrolments, ({ number }) => number).map((enrolment) => ({
        ...enrolment,
        enrolment: enrolment.id,
        programme: versions.get(enrolment.id) ?? null,
        carried: carried.has(enrolment.id),
      })),
      accepted: toldApart(accepted, ({ number }) => number),
    };
  },
});

/** Where a cohort is taught and in which periods, or a proposal of them. */
export const seeCohortPlan = defineView({
  name: "seeCohortPlan",
  label: { fr: "Voir le lieu et les périodes d’une promotion", en: "See the site and the periods of a cohort" },
  who: "see the training",
  form: Type.Object({ cohort: Id }, closed),
  output: output.seeCohortPlan,
  async read({ tx, input, law: lawOf }) {
    const cohort = await findCohort(tx, input.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!cohort || !law) return undefined;
    const plan = await planOf(tx, cohort.id);
    const maquette = maquetteOf(cohort);
    const units = law.diploma.domains.flatMap((domain) => domain.units);
    const shown = (periods: readonly CohortPeriod[]) =>
      periods.map(({ from, to, minutes }, nth) => ({
        place: nth + 1,
        from,
        to,
        units: units.map(({ unit }) => ({ unit, minutes: minutes[unit] ?? 0 })),
      }));
    return {
      cohort,
      campuses: law.establishment.campuses,
      units: units.map(({ unit, label }) => ({ unit, label, minutes: maquette[unit] ?? 0 })),
      plan: plan ? { ...plan, periods: shown(plan.periods), plannedAt: plan.plannedAt.toISOString() } : null,
      proposed: plan ? [] : shown(proposedPeriods(cohort, maquette)),
    };
  },
});

/** The enrolments that came of these dossiers. */
export const seeEnrolmentsOf = defineView({
  name: "seeEnrolmentsOf",
  label: { fr: "Voir les inscriptions d’une personne", en: "See somebody’s enrolments" },
  who: "see the training",
  form: Type.Object({ dossiers: Type.Array(Id, { maxItems: 50 }) }, closed),
  output: output.seeEnrolmentsOf,
  async read({ tx, input }) {
    const enrolments = input.dossiers.length === 0 ? [] : await enrolmentsAmong(tx, input.dossiers);
    const facts = await factsOf(
      tx,
      enrolments.map(({ id }) => id),
    );
    return {
      enrolments: enrolments.map(({ id, enrolledAt, ...one }) => ({
        enrolment: id,
        ...one,
        enrolledAt: enrolledAt.toISOString(),
        facts: facts.filter(({ enrolment }) => enrolment === id).map(({ kind, on }) => ({ kind, on })),
      })),
    };
  },
});

export const seeEnrolment = defineView({
  name: "seeEnrolment",
  label: { fr: "Voir une inscription", en: "See an enrolment" },
  who: "see the training",
  form: Type.Object({ enrolment: Id }, closed),
  output: output.seeEnrolment,
  async read(context) {
    const { tx, input, actor, at, today, law } = context;
    const enrolment = await findEnrolment(tx, input.enrolment);
    const cohort = enrolment && (await findCohort(tx, enrolment.cohort));
    if (!enrolment || !cohort) return undefined;
    const what = { fr: "l’inscription en formation", en: "the enrolment" };
    await noteOpening(tx, {
      about: enrolmentChain(enrolment.id),
      whose: traineeActor(enrolment),
      actor,
      what,
      at,
    });
    const others = (await allCohorts(tx)).filter(
      (one) => one.diploma === cohort.diploma && one.lawVersion === cohort.lawVersion,
    );
    const facts = await factsOf(tx, [enrolment.id]);
    const [group] = await studyGroups(tx, { on: today, enrolment: enrolment.id });
    return {
      ...enrolment,
      enrolment: enrolment.id,
      cohort,
      others,
      begun: cohort.startsOn <= today,
      contested: (await undecidedOf(tx, [enrolment.dossier])).get(enrolment.dossier)!.contested,
      lastThere: (await lastThere(tx, enrolment.id)) ?? null,
      facts,
      kept: await standingOn(context, ENROLMENT, ENROLMENT_FACTS, enrolment.id),
      works: askedWorks(law(cohort.diploma, { version: cohort.lawVersion })!.diploma).length > 0,
      study: group ?? null,
    };
  },
});
