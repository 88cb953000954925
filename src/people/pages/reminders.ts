/** Whether a person is reminded of what they have not handed in. Opening the page does nothing: a mail leads here. */
import { html } from "../../kit/html.ts";
import { chooseReminders } from "../../record/mail/acts.ts";
import { myReminders } from "../../record/mail/views.ts";
import { act, see } from "../../web/acting.ts";
import { button, form } from "../../web/form.ts";
import { layout } from "../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../web/page.ts";
import { peopleWords } from "./words.ts";

export const remindersPage: Page = {
  name: "compte-rappels",
  path: "/compte/rappels",
  who: "read one’s own mail",
  view: (visit) => shown(visit),
  submit: async (visit, sent) => {
    const version = /^\d{1,9}$/.test(sent.get("version")) ? Number(sent.get("version")) : 0;
    const outcome = await act(
      visit,
      chooseReminders,
      { reminders: sent.get("reminders") === "yes", version },
      { sent },
    );
    return outcome.kind === "done" ? { redirect: `${visit.link(visit.path)}?fait=choisi` } : shown(visit, true);
  },
};

async function shown(visit: Visit, changed = false): Promise<PageResult> {
  const words = peopleWords(visit.lang).reminders;
  const choice = await see(visit, myReminders, {});
  if (!choice) return { notFound: true };
  const { reminders, version } = choice;
  const send = button(reminders ? words.turnOff : words.turnOn, {
    name: "reminders",
    value: reminders ? "no" : "yes",
    ...(reminders && { variant: "secondary" as const }),
  });
  const stands = reminders ? words.on : words.off;
  const chosen = !changed && visit.query.fait === "choisi";
  const main = html`${changed && html`<div class="ds-alert" data-color="warning" role="alert"><p>${words.changed}</p></div>`}
${
  chosen
    ? html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${stands}</p>`
    : html`<p><strong>${stands}</strong></p>`
}
${form(visit, html`<div class="actions">${send}</div>`, { hidden: { version: String(version) } })}
<p>${words.always}</p>`;
  const frame = { title: words.heading, lead: words.lead, main, back: "/compte/courrier" };
  return { html: layout(visit, frame), ...(changed && { status: 409 }) };
}
