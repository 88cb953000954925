/** Days of work: lessons of the study's unit for its group alone, attended, countersigned and counted like any other. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { cohortChain } from "../cohorts/acts.ts";
import { cohortOf } from "../cohorts/cohorts.ts";
import { plan } from "../lessons/acts.ts";
import { Ground, Held, MOST_LESSONS, Trainer } from "../lessons/forms.ts";
import { studyUnit } from "../rules/study.ts";
import { schoolOf, standingAgreement } from "./agreements.ts";
import { membersOn } from "./groups.ts";
import { findGroup, findStudy } from "./kept.ts";
import { PROPOSAL } from "./rules/proposal.ts";
import { faults, notSigned } from "./words.ts";
import * as output from "./output.ts";

const Day = Type.Object({ ...Held, trainer: Trainer, subject: Type.Optional(Type.String({ maxLength: 200 })) }, closed);

export const planStudyDays = defineAct({
  name: "planStudyDays",
  label: { fr: "Planifier des journées d’une étude collective", en: "Plan days of work of a collective study" },
  who: "run the training",
  form: Type.Object(
    { group: Id, lessons: Type.Array(Day, { minItems: 1, maxItems: MOST_LESSONS }), ground: Type.Optional(Ground) },
    closed,
  ),
  from: leaves(PROPOSAL, "agreed-on"),
  output: output.planStudyDays,
  writes: ["lesson", "booking", "placing_ground", "mail"],
  async perform(context) {
    const { tx, input, today, law: lawOf } = context;
    const group = await findGroup(tx, input.group);
    const study = group && (await findStudy(tx, group.study));
    if (!group || !study) return FORBIDDEN;
    await lockChains(tx, [cohortChain(group.cohort)]);
    // The act by which an organisation withdraws locks the cohorts of its groups.
    const no = barred(PROPOSAL, "agreed-on", (await findStudy(tx, study.id))?.state ?? study.state);
    if (no.length > 0) return invalid(no);
    const cohort = await cohortOf(tx, group.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    const unit = law && studyUnit(law.diploma)?.unit.unit;
    if (unit === undefined) return FORBIDDEN;
    const members = await membersOn(tx, group.id, today);
    if (members.length === 0) return invalid([faults.nobodyInIt]);
    const parties = { members, school: schoolOf(context, study) };
    // The partnership must be signed before any work on the site, and so must the group's own agreement.
    const partnership = await standingAgreement(tx, { study, group: null }, { ...parties, members: [] });
    const agreement = await standingAgreement(tx, { study, group: group.id }, parties);
    for (const [kind, agreed] of [["partnership", partnership] as const, ["agreement", agreement] as const])
      if (!agreed || agreed.missing.length > 0)
        return invalid([notSigned(kind, agreed?.missing.map(({ name }) => name) ?? [])]);
    const lessons = input.lessons.map((one) => ({ ...one, unit }));
    const planned = await plan(context, { cohort: group.cohort, lessons, group: group.id, ground: input.ground });
    return "lessons" in planned ? done(planned, cohortChain(group.cohort)) : planned;
  },
});
