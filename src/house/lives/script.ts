/** A life ready to be played: earlier lives first, every name resolved, every step with its instant. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Act, View } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import type { Label } from "../../kit/lang.ts";
import { likeliest } from "../../kit/likeness.ts";
import { issue, type Issue } from "../../kit/schema.ts";
import { beginsAt } from "../../kit/zone.ts";
import type { LawProblem } from "../../law/yaml.ts";
import {
  namesTaken,
  OTHERS,
  type ReadLife,
  readLife,
  type WrittenPerson,
  type WrittenShown,
  type WrittenStep,
} from "./life.ts";

/** What a step does; `addFile` attaches a file. */
type Deed =
  | { readonly kind: "act"; readonly act: Act }
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "file"; readonly file: NonNullable<WrittenStep["file"]> };

export type Step = {
  readonly written: WrittenStep;
  readonly deed: Deed;
  readonly instant: Date;
  readonly file: string;
  /** The line of a path within the step. */
  readonly lineOf: (path: string) => number;
};

export type Script = {
  readonly life: string;
  readonly says: Label;
  readonly shown: WrittenShown | undefined;
  readonly file: string;
  /** The file of the life it continues. */
  readonly after: string | undefined;
  readonly establishment: string;
  readonly people: ReadonlyMap<string, WrittenPerson>;
  /** The steps of earlier lives come first. */
  readonly steps: readonly Step[];
};

/** The lives of some files; each problem in them, or in the lives they continue, is reported once. */
export function readScripts(
  files: readonly string[],
  world: Pick<World, "laws" | "house" | "defaults" | "zone">,
): { readonly scripts: readonly Script[]; readonly problems: readonly LawProblem[] } {
  const reader: Reader = { world, problems: [], read: new Map() };
  const scripts = files.flatMap((file) => scriptOf(file, reader) ?? []);
  const seen = new Set<string>();
  const problems = reader.problems.filter(({ file, line, issue: { path, message } }) => {
    const key = `${file}:${line}:${path}:${message("en")}`;
    return !seen.has(key) && seen.add(key);
  });
  return { scripts, problems };
}

type Reader = {
  readonly world: Pick<World, "laws" | "house" | "defaults" | "zone">;
  readonly problems: LawProblem[];
  readonly read: Map<string, ReadLife | undefined>;
};

function scriptOf(file: string, reader: Reader): Script | undefined {
  const lives = chainOf(file, reader, []);
  const last = lives?.at(-1);
  if (!lives || !last) return undefined;
  const before = reader.problems.length;
  const { life, says, shown, diploma } = last.data;
  const establishment = schoolFor(diploma, reader.world);
  if (establishment === undefined) refuse(reader, last, "diploma", noDiploma(diploma));
  const people = new Map<string, WrittenPerson>();
  const known = new Set<string>();
  const steps: Step[] = [];
  for (const current of lives) {
    if (current.data.diploma !== diploma) refuse(reader, last, "after", OTHER_DIPLOMA);
    for (const [name, person] of Object.entries(current.data.people ?? {})) {
      if (known.has(name)) refuse(reader, current, `people.${name}`, taken(name));
      people.set(name, person);
      known.add(name);
    }
    for (const [index, step] of current.data.steps.entries()) {
      const place: Place = {
        reader,
        life: current,
        path: `steps[${index}]`,
        people,
        known,
        before: steps.at(-1)?.instant,
      };
      const ready = stepOf(step, place, establishment);
      if (ready) steps.push(ready);
    }
  }
  for (const name of Object.keys(shown?.people ?? {}))
    if (!people.has(name)) refuse(reader, last, `shown.people.${name}`, nobody(name, [...people.keys()]));
  if (reader.problems.length > before || establishment === undefined) return undefined;
  return { life, says, shown, file, after: lives.at(-2)?.file, establishment, people, steps };
}

/** A life and those before it, the earliest first. */
function chainOf(file: string, reader: Reader, after: readonly string[]): ReadLife[] | undefined {
  if (!reader.read.has(file)) {
    const bytes = readFileSync(file);
    reader.read.set(file, readLife({ name: file, bytes, hash: "" }, reader.problems));
  }
  const life = reader.read.get(file);
  if (!life) return undefined;
  const { after: name } = life.data;
  if (name === undefined) return [life];
  const previous = fileOf(name, dirname(file));
  const goesRound = previous !== undefined && [...after, file].includes(previous);
  if (previous === undefined || goesRound) {
    refuse(reader, life, "after", goesRound ? ROUND : noLife(name));
    return undefined;
  }
  const lives = chainOf(previous, reader, [...after, file]);
  return lives && [...lives, life];
}

