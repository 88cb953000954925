/** A written life: its people and, step by step, what they do, read or send, and the expected outcome. */
import { type Static, Type } from "typebox";
import { GUEST_ROLES, ROLES } from "../../act/permissions.ts";
import { STATIONS } from "../../act/way.ts";
import { isDay } from "../../kit/day.ts";
import { issue, type Issue, type JsonSchema, validator } from "../../kit/schema.ts";
import { closed } from "../../kit/shapes.ts";
import { isTime } from "../../kit/zone.ts";
import { DaySchema, KeySchema, LabelSchema, oneOf } from "../../law/entry.ts";
import { type LawFile, type LawProblem, readYaml } from "../../law/yaml.ts";
import { NAME, namesIn } from "./names.ts";

const Text = Type.String({ minLength: 1, maxLength: 200 });
const Values = Type.Record(Type.String(), Type.Unknown());

const PersonSchema = Type.Object(
  {
    given: Type.Optional(Type.Array(Text, { minItems: 1 })),
    birth: Type.Optional(Text),
    roles: Type.Optional(Type.Array(oneOf(...ROLES), { minItems: 1 })),
    guest: Type.Optional(Type.Array(oneOf(...GUEST_ROLES), { minItems: 1 })),
  },
  closed,
);

const FileSchema = Type.Object(
  {
    /** The piece and the dossier it is added to; without them it is only uploaded, and an act may take its `upload`. */
    slot: Type.Optional(KeySchema),
    dossier: Type.Optional(Text),
    pages: Type.Integer({ minimum: 1, maximum: 500 }),
  },
  closed,
);

const StepSchema = Type.Object(
  {
    at: Text,
    as: Text,
    act: Type.Optional(Text),
    view: Type.Optional(Text),
    file: Type.Optional(FileSchema),
    with: Type.Optional(Values),
    keep: Type.Optional(Type.Record(Type.String(), Text)),
    expect: Type.Optional(Type.Unknown()),
    absent: Type.Optional(Type.Array(Text, { minItems: 1 })),
  },
  closed,
);

/** How the demonstration shows a life: the day taken as today, the station it is listed under, and what there is to see as each person. */
const ShownSchema = Type.Object(
  {
    on: DaySchema,
    group: oneOf(...STATIONS),
    people: Type.Record(Type.String(), LabelSchema),
    /** A life after another tells of its own person: words of the lives before it, and what stands in their place. */
    instead: Type.Optional(Type.Record(Type.String({ pattern: "^[\\p{L}\\p{N} ’-]+$" }), Text)),
  },
  closed,
);

const LifeSchema = Type.Object(
  {
    life: KeySchema,
    after: Type.Optional(KeySchema),
    diploma: KeySchema,
    says: LabelSchema,
    shown: Type.Optional(ShownSchema),
    people: Type.Optional(Type.Record(Type.String(), PersonSchema)),
    steps: Type.Array(StepSchema, { minItems: 1 }),
  },
  closed,
);

type WrittenLife = Static<typeof LifeSchema>;
export type WrittenShown = Static<typeof ShownSchema>;
export type WrittenPerson = Static<typeof PersonSchema>;
export type WrittenStep = Static<typeof StepSchema>;
/** With the line in its file of each path. */
export type ReadLife = { readonly data: WrittenLife; readonly file: string; readonly lineOf: (path: string) => number };

/** Actors of a step that are no person of the life. */
export const OTHERS = ["anyone", "clock", "payment-provider"] as const;

const check = validator(LifeSchema as unknown as JsonSchema, { guess: true });

/** Parses one file; its own faults are added to the problems. */
export function readLife(file: LawFile, problems: LawProblem[]): ReadLife | undefined {
  const parsed = readYaml<WrittenLife>(file, issuesOf, problems);
  return parsed && { ...parsed, file: file.name };
}

function issuesOf(value: WrittenLife): Issue[] {
  const issues = check(value);
  if (issues.length > 0) return issues;
  return [
    ...Object.entries(value.people ?? {}).flatMap(([name, person]) => personIssues(`people.${name}`, name, person)),
    ...value.steps.flatMap((step, index) => stepIssues(`steps[${index}]`, step)),
  ];
}

function personIssues(path: string, name: string, { roles, guest, given, birth }: WrittenPerson): Issue[] {
  if (!NAME.test(name) || (OTHERS as readonly string[]).includes(name)) return [nameIssue(path, name)];
  if (roles && guest)
    return [
      issue(
        `${path}.guest`,
        "Une personne a un compte et des rôles (« roles »), ou est invitée (« guest »), pas les deux.",
        "A person has an account and roles (`roles`), or is a guest (`guest`), and not both.",
      ),
    ];
  return (given === undefined) === (birth === undefined)
    ? []
    : [
        issue(
          path,
          "Les prénoms (« given ») et le nom de naissance (« birth ») se donnent ensemble.",
          "The given names (`given`) and the birth name (`birth`) are given together.",
        ),
      ];
}

