/** What happens to candidacies: decided, put before the commission, listed, answered, called, appealed against. */
import { answerAppeal, recordAppeal } from "../../admission/appeal-acts.ts";
import { closeCommission, openCommission, proposeDecision, saveCommission } from "../../admission/commission-acts.ts";
import { decideEligibility, decideRelief } from "../../admission/decide-acts.ts";
import {
  acceptPlace,
  declinePlace,
  deferPlace,
  recordAnswer,
  reofferPlace,
  withdrawCandidacy,
} from "../../admission/place-acts.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { resumeDossier, takeBackDossier, withdrawDossier } from "../../dossier/submit-acts.ts";
import { closingGrounds, WHOLE_COMMISSION } from "../admissions.ts";
import { as, type Deed, later, type Life, mostly, tries, walking, type Dice, type Walker } from "./life.ts";

const GROUND = "Vu l’ensemble du dossier.";

async function eligibility(life: Life, dice: Dice, { dossier }: Walker) {
  const outcome = dice.chance(92) ? "eligible" : "not-eligible";
  const said = dice.chance(80) ? { ground: GROUND } : {};
  await tries(life, decideEligibility, mostly(life, dice, as(life, "director")), { dossier, outcome, ...said });
}

async function relief(life: Life, dice: Dice, { dossier }: Walker) {
  const grants = dice.chance(40) ? [{ unit: "UF1.1", hours: dice.one([10, 20, 20.5]) }] : [];
  const members = [{ name: "Paul Nguyen", quality: "établissement partenaire" }];
  const opinion = { on: life.today(), members, favourable: true, text: "Favorable." };
  const input = { dossier, grants, ground: GROUND, ...(dice.chance(80) && grants.length > 0 && { opinion }) };
  const decided = await tries(life, decideRelief, mostly(life, dice, as(life, "director")), input);
  if (!decided) await tries(life, decideRelief, as(life, "director"), { dossier, ground: GROUND });
}

export const everybodyIsDecidedOn: Deed = async (life, dice) => {
  for (const walker of life.walkers) {
    await eligibility(life, dice, walker);
    await relief(life, dice, walker);
  }
};

function members(dice: Dice) {
  return WHOLE_COMMISSION.map((one) => ({ ...one, present: dice.chance(95) }));
}

export const commissionIsConvened: Deed = async (life, dice) => {
  await life.moveTo("2027-06-07", "09:00");
  const input = { intake: life.intake, heldOn: "2027-06-07", members: members(dice) };
  const opened = await tries(life, openCommission, mostly(life, dice, as(life, "officer")), input);
  if (opened) life.commission = { id: opened.commission, version: opened.version };
};

async function proposal(life: Life, dice: Dice, { dossier }: Walker, rank: number) {
  if (!life.commission) return;
  const decision = dice.one(["admitted", "waiting", "waiting", "waiting", "refused"] as const);
  const more = decision === "waiting" ? { rank } : {};
  const grounds = decision === "refused" && dice.chance(90) ? { grounds: "Le projet reste à préciser." } : {};
  const input = { commission: life.commission.id, dossier, decision, ...more, ...grounds };
  await tries(life, proposeDecision, mostly(life, dice, as(life, "officer")), input);
}

export const everybodyIsProposed: Deed = async (life, dice) => {
  for (const [at, walker] of life.walkers.entries()) await proposal(life, dice, walker, dice.chance(90) ? at + 1 : 1);
};

export const commissionSits: Deed = async (life, dice) => {
  const { commission } = life;
  if (!commission || !dice.chance(60)) return;
  const input = {
    commission: commission.id,
    version: commission.version,
    heldOn: life.today(),
    members: members(dice),
  };
  const saved = await tries(life, saveCommission, mostly(life, dice, as(life, "officer")), input);
  if (saved) commission.version = saved.version;
};

export const commissionCloses: Deed = async (life, dice) => {
  const { commission } = life;
  if (!commission) return;
  const version = dice.chance(90) ? commission.version : commission.version + 1;
  const { id } = commission;
  // Nobody was heard: without its grounds it never closes.
  await tries(life, closeCommission, as(life, "director"), { commission: id, version });
  const input = { commission: id, version, grounds: await closingGrounds(life.world, id) };
  await tries(life, closeCommission, mostly(life, dice, as(life, "director")), input);
};

