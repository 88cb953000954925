/** The offer for catalogues: whether the file can be given, what is missing and where it is said, and what the file says. */
import { may } from "../../../act/permissions.ts";
import { taughtOn } from "../../../act/world.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { CONFIDENCE_WORDS } from "../../../law/source-words.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import type { ElementName } from "../rules/format.ts";
import { seeLheoOffer } from "../views.ts";
import { lheoRoutes } from "./routes.ts";
import { elementWords, lheoWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeLheoOffer.read>>>;
type Fault = Seen["faults"][number];
type Line = Seen["lines"][number];

export const lheoPage: Page = {
  name: "annee-offre",
  path: lheoRoutes.offer.path,
  who: "see the year",
  view: async (visit) => {
    const { world, school, today, lang, link } = visit;
    const diplomas = taughtOn(world, school, today).map(({ diploma }) => diploma.diploma);
    const seen = diplomas.length === 0 ? undefined : await see(visit, seeLheoOffer, { diplomas });
    if (!seen) return { notFound: true };
    const words = lheoWords[lang];
    const main = html`${
      seen.xml === null
        ? lacking(visit, seen)
        : html`<p>${words.whole(seen.formations, seen.actions, seen.sessions)}</p>
<div class="actions">${linkButton(link(lheoRoutes.file.to()), words.give)}</div>`
    }
${seen.notes.length > 0 && html`<h2>${words.look}</h2><ul class="facts">${seen.notes.map(({ note, what }) => html`<li>${words.notes[note](what[lang])}</li>`)}</ul>`}
<h2>${seen.xml === null ? words.saysSoFar : words.says}</h2>${contents(visit, seen)}
<details class="ds-details"><summary>${words.how}</summary><div><p>${words.hows}</p></div></details>`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main }) };
  },
};

/** A thing that is missing at several places of the file is one thing to say. */
function lacking(visit: Visit, { faults }: Seen): Html {
  const words = lheoWords[visit.lang];
  const things = Map.groupBy(faults, (one) =>
    [one.element, one.fault, one.in, one.key, one.cohort, one.on, one.is].join(" "),
  );
  return html`<p class="ds-alert" data-color="warning">${words.lacking(things.size)}</p>
${table({
  id: "missing",
  caption: words.toMend,
  stacks: true,
  head: [words.heads.what, words.heads.path, words.heads.mend],
  rows: [...things.values()].map((same) => [sayFault(visit, same[0]!), sayPaths(visit, same), mend(visit, same[0]!)]),
})}
${faults.some((one) => one.in !== "cohorts") && html`<p class="small">${words.files}</p>`}`;
}

function named(element: string, { lang }: Visit): string {
  const [fr, en] = elementWords[element as ElementName];
  return lang === "fr" ? fr : en;
}

function sayFault(visit: Visit, { element, fault, is, limit }: Fault): Html {
  const words = lheoWords[visit.lang].faults;
  const why = words[fault];
  const said = typeof why === "string" ? why : why(is ?? 0, limit ?? 0);
  return html`${named(element, visit)}${said !== "" && html`<br><span class="small">${said}</span>`}`;
}

function sayPaths(visit: Visit, same: readonly Fault[]): Html {
  const [first, ...others] = same.map(({ path }) => html`<code class="hash">${path}</code>`);
  return html`${first}${
    others.length > 0 &&
    html`<details class="small"><summary>${lheoWords[visit.lang].others(others.length)}<span class="ds-sr-only"> ${named(same[0]!.element, visit)}</span></summary><ul>${others.map((one) => html`<li>${one}</li>`)}</ul></details>`
  }`;
}

function mend({ lang, link, actor }: Visit, { in: place, key, cohort, label, on }: Fault): Html {
  const words = lheoWords[lang].mend;
  if (place !== "cohorts") return html`${words[place]} <code class="hash">${key}</code>`;
  const said =
    cohort !== null ? words.plan(label?.[lang] ?? "") : label && on !== null ? words.end(label[lang], on) : words.next;
  const to = cohort === null ? places.cohorts.to() : places.cohortPlan.to({ cohort });
  return may(actor, "see the training") ? html`<a class="ds-link" href="${href(link(to))}">${said}</a>` : html`${said}`;
}

/** Folded, by formation and action; the school itself at the end. Each session of an action is a table of its own. */
function contents(visit: Visit, { lines }: Seen): Html {
  const words = lheoWords[visit.lang];
  const groups = Map.groupBy(lines, ({ path }) => GROUP.exec(path)?.[0] ?? path);
  return html`${[...groups].map(([of, there], nth) => {
    const info = there.find(({ path }) => path === `${of}/@info`);
    const title = info
      ? words.ofAction(info.value)
      : of.endsWith("organisme-formation-responsable")
        ? words.ofSchool
        : (there.find(({ element }) => element === "intitule-formation")?.value ?? words.ofFormation(nth + 1));
    const parts = Map.groupBy(
      there.filter((one) => one !== info),
      ({ path }) => SESSION.exec(path)?.[0] ?? of,
    );
    const tables = [...parts].map(([from, said], part) => {
      const session = /^\/session\[(\d+)\]/.exec(from.slice(of.length))?.[1];
      const caption = session === undefined ? title : words.ofSession(session);
      return linesTable(visit, { id: `lines-${String(nth)}-${String(part)}`, caption, from, lines: said });
    });
    return html`<details class="ds-details"><summary>${title}</summary><div class="wide">${tables}</div></details>`;
  })}`;
}

const GROUP = /^lheo\/offres\/formation\[\d+\](?:\/action\[\d+\]|\/organisme-formation-responsable)?/;
const SESSION = /^.*\/session\[\d+\]/;

type Lines = { readonly id: string; readonly caption: string; readonly from: string; readonly lines: readonly Line[] };

function linesTable(visit: Visit, { id, caption, from, lines }: Lines): Html {
  const { what, value, from: source } = lheoWords[visit.lang].lines;
  const blocks = Map.groupBy(lines, ({ path }) => BLOCK.exec(path)?.[0] ?? path);
  const rows = [...blocks].map(([path, said]) => row(visit, path.slice(from.length + 1), said));
  return table({ id, caption, stacks: true, head: [what, value, source], rows });
}

/** An address, a contact and a period are one row each. */
const BLOCK =
  /^.*?\/(?:contact-formation|contact-organisme|coordonnees-organisme|lieu-de-formation|adresse-inscription|periode-inscription|periode)(?:\[\d+\])?(?=\/)/;

function row(visit: Visit, path: string, lines: readonly Line[]): Html[] {
  const { lang } = visit;
  const [first, ...others] = lines;
  const { element, value, means, confidence, citation } = first!;
  const doubtful = confidence !== null && confidence !== "text" && confidence !== "local";
  const block = /[^/[\]]+(?=(?:\[\d+\])?$)/.exec(path)?.[0];
  const texts = others.length > 0 ? [lines.map((one) => one.means?.[lang] ?? one.value).join(", ")] : value.split("\n");
  // The file is in French; only what a code or a day means is said in the language of the page.
  const said = html`${texts.map((one, nth) => html`${nth > 0 && html`<br>`}${one}`)}`;
  return [
    html`${named(others.length > 0 && block !== undefined ? block : element, visit)}<br><code class="hash small">${path}</code>`,
    html`${means === null ? html`<span lang="fr">${said}</span>` : said}${others.length === 0 && means && html`<br><span class="small">${means[lang]}</span>`}`,
    html`${citation?.[lang] ?? ""}${doubtful && html` <strong>${CONFIDENCE_WORDS[confidence][lang]}</strong>`}`,
  ];
}
