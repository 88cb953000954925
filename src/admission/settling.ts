/**
 * Who holds the places of a list on a day, by the decision `places`, and the consequences: stored standings, offers and lapses to announce.
 * Every change of a list goes through here, with the list locked.
 */
import type { Performing } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { type PlacesAnswer, placesRule } from "../decisions/places/rule.ts";
import type { Tx } from "../db/school.ts";
import { addDays, type Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { schoolPath } from "../kit/school-path.ts";
import type { Basis, Law } from "../law/law.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { type Dossier, dossierChain } from "../dossier/rules/dossier.ts";
import { tell } from "../dossier/standing.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { doersWithin } from "../people/guests/things.ts";
import { postMail, type MailText } from "../mail/post.ts";
import { candidacyChain, commissionChain } from "./rules/candidacy.ts";
import { type List, type Listing, placesInput, type Terms } from "./rules/list.ts";
import { calledMail, lapsedMail, listMail, reofferedMail } from "./mails.ts";
import { termsLines } from "./place-terms.ts";
import {
  addFact,
  type Commission,
  commissionOf,
  factsOfList,
  findCommission,
  keepStanding,
  type Standing,
  standingOf,
  standingsInList,
} from "./store.ts";

export type Listed = {
  readonly commission: Commission;
  readonly intake: Intake;
  readonly law: Law;
  readonly list: List;
};

type Context = Pick<Performing<unknown>, "tx" | "at" | "today" | "actor" | "law" | "establishment">;

/** A list of a closed commission: its own, or the one-person list of a granted appeal. */
export async function listIn(
  context: Pick<Context, "tx" | "law">,
  commissionId: string,
  list: string,
): Promise<Listed | undefined> {
  const { tx } = context;
  const commission = await findCommission(tx, commissionId);
  const intake = commission && (await findIntake(tx, commission.intake));
  const law = intake && context.law(intake.diploma, { version: intake.lawVersion });
  if (!commission?.terms || !intake || !law) return undefined;
  const facts = await factsOfList(tx, list);
  const own = facts.findLast(({ kind, details }) => kind === "listed" && (details as Listing).terms)?.details as
    | Listing
    | undefined;
  const terms: Terms = list === commission.id ? commission.terms : (own?.terms ?? commission.terms);
  return { commission, intake, law, list: { id: list, terms, facts } };
}

export function answerOn({ law, list }: Pick<Listed, "law" | "list">, on: Day): PlacesAnswer {
  return placesRule(law)(placesInput(list, { id: list.id, on, basis: law.basis }));
}

export function standingIn(
  { intake, list }: Pick<Listed, "intake" | "list">,
  candidate: PlacesAnswer["candidates"][number],
): Standing {
  const { id, state, answerBy, place } = candidate;
  return { id, intake: intake.id, state, answerBy, rank: place, list: list.id };
}

/**
 * Stores every standing in the list on a day, records and mails the offers and lapses since the last run, and tells the authority if
 * candidates were called. `told`: people whom the act mails itself.
 */
export async function settle(
  context: Context,
  listed: Listed,
  { on, told = new Set() }: { readonly on: Day; readonly told?: ReadonlySet<string> },
): Promise<PlacesAnswer> {
  const { tx, at } = context;
  const answer = answerOn(listed, on);
  const kept = new Map((await standingsInList(tx, listed.list.id)).map((one) => [one.id, one]));
  let called = false;
  for (const candidate of answer.candidates) {
    const before = kept.get(candidate.id);
    const now = standingIn(listed, candidate);
    // A candidate who moved to another list has their standing there.
    if (!before || same(before, now)) continue;
    await keepStanding(tx, now, at);
    if (told.has(candidate.id)) continue;
    if (candidate.state === "offered") {
      called ||= before.state === "waiting";
      await offered(context, listed, candidate);
    }
    if (candidate.state === "lapsed") await lapsed(context, listed, candidate);
  }
  if (called) await tellAuthority(context, listed.intake, { commission: listed.commission.id, on, again: true });
  return answer;
}

/**
 * The chains to lock for an act that moves a list and holds locks that sort after candidacies: the list, and every candidate in it with
 * their dossier, since the next may be called and mailed.
 */
export async function placeChains(tx: Tx, dossier: string): Promise<readonly string[]> {
  const standing = await standingOf(tx, dossier);
  const commission = standing && (await commissionOf(tx, standing.intake));
  const listed = standing?.list ? await standingsInList(tx, standing.list) : [];
  const people = [dossier, ...listed.map(({ id }) => id)];
  const sits = commission ? [commissionChain(commission.id)] : [];
  return [...sits, ...people.flatMap((id) => [candidacyChain(id), dossierChain(id)])];
}

function same(one: Standing, other: Standing): boolean {
  return one.state === other.state && one.answerBy === other.answerBy && one.rank === other.rank;
}

type Candidate = PlacesAnswer["candidates"][number];

async function offered(
  context: Context,
  { intake, law, list }: Listed,
  { id, offeredOn, answerBy }: Candidate,
): Promise<void> {
  await record(context, id, {
    kind: "offered",
    list: list.id,
    details: { on: offeredOn!, answerBy: answerBy!, basis: law.basis },
  });
  const anew = list.facts.some(({ dossier, kind }) => dossier === id && kind === "reoffered");
  const terms = await termsLines(context, id, { intake, law, today: context.today });
  await write(context, id, intake, (lang, { number }) =>
    (anew ? reofferedMail : calledMail)(lang, { number, intake: intake.label, answerBy: answerBy!, terms }),
  );
}

async function lapsed(context: Context, { intake, law, list }: Listed, { id, offeredOn }: Candidate): Promise<void> {
  const lastDay = addDays(offeredOn!, list.terms.answerWithin);
  await record(context, id, { kind: "lapsed", list: list.id, details: { on: addDays(lastDay, 1), basis: law.basis } });
  await write(context, id, intake, (lang, { number }) => lapsedMail(lang, { number, lastDay }));
}

type ListFact = {
  readonly kind: string;
  readonly list: string;
  readonly details: { readonly on: Day; readonly answerBy?: Day; readonly basis: Basis };
};

/** In the person’s chain, which sorts after the list's: locked when reached. */
async function record({ tx, at, actor }: Context, dossier: string, fact: ListFact): Promise<void> {
  await lockChains(tx, [candidacyChain(dossier)]);
  await addFact(tx, { dossier, at, by: actorName(actor), ...fact });
}

export async function write(
  context: Context,
  id: string,
  intake: Intake,
  words: (lang: Lang, dossier: Dossier) => MailText,
): Promise<void> {
  const dossier = await dossierFor(context, id);
  if (dossier) await tell(context, dossier, intake, (lang) => words(lang, dossier), { page: "admission" });
}

/** Any dossier, including the actor’s own; undefined once erased. */
async function dossierFor({ tx, actor }: Context, id: string): Promise<Dossier | undefined> {
  return (await officeReads(tx, actor, id)) ?? ownDossier(tx, actor, id);
}

/** Mails the authority that a list is there, to be read on a page. */
export async function tellAuthority(
  { tx, at, establishment }: Context,
  { id, label }: Intake,
  { commission, on, again }: { readonly commission: string; readonly on: Day; readonly again: boolean },
): Promise<void> {
  const sent = await doersWithin(tx, "be sent the lists of the admitted", intakeChain(id));
  for (const { actor, address, language: lang } of sent) {
    const words = listMail(lang, { intake: label, on, again });
    const path = schoolPath(establishment, lang, `/admissions/listes/${commission}`);
    const link = { path, label: { fr: "Lire la liste", en: "Read the list" }[lang] };
    const reader = actor.startsWith("account:") ? actor : null;
    await postMail(tx, { reader, to: address, lang, about: commissionChain(commission), at, link, ...words });
  }
}
