/** What is to be typed, portal by portal, the first due first; what is typed without a receipt; what is declared. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { may } from "../../../act/permissions.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import type { PersonParts } from "../../../page/person.ts";
import { SEES_PERSONS, toPerson } from "../../../page/person-link.ts";
import { LINE_STATES, type LineState } from "../rules/typed.ts";
import { bpfRoutes } from "../../bpf/pages/routes.ts";
import { seeBpfs } from "../../bpf/views.ts";
import { listPortals, portalLinesOf } from "../views.ts";
import { portalRoutes } from "./routes.ts";
import { type Listed, lineLink, sayDue } from "./said.ts";
import { portalWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof listPortals.read>>>;
type Portal = Seen["portals"][number];

/** In the address. */
const STATES = { "a-corriger": "differs", accuse: "typed", declare: "received" } as const;

export const portalsPage: Page = {
  name: "finances-a-declarer",
  path: portalRoutes.list.path,
  who: "see the accounts",
  view: async (visit) => {
    const { lang, query } = visit;
    const voir = query.voir ?? "";
    const state: LineState = voir in STATES ? STATES[voir as keyof typeof STATES] : "to-type";
    const { portail = "", apres = "" } = query;
    const one = /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/.test(portail) && /^[0-9]{1,6}$/.test(apres);
    const seen = await see(visit, listPortals, { state, ...(one && { portal: portail, after: Number(apres) }) });
    if (!seen) return { notFound: true };
    const words = portalWords[lang].list;
    const title = state === "to-type" ? words.title : words.titled(words.title, words.states[state]);
    if (seen.portals.length === 0)
      return {
        html: layout(visit, { title, lead: words.lead, main: html`${await bpfPart(visit)}<p>${words.none}</p>` }),
      };
    const some = seen.portals.some(({ lines }) => lines.length > 0);
    const main = html`${filters(visit, seen)}
${some && html`<p>${words.about[state]}</p>`}
${state === "to-type" && (await bpfPart(visit))}
${
  some
    ? seen.portals.map((portal, nth) => portalPart(visit, { portal, nth, state }))
    : html`<p><strong>${state === "to-type" ? words.nothing : words.empty[state]}</strong></p>`
}
${state === "to-type" && !one && expected(visit, seen, !some)}`;
    return { html: layout(visit, { title, lead: words.lead, main }) };
  },
};

function filters({ lang, link }: Visit, { state, portals }: Seen): Html {
  const words = portalWords[lang].list;
  const counted = (of: LineState) =>
    portals.flatMap(({ counts }) => counts).reduce((sum, one) => sum + (one.state === of ? one.count : 0), 0);
  const links = LINE_STATES.map((of) => {
    const [voir] = Object.entries(STATES).find(([, each]) => each === of) ?? [];
    const to = portalRoutes.list.to({}, { voir });
    return html`<li><a href="${href(link(to))}"${of === state && html` aria-current="page"`}>${words.states[of]}${of !== "received" && html` (${String(counted(of))})`}</a></li>`;
  });
  return html`<nav class="office-nav" aria-label="${words.filters}"><ul>${links}</ul></nav>`;
}

/** The yearly declarations that wait to be deposited: on a site of their own, and asked by the State as well. */
async function bpfPart(visit: Visit): Promise<Html | false> {
  const { lang, link, today } = visit;
  const words = portalWords[lang].list;
  const years = (await see(visit, seeBpfs, {}))?.years ?? [];
  const waiting = years.filter(({ over, deposit, countedIn }) => over && deposit === null && countedIn === null);
  return (
    waiting.length > 0 &&
    html`<h2>${words.bpf}</h2>
<p>${words.bpfElsewhere}</p>
<ul>${waiting.map(({ year, dueOn }) => {
      const late = dueOn !== null && dueOn < today;
      return html`<li><a class="ds-link" href="${href(link(bpfRoutes.year.to({ year: String(year) })))}">${words.bpfYear(year)}</a>${dueOn !== null && html`, ${words.bpfDue(dueOn)}`}${late && html` <strong>${words.late}</strong>`}</li>`;
    })}</ul>`
  );
}

