/**
 * One section per page. What was typed is saved whatever it says; missing and wrong fields are reported afterwards. After a concurrent
 * save, each differing field offers both values as radio buttons, which screen readers announce.
 */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { communeName, communesOf, onlyCommune, townsOf } from "../../kit/commune.ts";
import { countryName, countryNames, isFrance } from "../../kit/country.ts";
import { act, see } from "../../page/acting.ts";
import {
  button,
  checkboxes,
  dateField,
  errorSummary,
  type FieldError,
  form,
  radios,
  select,
  textArea,
  type TextField,
  textField,
} from "../../page/form.ts";
import { datePartsOf, isEmptyDate, partsOf, readDate } from "../../page/form-values.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { asksJson, autosaving, kept, notKept } from "../../inquiry/pages/autosave.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { saveSection } from "../acts.ts";
import { sayProblem } from "../problem-issue.ts";
import { itemOf } from "../standing.ts";
import {
  birthplaceOf,
  CONFIDENTIAL,
  HOME,
  type Contents,
  type Field,
  lineOf,
  placeText,
  type Problem,
  problemsOf,
  type Section,
  sectionOf,
  severalOf,
} from "../rules/sections.ts";
import { isOpen } from "../rules/state.ts";
import { type OpenedSection, openSection } from "../views.ts";
import { type FieldWords, fieldWords } from "../field-words.ts";
import { dossierWords } from "../words.ts";
import { communeAt } from "./commune.ts";
import { GOING_ON } from "./going-on.ts";
import { below, dossierIn } from "./holding.ts";

/** In the address of a section that was kept with faults. */
const AGAIN = "revoir";

export const dossierSection: Page = {
  name: "dossier-partie",
  path: "/:diploma/dossier/:dossier/partie/:section",
  who: "apply",
  view: async (visit) => {
    const here = await sectionHere(visit);
    if (!here) return { notFound: true };
    // On opening, report wrong fields but not yet missing ones.
    const problems = problemsOf(here.section, here.contents);
    const told = visit.query[AGAIN] === undefined ? problems.filter(({ why }) => why !== "missing") : problems;
    return sectionPage(visit, here, here.contents, told, here.version, { status: 200 });
  },
  submit: async (visit, sent) => {
    const section = sectionOf(visit.params.section ?? "");
    return section ? received(visit, sent, section) : { notFound: true };
  },
};

type Here = {
  readonly opened: OpenedSection;
  readonly section: Section;
  readonly contents: Contents;
  readonly version: number;
  readonly savedAt: Date | undefined;
};

async function sectionHere(visit: Visit): Promise<Here | undefined> {
  const { dossier = "", section: key = "" } = visit.params;
  const section = sectionOf(key);
  const opened = section && (await see(visit, openSection, { dossier, section: key }));
  if (!section || !opened) return undefined;
  const { saved } = opened;
  return { opened, section, contents: saved?.contents ?? {}, version: saved?.version ?? 0, savedAt: saved?.savedAt };
}

/** Saves without reading first, which is most of the cost, unless the form omits a field. */
async function received(visit: Visit, sent: Form, section: Section): Promise<PageResult> {
  const { dossier = "" } = visit.params;
  const whole = section.fields.every(({ name, unless }) => !unless || sent.names.includes(name));
  const sentVersion = /^\d{1,9}$/.test(sent.get("_version")) ? Number(sent.get("_version")) : undefined;
  const before = whole && sentVersion !== undefined ? undefined : await sectionHere(visit);
  const contents = readContents(section, sent, before?.contents ?? {});
  const version = sentVersion ?? before?.version ?? 0;
  const outcome = await save(visit, sent, { dossier, section: section.key, version, contents });
  if (outcome.kind === "forbidden") return { notFound: true };
  if (asksJson(visit)) return saidToScript(visit, { section, version }, outcome, contents);
  if (outcome.kind === "stale") {
    const now = (outcome.current as { version: number; contents: Contents }) ?? { version: 0, contents: {} };
    return bothValues(visit, section, { now, mine: contents });
  }
  if (outcome.kind === "done") {
    if (sent.get("_then") === "later") return { redirect: visit.link(below(visit)) };
    const problems = problemsOf(section, contents);
    if (onlyToChoose(section, contents, problems)) return { redirect: visit.link(communeAt.to(dossierIn(visit))) };
    // It is kept: shown again by its own address, to which the browser can go back, unlike the answer to a form.
    const again = `${below(visit, `partie/${section.key}`)}?${AGAIN}=1`;
    return { redirect: visit.link(problems.length === 0 ? below(visit, nextAfter(section, contents)) : again) };
  }
  const here = await sectionHere(visit);
  return here
    ? sectionPage(visit, here, contents, [], version, { fault: whyNotKept(visit, outcome) })
    : { notFound: true };
}

