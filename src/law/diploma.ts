/** The shape of a national référentiel file, `diplomas/<diploma>/<version>.yaml`: data only, every entry with its article. */
import { type Static, Type } from "typebox";
import { DaySchema, entryOf, KeySchema, LabelSchema, type Loaded, oneOf, TextSchema } from "./entry.ts";
import { AdmissionEntry } from "./intake.ts";
import { JurySchema } from "./jury.ts";
import { DiplomaLheoSchema, EditionSchema } from "./lheo.ts";
import { closed } from "../kit/shapes.ts";

const Level = Type.Integer({ minimum: 1, maximum: 9 });
const Years = Type.Integer({ minimum: 0, maximum: 15 });

/** What people say in its place, in any language, by which a search finds it; nothing follows from it in law. */
const AlsoCalled = Type.Optional(Type.Array(Type.String({ minLength: 2 }), { minItems: 1 }));

/** A kind of title, measured by a level or by years of study. */
const TitleKind = entryOf({
  kind: KeySchema,
  label: LabelSchema,
  /** Its label in a list of what opens a way in; there the level or the years stand beside it. */
  brief: Type.Optional(LabelSchema),
  /** Its label when awarded abroad: a foreign diploma is not "national, State or endorsed". */
  abroadLabel: Type.Optional(LabelSchema),
  /** Examples of titles without an entry of their own, to help people find theirs. */
  examples: Type.Optional(LabelSchema),
  alsoCalled: AlsoCalled,
  measure: oneOf("level", "years"),
});

/** A dated level of a named title: the first whose bounds hold applies. */
const TitleLevel = entryOf({
  level: Level,
  awardedBefore: Type.Optional(DaySchema),
  awardedFrom: Type.Optional(DaySchema),
  startedBefore: Type.Optional(DaySchema),
});
const CatalogueTitle = entryOf({
  title: KeySchema,
  label: LabelSchema,
  kind: KeySchema,
  levels: Type.Array(TitleLevel, { minItems: 1 }),
  alsoCalled: AlsoCalled,
  note: Type.Optional(LabelSchema),
});

/** How a title awarded abroad is judged: on its attestation alone, or by a reasoned decision of the school. */
const Abroad = oneOf("attestation", "decision");

/** The closed set of condition kinds. Exactly one key is present; `source` may lower the confidence of one branch. */
const TitleCondition = entryOf({
  title: Type.Object(
    {
      kind: KeySchema,
      level: Type.Optional(Level),
      years: Type.Optional(Years),
      abroad: Abroad,
      attestedLevel: Type.Optional(Level),
      attestedYears: Type.Optional(Years),
    },
    closed,
  ),
});
const ExperienceCondition = entryOf({
  experience: Type.Object({ years: Type.Integer({ minimum: 1, maximum: 40 }), field: KeySchema }, closed),
});
const CorpsCondition = entryOf({ corps: Type.Array(KeySchema, { minItems: 1 }) });
const WaiverCondition = entryOf({ waiver: KeySchema });
const Leaf = Type.Union([TitleCondition, ExperienceCondition, CorpsCondition, WaiverCondition]);
const AnyCondition = Type.Object({ any: Type.Array(Leaf, { minItems: 1 }) }, closed);
const Condition = Type.Union(
  [Leaf, AnyCondition, Type.Object({ all: Type.Array(Type.Union([Leaf, AnyCondition]), { minItems: 1 }) }, closed)],
  {
    says: {
      fr: "une condition et sa source (title, experience, corps ou waiver), ou plusieurs (any, all)",
      en: "a condition and its source (title, experience, corps or waiver), or several (any, all)",
    },
  },
);

const Door = entryOf({ door: KeySchema, label: LabelSchema, short: LabelSchema, opens: Condition });

const Unit = entryOf({
  unit: KeySchema,
  label: LabelSchema,
  hours: Type.Object({ min: Type.Integer({ minimum: 0 }), max: Type.Integer({ minimum: 0 }) }, closed),
  practice: Type.Optional(Type.Boolean()),
  /**
   * A collective study, proposed by an organisation: the least size of a group, and the facts of the training that its agreements rest on.
   */
  study: Type.Optional(
    entryOf({
      least: Type.Integer({ minimum: 1 }),
      label: LabelSchema,
      partnership: Type.Optional(Type.Array(KeySchema)),
      agreement: Type.Optional(Type.Array(KeySchema)),
    }),
  ),
});
/**
 * Who names the examiners, and how many if the text says so. `as`: designated for the exam (the default), examining as members of the jury,
 * or voting as the director of the candidate’s work.
 */
