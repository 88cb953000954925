/** Written works: one's own to propose and deposit, a trainee's to judge and assign, and those that one directs. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { type Lang, sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { under } from "../../../page/field.ts";
import { summaryCard, summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, files, pick, text } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import { whole } from "../../../page/number-kinds.ts";
import type { WorkEntries, GuestAwaits, Page, Visit } from "../../../page/page.ts";
import { FILE_TYPES, type FileType } from "../../../files/rules/file-type.ts";
import { fileProblems } from "../../../files/words.ts";
import { places } from "../../cohorts/pages/places.ts";
import { depositWork, judgeSubject, nameWorkDirector, proposeSubject, withdrawWork } from "../acts.ts";
import { owedIn } from "../../../waiting/pages/owed.ts";
import { enrolmentChain } from "../../enrolled.ts";
import { myWorks, seeDirected, seeWorks } from "../views.ts";
import { sayBounds, sayCount, sayFiles, sayLength, workWords } from "../words.ts";

type Work = NonNullable<Awaited<ReturnType<typeof seeWorks.read>>>["works"][number];

export function workRows(visit: Visit, work: Work) {
  const { lang } = visit;
  const words = workWords(lang);
  const { subject, standing, reason, director, deposit, directed, collective, length } = work;
  const subjectLine =
    subject === null ? words.noSubject : html`<span class="typed">${subject}</span> (${words.standing[standing]})`;
  const file =
    deposit && html`<a class="ds-link" href="${href(visit.link(`/fichier/${deposit.file}`))}">${words.open}</a>`;
  const count = deposit?.count == null ? words.notCounted : sayCount(length, deposit.count, lang);
  const wanted = wantedOf(work, lang);
  const expected = wanted === undefined ? "" : words.asked(wanted, work.article);
  return [
    ...(collective
      ? []
      : [{ key: words.subject, value: html`${subjectLine}${reason !== null && html`<br>${reason}`}` }]),
    ...(directed ? [{ key: words.director, value: director?.name ?? words.noDirector }] : []),
    {
      key: words.deposit,
      value: deposit
        ? html`${file}, ${count}. ${expected}${deposit.within === false && html` <strong>${words.outside(lengthOf(work, lang))}</strong>`}`
        : work.closed === null
          ? `${capital(words.noDeposit)}. ${expected} ${words.lastDay(sayDay(work.lastDay, lang))}`
          : `${capital(words.notHere)}.`,
    },
    ...receiptRows(visit, work),
  ];
}

function receiptRows({ lang, school }: Visit, { deposit }: Work) {
  const words = workWords(lang);
  if (deposit?.receipt == null || deposit.at === null) return [];
  const at = sayInstant(new Date(deposit.at), school.timezone, lang);
  return [
    { key: words.receipt, value: words.received(deposit.receipt, at) },
    { key: words.fingerprint, value: html`<code class="hash">${deposit.sha256}</code>` },
  ];
}

/** « de 30 à 35 pages du rapport »; `undefined` where the length is free. */
function wantedOf({ least, most, measure }: Work, lang: Lang): string | undefined {
  return least === null && most === null ? undefined : `${sayBounds(least, most, lang)} ${measure[lang]}`;
}

function lengthOf({ length, least, most, deposit }: Work, lang: Lang): string {
  const measure = { min: least ?? undefined, max: most ?? undefined };
  return sayLength({ length, measure }, deposit?.count ?? 0, lang);
}

/** Said before the press. */
function hintOf(works: readonly Work[], exam: string, lang: Lang): string {
  const work = works.find((one) => one.exam === exam);
  const wanted = work && wantedOf(work, lang);
  const taken = sayFiles(takenFor(works, exam), lang);
  return wanted === undefined ? workWords(lang).plain(taken) : workWords(lang).wanted(taken, wanted);
}

function takenFor(works: readonly Work[], exam: string): readonly FileType[] {
  return works.find((one) => one.exam === exam)?.files ?? [];
}

