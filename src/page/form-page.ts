/**
 * A form page, from its declaration (`declared.ts`): shown, read, shown again with errors and everything typed, confirmed where asked, done
 * once per form sent, and redirected. Links are typed routes, fields are values.
 */
import { isDeepStrictEqual } from "node:util";
import type { TSchema } from "typebox";
import { carriedLines } from "../act/shows.ts";
import { type Html, html } from "../kit/html.ts";
import { own } from "../kit/own.ts";
import { type Deed, deed, SHOWN, wasAnswered } from "./acting.ts";
import { cameFrom, goingOn } from "./back.ts";
import { button, errorSummary, type FieldError, form as postForm, summaryList } from "./form.ts";
import type { Form, Page, PageResult, Visit } from "./page.ts";
import type {
  AnyDeed,
  AnyForm,
  At,
  Check,
  Declare,
  DoneTo,
  FormPage,
  Forms,
  Framed,
  Leads,
  Print,
  Told,
  Wrong,
} from "./declared.ts";
import {
  type Asked,
  askingAgain,
  differences,
  type Fields,
  filled,
  formWith,
  type Naming,
  readFields,
  type Values,
} from "./field.ts";
import { controlOf, notDone } from "./outcome.ts";
import {
  alert,
  begun,
  bothValues,
  carriedOn,
  changedLines,
  fieldsOf,
  namingOf,
  plain,
  printForm,
  sentTo,
  unpacked,
} from "./print-form.ts";
import { ownParams, type Params } from "./route.ts";
import { MORE } from "./rows.ts";
import { PAGE_WORDS } from "./words.ts";

/** The buttons of the confirmation page. */
const CONFIRM = "confirm";
const CORRECT = "correct";

/** A form shown again: which one, as it was typed, with its messages. */
type Sending = {
  readonly key: string | undefined;
  readonly item: string;
  readonly typed: Form;
  readonly errors?: readonly FieldError[];
  readonly told?: Html | undefined;
  /** Why it was not done. */
  readonly why?: readonly string[];
  readonly status?: number;
  /** What was shown has changed: the page says both, where it would lead elsewhere otherwise. */
  readonly stays?: boolean;
};

export function formPage<
  const T extends string,
  W,
  S,
  F extends Asked,
  I extends TSchema,
  V,
  K extends string = never,
  M extends string = "",
  N extends string = never,