function save(visit: Visit, sent: Form, input: Parameters<typeof act<typeof saveSection.form, unknown>>[2]) {
  return act(visit, saveSection, input, { sent });
}

/** While typing, nothing is validated: report only whether and when it was saved. */
function saidToScript(
  visit: Visit,
  { section, version }: Pick<Here, "section" | "version">,
  outcome: Awaited<ReturnType<typeof save>>,
  contents: Contents,
): PageResult {
  if (outcome.kind === "done") return kept(visit, outcome.value.version, new Date(outcome.value.savedAt));
  if (outcome.kind !== "stale") return notKept(visit);
  const now = outcome.current as { version: number; contents: Contents };
  const same = section.fields.every(({ name }) => sameValue(now.contents[name], contents[name]));
  // A concurrent save with equal values is no conflict.
  return same && now.version >= version ? kept(visit, now.version) : { json: { stale: true }, status: 409 };
}

/** The only thing missing is a choice among the communes of the name typed. */
function onlyToChoose(section: Section, contents: Contents, problems: readonly Problem[]): boolean {
  const [first, ...others] = problems;
  const field = section.fields.find(({ name }) => name === first?.field);
  return field?.kind === "commune" && others.length === 0 && lineOf(contents, field.name) !== "";
}

/** After a request for arrangements, asks what the person wants to confide. */
function nextAfter({ key }: Section, contents: Contents): string {
  return key === "accommodations" && lineOf(contents, "needed") === "yes" ? `partie/${CONFIDENTIAL.key}` : GOING_ON;
}

/** The size fault if there is one; otherwise the section was closed meanwhile. */
function whyNotKept({ lang }: Visit, outcome: Awaited<ReturnType<typeof save>>): string {
  const much = outcome.kind === "invalid" ? outcome.issues.filter(({ path }) => path === "contents") : [];
  return much.map(({ message }) => message(lang)).join(" ") || dossierWords(lang).save.notSaved;
}

function sectionPage(
  visit: Visit,
  { section, opened, savedAt }: Here,
  contents: Contents,
  problems: readonly Problem[],
  version: number,
  { fault, status = problems.length > 0 ? 422 : 200 }: { fault?: string; status?: number } = {},
): PageResult {
  const { lang } = visit;
  const words = dossierWords(lang);
  const labels = words.sections[section.key as keyof typeof words.sections];
  const errors = problems.map((problem) => errorOf(section, problem, contents, lang));
  const open = isOpen(opened.state, itemOf(section.key));
  const fields = section.fields
    .filter((field) => !field.under && isShown(field, contents))
    .map((field) => fieldHtml(section, field, contents, errors, lang));
  const actions = html`<div class="actions">${button(words.save.next)}${button(words.save.later, { name: "_then", value: "later", variant: "secondary" })}</div>`;
  const main = html`${fault && html`<div class="ds-alert" data-color="danger" role="alert"><p>${fault}</p></div>`}
${errorSummary(errors, lang)}
<h1>${labels.heading}</h1>
${labels.lead.map((one) => html`<p>${one}</p>`)}
${errors.length > 0 && section.fields.some(({ name }) => severalOf(contents, name).join("") !== "") && html`<p>${words.save.savedAnyway}</p>`}
${
  open
    ? form(
        visit,
        html`${fields}<p class="made" role="status" data-autosave-said>${savedAt && words.save.savedAt(savedAt, visit.school.timezone)}</p>
<div class="ds-alert" data-color="danger" role="alert" data-autosave-fault></div>${actions}`,
        { hidden: { _version: String(version) }, data: autosaving(visit) },
      )
    : html`<p>${words.save.closed}</p>${readOnly(section, contents, lang)}`
}`;
  const title = `${labels.heading} – ${words.start.numbered(opened.dossier.number)}`;
  return page(
    visit,
    { title, main, error: errors.length > 0, back: below(visit), scripts: ["autosave"] },
    fault ? 409 : status,
  );
}

/** Of two exclusive fields, both are shown until one is ruled out. */
function isShown({ unless }: Field, contents: Contents): boolean {
  return unless === undefined || !unless(contents);
}