const Examiners = entryOf({
  by: KeySchema,
  label: LabelSchema,
  count: Type.Optional(Type.Integer({ minimum: 1 })),
  as: Type.Optional(oneOf("designated", "member", "director")),
  /** The directed work in a word or two, without article; taken as masculine in French. */
  work: Type.Optional(LabelSchema),
});
const Component = entryOf({
  component: KeySchema,
  label: LabelSchema,
  weight: Type.Integer({ minimum: 1 }),
  /** One mark shared by a group, or each candidate's own. */
  shared: Type.Optional(Type.Boolean()),
});
/** A stated size or duration of an exam: pages, signs, minutes. */
const Measure = entryOf({
  measure: KeySchema,
  label: LabelSchema,
  min: Type.Optional(Type.Integer()),
  max: Type.Optional(Type.Integer()),
  /** Minutes that the exam lasts, per candidate or for a group together; planning fewer than `min` is refused. */
  lasts: Type.Optional(oneOf("each", "together")),
});
const Exam = entryOf({
  label: LabelSchema,
  form: LabelSchema,
  /** `sum`: Σ weight × mark; `mean`: that sum over Σ weights; `agreed`: several marks that must agree. */
  result: oneOf("sum", "mean", "agreed"),
  components: Type.Optional(Type.Array(Component, { minItems: 1 })),
  marks: Type.Optional(Type.Integer({ minimum: 2, maximum: 5 })),
  /** How several marks become one. */
  agreement: Type.Optional(entryOf({ label: LabelSchema })),
  outOf: Type.Integer({ minimum: 1 }),
  threshold: Type.Number({ minimum: 0 }),
  measures: Type.Array(Measure),
  examiners: Type.Array(Examiners),
});
const Competence = entryOf({ competence: KeySchema, label: LabelSchema });
const Domain = entryOf({
  domain: KeySchema,
  label: LabelSchema,
  /** The title of the bloc after the reform, if known. */
  bloc: Type.Optional(entryOf({ label: LabelSchema })),
  /** The same without its source, in older stored files: no decision reads it. */
  blocLabel: Type.Optional(LabelSchema),
  theory: Type.Integer({ minimum: 0 }),
  units: Type.Array(Unit, { minItems: 1 }),
  exam: Exam,
  competences: Type.Array(Competence),
});

const Dispense = entryOf({
  domain: KeySchema,
  /** `contested`: the texts disagree on the exam; the hours are relieved, a confirmation decides the rest. */
  exam: oneOf("dispensed", "contested"),
});
const Allegement = entryOf({ unit: KeySchema, percent: Type.Integer({ minimum: 1, maximum: 100 }) });
const Relief = entryOf({
  title: KeySchema,
  dispenses: Type.Array(Dispense),
  allegements: Type.Array(Allegement),
  /**
   * The total printed in the text, for its reader: a sum of bounds that a domain’s exact total may contradict, so nothing is computed from
   * it or checked against it.
   */
  printedTotal: Type.Optional(Type.Object({ min: Type.Integer(), max: Type.Integer() }, closed)),
});
const GrantRule = entryOf({
  label: LabelSchema,
  level: Type.Optional(Level),
  years: Type.Optional(Years),
  kind: Type.Optional(KeySchema),
});

/** A fact of the law for pages, documents or later subjects to print: an amount with its label. */
const Fact = entryOf({
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
});

/**
 * A fact about the commission of admission; `seats`: its members, all of whom must be present; `hears`: its candidates are interviewed
 * before, and that many interviewers agree on a grid. Absent from older files.
 */
const CommissionFact = entryOf({
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
  seats: Type.Optional(
    Type.Array(
      entryOf({
        seat: KeySchema,
        label: LabelSchema,
        /** May be represented by another person. */
        represented: Type.Optional(Type.Boolean()),
      }),
      { minItems: 1 },
    ),
  ),
  hears: Type.Optional(Type.Object({ grids: Type.Integer({ minimum: 1, maximum: 3 }) }, closed)),
});

/** A fact of the validation of experience; `leadsOn`: shown to people who may not enter the course. */
const Experienced = entryOf({
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
  leadsOn: Type.Optional(Type.Boolean()),
});

