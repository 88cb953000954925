/** The cohorts that somebody may join, in a list to choose from, and what to do where none of them is the right one. */
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import type { Visit } from "../../page/page.ts";
import { places as training } from "../../training/cohorts/pages/places.ts";
import { doneBy, sayWho } from "./done-by.ts";
import type { Seen } from "./parts.ts";
import { places } from "./places.ts";
import { contractWords } from "./words.ts";

/** Those that are not over, each with its first day. */
export function cohortOptions(cohorts: Seen["cohorts"], { today, lang }: Pick<Visit, "today" | "lang">) {
  return cohorts
    .filter(({ endsOn }) => endsOn >= today)
    .map(({ id, name, startsOn }) => ({ value: id, label: `${name} (${sayDay(startsOn, lang)})` }));
}

export function toOpenCohort({ lang, link, actor }: Pick<Visit, "lang" | "link" | "actor">): Html {
  const words = contractWords(lang).choose;
  const to = training.cohorts.to();
  const who = doneBy(to);
  return may(actor, who)
    ? html`<p><a class="ds-link" href="${href(link(to))}">${words.open}</a></p>`
    : html`<p>${words.openedBy(sayWho(who, lang))}</p>`;
}

/** From enrolling somebody, whose papers are for one cohort. */
export function otherCohort({ lang, link, actor }: Visit, { dossier, cohort, contract }: Seen): Html | false {
  const to = places.cohort.to({ dossier });
  return (
    cohort !== null &&
    !contract?.carried &&
    may(actor, doneBy(to)) &&
    html`<p><a class="ds-link" href="${href(link(to))}">${contractWords(lang).enrolOne.other}</a></p>`
  );
}
