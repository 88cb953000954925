/** The proposals of collective studies: the list with entering a proposal; and one proposal with its answer, partnership and groups. */
import { may } from "../../../act/permissions.ts";
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { allows } from "../../../kit/machine.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { deed, see } from "../../../page/acting.ts";
import { under } from "../../../page/field.ts";
import { linkButton, summaryList, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, day, longText, pick, text, ticks } from "../../../page/kinds.ts";
import type { WorkEntries } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { formStudyGroup } from "../group-acts.ts";
import { acceptStudy, declineStudy, enterStudy } from "../proposal-acts.ts";
import { PROPOSAL } from "../rules/proposal.ts";
import { seeStudies, seeStudy } from "../views.ts";
import { withdrawHost } from "../withdrawing-acts.ts";
import { attaching } from "./attaching.ts";
import { agreementBlock, linkTo, sayAt } from "./parts.ts";
import { studyWords } from "./words.ts";

export const studiesPage = formPage({
  name: "etudes-de-terrain",
  route: places.studies,
  who: "see the training",
  words: studyWords,
  seen: (visit) => {
    const diplomas = [...new Set(visit.school.diplomas.map(({ diploma }) => diploma))];
    const { apres: after } = visit.query;
    return see(visit, seeStudies, { diplomas, ...(isId(after) && { after }) });
  },
  form: {
    fields: ({ lang, seen }) => ({
      diploma: pick({
        options: seen.diplomas.map(({ diploma, label }) => ({ value: diploma, label: capital(label[lang]) })),
      }),
      organisation: text(),
      contact: text(),
      contactAddress: text({ type: "email", optional: true }),
      object: longText({ rows: 3 }),
      place: text(),
    }),
    begin: ({ seen }) => (seen.diplomas.length === 1 ? { diploma: seen.diplomas[0]!.diploma } : {}),
    go: ({ words }) => words.enterGo,
    act: enterStudy,
    input: ({ contactAddress, ...typed }) => ({ ...typed, ...(contactAddress !== undefined && { contactAddress }) }),
    done: ({ study }) => places.study.to({ study }, { fait: "notee" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const rows = seen.studies.map(({ id, organisation, object, place, state, groups }) => [
      linkTo(visit, places.study.to({ study: id }), organisation),
      html`<span class="typed">${object}</span>`,
      place,
      capital(PROPOSAL.states[state][lang]),
      String(groups),
    ]);
    const main = html`${
      rows.length === 0
        ? html`<p>${words.none}</p>`
        : table({
            id: "studies",
            caption: words.caption,
            head: [words.fields.organisation, words.fields.object.label, words.fields.place, words.state, words.groups],
            rows,
            numeric: [4],
            stacks: true,
          })
    }
${seen.next !== null && html`<p>${linkTo(visit, places.studies.to(undefined, { apres: seen.next }), words.next)}</p>`}
${may(visit.actor, enterStudy.who) && seen.diplomas.length > 0 && html`<h2>${words.enter}</h2>${form()}`}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

type Seen = NonNullable<Awaited<ReturnType<typeof seeStudy.read>>>;

export const studyPage = formPage({
  name: "etude-de-terrain",
  route: places.study,
  who: "see the training",
  takesFiles: true,
  asksFirst: "run the training",
  words: studyWords,
  seen: async (visit, { study }) => (isId(study) ? see(visit, seeStudy, { study }) : undefined),
  form: {
    fields: ({ seen }) => ({
      cohort: pick({ options: seen.free.map(({ cohort, name }) => ({ value: cohort, label: name })) }),
      name: text(),
      members: ticks({
        options: seen.free.flatMap(({ name: cohort, people }) =>
          people.map(({ enrolment, name }) => ({
            value: enrolment,
            label: seen.free.length > 1 ? `${name} (${cohort})` : name,
          })),
        ),
      }),
    }),
    begin: ({ seen }) => (seen.free.length === 1 ? { cohort: seen.free[0]!.cohort } : {}),
    go: ({ words }) => words.formGo,
    act: formStudyGroup,
    on: { study: "name", on: "name" },
    done: ({ group }) => places.group.to({ group }, { fait: "forme" }),
  },
  also: (form) => ({
    judge: form({
      fields: ({ words }) => ({
        answer: choice({
          options: [
            { value: "accepted", label: words.accept },
            { value: "declined", label: words.decline },
          ],
        }),
        ground: under("answer", "declined", text()),
      }),
      go: ({ words }) => words.judgeGo,
      which: ({ answer, ground = "" }, { params: { study } }) =>
        answer === "declined" ? deed(declineStudy, { study, ground }) : deed(acceptStudy, { study }),
      on: { study: "answer" },
      done: (_, { params }) => places.study.to(params, { fait: "examinee" }),
    }),
    withdraw: form({
      fields: ({ words }) => ({
        on: day({ label: words.goneOn }),
        ground: longText({ label: words.goneWhy, rows: 2 }),
      }),
      go: ({ words }) => ({ label: words.goneGo, danger: true }),
      act: withdrawHost,
      confirm: ({ on, ground }, { words, lang, seen: { study, groups } }) => ({
        title: words.goneConfirm(study.organisation),
        rows: [
          { key: words.goneOn, value: sayDay(on, lang) },
          { key: words.goneWhy, value: ground },
          { key: words.groups, value: groups.map(({ name }) => name).join(", ") || words.noGroup },
        ],
        go: words.goneGo,
      }),
      on: { study: "on" },
      done: (_, { params }) => places.study.to(params, { fait: "retiree" }),
    }),
    attach: form(
      attaching({
        agreement: ({ partnership }: Seen) => partnership,
        parties: ({ partnership }: Seen) => partnership?.missing ?? [],
        done: (params: { readonly study: string }) => places.study.to(params, { fait: "jointe" }),
      }),
    ),
  }),
  told: ({ words }) => ({
    notee: words.entered,
    examinee: words.judged,
    etablie: words.done.etablie,
    jointe: words.done.jointe,
    retiree: words.goneDone,
    signee: words.done.signee,
  }),
  shown: ({ visit, lang, words, seen }, { form, also, returned }) => {
    const { study, facts, partnership, groups, free } = seen;
    const runs = may(visit.actor, enterStudy.who);
    const accepted = allows(PROPOSAL, "group-formed", study.state);
    const gone = facts.find(({ kind }) => kind === "withdrawn");
    const school = partnership?.missing.some(({ party }) => party === "school");
    const main = html`${summaryList(
      [
        { key: words.state, value: capital(PROPOSAL.states[study.state][lang]) },
        { key: words.fields.object.label, value: html`<span class="typed">${study.object}</span>` },
        { key: words.fields.place, value: study.place },
        { key: words.fields.contact, value: study.contact },
        ...(study.contactAddress === "" ? [] : [{ key: words.fields.contactAddress, value: study.contactAddress }]),
      ],
      lang,
    )}
${facts.map((one) => html`<p>${one.on === null ? words.judgedBy[one.kind] : words.goneFrom(sayDay(one.on, lang))} ${words.by(one.name, sayAt(visit, one.at))}${one.ground !== "" && html` – <span class="typed">${one.ground}</span>`}</p>`)}
${gone && runs && html`<p>${words.goneNext} ${linkTo(visit, places.studies.to(), words.goneNextGo)}</p>`}
${runs && allows(PROPOSAL, "accepted", study.state) && html`<h2>${words.judge}</h2>${also.judge()}`}
${
  (accepted || gone) &&
  html`<h2>${words.partnership}</h2><p>${words.partnershipWhy}</p>
${agreementBlock(visit, partnership, gone?.on ?? null)}
${accepted && partnership && school && may(visit.actor, "sign an agreement") && html`<p>${linkButton(visit.link(places.signAgreement.to({ agreement: partnership.id })), words.sign, "secondary")}</p>`}
${accepted && runs && html`<p>${linkTo(visit, places.partnership.to({ study: study.id }), partnership ? words.drawAgain : words.draw)}</p>`}
${accepted && runs && partnership && partnership.missing.length > 0 && html`<details class="ds-details"${returned && html` open`}><summary>${words.attach}</summary><div>${also.attach()}</div></details>`}
<h2>${words.groups}</h2>
${groups.length === 0 ? html`<p>${words.noGroup}</p>` : html`<ul>${groups.map((one) => html`<li>${linkTo(visit, places.group.to({ group: one.id }), one.name)} (${one.cohort}) – ${one.members.length === 0 ? words.nobody : one.members.join(", ")}</li>`)}</ul>`}
${accepted && runs && html`<h2>${words.form}</h2>${free.length > 0 ? form() : html`<p>${words.nobodyFree}</p>`}`}
${accepted && runs && html`<details class="ds-details"${returned && html` open`}><summary>${words.gone}</summary><div><p>${words.goneLeads}</p>${also.withdraw()}</div></details>`}`
}`;
    return { title: study.organisation, main, back: places.studies.to() };
  },
});

export const studyEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, "see the training")) return [];
  const { heading, entryWhy } = studyWords(visit.lang);
  const waiting = may(visit.actor, enterStudy.who) ? ((await see(visit, seeStudies, {}))?.waiting ?? 0) : 0;
  return [
    {
      to: places.studies.to(),
      label: heading,
      why: entryWhy,
      ...(waiting > 0 && { waiting: String(waiting) }),
    },
  ];
};
