/** An interview day as a timetable, with the candidates still to place. */
import type { Lang } from "../../kit/lang.ts";
import { sayList } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayMinute, sayWeekday } from "../../kit/moment.ts";
import { isId } from "../../kit/shapes.ts";
import { act, see } from "../../page/acting.ts";
import { linkButton, summaryList, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Visit } from "../../page/page.ts";
import { MOST_ASKED } from "../../office/elsewhere/views.ts";
import { elsewhereWarning } from "../../office/elsewhere/pages/warning.ts";
import { callInterviewers, convoke } from "../convoke-acts.ts";
import { sayReason } from "../../decisions/interview-plan/sentences.ts";
import { fileFault, oneFile, uploadOf } from "../../files/pages/one-file.ts";
import { longText, pick, version } from "../../page/kinds.ts";
import { attachInterviewText } from "../given-text.ts";
import { keepPlan, planInterviewDay } from "../plan-acts.ts";
import { cancelInterviewDay } from "../day-acts.ts";
import { sayTime } from "../mails.ts";
import { isToCome } from "../rules/state.ts";
import { seeInterviewDay } from "../views.ts";
import { interviewWords } from "../words.ts";
import { days, oneDay, oneInterview, placing, setDay } from "./routes.ts";
import { arrangementsAwaited, stateTag } from "./blocks.ts";

type Read = NonNullable<Awaited<ReturnType<typeof seeInterviewDay.read>>>;
type Seen = Read & { readonly elsewhere: Html | false };

/** Of those who are placed or may be, who is elsewhere that day. */
async function elsewhere(visit: Visit, { onDay, cancelled, interviews, waiting, intake: { diploma } }: Read) {
  if (cancelled) return false;
  const placed = interviews.filter(({ state }) => isToCome(state));
  const dossiers = [...placed, ...waiting].slice(0, MOST_ASKED).map(({ dossier }) => dossier);
  return elsewhereWarning(visit, { dossiers, from: onDay, until: onDay, planning: { kind: "interview", diploma } });
}

const toCall = ({ interviews }: Seen) => interviews.filter(({ state }) => state === "placed");

const undecided = (seen: Seen) => toCall(seen).filter(({ admissible }) => !admissible);

