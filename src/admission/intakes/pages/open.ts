/** Opening an intake and changing one that is open: each a page of its own, on which everything can be read before it is done. */
import { type Html, html } from "../../../kit/html.ts";
import { sayMoment } from "../../../kit/moment.ts";
import { longestOf } from "../../../kit/shapes.ts";
import { sayFinding } from "../../../law/finding.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import {
  button,
  dateField,
  errorSummary,
  type FieldError,
  form,
  linkButton,
  textArea,
  textField,
} from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { changeIntake, openIntake } from "../acts.ts";
import type { Settings } from "../rules/settings.ts";
import { intakeSentences } from "../sentences.ts";
import { type SeenIntake, seeIntake } from "../views.ts";
import { intakeWords, nameOfIntake } from "../words.ts";
import { clockLine } from "./notice.ts";
import { missing } from "./show.ts";
import { idOf, termsOf } from "./terms.ts";
import { readChanges, type Typed, typedOf } from "./typed.ts";

export const openPage: Page = {
  name: "campagnes-ouvrir",
  path: "/campagnes/:intake/ouvrir",
  who: "open an intake",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, seeIntake, { id: idOf(visit) });
    if (!seen) return { notFound: true };
    return seen.intake.state === "preparing"
      ? confirmation(visit, seen)
      : { redirect: visit.link(`/campagnes/${seen.intake.id}`) };
  },
  submit: async (visit, sent): Promise<PageResult> => {
    const id = idOf(visit);
    const outcome = await act(visit, openIntake, { id, version: Number(sent.get("version")) || 1 }, { sent });
    if (outcome.kind === "done") return { redirect: `${visit.link(`/campagnes/${id}`)}?fait=ouverte` };
    const seen = await see(visit, seeIntake, { id });
    if (!seen) return { notFound: true };
    if (seen.intake.state !== "preparing") return { redirect: visit.link(`/campagnes/${id}`) };
    return confirmation(visit, seen, outcome.kind === "stale" ? "stale" : "refused");
  },
};

function confirmation(visit: Visit, seen: SeenIntake, came?: "stale" | "refused"): PageResult {
  const { lang, school, link } = visit;
  const words = intakeWords(lang).confirm;
  const { intake, findings, now } = seen;
  const { id, version, opensAt } = intake;
  const later = opensAt !== null && opensAt > now;
  const go = later ? words.goLater(sayMoment(opensAt, school.timezone, lang)) : words.go;
  const ready = findings.length === 0;
  const main = html`${came === "stale" && html`<p class="ds-alert" data-color="warning" tabindex="-1" autofocus>${words.stale}</p>`}
${missing(visit, findings)}
<h2>${nameOfIntake(intake.settings.label, lang)}</h2>
<section class="ds-card preview">${termsOf(visit, intake, 3)}</section>
<p class="small">${clockLine(visit, now)}</p>
${
  ready
    ? form(
        visit,
        html`<div class="actions">${button(go)}${linkButton(link(`/campagnes/${id}/reglages`), words.fix, "secondary")}</div>`,
        { hidden: { version: String(version) } },
      )
    : html`<div class="actions">${linkButton(link(`/campagnes/${id}/reglages`), words.fix)}</div>`
}`;
  const title = ready ? words.title : words.not;
  const status = came === "stale" ? 409 : came === "refused" ? 422 : 200;
  return { html: layout(visit, { title, lead: words.lead, main, back: `/campagnes/${id}` }), status };
}

export const changePage: Page = {
  name: "campagnes-modifier",
  path: "/campagnes/:intake/modifier",
  who: "open an intake",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, seeIntake, { id: idOf(visit) });
    if (!seen) return { notFound: true };
    const { intake } = seen;
    if (intake.state === "preparing") return { redirect: visit.link(`/campagnes/${intake.id}`) };
    return changing(visit, seen, typedOf(intake.settings, visit.lang), intake.version, []);
  },
  submit: async (visit, sent): Promise<PageResult> => {
    const { lang } = visit;
    const id = idOf(visit);
    const seen = await see(visit, seeIntake, { id });
    if (!seen) return { notFound: true };
    const version = Number(sent.get("version")) || 1;
    const { changes, errors } = readChanges(sent, lang);
    if (errors.length > 0) return changing(visit, seen, sent, version, errors, 422);
    const input = { id, version, reason: sent.get("reason").trim(), ...changes };
    const outcome = await act(visit, changeIntake, input, { sent });
    switch (outcome.kind) {
      case "done":
        return { redirect: `${visit.link(`/campagnes/${id}`)}?fait=modifiee` };
      case "invalid":
        return changing(visit, seen, sent, version, onFields(fieldErrors(outcome.issues, lang)), 422);
      case "refused":
        return changing(
          visit,
          seen,
          sent,
          version,
          outcome.findings.map((one) => ({
            field: FIELDS[one.condition] ?? "reason",
            message: sayFinding(one, intakeSentences, lang).reason,
          })),
          422,
        );
      case "stale": {
        const current = outcome.current as { version: number; settings: Settings };
        return changing(
          visit,
          seen,
          typedOf(current.settings, lang),
          current.version,
          [{ field: "closes-day", message: intakeWords(lang).confirm.stale }],
          409,
        );
      }
      default:
        return { redirect: visit.link(`/campagnes/${id}`) };
    }
  },
};

