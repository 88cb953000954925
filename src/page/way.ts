/** A person's way as a line of stations, with the table that says the same in words. */
import { currentOf, STATIONS, type Station, type StationSeen } from "../act/way.ts";
import { href, type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { table } from "./form.ts";
import type { Visit } from "./page.ts";

type Seen = Omit<StationSeen, "dossier">;

const NAMES: Readonly<Record<Station, readonly [string, string]>> = {
  question: ["Question", "Question"],
  application: ["Dossier", "Application"],
  interview: ["Entretien", "Interview"],
  admission: ["Admission", "Admission"],
  contract: ["Contrat", "Contract"],
  training: ["Formation", "Training"],
  exams: ["Épreuves", "Exams"],
  diploma: ["Diplôme", "Diploma"],
};

const wayWords = inBoth({
  names: NAMES,
  done: ["fait", "done"],
  now: ["en ce moment", "now"],
  part: ["fait en partie", "done in part"],
  over: ["fini", "ended"],
  todo: ["à venir", "to come"],
  none: ["sans objet", "not applicable"],
  step: (at: number, of: number) => [`Étape ${at} sur ${of}\u00a0: `, `Step ${at} of ${of}: `],
  then: (name: string) => [`. Ensuite\u00a0: ${name}.`, `. Then: ${name}.`],
  ends: (at: number) => [`Arrêt à l’étape ${at}\u00a0: `, `Ended at step ${at}: `],
  end: [".", "."],
  all: ["Toutes les étapes, avec leurs dates", "All steps, with their dates"],
  caption: ["Les étapes, de la question au diplôme", "The steps, from the question to the diploma"],
  station: ["Étape", "Step"],
  where: ["Où j’en suis", "Where I stand"],
  whereOther: ["Où en est la personne", "Where the person stands"],
});

/** Where the station stands: the way may lead past one without a stop, and the current one alone is «now». */
function stateOf(station: Station, stations: readonly Seen[]): StationSeen["state"] | "todo" | "none" {
  const seen = stations.find((one) => one.station === station);
  const current = currentOf(stations);
  if (seen?.state === "now" && current && seen !== current)
    return STATIONS.indexOf(station) < STATIONS.indexOf(current.station) ? "done" : "todo";
  if (seen) return seen.state;
  const furthest = Math.max(...stations.map((one) => STATIONS.indexOf(one.station)));
  return STATIONS.indexOf(station) < furthest ? "none" : "todo";
}

/** All of them, or those up to where the way ended. */
function shownOf(current: Seen | undefined): readonly Station[] {
  return current?.state === "over" ? STATIONS.slice(0, STATIONS.indexOf(current.station) + 1) : STATIONS;
}

/** `id` tells several lines of one page apart; `own`: the reader is the person. */
export function wayLine(
  visit: Pick<Visit, "lang" | "link">,
  stations: readonly Seen[],
  { id, own }: { readonly id: string; readonly own: boolean },
): Html {
  const words = wayWords[visit.lang];
  const current = currentOf(stations);
  const shown = shownOf(current);
  return html`<ol class="line">${shown.map((station) => {
    const state = stateOf(station, stations);
    return html`<li data-state="${state}"${station === current?.station && state !== "done" && html` aria-current="step"`}><span class="name">${words.names[station]}<span class="ds-sr-only">${visit.lang === "fr" ? "\u00a0: " : ": "}${words[state]}</span></span></li>`;
  })}</ol>
${current && sentence(visit, current)}
<details class="ds-details"><summary>${words.all}</summary><div>${table({
    id,
    caption: words.caption,
    stacks: true,
    head: [words.station, own ? words.where : words.whereOther],
    rows: shown.map((station) => [words.names[station], saidOf(visit, stations, { station, own })]),
  })}</div></details>`;
}

function sentence({ lang }: Pick<Visit, "lang">, { station, state }: Seen): Html {
  const words = wayWords[lang];
  const at = STATIONS.indexOf(station);
  const after = state === "over" ? undefined : STATIONS[at + 1];
  return html`<p class="says-line">${state === "over" ? words.ends(at + 1) : words.step(at + 1, STATIONS.length)}<strong>${words.names[station].toLowerCase()}</strong>${after === undefined ? words.end : words.then(words.names[after].toLowerCase())}</p>`;
}

function saidOf(
  { lang, link }: Pick<Visit, "lang" | "link">,
  stations: readonly Seen[],
  { station, own }: { readonly station: Station; readonly own: boolean },
): Html | string {
  const seen = stations.find((one) => one.station === station);
  if (!seen) return wayWords[lang][stateOf(station, stations)];
  const says = seen.says[lang];
  return own && seen.to !== null ? html`<a class="ds-link" href="${href(link(seen.to))}">${says}</a>` : says;
}
