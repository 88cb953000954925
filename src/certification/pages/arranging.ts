/** Arranging a group: exam, hours, room, examiners and candidates. */
import type { Static } from "typebox";
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay, sayList, sayParts } from "../../kit/lang.ts";
import type { ExamEntry } from "../../law/diploma.ts";
import { see } from "../../page/acting.ts";
import type { Visit } from "../../page/page.ts";
import { formPage } from "../../page/form-page.ts";
import { day, pick, text, ticks } from "../../page/kinds.ts";
import { hour, whole } from "../../page/number-kinds.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import { elsewhereWarning } from "../../office/elsewhere/pages/warning.ts";
import { arrangeGroup } from "../exams/acts.ts";
import { seeGroupsToHear } from "../exams/studied.ts";
import { isHeard, lengthsOf } from "../rules/passing.ts";
import type { Said } from "../said.ts";
import { sentences } from "../sentences.ts";
import { seeSession } from "../views.ts";
import { certificationWords } from "../words.ts";
import type * as output from "../output.ts";
import { askedExam, examLabel, findingList, lawOfSession, places } from "./places.ts";

export const arrangingPage = formPage({
  name: "certification-composer",
  route: places.arranging,
  who: "prepare the certification",
  words: (lang) => certificationWords(lang).arranging,
  seen: async (visit, { session }) => {
    const seen = await see(visit, seeSession, { session });
    const studied = seen && (await see(visit, seeGroupsToHear, { session }));
    if (!studied) return undefined;
    const { from, until, diploma } = seen.session;
    const dossiers = seen.entries.map(({ dossier }) => dossier);
    const elsewhere = await elsewhereWarning(visit, { dossiers, from, until, planning: { kind: "exam", diploma } });
    return { ...seen, studied: studied.groups, elsewhere };
  },
  form: {
    fields: ({ visit, lang, words, seen }) => {
      const { diploma } = lawOfSession(visit, seen.session);
      const sides = [...new Map(diploma.domains.flatMap(sidesOf).map((one) => [one.by, one.label[lang]]))];
      const last = new Map(seen.accesses.map(({ person, until }) => [person, until]));
      const people = seen.persons.map(({ id, name }) => {
        const until = last.get(id);
        // An examiner who can come in until the end of the session needs no word.
        const ends = until !== undefined && until < seen.session.until;
        return { value: id, label: ends ? words.untilDay(name, sayDay(until, lang)) : name };
      });
      return {
        exam: pick({
          label: words.exam,
          options: diploma.domains.map(({ domain }) => ({
            value: domain,
            label: examLabel({ diploma }, domain, lang),
          })),
          empty: words.choose,
          missing: words.missing.exam,
        }),
        name: text({ label: words.name, missing: words.missing.name }),
        day: day({ label: words.day, missing: words.missing.day }),
        from: hour({ label: words.from, fault: words.missing.time }),
        until: hour({ label: words.until, hint: words.untilHint, fault: words.missing.time, optional: true }),
        between: whole({ label: words.between, fault: words.missing.minutes, least: 0, most: 480, optional: true }),
        room: pick({
          label: words.room,
          options: seen.rooms.map(({ id, name }) => ({ value: id, label: name })),
          empty: words.noRoom,
          optional: true,
        }),
        ...Object.fromEntries(
          sides.map(([by, label]) => [
            `by-${by}`,
            ticks({ label: `${words.examiners} – ${label}`, options: people, blank: true }),
          ]),
        ),
        ground: text({ label: words.ground, hint: words.groundHint, optional: true }),
        candidates: ticks({
          label: words.candidates,
          options: seen.entries.map(({ id, name, training }) => ({
            value: id,
            label: training === null ? name : words.trainingOf(name, training[lang]),
          })),
          missing: words.missing.persons,
        }),
      };
    },
    begin: ({ visit, seen }) => {
      const taken = takenFrom(visit, seen.studied);
      if (!taken) return askedExam(visit, seen.session);
      return { exam: taken.exam, name: taken.name, candidates: taken.candidates.map(({ entry }) => entry) };
    },
    // What the convocation would promise is there before it leaves: the act refuses the rest.
    check: (typed, { visit, lang, words, seen }) => {
      const domain = lawOfSession(visit, seen.session).diploma.domains.find((one) => one.domain === typed.exam);
      if (!domain) return {};
      const chosen = examinersOf(typed);
      const short = sidesOf(domain).flatMap(({ by, count = 1, label }) => {
        const there = chosen.filter((one) => one.by === by).length;
        return there < count ? [[`by-${by}`, words.shortOf(label[lang], there, count)] as const] : [];
      });
      const roomless = typed.room === undefined && isHeard(domain.exam) ? { room: words.roomless } : {};
      return { ...Object.fromEntries(short), ...roomless };
    },
    // A convocation that has left is not taken back: somebody whose training does not run is read over first.
    confirm: (typed, { visit, lang, words, seen }) => {
      const { diploma } = lawOfSession(visit, seen.session);
      const domain = diploma.domains.find((one) => one.domain === typed.exam);
      if (!domain) return undefined;
      const chosen = examinersOf(typed);
      const called = seen.entries.filter(({ id }) => typed.candidates.includes(id));
      const missing = called.flatMap(({ name, training }) =>
        training === null ? [] : [words.trainingOf(name, training[lang])],
      );
      if (missing.length === 0) return undefined;
      const named = new Map(seen.persons.map(({ id, name }) => [id, name]));
      const rows = [
        { key: words.exam, value: examLabel({ diploma }, domain.domain, lang) },
        { key: words.day, value: sayDay(typed.day, lang) },
        { key: words.room, value: seen.rooms.find(({ id }) => id === typed.room)?.name ?? words.noRoom },
        { key: words.examiners, value: chosen.map(({ person }) => named.get(person) ?? "").join(", ") },
        { key: words.candidates, value: called.map(({ name }) => name).join(", ") },
      ];
      const lead = html`<section class="ds-alert" data-color="warning"><h2>${words.short}</h2><ul>${missing.map((one) => html`<li>${one}</li>`)}</ul></section><p>${words.sureWhy}</p>`;
      return { title: words.sure, lead, rows, go: words.sureGo };
    },
    act: arrangeGroup,
    on: { examiners: "exam", length: "until" },
    sentences,
    input: (typed, { params }) => {
      const { exam, name, day: on, from, until, between, room, ground, candidates } = typed;
      const examiners = examinersOf(typed);
      return {
        session: params.session,
        exam,
        name,
        day: on,
        from,
        ...(until !== undefined && { until }),
        ...(between !== undefined && { between }),
        ...(room !== undefined && { room }),
        ...(ground !== undefined && { ground }),
        examiners,
        candidates,
      };
    },
    done: (_, { params }) => places.session.to(params, { fait: "groupe" }),
  },
  shown: ({ visit, lang, words, seen }, forms) => {
    const { diploma } = lawOfSession(visit, seen.session);
    const designatedFor = (domain: string) => {
      const names = seen.designations.filter((one) => one.exam === domain).map(({ name }) => name);
      return names.length === 0 ? words.nobodyDesignated : words.designated(sayList(names, lang));
    };
    const wanted = diploma.domains.map(
      ({ domain, exam }) =>
        html`<li>${examLabel({ diploma }, domain, lang)} – ${lasting(exam, lang)}${words.needs(
          sayParts(
            exam.examiners.map(({ count, label }) => `${count === undefined ? "" : `${count} × `}${label[lang]}`),
            lang,
          ),
        )} ${designatedFor(domain)}</li>`,
    );
    const { session, studied } = seen;
    const taken = takenFrom(visit, studied);
    const told = taken && html`<p class="ds-alert" data-color="info">${words.taken(taken.name)}</p>`;
    const proposed = studied.length > 0 && proposedGroups(studied, { visit, words, session: session.id });
    const main = html`<ul>${wanted}</ul>${warned(seen.entries, words, lang)}${seen.elsewhere}${proposed}${told}${forms.form()}`;
    return {
      title: words.heading,
      lead: words.lead,
      main,
      back: places.session.to({ session: seen.session.id }),
    };
  },
});

