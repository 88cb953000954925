/** Several dossiers of one intake, as whoever chose them in the queue is about to do the same with each. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { type Colleague, colleaguesWho } from "../people/contact.ts";
import { Id, closed } from "../kit/shapes.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import { type ChosenRow, rowsAmong } from "./store.ts";
import * as gives from "./output.ts";

/** A page of the queue: more at once is read by nobody. */
export const MOST_CHOSEN = 50;

export type Chosen = {
  readonly intake: Intake;
  readonly rows: readonly ChosenRow[];
  readonly colleagues: readonly Colleague[];
};

export const seeChosen = defineView({
  name: "seeChosen",
  label: { fr: "Voir plusieurs dossiers choisis", en: "See several applications that were chosen" },
  who: "handle the dossiers",
  form: Type.Object({ dossiers: Type.Array(Id, { minItems: 1, maxItems: MOST_CHOSEN, uniqueItems: true }) }, closed),
  gives: gives.seeChosen,
  async read({ tx, input }): Promise<Chosen | undefined> {
    const found = await rowsAmong(tx, input.dossiers);
    const intake = found[0] && (await findIntake(tx, found[0].intake));
    if (!intake) return undefined;
    // What is asked is among what one intake asks: a queue shows no other.
    const rows = found.filter((row) => row.intake === intake.id);
    return { intake, rows, colleagues: await colleaguesWho(tx, "handle the dossiers") };
  },
});
