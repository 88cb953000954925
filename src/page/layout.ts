/**
 * The frame of every page: document, head, header, way back, main, foot. A page gives its title and its `main`; where that has no `<h1>` of
 * its own (a question has one, in its legend), the title becomes the heading.
 */
import { href, type Html, html, raw } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { hashSecret } from "../kit/secret.ts";
import type { Law } from "../law/law.ts";
import type { Establishment } from "../law/establishment.ts";
import { type Assets, assetsOf, type Script } from "./assets.ts";
import { may } from "../act/permissions.ts";
import { taughtOn } from "../act/world.ts";
import { cameFrom } from "./back.ts";
import { BADGE } from "./badge.ts";
import { deskHead } from "./desk-head.ts";
import type { MenuItem } from "./menu.ts";
import type { Visit } from "./page.ts";
import { frameWords } from "./sentences.ts";
import { typeset } from "./typeset.ts";

export type PageParts = {
  readonly title: string;
  /** A sentence under the heading that says what the page is for. */
  readonly lead?: string | Html;
  readonly main: Html;
  /** The form has errors: the title says so first. */
  readonly error?: boolean;
  /** The previous page, below the school, unless the address names the one that led here (`back.ts`). */
  readonly back?: string;
  readonly description?: string;
  /** Optional scripts; the page is complete without them. */
  readonly scripts?: readonly Script[];
  /** Structured data for search engines; never executed. */
  readonly jsonLd?: object;
};

/** What the frame needs; a page outside any school has less of it. */
export type Frame = {
  readonly lang: Lang;
  readonly assets: Assets;
  readonly school?: Establishment;
  readonly law?: Law;
  /** Every diploma that the school teaches. */
  readonly taught?: readonly Law[];
  readonly path: string;
  readonly link: (path: string, lang?: Lang) => string;
  /** The name of the person signed in; `null` where nobody is, absent where it cannot be known. */
  readonly person?: string | null;
  /** The path of their first page. */
  readonly home?: string;
  /** Whose menu it is: that of somebody signed in without a role has their application; absent: a visitor’s. */
  readonly reader?: "candidate" | "staff" | "guest";
  /** Of a guest: what they were let in for. */
  readonly own?: readonly MenuItem[];
  /** Of staff: what they may go to. */
  readonly menu?: readonly MenuItem[];
  /** Where «Aide» leads from here: by default, to all of it. */
  readonly help?: string;
  /** The page above all schools. */
  readonly front?: boolean;
  /** A demonstration: every page says that its people are invented. */
  readonly demo?: boolean;
  /** Whose unsent texts the browser keeps, under a name that tells nothing, and for how long: that of the tab, or some days. */
  readonly unsent?: { readonly owner: string; readonly in: "local" | "session" };
};

export function layout(visit: Visit, parts: PageParts): Html {
  const { lang, school, law, path, link, world } = visit;
  const person = visit.person?.name ?? visit.guest?.name ?? null;
  const home = visit.person === undefined && visit.guest !== undefined ? GUEST_HOME : "/compte";
  const demo = world.demo !== undefined;
  const signed = visit.person && (visit.person.roles.length === 0 ? "candidate" : "staff");
  const reader = signed ?? (visit.guest && "guest");
  const taught = taughtOn(world, school, visit.today);
  const assets = assetsOf(world.laws);
  // Roles that wait for a second proof open nothing yet.
  const works = reader === "staff" && visit.person!.actor.roles.length > 0;
  const menu = works
    ? world.house.menu.filter((item) => may(visit.actor, item.may) && isTaught(item, taught))
    : undefined;
  const own = reader === "guest" ? ownOf(visit, taught) : undefined;
  const owner = visit.person?.account ?? visit.guest?.actor.guest;
  return framed(
    {
      lang,
      school,
      law,
      taught,
      path,
      link,
      person,
      home,
      ...(reader && { reader }),
      ...(menu && { menu }),
      ...(own && { own }),
      // What staff and guests write is about others: it goes with the tab.
      ...(owner !== undefined && {
        unsent: {
          owner: hashSecret(owner).toString("base64url").slice(0, 12),
          in: signed === "candidate" ? "local" : "session",
        },
      }),
      demo,
      help: world.house.helpOf(path, visit.actor),
      assets,
    },
    { ...parts, ...(parts.back !== undefined && { back: cameFrom(visit) ?? parts.back }) },
  );
}

const isTaught = ({ taught: asks }: MenuItem, taught: readonly Law[]) =>
  asks === undefined || taught.some(({ diploma }) => asks(diploma));

