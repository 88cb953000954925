/** `npm run bench interviews`: days of interviews planned by the solver, beside the plan made by hand from which it begins. */
import { chance } from "../src/cli/demo/chance.ts";
import { dayOf } from "../src/decisions/interview-plan/day.ts";
import type { InterviewsInput } from "../src/decisions/interview-plan/facts.ts";
import { firstGuess } from "../src/decisions/interview-plan/first-guess.ts";
import { questionOf } from "../src/decisions/interview-plan/question.ts";
import { placedBy } from "../src/decisions/interview-plan/reading.ts";
import { work } from "../src/decisions/interview-plan/search.ts";
import { newSolver } from "../src/kit/solver/solver.ts";
import { timeOf } from "../src/kit/time.ts";
import { faultsOf, worthOf } from "../src/test/oracle/interview-plan.ts";
import { median } from "./measure.ts";

type Kind = Pick<InterviewsInput, "step" | "closes" | "maxWait"> & { readonly people: number; readonly pairs: number };

const KINDS: readonly Kind[] = [
  { people: 12, pairs: 2, step: 10, closes: "18:00", maxWait: 30 },
  { people: 12, pairs: 3, step: 5, closes: "12:00", maxWait: 15 },
  { people: 12, pairs: 2, step: 5, closes: "15:00", maxWait: 60 },
  { people: 30, pairs: 4, step: 10, closes: "18:00", maxWait: 30 },
  { people: 30, pairs: 4, step: 10, closes: "14:30", maxWait: 30 },
  { people: 60, pairs: 6, step: 5, closes: "18:00", maxWait: 30 },
];

export async function benchInterviews(days: number): Promise<void> {
  console.log(`\nDays of interviews, ${days} of each kind: seconds of processor, then as the clock goes`);
  for (const kind of KINDS) {
    const [spent, passed, proven, gained] = [[] as number[], [] as number[], [] as boolean[], [] as string[]];
    for (let seed = 1; seed <= days; seed++) {
      const input = dayLike(kind, seed);
      const question = questionOf(dayOf(input));
      const byHand = worthOf(placedBy(question, firstGuess(question)));
      const before = process.cpuUsage();
      const started = performance.now();
      const plan = work(input, await newSolver(kind.people > 12 ? 10 : Infinity));
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1e6);
      passed.push((performance.now() - started) / 1000);
      proven.push(plan.best);
      const faults = faultsOf(input, plan);
      if (faults.length > 0) throw new Error(faults.join("; "));
      const { placed, ends } = worthOf(plan.placed);
      if (placed !== byHand.placed || ends !== byHand.ends)
        gained.push(`${byHand.placed} by ${byHand.ends} → ${placed} by ${ends}`);
    }
    const told = (values: readonly number[]) =>
      `${median(values).toFixed(1)} (${Math.max(...values).toFixed(1)} at most)`;
    const { people, pairs, step, closes, maxWait } = kind;
    console.log(
      `  ${people} people, ${pairs} pairs, by ${step}, until ${closes}, waiting ${maxWait}: ${told(spent)} s, ${told(passed)} s; ` +
        `${proven.filter(Boolean).length} of ${days} proven; better than by hand: ${gained.join(", ") || "none"}`,
    );
  }
}

/** A third has other duties, two in five know one of those who hear them, one in six has a third more time; two pairs and two rooms are away for a while. */
function dayLike({ people, pairs, ...rest }: Kind, seed: number): InterviewsInput {
  const { between, pick, happens } = chance(seed);
  const persons = Array.from({ length: pairs * 2 }, (_, at) => `person ${at}`);
  const duty = () => {
    const from = 510 + 10 * between(0, 39);
    return { from: timeOf(from), to: timeOf(from + 60 + 10 * between(0, 9)) };
  };
  return {
    ...rest,
    id: `day ${seed}`,
    analysis: 30,
    interview: 40,
    opens: "08:30",
    breaks: [{ from: "12:30", to: "13:30" }],
    pairs: Array.from({ length: pairs }, (_, at) => ({
      id: `pair ${at}`,
      members: persons.slice(2 * at, 2 * at + 2),
      away: at < 2 ? [duty()] : [],
    })),
    rooms: [
      { id: "library", for: "analysis", seats: pairs },
      { id: "hall", for: "analysis", away: [{ from: "14:00", to: "16:00" }] },
      ...Array.from({ length: pairs }, (_, at) => ({
        id: `room ${at}`,
        for: "interview" as const,
        away: at === 0 ? [{ from: "08:30", to: "09:30" }] : [],
      })),
    ],
    candidates: Array.from({ length: people }, (_, at) => ({
      id: `candidate ${at}`,
      extra: at % 6 === 0 ? 33 : 0,
      away: happens(0.3) ? [duty()] : [],
      not: happens(0.4) ? [pick(persons)] : [],
    })),
  };
}
