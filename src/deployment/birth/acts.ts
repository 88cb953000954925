/**
 * Makes a deployment a demonstration: it may hold invented people, a visitor may enter as one of them, and no mail leaves. This is decided
 * before the first account exists, and once.
 */
import { Type } from "typebox";
import { defineAct, done, invalid } from "../../act/act.ts";
import { issue } from "../../kit/schema.ts";
import { addShown, findBirth, hasLived, insertBirth, SHOWN_GROUPS } from "./store.ts";
import { closed } from "../../kit/shapes.ts";

const BIRTH = "birth:deployment";

export const bearDemo = defineAct({
  name: "bearDemo",
  label: { fr: "Faire de ce déploiement une démonstration", en: "Make this deployment a demonstration" },
  who: "make a demonstration",
  scope: "deployment",
  form: Type.Object({}, closed),
  writes: ["birth"],
  async perform({ tx, at }) {
    if ((await findBirth(tx)) || (await hasLived(tx))) return invalid([TOO_LATE]);
    await insertBirth(tx, { demo: true, bornAt: at });
    return done({}, BIRTH);
  },
});

export const showDemoPeople = defineAct({
  name: "showDemoPeople",
  label: { fr: "Dire en qui un visiteur peut entrer", en: "Say as whom a visitor may enter" },
  who: "make a demonstration",
  scope: "deployment",
  form: Type.Object(
    {
      shown: Type.Array(
        Type.Object(
          {
            school: Type.String({ maxLength: 60 }),
            account: Type.String({ minLength: 36, maxLength: 36 }),
            link: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
            group: Type.Optional(Type.Union(SHOWN_GROUPS.map((group) => Type.Literal(group)))),
            label: Type.Object({ fr: Type.String({ maxLength: 200 }), en: Type.String({ maxLength: 200 }) }, closed),
          },
          closed,
        ),
        { maxItems: 2_000 },
      ),
    },
    closed,
  ),
  writes: ["birth"],
  async perform({ tx, input }) {
    if (!(await findBirth(tx))?.demo) return invalid([NO_DEMO]);
    await addShown(tx, input.shown);
    return done({}, BIRTH);
  },
});

const TOO_LATE = issue(
  "",
  "Ce déploiement a déjà servi : il ne peut plus devenir une démonstration. Prenez une base vide.",
  "This deployment was used already: it can no longer become a demonstration. Take an empty database.",
);
const NO_DEMO = issue("", "Ce déploiement n’est pas une démonstration.", "This deployment is not a demonstration.");
