/** For the référent handicap alone: who asks for arrangements, what each of them confided, and what is decided. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { isId, longestOf } from "../../../kit/shapes.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import { button, checkboxes, errorSummary, type FieldError, form, summaryList, textArea } from "../../../web/form.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { page } from "../../pages/frame.ts";
import { decideArrangements } from "../arrange-acts.ts";
import { arrangedWords, sayArranged } from "../arranged-words.ts";
import { ACCOMMODATIONS, CONFIDENTIAL, type Contents, lineOf, sectionOf, severalOf } from "../rules/sections.ts";
import { confidedDossiers, type ReadConfided, readConfided } from "../views.ts";
import { fieldWords } from "../field-words.ts";
import { dossierWords } from "../words.ts";
import { readOnly } from "./section.ts";

const WHO = "read what is said of a disability";

export const advisorList: Page = {
  name: "handicap",
  path: "/handicap",
  who: WHO,
  view: async (visit) => {
    const { lang } = visit;
    const words = dossierWords(lang).advisor;
    const { status } = arrangedWords(lang);
    const before = visit.query.avant;
    const asked = before === undefined ? {} : { before: before.slice(0, 20) };
    const { rows: all, older } = (await see(visit, confidedDossiers, asked)) ?? { rows: [], older: null };
    // What waits for a decision first.
    const statusOf = ({ withdrawn, decided }: (typeof all)[number]) =>
      withdrawn ? "withdrawn" : decided ? "decided" : "to-decide";
    const rows = (["to-decide", "decided", "withdrawn"] as const).flatMap((one) =>
      all.filter((row) => statusOf(row) === one).map((row) => ({ ...row, status: one })),
    );
    const main = html`<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${rows.length === 0 && html`<p>${words.nobody}</p>`}
<ul class="tasks">${rows.map(
      ({ dossier, number, name, asked, hasSaid, status: one }) =>
        html`<li><a class="ds-link" href="${href(visit.link(`/handicap/${dossier}`))}">${name ?? words.noName} <span class="made">${number}</span></a> <span>${effects(asked, lang)}${hasSaid && html` <span class="ds-tag" data-color="neutral">${words.said}</span>`} <span class="task-status" data-status="${one === "to-decide" ? "to-do" : "done"}">${status[one]}</span></span></li>`,
    )}</ul>
${older !== null && html`<p><a class="ds-link" href="${href(`${visit.link(visit.path)}?avant=${older}`)}">${words.older}</a></p>`}`;
    return page(visit, { title: words.heading, main, back: before === undefined ? "/compte" : visit.path });
  },
};

export const advisorDossier: Page = {
  name: "handicap-dossier",
  path: "/handicap/:dossier",
  who: WHO,
  view: async (visit) => {
    const found = await openedHere(visit);
    return found ? shown(visit, found, typedOf(found), []) : { notFound: true };
  },
  submit: async (visit, sent) => {
    const { dossier = "" } = visit.params;
    const typed: Typed = {
      // Ticked; or, once read over, in one field.
      effects: [...new Set([...sent.all("effects"), ...sent.get("chosen").split(" ")])].filter(Boolean),
      other: sent.get("other"),
      words: sent.get("words"),
    };
    const since = /^\d{1,6}$/.test(sent.get("since")) ? Number(sent.get("since")) : 0;
    const before = await openedHere(visit);
    if (!before) return { notFound: true };
    if (sent.get("do") === EDIT) return shown(visit, before, typed, []);
    // Of a page that shows an older decision, the act says first what stands now.
    const present = since === (before.decision?.place ?? 0);
    if (sent.get("do") !== SURE && present && isWhole(typed) && refusedBy(before, typed).length > 0)
      return checking(visit, before, typed, since);
    const outcome = isId(dossier)
      ? await act(visit, decideArrangements, { dossier, ...typed, effects: [...typed.effects], since }, { sent })
      : undefined;
    if (outcome?.kind === "done") return { redirect: `${visit.link(visit.path)}?fait=decide` };
    const found = await openedHere(visit);
    if (!found) return { notFound: true };
    if (outcome?.kind === "stale") return shown(visit, found, typedOf(found), [], "stale");
    return shown(visit, found, typed, outcome?.kind === "invalid" ? fieldErrors(outcome.issues, visit.lang) : []);
  },
};

type Typed = { readonly effects: readonly string[]; readonly other: string; readonly words: string };

/** The buttons of the page on which what is not granted is read over. */
const SURE = "sure";
const EDIT = "edit";

/** The act would take it: what is missing from it is said first. */
function isWhole({ effects, other, words }: Typed): boolean {
  if (effects.includes("other") && other.trim() === "") return false;
  return effects.length > 0 || words.trim() !== "";
}

/** What was asked, or granted before, and is not ticked. */
function refusedBy(found: ReadConfided, { effects }: Typed): string[] {
  return typedOf(found).effects.filter((one) => !effects.includes(one));
}

