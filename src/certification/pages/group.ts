/** A group on the examiner's telephone: candidates and their arrangements, marks, and the end of marking. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay, sayParts } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import type { Field, Fields } from "../../page/field.ts";
import { button, summaryCard } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { longText, pick, pressed, version } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import type { Lang } from "../../kit/lang.ts";
import { owedIn } from "../../waiting/pages/owed.ts";
import { sessionChain } from "../load.ts";
import { replaceExaminer } from "../exams/acts.ts";
import { agreeMark, giveMarks, noteDirector } from "../exams/marks-acts.ts";
import { seeGroup } from "../exams/views.ts";
import { declareAcquaintance } from "../register/acts.ts";
import { certificationWords, componentLabel, sayMark } from "../words.ts";
import { mark } from "./marks-field.ts";
import { directorCalled, examLabel, lawOfSession, places, sayHours, sayTimes } from "./places.ts";
import { shortAccessAlert } from "./short-access.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeGroup.read>>> & { readonly owed: Html | false };
type MarkEntry = {
  readonly key: string;
  readonly sitting: string;
  readonly component: string;
  readonly label: string;
  readonly stands: Seen["candidates"][number]["marks"][number];
};

/** The marks to type: once for a collective work, and each candidate's own. */
function askedFor(visit: Visit, seen: Seen, lang: Lang): readonly MarkEntry[] {
  const { exam } = domainIn(visit, seen);
  const words = certificationWords(lang).group;
  const reports = new Set(seen.candidates.map(({ report }) => report));
  return seen.candidates.flatMap(({ sitting, name, report, marks }, index) =>
    marks.flatMap((stands, nth) => {
      const shared = exam.components?.some((one) => one.shared === true && one.component === stands.component) ?? false;
      const together = seen.candidates.filter((one) => one.report === report);
      if (shared && together[0]?.sitting !== sitting) return [];
      const what = componentLabel(exam, stands.component, lang);
      const own = reports.size > 1 ? words.markOf(together.map((one) => one.name).join(", "), what) : what;
      const label = shared ? words.sharedOf(own) : words.markOf(name, what);
      return [{ key: `${index}-${nth}`, sitting, component: stands.component, label, stands }];
    }),
  );
}

function domainIn(visit: Visit, { session, group }: Pick<Seen, "session" | "group">) {
  return lawOfSession(visit, session).diploma.domains.find(({ domain }) => domain === group.exam)!;
}