/** Where the summary leads for what a rule says of a setting. */
const FIELDS: Readonly<Record<string, string>> = {
  closing: "closes-day",
  answer: "answerBy-day",
  interview: "interviewsFrom-day",
  places: "places",
  entry: "closes-day",
};

function onFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ field, message }) => ({
    field: field === "closes" ? "closes-day" : field || "reason",
    message,
  }));
}

function changing(
  visit: Visit,
  seen: SeenIntake,
  typed: Typed,
  version: number,
  errors: readonly FieldError[],
  status = 200,
): PageResult {
  const { lang } = visit;
  const { intake, now } = seen;
  const words = intakeWords(lang);
  const date = (name: string, legend: string): Html =>
    dateField({ name, legend, value: partsIn(typed, name), errors, lang, optional: true });
  const time = textField({
    name: "closes-time",
    label: words.form.time,
    value: typed.get("closes-time"),
    size: 6,
    errors,
    lang,
  });
  const own = errors.filter(({ field }) => field !== "closes-time");
  const closes = dateField({
    name: "closes",
    legend: words.form.closes,
    hint: words.form.closesHint,
    value: partsIn(typed, "closes"),
    errors: own,
    lang,
    after: time,
  });
  const places = textField({
    name: "places",
    label: words.form.places,
    value: typed.get("places"),
    size: 5,
    inputmode: "numeric",
    errors,
    lang,
  });
  const reason = textArea({
    name: "reason",
    label: words.change.reason,
    hint: words.change.reasonHint,
    value: typed.get("reason"),
    rows: 3,
    most: longestOf(changeIntake.form.properties.reason),
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.change.title}</h1>
<p class="lead">${nameOfIntake(intake.settings.label, lang)}</p>
<p>${words.change.lead}</p>
<p class="small">${clockLine(visit, now)}</p>
${putOff(visit, seen)}
${form(
  visit,
  html`<div class="fields"><div class="minute">${closes}</div>${places}</div>
<div class="fields">${date("interviewsFrom", words.form.interviewsFrom)}${date("interviewsTo", words.form.interviewsTo)}${date("answerBy", words.form.answerBy)}</div>
${reason}<div class="actions">${button(words.change.go)}</div>`,
  { hidden: { version: String(version) } },
)}`;
  const title = words.change.title;
  return { html: layout(visit, { title, main, error: errors.length > 0, back: `/campagnes/${intake.id}` }), status };
}

/** Whom it concerns where the closing is put off. */
function putOff({ lang, school }: Visit, { late, unsent, unpaid }: SeenIntake): Html | false {
  const words = intakeWords(lang).change;
  if (late.length === 0 && unsent === 0 && unpaid === 0) return false;
  const sent = late.map(
    ({ number, at }) => html`<li>${words.lateOne(number, sayMoment(at, school.timezone, lang))}</li>`,
  );
  return html`<section class="ds-alert" data-color="info" aria-labelledby="put-off"><h2 id="put-off">${words.putOff}</h2>
<ul>${unsent > 0 && html`<li>${words.unsent(unsent)}</li>`}${late.length > 0 && html`<li>${words.late(late.length)}<ul>${sent}</ul></li>`}${unpaid > 0 && html`<li>${words.unpaid(unpaid)}</li>`}</ul></section>`;
}

function partsIn(typed: Typed, name: string) {
  return { day: typed.get(`${name}-day`), month: typed.get(`${name}-month`), year: typed.get(`${name}-year`) };
}
