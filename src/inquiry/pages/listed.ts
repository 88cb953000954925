/** A list of declared items, titles or periods, with the form of the next one below it, on one page; and the removal of one. */
import { canonical } from "../../kit/canonical.ts";
import { type Html, html } from "../../kit/html.ts";
import { LIMITS } from "../../law/input.ts";
import { button, type FieldError, type Further, linkButton, yesOrNo } from "../../page/form.ts";
import { choice } from "../../page/kinds.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { type Draft, EMPTY, isBegun, known, type PeriodDraft, type TitleDraft, withoutTyped } from "../rules/draft.ts";
import { asked } from "./asked.ts";
import { after } from "./order.ts";
import {
  type At,
  type Holding,
  type Journey,
  keptAsTyped,
  type Settled,
  show,
  type Step,
  stepPage,
  whereabouts,
} from "./step.ts";

type Kinds = { readonly titles: TitleDraft; readonly periods: PeriodDraft };

type Listed<K extends keyof Kinds, T> = {
  readonly of: K;
  /** The page of the list, and that of an item. */
  readonly list: string;
  readonly one: string;
  /** The questions about an item, on one page. */
  readonly step: Step<T>;
  /** Whether nothing was said of a further item. */
  readonly isEmpty: (value: T) => boolean;
  /** The message about an incomplete item. */
  readonly unfinished: (one: Kinds[K], number: number, at: At) => string | undefined;
  /** Its name, and what is said of it. */
  readonly card: (one: Kinds[K], number: number, at: At) => { readonly name: string; readonly says: readonly string[] };
  readonly called: (one: Kinds[K], at: At) => string;
  readonly back: (at: At) => string;
};

/** Carries the number of the item that the form would add: sent twice, it adds one. */
const ITEM = "_item";