/** A box left unticked is a refusal, which leaves by mail: it is read over first. */
function checking(visit: Visit, found: ReadConfided, typed: Typed, since: number): PageResult {
  const { lang } = visit;
  const says = arrangedWords(lang);
  const names = fieldWords("effects", lang).options ?? {};
  const [granted, other] = [sayArranged(typed, lang) ?? says.nothing, typedOf(found).other];
  const refused = refusedBy(found, typed).map((one) => (one === "other" && other ? other : (names[one] ?? one)));
  const rows = [
    { key: says.refused, value: html`<ul>${refused.map((one) => html`<li>${one}</li>`)}</ul>` },
    { key: says.arranged, value: granted },
    ...(typed.words.trim() === "" ? [] : [{ key: says.words, value: html`<span class="typed">${typed.words}</span>` }]),
  ];
  const hidden = { since: String(since), chosen: typed.effects.join(" "), other: typed.other, words: typed.words };
  const go = html`<div class="actions">${button(says.sure, { name: "do", value: SURE })}${button(says.edit, { name: "do", value: EDIT, variant: "secondary" })}</div>`;
  const title = says.check;
  const main = html`<h1>${title}</h1>
<p>${says.checkWhy}</p>
${summaryList(rows, lang)}
${form(visit, go, { hidden })}`;
  return page(visit, { title: `${title} – ${found.name ?? found.number}`, main, back: "/handicap" });
}

/** What was decided; before that, what was asked: an advisor most often says yes to it. */
function typedOf({ decision, asked }: ReadConfided): Typed {
  return decision?.arranged ?? { effects: severalOf(asked, "effects"), other: lineOf(asked, "other"), words: "" };
}

async function openedHere(visit: Visit): Promise<ReadConfided | undefined> {
  const { dossier = "" } = visit.params;
  return isId(dossier) ? see(visit, readConfided, { dossier }) : undefined;
}

function shown(
  visit: Visit,
  found: ReadConfided,
  typed: Typed,
  errors: readonly FieldError[],
  came?: "stale",
): PageResult {
  const { lang, query } = visit;
  const words = dossierWords(lang);
  const says = arrangedWords(lang);
  const title = `${found.name ?? words.advisor.noName} – ${words.start.numbered(found.number)}`;
  const told = came ? says.stale : errors.length === 0 && query.fait === "decide" && says.done;
  const main = html`${errorSummary(errors, lang)}<h1>${found.name ?? words.advisor.noName}</h1>
<p><span class="unbroken">${words.start.numbered(found.number)}</span></p>
${reach(found, says)}
${told && html`<p class="ds-alert" data-color="${came ? "warning" : "success"}" tabindex="-1" autofocus>${told}</p>`}
<p>${words.advisor.alone}</p>
<h2>${words.advisor.asked}</h2>
${readOnly(sectionOf("accommodations")!, found.asked, lang)}
<h2>${words.advisor.confided}</h2>
${readOnly(CONFIDENTIAL, found.said, lang)}
<h2>${says.heading}</h2>
${found.decision && decided(visit, found.decision)}
${deciding(visit, found, typed, errors)}`;
  const status = came ? 409 : errors.length > 0 ? 422 : 200;
  return page(visit, { title, main, back: "/handicap", error: errors.length > 0 }, status);
}

/** How to speak with them before anything is decided. */
function reach({ address, phone, withdrawn }: ReadConfided, says: ReturnType<typeof arrangedWords>): Html {
  const mail =
    address === null ? says.noAddress : html`<a class="ds-link" href="${href(`mailto:${address}`)}">${address}</a>`;
  return html`<p>${mail}${phone && html`, ${phone}`}</p>
${withdrawn && html`<p class="ds-alert" data-color="info">${says.withdrawnWhy}</p>`}`;
}

function deciding(visit: Visit, { decision }: ReadConfided, typed: Typed, errors: readonly FieldError[]): Html {
  const { lang } = visit;
  const says = arrangedWords(lang);
  const names = fieldWords("effects", lang).options ?? {};
  const most = longestOf(decideArrangements.form.properties.words);
  const other = textArea({ name: "other", label: says.other, value: typed.other, rows: 2, most, errors, lang });
  const fields = html`<p>${says.lead}</p>
${checkboxes({
  name: "effects",
  legend: says.effects,
  hint: says.effectsHint,
  options: ACCOMMODATIONS.map((one) => ({ value: one, label: names[one] ?? one })),
  follow: { other },
  values: typed.effects,
  errors,
  lang,
})}
${textArea({ name: "words", label: says.words, hint: says.wordsHint, value: typed.words, rows: 3, most, errors, lang })}
<div class="actions">${button(says.go)}</div>`;
  const filled = form(visit, fields, { hidden: { since: String(decision?.place ?? 0) } });
  if (!decision) return filled;
  return html`<details class="ds-details" ${errors.length > 0 && "open"}><summary>${says.again}</summary><div>${filled}</div></details>`;
}

/** As everybody who organises reads it. */
export function decided(visit: Visit, { at, arranged }: NonNullable<ReadConfided["decision"]>): Html {
  const { lang, school } = visit;
  const says = arrangedWords(lang);
  const what = sayArranged(arranged, lang) ?? says.nothing;
  return html`<dl class="summary"><div><dt>${says.arranged}</dt><dd class="typed">${what}</dd></div>${
    arranged.words !== "" && html`<div><dt>${says.words}</dt><dd class="typed">${arranged.words}</dd></div>`
  }</dl>
<p class="small">${says.by(sayDay(dayIn(at, school.timezone), lang))}</p>`;
}

function effects(asked: Contents, lang: "fr" | "en"): string {
  const names = fieldWords("effects", lang).options ?? {};
  return severalOf(asked, "effects")
    .map((one) => names[one] ?? one)
    .join(", ");
}
