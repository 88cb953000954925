/** Absences and stand-ins: entering the reader's own, or anybody's with the permission, and ending them. */
import { type Html, html } from "../../../kit/html.ts";
import { may } from "../../../act/permissions.ts";
import { summaryCard } from "../../../page/form.ts";
import type { Forms } from "../../../page/declared.ts";
import { formPage } from "../../../page/form-page.ts";
import { carried, day, pick } from "../../../page/kinds.ts";
import type { WorkEntries, Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { see } from "../../../page/acting.ts";
import { endAbsence, enterAbsence } from "../acts.ts";
import { isAway } from "../rules/absence.ts";
import { seeAbsences } from "../views.ts";
import { absenceWords, sayDays } from "../words.ts";

const absences = route("/equipe/absences");

type Seen = NonNullable<Awaited<ReturnType<typeof seeAbsences.read>>>;

export const absencesPage = formPage({
  name: "equipe-absences",
  route: absences,
  who: "see the dossiers",
  words: absenceWords,
  seen: (visit) => see(visit, seeAbsences, {}),
  form: {
    fields: ({ visit, words, seen }) => ({
      account: arranges(visit)
        ? pick({ label: words.who, options: named(seen.colleagues), missing: words.missing.who })
        : carried<string>(),
      from: day(),
      until: day(),
      standIn: pick({ options: named(standInsFor(visit, seen)), open: true }),
    }),
    begin: ({ visit }) => ({ account: visit.person?.account ?? "" }),
    act: enterAbsence,
    done: "note",
  },
  also: (form) => ({
    end: form({
      item: "id",
      go: ({ words }) => ({ label: words.end, variant: "secondary" }),
      act: endAbsence,
      done: "fin",
      // Ended already, or over since.
      forbidden: () => ({ to: absences.to() }),
    }),
  }),
  shown: ({ visit, words, seen }, forms) => {
    const standsIn = standInsFor(visit, seen).length > 0;
    const main = html`<h2>${words.now}</h2>
${seen.absences.length === 0 && html`<p>${words.none}</p>`}
${seen.absences.map((one) => card(visit, one, forms))}
${may(visit.actor, enterAbsence.who) && html`<h2>${words.enter}</h2>${standsIn ? html`<p>${words.enterWhy}</p>${forms.form()}` : html`<p>${words.nobody}</p>`}`}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

export const absenceEntries: WorkEntries = ({ actor, lang }) => {
  if (!may(actor, "see the dossiers")) return [];
  const { heading, entryWhy } = absenceWords(lang);
  return [{ to: absences.to(), label: heading, why: entryWhy }];
};

function arranges({ actor }: Visit): boolean {
  return may(actor, "arrange absences");
}

function named(colleagues: Seen["colleagues"]) {
  return colleagues.map(({ account, name }) => ({ value: account, label: name }));
}

/** Those who arrange for others choose among all colleagues; the act checks the choice. */
function standInsFor(visit: Visit, { colleagues }: Seen): Seen["colleagues"] {
  if (arranges(visit)) return colleagues.length > 1 ? colleagues : [];
  const own = colleagues.find(({ account }) => account === visit.person?.account)?.roles ?? [];
  return colleagues.filter(
    ({ account, roles }) => account !== visit.person?.account && roles.some((role) => own.includes(role)),
  );
}

function card(visit: Visit, absence: Seen["absences"][number], { also }: Forms<"end">): Html {
  const { lang, person, today } = visit;
  const words = absenceWords(lang);
  const { id, account, name, standIn } = absence;
  const ends = arranges(visit) || account === person?.account;
  const running = isAway(absence, today) ? ` (${words.running})` : "";
  return summaryCard({
    title: name,
    level: 3,
    rows: [
      { key: words.when, value: `${sayDays(absence, lang)}${running}` },
      { key: words.standIn, value: standIn },
    ],
    ...(ends && { actions: also.end(id, { of: words.endOf(name) }) }),
    lang,
  });
}
