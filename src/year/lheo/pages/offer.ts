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
${seen.notes.length > 0 && html`<h2>${words.look}</h2><ul class="facts">${seen.notes.map((one) => html`<li>${sayNote(visit, one)}</li>`)}</ul>`}
<h2>${seen.xml === null ? words.saysSoFar : words.says}</h2>${contents(visit, seen)}
<details class="ds-details"><summary>${words.how}</summary><div><p>${words.hows}</p></div></details>`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main }) };
  },
};

/** By what mends it. */
type Mend = keyof (typeof lheoWords)["fr"]["mend"];

function mendOf({ in: place, cohort, label }: Fault): Mend {
  if (place !== "cohorts") return place;
  return cohort !== null ? "site" : label !== null ? "end" : "next";
}

const ORDER: readonly Mend[] = ["next", "end", "site", "school", "diploma"];

/** A thing that is missing at several places of the file is one thing to say. */
function lacking(visit: Visit, { faults }: Seen): Html {
  const { lang } = visit;
  const words = lheoWords[lang];
  const things = [
    ...Map.groupBy(faults, (one) =>
      [one.element, one.fault, one.in, one.key, one.cohort, one.on, one.is].join(" "),
    ).values(),
  ];
  const isWrong = ([one]: readonly Fault[]) => one!.fault !== "missing" && one!.fault !== "zeros";
  const groups = ORDER.flatMap((mend) => {
    const of = things.filter(([one]) => mendOf(one!) === mend);
    return of.length === 0 ? [] : [{ mend, of, missing: of.filter((one) => !isWrong(one)).length }];
  });
  const missing = groups.flatMap(({ mend, missing: count }) => (count === 0 ? [] : [words.things[mend](count)]));
  const wrong = things.filter(isWrong).length;
  const said = [
    ...(missing.length === 0 ? [] : [words.missing(new Intl.ListFormat(lang).format(missing))]),
    ...(wrong === 0 ? [] : [words.wrong(wrong)]),
  ];
  return html`<p class="ds-alert" data-color="warning">${words.cannot(said.join(" ; "))}</p>
${groups.map(
  ({ mend, of }) => html`<h2>${words.mend[mend]}</h2>
<ul>${of.map(([one]) => html`<li>${thing(visit, one!)}</li>`)}</ul>
${(mend === "school" || mend === "diploma") && html`<p class="small">${words.files}</p>`}
<details class="ds-details"><summary>${words.paths}<span class="ds-sr-only"> : ${words.mend[mend]}</span></summary><div><ul>${of.flat().map(({ path }) => html`<li><code class="hash">${path}</code></li>`)}</ul></div></details>`,
)}`;
}

function named(element: string, { lang }: Visit): string {
  const [fr, en] = elementWords[element as ElementName];
  return lang === "fr" ? fr : en;
}

/** What is missing, and the link to where it is said: the cohort of an intake opens with what the intake says. */
function thing(visit: Visit, fault: Fault): Html {
  const { lang, link, actor } = visit;
  const words = lheoWords[lang];
  const { element, key, cohort, label, on, diploma } = fault;
  const why = words.faults[fault.fault];
  const said = typeof why === "string" ? why : why(fault.is ?? 0, fault.limit ?? 0);
  if (key !== null)
    return html`${named(element, visit)}${said !== "" && html`, ${said}`} <span class="small">(${words.key} <code class="hash">${key}</code>)</span>`;
  const to =
    cohort === null
      ? places.cohorts.to(
          {},
          label && on !== null ? { diplome: diploma ?? undefined, debut: on, nom: label[lang] } : {},
        )
      : places.cohortPlan.to({ cohort });
  const called = label?.[lang] ?? words.open;
  const shown = may(actor, "see the training")
    ? html`<a class="ds-link" href="${href(link(to))}">${called}</a>`
    : called;
  return html`${shown}${on !== null && html`, ${words.begins(on)}`}${said !== "" && html` : ${named(element, visit)}, ${said}`}`;
}

function sayNote({ lang }: Visit, { note, what, ends }: Seen["notes"][number]): string {
  const words = lheoWords[lang];
  if (note !== "registration") return words.notes[note](what[lang]);
  return ends === null ? what[lang] : words.registration(what[lang], ends.on, ends.after, ends.of);
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
