/** Intakes, for the public and for staff. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { KeySchema } from "../law/entry.ts";
import type { Finding } from "../law/finding.ts";
import { openingFindings } from "./rules/opening.ts";
import { comingIntakes, openIntakes, lawAtEntry } from "./intake.ts";
import { allIntakes, changesOf, findIntakeRow } from "./store.ts";
import { ById, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

/** Open and announced intakes. */
export const seeOpenIntakes = defineView({
  name: "seeOpenIntakes",
  label: { fr: "Voir les campagnes ouvertes", en: "See the open intakes" },
  who: "ask about oneself",
  form: Type.Object({ diploma: KeySchema }, closed),
  output: output.seeOpenIntakes,
  async read({ tx, input, at }) {
    return {
      now: at,
      open: await openIntakes(tx, input.diploma, at),
      coming: await comingIntakes(tx, input.diploma, at),
    };
  },
});

/** An opened intake: its terms stay readable after it closes. */
export const seePublicIntake = defineView({
  name: "seePublicIntake",
  label: { fr: "Lire les conditions d’une campagne", en: "Read the terms of an intake" },
  who: "ask about oneself",
  form: ById,
  output: output.seePublicIntake,
  async read({ tx, input, at }) {
    const row = await findIntakeRow(tx, input.id);
    if (!row || row.state === "preparing") return undefined;
    const { id, diploma, lawVersion, settings, opensAt, closesAt } = row;
    return { now: at, intake: { id, diploma, lawVersion, settings, opensAt, closesAt } };
  },
});

export const listIntakes = defineView({
  name: "listIntakes",
  label: { fr: "Lister les campagnes", en: "List the intakes" },
  who: "see the intakes",
  form: Type.Object({}, closed),
  output: output.listIntakes,
  async read({ tx, at }) {
    return { now: at, intakes: await allIntakes(tx) };
  },
});

export const seeIntake = defineView({
  name: "seeIntake",
  label: { fr: "Voir une campagne", en: "See an intake" },
  who: "see the intakes",
  form: ById,
  output: output.seeIntake,
  async read({ tx, input, at, zone, law: lawOf }) {
    const intake = await findIntakeRow(tx, input.id);
    const law = intake && lawOf(intake.diploma, { version: intake.lawVersion });
    if (!law) return undefined;
    const begins = lawAtEntry(intake, lawOf);
    const findings: Finding[] =
      intake.state === "preparing" ? openingFindings(intake.settings, { law, begins, at, zone }) : [];
    return { now: at, intake, findings, changes: await changesOf(tx, intake.id) };
  },
});

export type SeenIntake = NonNullable<Awaited<ReturnType<typeof seeIntake.read>>>;
export type ListedIntake = NonNullable<Awaited<ReturnType<typeof listIntakes.read>>>["intakes"][number];
export type OpenedIntake = NonNullable<Awaited<ReturnType<typeof seeOpenIntakes.read>>>["open"][number];
