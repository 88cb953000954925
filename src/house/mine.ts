/**
 * «Mon parcours», the first page of a person: where they stand, the next step with its day and one button, the line of their whole way,
 * and what is theirs. Over all their applications.
 */
import { currentOf } from "../act/way.ts";
import { href, type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { sayWeekday, sayWeekdayNear } from "../kit/moment.ts";
import { capital } from "../kit/typography.ts";
import { endedBy } from "../documents/pages/refusals.ts";
import { telephonesOf } from "../law/telephones.ts";
import { fromEach, readTogether, see } from "../page/acting.ts";
import { layout } from "../page/layout.ts";
import type { AccountEntry, Page, SignedVisit } from "../page/page.ts";
import { route } from "../page/route.ts";
import { nextStep, stepRows } from "../page/steps.ts";
import { accountHomeWords } from "../page/sentences.ts";
import { places } from "../people/pages/places.ts";
import { wayLine } from "../page/way.ts";

export const mine = route("/mon-parcours");

const mineWords = inBoth({
  title: ["Mon parcours", "My way"],
  begin: ["Vous n’avez pas encore de candidature", "You have no application yet"],
  beginWhy: [
    "Commencez par demander si vous pouvez entrer\u00a0: quelques questions, sans engagement.",
    "Begin by asking whether you may enter: a few questions, without obligation.",
  ],
  beginGo: (diploma: string) => [`Puis-je entrer en ${diploma}\u00a0?`, `May I enter the ${diploma}?`],
  waits: ["Ce qui vous attend", "What waits for you"],
  school: ["Ce que fait l’école", "What the school does"],
  schoolLate: (day: string) => [
    `En retard\u00a0: c’était à faire au plus tard le ${day}. Vous pouvez lui écrire.`,
    `Late: this was to be done by ${day}. You may write to it.`,
  ],
  schoolBy: (day: string) => [`au plus tard le ${day}`, `by ${day}`],
  nothing: ["Rien ne vous attend aujourd’hui.", "Nothing waits for you today."],
  ask: ["Une question\u00a0? Écrivez à l’école.", "A question? Write to the school."],
  way: ["Mon chemin", "My way"],
  others: ["Mes autres candidatures", "My other applications"],
  pages: ["Tout ce qui est à moi", "All that is mine"],
  contact: ["Mon école", "My school"],
  message: ["Écrire un message", "Write a message"],
});

type Ways = NonNullable<Awaited<ReturnType<SignedVisit["world"]["house"]["myWay"]["read"]>>>["ways"];
type OneWay = Ways[number];
export type FirstPage = Awaited<ReturnType<typeof firstPageOf>>;

export const minePage: Page = {
  name: "mon-parcours",
  path: mine.path,
  who: "mind one’s own account",
  view: (visit) => readTogether(visit as SignedVisit, firstPageShown),
};

/** What the page says, before it is printed: one place where the person stands, and all that waits. */
async function firstPageOf(visit: SignedVisit) {
  const { lang, world } = visit;
  const [waiting, seen, parts] = await Promise.all([
    see(visit, world.house.myWaiting, {}),
    see(visit, world.house.myWay, {}),
    fromEach(world.house.mineParts, visit),
  ]);
  const ways = seen?.ways ?? [];
  // An application that ended does not hide one that goes on.
  const main = ways.find(({ stations }) => currentOf(stations)?.state !== "over") ?? ways[0];
  const early = parts.flatMap(({ instead }) => instead ?? []);
  const hides = parts.flatMap((part) => part.hides ?? []);
  const isHidden = ({ key, chain, part }: { readonly key: string; readonly chain: string; readonly part: string }) =>
    early.some((one) => one.key === key && one.chain === chain) ||
    hides.some((one) => one.key === key && one.chain === chain && one.part === part);
  const mine = (waiting?.lines ?? []).filter((line) => line.mine);
  const lines = mine.filter((line) => !isHidden(line));
  const ahead = parts.flatMap((part) => part.ahead ?? []);
  const today = parts.find(({ place }) => place === "today");
  const at = main && currentOf(main.stations);
  const inTraining = at?.station === "training" && at.state === "now" && today !== undefined;
  const heading = inTraining
    ? capital(sayWeekdayNear(visit.today, lang, visit.today))
    : (early.find(({ dossier }) => dossier === main?.dossier)?.heading ?? at?.heading[lang] ?? mineWords[lang].begin);
  const school = waiting?.school ?? [];
  const asks = lines.length + ahead.length > 0 || today !== undefined || parts.some((part) => part.waits);
  const idle = main !== undefined && !asks && school.length === 0;
  return { ways, main, at, heading, parts, today, lines, ahead, hidden: mine.filter(isHidden), school, idle };
}

/** As it is printed, from one reading. */
export async function firstPageShown(visit: SignedVisit): Promise<{ readonly html: Html; readonly page: FirstPage }> {
  const { lang, world, school } = visit;
  const words = mineWords[lang];
  const [page, entries] = await Promise.all([firstPageOf(visit), fromEach(world.house.entries, visit)]);
  const { ways, main, at, parts, today, lines, ahead } = page;
  const account: AccountEntry = { part: "account", to: "/compte", label: accountHomeWords[lang].title, why: "" };
  const own = [...entries.filter(({ part }) => part === "mine"), account];
  const [next, ...later] = lines;
  const body = html`${secondProof(visit)}<div class="mine"><div>
<div>${main && html`<p class="eyebrow">${main.intake[lang]}</p>`}<h1>${page.heading}</h1></div>
${main && at?.state === "over" && (await endedBy(visit, main.dossier))}
${parts.filter((part) => part.waits).map((part) => part.html)}
${today?.html}
${next && !today && nextStep(visit, next)}
${!main && begin(visit)}
${rows(visit, byDay([...(today ? lines : later), ...ahead]))}
${parts.filter(({ place, waits }) => place === "first" && !waits).map((part) => part.html)}
${main && way(visit, main)}
${schoolDoes(visit, page)}
${parts.filter(({ place }) => place === "below").map((part) => part.html)}
${others(
  visit,
  ways.filter((one) => one !== main),
)}
</div><div>
${ownPages(visit, own)}
<section aria-labelledby="contact"><h2 id="contact">${words.contact}</h2>
${main && html`<p><a class="ds-button" data-variant="secondary" href="${href(visit.link(messagesOf(main)))}">${words.message}</a></p>`}
<address class="small">${school.address.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}${telephonesOf(school).map((one) => html`<br><a href="${href(`tel:${one.replaceAll(/[^\d+]/g, "")}`)}">${one}</a>`)}</address></section>
</div></div>`;
  return { html: layout(visit, { title: words.title, main: body }), page };
}

/** Roles open nothing before a second proof. */
function secondProof({ lang, link, person }: SignedVisit): Html | false {
  const words = accountHomeWords[lang];
  return (
    person.roles.length > 0 &&
    person.actor.roles.length === 0 &&
    html`<section class="ds-alert" data-color="warning"><h2>${words.second}</h2><p>${words.secondWhy}</p>
<p><a class="ds-link" href="${href(link(places.second.to()))}">${words.secondGo}</a></p></section>`
  );
}

const messagesOf = ({ diploma, dossier }: OneWay) => `/${diploma}/dossier/${dossier}/messages`;

function begin({ lang, link, school }: SignedVisit): Html {
  const words = mineWords[lang];
  const diplomas = [...new Set(school.diplomas.map(({ diploma }) => diploma))];
  return html`<p>${words.beginWhy}</p>
<p class="actions">${diplomas.map((diploma) => html`<a class="ds-button" href="${href(link(`/${diploma}`))}">${words.beginGo(diploma.toUpperCase())}</a>`)}</p>`;
}

/** What is due by no day stands last. */
function byDay<L extends { readonly dueOn: string | null }>(lines: readonly L[]): L[] {
  return lines.toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : a.dueOn === b.dueOn ? 0 : 1));
}

