/** All the settings of an intake on one page, to be typed in one go. */
import { allows } from "../../kit/machine.ts";
import { INTAKE } from "../rules/states.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Setting } from "../../law/intake.ts";
import type { At } from "../../page/declared.ts";
import type { Printed } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { see } from "../../page/acting.ts";
import { group } from "../../page/form.ts";
import { saveIntake } from "../acts.ts";
import { type SeenIntake, seeIntake } from "../views.ts";
import { intakeWords, nameOfIntake, sayNeeded } from "../words.ts";
import { intakeShown, settingsOf } from "./routes.ts";
import { markOf, settingsFields, settingsRead, settingsTyped } from "./typed.ts";

export const settingsPage = formPage({
  name: "campagnes-reglages",
  route: settingsOf,
  who: "open an intake",
  words: intakeWords,
  seen: (visit, { intake }) => see(visit, seeIntake, { id: intake }),
  elsewhere: ({ params, seen }) => (allows(INTAKE, "saved", seen.intake.state) ? undefined : intakeShown.to(params)),
  form: {
    fields: ({ lang, seen }) => settingsFields(seen.intake.settings, lang),
    begin: ({ seen: { intake } }) => ({ ...settingsTyped(intake.settings), version: intake.version }),
    arranged,
    go: ({ words }) => words.form.saveAndOpen,
    act: saveIntake,
    input: (typed, { params, seen: { intake } }) => ({
      id: params.intake,
      version: typed.version,
      settings: settingsRead(typed, intake.settings),
    }),
    done: (_, { params }) => intakeShown.to(params, { fait: "enregistree" }),
    edits: true,
    forbidden: ({ params }) => ({ to: intakeShown.to(params) }),
  },
  shown: ({ lang, words, params, seen: { intake } }) => ({
    title: words.form.title,
    lead: nameOfIntake(intake.settings.label, lang),
    back: intakeShown.to(params),
  }),
});

type Here = At<SeenIntake, ReturnType<typeof intakeWords>, unknown>;
type Part = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly settings: readonly Setting[];
};

function arranged(field: Printed<ReturnType<typeof settingsFields>>, { lang, words, seen }: Here): Html {
  const { form, terms } = words;
  const { interview, pieces } = seen.intake.settings;
  /** A group of settings, with the checks for carried-over ones. */
  const part = ({ settings, ...about }: Part, content: Html) =>
    group({ ...about, errors: [], lang }, html`${content}${settings.map((one) => field[markOf(one)])}`);
  const national = pieces.filter((piece) => piece.national);
  return html`<div class="stack dense">${part(
    { name: "naming", legend: form.name, settings: ["entry"] },
    html`<div class="fields">${field.labelFr}${field.labelEn}${field.entryOn}</div>`,
  )}
${part(
  { name: "calendar", legend: form.dates, settings: ["opening", "closing", "answer"] },
  html`<div class="fields">${field.opens}${field.closes}</div>
<div class="fields">${field.interviewsFrom}${field.interviewsTo}${field.decidesBy}</div>`,
)}
${part(
  { name: "places-part", legend: form.placesTitle, settings: ["places", "waiting-list"] },
  html`<div class="fields">${field.places}${field.waiting}</div>
<div class="fields">${field.answerWithin}${field.callsUntil}</div>`,
)}
${part(
  { name: "fees-part", legend: form.fees, hint: form.feesHint, settings: ["fees"] },
  html`<div class="fields">${field.fees}</div>`,
)}
${part(
  { name: "pieces-part", legend: form.pieces, settings: ["pieces"] },
  html`<p>${form.national}</p>
<ul>${national.map((piece) => html`<li>${piece.label[lang]}, ${sayNeeded(piece, lang)}${piece.pages && html`, ${terms.pages(piece.pages.min, piece.pages.max)}`}</li>`)}</ul>
<p><strong>${form.own}</strong></p><p class="small">${form.ownHint}</p>
${field.pieces}
${field.pagesOutside}`,
)}
${
  interview.length > 0 &&
  part(
    { name: "interview-part", legend: form.interview, settings: ["interview"] },
    html`<div class="fields">${field.interview}</div>`,
  )
}
${part({ name: "validity-part", legend: form.validity, settings: ["validity"] }, html`${field.validity}`)}
${part(
  { name: "appeal-part", legend: form.appeal, settings: ["appeal"] },
  html`<div class="fields">${field.appealFr}${field.appealEn}</div>`,
)}</div>`;
}
