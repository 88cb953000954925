/**
 * The offer of a school in the terms of LHÉO 2.3: a formation for each diploma, an action for each site and track, a session for each cohort
 * that is announced. What no file and no cohort says stays missing. Pure.
 */
import { quoteLines, sum } from "../../../decisions/quote/rule.ts";
import type { Day } from "../../../kit/day.ts";
import { type Label, sayDay } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import type { Entry } from "../../../law/entry.ts";
import type { Law } from "../../../law/law.ts";
import { siteOf } from "../../rules/site.ts";
import type { ComingCohort, ComingIntake } from "./coming.ts";
import type { ElementName } from "./format.ts";
import { addressOf, contactOf, schoolOf } from "./school.ts";
import { type Element, type Fault, faultsIn, type Rest, type Where } from "./tree.ts";

/** What does not bar the export and is worth a look. */
export const NOTES = ["edition", "funder", "site", "intake", "registration"] as const;
type Note = { readonly note: (typeof NOTES)[number]; readonly what: Label; readonly ends?: Ends };
/** The last day of a registration, how many sessions begin after it, and how many there are. */
type Ends = { readonly on: Day; readonly after: number; readonly of: number };

export type Offered = {
  readonly laws: readonly Law[];
  readonly cohorts: readonly ComingCohort[];
  readonly intakes: readonly ComingIntake[];
  readonly at: Date;
};
export type Offer = { readonly root: Element; readonly faults: readonly Fault[]; readonly notes: readonly Note[] };

/** `faults` are those of sessions that no action can have: their site or their end is unknown. */
export function offerOf(offered: Offered): Offer {
  const formations = offered.laws.map((law, nth) => formationOf(law, offered, nth + 1));
  const where: Where = { in: "school", key: "diplomas" };
  const inside = formations.map(({ element }) => element);
  return {
    root: { name: "lheo", where, inside: [{ name: "offres", where, inside }] },
    faults: formations.flatMap(({ faults }) => faults),
    notes: formations.flatMap(({ notes }) => notes),
  };
}

/** All of them. Where no action could be written for want of a site or an end, that is said, and not that there is no action. */
export function faultsOf({ root, faults }: Offer): readonly Fault[] {
  const found = faultsIn(root).filter(({ path }) => faults.every((one) => !one.path.startsWith(`${path}/`)));
  return [...found, ...faults];
}

/** A session that is announced: of a cohort, or of an intake for which no cohort is open yet. */
type Session = {
  readonly campus: string | undefined;
  readonly startsOn: Day;
  readonly endsOn: Day | undefined;
  /** That lead to it: more than one where applications are taken in several rounds. */
  readonly intakes: readonly ComingIntake[];
  readonly where: Where;
};

type Formation = { readonly element: Element; readonly faults: readonly Fault[]; readonly notes: readonly Note[] };

