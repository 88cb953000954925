/** A candidate's own interview, for a telephone: schedule, confirming, or asking for another hour. */
import { addLink } from "../../agenda/pages/calendar.ts";
import { convocationRows } from "../../agenda/pages/convocation.ts";
import { href, html } from "../../kit/html.ts";
import { isId } from "../../kit/shapes.ts";
import { myDossiers } from "../../dossier/views.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { longText } from "../../page/kinds.ts";
import { summaryList } from "../../page/form.ts";
import type { MineParts } from "../../page/mine.ts";
import type { AccountEntries, Visit } from "../../page/page.ts";
import { askToMove, confirmInterview } from "../convoke-acts.ts";
import { sayDayOf, sayHours } from "../mails.ts";
import { ownInterview } from "../views.ts";
import { interviewWords } from "../words.ts";
import { givenText, written } from "./blocks.ts";
import { own } from "./routes.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof ownInterview.read>>>;
type CandidateInterview = NonNullable<Seen["interview"]>;

export const ownPage = formPage({
  name: "entretien",
  route: own,
  who: "apply",
  words: interviewWords,
  seen: async (visit, { diploma, dossier }) => {
    const seen = isId(dossier) ? await see(visit, ownInterview, { dossier }) : undefined;
    return seen?.diploma === diploma ? seen : undefined;
  },
  form: {
    go: ({ words, seen }) => (seen.interview?.state === "move-asked" ? words.own.stillComes : words.own.confirm),
    act: confirmInterview,
    input: (_, { seen }) => ({ interview: seen.interview!.id }),
    done: (_, { params }) => own.to(params, { fait: "confirme" }),
  },
  also: (form) => ({
    move: form({
      words: "own",
      fields: { reason: longText({ rows: 4, blank: true }) },
      go: ({ words }) => ({ label: words.own.moveGo, variant: "secondary" }),
      act: askToMove,
      input: ({ reason }, { seen }) => ({ interview: seen.interview!.id, reason }),
      done: (_, { params }) => own.to(params, { fait: "demande" }),
    }),
  }),
  told: ({ words }) => ({ confirme: words.own.confirmedSaid, demande: words.own.askedSaid }),
  shown: ({ visit, words: { own: words }, seen, params }, forms) => {
    const back = `/${params.diploma}/dossier/${params.dossier}`;
    const { interview } = seen;
    if (!interview) return { title: words.heading, main: html`<p>${words.none}</p>`, back };
    const { state, reason } = interview;
    const over = state === "postponed" || state === "cancelled" || state === "missed" || state === "agreed";
    if (over) {
      const gone = state === "postponed" || state === "cancelled";
      const because =
        state !== "agreed" && state !== "missed" && reason !== null && html`<p>${words.because} ${written(reason)}</p>`;
      return {
        title: words.heading,
        main: html`<p>${words.over[state]}</p>${because}${gone && addLink(visit, `interview-${interview.id}@livret`)}`,
        back,
      };
    }
    const now = visit.world.now();
    const begun = interview.analysisAt <= now;
    const answers = state === "confirmed" ? html`<p>${words.confirmed}</p>` : forms.form();
    const isAsked = state === "move-asked" && !begun;
    const asked = html`${reason !== null && html`<p>${words.youSaid} ${written(reason)}</p>`}${forms.form()}`;
    const moving = html`<details class="ds-details" ${forms.returned && "open"}><summary>${words.move}</summary><div>${forms.also.move()}</div></details>`;
    const ended = interview.endsAt <= now;
    const main = html`${ended && html`<p><strong>${words.past}</strong></p>`}${isAsked && html`<p><strong>${words.asked}</strong></p>`}${hours(visit, interview)}${convocationRows(interview.convocation, visit.lang)}${!ended && addLink(visit, `interview-${interview.id}@livret`)}
${interview.text !== null && html`<section><h2>${words.text}</h2><p><strong>${written(interview.text)}</strong></p>${givenText(visit, interview)}</section>`}
${!begun && (isAsked ? asked : html`${answers}${moving}`)}`;
    return { title: words.heading, main, back };
  },
});

function hours({ lang, world, school }: Visit, interview: CandidateInterview) {
  const { own: words } = interviewWords(lang);
  const zone = world.zone(school.establishment);
  const lines = sayHours({ ...interview, zone, analysisIn: interview.analysisRoom }, lang);
  return summaryList(
    [
      { key: words.when, value: sayDayOf({ ...interview, zone }, lang) },
      { key: words.happens, value: html`<ul>${lines.map((one) => html`<li>${one}</li>`)}</ul>` },
    ],
    lang,
  );
}

const confirming = (dossier: string, part: string) => [
  { key: "confirmInterview", chain: `interviews:${dossier}`, part },
];

/** On one's first page: the day, the hours and the place of an interview to come. */
export const interviewMinePart: MineParts = async (visit) => {
  const { own: words } = interviewWords(visit.lang);
  const parts = [];
  for (const { id, intakeFacts } of (await see(visit, myDossiers, {}))?.dossiers ?? []) {
    const interview = (await see(visit, ownInterview, { dossier: id }))?.interview;
    if (!interview || !["convoked", "confirmed", "move-asked"].includes(interview.state)) continue;
    const now = visit.world.now();
    // From its hour on nobody confirms it: the line of its day is over.
    if (interview.analysisAt <= now)
      parts.push({ place: "first" as const, html: html``, hides: confirming(id, interview.id) });
    if (interview.endsAt <= now) continue;
    const to = own.to({ diploma: intakeFacts.diploma, dossier: id });
    const main = html`<section aria-labelledby="interview-${id}"><h2 id="interview-${id}">${words.entry}</h2>
${interview.state === "move-asked" && html`<p><strong>${words.asked}</strong></p>`}
${hours(visit, interview)}
<p><a class="ds-link" href="${href(visit.link(to))}">${words.more}</a></p></section>`;
    parts.push({ place: "first" as const, html: main });
  }
  return parts;
};

/** For candidates convoked to an interview to come. */
export const ownEntries: AccountEntries = async (visit) => {
  const { lang, world, school } = visit;
  const { own: words } = interviewWords(lang);
  const zone = world.zone(school.establishment);
  const entries = [];
  for (const { id, intakeFacts } of (await see(visit, myDossiers, {}))?.dossiers ?? []) {
    const interview = (await see(visit, ownInterview, { dossier: id }))?.interview;
    if (!interview || !["convoked", "confirmed", "move-asked"].includes(interview.state)) continue;
    entries.push({
      part: "mine" as const,
      to: own.to({ diploma: intakeFacts.diploma, dossier: id }),
      label: words.entry,
      why: words.entryWhy(sayDayOf({ ...interview, zone }, lang)),
      ...(interview.state === "convoked" && { waiting: words.toAnswer }),
    });
  }
  return entries;
};
