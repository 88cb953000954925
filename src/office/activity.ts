/**
 * A dossier's activity log, from its audit records. Records do not hold the text that was written; the row they name tells which part it
 * was, while it exists.
 */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { namesOf } from "../people/contact.ts";
import { noteOpening } from "../openings/openings.ts";
import { Id, closed } from "../kit/shapes.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { officeReads } from "../dossier/hands.ts";
import { type About, nameInQueue, recordsOn, rowsNamed } from "./store.ts";
import * as output from "./output.ts";

const PAGE = 50;

export type Activity = {
  readonly act: string;
  readonly actor: string;
  readonly at: Date;
  readonly about: readonly About[];
};

export type ActivityPage = {
  readonly number: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly intake: Intake;
  /** Latest first. */
  readonly deeds: readonly Activity[];
  /** The names of actors with an account. */
  readonly names: Readonly<Record<string, string>>;
  readonly more: boolean;
};

export const seeActivity = defineView({
  name: "seeActivity",
  label: { fr: "Voir qui a fait quoi sur un dossier", en: "See who did what on an application" },
  who: "see the dossiers",
  form: Type.Object({ dossier: Id, page: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) }, closed),
  output: output.seeActivity,
  async read({ tx, input: { dossier: id, page = 0 }, actor, at }): Promise<ActivityPage | undefined> {
    const dossier = await officeReads(tx, actor, id);
    const intake = dossier && (await findIntake(tx, dossier.intake));
    if (!dossier || !intake) return undefined;
    const about = dossierChain(id);
    const whose = dossier.account === null ? null : `account:${dossier.account}`;
    await noteOpening(tx, { about, whose, actor, what: WHAT, at });
    const records = await recordsOn(tx, about, { offset: page * PAGE, limit: PAGE + 1 });
    const rows = await rowsNamed(
      tx,
      records.flatMap(({ stored }) => stored),
    );
    const deeds = records.slice(0, PAGE).map(({ stored, ...record }) => ({
      ...record,
      about: stored.flatMap(({ id: row }) => rows.get(row) ?? []),
    }));
    return {
      number: dossier.number,
      name: await nameInQueue(tx, id),
      account: dossier.account,
      intake,
      deeds,
      names: await namesOf(
        tx,
        deeds.map((one) => one.actor),
      ),
      more: records.length > PAGE,
    };
  },
});

const WHAT = { fr: "le journal du dossier", en: "the log of the application" };
