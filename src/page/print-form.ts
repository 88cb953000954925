/** Prints a declared form, its messages, and the plain frame of its page. */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { button, type FieldError, form as postForm, table } from "./form.ts";
import { carriedLines, type ChangedShown } from "../act/shows.ts";
import { SHOWN } from "./acting.ts";
import { layout } from "./layout.ts";
import type { Form, Visit } from "./page.ts";
import type { AnyForm, At, Button, Framed } from "./declared.ts";
import {
  type Difference,
  type Fields,
  type FieldWords,
  filled,
  formWith,
  type Naming,
  printFields,
  withWords,
} from "./field.ts";
import { PAGE_WORDS } from "./words.ts";

type Sent = {
  readonly key: string | undefined;
  readonly of: string | undefined;
  readonly typed: Form | undefined;
  readonly errors: readonly FieldError[];
  /** The query parameters that its page keeps. */
  readonly keeps: Readonly<Record<string, string>>;
};

export function printForm<S, W, P>(
  form: AnyForm<At<S, W, P>>,
  context: At<S, W, P>,
  { key, of, typed, errors, keeps }: Sent,
): Html {
  const { visit, lang } = context;
  if (form.go === "none") return html``;
  const go = buttonOf(form, context);
  const fields = fieldsOf(form, context);
  const printed = printFields(fields, { typed: typed ?? begun(form, context), errors, lang, named: namingOf(context) });
  const carried = Object.keys(fields).filter((name) => fields[name]!.carried);
  const arranged = form.arranged
    ? html`${form.arranged(printed, context)}${carried.map((name) => printed[name])}`
    : html`${Object.values(printed)}`;
  const { label, ...look } = go;
  const text = of === undefined ? label : html`${label}<span class="ds-sr-only"> ${of}</span>`;
  const data = form.script?.(context);
  // The button names the form; a script submits without a button, hence the hidden field.
  const which = key === undefined ? {} : data ? { hidden: { do: key } } : { pressed: { name: "do", value: key } };
  const actions = html`<div class="actions">${button(text, { ...look, ...which.pressed })}${form.beside?.(context)}</div>`;
  const files = Object.values(fields).some(({ brings }) => brings);
  const { hidden, action } = sentTo(form, context, keeps);
  if (!data) return postForm(visit, html`${arranged}${actions}`, { action, files, hidden });
  const scripted = html`${arranged}${actions}\n<p role="status"></p>`;
  return html`<div hidden>${postForm(visit, scripted, { action, data, hidden: { ...hidden, ...which.hidden } })}</div>`;
}

/** The words of a form, in those of its page. */
function wordsOf<S, W, P>({ words: key = "" }: AnyForm<At<S, W, P>>, { words }: At<S, W, P>) {
  const all = words as { readonly [key: string]: unknown };
  return (key === "" ? all : all[key]) as {
    readonly go: string;
    readonly fields?: Readonly<Record<string, FieldWords>>;
  };
}

/** The fields of a form, each with its words. */
export function fieldsOf<S, W, P>(form: AnyForm<At<S, W, P>>, context: At<S, W, P>): Fields {
  const asked = typeof form.fields === "function" ? form.fields(context) : (form.fields ?? {});
  return withWords(asked, wordsOf(form, context).fields ?? {});
}

const LOOKS = {
  secondary: { variant: "secondary" },
  tertiary: { variant: "tertiary" },
  danger: { variant: "secondary", danger: true },
} as const;

function buttonOf<S, W, P>(form: AnyForm<At<S, W, P>>, context: At<S, W, P>): Button {
  const go = typeof form.go === "function" ? form.go(context) : wordsOf(form, context).go;
  return typeof go === "string" ? { label: go, ...(form.look && LOOKS[form.look]) } : go;
}