/** What a browser offers to choose from. */
function acceptOf(taken: readonly FileType[]): string {
  return taken.flatMap((type) => [`.${FILE_TYPES[type].extension}`, FILE_TYPES[type].mime]).join(",");
}

function workCard(visit: Visit, work: Work, actions: Html | false): Html {
  const { lang } = visit;
  const title = `${work.exam} – ${capital(work.label[lang])}`;
  return summaryCard({ title, rows: workRows(visit, work), ...(actions && { actions }), lang });
}

export const myWorksPage = formPage({
  name: "formation-travaux",
  route: places.myWorks,
  who: "be in training",
  takesFiles: true,
  words: workWords,
  seen: async (visit, { enrolment }) => (isId(enrolment) ? see(visit, myWorks, { enrolment }) : undefined),
  also: (form) => ({
    propose: form({
      item: "exam",
      fields: { subject: text() },
      go: ({ words }) => ({ label: words.propose, variant: "secondary" }),
      act: proposeSubject,
      done: "note",
    }),
    deposit: form({
      item: "work",
      fields: ({ lang, words, seen, item }) => ({
        file: files({ accept: acceptOf(takenFor(seen.works, item)), hint: hintOf(seen.works, item, lang) }),
        ...(seen.works.find(({ exam }) => exam === item)?.length === "signs" && {
          signs: whole({ label: words.signs, most: 10_000_000, size: 8, fault: words.missing.signs }),
        }),
      }),
      go: ({ words }) => words.send,
      check: ({ file }, { lang, words, seen, item }) => {
        const [sent] = file;
        if (!sent || !("problem" in sent)) return {};
        // What is asked, where that is less than what other pages take.
        const taken = takenFor(seen.works, item);
        const said =
          sent.problem === "unknown-type" && taken.length > 0 ? words.otherFile(sayFiles(taken, lang)) : undefined;
        return { file: said ?? fileProblems[lang][sent.problem] };
      },
      act: depositWork,
      input: ({ file: [sent], ...typed }, { params, item }) => {
        const signs = typed.signs;
        const upload = sent && "upload" in sent ? sent.upload : "";
        return { enrolment: params.enrolment, exam: item, upload, ...(signs !== undefined && { signs }) };
      },
      on: { upload: "file" },
      done: (_, { params, item }) => places.myWorks.to(params, { fait: "depose", travail: item }),
    }),
    withdraw: form({
      item: "withdrawn",
      go: ({ words }) => ({ label: words.withdraw, variant: "secondary", danger: true }),
      confirm: (_, { words, seen, item, params }) => ({
        title: words.withdrawSure(item),
        lead: html`<p>${words.withdrawWhy}</p>`,
        rows: [{ key: words.receipt, value: seen.works.find(({ exam }) => exam === item)?.deposit?.receipt ?? "–" }],
        go: words.withdraw,
        correct: words.keep,
        back: places.myWorks.to(params),
      }),
      act: withdrawWork,
      input: (_, { params, item }) => ({ enrolment: params.enrolment, exam: item }),
      invalid: () => ({ shown: true }),
      done: "retire",
    }),
  }),
  // What is short or long is said where the press leads.
  told: ({ visit, lang, words, seen }) => {
    const work = seen.works.find(({ exam }) => exam === visit.query.travail);
    const received = words.deposited(work?.deposit?.receipt ?? "");
    const depose =
      work?.deposit?.within === false
        ? { said: `${received} ${words.outside(lengthOf(work, lang))}`, color: "warning" as const }
        : received;
    return { ...words.done, depose };
  },
  shown: ({ visit, lang, words, seen }, { also }) => {
    const { enrolment } = seen;
    const actions = (one: Work): Html => {
      const { exam, standing, collective, group, deposit, withdrawable, lastDay, closed } = one;
      if (closed !== null) return html`<p>${closed[lang]}</p>`;
      if (group !== null)
        return html`<p><a class="ds-link" href="${href(visit.link(places.myStudy.to({ enrolment })))}">${words.ofGroup}</a></p>`;
      if (collective) return html`<p>${words.noGroup}</p>`;
      return html`${standing !== "validated" && also.propose(exam, { of: exam })}${standing !== "validated" && html`<p>${words.notValidated}</p>`}${(deposit === null || withdrawable) && also.deposit(exam, { of: exam })}${withdrawable && html`<p>${words.until(sayDay(lastDay, lang))}</p>${also.withdraw(exam, { of: exam })}`}`;
    };
    const main = html`${seen.works.length === 0 && html`<p>${words.noneAsked}</p>`}${seen.works.map((one) => workCard(visit, one, actions(one)))}`;
    return { title: words.mine, main, back: places.mine.to() };
  },
});