/** Beside their first page and help, what still fits on one line of a telephone. */
const OWN_OF_GUEST = 2;

function ownOf({ world, guest }: Visit, taught: readonly Law[]): readonly MenuItem[] {
  const items = world.house.menu.filter(
    (item) => item.rank !== undefined && guest !== undefined && may(guest.actor, item.may) && isTaught(item, taught),
  );
  return items.toSorted((a, b) => a.rank! - b.rank!).slice(0, OWN_OF_GUEST);
}

export function framed(frame: Frame, parts: PageParts): Html {
  const { lang, assets, school } = frame;
  const words = frameWords[lang];
  const above = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(frame, parts)}</title>
${parts.description && html`<meta name="description" content="${parts.description}">`}
<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="stylesheet" href="${assets.sheet}">
<link rel="stylesheet" href="${assets.theme(school?.establishment)}">
<link rel="icon" href="${assets.icon(school?.establishment)}" type="image/svg+xml">
${(school || frame.front) && html`<link rel="alternate" hreflang="${otherThan(lang)}" href="${href(frame.link(frame.path, otherThan(lang)))}">`}
${parts.scripts?.map((name) => html`<script type="module" src="${assets.script(name)}"></script>`)}
${frame.unsent && html`<script type="module" src="${assets.script("unsent")}"></script>`}
${parts.jsonLd && jsonLdScript(parts.jsonLd)}
</head>
<body${frame.menu && html` class="desk"`}${frame.unsent && html` data-unsent-owner="${frame.unsent.owner}" data-unsent-in="${frame.unsent.in}"`}>
<a class="ds-skip-link" href="#main">${words.skip}</a>
${frame.demo && demoBand(frame)}
${header(frame)}
${parts.back !== undefined && html`<nav class="way" aria-label="${words.way}"><a href="${href(frame.link(parts.back))}">${words.back}</a></nav>`}
<main id="main" tabindex="-1">
${heading(parts)}`;
  const below = html`
</main>
${footer(frame)}
</body>
</html>
`;
  // Part by part: joining a long page first would copy it once more.
  return html`${[above, parts.main, below].map((part) => typeset(part, lang))}`;
}

function demoBand({ lang, school, link }: Frame): Html {
  const { demo, demoEnter } = frameWords[lang];
  const way =
    school &&
    html` <a href="${href(link("/demonstration"))}">${demoEnter.change}<span class="ds-sr-only"> ${demoEnter.whom}</span></a>`;
  return html`<aside class="demo-band" aria-label="${demo.label}"><p>${demo.said}${way}</p></aside>`;
}

function titleOf(frame: Frame, { title, error }: PageParts): string {
  const { lang, school } = frame;
  const parts = [title, ownDiploma(frame)?.abbreviation, school?.name].filter((part) => part !== undefined);
  return `${error ? frameWords[lang].error : ""}${parts.join(" – ")}`;
}

function heading({ title, lead, main }: PageParts): Html | false {
  const own = main.text.includes("<h1");
  return (
    !own &&
    html`<h1>${title}</h1>
${lead && html`<p class="lead">${lead}</p>`}`
  );
}

function header(frame: Frame): Html {
  const { school, path, link } = frame;
  if (!school) return frame.front ? frontHeader(frame) : html``;
  const { menu, person } = frame;
  if (menu && person) {
    const { lang } = frame;
    return deskHead({
      lang,
      path,
      link,
      school: school.name,
      person: shortened(person),
      menu,
      help: frame.help ?? HELP,
      tongue: tongue(frame),
    });
  }
  const words = frameWords[frame.lang];
  const own = ownDiploma(frame);
  const site = own === undefined ? aboveOf(frame) : navigation(own.diploma, frame);
  const items = frame.reader === "guest" ? guestItems(frame) : site;
  const current = items.findLast(({ to }) => path === to || path.startsWith(`${to}/`))?.to;
  return html`<header class="site-head"><div>
