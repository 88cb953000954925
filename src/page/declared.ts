/** How a page that is a form is declared: what it knows, what its form asks, which act that performs, where it leads. */
import type { Static, TSchema } from "typebox";
import type { Act, Actor } from "../act/act.ts";
import type { Deed } from "./acting.ts";
import type { Html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { Catalogue } from "../law/finding.ts";
import type { SummaryRow } from "./form.ts";
import type { PageParts } from "./layout.ts";
import type { Form, Page, PageResult, Visit } from "./page.ts";
import type { Fields, Printed, Values } from "./field.ts";
import type { Params, Route } from "./route.ts";

/** What every part of a declaration is told: who is there, in which words, what the address names and what was seen of it. */
export type At<S, W, P> = {
  readonly visit: Visit;
  readonly lang: Lang;
  readonly words: W;
  readonly params: P;
  readonly seen: S;
  /** Of a form that a page shows once for each of several things: which of them. */
  readonly item: string;
};

/** A path below the school, from a route; or an answer of its own: what is shown once, a file. */
export type Leads = string | PageResult;
/** Said on the page, which is shown again; `shown` by it as it stands; or, where there is nothing to do there, where it leads. */
export type Otherwise = { readonly said: string } | { readonly shown: true } | { readonly to: string };

export type Button = {
  readonly label: string | Html;
  readonly variant?: "secondary" | "tertiary";
  readonly danger?: boolean;
};

/** What will be done, read over before it is. */
export type Check<F extends Fields = Fields> = {
  readonly title: string;
  /** Where it is not the title. */
  readonly heading?: string;
  readonly lead?: Html;
  readonly warning?: string | undefined;
  readonly rows?: readonly SummaryRow[];
  /** Where what was read says more than what was typed: as it stands here, whatever happens meanwhile. */
  readonly as?: Partial<Values<F>>;
  readonly go: string;
  /** The way back to what was typed. */
  readonly correct?: string;
  /** Where it is not that of the page. */
  readonly back?: string;
};

/** What is wrong, field by field. */
export type Wrong<F> = { readonly [K in keyof F]?: string };
/** The act did what it does, which is not what was hoped for: a try is counted, and the code was not that one. */
type NotThat<F> = { readonly wrong: Wrong<F> };
export type DoneTo<F> = Leads | NotThat<F>;

/** `C` is what it is told, `F` its fields, `I` the form of its act, `V` what the act gives back. */
export type FormOf<C, F extends Fields, I extends TSchema, V> = {
  /** Shown once for each of several things: the name of the hidden field that says for which. */
  readonly item?: string;
  readonly fields?: (at: C) => F;
  /** Where it is sent, unless to the address of its page as it stands: an address, as `visit.link` makes it. */
  readonly action?: (at: C) => string;
  /** What is filled in beforehand. */
  readonly begin?: (at: C) => Partial<Values<F>>;
  /** How the fields stand; one below the other where it does not say. */
  readonly arranged?: (printed: Printed<F>, at: C) => Html;
  /** Its button; without one, a script sends it and the page prints nothing of it. */
  readonly go?: (at: C) => string | Button;
  /** For a script alone, which is told this (`data-…`), shows the form and sends it. */
  readonly script?: (at: C) => Readonly<Record<string, string>>;
  /** Beside the button: another way out. */
  readonly beside?: (at: C) => Html;
  /** What is wrong with fields that are right one by one. */
  readonly check?: (values: Values<F>, at: C) => Wrong<F>;
  /** What is asked about before it is done, where it is. */
  readonly confirm?: (values: Values<F>, at: C) => Check<F> | undefined;

  /** Whoever the page knows better than the visit does: the holder of a secret. */
  readonly actor?: (at: C, values: Values<F>) => Actor;
  /** The field beside which stands what the act or a rule says of something that it calls otherwise. */
  readonly on?: On<F> | ((values: Values<F>) => On<F>);

  readonly done: (value: V, at: C, values: Values<F>) => DoneTo<F> | Promise<DoneTo<F>>;
  /** The fields are what is stored: where somebody saved in between, both values of each are shown. */
  readonly edits?: true;
  /** `current` is what the act says stands now. */
  readonly stale?: (at: C, current: unknown) => Otherwise;
  /** Where what the act says is read elsewhere. */
  readonly invalid?: (at: C) => Otherwise;
  /** The sentences of what the act may find against it; without them it finds nothing. */
  readonly sentences?: Catalogue;
  readonly refused?: (at: C) => Otherwise;
  readonly forbidden?: (at: C) => Otherwise;
} & (OneAct<C, F, I, V> | OneOfSeveral<C, F, V>);

type OneAct<C, F, I extends TSchema, V> = {
  /** Of an act that the house makes of what it gathers: where to find it. */
  readonly act: Act<I, V> | ((at: C) => Act<I, V>);
  readonly input: (values: Values<F>, at: C) => Static<I>;
  readonly which?: never;
  readonly does?: never;
};
/** Which act is what the form asks: `which: ({ what, address }) => deed(what === "proofs" ? removeProofs : …, { address })`. */
type OneOfSeveral<C, F, V> = {
  readonly which: (values: Values<F>, at: C) => Deed<V>;
  readonly act?: never;
  readonly input?: never;
  readonly does?: never;
};

type On<F> = Readonly<Record<string, keyof F & string>>;

/** What is no single act: a code that opens something, what a browser holds, what is tried again until nobody was quicker. */
type Doing<C, F extends Fields> = Pick<
  FormOf<C, F, TSchema, unknown>,
  "item" | "fields" | "action" | "begin" | "arranged" | "go" | "script" | "beside" | "check" | "confirm"
> & {
  readonly act?: never;
  readonly which?: never;
  /** Where it leads, or what is wrong with which field. */
  readonly does: (values: Values<F>, at: C, sent: Form) => Promise<DoneTo<F>>;
};

type Declared<C, F extends Fields, I extends TSchema, V> = FormOf<C, F, I, V> | Doing<C, F>;
/** A form among others, whose types were checked where it was declared. */
export type AnyForm<C> = Declared<C, Fields, TSchema, unknown>;
export type AnyDeed<C> = FormOf<C, Fields, TSchema, unknown>;
export type Declare<C> = <F extends Fields, I extends TSchema, V>(form: Declared<C, F, I, V>) => AnyForm<C>;

/** Prints a form; of one that is shown for several things, that for one of them, whose button says to a listener which it is `of`. */
export type Print = (item?: string, options?: { readonly of?: string }) => Html;
export type Forms<K extends string> = {
  readonly form: Print;
  readonly also: Readonly<Record<K, Print>>;
  /** One of them comes back with something to be said of it. */
  readonly returned: boolean;
};

/** The page around the form, which is all of it where no `main` is given. */
type Shown = Omit<PageParts, "main" | "error"> & {
  /** Where it is not the title. */
  readonly heading?: string | Html;
  readonly main?: Html;
};

/** What a frame puts together: above everything the summary of errors, below the heading what is told. */
export type Framed = Omit<Shown, "main"> & {
  readonly main: Html;
  readonly summary: Html | undefined;
  readonly told: Html | undefined;
  readonly error: boolean;
};

type Told = string | { readonly said: string; readonly color: "success" | "info" | "warning" };

export type FormPage<T extends string, W, S, F extends Fields, I extends TSchema, V, K extends string> = Pick<
  Page,
  "name" | "who" | "fresh" | "everywhere" | "timed" | "takesFiles" | "readsFiles"
> & {
  readonly route: Route<T>;
  readonly words: (lang: Lang) => W;
  /** What the page is about, and what was `sent` means there; `undefined` where it is not there, or not for this visitor. */
  readonly seen: (visit: Visit, params: Params<T>, sent: Form | undefined) => Promise<S | undefined>;
  readonly missing?: (visit: Visit) => PageResult | Promise<PageResult>;
  /** What its address says beside its path, and a form that is sent from it must say too: where one came from. */
  readonly keeps?: (visit: Visit) => Readonly<Record<string, string>>;
  /** Where it leads instead of being shown, once there is nothing to do here; what was sent is left to the act to judge. */
  readonly elsewhere?: (at: At<S, W, Params<T>>) => Leads | undefined;
  /** What is said of a form that was sent too late: it was not done, and the page would lead elsewhere. */
  readonly late?: (visit: Visit, why: readonly string[]) => PageResult;
  readonly form?: Declared<At<S, W, Params<T>>, F, I, V>;
  /** Other forms of the same page, by what `do` says in them. */
  readonly also?: (form: Declare<At<S, W, Params<T>>>) => Readonly<Record<K, AnyForm<At<S, W, Params<T>>>>>;
  /** What was done, by the word that `?fait=` of the address brings back. */
  readonly told?: (at: At<S, W, Params<T>>) => Readonly<Record<string, Told>>;
  readonly shown: (at: At<S, W, Params<T>>, forms: Forms<K>) => Shown;
  /** Unless it is the plain one. */
  readonly frame?: (visit: Visit, parts: Framed) => Html;
};