export const worksPage = formPage({
  name: "inscription-travaux",
  route: places.works,
  who: "see the training",
  words: workWords,
  seen: async (visit, { enrolment }) => {
    const seen = isId(enrolment) ? await see(visit, seeWorks, { enrolment }) : undefined;
    return seen && { ...seen, owed: await owedIn(visit, { chains: [enrolmentChain(enrolment)] }) };
  },
  also: (form) => ({
    judge: form({
      item: "work",
      fields: ({ words }) => ({
        validated: choice({
          options: [
            { value: "yes", label: words.validate },
            { value: "no", label: words.refuse },
          ],
        }),
        reason: under("validated", "no", text({ blank: true })),
      }),
      go: ({ words }) => ({ label: words.answer, variant: "secondary" }),
      act: judgeSubject,
      input: ({ validated, reason }, { params, item }) => ({
        enrolment: params.enrolment,
        exam: item,
        validated: validated === "yes",
        ...(reason && { reason }),
      }),
      done: "note",
    }),
    director: form({
      item: "exam",
      fields: ({ seen }) => ({
        director: pick({ options: seen.directors.map(({ id, name }) => ({ value: id, label: name })) }),
      }),
      go: ({ words }) => ({ label: words.nameGo, variant: "secondary" }),
      act: nameWorkDirector,
      done: "note",
    }),
  }),
  shown: ({ visit, words, seen }, { also }) => {
    const runs = may(visit.actor, judgeSubject.who);
    const actions = ({ exam, standing, directed, asked }: Work) =>
      html`${standing === "proposed" && also.judge(exam, { of: exam })}${directed && asked && (seen.directors.length > 0 ? also.director(exam, { of: exam }) : html`<p>${words.nobody}</p>`)}`;
    const main = html`${seen.owed}${seen.works.map((one) => workCard(visit, one, runs && (one.standing === "proposed" || one.directed) && actions(one)))}`;
    return { title: words.of(seen.name), main, back: places.person.to({ enrolment: seen.enrolment }) };
  },
});

export const directedPage: Page = {
  name: "memoires",
  path: places.directed.path,
  who: "direct a work",
  view: async (visit) => {
    const seen = await see(visit, seeDirected, {});
    if (!seen) return { notFound: true };
    const { lang } = visit;
    const words = workWords(lang);
    const main = html`${seen.works.length === 0 && html`<p>${words.none}</p>`}
${seen.works.map((one) => html`<h2>${one.name}</h2>${summaryList(workRows(visit, one), lang)}`)}`;
    const back = visit.person ? "/compte" : "/invite";
    return { html: layout(visit, { title: words.directed, lead: words.directedWhy, main, back }) };
  },
};

export const workEntries: WorkEntries = ({ actor, lang }) => {
  if (!may(actor, "direct a work")) return [];
  const { directed, directedWhy } = workWords(lang);
  return [{ to: places.directed.to(), label: directed, why: directedWhy }];
};

export const workAwaits: GuestAwaits = ({ guest, lang }) => {
  if (!may(guest.actor, "direct a work")) return [];
  const { directed, directedWhy } = workWords(lang);
  return [{ to: places.directed.to(), label: directed, why: directedWhy }];
};
