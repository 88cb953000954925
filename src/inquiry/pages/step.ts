/**
 * One question per page. A step declares its display, parsing and storage; here is what all steps share: loading the inquiry, keeping
 * faulty input, showing both values on a concurrent save, and going to the next question.
 */
import { createHash } from "node:crypto";
import { canonical } from "../../kit/canonical.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Diploma } from "../../law/diploma.ts";
import type { Permission } from "../../act/permissions.ts";
import type { Lang } from "../../kit/lang.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form as formOf,
  type Further,
  furtherQuestions,
  linkButton,
  sayFurther,
} from "../../page/form.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { page } from "./frame.ts";
import { type Draft, known, withoutTyped, withTyped } from "../rules/draft.ts";
import { savingWords } from "../saving-words.ts";
import { asksJson, autosaving, kept, notKept, SAID } from "./autosave.ts";
import { type Words, wordsOf } from "./words.ts";

/**
 * A way through the questions: may I apply, my path with its price (`journeys.ts`); and later modules that ask the same questions for a
 * submission.
 */
export type Journey = {
  /** Of its pages. */
  readonly name: string;
  /** The pattern of its address, which its steps extend. */
  readonly path: string;
  /** Absent for a public journey, without an account. */
  readonly who?: Permission;
  readonly title: (lang: Lang) => string;
  /** Whether it asks hypothetically, or for an application. */
  readonly voice: "asking" | "dossier";
  /** The stored answers, or a page to show instead; `begin`: there is an answer to store. */
  readonly holdingOf: (visit: Visit, begin: boolean) => Promise<Holding | PageResult>;
  /** Faulty or partial input is stored too, to be completed later. */
  readonly keeps: boolean;
  /** The questions asked in a row, of those that this diploma has. */
  readonly runs: (questions: readonly string[]) => readonly (readonly string[])[];
  /** Where the last question of a run leads, and the back link of the first. */
  readonly end: string;
  readonly start: string;
  /** By step name, a preliminary result shown below its question. */
  readonly sofar?: Readonly<Record<string, (at: At) => Html | false>>;
};

/**
 * The stored answers of a journey; `save` returns false after a concurrent save. The visit is under the law that applies: today's for an
 * inquiry, the intake's for a dossier.
 */
export type Holding = {
  readonly visit: Visit;
  readonly draft: Draft;
  readonly save: (draft: Draft) => Promise<boolean>;
};

export type At = {
  readonly visit: Visit;
  readonly journey: Journey;
  readonly law: Diploma;
  readonly draft: Draft;
  /** The number in the address; 0 if the step has none. */
  readonly item: number;
  readonly words: Words;
  /** The path, below the school, of a page of this journey: `titres`, `titre/3`; `""`: its first page. */
  readonly below: (step: string) => string;
  /** The same as an address. */
  readonly to: (step: string) => string;
};

/** `T`: the form's value as text; it must be plain data. */
export type Step<T> = {
  readonly name: string;
  /** Whether the addressed item exists; if not, redirects to `otherwise`. */
  readonly applies?: (at: At) => boolean;
  readonly otherwise?: string;
  readonly heading: (at: At) => string;
  readonly shown: (at: At) => T;
  readonly read: (form: Form, at: At) => T;
  readonly check: (value: T, at: At) => readonly FieldError[];
  /**
   * For journeys that store faulty input: the draft without the faulty parts, so that they are asked again; the value is stored beside it
   * as typed. Absent if only a choice can be missing.
   */
  readonly partly?: (value: T, errors: readonly FieldError[], at: At) => Draft;
  /** Converts what an older version stored as typed. */
  readonly earlier?: (typed: unknown, at: At) => unknown;
  /** Set if text is typed here, which journeys that keep it autosave. */
  readonly typed?: true;
  readonly store: (value: T, at: At) => Draft;
  /** What was said asks for more on the same page, which is then shown again, without a fault: the questions that are new there. */
  readonly asksMore?: (value: T, form: Form, at: At) => readonly Further[];
  readonly body: (value: T, errors: readonly FieldError[], at: At) => Html;
  /** Set if the body has no heading of its own, since a list shows it too. */
  readonly headed?: true;
  /** The value in words, for a concurrent save. */
  readonly say: (value: T, at: At) => string;
  readonly next: (value: T, at: At) => string;
  readonly back: (at: At) => string;
};

/** Where to go after any question instead of the next. */
export type Settled = (at: At) => string | undefined;

