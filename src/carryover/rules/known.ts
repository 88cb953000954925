/** What the school knows before a table is read: its cohorts under their law, and the people it has already. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import type { PathwayInput } from "../../decisions/pathway/brought.ts";
import type { PaysAs, Studied } from "./columns.ts";

export type KnownCohort = {
  readonly id: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly diploma: string;
  readonly version: string;
  readonly units: readonly string[];
  readonly domains: readonly string[];
  /** The titles that its référentiel names, and the bodies that validate a domain, each by all its spellings. */
  readonly titles: readonly Spelt[];
  readonly held: readonly Spelt[];
  readonly grants: boolean;
  readonly payers: readonly PaysAs[];
};
export type Spelt = { readonly key: string; readonly label: Label };

export type KnownPerson = {
  readonly number: string;
  readonly address: string | null;
  readonly birthName: string;
  readonly usedName: string;
  readonly givenNames: string;
  readonly bornOn: string;
};

export type Brought = Required<Pick<PathwayInput, "titles" | "held" | "declined">> & Pick<PathwayInput, "grants">;

/** The minutes due by unit; or what the rules refuse of the facts, each at its place in them. */
export type Due =
  | { readonly minutes: ReadonlyMap<string, number> }
  | { readonly refused: readonly { readonly path: string; readonly said: Label }[] };

export type Known = {
  readonly today: Day;
  readonly cohorts: readonly KnownCohort[];
  readonly people: readonly KnownPerson[];
  /** The mailboxes of those who work here (`mailboxKey`). */
  readonly staff: ReadonlySet<string>;
  /** Payers of the register, in use. */
  readonly registered: readonly { readonly id: string; readonly name: string }[];
  /** The price of these reliefs with so much paid by others, in cents; undefined where the rules give none. */
  readonly price: (
    cohort: KnownCohort,
    brought: Brought,
    asked: { readonly on: Day; readonly others: number },
  ) => number | undefined;
  readonly due: (cohort: KnownCohort, brought: Brought, on: Day) => Due;
};

/** A cohort as its référentiel describes it. */
export function knownCohort(
  cohort: Pick<KnownCohort, "id" | "name" | "startsOn" | "endsOn">,
  { diploma, establishment }: Law,
): KnownCohort {
  const { id, name, startsOn, endsOn } = cohort;
  return {
    id,
    name,
    startsOn,
    endsOn,
    diploma: diploma.diploma,
    version: diploma.version,
    units: diploma.domains.flatMap(({ units }) => units.map(({ unit }) => unit)),
    domains: diploma.domains.map(({ domain }) => domain),
    titles: diploma.catalogue.map(({ title, label }) => ({ key: title, label })),
    held: diploma.held.map(({ by, label }) => ({ key: by, label })),
    grants: diploma.grants !== undefined,
    payers: (establishment.money?.payers ?? []).map(({ payer, label, paper }) => ({
      payer,
      label,
      own: paper === "contract",
      paper,
    })),
  };
}

export function studiedIn(cohorts: readonly KnownCohort[]): Studied {
  return {
    units: [...new Set(cohorts.flatMap(({ units }) => units))],
    domains: [...new Set(cohorts.flatMap(({ domains }) => domains))],
    grants: cohorts.some(({ grants }) => grants),
    // Of the school's file, the same for all of its cohorts.
    payers: cohorts[0]?.payers ?? [],
  };
}

/** What a line is read by. */
export type Studies = Pick<KnownCohort, "units" | "domains" | "titles" | "held" | "grants" | "payers">;

/** What any of them has. */
export function allCohorts(cohorts: readonly KnownCohort[]): Studies {
  const { units, domains, grants, payers } = studiedIn(cohorts);
  return {
    units,
    domains,
    grants,
    payers,
    titles: cohorts.flatMap((one) => one.titles),
    held: [...new Map(cohorts.flatMap((one) => one.held).map((one) => [one.key, one])).values()],
  };
}