>(page: FormPage<T, W, S, F, I, V, K, M, N>): Page {
  type Here = At<S, W, Params<T>>;
  const declare: Declare<Here> = (one) => one as unknown as AnyForm<Here>;
  const others: Readonly<Record<string, AnyForm<Here>>> = page.also?.(declare) ?? {};
  const main = page.form as AnyForm<Here> | undefined;
  for (const form of [...(main ? [main] : []), ...Object.values(others)]) heldToShowing(page.name, form);

  const keptOf = (visit: Visit) => {
    const from = cameFrom(visit);
    return { ...(from !== undefined && { de: from }), ...page.keeps?.(visit) };
  };

  const hereOf = async (visit: Visit, sent?: Form): Promise<Here | PageResult> => {
    const params = ownParams(page.route, visit.params);
    const seen = await page.seen(visit, params, sent);
    if (seen === undefined) return page.missing?.(visit) ?? { notFound: true };
    const { lang } = visit;
    return { visit, lang, words: page.words(lang), params, seen, item: "" };
  };

  const partsOf = (context: Here, sending?: Sending) => {
    const printer = (key: string | undefined, form: AnyForm<Here>): Print => {
      return (item = "", { of } = {}) => {
        const mine = sending && sending.key === key && sending.item === item ? sending : undefined;
        return printForm(
          form,
          { ...context, item },
          { key, of, typed: mine?.typed, errors: mine?.errors ?? [], keeps: keptOf(context.visit) },
        );
      };
    };
    const also = Object.fromEntries(Object.entries(others).map(([key, form]) => [key, printer(key, form)]));
    const nothing: Print = () => html``;
    const returned = sending !== undefined;
    const forms = { form: main ? printer(undefined, main) : nothing, also, returned } as Forms<K>;
    const shown = page.shown(context, forms);
    return { ...shown, main: shown.main ?? forms.form() };
  };

  const show = (context: Here, sending?: Sending): PageResult => {
    const elsewhere = sending?.stays ? undefined : page.elsewhere?.(context);
    const why = sending?.why;
    if (elsewhere !== undefined) return (why && page.late?.(context.visit, why)) ?? leads(context.visit, elsewhere);
    const { errors = [], status = errors.length > 0 ? 422 : 200 } = sending ?? {};
    const told = sending ? sending.told : toldOf(page.told?.(context) ?? doneIn(context.words), context.visit);
    const summary = errorSummary(errors, context.lang);
    return framed(context, { ...partsOf(context, sending), summary, told, error: errors.length > 0 }, status);
  };

  const framed = ({ visit }: Here, parts: Framed, status: number) => ({
    html: (page.frame ?? plain)(visit, parts),
    status,
  });

  const checking = (context: Here, form: AnyForm<Here>, { typed: sent, key }: Sending, check: Check): PageResult => {
    const { title, heading = title, lead, warning, rows, as, go, correct = PAGE_WORDS[context.lang].correct } = check;
    const fields = fieldsOf(form, context);
    const read = as === undefined ? sent : filled(fields, as, namingOf(context), sent);
    const buttons = html`${button(go, { name: "do", value: CONFIRM })}${button(correct, { name: "do", value: CORRECT, variant: "secondary" })}`;
    const shown = check.showing ? carriedLines(check.showing) : sent.get(SHOWN);
    const { hidden, action } = sentTo(form, context, keptOf(context.visit), shown);
    const carried = carriedOn(read, fields, namingOf(context));
    const main = html`${lead}${warning !== undefined && html`<p class="ds-alert" data-color="warning">${warning}</p>`}
${rows && summaryList(rows, context.lang)}
${postForm(context.visit, html`${carried}<div class="actions">${buttons}</div>`, { action, hidden: { ...(key !== undefined && { do: key }), ...hidden } })}`;
    const { back = partsOf(context).back } = check;
    const parts = { title, heading, main, summary: undefined, told: undefined, error: false, ...(back && { back }) };
    return { ...framed(context, parts, 200), reshown: true };
  };

  /** The form that was sent, of those of the page, and the thing that it is for. */
  const sentForm = (sent: Form) => {
    const key = sent.all("do").find((value) => Object.hasOwn(others, value));
    const form = key === undefined ? main : others[key];
    return form && { key, form, item: form.item === undefined ? "" : sent.get(form.item).slice(0, 100) };
  };

  const again = async (visit: Visit, posted: Form, why: string): Promise<PageResult> => {
    const sent = unpacked(posted);
    const before = await hereOf(visit, sent);
    const found = sentForm(sent);
    if (!("visit" in before) || !found || page.elsewhere?.(before) !== undefined) return { notFound: true };
    const { key, item } = found;
    return show(before, { key, item, typed: sent, told: alert(why, "warning") });
  };

  const submit = async (visit: Visit, posted: Form): Promise<PageResult> => {
    const sent = unpacked(posted);
    const before = await hereOf(visit, sent);
    if (!("visit" in before)) return before;
    const pressed = sent.all("do");
    const found = sentForm(sent);
    if (!found) return { notFound: true };
    const { key, form, item } = found;
    const context = { ...before, item };
    const fields = fieldsOf(form, context);
    const named = namingOf(context);
    const sending = { key, item, typed: sent };
    const wrong = (errors: readonly FieldError[]) =>
      show(context, { ...sending, errors: askingAgain(fields, errors, named) });
    if (pressed.includes(CORRECT) || pressed.includes(MORE)) return show(context, sending);
    const reading = { named, lang: context.lang };
    const read = readFields(fields, sent, reading);
    const asSent = form.does ? read : readFields(fields, sent, { ...reading, repeated: true });
    const beside = (faults: Wrong<Fields>) => besideFields(faults, fields, named);
    const errors = read.errors.length > 0 ? read.errors : beside(form.check?.(read.values, context) ?? {});
    // What it did the first time may be why it could not be done now: the same form gets its first answer.
    const isChosenGone = Object.entries(fields).some(
      ([key, { readAsSent }]) => readAsSent && !isDeepStrictEqual(asSent.values[key], read.values[key]),
    );
    const mayRepeat = (errors.length > 0 || isChosenGone) && asSent.errors.length === 0 && !form.does;
    const isRepeated = mayRepeat && (await wasAnswered(visit, sent, form.actor?.(context, asSent.values)));
    const { values } = isRepeated ? asSent : read;
    if (errors.length > 0 && !isRepeated) return wrong(errors);
    const check = isRepeated || pressed.includes(CONFIRM) ? undefined : await form.confirm?.(values, context);
    if (check) return checking(context, form, sending, check);
    const ended = (to: DoneTo<Fields>) =>
      typeof to === "object" && "wrong" in to ? wrong(beside(to.wrong)) : leads(visit, to);
    if (form.does) return ended(await form.does(values, context, sent));
    const actor = form.actor?.(context, values);
    const outcome = await deedOf(form, values, context)(visit, { sent, ...(actor && { actor }) });
    if (outcome.kind === "done") {
      if (typeof form.done === "function") return ended(await form.done(outcome.value, context, values));
      return leads(visit, page.route.to(context.params, form.done === undefined ? {} : { fait: form.done }));
    }
    if (isRepeated && errors.length > 0) return wrong(errors);
    const again = notDone(outcome, { form, at: context, lang: context.lang, fields, named, sent, values });
    if ("to" in again) return leads(visit, again.to);
    if ("notFound" in again) return again;
    // The current state, which may differ from what the page read before the act.
    const now = await hereOf(visit, sent);
    if (!("visit" in now)) return now;
    const { status, notice } = again;
    const theirs = begun(form, { ...now, item });
    const told = again.changed
      ? changedLines(again.changed, context.lang)
      : again.both
        ? bothValues(differences(fields, { yours: sent, theirs, named, lang: context.lang }), context.lang)
        : notice && alert(notice.said, notice.color);
    // From here on, the user has seen this version.
    const typed = outcome.kind === "stale" ? formWith(sent, carriedIn(fields, theirs, named)) : sent;
    const why = [
      ...again.errors.map(({ message }) => message),
      ...(notice ? [notice.said] : []),
      ...(again.changed ? [PAGE_WORDS[context.lang].changedSince] : []),
    ];
    const shownAgain = askingAgain(fields, again.errors, named);
    return show(now, { ...sending, typed, errors: shownAgain, told, why, status, stays: again.changed !== undefined });
  };

  const { name, who, asksFirst, everywhere, timed, takesFiles, readsFiles } = page;
  return {
    name,
    path: page.route.path,
    ...(who && { who }),
    ...(asksFirst && { asksFirst }),
    ...(everywhere && { everywhere }),
    ...(timed && { timed }),
    ...(takesFiles && { takesFiles }),
    ...(readsFiles !== undefined && { readsFiles }),
    view: async (visit) => {
      const context = await hereOf(visit);
      return "visit" in context ? show(context) : context;
    },
    // A page without any form takes no POST.
    ...((main || Object.keys(others).length > 0) && { submit, again }),
  };
}

