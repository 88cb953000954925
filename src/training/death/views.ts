/** What is recorded of a death, and what recording one would end. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { allows } from "../../kit/machine.ts";
import { deathOf } from "../../mail/deaths.ts";
import { enrolmentsAmong } from "../cohorts/store.ts";
import { ENROLMENT } from "../rules/enrolment.ts";
import { readerOf, stillWaiting } from "./acts.ts";
import { applicationsOf } from "./store.ts";
import * as output from "./output.ts";

export const seeDeath = defineView({
  name: "seeDeath",
  label: { fr: "Voir si un décès est noté", en: "See whether a death is recorded" },
  who: "find people",
  form: Type.Object({ person: Id }, closed),
  output: output.seeDeath,
  async read({ tx, input, actor }) {
    const all = await applicationsOf(tx, input.person);
    if (!all || (actor.kind === "account" && actor.account === all[0].account)) return undefined;
    const [latest] = all;
    const enrolments = await enrolmentsAmong(
      tx,
      all.map(({ dossier }) => dossier),
    );
    const death = await deathOf(tx, readerOf(latest));
    const { name, lines } = death?.instead ?? {};
    return {
      person: latest.account ?? latest.dossier,
      name: latest.name ?? latest.number,
      recorded: death
        ? { diedOn: death.diedOn, paper: death.paper, instead: name && lines ? { name, lines: [...lines] } : null }
        : null,
      ends: {
        trainings: enrolments.flatMap(({ state, cohort }) =>
          allows(ENROLMENT, "force-majeure", state) ? [cohort] : [],
        ),
        applications: stillWaiting(all, enrolments).map(({ number }) => number),
      },
    };
  },
});
