/** Appeals against a decision of admission: recorded as received, answered with grounds; granted, they open a place, or the way to the commission. */
import { FREE } from "../act/binding.ts";
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import type { Day } from "../kit/day.ts";
import { sayDay } from "../kit/lang.ts";
import { barred, leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { DaySchema, oneOf } from "../law/entry.ts";
import { answerToContest, lastDayToContest } from "../law/remedies.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { interviewsChain } from "../interviews/arranging.ts";
import { findIntake } from "../intake/intake.ts";
import {
  type AppealAnswer,
  type AppealDetails,
  computeEligibility,
  contestedIn,
  declaredIn,
  type EligibilityDetails,
  lastOf,
  pendingAppeal,
} from "./facts.ts";
import { CANDIDACY, candidacyChain, type CandidacyState, commissionChain, type Fact } from "./rules/candidacy.ts";
import type { Listing } from "./rules/list.ts";
import { appealAnsweredMail, appealRecordedMail } from "./mails.ts";
import { termsLines } from "./place-terms.ts";
import { answerOn, type Listed, listIn, placeChains, settle, standingIn, tellAuthority, write } from "./settling.ts";
import { addFact, commissionOf, factsOf, keepStanding, standingOf } from "./store.ts";
import * as output from "./output.ts";

export const recordAppeal = defineAct({
  name: "recordAppeal",
  from: leaves(CANDIDACY, "appealed"),
  label: { fr: "Enregistrer un recours", en: "Record an appeal" },
  who: "prepare the commission",
  form: Type.Object({ dossier: Id, receivedOn: DaySchema, text: Type.String({ maxLength: 8000 }) }, closed),
  output: output.recordAppeal,
  free: FREE.contests,
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const { dossier, receivedOn } = input;
    const text = input.text.trim();
    if (text === "") return invalid([NO_TEXT]);
    if (receivedOn > today) return invalid([NOT_RECEIVED]);
    if (!(await officeReads(tx, actor, dossier))) return FORBIDDEN;
    const contest = await contested(context);
    return "kind" in contest ? contest : recorded(context, contest, { receivedOn, text });
  },
});

/** By the person, within the days that the school's file leaves; without an account, or later, the office records what it receives. */
export const lodgeAppeal = defineAct({
  name: "lodgeAppeal",
  from: leaves(CANDIDACY, "appealed"),
  label: { fr: "Contester une décision d’admission", en: "Contest a decision of admission" },
  who: "apply",
  form: Type.Object({ dossier: Id, text: Type.String({ maxLength: 8000 }) }, closed),
  output: output.recordAppeal,
  free: FREE.contests,
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, today, zone } = context;
    const { dossier } = input;
    const text = input.text.trim();
    if (text === "") return invalid([NO_OWN_TEXT]);
    if (!(await ownDossier(tx, actor, dossier))) return FORBIDDEN;
    const contest = await contested(context);
    if ("kind" in contest) return contest;
    const { intake } = contest;
    const law = context.law(intake.diploma, { version: intake.lawVersion });
    const by = law && lastDayToContest(law, dayIn(contest.decidedAt, zone)).by;
    if (by && today > by) return invalid([TOO_LATE(by)]);
    return recorded(context, contest, { receivedOn: today, text });
  },
});

async function recorded(context: Contesting, contest: Contest, details: AppealDetails) {
  const { tx, input, actor, at } = context;
  const { dossier } = input;
  if (contest.pending) return invalid([PENDING]);
  const appeal = await addFact(tx, { dossier, kind: "appealed", at, by: actorName(actor), details });
  const { diploma, lawVersion } = contest.intake;
  const law = context.law(diploma, { version: lawVersion });
  const answerBy = law ? answerToContest(law, details.receivedOn) : null;
  await write(context, dossier, contest.intake, (lang, { number }) =>
    appealRecordedMail(lang, number, details.receivedOn, answerBy),
  );
  return done({ appeal }, contest.chain);
}

