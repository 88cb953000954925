/** The school's home: its diplomas, and the two questions of newcomers. */
import { announcedNotices, announcedOf, nextEntry } from "../../intake/pages/notice.ts";
import { href, type Html, html } from "../../kit/html.ts";
import type { Diploma } from "../../law/diploma.ts";
import { asksExperience } from "../../law/doors.ts";
import { capital } from "../../kit/typography.ts";
import { layout } from "../../page/layout.ts";
import type { Page, Visit } from "../../page/page.ts";
import { taughtOn } from "../../act/world.ts";
import { registrationNotice, sayRegistration } from "./sections/state.ts";
import { type ProgrammeWords, programmeWords } from "../sentences.ts";

export const homePage: Page = { name: "home", path: "/", view };

async function view(visit: Visit) {
  const { law, lang, school, link } = visit;
  const words = programmeWords[lang];
  const laws = taughtOn(visit.world, school, visit.today);
  const taught = await Promise.all(laws.map((each) => announcedIn(visit, each, laws.length > 1)));
  // With several diplomas, each card has its own questions and rule.
  const only = taught.length > 1 ? undefined : law.diploma;
  const more = [
    ...(only ? [{ to: `/${only.diploma}/regle`, title: words.rule, text: words.ruleText }] : []),
    { to: "/reponse", title: words.reopen, text: words.reopenText },
  ];
  const card = ({ to, title, text }: Call) =>
    html`<li class="card"><h3><a href="${href(link(to))}">${title}</a></h3><p>${text}</p></li>`;
  return {
    html: layout(visit, {
      title: words.homeTitle,
      description: school.label[lang],
      main: html`<div class="band"><div>
<h1>${school.name}</h1>
<p class="lead">${words.homeLead(
        school.name,
        taught.map((each) => each.law.diploma.label[lang]),
      )}</p>
</div></div>
${taught.map(({ notices }) => notices)}
${only && html`<h2>${words.twoQuestions}</h2><ul class="cards big">${callsOf(only, words).map(card)}</ul>`}
<h2>${words.trainedFor}</h2>
<ul class="cards">${taught.map((each) => diplomaCard(visit, each.law, only ? [] : callsOf(each.law.diploma, words)))}</ul>
<h2>${words.also}</h2>
<ul class="cards">${more.map(card)}</ul>
${taught.map(({ registration }) => registration)}`,
    }),
  };
}

/** The open or announced intakes of a diploma, and whether its registration outlasts the next. */
async function announcedIn(visit: Visit, law: Visit["law"], among: boolean) {
  const under = { ...visit, law };
  const announced = await announcedOf(under);
  return {
    law,
    notices:
      announced.intakes.length > 0 &&
      announcedNotices(under, announced, { of: among ? law.diploma.abbreviation : undefined }),
    registration: registrationNotice(under, nextEntry(announced)),
  };
}

type Call = { readonly to: string; readonly title: string; readonly text: string };

/** The two questions of newcomers. */
function callsOf(diploma: Diploma, words: ProgrammeWords): Call[] {
  return [
    { to: `/${diploma.diploma}/candidater`, title: words.apply, text: words.applyText(asksExperience(diploma)) },
    { to: `/${diploma.diploma}/parcours`, title: words.pathway, text: words.pathwayText },
  ];
}

function diplomaCard(visit: Visit, law: Visit["law"], calls: readonly Call[]): Html {
  const { lang, link } = visit;
  const [about] = law.school.page.profession;
  return html`<li class="card"><p class="eyebrow">${sayRegistration({ ...visit, law })}</p>
<h3><a href="${href(link(`/${law.diploma.diploma}`))}">${capital(law.diploma.label[lang])}</a></h3>
${about && html`<p>${about.label[lang]}</p>`}
${calls.length > 0 && html`<ul>${calls.map(({ to, title }) => html`<li><a href="${href(link(to))}">${title}<span class="ds-sr-only"> (${law.diploma.abbreviation})</span></a></li>`)}</ul>`}</li>`;
}
