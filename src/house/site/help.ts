/** Help: frequent questions, and the school’s contacts. */
import { href, type Html, html } from "../../kit/html.ts";
import { plainList } from "../../catalogue/pages/parts.ts";
import { layout } from "../../page/layout.ts";
import { taughtOn } from "../../act/world.ts";
import type { Page, Visit } from "../../page/page.ts";
import { siteWords } from "./sentences.ts";
import { OTHER_STATIONS, stationHelp, type STATIONS, WAY_STATIONS } from "./stations.ts";

export const helpPage: Page = {
  name: "help",
  path: "/aide",
  view: (visit) => {
    const { title, lead, stations, others, contents, questions, contact } = siteWords[visit.lang].help;
    const { school, world, today } = visit;
    const taught = taughtOn(world, school, today);
    const holds = {
      fee: taught.some((law) => law.school.price.lines.some(({ selection }) => selection)),
      levels: taught.some(({ diploma }) => Object.keys(diploma.levels.legacy).length > 0),
    };
    const asked = questions.filter(({ where }) => where === undefined || holds[where]);
    return {
      html: layout(visit, {
        title,
        lead,
        main: html`<h2 id="stations">${stations}</h2>${listed(visit, WAY_STATIONS)}
<details class="ds-details"><summary>${others}</summary><div>${listed(visit, OTHER_STATIONS)}</div></details>
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${contents}</h2>
<ol>${asked.map(({ question }, at) => html`<li><a href="#question-${at + 1}">${question}</a></li>`)}<li><a href="#contact">${contact}</a></li></ol></nav>
${asked.map(({ question, answer }, at) => html`<h2 id="question-${at + 1}">${question}</h2>${answer.map((one) => html`<p>${one}</p>`)}`)}
<h2 id="contact">${contact}</h2>
${plainList(visit, visit.school.contacts)}`,
      }),
    };
  },
};

function listed(visit: Visit, stations: typeof STATIONS): Html {
  return html`<ul>${stations.map(({ name, title }) => html`<li><a href="${href(visit.link(stationHelp.to({ about: name })))}">${title[visit.lang]}</a></li>`)}</ul>`;
}
