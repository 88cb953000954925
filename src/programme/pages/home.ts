/** The school's home: what it prepares for, and the two questions a stranger comes with. */
import { announcedNotices, announcedOf, nextEntry } from "../../admission/intakes/pages/notice.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { layout } from "../../web/layout.ts";
import type { Page, Visit } from "../../web/page.ts";
import { taughtOn } from "../../world.ts";
import { registrationNotice, sayRegistration } from "../sections/state.ts";
import { programmeWords } from "../sentences.ts";

export const homePage: Page = { name: "home", path: "/", view };

async function view(visit: Visit) {
  const { law, lang, school, link } = visit;
  const words = programmeWords[lang];
  const { diploma } = law.diploma;
  const taught = await Promise.all(taughtOn(visit.world, school, visit.today).map((one) => announcedIn(visit, one)));
  const calls = [
    { to: `/${diploma}/candidater`, title: words.apply, text: words.applyText },
    { to: `/${diploma}/parcours`, title: words.pathway, text: words.pathwayText },
  ];
  const more = [
    { to: `/${diploma}/regle`, title: words.rule, text: words.ruleText },
    { to: "/reponse", title: words.reopen, text: words.reopenText },
  ];
  const card = ({ to, title, text }: (typeof calls)[number]) =>
    html`<li class="card"><h3><a href="${href(link(to))}">${title}</a></h3><p>${text}</p></li>`;
  return {
    html: layout(visit, {
      title: words.homeTitle,
      description: school.label[lang],
      main: html`<div class="band"><div>
<h1>${school.name}</h1>
<p class="lead">${words.homeLead(school.name, law.diploma.label[lang])}</p>
</div></div>
${taught.map(({ notices }) => notices)}
<h2>${words.twoQuestions}</h2>
<ul class="cards big">${calls.map(card)}</ul>
<h2>${words.trainedFor}</h2>
<ul class="cards">${taught.map((one) => diplomaCard(visit, one.law))}</ul>
<h2>${words.also}</h2>
<ul class="cards">${more.map(card)}</ul>
${taught.map(({ registration }) => registration)}`,
    }),
  };
}

/** The intakes of a diploma that are open or announced, and whether its registration outlasts the next. */
async function announcedIn(visit: Visit, law: Visit["law"]) {
  const under = { ...visit, law };
  const announced = await announcedOf(under);
  return {
    law,
    notices: announced.intakes.length > 0 && announcedNotices(under, announced),
    registration: registrationNotice(under, nextEntry(announced)),
  };
}

function diplomaCard(visit: Visit, law: Visit["law"]): Html {
  const { lang, link } = visit;
  const [about] = law.school.page.profession;
  return html`<li class="card"><p class="eyebrow">${sayRegistration({ ...visit, law })}</p>
<h3><a href="${href(link(`/${law.diploma.diploma}`))}">${capital(law.diploma.label[lang])}</a></h3>
${about && html`<p>${about.label[lang]}</p>`}</li>`;
}