function formationOf(law: Law, offered: Offered, nth: number): Formation {
  const { diploma, school, establishment } = law;
  const { label, registration, lheo = {}, domains } = diploma;
  const inDiploma = (key: string): Where => ({ in: "diploma", key });
  const inSchool = (key: string): Where => ({ in: "school", key: `diplomas.${diploma.diploma}.${key}` });
  const sessions = sessionsOf(law, offered);
  const { actions, faults, siteNotes } = actionsOf(law, sessions, { at: offered.at, nth });
  const units = domains.flatMap((domain) => domain.units);
  const certificate = `${capital(label.fr)}, enregistré au répertoire national des certifications professionnelles sous le code ${registration.code}, niveau ${String(registration.level)}.`;
  const blocs = (school.page.blocs ?? []).map((one) => one.label.fr);
  const content = units.map(
    (one) => `${one.unit} ${one.label.fr} : ${String(school.maquette.hours[one.unit] ?? 0)} heures`,
  );
  const { objectives } = school.page;
  const element: Element = {
    name: "formation",
    where: inDiploma("diploma"),
    attributes: { numero: diploma.diploma },
    inside: [
      domainOf(law),
      { name: "intitule-formation", where: inDiploma("label"), value: capital(label.fr) },
      {
        name: "objectif-formation",
        where: inSchool("page.objectives"),
        ...paragraphs(objectives.map((one) => one.label.fr)),
        rests: objectives[0] && restOf(objectives[0]),
      },
      {
        name: "resultats-attendus",
        where: inDiploma("registration"),
        value: [certificate, ...blocs].join("\n"),
        rests: restOf(registration),
      },
      {
        name: "contenu-formation",
        where: inSchool("maquette"),
        ...paragraphs(content),
        rests: restOf(school.maquette),
      },
      { name: "certifiante", where: inDiploma("registration"), ...YES, rests: restOf(registration) },
      contactOf(establishment, "contact-formation"),
      coded("parcours-de-formation", inSchool("lheo.path"), school.lheo?.path),
      coded("code-niveau-entree", inDiploma("lheo.entryLevel"), lheo.entryLevel),
      ...optional("objectif-general-formation", inDiploma("lheo.objective"), lheo.objective),
      {
        name: "certification",
        where: inDiploma("registration.code"),
        inside: [
          {
            name: "code-RNCP",
            where: inDiploma("registration.code"),
            value: registration.code,
            rests: restOf(registration),
          },
        ],
      },
      ...optional("code-niveau-sortie", inDiploma("lheo.exitLevel"), lheo.exitLevel),
      ...(school.page.sourceUrl === undefined
        ? []
        : [
            {
              name: "url-formation" as const,
              where: inSchool("page.sourceUrl"),
              inside: [{ name: "urlweb" as const, where: inSchool("page.sourceUrl"), value: school.page.sourceUrl }],
            },
          ]),
      ...actions,
      schoolOf(establishment),
    ],
  };
  return { element, faults, notes: [...notesOf(law, sessions), ...siteNotes] };
}

/** The first FORMACODE is the main one; a code of which the edition is unknown cannot be read, and is left out. */
function domainOf({ diploma: { registration, lheo = {} } }: Law): Element {
  const where: Where = { in: "diploma", key: "registration" };
  const rests = restOf(registration);
  return {
    name: "domaine-formation",
    where,
    inside: [
      ...registration.formacodes.flatMap(({ code, edition, label }): Element[] =>
        edition === undefined
          ? []
          : [
              {
                name: "code-FORMACODE",
                where: { in: "diploma", key: "registration.formacodes" },
                value: code,
                attributes: { ref: edition },
                means: label,
                rests,
              },
            ],
      ),
      {
        name: "code-NSF",
        where: { in: "diploma", key: "registration.nsfCode" },
        value: registration.nsfCode,
        means: registration.nsf,
        rests,
      },
      ...(lheo.occupations ?? []).map(
        (one): Element => ({
          ...coded("code-ROME", { in: "diploma", key: "lheo.occupations" }, one),
          ...(one.edition !== undefined && { attributes: { ref: one.edition } }),
        }),
      ),
    ],
  };
}

function sessionsOf(law: Law, { cohorts, intakes }: Offered): readonly Session[] {
  const { diploma } = law.diploma;
  const own = intakes.filter((one) => one.diploma === diploma);
  const planned = cohorts.filter((one) => one.diploma === diploma);
  // An intake leads to the cohort that begins on the day that its candidates accept.
  const leading = Map.groupBy(own, ({ entryOn }) => entryOn);
  const begun = new Set(planned.map(({ startsOn }) => startsOn));
  return [
    ...planned.map(
      ({ id, startsOn, endsOn, campus, name }): Session => ({
        campus: siteOf(law.establishment, campus),
        startsOn,
        endsOn,
        intakes: leading.get(startsOn) ?? [],
        where: { in: "cohorts", cohort: id, label: { fr: name, en: name }, on: startsOn },
      }),
    ),
    ...[...leading]
      .filter(([entryOn]) => !begun.has(entryOn))
      .map(
        ([entryOn, rounds]): Session => ({
          campus: siteOf(law.establishment, null),
          startsOn: entryOn,
          endsOn: undefined,
          intakes: rounds,
          where: { in: "cohorts", diploma, label: rounds[0]!.label, on: entryOn },
        }),
      ),
  ].toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}

type Numbered = { readonly at: Date; readonly nth: number };