export const groupPage = formPage({
  name: "examen",
  route: places.group,
  who: "take part in the certification",
  words: (lang) => certificationWords(lang).group,
  seen: async (visit, { group }) => {
    const seen = await see(visit, seeGroup, { group });
    if (!seen) return undefined;
    return { ...seen, owed: await owedIn(visit, { chains: [sessionChain(seen.session.id)], part: group }) };
  },
  form: {
    fields: ({ visit, lang, words, seen }): Fields => {
      const { marks, missed } = lawOfSession(visit, seen.session).diploma;
      const fields: Record<string, Field<unknown>> = { finish: pressed() };
      for (const { key, label } of askedFor(visit, seen, lang)) {
        fields[`mark-${key}`] = mark({ label, fault: words.missing.mark(marks.max), max: marks.max });
        fields[`missed-${key}`] = pick({
          label: `${words.missed} (${label})`,
          options: missed.map((one) => ({ value: one.missed, label: one.label[lang] })),
          empty: words.nothingMissed,
          optional: true,
        }) as Field<unknown>;
        fields[`seen-${key}`] = version();
      }
      return fields;
    },
    begin: ({ visit, lang, seen }) =>
      Object.fromEntries(
        askedFor(visit, seen, lang).flatMap(({ key, stands }) => [
          [`mark-${key}`, stands.mark ?? undefined],
          [`missed-${key}`, stands.missed ?? undefined],
          [`seen-${key}`, stands.seen],
        ]),
      ),
    check: (typed, { visit, lang, words, seen }) => {
      const values = typed as Readonly<Record<string, unknown>>;
      const { max } = lawOfSession(visit, seen.session).diploma.marks;
      const asked = askedFor(visit, seen, lang);
      // Those given are kept although others are missing; with none there is nothing to keep.
      const none = asked.every(
        ({ key }) => values[`mark-${key}`] === undefined && values[`missed-${key}`] === undefined,
      );
      const faults = asked.flatMap(({ key }) => {
        const count = [values[`mark-${key}`], values[`missed-${key}`]].filter((one) => one !== undefined).length;
        if (count === 2) return [[`mark-${key}`, words.missing.either]];
        return count === 0 && none && values.finish === true ? [[`mark-${key}`, words.missing.mark(max)]] : [];
      });
      return Object.fromEntries(faults);
    },
    edits: true,
    beside: ({ words }) => button(words.finish, { name: "finish", value: "yes", variant: "secondary" }),
    act: giveMarks,
    input: (typed, { visit, lang, seen, params }) => {
      const values = typed as Readonly<Record<string, unknown>>;
      const marks = askedFor(visit, seen, lang).flatMap(({ key, sitting, component }) => {
        const [points, missed] = [
          values[`mark-${key}`] as number | undefined,
          values[`missed-${key}`] as string | undefined,
        ];
        if (points === undefined && missed === undefined) return [];
        return [
          {
            sitting,
            ...(component !== "" && { component }),
            ...(points !== undefined && { mark: points }),
            ...(missed !== undefined && { missed }),
            seen: values[`seen-${key}`] as number,
          },
        ];
      });
      return { group: params.group, marks, ...(values.finish === true && { finish: true }) };
    },
    done: ({ finished, missing, reopened }, { params }) => {
      const saved = missing.length > 0 ? "manque" : reopened ? "rouvert" : "notes";
      return places.group.to(params, { fait: finished ? "fini" : saved });
    },
  },
  also: (form) => ({
    agree: form({
      item: "sitting",
      fields: ({ visit, words, seen }) => {
        const { max } = lawOfSession(visit, seen.session).diploma.marks;
        return { agreed: mark({ label: words.agreed, fault: words.missing.mark(max), max }), seen: version() };
      },
      begin: ({ seen, item }) => {
        const agreedMark = seen.candidates.find(({ sitting }) => sitting === item)?.agreed;
        return {
          ...(typeof agreedMark?.mark === "number" && { agreed: agreedMark.mark }),
          seen: agreedMark?.seen ?? 0,
        };
      },
      check: ({ agreed }, { visit, words, seen }) =>
        agreed === undefined ? { agreed: words.missing.mark(lawOfSession(visit, seen.session).diploma.marks.max) } : {},
      go: ({ words }) => ({ label: words.agree, variant: "secondary" }),
      act: agreeMark,
      input: ({ agreed, seen }, { item, params }) => ({ group: params.group, sitting: item, mark: agreed ?? 0, seen }),
      done: (_, { params }) => places.group.to(params, { fait: "accord" }),
    }),
    director: form({
      item: "sitting",
      go: ({ visit, lang, words, seen }) => ({
        label: words.director(directorCalled(lawOfSession(visit, seen.session), lang)),
        variant: "secondary",
      }),
      act: noteDirector,
      input: (_, { item, params }) => ({ group: params.group, sitting: item, there: true }),
      done: (_, { params }) => places.group.to(params, { fait: "notes" }),
    }),
    link: form({
      item: "entry",
      fields: ({ visit, lang, seen }) => ({
        kind: pick({
          options: (lawOfSession(visit, seen.session).diploma.jury.links ?? []).map(({ link, label }) => ({
            value: link,
            label: label[lang],
          })),
          empty: certificationWords(lang).arranging.choose,
        }),
      }),
      go: ({ words }) => ({ label: words.declare, variant: "secondary" }),
      act: declareAcquaintance,
      input: ({ kind }, { item, seen }) => ({ entry: item, person: seen.me ?? "", kind }),
      done: (_, { params }) => places.group.to(params, { fait: "lien" }),
    }),
    replace: form({
      fields: ({ seen, lang }) => ({
        person: pick({
          options: seen.examiners.map(({ person, name }) => ({ value: person, label: name })),
          empty: certificationWords(lang).arranging.choose,
        }),
        by: pick({
          options: seen.designated.map(({ id, name }) => ({ value: id, label: name })),
          empty: certificationWords(lang).arranging.choose,
        }),
        ground: longText({ rows: 2 }),
      }),
      go: ({ words }) => ({ label: words.replace, variant: "secondary" }),
      act: replaceExaminer,
      done: (_, { params }) => places.group.to(params, { fait: "notes" }),
    }),
  }),
  told: ({ visit, lang, words, seen }) => {
    const without = askedFor(visit, seen, lang).filter(({ stands }) => stands.mark === null && stands.missed === null);
    return {
      ...words.done,
      lien: words.declared,
      ...(without.length > 0 && {
        manque: words.someMissing(
          sayParts(
            without.map(({ label }) => label),
            lang,
          ),
        ),
      }),
    };
  },
  shown: ({ visit, lang, words, seen }, forms) => {
    const { school } = visit;
    const law = lawOfSession(visit, seen.session);
    const main = html`${shortAccessAlert(visit, seen.short)}<h2>${words.examiners}</h2>
<ul>${seen.examiners.map(({ name, finished }) => html`<li>${name}, ${finished ? words.hasFinished : words.notFinished}</li>`)}</ul>
${seen.owed}
<h2>${words.candidates}</h2>
${seen.candidates.map((one) => candidateCard(visit, seen, one, forms))}
${
  seen.me !== null &&
  html`<h2>${seen.apart ? words.marks : words.marksOf}</h2><p>${words.secret} ${words.markHint(law.diploma.marks.max)} ${words.finishWhy}</p>${forms.form()}
${seen.apart && !seen.allFinished && html`<p>${words.waiting}</p>`}`
}
${may(visit.actor, replaceExaminer.who) && html`<h2>${words.replace}</h2>${forms.also.replace()}`}`;
    return {
      title: `${seen.group.name} – ${examLabel(law, seen.group.exam, lang)}`,
      lead: words.lead(
        seen.session.name,
        `${sayHours(seen.group, school.timezone, lang)}${seen.group.room === null ? "" : `, ${seen.group.room}`}`,
      ),
      main,
      back: may(visit.actor, "see the certification")
        ? places.session.to({ session: seen.session.id })
        : places.mine.to(),
    };
  },
});