function fieldHtml(
  section: Section,
  field: Field,
  contents: Contents,
  errors: readonly FieldError[],
  lang: Lang,
): Html {
  const words = fieldWords(field.name, lang);
  const { name, kind, optional = false } = field;
  const value = contents[name] === undefined ? (field.usual ?? "") : lineOf(contents, name);
  const common = { name, hint: words.hint, errors, lang, optional };
  const options = (field.options ?? []).map((option) => ({ value: option, label: words.options?.[option] ?? option }));
  const follow = Object.fromEntries(
    section.fields
      .filter(({ under }) => under?.field === name)
      .map((below) => [below.under!.option, fieldHtml(section, below, contents, errors, lang)]),
  );
  if (kind === "one") return radios({ ...common, legend: words.label, options, value, follow });
  if (kind === "several")
    return checkboxes({ ...common, legend: words.label, options, values: severalOf(contents, name), follow });
  if (kind === "day") return dateField({ ...common, legend: words.label, value: dayParts(value) });
  if (kind === "text") return textArea({ ...common, label: words.label, value, rows: 6, most: field.longest });
  if (kind === "country") {
    const countries = countryNames(lang).map(({ code, name: label }) => ({ value: code, label }));
    // Most were born and live there: it comes first.
    countries.sort((a, b) => Number(b.value === HOME) - Number(a.value === HOME));
    return select({ ...common, label: words.label, options: countries, value, empty: dossierWords(lang).save.choose });
  }
  if (kind === "commune") return communeField(field, value, common, words, lang);
  const towns = kind === "town" ? townsHere(lineOf(contents, "postcode"), lineOf(contents, "country")) : [];
  const suggestions = towns.length > 1 ? towns : [];
  return textField({
    ...common,
    suggestions,
    label: words.label,
    value,
    ...(kind === "tel" && { type: kind }),
    ...(words.autocomplete && { autocomplete: words.autocomplete }),
    ...(words.size && { size: words.size }),
  });
}

/** The name as typed or chosen; the choice is sent along and holds until the name is edited. */
function communeField(
  { name }: Field,
  value: string,
  common: Pick<TextField, "name" | "errors" | "lang" | "optional">,
  { label, hint }: FieldWords,
  lang: Lang,
): Html {
  const chosen = birthplaceOf(value);
  const code = chosen && html`<p class="made">${dossierWords(lang).commune.said(chosen.code)}</p>`;
  return html`<div class="stack">${textField({ ...common, label, hint, value: chosen?.name ?? value })}${code}
<input type="hidden" name="${name}-chosen" value="${chosen ? value : ""}"></div>`;
}

function readCommune(typed: string, chosen: string): string {
  const place = birthplaceOf(chosen);
  if (place && place.name === typed.trim()) return chosen;
  return known(typed);
}

/** A name unique to one commune selects it; a code gets its name. */
function known(typed: string): string {
  const [first] = communesOf(typed.trim().toUpperCase());
  const only = onlyCommune(typed) ?? first;
  return only ? placeText({ code: only.code, name: communeName(only) }) : typed;
}

/** Left empty, the town is that of the postcode, where it has only one. */
function townOf(sent: Form): string {
  const [town, ...others] = townsHere(sent.get("postcode"), sent.get("country"));
  return town !== undefined && others.length === 0 ? town : "";
}

const townsHere = (postcode: string, country: string) => (isFrance(country) ? townsOf(postcode) : []);

/** A day is stored as such, or as typed. */
function dayParts(value: string) {
  const parts = value.split("/");
  return parts.length === 3 ? { day: parts[0]!, month: parts[1]!, year: parts[2]! } : partsOf(value);
}

/** A field that was not on the page keeps its value. */
function readContents(section: Section, sent: Form, before: Contents): Contents {
  return Object.fromEntries(
    section.fields.map((field) => [
      field.name,
      field.unless && !sent.names.includes(field.name) ? (before[field.name] ?? "") : readField(field, sent),
    ]),
  );
}

function readField({ name, kind }: Field, sent: Form): string | string[] {
  if (kind === "several") return [...sent.all(name)];
  if (kind === "town") return sent.get(name).trim() === "" ? townOf(sent) : sent.get(name);
  if (kind === "commune") return readCommune(sent.get(name), sent.get(`${name}-chosen`));
  if (kind !== "day") return sent.get(name);
  const parts = datePartsOf(sent, name);
  if (isEmptyDate(parts)) return "";
  const read = readDate(parts);
  return "day" in read ? read.day : `${parts.day}/${parts.month}/${parts.year}`;
}

function errorOf(section: Section, problem: Problem, contents: Contents, lang: Lang): FieldError {
  const { field: name } = problem;
  const field = section.fields.find((one) => one.name === name)!;
  return { field: field.kind === "day" ? `${name}-day` : name, message: sayProblem(problem, contents, lang) };
}

