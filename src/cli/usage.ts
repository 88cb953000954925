/** Wrong usage, found before anything is opened: the wrong word or option, what was probably meant, and the right form. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { DECISIONS } from "../decisions/decide.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { ROLES } from "../act/permissions.ts";
import { UsageError } from "./command.ts";

const OPTIONS = {
  in: { type: "string" },
  head: { type: "string" },
  out: { type: "string" },
  lang: { type: "string" },
  dossiers: { type: "string" },
  schools: { type: "string" },
  seed: { type: "string" },
  as: { type: "string" },
  school: { type: "string" },
  json: { type: "boolean" },
  over: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;
type Option = keyof typeof OPTIONS;
const EVERYWHERE: readonly Option[] = ["lang", "help", "version"];

type Command = {
  readonly form: Label;
  readonly options: readonly Option[];
  /** The first word that does not fit, or `{}` where none can be blamed; `undefined` where all fit. */
  readonly wrong: (words: readonly string[]) => Wrong | undefined;
};
type Wrong = { readonly word?: string | undefined; readonly meant?: Label | undefined };

const decisions = DECISIONS.map((one) => one.name);
const roles = ROLES as readonly string[];

/** At most `most` words. */
const upTo =
  (most: number, meant?: (words: readonly string[]) => Label | undefined) =>
  (words: readonly string[]): Wrong | undefined =>
    words.length > most ? { word: words[most], meant: meant?.(words) } : undefined;

/** Exactly the words of one of these forms. */
const oneOf =
  (...forms: readonly (readonly string[])[]) =>
  (words: readonly string[]): Wrong | undefined => {
    if (forms.some((form) => form.length === words.length && form.every((word, index) => word === words[index])))
      return undefined;
    const index = words.findIndex((word, place) => !forms.some((form) => form[place] === word));
    return { word: words[index] };
  };

const same = (text: string): Label => ({ fr: text, en: text });

const COMMANDS: Readonly<Record<string, Command>> = {
  decide: {
    form: {
      fr: `livret decide <${decisions.join("|")}> [--in FICHIER] [--out FICHIER]`,
      en: `livret decide <${decisions.join("|")}> [--in FILE] [--out FILE]`,
    },
    options: ["in", "out"],
    wrong: (words) => {
      const [name, more] = words;
      if (name === undefined) return {};
      if (!decisions.includes(name)) return { word: name };
      return more === undefined ? undefined : { word: more, meant: meantByMore(more) };
    },
  },
  plan: {
    form: {
      fr: "livret plan interviews [--in FICHIER] [--out FICHIER]",
      en: "livret plan interviews [--in FILE] [--out FILE]",
    },
    options: ["in", "out"],
    wrong: (words) => {
      const [name, more] = words;
      if (name === undefined) return {};
      if (name !== "interviews") return { word: name };
      return more === undefined ? undefined : { word: more, meant: fileMeant(more) };
    },
  },
  law: {
    form: { fr: "livret law [ARTICLE|ENTRÉE]", en: "livret law [ARTICLE|ENTRY]" },
    options: [],
    wrong: upTo(1, (words) => asOne(words)),
  },
  play: {
    form: { fr: "livret play FICHIER…", en: "livret play FILE…" },
    options: [],
    wrong: (words) => (words.length === 0 ? {} : undefined),
  },
  settings: { form: same("livret settings"), options: [], wrong: upTo(0) },
  migrate: { form: same("livret migrate"), options: [], wrong: upTo(0) },
  doctor: { form: same("livret doctor [files|repair]"), options: [], wrong: oneOf([], ["files"], ["repair"]) },
  audit: {
    form: {
      fr: 'livret audit verify [--in FICHIER] [--head "NUMÉRO sha256:…"] | livret audit head',
      en: 'livret audit verify [--in FILE] [--head "NUMBER sha256:…"] | livret audit head',
    },
    options: ["in", "head"],
    wrong: oneOf(["verify"], ["head"]),
  },
  clock: { form: same("livret clock [accept]"), options: [], wrong: oneOf([], ["accept"]) },
  mail: { form: same("livret mail bounce < MESSAGE"), options: [], wrong: oneOf(["bounce"]) },
  backup: {
    form: { fr: "livret backup DOSSIER [--json]", en: "livret backup FOLDER [--json]" },
    options: ["json"],
    wrong: oneFolder,
  },
  restore: {
    form: { fr: "livret restore DOSSIER [--over] [--json]", en: "livret restore FOLDER [--over] [--json]" },
    options: ["over", "json"],
    wrong: oneFolder,
  },
  demo: {
    form: same("livret demo [--dossiers N] [--schools N] [--seed N]"),
    options: ["dossiers", "schools", "seed"],
    wrong: upTo(0),
  },
  account: {
    form: {
      fr: `livret account list | code ADRESSE | give RÔLE ADRESSE | take RÔLE ADRESSE [MOTIF] | confirm [ID]  [--school ÉCOLE]\nRôles : ${roles.join(", ")}`,
      en: `livret account list | code ADDRESS | give ROLE ADDRESS | take ROLE ADDRESS [GROUND] | confirm [ID]  [--school SCHOOL]\nRoles: ${roles.join(", ")}`,
    },
    options: ["school"],
    wrong: wrongAccount,
  },
  act: declared("act"),
  view: declared("view"),
  help: {
    form: { fr: "livret help [COMMANDE]", en: "livret help [COMMAND]" },
    options: [],
    // The help of a known command has been printed already.
    wrong: ([command]) => ({ word: command }),
  },
};

