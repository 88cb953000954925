/** Answers kept under a code: keeping, reopening as given, and deleting them. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { readCode } from "../../kit/secret.ts";
import type { Basis, Law } from "../../law/law.ts";
import { lawOf } from "../../law/load.ts";
import { type Asked, askedIn, askedOf, decisionsOf, draftOf } from "../path-pages/asked.ts";
import { countedRows, pathParts, saidPath, shownPath } from "../path-pages/path-parts.ts";
import { attemptOf } from "../../page/acting.ts";
import { button, form, linkButton } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { text } from "../../page/kinds.ts";
import type { Form, Page, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { basisBlocks } from "../documents/basis.ts";
import { isSettled } from "../rules/ends.ts";
import { decide } from "../rules/opens.ts";
import { beginForms } from "./begin-form.ts";
import { page } from "./frame.ts";
import {
  beginInquiry,
  eraseKept,
  keepAnswer,
  keptAnswer,
  openInquiry,
  type Reopened,
  reopenAnswer,
} from "./inquiry.ts";
import { answerParts } from "./result.ts";
import { resultWords } from "./result-words.ts";
import { type SaidAnswer, saidParts } from "./said-answer.ts";
import { JOURNEYS, type PublicJourney } from "./journeys.ts";
import { whereabouts } from "./step.ts";
import { surePage } from "./sure.ts";
import { wordsOf } from "./words.ts";

const reopening = route("/reponse");
const opened = route("/reponse/ouverte");
const deletion = route("/reponse/supprimer");
const deleted = route("/reponse/supprimee");

/** Keeps the answers of this journey, and of the other one if the same answers complete it. */
export function keepPage(journey: PublicJourney): Page {
  return {
    name: `${journey}-conserver`,
    path: `/:diploma/${journey}/conserver`,
    view: (visit) => ({ redirect: visit.link(`/${visit.params.diploma}/${journey}/resultat`) }),
    submit: async (visit, sent) => {
      const inquiry = await openInquiry(visit);
      if (!inquiry) return { redirect: visit.link(`/${visit.params.diploma}/${journey}`) };
      const at = whereabouts(visit, JOURNEYS[journey], inquiry.draft);
      const asked = askedOf(at);
      // What is kept are days.
      if (!isSettled(inquiry.draft, visit.law.diploma)) return { redirect: at.to("resultat") };
      if (!(journey === "parcours" ? asked.path : asked.eligibility)) return { redirect: at.to("resultat") };
      const isKept = await keepAnswer(visit, decisionsOf(visit.law, asked), attemptOf(sent));
      if (!isKept) throw new Error("An answer that was just given could not be kept");
      return { redirect: at.to("conservee") };
    },
  };
}

export function keptPage(journey: PublicJourney): Page {
  return {
    name: `${journey}-conservee`,
    path: `/:diploma/${journey}/conservee`,
    view: async (visit) => {
      const answer = await keptAnswer(visit);
      if (!answer) return { redirect: visit.link(reopening.to()) };
      const words = resultWords(visit.lang).kept;
      const { journeys } = wordsOf(visit.lang);
      const { asked, under } = askedIn(answer.inputs);
      const begin = await beginForms(visit, under.diploma);
      const what = [...(asked.eligibility ? [journeys.candidater] : []), ...(asked.path ? [journeys.parcours] : [])];
      const result = `/${visit.params.diploma}/${journey}/resultat`;
      const heading = words.headings[journey];
      const main = html`<h1>${heading}</h1>
<dl class="summary">
<div><dt>${words.what}</dt><dd>${what.map((one, at) => html`${at > 0 && html`<br>`}${one}`)}</dd></div>
<div><dt>${words.number}</dt><dd>${answer.number}</dd></div>
<div><dt>${words.code}</dt><dd><code class="secret">${answer.code}</code></dd></div>
</dl>
<p><strong>${words.secret}</strong></p>
<p>${words.until(answer.expiresOn)}</p>
${begin && html`<h2>${words.beginHeading}</h2>${begin}`}
<h2>${words.how}</h2>
<p>${words.howTo}</p>
<div class="actions">${linkButton(visit.link(opened.to()), words.see)}${linkButton(visit.link(result), words.back, "secondary")}</div>
${toDelete(visit)}`;
      return page(visit, { title: heading, main, back: result });
    },
  };
}

function toDelete(visit: Visit): Html {
  const words = resultWords(visit.lang).kept;
  return html`<h2>${words.erase}</h2>
<p>${words.eraseWhy}</p>
<div class="actions">${linkButton(visit.link(deletion.to()), words.erase, "secondary")}</div>`;
}

export const reopenPage = formPage({
  name: "reponse",
  route: reopening,
  words: (lang) => resultWords(lang).reopen,
  seen: async () => true,
  form: {
    fields: ({ words }) => ({
      code: text({ label: words.label, hint: words.hint, size: 24, missing: words.missing }),
    }),
    go: ({ words }) => words.show,
    does: async ({ code: typed }, { visit, words }) => {
      const code = readCode(typed);
      const isOpen = code !== undefined && (await reopenAnswer(visit, code));
      return isOpen ? opened.to() : { wrong: { code: words.unknown } };
    },
  },
  shown: ({ words }) => ({ title: words.heading, lead: words.lead }),
});

