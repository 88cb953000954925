/** The cohorts of the school, and opening one. */
import { may } from "../../../act/permissions.ts";
import { isDay } from "../../../kit/day.ts";
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, pick, text } from "../../../page/kinds.ts";
import type { WorkEntries } from "../../../page/page.ts";
import { openCohort } from "../acts.ts";
import { seeCohorts } from "../views.ts";
import { places } from "./places.ts";
import { cohortWords } from "./words.ts";

export const cohortsPage = formPage({
  name: "promotions",
  route: places.cohorts,
  who: "see the training",
  words: (lang) => cohortWords(lang).cohorts,
  seen: (visit) => {
    const diplomas = [...new Set(visit.school.diplomas.map(({ diploma }) => diploma))];
    return see(visit, seeCohorts, { diplomas });
  },
  form: {
    fields: ({ lang, seen }) => ({
      diploma: pick({
        options: seen.diplomas.map(({ diploma, label }) => ({ value: diploma, label: capital(label[lang]) })),
      }),
      name: text(),
      startsOn: day(),
      endsOn: day(),
    }),
    // A link from elsewhere may say the cohort that is to be opened.
    begin: ({ seen, visit: { query } }) => {
      const { diplome, nom, debut = "" } = query;
      const only = seen.diplomas.length === 1 ? seen.diplomas[0] : undefined;
      const chosen = seen.diplomas.find(({ diploma }) => diploma === diplome) ?? only;
      return {
        ...(chosen && { diploma: chosen.diploma }),
        ...(nom !== undefined && { name: nom }),
        ...(isDay(debut) && { startsOn: debut }),
      };
    },
    act: openCohort,
    done: ({ cohort }) => places.cohort.to({ cohort }, { fait: "ouverte" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const rows = seen.cohorts.map(({ id, name, startsOn, endsOn, lawVersion, people }) => [
      html`<a class="ds-link" href="${href(visit.link(places.cohort.to({ cohort: id })))}">${name}</a>`,
      `${sayDay(startsOn, lang)} – ${sayDay(endsOn, lang)}`,
      lawVersion,
      String(people),
    ]);
    const opening = may(visit.actor, openCohort.who) && html`<h2>${words.open}</h2>${form()}`;
    const first = visit.query.debut !== undefined;
    const main = html`${first && opening}${
      rows.length === 0
        ? html`<p>${words.none}</p>`
        : table({
            id: "cohorts",
            caption: words.caption,
            head: [words.name, words.dates, words.version, words.people],
            rows,
            numeric: [3],
            stacks: true,
          })
    }
${!first && opening}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

export const cohortEntries: WorkEntries = ({ actor, lang }) => {
  if (!may(actor, "see the training")) return [];
  const { heading, entryWhy } = cohortWords(lang).cohorts;
  return [{ to: places.cohorts.to(), label: heading, why: entryWhy }];
};
