/** The dossier itself: what is to be done next and by when, the list of tasks, and what happened so far. */
import { type Html, html, href } from "../../../kit/html.ts";
import { button, form, linkButton } from "../../../web/form.ts";
import type { Page, Visit } from "../../../web/page.ts";
import { page } from "../../pages/frame.ts";
import { type Task, unfinished } from "../rules/completeness.ts";
import { isOpen } from "../rules/state.ts";
import { sayMoment } from "../sentences.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below, dossierOf } from "./holding.ts";
import { timeline } from "./timeline.ts";

export const dossierTasks: Page = {
  name: "dossier-taches",
  path: "/:diploma/dossier/:dossier",
  who: "apply",
  view: async (visit) => {
    const opened = await dossierOf(visit);
    if (!opened) return { notFound: true };
    const { lang } = visit;
    const words = dossierWords(lang);
    const { dossier, intake, state } = opened;
    const title = words.start.numbered(dossier.number);
    const main = html`<h1>${title}</h1>
<p>${intake.label[lang]}</p>
${nextStep(visit, opened)}
${state.state === "withdrawn" ? html`` : taskList(visit, opened)}
${timeline(visit, opened)}
${state.state !== "withdrawn" && withdrawing(visit)}`;
    return page(visit, { title, main, back: `/${visit.params.diploma}/dossier` });
  },
};

/** The one thing to do next, said first. */
function nextStep(visit: Visit, opened: OpenedDossier): Html {
  const { lang, school } = visit;
  const words = dossierWords(lang);
  const { intake, state, tasks, now, submissions } = opened;
  const until = sayMoment(intake.closesAt, school.timezone, lang);
  const clock = words.start.clock(sayMoment(now, school.timezone, lang));
  if (state.state === "draft") {
    const open = unfinished(tasks);
    const late = now > intake.closesAt;
    return html`<div class="verdict">
<p><strong>${words.tasks.notSent}</strong> ${late ? words.tasks.lateNow(until) : words.tasks.sendBy(until)}</p>
<p>${open.length === 0 ? words.tasks.ready : words.tasks.left(open.length)}</p>
<p class="made">${clock}</p>
<div class="actions">${open.length === 0 ? linkButton(visit.link(below(visit, "deposer")), words.tasks.toSubmit) : linkButton(visit.link(taskPath(visit, open[0]!)), words.tasks.goOn)}</div>
</div>`;
  }
  const last = submissions.at(-1);
  const receipt =
    last &&
    html`<div class="actions">${linkButton(visit.link(below(visit, `recepisse/${last.number}`)), words.tasks.receipt(last.number), "secondary")}</div>`;
  const takeBack =
    state.state === "submitted" &&
    now <= intake.closesAt &&
    html`<p>${words.tasks.takeBackWhy(until)}</p>
${form(visit, html`<div class="actions">${button(words.tasks.takeBack, { variant: "secondary" })}</div>`, { action: visit.link(below(visit, "reprendre")) })}`;
  return html`<div class="verdict"><p><strong>${words.states[state.state].short}</strong></p>
<p>${words.states[state.state].next(state.dueOn === null ? "" : words.start.day(state.dueOn))}</p>
<p class="made">${clock}</p>${receipt}${takeBack}</div>`;
}

function taskList(visit: Visit, { tasks, state, intake }: OpenedDossier): Html {
  const { lang } = visit;
  const words = dossierWords(lang);
  const names = new Map(intake.pieces.map(({ key, label }) => [`piece:${key}`, label[lang]]));
  const groups = [
    { heading: words.tasks.about, tasks: tasks.filter(({ key }) => !key.startsWith("piece:")) },
    { heading: words.tasks.pieces, tasks: tasks.filter(({ key }) => key.startsWith("piece:")) },
  ];
  return html`${groups
    .filter((group) => group.tasks.length > 0)
    .map(
      (group) => html`<h2>${group.heading}</h2>
<ul class="tasks">${group.tasks.map((task) => {
        const name = names.get(task.key) ?? words.taskNames[task.key as keyof typeof words.taskNames] ?? task.key;
        const open = isOpen(state, itemOfTask(task.key));
        const said = html`${name}${task.optional && words.tasks.optional}`;
        return html`<li>${open || state.state !== "draft" ? html`<a class="ds-link" href="${href(visit.link(taskPath(visit, task)))}">${said}</a>` : said} <span class="task-status" data-status="${task.status}">${words.statuses[task.status]}</span></li>`;
      })}</ul>`,
    )}`;
}

/** The draft's tasks open together, since one answer lies in the light of the others. */
function itemOfTask(key: string): string {
  return ["titles", "experience", "plan"].includes(key) ? "declared" : key;
}

function taskPath(visit: Visit, { key }: Task): string {
  const paths: Readonly<Record<string, string>> = { titles: "titres", experience: "experience", plan: "resultat" };
  if (key.startsWith("piece:")) return below(visit, `piece/${key.slice("piece:".length)}`);
  return below(visit, paths[key] ?? `partie/${key}`);
}

function withdrawing(visit: Visit): Html {
  const words = dossierWords(visit.lang).tasks;
  return html`<p><a class="ds-link" href="${href(visit.link(below(visit, "retirer")))}">${words.withdraw}</a></p>`;
}
