/** A person's own way, by application: what each subject says of it. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { stationsOf, type Way } from "../act/way.ts";
import { closed } from "../kit/shapes.ts";
import { intakesApart } from "../intake/apart.ts";
import { findIntake } from "../intake/intake.ts";
import * as output from "./output.ts";
import { dossiersOf } from "./store.ts";

declare module "../act/world.ts" {
  interface House {
    /** Where whoever is signed in has got to: built in `house.ts`, from the stations of all subjects. */
    readonly myWay: ReturnType<typeof myWayView>;
  }
}

export const myWayView = (ways: readonly Way[]) =>
  defineView({
    name: "myWay",
    label: { fr: "Voir où j’en suis", en: "See where I stand" },
    who: "mind one’s own account",
    form: Type.Object({}, closed),
    output: output.myWay,
    async read({ tx, actor, today, zone, at: now }) {
      const dossiers = actor.kind === "account" ? await dossiersOf(tx, actor.account) : [];
      const ids = dossiers.map(({ id }) => id);
      const [stations, ...found] = await Promise.all([
        stationsOf(ways, { tx, zone, today, now }, ids),
        ...dossiers.map(({ intake }) => findIntake(tx, intake)),
      ]);
      const intakes = intakesApart(
        found.map((intake) => intake!),
        zone,
      );
      return {
        ways: dossiers.map(({ id, number }, index) => {
          const { diploma, lawVersion, label } = intakes[index]!;
          return { dossier: id, number, diploma, lawVersion, intake: label, stations: [...(stations.get(id) ?? [])] };
        }),
      };
    },
  });
