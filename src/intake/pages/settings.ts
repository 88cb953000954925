/** All the settings of an intake on one page: whoever enters them has them at hand, and types them in one go. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { NEEDED, type Setting } from "../../law/intake.ts";
import { act, fieldErrors, see } from "../../page/acting.ts";
import {
  button,
  dateField,
  errorSummary,
  type FieldError,
  form,
  group,
  radios,
  select,
  textArea,
  textField,
} from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { saveIntake } from "../acts.ts";
import type { Settings } from "../rules/settings.ts";
import { seeIntake } from "../views.ts";
import { intakeWords, nameOfIntake, sayNeeded } from "../words.ts";
import { differenceTable } from "./difference.ts";
import { idOf } from "./terms.ts";
import { ownPieces, readSettings, SPARE_PIECES, type Typed, typedOf } from "./typed.ts";

export const settingsPage: Page = {
  name: "campagnes-reglages",
  path: "/campagnes/:intake/reglages",
  who: "open an intake",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, seeIntake, { id: idOf(visit) });
    if (!seen) return { notFound: true };
    const { id, state, version, settings } = seen.intake;
    if (state !== "preparing") return { redirect: visit.link(`/campagnes/${id}`) };
    return shown(visit, { version, before: settings, typed: typedOf(settings, visit.lang) });
  },
  submit: async (visit, sent): Promise<PageResult> => {
    const { lang } = visit;
    const seen = await see(visit, seeIntake, { id: idOf(visit) });
    if (!seen) return { notFound: true };
    const { id, settings: before } = seen.intake;
    const version = Number(sent.get("version")) || 1;
    const { settings, errors } = readSettings(sent, before, lang);
    const again = { version, before, typed: sent };
    if (errors.length > 0) return shown(visit, { ...again, errors }, 422);
    const outcome = await act(visit, saveIntake, { id, version, settings }, { sent });
    if (outcome.kind === "done") return { redirect: `${visit.link(`/campagnes/${id}`)}?fait=enregistree` };
    if (outcome.kind === "stale") {
      const current = outcome.current as { version: number; settings: Settings };
      return shown(
        visit,
        { ...again, version: current.version, clash: { yours: settings, theirs: current.settings } },
        409,
      );
    }
    if (outcome.kind === "invalid") return shown(visit, { ...again, errors: fieldErrors(outcome.issues, lang) }, 422);
    return { redirect: visit.link(`/campagnes/${id}`) };
  },
};

type Filled = {
  readonly version: number;
  /** What is stored: keys, names of fees, pieces of the law. */
  readonly before: Settings;
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly clash?: { readonly yours: Settings; readonly theirs: Settings };
};

function shown(visit: Visit, filled: Filled, status = 200): PageResult {
  const { lang } = visit;
  const words = intakeWords(lang).form;
  const { version, before, clash, errors = [] } = filled;
  const title = words.title;
  const main = html`${errorSummary(errors, lang)}
<h1>${title}</h1>
<p class="lead">${nameOfIntake(before.label, lang)}</p>
${
  clash &&
  html`<section class="ds-alert" data-color="warning" tabindex="-1" autofocus aria-labelledby="clash"><h2 id="clash">${words.stale}</h2><p>${words.staleWhy}</p>
${differenceTable(clash.yours, clash.theirs, lang)}</section>`
}
${form(visit, html`<div class="stack dense">${fields({ ...filled, errors, lang })}</div><div class="actions">${button(words.saveAndOpen)}</div>`, { hidden: { version: String(version) } })}`;
  return { html: layout(visit, { title, main, error: errors.length > 0, back: `/campagnes/${idOf(visit)}` }), status };
}

type Given = Pick<Filled, "before" | "typed"> & { readonly errors: readonly FieldError[]; readonly lang: Lang };

function fields(given: Given): Html {
  return html`${naming(given)}${calendar(given)}${places(given)}${fees(given)}${pieces(given)}${interview(given)}${validity(given)}${appeal(given)}`;
}

function part(
  given: Given,
  name: string,
  legend: string,
  settings: readonly Setting[],
  content: Html,
  hint?: string,
): Html {
  const { errors, lang } = given;
  return group({ name, legend, hint, errors, lang }, html`${content}${toCheck(given, settings)}`);
}

