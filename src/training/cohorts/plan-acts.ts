/** Says where a cohort is taught and in which periods: what a contract promises and what is billed by period rest on it. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { newId } from "../../kit/id.ts";
import { sayMinutes } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { french } from "../../kit/typography.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";
import { type CohortPeriod, planFaults, type PlanFault } from "../rules/periods.ts";
import { cohortChain } from "./acts.ts";
import * as output from "./output.ts";
import { maquetteOf } from "./periods.ts";
import { findCohort, insertPlan, planOf } from "./store.ts";

/** As many as a schedule takes. */
const MOST_PERIODS = 60;
const MINUTES = { minimum: 0, maximum: 1_000_000 };

export const planCohort = defineAct({
  name: "planCohort",
  label: { fr: "Fixer le lieu et les périodes d’une promotion", en: "Set the site and the periods of a cohort" },
  who: "run the training",
  form: Type.Object(
    {
      cohort: Id,
      /** The plan that this one replaces; 0 where there was none. */
      version: Type.Integer({ minimum: 0, maximum: 100_000 }),
      campus: KeySchema,
      periods: Type.Array(
        Type.Object(
          {
            from: DaySchema,
            to: DaySchema,
            units: Type.Array(Type.Object({ unit: KeySchema, minutes: Type.Integer(MINUTES) }, closed), {
              maxItems: 100,
            }),
          },
          closed,
        ),
        { minItems: 1, maxItems: MOST_PERIODS },
      ),
    },
    closed,
  ),
  output: output.planCohort,
  writes: ["cohort_plan"],
  async perform({ tx, input, actor, at, law: lawOf }) {
    const { campus, version } = input;
    const chain = cohortChain(input.cohort);
    const cohort = (await lockChain(tx, chain)) ? await findCohort(tx, input.cohort) : undefined;
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!cohort || !law) return FORBIDDEN;
    const last = await planOf(tx, cohort.id);
    if ((last?.version ?? 0) !== version) return stale(last && { campus: last.campus, version: last.version });
    const periods = input.periods.map(({ from, to, units }): CohortPeriod => {
      const minutes = new Map<string, number>();
      for (const one of units) minutes.set(one.unit, (minutes.get(one.unit) ?? 0) + one.minutes);
      return { from, to, minutes: Object.fromEntries([...minutes].filter(([, count]) => count > 0)) };
    });
    const known = law.establishment.campuses.some((one) => one.campus === campus);
    const faults = planFaults(cohort, maquetteOf(cohort), periods);
    const issues = [...(known ? [] : [NO_CAMPUS]), ...faults.map(faultIssue)];
    if (issues.length > 0) return invalid(issues);
    const plan = { id: newId(), cohort: cohort.id, version: version + 1, campus, periods };
    await insertPlan(tx, { ...plan, by: actorName(actor), at });
    return done({ version: plan.version }, chain);
  },
});

function faultIssue(fault: PlanFault): Issue {
  if (fault.why === "sum") {
    const { unit, planned, asked } = fault;
    return issue(
      "periods",
      french`${unit} : les périodes font ${sayMinutes(planned, "fr")}, la maquette ${sayMinutes(asked, "fr")}. Corrigez une période.`,
      `${unit}: the periods make ${sayMinutes(planned, "en")}, the maquette ${sayMinutes(asked, "en")}. Correct a period.`,
    );
  }
  const beside = `periods[${fault.period}].${fault.why === "backwards" ? "to" : "from"}`;
  switch (fault.why) {
    case "backwards":
      return issue(
        beside,
        "Le dernier jour vient avant le premier : corrigez l’un des deux.",
        "The last day comes before the first: correct one of the two.",
      );
    case "outside":
      return issue(
        beside,
        "Cette période sort des dates de la promotion : corrigez-la.",
        "This period lies outside the days of the cohort: correct it.",
      );
    case "overlaps":
      return issue(
        beside,
        "Cette période commence avant la fin de la précédente : corrigez-la.",
        "This period begins before the end of the one before: correct it.",
      );
    case "empty":
      return issue(
        beside,
        "Cette période n’a aucune heure : donnez-en, ou retirez-la.",
        "This period has no hours: give it some, or leave it out.",
      );
    default:
      return issue(
        beside,
        `« ${fault.unit} » n’est pas une unité de ce diplôme.`,
        `“${fault.unit}” is no unit of this diploma.`,
      );
  }
}

const NO_CAMPUS = issue("campus", "Choisissez un site de l’établissement.", "Choose a site of the school.");
