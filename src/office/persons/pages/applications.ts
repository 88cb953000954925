/** What the office shows of a person: the files of their dossiers, and what happened to each. */
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { apart, type PersonPart, type PersonParts } from "../../../page/person.ts";
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
    const { attached, dossier: own, intake } = opened;
    const called = new Map(intake.pieces.map(({ key, label }) => [key, capital(label[lang])]));
    const files = attached.map(
      ({ id, slot, name, receivedAt }) =>
        html`<li><a class="ds-link file-name" href="${href(link(`/fichier/${id}`))}">${called.get(slot) ?? name}</a> <span class="small">${sayDay(dayIn(receivedAt, school.timezone), lang)}</span></li>`,
    );
    parts.push({
      key: `fichiers-${own.number}`,
      title: words.files(apart(dossiers, own.number)),
      isFile: true,
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