export const answerAppeal = defineAct({
  name: "answerAppeal",
  from: leaves(CANDIDACY, "appealed"),
  label: { fr: "Répondre à un recours", en: "Answer an appeal" },
  who: "decide on admissions",
  form: Type.Object(
    {
      dossier: Id,
      outcome: oneOf("confirmed", "granted"),
      grounds: Type.String({ maxLength: 4000 }),
      /** For a granted appeal against the commission: an extra place for this person, or the end of the waiting list. */
      offers: Type.Optional(oneOf("place", "waiting")),
    },
    closed,
  ),
  output: output.answerAppeal,
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, outcome, offers } = input;
    const grounds = input.grounds.trim();
    if (grounds === "") return invalid([NO_GROUNDS]);
    if (outcome !== "granted" && offers !== undefined) return invalid([OFFER_APART]);
    if (!(await officeReads(tx, actor, dossier))) return FORBIDDEN;
    const contest = await contested(context);
    if ("kind" in contest) return contest;
    const { listed, state, intake, pending, chain } = contest;
    if (!pending) return invalid([NO_APPEAL]);
    const granted = outcome === "granted";
    if (granted && (listed !== undefined) !== (offers !== undefined)) return invalid([listed ? NO_OFFER : NO_LIST]);
    const by = actorName(actor);
    const details: AppealAnswer = { outcome, grounds, offers: offers ?? null, appeal: pending.id };
    await addFact(tx, { dossier, kind: "appeal-answered", at, by, details });
    const offer = listed && offers === "place" ? await withPlace(context, listed, grounds) : undefined;
    const late = listed && offers === "waiting" ? await atTheEnd(context, { ...listed, state }, grounds) : undefined;
    if (late) return invalid(late);
    if (granted && !listed) await eligibleAfterAll(context, grounds);
    const opens = granted ? (offers ?? "eligible") : null;
    const terms = listed && offer ? await termsLines(context, dossier, { intake, law: listed.law, today }) : [];
    const answerBy = offer?.answerBy ?? null;
    await write(context, dossier, intake, (lang, { number }) =>
      appealAnsweredMail(lang, { number, intake: intake.label, opens, grounds, answerBy, terms }),
    );
    if (listed && offer)
      await tellAuthority(context, intake, { commission: listed.commission.id, on: today, again: true });
    return done({ state: (opens === "place" ? offer?.state : opens) ?? state, at: at.toISOString() }, chain);
  },
});

type Contesting = Performing<{ readonly dossier: string }>;

/** A separate list with one place for this person: if they decline it, it is offered to no other candidate. */
async function withPlace(context: Contesting, listed: Listed, grounds: string) {
  const { tx, input, actor, at, today } = context;
  const { dossier } = input;
  const by = actorName(actor);
  const waited = answerOn(listed, today).candidates.find(({ id }) => id === dossier)?.state === "waiting";
  if (waited) {
    const left = { dossier, kind: "withdrawn", list: listed.list.id, at, by, details: { on: today } };
    await addFact(tx, left);
    await settle(context, (await listIn(context, listed.commission.id, listed.list.id))!, {
      on: today,
      told: new Set([dossier]),
    });
  }
  const list = newId();
  const { answerWithin } = listed.list.terms;
  const details: Listing = { decision: "admitted", grounds, terms: { places: 1, decidedOn: today, answerWithin } };
  await addFact(tx, { id: list, dossier, kind: "listed", list, at, by, details });
  const own = (await listIn(context, listed.commission.id, list))!;
  const [candidate] = answerOn(own, today).candidates;
  await keepStanding(tx, standingIn(own, candidate!), at);
  return candidate!;
}

/**
 * Last on the waiting list; refused if a place is free, since the candidate would be called at once: the place is to be offered instead.
 */
async function atTheEnd(context: Contesting, listed: Listed & { readonly state: CandidacyState }, grounds: string) {
  const { tx, input, actor, at, today } = context;
  const { dossier } = input;
  const { list, state } = listed;
  if (state === "waiting") return [WAITS_ALREADY];
  const ranks = list.facts.map(({ details }) => (details as Listing).rank ?? 0);
  const details: Listing = { decision: "waiting", rank: Math.max(0, ...ranks) + 1, grounds, on: today };
  const by = actorName(actor);
  const fact: Fact = { id: "", dossier, place: Infinity, kind: "listed", list: list.id, at, by, details };
  const after = { ...listed, list: { ...list, facts: [...list.facts, fact] } };
  if (answerOn(after, today).candidates.find(({ id }) => id === dossier)?.state !== "waiting") return [PLACE_FREE];
  await addFact(tx, { dossier, kind: "listed", list: list.id, at, by, details });
  await settle(context, after, { on: today, told: new Set([dossier]) });
  return undefined;
}