function rows(visit: SignedVisit, lines: Parameters<typeof stepRows>[1]): Html | false {
  const words = mineWords[visit.lang];
  return (
    lines.length > 0 &&
    html`<section aria-labelledby="waits"><h2 id="waits">${words.waits}</h2>${stepRows(visit, lines)}</section>`
  );
}

function way(visit: SignedVisit, { stations }: OneWay): Html {
  return html`<section aria-labelledby="way"><h2 id="way">${mineWords[visit.lang].way}</h2>
${wayLine(visit, stations, { id: "way-table", own: true })}</section>`;
}

/** What the school has to do; where nothing at all waits, that is said, with whom to ask. */
function schoolDoes({ lang, today }: SignedVisit, { school, idle }: FirstPage): Html | false {
  const words = mineWords[lang];
  if (school.length === 0) return idle && html`<p>${words.nothing} ${words.ask}</p>`;
  return html`<section aria-labelledby="school"><h2 id="school">${words.school}</h2>
<ul class="rows">${school.map(({ says, dueOn }) => html`<li><span>${says[lang]}</span>${dueOn !== null && html`<span class="small muted">${dueOn < today ? words.schoolLate(sayWeekday(dueOn, lang)) : capital(words.schoolBy(sayWeekday(dueOn, lang)))}</span>`}</li>`)}</ul></section>`;
}

function others(visit: SignedVisit, ways: readonly OneWay[]): Html | false {
  const { lang, link } = visit;
  return (
    ways.length > 0 &&
    html`<section aria-labelledby="others"><h2 id="others">${mineWords[lang].others}</h2>
<ul class="rows">${ways.map(({ diploma, dossier, intake, stations }) => {
      const at = currentOf(stations);
      return html`<li><a href="${href(link(at?.to ?? `/${diploma}/dossier/${dossier}`))}">${intake[lang]}</a>${at && html`<span class="small muted">${at.heading[lang]}. ${at.says[lang]}.</span>`}</li>`;
    })}</ul></section>`
  );
}

function ownPages({ lang, link }: SignedVisit, entries: readonly AccountEntry[]): Html {
  return html`<section aria-labelledby="pages"><h2 id="pages">${mineWords[lang].pages}</h2>
<ul class="rows">${entries.map(({ to, label }) => html`<li><a href="${href(link(to))}">${label}</a></li>`)}</ul></section>`;
}
