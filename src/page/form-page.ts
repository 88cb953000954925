/**
 * A page that is a form, from its declaration (`declared.ts`): shown, read, said to be wrong with everything that was typed,
 * read over where that was asked, done once for one sending, and led on from. Its links are typed routes, its fields values.
 */
import type { TSchema } from "typebox";
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { own } from "../kit/own.ts";
import { act } from "../web/acting.ts";
import { button, errorSummary, type FieldError, form as postForm, summaryList, table } from "../web/form.ts";
import { layout } from "../web/layout.ts";
import type { Form, Page, PageResult, Visit } from "../web/page.ts";
import type { AnyForm, At, Button, Check, Declare, FormPage, Forms, Framed, Leads, Print } from "./declared.ts";
import {
  type Difference,
  differences,
  type Fields,
  filled,
  formWith,
  type Naming,
  printFields,
  readFields,
} from "./field.ts";
import { controlOf, notDone } from "./outcome.ts";
import type { Params } from "./route.ts";
import { PAGE_WORDS } from "./words.ts";

/** The buttons of what is asked about before it is done. */
const CONFIRM = "confirm";
const CORRECT = "correct";

/** A form that comes back: which, as it was typed, and what is to be said of it. */
type Sending = {
  readonly key: string | undefined;
  readonly item: string;
  readonly typed: Form;
  readonly errors?: readonly FieldError[];
  readonly told?: Html | undefined;
  readonly status?: number;
};

export function formPage<
  const T extends string,
  W,
  S,
  F extends Fields,
  I extends TSchema,
  V,
  K extends string = never,
