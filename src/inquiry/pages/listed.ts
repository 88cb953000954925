/** A list of declared items, titles or periods: a card each, adding another, and removing one. */
import { type Html, html } from "../../kit/html.ts";
import { LIMITS } from "../../law/input.ts";
import type { Texts } from "../../page/field.ts";
import { yesOrNo } from "../../page/form.ts";
import { choice } from "../../page/kinds.ts";
import { type Draft, isBegun, type PeriodDraft, type TitleDraft } from "../rules/draft.ts";
import { asked } from "./asked.ts";
import { after } from "./order.ts";
import type { At } from "./step.ts";

type Kinds = { readonly titles: TitleDraft; readonly periods: PeriodDraft };

type Listed<K extends keyof Kinds> = {
  readonly of: K;
  /** The page of the list, and that of an item. */
  readonly list: string;
  readonly one: string;
  /** The message about an incomplete item. */
  readonly unfinished: (one: Kinds[K], number: number, at: At) => string | undefined;
  readonly card: (one: Kinds[K], number: number, at: At) => Html;
  readonly called: (one: Kinds[K], at: At) => string;
  readonly back: (at: At) => string;
};

export function listed<K extends keyof Kinds>({ of, list, one, unfinished, card, called, back }: Listed<K>) {
  const all = (draft: Draft) => draft[of] as readonly Kinds[K][];
  const begun = (draft: Draft) => all(draft).filter((each) => isBegun(draft, each));
  const put = (draft: Draft, items: readonly { readonly item: number }[], done: boolean): Draft => {
    return { ...draft, [of]: items, [`${of}Done`]: done };
  };
  const idOf = ({ item }: { readonly item: number }) => `${of}-${item}`;
  const removing = (at: At) => {
    const removed = all(at.draft).find(({ item }) => item === at.item) ?? { item: at.item };
    return at.words[of].removeHeading(called(removed, at));
  };

  const whether = asked({
    name: list,
    heading: ({ draft, words }: At) => words[of][all(draft).length === 0 ? "noneHeading" : "someHeading"],
    fields: ({ draft, words }) => {
      const { more, noneHeading, noneHint, chooseMore } = words[of];
      const none = all(draft).length === 0;
      const says = none ? { label: noneHeading, heading: true, hint: noneHint } : { label: more };
      return { more: choice({ ...says, options: yesOrNo(words), missing: chooseMore }) };
    },
    begin: ({ draft }) => (draft[`${of}Done`] ? { more: "no" } : {}),
    wrong: ({ more }, at) => {
      if (more === "yes") return all(at.draft).length >= LIMITS[of] ? { more: at.words[of].tooMany(LIMITS[of]) } : {};
      return Object.fromEntries(begun(at.draft).map((each, index) => [idOf(each), unfinished(each, index + 1, at)]));
    },
    keep: ({ more }, { draft }) =>
      more === "yes"
        ? { ...put(draft, [...begun(draft), { item: draft.next }], false), next: draft.next + 1 }
        : put(draft, begun(draft), true),
    // "No other" is stored even if an item is incomplete.
    partly: ({ more }: Texts, _: unknown, { draft }: At) => (more === "no" ? put(draft, begun(draft), true) : draft),
    arranged: ({ more }, at) => {
      const cards = all(at.draft).map(
        (each, index) => html`<div id="${idOf(each)}" tabindex="-1">${card(each, index + 1, at)}</div>`,
      );
      return html`${cards.length > 0 && html`<h1>${at.words[of].someHeading}</h1>${cards}`}
${more}`;
    },
    said: ({ more }, { draft, words }) => {
      const { none, declared } = words[of];
      const count = all(draft).length;
      return more === "yes" ? words.yes : count === 0 ? none : declared(count);
    },
    next: ({ more }: Texts, at: At) => (more === "yes" ? `${one}/${all(at.draft).at(-1)!.item}` : after(at, list)),
    back,
  });

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

  return { list: whether, remove };
}
