/** The sign-in services of a school that open the reader's account. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { Slug } from "../forms.ts";
import { identitiesOf } from "./store.ts";

export const seeTies = defineView({
  name: "seeTies",
  label: {
    fr: "Voir les services de connexion qui ouvrent son compte",
    en: "See the sign-in services that open one’s account",
  },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ school: Slug }, closed),
  async read({ tx, input, actor }) {
    if (actor.kind !== "account") return undefined;
    const ties = await identitiesOf(tx, actor.account, input.school);
    return { ties: ties.map(({ linkedAt, ...one }) => ({ ...one, at: linkedAt.toISOString() })) };
  },
});
