/** Every life that stands beside its diploma, played once from where the one before it ended, and named by what it says. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { after, before, describe, it } from "node:test";
import { DUTIES, WAITS } from "../house/house.ts";
import { livesIn } from "../house/lives/together.ts";
import { loadLaws } from "../law/load.ts";
import { BARE, INVENTED } from "./invented.ts";
import { ROOT } from "./law-world.ts";
import { type Lives, openLives, readLives, treeOf } from "./playing.ts";
import { LAWS } from "./server.ts";

const written = [
  { whose: "a life", laws: LAWS, folder: ROOT, least: 3 },
  { whose: "a life of an invented diploma, which is a file", laws: loadLaws(INVENTED), folder: INVENTED, least: 1 },
  { whose: "a life of a diploma that has the least", laws: loadLaws(BARE), folder: BARE, least: 1 },
];

const PREVENTABLE = DUTIES.flatMap(({ act, foretold }) => ("by" in foretold ? [act.name] : []));

/** Duties that no life comes to, and the test that has the calendar do them. */
const RUN_APART: Readonly<Record<string, string>> = {
  dropBankDraft: "bank/bank",
  expireAnswer: "worker/run-due",
  expireCopy: "retention/retention",
  expireInquiry: "worker/run-due",
  expireToken: "people/duties",
  forgetAbsence: "office/absences/absences",
  forgetFailure: "people/duties",
  leaveWithDossier: "admission/admission",
  lookToDeclareRates: "year/figures/figures",
  putOffFee: "reminders/fees",
  recountAccount: "billing/charges/charges",
  remindOfDeadline: "reminders/reminders",
  remindSurvey: "year/surveys/answering",
  takeInTime: "reminders/reminders",
  tellOfAdvisor: "reminders/confided/told",
  tellProlonged: "reminders/reminders",
  warnClock: "certification/after/duties",
  warnIdleAccount: "people/idle/idle",
};

/** The tests of their rooms see these go. */
const IN_NO_LIFE = [
  "agreeMoney",
  "answerClaim",
  "answerLateWithdrawal",
  "answerMessage",
  "answerMove",
  "answerQuestion",
  "answerResultAppeal",
  "answerSchool",
  "attachMinutes",
  "attachProtocol",
  "completeGroup",
  "completeJury",
  "confirmEntered",
  "contested",
  "creditWithdrawn",
  "decideArrangements",
  "decideRelief",
  "decideSuspended",
  "depositWork",
  "designateExaminers",
  // Of a school whose file says nothing of money.
  "enrolAnyway",
  "enterComplement",
  "enterOrder",
  "giveBack",
  "handOverInterview",
  "judgeLate",
  "judgeSubject",
  "matchLine",
  "nameDirector",
  "postLetter",
  "proposeSubject",
  "readAnswer",
  "readWithdrawal",
  "settleOnline",
  "tellPayer",
  "useMoney",
];

for (const { whose, laws, folder, least } of written) {
  const files = livesIn(folder).map((file) => relative(process.cwd(), file));
  const { scripts, problems } = readLives(files, laws);
  describe(whose, () => {
    it("is written as one, in a file of its name", () => {
      deepEqual(problems, []);
      ok(scripts.length >= least);
      for (const { life, file } of scripts) equal(basename(file), `${life}.yaml`);
    });

    let lives: Lives;
    before(async () => {
      lives = await openLives(scripts, laws);
    });
    after(() => lives.close());
    for (const script of treeOf(scripts))
      it(`${script.says.en} (${script.life})`, async () => {
        equal(await lives.differences(script), "");
        // On each day between its steps, the first page of each of its people agreed with itself.
        deepEqual(lives.contradictions(script), []);
      });
    if (folder !== ROOT) return;
    // What they find amiss is among the differences of a life; here, that there was something to look at.
    it("is asked of each duty that does to somebody what an act of theirs would have prevented", () => {
      const unasked = PREVENTABLE.filter((act) => !lives.foretold.has(act));
      deepEqual(
        unasked.map((act) => `no life comes to ${act}: whether a line stood the day before is never asked`),
        [],
      );
    });
    it("comes to each duty of the calendar, done by the calendar’s own ids, but those whose tests run the calendar", () => {
      const unseen = DUTIES.map(({ act }) => act.name).filter((act) => !lives.byCalendar.has(act));
      deepEqual(unseen.toSorted(), Object.keys(RUN_APART).toSorted());
      for (const file of new Set(Object.values(RUN_APART)))
        match(readFileSync(`${ROOT}/src/${file}.test.ts`, "utf8"), /\b(?:runDue|stepByStep)\b/, file);
    });
    it("sees each line that waits go with an act that answers it, but those of keys that no life comes to", () => {
      const seen = new Set([...lives.answered].map((one) => one.split(" ")[0]));
      const unseen = WAITS.flatMap(({ keys }) => Object.keys(keys)).filter((key) => !seen.has(key));
      deepEqual(
        unseen.filter((key) => !IN_NO_LIFE.includes(key)),
        [],
      );
    });
  });
}
