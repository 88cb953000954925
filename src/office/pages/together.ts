/**
 * One act for several dossiers: taking them, or asking the same complement. It is previewed first; each dossier is a separate act, so one
 * failure does not affect the others.
 */
import { type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import type { Outcome } from "../../act/act.ts";
import { isId } from "../../kit/shapes.ts";
import { act, attemptOf, logFault, see } from "../../page/acting.ts";
import { button, errorSummary, type FieldError, form, linkButton, summaryList, table } from "../../page/form.ts";
import { type Naming, printFields, readFields } from "../../page/field.ts";
import { layout } from "../../page/layout.ts";
import { type Form, NO_FORM, type Page, type PageResult, type Visit } from "../../page/page.ts";
import { carriedOn, unpacked } from "../../page/print-form.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { assignDossier } from "../acts.ts";
import { type Chosen, MOST_CHOSEN, seeChosen } from "../chosen.ts";
import { togetherWords } from "../together-words.ts";
import { officeWords, sayPart, sayStanding } from "../words.ts";
import { requestFields, requestOf, tooLongNotes } from "./ask.ts";

const GO = "go";
const REVIEW = "review";
/** States in which a complement may be asked. */
const ASKABLE: readonly string[] = ["submitted", "examining", "late", "answered", "complement", "checked"];

/** The kind of act, as a form value: this page is reached by a form, never a URL. */
export const TOGETHER = { take: "prendre", ask: "complement" } as const;
type What = keyof typeof TOGETHER;
type Row = Chosen["rows"][number];

export const togetherPage: Page = {
  name: "dossiers-ensemble",
  path: "/dossiers/ensemble",
  who: "handle the dossiers",
  view: (visit) => ({ redirect: visit.link("/dossiers") }),
  submit: async (visit, posted) => {
    const sent = unpacked(posted);
    const what: What = sent.get("what") === TOGETHER.ask ? "ask" : "take";
    // Ticked in the queue, then carried from page to page in one field.
    const ids = [...sent.all("d"), ...sent.get("chosen").split(" ")].filter((id) => isId(id));
    const dossiers = [...new Set(ids)].slice(0, MOST_CHOSEN);
    const chosen = dossiers.length === 0 ? undefined : await see(visit, seeChosen, { dossiers });
    if (!chosen) return nothing(visit, what);
    if (what === "take") return sent.get("do") === GO ? takeChosen(visit, chosen, sent) : taking(visit, chosen);
    return askChosen(visit, chosen, sent);
  },
};

function framed(visit: Visit, title: string, main: Html, errors: readonly FieldError[] = [], status = 200): PageResult {
  const shown = html`${errorSummary(errors, visit.lang)}<h1>${title}</h1>${main}`;
  const frame = { title, main: shown, error: errors.length > 0, back: "/dossiers" };
  return { html: layout(visit, frame), status: errors.length > 0 ? 422 : status };
}

function nothing(visit: Visit, what: What): PageResult {
  const words = togetherWords[visit.lang];
  const main = html`<p>${words.none}</p><div class="actions">${linkButton(visit.link("/dossiers"), words.backToQueue)}</div>`;
  return framed(visit, words.title[what], main, [], 422);
}

/** The dossiers, each with a remark. */
function rowsTable(visit: Visit, rows: readonly Row[], heading: string, say: (row: Row) => string): Html {
  const { lang } = visit;
  const words = officeWords(lang).queue;
  return table({
    id: "choisis",
    caption: togetherWords[lang].caption,
    stacks: true,
    head: [words.name, words.number, words.state, heading],
    rows: rows.map((row) => [row.name ?? words.unnamed, row.number, sayStanding(row.standing, lang), say(row)]),
  });
}

/** The dossiers, and the officers shown to the reader. */
function hiddenFields(rows: readonly Row[], what: What): Html {
  return html`<input type="hidden" name="what" value="${TOGETHER[what]}"><input type="hidden" name="chosen" value="${rows.map(({ id }) => id).join(" ")}">${what === "take" && rows.map(({ id, officer }) => html`<input type="hidden" name="from-${id}" value="${officer ?? ""}">`)}`;
}

function taking(visit: Visit, { rows }: Chosen): PageResult {
  const { lang, person } = visit;
  const words = togetherWords[lang];
  const mine = (row: Row) => row.officer === person?.account;
  const left = rows.filter((row) => !mine(row) && !isOwn(visit, row));
  const list = rowsTable(visit, rows, words.what, (row) =>
    isOwn(visit, row) ? words.own : mine(row) ? words.already : words.willTake,
  );
  const go = html`${hiddenFields(left, "take")}<div class="actions">${button(words.takeGo(left.length), { name: "do", value: GO })}${linkButton(visit.link("/dossiers"), words.backToQueue, "secondary")}</div>`;
  const main = html`<p class="lead">${words.takeLead}</p>${list}${left.length > 0 ? form(visit, go) : html`<p>${words.nobody}</p>`}`;
  return framed(visit, words.title.take, main);
}

async function takeChosen(visit: Visit, chosen: Chosen, sent: Form): Promise<PageResult> {
  const to = visit.person?.account ?? null;
  const done = await each(visit, chosen.rows, (row) => {
    const from = sent.get(`from-${row.id}`);
    const input = { dossier: row.id, to, from: isId(from) ? from : null };
    return act(visit, assignDossier, input, { sent, part: row.id });
  });
  return outcomePage(visit, chosen, "take", done, sent);
}

async function askChosen(visit: Visit, chosen: Chosen, sent: Form): Promise<PageResult> {
  const pressed = sent.get("do");
  const typed = pressed === "" ? NO_FORM : sent;
  if (pressed !== REVIEW && pressed !== GO) return asking(visit, chosen, typed, []);
  const { values, errors } = readFields(fieldsFor(visit, chosen), sent, { named: asCalled, lang: visit.lang });
  if (errors.length > 0) return asking(visit, chosen, typed, errors);
  const long = Object.entries(tooLongNotes(values, visit.lang)).map(([field, message]) => ({ field, message }));
  if (long.length > 0) return asking(visit, chosen, typed, long);
  const request = requestOf(values);
  if (request.dueOn < visit.today)
    return asking(visit, chosen, typed, [{ field: "dueOn-day", message: officeWords(visit.lang).ask.noDay }]);
  if (pressed === REVIEW) return reviewing(visit, chosen, typed, request);
  const done = await each(visit, chosen.rows.filter(askableBy(visit)), ({ id }) =>
    act(visit, askComplement, { dossier: id, ...request }, { sent, part: id }),
  );
  return outcomePage(visit, chosen, "ask", done, sent);
}

const asCalled: Naming = (name) => name;

function fieldsFor(visit: Visit, { rows, intake }: Chosen) {
  return requestFields(visit, { intake, languages: [...new Set(rows.map(({ language }) => language))] });
}

/** An officer is the candidate for their own dossier, not its examiner. */
function isOwn({ person }: Visit, { account }: Row): boolean {
  return account !== null && account === person?.account;
}

function askableBy(visit: Visit): (row: Row) => boolean {
  return (row) => ASKABLE.includes(row.standing) && !isOwn(visit, row);
}

function asking(visit: Visit, chosen: Chosen, typed: Form, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = togetherWords[lang];
  const { rows } = chosen;
  if (!rows.some(askableBy(visit))) {
    const list = rowsTable(visit, rows, words.what, sayAsk(visit));
    return framed(visit, words.title.ask, html`<p>${words.nobody}</p>${list}`, [], 422);
  }
  const { items, dueOn } = printFields(fieldsFor(visit, chosen), { typed, errors, lang, named: asCalled });
  const go = html`${hiddenFields(rows, "ask")}${items}${dueOn}<div class="actions">${button(words.review, { name: "do", value: REVIEW })}</div>`;
  const main = html`<p class="lead">${words.askLead}</p>${rowsTable(visit, rows, words.what, sayAsk(visit))}${form(visit, go)}`;
  return framed(visit, words.title.ask, main, errors);
}

function sayAsk(visit: Visit): (row: Row) => string {
  const words = togetherWords[visit.lang];
  const isAskable = askableBy(visit);
  return (row) => {
    if (isOwn(visit, row)) return words.own;
    return !isAskable(row) ? words.cannot : row.standing === "complement" ? words.replaces : words.willAsk;
  };
}

type Request = ReturnType<typeof requestOf>;

function reviewing(visit: Visit, chosen: Chosen, typed: Form, request: Request): PageResult {
  const { lang } = visit;
  const { rows, intake } = chosen;
  const words = togetherWords[lang];
  const askable = rows.filter(askableBy(visit));
  const colon = lang === "fr" ? "\u00a0: " : ": ";
  const items = request.items.map((item) => {
    const note = request.notes[item] ?? "";
    return html`<li>${sayPart(item, intake, lang)}${note !== "" && html`${colon}<span class="typed">${note}</span>`}</li>`;
  });
  const summary = [
    { key: words.items, value: html`<ul>${items}</ul>` },
    { key: words.due, value: sayDay(request.dueOn, lang) },
  ];
  const go = html`${hiddenFields(rows, "ask")}${carried(visit, chosen, typed)}<div class="actions">${button(words.askGo(askable.length), { name: "do", value: GO })}${button(words.edit, { name: "do", value: "edit", variant: "secondary" })}</div>`;
  const main = html`<p class="lead">${words.reviewLead(askable.length)}</p>${summaryList(summary, lang)}${rowsTable(visit, rows, words.what, sayAsk(visit))}${form(visit, go)}`;
  return framed(visit, words.reviewTitle, main);
}

/** The request as typed; the form lists the dossiers separately. */
function carried(visit: Visit, chosen: Chosen, typed: Form): Html {
  const asked = typed.names.filter((name) => /^(?:items|note-.*|dueOn-.*)$/.test(name));
  return carriedOn({ ...typed, names: asked }, fieldsFor(visit, chosen), asCalled);
}

type RowOutcome = Outcome<unknown> | "failed";

/** One after the other; a failure does not stop the rest. */
async function each(
  { request }: Visit,
  rows: readonly Row[],
  deed: (row: Row) => Promise<Outcome<unknown>>,
): Promise<Map<string, RowOutcome>> {
  const done = new Map<string, RowOutcome>();
  const failed = (error: Error): RowOutcome => {
    logFault(request, error);
    return "failed";
  };
  for (const row of rows) done.set(row.id, await deed(row).catch(failed));
  return done;
}

function outcomePage(visit: Visit, chosen: Chosen, what: What, done: Map<string, RowOutcome>, sent: Form): PageResult {
  const { lang } = visit;
  const { rows, colleagues } = chosen;
  const words = togetherWords[lang];
  const say = (row: Row): string => {
    if (isOwn(visit, row)) return words.own;
    const outcome = done.get(row.id);
    if (outcome === undefined) return words.cannot;
    if (outcome === "failed") return words.failed;
    if (outcome.kind === "done") return words.done[what];
    if (outcome.kind === "invalid") return outcome.issues.map(({ message }) => message(lang)).join(" ");
    if (outcome.kind !== "stale") return words.refused;
    const { officer } = outcome.current as { officer: string | null };
    const dossier = officeWords(lang).dossier;
    const name = colleagues.find(({ account }) => account === officer)?.name ?? dossier.left;
    return words.moved(officer === null ? dossier.nobody : name);
  };
  const isDone = ({ id }: Row) => {
    const outcome = done.get(id);
    return outcome !== undefined && outcome !== "failed" && outcome.kind === "done";
  };
  const failed = rows.filter(({ id }) => done.get(id) === "failed");
  // Under the same attempt, so that what was done is not repeated.
  const again = failed.length > 0 && retry(visit, { ...chosen, rows: failed }, what, sent);
  const count = rows.filter(isDone).length;
  const main = html`<p class="ds-alert" data-color="${count === rows.length ? "success" : "warning"}" tabindex="-1" autofocus>${words.resultLead(count, rows.length)}</p>${rowsTable(visit, rows, words.outcome, say)}${again}
<div class="actions">${linkButton(visit.link("/dossiers"), words.backToQueue)}</div>`;
  return framed(visit, words.result, main);
}

function retry(visit: Visit, chosen: Chosen, what: What, sent: Form): Html {
  const words = togetherWords[visit.lang];
  const go = button(words.again, { name: "do", value: GO, variant: "secondary" });
  return form(
    visit,
    html`${hiddenFields(chosen.rows, what)}${carried(visit, chosen, sent)}<div class="actions">${go}</div>`,
    {
      attempt: attemptOf(sent),
    },
  );
}
