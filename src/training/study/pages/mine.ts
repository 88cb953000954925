/** « Mon étude collective »: the group, its agreement to sign, its days, and its report, deposited for all. */
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { text } from "../../../page/kinds.ts";
import { places } from "../../cohorts/pages/places.ts";
import { signMyAgreement } from "../agreement-acts.ts";
import { depositReport, withdrawReport } from "../report-acts.ts";
import { myStudy } from "../views.ts";
import { signing } from "./agreements.ts";
import { fileFault, oneFile, uploadOf } from "../../../files/pages/one-file.ts";
import { agreementBlock, askedOf, daysBlock, goneBlock, outsideOf, reportBlock } from "./parts.ts";
import { studyWords } from "./words.ts";

export const myStudyPage = formPage({
  name: "formation-etude",
  route: places.myStudy,
  who: "be in training",
  takesFiles: true,
  words: studyWords,
  seen: async (visit, { enrolment }) => (isId(enrolment) ? see(visit, myStudy, { enrolment }) : undefined),
  form: {
    fields: ({ lang, words, seen }) => ({
      file: oneFile(words.file, words.missing.file, seen.mine ? askedOf(seen.mine, lang) : undefined),
    }),
    check: ({ file }, { lang }) => {
      const fault = fileFault(file, lang);
      return fault === undefined ? {} : { file: fault };
    },
    go: ({ words }) => words.depositGo,
    act: depositReport,
    input: ({ file }, { params }) => ({ enrolment: params.enrolment, upload: uploadOf(file) }),
    on: { upload: "file", enrolment: "file" },
    done: ({ within }, { params }) => places.myStudy.to(params, { fait: within === false ? "hors" : "depose" }),
  },
  also: (form) => ({
    withdraw: form({
      fields: ({ words }) => ({ reason: text({ label: words.withdrawWhy }) }),
      go: ({ words }) => ({ label: words.withdrawGo, variant: "secondary", danger: true }),
      act: withdrawReport,
      on: { enrolment: "reason" },
      done: (_, { params }) => places.myStudy.to(params, { fait: "retire" }),
    }),
  }),
  // What is short or long is said where the press leads.
  told: ({ lang, words, seen }) => ({
    depose: words.depositDone,
    hors: { said: `${words.depositDone} ${seen.mine ? outsideOf(seen.mine, lang) : ""}`.trim(), color: "warning" },
    retire: words.withdrawn,
    signe: words.done.signee,
  }),
  shown: ({ visit, lang, words, seen }, { form, also, returned }) => {
    const { enrolment, mine, gone } = seen;
    const back = places.mine.to();
    const ended = gone && goneBlock(visit, { gone, stays: mine !== null });
    if (!mine) return { title: words.mine, main: html`${ended}<p>${words.mineNone}</p>`, back };
    const { group, study, members, agreement, report } = mine;
    const toSign = !gone && agreement?.missing.some(({ party }) => party === enrolment) && namesMe(mine, enrolment);
    const main = html`${ended}${summaryList(
      [
        { key: words.fields.organisation, value: study.organisation },
        { key: words.fields.place, value: study.place },
        { key: words.fields.object.label, value: html`<span class="typed">${study.object}</span>` },
        { key: words.oneGroup, value: group.name },
        {
          key: words.fields.members.label,
          value: html`<ul>${members.map((one) => html`<li>${one.name}, ${words.since(sayDay(one.since, lang))}</li>`)}</ul>`,
        },
      ],
      lang,
    )}
<h2>${words.agreement}</h2>
${toSign && html`<p>${linkButton(visit.link(places.signMyAgreement.to({ enrolment })), words.mineSign)}</p>`}
${agreementBlock(visit, agreement, gone?.on ?? null)}
<h2>${words.days}</h2>
${daysBlock(visit, mine, false)}
<h2>${words.report}</h2>
${reportBlock(visit, mine)}
<h3>${report.deposit ? words.depositAgain : words.deposit}</h3>${form()}
${report.deposit && !gone && html`<details class="ds-details"${returned && html` open`}><summary>${words.withdraw}</summary><div>${also.withdraw()}</div></details>`}`;
    return { title: words.mine, main, back };
  },
});

type Mine = NonNullable<NonNullable<Awaited<ReturnType<typeof myStudy.read>>>["mine"]>;

const namesMe = ({ agreement }: Mine, enrolment: string) =>
  agreement?.contents.members.some((one) => one.enrolment === enrolment) === true;

export const signMyAgreementPage = formPage({
  name: "formation-etude-convention",
  route: places.signMyAgreement,
  who: "be in training",
  words: studyWords,
  seen: async (visit, { enrolment }) => {
    const study = isId(enrolment) ? await see(visit, myStudy, { enrolment }) : undefined;
    const agreement = study?.mine?.agreement;
    return study?.mine && !study.gone && agreement && namesMe(study.mine, enrolment)
      ? { mine: study.mine, agreement }
      : undefined;
  },
  form: {
    fields: ({ words }) => signing(words),
    begin: ({ seen }) => ({ shown: seen.agreement.shown }),
    go: ({ words }) => words.signGo,
    act: signMyAgreement,
    input: ({ shown }, { params, seen, words }) => ({
      enrolment: params.enrolment,
      agreement: seen.agreement.id,
      shown,
      words: words.declaration,
    }),
    on: { agreement: "agreed", shown: "agreed" },
    done: (_, { params }) => places.myStudy.to(params, { fait: "signe" }),
  },
  shown: ({ visit, words, seen, params }, { form }) => {
    // Signed by them already, it is only read.
    const toSign = seen.agreement.missing.some(({ party }) => party === params.enrolment);
    const main = html`${agreementBlock(visit, seen.agreement)}${toSign ? form() : html`<p>${words.signedAlready}</p>`}`;
    const { organisation } = seen.mine.study;
    return { title: words.named(words.signTitle, organisation), main, back: places.myStudy.to(params) };
  },
});
