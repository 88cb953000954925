/** Before a dossier: requirements and deadline; a dossier already begun is found again from any device. */
import { asksExperience } from "../../law/doors.ts";
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, html } from "../../kit/html.ts";
import { sayMoney } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import type { Print } from "../../page/declared.ts";
import { formPage } from "../../page/form-page.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { KEPT_DAYS } from "../../inquiry/acts.ts";
import { openInquiry } from "../../inquiry/pages/inquiry.ts";
import { seeOpenIntakes } from "../../intake/views.ts";
import { startDossier } from "../acts.ts";
import { sayMoment } from "../sentences.ts";
import { type MyDossier, myDossiers } from "../views.ts";
import { dossierWords } from "../words.ts";
import { dossierAt } from "./holding.ts";

export const startAt = route("/:diploma/dossier");

export const dossierStart = formPage({
  name: "dossier",
  route: startAt,
  words: (lang) => dossierWords(lang).start,
  seen: async (visit) => ({
    intakes: (await see(visit, seeOpenIntakes, { diploma: visit.law.diploma.diploma }))?.open ?? [],
    mine: visit.person ? ((await see(visit, myDossiers, {}))?.dossiers ?? []) : [],
    inquiry: await openInquiry(visit),
  }),
  form: {
    item: "intake",
    act: startDossier,
    input: (_, { lang, item, seen: { inquiry } }) => ({
      intake: item,
      language: lang,
      ...(inquiry && { declared: inquiry.draft }),
    }),
    done: ({ dossier }, { params }) => dossierAt.to({ ...params, dossier }),
    stale: ({ params }, dossier) => ({ to: dossierAt.to({ ...params, dossier: dossier as string }) }),
    forbidden: ({ visit }) => (visit.person ? { shown: true } : { to: signingIn(visit) }),
  },
  shown: ({ visit, words, params, seen: { intakes, mine } }, { form }) => {
    const { diploma } = visit.law;
    const others = intakes.filter(({ id }) => !mine.some(({ intake }) => intake === id));
    const main = html`${mine.length > 0 && html`<h2>${words.mine}</h2>${mine.map((one) => ownCard(visit, one))}`}
${
  intakes.length === 0 &&
  html`<p class="lead">${words.none}</p><p>${words.noneWhy(KEPT_DAYS)}</p>
<div class="actions">${linkButton(visit.link(`/${diploma.diploma}/candidater`), words.mayApply)}</div>`
}
${others.map((intake) => intakeCard(visit, intake, form))}
${intakes.length > 0 && mine.length === 0 && needs(visit)}`;
    return { title: words.heading(diploma.abbreviation), main, back: `/${params.diploma}` };
  },
});

/** The sign-in page, returning here. */
export function signingIn(visit: Visit): string {
  return `/connexion?vers=${encodeURIComponent(visit.link(visit.path))}`;
}

function intakeCard(visit: Visit, intake: MyDossier["intakeFacts"], begin: Print): Html {
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
    ? begin(intake.id)
    : html`<div class="actions">${linkButton(visit.link(signingIn(visit)), words.signIn)}</div><p>${words.signInWhy}</p>`
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
<div class="actions">${linkButton(visit.link(dossierAt.to({ diploma: intakeFacts.diploma, dossier: id })), state === "draft" ? words.start.resume : words.start.follow)}</div>
</section>`;
}

function needs(visit: Visit): Html {
  const words = dossierWords(visit.lang).start;
  return html`<h2>${words.needs}</h2>
<ul>${words.needsList(asksExperience(visit.law.diploma)).map((one) => html`<li>${one}</li>`)}</ul>
<h2>${words.how}</h2>
<ul>${words.howList.map((one) => html`<li>${one}</li>`)}</ul>`;
}