export const dayPage = formPage({
  name: "entretiens-jour",
  route: oneDay,
  who: "see the interviews",
  takesFiles: true,
  words: interviewWords,
  seen: async (visit, { day }) => {
    const seen = isId(day) ? await see(visit, seeInterviewDay, { id: day }) : undefined;
    return seen && { ...seen, elsewhere: await elsewhere(visit, seen) };
  },
  form: {
    fields: ({ words: { one: words, day: inDay }, seen }) => ({
      ...(undecided(seen).length > 0 && {
        ground: longText({
          label: words.callGround,
          hint: inDay.callGroundOf(undecided(seen).map(({ name }) => name)),
          rows: 2,
          missing: words.callGroundMissing,
        }),
      }),
    }),
    go: ({ words, seen }) => words.day.convoke(toCall(seen).length),
    // One act per candidate, in their own record; then the interviewers are mailed once.
    does: async (typed, { visit, seen, params, words }, sent) => {
      for (const { id } of toCall(seen)) {
        const outcome = await act(visit, convoke, { interview: id, ...typed }, { sent, part: id });
        if (outcome.kind !== "done") return oneDay.to(params, { fait: "pas-tous" });
      }
      await act(visit, callInterviewers, { day: params.day }, { sent, part: "interviewers" });
      return words && oneDay.to(params, { fait: "convoques" });
    },
  },
  also: (form) => ({
    plan: form({
      fields: () => ({ version: version() }),
      begin: ({ seen }) => ({ version: seen.version }),
      go: ({ words, seen }) => ({ label: seen.draft ? words.day.planAgain : words.day.plan, variant: "secondary" }),
      act: planInterviewDay,
      done: (_, { params }) => oneDay.to(params, { fait: "plan" }),
      forbidden: ({ params }) => ({ to: oneDay.to(params) }),
    }),
    attach: form({
      fields: ({ words: { day: words }, seen }) => ({
        text: pick({
          label: words.whichText,
          options: seen.settings.texts.map(({ key, title }) => ({ value: key, label: title })),
          empty: words.choose,
          missing: words.whichMissing,
        }),
        upload: oneFile(words.textFile, words.textMissing),
      }),
      check: ({ upload }, { lang }) => {
        const fault = fileFault(upload, lang);
        return fault === undefined ? {} : { upload: fault };
      },
      go: ({ words }) => ({ label: words.day.attachText, variant: "secondary" }),
      act: attachInterviewText,
      input: ({ text, upload }, { params }) => ({ day: params.day, text, upload: uploadOf(upload) }),
      done: (_, { params }) => oneDay.to(params, { fait: "sujet" }),
      forbidden: ({ params }) => ({ to: oneDay.to(params) }),
    }),
    keep: form({
      fields: () => ({ version: version() }),
      begin: ({ seen }) => ({ version: seen.version }),
      go: ({ words }) => words.day.keep,
      act: keepPlan,
      done: (_, { params }) => oneDay.to(params, { fait: "retenu" }),
      forbidden: ({ params }) => ({ to: oneDay.to(params) }),
    }),
    cancel: form({
      go: ({ words }) => ({ label: words.day.cancel, variant: "tertiary", danger: true }),
      act: cancelInterviewDay,
      input: (_, { params }) => ({ id: params.day }),
      done: () => days.to(undefined, { fait: "annulee" }),
      forbidden: ({ params }) => ({ to: oneDay.to(params) }),
    }),
  }),
  told: ({ words }) => ({
    ouverte: words.days.opened,
    modifiee: words.set.saved,
    convoques: words.day.called,
    place: words.day.placed,
    plan: words.day.planned,
    retenu: words.day.kept,
    sujet: words.day.attached,
    "pas-tous": { said: words.day.notAll, color: "warning" },
  }),
  shown: ({ visit, words: { day: words }, seen }, forms) => {
    const { lang, actor, link } = visit;
    const arranges = may(actor, convoke.who) && !seen.cancelled;
    const standing = seen.interviews.filter(({ state }) => isToCome(state) || state === "agreed");
    const over = seen.interviews.filter((one) => !standing.includes(one));
    const call = arranges && toCall(seen).length > 0;
    const main = html`${seen.cancelled && html`<p class="ds-alert" data-color="warning">${words.cancelled}</p>`}
${about(visit, seen)}
${seen.elsewhere}
${arranges && html`<div class="actions">${linkButton(link(setDay.to({ day: seen.id })), words.change, "secondary")}</div>`}
${arranges && seen.settings.texts.length > 0 && html`${textFiles(visit, seen)}<details class="ds-details" ${forms.returned && "open"}><summary>${words.attachText}</summary><div><p>${words.attachWhy}</p>${forms.also.attach()}</div></details>`}
<h2>${words.table}</h2>
${standing.length === 0 ? html`<p>${words.none}</p>` : timetable(visit, seen, standing, words.table)}
${call && html`${arrangementsAwaited(toCall(seen), lang)}<p>${words.callWhy}</p>${forms.form()}`}
${!seen.cancelled && html`<h2>${words.waiting}</h2>${toPlace(visit, seen, arranges)}`}
${seen.draft && drafted(visit, seen, seen.draft)}
${arranges && seen.draft && seen.draft.placed.length > 0 && forms.also.keep()}
${arranges && seen.waiting.length > 0 && html`${arrangementsAwaited(seen.waiting, lang)}<p>${words.planWhy}</p>${forms.also.plan()}`}
${over.length > 0 && html`<h2>${words.over}</h2>${timetable(visit, seen, over, words.over)}`}
${arranges && standing.length === 0 && forms.also.cancel()}`;
    return { title: words.heading(sayWeekday(seen.onDay, lang)), main, back: days.to() };
  },
});

/** The preparation as a heading; null if there is none. */
const partOf = ({ preparation }: Seen, lang: Lang) => preparation && capital(preparation.part[lang]);

function about({ lang }: Visit, { intake, settings, names, preparation }: Seen): Html {
  const { day: words } = interviewWords(lang);
  const { opens, closes, breaks, analysis, interview, pairs, rooms } = settings;
  const pauses = breaks.map(({ from, to }) => `${from}–${to}`).join(", ");
  const pair = ({ key, members }: (typeof pairs)[number]) =>
    html`<li>${key} – ${members.map((one) => names[one] ?? "–").join(", ")}</li>`;
  return summaryList(
    [
      { key: words.of, value: intake.label[lang] },
      {
        key: words.hours,
        value: `${opens}–${closes}${pauses === "" ? "" : ` (${interviewWords(lang).set.pauses} ${pauses})`}`,
      },
      { key: words.lengths, value: words.lengthsSaid(preparation?.part[lang], analysis, interview) },
      { key: words.pairs, value: html`<ul>${pairs.map(pair)}</ul>` },
      { key: words.rooms, value: rooms.map(({ room }) => names[room] ?? "–").join(", ") },
    ],
    lang,
  );
}

function textFiles({ link }: Visit, { settings, files }: Seen): Html | false {
  const rows = files.map(
    ({ id, text }) =>
      html`<li><a class="ds-link" href="${href(link(`/fichier/${id}`))}">${settings.texts.find(({ key }) => key === text)?.title ?? "–"} (PDF)</a></li>`,
  );
  return rows.length > 0 && html`<ul>${rows}</ul>`;
}