/** A form whose act compares what was shown says what its page shows, or what its confirmation does. */
function heldToShowing<C>(page: string, { act, showing, confirm }: AnyForm<C>): void {
  const lines = typeof act === "object" && act.shows && "lines" in act.shows;
  if (lines && !showing && !confirm)
    throw new Error(`${page}: its form says nothing of what ${act.name} compares (showing)`);
}

function carriedIn(fields: Fields, theirs: Form, named: Naming): Record<string, string> {
  const names = Object.keys(fields).filter((key) => fields[key]!.carried);
  return Object.fromEntries(names.map((key) => [named(key), theirs.get(named(key))]));
}

function deedOf<S, W, P extends object>(
  form: AnyDeed<At<S, W, P>>,
  values: Values<Fields>,
  context: At<S, W, P>,
): Deed<unknown> {
  if (form.which) return form.which(values, context);
  const act = typeof form.act === "function" ? form.act(context) : form.act;
  if (form.input) return deed(act, form.input(values, context));
  const byName = { ...values, ...context.params, ...(form.item !== undefined && { [form.item]: context.item }) };
  const { properties: asked = {} } = act.form as { readonly properties?: object };
  return deed(act, Object.fromEntries(Object.entries(byName).filter(([name]) => Object.hasOwn(asked, name))));
}

function besideFields(wrong: Wrong<Fields>, fields: Fields, named: Naming): FieldError[] {
  return Object.entries(wrong).flatMap(([key, message]) =>
    message === undefined ? [] : [{ field: controlOf(fields, key, named), message }],
  );
}

function leads(visit: Visit, to: Leads): PageResult {
  return typeof to === "string" ? { redirect: visit.link(goingOn(visit, to)) } : to;
}

function toldOf(told: Readonly<Record<string, unknown>>, { query }: Visit): Html | undefined {
  const message = own(told, query.fait) as Told | undefined;
  if (message === undefined) return undefined;
  return typeof message === "string" ? alert(message, "success") : alert(message.said, message.color);
}

/** The messages that the page’s words have under `done`. */
function doneIn(words: unknown): Readonly<Record<string, unknown>> {
  const { done = {} } = words as { readonly done?: unknown };
  const messages = Object.entries(typeof done === "object" ? done! : {});
  return Object.fromEntries(messages.filter(([, message]) => typeof message === "string"));
}
