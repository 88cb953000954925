/** Asking a candidate for a complement: which parts, what is wrong with each, and until when. */
import { type Html, html } from "../../../kit/html.ts";
import { readyReasons } from "../../../law/establishment.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import { button, checkboxes, dateField, errorSummary, type FieldError, form, textField } from "../../../web/form.ts";
import { type DateParts, datePartsOf, NO_DATE, readDate } from "../../../web/form-values.ts";
import { layout } from "../../../web/layout.ts";
import type { Form, Page, PageResult, Visit } from "../../../web/page.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { complementItems } from "../../dossier/complement-items.ts";
import { type OfficeDossier, seeDossier } from "../views.ts";
import { officeWords, sayPart } from "../words.ts";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HANDED_IN: readonly string[] = ["submitted", "late", "complement"];

export const askPage: Page = {
  name: "dossiers-complement",
  path: "/dossiers/:dossier/complement",
  who: "handle the dossiers",
  view: async (visit): Promise<PageResult> => {
    const opened = await openedHere(visit);
    if (!opened) return { notFound: true };
    if (!mayBeAsked(opened)) return { redirect: visit.link(`/dossiers/${opened.dossier.id}`) };
    return shown(visit, opened, [], { ...fromVerdicts(opened), due: NO_DATE });
  },
  submit: async (visit, sent): Promise<PageResult> => {
    const opened = await openedHere(visit);
    if (!opened) return { notFound: true };
    const { lang, link } = visit;
    const words = officeWords(lang).ask;
    const dossier = opened.dossier.id;
    const typed = typedIn(sent);
    const read = readDate(typed.due);
    const errors: FieldError[] = [
      ...(typed.items.length === 0 ? [{ field: "items", message: words.noItem }] : []),
      ...("fault" in read ? [{ field: `dueOn-${read.fault}`, message: words.noDay }] : []),
    ];
    if (errors.length > 0 || "fault" in read) return shown(visit, opened, errors, typed);
    const notes = Object.fromEntries(typed.items.map((item) => [item, typed.notes(item)]));
    const input = { dossier, items: [...typed.items], dueOn: read.day, notes };
    const outcome = await act(visit, askComplement, input, { sent });
    if (outcome.kind === "done") return { redirect: `${link(`/dossiers/${dossier}`)}?fait=complement` };
    if (outcome.kind !== "invalid") return { redirect: link(`/dossiers/${dossier}`) };
    return shown(visit, opened, fieldErrors(outcome.issues, lang).map(onField), typed);
  },
};

export function mayBeAsked({ state }: Pick<OfficeDossier, "state">): boolean {
  return HANDED_IN.includes(state.state);
}

/** What was judged not to conform, with its reason. */
function fromVerdicts({ verdicts }: OfficeDossier): Pick<Typed, "items" | "notes"> {
  const wrong = new Map(Object.entries(verdicts).filter(([, { conform, outdated }]) => !conform && !outdated));
  return { items: [...wrong.keys()], notes: (item) => wrong.get(item)?.reason ?? "" };
}

function onField({ field, message }: FieldError): FieldError {
  return { field: field === "dueOn" ? "dueOn-day" : "items", message };
}

async function openedHere(visit: Visit): Promise<OfficeDossier | undefined> {
  const { dossier = "" } = visit.params;
  return ID.test(dossier) ? see(visit, seeDossier, { dossier }) : undefined;
}

type Typed = {
  readonly items: readonly string[];
  readonly notes: (item: string) => string;
  readonly due: DateParts;
};

function typedIn(sent: Form): Typed {
  return {
    items: [...new Set(sent.all("items"))].slice(0, 50),
    notes: (item) =>
      sent
        .get(`note-${fieldOf(item)}`)
        .trim()
        .slice(0, 1000),
    due: datePartsOf(sent, "dueOn"),
  };
}

/** A piece’s key has a colon before it, which a selector would take for something else. */
function fieldOf(item: string): string {
  return item.replaceAll(":", "-");
}

export function isPiece(item: string): boolean {
  return item.startsWith("piece:");
}

function shown(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], typed: Typed): PageResult {
  const { lang } = visit;
  const words = officeWords(lang).ask;
  const { intake, dossier, state } = opened;
  const items = complementItems(intake);
  const note = (item: string): Html =>
    textField({
      name: `note-${fieldOf(item)}`,
      label: words.what(sayPart(item, intake, lang)),
      value: typed.notes(item),
      // In the language in which the person reads it.
      suggestions: readyReasons(visit.school, isPiece(item) ? "piece" : "part", dossier.language),
      optional: true,
      errors,
      lang,
    });
  const title = words.title(dossier.number);
  const choices = checkboxes({
    name: "items",
    legend: words.items,
    options: items.map((item) => ({ value: item, label: sayPart(item, intake, lang) })),
    values: typed.items,
    follow: Object.fromEntries(items.map((item) => [item, note(item)])),
    errors,
    lang,
  });
  const due = dateField({ name: "dueOn", legend: words.dueOn, hint: words.dueHint, value: typed.due, errors, lang });
  const main = html`${errorSummary(errors, lang)}
<h1>${title}</h1>
<p class="lead">${words.lead}</p>
${state.state === "complement" && html`<p class="ds-alert" data-color="warning">${words.again}</p>`}
${errors.length === 0 && typed.items.length > 0 && html`<p class="ds-alert" data-color="info">${words.fromVerdicts}</p>`}
${form(visit, html`${choices}${due}<div class="actions">${button(words.go)}</div>`)}`;
  const status = errors.length > 0 ? 422 : 200;
  const back = `/dossiers/${dossier.id}`;
  return { html: layout(visit, { title, main, error: errors.length > 0, back }), status };
}
