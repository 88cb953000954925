/** The purge: the calendar erases each thing past its period; then a report says what, how many, why and when. */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { type Act, defineAct, defineView, done, type Duty, type Performing, stale } from "../act/act.ts";
import { DEPLOYMENT } from "../db/school.ts";
import type { Period } from "../law/establishment.ts";
import { heldBy } from "./held.ts";
import type { Retained, Over } from "./retained.ts";
import {
  findReport,
  firstUnreported,
  type HeldLine,
  insertReport,
  listReports,
  type PurgeReport,
  unreportedErasures,
} from "./store.ts";
import { Id, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

const Nothing = Type.Object({}, closed);
const SHOWN = 200;
/** The most held things that are counted: they come up again at every round. */
const COUNTED = 1_000;

type Given = Pick<Performing<unknown>, "tx" | "today" | "periods" | "establishment">;

/** The chains past their period: a school's retained in each school, accounts in the deployment. */
async function overOf(holding: Retained, { tx, today, periods, establishment }: Given, limit: number): Promise<Over[]> {
  if ((holding.place === "deployment") !== (establishment === DEPLOYMENT)) return [];
  const period = periods.find(({ kind }) => kind === holding.kind);
  return holding.over && period ? holding.over(tx, { period, today }, limit) : [];
}

export function purgeDuty(holding: Retained, purgeOne: Act): Duty {
  return {
    act: purgeOne,
    // An unused account is kept by signing in, which is also what reading a line takes: only a mail can tell its owner before.
    foretold: {
      unpreventable: "the period is the law’s; the owner of an unused account was written to before its end",
    },
    async due(given, limit) {
      const due: Awaited<ReturnType<Duty["due"]>> = [];
      // Held chains always come first: more are asked for, so that others are reached.
      for (const { chain, day } of await overOf(holding, given, limit + COUNTED)) {
        if (due.length >= limit) return due;
        if (await heldBy(given.tx, holding, chain)) continue;
        due.push({ input: { holding: holding.name, chain }, key: chain, day });
      }
      return due;
    },
  };
}

export function reportAct(retained: readonly Retained[]) {
  return defineAct({
    name: "reportPurge",
    label: { fr: "Rendre compte d’une purge", en: "Report a purge" },
    who: "let time pass",
    form: Nothing,
    writes: ["purge_report"],
    async perform(given) {
      const { tx, at, today, periods } = given;
      const groups = await unreportedErasures(tx);
      // Another process of this deployment reported first.
      if (groups.length === 0) return stale({});
      const held: HeldLine[] = [];
      for (const holding of retained) {
        let count = 0;
        for (const { chain } of await overOf(holding, given, COUNTED)) if (await heldBy(tx, holding, chain)) count++;
        if (count > 0) held.push({ holding: holding.name, kind: holding.kind!, count });
      }
      const id = newId();
      const erased = groups.map((group) => ({ ...group, ...lawOf(periods, group.kind) }));
      await insertReport(tx, { id, day: today, madeAt: at, erased, held });
      return done({ report: id }, `purge:${id}`);
    },
  });
}

function lawOf(periods: readonly Period[], kind: string) {
  const period = periods.find((one) => one.kind === kind);
  return {
    months: period?.months ?? null,
    article: period?.source.article ?? null,
    confidence: period?.source.confidence ?? null,
  };
}

export function reportDuty(act: Act): Duty {
  return {
    act,
    foretold: { unpreventable: "it counts, and names nobody" },
    async due({ tx, today }) {
      const first = await firstUnreported(tx);
      return first === undefined ? [] : [{ input: {}, key: first, day: today }];
    },
  };
}

/** A report as its page and its document show it. */
export type ShownPurge = Omit<PurgeReport, "madeAt"> & { readonly madeAt: string };

const shown = <R extends { readonly madeAt: Date }>({ madeAt, ...report }: R) => ({
  ...report,
  madeAt: madeAt.toISOString(),
});

export const seePurges = defineView({
  name: "seePurges",
  label: { fr: "Voir ce qui a été effacé", en: "See what was erased" },
  who: "see what is kept",
  form: Nothing,
  output: output.seePurges,
  async read({ tx, periods }) {
    const reports = await listReports(tx, SHOWN);
    return { reports: reports.map(shown), periods };
  },
});

export const seePurge = defineView({
  name: "seePurge",
  label: { fr: "Voir le compte rendu d’une purge", en: "See the report of a purge" },
  who: "see what is kept",
  form: Type.Object({ report: Id }, closed),
  output: output.seePurge,
  async read({ tx, input: { report } }) {
    const found = await findReport(tx, report);
    return found && { report: shown(found) };
  },
});

/** Accounts belong to the deployment: their reports are shown in each of its schools, without saying whose account was in which. */
export const seeAccountPurges = defineView({
  name: "seeAccountPurges",
  label: { fr: "Voir les comptes effacés", en: "See the accounts that were erased" },
  who: "see what is kept",
  scope: "deployment",
  form: Nothing,
  async read({ tx }) {
    return { reports: (await listReports(tx, SHOWN)).map(shown) };
  },
});

export const seeAccountPurge = defineView({
  name: "seeAccountPurge",
  label: { fr: "Voir le compte rendu d’un effacement de comptes", en: "See the report of an erasure of accounts" },
  who: "see what is kept",
  scope: "deployment",
  form: Type.Object({ report: Id }, closed),
  async read({ tx, input: { report } }) {
    const found = await findReport(tx, report);
    return found && { report: shown(found) };
  },
});
