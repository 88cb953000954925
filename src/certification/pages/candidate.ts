/** One candidate of a session: domains held, exams presented, the director of their work, declared acquaintances. */
import { href, type Html, html } from "../../kit/html.ts";
import { may } from "../../act/permissions.ts";
import { sayDay, sayParts } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText, pick, text } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { personLink } from "../../page/person-link.ts";
import { enterHeld, presentCandidate, withdrawCandidate } from "../acts.ts";
import { places as training } from "../../training/cohorts/pages/places.ts";
import { declareAcquaintance } from "../register/acts.ts";
import { sayOrigin } from "../../training/programmes/origin-words.ts";
import { seeCandidate } from "../views.ts";
import { certificationWords } from "../words.ts";
import { directorCalled, examLabel, findingList, lawOfSession, places } from "./places.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeCandidate.read>>>;

export const candidatePage = formPage({
  name: "certification-personne",
  route: places.candidate,
  who: "see the certification",
  words: (lang) => certificationWords(lang).candidate,
  seen: (visit, { session, enrolment }) => see(visit, seeCandidate, { session, enrolment }),
  form: {
    fields: ({ visit, words, seen, lang }) => {
      const { diploma } = lawOfSession(visit, seen.session);
      return {
        domain: pick({
          label: words.domain,
          options: diploma.domains.map(({ domain, label }) => ({ value: domain, label: `${domain}, ${label[lang]}` })),
          missing: words.missing.domain,
        }),
        dispensedBy: pick({
          label: words.by,
          options: diploma.reliefs.map(({ title }) => ({ value: title, label: title })),
          optional: true,
        }),
        confirmedBy: text({ label: words.confirmedBy, optional: true }),
        confirmed: choice({
          label: words.decision,
          options: [
            { value: "yes", label: words.yes },
            { value: "no", label: words.no },
          ],
          optional: true,
        }),
        validatedOn: day({ label: words.validatedOn, missing: words.missing.day, optional: true }),
        paper: text({ label: words.paper, missing: words.missing.paper }),
      };
    },
    act: enterHeld,
    input: ({ domain, dispensedBy, confirmedBy, confirmed, validatedOn, paper }, { params }) => ({
      enrolment: params.enrolment,
      domain,
      ...(dispensedBy !== undefined && { dispensedBy }),
      ...(confirmedBy !== undefined && { confirmedBy }),
      ...(confirmed !== undefined && { confirmed: confirmed === "yes" }),
      ...(validatedOn !== undefined && { validatedOn }),
      paper,
    }),
    done: "note",
  },
  also: (form) => {
    const people = (seen: Seen) => seen.persons.map(({ id, name }) => ({ value: id, label: name }));
    return {
      present: form({
        go: ({ words }) => ({ label: words.present, variant: "secondary" }),
        act: presentCandidate,
        done: "note",
      }),
      link: form({
        fields: ({ visit, seen, lang }) => ({
          person: pick({ options: people(seen) }),
          kind: pick({
            options: (lawOfSession(visit, seen.session).diploma.jury.links ?? []).map(({ link, label }) => ({
              value: link,
              label: label[lang],
            })),
          }),
        }),
        go: ({ words }) => ({ label: words.linkGo, variant: "secondary" }),
        act: declareAcquaintance,
        input: ({ person, kind }, { seen }) => ({ entry: seen.entry?.id ?? "", person, kind }),
        done: "note",
      }),
      withdraw: form({
        fields: { ground: longText({ rows: 2 }) },
        go: ({ words }) => ({ label: words.withdraw, variant: "secondary" }),
        act: withdrawCandidate,
        input: ({ ground }, { seen }) => ({ entry: seen.entry?.id ?? "", ground }),
        done: "note",
      }),
    };
  },
  shown: ({ visit, lang, words, seen, params }, forms) => {
    const { also } = forms;
    const law = lawOfSession(visit, seen.session);
    const prepares = may(visit.actor, presentCandidate.who);
    const { entry } = seen;
    const links = law.diploma.jury.links ?? [];
    const presented =
      entry &&
      html`<p>${sayParts(
        entry.exams.map((one) => examLabel(law, one, lang)),
        lang,
      )}</p>
${entry.findings.length > 0 && html`<h3>${words.warned}</h3>${findingList(entry.findings, lang)}`}
<h2>${words.director(directorCalled(law, lang))}</h2><p>${entry.director ?? words.noDirector}</p><p>${words.directorWhy}${may(visit.actor, "see the training") && html` <a class="ds-link" href="${href(visit.link(training.works.to({ enrolment: params.enrolment })))}">${words.directorOpen}</a>`}</p>
<h2>${words.links}</h2><ul>${entry.links.map(({ person, kind }) => html`<li>${person} – ${links.find(({ link }) => link === kind)?.label[lang] ?? kind}</li>`)}</ul>
${prepares && html`<h3>${words.link}</h3>${also.link()}<h2>${words.withdraw}</h2>${also.withdraw()}`}`;
    const main = html`${personLink(visit, seen.dossier)}<h2>${words.held}</h2>${holdings(visit, seen)}
<h2>${words.exams}</h2>${presented ?? (prepares ? also.present() : html`<p>–</p>`)}
${prepares && html`<h2>${words.enter}</h2><p>${words.enterWhy}</p>${forms.form()}`}`;
    return {
      title: `${seen.name} – ${seen.session.name}`,
      lead: words.lead(seen.session.name),
      main,
      back: places.session.to({ session: seen.session.id }),
    };
  },
});

function holdings(visit: Visit, seen: Seen): Html {
  const { lang } = visit;
  const all = certificationWords(lang);
  const words = all.candidate;
  const brought = seen.held.map(({ domain, origin }) => html`<li>${domain} – ${sayOrigin(origin, lang)}</li>`);
  const notified = seen.results.map(({ notifiedOn, outcome, completeBy }) => {
    const said = words.outcome[outcome as keyof typeof words.outcome];
    return html`<li>${sayDay(notifiedOn, lang)} – ${said}${completeBy !== null && ` ${all.results.until(sayDay(completeBy, lang))}`}</li>`;
  });
  if (brought.length + notified.length === 0) return html`<p>${words.nothing}</p>`;
  return html`<ul>${brought}${notified}</ul>`;
}
