/** What admission decided of a person, on the office's page about them. */
import { href, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { summaryList } from "../../page/form.ts";
import { apart, type PersonPart, type PersonParts } from "../../page/person.ts";
import { seeCandidacy } from "../views.ts";
import { lastTold, whoTold } from "./candidacy.ts";
import { dayAt, eligibilityFindings, pathHtml, stateTag, typed } from "./parts.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

export const admissionPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link } = visit;
  const words = admissionWords(lang);
  const parts: PersonPart[] = [];
  const all = await Promise.all(dossiers.map(({ dossier }) => see(visit, seeCandidacy, { dossier })));
  for (const [at, seen] of all.entries()) {
    if (!seen) continue;
    const { dossier, number } = dossiers[at]!;
    const { facts, state, answerBy } = seen;
    const eligible = lastTold(facts, "eligibility");
    const relief = lastTold(facts, "relief");
    const listed = lastTold(facts, "listed");
    const to = places.candidacy.to({ dossier });
    const { language } = seen.dossier;
    const why = (ground: string | undefined) => (ground ? html`<br>${typed(ground, language)}` : "");
    const rows = [
      { key: words.person.state, value: stateTag(state, lang) },
      ...(answerBy === null ? [] : [{ key: words.person.answerBy, value: sayDay(answerBy, lang) }]),
      ...(eligible
        ? [
            {
              key: words.candidacy.eligibility,
              value: html`${capital(words.candidacy.outcomes[eligible.details.outcome] ?? "")}, ${dayAt(visit, eligible.at)}${why(eligible.details.ground)}`,
            },
          ]
        : []),
      ...(relief
        ? [{ key: words.candidacy.relief, value: html`${dayAt(visit, relief.at)}${why(relief.details.ground)}` }]
        : []),
      ...(listed
        ? [
            {
              key: words.candidacy.list,
              value: html`${words.commission.kinds[listed.details.decision]}, ${dayAt(visit, listed.at)}${why(listed.details.grounds)}`,
            },
          ]
        : []),
    ];
    parts.push({
      key: `admission-${number}`,
      title: words.person.title(apart(dossiers, number)),
      main: html`${summaryList(rows, lang)}
<details><summary>${eligible ? words.person.sealed : words.person.findings}</summary>${eligibilityFindings(visit, eligible?.details ?? seen.eligibility, language)}</details>
${relief && html`<details><summary>${words.candidacy.relief}</summary>${pathHtml(visit, relief.details.pathway, { id: `allegements-${number}`, said: language })}</details>`}
<p><a class="ds-link" href="${href(link(to))}">${words.person.open}</a></p>`,
      events: facts.map((fact) => ({
        at: new Date(fact.at),
        subject: "admission",
        kind: words.person.kind,
        what: words.candidacy.by(words.candidacy.kinds[fact.kind] ?? fact.kind, whoTold(fact, lang)),
        to,
      })),
    });
  }
  return parts;
};
