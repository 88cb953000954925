/**
 * A death: in one act the trainings of the person end, as by force majeure, their applications are withdrawn, and nothing more is sent to
 * them by any act or duty of the service. What concerns money or the diploma goes to whom the school names.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import { candidacyChain } from "../../admission/rules/candidacy.ts";
import { placeChains } from "../../admission/settling.ts";
import { FEE_TABLES } from "../../dossier/fees.ts";
import { withdrawnByDeath } from "../../dossier/happened.ts";
import { dossierChain } from "../../dossier/rules/dossier.ts";
import { DOSSIER } from "../../dossier/rules/state.ts";
import { sayDay } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { deathOf, dropDeath, insertDeath } from "../../mail/deaths.ts";
import { endEnrolment, TABLES_OF_ENDING } from "../cohorts/acts.ts";
import { enrolmentsAmong } from "../cohorts/store.ts";
import { enrolmentChain } from "../enrolled.ts";
import { ENROLMENT } from "../rules/enrolment.ts";
import { type Applied, applicationsOf } from "./store.ts";
import * as output from "./output.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });

export const recordDeath = defineAct({
  name: "recordDeath",
  label: { fr: "Noter un décès", en: "Record a death" },
  who: "record a death",
  form: Type.Object(
    {
      person: Id,
      on: DaySchema,
      /** The certificate that the school saw, and its day. */
      paper: Type.String({ maxLength: 500 }),
      /** Who is written to in the person’s place, about money and the diploma. */
      instead: Type.Optional(
        Type.Object({ name: Line, lines: Type.Array(Line, { minItems: 1, maxItems: 8 }) }, closed),
      ),
    },
    closed,
  ),
  output: output.recordDeath,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: [...new Set(["reader_death", "dossier_fact", ...FEE_TABLES, ...TABLES_OF_ENDING] as const)],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { on } = input;
    const known = await locked(context);
    if (!known) return FORBIDDEN;
    const { all, latest, reader } = known;
    const paper = input.paper.trim();
    if (paper === "") return invalid([refusals.noPaper]);
    if (on > today) return invalid([refusals.ahead]);
    if (await deathOf(tx, reader)) return invalid([refusals.recorded]);
    const { account, address, number } = latest;
    const name = latest.name ?? number;
    const instead = input.instead ?? null;
    const whom = { reader, name, address: account === null ? address : null, about: dossierChain(latest.dossier) };
    await insertDeath(tx, { ...whom, diedOn: on, paper, instead, by: actorName(actor), at });
    const reason = `Décès, le ${sayDay(on, "fr")}.`;
    const enrolments = await enrolmentsAmong(
      tx,
      all.map(({ dossier }) => dossier),
    );
    const running = enrolments.filter(({ state }) => allows(ENROLMENT, "force-majeure", state));
    for (const { id: enrolment } of running) {
      const refusal = await endEnrolment(context, "force-majeure", { enrolment, on, reason, paper });
      if (refusal) return refusal;
    }
    const waiting = stillWaiting(all, enrolments);
    for (const { dossier: id, intake } of waiting) await withdrawnByDeath(context, { id, intake }, reason);
    return done({ trainings: running.length, applications: waiting.length }, dossierChain(latest.dossier));
  },
});

/** Takes back a death recorded by mistake: mails go to the person again. Trainings and applications that it ended stay ended. */
export const takeBackDeath = defineAct({
  name: "takeBackDeath",
  label: { fr: "Retirer un décès noté par erreur", en: "Take back a death recorded by mistake" },
  who: "record a death",
  form: Type.Object({ person: Id }, closed),
  output: output.takeBackDeath,
  writes: ["reader_death"],
  async perform(context) {
    const known = await locked(context);
    if (!known || !(await deathOf(context.tx, known.reader))) return FORBIDDEN;
    await dropDeath(context.tx, known.reader);
    return done({}, dossierChain(known.latest.dossier));
  },
});

/** Those neither enrolled nor over: a trainee’s application is what the training stands on. */
export function stillWaiting(
  all: readonly Applied[],
  enrolments: readonly { readonly dossier: string }[],
): readonly Applied[] {
  const enrolled = new Set(enrolments.map(({ dossier }) => dossier));
  return all.filter(({ dossier, state }) => !enrolled.has(dossier) && allows(DOSSIER, "withdrawn", state));
}

export function readerOf({ account, dossier }: Applied): string {
  return account === null ? dossierChain(dossier) : `account:${account}`;
}

/** All that the act may move, locked at once; never the actor’s own. */
async function locked({ tx, input, actor }: Performing<{ readonly person: string }>) {
  const all = await applicationsOf(tx, input.person);
  if (!all || (actor.kind === "account" && actor.account === all[0].account)) return undefined;
  const dossiers = all.map(({ dossier }) => dossier);
  const chains: string[] = [];
  for (const dossier of dossiers)
    chains.push(...(await placeChains(tx, dossier)), candidacyChain(dossier), dossierChain(dossier));
  chains.push(...(await enrolmentsAmong(tx, dossiers)).map(({ id }) => enrolmentChain(id)));
  await lockChains(tx, chains);
  const now = await applicationsOf(tx, input.person);
  return now && { all: now, latest: now[0], reader: readerOf(now[0]) };
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  noPaper: issue(
    "paper",
    "Dites sur quel document cela repose : l’acte de décès, et son jour.",
    "Say what this rests on: the death certificate, and its day.",
  ),
  ahead: issue("on", "Ce jour est à venir : vérifiez-le.", "This day is still to come: check it."),
  recorded: issue(
    "person",
    "Ce décès est déjà noté. Pour changer ce qui en est dit, retirez-le, puis notez-le de nouveau.",
    "This death is recorded already. To change what is said of it, take it back, then record it anew.",
  ),
};
