/** One session: candidates, groups, the jury, papers sent to the authority, deliberations. */
import { href, type Html, html } from "../../kit/html.ts";
import { may } from "../../act/permissions.ts";
import type { Shown } from "../../act/shows.ts";
import { type Lang, sayDay, sayParts } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { see } from "../../page/acting.ts";
import type { Forms } from "../../page/declared.ts";
import { linkButton, summaryCard, summaryList, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { day, longText, pick, text, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { noteSentToAuthority, presentCandidate } from "../acts.ts";
import { publishResults } from "../after/acts.ts";
import { cancelGroup } from "../exams/acts.ts";
import { letIntoSession } from "../let-in.ts";
import { openJury, declareFraud, passOverRule } from "../juries/acts.ts";
import { annulJury } from "../annulment/acts.ts";
import { annulmentWords } from "../annulment/words.ts";
import { JURY, juryState } from "../rules/jury.ts";
import { seeSession } from "../views.ts";
import { certificationWords } from "../words.ts";
import {
  ANCHORS,
  examLabel,
  findingList,
  groupAnchor,
  juryAnchor,
  lawOfSession,
  places,
  sayHour,
  sayHours,
} from "./places.ts";
import { shortAccessAlert } from "./short-access.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeSession.read>>>;
type Keys = "present" | "sent" | "letIn" | "jury" | "publish" | "cancel" | "override" | "fraud";

export const sessionPage = formPage({
  name: "certification",
  route: places.session,
  who: "see the certification",
  words: (lang) => certificationWords(lang).session,
  seen: (visit, { session }) => see(visit, seeSession, { session }),
  also: (form) => ({
    present: form({
      item: "enrolment",
      go: ({ words }) => ({ label: words.present, variant: "secondary" }),
      act: presentCandidate,
      done: "presente",
      forbidden: ({ params }) => ({ to: places.session.to(params) }),
    }),
    sent: form({
      fields: ({ visit, lang, seen }) => ({
        what: pick({
          options: (lawOfSession(visit, seen.session).diploma.sent ?? []).map(({ key, label }) => ({
            value: key,
            label: label[lang],
          })),
        }),
        on: day(),
      }),
      go: ({ words }) => ({ label: words.noteSent, variant: "secondary" }),
      act: noteSentToAuthority,
      done: "envoi",
    }),
    letIn: form({
      fields: ({ words, seen }) => ({
        guest: pick({
          options: seen.guests.filter(({ isIn }) => !isIn).map(({ guest, name }) => ({ value: guest, label: name })),
          empty: words.letInChoose,
        }),
      }),
      go: ({ words }) => ({ label: words.letInGo, variant: "secondary" }),
      act: letIntoSession,
      on: { session: "guest" },
      done: "ouverte",
      forbidden: ({ params }) => ({ to: places.session.to(params) }),
    }),
    jury: form({
      fields: ({ words }) => ({
        day: day(),
        place: text({ optional: true }),
        juryGround: text({ label: words.juryGround, hint: words.juryGroundHint, optional: true }),
      }),
      go: ({ words }) => ({ label: words.openJuryGo, variant: "secondary" }),
      act: openJury,
      input: ({ day: on, place, juryGround: ground }, { params }) => ({
        session: params.session,
        on,
        ...(ground !== undefined && { ground }),
        ...(place !== undefined && { place }),
      }),
      on: { session: "day", on: "day", ground: "juryGround" },
      done: ({ jury }, { params, visit }) =>
        may(visit.actor, "hold a deliberation") ? places.jury.to({ jury }) : places.session.to(params),
    }),
    publish: form({
      item: "jury",
      fields: { notifiedOn: day() },
      go: ({ words }) => ({ label: words.publish, variant: "secondary" }),
      act: publishResults,
      showing: ({ seen, item }) => seen.juries.find(({ id }) => id === item)?.toPublish ?? [],
      done: ({ overtaken }, { params }) =>
        places.session.to(params, { fait: overtaken === 0 ? "publie" : "publie-sans" }),
      forbidden: ({ params }) => ({ to: places.session.to(params) }),
    }),
    override: form({
      item: "overridden",
      fields: ({ visit, lang, seen }) => {
        const words = certificationWords(lang).jury;
        const rules = lawOfSession(visit, seen.session).diploma.jury.override?.rules ?? [];
        return {
          rules: ticks({
            label: words.overrideRules,
            options: rules.map((value) => ({ value, label: words.rules[value] })),
          }),
          why: longText({ label: words.fields.ground, rows: 2 }),
        };
      },
      go: ({ lang }) => ({ label: certificationWords(lang).jury.overrideGo, variant: "secondary" }),
      act: passOverRule,
      on: { ground: "why" },
      input: ({ rules, why }, { item, visit }) => ({
        jury: item,
        rules,
        by: visit.person?.name ?? visit.guest?.name ?? "",
        ground: why,
      }),
      done: "outre",
      forbidden: ({ params }) => ({ to: places.session.to(params) }),
    }),
    fraud: form({
      item: "taken-back",
      fields: ({ lang }) => {
        const words = certificationWords(lang).jury;
        return { fraud: longText({ label: words.fields.ground, rows: 2 }) };
      },
      go: ({ lang }) => ({ label: certificationWords(lang).jury.fraudGo, variant: "secondary" }),
      act: declareFraud,
      on: { ground: "fraud" },
      input: ({ fraud }, { item, visit }) => ({
        jury: item,
        by: visit.person?.name ?? visit.guest?.name ?? "",
        ground: fraud,
      }),
      done: "fraude",
      forbidden: ({ params }) => ({ to: places.session.to(params) }),
    }),
    cancel: form({
      item: "group",
      fields: ({ lang }) => {
        const words = certificationWords(lang).group;
        return { ground: longText({ label: words.fields.ground, rows: 2 }) };
      },
      go: ({ lang }) => ({ label: certificationWords(lang).group.cancel, variant: "secondary" }),
      act: cancelGroup,
      done: "annule",
      forbidden: ({ params }) => ({ to: places.session.to(params) }),
    }),
  }),
  shown: ({ visit, seen, words, lang }, forms) => {
    const { session } = seen;
    const main = html`${shortAccessAlert(visit, seen.short)}<h2>${words.candidates}</h2>
${candidates(visit, seen)}
${may(visit.actor, presentCandidate.who) && seen.presentable.length > 0 && html`<h3>${words.present}</h3><p>${words.presentWhy}</p>${seen.presentable.map((one) => presentable(visit, seen, one, forms))}`}
<h2>${words.examined}</h2>
${groups(visit, seen, forms)}
<h2>${words.composition}</h2>
<p>${words.compositionWhy}</p>
${findingList(seen.composition, lang)}
<div class="actions">${linkButton(visit.link(places.naming.to({ session: session.id })), words.name, "secondary")}</div>
<h2 id="${ANCHORS.sent}">${words.sent}</h2>
<p>${words.sentBy(sayDay(session.receivesBy, lang))}</p>
${sentList(visit, seen)}
${may(visit.actor, noteSentToAuthority.who) && forms.also.sent()}
${letIn(seen, words, forms)}
<h2>${words.juries}</h2>
${juries(visit, seen, forms)}
${may(visit.actor, openJury.who) && html`<h3 id="${ANCHORS.openJury}">${words.openJury}</h3>${forms.also.jury()}`}`;
    return {
      title: session.name,
      lead: words.lead(sayDay(session.from, lang), sayDay(session.until, lang)),
      main,
      back: places.sessions.to(),
    };
  },
});

/** The State's guests, and which of them the session is open to. */
function letIn({ guests }: Seen, words: ReturnType<typeof certificationWords>["session"], { also }: Forms<Keys>) {
  if (guests.length === 0) return html``;
  const inside = guests.filter(({ isIn }) => isIn);
  return html`<h3>${words.letIn}</h3>
<p>${words.letInWhy}</p>
${inside.length > 0 && html`<ul>${inside.map(({ name }) => html`<li>${name}</li>`)}</ul>`}
${inside.length < guests.length && also.letIn()}`;
}

function candidates(visit: Visit, { entries, session }: Seen): Html {
  const { lang } = visit;
  const words = certificationWords(lang).session;
  if (entries.length === 0) return html`<p>${words.nobody}</p>`;
  const law = lawOfSession(visit, session);
  const rows = entries.map(({ name, enrolment, exams, findings }) => [
    html`<a class="ds-link" href="${href(visit.link(places.candidate.to({ session: session.id, enrolment })))}">${name}</a>`,
    html`${sayParts(
      exams.map((one) => examLabel(law, one, lang)),
      lang,
    )}${findings.length > 0 && findingList(findings, lang)}`,
  ]);
  return table({
    id: "candidates",
    caption: words.candidates,
    head: [words.candidate, words.exams],
    rows,
    stacks: true,
  });
}

function presentable(
  visit: Visit,
  { session }: Seen,
  person: Seen["presentable"][number],
  { also }: Forms<Keys>,
): Html {
  const { lang } = visit;
  const words = certificationWords(lang).session;
  const law = lawOfSession(visit, session);
  return summaryCard({
    title: person.name,
    level: 3,
    rows: [
      {
        key: words.exams,
        value: sayParts(
          person.exams.map((exam) => examLabel(law, exam, lang)),
          lang,
        ),
      },
      { key: words.why, value: findingList(person.findings, lang) },
    ],
    actions: html`${also.present(person.enrolment, { of: words.presentOf(person.name) })}${linkButton(visit.link(places.candidate.to({ session: session.id, enrolment: person.enrolment })), certificationWords(lang).candidate.held, "secondary")}`,
    lang,
  });
}

/** What is published by the button below. */
function publishedRows(lines: Shown, lang: Lang): Html {
  return summaryList(
    lines.map(({ what, is }) => ({ key: what[lang], value: is[lang] })),
    lang,
  );
}

function groups(visit: Visit, seen: Seen, { also }: Forms<Keys>): Html {
  const { lang, school } = visit;
  const words = certificationWords(lang).session;
  const law = lawOfSession(visit, seen.session);
  const prepares = may(visit.actor, cancelGroup.who);
  return html`${seen.groups.length === 0 && html`<p>${words.noGroups}</p>`}
${seen.groups.map((group) =>
  summaryCard({
    title: `${group.name} : ${examLabel(law, group.exam, lang)}`.replace(" :", lang === "fr" ? "\u00a0:" : ":"),
    id: groupAnchor(group.id),
    level: 3,
    rows: [
      {
        key: words.when,
        value: `${sayHours(group, school.timezone, lang)}${group.room === null ? "" : `, ${group.room}`}`,
      },
      {
        key: words.examiners,
        value: group.examiners
          .map(({ name, finished }) => `${name}${finished ? ` (${words.finished})` : ""}`)
          .join(", "),
      },
      {
        key: words.candidates,
        value: group.candidates.map(({ name, from }) => `${sayHour(from, school.timezone, lang)} ${name}`).join(", "),
      },
      { key: words.why, value: findingList(group.findings, lang) },
    ],
    actions: html`${linkButton(visit.link(places.group.to({ group: group.id })), words.groupOf(group.name), "secondary")}${prepares && html`<details class="ds-details"><summary>${certificationWords(lang).group.cancel}</summary>${also.cancel(group.id, { of: words.presentOf(group.name) })}</details>`}`,
    lang,
  }),
)}
${prepares && html`<div class="actions">${linkButton(visit.link(places.arranging.to({ session: seen.session.id })), words.arrange, "secondary")}</div>`}`;
}

function sentList(visit: Visit, { session, sent }: Seen): Html {
  const { lang } = visit;
  const words = certificationWords(lang).session;
  const wanted = lawOfSession(visit, session).diploma.sent ?? [];
  return html`<ul>${wanted.map(({ key, label }) => {
    const days = sent.filter(({ what }) => what === key).map(({ on }) => words.sentOn(sayDay(on, lang)));
    return html`<li>${label[lang]} – ${days.length === 0 ? words.notSent : days.join(", ")}</li>`;
  })}</ul>`;
}

function juries(visit: Visit, seen: Seen, { also }: Forms<Keys>): Html {
  const { lang } = visit;
  const words = certificationWords(lang).session;
  const { publish, override, fraud } = also;
  if (seen.juries.length === 0) return html`<p>${words.noJuries}</p>`;
  return html`${seen.juries.map((one) => {
    const { id, on, place, corrects, notifiedOn, toPublish, annulment } = one;
    const state = juryState(one);
    const running = on < visit.today ? words.late : words.running;
    const open = state === "deliberating" ? running : words.closed;
    const told = notifiedOn === null ? open : words.notified(sayDay(notifiedOn, lang));
    const { link: annul, stands: voided } = annulmentWords(lang);
    const stands = annulment === null ? told : voided(sayDay(annulment.from, lang));
    const opens = may(visit.actor, "hold a deliberation");
    return html`<section class="ds-card" id="${juryAnchor(id)}"><h3>${certificationWords(lang).jury.heading(sayDay(on, lang))}</h3>
<p>${[place, corrects ? words.correcting : "", stands].filter((one) => one !== "").join(", ")}.</p>
${opens && html`<p><a class="ds-link" href="${href(visit.link(places.jury.to({ jury: id })))}">${words.openJuryOf(sayDay(on, lang))}</a></p>`}
${allows(JURY, "passed-over", state) && may(visit.actor, passOverRule.who) && html`<details class="ds-details"><summary>${certificationWords(lang).jury.override}</summary><p>${certificationWords(lang).jury.overrideWhy}</p>${override(id)}</details>`}
${corrects && allows(JURY, "fraud-declared", state) && may(visit.actor, declareFraud.who) && html`<details class="ds-details"><summary>${certificationWords(lang).jury.fraud}</summary><p>${certificationWords(lang).jury.fraudWhy}</p>${fraud(id)}</details>`}
${annulment !== null && html`<p>${annulment.authority} (<span class="typed">${annulment.reference}</span>). <span class="typed">${annulment.ground}</span></p>`}
${allows(JURY, "annulled", state) && may(visit.actor, annulJury.who) && html`<p><a class="ds-link" href="${href(visit.link(places.annul.to({ jury: id })))}">${annul}</a></p>`}
${toPublish !== null && html`<p>${words.publishes}</p>${publishedRows(toPublish, lang)}${publish(id)}`}</section>`;
  })}`;
}