const STEP_FIELDS = new Set(["_csrf", "_seen"]);

export function stepPage<T>(journey: Journey, step: Step<T>, settled?: Settled): Page {
  return {
    name: `${journey.name}-${step.name.replace("/:item", "")}`,
    path: `${journey.path}/${step.name}`,
    ...(journey.who && { who: journey.who }),
    view: async (visit) => {
      const holding = await journey.holdingOf(visit, false);
      if (!("draft" in holding)) return holding;
      const at = whereabouts(holding.visit, journey, holding.draft);
      if (step.applies && !step.applies(at)) return { redirect: at.to(step.otherwise ?? "") };
      const typed = typedOn(step, at);
      // What was stored as typed is shown again with its faults.
      return typed === undefined
        ? show(step, at, step.shown(at), [])
        : show(step, at, typed, step.check(typed, at), { status: 200 });
    },
    submit: (visit, form) => submit(settled ? { ...step, settled } : step, visit, journey, form),
  };
}

async function submit<T>(
  step: Step<T> & { readonly settled?: Settled },
  visit: Visit,
  journey: Journey,
  form: Form,
): Promise<PageResult> {
  const byScript = asksJson(visit);
  // If the inquiry is gone, its answer begins a new one, so that nothing is lost.
  const holding = await journey.holdingOf(visit, true);
  if (!("draft" in holding)) return byScript ? notKept(visit) : { notFound: true };
  const at = whereabouts(holding.visit, journey, holding.draft);
  if (step.applies && !step.applies(at)) return byScript ? notKept(visit) : { redirect: at.to(step.otherwise ?? "") };
  const value = step.read(form, at);
  const further = byScript ? [] : (step.asksMore?.(value, form, at) ?? []);
  if (further.length > 0) return show(step, at, value, [], { before: form.get("_seen"), further });
  const errors = step.check(value, at);
  const partly = journey.keeps ? step.partly : undefined;
  if (errors.length > 0 && !partly) return show(step, at, value, errors, { before: form.get("_seen") });
  const now = shownNow(step, at);
  if (form.get("_seen") !== seen(now) && seen(value) !== seen(now))
    return byScript ? { json: { stale: true }, status: 409 } : showBoth(step, at, form, now, value);
  const draft =
    errors.length === 0 || !partly
      ? withoutTyped(step.store(value, at), pageOf(step, at))
      : keptAsTyped(step, at, value, partly(value, errors, at));
  const saved = await holding.save(draft);
  // A concurrent save: reads and checks again.
  if (!saved) return submit(step, visit, journey, form);
  const updated = { ...at, draft: known(at.law, draft) };
  if (byScript) return kept(visit, seen(shownNow(step, updated)));
  if (form.get("_then") === "later") return { redirect: at.to("") };
  if (errors.length > 0 && typedOn(step, updated) === undefined)
    return show(step, updated, value, errors, { before: seen(shownNow(step, updated)) });
  return errors.length > 0
    ? // Its page shows what was kept with its faults; the browser can go back there, unlike to the answer to a form.
      { redirect: at.to(pageOf(step, at)) }
    : { redirect: at.to(step.settled?.(updated) ?? step.next(value, { ...at, draft })) };
}

/** The last part of the step's address: `periode/3`. */
function pageOf<T>({ name }: Step<T>, { item }: At): string {
  return name.replace(":item", String(item));
}

export function keptAsTyped<T>(step: Step<T>, at: At, value: T, draft: Draft): Draft {
  // A question viewed but left unchanged does not count as begun.
  if (step.typed && at.item === 0 && seen(value) === seen(shownNow(step, at))) return at.draft;
  return isTyped(step) ? withTyped(draft, pageOf(step, at), value) : draft;
}

/** Lists of titles or periods are shown from their items instead. */
function isTyped<T>({ name, typed }: Step<T>): boolean {
  return typed === true || name.includes(":item");
}

/** What was typed on this page and stored as invalid, if it has the page's present shape. */
function typedOn<T>(step: Step<T>, at: At): T | undefined {
  const stored = at.draft.typed?.[pageOf(step, at)];
  const typed = step.earlier?.(stored, at) ?? stored;
  return step.partly && isLike(typed, step.shown(at)) ? (typed as T) : undefined;
}

function shownNow<T>(step: Step<T>, at: At): T {
  return typedOn(step, at) ?? step.shown(at);
}

