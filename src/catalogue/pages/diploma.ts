/** The diploma's page: all that people need before applying, from the two files of the law, dated. */
import { announcedNotices, announcedOf, nextEntry } from "../../intake/pages/notice.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayMoney, sayNumber } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { layout } from "../../page/layout.ts";
import type { Page, Visit } from "../../page/page.ts";
import { programmeJsonLd } from "./json-ld.ts";
import { factList, headed, plainList, prose, section, type Section } from "./parts.ts";
import { accessSection, admissionSection } from "./sections/access.ts";
import { competencesSection, examsSection, vaeSection } from "./sections/exams.ts";
import { programmeSection, reliefSection, wholeHours } from "./sections/hours.ts";
import { priceSection } from "./sections/price.ts";
import { resultsSection } from "./sections/results.ts";
import { registrationNotice, sayRegistration, silentSection, stateSection } from "./sections/state.ts";
import { programmeWords } from "../sentences.ts";

export const diplomaPage: Page = { name: "programme", path: "/:diploma", view };

async function view(visit: Visit) {
  const { law, lang } = visit;
  const announced = await announcedOf(visit);
  const entryOn = nextEntry(announced);
  const sections = sectionsOf(visit, entryOn !== undefined);
  const title = capital(law.diploma.label[lang]);
  return {
    html: layout(visit, {
      title,
      description: law.school.page.objectives[0]?.label[lang] ?? title,
      jsonLd: programmeJsonLd(visit),
      main: html`${hero(visit, title)}
${figures(visit)}
${announcedNotices(visit, announced)}
${registrationNotice(visit, entryOn)}
<div class="with-contents">
${contents(visit, sections)}
<div class="sections">${sections.map(({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`)}
<p class="small">${programmeWords[lang].updated(law.school.page.updatedOn)}</p></div>
</div>`,
    }),
  };
}

function sectionsOf(visit: Visit, announced: boolean): Section[] {
  const words = programmeWords[visit.lang];
  const { page } = visit.law.school;
  return [
    section(
      "metier",
      words.profession,
      html`${prose(visit, page.profession)}${headed(words.objectives, prose(visit, page.objectives))}${headed(words.onward, factList(visit, page.onward))}`,
    ),
    accessSection(visit),
    admissionSection(visit),
    programmeSection(visit),
    reliefSection(visit),
    examsSection(visit),
    competencesSection(visit),
    vaeSection(visit),
    priceSection(visit),
    resultsSection(visit),
    section("handicap", words.disability, prose(visit, page.accessibility)),
    section("contacts", words.contact, plainList(visit, visit.school.contacts)),
    silentSection(visit, announced),
    stateSection(visit),
  ].filter(({ body }) => body);
}

function hero(visit: Visit, title: string): Html {
  const { law, lang, link } = visit;
  const words = programmeWords[lang];
  const { diploma } = law.diploma;
  return html`<div class="band"><div>
<p class="eyebrow">${sayRegistration(visit)}</p>
<h1>${title}</h1>
<p class="calls"><a class="ds-button" href="${href(link(`/${diploma}/candidater`))}">${words.apply}</a>
<a class="ds-button" data-variant="secondary" href="${href(link(`/${diploma}/parcours`))}">${words.pathway}</a></p>
</div></div>`;
}

function figures(visit: Visit): Html {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const { theory, practice } = wholeHours(visit);
  const { doors, domains } = law.diploma;
  const hourly = law.school.price.lines.find(({ per }) => per === "theory-hour");
  const items: [string, string][] = [
    [String(doors.length), words.doorsCount(doors.length)],
    [sayNumber(theory, lang), words.theoryHours(theory)],
    ...(practice > 0 ? ([[sayNumber(practice, lang), words.practiceHours(practice)]] as [string, string][]) : []),
    [String(domains.length), words.examsCount(domains.length)],
    ...(hourly ? ([[sayMoney(hourly.unitAmount, lang), words.perHour]] as [string, string][]) : []),
  ];
  return html`<dl class="figures">${items.map(([value, label]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function contents(visit: Visit, sections: readonly Section[]): Html {
  const words = programmeWords[visit.lang];
  return html`<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${words.contents}</h2>
<ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>`;
}
