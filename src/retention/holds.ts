/** Holds: a dispute or an inspection suspends every retention period and every request for erasure. */
import { Type } from "typebox";
import { defineAct, defineView, done, FORBIDDEN, invalid, stale } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { barred, leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { actorName } from "../act/permissions.ts";
import type { Retained } from "./retained.ts";
import { HOLD, holdState } from "./rules/hold.ts";
import { chainExists, insertHold, liftHold as lift, listHolds, lockHold } from "./store.ts";
import { Id, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

declare module "../act/world.ts" {
  interface House {
    readonly placeHold: ReturnType<typeof placeHoldAct>;
    readonly seeHolds: ReturnType<typeof seeHoldsView>;
  }
}

const SHOWN = 500;

const chainOf = (about: string) => `hold:${about}`;

export const placeHoldAct = (retained: readonly Retained[]) =>
  defineAct({
    name: "placeHold",
    label: { fr: "Bloquer un effacement", en: "Hold an erasure" },
    who: "hold an erasure",
    form: Type.Object(
      {
        /** A dossier's number, a charge's reference, or a chain's name: `dossier:…`. */
        about: Type.String({ minLength: 1, maxLength: 200 }),
        reason: Type.String({ minLength: 1, maxLength: 1_000 }),
      },
      closed,
    ),
    output: output.placeHold,
    writes: ["legal_hold"],
    async perform({ tx, input: { about: typed, reason }, actor, at }) {
      // A thing found by its common name exists, even if it is recorded in another chain.
      const called = await chainCalled(tx, retained, typed);
      const about = called ?? typed.trim();
      if (called === undefined && !(await chainExists(tx, about))) return invalid([NOTHING]);
      const hold = await insertHold(tx, { about, reason: reason.trim(), by: actorName(actor), at });
      return hold === undefined ? stale({ about }) : done({ hold }, chainOf(about));
    },
  });

export const liftHold = defineAct({
  name: "liftHold",
  label: { fr: "Lever un blocage", en: "Lift a hold" },
  who: "hold an erasure",
  form: Type.Object({ hold: Id }, closed),
  from: leaves(HOLD, "lifted"),
  output: output.liftHold,
  writes: ["legal_hold"],
  async perform({ tx, input: { hold }, actor, at }) {
    const found = await lockHold(tx, hold);
    if (!found) return FORBIDDEN;
    const no = barred(HOLD, "lifted", holdState(found));
    if (no.length > 0) return invalid(no);
    await lift(tx, { id: hold, by: actorName(actor), at });
    return done({ hold }, chainOf(found.about));
  },
});

export const seeHoldsView = (retained: readonly Retained[]) =>
  defineView({
    name: "seeHolds",
    label: { fr: "Voir les effacements bloqués", en: "See the erasures held" },
    who: "see what is kept",
    form: Type.Object({}, closed),
    output: output.seeHolds,
    async read({ tx }) {
      const holds = await listHolds(tx, SHOWN);
      const named = [];
      for (const { placedAt, liftedAt, ...one } of holds)
        named.push({
          ...one,
          called: (await sayCalled(tx, retained, one.about)) ?? null,
          placedAt: placedAt.toISOString(),
          liftedAt: liftedAt?.toISOString() ?? null,
        });
      return { holds: named };
    },
  });

async function chainCalled(tx: Tx, retained: readonly Retained[], typed: string): Promise<string | undefined> {
  for (const { called } of retained) {
    const chain = await called?.find(tx, typed);
    if (chain !== undefined) return chain;
  }
  return undefined;
}

async function sayCalled(tx: Tx, retained: readonly Retained[], chain: string): Promise<Label | undefined> {
  return retained.find(({ prefix, called }) => called && chain.startsWith(prefix))?.called?.say(tx, chain);
}

const NOTHING = issue(
  "about",
  "Rien ne porte ce nom ici : donnez le numéro d’un dossier, comme D-2026-000123, la référence d’un montant, comme LV-7K3M-9Q2X, ou un nom du journal, comme dossier:…",
  "Nothing here has that name: give the number of an application, such as D-2026-000123, the reference of a charge, such as LV-7K3M-9Q2X, or a name of the record, such as dossier:…",
);
