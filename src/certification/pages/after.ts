/** After the juries: running clocks, lapses for the authority to decide, diplomas handed over. */
import { href, type Html, html } from "../../kit/html.ts";
import { isDay } from "../../kit/day.ts";
import { may } from "../../act/permissions.ts";
import { sayDay } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { askedAbout, saysAbout } from "../../page/about-one.ts";
import { see } from "../../page/acting.ts";
import { summaryCard, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { under } from "../../page/field.ts";
import { choice, day, longText } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { longestOf } from "../../kit/shapes.ts";
import { answerResultAppeal } from "../after/appeal-acts.ts";
import { APPEAL_OUTCOMES } from "../rules/appeal.ts";
import { decideLapse, lapseLines, noteParchment } from "../after/acts.ts";
import { seeAfter } from "../after/views.ts";
import { certificationWords } from "../words.ts";
import { places } from "./places.ts";

/** The cursor of one list; both start at the beginning if the URL has no valid one. */
function afterIn({ delai = "", diplome = "", apres }: Visit["query"]) {
  if (!isId(apres)) return {};
  if (isDay(delai)) return { clocksAfter: { on: delai, result: apres } };
  return isDay(diplome) ? { diplomasAfter: { on: diplome, result: apres } } : {};
}

/** Keeps the page's cursor in the forms, so that a form on a later page returns to it. */
function keptIn({ query }: Visit): Readonly<Record<string, string>> {
  const kept = (["delai", "diplome", "apres", "pour"] as const).map((name) => [name, query[name] ?? ""] as const);
  return Object.fromEntries(kept.filter(([, said]) => said !== ""));
}

type Seen = NonNullable<Awaited<ReturnType<typeof seeAfter.read>>>;

export const afterPage = formPage({
  name: "apres-les-jurys",
  route: places.after,
  who: "see the certification",
  words: (lang) => certificationWords(lang).after,
  seen: (visit) => {
    const enrolment = askedAbout(visit);
    return see(visit, seeAfter, enrolment === undefined ? afterIn(visit.query) : { enrolment });
  },
  keeps: keptIn,
  also: (form) => {
    const parchment = (kind: "received" | "handed-over") =>
      form({
        item: kind,
        fields: ({ words }) => ({ [`${kind}-on`]: day({ label: words.on }) }),
        go: ({ words }) => ({ label: kind === "received" ? words.receive : words.hand, variant: "secondary" }),
        act: noteParchment,
        input: (typed, { item }) => ({ enrolment: item, kind, on: typed[`${kind}-on`]! }),
        on: { on: `${kind}-on`, kind: `${kind}-on`, enrolment: `${kind}-on` },
        done: "note",
        forbidden: () => ({ to: places.after.to() }),
      });
    return {
      appeal: form({
        item: "appeal",
        fields: ({ words }) => ({
          outcome: choice({ options: APPEAL_OUTCOMES.map((value) => ({ value, label: words[value] })) }),
          grounds: longText({ rows: 6, most: longestOf(answerResultAppeal.form.properties.grounds) }),
        }),
        go: ({ words }) => words.answerGo,
        act: answerResultAppeal,
        input: (typed, { item, seen }) => ({
          ...typed,
          appeal: item,
          enrolment: seen.appeals.find(({ id }) => id === item)?.enrolment ?? item,
        }),
        on: { appeal: "grounds", enrolment: "grounds" },
        done: "note",
        forbidden: () => ({ to: places.after.to() }),
      }),
      lapse: form({
        item: "enrolment",
        fields: ({ words, seen, item }) => ({
          decides: choice({
            options: [
              ...(isOver(seen, item) ? [{ value: "falls", label: words.falls }] : []),
              { value: "kept", label: words.kept },
            ],
          }),
          keptUntil: under("decides", "kept", day()),
          ground: longText({ rows: 3 }),
        }),
        go: ({ words }) => ({ label: words.lapse, variant: "secondary" }),
        act: decideLapse,
        showing: ({ seen, item }) => {
          const about = [...seen.awaited, ...seen.clocks].find(({ enrolment }) => enrolment === item);
          return about ? lapseLines(about.completeBy) : [];
        },
        input: ({ decides, keptUntil, ground }, { item }) => ({
          enrolment: item,
          ground,
          ...(decides === "kept" && keptUntil !== undefined && { keptUntil }),
        }),
        done: "note",
        forbidden: () => ({ to: places.after.to() }),
      }),
      received: parchment("received"),
      handed: parchment("handed-over"),
    };
  },
  shown: ({ visit, lang, words, seen }, { also }) => {
    const running = seen.clocks.filter(({ over }) => !over);
    const { awaited } = seen;
    const over = seen.clocks.filter((one) => one.over && !awaited.some(({ enrolment }) => enrolment === one.enrolment));
    const decides = may(visit.actor, decideLapse.who);
    const hands = may(visit.actor, noteParchment.who);
    const of = (name: string) => ({ of: certificationWords(lang).session.presentOf(name) });
    const none = html`<p>${words.none}</p>`;
    const more = (query: Readonly<Record<string, string>>, of: string) =>
      html`<p><a class="ds-link" href="${href(visit.link(places.after.to(undefined, query)))}">${certificationWords(lang).sessions.next}<span class="ds-sr-only"> : ${of}</span></a></p>`;
    const { moreClocks, moreDiplomas } = seen;
    const waits = awaited.map(({ enrolment, name, session, completeBy, deliberatesOn }) =>
      summaryCard({
        title: name,
        level: 3,
        rows: [
          { key: words.ends, value: sayDay(completeBy, lang) },
          { key: words.jury, value: words.awaitedIn(session, sayDay(deliberatesOn, lang)) },
        ],
        ...(decides && { actions: also.lapse(enrolment, of(name)) }),
        lang,
      }),
    );
    const contested = seen.appeals.map(({ id, name, on, text }) =>
      summaryCard({
        title: name,
        level: 3,
        rows: [
          { key: words.appealOn, value: sayDay(on, lang) },
          { key: words.appealText, value: html`<span class="typed" lang="">${text}</span>` },
        ],
        actions: also.appeal(id, of(name)),
        lang,
      }),
    );
    const [about] = [...seen.appeals, ...awaited, ...seen.clocks, ...seen.diplomas];
    const only = saysAbout(visit, about?.name, "only");
    const main = html`${only}${only && html`<p><a class="ds-link" href="${href(visit.link(places.after.to()))}">${words.everybody}</a></p>`}${contested.length > 0 && html`<h2>${words.appeals}</h2><p>${words.appealsWhy}</p>${contested}`}${awaited.length > 0 && html`<h2>${words.awaited}</h2><p>${words.awaitedWhy}</p>${waits}`}
<h2>${words.running}</h2>
${running.length === 0 ? none : clocks(running, lang, words)}
<h2>${words.over}</h2>
<p>${words.overWhy}</p>
${over.length === 0 ? none : over.map((one) => summaryCard({ title: one.name, level: 3, rows: [{ key: words.over, value: sayDay(one.completeBy, lang) }], ...(decides && { actions: also.lapse(one.enrolment, of(one.name)) }), lang }))}
${moreClocks && more({ delai: moreClocks.on, apres: moreClocks.result }, words.running)}
<h2>${words.parchments}</h2>
${seen.diplomas.length === 0 ? none : seen.diplomas.map((one) => summaryCard({ title: one.name, level: 3, rows: [{ key: words.state, value: one.handedOver !== null ? words.handed(sayDay(one.handedOver, lang)) : one.received !== null ? words.received(sayDay(one.received, lang)) : words.waiting }], ...(hands && one.handedOver === null && { actions: one.received === null ? also.received(one.enrolment, of(one.name)) : also.handed(one.enrolment, of(one.name)) }), lang }))}
${moreDiplomas && more({ diplome: moreDiplomas.on, apres: moreDiplomas.result }, words.parchments)}`;
    return { title: words.heading, lead: words.lead, main, back: places.sessions.to() };
  },
});

/** Lapsing is offered only once the time is over; before that, validations may only be kept. */
function isOver({ awaited, clocks: all }: Seen, enrolment: string): boolean {
  return [...awaited, ...all].some((one) => one.enrolment === enrolment && one.over);
}

function clocks(
  running: readonly { readonly name: string; readonly completeBy: string }[],
  lang: "fr" | "en",
  words: {
    readonly running: string;
    readonly person: string;
    readonly state: string;
    readonly until: (day: string) => string;
  },
): Html {
  const rows = running.map(({ name, completeBy }) => [name, words.until(sayDay(completeBy, lang))]);
  return table({ id: "running", caption: words.running, head: [words.person, words.state], rows, stacks: true });
}
