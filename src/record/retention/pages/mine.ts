/** A person's own data: what is held, a copy of it, its erasure, and who opened it. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { sayDay, sayNumber } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { CONFIDENCE_WORDS } from "../../../law/source-words.ts";
import { myData } from "../../../holdings.ts";
import { myOpenings } from "../../../people/openings/views.ts";
import { sayRole } from "../../../people/sentences.ts";
import { act, see } from "../../../web/acting.ts";
import { button, checkboxes, errorSummary, form, linkButton, table } from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { AccountEntries, Page, PageResult, Visit } from "../../../web/page.ts";
import { copyKey } from "../copy.ts";
import { askForData, openCopy } from "../requests.ts";
import { retentionWords } from "../words.ts";

export const myDataEntries: AccountEntries = ({ lang }) => {
  const words = retentionWords[lang].mine;
  return [{ part: "mine", to: "/compte/donnees", label: words.entry, why: words.entryWhy }];
};

type Data = NonNullable<Awaited<ReturnType<typeof dataOf>>>;
const dataOf = (visit: Visit) => see(visit, myData, {});

const myDataPage: Page = {
  name: "donnees",
  path: "/compte/donnees",
  who: "mind one’s own account",
  fresh: true,
  view: async (visit): Promise<PageResult> => {
    const data = await dataOf(visit);
    if (!data) return { notFound: true };
    const words = retentionWords[visit.lang].mine;
    const main = html`<h2>${words.held}</h2>
${held(visit, data)}
<h2>${words.opened}</h2>
<p>${words.openedWhy}</p>
<div class="actions">${linkButton(visit.link("/compte/ouvertures"), words.opened, "secondary")}</div>
<h2>${words.copy}</h2>
<p>${words.copyWhy}</p>
${copying(visit, data)}
${requests(visit, data)}
<h2>${words.erase}</h2>
<p>${words.eraseWhy}</p>
<div class="actions">${linkButton(visit.link("/compte/donnees/effacer"), words.eraseGo, "secondary")}</div>
<h2>${words.how}</h2>
<ul>${data.periods.map(({ label, source }) => html`<li>${label[visit.lang]} <span class="source">${CONFIDENCE_WORDS[source.confidence][visit.lang]}</span></li>`)}</ul>
<p>${words.howWhy}</p>`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte" }) };
  },
  submit: async (visit, sent) => {
    await act(visit, askForData, { kind: "copy", language: visit.lang }, { sent });
    return { redirect: visit.link(visit.path) };
  },
};

function held({ lang }: Visit, data: Data): Html {
  const words = retentionWords[lang].mine;
  return data.held.length === 0
    ? html`<p>${words.heldNone}</p>`
    : html`<ul>${data.held.map(({ label, count }) => html`<li>${words.heldItem(label[lang], count)}</li>`)}</ul>`;
}

function copying(visit: Visit, data: Data): Html {
  const words = retentionWords[visit.lang].mine;
  const open = data.requests.some(({ kind, state }) => kind === "copy" && state === "asked");
  return open
    ? html`<div class="ds-alert" data-color="info" role="status"><p>${words.copyOpen}</p></div>`
    : form(visit, button(words.copyGo));
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
        html`<br><a class="ds-link" href="${href(link(`/compte/donnees/copie/${one.id}`))}">${words.download(day(one.askedAt), size)}</a> ${words.until(day(one.expiresAt!))}`
      }</li>`;
    })}</ul>`
  );
}

const copyDownload: Page = {
  name: "copie",
  path: "/compte/donnees/copie/:request",
  who: "mind one’s own account",
  view: async (visit): Promise<PageResult> => {
    const { world, school, params } = visit;
    const copy = await see(visit, openCopy, { request: params.request ?? "" });
    const found = copy && (await world.files?.store.open(copyKey(school.establishment, copy.request)));
    if (!copy || !found) return { notFound: true };
    const name = `livret-${school.establishment}-${copy.askedAt.slice(0, 10)}.zip`;
    return { download: { stream: found.stream, size: found.size, type: "application/zip", name } };
  },
};

const erasurePage: Page = {
  name: "donnees-effacer",
  path: "/compte/donnees/effacer",
  who: "mind one’s own account",
  fresh: true,
  view: (visit) => erasureShown(visit),
  submit: async (visit, sent) => {
    const words = retentionWords[visit.lang].erasure;
    if (sent.get("confirm") !== "yes") return erasureShown(visit, { error: words.missing });
    const outcome = await act(visit, askForData, { kind: "erasure", language: visit.lang }, { sent });
    return erasureShown(visit, { notice: outcome.kind === "done" ? words.done : words.stale });
  },
};

async function erasureShown(
  visit: Visit,
  { error, notice }: { error?: string; notice?: string } = {},
): Promise<PageResult> {
  const data = await dataOf(visit);
  if (!data) return { notFound: true };
  const { lang } = visit;
  const words = retentionWords[lang].erasure;
  const errors = error === undefined ? [] : [{ field: "confirm", message: error }];
  const label = ({ label: said, count }: Data["held"][number]) => retentionWords[lang].mine.heldItem(said[lang], count);
  const goes = data.held.filter(({ erasable }) => erasable).map(label);
  const stays = data.held.filter(({ erasable }) => !erasable).map(label);
  const confirm = checkboxes({
    name: "confirm",
    legend: words.title,
    options: [{ value: "yes", label: words.confirm }],
    values: [],
    errors,
    lang,
  });
  const main = notice
    ? html`<div class="ds-alert" data-color="info" role="status"><p>${notice}</p></div>`
    : html`${errorSummary(errors, lang)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.goes}</h2>
<ul>${[...goes, words.account].map((one) => html`<li>${one}</li>`)}</ul>
<h2>${words.stays}</h2>
${stays.length > 0 && html`<ul>${stays.map((one) => html`<li>${one}</li>`)}</ul>`}
<p>${words.staysWhy}</p>
<p>${words.proof}</p>
${form(visit, html`${confirm}${button(words.go, { danger: true })}`)}`;
  const page = layout(visit, { title: words.title, main, back: "/compte/donnees", error: errors.length > 0 });
  return { html: page, ...(errors.length > 0 && { status: 422 }) };
}

const openingsPage: Page = {
  name: "ouvertures",
  path: "/compte/ouvertures",
  who: "mind one’s own account",
  view: async (visit): Promise<PageResult> => {
    const { lang, school } = visit;
    const words = retentionWords[lang].openings;
    const { openings } = (await see(visit, myOpenings, {})) ?? { openings: [] };
    const main =
      openings.length === 0
        ? html`<p>${words.none}</p>`
        : table({
            id: "openings",
            caption: words.caption,
            head: [words.when, words.who, words.what],
            rows: openings.map(({ openedAt, name, roles, what }) => [
              sayInstant(new Date(openedAt), school.timezone, lang),
              [name ?? words.someone, ...roles.map((role) => sayRole(role, lang))].join(", "),
              what[lang],
            ]),
          });
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte/donnees" }) };
  },
};

export const myDataPages: readonly Page[] = [myDataPage, erasurePage, copyDownload, openingsPage];