/** A value in words, for readers and screen readers. */
export function sayField(field: Field, contents: Contents, lang: Lang): string {
  const words = fieldWords(field.name, lang);
  const nothing = dossierWords(lang).save.nothing;
  const chosen = severalOf(contents, field.name).filter((one) => one.trim() !== "");
  if (chosen.length === 0) return nothing;
  if (field.kind === "one" || field.kind === "several")
    return chosen.map((one) => words.options?.[one] ?? one).join(", ");
  if (field.kind === "country") return countryName(chosen[0]!, lang);
  if (field.kind === "day") return dossierWords(lang).save.day(chosen[0]!);
  if (field.kind === "commune") return sayPlace(chosen[0]!, lang);
  return chosen[0]!;
}

function sayPlace(value: string, lang: Lang): string {
  const place = birthplaceOf(value);
  if (!place) return value;
  const name = place.name || communesOf(place.code ?? "").map(communeName)[0];
  return [name, dossierWords(lang).commune.said(place.code)].filter(Boolean).join(", ");
}

export function readOnly(section: Section, contents: Contents, lang: Lang): Html {
  return html`<dl class="summary">${section.fields
    .filter(({ when }) => when === undefined || when(contents))
    .map(
      (field) =>
        html`<div><dt>${fieldWords(field.name, lang).label}</dt><dd class="typed">${sayField(field, contents, lang)}</dd></div>`,
    )}</dl>`;
}

type Both = { readonly now: { readonly version: number; readonly contents: Contents }; readonly mine: Contents };

/**
 * After a concurrent save: the differing fields with both values to choose from. Nothing is written yet, and leaving the page keeps what is
 * stored.
 */
function bothValues(visit: Visit, section: Section, { now, mine }: Both): PageResult {
  const { lang } = visit;
  const words = dossierWords(lang);
  const differing = section.fields.filter(({ name }) => !sameValue(now.contents[name], mine[name]));
  const choices = differing.map((field) =>
    radios({
      name: `pick-${field.name}`,
      legend: fieldWords(field.name, lang).label,
      options: [
        { value: "mine", label: words.both.mine(sayField(field, mine, lang)) },
        { value: "stored", label: words.both.stored(sayField(field, now.contents, lang)) },
      ],
      value: "mine",
      errors: [],
      lang,
    }),
  );
  const main = html`<h1>${words.both.heading}</h1>
<p>${words.both.why}</p>
${form(visit, html`${choices}<div class="actions">${button(words.both.save)}</div>`, {
  action: visit.link(`${below(visit, "partie")}/${section.key}/accorder`),
  hidden: { _version: String(now.version), _mine: JSON.stringify(mine) },
})}`;
  return page(visit, { title: words.both.heading, main, back: below(visit) }, 409);
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}

/** Saves the values chosen for each field. */
export const dossierAgree: Page = {
  name: "dossier-accorder",
  path: "/:diploma/dossier/:dossier/partie/:section/accorder",
  who: "apply",
  view: (visit) => ({ redirect: visit.link(below(visit, `partie/${visit.params.section}`)) }),
  submit: async (visit, sent) => {
    const here = await sectionHere(visit);
    if (!here) return { notFound: true };
    const { section, opened } = here;
    const mine = readMine(section, sent.get("_mine"));
    const contents = Object.fromEntries(
      section.fields.map(({ name }) => [
        name,
        (sent.get(`pick-${name}`) === "mine" ? mine[name] : here.contents[name]) ?? "",
      ]),
    );
    const version = Number(sent.get("_version")) || 0;
    const input = { dossier: opened.dossier.id, section: section.key, version, contents };
    const outcome = await act(visit, saveSection, input, { sent });
    if (outcome.kind === "stale")
      return bothValues(visit, section, { now: outcome.current as Both["now"], mine: contents });
    return outcome.kind === "done"
      ? { redirect: visit.link(below(visit, `partie/${section.key}`)) }
      : sectionPage(visit, here, contents, [], version, { fault: whyNotKept(visit, outcome) });
  },
};

/** Only fields of the section; anything else is dropped. */
function readMine(section: Section, text: string): Contents {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof read !== "object" || read === null) return {};
  const values = read as { [name: string]: unknown };
  return Object.fromEntries(
    section.fields.flatMap(({ name }) => {
      const value = values[name];
      const kept = typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"));
      return kept ? [[name, value] as const] : [];
    }),
  );
}