/** By site, then by track. A site without a session stands only where no site has one: the session is then missing everywhere. */
function actionsOf(law: Law, sessions: readonly Session[], { at, nth }: Numbered) {
  const { campuses } = law.establishment;
  const unplaced = sessions.filter(({ campus }) => campuses.every((one) => one.campus !== campus));
  const taught = campuses.filter(({ campus }) => sessions.some((one) => one.campus === campus));
  const shown = taught.length > 0 || unplaced.length > 0 ? taught : campuses;
  const action = `lheo/offres/formation[${String(nth)}]/action`;
  return {
    actions: shown.flatMap((campus) =>
      law.school.tracks.map((track) =>
        actionOf(
          law,
          { campus, track },
          sessions.filter((one) => one.campus === campus.campus),
          at,
        ),
      ),
    ),
    faults: unplaced.map(({ endsOn, where }): Fault => {
      const element: ElementName = endsOn === undefined ? "fin" : "lieu-de-formation";
      const path = endsOn === undefined ? `${action}/session/periode/fin` : `${action}/lieu-de-formation`;
      return { fault: "missing", path, element, where, is: null, limit: null };
    }),
    siteNotes: campuses
      .filter((campus) => !shown.includes(campus))
      .map(({ name }): Note => ({ note: "site", what: { fr: name, en: name } })),
  };
}

type Campus = Law["establishment"]["campuses"][number];
type Given = { readonly campus: Campus; readonly track: Law["school"]["tracks"][number] };

function actionOf(law: Law, { campus, track }: Given, sessions: readonly Session[], at: Date): Element {
  const { diploma, school, establishment } = law;
  const inSchool = (key: string): Where => ({ in: "school", key: `diplomas.${diploma.diploma}.${key}` });
  const { entryLevel } = diploma.lheo ?? {};
  const { page, teaching, lheo = {} } = school;
  const [rhythm] = page.rhythm ?? [];
  const address = campus.address ?? establishment.address;
  const site: Where = { in: "school", key: campus.address ? "campuses" : "address" };
  const doors = diploma.doors.map(({ short }) => `${capital(short.fr)}.`);
  return {
    name: "action",
    where: inSchool("tracks"),
    attributes: { numero: `${campus.campus}-${track.track}`, info: `${campus.name}, ${track.label.fr}` },
    inside: [
      {
        name: "rythme-formation",
        where: inSchool(rhythm ? "page.rhythm" : "teaching.delivery"),
        ...paragraphs(
          rhythm ? page.rhythm!.map((one) => one.label.fr) : teaching?.delivery ? [teaching.delivery.label.fr] : [],
        ),
        rests: rhythm ? restOf(rhythm) : teaching?.delivery && restOf(teaching.delivery),
      },
      ...(lheo.publics
        ? lheo.publics.map(
            (one): Element => ({
              ...coded("code-public-vise", inSchool("lheo.publics"), one),
              attributes: { ref: one.edition },
            }),
          )
        : [{ name: "code-public-vise" as const, where: inSchool("lheo.publics") }]),
      {
        name: "niveau-entree-obligatoire",
        where: { in: "diploma", key: "lheo.entryLevel" },
        ...(entryLevel && (entryLevel.compulsory ? YES : NO)),
        rests: entryLevel && restOf(entryLevel),
      },
      alternation(law),
      coded("modalites-enseignement", inSchool("lheo.teaching"), lheo.teaching),
      { name: "conditions-specifiques", where: { in: "diploma", key: "doors" }, ...paragraphs(doors) },
      {
        name: "prise-en-charge-frais-possible",
        where: inSchool("funders"),
        ...(school.funders.some(({ personal }) => !personal) ? YES : NO),
      },
      {
        name: "lieu-de-formation",
        where: site,
        inside: [
          {
            name: "coordonnees",
            where: site,
            inside: [addressOf(`${establishment.name}, ${campus.name}`, address, site)],
          },
        ],
      },
      coded("modalites-entrees-sorties", inSchool("lheo.entries"), lheo.entries),
      ...(sessions.length === 0
        ? [{ name: "session" as const, where: { in: "cohorts" as const } }]
        : sessions.map((one) => sessionOf(law, one, at))),
      ...accessible(law, inSchool("page.accessibility")),
      ...moneyAndHours(law, track.track, inSchool("price")),
      ...fundersOf(law, inSchool("funders")),
    ],
  };
}

