/**
 * The livret de formation (arrêté of 2006, art. 10 and 12): the trainee's identity, titles and relief, hours followed, and exam results;
 * always current, with what is still missing.
 */
import type { Performing } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { everThere, firstPending } from "../training/hours/hours.ts";
import { requestsAbout } from "./appreciations/store.ts";
import { wantedIn } from "./appreciations/wanted.ts";
import { type Cohort, cohortOf, partnerTrackOf } from "../training/cohorts/cohorts.ts";
import { type Enrolment, factsOf } from "../training/cohorts/enrolment.ts";
import type { ExamState } from "../decisions/pathway/brought.ts";
import type { Law } from "../law/law.ts";
import type { TitleInput } from "../law/titles.ts";
import { labelledHours } from "../training/hours/views.ts";
import { computedProgramme, type Pathway, signedProgramme } from "../training/programmes/computed.ts";
import { sayOrigin } from "../training/programmes/origin-words.ts";
import { settledOf } from "../training/programmes/settled.ts";
import { resultsOf } from "../training/results/enter.ts";
import { studyIn } from "./study.ts";
import { worksOf } from "../training/works/works.ts";
import { identityOf } from "./identity.ts";

/** What is missing, in the order of the livret; nothing for a domain held or dispensed. */
export const MISSING = [
  "programme",
  "programme-changed",
  "hours",
  "countersignature",
  "appreciation",
  "result",
] as const;

export async function livretOf(context: Performing<unknown>, enrolment: Enrolment, lang: Lang) {
  const { tx, today, law: lawOf } = context;
  const cohort = await cohortOf(tx, enrolment.cohort);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  if (!cohort || !law) return undefined;
  const computed = await computedProgramme(context, enrolment);
  const signed = await signedProgramme(tx, enrolment.id);
  const path = signed ? (signed.answer as Pathway) : computed?.answer(lang);
  const programmeInput: { titles?: readonly TitleInput[] } | undefined = signed?.input ?? computed?.input;
  const titles = programmeInput?.titles ?? [];
  const hours = (await labelledHours(context, enrolment, lang)) ?? null;
  const domains = await domainsOf(context, enrolment, law, path, lang);
  const appreciations = await appreciationsOf(context, enrolment, law, domains);
  const marked = new Set(domains.flatMap(({ domain, result }) => (result && result.marks.length > 0 ? [domain] : [])));
  // Once every exam is decided, no hour is left to follow for one.
  const decided = domains.every(({ validated }) => validated);
  const missing = [
    ...(signed ? [] : [{ what: "programme" as const, about: "" }]),
    ...(signed && computed && computed.shown !== signed.shown
      ? [{ what: "programme-changed" as const, about: "" }]
      : []),
    ...(hours && !decided && hours.totals.remaining > hours.totals.pending
      ? [{ what: "hours" as const, about: "" }]
      : []),
    ...(hours && hours.totals.pending > 0
      ? [{ what: "countersignature" as const, about: "", lesson: await firstPending(tx, enrolment.id) }]
      : []),
    ...appreciations.flatMap((one) =>
      one.state === "asked" ? [{ what: "appreciation" as const, about: `${one.label[lang]} (${one.name})` }] : [],
    ),
    ...domains.flatMap(({ domain, exam, result }) =>
      exam === "to-sit" && result === null ? [{ what: "result" as const, about: domain }] : [],
    ),
  ];
  return {
    enrolment: enrolment.id,
    name: enrolment.name,
    identity: await identityOf(tx, enrolment),
    diploma: {
      key: cohort.diploma,
      label: law.diploma.label,
      version: cohort.lawVersion,
      abbreviation: law.diploma.abbreviation,
    },
    cohort: spanOf(cohort),
    contractOn: enrolment.contractOn,
    state: enrolment.state,
    begun: cohort.startsOn <= today,
    came: await everThere(tx, enrolment.id),
    ended: cohort.endsOn < today || decided,
    facts: (await factsOf(tx, [enrolment.id])).map(({ kind, on }) => ({ kind, on })),
    titles: titles.map((one) => titleOf(one, law)),
    programme: signed
      ? { version: signed.version, name: signed.name, at: signed.signedAt.toISOString(), shown: signed.shown }
      : null,
    reliefs: reliefsOf(path, law),
    hours,
    works: (await worksOf(context, enrolment)).map(
      ({ exam, subject, standing, director, length, deposit, closed }) => ({
        exam,
        subject: standing === "validated" ? subject : null,
        director: director?.name ?? null,
        length,
        count: deposit?.count ?? null,
        deposited: deposit !== null,
        ...(deposit === null && marked.has(exam) && { elsewhere: true }),
        ...(deposit === null && !marked.has(exam) && closed !== null && { closed: true }),
      }),
    ),
    study: await studyIn(context, enrolment.id),
    domains,
    appreciations,
    partner: (await partnerTrackOf(tx, cohort.id)) ?? null,
    missing: missing.map((one) => ({ lesson: null, ...one })),
  };
}

