/**
 * Where the places of a list stand on a day, by the decision `places`, and what follows from it: the states that are kept, the
 * offers and lapses that people are told of. Whatever changes a list goes through here, once the list is locked.
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

type Given = Pick<Performing<unknown>, "tx" | "at" | "actor" | "law" | "establishment">;

/** A list of a commission that closed: its own, or that of one person whose appeal was granted. */
export async function listIn(
  given: Pick<Given, "tx" | "law">,
  commissionId: string,
  list: string,
): Promise<Listed | undefined> {
  const { tx } = given;
  const commission = await findCommission(tx, commissionId);
  const intake = commission && (await findIntake(tx, commission.intake));
  const law = intake && given.law(intake.diploma, { version: intake.lawVersion });
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
  one: PlacesAnswer["candidates"][number],
): Standing {
  const { id, state, answerBy, place } = one;
  return { id, intake: intake.id, state, answerBy, rank: place, list: list.id };
}

/**
 * Keeps where everybody in the list stands on a day, records and tells who was offered a place or let an offer lapse since it was
 * last looked at, and tells the authority where the list of those admitted grew. `told`: who is told by the act itself.
 */
export async function settle(
  given: Given,
  listed: Listed,
  { on, told = new Set() }: { readonly on: Day; readonly told?: ReadonlySet<string> },
): Promise<PlacesAnswer> {
  const { tx, at } = given;
  const answer = answerOn(listed, on);
  const kept = new Map((await standingsInList(tx, listed.list.id)).map((one) => [one.id, one]));
  let called = false;
  for (const one of answer.candidates) {
    const before = kept.get(one.id);
    const now = standingIn(listed, one);
    // Somebody who went on to another list stands in that one.
    if (!before || same(before, now)) continue;
    await keepStanding(tx, now, at);
    if (told.has(one.id)) continue;
    if (one.state === "offered") {
      called ||= before.state === "waiting";
      await offered(given, listed, one);
    }
    if (one.state === "lapsed") await lapsed(given, listed, one);
  }
  if (called) await tellAuthority(given, listed.intake, { commission: listed.commission.id, on, again: true });
  return answer;
}

/**
 * What is locked, with its own, by an act that moves a list and holds what comes after candidacies in the order of locks: the list,
 * and all who stand in it with their dossiers, as the next may be called and written to.
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
  given: Given,
  { intake, law, list }: Listed,
  { id, offeredOn, answerBy }: Candidate,
): Promise<void> {
  await record(given, id, {
    kind: "offered",
    list: list.id,
    details: { on: offeredOn!, answerBy: answerBy!, basis: law.basis },
  });
  const anew = list.facts.some(({ dossier, kind }) => dossier === id && kind === "reoffered");
  await write(given, id, intake, (lang, { number }) =>
    (anew ? reofferedMail : calledMail)(lang, { number, intake: intake.label, answerBy: answerBy! }),
  );
}

async function lapsed(given: Given, { intake, law, list }: Listed, { id, offeredOn }: Candidate): Promise<void> {
  const lastDay = addDays(offeredOn!, list.terms.answerWithin);
  await record(given, id, { kind: "lapsed", list: list.id, details: { on: addDays(lastDay, 1), basis: law.basis } });
  await write(given, id, intake, (lang, { number }) => lapsedMail(lang, { number, lastDay }));
}

type Made = {
  readonly kind: string;
  readonly list: string;
  readonly details: { readonly on: Day; readonly answerBy?: Day; readonly basis: Basis };
};

/** In that person’s chain, which sorts after that of the list: it is locked as it is come to. */
async function record({ tx, at, actor }: Given, dossier: string, fact: Made): Promise<void> {
  await lockChains(tx, [candidacyChain(dossier)]);
  await addFact(tx, { dossier, at, by: actorName(actor), ...fact });
}

export async function write(
  given: Given,
  id: string,
  intake: Intake,
  words: (lang: Lang, dossier: Dossier) => MailText,
): Promise<void> {
  const dossier = await dossierFor(given, id);
  if (dossier) await tell(given, dossier, intake, (lang) => words(lang, dossier), { page: "admission" });
}

/** Of whoever it is, the actor’s own too; gone where it was erased. */
async function dossierFor({ tx, actor }: Given, id: string): Promise<Dossier | undefined> {
  return (await officeReads(tx, actor, id)) ?? ownDossier(tx, actor, id);
}

/** Whoever holds its role here is sent word of the list, and reads it on a page. */
export async function tellAuthority(
  { tx, at, establishment }: Given,
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