/** Whether two values are texts, or objects of texts, with the same keys. */
function isLike(value: unknown, like: unknown): boolean {
  if (typeof like !== "object" || like === null) return typeof value === typeof like;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(like).every(([name, one]) => isLike((value as Record<string, unknown>)[name], one));
}

export function whereabouts(visit: Visit, journey: Journey, draft: Draft): At {
  const law = visit.law.diploma;
  const { item = "" } = visit.params;
  const root = journey.path.replace(/:([a-z]+)/g, (_, name: string) => String(visit.params[name]));
  const below = (step: string) => `${root}${step && `/${step}`}`;
  return {
    visit,
    journey,
    law,
    draft: known(law, draft),
    item: /^\d{1,6}$/.test(item) ? Number(item) : 0,
    words: wordsOf(visit.lang),
    below,
    to: (step) => visit.link(below(step)),
  };
}

type Showing = {
  /** The fingerprint of the stored value when the form was first shown; an error does not renew it. */
  readonly before?: string;
  readonly status?: number;
  readonly further?: readonly Further[];
  /** What a list shows around the form of its next item. */
  readonly list?: {
    readonly page: string;
    readonly heading: string;
    readonly above: Html;
    readonly actions: Html;
    readonly below: Html | false;
    readonly back: string;
  };
};

export function show<T>(
  step: Step<T>,
  at: At,
  value: T,
  errors: readonly FieldError[],
  { before = seen(value), status = errors.length > 0 ? 422 : 200, further = [], list }: Showing = {},
): PageResult {
  const { visit, words, journey } = at;
  const save = savingWords[visit.lang];
  const keeps = journey.keeps && step.partly !== undefined && !list;
  const typing = journey.keeps && step.typed === true && !list;
  const heading = list?.heading ?? step.heading(at);
  const actions = html`<div class="actions">${list?.actions ?? button(keeps ? save.next : words.continue)}${keeps && button(save.later, { name: "_then", value: "later", variant: "secondary" })}</div>`;
  const main = html`${errorSummary(errors, visit.lang)}${furtherQuestions(further, visit.lang)}
${keeps && errors.length > 0 && isTyped(step) && html`<p>${save.savedAnyway}</p>`}
${(step.headed || list) && html`<h1>${heading}</h1>`}
${list?.above}
${formOf(visit, html`${step.body(value, errors, at)}${typing && SAID}${actions}`, {
  hidden: { _seen: before },
  ...(list && { action: at.to(list.page) }),
  ...(typing && { data: autosaving(visit) }),
})}
${list?.below}
${journey.sofar?.[list?.page ?? step.name]?.(at)}`;
  const asked = sayFurther(further, visit.lang);
  const title = `${asked === undefined ? "" : `${asked} – `}${heading} – ${journey.title(visit.lang)}`;
  const shown = page(
    visit,
    {
      title,
      main,
      error: errors.length > 0,
      back: list?.back ?? at.below(step.back(at)),
      ...(typing && { scripts: ["autosave"] as const }),
    },
    status,
  );
  // The page is anonymous: the browser may show it again on going back, instead of an error.
  return journey.who ? shown : { ...shown, reshown: true };
}

function showBoth<T>(step: Step<T>, at: At, form: Form, now: T, mine: T): PageResult {
  const { visit, words } = at;
  const sentFields = form.names
    .filter((name) => !STEP_FIELDS.has(name))
    .flatMap((name) => form.all(name).map((value) => [name, value] as const));
  const again = html`${sentFields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="actions">${button(words.stale.mine)}${linkButton(visit.link(visit.path), words.stale.other, "secondary")}</div>`;
  const main = html`<h1 class="ds-heading" data-size="lg">${words.stale.heading}</h1>
<p class="ds-paragraph">${words.stale.why}</p>
<dl class="summary">
<div><dt>${words.stale.question}</dt><dd>${step.heading(at)}</dd></div>
<div><dt>${words.stale.storedValue}</dt><dd>${step.say(now, at)}</dd></div>
<div><dt>${words.stale.yourValue}</dt><dd>${step.say(mine, at)}</dd></div>
</dl>
${formOf(visit, again, { hidden: { _seen: seen(now) } })}`;
  const title = `${words.stale.heading} – ${step.heading(at)}`;
  return page(visit, { title, main, back: at.below(step.back(at)) }, 409);
}

/** A fingerprint of the displayed value, independent of the order of keys. */
export function seen(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("base64url").slice(0, 22);
}
