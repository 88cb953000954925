/** What annulling a jury undoes, for whom records it. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { allows } from "../../kit/machine.ts";
import { publishedLines, toPublish } from "../after/to-publish.ts";
import { deliberating } from "../load.ts";
import { JURY, juryState } from "../rules/jury.ts";
import * as output from "../output.ts";

export const seeToAnnul = defineView({
  name: "seeToAnnul",
  label: { fr: "Voir ce qu’annuler un jury défait", en: "See what annulling a jury undoes" },
  who: "annul a jury",
  form: Type.Object({ jury: Id }, closed),
  output: output.seeToAnnul,
  async read(context) {
    const { tx, input } = context;
    const deliberation = await deliberating(context, input.jury, "reads");
    if (!deliberation || !allows(JURY, "annulled", juryState(deliberation.jury))) return undefined;
    const { law, of, jury } = deliberation;
    const falls = publishedLines(law.diploma, await toPublish(tx, jury.id));
    return { session: { id: of.session.id, name: of.session.name }, on: jury.on, falls: [...falls] };
  },
});
