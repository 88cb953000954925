/** One cohort: its trainees, enrolling those who accepted a place, its hours by unit, and the partner university's track. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayNumber } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryList, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { longText, text } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { isOver, sayTraining } from "../../rules/enrolment.ts";
import { recordPartnerTrack } from "../acts.ts";
import { seeCohort } from "../views.ts";
import { places } from "./places.ts";
import { cohortWords } from "./words.ts";
import { isId } from "../../../kit/shapes.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeCohort.read>>>;

export const cohortPage = formPage({
  name: "promotion",
  route: places.cohort,
  who: "see the training",
  words: (lang) => cohortWords(lang).cohort,
  seen: async (visit, { cohort }) => (isId(cohort) ? see(visit, seeCohort, { cohort }) : undefined),
  also: (form) => ({
    partner: form({
      fields: { university: text(), title: text(), holds: longText({ rows: 3 }) },
      begin: ({ seen }) => seen.partner ?? {},
      go: ({ words }) => ({ label: words.partnerGo, variant: "secondary" }),
      act: recordPartnerTrack,
      done: "cursus",
    }),
  }),
  shown: ({ visit, lang, words, seen }, forms) => {
    const { cohort, partner, accepted } = seen;
    const runs = may(visit.actor, recordPartnerTrack.who);
    const main = html`<p>${words.spans(sayDay(cohort.startsOn, lang), sayDay(cohort.endsOn, lang))} ${words.pinned(cohort.lawVersion)}</p>
<p>${linkButton(visit.link(places.lessons.to({ cohort: cohort.id })), words.lessons, "secondary")} ${linkButton(visit.link(places.cohortPlan.to({ cohort: cohort.id })), words.plan, "secondary")} ${linkButton(visit.link(places.trainers.to({ cohort: cohort.id })), words.trainers, "secondary")} ${linkButton(visit.link(places.cohortAppreciations.to({ cohort: cohort.id })), words.appreciations, "secondary")}</p>
<h2>${words.people}</h2>
${peopleOf(visit, seen)}
${runs && html`<h2>${words.enrol}</h2>${accepted.length > 0 ? acceptedOnes(visit, seen) : html`<p>${words.nobodyLeft}</p>`}`}
<h2>${words.partner}</h2>
<p>${words.partnerWhy}</p>
${
  partner &&
  summaryList(
    [
      { key: words.fields.university, value: partner.university },
      { key: words.fields.title, value: partner.title },
      { key: words.fields.holds.label, value: partner.holds },
    ],
    lang,
  )
}
${
  runs &&
  (partner
    ? html`<details class="ds-details"${forms.returned && html` open`}><summary>${words.partnerChange}</summary><div>${forms.also.partner()}</div></details>`
    : forms.also.partner())
}
<h2>${words.hours}</h2>
${table({
  id: "hours",
  caption: words.hours,
  head: [words.unit, words.hoursHead],
  rows: seen.units.map(({ unit, label, hours }) => [`${unit} – ${capital(label[lang])}`, sayNumber(hours, lang)]),
  numeric: [1],
})}`;
    return { title: cohort.name, main, back: places.cohorts.to() };
  },
});

/** Those who accepted a place and are not enrolled, each with their contract; those whose contract is concluded are enrolled together. */
function acceptedOnes(visit: Visit, seen: Seen): Html {
  const { link } = visit;
  const words = cohortWords(visit.lang).cohort;
  return html`${undecidedOnes(visit, seen)}<ul>${seen.accepted.map(({ dossier, name }) => html`<li><a class="ds-link" href="${href(link(`/contrats/${dossier}`))}">${name}</a></li>`)}</ul>
<p>${linkButton(link(places.enrol.to({ cohort: seen.cohort.id })), words.toEnrol, "secondary")}</p>`;
}

/** Warns of candidates whose relief is still to be decided, or on whose exam the authority has not answered. */
function undecidedOnes({ lang }: Visit, { accepted }: Seen): Html | false {
  const words = cohortWords(lang).cohort;
  const warnings = accepted.flatMap(({ name, relief, contested }) => [
    ...(relief ? [words.noRelief(name)] : []),
    ...(contested.length > 0 ? [words.contested(name, contested.join(", "))] : []),
  ]);
  return (
    warnings.length > 0 &&
    html`<ul class="ds-alert" data-color="warning">${warnings.map((one) => html`<li>${one}</li>`)}</ul>`
  );
}

function peopleOf(visit: Visit, { people, cohort }: Seen): Html {
  const { lang } = visit;
  const words = cohortWords(lang).cohort;
  if (people.length === 0) return html`<p>${words.nobody}</p>`;
  return table({
    id: "people",
    caption: words.peopleCaption,
    head: [words.person, words.contract, words.state, words.programme],
    rows: people.map(({ enrolment, name, contractOn, state, programme, carried }) => [
      html`<a class="ds-link" href="${href(visit.link(places.person.to({ enrolment })))}">${name}</a>${carried && html` <span class="ds-tag" data-color="neutral">${words.carried}</span>`}`,
      contractOn === null ? words.noContract : sayDay(contractOn, lang),
      capital(
        sayTraining({ state, startsOn: cohort.startsOn, facts: [], begun: cohort.startsOn <= visit.today, came: true })[
          lang
        ],
      ),
      programme === null && isOver(state)
        ? words.noProgramme
        : html`<a class="ds-link" href="${href(visit.link(places.programme.to({ enrolment })))}">${programme === null ? words.notSigned : words.signed(programme)}<span class="ds-sr-only"> : ${name}</span></a>`,
    ]),
    stacks: true,
  });
}
