/** What comes after juries: whose time runs or is over, and who awaits a diploma. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import { clockOf } from "../rules/clock.ts";
import { listAfter, listResults } from "../store.ts";
import * as gives from "../gives.ts";

export const seeAfter = defineView({
  name: "seeAfter",
  label: {
    fr: "Voir les délais et les diplômes à remettre",
    en: "See the times that run and the diplomas to hand over",
  },
  who: "see the certification",
  form: Type.Object({}, closed),
  gives: gives.seeAfter,
  async read({ tx, today }) {
    const results = Map.groupBy(await listResults(tx, { all: true }), ({ enrolment }) => enrolment);
    const names = new Map((await enrolledPersons(tx, {})).map(({ enrolment, name }) => [enrolment, name]));
    const after = Map.groupBy(await listAfter(tx, [...results.keys()]), ({ enrolment }) => enrolment);
    const people = [...results].map(([enrolment, them]) => {
      const later = after.get(enrolment) ?? [];
      const on = (kind: string) => later.find((one) => one.kind === kind)?.on ?? null;
      return { enrolment, name: names.get(enrolment) ?? "–", them, later, on };
    });
    const clocks = people.flatMap(({ enrolment, name, them, later }) => {
      const clock = clockOf(them, later);
      return clock ? [{ enrolment, name, completeBy: clock.completeBy, over: clock.completeBy < today }] : [];
    });
    return {
      clocks: clocks.toSorted((a, b) => (a.completeBy < b.completeBy ? -1 : 1)),
      diplomas: people
        .filter(({ them }) => them.at(-1)!.outcome === "diploma")
        .map(({ enrolment, name, on }) => ({
          enrolment,
          name,
          received: on("parchment-received"),
          handedOver: on("parchment-handed-over"),
        })),
    };
  },
});
