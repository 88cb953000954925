/**
 * A person's answers so far, stored between pages: facts only, in the terms of the référentiel, never a person's name. Items (titles, periods) are
 * numbered, so that addresses and forms can refer to them.
 */
import type { Day } from "../../kit/day.ts";
import { isWhole, type PartialDay } from "../../kit/partial-day.ts";
import type { CatalogueEntry, Diploma } from "../../law/diploma.ts";
import { fieldsOf, type Period } from "../../law/experience.ts";
import type { TitleInput } from "../../law/titles.ts";
import type { EligibilityInput } from "../../decisions/eligibility/rule.ts";
import { startMatters } from "./course-start.ts";
import { awardAt, type End, spanAt } from "./ends.ts";

export type TitleDraft = {
  readonly item: number;
  readonly title?: string;
  readonly kind?: string;
  /** What its holder calls a title that the référentiel has no entry for; nothing is decided on it. */
  readonly name?: string;
  readonly level?: number;
  readonly yearsOfStudy?: number;
  /** Null: awarded at home. */
  readonly country?: string | null;
  /** Null: there is none. */
  readonly attestation?: { readonly level?: number; readonly yearsOfStudy?: number } | null;
  /** As far as it is known. */
  readonly awardedOn?: PartialDay;
  /** Null: not known. */
  readonly startedOn?: PartialDay | null;
};

/** The share of full time, as typed. */
export type ShareDraft =
  | { readonly as: "full" }
  | { readonly as: "percent"; readonly percent: number }
  | { readonly as: "hours"; readonly hours: number; readonly full: number };

export type PeriodDraft = {
  readonly item: number;
  readonly from?: PartialDay;
  /** Null: still going on. */
  readonly to?: PartialDay | null;
  readonly share?: ShareDraft;
  readonly field?: string;
};

/** The states of a funding request, in order. */
export const REQUEST_STATES = ["not-yet", "asked", "granted", "refused"] as const;
export type RequestDraft = {
  readonly source: string;
  readonly state?: (typeof REQUEST_STATES)[number];
  /** When it was asked, granted or refused. */
  readonly on?: Day;
};

/** The inputs of the path and its price besides the titles. */
export type PlanDraft = {
  readonly held?: readonly { readonly domain: string; readonly validatedOn: Day; readonly by: string }[];
  readonly grants?: readonly { readonly unit: string; readonly hours: number; readonly protocol: string }[];
  readonly declined?: readonly string[];
  readonly track?: string;
  readonly funding?: readonly { readonly source: string; readonly amount?: number }[];
  /** In a dossier: the state of the request to each funder, and the employer if one takes part. */
  readonly requests?: readonly RequestDraft[];
  readonly employer?: string;
};

export type Draft = {
  readonly next: number;
  readonly titles: readonly TitleDraft[];
  /** The person said that there is no other. */
  readonly titlesDone?: boolean;
  readonly periods: readonly PeriodDraft[];
  readonly periodsDone?: boolean;
  readonly corps?: readonly string[];
  readonly waivers?: readonly string[];
  readonly plan?: PlanDraft;
  /**
   * In a dossier, where nothing typed is lost: invalid input as typed, by its page (`periode/3`). The answer lacks the invalid parts, and
   * so is asked again.
   */
  readonly typed?: { readonly [page: string]: unknown };
};

export const EMPTY: Draft = { next: 1, titles: [], periods: [] };

export function namedIn(law: Diploma, title: TitleDraft): CatalogueEntry | undefined {
  return law.catalogue.find((entry) => entry.title === title.title);
}

export function measureOf(law: Diploma, title: TitleDraft): "level" | "years" | undefined {
  return law.titleKinds.find((entry) => entry.kind === title.kind)?.measure;
}

/** The open questions of a title, in order. */
export type TitleQuestion = "title" | "measure" | "country" | "attestation" | "awarded" | "started";

export function titleQuestions(law: Diploma, title: TitleDraft): TitleQuestion[] {
  const questions: TitleQuestion[] = ["title"];
  if (title.kind !== undefined) questions.push("country", "measure");
  if (title.kind !== undefined && typeof title.country === "string") questions.push("attestation");
  questions.push("awarded");
  if (startMatters(law, title) !== undefined) questions.push("started");
  return questions;
}

export function openQuestion(law: Diploma, title: TitleDraft): TitleQuestion | undefined {
  const answered: Record<TitleQuestion, boolean> = {
    title: title.title !== undefined || title.kind !== undefined,
    country: title.country !== undefined,
    measure: (measureOf(law, title) === "level" ? title.level : title.yearsOfStudy) !== undefined,
    attestation: title.attestation !== undefined,
    awarded: title.awardedOn !== undefined,
    started: title.startedOn !== undefined,
  };
  return titleQuestions(law, title).find((question) => !answered[question]);
}

/** An item opened but left empty does not count. */
export function isBegun({ typed }: Draft, { item, ...said }: TitleDraft | PeriodDraft): boolean {
  return Object.keys(said).length > 0 || Object.keys(typed ?? {}).some((page) => itemOf(page) === item);
}

function itemOf(page: string): number | undefined {
  const item = page.split("/")[1];
  return item === undefined ? undefined : Number(item);
}

export function withTyped(draft: Draft, page: string, value: unknown): Draft {
  return { ...draft, typed: { ...draft.typed, [page]: value } };
}

/** Drops the typed input of a page once it is valid, and that of removed titles and periods. */
export function withoutTyped(draft: Draft, page: string): Draft {
  const { typed = {}, ...rest } = draft;
  const items = new Set([...draft.titles, ...draft.periods].map(({ item }) => item));
  const stays = (item: number | undefined) => item === undefined || items.has(item);
  const left = Object.entries(typed).filter(([typedOn]) => typedOn !== page && stays(itemOf(typedOn)));
  return left.length === 0 ? rest : { ...rest, typed: Object.fromEntries(left) };
}