function nameIssue(path: string, name: string): Issue {
  return issue(
    path,
    `« ${name} » ne peut pas être un nom : une lettre, puis des lettres et des chiffres ; ni anyone, ni clock.`,
    `"${name}" cannot be a name: a letter, then letters and figures; neither anyone nor clock.`,
  );
}

function stepIssues(path: string, step: WrittenStep): Issue[] {
  const { at, act, view, file } = step;
  if ([act, view, file].filter((one) => one !== undefined).length !== 1) return [issue(path, ...ONE_OF)];
  const kept = Object.keys(step.keep ?? {}).filter((name) => !NAME.test(name));
  return [
    ...(isMinute(at) ? [] : [issue(`${path}.at`, ...NO_MINUTE)]),
    ...(file && step.with ? [issue(`${path}.with`, ...NO_FORM)] : []),
    ...(file && (file.slot === undefined) !== (file.dossier === undefined)
      ? [issue(`${path}.file`, ...SLOT_OF_DOSSIER)]
      : []),
    ...kept.map((name) => nameIssue(`${path}.keep.${name}`, name)),
    ...(view === undefined ? outcomeIssues(path, step) : seenIssues(path, step)),
  ];
}

function isMinute(text: string): boolean {
  const [day = "", time = "", more] = text.split("T");
  return isDay(day) && isTime(time) && more === undefined;
}

function outcomeIssues(path: string, { expect = "done" }: WrittenStep): Issue[] {
  return ["done", "forbidden", "stale"].includes(expect as string) || reasonsIn(expect) !== undefined
    ? []
    : [issue(`${path}.expect`, ...OUTCOME)];
}

function seenIssues(path: string, { expect = {} }: WrittenStep): Issue[] {
  const fits = expect === "done" || expect === "forbidden" || (typeof expect === "object" && expect !== null);
  return fits ? [] : [issue(`${path}.expect`, ...SEEN)];
}

/** Of an expected refusal or invalid input: all its conditions, or all its paths. */
export function reasonsIn(
  expect: unknown,
): { readonly kind: "refused" | "invalid"; readonly all: string[] } | undefined {
  if (typeof expect !== "object" || expect === null) return undefined;
  const [[kind, all] = [], ...more] = Object.entries(expect) as [string, unknown][];
  if ((kind !== "refused" && kind !== "invalid") || more.length > 0) return undefined;
  return Array.isArray(all) && all.every((one) => typeof one === "string") ? { kind, all } : undefined;
}

/** Each name that a step takes from an earlier one, with its path. */
export function namesTaken(step: WrittenStep): { readonly path: string; readonly name: string }[] {
  const { file, with: input, expect } = step;
  return [...namesIn(input, "with"), ...namesIn(expect, "expect"), ...namesIn(file?.dossier, "file.dossier")];
}

const ONE_OF = [
  "Une étape fait un acte (« act »), lit une vue (« view ») ou envoie un fichier (« file ») : l’un des trois.",
  "A step does an act (`act`), reads a view (`view`) or sends a file (`file`): one of the three.",
] as const;
const NO_MINUTE = [
  "Attendu : une minute de l’horloge de l’école, écrite AAAA-MM-JJThh:mm.",
  "Expected: a minute of the school’s clock, written YYYY-MM-DDThh:mm.",
] as const;
const NO_FORM = [
  "Un fichier n’a pas de formulaire : ses pages, sa pièce et son dossier se disent sous « file ».",
  "A file has no form: its pages, its slot and its dossier are said under `file`.",
] as const;
const SLOT_OF_DOSSIER = [
  "Une pièce (« slot ») est celle d’un dossier (« dossier ») : les deux se donnent ensemble.",
  "A slot (`slot`) is one of a dossier (`dossier`): the two are given together.",
] as const;
const OUTCOME = [
  "Attendu d’un acte : done, forbidden, stale, { refused: [conditions] } ou { invalid: [chemins] }.",
  "Expected of an act: done, forbidden, stale, { refused: [conditions] } or { invalid: [paths] }.",
] as const;
const SEEN = [
  "Attendu d’une vue : ce qui doit s’y trouver, ou forbidden.",
  "Expected of a view: what must be in it, or forbidden.",
] as const;
