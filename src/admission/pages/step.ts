/**
 * One question a page. A step says what it shows, what it reads and what it stores; here is what all steps share: the
 * inquiry found again, values kept when something is wrong, a save that was overtaken shown with both values, and then
 * the next question.
 */
import { createHash } from "node:crypto";
import { type Html, html } from "../../kit/html.ts";
import type { Diploma } from "../../law/diploma.ts";
import { button, errorSummary, type FieldError, form as formOf, linkButton } from "../../web/form.ts";
import type { Form, Page, PageResult, Visit } from "../../web/page.ts";
import { page } from "./frame.ts";
import { type Draft, EMPTY, known } from "../rules/draft.ts";
import { heldDossier } from "../dossier/pages/holding.ts";
import { beginInquiry, openInquiry, saveInquiry } from "./inquiry.ts";
import { type Words, wordsOf } from "./words.ts";

/** The ways through the questions: may I apply, my path with its price, and the dossier that is handed in. */
export type Journey = "candidater" | "parcours" | "dossier";

/** Those that anybody goes through, without an account. */
export type PublicJourney = Exclude<Journey, "dossier">;

/** Where the answers of a journey stand; `save` gives false where somebody saved since they were read. */
export type Holding = { readonly draft: Draft; readonly save: (draft: Draft) => Promise<boolean> };

/** An inquiry is begun by its first answer; a dossier is there or is not. */
async function holdingOf(visit: Visit, journey: Journey, begin: boolean): Promise<Holding | undefined> {
  if (journey === "dossier") return heldDossier(visit);
  const inquiry = (await openInquiry(visit)) ?? (begin ? await beginInquiry(visit, EMPTY) : undefined);
  return inquiry && { draft: inquiry.draft, save: (draft) => saveInquiry(visit, inquiry, draft) };
}

export type At = {
  readonly visit: Visit;
  readonly journey: Journey;
  readonly law: Diploma;
  readonly draft: Draft;
  /** The number in the address; 0 where the step has none. */
  readonly item: number;
  readonly words: Words;
  /** The path, below the school, of a page of this journey: `titres`, `titre/3`; `""` is its first. */
  readonly below: (step: string) => string;
  /** The same as an address. */
  readonly to: (step: string) => string;
};

/** `T` is what the form shows and takes, as text; it must be plain data. */
export type Step<T> = {
  readonly name: string;
  /** What the address asks for is there; otherwise the person goes to `otherwise`. */
  readonly applies?: (at: At) => boolean;
  readonly otherwise?: string;
  readonly heading: (at: At) => string;
  readonly shown: (at: At) => T;
  readonly read: (form: Form, at: At) => T;
  readonly check: (value: T, at: At) => readonly FieldError[];
  readonly store: (value: T, at: At) => Draft;
  readonly body: (value: T, errors: readonly FieldError[], at: At) => Html;
  /** In a dossier, below the question: what the answers come to so far. */
  readonly sofar?: (at: At) => Html | false;
  /** The value in words, for a save that was overtaken. */
  readonly say: (value: T, at: At) => string;
  readonly next: (value: T, at: At) => string;
  readonly back: (at: At) => string;
};

const STEP_FIELDS = new Set(["_csrf", "_seen"]);

export function stepPage<T>(journey: Journey, step: Step<T>): Page {
  return {
    name: `${journey}-${step.name.replace("/:item", "")}`,
    path: `/:diploma/${journey}${journey === "dossier" ? "/:dossier" : ""}/${step.name}`,
    ...(journey === "dossier" && { who: "apply" as const }),
    view: async (visit) => {
      const holding = await holdingOf(visit, journey, false);
      if (!holding) return { redirect: visit.link(`/${visit.params.diploma}/${journey}`) };
      const at = whereabouts(visit, journey, holding.draft);
      if (step.applies && !step.applies(at)) return { redirect: at.to(step.otherwise ?? "") };
      return show(step, at, step.shown(at), []);
    },
    submit: (visit, form) => submit(step, visit, journey, form),
  };
}

async function submit<T>(step: Step<T>, visit: Visit, journey: Journey, form: Form): Promise<PageResult> {
  // An answer is never lost because the inquiry was: it then begins a new one.
  const holding = await holdingOf(visit, journey, true);
  if (!holding) return { notFound: true };
  const at = whereabouts(visit, journey, holding.draft);
  if (step.applies && !step.applies(at)) return { redirect: at.to(step.otherwise ?? "") };
  const value = step.read(form, at);
  const errors = step.check(value, at);
  if (errors.length > 0) return show(step, at, value, errors, form.get("_seen"));
  const now = step.shown(at);
  if (form.get("_seen") !== seen(now) && seen(value) !== seen(now)) return showBoth(step, at, form, now, value);
  const draft = step.store(value, at);
  const saved = await holding.save(draft);
  // Somebody saved between our reading and our writing: read again, and judge again.
  if (!saved) return submit(step, visit, journey, form);
  return { redirect: at.to(step.next(value, { ...at, draft })) };
}

export function whereabouts(visit: Visit, journey: Journey, draft: Draft): At {
  const law = visit.law.diploma;
  const { item = "", dossier } = visit.params;
  const root = `/${visit.params.diploma}/${journey}${journey === "dossier" ? `/${dossier}` : ""}`;
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

/** `before` is what the person had seen stored when the form was first shown: an error does not renew it. */
function show<T>(step: Step<T>, at: At, value: T, errors: readonly FieldError[], before = seen(value)): PageResult {
  const { visit, words } = at;
  const main = html`${errorSummary(errors, visit.lang)}
${formOf(visit, html`${step.body(value, errors, at)}<div class="actions">${button(words.continue)}</div>`, { hidden: { _seen: before } })}
${at.journey === "dossier" && step.sofar?.(at)}`;
  const title = `${step.heading(at)} – ${words.journeys[at.journey]}`;
  return page(
    visit,
    { title, main, error: errors.length > 0, back: at.below(step.back(at)) },
    errors.length > 0 ? 422 : 200,
  );
}

function showBoth<T>(step: Step<T>, at: At, form: Form, now: T, mine: T): PageResult {
  const { visit, words } = at;
  const kept = form.names
    .filter((name) => !STEP_FIELDS.has(name))
    .flatMap((name) => form.all(name).map((value) => [name, value] as const));
  const again = html`${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
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

function seen(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("base64url")
    .slice(0, 22);
}