/** Where it was not closed yet: whole, by whom it is for; then everybody has a decision. */
export const commissionCompletes: Deed = async (life, dice) => {
  if (!life.commission) await commissionIsConvened(life, dice);
  const { commission } = life;
  if (!commission || !dice.chance(90)) return;
  const whole = { heldOn: life.today(), members: WHOLE_COMMISSION };
  const { id, version } = commission;
  const saved = await tries(life, saveCommission, as(life, "officer"), { commission: id, version, ...whole });
  if (saved) commission.version = saved.version;
  for (const [at, { dossier }] of life.walkers.entries()) {
    const input = { commission: id, dossier, decision: "waiting", rank: at + 1 };
    await tries(life, proposeDecision, as(life, "officer"), input);
  }
  const grounds = await closingGrounds(life.world, id);
  await tries(life, closeCommission, as(life, "director"), { commission: id, version: commission.version, grounds });
};

const ANSWERS = Array.from({ length: 12 }, () => acceptPlace).concat(
  declinePlace,
  declinePlace,
  deferPlace,
  deferPlace,
  withdrawCandidacy,
);

export const somebodyAnswers: Deed = async (life, dice) => {
  const walker = dice.one(life.walkers);
  await tries(life, dice.one(ANSWERS), mostly(life, dice, walking(life, walker)), { dossier: walker.dossier });
};

export const everybodyAnswers: Deed = async (life, dice) => {
  for (const walker of life.walkers)
    if (dice.chance(85)) await tries(life, dice.one(ANSWERS), walking(life, walker), { dossier: walker.dossier });
};

/** Offers lapse and the next are called meanwhile. */
export const aWeekPasses: Deed = (life, dice) => life.moveTo(later(life, 1 + dice.upTo(8)), "08:30");

const anAnswerIsNoted: Deed = async (life, dice) => {
  const { dossier } = dice.one(life.walkers);
  const answer = dice.one(["accepted", "declined", "deferred", "withdrawn"] as const);
  await tries(life, recordAnswer, mostly(life, dice, as(life, "officer")), { dossier, answer, how: "Par téléphone." });
};

const aPlaceIsOfferedAgain: Deed = async (life, dice) => {
  const { dossier } = dice.one(life.walkers);
  await tries(life, reofferPlace, mostly(life, dice, as(life, "officer")), { dossier, reason: "Une place est libre." });
};

const somebodyAppeals: Deed = async (life, dice) => {
  const { dossier } = dice.one(life.walkers);
  const appeal = { dossier, receivedOn: life.today(), text: "Je conteste." };
  await tries(life, recordAppeal, mostly(life, dice, as(life, "officer")), appeal);
  const granted = dice.chance(60);
  const offers = dice.one(["place", "waiting"] as const);
  const outcome = granted ? "granted" : "confirmed";
  const input = { dossier, outcome, grounds: GROUND, ...(granted && { offers }) };
  const answered = await tries(life, answerAppeal, mostly(life, dice, as(life, "director")), input);
  if (answered && granted && offers === "place") life.added += 1;
};

/** What a decision or an interview was built on is taken away, or tried to be. */
const somebodyTakesTheirDossierBack: Deed = async (life, dice) => {
  const walker = dice.one(life.walkers);
  const act = dice.one([takeBackDossier, takeBackDossier, takeBackDossier, withdrawDossier, resumeDossier]);
  await tries(life, act, walking(life, walker), { dossier: walker.dossier });
};

const aComplementIsAsked: Deed = async (life, dice) => {
  const { dossier } = dice.one(life.walkers);
  const input = { dossier, items: ["identity"], dueOn: later(life, 7), notes: { identity: "À relire." } };
  await tries(life, askComplement, as(life, "officer"), input);
};

const somebodyIsDecidedOnAgain: Deed = (life, dice) => eligibility(life, dice, dice.one(life.walkers));
const somebodyIsRelievedAgain: Deed = (life, dice) => relief(life, dice, dice.one(life.walkers));
const somebodyIsProposedAgain: Deed = (life, dice) => proposal(life, dice, dice.one(life.walkers), 1 + dice.upTo(2));

/** What may be tried at any time. */
export const ADMISSION: readonly Deed[] = [
  somebodyTakesTheirDossierBack,
  aComplementIsAsked,
  somebodyIsDecidedOnAgain,
  somebodyIsRelievedAgain,
  commissionIsConvenedAgain,
  somebodyIsProposedAgain,
  commissionCloses,
  somebodyAnswers,
  anAnswerIsNoted,
  aPlaceIsOfferedAgain,
  somebodyAppeals,
];

async function commissionIsConvenedAgain(life: Life, dice: Dice) {
  const input = { intake: life.intake, heldOn: life.today(), members: members(dice) };
  await tries(life, openCommission, as(life, "officer"), input);
}
