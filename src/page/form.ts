/**
 * The parts of every form, accessible by construction: a label or a legend, a hint and an error tied to the field, an error summary that
 * takes focus, values always kept. Nothing is `required`, and the browser validates nothing.
 */
import { inBoth } from "../kit/in-both.ts";
import { randomUUID } from "node:crypto";
import { type Html, html, href, raw } from "../kit/html.ts";
import { type Lang, sayNumber } from "../kit/lang.ts";
import { typographic } from "../kit/typography.ts";
import { MOST_BYTES } from "../kit/file-problem.ts";
import type { DateParts } from "./form-values.ts";
import type { Visit } from "./page.ts";

/** An error of one field; `field` is the id of the control that the summary links to. */
export type FieldError = { readonly field: string; readonly message: string };

const WORDS = inBoth({
  optional: [" (facultatif)", " (optional)"],
  problem: ["Il y a un problème", "There is a problem"],
  error: ["Erreur : ", "Error: "],
  further: (count: number) => [
    count === 1 ? "Une question de plus" : `${sayNumber(count, "fr")} questions de plus`,
    count === 1 ? "One more question" : `${sayNumber(count, "en")} more questions`,
  ],
  day: ["Jour", "Day"],
  month: ["Mois", "Month"],
  year: ["Année", "Year"],
  change: ["Modifier", "Change"],
  most: (count: string) => [`${count} caractères au plus.`, `At most ${count} characters.`],
  upload: {
    label: ["Envoi des fichiers", "Sending the files"],
    sending: ["Envoi en cours…", "Sending…"],
    seconds: ["encore # s", "# s left"],
    minutes: ["encore # min environ", "about # min left"],
    looking: ["Envoyé : vérification en cours…", "Sent: being checked…"],
    "too-big": ["dépasse 20 Mo : il ne sera pas pris", "is over 20 MB: it will not be taken"],
    failed: [
      "L’envoi s’est interrompu, sans doute parce que la connexion s’est coupée. Vos fichiers sont toujours choisis : envoyez de nouveau.",
      "The sending was cut off, most likely because the connection was. Your files are still chosen: send again.",
    ],
  },
});

/** Above the heading, focused when the page opens; each message links to its field. */
export function errorSummary(errors: readonly FieldError[], lang: Lang): Html | undefined {
  if (errors.length === 0) return undefined;
  return html`<section class="ds-error-summary" tabindex="-1" autofocus id="errors" aria-labelledby="errors-title">
<h2 class="ds-heading" id="errors-title">${WORDS[lang].problem}</h2>
<ul class="ds-list">${errors.map(({ field, message }) => html`<li><a class="ds-link" href="#${field}">${message}</a></li>`)}</ul>
</section>`;
}

/** A question that an answer gave rise to: the control that answers it, and its words. */
export type Further = { readonly field: string; readonly label: string };

/** Above the heading, focused when the page opens, where an answer asks for more on the same page. */
export function furtherQuestions(further: readonly Further[], lang: Lang): Html | undefined {
  if (further.length === 0) return undefined;
  return html`<section class="ds-alert" data-color="info" tabindex="-1" autofocus aria-labelledby="further-title">
<h2 class="ds-heading" id="further-title">${WORDS[lang].further(further.length)}</h2>
<ul class="ds-list">${further.map(({ field, label }) => html`<li><a class="ds-link" href="#${field}">${label}</a></li>`)}</ul>
</section>`;
}

export function sayFurther(further: readonly Further[], lang: Lang): string | undefined {
  return further.length === 0 ? undefined : WORDS[lang].further(further.length);
}