function timetable(visit: Visit, seen: Seen, all: Seen["interviews"], caption: string): Html {
  const { lang, link, world, school } = visit;
  const { day: words } = interviewWords(lang);
  const { names } = seen;
  const part = partOf(seen, lang);
  const zone = world.zone(school.establishment);
  const hourIn = (from: Date, room: string) => `${sayTime(from, zone, lang)}, ${names[room] ?? "–"}`;
  return table({
    id: `hours-${caption === words.over ? "over" : "day"}`,
    caption,
    stacks: true,
    head: words.head(part),
    rows: all.map((interview) => [
      html`<a class="ds-link" href="${href(link(oneInterview.to({ interview: interview.id })))}">${interview.name}</a>`,
      ...(part === null
        ? []
        : [interview.analysisRoom === null ? "–" : hourIn(interview.analysisAt, interview.analysisRoom)]),
      hourIn(interview.beginsAt, interview.room),
      interview.examiners.map((who) => names[who] ?? "–").join(", "),
      stateTag(interview, lang),
    ]),
  });
}

function drafted({ lang }: Visit, seen: Seen, draft: NonNullable<Seen["draft"]>): Html {
  const { names, settings, waiting } = seen;
  const part = partOf(seen, lang);
  const { day: words } = interviewWords(lang);
  const hourIn = (time: string, room: string) => `${sayMinute({ time }, lang)}, ${names[room] ?? "–"}`;
  const pairOf = (key: string) => settings.pairs.find((pair) => pair.key === key)?.members ?? [];
  const admissible = new Set(waiting.flatMap((one) => (one.admissible ? [one.dossier] : [])));
  const why = ({ dossier, name, reasons }: (typeof draft.unplaced)[number], place: number) =>
    html`<p>${admissible.has(dossier) ? words.turnFull : words.turnUndecided}</p>${reasons.map((reason) => html`<p>${sayReason(reason, name, place, lang).reason}</p>`)}${reasons.length === 0 && html`<p>${words.more}</p>`}`;
  const interviewRooms = settings.rooms.filter((one) => one.for === "interview");
  const idlePairs = settings.pairs.filter(({ key }) => !draft.placed.some(({ pair }) => pair === key));
  const idleRooms = settings.rooms.filter(
    (one) => !draft.placed.some(({ room, analysisRoom }) => room === one.room || analysisRoom === one.room),
  );
  const idle = [
    ...idlePairs.map(({ members }) =>
      words.idlePair(
        sayList(
          members.map((who) => names[who] ?? "–"),
          lang,
        ),
        interviewRooms.length < settings.pairs.length,
      ),
    ),
    ...idleRooms.map(({ room }) => words.idleRoom(names[room] ?? "–")),
  ];
  const placed = table({
    id: "draft",
    caption: words.draft,
    stacks: true,
    head: words.head(part).slice(0, -1),
    rows: draft.placed.map(({ name, analysisFrom, analysisRoom, interviewFrom, room, pair }) => [
      name,
      ...(part === null ? [] : [analysisFrom === null ? "–" : hourIn(analysisFrom, analysisRoom ?? "")]),
      hourIn(interviewFrom, room),
      pairOf(pair)
        .map((who) => names[who] ?? "–")
        .join(", "),
    ]),
  });
  const left = table({
    id: "unplaced",
    caption: words.unplaced,
    stacks: true,
    head: [words.head(part)[0]!, words.why],
    rows: draft.unplaced.map((one, place) => [one.name, why(one, place)]),
  });
  return html`<h2>${words.draft}</h2>
${!draft.best && html`<p class="ds-alert" data-color="info">${words.notBest}</p>`}
${draft.placed.length > 0 && placed}
${draft.placed.length > 0 && idle.length > 0 && html`<ul>${idle.map((one) => html`<li>${one}</li>`)}</ul>`}
${draft.unplaced.length > 0 && left}`;
}

function toPlace({ lang, link }: Visit, { id, waiting }: Seen, arranges: boolean): Html {
  const { day: words } = interviewWords(lang);
  if (waiting.length === 0) return html`<p>${words.nobodyWaits}</p>`;
  const counted = ({ extra, away, arranged, toArrange }: Seen["waiting"][number]) => {
    const granted = (arranged?.effects?.length ?? 0) > 0;
    const needs = [
      ...(extra > 0 ? [words.extra(extra)] : []),
      ...(granted ? [words.granted] : []),
      ...(toArrange ? [words.toArrange] : []),
      ...(away.length > 0 ? [words.away] : []),
    ];
    return needs.join(", ");
  };
  const place = ({ dossier, name }: Seen["waiting"][number]) =>
    html`<a class="ds-link" href="${href(link(placing.to({ day: id, dossier })))}">${words.place}<span class="ds-sr-only"> ${words.placeOf(name)}</span></a>`;
  return table({
    id: "to-place",
    caption: words.waiting,
    stacks: true,
    head: arranges ? words.waitingHead : words.waitingHead.slice(0, 2),
    rows: waiting.map((one) => [one.name, counted(one), ...(arranges ? [place(one)] : [])]),
  });
}