export function listed<K extends keyof Kinds, T>(declared: Listed<K, T>) {
  const { of, list, one, step, isEmpty, unfinished, card, called, back } = declared;
  const all = (draft: Draft) => draft[of] as readonly Kinds[K][];
  const begun = (draft: Draft) => all(draft).filter((each) => isBegun(draft, each));
  const put = (draft: Draft, items: readonly { readonly item: number }[], done: boolean): Draft => {
    return { ...draft, [of]: items, [`${of}Done`]: done };
  };
  const idOf = ({ item }: { readonly item: number }) => `${of}-${item}`;

  /** At the item that the form would add. */
  const adding = (visit: Visit, journey: Journey, draft: Draft): At => {
    const at = whereabouts(visit, journey, draft);
    return { ...at, item: at.draft.next };
  };

  const cardOf = (each: Kinds[K], number: number, at: At): Html => {
    const { name, says } = card(each, number, at);
    const { words, to } = at;
    const open = unfinished(each, number, at) !== undefined;
    const link = (page: string, label: string) =>
      html`<a class="ds-link" href="${to(page)}">${label}<span class="ds-sr-only"> ${name}</span></a>`;
    return html`<section class="declared" id="${idOf(each)}" tabindex="-1" aria-labelledby="${idOf(each)}-name">
<h2 id="${idOf(each)}-name">${name}</h2>
${says.map((said) => html`<p class="made">${said}</p>`)}
<p>${open ? linkButton(to(`${one}/${each.item}`), words.titles.complete, "secondary") : link(`${one}/${each.item}`, words.change)} ${link(`${one}/${each.item}/retirer`, words[of].remove)}</p>
</section>`;
  };

  const shown = (at: At, value: T, errors: readonly FieldError[], further: readonly Further[] = []): PageResult => {
    const items = all(at.draft);
    const words = at.words[of];
    return show(step, at, value, errors, {
      before: "",
      further,
      list: {
        page: list,
        heading: words.someHeading,
        above: html`<p>${words.noneHint}</p>
${items.map((each, index) => cardOf(each, index + 1, at))}
<h2 id="next">${items.length === 0 ? words.first : words.another}</h2>`,
        actions: html`<input type="hidden" name="${ITEM}" value="${at.item}">${button(at.words.continue)}${button(words.add, { name: "_then", value: "add", variant: "secondary" })}`,
        below: html`<p class="made">${at.journey.voice === "asking" ? at.words.start.private : at.words.start.added}</p>`,
        back: at.below(back(at)),
      },
    });
  };

  const view = async (visit: Visit, journey: Journey): Promise<PageResult> => {
    const holding = await journey.holdingOf(visit, false);
    if ("draft" in holding) return first(holding.visit, journey, holding.draft);
    // The first question of a public journey is shown before there is an answer to store.
    return journey.start === list ? first(visit, journey, EMPTY) : holding;
  };

  const first = (visit: Visit, journey: Journey, draft: Draft): PageResult => {
    const at = adding(visit, journey, draft);
    return shown(at, step.shown(at), []);
  };

  const submit = async (visit: Visit, form: Form, journey: Journey, settled?: Settled): Promise<PageResult> => {
    // If the inquiry is gone, its answer begins a new one, so that nothing is lost.
    const holding = await journey.holdingOf(visit, true);
    if (!("draft" in holding)) return holding;
    const at = adding(holding.visit, journey, holding.draft);
    const value = step.read(form, at);
    const then = form.get("_then");
    if (then !== "search" && then !== "add" && isEmpty(value)) return finished(at, holding, value, form, settled);
    const further = step.asksMore?.(value, form, at) ?? [];
    if (further.length > 0) return shown(at, value, [], further);
    const errors = step.check(value, at);
    if (errors.length === 0) {
      if (wasAdded(value, form, at))
        return { redirect: at.to(then === "add" ? list : (settled?.(at) ?? after(at, list))) };
      if (all(at.draft).length >= LIMITS[of]) return shown(at, value, [tooMany(at)]);
    }
    const keeps = journey.keeps && step.partly !== undefined && !isEmpty(value);
    if (errors.length > 0 && !keeps) return shown(at, value, errors);
    const next = { ...at.draft, next: at.item + 1 };
    const added =
      errors.length === 0
        ? step.store(value, { ...at, draft: next })
        : keptAsTyped(step, { ...at, draft: next }, value, step.partly!(value, errors, { ...at, draft: next }));
    const draft = put(added, begun(added), errors.length === 0 && then !== "add");
    if (!(await holding.save(draft))) return submit(visit, form, journey, settled);
    if (errors.length > 0) return { redirect: at.to(`${one}/${at.item}`) };
    const updated = { ...at, draft: known(at.law, draft) };
    if (then === "add") return { redirect: at.to(list) };
    return finished(updated, holding, value, form, settled, true);
  };

  /** There is no further one: goes on, unless one is not complete. */
  const finished = async (
    at: At,
    holding: Holding,
    value: T,
    form: Form,
    settled: Settled | undefined,
    saved = false,
  ): Promise<PageResult> => {
    const draft = withoutTyped(put(at.draft, begun(at.draft), true), list);
    // "No other" is stored even if an item is incomplete.
    if (!saved && !(await holding.save(draft))) return submit(holding.visit, form, at.journey, settled);
    const updated = { ...at, draft };
    const errors = begun(draft).flatMap((each, index) => {
      const message = unfinished(each, index + 1, updated);
      return message === undefined ? [] : [{ field: idOf(each), message }];
    });
    if (errors.length > 0)
      return shown(
        { ...updated, item: draft.next },
        saved ? step.shown({ ...updated, item: draft.next }) : value,
        errors,
      );
    return { redirect: at.to(settled?.(updated) ?? after(updated, list)) };
  };

  /** The same form sent twice: its item is there already, and is what it says. */
  const wasAdded = (value: T, form: Form, at: At): boolean => {
    const item = Number(form.get(ITEM));
    const there = all(at.draft).find((each) => each.item === item);
    const [sent] = all(step.store(value, { ...at, item, draft: EMPTY }));
    return there !== undefined && canonical(there) === canonical(sent);
  };

  const tooMany = ({ words }: At): FieldError => ({ field: "next", message: words[of].tooMany(LIMITS[of]) });

  const removing = (at: At) => {
    const removed = all(at.draft).find(({ item }) => item === at.item) ?? { item: at.item };
    return at.words[of].removeHeading(called(removed, at));
  };

  const remove = asked({
    name: `${one}/:item/retirer`,
    applies: (at: At) => all(at.draft).some(({ item }) => item === at.item),
    otherwise: list,
    heading: removing,
    fields: (at) => ({
      remove: choice({
        label: removing(at),
        heading: true,
        options: yesOrNo(at.words),
        missing: at.words[of].removeChoose,
      }),
    }),
    begin: () => ({}),
    keep: (answer, { draft, item }) => {
      const others = all(draft).filter((each) => each.item !== item);
      return answer.remove === "yes" ? put(draft, others, false) : draft;
    },
    next: () => list,
    back: () => list,
  });

  return {
    /** The list as the first page of a journey. */
    first,
    pages: (journey: Journey, settled?: Settled): Page[] => [
      {
        name: `${journey.name}-${list}`,
        path: `${journey.path}/${list}`,
        ...(journey.who && { who: journey.who }),
        view: (visit) => view(visit, journey),
        submit: (visit, form) => submit(visit, form, journey, settled),
      },
      stepPage(journey, step, settled),
      stepPage(journey, remove, settled),
    ],
  };
}