/** A form that posts to its page, or to `action`; with its hidden fields. */
export function form(
  visit: Visit,
  content: Html,
  options: {
    action?: string;
    hidden?: Readonly<Record<string, string>>;
    files?: boolean;
    /** The attempt of a form that is carried on; by default a new one. */
    attempt?: string;
    /** Opens the result in a new tab. */
    newTab?: boolean;
    /** Attributes for a script of the page. */
    data?: Readonly<Record<string, string>>;
  } = {},
): Html {
  const action = options.action ?? visit.link(visit.path);
  const hidden = Object.entries(options.hidden ?? {});
  const data = Object.fromEntries(Object.entries(options.data ?? {}).map(([name, value]) => [`data-${name}`, value]));
  // The CSRF token comes first: it is checked before any byte of a file is stored.
  return html`<form method="post" action="${href(action)}" ${attributes({ enctype: options.files ? "multipart/form-data" : undefined, target: options.newTab ? "_blank" : undefined, ...data })} novalidate class="stack">
${visit.csrf()}<input type="hidden" name="_attempt" value="${options.attempt || randomUUID()}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${defaultButton(content)}${content}
</form>`;
}

const LOOK_ORDER = ["", "secondary", "tertiary"];

/**
 * The Enter key, and “Go” on a telephone, press the first submit button of a form. Where that one only searches or inserts something, the
 * button that goes on is printed first once more: not `hidden`, since Safari passes over what is not rendered.
 */
function defaultButton({ text }: Html): Html | undefined {
  const tags = [...text.matchAll(/<button class="ds-button" type="submit" ?([^<>]*)>/g)].map(([, set = ""]) => set);
  const orderOf = (set: string) => LOOK_ORDER.indexOf(/data-variant="(\w+)"/.exec(set)?.[1] ?? "");
  const main = tags.toSorted((one, other) => orderOf(one) - orderOf(other))[0];
  if (main === undefined || orderOf(main) === orderOf(tags[0]!)) return undefined;
  const named = /name="[^"]*" value="[^"]*"/.exec(main)?.[0] ?? "";
  return html`<button type="submit" class="ds-sr-only" tabindex="-1" aria-hidden="true" ${raw(named)}></button>`;
}

type Common = {
  readonly name: string;
  readonly hint?: string | Html | undefined;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
};
type Labelled = Common & { readonly label: string; readonly optional?: boolean };
type Grouped = Common & {
  readonly legend: string;
  /** The legend is the heading of the page. */
  readonly heading?: boolean;
  readonly optional?: boolean;
};

export type TextField = Labelled & {
  readonly value: string;
  readonly type?: "text" | "email" | "password" | "tel";
  readonly inputmode?: "numeric" | "decimal" | "text";
  readonly autocomplete?: string;
  /** Width in characters; full width where absent. */
  readonly size?: number;
  /** Printed after the field: « h », « % ». */
  readonly suffix?: string;
  /** Suggested values; any other text may be typed. */
  readonly suggestions?: readonly string[];
  /** The label is the heading of the page. */
  readonly heading?: boolean;
};

export function textField(field: TextField): Html {
  const { name, label, value, lang, suggestions = [] } = field;
  const input = html`<input class="ds-input" type="${field.type ?? "text"}" id="${name}" name="${name}" value="${value}" ${attributes(
    {
      inputmode: field.inputmode,
      autocomplete: field.autocomplete ?? "off",
      spellcheck: "false",
      size: field.size,
      list: suggestions.length > 0 ? `${name}-list` : undefined,
      ...described(field),
    },
  )}>${suggestions.length > 0 && html`<datalist id="${name}-list">${suggestions.map((one) => html`<option value="${one}"></option>`)}</datalist>`}`;
  const labelled = html`<label class="${field.heading ? "question" : "ds-label"}" for="${name}">${label}${field.optional && WORDS[lang].optional}</label>`;
  return html`<div class="ds-field">
${field.heading ? html`<h1 class="ds-heading" data-size="lg">${labelled}</h1>` : labelled}
${hintOf(field)}${errorOf(field)}
${field.suffix ? html`<div class="ds-field-affixes">${input}<span class="ds-field-affix" aria-hidden="true">${field.suffix}</span></div>` : input}
</div>`;
}

/**
 * One or several files, on a page that `takesFiles`; a phone offers its camera too. With `scripts: ["upload"]` in its layout, the page
 * shows progress and the time left.
 */
