/** The référent handicap decides a candidate's arrangements: organisers see the effects, never the reason. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../act/act.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { actorName } from "../act/permissions.ts";
import { findIntake } from "../intake/intake.ts";
import { sayArranged } from "./arranged-words.ts";
import { officeDossier } from "./hands.ts";
import { factsOf, insertFact, keepState } from "./history/store.ts";
import { arranged } from "./rules/arranged.ts";
import { dossierChain } from "./rules/dossier.ts";
import { ACCOMMODATIONS } from "./rules/sections.ts";
import { arrangedMail } from "./mails.ts";
import { tell } from "./standing.ts";
import { confided } from "./store.ts";
import * as output from "./output.ts";

export const decideArrangements = defineAct({
  name: "decideArrangements",
  label: {
    fr: "Décider des aménagements pour raison de santé ou de handicap",
    en: "Decide the arrangements for health or disability",
  },
  who: "decide arrangements",
  form: Type.Object(
    {
      dossier: Id,
      effects: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20, uniqueItems: true }),
      other: Type.String({ maxLength: 2000 }),
      words: Type.String({ maxLength: 2000 }),
      /** The place of the decision shown on the page; 0 if there was none. */
      since: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    },
    closed,
  ),
  output: output.decideArrangements,
  writes: ["dossier_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    if ((await confided(tx, { dossier: dossier.id })).length === 0) return FORBIDDEN;
    const before = arranged(await factsOf(tx, dossier.id));
    if ((before?.place ?? 0) !== input.since) return stale({ since: before?.place ?? 0 });
    const { effects } = input;
    const [other, words] = [effects.includes("other") ? input.other.trim() : "", input.words.trim()];
    if (!effects.every((one) => ACCOMMODATIONS.includes(one))) return invalid([UNKNOWN]);
    if (effects.includes("other") && other === "") return invalid([NO_OTHER]);
    if (effects.length === 0 && words === "") return invalid([NO_WORDS]);
    const details = { effects: ACCOMMODATIONS.filter((one) => effects.includes(one)), other, words };
    await insertFact(tx, { dossier: dossier.id, kind: "arranged", at, by: actorName(actor), details });
    await keepState(tx, dossier, at);
    const intake = (await findIntake(tx, dossier.intake))!;
    await tell(context, dossier, intake, (lang) =>
      arrangedMail(lang, { number: dossier.number, arranged: sayArranged(details, lang), words }),
    );
    return done({}, dossierChain(dossier.id));
  },
});

const UNKNOWN = issue("effects", "Choisissez dans la liste.", "Choose from the list.");
const NO_OTHER = issue("other", "Dites quel autre aménagement.", "Say which other arrangement.");
const NO_WORDS = issue(
  "words",
  "Rien n’est coché : dites à la personne pourquoi, ou ce qui lui est proposé.",
  "Nothing is ticked: tell the person why, or what is offered instead.",
);
