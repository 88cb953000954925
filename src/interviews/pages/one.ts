/** One interview as staff follow it: schedule, state, possible acts, and the agreed grid. */
import { may } from "../../act/permissions.ts";
import { type Html, html } from "../../kit/html.ts";
import { sayMoment } from "../../kit/moment.ts";
import { mayMove } from "../../act/standing.ts";
import { isId } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import type { Declare, At } from "../../page/declared.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { longText } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { interviewsChain } from "../arranging.ts";
import { confirmInterview, convoke, declineMove } from "../convoke-acts.ts";
import { sayTime } from "../mails.ts";
import { cancelInterview, missInterview, postponeInterview } from "../place-acts.ts";
import { INTERVIEW, type InterviewFactKind } from "../rules/state.ts";
import { elsewhereWarning } from "../../office/elsewhere/pages/warning.ts";
import { personLink } from "../../page/person-link.ts";
import { owedIn } from "../../waiting/pages/owed.ts";
import { seeInterview } from "../views.ts";
import { interviewWords } from "../words.ts";
import { arrangementsAwaited, stateTag, written } from "./blocks.ts";
import { moving, oneDay, oneInterview } from "./routes.ts";

type Read = NonNullable<Awaited<ReturnType<typeof seeInterview.read>>>;
type Seen = Read & { readonly owed: Html | false; readonly elsewhere: Html | false };
type Words = ReturnType<typeof interviewWords>;
type Here = At<Seen, Words, { readonly interview: string }>;

/** Acts with a reason, which the candidate reads, except that of a missed interview. */
const WITH_REASON = {
  decline: { act: declineMove, kind: "move-declined", label: "declineWhy" },
  postpone: { act: postponeInterview, kind: "postponed", label: "reason" },
  cancel: { act: cancelInterview, kind: "cancelled", label: "reason" },
  miss: { act: missInterview, kind: "missed", label: "missWhy" },
} as const;
type Ending = keyof typeof WITH_REASON;

function ending(form: Declare<Here>, which: Ending) {
  const { act, label } = WITH_REASON[which];
  return form({
    // Named apart, since all are on one page.
    fields: ({ words: { one: words } }) => ({
      [which]: longText({
        label: words[label],
        rows: 3,
        blank: true,
        ...(which !== "miss" && { hint: words.reasonHint }),
      }),
    }),
    go: ({ words }) => ({ label: words.one[which], variant: "secondary" }),
    act,
    input: (typed, { params }) => ({ interview: params.interview, reason: typed[which] ?? "" }),
    on: { reason: which, interview: which },
    done: (_, { params }) => oneInterview.to(params, { fait: "fait" }),
  });
}

export const interviewPage = formPage({
  name: "entretiens-un",
  route: oneInterview,
  who: "see the interviews",
  words: interviewWords,
  seen: async (visit, { interview: id }) => {
    const seen = isId(id) ? await see(visit, seeInterview, { id }) : undefined;
    if (!seen) return undefined;
    const { onDay } = seen.day;
    const planned = { dossiers: [seen.interview.dossier], from: onDay, until: onDay };
    return { ...seen, owed: await owed(visit, seen), elsewhere: await elsewhereWarning(visit, planned, false) };
  },
  form: {
    fields: ({ words: { one: words }, seen }) => ({
      ...(!seen.admissible && {
        ground: longText({
          label: words.callGround,
          hint: words.callGroundHint,
          rows: 2,
          missing: words.callGroundMissing,
        }),
      }),
    }),
    go: ({ words }) => words.one.convoke,
    act: convoke,
    done: (_, { params }) => oneInterview.to(params, { fait: "fait" }),
  },
  also: (form) => ({
    confirm: form({
      go: ({ words }) => ({ label: words.one.confirm, variant: "secondary" }),
      act: confirmInterview,
      done: (_, { params }) => oneInterview.to(params, { fait: "fait" }),
    }),
    decline: ending(form, "decline"),
    postpone: ending(form, "postpone"),
    cancel: ending(form, "cancel"),
    miss: ending(form, "miss"),
  }),
  told: ({ words }) => ({ fait: words.one.done, deplace: words.place.moved }),
  shown: ({ visit, words: { one: words }, seen }, forms) => {
    const { actor, link } = visit;
    const { interview, day, kept } = seen;
    const can = (kind: InterviewFactKind) =>
      may(actor, convoke.who) && mayMove(INTERVIEW, kind, { state: interview.state, kept });
    const details = (kind: InterviewFactKind, title: string, content: Html) =>
      can(kind) &&
      html`<details class="ds-details" ${forms.returned && "open"}><summary>${title}</summary><div>${content}</div></details>`;
    const main = html`${about(visit, seen)}
${personLink(visit, interview.dossier)}
${seen.elsewhere}
${seen.owed}
${[...new Set(kept.map(({ says }) => says[visit.lang]))].map((one) => html`<p>${one}</p>`)}
${can("convoked") && html`${arrangementsAwaited([{ ...interview, toArrange: seen.toArrange }], visit.lang)}${forms.form()}`}
${can("move-declined") && forms.also.decline()}
${can("moved") && html`<div class="actions">${linkButton(link(moving.to({ interview: interview.id })), words.move, "secondary")}</div>`}
${details("confirmed", words.confirm, html`<p>${words.confirmWhy}</p>${forms.also.confirm()}`)}
${details("missed", words.miss, forms.also.miss())}
${details("postponed", words.postpone, forms.also.postpone())}
${details("cancelled", words.cancel, forms.also.cancel())}
${seen.agreed && agreed(visit, seen, seen.agreed)}
<h2>${words.happened}</h2>
${happened(visit, seen)}`;
    return { title: words.heading(interview.name), main, back: oneDay.to({ day: day.id }) };
  },
});