<div class="site-name">
<a class="wordmark" href="${href(link("/"))}">${school.name}</a>
<div class="site-tools">${who(frame)}${tongue(frame)}</div>
</div>
<nav class="site-nav" aria-label="${words.nav}"><ul>
${items.map(({ to, label }) => html`<li><a href="${href(link(to))}"${to === current && currentMark(to === path)}>${label}${to === MINE && BADGE}</a></li>`)}
</ul></nav>
</div></header>`;
}

/** The diploma that a page is about: the school’s only one, or the one in the address. */
function ownDiploma({ law, school, path }: Frame): Law["diploma"] | undefined {
  const several = new Set(school?.diplomas.map(({ diploma }) => diploma)).size > 1;
  const named = path.split("/")[1] === law?.diploma.diploma;
  return several && !named ? undefined : law?.diploma;
}

const HELP = "/aide";
const MINE = "/mon-parcours";
const GUEST_HOME = "/invite";

type Item = { readonly to: string; readonly label: string };

/** On a page of a school of several diplomas: the list of them; staff have a link to each. */
function aboveOf({ taught = [], reader, lang }: Frame): Item[] {
  if (reader === "staff")
    return taught.map(({ diploma }) => ({ to: `/${diploma.diploma}`, label: diploma.abbreviation }));
  const words = frameWords[lang];
  return [
    { to: "/", label: words.diplomas },
    { to: "/aide", label: words.help },
  ];
}

/** Above the schools the service shows its own name. */
function frontHeader(frame: Frame): Html {
  return html`<header class="site-head front"><div>
<div class="site-name"><a class="wordmark" href="${href(frame.link("/"))}">Livret</a><div class="site-tools">${tongue(frame)}</div></div>
</div></header>`;
}

function tongue({ lang, path, link }: Frame): Html {
  const other = otherThan(lang);
  return html`<a class="tongue" href="${href(link(path, other))}" lang="${other}" hreflang="${other}">${other.toUpperCase()}<span class="ds-sr-only"> (${frameWords[lang].otherLanguage})</span></a>`;
}

/** The link to the account, or to sign in: always at the same place, since people who come back look for it. */
function who({ person, home = "/compte", link, lang }: Frame): Html | false {
  if (person === undefined) return false;
  const words = frameWords[lang];
  if (person === null) return html`<a class="who" href="${href(link("/connexion"))}">${words.signIn}</a>`;
  const [first, ...rest] = shortened(person).split(" ");
  return html`<a class="who" href="${href(link(home))}"><span class="ds-sr-only">${words.account}</span> ${first}${rest.length > 0 && html`<span class="rest"> ${rest.join(" ")}</span>`}${home === GUEST_HOME && BADGE}</a>`;
}

/** A long name must not push the menu away; the account page shows it whole. */
function shortened(name: string): string {
  const signs = Array.from(name);
  return signs.length > 28 ? `${signs.slice(0, 27).join("").trimEnd()}…` : name;
}

function currentMark(exact: boolean): Html {
  return exact ? html` aria-current="page"` : html` aria-current="true"`;
}

/** A guest's own things: the school's public pages are one press away, by its name. */
function guestItems({ lang, own = [], help: to = HELP }: Frame): Item[] {
  const words = frameWords[lang];
  return [
    { to: GUEST_HOME, label: words.guest },
    ...own.map(({ to: where, label }) => ({ to: where, label: label[lang] })),
    { to, label: words.help },
  ];
}

/** At most four short words, which stand on one line of a telephone; staff have the rule too. */
function navigation(diploma: string, { reader, lang, help: to = HELP }: Frame): Item[] {
  const words = frameWords[lang];
  const course = { to: `/${diploma}`, label: words.programme };
  const apply = { to: `/${diploma}/candidater`, label: words.apply };
  const price = { to: `/${diploma}/parcours`, label: words.price };
  const help = { to, label: words.help };
  const mine = { to: MINE, label: words.mine };
  const papers = { to: "/mes-documents", label: words.papers };
  const mails = { to: "/compte/courrier", label: words.mails };
  if (reader === "candidate") return [mine, papers, mails, help];
  return [course, apply, price, help];
}

function footer(frame: Frame): Html {
  const { lang, school, link } = frame;
  if (!school) return html``;
  const words = frameWords[lang];
  const links = [
    ["/accessibilite", words.accessibility],
    ["/plan-du-site", words.siteMap],
    ["/mentions-legales", words.legal],
    ["/aide", words.help],
    ["/reponse", words.reopen],
  ] as const;
  return html`<footer class="site-foot"><div>
<address><a href="${href(link("/"))}"><strong>${school.name}</strong></a>, ${school.address.join(", ")}</address>
<nav aria-label="${words.foot}"><ul>
${links.map(([to, label]) => html`<li><a href="${href(link(to))}">${label}</a></li>`)}
</ul></nav>
</div></footer>`;
}

/** Data, not a program: browsers never run it. `<` is escaped so that no text can close the element. */
function jsonLdScript(data: object): Html {
  return html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll("<", "\\u003c"))}</script>`;
}

export function otherThan(lang: Lang): Lang {
  return lang === "fr" ? "en" : "fr";
}
