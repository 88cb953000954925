/** One group of a study, for staff: its members, agreement, days of work and report. */
import { may } from "../../../act/permissions.ts";
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { linkButton } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { pick, text } from "../../../page/kinds.ts";
import { places } from "../../cohorts/pages/places.ts";
import { planned, whenAndWhere } from "../../lessons/pages/cohort.ts";
import { lessonWords } from "../../lessons/pages/words.ts";
import { owedIn } from "../../../waiting/pages/owed.ts";
import { enrolmentChain } from "../../enrolled.ts";
import { planStudyDays } from "../day-acts.ts";
import { joinStudyGroup, leaveStudyGroup } from "../group-acts.ts";
import { seeStudyGroup } from "../views.ts";
import { attaching } from "./attaching.ts";
import { agreementBlock, daysBlock, goneBlock, linkTo, reportBlock } from "./parts.ts";
import { studyWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeStudyGroup.read>>>;

export const groupPage = formPage({
  name: "groupe-d-etude",
  route: places.group,
  who: "see the training",
  takesFiles: true,
  asksFirst: "run the training",
  words: studyWords,
  seen: async (visit, { group }) => {
    const seen = isId(group) ? await see(visit, seeStudyGroup, { group }) : undefined;
    const chains = seen?.members.map(({ enrolment }) => enrolmentChain(enrolment)) ?? [];
    return seen && { ...seen, owed: await owedIn(visit, { chains, key: "signMyAgreement" }) };
  },
  form: {
    fields: ({ lang, seen }) => planned(whenAndWhere(seen, lang)),
    go: ({ words }) => words.planDay,
    act: planStudyDays,
    input: ({ ground, ...typed }, { params }) => ({ group: params.group, lessons: [typed], ...(ground && { ground }) }),
    on: { group: "trainer" },
    done: "planifiee",
  },
  also: (form) => ({
    add: form({
      fields: ({ seen }) => ({
        enrolment: pick({ options: seen.free.map(({ enrolment, name }) => ({ value: enrolment, label: name })) }),
      }),
      go: ({ words }) => ({ label: words.addGo, variant: "secondary" }),
      act: joinStudyGroup,
      on: { members: "enrolment" },
      done: "ajoute",
    }),
    leave: form({
      fields: ({ words, seen }) => ({
        leaver: pick({
          label: words.fields.enrolment,
          options: seen.members.map(({ enrolment, name }) => ({ value: enrolment, label: name })),
        }),
        reason: text(),
      }),
      go: ({ words }) => ({ label: words.leaveGo, variant: "secondary" }),
      act: leaveStudyGroup,
      input: ({ leaver, reason }, { params }) => ({ group: params.group, enrolment: leaver, reason }),
      on: { enrolment: "leaver", on: "leaver" },
      done: "parti",
    }),
    attach: form(
      attaching({
        agreement: ({ agreement }: Seen) => agreement,
        parties: attachable,
        done: (params: { readonly group: string }) => places.group.to(params, { fait: "jointe" }),
      }),
    ),
  }),
  shown: ({ visit, lang, words, seen }, { form, also, returned }) => {
    const { group, study, members, left, agreement, trainers, free } = seen;
    const { gone } = seen;
    const runs = may(visit.actor, joinStudyGroup.who);
    const goesOn = runs && gone === null;
    const school = agreement?.missing.some(({ party }) => party === "school");
    const folded = (label: string, content: unknown) =>
      html`<details class="ds-details"${returned && html` open`}><summary>${label}</summary><div>${content as ReturnType<typeof form>}</div></details>`;
    const main = html`<p>${linkTo(visit, places.study.to({ study: study.id }), study.organisation)}, ${study.place}. <span class="typed">${study.object}</span></p>
${gone && goneBlock(visit, { gone, stays: seen.report.deposit !== null })}
<h2>${words.fields.members.label}</h2>
${members.length === 0 ? html`<p>${words.nobody}</p>` : html`<ul>${members.map((one) => html`<li>${linkTo(visit, places.person.to({ enrolment: one.enrolment }), one.name)}, ${words.since(sayDay(one.since, lang))}</li>`)}</ul>`}
${left.length > 0 && html`<h3>${words.left}</h3><ul>${left.map((one) => html`<li>${one.name}, ${words.leftOn(sayDay(one.on, lang))} – <span class="typed">${one.reason}</span></li>`)}</ul>`}
${goesOn && free.length > 0 && folded(words.add, also.add())}
${runs && members.length > 0 && folded(words.leave, also.leave())}
<h2>${words.agreement}</h2><p>${words.agreementWhy}</p>
${agreementBlock(visit, agreement, gone?.on ?? null)}
${seen.owed}
${gone === null && agreement && school && may(visit.actor, "sign an agreement") && html`<p>${linkButton(visit.link(places.signAgreement.to({ agreement: agreement.id })), words.sign, "secondary")}</p>`}
${goesOn && members.length > 0 && html`<p>${linkTo(visit, places.groupAgreement.to({ group: group.id }), agreement ? words.drawAgain : words.draw)}</p>`}
${goesOn && attachable(seen).length > 0 && folded(words.attach, also.attach())}
<h2>${words.days}</h2>
${daysBlock(visit, seen, true)}
${goesOn && members.length > 0 && (trainers.length > 0 ? form() : html`<p>${lessonWords(lang).plan.nobody}</p>`)}
<h2>${words.report}</h2>
${reportBlock(visit, seen)}`;
    const title = words.group(group.name);
    return { title, lead: group.cohort, main, back: places.study.to({ study: study.id }) };
  },
});

/** Who may still sign this version on paper: the members it names. */
function attachable({ agreement }: Seen) {
  if (!agreement) return [];
  const named = new Set(agreement.contents.members.map(({ enrolment }) => enrolment));
  return agreement.missing.filter(({ party }) => !/^[0-9a-f]{8}-/.test(party) || named.has(party));
}
