/** What is collected for other bodies, of whom, and what of it was handed on. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import * as output from "../output.ts";
import { collectedForOthers, collectedOf, handedOn } from "./store.ts";

const SHOWN = 200;

export const seeHandedOn = defineView({
  name: "seeHandedOn",
  label: { fr: "Voir ce qui est perçu pour d’autres", en: "See what is collected for others" },
  who: "see the accounts",
  form: Type.Object({}, closed),
  output: output.seeHandedOn,
  async read({ tx }) {
    return { ...(await collectedForOthers(tx)), of: await collectedOf(tx, SHOWN), given: await handedOn(tx, SHOWN) };
  },
});