/** Those ticked, each for the side under which they are. */
function examinersOf(typed: Readonly<Record<string, unknown>>) {
  return Object.entries(typed).flatMap(([key, persons]) =>
    key.startsWith("by-") ? (persons as string[]).map((person) => ({ person, by: key.slice("by-".length) })) : [],
  );
}

type Warned = Pick<Static<typeof output.seeSession>["entries"][number], "name" | "toArrange"> & {
  readonly findings: readonly Said[];
};

/** Entries with something missing: they are convoked all the same. */
function warned(entries: readonly Warned[], words: Around["words"], lang: Lang): Html {
  const them = entries.filter(({ findings, toArrange }) => findings.length > 0 || toArrange);
  if (them.length === 0) return html``;
  return html`<section class="ds-alert" data-color="warning"><h2>${words.warned}</h2><p>${words.warnedWhy}</p>
${them.map(
  ({ name, findings, toArrange }) =>
    html`<h3>${name}</h3>${toArrange && html`<p>${words.toArrange}</p>`}${findings.length > 0 && findingList(findings, lang)}`,
)}</section>`;
}

/** «50 minutes de soutenance, présentation comprise. », for an exam where candidates are heard. */
function lasting(exam: ExamEntry, lang: Lang): string {
  const { each, together } = lengthsOf(exam);
  return [each, together].flatMap((one) => (one ? [`${one.min} ${one.label[lang]}. `] : [])).join("");
}

type Studied = Static<typeof output.seeGroupsToHear>["groups"];

/** The study group whose link was followed, if it is still to be heard. */
function takenFrom({ query }: Pick<Visit, "query">, studied: Studied) {
  return studied.find(({ group }) => group === query.groupe);
}

type Around = {
  readonly visit: Visit;
  readonly words: ReturnType<typeof certificationWords>["arranging"];
  readonly session: string;
};

function proposedGroups(studied: Studied, { visit, words, session }: Around): Html {
  const items = studied.map(({ group, name, organisation, candidates, others }) => {
    const names = candidates.map((one) => one.name).join(", ");
    const without = others.length > 0 && html` <small>${words.others(others.join(", "))}</small>`;
    const link = visit.link(places.arranging.to({ session }, { groupe: group }));
    return html`<li><a class="ds-link" href="${href(link)}">${words.take(name, organisation)}</a> – ${names}.${without}</li>`;
  });
  return html`<section><h2>${words.studied}</h2><p>${words.studiedWhy}</p><ul>${items}</ul></section>`;
}