function oneFolder([folder, more]: readonly string[]): Wrong | undefined {
  return folder === undefined ? {} : more === undefined ? undefined : { word: more };
}

function declared(kind: "act" | "view"): Command {
  return {
    form: {
      fr: `livret ${kind} [NOM] [--as ADRESSE] [--school ÉCOLE] [--in FICHIER]\nLes noms : livret ${kind}`,
      en: `livret ${kind} [NAME] [--as ADDRESS] [--school SCHOOL] [--in FILE]\nThe names: livret ${kind}`,
    },
    options: ["as", "school", "in"],
    wrong: upTo(1, ([, more]) => fileMeant(more!)),
  };
}

/** The least and the most words of each. */
const ACCOUNT_WORDS: Readonly<Record<string, readonly [number, number]>> = {
  list: [1, 1],
  code: [2, 2],
  give: [3, 3],
  take: [3, 4],
  confirm: [1, 2],
};

function wrongAccount(words: readonly string[]): Wrong | undefined {
  const [what = "", first] = words;
  const allowed = ACCOUNT_WORDS[what];
  if (allowed === undefined) return { word: words[0] };
  const [least, most] = allowed;
  if (least === 3 && first !== undefined && !roles.includes(first)) return { word: first };
  return words.length >= least && words.length <= most ? undefined : { word: words[most] };
}

function meantByMore(word: string): Label | undefined {
  if (!decisions.includes(word)) return fileMeant(word);
  return {
    fr: "une seule décision à la fois : lancez la commande une fois pour chacune",
    en: "one decision at a time: run the command once for each",
  };
}

function fileMeant(word: string): Label | undefined {
  if (!existsSync(word) && !/\.\w+$/.test(word)) return undefined;
  return { fr: `un fichier à lire se donne par --in ${word}`, en: `a file to be read is given by --in ${word}` };
}

function asOne(words: readonly string[]): Label {
  const whole = words.join(" ");
  return {
    fr: `un article de plusieurs mots s’écrit entre guillemets : livret law "${whole}"`,
    en: `an article of several words is written between quotes: livret law "${whole}"`,
  };
}

type Read = { readonly values: ReturnType<typeof parse>["values"]; readonly positionals: string[] };

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true });
}

/** The words and options of a command line, or a usage error for a wrong option. */
export function readArguments(args: string[]): Read | UsageError {
  try {
    return parse(args);
  } catch (error) {
    return wrongOption(error as NodeJS.ErrnoException);
  }
}

