/** Parses a command line before anything is opened or created: a command, a text to print, or a usage error. */
import type { Lang } from "../kit/lang.ts";
import { UsageError } from "./command.ts";
import { help } from "./help.ts";
import { readArguments, readLang, wrongUsage } from "./usage.ts";

type Values = {
  readonly in?: string;
  readonly head?: string;
  readonly out?: string;
  readonly dossiers?: string;
  readonly schools?: string;
  readonly seed?: string;
  readonly as?: string;
  readonly school?: string;
  readonly json?: boolean;
  readonly over?: boolean;
};

export type Asked =
  | { readonly kind: "wrong"; readonly error: UsageError; readonly lang: Lang }
  | { readonly kind: "told"; readonly text: string }
  | { readonly kind: "version" }
  /** The help of one act or view, which needs all of them loaded. */
  | { readonly kind: "form"; readonly declared: "act" | "view"; readonly name: string; readonly lang: Lang }
  | {
      readonly kind: "run";
      readonly command: string;
      readonly words: string[];
      readonly values: Values;
      readonly lang: Lang;
    };

/** `usual`: the default language (`LIVRET_LANG`). */
export function askedBy(argv: string[], usual: string | undefined): Asked {
  const wrong = (error: UsageError, lang: Lang) => ({ kind: "wrong", error, lang }) as const;
  const parsed = readArguments(argv);
  // A wrong option is reported in the language of the rest of the line.
  if (parsed instanceof UsageError) return wrong(parsed, argv.includes("en") ? "en" : spoken(usual));
  const { values, positionals } = parsed;
  const lang = readLang(values.lang, usual);
  if (lang instanceof UsageError) return wrong(lang, spoken(usual));
  const [command = "help", ...words] = positionals;
  if (values.version) return { kind: "version" };
  const [name] = words;
  if (values.help && (command === "act" || command === "view") && name !== undefined)
    return { kind: "form", declared: command, name, lang };
  const text = command === "help" ? help(lang, words[0]) : values.help ? help(lang, command) : undefined;
  if (text !== undefined) return { kind: "told", text };
  const misused = wrongUsage(command, words, values);
  return misused ? wrong(misused, lang) : { kind: "run", command, words, values, lang };
}

export function spoken(lang: string | undefined): Lang {
  return lang === "en" ? "en" : "fr";
}
