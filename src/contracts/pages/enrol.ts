/** Enrolling: several people in a cohort at once, of those whose contract is concluded; and one person, from their contract. */
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { longText, pick, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { aboutPerson } from "../../page/person-link.ts";
import { places as training } from "../../training/cohorts/pages/places.ts";
import { enrol, enrolAnyway } from "../enrolling-acts.ts";
import { seeToEnrol, seeWhoIsToEnrol } from "../views.ts";
import { contractSeen, type Seen, wantsHtml } from "./parts.ts";
import { places } from "./places.ts";
import { contractWords } from "./words.ts";
import { cohortOptions, otherCohort } from "./cohort-choice.ts";

export const enrolPage = formPage({
  name: "promotion-inscrire",
  route: training.enrol,
  who: "run the training",
  words: (lang) => contractWords(lang).enrol,
  seen: async (visit, { cohort }) => (isId(cohort) ? see(visit, seeToEnrol, { cohort }) : undefined),
  form: {
    fields: ({ words, seen }) => ({
      dossiers: ticks({
        options: seen.people.filter(({ ready }) => ready).map(({ dossier, name }) => ({ value: dossier, label: name })),
        missing: words.nobodyTicked,
      }),
    }),
    begin: ({ seen }) => ({
      dossiers: seen.people.filter(({ ready, meant }) => ready && meant).map(({ dossier }) => dossier),
    }),
    act: enrol,
    showing: ({ seen }) => seen.enrolling,
    on: { dossier: "dossiers", cohort: "dossiers" },
    done: "inscrits",
  },
  shown: ({ visit, words, seen }, { form }) => {
    const ready = seen.people.some((one) => one.ready);
    const others = seen.people.filter((one) => !one.ready);
    return {
      title: words.title(seen.cohort.name),
      main: html`${ready ? form() : html`<p>${words.nobody}</p>`}${others.length > 0 && html`<h2>${words.notYet}</h2><ul>${others.map((one) => personLine(visit, one))}</ul><p><a class="ds-link" href="${href(visit.link(places.toEnrol.to()))}">${words.why}</a></p>`}`,
      back: training.cohort.to({ cohort: seen.cohort.id }),
    };
  },
});

/** Everybody who accepted a place and is not enrolled: ticked and enrolled together, or what is wanting, each with where it is mended. */
export const toEnrolPage = formPage({
  name: "contrats",
  route: places.toEnrol,
  who: "see the contracts",
  words: (lang) => contractWords(lang).toEnrol,
  seen: (visit) => see(visit, seeWhoIsToEnrol, { page: pageOf(visit) }),
  form: {
    fields: ({ words, seen, lang }) => ({
      dossiers: ticks({
        options: seen.people
          .filter(({ ready }) => ready)
          .map(({ dossier, name, cohort }) => ({
            value: dossier,
            label: name,
            ...(cohort && { hint: words.meant(cohort.name) }),
          })),
        missing: words.nobodyTicked,
      }),
      cohort: pick({
        options: seen.cohorts.map(({ id, name, startsOn }) => ({
          value: id,
          label: `${name} (${sayDay(startsOn, lang)})`,
        })),
      }),
    }),
    begin: ({ seen }) => {
      const ready = seen.people.filter((one) => one.ready);
      const meant = ready[0]?.cohort?.id;
      return {
        dossiers: ready.filter(({ cohort }) => cohort?.id === meant).map(({ dossier }) => dossier),
        ...(meant !== undefined && { cohort: meant }),
      };
    },
    act: enrol,
    showing: ({ seen }) => seen.enrolling,
    on: { dossier: "dossiers" },
    done: "inscrits",
  },
  shown: ({ visit, words, seen }, { form }) => {
    const ready = seen.people.some((one) => one.ready) && may(visit.actor, enrol.who);
    const others = seen.people.filter((one) => !one.ready);
    const { page, more, all } = seen;
    return {
      title: words.title,
      lead: all === 0 ? words.none : words.count(all, seen.ready),
      main: html`${ready && form()}${
        others.length > 0 && html`<h2>${words.notYet}</h2>${others.map((one) => wantingCard(visit, one))}`
      }${(page > 1 || more) && html`<p>${page > 1 && html`<a class="ds-link" href="${href(visit.link(places.toEnrol.to({}, { page: String(page - 1) })))}">${words.before}</a> `}${more && html`<a class="ds-link" href="${href(visit.link(places.toEnrol.to({}, { page: String(page + 1) })))}">${words.next}</a>`}</p>`}`,
      back: "/a-faire",
    };
  },
});

type ToEnrol = NonNullable<Awaited<ReturnType<typeof seeWhoIsToEnrol.read>>>["people"][number];

function wantingCard(visit: Visit, { dossier, name, cohort, own, wants }: ToEnrol): Html {
  const { lang, link } = visit;
  const words = contractWords(lang).toEnrol;
  return html`<section class="ds-card"><h3><a class="ds-link" href="${href(link(places.contract.to({ dossier })))}">${name}</a></h3>
<p class="small">${cohort ? words.meant(cohort.name) : words.noCohort}</p>${own ? html`<p>${words.own}</p>` : wantsHtml(visit, wants)}</section>`;
}

function pageOf({ query }: Pick<Visit, "query">): number {
  const { page = "" } = query;
  return /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1;
}

function personLine({ link }: Visit, { dossier, name }: { readonly dossier: string; readonly name: string }): Html {
  return html`<li><a class="ds-link" href="${href(link(places.contract.to({ dossier })))}">${name}</a></li>`;
}

/** The cohort meant comes first; before the contract is concluded the director alone enrols, with a ground. */
export const enrolOnePage = formPage({
  name: "contrat-inscrire",
  route: places.enrol,
  who: "run the training",
  words: (lang) => contractWords(lang).enrolOne,
  seen: contractSeen,
  elsewhere: ({ visit, seen }) => (mayEnrol(visit, seen) ? undefined : places.contract.to({ dossier: seen.dossier })),
  form: {
    fields: ({ visit, seen }) => ({
      // What was signed is for this cohort: another one is chosen first, on its own page.
      cohort: pick({
        options: cohortOptions(seen.cohort && !seen.contract?.carried ? [seen.cohort] : seen.cohorts, visit),
      }),
    }),
    begin: ({ seen }) => (seen.cohort ? { cohort: seen.cohort.id } : {}),
    act: enrol,
    showing: ({ seen }) => seen.enrolling,
    input: ({ cohort }, { params }) => ({ cohort, dossiers: [params.dossier] }),
    on: { dossiers: "cohort", dossier: "cohort" },
    done: (_, { params }) => places.contract.to(params, { fait: "inscrite" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { withdrawal = null } = seen.contract ?? {};
    return {
      title: words.title,
      main: html`${aboutPerson(visit, { id: seen.dossier, number: seen.number }, seen.name)}${withdrawal && withdrawal.lastDay >= visit.today && html`<p>${words.mayWithdraw(sayDay(withdrawal.lastDay, lang))}</p>`}${form()}${otherCohort(visit, seen)}`,
      back: places.contract.to({ dossier: seen.dossier }),
    };
  },
});

/** The contract is concluded, and the person is not enrolled. */
export function mayEnrol({ actor }: Visit, { state, accepted, enrolment }: Seen): boolean {
  return may(actor, enrol.who) && accepted && enrolment === null && state === "concluded";
}

export const enrolAnywayPage = formPage({
  name: "contrat-inscrire-quand-meme",
  route: places.enrolAnyway,
  who: "enrol all the same",
  words: (lang) => contractWords(lang).enrolAnyway,
  seen: contractSeen,
  elsewhere: ({ visit, seen }) =>
    mayEnrolAnyway(visit, seen) ? undefined : places.contract.to({ dossier: seen.dossier }),
  form: {
    fields: ({ visit, seen }) => ({
      cohort: pick({ options: cohortOptions(seen.cohorts, visit) }),
      ground: longText({ rows: 3, most: 1000 }),
    }),
    begin: ({ seen }) => (seen.cohort ? { cohort: seen.cohort.id } : {}),
    act: enrolAnyway,
    showing: ({ seen }) => seen.enrolling,
    on: { dossier: "cohort" },
    done: (_, { params }) => places.contract.to(params, { fait: "inscrite" }),
  },
  shown: ({ visit, words, seen }, { form }) => {
    const unmet = (seen.contract?.findings ?? []).filter(({ met }) => !met);
    return {
      title: words.title,
      lead: words.lead,
      main: html`${aboutPerson(visit, { id: seen.dossier, number: seen.number }, seen.name)}${unmet.length > 0 && html`<ul class="ds-alert" data-color="warning">${unmet.map(({ reason }) => html`<li>${reason}</li>`)}</ul>`}${form()}`,
      back: places.contract.to({ dossier: seen.dossier }),
    };
  },
});

export function mayEnrolAnyway({ actor }: Visit, { state, accepted, enrolment }: Seen): boolean {
  return (
    may(actor, enrolAnyway.who) && accepted && enrolment === null && state !== "concluded" && state !== "withdrawn"
  );
}