export type Livret = NonNullable<Awaited<ReturnType<typeof livretOf>>>;

type Said = {
  readonly kind: string;
  readonly label: Label;
  readonly state: "not-asked" | "asked" | "written";
  readonly name: string | null;
  readonly dueOn: Day | null;
  readonly words: string | null;
  readonly at: string | null;
};
type Exams = readonly { readonly domain: string; readonly exam: ExamState }[];

/** Those that the school wants of a candidate for the exam concerned, requested or not; and any other that was requested or written. */
async function appreciationsOf(
  { tx }: Performing<unknown>,
  { id }: Enrolment,
  law: Law,
  domains: Exams,
): Promise<Said[]> {
  const requests = (await requestsAbout(tx, [id])).filter(({ withdrawnWhy }) => withdrawnWhy === null);
  const sits = new Set(domains.flatMap(({ domain, exam }) => (exam === "to-sit" ? [domain] : [])));
  const wanted = wantedIn(law);
  const asked = requests.map<Said>(({ kind, name, dueOn, written }) => ({
    kind,
    label: wanted.find(({ appreciation }) => appreciation === kind)?.label ?? { fr: kind, en: kind },
    state: written ? "written" : "asked",
    name: written?.by ?? name,
    dueOn,
    words: written?.words ?? null,
    at: written?.at.toISOString() ?? null,
  }));
  return wanted.flatMap<Said>(({ appreciation: kind, label, exam }) => {
    const ofKind = asked.filter((one) => one.kind === kind);
    if (ofKind.length > 0 || (exam !== undefined && !sits.has(exam))) return ofKind;
    return [{ kind, label, state: "not-asked", name: null, dueOn: null, words: null, at: null }];
  });
}

function spanOf({ id, name, startsOn, endsOn }: Cohort) {
  return { id, name, startsOn, endsOn };
}

function titleOf(declared: TitleInput, { diploma }: Law) {
  const { title, kind, awardedOn } = declared as { title?: string; kind?: string; awardedOn: string };
  const named = diploma.catalogue.find((entry) => entry.title === title);
  const label = named?.label ?? diploma.titleKinds.find((entry) => entry.kind === kind)?.label;
  return { label: label ?? { fr: title ?? "–", en: title ?? "–" }, awardedOn };
}

/** Of a mark that is no component’s: the mark of the whole exam, on which its examiners agreed. */
const WHOLE_MARK: Label = { fr: "note", en: "mark" };

/** The relieved units: how many hours, and by what. */
function reliefsOf(path: Pathway | undefined, { diploma }: Law) {
  const units = new Map(diploma.domains.flatMap((domain) => domain.units.map((one) => [one.unit, one.label] as const)));
  return (path?.units ?? [])
    .filter(({ relief }) => relief > 0)
    .map(({ unit, relief, hours, reliefBy }) => ({ unit, label: units.get(unit)!, relief, hours, by: reliefBy }));
}

async function domainsOf(
  context: Performing<unknown>,
  { id }: Enrolment,
  { diploma }: Law,
  path: Pathway | undefined,
  lang: Lang,
) {
  const results = await resultsOf(context.tx, id);
  const settled = (await settledOf(context, [id])).get(id) ?? [];
  const exams = new Map(path?.domains.map((one) => [one.domain, one.exam]));
  return diploma.domains.map(({ domain, label, exam: entry }) => {
    const exam = exams.get(domain) ?? "to-sit";
    const result = results.get(domain);
    const components = new Map<string, Label>(entry.components?.map((one) => [one.component, one.label]));
    return {
      domain,
      label,
      examLabel: entry.label,
      exam,
      from: settled.flatMap((one) => (one.domain === domain ? [sayOrigin(one.origin, lang)] : []))[0] ?? null,
      result: result
        ? {
            outcome: result.outcome,
            on: result.on,
            notifiedOn: result.notifiedOn,
            decision: result.decision,
            marks: Object.entries(result.marks).map(([component, hundredths]) => ({
              component,
              label: components.get(component) ?? WHOLE_MARK,
              hundredths,
            })),
          }
        : null,
      // Held, dispensed, or validated by a jury.
      validated: exam === "held" || exam === "dispensed" || ["validated", "dispensed"].includes(result?.outcome ?? ""),
    };
  });
}
