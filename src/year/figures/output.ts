/** The output schemas of the year's rates. */
import { Type } from "typebox";
import { Day, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { RATES, SURVEYS } from "../../law/year.ts";

const Count = Type.Integer();

const ShownRate = named("ShownRate", {
  rate: oneOf(...RATES),
  label: Words,
  definition: Words,
  numerator: orNull(Count),
  denominator: orNull(Count),
  percent: orNull(Count),
  asked: orNull(Count),
  answered: orNull(Count),
  /** Of a rate without a figure: what may still give it one. */
  awaits: Type.Optional(oneOf("not-over", "open")),
});

const Shown = named("ShownFigures", {
  diploma: Type.String(),
  year: Count,
  on: Day,
  countFirst: Count,
  minimum: Count,
  sites: Type.Array(Type.Object({ site: Type.String(), rates: Type.Array(ShownRate) })),
  all: orNull(Type.Array(ShownRate)),
});

const Published = named("PublishedFigures", { version: Count, shown: Shown, shownHash: Type.String() });

/** The files and the rules by which it was computed. */
const Basis = named("FiguresBasis", {
  diploma: Type.String(),
  version: Type.String(),
  hash: Type.String(),
  establishment: Type.String(),
  establishmentHash: Type.String(),
  rules: Type.String(),
});

/** The latest year first; of each, its latest version. */
export const publishedFigures = Type.Object({ years: Type.Array(Published) });

export const figuresAsPublished = Type.Object({
  ...Published.properties,
  inputHash: Type.String(),
  basis: Basis,
  publishedOn: Day,
});

const Version = named("FiguresVersion", {
  version: Count,
  shownHash: Type.String(),
  inputHash: Type.String(),
  publishedOn: Day,
});

export const seeYear = Type.Object({
  year: Count,
  diploma: Type.String(),
  shown: Shown,
  before: Shown,
  inputHash: Type.String(),
  findings: Type.Array(Words),
  /** Of this year, the latest first. */
  versions: Type.Array(Version),
  /** In no rate. */
  unsited: Count,
  withdrawn: Count,
  /** Surveys that are not closed. */
  open: Type.Array(oneOf(...SURVEYS)),
  over: Type.Boolean(),
});

export const seeYears = Type.Object({
  years: Type.Array(
    named("YearOfFigures", { diploma: Type.String(), year: Count, versions: Count, publishedOn: orNull(Day) }),
  ),
});

export const seeLatestRates = Type.Object({
  diplomas: Type.Array(
    named("LatestRates", {
      diploma: Type.String(),
      last: orNull(Published),
      /** Of another year than the last. */
      before: orNull(Published),
      unpublished: Type.Array(Count),
    }),
  ),
});

export const whoIsCounted = Type.Object({
  label: Words,
  definition: Words,
  people: Type.Array(
    named("CountedPerson", {
      enrolment: Id,
      dossier: Id,
      name: Type.String(),
      number: Type.String(),
      cohort: Type.String(),
      site: Type.String(),
      /** `later`: from their planned end on. */
      counts: oneOf("numerator", "denominator", "later", "not"),
      plannedEnd: Day,
      left: orNull(Type.Object({ on: Day, kind: Type.String() })),
      ruled: orNull(Type.Object({ on: Day, outcome: Type.String() })),
    }),
  ),
});

export const publishFigures = Type.Object({ version: Count, shownHash: Type.String() });
