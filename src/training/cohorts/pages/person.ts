/** One trainee, for the staff who run the training: state, hours, and the facts recorded. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { allows } from "../../../kit/machine.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { deed, see } from "../../../page/acting.ts";
import { shownBefore } from "../../../page/before-change.ts";
import { under } from "../../../page/field.ts";
import { summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, day, pick, text } from "../../../page/kinds.ts";
import { hoursBlock } from "../../hours/pages/table.ts";
import { personLink } from "../../../page/person-link.ts";
import { seeHours } from "../../hours/views.ts";
import { asks, ENDING_KINDS, ENROLMENT, ENROLMENT_FACTS, isOver, sayTraining } from "../../rules/enrolment.ts";
import { endTraining, interruptTraining, resumeTraining } from "../acts.ts";
import { seeEnrolment } from "../views.ts";
import { places } from "./places.ts";
import { cohortWords } from "./words.ts";

export const personPage = formPage({
  name: "inscription",
  route: places.person,
  who: "see the training",
  words: (lang) => cohortWords(lang).person,
  seen: async (visit, { enrolment }) => {
    const trainee = isId(enrolment) ? await see(visit, seeEnrolment, { enrolment }) : undefined;
    return trainee && { ...trainee, hours: await see(visit, seeHours, { enrolment, language: visit.lang }) };
  },
  form: {
    fields: ({ lang, words, seen }) => ({
      kind: choice({
        options: ENROLMENT_FACTS.filter((one) => allows(ENROLMENT, one, seen.state)).map((value) => ({
          value,
          label: words.facts[value],
        })),
      }),
      cohort: under(
        "kind",
        "returned",
        pick({
          options: seen.others.map(({ id, name, startsOn }) => ({
            value: id,
            label: `${name} (${sayDay(startsOn, lang)})`,
          })),
        }),
      ),
      on: day(),
      destination: under("kind", "transferred", text()),
      paper: text({ hint: words.paperHint(papers(words)), optional: true }),
      reason: text(),
    }),
    which: ({ kind, cohort = "", on, reason, paper, destination }, { params }) => {
      const moved = { enrolment: params.enrolment, on, reason };
      if (kind === "returned") return deed(resumeTraining, { ...moved, cohort });
      if (kind === "interrupted") return deed(interruptTraining, moved);
      const more = { ...(paper !== undefined && { paper }), ...(destination !== undefined && { destination }) };
      return deed(endTraining, { ...moved, kind, ...more });
    },
    confirm: async ({ kind, on, cohort }, { visit, words, lang, params }) => {
      const parts = await shownBefore(visit, { of: "training", enrolment: params.enrolment, kind, on, cohort });
      if (parts.length === 0) return undefined;
      const rows = [
        { key: words.fields.kind, value: words.facts[kind] },
        { key: words.confirm.on, value: sayDay(on, lang) },
      ];
      return { title: words.confirm.title, rows, lead: html`${parts}`, go: words.go };
    },
    done: "note",
    on: { enrolment: "kind" },
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const {
      enrolment,
      name,
      cohort,
      contractOn,
      givenOn,
      state,
      facts,
      hours,
      dossier,
      works,
      study,
      begun,
      lastThere,
      contested,
      kept,
    } = seen;
    const link = (to: string, label: string) =>
      html`<li><a class="ds-link" href="${href(visit.link(to))}">${label}</a></li>`;
    const named = new Map([cohort, ...seen.others].map((one) => [one.id, one.name]));
    const runs = may(visit.actor, interruptTraining.who);
    const main = html`${contested.length > 0 && html`<p class="ds-alert" data-color="warning">${words.contested(contested.join(", "))}</p>`}${summaryList(
      [
        {
          key: words.cohort,
          value: html`<a class="ds-link" href="${href(visit.link(places.cohort.to({ cohort: cohort.id })))}">${cohort.name}</a>`,
        },
        { key: words.contract, value: contractOn === null ? words.noContract : sayDay(contractOn, lang) },
        ...(givenOn === null ? [] : [{ key: words.given, value: sayDay(givenOn, lang) }]),
        {
          key: words.state,
          value: capital(
            sayTraining({ state, startsOn: cohort.startsOn, facts, begun, came: lastThere !== null })[lang],
          ),
        },
        ...(begun
          ? [{ key: words.there, value: lastThere ? words.lastThere(sayDay(lastThere, lang)) : words.never }]
          : []),
      ],
      lang,
    )}
<h2>${words.links}</h2>
<ul>${link(places.programme.to({ enrolment }), words.programme)}${works && link(places.works.to({ enrolment }), words.works)}${study && link(places.group.to({ group: study.group }), words.study(study.organisation))}${may(visit.actor, "certify attendance") && link(places.certificates.to({ enrolment }), words.certificates)}${link(places.livret.to({ enrolment }), words.livret)}${may(visit.actor, "see the dossiers") && link(`/dossiers/${dossier}`, words.dossier)}</ul>
${personLink(visit, dossier)}
${hoursBlock(hours, lang)}
${
  facts.length > 0 &&
  html`<h2>${words.happened}</h2><ul>${facts.map(
    (one) =>
      html`<li>${sayDay(one.on, lang)} – ${words.facts[one.kind]}${one.cohort !== null && html` ${words.into(named.get(one.cohort) ?? "–")}`} – ${one.reason}${one.destination !== null && html` – ${one.destination}`}${one.paper !== null && html` – ${one.paper}`}</li>`,
  )}</ul>`
}
${runs && !isOver(state) && html`${kept.length > 0 && html`<ul>${kept.map(({ says }) => html`<li>${says[lang]}</li>`)}</ul>`}${form()}`}`;
    return { title: name, main, back: places.cohort.to({ cohort: cohort.id }) };
  },
});

/** The endings that need a supporting document. */
function papers({ facts }: ReturnType<typeof cohortWords>["person"]): readonly string[] {
  return ENDING_KINDS.filter((kind) => asks(kind).paper).map((kind) => facts[kind]);
}
