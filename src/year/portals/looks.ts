/** The calendar's looks: at each person for whom a portal's fund pays, and at each published year. */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN } from "../../act/act.ts";
import { takeChains } from "../../act/chain.ts";
import { newId } from "../../kit/id.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";
import { YearNumber } from "../figures/views.ts";
import { askedBy, payersOf, schoolOf } from "./gathering.ts";
import { look, lookedSince } from "./looking.ts";
import { fileOfRate, peopleToLookAt, portalChain, ratesToLookAt } from "./store.ts";

export const LOOKING_TABLES = ["portal_file", "portal_line"] as const;

export const lookToDeclare = defineAct({
  name: "lookToDeclare",
  label: { fr: "Regarder ce qui est à déclarer d’une personne", en: "Look at what is to be declared of somebody" },
  who: "let time pass",
  form: Type.Object({ enrolment: Id }, closed),
  writes: LOOKING_TABLES,
  async perform(context) {
    const { tx, input } = context;
    const chain = portalChain(input.enrolment);
    await takeChains(tx, [chain]);
    const enrolment = await findEnrolment(tx, input.enrolment);
    if (!enrolment) return FORBIDDEN;
    const { id, dossier, account } = enrolment;
    await look(context, { id, dossier, account, diploma: null, year: null });
    return done({}, chain);
  },
});

export const looksToDeclare: Duty<typeof lookToDeclare.form> = {
  act: lookToDeclare,
  foretold: { unpreventable: "it says what is to be declared, and asks it of nobody outside the office" },
  async due(context, limit) {
    const { tx, today } = context;
    const school = schoolOf(context);
    if (!school) return [];
    const people = await peopleToLookAt(
      tx,
      { payers: payersOf(school), by: askedBy(school), since: lookedSince(today), today },
      limit,
    );
    return people.map(({ enrolment, looks, day }) => ({ input: { enrolment }, key: `${enrolment}:${looks}`, day }));
  },
};

export const lookToDeclareRates = defineAct({
  name: "lookToDeclareRates",
  label: {
    fr: "Regarder ce qui est à déclarer d’une année publiée",
    en: "Look at what is to be declared of a published year",
  },
  who: "let time pass",
  form: Type.Object({ diploma: KeySchema, year: YearNumber }, closed),
  writes: LOOKING_TABLES,
  async perform(context) {
    const { tx, input } = context;
    const { diploma, year } = input;
    const known = await fileOfRate(tx, diploma, year);
    const file = known ?? { id: newId(), dossier: null, account: null, diploma, year };
    await takeChains(tx, [portalChain(file.id)]);
    await look(context, file);
    return done({}, portalChain(file.id));
  },
});

export const looksToDeclareRates: Duty<typeof lookToDeclareRates.form> = {
  act: lookToDeclareRates,
  foretold: { unpreventable: "it says what is to be declared, and asks it of nobody outside the office" },
  async due(context, limit) {
    const { tx, today } = context;
    const school = schoolOf(context);
    // Without the State among the portals, nothing of a year is declared here.
    if (!school?.portals.some(({ payers }) => payers.length === 0)) return [];
    const rates = await ratesToLookAt(tx, { by: askedBy(school), since: lookedSince(today) }, limit);
    return rates.map(({ diploma, year, looks, day }) => ({
      input: { diploma, year },
      key: `${diploma}:${year}:${looks}`,
      day,
    }));
  },
};