/** Of the examiners, with another pair as the way out. */
function owed(visit: Visit, { interview, kept }: Read): Promise<Html | false> {
  const { one: words } = interviewWords(visit.lang);
  const mayHand = may(visit.actor, convoke.who) && mayMove(INTERVIEW, "moved", { state: interview.state, kept });
  const hand = linkButton(visit.link(moving.to({ interview: interview.id })), words.move, "secondary");
  const chains = [interviewsChain(interview.dossier)];
  return owedIn(visit, { chains, part: interview.id }, mayHand && html`<div class="actions">${hand}</div>`);
}

function about({ lang, world, school }: Visit, seen: Seen): Html {
  const { preparation, interview, day, names, links, extra, finished, told } = seen;
  const { one: words, day: inDay } = interviewWords(lang);
  const zone = world.zone(school.establishment);
  const named = (all: readonly string[]) => all.map((who) => names[who] ?? "–").join(", ");
  const between = (from: Date, until: Date, room: string) =>
    `${sayTime(from, zone, lang)} – ${sayTime(until, zone, lang)}, ${names[room] ?? "–"}`;
  const { analysisAt, analysisUntil, analysisRoom, beginsAt, endsAt, room, examiners, number } = interview;
  const toHandOver = links.some(({ who }) => examiners.includes(who));
  const title = day.settings.texts.find(({ key }) => key === interview.text)?.title;
  return summaryList(
    [
      { key: words.number, value: number },
      { key: words.when, value: sayMoment(analysisAt, zone, lang) },
      ...(preparation && analysisRoom !== null
        ? [{ key: capital(preparation.part[lang]), value: between(analysisAt, analysisUntil, analysisRoom) }]
        : []),
      { key: words.interview, value: between(beginsAt, endsAt, room) },
      { key: words.pair, value: named(examiners) },
      ...(title === undefined ? [] : [{ key: words.text, value: title }]),
      { key: words.state, value: stateTag({ state: interview.state, told, toHandOver }, lang) },
      ...(extra > 0 ? [{ key: words.extra, value: inDay.extra(extra) }] : []),
      ...(links.length > 0 ? [{ key: words.links, value: named(links.map(({ who }) => who)) }] : []),
      { key: words.finished, value: finished.length === 0 ? words.nobodyYet : named(finished) },
    ],
    lang,
  );
}

function agreed({ lang }: Visit, { criteria }: Seen, grid: NonNullable<Seen["agreed"]>): Html {
  const { one: words } = interviewWords(lang);
  const rows = criteria.map(({ key, label }) => ({ key: label[lang], value: written(grid.appreciations[key] ?? "–") }));
  const remark = grid.remark === "" ? [] : [{ key: words.remark, value: written(grid.remark) }];
  return html`<h2>${words.agreed}</h2>${summaryList([...rows, ...remark], lang)}`;
}

function happened({ lang, world, school }: Visit, { facts, names }: Seen): Html {
  const words = interviewWords(lang);
  const zone = world.zone(school.establishment);
  return html`<ol>${facts.map(
    ({ kind, at, by, details: { reason, ground } }) =>
      html`<li>${words.facts[kind] ?? kind} – ${sayMoment(at, zone, lang)}${names[by] && html`, ${names[by]}`}${reason !== undefined && html`<br>${written(reason)}`}${ground !== undefined && html`<br>${written(ground)}`}</li>`,
  )}</ol>`;
}
