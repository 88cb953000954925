/** Help: the questions people ask, and where the school is. */
import { html } from "../../kit/html.ts";
import { layout } from "../layout.ts";
import { taughtOn } from "../../world.ts";
import type { Page } from "../page.ts";
import { siteWords } from "./sentences.ts";

export const helpPage: Page = {
  name: "help",
  path: "/aide",
  view: (visit) => {
    const { title, lead, questions, contact } = siteWords[visit.lang].help;
    const { school, world, today } = visit;
    const taught = taughtOn(world, school, today);
    const holds = {
      fee: taught.some((law) => law.school.price.lines.some(({ selection }) => selection)),
      levels: taught.some(({ diploma }) => Object.keys(diploma.levels.legacy).length > 0),
    };
    return {
      html: layout(visit, {
        title,
        lead,
        main: html`${questions.filter(({ where }) => where === undefined || holds[where]).map(({ question, answer }) => html`<h2>${question}</h2>${answer.map((one) => html`<p>${one}</p>`)}`)}
<h2 id="contact">${contact}</h2>
<ul>${visit.school.contacts.map(({ label }) => html`<li>${label[visit.lang]}</li>`)}</ul>`,
      }),
    };
  },
};