/** What each portal asks, and what makes a line of it appear; open where there is none. */
function expected({ lang, link }: Visit, { portals }: Seen, open: boolean): Html {
  const words = portalWords[lang].list;
  const asked = ({ declares }: Portal) =>
    declares.map(({ label, event, within }) => {
      const by = within === null ? words.noDelay : words.within(within.days, within.working);
      return html`<li>${label[lang]}${lang === "fr" ? "\u00a0: " : ": "}${words.when[event]} (${by})</li>`;
    });
  const whose = ({ payers }: Portal) =>
    payers.length === 0 ? words.forYears : words.forPeople(payers.map((one) => one[lang]).join(", "));
  return html`<details class="ds-details"${open && html` open`}><summary>${words.expected}</summary><div class="stack">
<p>${words.contract}</p>
${portals.map((portal) => html`<h2>${portal.label[lang]}</h2><p>${whose(portal)}</p><ul>${asked(portal)}</ul>`)}
<h2>${words.bpf}</h2><p>${words.bpfElsewhere} <a class="ds-link" href="${href(link(bpfRoutes.years.to()))}">${words.bpfYears}</a></p>
</div></details>`;
}

type Part = { readonly portal: Portal; readonly nth: number; readonly state: LineState };

function portalPart(visit: Visit, { portal, nth, state }: Part): Html {
  const { lang, link, actor } = visit;
  const words = portalWords[lang].list;
  const { label, lines, next, counts, url } = portal;
  const counted = counts.find((one) => one.state === state);
  const [voir] = Object.entries(STATES).find(([, each]) => each === state) ?? [];
  const several = state === "to-type" && may(actor, "keep the accounts") ? portal.together : [];
  const ready = (declare: string) => lines.filter((one) => one.declare === declare && !one.unknown).length > 1;
  return html`<h2>${label[lang]}</h2>
${counted && state === "to-type" && html`<p>${words.count(counted.count, counted.late)}${url !== null && html`. <a class="ds-link" href="${href(url)}">${words.open}</a>`}</p>`}
${lines.length === 0 ? html`<p>${words.empty[state]}</p>` : linesTable(visit, lines, { id: `portal-${String(nth)}`, caption: words.captions[state], state })}
${several.filter(ready).map((declare) => html`<div class="actions">${linkButton(link(portalRoutes.together.to({ portal: portal.portal, declare })), words.together, "secondary")}</div>`)}
${next !== null && html`<p><a class="ds-link" href="${href(link(portalRoutes.list.to({}, { voir, portail: portal.portal, apres: String(next) })))}">${words.next}</a></p>`}`;
}

type As = { readonly id: string; readonly caption: string; readonly state: LineState };

function linesTable(visit: Visit, lines: readonly Listed[], { id, caption, state }: As): Html {
  const { lang, today } = visit;
  const words = portalWords[lang].list;
  const due = state === "to-type";
  return table({
    id,
    caption,
    stacks: true,
    head: [words.what, words.who, words.happened, ...(due ? [words.due, words.note] : [])],
    rows: lines.map((one) => [
      lineLink(visit, one),
      whose(visit, one),
      sayDay(one.happenedOn, lang),
      ...(due ? [sayDue(one, today, lang), one.unsigned > 0 ? words.unsigned(one.unsigned) : ""] : []),
    ]),
  });
}

function whose(visit: Visit, { name, dossier, called }: Listed): Html | string {
  if (name === null) return "–";
  const said = html`${name}${called !== null && html` <span class="small unbroken">${called}</span>`}`;
  if (dossier === null || !may(visit.actor, SEES_PERSONS)) return said;
  return html`<a class="ds-link" href="${href(visit.link(toPerson(visit, dossier)))}">${said}</a>`;
}

/** On the office's page about a person. */
export const declaredPart: PersonParts = async (visit, { dossiers }) => {
  if (!may(visit.actor, "see the accounts") || dossiers.length === 0) return [];
  const { lang, today } = visit;
  const { list, person: words } = portalWords[lang];
  const seen = await see(visit, portalLinesOf, { dossiers: dossiers.slice(0, 50).map(({ dossier }) => dossier) });
  if (!seen || seen.lines.length === 0) return [];
  const main = table({
    id: "declare-liste",
    caption: words.caption,
    stacks: true,
    head: [list.what, list.happened, list.due, words.state],
    rows: seen.lines.map((one) => [
      lineLink(visit, one),
      sayDay(one.happenedOn, lang),
      sayDue(one, today, lang),
      list.states[one.state],
    ]),
  });
  return [{ key: "declare", title: words.title, main }];
};