/** The decision on eligibility is replaced by its contrary; the commission then decides. */
async function eligibleAfterAll(context: Contesting, ground: string) {
  const { tx, input, actor, at, today } = context;
  const dossier = (await officeReads(tx, actor, input.dossier))!;
  const before = lastOf(await factsOf(tx, dossier.id), "eligibility")!;
  const { titles } = before.details;
  const { input: asked, answer } = computeEligibility(context, await declaredIn(context, dossier), {
    on: today,
    said: titles,
  });
  const details: EligibilityDetails = {
    outcome: "eligible",
    ground,
    titles,
    input: asked,
    answer,
    replaces: before.id,
  };
  await addFact(tx, { dossier: dossier.id, kind: "eligibility", at, by: actorName(actor), details });
  await keepStanding(tx, { ...(await standingOf(tx, dossier.id))!, state: "eligible" }, at);
}

/** The contested decision, its list if the commission took it, locked, and the unanswered appeal. */
async function contested(context: Contesting) {
  const { tx, input } = context;
  const { dossier } = input;
  const before = await standingOf(tx, dossier);
  if (!before) return FORBIDDEN;
  const no = barred(CANDIDACY, "appealed", before.state);
  if (no.length > 0) return invalid(no);
  // A granted appeal lists the person again, based on their interview.
  await lockChains(tx, [...(await placeChains(tx, dossier)), interviewsChain(dossier)]);
  const { state, list, intake: id } = (await standingOf(tx, dossier))!;
  const again = barred(CANDIDACY, "appealed", state);
  if (again.length > 0) return invalid(again);
  const commission = list === null ? undefined : await commissionOf(tx, id);
  const listed = commission && list !== null ? await listIn(context, commission.id, list) : undefined;
  const intake = await findIntake(tx, id);
  const facts = await factsOf(tx, dossier);
  const decided = contestedIn(facts, state);
  if (!intake || !decided || (list !== null && !listed)) return FORBIDDEN;
  const chain = commission ? commissionChain(commission.id) : candidacyChain(dossier);
  return { intake, listed, state, decidedAt: decided.at, pending: pendingAppeal(facts), chain };
}
type Contest = Exclude<Awaited<ReturnType<typeof contested>>, { readonly kind: string }>;

const NO_TEXT = issue(
  "text",
  "Dites ce que la personne conteste, en ses mots.",
  "Say what the person contests, in their words.",
);
const NO_OWN_TEXT = issue("text", "Dites ce que vous contestez, et pourquoi.", "Say what you contest, and why.");
const TOO_LATE = (by: Day) =>
  issue(
    "dossier",
    `Le délai pour contester a fini le ${sayDay(by, "fr")}. Vous pouvez encore écrire à l’école.`,
    `The time to contest ended on ${sayDay(by, "en")}. You may still write to the school.`,
  );
const NOT_RECEIVED = issue("receivedOn", "Ce jour n’est pas encore venu.", "This day has not come yet.");
export const PENDING = issue(
  "dossier",
  "Un recours attend déjà sa réponse : répondez-y d’abord.",
  "An appeal waits for its answer already: answer it first.",
);
const NO_APPEAL = issue("dossier", "Aucun recours n’attend de réponse.", "No appeal waits for an answer.");
const NO_GROUNDS = issue(
  "grounds",
  "Une réponse est motivée : dites pourquoi, la personne le lira.",
  "An answer has its grounds: say why, the person will read it.",
);
const NO_OFFER = issue(
  "offers",
  "Dites ce qu’ouvre ce recours : une place de plus, ou la fin de la liste complémentaire.",
  "Say what this appeal opens: one place more, or the end of the waiting list.",
);
const OFFER_APART = issue("offers", "Un recours rejeté n’ouvre rien.", "An appeal that is rejected opens nothing.");
const NO_LIST = issue(
  "offers",
  "Cette personne n’est sur aucune liste : accueilli, son recours rend sa candidature recevable.",
  "This person is on no list: granted, their appeal makes their candidacy eligible.",
);
const WAITS_ALREADY = issue(
  "offers",
  "La personne est déjà sur la liste complémentaire : offrez une place, ou confirmez.",
  "The person is on the waiting list already: offer a place, or confirm.",
);
const PLACE_FREE = issue(
  "offers",
  "Une place est libre et personne n’attend : offrez-la.",
  "A place is free and nobody waits: offer it.",
);
