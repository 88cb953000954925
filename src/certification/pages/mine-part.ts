/** What a trainee's first page shows of the exams: the next one with its hour and place, or that the jury decides. */
import { href, html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import type { MineParts } from "../../page/mine.ts";
import { myResults } from "../views.ts";
import { examLabel, lawOfSession, places, sayHours } from "./places.ts";

const words = inBoth({
  next: ["Votre prochaine épreuve", "Your next exam"],
  go: ["Voir ma convocation", "See my convocation"],
  over: ["Vos épreuves sont passées", "Your exams are over"],
  overWhy: [
    "Le jury décide. Sa décision vous est notifiée par l’État, et se lit ici.",
    "The jury decides. The State notifies you of its decision, which is read here.",
  ],
});

export const examsMinePart: MineParts = async (visit) => {
  const { lang, link, school } = visit;
  const entries = (await see(visit, myResults, {}))?.entries ?? [];
  const ahead = entries.filter(({ ruled }) => !ruled);
  const all = ahead.flatMap((entry) => entry.groups.map((group) => ({ ...group, entry })));
  const now = visit.world.now();
  const [next] = all.filter(({ until }) => new Date(until) >= now).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const said = words[lang];
  if (next) {
    const exam = capital(examLabel(lawOfSession(visit, next.entry), next.exam, lang));
    const when = `${sayHours(next, school.timezone, lang)}${next.room === null ? "" : `, ${next.room}`}`;
    const main = html`<section class="step" aria-labelledby="step"><h2 id="step">${said.next}</h2>
<p><strong>${capital(when)}</strong><br>${exam}</p>
<a class="ds-button" href="${href(link(places.results.to()))}">${said.go}</a></section>`;
    return [{ place: "today", html: main }];
  }
  const held = ahead.some(
    ({ exams, groups }) => exams.length > 0 && exams.every((one) => groups.some((group) => group.exam === one)),
  );
  if (!held) return [];
  const main = html`<section class="step" aria-labelledby="step"><h2 id="step">${said.over}</h2><p>${said.overWhy}</p></section>`;
  return [{ place: "today", html: main }];
};
