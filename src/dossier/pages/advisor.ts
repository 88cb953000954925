/** For the référent handicap only: requests for arrangements, what each person confided, and the decision. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { isId, longestOf } from "../../kit/shapes.ts";
import { under } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { longText, ticks, version } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { see } from "../../page/acting.ts";
import { personLink } from "../../page/person-link.ts";
import type { SummaryRow } from "../../page/form.ts";
import type { Page, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { decideArrangements } from "../arrange-acts.ts";
import { arrangedWords, sayArranged } from "../arranged-words.ts";
import { ACCOMMODATIONS, CONFIDENTIAL, type Contents, lineOf, sectionOf, severalOf } from "../rules/sections.ts";
import { confidedDossiers, type ReadConfided, readConfided } from "../views.ts";
import { fieldWords } from "../field-words.ts";
import { dossierWords } from "../words.ts";
import { readOnly } from "./section.ts";

const MOST = longestOf(decideArrangements.form.properties.words);

const WHO = "read what is said of a disability";

export const advised = route("/handicap/:dossier");

export const advisorList: Page = {
  name: "handicap",
  path: "/handicap",
  who: WHO,
  view: async (visit) => {
    const { lang } = visit;
    const words = dossierWords(lang).advisor;
    const { status } = arrangedWords(lang);
    const before = visit.query.avant;
    const asked = before === undefined ? {} : { before: before.slice(0, 20) };
    const { rows: all, older } = (await see(visit, confidedDossiers, asked)) ?? { rows: [], older: null };
    // Undecided requests first.
    const statusOf = ({ withdrawn, decided }: (typeof all)[number]) =>
      withdrawn ? "withdrawn" : decided ? "decided" : "to-decide";
    const rows = (["to-decide", "decided", "withdrawn"] as const).flatMap((one) =>
      all.filter((row) => statusOf(row) === one).map((row) => ({ ...row, status: one })),
    );
    const main = html`<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${rows.length === 0 && html`<p>${words.nobody}</p>`}
<ul class="tasks">${rows.map(
      ({ dossier, number, name, asked, hasSaid, status: one }) =>
        html`<li><a class="ds-link" href="${href(visit.link(advised.to({ dossier })))}">${name ?? words.noName} <span class="made">${number}</span></a> <span>${effects(asked, lang)}${hasSaid && html` <span class="ds-tag" data-color="neutral">${words.said}</span>`} <span class="task-status" data-status="${one === "to-decide" ? "to-do" : "done"}">${status[one]}</span></span></li>`,
    )}</ul>
${older !== null && html`<p><a class="ds-link" href="${href(`${visit.link(visit.path)}?avant=${older}`)}">${words.older}</a></p>`}`;
    return page(visit, { title: words.heading, main, back: before === undefined ? "/compte" : visit.path });
  },
};

export const advisorDossier = formPage({
  name: "handicap-dossier",
  route: advised,
  who: WHO,
  words: arrangedWords,
  seen: async (visit, { dossier }) => (isId(dossier) ? see(visit, readConfided, { dossier }) : undefined),
  form: {
    fields: ({ lang }) => ({
      effects: ticks({ options: arrangements(lang), blank: true }),
      other: under("effects", "other", longText({ rows: 2, most: MOST, blank: true })),
      words: longText({ rows: 3, most: MOST, blank: true }),
      since: version(),
    }),
    begin: ({ seen }) => ({ ...typedOf(seen), since: seen.decision?.place ?? 0 }),
    // An unticked box is a refusal sent by mail, so it is reviewed first.
    confirm: (typed, here) => {
      const { seen, words } = here;
      // For an outdated or incomplete form, let the act state the fault first.
      const present = typed.since === (seen.decision?.place ?? 0);
      if (!present || !isWhole(typed) || refusedBy(seen, typed).length === 0) return undefined;
      const title = `${words.check} – ${seen.name ?? seen.number}`;
      const lead = html`<p>${words.checkWhy}</p>`;
      return { title, heading: words.check, lead, rows: asDecided(here, typed), go: words.sure, correct: words.edit };
    },
    act: decideArrangements,
    input: ({ other = "", ...typed }, { params }) => ({ ...typed, other, dossier: params.dossier }),
    done: "decide",
    stale: ({ words }) => ({ said: words.stale }),
  },
  shown: ({ visit, lang, words: says, seen }, { form, returned }) => {
    const words = dossierWords(lang);
    const number = words.start.numbered(seen.number);
    const heading = seen.name ?? words.advisor.noName;
    const { decision } = seen;
    const deciding = html`<p>${says.lead}</p>${form()}`;
    const main = html`<p><span class="unbroken">${number}</span></p>
${reach(seen, says)}
${personLink(visit, seen.dossier)}
<p>${words.advisor.alone}</p>
<h2>${words.advisor.asked}</h2>
${readOnly(sectionOf("accommodations")!, seen.asked, lang)}
<h2>${words.advisor.confided}</h2>
${readOnly(CONFIDENTIAL, seen.said, lang)}
<h2>${says.heading}</h2>
${decision && decided(visit, decision)}
${decision ? html`<details class="ds-details" ${returned && "open"}><summary>${says.again}</summary><div>${deciding}</div></details>` : deciding}`;
    return { title: `${heading} – ${number}`, heading, main, back: "/handicap" };
  },
});

type Typed = { readonly effects: string[]; readonly other?: string; readonly words: string };

function arrangements(lang: Lang): { value: string; label: string }[] {
  const names = fieldWords("effects", lang).options ?? {};
  return ACCOMMODATIONS.map((value) => ({ value, label: names[value] ?? value }));
}

/** Whether the act would accept the form. */
function isWhole({ effects, other = "", words }: Typed): boolean {
  if (effects.includes("other") && other === "") return false;
  return effects.length > 0 || words !== "";
}

