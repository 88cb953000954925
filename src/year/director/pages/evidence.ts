/** The evidence of the quality standard for the director: what is kept here, each with its page, and what the school adds. */
import { taughtOn } from "../../../act/world.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { CONFIDENCE_WORDS } from "../../../law/source-words.ts";
import { see } from "../../../page/acting.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { seeEvidence } from "../evidence.ts";
import { evidenceWords } from "./evidence-words.ts";
import { directorRoutes } from "./routes.ts";

const YEARS = 4;

export const evidencePage: Page = {
  name: "annee-preuves",
  path: directorRoutes.evidence.path,
  who: "see the year",
  view: async (visit) => {
    const { lang, today, query, world, school, link } = visit;
    const words = evidenceWords[lang];
    const thisYear = Number(today.slice(0, 4));
    const { annee = "" } = query;
    const year = /^2[01]\d\d$/.test(annee) ? Number(annee) : thisYear;
    const diplomas = taughtOn(world, school, today).map(({ diploma }) => diploma);
    const seen = [];
    for (const { diploma, label } of diplomas) {
      const one = await see(visit, seeEvidence, { diploma, year });
      if (one) seen.push({ ...one, named: label[lang] });
    }
    const others = Array.from({ length: YEARS }, (_, nth) => thisYear - nth).filter((one) => one !== year);
    const [first] = seen;
    const main = html`${first ? wholeSchool(visit, first, seen) : html`<p>${words.none}</p>`}
<p>${words.years}${lang === "fr" ? "\u00a0:" : ":"} ${others.map((other) => html`<a class="ds-link" href="${href(link(directorRoutes.evidence.to({}, { annee: String(other) })))}">${String(other)}</a> `)}</p>`;
    const back = directorRoutes.overview.to();
    return { html: layout(visit, { title: words.title(year), lead: words.lead, main, back }) };
  },
};

type Seen = NonNullable<Awaited<ReturnType<typeof seeEvidence.read>>> & { readonly named: string };

/** The indicators are the school’s, and so are the counts; what was published is each diploma’s. */
function wholeSchool(visit: Visit, { diploma, year, indicators }: Seen, all: readonly Seen[]): Html {
  const words = evidenceWords[visit.lang];
  const lacking = indicators.filter(({ proofs }) => proofs.every(({ count }) => count === 0)).length;
  return html`<p>${words.lacking(lacking)} ${words.elsewhere} ${all.length > 1 && words.together}</p>
${indicators.some(isDoubted) && html`<p>${words.ours}</p>`}
${all.map(
  ({ published, named }) =>
    published &&
    html`<p>${all.length > 1 && html`<strong>${named}</strong> `}${words.published(published.year, published.version, published.on)} <span class="fingerprint">${published.hash}</span></p>`,
)}
${indicators.map((one) => section(visit, { diploma, year }, one))}`;
}

/** Said once for all of them, at the head of the page. */
const isDoubted = ({ confidence }: Pick<Seen["indicators"][number], "confidence">) => confidence === "unverified";

function section(
  visit: Visit,
  { diploma, year }: Pick<Seen, "diploma" | "year">,
  { indicator, label, proofs, adds, citation, confidence, note }: Seen["indicators"][number],
): Html {
  const { lang, link } = visit;
  const words = evidenceWords[lang];
  const id = `${diploma}-${indicator}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${words.indicator(indicator)}</h2>
<p>${label[lang]}</p>
<div class="cols halves"><div><h3 class="small">${words.kept}</h3>
<ul>${proofs.map(({ proof, count, last }) => {
    const to =
      proof === "public-page"
        ? `/${diploma}`
        : count > 0 && directorRoutes.proofs.to({ proof }, { annee: String(year) });
    const named = to
      ? html`<a class="ds-link" href="${href(link(to))}">${words.proofs[proof]}</a>`
      : words.proofs[proof];
    return html`<li>${named}${lang === "fr" ? "\u00a0:" : ":"} ${proof === "public-page" ? words.online : count === 0 ? html`<span class="late">${words.nothing}</span>` : words.some(count, last)}</li>`;
  })}</ul></div>
<div><h3 class="small">${words.adds}</h3>
<ul>${adds.map((one) => html`<li>${one[lang]}</li>`)}</ul></div></div>
<details class="small"><summary>${words.source}<span class="ds-sr-only"> ${words.indicator(indicator)}</span></summary><div><p>${capital(citation[lang])}${isDoubted({ confidence }) ? "." : html`, ${CONFIDENCE_WORDS[confidence][lang]}. ${note?.[lang]}`}</p></div></details>
</section>`;
}