export function isComplete(period: PeriodDraft): boolean {
  return (
    period.from !== undefined && period.to !== undefined && period.share !== undefined && period.field !== undefined
  );
}

/** A share of full time, with the four decimals that the decision accepts. */
export function shareOf(share: ShareDraft): number {
  if (share.as === "full") return 1;
  const part = share.as === "percent" ? share.percent / 100 : share.hours / share.full;
  return Math.min(1, Math.round(part * 10_000) / 10_000);
}

function toTitle(law: Diploma, title: TitleDraft, end: End): TitleInput {
  const { country, attestation } = title;
  const { awardedOn, startedOn } = awardAt(title, end, startMatters(law, title));
  const what = title.title !== undefined ? { title: title.title } : { kind: title.kind! };
  return {
    ...what,
    ...(title.title === undefined && title.level !== undefined && { level: title.level }),
    ...(title.title === undefined && title.yearsOfStudy !== undefined && { yearsOfStudy: title.yearsOfStudy }),
    awardedOn,
    ...(!isWhole(title.awardedOn!) && { awardedAs: title.awardedOn! }),
    ...(startedOn && { startedOn }),
    ...(country && { country }),
    ...(country && attestation && { attestation }),
  };
}

/** No period if it may be none. */
function toPeriod(period: PeriodDraft, end: End): Period[] {
  const span = spanAt(period, end);
  return span === undefined ? [] : [{ ...span, share: shareOf(period.share!), field: period.field! }];
}

/** The complete titles of a draft, as decision inputs. */
export function titlesOf(law: Diploma, draft: Draft, end: End = "worst"): TitleInput[] {
  return draft.titles
    .filter((title) => openQuestion(law, title) === undefined)
    .map((title) => toTitle(law, title, end));
}

/** The input of the eligibility decision, at one end where days are not known. It does not identify the person. */
export function toInput(law: Diploma, draft: Draft, on: Day, end: End = "worst"): EligibilityInput {
  const waivers = law.waivers
    .filter((entry) => draft.waivers?.includes(entry.waiver))
    .map((entry) => [entry.input, true] as const);
  return {
    id: "inquiry",
    on,
    titles: titlesOf(law, draft, end),
    ...(draft.corps && draft.corps.length > 0 && { corps: draft.corps }),
    experience: draft.periods.filter(isComplete).flatMap((period) => toPeriod(period, end)),
    ...Object.fromEntries(waivers),
  };
}

/** Drops from a draft begun under an older référentiel what this one does not name: it is asked again. */
export function known(law: Diploma, draft: Draft): Draft {
  const among = (names: readonly string[]) => (name: string | undefined) => name === undefined || names.includes(name);
  const title = among(law.catalogue.map((entry) => entry.title));
  const kind = among(law.titleKinds.map((entry) => entry.kind));
  const field = among(fieldsOf(law).map((entry) => entry.field));
  const corps = among(law.corps.map((entry) => entry.corps));
  const waiver = among(law.waivers.map((entry) => entry.waiver));
  return {
    ...draft,
    titles: draft.titles.map((one) => (title(one.title) && kind(one.kind) ? one : { item: one.item })),
    periods: draft.periods.map(({ field: named, ...rest }) =>
      named !== undefined && field(named) ? { ...rest, field: named } : rest,
    ),
    ...(draft.corps && { corps: draft.corps.filter(corps) }),
    ...(draft.waivers && { waivers: draft.waivers.filter(waiver) }),
  };
}

export function withTitle(draft: Draft, title: TitleDraft): Draft {
  return { ...draft, titles: put(draft.titles, title) };
}
export function withPeriod(draft: Draft, period: PeriodDraft): Draft {
  return { ...draft, periods: put(draft.periods, period) };
}

function put<T extends { readonly item: number }>(items: readonly T[], changed: T): readonly T[] {
  return items.some(({ item }) => item === changed.item)
    ? items.map((other) => (other.item === changed.item ? changed : other))
    : [...items, changed];
}

/** The answers behind an input, as far as it tells: to continue from a kept answer. */
export function fromInput(law: Diploma, input: EligibilityInput): Draft {
  let next = 1;
  const level = (named: number | string | undefined) => (typeof named === "string" ? law.levels.legacy[named] : named);
  const titles = input.titles.map(
    ({ title, kind, level: givenLevel, yearsOfStudy, country, attestation, awardedOn, startedOn }): TitleDraft => {
      const attested = attestation && {
        ...attestation,
        ...(attestation.level !== undefined && { level: level(attestation.level)! }),
      };
      return {
        item: next++,
        ...(title !== undefined && { title }),
        ...(kind !== undefined && { kind, country: country ?? null }),
        ...(givenLevel !== undefined && { level: level(givenLevel)! }),
        ...(yearsOfStudy !== undefined && { yearsOfStudy }),
        ...(country !== undefined && { attestation: (attested as TitleDraft["attestation"]) ?? null }),
        awardedOn,
        startedOn: startedOn ?? null,
      };
    },
  );
  const periods = input.experience.map(({ from, to, share, field }): PeriodDraft => {
    const as: ShareDraft = share === 1 ? { as: "full" } : { as: "percent", percent: Math.round(share * 10_000) / 100 };
    return { item: next++, from, to, share: as, field };
  });
  const waivers = law.waivers.filter((entry) => input[entry.input] === true).map((entry) => entry.waiver);
  return { next, titles, titlesDone: true, periods, periodsDone: true, corps: input.corps ?? [], waivers };
}