/** Arrangements asked or granted before, and now unticked. */
function refusedBy(confided: ReadConfided, { effects }: Typed): string[] {
  return typedOf(confided).effects.filter((one) => !effects.includes(one));
}

type Here = { readonly lang: Lang; readonly words: ReturnType<typeof arrangedWords>; readonly seen: ReadConfided };

function asDecided({ lang, words: says, seen }: Here, typed: Typed): SummaryRow[] {
  const names = new Map(arrangements(lang).map(({ value, label }) => [value, label]));
  const { other } = typedOf(seen);
  const refused = refusedBy(seen, typed).map((one) => (one === "other" && other ? other : (names.get(one) ?? one)));
  const granted = sayArranged({ other: "", ...typed }, lang) ?? says.nothing;
  return [
    { key: says.refused, value: html`<ul>${refused.map((one) => html`<li>${one}</li>`)}</ul>` },
    { key: says.arranged, value: granted },
    ...(typed.words === ""
      ? []
      : [{ key: says.fields.words.label, value: html`<span class="typed">${typed.words}</span>` }]),
  ];
}

/** The decision; before it, the request, since most are granted. */
function typedOf({ decision, asked }: ReadConfided) {
  const typed = decision?.arranged ?? {
    effects: severalOf(asked, "effects"),
    other: lineOf(asked, "other"),
    words: "",
  };
  return { ...typed, effects: [...typed.effects] };
}

/** How to contact them before deciding. */
function reach({ address, phone, withdrawn }: ReadConfided, says: ReturnType<typeof arrangedWords>): Html {
  const mail =
    address === null ? says.noAddress : html`<a class="ds-link" href="${href(`mailto:${address}`)}">${address}</a>`;
  return html`<p>${mail}${phone && html`, ${phone}`}</p>
${withdrawn && html`<p class="ds-alert" data-color="info">${says.withdrawnWhy}</p>`}`;
}

/** The decision as organisers read it. */
export function decided(
  visit: Visit,
  { at, arranged }: Pick<NonNullable<ReadConfided["decision"]>, "at" | "arranged">,
): Html {
  const { lang, school } = visit;
  const says = arrangedWords(lang);
  const what = sayArranged(arranged, lang) ?? says.nothing;
  return html`<dl class="summary"><div><dt>${says.arranged}</dt><dd class="typed">${what}</dd></div>${
    arranged.words !== "" &&
    html`<div><dt>${says.fields.words.label}</dt><dd class="typed">${arranged.words}</dd></div>`
  }</dl>
<p class="small">${says.by(sayDay(dayIn(at, school.timezone), lang))}</p>`;
}

function effects(asked: Contents, lang: "fr" | "en"): string {
  const names = fieldWords("effects", lang).options ?? {};
  return severalOf(asked, "effects")
    .map((one) => names[one] ?? one)
    .join(", ");
}
