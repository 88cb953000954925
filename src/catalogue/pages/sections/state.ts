/** The state of the law that the page rests on, what was not read, and what ends before the next intake. */
import { isDay } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { endsBefore } from "../../../law/registration.ts";
import type { Visit } from "../../../page/page.ts";
import { factList, folded, headed, plainList, sourceMark } from "../parts.ts";
import { programmeWords } from "../../sentences.ts";

/** Shown at the top of the page if the registration may end before the next intake (at most a year away). */
export function registrationNotice(visit: Visit, announced?: string): Html | false {
  const { law, lang, today } = visit;
  const words = programmeWords[lang];
  const { registration } = law.diploma;
  const intake = announced ?? nextIntake(visit);
  if (!endsBefore(law.diploma, today, intake)) return false;
  const heading = today > registration.until ? words.registrationEnded : words.registrationEnds;
  return html`<div><section class="ds-alert notice" data-color="warning" aria-labelledby="registration-notice">
<h2 id="registration-notice" class="ds-heading" data-size="xs">${heading(registration.code, registration.until)}</h2>
<p>${words.registrationNext}</p>
${folded(words.registrationMay, html`<p id="registration-effect">${intake === undefined ? words.intakeUnknown : words.intakeAfter(intake)} ${words.registrationEffect}</p>`)}
</section></div>`;
}

/** The day of the next intake, if the school publishes it. */
function nextIntake({ law, today }: Visit): string | undefined {
  const days = law.school.admission.intake.flatMap(({ value }) =>
    typeof value === "string" && isDay(value) && value >= today ? [value] : [],
  );
  return days.sort()[0];
}

/** What the school's page leaves open; an announced intake has settled some of it. */
export function silentFold(visit: Visit, announced: boolean): Html | false {
  const words = programmeWords[visit.lang];
  const silent = visit.law.school.admission.silent.filter(({ asks }) => !announced || asks === undefined);
  const list = plainList(visit, silent);
  return folded(words.silent, list && html`<p>${words.silentLead}</p>${list}`, "silences");
}

export function stateFold(visit: Visit): Html | false {
  const { law, lang, link } = visit;
  const words = programmeWords[lang];
  const { registration, unread, version, from, start } = law.diploma;
  const notRead = factList(visit, unread);
  const nsf = `${registration.nsfCode} (${registration.nsf[lang]})`;
  const codes = registration.formacodes.map(({ code, label }) => `${code} (${label[lang]})`);
  return folded(
    words.state,
    html`<p><a href="${href(link(`/${law.diploma.diploma}/regle`))}">${words.wholeRule}</a></p>
<p>${words.stateLead(version, from)}</p>
${start && html`<p>${start.label[lang]} ${sourceMark(visit, start)}</p>`}
${headed(words.unread, notRead && html`<p>${words.unreadLead}</p>${notRead}`)}
${headed(words.texts, textList(visit))}
<h3>${words.registration}</h3>
<p>${registration.url ? html`<a href="${href(registration.url)}">${registration.code}</a>` : registration.code}${words.registrationLine(registration.level, registration.until)} ${sourceMark(visit, registration)}</p>
${registration.certifiers.length > 0 && html`<p>${words.certifiers(registration.certifiers.map(({ label, siret }) => (siret ? `${label[lang]} (SIRET ${siret})` : label[lang])))}</p>`}
<p>${words.codes(nsf, codes)}</p>
${headed(words.sourceFile, html`<ul class="hashes"><li>${words.fileHash(words.nationalFile, law.basis.hash)}</li><li>${words.fileHash(words.schoolFile, law.basis.establishmentHash)}</li></ul>`)}`,
    "etat-du-droit",
  );
}

function textList({ law, lang }: Visit): Html {
  const words = programmeWords[lang];
  return html`<dl class="texts">${Object.values(law.diploma.texts).map(
    ({ title, nor, url, stateRead }) => html`<dt>${title[lang]}${nor && ` (NOR ${nor})`}</dt>
<dd>${capital(stateRead[lang])}. ${url && html`<a href="${href(url)}">${words.readText}<span class="ds-sr-only">, ${title[lang]}</span></a>`}</dd>`,
  )}</dl>`;
}

/** Abbreviation, level and registration in one line. */
export function sayRegistration({ law, lang }: Visit): string {
  const { registration, abbreviation } = law.diploma;
  return [abbreviation, programmeWords[lang].level(registration.level), registration.code].join(" · ");
}
