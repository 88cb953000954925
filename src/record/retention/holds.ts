/** What may not be erased for the time being: a dispute or an inspection suspends every period, and every request. */
import { Type } from "typebox";
import { defineAct, defineView, done, FORBIDDEN, invalid, stale } from "../../act.ts";
import { issue } from "../../kit/schema.ts";
import { actorName } from "../../people/rules/permissions.ts";
import { chainExists, insertHold, liftHold as lift, listHolds } from "./store.ts";
import { Id, closed } from "../../kit/shapes.ts";

const SHOWN = 500;

const chainOf = (about: string) => `hold:${about}`;

export const placeHold = defineAct({
  name: "placeHold",
  label: { fr: "Bloquer un effacement", en: "Hold an erasure" },
  who: "hold an erasure",
  form: Type.Object(
    {
      about: Type.String({ pattern: "^[a-z-]+:[A-Za-z0-9:-]{1,150}$" }),
      reason: Type.String({ minLength: 1, maxLength: 1_000 }),
    },
    closed,
  ),
  writes: ["legal_hold"],
  async perform({ tx, input: { about, reason }, actor, at }) {
    if (!(await chainExists(tx, about))) return invalid([NOTHING]);
    const row = await insertHold(tx, { about, reason: reason.trim(), by: actorName(actor), at });
    return row ? done({ hold: row.id }, chainOf(about), row) : stale({ about });
  },
});

export const liftHold = defineAct({
  name: "liftHold",
  label: { fr: "Lever un blocage", en: "Lift a hold" },
  who: "hold an erasure",
  form: Type.Object({ hold: Id }, closed),
  writes: ["legal_hold"],
  async perform({ tx, input: { hold }, actor, at }) {
    const lifted = await lift(tx, { id: hold, by: actorName(actor), at });
    return lifted ? done({ hold }, chainOf(lifted.about), lifted.row) : FORBIDDEN;
  },
});

export const seeHolds = defineView({
  name: "seeHolds",
  label: { fr: "Voir les effacements bloqués", en: "See the erasures held" },
  who: "see what is kept",
  form: Type.Object({}, closed),
  async read({ tx }) {
    const holds = await listHolds(tx, SHOWN);
    return {
      holds: holds.map(({ placedAt, liftedAt, ...one }) => ({
        ...one,
        placedAt: placedAt.toISOString(),
        liftedAt: liftedAt?.toISOString() ?? null,
      })),
    };
  },
});

const NOTHING = issue(
  "about",
  "Rien ne porte ce nom ici : il s’écrit comme dossier:… ou account:…",
  "Nothing here has that name: it reads like dossier:… or account:…",
);
