/** What is left of each draft, on one's first page: part by part, with what is wrong, or that it is ready. Drafts are told apart by it. */
import { href, type Html, html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayMoment } from "../../kit/moment.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import type { MineParts } from "../../page/mine.ts";
import type { SignedVisit, Visit } from "../../page/page.ts";
import { sayProblem } from "../problem-issue.ts";
import { type Task, unfinished } from "../rules/completeness.ts";
import { myDossiers, openDossier, type OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { isPiece, PIECES, taskPath } from "./going-on.ts";
import { below, handingIn } from "./holding.ts";
import { leftOf } from "./submit.ts";

const leftWords = inBoth({
  ready: (number: string) => [`Dossier ${number} : tout est prêt`, `Application ${number}: all is ready`],
  readyWhy: [
    "Relisez-le, puis déposez-le. Tant qu’il n’est pas déposé, l’école ne le lit pas.",
    "Read it again, then submit it. Until it is submitted, the school does not read it.",
  ],
  go: ["Relire et déposer", "Read and submit"],
  left: (number: string) => [`Dossier ${number} : ce qui reste`, `Application ${number}: what is left`],
  takenBack: (moment: string) => [
    `Vous l’avez repris le ${moment} : il n’est plus déposé.`,
    `You took it back on ${moment}: it is no longer submitted.`,
  ],
  toAttach: (count: number) => [`${count} à joindre`, `${count} to attach`],
});

export const draftMinePart: MineParts = async (visit) => {
  const parts = [];
  for (const { id: dossier, state } of (await see(visit, myDossiers, {}))?.dossiers ?? []) {
    const opened = state === "draft" ? await see(visit, openDossier, { dossier }) : undefined;
    if (opened && isStillTaken(visit, opened)) parts.push({ place: "first" as const, html: leftIn(visit, opened) });
  }
  return parts;
};

/** Until the closing, and late until the course begins. */
function isStillTaken({ today }: SignedVisit, { intake: { closesAt, entryOn }, now }: OpenedDossier): boolean {
  return now <= closesAt || (entryOn !== null && today < entryOn);
}

function leftIn(visit: SignedVisit, opened: OpenedDossier): Html {
  const { lang, school } = visit;
  const words = leftWords[lang];
  const { dossier, intake, facts, submissions, tasks } = opened;
  const params = { diploma: intake.diploma, dossier: dossier.id };
  const inside = { ...visit, params };
  const left = unfinished(tasks);
  const back = submissions.length > 0 ? facts.findLast(({ kind }) => kind === "taken-back") : undefined;
  const id = `left-${dossier.number}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${(left.length === 0 ? words.ready : words.left)(dossier.number)}</h2>
${back && html`<p>${words.takenBack(sayMoment(back.at, school.timezone, lang))}</p>`}
${
  left.length === 0
    ? html`<p>${words.readyWhy}</p><p class="actions">${linkButton(visit.link(handingIn.to(params)), words.go, "secondary")}</p>`
    : html`<ul class="rows">${linesOf(inside, opened, left).map((line) => html`<li>${line}</li>`)}</ul>`
}</section>`;
}

/** Each part with what is wrong in it; the documents that are missing are one line, since one page takes them all. */
function linesOf(visit: Visit, opened: OpenedDossier, left: readonly Task[]): Html[] {
  const { lang } = visit;
  const words = leftWords[lang];
  const names = dossierWords(lang);
  const missing = left.filter((task) => isPiece(task) && task.status !== "problem");
  const parts = left.filter((task) => !missing.includes(task));
  return [
    ...parts.map((task) =>
      isPiece(task)
        ? html`<span>${leftOf(visit, opened, task)}</span>`
        : row(
            visit,
            taskPath(visit, task),
            names.taskNames[task.key as keyof typeof names.taskNames],
            wrongIn(opened, task, lang),
          ),
    ),
    ...(missing.length > 0
      ? [row(visit, below(visit, PIECES), names.tasks.pieces, words.toAttach(missing.length))]
      : []),
  ];
}

function row({ link }: Visit, to: string, name: string, said: string): Html {
  return html`<a href="${href(link(to))}">${name}</a><span class="small muted">${said}</span>`;
}

/** What is wrong is said as its page says it; what is only missing is not yet an error. */
function wrongIn({ sections }: OpenedDossier, { key, status, problems }: Task, lang: Visit["lang"]): string {
  const wrong = problems.filter(({ why }) => why !== "missing");
  return wrong.length > 0
    ? wrong.map((problem) => sayProblem(problem, sections[key] ?? {}, lang)).join(" ")
    : dossierWords(lang).statuses[status];
}
