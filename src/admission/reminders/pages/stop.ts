/**
 * Where the link of a reminder leads that was written to somebody without an account: whether they want more of them. Opening it
 * does nothing, as programs that search mails open links.
 */
import { html } from "../../../kit/html.ts";
import type { Actor } from "../../../act.ts";
import { act, see } from "../../../web/acting.ts";
import { button, form } from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { chooseRemindersAbout } from "../acts.ts";
import { remindersAbout } from "../views.ts";
import { stopWords } from "./words.ts";

export const stopRemindersPage: Page = {
  name: "rappels",
  path: "/rappels/:secret",
  view: (visit) => shown(visit),
  submit: async (visit, sent) => {
    const version = /^\d{1,9}$/.test(sent.get("version")) ? Number(sent.get("version")) : 0;
    const input = { reminders: sent.get("reminders") === "yes", version };
    const outcome = await act(visit, chooseRemindersAbout, input, { sent, ...holder(visit) });
    if (outcome.kind === "done") return { redirect: visit.link(visit.path) };
    return shown(visit, outcome.kind === "stale");
  },
};

function holder({ params }: Visit): { actor: Actor } {
  return { actor: { kind: "holder", secret: (params.secret ?? "").slice(0, 100) } };
}

async function shown(visit: Visit, changed = false): Promise<PageResult> {
  const words = stopWords[visit.lang];
  const choice = await see(visit, remindersAbout, {}, holder(visit));
  if (!choice) return { html: layout(visit, { title: words.over, lead: words.overWhy, main: html`` }), status: 404 };
  const { reminders, version, number } = choice;
  const send = button(reminders ? words.turnOff : words.turnOn, {
    name: "reminders",
    value: reminders ? "no" : "yes",
    ...(reminders && { variant: "secondary" as const }),
  });
  const main = html`${changed && html`<div class="ds-alert" data-color="warning" role="alert"><p>${words.changed}</p></div>`}
<p><strong>${reminders ? words.on : words.off}</strong></p>
${form(visit, html`<div class="actions">${send}</div>`, { hidden: { version: String(version) } })}
<p>${words.always}</p>`;
  const frame = { title: words.heading(number), lead: words.lead, main };
  return { html: layout(visit, frame), ...(changed && { status: 409 }) };
}
