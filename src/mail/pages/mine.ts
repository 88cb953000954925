/** On one's first page: that one's mails come back, with the way to give another address. */
import { html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import type { MineParts } from "../../page/mine.ts";
import { myReturned } from "../views.ts";

const words = inBoth({
  heading: ["Nos courriels ne vous parviennent pas", "Our mails do not reach you"],
  why: (address: string, day: string) => [
    `Le dernier, du ${day}, a été refusé ou est revenu de ${address}. Ce que nous vous écrivons se lit ici, mais rien ne vous en avertit.`,
    `The last one, of ${day}, was refused or came back from ${address}. What we write to you is read here, but nothing tells you of it.`,
  ],
  go: ["Changer d’adresse électronique", "Change my e-mail address"],
});

/** Of the room of people, which is a later one. */
const ADDRESS = "/compte/adresse";

export const returnedMinePart: MineParts = async (visit) => {
  const { lang, link, school } = visit;
  const returned = await see(visit, myReturned, {});
  if (!returned) return [];
  const { heading, why, go } = words[lang];
  const on = sayDay(dayIn(new Date(returned.at), school.timezone), lang);
  const main = html`<section class="ds-alert" data-color="warning" aria-labelledby="returned"><h2 id="returned">${heading}</h2><p>${why(returned.address, on)}</p>
<p class="actions">${linkButton(link(ADDRESS), go)}</p></section>`;
  return [{ place: "first", waits: true, html: main }];
};
