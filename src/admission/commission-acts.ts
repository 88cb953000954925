/**
 * The commission of an intake: it sits with the members national law names, proposes a decision on each eligible person, and settles the
 * list by closing. Closing seals it, and each decision is recorded in the person’s chain. For people eligible later it sits again and adds
 * to the settled list.
 */
import { FREE } from "../act/binding.ts";
import { createHash } from "node:crypto";
import { newId } from "../kit/id.ts";
import { type Static, Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing, refused, stale } from "../act/act.ts";
import { holdsChain, lockChain, lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { canonical } from "../kit/canonical.ts";
import type { Day } from "../kit/day.ts";
import { barred, leaves } from "../kit/machine.ts";
import { issue, type Issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { DaySchema, KeySchema, oneOf } from "../law/entry.ts";
import type { Law } from "../law/law.ts";
import { lastDayToContest } from "../law/remedies.ts";
import { sayArticle } from "../law/article-words.ts";
import { officeReads } from "../dossier/hands.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { interviewsChain } from "../interviews/arranging.ts";
import { interviewsOfAll } from "../interviews/of.ts";
import { doerNamed } from "../people/contact.ts";
import { CANDIDACY, candidacyChain, commissionChain } from "./rules/candidacy.ts";
import { COMMISSION, commissionState } from "./rules/commission.ts";
import {
  answers,
  type Before,
  CLOSED_OVER,
  closingFindings,
  departures,
  type Ground,
  hearingEntry,
  listEntry,
  seatsOf,
  unanswered,
} from "./rules/closing.ts";
import type { Listing, Terms } from "./rules/list.ts";
import { admittedMail, calledMail, contestedBy, refusedMail, waitingMail } from "./mails.ts";
import { termsLines } from "./place-terms.ts";
import { joiningFacts, roomLeft } from "./joining.ts";
import { answerOn, type Listed, listIn, settle, standingIn, tellAuthority, write } from "./settling.ts";
import {
  addFact,
  type Candidate,
  type Commission,
  commissionOf,
  findCommission,
  findProposal,
  insertCommission,
  insertGrounds,
  keepStanding,
  deferredInto,
  eligibleIn,
  type Member,
  type Proposal,
  proposalsOf,
  putProposal,
  sealCommission,
  standingOf,
  undecidedIn,
  updateCommission,
} from "./store.ts";
import * as output from "./output.ts";

const Version = Type.Integer({ minimum: 0, maximum: 2_000_000_000 });
const Name = Type.String({ maxLength: 200 });
const Members = Type.Array(
  Type.Object(
    {
      seat: KeySchema,
      /** The member's name; `actor` is enough for an account or a guest. */
      name: Type.Optional(Name),
      actor: Type.Optional(Type.String({ pattern: "^(?:account|guest):[0-9a-f-]{36}$" })),
      present: Type.Boolean(),
      /** The person this member stands in for. */
      representing: Type.Optional(Name),
    },
    closed,
  ),
  { maxItems: 20 },
);

export const openCommission = defineAct({
  name: "openCommission",
  label: { fr: "Réunir la commission d’admission d’une campagne", en: "Convene the admission commission of an intake" },
  who: "prepare the commission",
  form: Type.Object({ intake: Id, heldOn: DaySchema, members: Members }, closed),
  output: output.openCommission,
  free: FREE.prepared,
  writes: ["commission"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    await lockChain(tx, intakeChain(input.intake));
    const lawfulIntake = await intakeIn(context, input.intake);
    if (!lawfulIntake) return FORBIDDEN;
    const members = await membersOf(context, lawfulIntake.law, input.members);
    if ("issues" in members) return invalid(members.issues);
    const id = newId();
    const { heldOn } = input;
    const first = await commissionOf(tx, input.intake);
    // It sits again only for candidates its list did not have yet.
    if (first?.closedAt && (await toDecide(context, lawfulIntake.intake)).length === 0) return invalid([NOBODY_LEFT]);
    const addsTo = first?.closedAt ? first.id : null;
    const row = { id, intake: input.intake, addsTo, heldOn, members: members.members, by: actorName(actor), at };
    if (!(await insertCommission(tx, row))) return invalid([ONE_ALREADY]);
    return begun({ commission: id, version: 1 }, commissionChain(id));
  },
});

export const saveCommission = defineAct({
  name: "saveCommission",
  label: { fr: "Dire qui siège à la commission d’admission", en: "Say who sits on the admission commission" },
  who: "prepare the commission",
  form: Type.Object({ commission: Id, version: Version, heldOn: DaySchema, members: Members }, closed),
  from: leaves(COMMISSION, "saved"),
  output: output.saveCommission,
  free: FREE.prepared,
  writes: ["commission"],
  async perform(context) {
    const { tx, input } = context;
    const open = await sitting(context, "saved");
    if ("kind" in open) return open;
    const { commission, law } = open;
    const members = await membersOf(context, law, input.members);
    if ("issues" in members) return invalid(members.issues);
    if (commission.version !== input.version)
      return stale({ version: commission.version, members: commission.members });
    const version = commission.version + 1;
    await updateCommission(tx, commission.id, { heldOn: input.heldOn, members: members.members, version });
    return done({ version }, commissionChain(commission.id));
  },
});

const Rank = Type.Integer({ minimum: 1, maximum: 100_000 });

export const proposeDecision = defineAct({
  name: "proposeDecision",
  from: [leaves(CANDIDACY, "proposed"), leaves(COMMISSION, "proposed")],
  label: {
    fr: "Porter une décision de la commission sur une candidature",
    en: "Enter the commission’s decision on a candidacy",
  },
  who: "prepare the commission",
  form: Type.Object(
    {
      commission: Id,
      dossier: Id,
      decision: oneOf("admitted", "waiting", "refused"),
      /** Required for the waiting list, refused otherwise. */
      rank: Type.Optional(Rank),
      grounds: Type.Optional(Type.String({ maxLength: 4000 })),
      /** The version that was read; omitted if there was no proposal. */
      version: Type.Optional(Version),
    },
    closed,
  ),
  output: output.proposeDecision,
  free: FREE.prepared,
  writes: ["commission_proposal"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const { dossier, decision, rank, version = 0 } = input;
    const grounds = (input.grounds ?? "").trim();
    const open = await sitting(context, "proposed", [candidacyChain(dossier)]);
    if ("kind" in open) return open;
    const { commission } = open;
    const known = (await officeReads(tx, actor, dossier)) && (await standingOf(tx, dossier));
    const among = known && (await isAmong(context, open.intake, dossier));
    if (!known || !among) return FORBIDDEN;
    const no = barred(CANDIDACY, "proposed", known.state);
    if (no.length > 0) return invalid(no);
    if ((decision === "waiting") !== (rank !== undefined))
      return invalid([decision === "waiting" ? NO_RANK : RANK_APART]);
    if (decision === "refused" && grounds === "") return invalid([NO_GROUND]);
    const before = await findProposal(tx, commission.id, dossier);
    if ((before?.version ?? 0) !== version) return stale({ proposal: before ?? null });
    const row = { id: before?.id ?? newId(), dossier, decision, rank: rank ?? null, grounds, version };
    await putProposal(tx, commission.id, { ...row, by: actorName(actor), at });
    return done({ version: version + 1 }, commissionChain(commission.id));
  },
});

/** Once closed, all candidates and the authority are told on the same day. */
export const closeCommission = defineAct({
  name: "closeCommission",
  label: {
    fr: "Arrêter la liste et clore la commission d’admission",
    en: "Settle the list and close the admission commission",
  },
  who: "decide on admissions",
  form: Type.Object(
    {
      commission: Id,
      version: Version,
      /** The ground for closing over each unmet condition that allows one; with the dossier if it concerns one. */
      grounds: Type.Optional(
        Type.Array(
          Type.Object(
            {
              condition: oneOf(...CLOSED_OVER),
              dossier: Type.Optional(Id),
              ground: Type.String({ maxLength: 1000 }),
            },
            closed,
          ),
          { maxItems: 2000 },
        ),
      ),
    },
    closed,
  ),
  from: leaves(COMMISSION, "closed"),
  output: output.closeCommission,
  writes: ["commission", "admission_fact", "commission_ground", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const open = await sitting(context, "closed", await closingChains(context));
    if ("kind" in open) return open;
    const { commission, intake, law } = open;
    // Read again under the locks: a candidate may have withdrawn or become eligible while this act waited.
    const candidates = await toDecide(context, intake);
    const isNew = candidates.some(({ dossier }) => !holdsChain(tx, candidacyChain(dossier)));
    if (commission.version !== input.version || isNew)
      return stale({ version: commission.version, members: commission.members });
    const proposals = withDeferred(candidates, await proposalsOf(tx, commission.id));
    const { heldOn, members, addsTo } = commission;
    const settled = addsTo === null ? undefined : await listIn(context, addsTo, addsTo);
    const { places, answerWithin, callsUntil, waitingList } = termsFor(intake, settled, today);
    const named = candidates.map(({ dossier, number, name }) => ({ dossier, name: name ?? number }));
    const asked = { heldOn, today, members, candidates: named, proposals, places, answerWithin, waitingList };
    const over = departures(law, await before(context, { intake, law }, candidates));
    const grounds = groundsIn(input.grounds);
    const astray = grounds.findIndex((ground) => !over.some((one) => answers(ground, one)));
    if (astray >= 0) return invalid([groundAstray(astray)]);
    const findings = [...closingFindings(law, asked), ...unanswered(over, grounds)];
    if (findings.length > 0 || answerWithin === undefined) return refused(...findings);
    // Seals the places it could give: all of them, or those the settled list had left.
    const terms: Terms = { places, decidedOn: today, answerWithin, ...(callsUntil !== undefined && { callsUntil }) };
    const by = actorName(actor);
    const decisions = proposals.filter(({ dossier }) => candidates.some((one) => one.dossier === dossier));
    const list = settled?.list.id ?? commission.id;
    const facts = settled
      ? joiningFacts(settled, decisions, { on: today, commission: commission.id, at, by })
      : decisions.map(({ dossier, decision, rank, grounds }) => {
          const details: Listing = { decision, ...(rank !== null && { rank }), grounds };
          return { dossier, kind: "listed", details };
        });
    const sealed: { readonly fact: string; readonly hash: string }[] = [];
    for (const { dossier, kind, details } of facts) {
      const fact = await addFact(tx, { dossier, kind, list, at, by, details });
      sealed.push({ fact, hash: hashOf({ dossier, ...details }) });
    }
    const closedOver = over.map(({ condition, dossier, finding: { says, values: told } }) => {
      const { ground } = grounds.find((one) => answers(one, { condition, dossier }))!;
      return { condition, dossier, says, told, ground };
    });
    await insertGrounds(
      tx,
      commission.id,
      closedOver.map((one) => ({ ...one, by, at })),
    );
    const what = { commission: commission.id, heldOn, members, terms, basis: law.basis, decisions: sealed };
    const hash = hashOf({ ...what, ...(closedOver.length > 0 && { closedOver: closedOver.map(hashOf) }) });
    await sealCommission(tx, commission.id, { at, by, terms, hash, basis: law.basis });
    const listed = (await listIn(context, list, list))!;
    // Candidates already in the list come first: process what was due by today.
    const answer = settled ? await settle(context, listed, { on: today }) : answerOn(listed, today);
    const offered: string[] = [];
    for (const candidate of answer.candidates) {
      const decided = decisions.find(({ dossier }) => dossier === candidate.id);
      if (!decided) continue;
      if (candidate.state === "offered") offered.push(candidate.id);
      await keepStanding(tx, standingIn(listed, candidate), at);
      await letter(context, { intake, law }, decided, candidate);
    }
    await tellAuthority(context, intake, { commission: list, on: today, again: settled !== undefined });
    return done({ hash, offered: offered.length }, commissionChain(commission.id));
  },
});

/**
 * Locks everything the list is settled from: the intake, the candidates, their interviews, and their dossiers, whose mails it sends. Also
 * dossiers of undecided candidates over whom it closes with a ground.
 */
async function closingChains(
  context: Pick<Performing<{ readonly commission: string; readonly grounds?: readonly GroundGiven[] }>, "tx" | "input">,
): Promise<readonly string[]> {
  const { commission: id, grounds = [] } = context.input;
  const commission = await findCommission(context.tx, id);
  if (!commission) return [];
  const candidates = await toDecide(context, { id: commission.intake });
  return [
    intakeChain(commission.intake),
    ...candidates.flatMap(({ dossier }) => [candidacyChain(dossier), dossierChain(dossier), interviewsChain(dossier)]),
    ...grounds.flatMap(({ dossier }) => (dossier === undefined ? [] : [dossierChain(dossier)])),
  ];
}

function groundsIn(typed: readonly GroundGiven[] = []): Ground[] {
  return typed.flatMap(({ condition, dossier = null, ground }) =>
    ground.trim() === "" ? [] : [{ condition, dossier, ground: ground.trim() }],
  );
}
type GroundGiven = Pick<Ground, "condition" | "ground"> & { readonly dossier?: string };

/** The steps due before the list. Without interviews no candidate counts as unheard; a deferred one was heard in an earlier year. */
export async function before(
  { tx, at, zone }: Pick<Performing<unknown>, "tx" | "at" | "zone">,
  { intake, law }: Letter,
  candidates: readonly Candidate[],
): Promise<Before> {
  const hears = hearingEntry(law) !== undefined && intake.interview.length > 0;
  const toHear = hears ? candidates.filter(({ state }) => state !== "deferred") : [];
  const interviews = await interviewsOfAll(
    tx,
    toHear.map(({ dossier }) => dossier),
  );
  return {
    takenUntil: at <= intake.closesAt ? dayIn(intake.closesAt, zone) : undefined,
    undecided: (await undecidedIn(tx, intake.id)).map(calledBy),
    toHear: toHear.map((candidate) => {
      const { state, examiners = [] } = interviews.get(candidate.dossier) ?? {};
      const heard = state === "agreed" || state === "missed" ? state : "no";
      return { ...calledBy(candidate), heard, grids: heard === "agreed" ? examiners.length : 0 };
    }),
  };
}

/** With the dossier number, which tells namesakes apart. */
function calledBy({ dossier, number, name }: Pick<Candidate, "dossier" | "number" | "name">) {
  return { dossier, name: name === null ? number : `${name} (${number})` };
}

type ClosingTerms = {
  readonly places: number;
  readonly answerWithin: number | undefined;
  readonly callsUntil?: Day;
  readonly waitingList: Intake["waitingListRule"];
};

/** The intake's terms; for a commission that adds to a list, what is left under that list's terms. */
export function termsFor(intake: Intake, settled: Listed | undefined, today: Day): ClosingTerms {
  const { places, answerWithin, callsUntil, waitingListRule: waitingList } = intake;
  const until = (day: Day | undefined) => (day === undefined ? {} : { callsUntil: day });
  if (!settled) return { places, answerWithin, ...until(callsUntil), waitingList };
  const { terms } = settled.list;
  const room = roomLeft(settled, today, waitingList);
  return {
    places: room.places,
    answerWithin: terms.answerWithin,
    ...until(terms.callsUntil),
    waitingList: { ...waitingList, most: room.most },
  };
}

/** Hashes a value as canonical JSON. */
function hashOf(value: unknown): string {
  return `sha256:${createHash("sha256").update(canonical(value)).digest("hex")}`;
}

type Letter = { readonly intake: Intake; readonly law: Law };
type Answered = ReturnType<typeof answerOn>["candidates"][number];

async function letter(
  context: Parameters<typeof write>[0] & { readonly today: Day },
  { intake, law }: Letter,
  { decision, grounds }: { readonly decision: Listing["decision"]; readonly grounds: string },
  { id, state, answerBy, place }: Answered,
): Promise<void> {
  const entry = listEntry(law);
  const appeal = contestedBy(intake.appeal, lastDayToContest(law, context.today), state === "waiting");
  const terms = state === "offered" ? await termsLines(context, id, { intake, law, today: context.today }) : [];
  await write(context, id, intake, (lang, { number }) => {
    const about = { number, intake: intake.label, grounds, terms };
    const article = { text: entry.citation[lang], article: sayArticle(entry.source.article, lang) };
    if (state === "offered" && decision === "admitted") return admittedMail(lang, { ...about, answerBy: answerBy! });
    if (state === "offered") return calledMail(lang, { ...about, answerBy: answerBy! });
    if (state === "waiting") return waitingMail(lang, { ...about, place: place!, appeal });
    return refusedMail(lang, { ...about, appeal, article });
  });
}

async function intakeIn({ tx, law: lawOf }: Pick<Performing<unknown>, "tx" | "law">, id: string) {
  const intake = await findIntake(tx, id);
  const law = intake && lawOf(intake.diploma, { version: intake.lawVersion });
  return intake && law ? { intake, law } : undefined;
}

type Sitting = { readonly commission: Commission; readonly intake: Intake; readonly law: Law };

/** A commission that allows this move, locked with the act's other chains. */
async function sitting(
  context: Pick<Performing<{ readonly commission: string }>, "tx" | "law" | "input">,
  kind: "saved" | "proposed" | "closed",
  others: readonly string[] = [],
): Promise<Sitting | typeof FORBIDDEN | ReturnType<typeof invalid>> {
  const { tx, input } = context;
  const id = input.commission;
  const addsTo = (await findCommission(tx, id))?.addsTo ?? null;
  const settled = addsTo === null ? [] : [commissionChain(addsTo)];
  const chains = [commissionChain(id), ...settled, ...others];
  if (!(await lockChains(tx, chains)).has(commissionChain(id))) return FORBIDDEN;
  const commission = await findCommission(tx, id);
  const lawfulIntake = commission && (await intakeIn(context, commission.intake));
  if (!commission || !lawfulIntake) return FORBIDDEN;
  const no = barred(COMMISSION, kind, commissionState(commission));
  return no.length > 0 ? invalid(no) : { commission, ...lawfulIntake };
}

/** The candidates it decides on: eligible, or deferred from an earlier intake with their admission kept. */
export async function toDecide(
  { tx }: Pick<Performing<unknown>, "tx">,
  { id }: Pick<Intake, "id">,
): Promise<Candidate[]> {
  return [...(await eligibleIn(tx, id)), ...(await deferredInto(tx, id))];
}

type Decision = Pick<Proposal, "dossier" | "decision" | "rank" | "grounds">;

/** The proposals entered, plus an admission for each deferred candidate: that decision is not taken again. */
export function withDeferred(candidates: readonly Candidate[], proposals: readonly Proposal[]): readonly Decision[] {
  const kept = candidates.filter(({ state }) => state === "deferred");
  return [
    ...proposals,
    ...kept.map(({ dossier }) => ({ dossier, decision: "admitted" as const, rank: null, grounds: "" })),
  ];
}

async function isAmong(context: Pick<Performing<unknown>, "tx">, intake: Intake, dossier: string): Promise<boolean> {
  return (await toDecide(context, intake)).some((one) => one.dossier === dossier);
}

async function membersOf(
  { tx }: Pick<Performing<unknown>, "tx">,
  law: Law,
  typed: Static<typeof Members>,
): Promise<{ readonly members: readonly Member[] } | { readonly issues: readonly Issue[] }> {
  const seats = new Map(seatsOf(law).map((one) => [one.seat, one]));
  const members: Member[] = [];
  for (const [index, { seat, name = "", actor, present, representing = "" }] of typed.entries()) {
    const known = seats.get(seat);
    if (!known || members.some((one) => one.seat === seat)) return { issues: [unknownSeat(index)] };
    const doer = actor === undefined ? undefined : await doerNamed(tx, actor);
    if (actor !== undefined && !doer) return { issues: [unknownPerson(index)] };
    const called = name.trim() || (doer?.name ?? "");
    if (called === "") return { issues: [unnamed(index)] };
    if (representing.trim() !== "" && known.represented !== true) return { issues: [notRepresented(index)] };
    members.push({
      seat,
      name: called,
      present,
      ...(actor !== undefined && { actor }),
      ...(representing.trim() !== "" && { representing: representing.trim() }),
    });
  }
  return { members };
}

const groundAstray = (index: number) =>
  issue(
    `grounds[${index}].ground`,
    "Ce motif ne répond plus à rien de ce qui manque : relisez la page.",
    "This ground answers nothing that is missing any more: read the page again.",
  );
const unknownSeat = (index: number) =>
  issue(
    `members[${index}].seat`,
    "Ce siège n’existe pas, ou il est déjà pris.",
    "There is no such seat, or it is taken.",
  );
const unknownPerson = (index: number) =>
  issue(`members[${index}].actor`, "Cette personne n’est pas connue ici.", "This person is not known here.");
const unnamed = (index: number) => issue(`members[${index}].name`, "Nommez cette personne.", "Name this person.");
const notRepresented = (index: number) =>
  issue(
    `members[${index}].representing`,
    "Le texte ne prévoit pas que quelqu’un d’autre tienne ce siège.",
    "The text does not let somebody else hold this seat.",
  );
const ONE_ALREADY = issue(
  "intake",
  "La commission de cette campagne est déjà réunie.",
  "The commission of this intake is convened already.",
);
const NOBODY_LEFT = issue(
  "intake",
  "La commission de cette campagne s’est déjà réunie, et personne n’est devenu recevable depuis : elle n’a rien à décider.",
  "The commission of this intake has sat already, and nobody has become eligible since: it has nothing to decide.",
);
const NO_RANK = issue("rank", "Donnez le rang sur la liste complémentaire.", "Give the rank on the waiting list.");
const RANK_APART = issue(
  "rank",
  "Seule une personne de la liste complémentaire a un rang.",
  "Only somebody on the waiting list has a rank.",
);
const NO_GROUND = issue(
  "grounds",
  "Un refus est motivé : dites pourquoi, la personne le lira.",
  "A refusal has its ground: say why, the person will read it.",
);
