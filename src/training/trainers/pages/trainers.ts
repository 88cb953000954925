/** Who teaches a cohort, with what its contracts say of each. */
import { may } from "../../../act/permissions.ts";
import { html } from "../../../kit/html.ts";
import { sayList } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { text } from "../../../page/kinds.ts";
import { places } from "../../cohorts/pages/places.ts";
import { describeTrainer } from "../acts.ts";
import { seeTrainers } from "../views.ts";
import { trainerWords } from "../words.ts";

export const trainersPage = formPage({
  name: "promotion-formateurs",
  route: places.trainers,
  who: "see the training",
  words: trainerWords,
  seen: async (visit, { cohort }) => (isId(cohort) ? see(visit, seeTrainers, { cohort }) : undefined),
  form: {
    item: "trainer",
    fields: { words: text({ size: 60 }) },
    begin: ({ seen, item }) => ({ words: seen.trainers.find(({ trainer }) => trainer === item)?.reference ?? "" }),
    go: ({ words }) => ({ label: words.go, variant: "secondary" }),
    act: describeTrainer,
    done: "dit",
  },
  shown: ({ visit, lang, words, seen: { cohort, trainers } }, { form }) => {
    const says = may(visit.actor, describeTrainer.who);
    const main =
      trainers.length === 0
        ? html`<p>${words.none}</p>`
        : html`${trainers.map(
            ({ trainer, name, units, reference }) => html`<h2>${name}</h2>
<p>${words.teaches(sayList(units, lang))}</p>
${reference === null ? html`<p class="ds-alert" data-color="warning">${words.missing}</p>` : !says && html`<p>${reference}</p>`}
${says && form(trainer)}`,
          )}`;
    return { title: words.heading(cohort.name), lead: words.lead, main, back: places.cohort.to({ cohort: cohort.id }) };
  },
});
