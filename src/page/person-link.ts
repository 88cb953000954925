/** Links to the office's page about a person. They carry the page they stand on, as the one to come back to. */
import { may } from "../act/permissions.ts";
import { href, type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { hereOf } from "./back.ts";
import type { Visit } from "./page.ts";
import { route } from "./route.ts";

export const personAt = route("/personnes/:person");
export const SEES_PERSONS = "open a person’s page";

const words = inBoth({
  whole: ["Tout sur cette personne, toutes années confondues", "All about this person, in all years"],
  application: ["dossier", "application"],
  unnamed: ["Sans nom", "No name"],
});

/** `person`: an account, or any dossier of theirs. */
export function toPerson(visit: Pick<Visit, "path" | "query">, person: string): string {
  return personAt.to({ person }, { de: hereOf(visit) });
}

/** None for visitors who may not see people. */
export function personLink(visit: Visit, dossier: string): Html | false {
  const { actor, link, lang } = visit;
  return (
    may(actor, SEES_PERSONS) &&
    html`<p><a class="ds-link" href="${href(link(toPerson(visit, dossier)))}">${words[lang].whole}</a></p>`
  );
}

/** Whom a page is about: their name, which leads to their page, and the number of their application. */
export function aboutPerson(
  visit: Visit,
  { id, number }: { readonly id: string; readonly number: string },
  name: string | null,
): Html {
  const { unnamed, application } = words[visit.lang];
  const named = name ?? unnamed;
  const who = may(visit.actor, SEES_PERSONS)
    ? html`<a class="ds-link" href="${href(visit.link(toPerson(visit, id)))}">${named}</a>`
    : html`<strong>${named}</strong>`;
  return html`<p>${who}, ${application} <span class="unbroken">${number}</span></p>`;
}
