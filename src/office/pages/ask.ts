/** Asking a candidate for a complement: which parts, what is wrong with each, and until when. */
import { allows } from "../../kit/machine.ts";
import { DOSSIER } from "../../dossier/rules/state.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { lengthOf, tooLong } from "../../kit/schema.ts";
import { isId } from "../../kit/shapes.ts";
import { readyReasons } from "../../law/establishment.ts";
import { act, fieldErrors, see } from "../../page/acting.ts";
import { button, checkboxes, dateField, errorSummary, type FieldError, form, textField } from "../../page/form.ts";
import { type DateParts, datePartsOf, NO_DATE, readDate } from "../../page/form-values.ts";
import { layout } from "../../page/layout.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { askComplement, MOST_NOTED } from "../../dossier/complement-acts.ts";
import { complementItems } from "../../dossier/complement-items.ts";
import { type OfficeDossier, seeDossier } from "../views.ts";
import { keepingList } from "./list.ts";
import { notHere } from "./own.ts";
import { officeWords, sayPart } from "../words.ts";

export const askPage: Page = {
  name: "dossiers-complement",
  path: "/dossiers/:dossier/complement",
  who: "handle the dossiers",
  view: async (visit): Promise<PageResult> => {
    const opened = await openedHere(visit);
    if (!opened) return notHere(visit);
    if (!mayBeAsked(opened)) return { redirect: visit.link(keepingList(visit, `/dossiers/${opened.dossier.id}`)) };
    return shown(visit, opened, [], { ...fromVerdicts(opened), due: NO_DATE });
  },
  submit: async (visit, sent): Promise<PageResult> => {
    const opened = await openedHere(visit);
    if (!opened) return notHere(visit);
    const { lang, link } = visit;
    const dossier = opened.dossier.id;
    const typed = typedIn(sent);
    const read = readRequest(visit, typed);
    if ("errors" in read) return shown(visit, opened, read.errors, typed);
    const input = { dossier, ...read.request };
    const outcome = await act(visit, askComplement, input, { sent });
    if (outcome.kind === "done")
      return { redirect: link(keepingList(visit, `/dossiers/${dossier}`, { fait: "complement" })) };
    if (outcome.kind !== "invalid") return { redirect: link(keepingList(visit, `/dossiers/${dossier}`)) };
    return shown(visit, opened, fieldErrors(outcome.issues, lang).map(onField), typed);
  },
};

/** Whether anything that is written to the person leaves. */
export function isReached({ contact, dossier }: Pick<OfficeDossier, "contact" | "dossier">): boolean {
  return (contact?.address ?? dossier.address) !== null;
}

export function mayBeAsked({ state }: Pick<OfficeDossier, "state">): boolean {
  return allows(DOSSIER, "complement-asked", state.state);
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
  return isId(dossier) ? see(visit, seeDossier, { dossier }) : undefined;
}

type Request = { readonly items: string[]; readonly dueOn: Day; readonly notes: Record<string, string> };

/** What is asked, as the act takes it; or what is missing from it. */
export function readRequest(
  { lang }: Visit,
  { items, notes, due }: Typed,
): { readonly request: Request } | { readonly errors: readonly FieldError[] } {
  const words = officeWords(lang).ask;
  const read = readDate(due);
  const errors: FieldError[] = [
    ...(items.length === 0 ? [{ field: "items", message: words.noItem }] : []),
    ...items.flatMap((item) => {
      const note = notes(item);
      const field = `note-${fieldOf(item)}`;
      return lengthOf(note) > MOST_NOTED ? fieldErrors([tooLong(field, note, MOST_NOTED)], lang) : [];
    }),
    ...("fault" in read ? [{ field: `dueOn-${read.fault}`, message: words.noDay }] : []),
  ];
  if (errors.length > 0 || "fault" in read) return { errors };
  const said = Object.fromEntries(items.map((item) => [item, notes(item)]));
  return { request: { items: [...items], dueOn: read.day, notes: said } };
}

export type Typed = {
  readonly items: readonly string[];
  readonly notes: (item: string) => string;
  readonly due: DateParts;
};

export function typedIn(sent: Form): Typed {
  return {
    // Ticked; or, once read over, in one field.
    items: [...new Set([...sent.all("items"), ...sent.get("keys").split(" ")])].filter(Boolean),
    notes: (item) => sent.get(`note-${fieldOf(item)}`).trim(),
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
  const title = words.title(dossier.number);
  const main = html`${errorSummary(errors, lang)}
<h1>${title}</h1>
<p class="lead">${words.lead} ${isReached(opened) ? words.mailed : words.notMailed}</p>
${state.state === "complement" && html`<p class="ds-alert" data-color="warning">${words.again}</p>`}
${errors.length === 0 && typed.items.length > 0 && html`<p class="ds-alert" data-color="info">${words.fromVerdicts}</p>`}
${form(visit, html`${requestFields(visit, { intake, languages: [dossier.language] }, errors, typed)}<div class="actions">${button(words.go)}</div>`, { action: visit.link(keepingList(visit, visit.path)) })}`;
  const status = errors.length > 0 ? 422 : 200;
  const back = keepingList(visit, `/dossiers/${dossier.id}`);
  return { html: layout(visit, { title, main, error: errors.length > 0, back }), status };
}

type Of = { readonly intake: OfficeDossier["intake"]; readonly languages: readonly Lang[] };

/** What is to be given again, what is wrong with each part, and by when. */
export function requestFields(
  visit: Visit,
  { intake, languages }: Of,
  errors: readonly FieldError[],
  typed: Typed,
): Html {
  const { lang, school } = visit;
  const words = officeWords(lang).ask;
  const items = complementItems(intake);
  // In the language in which they are read.
  const ready = (item: string) =>
    languages.flatMap((one) => readyReasons(school, isPiece(item) ? "piece" : "part", one));
  const note = (item: string): Html =>
    textField({
      name: `note-${fieldOf(item)}`,
      label: words.what(sayPart(item, intake, lang)),
      value: typed.notes(item),
      suggestions: ready(item),
      optional: true,
      errors,
      lang,
    });
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
  return html`${choices}${due}`;
}
