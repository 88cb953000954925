/** The commune of birth, chosen by its name: those that it may be, with their département, or none of them. */
import { html } from "../../kit/html.ts";
import { type Commune, findCommunes, MOST_FOUND } from "../../kit/commune.ts";
import { act } from "../../page/acting.ts";
import { button, errorSummary, type FieldError, form, radios, textField } from "../../page/form.ts";
import { textOf } from "../../page/form-values.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { saveSection } from "../acts.ts";
import { birthplaceOf, type Contents, lineOf, placeText, sectionOf, statusOf } from "../rules/sections.ts";
import { isOpen } from "../rules/state.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below, dossierOf } from "./holding.ts";

const SECTION = "identity";
const FIELD = "birthCommune";
const NONE = "none";

/** « Saint-Denis (Seine-Saint-Denis) ». */
export function communeName({ name, department }: Commune): string {
  return department === "" || department === name ? name : `${name} (${department})`;
}

export const dossierCommune: Page = {
  name: "dossier-commune",
  path: "/:diploma/dossier/:dossier/commune",
  who: "apply",
  view: async (visit) => {
    const opened = await dossierOf(visit);
    if (!opened) return { notFound: true };
    return isOpen(opened.state, SECTION) ? shown(visit, opened, []) : { redirect: visit.link(below(visit)) };
  },
  submit: async (visit, sent) => {
    const opened = await dossierOf(visit);
    if (!opened) return { notFound: true };
    if (!isOpen(opened.state, SECTION)) return { redirect: visit.link(below(visit, `partie/${SECTION}`)) };
    if (sent.names.includes("search")) {
      await keep(visit, opened, textOf(sent, "search"));
      return { redirect: visit.link(visit.path) };
    }
    return chosen(visit, opened, sent);
  },
};

async function chosen(visit: Visit, opened: OpenedDossier, sent: Form): Promise<PageResult> {
  const words = dossierWords(visit.lang).commune;
  const choice = sent.get("commune");
  const other = textOf(sent, "other");
  if (choice === NONE) {
    if (other === "") return shown(visit, opened, [{ field: "other", message: words.otherMissing }], choice);
    return kept(visit, opened, placeText({ code: null, name: other }));
  }
  const found = searched(opened).some((one) => valueOf(one) === choice);
  return found
    ? kept(visit, opened, choice)
    : shown(visit, opened, [{ field: "commune", message: words.choose }], choice);
}

async function kept(visit: Visit, opened: OpenedDossier, value: string): Promise<PageResult> {
  const contents = await keep(visit, opened, value);
  const done = contents && statusOf(sectionOf(SECTION)!, contents) === "done";
  return { redirect: visit.link(below(visit, done ? "" : `partie/${SECTION}`)) };
}

/** One field of the section, whatever else was saved meanwhile: nothing of another tab is lost, none is asked about. */
async function keep(visit: Visit, opened: OpenedDossier, value: string): Promise<Contents | undefined> {
  const dossier = opened.dossier.id;
  let saved: { version: number; contents: Contents } = opened.saved[SECTION] ?? { version: 0, contents: {} };
  for (let tries = 0; tries < 5; tries++) {
    const contents = { ...saved.contents, [FIELD]: value };
    const input = { dossier, section: SECTION, version: saved.version, contents };
    const outcome = await act(visit, saveSection, input);
    if (outcome.kind === "done") return contents;
    if (outcome.kind !== "stale") return undefined;
    saved = outcome.current as typeof saved;
  }
  return undefined;
}

function searched({ sections }: OpenedDossier): Commune[] {
  const value = lineOf(sections[SECTION] ?? {}, FIELD);
  return findCommunes(birthplaceOf(value)?.name ?? value);
}

function valueOf(one: Commune): string {
  return placeText({ code: one.code, name: communeName(one) });
}

function shown(visit: Visit, opened: OpenedDossier, errors: readonly FieldError[], choice?: string): PageResult {
  const { lang } = visit;
  const words = dossierWords(lang).commune;
  const value = lineOf(opened.sections[SECTION] ?? {}, FIELD);
  const typed = birthplaceOf(value)?.name ?? value;
  const found = searched(opened);
  const other = textField({ name: "other", label: words.other, hint: words.otherHint, value: typed, errors, lang });
  const options = [
    ...found.map((one) => ({
      value: valueOf(one),
      label: communeName(one),
      hint: one.today && words.today(one.today),
    })),
    { value: NONE, label: found.length === 0 ? words.notListed : words.noneOfThese },
  ];
  const search = html`${textField({ name: "search", label: words.search, hint: words.searchHint, value: typed, errors: [], lang })}
<div class="actions">${button(words.find, { variant: "secondary" })}</div>`;
  const choices = radios({
    name: "commune",
    legend: found.length === 0 ? words.nothing : words.which,
    hint: found.length === MOST_FOUND ? words.more : undefined,
    options,
    value: choice ?? (birthplaceOf(value) && value),
    follow: { [NONE]: other },
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p>${words.why}</p>
${form(visit, search)}
${typed !== "" && form(visit, html`${choices}<div class="actions">${button(dossierWords(lang).save.next)}</div>`)}`;
  const title = `${words.heading} – ${dossierWords(lang).start.numbered(opened.dossier.number)}`;
  const status = errors.length > 0 ? 422 : 200;
  return page(visit, { title, main, error: errors.length > 0, back: below(visit, `partie/${SECTION}`) }, status);
}
