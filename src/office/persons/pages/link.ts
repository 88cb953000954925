/** The link from a list or a file to the whole of its person. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import type { Visit } from "../../../page/page.ts";
import { personWords } from "../words.ts";
import { peoplePage, person } from "./people.ts";

/** By any dossier of theirs; none for visitors who may not see people. */
export function personLink({ actor, link, lang }: Visit, dossier: string): Html | false {
  return (
    may(actor, peoplePage.who!) &&
    html`<p><a class="ds-link" href="${href(link(person.to({ person: dossier })))}">${personWords[lang].whole}</a></p>`
  );
}
