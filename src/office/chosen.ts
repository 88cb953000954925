/** The dossiers ticked in the queue, all of one intake, for a common act. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { type Colleague, colleaguesWho } from "../people/contact.ts";
import { Id, closed } from "../kit/shapes.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import { type ChosenRow, rowsAmong } from "./store.ts";
import * as output from "./output.ts";

/** One page of the queue: nobody reviews more at once. */
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
  output: output.seeChosen,
  async read({ tx, input }): Promise<Chosen | undefined> {
    const chosen = await rowsAmong(tx, input.dossiers);
    const intake = chosen[0] && (await findIntake(tx, chosen[0].intake));
    if (!intake) return undefined;
    // Keep one intake only, as the queue shows: each asks for its own pieces.
    const rows = chosen.filter((row) => row.intake === intake.id);
    return { intake, rows, colleagues: await colleaguesWho(tx, "handle the dossiers") };
  },
});
