/** Walks from a conforming dossier to the diploma, in which anybody may try anything on any day: what must never be, never is. */
import { ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import * as admission from "./whole-life/admission.ts";
import * as certification from "./whole-life/certification.ts";
import { everythingHolds, happened, nothingIsToMend } from "./whole-life/holds.ts";
import { begun, calmly, type Deed, type Dice, diceOf } from "./whole-life/life.ts";
import * as training from "./whole-life/training.ts";

/** How a life goes where nothing comes between; each step is tried by whom it is for, mostly, and mostly as it should be. */
const SESSION: readonly Deed[] = [
  certification.aSessionIsPrepared,
  certification.everybodyIsPresented,
  certification.examsAreArranged,
  certification.everythingIsMarked,
  certification.theJurySits,
  certification.theJuryCloses,
  certification.proposalsAreAdopted,
  certification.theJuryCloses,
  certification.resultsAreNotified,
];
const WAY: readonly Deed[] = [
  admission.everybodyIsDecidedOn,
  admission.commissionIsConvened,
  calm(admission.commissionCloses),
  admission.everybodyIsProposed,
  admission.commissionSits,
  admission.commissionCloses,
  admission.commissionCompletes,
  admission.somebodyAnswers,
  admission.aWeekPasses,
  admission.aWeekPasses,
  admission.everybodyAnswers,
  admission.aWeekPasses,
  training.aCohortOpens,
  training.contractsAreConcluded,
  calm(training.contractsAreConcluded),
  training.everybodyEnrols,
  calm(training.everybodyEnrols),
  training.programmesAreSigned,
  ...[1, 2].flatMap(() => [training.lessonsArePlanned, training.lessonsAreHeld]),
  calm(training.lessonsArePlanned),
  calm(training.lessonsAreHeld),
  ...SESSION,
  ...SESSION.map(calm),
  certification.parchmentsAreHandedOver,
];
/** What else is tried, at any time and by anybody: most of it cannot be done, and says so. */
const BESIDE = [...admission.ADMISSION, ...training.TRAINING, ...certification.CERTIFICATION];

/** Without these, nothing would be proved of what they could do wrong. */
const COME_TO = [
  "closeCommission",
  "closeCommission refused",
  "callNext",
  "answerOffer acceptPlace",
  "enrol enrol",
  "signContract signContract",
  "countersign countersign",
  "giveMarks finishMarking",
  "publishResults publishResults",
  "acceptPlace",
  "enrol",
  "countersign",
  "planLessons invalid",
  "closeJury",
  "closeJury refused",
  "publishResults",
  "noteParchment",
];

/** A few that come to the end, each time the same; `npm run prove:life` walks many, and others each time. */
const { LIVRET_RUNS, LIVRET_PROOF } = process.env;
const RUNS =
  LIVRET_RUNS === undefined
    ? { numRuns: 2, seed: 7 }
    : LIVRET_PROOF === "small"
      ? { numRuns: 3, seed: 7 }
      : { numRuns: Number(LIVRET_RUNS) };

describe("a whole life, tried in every way", () => {
  it("never has a decision without findings, a place or an hour twice, a mark told too soon, an irregular jury, half a diploma", async () => {
    const reached = new Set<string>();
    const walk = async (gen: fc.GeneratorValue) => {
      const dice = diceOf(gen);
      const { life, close } = await begun();
      try {
        for (const deed of WAY) {
          for (const tried of [deed, ...others(dice)]) {
            await tried(life, dice);
            await everythingHolds(life);
          }
        }
        await nothingIsToMend(life);
        for (const one of await happened(life)) reached.add(one);
      } finally {
        await close();
      }
    };
    await fc.assert(fc.asyncProperty(fc.gen(), walk), { ...RUNS, endOnFailure: true });
    for (const one of COME_TO) ok(reached.has(one), `${one} among ${[...reached].join(", ")}`);
  });
});

function calm(deed: Deed): Deed {
  return (life, dice) => deed(life, calmly(dice));
}

/** Up to two between each step and the next. */
function others(dice: Dice): readonly Deed[] {
  return Array.from({ length: dice.upTo(2) }, () => dice.one(BESIDE));
}