export function fileField(
  field: Omit<Labelled, "label"> & {
    readonly label: string | Html;
    readonly many?: boolean;
    readonly accept?: string;
  },
): Html {
  const { name, label, lang } = field;
  return html`<div class="ds-field">
<label class="ds-label" for="${name}">${label}${field.optional && WORDS[lang].optional}</label>
${hintOf(field)}${errorOf(field)}
<input class="ds-input" type="file" id="${name}" name="${name}" ${attributes({ accept: field.accept ?? ACCEPTED, multiple: field.many ? "" : undefined, ...described(field), ...uploadWords(lang) })}>
</div>`;
}

/** The words that the upload script shows. */
function uploadWords(lang: Lang): Record<string, string> {
  const words = Object.entries(WORDS[lang].upload).map(([name, text]) => [`data-${name}`, typographic(text, lang)]);
  return { "data-most": String(MOST_BYTES), ...Object.fromEntries(words) };
}

/** A filter for the file chooser only; the server checks every file. */
const ACCEPTED = ".pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic,image/heif";

/** `most`: how many characters the act takes. No `maxlength`: a browser cuts pasted text silently. */
export function textArea(
  area: Labelled & { readonly value: string; readonly rows: number; readonly most?: number | undefined },
): Html {
  const { name, label, value, lang, rows, hint, most } = area;
  const limit = most !== undefined && WORDS[lang].most(sayNumber(most, lang));
  const field = { ...area, hint: limit ? html`${hint && html`${hint} `}${limit}` : hint };
  return html`<div class="ds-field">
<label class="ds-label" for="${name}">${label}${field.optional && WORDS[lang].optional}</label>
${hintOf(field)}${errorOf(field)}
<textarea class="ds-input" id="${name}" name="${name}" rows="${rows}" autocomplete="off" ${attributes(described(field))}>
${value}</textarea>
</div>`;
}

/** Three short fields: no separator to guess, no calendar to open. */
export function dateField(field: Grouped & { readonly value: DateParts; readonly after?: Html }): Html {
  const { name, value, lang, errors } = field;
  const words = WORDS[lang];
  const wrong = errors.some((error) => error.field.startsWith(`${name}-`) || error.field === name);
  const part = (key: keyof DateParts, label: string, size: number) => html`<div class="ds-field">
<label class="ds-label" for="${name}-${key}">${label}</label>
<input class="ds-input" type="text" inputmode="numeric" autocomplete="off" id="${name}-${key}" name="${name}-${key}" value="${value[key]}" size="${size}" ${attributes({ "aria-invalid": wrong ? "true" : undefined })}>
</div>`;
  return group(
    {
      ...field,
      errors: errors.map((error) => (error.field.startsWith(`${name}-`) ? { ...error, field: name } : error)),
    },
    html`<div class="date-parts">${part("day", words.day, 3)}${part("month", words.month, 3)}${part("year", words.year, 5)}</div>${field.after}`,
  );
}

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Its group in a long list, printed once, before the first of the group. */
  readonly group?: string;
  /** Where the option is in another language than its page; `select` alone. */
  readonly lang?: Lang;
};