export const DiplomaSchema = Type.Object(
  {
    diploma: KeySchema,
    version: KeySchema,
    abbreviation: Type.String({ minLength: 1 }),
    label: LabelSchema,
    from: DaySchema,
    to: Type.Optional(DaySchema),
    /** The source for the first day of the version. */
    start: Type.Optional(entryOf({ label: LabelSchema })),
    texts: Type.Record(KeySchema, TextSchema),
    registration: entryOf({
      code: Type.String({ minLength: 1 }),
      level: Level,
      until: DaySchema,
      nsf: LabelSchema,
      nsfCode: Type.String(),
      formacodes: Type.Array(
        Type.Object({ code: Type.String(), edition: Type.Optional(EditionSchema), label: LabelSchema }, closed),
      ),
      certifiers: Type.Array(Type.Object({ label: LabelSchema, siret: Type.Optional(Type.String()) }, closed)),
      url: Type.Optional(Type.String()),
    }),
    /** What the catalogues of training offers ask; what is missing refuses the export. */
    lheo: Type.Optional(DiplomaLheoSchema),
    /** Which state of the law this file rests on, and what was not read. */
    unread: Type.Array(Fact),
    levels: entryOf({ known: Type.Array(Level, { minItems: 1 }), legacy: Type.Record(KeySchema, Level) }),
    homeTerritory: entryOf({ countries: Type.Array(Type.String({ pattern: "^[A-Z]{2}$" }), { minItems: 1 }) }),
    titleKinds: Type.Array(TitleKind, { minItems: 1 }),
    catalogue: Type.Array(CatalogueTitle),
    corps: Type.Array(entryOf({ corps: KeySchema, label: LabelSchema })),
    waivers: Type.Array(
      entryOf({ waiver: KeySchema, input: KeySchema, label: LabelSchema, brief: Type.Optional(LabelSchema) }),
    ),
    /** Present if a door asks for experience. */
    experience: Type.Optional(
      Type.Object(
        {
          year: entryOf({ days: Type.Integer({ minimum: 1 }), label: LabelSchema }),
          after: entryOf({ label: LabelSchema }),
          cap: entryOf({ label: LabelSchema }),
          cutoff: entryOf({ label: LabelSchema }),
          fields: Type.Array(
            entryOf({ field: KeySchema, label: LabelSchema, counts: oneOf("yes", "no", "undecided") }),
            {
              minItems: 1,
            },
          ),
        },
        closed,
      ),
    ),
    doors: Type.Array(Door, { minItems: 1 }),
    domains: Type.Array(Domain, { minItems: 1 }),
    reliefs: Type.Array(Relief),
    /** Present if the school may grant hours at its discretion. */
    grants: Type.Optional(
      entryOf({
        opens: Type.Array(GrantRule, { minItems: 1 }),
        never: Type.Array(KeySchema),
        step: Type.Number({ exclusiveMinimum: 0 }),
        label: LabelSchema,
        /** The body whose opinion is required before. */
        opinion: Type.Optional(LabelSchema),
      }),
    ),
    held: Type.Array(entryOf({ by: KeySchema, label: LabelSchema })),
    /** Validations expire after some years; without it they never expire. */
    clock: Type.Optional(
      entryOf({
        years: Type.Integer({ minimum: 1 }),
        label: LabelSchema,
        together: entryOf({ label: LabelSchema }),
      }),
    ),
    marks: entryOf({ max: Type.Integer({ minimum: 1 }), label: LabelSchema }),
    /** Extra exam time, for candidates with that arrangement. */
    extraTime: Type.Optional(entryOf({ minutesAnHour: Type.Integer({ minimum: 1, maximum: 60 }), label: LabelSchema })),
    /** The ways to miss an exam, gravest first. */
    missed: Type.Array(entryOf({ missed: KeySchema, label: LabelSchema }), { minItems: 1 }),
    jury: JurySchema,
    /** What the authority must receive beforehand, and in how many copies. */
    sent: Type.Optional(Type.Array(Fact)),
    /** The months within which a decision may be revised against the person. */
    correction: Type.Optional(Fact),
    /** What a written work outside its measure meets when it is deposited; told where this is absent. */
    works: Type.Optional(
      entryOf({
        label: LabelSchema,
        outside: oneOf("warned", "refused"),
        /** The kinds of files taken as the text of a work; without it, whatever can be sent here. */
        files: Type.Optional(Type.Array(oneOf("pdf", "jpeg", "png", "heic"), { minItems: 1 })),
      }),
    ),
    training: Type.Array(Fact),
    admission: Type.Object(
      {
        pieces: Type.Array(AdmissionEntry),
        interview: Type.Array(AdmissionEntry),
        criteria: Type.Array(Fact),
        commission: Type.Array(CommissionFact),
      },
      closed,
    ),
    vae: Type.Array(Experienced),
    /** Names of the regional authority by period; `regions`: where it has another name. */
    authorities: Type.Optional(
      Type.Array(entryOf({ authority: KeySchema, label: LabelSchema, regions: Type.Optional(LabelSchema) })),
    ),
  },
  closed,
);

export type DiplomaFile = Static<typeof DiplomaSchema>;
export type Diploma = Loaded<DiplomaFile>;
export type CatalogueEntry = Diploma["catalogue"][number];
export type DoorEntry = Diploma["doors"][number];
export type DomainEntry = Diploma["domains"][number];
export type UnitEntry = DomainEntry["units"][number];
export type ExamEntry = DomainEntry["exam"];
export type ReliefEntry = Diploma["reliefs"][number];
export type ExaminersEntry = ExamEntry["examiners"][number];
export type JuryEntries = Diploma["jury"];
export type ClockEntry = NonNullable<Diploma["clock"]>;
