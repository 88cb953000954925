/** One file: its download, what became of it, and noting the next step. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryList, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, longText, pick, text, ticks } from "../../../page/kinds.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { SEES_PERSONS, toPerson } from "../../../page/person-link.ts";
import { acceptPassages, depositPassageFile, dropPassageFile, receivePassageFile, rejectPassage } from "../acts.ts";
import { passagesFault } from "../documents/valid.ts";
import { passageFileXml, seePassageFile } from "../views.ts";
import { passageRoutes } from "./routes.ts";
import { sayFile } from "./say.ts";
import { passageWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seePassageFile.read>>>;

const optionsOf = ({ items }: Seen, lang: Lang) =>
  items.map(({ enrolment, name, number }) => ({
    value: enrolment,
    label: name === null ? passageWords[lang].one.erased : `${name} ${number ?? ""}`.trim(),
  }));

export const passageFilePage = formPage({
  name: "annee-accrochage-fichier",
  route: passageRoutes.file,
  who: "prepare the certification",
  words: (lang: Lang) => passageWords[lang].one,
  seen: async (visit, { file }) => (isId(file) ? see(visit, seePassageFile, { file }) : undefined),
  also: (form) => ({
    deposit: form({
      words: "deposit",
      fields: { "deposited-on": day() },
      begin: ({ visit }) => ({ "deposited-on": visit.today }),
      act: depositPassageFile,
      input: (typed, { params }) => ({ file: params.file, on: typed["deposited-on"] }),
      on: { on: "deposited-on" },
      done: "depose",
    }),
    drop: form({
      words: "drop",
      look: "secondary",
      fields: { why: text() },
      act: dropPassageFile,
      input: ({ why }, { params }) => ({ file: params.file, why }),
      done: "abandonne",
    }),
    receive: form({
      words: "receive",
      fields: { "received-on": day(), receipt: text() },
      begin: ({ visit }) => ({ "received-on": visit.today }),
      act: receivePassageFile,
      input: (typed, { params }) => ({ file: params.file, on: typed["received-on"], receipt: typed.receipt }),
      on: { on: "received-on" },
      done: "recu",
    }),
    accept: form({
      words: "accept",
      fields: ({ lang, words, seen }) => ({
        "accepted-on": day(),
        passages: ticks({
          hint: words.accept.hint,
          options: optionsOf({ ...seen, items: seen.items.filter(({ answer }) => answer !== "accepted") }, lang),
        }),
      }),
      begin: ({ visit, seen }) => ({
        "accepted-on": visit.today,
        passages: seen.items.filter(({ answer }) => answer === null).map(({ enrolment }) => enrolment),
      }),
      act: acceptPassages,
      input: (typed, { params }) => ({ file: params.file, on: typed["accepted-on"], passages: typed.passages }),
      on: { on: "accepted-on" },
      done: "accepte",
    }),
    reject: form({
      words: "reject",
      look: "secondary",
      fields: ({ lang, seen }) => ({
        passage: pick({
          options: optionsOf({ ...seen, items: seen.items.filter(({ answer }) => answer !== "rejected") }, lang),
        }),
        "rejected-on": day(),
        words: longText({ rows: 3, most: 1000 }),
      }),
      begin: ({ visit }) => ({ "rejected-on": visit.today }),
      act: rejectPassage,
      input: ({ passage, words, ...typed }, { params }) => ({
        file: params.file,
        on: typed["rejected-on"],
        passage,
        words,
      }),
      on: { on: "rejected-on", passages: "passage" },
      done: "rejete",
    }),
  }),
  shown: ({ visit, lang, words, seen }, { also }) => {
    const { file, whole } = seen;
    const download = whole
      ? linkButton(visit.link(passageRoutes.xml.to({ file: file.id })), words.download, "secondary")
      : html`<p>${words.gone}</p>`;
    const main = html`<p><strong>${sayFile(file, lang)}</strong>${file.depositedOn === null && file.droppedOn === null && html`. ${file.dueOn < visit.today ? words.dueLate(file.dueOn) : words.due(file.dueOn)}`}</p>
${download}
<details class="ds-details"><summary>${words.how}</summary><div><p>${words.hows}</p></div></details>
${next(seen, lang, also)}
${people(visit, seen)}
${facts(seen, lang)}`;
    return { title: words.called(file.number, file.passages), main, back: passageRoutes.all.to() };
  },
});

type Printed = Readonly<Record<"deposit" | "drop" | "receive" | "accept" | "reject", () => Html>>;

/** The forms of the step that the file is at. */
function next({ file, items }: Seen, lang: Lang, also: Printed): Html | false {
  const { one: words } = passageWords[lang];
  if (file.droppedOn !== null) return false;
  if (file.depositedOn === null)
    return html`<h2>${words.deposit.heading}</h2>${also.deposit()}
<h2>${words.drop.heading}</h2><p>${words.drop.lead}</p>${also.drop()}`;
  if (file.receivedOn === null) return html`<h2>${words.receive.heading}</h2>${also.receive()}`;
  if (items.length === 0) return false;
  const accepts = items.some(({ answer }) => answer !== "accepted");
  const rejects = items.some(({ answer }) => answer !== "rejected");
  const forms = html`${rejects && html`<h2>${words.reject.heading}</h2>${also.reject()}`}
${accepts && html`<h2>${words.accept.heading}</h2>${also.accept()}`}`;
  return items.every(({ answer }) => answer !== null)
    ? html`<details class="ds-details"><summary>${words.correct}</summary><div>${forms}</div></details>`
    : forms;
}