/** What was carried over is read and ticked, setting by setting. */
function toCheck({ before, typed, lang }: Given, settings: readonly Setting[]): Html[] {
  const words = intakeWords(lang);
  const ticked = typed.all("checked");
  return settings
    .filter((setting) => before.toCheck.includes(setting))
    .map((setting) => {
      const id = `checked-${setting}`;
      const checked = ticked.includes(setting) ? html` checked` : html``;
      return html`<div class="ds-field"><input class="ds-input" type="checkbox" id="${id}" name="checked" value="${setting}"${checked}>
<label class="ds-label" for="${id}"><span class="ds-tag" data-color="warning">${words.form.toCheck}</span> ${capital(words.settings[setting])} – ${words.form.checked}</label></div>`;
    });
}

function naming(given: Given): Html {
  const { lang } = given;
  const words = intakeWords(lang).form;
  return part(
    given,
    "naming",
    words.name,
    ["entry"],
    html`<div class="fields">${text(given, "labelFr", words.labelFr, words.labelHint)}${text(given, "labelEn", words.labelEn)}${date(given, "entryOn", words.entryOn)}</div>`,
  );
}

function calendar(given: Given): Html {
  const words = intakeWords(given.lang).form;
  return part(
    given,
    "calendar",
    words.dates,
    ["opening", "closing", "answer"],
    html`<div class="fields">${minute(given, "opens", words.opens)}${minute(given, "closes", words.closes, words.closesHint)}</div>
<div class="fields">${date(given, "interviewsFrom", words.interviewsFrom, true)}${date(given, "interviewsTo", words.interviewsTo, true)}${date(given, "answerBy", words.answerBy, true)}</div>`,
  );
}

function places(given: Given): Html {
  const { lang, errors, typed } = given;
  const words = intakeWords(lang).form;
  const most = textField({
    name: "most",
    label: words.most,
    value: typed.get("most"),
    inputmode: "numeric",
    size: 5,
    optional: true,
    errors,
    lang,
  });
  return part(
    given,
    "places-part",
    words.placesTitle,
    ["places", "waiting-list"],
    html`<div class="fields">${text(given, "places", words.places, undefined, 5)}${radios({
      name: "waiting",
      legend: words.waiting,
      options: [
        { value: "none", label: words.waitingNone },
        { value: "ranked", label: words.waitingRanked, hint: words.waitingRankedHint },
      ],
      value: typed.get("waiting") || undefined,
      follow: { ranked: most },
      errors,
      lang,
    })}</div>`,
  );
}

function fees(given: Given): Html {
  const { before, lang, errors, typed } = given;
  const words = intakeWords(lang).form;
  return part(
    given,
    "fees-part",
    words.fees,
    ["fees"],
    html`<div class="fields">${before.fees.map(({ key, label }) =>
      textField({
        name: `fee-${key}`,
        label: capital(label[lang]),
        value: typed.get(`fee-${key}`),
        inputmode: "decimal",
        size: 8,
        suffix: "€",
        errors,
        lang,
      }),
    )}</div>`,
    words.feesHint,
  );
}

function pieces(given: Given): Html {
  const { before, lang, errors, typed } = given;
  const words = intakeWords(lang);
  const rows = ownPieces(before).length + SPARE_PIECES;
  const national = before.pieces.filter((piece) => piece.national);
  return part(
    given,
    "pieces-part",
    words.form.pieces,
    ["pieces"],
    html`<p>${words.form.national}</p>
<ul>${national.map((piece) => html`<li>${piece.label[lang]}, ${sayNeeded(piece, lang)}${piece.pages && html`, ${words.terms.pages(piece.pages.min, piece.pages.max)}`}</li>`)}</ul>
<p><strong>${words.form.own}</strong></p><p class="small">${words.form.ownHint}</p>
${Array.from({ length: rows }, (_, at) => pieceRow(given, at + 1))}
${radios({
  name: "pagesOutside",
  legend: words.form.outside,
  options: [
    { value: "explain", label: words.terms.outside.explain },
    { value: "refuse", label: words.terms.outside.refuse },
  ],
  value: typed.get("pagesOutside") || "explain",
  errors,
  lang,
})}`,
  );
}

