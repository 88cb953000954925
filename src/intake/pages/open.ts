/** Opening an intake and changing an open one: each on its own page, which shows everything beforehand. */
import { allows } from "../../kit/machine.ts";
import { INTAKE } from "../rules/states.ts";
import { type Html, html } from "../../kit/html.ts";
import { sayMoment } from "../../kit/moment.ts";
import { longestOf } from "../../kit/shapes.ts";
import { formPage } from "../../page/form-page.ts";
import { longText, version } from "../../page/kinds.ts";
import { whole } from "../../page/number-kinds.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { changeIntake, openIntake } from "../acts.ts";
import type { Concerned } from "../concerned.ts";
import { intakeSentences } from "../sentences.ts";
import { seeIntake } from "../views.ts";
import { intakeWords, nameOfIntake } from "../words.ts";
import { answerWithin, minute, optionalDay } from "./fields.ts";
import { clockLine } from "./notice.ts";
import { changeOf, intakeShown, openingOf, settingsOf } from "./routes.ts";
import { missing } from "./show.ts";
import { termsOf } from "./terms.ts";

export const openPage = formPage({
  name: "campagnes-ouvrir",
  route: openingOf,
  who: "open an intake",
  words: (lang) => intakeWords(lang).confirm,
  seen: (visit, { intake }) => see(visit, seeIntake, { id: intake }),
  elsewhere: ({ params, seen }) => (allows(INTAKE, "opened", seen.intake.state) ? undefined : intakeShown.to(params)),
  form: {
    fields: () => ({ version: version() }),
    begin: ({ seen }) => ({ version: seen.intake.version }),
    go: ({ visit, lang, words, seen: { intake, now } }) => {
      const later = intake.opensAt !== null && intake.opensAt > now;
      return later ? words.goLater(sayMoment(intake.opensAt, visit.school.timezone, lang)) : words.go;
    },
    beside: ({ visit, words, params }) => linkButton(visit.link(settingsOf.to(params)), words.fix, "secondary"),
    act: openIntake,
    input: (shown, { params }) => ({ ...shown, id: params.intake }),
    done: (_, { params }) => intakeShown.to(params, { fait: "ouverte" }),
    stale: ({ words }) => ({ said: words.stale }),
    // The page shows what is missing.
    refused: () => ({ shown: true }),
    forbidden: ({ params }) => ({ to: intakeShown.to(params) }),
  },
  shown: ({ visit, lang, words, params, seen: { intake, findings, now } }, { form }) => {
    const ready = findings.length === 0;
    const fix = html`<div class="actions">${linkButton(visit.link(settingsOf.to(params)), words.fix)}</div>`;
    const main = html`${missing(visit, findings)}
<h2>${nameOfIntake(intake.settings.label, lang)}</h2>
<section class="ds-card preview">${termsOf(visit, intake, 3)}</section>
<p class="small">${clockLine(visit, now)}</p>
${ready ? form() : fix}`;
    return { title: ready ? words.title : words.not, lead: words.lead, main, back: intakeShown.to(params) };
  },
});

export const changePage = formPage({
  name: "campagnes-modifier",
  route: changeOf,
  who: "open an intake",
  words: intakeWords,
  seen: async (visit, { intake: id }) => {
    const seen = await see(visit, seeIntake, { id });
    return seen && { ...seen, concerned: await see(visit, visit.world.house.seeConcerned, { id }) };
  },
  elsewhere: ({ params, seen }) => (allows(INTAKE, "changed", seen.intake.state) ? undefined : intakeShown.to(params)),
  form: {
    fields: ({ lang, words: { form, change, faults } }) => ({
      closes: minute(form.closes, form.closesHint, lang),
      places: whole({ label: form.places, most: 10_000, fault: faults.places, blank: true }),
      answerWithin: answerWithin(lang),
      callsUntil: optionalDay(form.callsUntil, lang),
      interviewsFrom: optionalDay(form.interviewsFrom, lang),
      interviewsTo: optionalDay(form.interviewsTo, lang),
      decidesBy: optionalDay(form.decidesBy, lang),
      reason: longText({
        label: change.reason,
        hint: change.reasonHint,
        rows: 3,
        most: longestOf(changeIntake.form.properties.reason),
        blank: true,
      }),
      version: version(),
    }),
    begin: ({ seen: { intake } }) => {
      const { closes, places, interviewsFrom, interviewsTo, decidesBy } = intake.settings;
      const { answerWithin: within = null, callsUntil = null } = intake.settings;
      const days = { interviewsFrom, interviewsTo, decidesBy, callsUntil };
      const set = Object.entries({ closes, places, answerWithin: within, ...days }).filter(
        ([, value]) => value !== null,
      );
      return { ...Object.fromEntries(set), version: intake.version };
    },
    arranged: ({
      closes,
      places,
      answerWithin: within,
      callsUntil,
      interviewsFrom,
      interviewsTo,
      decidesBy,
      reason,
    }) => html`<div class="fields">${closes}${places}</div>
<div class="fields">${interviewsFrom}${interviewsTo}${decidesBy}</div>
<div class="fields">${within}${callsUntil}</div>
${reason}`,
    go: ({ words }) => words.change.go,
    act: changeIntake,
    // An emptied day is removed.
    input: ({ interviewsFrom = null, interviewsTo = null, decidesBy = null, ...typed }, { params }) => ({
      ...typed,
      interviewsFrom,
      interviewsTo,
      decidesBy,
      id: params.intake,
    }),
    on: { closing: "closes", entry: "closes", answer: "decidesBy", interview: "interviewsFrom", "": "reason" },
    sentences: intakeSentences,
    done: (_, { params }) => intakeShown.to(params, { fait: "modifiee" }),
    edits: true,
    forbidden: ({ params }) => ({ to: intakeShown.to(params) }),
  },
  shown: ({ visit, lang, words, params, seen }, { form }) => ({
    title: words.change.title,
    lead: nameOfIntake(seen.intake.settings.label, lang),
    main: html`<p>${words.change.lead}</p>
<p class="small">${clockLine(visit, seen.now)}</p>
${seen.concerned && putOff(visit, seen.concerned)}
${form()}`,
    back: intakeShown.to(params),
  }),
});

/** The applicants affected by a later closing. */
function putOff({ lang, school }: Visit, { late, unsent, unpaid }: Concerned): Html | false {
  const words = intakeWords(lang).change;
  if (late.length === 0 && unsent === 0 && unpaid === 0) return false;
  const sent = late.map(
    ({ number, at }) => html`<li>${words.lateOne(number, sayMoment(at, school.timezone, lang))}</li>`,
  );
  return html`<section class="ds-alert" data-color="info" aria-labelledby="put-off"><h2 id="put-off">${words.putOff}</h2>
<ul>${unsent > 0 && html`<li>${words.unsent(unsent)}</li>`}${late.length > 0 && html`<li>${words.late(late.length)}<ul>${sent}</ul></li>`}${unpaid > 0 && html`<li>${words.unpaid(unpaid)}</li>`}</ul></section>`;
}