>(page: FormPage<T, W, S, F, I, V, K>): Page {
  type Here = At<S, W, Params<T>>;
  const declare: Declare<Here> = (one) => one as unknown as AnyForm<Here>;
  const others: Readonly<Record<string, AnyForm<Here>>> = page.also?.(declare) ?? {};
  const main = page.form && declare(page.form);

  const hereOf = async (visit: Visit): Promise<Here | PageResult> => {
    const params = visit.params as Params<T>;
    const seen = await page.seen(visit, params);
    if (seen === undefined) return page.missing?.(visit) ?? { notFound: true };
    const { lang } = visit;
    return { visit, lang, words: page.words(lang), params, seen, item: "" };
  };

  const partsOf = (at: Here, sending?: Sending) => {
    const printer = (key: string | undefined, form: AnyForm<Here>): Print => {
      return (item = "", { of } = {}) => {
        const mine = sending && sending.key === key && sending.item === item ? sending : undefined;
        return printForm(form, { ...at, item }, { key, of, typed: mine?.typed, errors: mine?.errors ?? [] });
      };
    };
    const also = Object.fromEntries(Object.entries(others).map(([key, form]) => [key, printer(key, form)]));
    const nothing: Print = () => html``;
    const forms = { form: main ? printer(undefined, main) : nothing, also } as Forms<K>;
    const shown = page.shown(at, forms);
    return { ...shown, main: shown.main ?? forms.form() };
  };

  const show = (at: Here, sending?: Sending): PageResult => {
    const elsewhere = page.elsewhere?.(at);
    if (elsewhere !== undefined) return leads(at.visit, elsewhere);
    const { errors = [], status = errors.length > 0 ? 422 : 200 } = sending ?? {};
    const told = sending ? sending.told : toldOf(page.told?.(at), at.visit);
    const summary = errorSummary(errors, at.lang);
    return framed(at, { ...partsOf(at, sending), summary, told, error: errors.length > 0 }, status);
  };

  const framed = ({ visit }: Here, parts: Framed, status: number): PageResult => ({
    html: (page.frame ?? plain)(visit, parts),
    status,
  });

  const checking = (at: Here, form: AnyForm<Here>, sent: Form, key: string | undefined, check: Check): PageResult => {
    const { title, lead, warning, rows, go, correct = PAGE_WORDS[at.lang].correct } = check;
    const buttons = html`${button(go, { name: "do", value: CONFIRM })}${button(correct, { name: "do", value: CORRECT, variant: "secondary" })}`;
    const main = html`${lead}${warning !== undefined && html`<p class="ds-alert" data-color="warning">${warning}</p>`}
${summaryList(rows, at.lang)}
${postForm(at.visit, html`${carriedOn(sent)}<div class="actions">${buttons}</div>`, { hidden: { ...(key !== undefined && { do: key }), ...hiddenOf(form, at) } })}`;
    const { back } = partsOf(at);
    const parts = { title, main, summary: undefined, told: undefined, error: false, ...(back && { back }) };
    return framed(at, parts, 200);
  };

  const submit = async (visit: Visit, sent: Form): Promise<PageResult> => {
    const found = await hereOf(visit);
    if (!("visit" in found)) return found;
    const pressed = sent.all("do");
    const key = pressed.find((one) => Object.hasOwn(others, one));
    const form = key === undefined ? main : others[key];
    if (!form) return { notFound: true };
    const item = form.item === undefined ? "" : sent.get(form.item).slice(0, 100);
    const at = { ...found, item };
    const fields = form.fields?.(at) ?? {};
    const named = namingOf(at);
    const sending = { key, item, typed: sent };
    if (pressed.includes(CORRECT)) return show(at, sending);
    const read = readFields(fields, sent, named);
    const errors = read.errors.length > 0 ? read.errors : checked(form, at, read.values, fields);
    if (errors.length > 0) return show(at, { ...sending, errors });
    const check = pressed.includes(CONFIRM) ? undefined : form.confirm?.(read.values, at);
    if (check) return checking(at, form, sent, key, check);
    const actor = form.actor?.(at);
    const outcome = await act(visit, form.act, form.input(read.values, at), { sent, ...(actor && { actor }) });
    if (outcome.kind === "done") return leads(visit, await form.done(outcome.value, at));
    const again = notDone(outcome, { form, at, lang: at.lang, fields, named });
    if ("to" in again) return { redirect: visit.link(again.to) };
    if ("notFound" in again) return again;
    // What stands now, which may be something else than what was there before.
    const now = await hereOf(visit);
    if (!("visit" in now)) return now;
    const { status, notice } = again;
    const theirs = begun(form, { ...now, item });
    const told = again.both
      ? bothValues(differences(fields, { yours: sent, theirs, named, lang: at.lang }), at.lang)
      : notice && alert(notice.said, notice.color);
    // From here on, it is this version that was seen.
    const typed = outcome.kind === "stale" ? formWith(sent, carriedIn(fields, theirs, named)) : sent;
    return show(now, { ...sending, typed, errors: again.errors, told, status });
  };

  const { name, who, fresh, timed } = page;
  return {
    name,
    path: page.route.path,
    ...(who && { who }),
    ...(fresh && { fresh }),
    ...(timed && { timed }),
    view: async (visit) => {
      const at = await hereOf(visit);
      return "visit" in at ? show(at) : at;
    },
    submit,
  };
}

type Sent = {
  readonly key: string | undefined;
  readonly of: string | undefined;
  readonly typed: Form | undefined;
  readonly errors: readonly FieldError[];
};

function printForm<S, W, P>(form: AnyForm<At<S, W, P>>, at: At<S, W, P>, { key, of, typed, errors }: Sent): Html {
  const { visit, lang } = at;
  const fields = form.fields?.(at) ?? {};
  const printed = printFields(fields, { typed: typed ?? begun(form, at), errors, lang, named: namingOf(at) });
  const carried = Object.keys(fields).filter((name) => fields[name]!.carried);
  const arranged = form.arranged
    ? html`${form.arranged(printed, at)}${carried.map((name) => printed[name])}`
    : html`${Object.values(printed)}`;
  const { label, ...look } = buttonOf(form.go(at));
  const said = of === undefined ? label : html`${label}<span class="ds-sr-only"> ${of}</span>`;
  // Which form of the page it is, its button says.
  const pressed = key === undefined ? look : { ...look, name: "do", value: key };
  const actions = html`<div class="actions">${button(said, pressed)}${form.beside?.(at)}</div>`;
  return postForm(visit, html`${arranged}${actions}`, { hidden: hiddenOf(form, at) });
}