/** Hours in the school, and those of practice by unit. */
function alternation({ diploma, school }: Law): Element {
  const units = diploma.domains.flatMap((domain) => domain.units);
  const { theory } = hoursOf({ diploma, school });
  const practice = units
    .filter((unit) => unit.practice)
    .map((one) => `${capital(one.label.fr)} : ${String(school.maquette.hours[one.unit] ?? 0)} heures.`);
  return {
    name: "modalites-alternance",
    where: { in: "school", key: `diplomas.${diploma.diploma}.maquette` },
    value: [`En centre : ${String(theory)} heures.`, ...practice].join("\n"),
    rests: restOf(school.maquette),
  };
}

function hoursOf({ diploma, school }: Pick<Law, "diploma" | "school">): {
  readonly theory: number;
  readonly practice: number;
} {
  const units = diploma.domains.flatMap((domain) => domain.units);
  const total = (practice: boolean) =>
    sum(
      units.filter((unit) => (unit.practice ?? false) === practice).map(({ unit }) => school.maquette.hours[unit] ?? 0),
    );
  return { theory: total(false), practice: total(true) };
}

/** `fin` of an intake without a cohort is unknown, and stays missing: the format’s «00000000» would be a filling. */
function sessionOf({ establishment }: Law, { startsOn, endsOn, intakes, where }: Session, at: Date): Element {
  const address: Where = { in: "school", key: "address" };
  const round = roundOf(intakes, at);
  const period = (debut: Day, fin: Day | undefined): Element => ({
    name: "periode",
    where,
    inside: [
      { name: "debut", where, value: compact(debut), means: inWords(debut) },
      { name: "fin", where, ...(fin !== undefined && { value: compact(fin), means: inWords(fin) }) },
    ],
  });
  return {
    name: "session",
    where,
    inside: [
      period(startsOn, endsOn),
      {
        name: "adresse-inscription",
        where: address,
        inside: [addressOf(establishment.name, establishment.address, address)],
      },
      ...(round
        ? [{ name: "periode-inscription" as const, where, inside: [period(round.opensOn, round.closesOn)] }]
        : []),
      ...recruiting(intakes, at).map(
        ({ value, means }): Element => ({ name: "etat-recrutement", where, value, means }),
      ),
    ],
  };
}

/** The round that is open, or else the next, or else the last. */
function roundOf(intakes: readonly ComingIntake[], at: Date): ComingIntake | undefined {
  const sorted = intakes.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  return (
    sorted.find((one) => one.opensAt <= at && at <= one.closesAt) ??
    sorted.find((one) => at < one.opensAt) ??
    sorted.at(-1)
  );
}

const OPEN = { value: "1", means: { fr: "ouvert", en: "open" } };
const CLOSED = { value: "2", means: { fr: "fermé", en: "closed" } };
const SUSPENDED = { value: "3", means: { fr: "suspendu", en: "suspended" } };

/** Suspended between two rounds. Before the first opens, a session is none of these: the days of inscription say when. */
function recruiting(intakes: readonly ComingIntake[], at: Date) {
  if (intakes.some((one) => one.opensAt <= at && at <= one.closesAt)) return [OPEN];
  const closed = intakes.some((one) => one.closesAt < at);
  const coming = intakes.some((one) => at < one.opensAt);
  if (closed) return [coming ? SUSPENDED : CLOSED];
  return [];
}

function accessible({ school }: Law, where: Where): Element[] {
  const said = school.page.accessibility;
  const [first] = said;
  return first
    ? [{ name: "acces-handicapes", where, ...paragraphs(said.map(({ label }) => label.fr)), rests: restOf(first) }]
    : [];
}