/** Node quotes the option: `Unknown option '--langue'`, `Option '--in <value>' argument missing`, `Option '-h, --help' …`. */
function wrongOption({ code, message }: NodeJS.ErrnoException): UsageError {
  const option = /'(?:-\w, )?(-[^ '=]*)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = Object.keys(OPTIONS).find((name) => alike(name, option.replace(/^-+/, "")));
    return new UsageError({
      fr: `Option inconnue : ${option}.${near ? ` Vouliez-vous dire --${near} ?` : ""}\nToutes les options : livret --help`,
      en: `Unknown option: ${option}.${near ? ` Did you mean --${near}?` : ""}\nAll the options: livret --help`,
    });
  }
  if (/ambiguous/.test(message))
    return new UsageError({
      fr: `${option} demande une valeur ; si elle commence par un tiret, écrivez ${option}=-…\nToutes les options : livret --help`,
      en: `${option} wants a value; if it begins with a dash, write ${option}=-…\nAll the options: livret --help`,
    });
  const takesNone = /does not take/.test(message);
  return new UsageError({
    fr: `${option} ${takesNone ? "ne prend pas de valeur" : "demande une valeur"}.\nToutes les options : livret --help`,
    en: `${option} ${takesNone ? "takes no value" : "wants a value"}.\nAll the options: livret --help`,
  });
}

/** Whether the name begins with what was given, or that with the first four letters of the name. */
function alike(name: string, typed: string): boolean {
  return typed.length > 1 && (name.startsWith(typed) || typed.startsWith(name.slice(0, 4)));
}

/** The language of the command line, else of the environment, else French; a usage error for an unknown one. */
export function readLang(option: string | undefined, environment: string | undefined): Lang | UsageError {
  const asked = option ?? (environment || "fr");
  if (asked === "fr" || asked === "en") return asked;
  const from = option === undefined ? "LIVRET_LANG" : "--lang";
  return new UsageError({
    fr: `${from} ne connaît que fr et en : « ${asked} » n’en est pas.`,
    en: `${from} only knows fr and en: "${asked}" is neither.`,
  });
}

/** The usage error of a command: an unknown name, a wrong or surplus word, an option it does not take. */
export function wrongUsage(
  command: string,
  words: readonly string[],
  given: Readonly<Partial<Record<Option, unknown>>>,
): UsageError | undefined {
  const known = COMMANDS[command];
  if (!known) {
    const all = Object.keys(COMMANDS).join("|");
    return new UsageError({
      fr: `Commande inconnue : « ${command} ».\nUsage : livret <${all}>`,
      en: `Unknown command: "${command}".\nUsage: livret <${all}>`,
    });
  }
  const option = (Object.keys(given) as Option[]).find(
    (one) => !known.options.includes(one) && !EVERYWHERE.includes(one),
  );
  if (option !== undefined)
    return usageError(known, {
      fr: `--${option} ne va pas avec « ${command} ».`,
      en: `--${option} does not go with "${command}".`,
    });
  const wrong = known.wrong(words);
  return wrong && usageError(known, wrong.word === undefined ? undefined : sayWord(wrong.word, wrong.meant));
}

function sayWord(word: string, meant: Label | undefined): Label {
  return {
    fr: `« ${word} » n’a pas sa place ici${meant ? ` : ${meant.fr}` : ""}.`,
    en: `"${word}" does not belong here${meant ? `: ${meant.en}` : ""}.`,
  };
}

/** The right form of a known command, after the reason. */
export function usageOf(command: string, why?: Label): UsageError {
  return usageError(COMMANDS[command]!, why);
}

function usageError({ form }: Command, why: Label | undefined): UsageError {
  return new UsageError({
    fr: `${why ? `${why.fr}\n` : ""}Usage : ${form.fr}`,
    en: `${why ? `${why.en}\n` : ""}Usage: ${form.en}`,
  });
}
