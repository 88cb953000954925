/** What the office shows of a person: the files of their dossiers, and what happened to each. */
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import type { PersonPart, PersonParts } from "../../../page/person.ts";
import { happenedTo } from "../../pages/happened.ts";
import { seeDossier } from "../../views.ts";
import { personWords } from "../words.ts";

/** Somebody who applies each year has a few. */
const MOST = 5;

export const applicationsPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link, school } = visit;
  const words = personWords[lang].person;
  const parts: PersonPart[] = [];
  const all = await Promise.all(dossiers.slice(0, MOST).map(({ dossier }) => see(visit, seeDossier, { dossier })));
  for (const opened of all) {
    if (!opened) continue;
    const { attached, dossier: own } = opened;
    const files = attached.map(
      ({ id, name, receivedAt }) =>
        html`<li><a class="ds-link file-name" href="${href(link(`/fichier/${id}`))}">${name}</a> <span class="small">${sayDay(dayIn(receivedAt, school.timezone), lang)}</span></li>`,
    );
    parts.push({
      key: `fichiers-${own.number}`,
      title: words.files(own.number),
      ...(files.length > 0 && { main: html`<ul class="files">${files}</ul>` }),
      events: happenedTo(visit, opened).map(({ at, said, text }) => ({
        at,
        subject: "candidature",
        kind: words.application,
        what: text === "" ? said : `${said}. ${text}`,
        to: `/dossiers/${own.id}`,
      })),
    });
  }
  return parts;
};
