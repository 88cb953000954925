/** The candidates of an intake by state, with links to the commission and to each candidacy. */
import { type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import { button, linkButton, select, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { WorkEntries, GuestAwaits, Page, Visit } from "../../page/page.ts";
import { nameOfIntake } from "../../intake/words.ts";
import { isId } from "../../kit/shapes.ts";
import { readCursor, writeCursor } from "../../office/rules/queue.ts";
import { CANDIDACY_STATES, type CandidacyState } from "../rules/candidacy.ts";
import { listAdmitted, listCommissions } from "../commission-views.ts";
import { countCandidacies, type SeenAdmissions, seeAdmissions } from "../views.ts";
import { places } from "./routes.ts";
import { stateTag } from "./parts.ts";
import { admissionWords } from "./words.ts";

/** First what waits for the school, then for the person, then what is over. */
const ORDER: readonly CandidacyState[] = [
  "to-decide",
  "eligible",
  "offered",
  "waiting",
  ...CANDIDACY_STATES.filter((one) => !["to-decide", "eligible", "offered", "waiting"].includes(one)),
];

export const admissionsPage: Page = {
  name: "admissions",
  path: places.admissions.path,
  who: "see the admissions",
  view: async (visit) => {
    const { lang, query } = visit;
    const words = admissionWords(lang);
    const asked = query.campagne;
    const seen = await see(visit, seeAdmissions, isId(asked) ? { intake: asked, ...afterIn(query) } : {});
    if (!seen) return { notFound: true };
    const { title, lead } = words;
    const main = seen.intake === null ? html`<p>${words.noIntake}</p>` : body(visit, seen);
    return { html: layout(visit, { title, lead, main, back: "/compte" }) };
  },
};

/** The cursor of one group; all from the beginning if the URL has no valid one. */
function afterIn({ groupe = "", rang = "0", apres = "" }: Visit["query"]) {
  const state = CANDIDACY_STATES.find((one) => one === groupe);
  const cursor = readCursor(apres);
  return state && cursor && /^\d{1,6}$/.test(rang)
    ? { after: { state, rank: Number(rang), at: cursor.at.getTime(), dossier: cursor.id } }
    : {};
}

function body(visit: Visit, seen: SeenAdmissions): Html {
  const { lang, link, actor } = visit;
  const words = admissionWords(lang);
  const { intakes, intake, candidates, commission, list, maySitAgain } = seen;
  const chosen = html`<form method="get" action="${link(places.admissions.to())}" class="stack">
${select({
  name: "campagne",
  label: words.intake,
  options: intakes.map(({ id, label }) => ({ value: id, label: nameOfIntake(label, lang) })),
  value: intake ?? "",
  empty: "–",
  errors: [],
  lang,
})}${button(words.show, { variant: "secondary" })}</form>`;
  const groups = ORDER.map((state) => ({ state, people: candidates.filter((one) => one.state === state) }));
  const goesOn = (state: CandidacyState) => {
    const next = seen.next.find((one) => one.state === state);
    if (!next) return undefined;
    const apres = writeCursor({ at: new Date(next.at), id: next.dossier });
    return link(places.admissions.to(undefined, { campagne: intake!, groupe: state, rang: String(next.rank), apres }));
  };
  return html`${intakes.length > 1 && chosen}
<p>${words.places(seen.places)}</p>
<div class="actions">${
    commission
      ? linkButton(link(places.commission.to({ commission: commission.id })), words.commission.open)
      : may(actor, "prepare the commission")
        ? linkButton(link(places.convene.to({ intake: intake! })), words.commission.convene, "secondary")
        : html`<p>${words.commission.none}</p>`
  }${list !== null && linkButton(link(places.list.to({ commission: list })), words.commission.list, "secondary")}${may(actor, "prepare the commission") && linkButton(link(places.letIn.to({ intake: intake! })), words.lists.letInOpen, "secondary")}</div>
${
  maySitAgain &&
  html`<p class="ds-alert" data-color="warning">${words.commission.again}</p>
<div class="actions">${may(actor, "prepare the commission") && linkButton(link(places.convene.to({ intake: intake! })), words.commission.conveneAgain, "secondary")}</div>`
}
${candidates.length === 0 && html`<p>${visit.query.apres === undefined ? words.nobody : words.nobodyMore}</p>`}
${groups.filter(({ people }) => people.length > 0).map(({ state, people }) => group(visit, state, people, goesOn(state)))}`;
}

function group(
  { lang, link, query }: Visit,
  state: CandidacyState,
  people: SeenAdmissions["candidates"],
  next: string | undefined,
): Html {
  const words = admissionWords(lang);
  const extra = state === "offered" ? words.answerBy : state === "waiting" ? words.rank : undefined;
  // The number is known only if the whole group is on this page.
  const whole = next === undefined && query.apres === undefined;
  const heading = whole ? words.counts(words.states[state], people.length) : words.states[state];
  return html`<section aria-labelledby="group-${state}"><h2 id="group-${state}">${heading}</h2>
${table({
  id: `people-${state}`,
  caption: heading,
  stacks: true,
  head: [words.name, words.state, ...(extra === undefined ? [] : [extra])],
  rows: people.map(({ dossier, number, name, answerBy, rank }) => [
    html`<a class="ds-link" href="${link(places.candidacy.to({ dossier }))}">${name ?? words.unnamed}</a> <span class="small">${number}</span>`,
    stateTag(state, lang),
    ...(extra === undefined ? [] : [answerBy ? sayDay(answerBy, lang) : String(rank ?? "–")]),
  ]),
})}${next !== undefined && html`<p><a class="ds-link" href="${next}">${words.next}<span class="ds-sr-only"> : ${words.states[state]}</span></a></p>`}</section>`;
}

/** Admission's account entries for staff, members of a commission and the authority. */
export const admissionEntries: WorkEntries = async (visit) => {
  const words = admissionWords(visit.lang);
  const { actor } = visit;
  if (may(actor, "see the admissions")) {
    const left = (await see(visit, countCandidacies, {}))?.toDecide ?? 0;
    const waiting = left > 0 ? words.entryWaiting(left) : undefined;
    return [{ to: places.admissions.to(), label: words.title, why: words.entryWhy, waiting }];
  }
  return besides(visit);
};

export const admissionAwaits: GuestAwaits = (visit) => besides({ ...visit, actor: visit.guest.actor });

async function besides(visit: Visit) {
  const { lang, actor } = visit;
  const words = admissionWords(lang);
  const commissions = may(actor, "see the commissions") ? await see(visit, listCommissions, {}) : undefined;
  const lists = may(actor, "read the lists of the admitted") ? await see(visit, listAdmitted, {}) : undefined;
  return [
    ...(commissions
      ? [{ to: places.commissions.to(), label: words.commission.all, why: words.commission.allLead }]
      : []),
    ...(lists ? [{ to: places.lists.to(), label: words.lists.title, why: words.lists.entryWhy }] : []),
  ];
}
