/** What is to be reported, and by whom: what lacks of whom, what is ready, what was rejected, and the files. */
import { may } from "../../../act/permissions.ts";
import { noteWhoPays } from "../../../contracts/acts.ts";
import { places } from "../../../contracts/pages/places.ts";
import { identityOfAt } from "../../../dossier/identity/pages/identity.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayDay, sayNumber } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { askedAbout, firstAbout, saysAbout } from "../../../page/about-one.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { ticks } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { SEES_PERSONS, toPerson } from "../../../page/person-link.ts";
import { makePassageFile } from "../acts.ts";
import { seePassages } from "../views.ts";
import { passageRoutes } from "./routes.ts";
import { sayFile } from "./say.ts";
import { passageWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seePassages.read>>>;
type ToReport = Seen["passages"][number];

const toFile = ({ passages }: Seen) => passages.filter(({ state }) => state === "ready" || state === "rejected");

export const passagesPage = formPage({
  name: "annee-accrochage",
  route: passageRoutes.all,
  who: "prepare the certification",
  words: (lang: Lang) => passageWords[lang].all,
  seen: async (visit) => {
    const seen = await see(visit, seePassages, {});
    return seen && { ...seen, passages: [...firstAbout(visit, seen.passages, ({ enrolment }) => enrolment).all] };
  },
  keeps: ({ query: { pour } }): Readonly<Record<string, string>> => (isId(pour) ? { pour } : {}),
  form: {
    fields: ({ words, seen, visit }) => ({
      passages: ticks({
        hint: words.passagesHint,
        options: toFile(seen).map(({ enrolment, name, number, dueOn, state, rejectedOn }) => ({
          value: enrolment,
          label: (dueOn < visit.today ? words.optionLate : words.option)(name, number, dueOn),
          ...(state === "rejected" && { hint: words.again(rejectedOn!) }),
        })),
      }),
    }),
    begin: ({ seen }) => ({
      passages: seen.passages.filter(({ state }) => state === "ready").map(({ enrolment }) => enrolment),
    }),
    act: makePassageFile,
    done: ({ file }) => passageRoutes.file.to({ file }, { fait: "fait" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const off = seen.mandates.length === 0;
    const main = off
      ? html`${offShown(seen, lang)}${files(visit, seen)}`
      : html`${saysAbout(visit, seen.passages.find(({ enrolment }) => enrolment === askedAbout(visit))?.name, "first")}
${lateSaid(visit, seen)}
${standing(seen, lang)}
${lacking(visit, seen)}
${rejected(visit, seen)}
<h2>${words.toFile}</h2>
${unknownAccess(visit, seen)}
${toFile(seen).length === 0 ? html`<p>${words.none}</p>` : form()}
${files(visit, seen)}`;
    return { title: words.title, lead: off ? words.off(certifiersOf(seen, lang)) : words.lead(seen.months), main };
  },
});

function certifiersOf({ certifiers }: Seen, lang: Lang): string {
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(certifiers.map((one) => one[lang]));
}

function offShown({ duty, citation }: Seen, lang: Lang): Html {
  const words = passageWords[lang].all;
  return html`<p>${duty[lang]} <span class="small">(${citation[lang]})</span></p>
<details class="ds-details"><summary>${words.offHow}</summary><div><p>${words.offHows}</p></div></details>`;
}

function standing({ counts, mandates, citation, withdrawn }: Seen, lang: Lang): Html {
  const { all: words, states } = passageWords[lang];
  const { beyond, ...of } = counts;
  const order = ["draft", "ready", "rejected", "filed", "deposited", "received", "accepted"] as const;
  return html`<p>${words.mandate}${lang === "fr" ? "\u00a0: " : ": "}${mandates.map((one) => one[lang]).join(", ")} <span class="small">(${citation[lang]})</span></p>
${withdrawn.length > 0 && html`<p class="ds-alert" data-color="warning">${words.withdrawn(withdrawn.map(({ name }) => name).join(", "))}</p>`}
${table({
  id: "counts",
  caption: words.counts,
  head: [words.state, words.count],
  rows: order.map((state) => [states[state], sayNumber(of[state], lang)]),
  numeric: [1],
})}
${beyond > 0 && html`<p>${words.beyond(beyond)}</p>`}`;
}

function named(visit: Visit, { name, number, dossier }: Pick<ToReport, "name" | "number" | "dossier">): Html {
  const sees = may(visit.actor, SEES_PERSONS);
  const whole = html`${name} <span class="small unbroken">${number}</span>`;
  return sees ? html`<a class="ds-link" href="${href(visit.link(toPerson(visit, dossier)))}">${whole}</a>` : whole;
}

function due({ today, lang }: Visit, { dueOn }: ToReport): Html {
  return html`${sayDay(dueOn, lang)}${dueOn < today && html` <strong>${passageWords[lang].all.late}</strong>`}`;
}

function lateSaid({ today, lang }: Visit, { passages }: Seen): Html | false {
  const late = passages.filter(({ dueOn }) => dueOn < today).length;
  return late > 0 && html`<p class="ds-alert" data-color="warning">${passageWords[lang].all.lateCount(late)}</p>`;
}

function lacking(visit: Visit, { passages }: Seen): Html | false {
  const { lang, link, actor } = visit;
  const { all: words, lacks } = passageWords[lang];
  const drafts = passages.filter(({ state }) => state === "draft");
  const mends = may(actor, "handle the dossiers");
  return (
    drafts.length > 0 &&
    html`<h2>${words.lacking}</h2>
<p>${words.lackingWhy}</p>
${table({
  id: "lacking",
  caption: words.lackingOf,
  stacks: true,
  head: [words.person, words.awarded, words.due, words.what],
  rows: drafts.map((one) => {
    const what = one.lacks.map((lack) => lacks[lack]).join(", ");
    const at = link(identityOfAt.to({ diploma: one.diploma, dossier: one.dossier }));
    const mend = html`<br><a class="ds-link" href="${href(at)}">${words.mend}<span class="ds-sr-only"> : ${one.name}</span></a>`;
    // The number of a diploma is in its file, which no page changes.
    const byIdentity = one.lacks.some((lack) => lack !== "registration");
    return [
      named(visit, one),
      sayDay(one.awardedOn, lang),
      due(visit, one),
      html`${what}${mends && byIdentity && mend}`,
    ];
  }),
})}`
  );
}

function rejected(visit: Visit, { passages }: Seen): Html | false {
  const { lang } = visit;
  const { all: words } = passageWords[lang];
  const all = passages.filter(({ rejectedOn }) => rejectedOn !== null);
  return (
    all.length > 0 &&
    html`<h2>${words.rejected}</h2>
<p>${words.rejectedWhy}</p>
${table({
  id: "rejected",
  caption: words.rejectedOf,
  stacks: true,
  head: [words.person, words.on, words.said, words.due],
  rows: all.map((one) => [
    named(visit, one),
    sayDay(one.rejectedOn!, lang),
    html`<span class="typed" lang="">${one.words}</span>`,
    due(visit, one),
  ]),
})}`
  );
}

function unknownAccess({ lang, link, actor }: Visit, seen: Seen): Html | false {
  const unknown = toFile(seen).filter((one) => one.accessUnknown);
  const sees = may(actor, "see the contracts");
  const pays = may(actor, noteWhoPays.who);
  const named = ({ name, dossier }: ToReport) =>
    sees
      ? html`<a class="ds-link" href="${href(link((pays ? places.whoPays : places.contract).to({ dossier })))}">${name}</a>`
      : html`${name}`;
  return (
    unknown.length > 0 &&
    html`<p>${passageWords[lang].all.unknownAccess}${lang === "fr" ? "\u00a0:" : ":"}</p>
<ul>${unknown.map((one) => html`<li>${named(one)}</li>`)}</ul>`
  );
}

function files({ lang, link }: Visit, { files: all }: Seen): Html | false {
  const { all: words, one } = passageWords[lang];
  return (
    all.length > 0 &&
    table({
      id: "files",
      caption: words.files,
      stacks: true,
      head: [words.file, words.made, words.fileState],
      rows: all.map((file) => [
        html`<a class="ds-link" href="${href(link(passageRoutes.file.to({ file: file.id })))}">${one.called(file.number, file.passages)}</a>`,
        sayDay(file.madeOn, lang),
        sayFile(file, lang),
      ]),
    })
  );
}
