/** A person's own data: what is held, a copy of it, its erasure, and who opened it. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { sayDay, sayNumber } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { CONFIDENCE_WORDS } from "../../law/source-words.ts";
import { formPage } from "../../page/form-page.ts";
import { agreed } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { AccountEntries, Page, PageResult, Visit } from "../../page/page.ts";
import { copyKey } from "../copy.ts";
import { askForData, openCopy } from "../requests.ts";
import { retentionWords } from "../words.ts";

const data = route("/compte/donnees");
const erasure = route("/compte/donnees/effacer");
const copy = route("/compte/donnees/copie/:request");
const openings = route("/compte/ouvertures");

export const myDataEntries: AccountEntries = ({ lang }) => {
  const words = retentionWords[lang].mine;
  return [{ part: "account", to: data.to(), label: words.entry, why: words.entryWhy }];
};

type Data = NonNullable<Awaited<ReturnType<typeof dataOf>>>;
const dataOf = (visit: Visit) => see(visit, visit.world.house.myData, {});

const myDataPage = formPage({
  name: "donnees",
  route: data,
  who: "mind one’s own account",
  words: (lang) => retentionWords[lang].mine,
  seen: dataOf,
  form: {
    act: askForData,
    input: (_, { lang }) => ({ kind: "copy" as const, language: lang }),
    stale: () => ({ to: data.to() }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { link } = visit;
    const main = html`<h2>${words.held}</h2>
${held(visit, seen)}
<h2>${words.opened}</h2>
<p>${words.openedWhy}</p>
<div class="actions">${linkButton(link(openings.to()), words.opened, "secondary")}</div>
<h2>${words.copy}</h2>
<p>${words.copyWhy}</p>
${isCopyAsked(seen) ? html`<div class="ds-alert" data-color="info" role="status"><p>${words.copyOpen}</p></div>` : form()}
${requests(visit, seen)}
<h2>${words.erase}</h2>
<p>${words.eraseWhy}</p>
<div class="actions">${linkButton(link(erasure.to()), words.eraseGo, "secondary")}</div>
<h2>${words.how}</h2>
<ul>${seen.periods.map(({ label, source }) => html`<li>${label[lang]} <span class="source">${CONFIDENCE_WORDS[source.confidence][lang]}</span></li>`)}</ul>
<p>${words.howWhy}</p>`;
    return { title: words.title, lead: words.lead, main, back: "/compte" };
  },
});

function held({ lang }: Visit, data: Data): Html {
  const words = retentionWords[lang].mine;
  return data.held.length === 0
    ? html`<p>${words.heldNone}</p>`
    : html`<ul>${data.held.map(({ label, count }) => html`<li>${words.heldItem(label[lang], count)}</li>`)}</ul>`;
}

function isCopyAsked({ requests }: Data): boolean {
  return requests.some(({ kind, state }) => kind === "copy" && state === "asked");
}

function requests(visit: Visit, data: Data): Html | false {
  const { lang, school, link } = visit;
  const words = retentionWords[lang].mine;
  const day = (instant: string) => sayDay(dayIn(new Date(instant), school.timezone), lang);
  return (
    data.requests.length > 0 &&
    html`<h3>${words.copies}</h3>
<ul>${data.requests.map((one) => {
      const asked = one.kind === "copy" ? words.askedCopy : words.askedErasure;
      const size = words.mb(sayNumber(Math.max(0.1, Math.round((one.size ?? 0) / 100_000) / 10), lang));
      const ready = one.kind === "copy" && one.state === "ready";
      return html`<li>${asked(sayInstant(new Date(one.askedAt), school.timezone, lang))} (${words.states[one.state]})${
        ready &&
        html`<br><a class="ds-link" href="${href(link(copy.to({ request: one.id })))}">${words.download(day(one.askedAt), size)}</a> ${words.until(day(one.expiresAt!))}`
      }</li>`;
    })}</ul>`
  );
}

const copyDownload: Page = {
  name: "copie",
  path: copy.path,
  who: "mind one’s own account",
  view: async (visit): Promise<PageResult> => {
    const { world, school, params } = visit;
    const asked = await see(visit, openCopy, { request: params.request ?? "" });
    const found = asked && (await world.files?.store.open(copyKey(school.establishment, asked.request)));
    if (!asked || !found) return { notFound: true };
    const name = `livret-${school.establishment}-${asked.askedAt.slice(0, 10)}.zip`;
    return { download: { stream: found.stream, size: found.size, type: "application/zip", name } };
  },
};

const erasurePage = formPage({
  name: "donnees-effacer",
  route: erasure,
  who: "mind one’s own account",
  words: (lang) => retentionWords[lang].erasure,
  seen: dataOf,
  form: {
    fields: ({ words }) => ({ confirm: agreed({ box: words.confirm }) }),
    go: ({ words }) => ({ label: words.go, danger: true }),
    act: askForData,
    input: (_, { lang }) => ({ kind: "erasure" as const, language: lang }),
    done: (_, { visit, words }) => erasureAsked(visit, words.done),
    stale: ({ words }) => ({ said: words.stale }),
  },
  shown: ({ lang, words, seen }, { form }) => {
    const label = ({ label: said, count }: Data["held"][number]) =>
      retentionWords[lang].mine.heldItem(said[lang], count);
    const goes = seen.held.filter(({ erasable }) => erasable).map(label);
    const stays = seen.held.filter(({ erasable }) => !erasable).map(label);
    const main = html`<h2>${words.goes}</h2>
<ul>${[...goes, words.account].map((one) => html`<li>${one}</li>`)}</ul>
<h2>${words.stays}</h2>
${stays.length > 0 && html`<ul>${stays.map((one) => html`<li>${one}</li>`)}</ul>`}
<p>${words.staysWhy}</p>
<p>${words.proof}</p>
${form()}`;
    return { title: words.fields.confirm.label, lead: words.lead, main, back: data.to() };
  },
});

function erasureAsked(visit: Visit, notice: string): PageResult {
  const title = retentionWords[visit.lang].erasure.fields.confirm.label;
  const main = html`<div class="ds-alert" data-color="info" role="status"><p>${notice}</p></div>`;
  return { html: layout(visit, { title, main, back: data.to() }) };
}

export const myDataPages: readonly Page[] = [myDataPage, erasurePage, copyDownload];