export function yesOrNo({ yes, no }: { readonly yes: string; readonly no: string }): readonly Option[] {
  return [
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
}

/** The first control has the group's name as its id, so that the error summary can link to it. */
export function radios(field: Toggles & { readonly value: string | undefined }): Html {
  return group(field, toggles("radio", field, new Set(field.value === undefined ? [] : [field.value])));
}

export function checkboxes(field: Toggles & { readonly values: readonly string[]; readonly bare?: boolean }): Html {
  const boxes = toggles("checkbox", field, new Set(field.values));
  return field.bare ? boxes : group(field, boxes);
}

type Toggles = Grouped & {
  readonly options: readonly Option[];
  /** What to fill in where an option is chosen, shown right under it. */
  readonly follow?: Readonly<Record<string, Html>>;
  readonly folds?: boolean;
};

/** A fold for each group: open is that of the chosen option, or the first. */
function folded(options: readonly Option[], chosen: ReadonlySet<string>, items: readonly Html[]): Html {
  const open = (options.find(({ value }) => chosen.has(value)) ?? options[0])?.group;
  return html`${Object.entries(Object.groupBy(options.keys(), (at) => options[at]!.group ?? "")).map(
    ([group, places]) =>
      html`<details class="ds-details"${group === open && html` open`}><summary>${group}</summary><div>${places!.map((at) => items[at]!)}</div></details>`,
  )}`;
}

function toggles(type: "radio" | "checkbox", field: Toggles, chosen: ReadonlySet<string>): Html {
  const wrong = field.errors.some((error) => error.field === field.name);
  const items = field.options.map(({ value, label, hint, group }, index) => {
    const id = index === 0 ? field.name : `${field.name}-${index}`;
    const head =
      !field.folds &&
      group !== undefined &&
      group !== field.options[index - 1]?.group &&
      html`<p class="choices">${group}</p>`;
    return html`${head}<div class="ds-field">
<input class="ds-input" type="${type}" id="${id}" name="${field.name}" value="${value}" ${attributes({
      checked: chosen.has(value) ? "" : undefined,
      "aria-describedby": hint ? `${id}-hint` : undefined,
      "aria-invalid": wrong ? "true" : undefined,
    })}>
<label class="ds-label" for="${id}">${label}</label>
${hint && html`<p class="ds-paragraph" data-field="description" id="${id}-hint">${hint}</p>`}
</div>${field.follow?.[value] && html`<div class="follow">${field.follow[value]}</div>`}`;
  });
  return field.folds ? folded(field.options, chosen, items) : html`${items}`;
}

export function select(
  field: Labelled & { readonly options: readonly Option[]; readonly value: string; readonly empty: string },
): Html {
  const option = (value: string, label: string, lang?: Lang) =>
    html`<option value="${value}" ${attributes({ selected: field.value === value ? "" : undefined, lang })}>${label}</option>`;
  return html`<div class="ds-field">
<label class="ds-label" for="${field.name}">${field.label}${field.optional && WORDS[field.lang].optional}</label>
${hintOf(field)}${errorOf(field)}
<select class="ds-input" id="${field.name}" name="${field.name}" autocomplete="off" ${attributes(described(field))}>
${option("", field.empty)}${field.options.map(({ value, label, lang }) => option(value, label, lang))}
</select>
</div>`;
}

/** Questions that belong together, under one legend. */
export function group(field: Grouped, content: Html): Html {
  const { legend, lang, heading } = field;
  const words = html`${legend}${field.optional && WORDS[lang].optional}`;
  return html`<fieldset class="ds-fieldset" ${attributes(described(field, false))}>
<legend class="${heading ? "question" : "ds-label"}">${heading ? html`<h1 class="ds-heading" data-size="lg">${words}</h1>` : words}</legend>
${hintOf(field)}${errorOf(field)}
${content}
</fieldset>`;
}

export function button(
  label: string | Html,
  options: { name?: string; value?: string; variant?: "secondary" | "tertiary"; danger?: boolean } = {},
): Html {
  return html`<button class="ds-button" type="submit" ${attributes({
    name: options.name,
    value: options.value,
    "data-variant": options.variant,
    "data-color": options.danger ? "danger" : undefined,
  })}>${label}</button>`;
}

export function linkButton(url: string, label: string, variant?: "secondary" | "tertiary"): Html {
  return html`<a class="ds-button" href="${href(url)}" ${attributes({ "data-variant": variant })}>${label}</a>`;
}

export type SummaryRow = {
  readonly key: string;
  readonly value: string | Html;
  readonly change?: { readonly url: string; readonly what: string } | undefined;
};

/** Questions and answers, each with a link back to the question. */
export function summaryList(rows: readonly SummaryRow[], lang: Lang): Html {
  return html`<dl class="summary">${rows.map(
    ({ key, value, change }) =>
      html`<div><dt>${key}</dt><dd>${value}</dd>${change && html`<dd class="actions"><a class="ds-link" href="${href(change.url)}">${WORDS[lang].change}<span class="ds-sr-only"> ${change.what}</span></a></dd>`}</div>`,
  )}</dl>`;
}

/** One item of a list (a diploma, a period) with its actions. */
export function summaryCard(card: {
  readonly title: string;
  /** Where a link leads to it. */
  readonly id?: string;
  readonly level?: 2 | 3;
  readonly rows: readonly SummaryRow[];
  readonly actions?: Html;
  readonly lang: Lang;
}): Html {
  return html`<section class="ds-card summary-card"${card.id !== undefined && html` id="${card.id}"`}>${card.level === 3 ? html`<h3>${card.title}</h3>` : html`<h2>${card.title}</h2>`}
${summaryList(card.rows, card.lang)}${card.actions && html`<div class="card-actions">${card.actions}</div>`}</section>`;
}

/**
 * A table that scrolls by itself on a narrow screen, reachable by keyboard. With `stacks`, each row becomes a card there, every cell under
 * its heading; screen readers still find a table.
 */
export function table(options: {
  readonly id: string;
  /** In words, or a heading that is the table's own. */
  readonly caption: string | Html;
  readonly head: readonly (string | Html)[];
  readonly rows: readonly (readonly (string | Html)[])[];
  readonly foot?: readonly (string | Html)[];
  readonly numeric?: readonly number[];
  readonly stacks?: boolean;
  /** The column that the rows are sorted by. */
  readonly sorted?: { readonly column: number; readonly desc: boolean } | undefined;
  /** What heads each cell where rows are cards, if the heads are more than words. */
  readonly labels?: readonly (string | undefined)[];
}): Html {
  const { sorted } = options;
  const sortOf = (column: number) =>
    sorted?.column === column ? (sorted.desc ? "descending" : "ascending") : undefined;
  const numeric = new Set(options.numeric);
  const labelled = (column: number) => {
    const head = options.labels ? options.labels[column] : options.head[column];
    return options.stacks && typeof head === "string" ? head : undefined;
  };
  // Built once for all rows.
  const columns = options.head.map((_, column) =>
    spaced({ class: numeric.has(column) ? "numeric" : undefined, "data-label": labelled(column) }),
  );
  const cell = (tag: "td" | "th", value: string | Html, column: number) =>
    tag === "th" ? html`<th scope="row">${value}</th>` : html`<td${columns[column]}>${value}</td>`;
  const row = (cells: readonly (string | Html)[]) =>
    html`<tr>${cells.map((value, column) => cell(column === 0 ? "th" : "td", value, column))}</tr>`;
  return html`<div class="${options.stacks ? "table-scroll stacks" : "table-scroll"}" tabindex="0" role="group" aria-labelledby="${options.id}">
<table class="ds-table">
<caption id="${options.id}">${options.caption}</caption>
<thead><tr>${options.head.map((value, column) => html`<th scope="col"${spaced({ class: numeric.has(column) ? "numeric" : undefined, "aria-sort": sortOf(column) })}>${value}</th>`)}</tr></thead>
<tbody>${options.rows.map(row)}</tbody>
${options.foot && html`<tfoot>${row(options.foot)}</tfoot>`}
</table>
</div>`;
}

function hintOf({ name, hint }: Common): Html | false {
  return hint !== undefined && html`<div class="ds-paragraph" data-field="description" id="${name}-hint">${hint}</div>`;
}

function errorOf({ name, errors, lang }: Common): Html | false {
  const own = errors.filter((error) => error.field === name);
  return (
    own.length > 0 &&
    html`<div class="ds-validation-message" data-field="validation" id="${name}-error"><span class="ds-sr-only">${WORDS[lang].error}</span>${own.map(({ message }) => message).join(" ")}</div>`
  );
}

function described({ name, hint, errors }: Common, invalid = true): Record<string, string | undefined> {
  const wrong = errors.some((error) => error.field === name);
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(wrong ? [`${name}-error`] : [])];
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": invalid && wrong ? "true" : undefined,
  };
}

/** With the space before them, if any is set. */
function spaced(values: Parameters<typeof attributes>[0]): Html {
  const set = attributes(values);
  return set.text === "" ? set : html` ${set}`;
}

/** Attributes that are set; an empty value prints the name alone. */
function attributes(values: Readonly<Record<string, string | number | undefined>>): Html {
  let set: Html | undefined;
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const attribute = value === "" ? html`${name}` : html`${name}="${value}"`;
    set = set ? html`${set} ${attribute}` : attribute;
  }
  return set ?? html``;
}
