/** Before a dossier: what it takes and until when; the one already begun is found again, whatever device it was begun on. */
import { asksExperience } from "../../law/doors.ts";
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, html } from "../../kit/html.ts";
import { sayMoney } from "../../kit/lang.ts";
import { act, see } from "../../page/acting.ts";
import { button, form, linkButton } from "../../page/form.ts";
import type { Page, Visit } from "../../page/page.ts";
import { KEPT_DAYS } from "../../inquiry/acts.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { openInquiry } from "../../inquiry/pages/inquiry.ts";
import { seeOpenIntakes } from "../../intake/views.ts";
import { startDossier } from "../acts.ts";
import { sayMoment } from "../sentences.ts";
import { type MyDossier, myDossiers } from "../views.ts";
import { dossierWords } from "../words.ts";

export const dossierStart: Page = {
  name: "dossier",
  path: "/:diploma/dossier",
  view: (visit) => shown(visit),
  submit: async (visit, sent) => {
    if (!visit.person) return { redirect: signIn(visit) };
    const intakes = (await see(visit, seeOpenIntakes, { diploma: visit.law.diploma.diploma }))?.open ?? [];
    const intake = intakes.find(({ id }) => id === sent.get("intake")) ?? intakes[0];
    if (!intake) return shown(visit);
    const inquiry = await openInquiry(visit);
    const declared = inquiry && { declared: inquiry.draft as unknown as { [key: string]: unknown } };
    const outcome = await act(visit, startDossier, { intake: intake.id, language: visit.lang, ...declared }, { sent });
    if (outcome.kind === "done") return { redirect: visit.link(`${visit.path}/${outcome.value.dossier}`) };
    if (outcome.kind === "stale") return { redirect: visit.link(`${visit.path}/${outcome.current as string}`) };
    return shown(visit);
  },
};

function signIn(visit: Visit): string {
  return `${visit.link("/connexion")}?vers=${encodeURIComponent(visit.link(visit.path))}`;
}

async function shown(visit: Visit) {
  const { lang, law, person } = visit;
  const words = dossierWords(lang).start;
  const intakes = (await see(visit, seeOpenIntakes, { diploma: law.diploma.diploma }))?.open ?? [];
  const mine = person ? ((await see(visit, myDossiers, {}))?.dossiers ?? []) : [];
  const main = html`<h1>${words.heading(law.diploma.abbreviation)}</h1>
${mine.length > 0 && html`<h2>${words.mine}</h2>${mine.map((one) => ownCard(visit, one))}`}
${
  intakes.length === 0 &&
  html`<p class="lead">${words.none}</p><p>${words.noneWhy(KEPT_DAYS)}</p>
<div class="actions">${linkButton(visit.link(`/${law.diploma.diploma}/candidater`), words.mayApply)}</div>`
}
${intakes.filter(({ id }) => !mine.some(({ intake }) => intake === id)).map((intake) => intakeCard(visit, intake))}
${intakes.length > 0 && mine.length === 0 && needs(visit)}`;
  return page(visit, { title: words.heading(law.diploma.abbreviation), main, back: `/${visit.params.diploma}` });
}

function intakeCard(visit: Visit, intake: MyDossier["intakeFacts"]): Html {
  const { lang, school } = visit;
  const words = dossierWords(lang).start;
  const total = intake.fees.reduce((sum, { amount }) => sum + amount, 0);
  return html`<section class="ds-card summary-card">
<h2>${intake.label[lang]}</h2>
<dl class="summary">
<div><dt>${words.until}</dt><dd><strong>${sayDeadline(intake.closesAt, school.timezone, lang)}</strong></dd></div>
<div><dt>${words.entry}</dt><dd>${words.day(intake.entryOn)}</dd></div>
<div><dt>${words.places}</dt><dd>${intake.places}</dd></div>
${total > 0 && html`<div><dt>${words.fee}</dt><dd>${sayMoney(total, lang)}</dd></div>`}
</dl>
<p class="made">${words.clock(sayMoment(visit.world.now(), school.timezone, lang))}</p>
${
  visit.person
    ? form(visit, html`<div class="actions">${button(words.begin)}</div>`, {
        hidden: { intake: intake.id },
      })
    : html`<div class="actions">${linkButton(signIn(visit), words.signIn)}</div><p>${words.signInWhy}</p>`
}
</section>`;
}

function ownCard(visit: Visit, { id, number, state, intakeFacts }: MyDossier): Html {
  const { lang, school } = visit;
  const words = dossierWords(lang);
  return html`<section class="ds-card summary-card">
<h3>${words.start.numbered("")}<span class="unbroken">${number}</span></h3>
<dl class="summary">
<div><dt>${words.start.intake}</dt><dd>${intakeFacts.label[lang]}</dd></div>
<div><dt>${words.start.state}</dt><dd>${words.states[state].short}</dd></div>
<div><dt>${state === "draft" ? words.start.until : words.start.closes}</dt><dd>${sayDeadline(intakeFacts.closesAt, school.timezone, lang)}</dd></div>
</dl>
<div class="actions">${linkButton(visit.link(`${visit.path}/${id}`), state === "draft" ? words.start.resume : words.start.follow)}</div>
</section>`;
}

function needs(visit: Visit): Html {
  const words = dossierWords(visit.lang).start;
  return html`<h2>${words.needs}</h2>
<ul>${words.needsList(asksExperience(visit.law.diploma)).map((one) => html`<li>${one}</li>`)}</ul>
<h2>${words.how}</h2>
<ul>${words.howList.map((one) => html`<li>${one}</li>`)}</ul>`;
}
