/** A deliberation: presence and presidency, legal requirements, candidates, adoption, postponement, closing. */
import { href, type Html, html } from "../../kit/html.ts";
import { may } from "../../act/permissions.ts";
import { sayDay, sayNumber, sayParts } from "../../kit/lang.ts";
import { sayInstant } from "../../kit/instant.ts";
import { allows } from "../../kit/machine.ts";
import { see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { asShown, carried, day, files, longText, pick, text, ticks } from "../../page/kinds.ts";
import { capital } from "../../kit/typography.ts";
import type { Visit } from "../../page/page.ts";
import { fileProblems } from "../../files/words.ts";
import { attachMinutes } from "../after/acts.ts";
import { adoptProposals, closeJury, notePresence, notePresiding, putOffJury } from "../juries/acts.ts";
import { seeJury } from "../juries/views.ts";
import { annulmentWords } from "../annulment/words.ts";
import { JURY, juryState, presidingCollege } from "../rules/jury.ts";
import { sentences } from "../sentences.ts";
import { certificationWords, sayStatus } from "../words.ts";
import { ANCHORS, directorCalled, findingList, lawOfSession, places } from "./places.ts";
import { shortAccessAlert } from "./short-access.ts";

export type SeenJury = NonNullable<Awaited<ReturnType<typeof seeJury.read>>>;

export const juryPage = formPage({
  name: "jury",
  route: places.jury,
  who: "hold a deliberation",
  takesFiles: true,
  asksFirst: "hold a deliberation",
  words: (lang) => certificationWords(lang).jury,
  seen: (visit, { jury }) => see(visit, seeJury, { jury }),
  also: (form) => ({
    presence: form({
      fields: ({ visit, seen }) => ({
        present: ticks({
          options: seen.members.map((one) => ({ value: one.id, label: called(visit, seen, one) })),
          blank: true,
        }),
      }),
      begin: ({ seen }) => ({ present: seen.members.filter(({ present }) => present).map(({ id }) => id) }),
      go: ({ words }) => ({ label: words.notePresence, variant: "secondary" }),
      act: notePresence,
      done: "presence",
    }),
    presides: form({
      fields: ({ visit, seen, lang }) => ({
        person: pick({
          options: mayPreside(visit, seen).map((one) => ({ value: one.id, label: called(visit, seen, one) })),
          empty: certificationWords(lang).ruling.choose,
        }),
      }),
      go: ({ words }) => ({ label: words.notePresides, variant: "secondary" }),
      act: notePresiding,
      done: "preside",
    }),
    adopt: form({
      fields: ({ seen }) => ({ shown: carried<string>(), ...asSeen(seen) }),
      begin: ({ visit, seen }) => ({ shown: seen.shown, ...sayAsSeen(visit, seen) }),
      go: ({ words }) => words.adopt,
      act: adoptProposals,
      edits: true,
      done: "adopte",
    }),
    off: form({
      fields: { to: day(), ground: longText({ rows: 2 }) },
      go: ({ words }) => ({ label: words.putOff, variant: "secondary" }),
      act: putOffJury,
      done: "remise",
    }),
    close: form({
      fields: ({ seen, words }) => ({ shown: carried<string>(), present: asShown(words.members), ...asSeen(seen) }),
      begin: ({ visit, seen }) => ({
        shown: seen.toClose,
        present: sayPresent(visit, seen),
        ...sayAsSeen(visit, seen),
      }),
      // Nothing takes a closing back: what it seals is read over first. What bars it is said by the act.
      confirm: ({ shown }, { visit, seen, words, lang }) => {
        if (!seen.presiding || shown !== seen.toClose || seen.against.length > 0) return undefined;
        const decided = seen.candidates.map((one) => ({
          key: one.name,
          value: sayRuled(visit, seen, one).join(" – "),
        }));
        const rows = [{ key: words.members, value: sayPresent(visit, seen) }, ...decided];
        return {
          title: words.sureClose(sayDay(seen.jury.on, lang)),
          lead: html`<p>${words.closeWhy}</p>`,
          rows,
          go: words.sure,
        };
      },
      go: ({ words }) => words.close,
      act: closeJury,
      edits: true,
      sentences,
      done: "clos",
    }),
    minutes: form({
      fields: {
        scan: files({ accept: ".pdf,image/*" }),
        names: text(),
      },
      check: ({ scan }, { lang }) => {
        const [one] = scan;
        return one && "problem" in one ? { scan: fileProblems[lang][one.problem] } : {};
      },
      go: ({ words }) => ({ label: words.attach, variant: "secondary" }),
      act: attachMinutes,
      input: ({ scan, names }, { params }) => {
        const [one] = scan;
        return { jury: params.jury, scan: one && "upload" in one ? one.upload : "", names };
      },
      done: "pv",
    }),
  }),
  shown: ({ visit, lang, words, seen }, { also }) => {
    const { jury, session } = seen;
    const state = juryState(jury);
    const president = seen.members.find(({ presides }) => presides);
    const there = seen.members.filter(({ present }) => present);
    const notYet = there.length === 0 ? words.nobodyThere : president ? undefined : words.nobodyPresides;
    const prepares = may(visit.actor, "prepare the certification");
    const open = allows(JURY, "noted", state);
    const main = html`${whatNow({ visit, seen })}${shortAccessAlert(visit, seen.short)}${seen.ground !== null && html`<p>${words.back(seen.ground)}</p>`}
${jury.annulment !== null && html`<p class="ds-alert" data-color="warning">${capital(annulmentWords(lang).stands(sayDay(jury.annulment.from, lang)))}. ${jury.annulment.authority} (${jury.annulment.reference}).</p>`}
${jury.closedAt !== null && html`<p>${words.closedOn(sayInstant(new Date(jury.closedAt), visit.school.timezone, lang))}</p><div class="actions">${linkButton(visit.link(places.minutes.to({ jury: jury.id })), words.minutes, "secondary")}</div>`}
<h2 id="${ANCHORS.members}">${words.members}</h2>
${seen.mayHold ? html`${also.presence()}${prepares && there.length > 0 && (mayPreside(visit, seen).length > 0 ? also.presides() : html`<p>${words.noneMayPreside}</p>`)}` : there.length === 0 && open ? html`<p>${words.nobodyNoted}</p>` : html`<ul>${there.map((one) => html`<li>${called(visit, seen, one)}</li>`)}</ul>`}
${president && html`<p>${words.presidesNow(president.name)}</p>`}
<h2>${words.findings}</h2>
${findingList(seen.findings, lang)}
<h2>${words.candidates}</h2>
${candidates(visit, seen)}
${
  seen.mayHold &&
  html`${seen.adopted ? html`<p>${words.adopted}</p>` : html`<p>${words.adoptWhy}</p>${notYet === undefined ? also.adopt() : html`<p>${notYet}</p>`}`}
<h2 id="${ANCHORS.close}">${words.close}</h2>
<h3>${words.against}</h3>
${seen.against.length === 0 ? html`<p>${words.nothing}</p>` : findingList(seen.against, lang)}
<p>${words.closeWhy}</p>
${seen.presiding ? also.close() : html`<p>${words.presidentOnly}</p>`}
<h2>${words.putOff}</h2><p>${words.putOffWhy}</p>${also.off()}`
}
${allows(JURY, "minutes-attached", state) && prepares && html`<h2 id="${ANCHORS.minutes}">${words.signed}</h2><p>${words.signedWhy}</p>${also.minutes()}`}`;
    return {
      // A date that cannot wrap is wider than a telephone at title size: allow breaks.
      title: words.heading(sayDay(jury.on, lang).replaceAll("\u00a0", " ")),
      lead: words.lead(session.name),
      main,
      back: prepares ? places.session.to({ session: session.id }) : places.mine.to(),
    };
  },
});

/** With the college, or what brings somebody there without one. */
function called(visit: Visit, { session, candidates }: SeenJury, { name, college }: SeenJury["members"][number]) {
  const { lang } = visit;
  const { diploma } = lawOfSession(visit, session);
  const own = diploma.jury.colleges.find(({ key }) => key === college)?.name?.[lang] ?? college;
  if (own !== null) return `${name}, ${own}`;
  const directs = candidates.some(({ director }) => director?.name === name);
  return `${name}, ${directs ? directorCalled({ diploma }, lang) : certificationWords(lang).jury.noCollege}`;
}

/** Those present whom the référentiel lets preside. */
function mayPreside(visit: Visit, { session, members }: SeenJury) {
  const college = presidingCollege(lawOfSession(visit, session).diploma);
  return members.filter((one) => one.present && (college === undefined || one.college === college));
}

/** Carries what the page says of each candidate and of presence: on a stale submission, both states are shown. */
function asSeen({ candidates }: SeenJury) {
  return Object.fromEntries(candidates.map(({ entry, name }) => [`as-${entry}`, asShown(name)] as const));
}

function sayAsSeen(visit: Visit, seen: SeenJury): Readonly<Record<string, string>> {
  const said = seen.candidates.map((one) => [`as-${one.entry}`, sayRuled(visit, seen, one).join(" – ")] as const);
  return Object.fromEntries(said);
}

function sayPresent({ lang }: Visit, { members }: SeenJury): string {
  const president = members.find(({ presides }) => presides);
  const there = members.filter(({ present }) => present).map(({ name }) => name);
  return [there.join(", "), president && certificationWords(lang).jury.presidesNow(president.name)]
    .filter(Boolean)
    .join(" – ");
}

/** One candidate's proposals and decisions, exam by exam. */
export function sayRuled(
  visit: Visit,
  seen: SeenJury,
  { exams, domains, left, waits }: SeenJury["candidates"][number],
): readonly [string, string] {
  const { lang } = visit;
  const { session } = seen;
  const words = certificationWords(lang);
  const { diploma } = lawOfSession(visit, session);
  const outOf = new Map(diploma.domains.map((one) => [one.domain, one.exam.outOf]));
  const proposed = domains
    .filter(({ domain }) => exams.includes(domain))
    .map(({ domain, status, points }) => {
      const counted = points === null ? "" : ` (${sayNumber(points, lang)}/${outOf.get(domain)})`;
      return `${domain} ${sayStatus(diploma, status, lang)}${counted}`;
    });
  const decided = domains.flatMap((one) =>
    one.decided === null ? [] : [`${one.domain} ${sayDecided(visit, seen, one.decided)}`],
  );
  return [sayParts(proposed, lang), left ? words.jury.left : waits ? words.jury.waits : sayParts(decided, lang)];
}

/** Why nobody may vote on an exam of this deliberation. */
export function noVote({ lang }: Visit, { members }: SeenJury): string {
  const words = certificationWords(lang).jury;
  return members.some(({ present }) => present) ? words.noVoteLeft : words.noVoteYet;
}

export function sayDecided(visit: Visit, seen: SeenJury, decided: string): string {
  return decided === "none" ? noVote(visit, seen) : (certificationWords(visit.lang).ruled[decided] ?? decided);
}

/** What the reader can do now, which depends on the day and on who presides; nothing once it is closed. */
function whatNow({ visit, seen }: { readonly visit: Visit; readonly seen: SeenJury }): Html | false {
  const { lang, today, actor } = visit;
  const { jury } = seen;
  const words = certificationWords(lang).jury;
  if (!allows(JURY, "noted", juryState(jury))) return false;
  const who = may(actor, "keep the minutes of a jury") ? "secretary" : seen.presiding ? "president" : "member";
  const late = jury.on < today;
  return html`<p class="ds-alert" data-color="${late ? "warning" : "info"}">${late && `${words.late(sayDay(jury.on, lang))} `}${words.now[who]}</p>`;
}

function candidates(visit: Visit, seen: SeenJury): Html {
  const words = certificationWords(visit.lang);
  const rows = seen.candidates.map((one) => [
    html`<a class="ds-link" href="${href(visit.link(places.ruling.to({ jury: seen.jury.id, entry: one.entry })))}">${one.name}</a>`,
    ...sayRuled(visit, seen, one),
  ]);
  const head = [words.jury.candidate, words.jury.proposal, words.jury.decided];
  return table({ id: "ruled", caption: words.jury.candidates, head, rows, stacks: true });
}