/** The address it posts to, with the query its page keeps, and the hidden field of its thing. */
export function sentTo<S, W, P>(
  { item, action, showing }: AnyForm<At<S, W, P>>,
  context: At<S, W, P>,
  keeps: Readonly<Record<string, string>>,
  /** What was shown on the page before this one, whose form is carried on. */
  carried?: string,
) {
  const { visit } = context;
  const shown = showing ? (carried ?? carriedLines(showing(context))) : carried;
  const hidden: Readonly<Record<string, string>> = {
    ...(item !== undefined && { [item]: context.item }),
    ...(shown && { [SHOWN]: shown }),
  };
  const query = new URLSearchParams(keeps).toString();
  return { hidden, action: action?.(context) ?? visit.link(query === "" ? visit.path : `${visit.path}?${query}`) };
}

/** A page may show the same form for several things: each has control names of its own. */
export function namingOf({ item }: { readonly item: string }): Naming {
  return (name) => (item === "" ? name : `${name}-${item.replaceAll(":", "-")}`);
}

export function begun<S, W, P>(form: AnyForm<At<S, W, P>>, context: At<S, W, P>): Form {
  return filled(fieldsOf(form, context), form.begin?.(context) ?? {}, namingOf(context));
}

/** A hidden field that packs the names with several values, since a form has each hidden field once. */
const SEVERAL = "_several";

/** The posted values as hidden fields of the confirmation, without secrets. */
export function carriedOn(sent: Form, asked: Fields, named: Naming): Html {
  const secret = Object.keys(asked).flatMap((key) => (asked[key]!.secret ? [named(key)] : []));
  const left = new Set(["do", ...secret]);
  const names = [...new Set(sent.names)].filter((name) => !name.startsWith("_") && !left.has(name));
  const several = names.filter((name) => sent.all(name).length > 1);
  const once = names.filter((name) => !several.includes(name)).map((name) => [name, sent.get(name)] as const);
  const all = JSON.stringify(Object.fromEntries(several.map((name) => [name, sent.all(name)])));
  const fields = several.length > 0 ? [...once, [SEVERAL, all] as const] : once;
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** Undoes the packing of `carriedOn`; malformed content is ignored. */
export function unpacked(sent: Form): Form {
  let read: unknown;
  try {
    read = JSON.parse(sent.get(SEVERAL) || "{}");
  } catch {
    return sent;
  }
  if (typeof read !== "object" || read === null) return sent;
  const texts = Object.entries(read).filter(
    (pair): pair is [string, string[]] =>
      Array.isArray(pair[1]) && pair[1].every((one) => typeof one === "string") && !pair[0].startsWith("_"),
  );
  return formWith(sent, Object.fromEntries(texts));
}

export function alert(said: string, color: "success" | "info" | "warning" | "danger"): Html {
  return html`<p class="ds-alert" data-color="${color}" tabindex="-1" autofocus>${said}</p>`;
}

export function bothValues(differing: readonly Difference[], lang: Lang): Html {
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

/** What was shown beside what stands now, line by line; nothing is done yet. */
export function changedLines({ shown, now }: ChangedShown, lang: Lang): Html {
  const words = PAGE_WORDS[lang];
  const names = [...new Set([...(shown ?? []), ...now].map(({ what }) => what[lang]))];
  const valueIn = (lines: ChangedShown["shown"], name: string) =>
    lines?.find(({ what }) => what[lang] === name)?.is[lang];
  const rows = names
    .map((name) => [name, valueIn(shown, name) ?? words.nothing, valueIn(now, name) ?? words.nothing] as const)
    .filter(([, before, after]) => before !== after);
  const list = table({
    id: "changed",
    caption: words.changedCaption,
    head: [words.changedWhat, words.changedShown, words.changedNow],
    rows,
    stacks: true,
  });
  return html`<section class="ds-alert" data-color="warning" tabindex="-1" autofocus aria-labelledby="changed-since"><h2 id="changed-since">${words.changedSince}</h2><p>${words.changedWhy}</p>
${shown !== null && rows.length > 0 && list}</section>`;
}

/** A question may be the page’s heading; otherwise it is `heading`, or the title. */
export function plain(visit: Visit, { heading, lead, summary, told, main, title, ...parts }: Framed): Html {
  const own = main.text.includes("<h1");
  const top =
    !own && html`<h1>${heading ?? title}</h1>${told}${lead !== undefined && html`<p class="lead">${lead}</p>`}`;
  return layout(visit, { ...parts, title, main: html`${summary}${top}${own && told}${main}` });
}
