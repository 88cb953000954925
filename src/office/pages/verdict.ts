/** The verdict on one part of a dossier, and the form to give it. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { longestOf } from "../../kit/shapes.ts";
import { readyReasons } from "../../law/establishment.ts";
import { may } from "../../act/permissions.ts";
import { button, type FieldError, form, radios, select, textArea, yesOrNo } from "../../page/form.ts";
import type { Form, Visit } from "../../page/page.ts";
import { judgePart, judgeRest } from "../acts.ts";
import { seenOf, type Verdict } from "../rules/verdict.ts";
import type { OfficeDossier } from "../views.ts";
import { officeWords, sayPart } from "../words.ts";
import { isPiece, mayBeAsked } from "./ask.ts";
import { keepingList } from "./list.ts";

/** Prefix of the part, in the button that gives a verdict. */
export const JUDGE = "judge:";

export const REST = "rest";

/** Prefix in the button that inserts a ready sentence. */
export const READY = "ready:";

/** A piece key's colon is replaced, since CSS selectors would misread it. */
function keyOf(item: string): string {
  return item.replaceAll(":", "-");
}

/** In the address: what of the page stands open. */
const OPEN = "ouvert";

/** The page with this open, at its place. */
export function opening(visit: Visit, what: string, at: string): string {
  return `${visit.link(keepingList(visit, visit.path, { [OPEN]: what }))}#${at}`;
}

export function isOpen({ query }: Visit, what: string): boolean {
  return query[OPEN] === what;
}

/** The part whose form is on the page: the one just sent, the one asked for, or the first that nobody has judged. */
function partOpen({ query }: Visit, { left }: OfficeDossier, sent: Form | undefined): string | undefined {
  const pressed = sent?.get("do") ?? "";
  const sentFor = [JUDGE, READY].find((prefix) => pressed.startsWith(prefix));
  return sentFor === undefined ? (query[OPEN] ?? left.find(isPiece) ?? left[0]) : pressed.slice(sentFor.length);
}

export function verdictId(item: string): string {
  return `avis-${keyOf(item)}`;
}

export function verdictFields(item: string) {
  const key = keyOf(item);
  return { conform: `conform-${key}`, reason: `reason-${key}`, ready: `ready-${key}`, seen: `seen-${key}` };
}

/** The verdict on a part with its author and day; for those allowed, the form or the link that opens it. */
export function verdictOf(
  visit: Visit,
  opened: OfficeDossier,
  item: string,
  errors: readonly FieldError[],
  sent?: Form,
): Html | false {
  if (opened.submissions.length === 0) return false;
  const { lang, school, actor } = visit;
  const words = officeWords(lang).verdict;
  const { verdicts, names, intake } = opened;
  const verdict = verdicts[item];
  const [colour, word] = !verdict
    ? (["neutral", words.none] as const)
    : verdict.outdated
      ? (["warning", words.outdated] as const)
      : verdict.conform
        ? (["success", words.conform] as const)
        : (["danger", words.not] as const);
  const by = verdict && names[verdict.by];
  const when = verdict && sayDay(dayIn(verdict.at, school.timezone), lang);
  const part = sayPart(item, intake, lang);
  const gives = may(actor, judgePart.who) && mayBeAsked(opened);
  // A form of each part would be half of the page.
  const here = gives && partOpen(visit, opened, sent) === item;
  return html`<div class="verdict-of" id="${verdictId(item)}" tabindex="-1">
<p><span class="ds-sr-only">${words.of(part)} </span><span class="ds-tag" data-color="${colour}">${word}</span>${by && when && html` <span class="small">${words.by(by, when)}</span>`}</p>${verdict && verdict.reason !== "" && html`<p class="typed">${verdict.reason}</p>`}${verdict?.outdated === true && html`<p class="small">${words.outdatedWhy}</p>`}${gives && !here && html`<p><a class="ds-link" href="${href(opening(visit, item, verdictId(item)))}">${verdict ? words.change : words.give}<span class="ds-sr-only"> – ${part}</span></a></p>`}${here && verdictForm(visit, { opened, item, part, verdict }, errors, sent)}</div>`;
}

function readyFor({ school }: Visit, { dossier }: OfficeDossier, item: string): string[] {
  // In the person's language.
  return readyReasons(school, isPiece(item) ? "piece" : "part", dossier.language);
}