/** Nearly always the file of that name; else every file is searched. */
function fileOf(life: string, folder: string): string | undefined {
  const own = join(folder, `${life}.yaml`);
  if (existsSync(own)) return own;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name))
    .find((path) => /^life: *["']?([\w.-]+)/m.exec(readFileSync(path, "utf8"))?.[1] === life);
}

/** The default school, if it prepares for the diploma, else the first that does. */
function schoolFor(diploma: string, { laws, defaults }: Reader["world"]): string | undefined {
  const schools = laws.establishments
    .filter(({ data }) => data.diplomas.some((one) => one.diploma === diploma))
    .map(({ data }) => data.establishment);
  return schools.find((school) => school === defaults.establishment) ?? schools[0];
}

type Place = {
  readonly reader: Reader;
  readonly life: ReadLife;
  readonly path: string;
  readonly people: ReadonlyMap<string, WrittenPerson>;
  /** The names of people and of values kept so far; this step adds its own. */
  readonly known: Set<string>;
  readonly before: Date | undefined;
};

function stepOf(written: WrittenStep, place: Place, establishment: string | undefined): Step | undefined {
  const { reader, life, path, people, known, before } = place;
  const wrong = (key: string, fault: Issue) => refuse(reader, life, `${path}.${key}`, fault);
  const [day = "", time = ""] = written.at.split("T");
  const instant = beginsAt({ day, time }, reader.world.zone(establishment ?? ""));
  if (!instant) return wrong("at", NEVER);
  if (before && instant < before) wrong("at", TOO_EARLY);
  const person = people.get(written.as);
  if (!person && !(OTHERS as readonly string[]).includes(written.as))
    wrong("as", nobody(written.as, [...people.keys(), ...OTHERS]));
  for (const { path: key, name } of namesTaken(written)) if (!known.has(name)) wrong(key, notKept(name, [...known]));
  for (const name of Object.keys(written.keep ?? {})) {
    if (people.has(name)) wrong(`keep.${name}`, taken(name));
    known.add(name);
  }
  if (written.file && (!person || person.guest)) wrong("as", NO_ACCOUNT);
  const deed = deedOf(written, reader.world.house);
  if (!deed) return wrong(written.act === undefined ? "view" : "act", unknownName(written, reader.world.house));
  return {
    written,
    deed,
    instant,
    file: life.file,
    lineOf: (key) => life.lineOf(key === "" ? path : `${path}.${key}`),
  };
}

function deedOf(
  { act: actName, view: viewName, file }: WrittenStep,
  { acts, views }: World["house"],
): Deed | undefined {
  if (file) return { kind: "file", file };
  const act = acts.find(({ name }) => name === actName);
  if (act) return { kind: "act", act };
  const view = views.find(({ name }) => name === viewName);
  return view && { kind: "view", view };
}

function refuse({ problems }: Reader, { file, lineOf }: ReadLife, path: string, fault: Issue): undefined {
  problems.push({ file, line: lineOf(path), issue: { ...fault, path } });
  return undefined;
}

const problem = (fr: string, en: string) => issue("", fr, en);

function unknownName({ act, view }: WrittenStep, { acts, views }: World["house"]): Issue {
  const name = act ?? view ?? "";
  const names = (act === undefined ? views : acts).map((declared) => declared.name);
  return act === undefined
    ? problem(
        `Aucune vue ne s’appelle « ${name} ».${meant(name, names).fr}`,
        `No view is called "${name}".${meant(name, names).en}`,
      )
    : problem(
        `Aucun acte ne s’appelle « ${name} ».${meant(name, names).fr}`,
        `No act is called "${name}".${meant(name, names).en}`,
      );
}

function nobody(name: string, names: readonly string[]): Issue {
  return problem(
    `Personne ne s’appelle « ${name} » dans cette vie.${meant(name, names).fr} Il y a : ${names.join(", ")}.`,
    `Nobody is called "${name}" in this life.${meant(name, names).en} There are: ${names.join(", ")}.`,
  );
}

function notKept(name: string, names: readonly string[]): Issue {
  return problem(
    `« $${name} » ne renvoie à rien : aucune étape avant celle-ci n’a gardé ce nom, et personne ne le porte.${meant(name, names).fr}`,
    `"$${name}" stands for nothing: no step before this one kept that name, and nobody has it.${meant(name, names).en}`,
  );
}

function meant(name: string, names: readonly string[]): Label {
  const likely = likeliest(name, names);
  return likely === undefined ? { fr: "", en: "" } : { fr: ` Est-ce « ${likely} » ?`, en: ` Is it "${likely}"?` };
}

function taken(name: string): Issue {
  return problem(
    `« ${name} » est déjà le nom de quelqu’un ou de quelque chose dans cette vie, ou dans celle qu’elle suit.`,
    `"${name}" is already the name of somebody or something in this life, or in the one it comes after.`,
  );
}

function noLife(name: string): Issue {
  return problem(
    `Aucun fichier de ce dossier n’est la vie « ${name} ».`,
    `No file of this folder is the life "${name}".`,
  );
}

function noDiploma(name: string): Issue {
  return problem(
    `Aucun établissement ne prépare au diplôme « ${name} ».`,
    `No school prepares for the diploma "${name}".`,
  );
}

const ROUND = problem("Ces vies se suivent en rond.", "These lives come after each other in a circle.");
const OTHER_DIPLOMA = problem("Cette vie est celle d’un autre diplôme.", "That life is of another diploma.");
const NEVER = problem(
  "L’horloge de l’école ne montre jamais cette minute : on l’avance ce jour-là.",
  "The school’s clock never shows this minute: it is put forward on that day.",
);
const TOO_EARLY = problem(
  "Cette étape est avant celle qui la précède : le temps ne recule pas.",
  "This step is before the one above it: time does not go back.",
);
const NO_ACCOUNT = problem(
  "Un fichier est envoyé par une personne qui a un compte.",
  "A file is sent by a person who has an account.",
);
