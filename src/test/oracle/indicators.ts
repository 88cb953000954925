/** A year's four rates by site: everybody is put into a pile, and the piles are counted. */
import type {
  Asked,
  IndicatorsAnswer,
  IndicatorsInput,
  Rate,
  Rates,
  Ruling,
  Survey,
  Trainee,
} from "./contract-figures.ts";
import { numberOf } from "./days.ts";
import { pct } from "./quotients.ts";

const MINIMUM = 5;
const GONE_AFTER = 365;
const RATES = ["success", "perseverance", "satisfaction", "insertion"] as const;
type Name = (typeof RATES)[number];

type Count = { numerator: number; denominator: number };
/** Counts before any is hidden. */
type Piles = Record<Name, Count> & {
  partial: number;
  asked: Record<Survey["survey"], [asked: number, answered: number]>;
};

export function indicators(input: IndicatorsInput): IndicatorsAnswer {
  const minimum = input.minimum ?? MINIMUM;
  const small = ({ denominator }: Count) => denominator < minimum;
  const piles = input.sites.map((site) => pilesOf(input, site));
  const all = piles.reduce(together, NOTHING);
  const tellsBySubtraction = (name: Name) => {
    const unseen = piles.filter((one) => small(one[name])).reduce((sum, one) => sum + one[name].denominator, 0);
    return unseen > 0 && unseen < minimum;
  };
  return {
    id: input.id,
    sites: input.sites.map((site, at) => {
      const rates = show(piles[at]!, (name) => small(piles[at]![name]));
      const told = RATES.map((name) => rates[name].percent ?? "\u2013").join("/");
      return { site, ...rates, line: `${input.year} ${site} ${told}` };
    }),
    all: show(all, (name) => small(all[name]) || tellsBySubtraction(name)),
    findings: poorlyAnswered(input).map(() => "few-answers false"),
  };
}

/** The surveys that fewer than half have answered: site by site, that at the end first. */
export function poorlyAnswered({ sites, surveys = [] }: IndicatorsInput): Survey[] {
  const inOrder = sites.flatMap((site) =>
    ["end", "six-months"].flatMap((kind) => surveys.filter((one) => one.site === site && one.survey === kind)),
  );
  return inOrder.filter(({ asked, answers }) => answers.length * 2 < asked);
}

const NONE: Count = { numerator: 0, denominator: 0 };
const NOTHING: Piles = {
  success: NONE,
  perseverance: NONE,
  satisfaction: NONE,
  insertion: NONE,
  partial: 0,
  asked: { end: [0, 0], "six-months": [0, 0] },
};

function pilesOf({ on, year, people, surveys = [] }: IndicatorsInput, site: string): Piles {
  const here = people.filter((one) => one.site === site);
  const judged = here.flatMap((one) => lastRuling(one, year, on) ?? []);
  const fates = here.filter(({ plannedEnd }) => yearOf(plannedEnd) === year && plannedEnd <= on).map(fateBy(on));
  const replies = (survey: Survey["survey"]) =>
    surveys.find((one) => one.survey === survey && one.site === site) ?? { asked: 0, answers: [] };
  const [end, later] = [replies("end"), replies("six-months")];
  const count = (list: readonly unknown[], ...wanted: unknown[]) => list.filter((one) => wanted.includes(one)).length;
  const outcomes = judged.map(({ outcome }) => outcome);
  const stayed = count(fates, "stayed");
  return {
    success: { numerator: count(outcomes, "diploma"), denominator: outcomes.length },
    partial: count(outcomes, "partial"),
    perseverance: { numerator: stayed, denominator: stayed + count(fates, "gone") },
    satisfaction: { numerator: count(end.answers, 3, 4), denominator: end.answers.length },
    insertion: {
      numerator: count(later.answers, "employed", "self-employed"),
      denominator: later.answers.length - count(later.answers, "studying"),
    },
    asked: { end: [end.asked, end.answers.length], "six-months": [later.asked, later.answers.length] },
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Of the year, by the day of the question; of one day the later in the list. */
function lastRuling({ rulings = [] }: Trainee, year: number, on: string): Ruling | undefined {
  let last: Ruling | undefined;
  for (const ruling of rulings)
    if (yearOf(ruling.on) === year && ruling.on <= on && (last === undefined || ruling.on >= last.on)) last = ruling;
  return last;
}

const UNCOUNTED = ["deferred", "transferred", "force-majeure"];

const fateBy =
  (on: string) =>
  ({ plannedEnd, backOn, left }: Trainee): "stayed" | "gone" | "uncounted" => {
    if (left === undefined || left.on > plannedEnd) return "stayed";
    if (UNCOUNTED.includes(left.kind)) return "uncounted";
    if (left.kind !== "interrupted") return "gone";
    if (backOn !== undefined && backOn <= on) return "stayed";
    return numberOf(on) - numberOf(left.on) < GONE_AFTER ? "uncounted" : "gone";
  };

function together(one: Piles, other: Piles): Piles {
  const add = (name: Name): Count => ({
    numerator: one[name].numerator + other[name].numerator,
    denominator: one[name].denominator + other[name].denominator,
  });
  const asked = (survey: Survey["survey"]): [number, number] => [
    one.asked[survey][0] + other.asked[survey][0],
    one.asked[survey][1] + other.asked[survey][1],
  ];
  return {
    success: add("success"),
    perseverance: add("perseverance"),
    satisfaction: add("satisfaction"),
    insertion: add("insertion"),
    partial: one.partial + other.partial,
    asked: { end: asked("end"), "six-months": asked("six-months") },
  };
}

function show(piles: Piles, hidden: (name: Name) => boolean): Rates {
  const rate = (name: Name): Rate => {
    const { numerator, denominator } = piles[name];
    return hidden(name)
      ? { numerator: null, denominator, percent: null }
      : { numerator, denominator, percent: pct(numerator, denominator) };
  };
  const asked = (name: Name, [sent, answered]: [number, number]): Asked => ({ ...rate(name), asked: sent, answered });
  const insertion = asked("insertion", piles.asked["six-months"]);
  return {
    success: rate("success"),
    perseverance: rate("perseverance"),
    satisfaction: asked("satisfaction", piles.asked.end),
    insertion: hidden("insertion") ? { ...insertion, denominator: null } : insertion,
    partial: hidden("success") ? null : piles.partial,
  };
}