/** A ready sentence, inserted into the text by a button, to edit before saving. */
function readyField(
  visit: Visit,
  { opened, item }: Pick<Judging, "opened" | "item">,
  errors: readonly FieldError[],
): Html | false {
  const { lang } = visit;
  const words = officeWords(lang).verdict;
  const ready = readyFor(visit, opened, item);
  if (ready.length === 0) return false;
  const part = sayPart(item, opened.intake, lang);
  const options = ready.map((label, index) => ({ value: String(index), label, lang: opened.dossier.language }));
  return html`${select({ name: verdictFields(item).ready, label: words.ready(part), options, value: "", empty: words.readyNone, errors, lang })}
<div class="actions">${button(html`${words.readyGo}<span class="ds-sr-only"> – ${part}</span>`, { name: "do", value: READY + item, variant: "tertiary" })}</div>`;
}

/** Appended to what was typed, once. */
function withReady(visit: Visit, opened: OfficeDossier, item: string, sent: Form | undefined): string {
  const { reason, ready } = verdictFields(item);
  const typed = sent?.get(reason).trim() ?? "";
  const chosen = readyFor(visit, opened, item)[Number(sent?.get(ready) || "-1")];
  return chosen === undefined || typed.includes(chosen) ? typed : [typed, chosen].filter(Boolean).join("\n");
}

type Judging = {
  readonly opened: OfficeDossier;
  readonly item: string;
  readonly part: string;
  readonly verdict: Verdict | undefined;
};

function verdictForm(
  visit: Visit,
  { opened, item, part, verdict }: Judging,
  errors: readonly FieldError[],
  sent?: Form,
): Html {
  const { lang } = visit;
  const words = officeWords(lang).verdict;
  const { conform, reason, ready, seen } = verdictFields(item);
  const here = visit.link(keepingList(visit, visit.path));
  const readied = sent?.get("do") === READY + item;
  const typed = readied || sent?.get("do") === JUDGE + item ? sent : undefined;
  const own = errors.filter(({ field }) => field === conform || field === reason || field === ready);
  const reasonField = textArea({
    name: reason,
    label: words.reason(part),
    hint: words.reasonHint,
    value: readied
      ? withReady(visit, opened, item, sent)
      : (typed?.get(reason) ?? (verdict && !verdict.outdated ? verdict.reason : "")),
    rows: readied ? 4 : 2,
    most: longestOf(judgePart.form.properties.reason),
    errors: own,
    lang,
  });
  const choice = radios({
    name: conform,
    legend: words.question(part),
    options: yesOrNo(words),
    value: readied
      ? "no"
      : (typed?.get(conform) ?? (verdict && !verdict.outdated ? (verdict.conform ? "yes" : "no") : undefined)),
    follow: {
      no: html`${readyField(visit, { opened, item }, errors)}${readied && own.length === 0 && html`<p class="small" tabindex="-1" autofocus>${words.readied}</p>`}${reasonField}`,
    },
    errors: own,
    lang,
  });
  return form(
    visit,
    html`<input type="hidden" name="${seen}" value="${seenOf(verdict)}">${choice}<div class="actions">${button(html`${words.go}<span class="ds-sr-only"> – ${part}</span>`, { name: "do", value: JUDGE + item, variant: "secondary" })}</div>`,
    { action: here },
  );
}

/** Judges the rest as conforming in one press. */
export function restOf(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[]): Html | false {
  const { left, intake, submissions } = opened;
  if (submissions.length === 0 || left.length === 0 || !mayBeAsked(opened) || !may(visit.actor, judgeRest.who))
    return false;
  const { lang } = visit;
  const words = officeWords(lang).dossier;
  const fault = errors.find(({ field }) => field === REST);
  const fields = html`<input type="hidden" name="items" value="${left.join(" ")}">
<ul>${left.map((item) => html`<li>${sayPart(item, intake, lang)}</li>`)}</ul>
${fault && html`<p class="ds-validation-message" id="${REST}">${fault.message}</p>`}
<div class="actions">${button(words.restGo(left.length), { name: "do", value: REST, variant: "secondary" })}</div>`;
  return form(visit, fields, { action: visit.link(keepingList(visit, visit.path)) });
}
