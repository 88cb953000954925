/** That an invitation ends before the work that its person is expected for: to those who may prolong it, and to the person. */
import { href, type Html, html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayDay } from "../../kit/lang.ts";
import { aboutOne } from "../../page/about-one.ts";
import type { Visit } from "../../page/page.ts";
import { may } from "../../act/permissions.ts";
import { renewGuest } from "../../people/guests/acts.ts";
import { places as people } from "../../people/pages/places.ts";

type Short = {
  readonly name: string;
  readonly guest: string;
  readonly until: string;
  readonly needed: string;
};

const words = inBoth({
  heading: ["Invitations qui finissent trop tôt", "Invitations that end too early"],
  theirs: (name: string, until: string, needed: string) => [
    `${name}\u00a0: invitation jusqu’au ${until}, travail attendu jusqu’au ${needed}.`,
    `${name}: invitation until ${until}, work expected until ${needed}.`,
  ],
  own: (until: string, needed: string) => [
    `Votre invitation finit le ${until}, et l’on vous attend jusqu’au ${needed}. Faites-le d’ici là, ou demandez à l’école de la prolonger.`,
    `Your invitation ends on ${until}, and you are expected until ${needed}. Do it by then, or ask the school to prolong it.`,
  ],
  go: ["Prolonger l’invitation", "Prolong the invitation"],
});

export function shortAccessAlert(visit: Visit, short: readonly Short[]): Html | false {
  const { lang, actor } = visit;
  const said = words[lang];
  if (short.length === 0) return false;
  const own = actor.kind === "guest" ? short.find(({ guest }) => guest === actor.guest) : undefined;
  if (own)
    return html`<p class="ds-alert" data-color="warning">${said.own(sayDay(own.until, lang), sayDay(own.needed, lang))}</p>`;
  return html`<section class="ds-alert" data-color="warning"><p><strong>${said.heading}</strong></p><ul>${short.map(
    ({ name, guest, until, needed }) =>
      html`<li>${said.theirs(name, sayDay(until, lang), sayDay(needed, lang))}${may(actor, renewGuest.who) && html` <a class="ds-link" href="${href(visit.link(people.guests.to({}, aboutOne(guest))))}">${said.go}<span class="ds-sr-only"> ${name}</span></a>`}</li>`,
  )}</ul></section>`;
}
