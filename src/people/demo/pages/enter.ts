/** In a demonstration, the way in: as one of its invented people. Elsewhere there is no such page. */
import { html } from "../../../kit/html.ts";
import { act } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form, radios } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { startSession } from "../../sessions/acts.ts";
import { letIn } from "../../pages/proof.ts";
import { deviceOf } from "../../rules/device.ts";
import { demoWords } from "../words.ts";

export const enterDemoPage: Page = {
  name: "demonstration",
  path: "/demonstration",
  view: (visit) => (visit.world.demo ? shown(visit, []) : { notFound: true }),
  submit: async (visit, sent) => {
    const person = peopleOf(visit).find(({ account }) => account === sent.get("account"));
    if (!visit.world.demo) return { notFound: true };
    if (!person) return shown(visit, [{ field: "account", message: demoWords[visit.lang].missing }]);
    const actor = { kind: "proven", account: person.account, means: ["demo"] } as const;
    const device = deviceOf(visit.request.headers["user-agent"]);
    const outcome = await act(visit, startSession, { device }, { sent, actor });
    if (outcome.kind !== "done") return { notFound: true };
    return letIn(visit, outcome.value);
  },
};

function peopleOf({ world, school }: Visit) {
  return (world.demo?.shown ?? []).filter((one) => one.school === school.establishment);
}

function shown(visit: Visit, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = demoWords[lang];
  const options = peopleOf(visit).map(({ account, label }) => ({ value: account, label: label[lang] }));
  const choice = radios({ name: "account", legend: words.choose, options, value: undefined, errors, lang });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${form(visit, html`${choice}<div class="actions">${button(words.go)}</div>`, { action: visit.request.url })}`;
  return {
    html: layout(visit, { title: words.heading, main, error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}
