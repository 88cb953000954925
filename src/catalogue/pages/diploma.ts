/** The diploma's page: what an adult asks first stands open; the law, the units, the competences and the jury are one press away. */
import { announcedNotices, announcedOf, nextEntry } from "../../intake/pages/notice.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { fromEach } from "../../page/acting.ts";
import { layout } from "../../page/layout.ts";
import type { Page, Visit } from "../../page/page.ts";
import { essentials } from "./essentials.ts";
import { programmeJsonLd } from "./json-ld.ts";
import { askSchool, plainList, section, type Section } from "./parts.ts";
import { accessSection, admissionSection } from "./sections/access.ts";
import { alsoSection } from "./sections/also.ts";
import { examsSection } from "./sections/exams.ts";
import { programmeSection, reliefSection } from "./sections/hours.ts";
import { priceSection } from "./sections/price.ts";
import { resultsSection } from "./sections/results.ts";
import { registrationNotice, sayRegistration } from "./sections/state.ts";
import { programmeWords } from "../sentences.ts";

export const diplomaPage: Page = { name: "programme", path: "/:diploma", view };

async function view(visit: Visit) {
  const { law, lang } = visit;
  const { page } = law.school;
  const announced = await announcedOf(visit);
  const results = await fromEach(visit.world.house.publishedResults, visit);
  const entryOn = nextEntry(announced);
  const title = capital(law.diploma.label[lang]);
  return {
    html: layout(visit, {
      title,
      description: (page.lead ?? page.objectives[0])?.label[lang] ?? title,
      jsonLd: programmeJsonLd(visit, announced),
      main: html`${hero(visit, title)}
<div class="course">
<div>${announcedNotices(visit, announced)}
${shown(essentials(visit, announced, results[0]?.brief))}</div>
<div>${registrationNotice(visit, entryOn)}
${sectionsOf(visit, announced, results).map(shown)}
<p class="small">${programmeWords[lang].updated(page.updatedOn)}</p></div>
</div>`,
    }),
  };
}

function sectionsOf(
  visit: Visit,
  announced: Awaited<ReturnType<typeof announcedOf>>,
  results: Parameters<typeof resultsSection>[1],
): Section[] {
  return [
    accessSection(visit),
    admissionSection(visit, announced),
    priceSection(visit),
    programmeSection(visit),
    reliefSection(visit),
    examsSection(visit),
    resultsSection(visit, results),
    section(
      "contacts",
      programmeWords[visit.lang].contact,
      html`${askSchool(visit)}${plainList(visit, visit.school.contacts)}`,
    ),
    alsoSection(visit, announced.intakes.length > 0),
  ].filter(({ body }) => body);
}

function shown({ id, title, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;
}

function hero(visit: Visit, title: string): Html {
  const { law, lang, link } = visit;
  const words = programmeWords[lang];
  const { diploma } = law.diploma;
  const { lead } = law.school.page;
  return html`<div class="band hero"><div>
<p class="eyebrow">${sayRegistration(visit)}</p>
<h1>${title}</h1>
${lead && html`<p class="lead">${lead.label[lang]}</p>`}
<p class="calls"><a class="ds-button" href="${href(link(`/${diploma}/candidater`))}">${words.apply}</a>
<a class="ds-button" data-variant="secondary" href="${href(link(`/${diploma}/parcours`))}">${words.pathway}</a></p>
</div></div>`;
}
