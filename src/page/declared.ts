/** The declaration of a form page: what it reads, what its form asks, which act the form performs, where that leads. */
import type { Static, TSchema } from "typebox";
import type { Act, Actor } from "../act/act.ts";
import type { Deed } from "./acting.ts";
import type { Html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { Shown as ShownLines } from "../act/shows.ts";
import type { Catalogue } from "../law/finding.ts";
import type { SummaryRow } from "./form.ts";
import type { PageParts } from "./layout.ts";
import type { Form, Page, PageResult, Visit } from "./page.ts";
import type { Asked, Printed, Values, Worded } from "./field.ts";
import type { Params, Route } from "./route.ts";

/** What every part of a declaration receives: the visit, the words, the address’s parameters and what the page has read. */
export type At<S, W, P> = {
  readonly visit: Visit;
  readonly lang: Lang;
  readonly words: W;
  readonly params: P;
  readonly seen: S;
  /** The thing that this form is for, where the page shows the form once per thing. */
  readonly item: string;
};

/** A path below the school, from a route; or a result of its own: something shown only once, a file. */
export type Leads = string | PageResult;
/** A message on the page, shown again; the page as it now is (`shown`); or, where nothing is left to do there, another path. */
export type Otherwise = { readonly said: string } | { readonly shown: true } | { readonly to: string };

export type Button = {
  readonly label: string | Html;
  readonly variant?: "secondary" | "tertiary";
  readonly danger?: boolean;
};

/** The confirmation page, read before the act is done. */
export type Check<F extends Asked = Asked> = {
  readonly title: string;
  /** Where it differs from the title. */
  readonly heading?: string;
  readonly lead?: Html;
  readonly warning?: string | undefined;
  readonly rows?: readonly SummaryRow[];
  /** What it shows of what the act signs, where that is more than the form did. */
  readonly showing?: ShownLines;
  /** Values that replace those typed, where the confirmation shows more: frozen here, whatever changes meanwhile. */
  readonly as?: Partial<Values<F>>;
  readonly go: string;
  /** The label of the button back to the form. */
  readonly correct?: string;
  /** Where it differs from the page’s own. */
  readonly back?: string;
};

/** Error messages by field. */
export type Wrong<F> = { readonly [K in keyof F]?: string };
/** The act was done but the attempt failed: a try is counted, and the code was wrong. */
type NotThat<F> = { readonly wrong: Wrong<F> };
export type DoneTo<F> = Leads | NotThat<F>;

/** `C` is the context (`At`), `F` the fields, `I` the act’s input schema, `V` the act’s value, `M` where the form’s words stand in the page’s. */
export type FormOf<C, F extends Asked, I extends TSchema, V, M = string, N = string> = {
  /** The key of the form’s words in the words of the page: its `go` and its `fields`, by their names. By default the page’s own. */
  readonly words?: M;
  /** Shown once for each of several things: the name of the hidden field that carries the thing. */
  readonly item?: N;
  readonly fields?: F | ((context: C) => F);
  /** Where it is posted, if not to its page’s own address: an address, as `visit.link` makes it. */
  readonly action?: (context: C) => string;
  /** Values filled in when the form opens. */
  readonly begin?: (context: C) => Partial<Values<F>>;
  /** The layout of the fields; by default one below the other. */
  readonly arranged?: (printed: Printed<F>, context: C) => Html;
  /** The label of its button, by default `go` of its words; `"none"` where only a script posts the form and the page prints nothing of it. */
  readonly go?: "none" | ((context: C) => string | Button);
  /** How its button looks, where it is not the main one of the page. */
  readonly look?: "secondary" | "tertiary" | "danger";
  /** For a form that a script shows and posts; these become its `data-…`. */
  readonly script?: (context: C) => Readonly<Record<string, string>>;
  /** What the page shows of what the act signs, of what the page has read: the act answers where it has changed since. */
  readonly showing?: (context: C) => ShownLines;
  /** Beside the button: another action. */
  readonly beside?: (context: C) => Html;
  /** Faults of values that are valid one by one. */
  readonly check?: (values: Values<F>, context: C) => Wrong<F>;
  /** Asks for confirmation before the act; `undefined` where none is needed. */
  readonly confirm?: (values: Values<F>, context: C) => Check<F> | undefined | Promise<Check<F> | undefined>;

  /** An actor the page knows better than the visit does: the holder of a secret. */
  readonly actor?: (context: C, values: Values<F>) => Actor;
  /** The field that shows an issue or a finding which the act names differently. */
  readonly on?: On<F> | ((values: Values<F>) => On<F>);

  /** Where it leads, by default the page itself; there, a word says with which message of `done` in the page’s words. */
  readonly done?: SaidDone<C> | ((value: V, context: C, values: Values<F>) => DoneTo<F> | Promise<DoneTo<F>>);
  /** The fields edit stored values: after a concurrent save, both values of each are shown. */
  readonly edits?: true;
  /** `current` is the act’s current state. */
  readonly stale?: (context: C, current: unknown) => Otherwise;
  /** Where the act’s issues are explained elsewhere. */
  readonly invalid?: (context: C) => Otherwise;
  /** The sentences for the act’s findings; without them the act may not refuse. */
  readonly sentences?: Catalogue;
  readonly refused?: (context: C) => Otherwise;
  readonly forbidden?: (context: C) => Otherwise;
} & (OneAct<C, F, I, V> | OneOfSeveral<C, F, V>);

/** The words of the page, and of a form in them. */
type PageWordsOf<C> = C extends { readonly words: infer W } ? W : never;
type FormWordsOf<C, M> = M extends keyof PageWordsOf<C> ? PageWordsOf<C>[M] : PageWordsOf<C>;
type SaidDone<C> =
  unknown extends PageWordsOf<C>
    ? string
    : PageWordsOf<C> extends { readonly done: infer D }
      ? D extends string
        ? never
        : { [K in keyof D]: D[K] extends string ? K & string : never }[keyof D]
      : never;

type OneAct<C, F, I extends TSchema, V> = {
  /** A function where `house.ts` builds the act: it says where to find it. */
  readonly act: Act<I, V> | ((context: C) => Act<I, V>);
  /** By default the values, the address’s parameters and the `item`, as far as the act has inputs of these names. */
  readonly input?: (values: Values<F>, context: C) => Static<I>;
  readonly which?: never;
  readonly does?: never;
};
/** The values choose the act: `which: ({ what, address }) => deed(what === "proofs" ? removeProofs : …, { address })`. */
type OneOfSeveral<C, F, V> = {
  readonly which: (values: Values<F>, context: C) => Deed<V>;
  readonly act?: never;
  readonly input?: never;
  readonly does?: never;
};

/**
 * What the conventions cannot supply must be written: words that are missing, the input of an act that takes other names, a button’s label.
 * Nothing is asked while the compiler does not know the words or the fields yet: it would give up inferring them.
 */
type Left<C, F, I extends TSchema, M, N extends string> =
  unknown extends PageWordsOf<C>
    ? unknown
    : (M extends keyof PageWordsOf<C> | "" ? unknown : { readonly words: keyof PageWordsOf<C> }) &
        (FormWordsOf<C, M> extends { readonly go: string } ? unknown : { readonly go: unknown }) &
        (string extends keyof F ? unknown : Worded<FormWordsOf<C, M>, F> & Inputs<Values<F> & ParamsOf<C>, I, N>);
type Inputs<V, I extends TSchema, N extends string> = [V & { readonly [K in N]: string }] extends [Static<I>]
  ? unknown
  : { readonly input: unknown };
type ParamsOf<C> = C extends { readonly params: infer P } ? P : never;

type On<F> = Readonly<Record<string, keyof F & string>>;

/** A form that is no single act: a code that opens something, what a browser holds, an attempt retried until it meets no conflict. */
type Doing<C, F extends Asked, M, N> = Pick<
  FormOf<C, F, TSchema, unknown, M, N>,
  | "item"
  | "words"
  | "fields"
  | "action"
  | "begin"
  | "arranged"
  | "go"
  | "look"
  | "script"
  | "showing"
  | "beside"
  | "check"
  | "confirm"
> & {
  readonly act?: never;
  readonly which?: never;
  /** Where it leads, or the faults by field. */
  readonly does: (values: Values<F>, context: C, sent: Form) => Promise<DoneTo<F>>;
};

type Declared<C, F extends Asked, I extends TSchema, V, M, N> = FormOf<C, F, I, V, M, N> | Doing<C, F, M, N>;
/** Any form; its types were checked where it was declared. */
export type AnyForm<C> = Declared<C, Asked, TSchema, unknown, string, string>;
export type AnyDeed<C> = FormOf<C, Asked, TSchema, unknown>;
export type Declare<C> = <const F extends Asked, I extends TSchema, V, M extends string = "", N extends string = never>(
  form: Declared<C, F, I, V, M, N> & Left<C, F, I, M, N>,
) => AnyForm<C>;

/** Prints a form, for `item` where the page has several; `of` names the thing in the button, for screen readers. */
export type Print = (item?: string, options?: { readonly of?: string }) => Html;
export type Forms<K extends string> = {
  readonly form: Print;
  readonly also: Readonly<Record<K, Print>>;
  /** A form of the page was posted and is shown again. */
  readonly returned: boolean;
};

/** The page around the form; without `main`, the form alone. */
type Shown = Omit<PageParts, "main" | "error"> & {
  /** Where it differs from the title. */
  readonly heading?: string | Html;
  readonly main?: Html;
};

/** What a frame lays out: the error summary above everything, the message (`told`) below the heading. */
export type Framed = Omit<Shown, "main"> & {
  readonly main: Html;
  readonly summary: Html | undefined;
  readonly told: Html | undefined;
  readonly error: boolean;
};

export type Told = string | { readonly said: string; readonly color: "success" | "info" | "warning" };

export type FormPage<
  T extends string,
  W,
  S,
  F extends Asked,
  I extends TSchema,
  V,
  K extends string,
  M extends string = "",
  N extends string = never,
> = Pick<Page, "name" | "who" | "asksFirst" | "everywhere" | "timed" | "takesFiles" | "readsFiles"> & {
  readonly route: Route<T>;
  readonly words: (lang: Lang) => W;
  /** What the page is about, read with the form `sent`; `undefined` where it does not exist or this visitor may not see it. */
  readonly seen: (visit: Visit, params: Params<T>, sent: Form | undefined) => Promise<S | undefined>;
  readonly missing?: (visit: Visit) => PageResult | Promise<PageResult>;
  /** Query parameters that the posted form must keep, such as where the visitor came from. */
  readonly keeps?: (visit: Visit) => Readonly<Record<string, string>>;
  /** Where it redirects, once nothing is left to do here; a posted form is still the act’s to judge. */
  readonly elsewhere?: (context: At<S, W, Params<T>>) => Leads | undefined;
  /** The page for a form that came too late: not done, on a page that now redirects. */
  readonly late?: (visit: Visit, why: readonly string[]) => PageResult;
  readonly form?: Declared<At<S, W, Params<T>>, F, I, V, M, N> & NoInfer<Left<At<S, W, Params<T>>, F, I, M, N>>;
  /** Other forms of the same page, by the value of their `do`. */
  readonly also?: (form: Declare<At<S, W, Params<T>>>) => Readonly<Record<K, AnyForm<At<S, W, Params<T>>>>>;
  /** Messages after a redirect, by the word in `?fait=`; by default `done` of its words. */
  readonly told?: (context: At<S, W, Params<T>>) => Readonly<Record<string, Told>>;
  readonly shown: (context: At<S, W, Params<T>>, forms: Forms<K>) => Shown;
  /** Where it is not `plain`. */
  readonly frame?: (visit: Visit, parts: Framed) => Html;
};
