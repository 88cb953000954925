/** The dossier's home: next step and deadline, task list, and history. */
import { isOpen } from "../rules/state.ts";
import { type Html, html, href } from "../../kit/html.ts";
import type { Page, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { endedBy } from "../../documents/pages/refusals.ts";
import { contactOfAt } from "../contact/pages/contact.ts";
import { contactWords } from "../contact/words.ts";
import type { Followed } from "../follow-views.ts";
import { enteringWords } from "../entering/words.ts";
import { bundleWords } from "../bundle-words.ts";
import { followingWords } from "../following-words.ts";
import type { Task } from "../rules/completeness.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { enteredMark } from "../entering/pages/entered.ts";
import { isPiece, PIECES, taskPath } from "./going-on.ts";
import { below, dossierAt, followedOf } from "./holding.ts";
import { mayEnter } from "./may-enter.ts";
import { nextStep } from "./next-step.ts";
import { reachedIn } from "./reached.ts";
import { piecesStatus } from "./pieces.ts";
import { startAt } from "./start.ts";
import { timeline } from "./timeline.ts";
import { isOver, wayOut } from "./withdraw.ts";

export const dossierTasks: Page = {
  name: "dossier-taches",
  path: dossierAt.path,
  who: "apply",
  view: async (visit) => {
    const followed = await followedOf(visit);
    if (!followed) return { notFound: true };
    const { opened } = followed;
    const { lang } = visit;
    const words = dossierWords(lang);
    const { dossier, intake, state } = opened;
    const title = words.start.numbered(dossier.number);
    // A closed route comes before the next step: it may be a reason not to go on.
    const answer = mayEnter(visit, opened);
    const reached = state.state === "submitted" ? await reachedIn(visit, dossier.id) : undefined;
    const main = html`<h1>${words.start.numbered("")}<span class="unbroken">${dossier.number}</span></h1>
<p>${intake.label[lang]}</p>
${enteredMark(visit, opened, followed)}
${await endedBy(visit, dossier.id)}
${answer && !answer.open && answer.block}
${nextStep(visit, { opened, followed, reached })}
${answer?.open && answer.block}
${state.state !== "withdrawn" && opened.dossier.entered !== "carried" && taskList(visit, opened)}
${timeline(visit, { opened, followed })}
${more(visit, opened, followed, { over: await isOver(visit, opened), decided: reached !== undefined || state.state === "declined" })}`;
    return page(visit, { title, main, back: startAt.to({ diploma: intake.diploma }) });
  },
};

function taskList(visit: Visit, { tasks, state }: OpenedDossier): Html {
  const { lang } = visit;
  const words = dossierWords(lang);
  const line = (key: string, name: string, path: string, status: Task["status"]) => {
    const open = key === PIECES || isOpen(state, itemOfTask(key)) || state.state !== "draft";
    // Screen readers going from link to link read the name only: the status is its description.
    return html`<li>${open ? html`<a class="ds-link" href="${href(visit.link(path))}" aria-describedby="status-${key}">${name}</a>` : name} <span class="task-status" data-status="${status}" id="status-${key}">${words.statuses[status]}</span></li>`;
  };
  const own = tasks.filter((task) => !isPiece(task));
  return html`<h2>${words.tasks.about}</h2>
<ul class="tasks">${own.map((task) => line(task.key, words.taskNames[task.key as keyof typeof words.taskNames] ?? task.key, taskPath(visit, task), task.status))}
${tasks.some(isPiece) && line(PIECES, words.tasks.pieces, below(visit, PIECES), piecesStatus(tasks))}</ul>`;
}

/** The draft's tasks open together, since their answers depend on each other. */
function itemOfTask(key: string): string {
  return ["titles", "experience", "plan"].includes(key) ? "declared" : key;
}

/** Links that are always available. */
function more(
  visit: Visit,
  opened: OpenedDossier,
  { unread }: Followed,
  { over, decided }: { readonly over: boolean; readonly decided: boolean },
): Html {
  const { lang } = visit;
  const { dossier, submissions, attached } = opened;
  const messages = followingWords(lang).messages.link(unread);
  const timelineWords = followingWords(lang).timeline;
  const link = (path: string, label: string) =>
    html`<li><a class="ds-link" href="${href(visit.link(path))}">${label}</a></li>`;
  return html`<ul>
${dossier.account !== null && link(below(visit, "messages"), messages)}
${dossier.account !== null && decided && link(below(visit, "decision"), timelineWords.decided)}
${dossier.account === null && submissions.length > 0 && link(below(visit, "faire-confirmer"), enteringWords(lang).ask.heading)}
${dossier.account !== null && html`${link("/compte/ouvertures", timelineWords.openings)}${link("/compte/donnees", timelineWords.export)}`}
${dossier.account === null && submissions.length > 0 && link(contactOfAt.to({ diploma: opened.intake.diploma, dossier: dossier.id }), contactWords[lang].office.heading)}
${attached.length > 0 && link(`/fichiers/${dossier.id}`, bundleWords[lang].link)}
${wayOut(visit, opened, over)}
</ul>`;
}