type Printed = {
  readonly also: Readonly<
    Record<"agree" | "director" | "link", (item?: string, options?: { readonly of?: string }) => Html>
  >;
};

function workLink({ lang, link, school }: Visit, { file, at }: NonNullable<Seen["candidates"][number]["work"]>): Html {
  const words = certificationWords(lang).group;
  const day = sayDay(dayIn(new Date(at), school.timezone), lang);
  return html`<a class="ds-link" href="${href(link(`/fichier/${file}`))}">${words.workOpen(day)}</a>. ${words.workWhy}`;
}

function candidateCard(visit: Visit, seen: Seen, candidate: Seen["candidates"][number], { also }: Printed): Html {
  const { lang, school } = visit;
  const words = certificationWords(lang).group;
  const law = lawOfSession(visit, seen.session);
  const { diploma } = law;
  const of = { of: words.agreedOf(candidate.name) };
  const others = candidate.others.map(({ name, ...marked }) =>
    `${name} : ${sayMark(diploma, marked, lang)}`.replace(" :", lang === "fr" ? "\u00a0:" : ":"),
  );
  const directs =
    candidate.director !== null && domainIn(visit, seen).exam.examiners.some(({ as }) => as === "director");
  return summaryCard({
    title: candidate.name,
    level: 3,
    rows: [
      { key: words.passes, value: sayTimes(candidate, school.timezone, lang) },
      ...(candidate.work === null ? [] : [{ key: words.work, value: workLink(visit, candidate.work) }]),
      ...(candidate.arranged === null ? [] : [{ key: words.arranged, value: candidate.arranged[lang] }]),
      ...(others.length === 0 ? [] : [{ key: words.others, value: sayParts(others, lang) }]),
      ...(candidate.agreed === null || candidate.agreed.mark === null
        ? []
        : [{ key: words.agreed, value: sayMark(diploma, candidate.agreed, lang) }]),
      ...(directs
        ? [
            {
              key: words.director(directorCalled(law, lang)),
              value: `${candidate.director}${candidate.directorThere === true ? " ✓" : ""}`,
            },
          ]
        : []),
    ],
    actions: html`${candidate.agreed !== null && also.agree(candidate.sitting, of)}
${directs && candidate.directorThere !== true && (seen.me !== null || may(visit.actor, "prepare the certification")) && also.director(candidate.sitting, of)}
${seen.me !== null && html`<details class="ds-details"><summary>${words.known}<span class="ds-sr-only"> ${of.of}</span></summary>${also.link(candidate.entry, of)}</details>`}`,
    lang,
  });
}