/** A kept answer under the law it was given; `current`: that law still applies. */
type KeptFacts = {
  readonly kept: Reopened;
  readonly law: Law;
  readonly asked: Asked;
  readonly current: boolean;
  readonly basis: Basis;
};

export async function keptFacts(visit: Visit): Promise<KeptFacts | undefined> {
  const answer = await keptAnswer(visit);
  if (!answer) return undefined;
  const { asked, under } = askedIn(answer.inputs);
  const law = lawOf(visit.world.laws, under.diploma, under.version, under.establishment) ?? visit.law;
  const { basis } = (answer.answers.eligibility ?? answer.answers.quote) as { basis: Basis };
  const current =
    basis.hash === law.basis.hash &&
    basis.establishmentHash === law.basis.establishmentHash &&
    basis.rules === law.basis.rules;
  return { kept: answer, law, asked, current, basis };
}

export const openedPage: Page = {
  name: "reponse-ouverte",
  path: opened.path,
  view: async (visit) => {
    const facts = await keptFacts(visit);
    if (!facts) return { redirect: visit.link(reopening.to()) };
    const { kept, law, current, basis } = facts;
    const words = resultWords(visit.lang);
    const under: Visit = { ...visit, law };
    const begin = await beginForms(under, law.diploma.diploma);
    const main = html`<p>${words.reopen.openedHeading(kept.number)}. ${words.reopen.asKept(kept.createdOn)} ${words.kept.until(kept.expiresOn)}${!current && html` ${words.reopen.otherLaw}`}</p>
${current ? partsNow(under, facts.asked) : partsThen(under, facts)}
<h2>${words.basis}</h2>
${basisList(law, basis, visit.lang)}
<h2>${words.next}</h2>
<div class="next">
${begin && html`<div>${begin}</div>`}
<div>${form(visit, button(words.reopen.startAgain, begin ? { variant: "secondary" } : {}))}<p>${words.reopen.startAgainWhy}</p></div>
${current && html`<div>${linkButton(visit.link("/reponse/ouverte.pdf"), words.nextPdf, "secondary")}</div>`}
</div>
${toDelete(visit)}`;
    return page(under, { title: words.reopen.openedHeading(kept.number), main, back: reopening.to() });
  },
  // The declaration becomes the answers of a new inquiry, today.
  submit: async (visit: Visit, _sent: Form) => {
    const facts = await keptFacts(visit);
    if (!facts) return { redirect: visit.link(reopening.to()) };
    const { law, asked } = facts;
    await beginInquiry({ ...visit, law }, draftOf(law.diploma, asked));
    const below = asked.eligibility ? "candidater/resultat" : "parcours/resultat";
    return { redirect: visit.link(`/${law.diploma.diploma}/${below}`) };
  },
};

/** The same files and rules give the same answers, in either language. */
function partsNow(visit: Visit, { eligibility, path }: Asked): Html {
  const { law, lang } = visit;
  return html`${eligibility && answerParts(visit, eligibility, decide(law, eligibility))}
${path && pathParts(visit, shownPath(law, path, lang), countedRows(law, path, lang), { part: eligibility !== undefined })}`;
}

/** Under another law they are shown in their original words. */
function partsThen(visit: Visit, { kept, law, asked: { eligibility, path } }: KeptFacts): Html {
  const lang = kept.language;
  const then: Visit = { ...visit, lang };
  return html`<div lang="${lang}" class="stack">
${eligibility && saidParts(then, kept.answers.eligibility as SaidAnswer)}
${path && pathParts(then, saidPath(path, kept.answers, then.lang), countedRows(law, path, lang), { part: eligibility !== undefined })}
</div>`;
}

/** As in the PDF. */
function basisList(law: Law, basis: Basis, lang: Lang): Html {
  return html`${basisBlocks({ ...law, basis }, lang).map((block) => {
    if (block.kind === "text") return html`<p>${block.text}</p>`;
    if (block.kind === "list") return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    if (block.kind !== "facts") return html``;
    return html`<dl class="summary">${block.items.map(({ label, value, exact }) => html`<div><dt>${label}</dt><dd>${exact ? html`<code class="hash">${value}</code>` : value}</dd></div>`)}</dl>`;
  })}`;
}

export const deletedPage: Page = {
  name: "reponse-supprimee",
  path: deleted.path,
  view: (visit) => {
    const words = resultWords(visit.lang).reopen;
    const main = html`<h1>${words.erasedHeading}</h1>
<p class="lead">${words.erased}</p>
<div class="actions">${linkButton(visit.link("/"), words.home)}</div>`;
    return page(visit, { title: words.erasedHeading, main });
  },
};

export const deleteAskPage = surePage({
  name: "reponse-supprimer",
  route: deletion,
  heading: ({ lang }) => resultWords(lang).kept.eraseAsk,
  why: ({ lang }) => resultWords(lang).kept.eraseWhy,
  back: () => opened.to(),
  done: () => deleted.to(),
  erase: eraseKept,
});
