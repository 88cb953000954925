/** The complement asked: its points, with links to correct each, and the act of giving it. */
import { allows } from "../../kit/machine.ts";
import { DOSSIER } from "../rules/state.ts";
import { type Html, html, href } from "../../kit/html.ts";
import { formPage } from "../../page/form-page.ts";
import { agreed, carried, longText } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import type { Visit } from "../../page/page.ts";
import { shownHash } from "../standing.ts";
import { type Asked, giveComplement, MOST_NOTED } from "../complement-acts.ts";
import { sayItem } from "../complement-items.ts";
import { followingWords } from "../following-words.ts";
import { isChanged, itemTasks } from "../rules/complement.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { sayMoment } from "../sentences.ts";
import { taskPath } from "./going-on.ts";
import { below, dossierOf } from "./holding.ts";
import { receiptAt } from "./receipt-pdf.ts";

export const complementAt = route("/:diploma/dossier/:dossier/complement");

export const dossierComplement = formPage({
  name: "dossier-complement",
  route: complementAt,
  who: "apply",
  timed: true,
  words: (lang) => followingWords(lang).complement,
  seen: dossierOf,
  // A page kept open after it was given leads to the dossier.
  elsewhere: ({ visit, seen }) => (allows(DOSSIER, "complement-given", seen.state.state) ? undefined : below(visit)),
  form: {
    fields: ({ words, seen }) => ({
      ...(isUnchanged(seen) && { unchanged: longText({ ...words.unchangedWhy, rows: 3, most: MOST_NOTED }) }),
      agreed: agreed(isUnchanged(seen) ? words.agreeUnchanged : { ...words.fields.agreed, box: words.agree }),
      shown: carried<string>(),
    }),
    begin: ({ words, seen }) => ({ shown: shownHash(seen, declaration(words, seen)) }),
    act: giveComplement,
    input: ({ shown, unchanged }, { words, seen }) => ({
      dossier: seen.dossier.id,
      shown,
      words: declaration(words, seen),
      ...(unchanged !== undefined && { unchanged }),
    }),
    done: ({ submission: number }, { params }) => receiptAt.to({ ...params, number }),
    stale: ({ words }) => ({ said: words.changedMeanwhile }),
    // The page itself shows what is missing.
    invalid: () => ({ shown: true }),
    forbidden: ({ visit }) => ({ to: below(visit) }),
  },
  shown: ({ visit, lang, words, seen: opened }, { form }) => {
    const { link, school, today } = visit;
    const { dueOn } = opened.state;
    const points = pointsOf(visit, opened);
    const ready = points.every(({ status }) => status !== "missing");
    const clock = dossierWords(lang).start.clock(sayMoment(opened.now, school.timezone, lang));
    const main = html`<div class="verdict"><p><strong>${today > dueOn! ? words.late(dueOn!) : words.by(dueOn!)}</strong></p><p>${words.only}</p><p class="made">${clock}</p></div>
<h2>${words.said}</h2>
${points.map((point) => pointCard(visit, point))}
${ready ? form() : html`<p>${words.notReady}</p>`}
<h2>${words.question}</h2>
<p><a class="ds-link" href="${href(link(below(visit, "messages")))}">${words.ask}</a></p>`;
    return { title: words.heading, main, back: below(visit) };
  },
});

type Words = ReturnType<typeof followingWords>["complement"];

/** Who changed nothing certifies no correction. */
function declaration(words: Words, opened: OpenedDossier): string {
  return isUnchanged(opened) ? words.agreeUnchanged.hint : words.fields.agreed.hint;
}

function isUnchanged(opened: OpenedDossier): boolean {
  return askedOf(opened)?.items.every((item) => !isChangedSince(opened, item)) ?? false;
}

function isChangedSince(opened: OpenedDossier, item: string): boolean {
  const last = opened.submissions.at(-1);
  return last === undefined || isChanged(item, { sections: last.contents, files: last.files }, opened);
}

type Point = {
  readonly item: string;
  readonly name: string;
  readonly note: string | undefined;
  readonly status: "missing" | "changed" | "unchanged";
  readonly ways: readonly { readonly name: string; readonly path: string }[];
};

/** The last request, which is the open one. */
function askedOf({ facts }: OpenedDossier): Asked | undefined {
  return facts.findLast(({ kind }) => kind === "complement-asked")?.details as unknown as Asked | undefined;
}

function pointsOf(visit: Visit, opened: OpenedDossier): Point[] {
  const request = askedOf(opened);
  if (!request) return [];
  const { lang } = visit;
  const { taskNames } = dossierWords(lang);
  return request.items.map((item) => {
    const tasks = itemTasks([item], opened.tasks);
    const name = sayItem(item, opened.intake, lang);
    return {
      item,
      name,
      note: request.notes[item],
      status: tasks.some(({ status }) => status !== "done")
        ? "missing"
        : isChangedSince(opened, item)
          ? "changed"
          : "unchanged",
      ways: tasks.map((task) => ({
        name: taskNames[task.key as keyof typeof taskNames] ?? name,
        path: taskPath(visit, task),
      })),
    };
  });
}

function pointCard(visit: Visit, { name, note, status, ways }: Point): Html {
  const words = followingWords(visit.lang).complement;
  const shownStatus = { missing: "problem", changed: "done", unchanged: "to-do" }[status];
  return html`<section class="ds-card summary-card">
<h3>${name}</h3>
${note && html`<p class="typed">${note}</p>`}
<p><span class="task-status" data-status="${shownStatus}">${words[status]}</span></p>
<div class="card-actions">${ways.map(
    (way) =>
      html`<a class="ds-link" href="${href(visit.link(way.path))}">${words.open}<span class="ds-sr-only"> ${way.name}</span>${ways.length > 1 && ` (${way.name})`}</a> `,
  )}</div>
</section>`;
}