/** The whole price of somebody who follows everything: fees, tuition and what is collected for another body. Prices of a school have all taxes. */
function moneyAndHours(law: Law, track: string, where: Where): Element[] {
  const { theory, practice } = hoursOf(law);
  const lines = quoteLines(law, track, { theory, practice });
  const hourly = lines.find(({ entry }) => entry.per === "theory-hour");
  const maquette: Where = { in: "school", key: `diplomas.${law.diploma.diploma}.maquette` };
  const hours = (name: ElementName, count: number): Element => ({
    name,
    where: maquette,
    value: String(count),
    rests: restOf(law.school.maquette),
  });
  return [
    ...(hourly
      ? [{ name: "prix-horaire-TTC" as const, where, value: decimal(hourly.unitAmount), rests: restOf(hourly.entry) }]
      : []),
    {
      name: "prix-total-TTC",
      where,
      value: decimal(sum(lines.map(({ amount }) => amount))),
      rests: lines[0] && restOf(lines[0].entry),
    },
    hours("nombre-heures-centre", theory),
    ...(practice > 0 ? [hours("nombre-heures-entreprise", practice)] : []),
    hours("nombre-heures-total", theory + practice),
  ];
}

/** Each code once, with the funders of the school that it stands for. */
function fundersOf({ school }: Law, where: Where): Element[] {
  const others = school.funders.filter(({ personal }) => !personal);
  const codes = [...new Set(school.funders.flatMap(({ lheo = [] }) => lheo))];
  return [
    ...(others.length > 0
      ? [
          {
            name: "detail-conditions-prise-en-charge" as const,
            where,
            value: `${capital(others.map(({ label }) => label.fr).join(" ; "))}.`,
          },
        ]
      : []),
    ...codes.map((code): Element => {
      const named = school.funders.filter(({ lheo }) => lheo?.includes(code));
      const means = {
        fr: named.map(({ label }) => label.fr).join(" ; "),
        en: named.map(({ label }) => label.en).join("; "),
      };
      const rests = named[0] && restOf(named[0]);
      return {
        name: "organisme-financeur",
        where,
        inside: [{ name: "code-financeur", where, value: code, means, rests }],
      };
    }),
  ];
}

function notesOf({ diploma, school }: Law, sessions: readonly Session[]): Note[] {
  const { registration } = diploma;
  const same = (text: string): Label => ({ fr: text, en: text });
  const after = sessions.filter(({ startsOn }) => startsOn > registration.until).length;
  const ends: Ends = { on: registration.until, after, of: sessions.length };
  return [
    ...registration.formacodes
      .filter(({ edition }) => edition === undefined)
      .map(
        ({ code, label }): Note => ({
          note: "edition",
          what: { fr: `${code} ${label.fr}`, en: `${code} ${label.en}` },
        }),
      ),
    ...school.funders
      .filter(({ lheo }) => lheo === undefined)
      .map(({ label }): Note => ({ note: "funder", what: label })),
    ...sessions
      .filter(({ intakes }) => intakes.length === 0)
      .map(
        ({ where, startsOn }): Note => ({ note: "intake", what: ("label" in where && where.label) || same(startsOn) }),
      ),
    ...(after > 0 ? [{ note: "registration" as const, what: same(registration.code), ends }] : []),
  ];
}

type Coded = Entry & { readonly code: string; readonly label: Label };

/** A code that a file may give; missing where it does not. */
function coded(name: ElementName, where: Where, entry: Coded | undefined): Element {
  return { name, where, value: entry?.code, means: entry?.label, rests: entry && restOf(entry) };
}

function optional(name: ElementName, where: Where, entry: Coded | undefined): Element[] {
  return entry ? [coded(name, where, entry)] : [];
}

/** Missing where there is none. */
function paragraphs(texts: readonly string[]): { readonly value?: string } {
  return texts.length === 0 ? {} : { value: texts.join("\n") };
}

const YES = { value: "1", means: { fr: "oui", en: "yes" } };
const NO = { value: "0", means: { fr: "non", en: "no" } };
const inWords = (day: Day): Label => ({ fr: sayDay(day, "fr"), en: sayDay(day, "en") });
const compact = (day: Day) => day.replaceAll("-", "");
const decimal = (cents: number) => (cents / 100).toFixed(2);

function restOf({ source, citation }: Entry): Rest {
  return { confidence: source.confidence, citation };
}
