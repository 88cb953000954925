/** What was due and could not be done, for those who mind the school’s service. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import * as output from "./output.ts";
import { countOverdue, overdueDuties } from "./store.ts";

const SHOWN = 50;

export const seeOverdue = defineView({
  name: "seeOverdue",
  label: { fr: "Voir les échéances automatiques en échec", en: "See what could not be done by itself" },
  who: "see what fails by itself",
  form: Type.Object({}, closed),
  output: output.seeOverdue,
  async read({ tx }) {
    const all = await overdueDuties(tx, SHOWN + 1);
    const duties = all
      .slice(0, SHOWN)
      .map(({ since, last, ...duty }) => ({ ...duty, since: since.toISOString(), last: last.toISOString() }));
    return { duties, more: all.length > SHOWN };
  },
});

export const seeOverdueCount = defineView({
  name: "seeOverdueCount",
  label: { fr: "Compter les échéances automatiques en échec", en: "Count what could not be done by itself" },
  who: "see what fails by itself",
  form: Type.Object({}, closed),
  output: output.countOverdue,
  async read({ tx }) {
    return { count: (await countOverdue(tx)).reduce((sum, { count }) => sum + count, 0) };
  },
});