function pieceRow(given: Given, at: number): Html {
  const { lang, typed, errors } = given;
  const words = intakeWords(lang).form;
  const name = (field: string) => `piece-${at}-${field}`;
  const number = (field: string, label: string) =>
    textField({
      name: name(field),
      label,
      value: typed.get(name(field)),
      inputmode: "numeric",
      size: 4,
      optional: true,
      errors,
      lang,
    });
  const choice = (field: string, label: string, options: { value: string; label: string }[], fallback: string) => {
    const [first, ...rest] = options;
    // The empty choice is the first there is: nothing here can be left open.
    return select({
      name: name(field),
      label,
      options: [first!, ...rest],
      value: typed.get(name(field)) || fallback,
      empty: "–",
      errors,
      lang,
    });
  };
  return html`<div role="group" aria-label="${words.piece(at)}" class="piece"><input type="hidden" name="${name("key")}" value="${typed.get(name("key"))}">
${text(given, name("fr"), words.pieceFr)}${text(given, name("en"), words.pieceEn)}
${choice(
  "needed",
  words.pieceNeeded,
  NEEDED.map((needed) => ({ value: needed, label: sayNeeded({ needed }, lang) })),
  "always",
)}${choice(
  "many",
  words.pieceMany,
  [
    { value: "no", label: words.no },
    { value: "yes", label: words.yes },
  ],
  "no",
)}${number("min", words.minPages)}${number("max", words.maxPages)}</div>`;
}

function interview(given: Given): Html | false {
  const { before, lang, errors, typed } = given;
  const words = intakeWords(lang).form;
  return (
    before.interview.length > 0 &&
    part(
      given,
      "interview-part",
      words.interview,
      ["interview"],
      html`<div class="fields">${before.interview.map(({ key, label }) =>
        textField({
          name: `interview-${key}`,
          label: label[lang],
          value: typed.get(`interview-${key}`),
          inputmode: "numeric",
          size: 4,
          suffix: words.minutes,
          errors,
          lang,
        }),
      )}</div>`,
    )
  );
}

function validity(given: Given): Html {
  const { lang, errors, typed } = given;
  const words = intakeWords(lang).form;
  const months = textField({
    name: "months",
    label: words.months,
    value: typed.get("months"),
    inputmode: "numeric",
    size: 4,
    errors,
    lang,
  });
  return part(
    given,
    "validity-part",
    words.validity,
    ["validity"],
    radios({
      name: "validity",
      legend: words.validityWhich,
      options: [
        { value: "this", label: words.validityThis },
        { value: "months", label: words.validityMonths },
      ],
      value: typed.get("validity") || undefined,
      follow: { months },
      errors,
      lang,
    }),
  );
}

function appeal(given: Given): Html {
  const { lang, errors, typed } = given;
  const words = intakeWords(lang).form;
  const area = (name: string, label: string, hint?: string) =>
    textArea({ name, label, hint, value: typed.get(name), rows: 5, errors, lang });
  return part(
    given,
    "appeal-part",
    words.appeal,
    ["appeal"],
    html`<div class="fields">${area("appealFr", words.appealFr, words.appealHint)}${area("appealEn", words.appealEn)}</div>`,
  );
}

function text({ typed, errors, lang }: Given, name: string, label: string, hint?: string, size?: number): Html {
  const numeric = size === undefined ? {} : ({ size, inputmode: "numeric" } as const);
  return textField({ name, label, hint, value: typed.get(name), errors, lang, ...numeric });
}

function date({ typed, errors, lang }: Given, name: string, legend: string, optional = false): Html {
  return dateField({ name, legend, value: parts(typed, name), errors, lang, optional });
}

function minute({ typed, errors, lang }: Given, name: string, legend: string, hint?: string): Html {
  const words = intakeWords(lang).form;
  const time = `${name}-time`;
  const own = errors.filter(({ field }) => field !== time);
  const after = textField({ name: time, label: words.time, value: typed.get(time), size: 6, errors, lang });
  return html`<div class="minute">${dateField({ name, legend, hint, value: parts(typed, name), errors: own, lang, after })}</div>`;
}

function parts(typed: Typed, name: string) {
  return { day: typed.get(`${name}-day`), month: typed.get(`${name}-month`), year: typed.get(`${name}-year`) };
}
