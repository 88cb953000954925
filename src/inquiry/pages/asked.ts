/** A question with declared fields, which determine its display, parsing, checks and words; only its storage is its own. */
import { type Html, html } from "../../kit/html.ts";
import {
  type Fields,
  filled,
  formWith,
  type Printed,
  printFields,
  readFields,
  type Texts,
  textsOf,
  type Values,
} from "../../page/field.ts";
import { controlOf } from "../../page/outcome.ts";
import type { FieldError } from "../../page/form.ts";
import { type Form, NO_FORM } from "../../page/page.ts";
import type { Draft } from "../rules/draft.ts";
import type { At, Step } from "./step.ts";

type Asked<F extends Fields, N> = N & {
  readonly fields: (at: At) => F;
  readonly begin: (at: At) => Partial<Values<F>>;
  /** Faults of fields that are valid one by one. */
  readonly wrong?: (values: Values<F>, at: At) => { readonly [K in keyof F]?: string | undefined };
  readonly arranged?: (printed: Printed<F>, at: At) => Html;
  readonly keep: (values: Values<F>, at: At) => Draft;
  /** The same from the readable fields, for a journey that stores faulty answers. */
  readonly part?: (values: Partial<Values<F>>, at: At) => Draft;
  /** The answer in words, if its fields do not suffice; `texts`: as typed. */
  readonly said?: (values: Partial<Values<F>>, at: At, texts: Texts) => string;
};
type Derived = "shown" | "read" | "check" | "body" | "say" | "store";

const named = (name: string) => name;

/** `N`: the other properties of the step: its name, heading, links. */
export function asked<F extends Fields, N extends object>(
  question: Asked<F, N>,
): N & Pick<Step<Texts>, Derived | "partly"> {
  const { fields, begin, wrong, arranged, keep, part, said: inWords } = question;
  const formOf = (texts: Texts): Form => formWith(NO_FORM, texts);
  const valuesOf = (texts: Texts, at: At) => readFields(fields(at), formOf(texts), { named, lang: at.visit.lang });
  const check = (texts: Texts, at: At): readonly FieldError[] => {
    const { values, errors } = valuesOf(texts, at);
    if (errors.length > 0) return errors;
    return Object.entries(wrong?.(values, at) ?? {}).flatMap(([key, message]) =>
      message === undefined ? [] : [{ field: controlOf(fields(at), key, named), message }],
    );
  };
  return {
    ...question,
    shown: (at) => textsOf(fields(at), filled(fields(at), begin(at), named)),
    read: (form, at) => textsOf(fields(at), form),
    check,
    body: (texts, errors, at) => {
      const printed = printFields(fields(at), { typed: formOf(texts), errors, lang: at.visit.lang, named });
      return arranged?.(printed, at) ?? html`${Object.values(printed)}`;
    },
    say: (texts, at) => {
      const { lang } = at.visit;
      const { values } = valuesOf(texts, at);
      if (inWords) return inWords(values, at, texts);
      const all = Object.entries(fields(at));
      const sentences = all.map(([key, field]) => {
        const value = (values as Readonly<Record<string, unknown>>)[key];
        // As typed, if it is unreadable.
        const typed = (field.parts ?? [""]).map((part) => texts[`${key}${part}`]).filter(Boolean);
        const words = (value === undefined ? typed.join(" ") : field.say(value, lang)) || at.words.notSaid;
        return all.length === 1 ? words : `${field.label}${lang === "fr" ? "\u00a0: " : ": "}${words}`;
      });
      return sentences.join(", ");
    },
    store: (texts, at) => keep(valuesOf(texts, at).values, at),
    ...(part && { partly: (texts: Texts, _: unknown, at: At) => part(valuesOf(texts, at).values, at) }),
  };
}
