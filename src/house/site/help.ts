/** Help: frequent questions, and the school’s contacts. */
import { href, html } from "../../kit/html.ts";
import { plainList } from "../../catalogue/pages/parts.ts";
import { layout } from "../../page/layout.ts";
import { taughtOn } from "../../act/world.ts";
import type { Page } from "../../page/page.ts";
import { siteWords } from "./sentences.ts";
import { stationHelp, STATIONS } from "./stations.ts";

export const helpPage: Page = {
  name: "help",
  path: "/aide",
  view: (visit) => {
    const { title, lead, stations, contents, questions, contact } = siteWords[visit.lang].help;
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
        main: html`<h2 id="stations">${stations}</h2><ul>${STATIONS.map(({ name, title: label }) => html`<li><a href="${href(visit.link(stationHelp.to({ about: name })))}">${label[visit.lang]}</a></li>`)}</ul>
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${contents}</h2>
<ol>${asked.map(({ question }, at) => html`<li><a href="#question-${at + 1}">${question}</a></li>`)}<li><a href="#contact">${contact}</a></li></ol></nav>
${asked.map(({ question, answer }, at) => html`<h2 id="question-${at + 1}">${question}</h2>${answer.map((one) => html`<p>${one}</p>`)}`)}
<h2 id="contact">${contact}</h2>
${plainList(visit, visit.school.contacts)}`,
      }),
    };
  },
};