function buttonOf(go: string | Button): Button {
  return typeof go === "string" ? { label: go } : go;
}

function hiddenOf<S, W, P>({ item }: AnyForm<At<S, W, P>>, at: At<S, W, P>): Record<string, string> {
  return item === undefined ? {} : { [item]: at.item };
}

/** A page may show the same form for several things: each has controls of its own. */
function namingOf({ item }: { readonly item: string }): Naming {
  return (name) => (item === "" ? name : `${name}-${item.replaceAll(":", "-")}`);
}

function begun<S, W, P>(form: AnyForm<At<S, W, P>>, at: At<S, W, P>): Form {
  return filled(form.fields?.(at) ?? {}, form.begin?.(at) ?? {}, namingOf(at));
}

function carriedIn(fields: Fields, theirs: Form, named: Naming): Record<string, string> {
  const names = Object.keys(fields).filter((key) => fields[key]!.carried);
  return Object.fromEntries(names.map((key) => [named(key), theirs.get(named(key))]));
}

function checked<S, W, P>(
  form: AnyForm<At<S, W, P>>,
  at: At<S, W, P>,
  values: Parameters<AnyForm<At<S, W, P>>["input"]>[0],
  fields: Fields,
): FieldError[] {
  const wrong = Object.entries(form.check?.(values, at) ?? {});
  return wrong.flatMap(([key, message]) =>
    message === undefined ? [] : [{ field: controlOf(fields, key, namingOf(at)), message }],
  );
}

/** What was sent, carried to where it is confirmed. */
function carriedOn(sent: Form): Html {
  const names = [...new Set(sent.names)].filter((name) => !name.startsWith("_") && name !== "do");
  return html`${names.flatMap((name) => sent.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}`;
}

function leads(visit: Visit, to: Leads): PageResult {
  return typeof to === "string" ? { redirect: visit.link(to) } : to;
}

function toldOf(
  told:
    | ReturnType<NonNullable<FormPage<string, unknown, unknown, Fields, TSchema, unknown, never>["told"]>>
    | undefined,
  { query }: Visit,
): Html | undefined {
  const one = told && own(told, query.fait);
  if (one === undefined) return undefined;
  return typeof one === "string" ? alert(one, "success") : alert(one.said, one.color);
}

function alert(said: string, color: "success" | "info" | "warning" | "danger"): Html {
  return html`<p class="ds-alert" data-color="${color}" tabindex="-1" autofocus>${said}</p>`;
}

function bothValues(differing: readonly Difference[], lang: Lang): Html {
  const words = PAGE_WORDS[lang];
  const list = table({
    id: "differences",
    caption: words.staleCaption,
    head: [words.staleField, words.staleYours, words.staleTheirs],
    rows: differing.map(({ label, yours, theirs }) => [label, yours || words.nothing, theirs || words.nothing]),
    stacks: true,
  });
  return html`<section class="ds-alert" data-color="warning" tabindex="-1" autofocus aria-labelledby="clash"><h2 id="clash">${words.stale}</h2><p>${words.staleWhy}</p>
${differing.length > 0 && list}</section>`;
}

/** A question may be the heading of its page; otherwise the title is, or what is said instead. */
function plain(visit: Visit, { heading, lead, summary, told, main, title, ...parts }: Framed): Html {
  const own = main.text.includes("<h1");
  const top =
    !own && html`<h1>${heading ?? title}</h1>${told}${lead !== undefined && html`<p class="lead">${lead}</p>`}`;
  return layout(visit, { ...parts, title, main: html`${summary}${top}${own && told}${main}` });
}
