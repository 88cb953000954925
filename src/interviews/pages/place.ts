/** Placing a candidate into a day or moving them, and their scheduling needs. */
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { sayArranged } from "../../dossier/arranged-words.ts";
import { wallIn } from "../../kit/zone.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { pick, text, version } from "../../page/kinds.ts";
import { hour, whole } from "../../page/number-kinds.ts";
import { rows } from "../../page/rows.ts";
import { elsewhereWarning } from "../../office/elsewhere/pages/warning.ts";
import { noteLink } from "../grid-acts.ts";
import { moveInterview, noteNeeds, placeInterview } from "../place-acts.ts";
import { lengths, type Preparation } from "../rules/day.ts";
import { seeInterview, seeInterviewDay, seeToPlace } from "../views.ts";
import { interviewWords } from "../words.ts";
import { arrangementsAwaited, onlyOnes, placeFields } from "./blocks.ts";
import { moving, oneDay, oneInterview, placing } from "./routes.ts";

export const placePage = formPage({
  name: "entretiens-placer",
  route: placing,
  who: "arrange interviews",
  words: interviewWords,
  seen: async (visit, { day: id, dossier }) => {
    if (!isId(id) || !isId(dossier)) return undefined;
    const day = await see(visit, seeInterviewDay, { id });
    const candidate = await see(visit, seeToPlace, { dossier });
    if (!day || day.cancelled || !candidate) return undefined;
    const planning = { kind: "interview", diploma: day.intake.diploma } as const;
    const asked = { dossiers: [dossier], from: day.onDay, until: day.onDay, planning };
    return { day, candidate, elsewhere: await elsewhereWarning(visit, asked, false) };
  },
  form: {
    fields: ({ lang, seen: { day } }) => placeFields(lang, day),
    begin: ({ seen: { day } }) => onlyOnes(day.settings),
    go: ({ words }) => words.place.go,
    act: placeInterview,
    done: (_, { params }) => oneDay.to({ day: params.day }, { fait: "place" }),
  },
  also: (form) => ({
    needs: form({
      words: "place",
      fields: ({ words: { place: words } }) => ({
        version: version(),
        extra: whole({
          least: 0,
          most: 100,
          size: 4,
          suffix: "%",
        }),
        away: rows({
          label: words.away,
          fields: (place) => ({
            from: hour({ label: words.awayFrom(place), fault: words.missing.hour, optional: true }),
            to: hour({ label: words.awayTo, fault: words.missing.hour, optional: true }),
          }),
          count: 1,
          most: 5,
          named: (field, place) => `away-${place}-${field}`,
          check: ({ from, to }) => ({
            ...(from === undefined && { from: words.missing.hour }),
            ...(to === undefined && { to: words.missing.hour }),
          }),
          arranged: ({ from, to }) => html`<div class="piece">${from}${to}</div>`,
          say: (all) => all.map(({ from, to }) => `${from}–${to}`).join(", "),
        }),
      }),
      begin: ({ seen: { candidate } }) => ({
        version: candidate.version,
        extra: candidate.noted,
        away: candidate.away.map((one, place) => ({ ...one, place })),
      }),
      edits: true,
      go: ({ words }) => ({ label: words.place.save, variant: "secondary" }),
      act: noteNeeds,
      input: ({ version: shown, extra, away }, { params }) => ({
        dossier: params.dossier,
        version: shown,
        extra,
        away: away.map(({ from = "", to = "" }) => ({ from, to })),
      }),
      done: (_, { params }) => placing.to(params, { fait: "note" }),
    }),
    link: form({
      words: "place",
      fields: ({ seen: { day } }) => ({
        who: pick({ options: day.interviewers.map(({ actor, name }) => ({ value: actor, label: name })) }),
        said: text({ optional: true }),
      }),
      go: ({ words }) => ({ label: words.place.note, variant: "secondary" }),
      act: noteLink,
      input: ({ who, said = "" }, { params }) => ({ dossier: params.dossier, who, said }),
      done: (_, { params }) => placing.to(params, { fait: "note" }),
    }),
  }),
  told: ({ words }) => ({ note: words.place.saved }),
  shown: ({ lang, words: { place: words }, seen: { day, candidate, elsewhere }, params }, forms) => {
    const { effects = [], other = "" } = candidate.arranged ?? {};
    const known = candidate.not.map(
      (who) => day.names[who] ?? day.interviewers.find(({ actor }) => actor === who)?.name,
    );
    const main = html`<p>${lasts(lang, day.preparation, lengths(day.settings, candidate.extra))}</p>
${elsewhere}
${arrangementsAwaited([candidate], lang)}
${forms.form()}
<h2>${words.needs}</h2>
${summaryList([{ key: words.arranged, value: sayArranged({ effects, other }, lang) ?? words.nothing }], lang)}
${forms.also.needs()}
<h2>${words.links}</h2>
${known.length > 0 && html`<p>${known.map((name) => name ?? "–").join(", ")}</p>`}
${forms.also.link()}`;
    return { title: words.heading(candidate.name), main, back: oneDay.to({ day: params.day }) };
  },
});

function lasts(lang: Lang, preparation: Preparation | null, each: ReturnType<typeof lengths>): string {
  const { analysis, interview } = each;
  return `${capital(interviewWords(lang).day.lengthsSaid(preparation?.part[lang], analysis, interview))}.`;
}

export const movePage = formPage({
  name: "entretiens-deplacer",
  route: moving,
  who: "arrange interviews",
  words: interviewWords,
  seen: async (visit, { interview: id }) => (isId(id) ? see(visit, seeInterview, { id }) : undefined),
  form: {
    fields: ({ lang, seen: { day, names, preparation } }) => ({
      ...placeFields(lang, { settings: day.settings, names, preparation }),
      version: version(),
    }),
    begin: ({ visit: { world, school }, seen: { interview } }) => {
      const zone = world.zone(school.establishment);
      const { analysisRoom, analysisAt, room, beginsAt, pair, text: analysed, version: shown } = interview;
      const before = analysisRoom !== null && { analysisRoom, analysisFrom: wallIn(analysisAt, zone).time };
      const interviewFrom = wallIn(beginsAt, zone).time;
      return { ...before, interviewFrom, room, pair, version: shown, ...(analysed !== null && { text: analysed }) };
    },
    go: ({ words }) => words.place.move,
    act: moveInterview,
    done: (_, { params }) => oneInterview.to(params, { fait: "deplace" }),
    edits: true,
  },
  shown: (
    { lang, words: { place: words }, seen: { preparation, interview, day, extra, toArrange }, params },
    forms,
  ) => {
    return {
      title: words.moveHeading(interview.name),
      lead: words.moveLead,
      main: html`<p>${lasts(lang, preparation, lengths(day.settings, extra))}</p>
${arrangementsAwaited([{ ...interview, toArrange }], lang)}${forms.form()}`,
      back: oneInterview.to(params),
    };
  },
});
