/** The head of every page for staff: their own menu, the search for a person, their account. One line, at 320 px too. */
import { href, type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import type { Lang } from "../kit/lang.ts";
import { BADGE } from "./badge.ts";
import { MENU_GROUPS, type MenuItem } from "./menu.ts";

const words = inBoth({
  nav: ["Mon travail", "My work"],
  home: ["À faire", "To do"],
  all: ["Tout", "All"],
  groups: {
    applications: ["Candidatures", "Applications"],
    training: ["Formation", "Training"],
    exams: ["Épreuves", "Exams"],
    money: ["Argent", "Money"],
    house: ["Maison", "House"],
  },
  find: ["Chercher une personne, dans toutes les années", "Find a person, in all years"],
  findMoney: [
    "Chercher une personne, un payeur ou une facture, dans toutes les années",
    "Find a person, a payer or an invoice, in all years",
  ],
  placeholder: ["Nom, n°, téléphone", "Name, no., telephone"],
  placeholderMoney: ["Nom, n°, facture", "Name, no., invoice"],
  go: ["Chercher", "Find"],
  me: ["Mon compte\u00a0:", "My account:"],
  account: ["Mon compte", "My account"],
  mine: ["Mon parcours", "My way"],
  public: ["Pages publiques", "Public pages"],
  help: ["Aide", "Help"],
});

/** The most that stand in the bar beside «À faire»; the others are one press away. */
const IN_BAR = 5;
export const DESK_HOME = "/a-faire";
const FIND = "/personnes";
const MONEY = "/finances";

export type Desk = {
  readonly lang: Lang;
  readonly path: string;
  readonly link: (path: string) => string;
  readonly school: string;
  readonly person: string;
  readonly menu: readonly MenuItem[];
  readonly help: string;
  /** The link to this page in the other language. */
  readonly tongue: Html;
};

export function deskHead({ lang, path, link, school, person, menu, help, tongue }: Desk): Html {
  const said = words[lang];
  const bar = menu
    .filter(({ rank }) => rank !== undefined)
    .toSorted((a, b) => a.rank! - b.rank!)
    .slice(0, IN_BAR);
  const all = [{ to: DESK_HOME, behind: [] }, ...menu].flatMap(({ to, behind = [] }) =>
    [to, ...behind].map((at) => ({ to, at })),
  );
  // The longest path that holds this one: «/equipe/invites» is not the page of «/equipe».
  const current = all
    .filter(({ at }) => path === at || path.startsWith(`${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length)[0]?.to;
  const item = (to: string, label: string, beside: Html | false = false) =>
    html`<a href="${href(link(to))}"${to === current && html` aria-current="${path === to ? "page" : "true"}"`}>${label}${beside}</a>`;
  const finds = menu.some(({ to }) => to === FIND);
  // Who sees the accounts finds payers and invoices too.
  const money = menu.some(({ to }) => to === MONEY);
  const [find, placeholder] = money ? [said.findMoney, said.placeholderMoney] : [said.find, said.placeholder];
  return html`<header class="desk-head">
<a class="wordmark" href="${href(link(DESK_HOME))}">${school}</a>
<nav aria-label="${said.nav}"><ul><li>${item(DESK_HOME, said.home, BADGE)}</li>${bar.map(({ to, label }) => html`<li>${item(to, label[lang])}</li>`)}</ul>
<details class="all"><summary>${said.all}</summary><div>${MENU_GROUPS.map((group) => {
    const items = menu.filter((one) => one.group === group);
    return (
      items.length > 0 &&
      html`<div><strong>${said.groups[group]}</strong>${items.map(({ to, label }) => item(to, label[lang]))}</div>`
    );
  })}</div></details></nav>
${finds && html`<form class="find" role="search" aria-label="${find}" method="get" action="${href(link(FIND))}"><label class="ds-sr-only" for="desk-find">${find}</label><input class="ds-input" id="desk-find" name="q" type="search" placeholder="${placeholder}"><button class="ds-button" data-variant="secondary" type="submit" aria-label="${said.go}"><span class="full">${said.go}</span>${LOUPE}</button></form>`}
<details class="me"><summary><span class="ds-sr-only">${said.me} </span><span class="full">${person}</span><span class="initials" aria-hidden="true">${initialsOf(person)}</span></summary><div>${item("/compte", said.account)}${item("/mon-parcours", said.mine)}${item("/", said.public)}${item(help, said.help)}${tongue}</div></details>
</header>`;
}

/** In place of the field on a narrow screen, where it leads to the page of the search. */
const LOUPE = html`<svg class="loupe" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><circle cx="7.5" cy="7.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="m11.5 11.5 5 5" stroke="currentColor" stroke-width="2"/></svg>`;

function initialsOf(name: string): string {
  const parts = name.split(/\s+/u).filter((part) => part !== "");
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0]?.toUpperCase() ?? "").join("");
}
