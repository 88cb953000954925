/** What a trainee's first page shows of the training: the half-day to sign, or the next lesson; the hours; the week. */
import { addLink } from "../../../agenda/pages/calendar.ts";
import { addressOf } from "../../../agenda/convocation.ts";
import { addDays } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import type { MineParts } from "../../../page/mine.ts";
import type { SignedVisit } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { hoursBars } from "../../hours/pages/bars.ts";
import { myHours } from "../../hours/views.ts";
import { weekCards } from "../../lessons/pages/cards.ts";
import { weekOf } from "../../lessons/pages/week.ts";
import { myWeek } from "../../lessons/views.ts";
import { sayWhen } from "../../lessons/words.ts";
import { enrolmentChain } from "../../enrolled.ts";
import { myWorks } from "../../works/views.ts";
import { myTrainings } from "../views.ts";

/** Days ahead in which the next lesson is looked for. */
export const AHEAD_DAYS = 60;

const words = inBoth({
  now: ["Maintenant", "Now"],
  sign: ["Signez votre présence", "Sign that you are here"],
  signGo: ["Signer ma demi-journée", "Sign my half-day"],
  next: ["Votre prochaine séance", "Your next lesson"],
  none: ["Aucune séance n’est encore prévue.", "No lesson is planned yet."],
  week: ["Ma semaine", "My week"],
  free: ["Plus de cours cette semaine.", "No more lessons this week."],
  more: ["Les autres semaines, mon programme, mes travaux", "Other weeks, my programme, my works"],
});

type Lesson = NonNullable<Awaited<ReturnType<typeof myWeek.read>>>["lessons"][number];

export const traineePart: MineParts = async (visit) => {
  const { lang, today } = visit;
  const trainings = (await see(visit, myTrainings, {}))?.trainings ?? [];
  const current = trainings.filter(
    ({ state, startsOn, endsOn }) => state === "in-training" && startsOn <= today && today <= endsOn,
  );
  if (current.length === 0) return [];
  const hides = await pastWorks(visit, current);
  // From today on: what is past stands on the page of the training.
  const week = { from: today, until: weekOf(visit).until };
  const until = addDays(today, AHEAD_DAYS);
  const ahead = (await see(visit, myWeek, { from: week.from, until }))?.lessons ?? [];
  const hours: Html[] = [];
  for (const [at, { enrolment }] of current.entries()) {
    const seen = await see(visit, myHours, { enrolment, language: lang });
    if (seen) hours.push(hoursBars(seen, lang, `hours-${at}`));
  }
  const lessons = ahead.filter(({ on }) => on <= week.until);
  const more = html`<p><a class="ds-link" href="${href(visit.link(places.mine.to()))}">${words[lang].more}</a></p>`;
  // Once nothing is to come, neither the day nor the week says anything.
  if (ahead.length === 0) return [{ place: "first", html: html`${hours}${more}`, hides }];
  return [
    { place: "today", html: todays(visit, ahead) },
    {
      place: "first",
      html: html`<section aria-labelledby="week"><h2 id="week">${words[lang].week}</h2>${lessons.length === 0 ? html`<p>${words[lang].free}</p>` : weekCards(visit, week, lessons)}
${more}</section>`,
    },
    { place: "first", html: html`${hours}`, hides },
  ];
};

/** The works of which nothing is proposed or deposited any more, though a line of them still stands. */
async function pastWorks(
  visit: SignedVisit,
  trainings: readonly { readonly enrolment: string; readonly works: boolean }[],
) {
  const lines = [];
  for (const { enrolment, works } of trainings) {
    const seen = works ? await see(visit, myWorks, { enrolment }) : undefined;
    for (const { exam, closed } of seen?.works ?? [])
      if (closed !== null)
        for (const key of ["proposeSubject", "depositWork"])
          lines.push({ key, chain: enrolmentChain(enrolment), part: exam });
  }
  return lines;
}

/** The half-day to sign now, or the next lesson to follow. */
function todays(visit: SignedVisit, lessons: readonly Lesson[]): Html {
  const { lang, link } = visit;
  const said = words[lang];
  const now = lessons.find(({ maySign }) => maySign);
  const next = lessons.find(({ begun, cancelledWhy }) => !begun && cancelledWhy === null);
  if (now) {
    return html`<section class="step" aria-labelledby="step"><p class="by"><strong>${said.now}</strong></p>
<h2 id="step">${said.sign}</h2><p>${what(now, visit)}</p>
<a class="ds-button" href="${href(link(places.mine.to()))}">${said.signGo}</a></section>`;
  }
  return html`<section class="step" aria-labelledby="step"><h2 id="step">${said.next}</h2>
${next ? html`<p>${what(next, visit)}</p>${addLink(visit, `lesson-${next.id}`)}` : html`<p>${said.none}</p>`}</section>`;
}

function what(lesson: Lesson, { lang, school }: SignedVisit): Html {
  // Without a room yet, it is at the school.
  const where = [lesson.roomName ?? addressOf(school, { site: "" }).join(", "), lesson.trainerName].join(", ");
  return html`<strong>${capital(sayWhen(lesson, lang))}</strong><br>${lesson.unit} – ${capital(lesson.label[lang])}<br>${where}`;
}