function people(visit: Visit, { items }: Seen): Html | false {
  const { lang, link, actor } = visit;
  const { one: words } = passageWords[lang];
  const sees = may(actor, SEES_PERSONS);
  return (
    items.length > 0 &&
    table({
      id: "people",
      caption: words.people,
      stacks: true,
      head: [words.person, words.answer],
      rows: items.map(({ name, number, dossier, answer, answeredOn, words: said }) => {
        const called = name === null ? words.erased : html`${name} <span class="small unbroken">${number}</span>`;
        return [
          sees && dossier !== null
            ? html`<a class="ds-link" href="${href(link(toPerson(visit, dossier)))}">${called}</a>`
            : called,
          answer === null
            ? words.noAnswer
            : answer === "accepted"
              ? words.accepted(answeredOn!)
              : html`<span class="typed">${words.rejected(answeredOn!, said ?? "")}</span>`,
        ];
      }),
    })
  );
}

function facts({ file }: Seen, lang: Lang): Html {
  const { one: words, all } = passageWords[lang];
  return summaryList(
    [
      { key: all.made, value: sayDay(file.madeOn, lang) },
      ...(file.receipt === null || file.receivedOn === null ? [] : [{ key: words.receipt, value: file.receipt }]),
      ...(file.why === null ? [] : [{ key: words.why, value: file.why }]),
      { key: words.fingerprint, value: html`<span class="fingerprint">${file.sha256}</span>` },
    ],
    lang,
  );
}

export const passageXmlPage: Page = {
  name: "annee-accrochage-xml",
  path: passageRoutes.xml.path,
  who: "prepare the certification",
  view: async (visit) => {
    const { file = "" } = visit.params;
    const seen = isId(file) ? await see(visit, passageFileXml, { file }) : undefined;
    if (!seen) return { notFound: true };
    // It is never handed out as what it is not. The fault may quote a value: only the number is told.
    if ((await passagesFault(seen.xml)) !== undefined)
      throw new Error(`The file of passages no. ${String(seen.number)} does not fit its schema`);
    const name = `accrochage-${String(seen.number)}.xml`;
    return { file: Buffer.from(seen.xml), type: "application/xml", name };
  },
};
