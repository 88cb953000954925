/** The papers of one kind of evidence in a year, each with its page: what an auditor asks to see. */
import { may, type Permission } from "../../../act/permissions.ts";
import { places as exams } from "../../../certification/pages/places.ts";
import { places as contracts } from "../../../contracts/pages/places.ts";
import { intakeShown } from "../../../intake/pages/routes.ts";
import { oneInterview } from "../../../interviews/pages/routes.ts";
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { SEES_PERSONS, toPerson } from "../../../page/person-link.ts";
import { places as training } from "../../../training/cohorts/pages/places.ts";
import { figureRoutes } from "../../figures/pages/routes.ts";
import { surveyRoutes } from "../../surveys/pages/routes.ts";
import { LISTED_PROOFS, seeEvidencePapers } from "../evidence.ts";
import type { ListedProof, ProofRow } from "../proofs-store.ts";
import { evidenceWords } from "./evidence-words.ts";
import { directorRoutes } from "./routes.ts";

type Shown = { readonly to: string; readonly may: Permission | "everybody" };
type At = (row: ProofRow, visit: Visit) => Shown;

const person: At = ({ dossier }, visit) => ({ to: toPerson(visit, dossier!), may: SEES_PERSONS });

/** Where each is read: its own page, or that of the person whom it is about. */
const AT: Readonly<Record<ListedProof, At>> = {
  intakes: ({ about }) => ({ to: intakeShown.to({ intake: about }), may: "see the intakes" }),
  "published-rates": ({ about, part }) => {
    const [year = "", version = ""] = (part ?? "").split("/");
    return { to: figureRoutes.asPublished.to({ diploma: about, year, version }), may: "everybody" };
  },
  surveys: () => ({ to: surveyRoutes.all.to(), may: "see the year" }),
  applications: person,
  interviews: ({ about }) => ({ to: oneInterview.to({ interview: about }), may: "see the interviews" }),
  programmes: ({ about }) => ({ to: training.programme.to({ enrolment: about }), may: "see the training" }),
  contracts: ({ about }) => ({ to: contracts.contract.to({ dossier: about }), may: "see the contracts" }),
  attendance: ({ about }) => ({ to: training.lesson.to({ lesson: about }), may: "correct attendance" }),
  claims: ({ about }) => ({ to: training.lesson.to({ lesson: about }), may: "correct attendance" }),
  marks: person,
  rulings: ({ about }) => ({ to: exams.session.to({ session: about }), may: "see the certification" }),
  appreciations: ({ about }) => ({ to: training.livret.to({ enrolment: about }), may: "read the livrets" }),
  departures: person,
  appeals: person,
  messages: person,
};

export const proofsPage: Page = {
  name: "annee-preuves-pieces",
  path: directorRoutes.proofs.path,
  who: "see the year",
  view: async (visit) => {
    const { lang, today, params, query, actor, link } = visit;
    const proof = LISTED_PROOFS.find((one) => one === params.proof);
    const { annee = "" } = query;
    const year = /^2[01]\d\d$/.test(annee) ? Number(annee) : Number(today.slice(0, 4));
    const seen = proof && (await see(visit, seeEvidencePapers, { proof, year }));
    if (!proof || !seen) return { notFound: true };
    const words = evidenceWords[lang];
    const rows = seen.rows.map((row) => {
      const at = AT[proof](row, visit);
      const named = row.name === "" ? words.unnamed : row.name;
      const opens = at.may === "everybody" || may(actor, at.may);
      return [opens ? html`<a class="ds-link" href="${href(link(at.to))}">${named}</a>` : named, sayDay(row.on, lang)];
    });
    const title = words.papers(words.proofs[proof], year);
    const main = html`${
      rows.length === 0
        ? html`<p>${words.nothing}</p>`
        : table({ id: "papers", caption: title, head: [words.paper, words.day], stacks: true, rows })
    }${seen.more && html`<p>${words.more(rows.length)}</p>`}`;
    const back = directorRoutes.evidence.to({}, { annee: String(year) });
    return { html: layout(visit, { title, main, back }) };
  },
};
