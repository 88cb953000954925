/** What waits for others, on the page where the school has to obtain it: by name, with a button that reminds them now. */
import { type Html, html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayDay } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { cameFrom, goingOn, hereOf } from "../../page/back.ts";
import { DESK_HOME } from "../../page/desk-head.ts";
import { button, form as postForm } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";

const remindAt = route("/a-faire/:line/rappel");

const words = inBoth({
  heading: ["Qui doit encore faire quoi", "Who has still to do what"],
  title: ["Rappeler maintenant", "Remind now"],
  lead: ["Un courriel part tout de suite, un par jour au plus.", "A mail goes at once, one a day at most."],
  go: ["Rappeler maintenant", "Remind now"],
  by: (day: string) => [`pour le ${day}`, `by ${day}`],
  gone: ["Cela n’attend plus de cette personne.", "It waits for this person no more."],
  reminded: ["Un rappel est parti aujourd’hui.", "A reminder went today."],
});

/** `otherwise`: what else can be done, such as handing it to another. Nothing where the reader may remind nobody. */
export async function owedIn(
  visit: Visit,
  asked: { readonly chains: string[]; readonly part?: string; readonly key?: string },
  otherwise: Html | false = false,
): Promise<Html | false> {
  const said = words[visit.lang];
  const { lines = [] } = (visit.person && (await see(visit, visit.world.house.waitingForOthers, asked))) || {};
  if (lines.length === 0) return false;
  return html`<section class="ds-card" aria-labelledby="owed"><h2 id="owed">${said.heading}</h2><p class="small">${said.lead}</p>
${lines.map((one) => html`<div class="actions"><p><strong>${one.name}</strong> – ${one.verb[visit.lang]}${one.dueOn !== null && `, ${said.by(sayDay(one.dueOn, visit.lang))}`}</p>${one.reminded ? html`<p>${said.reminded}</p>` : postForm(visit, button(html`${said.go}<span class="ds-sr-only"> ${one.name}</span>`, { variant: "secondary" }), { action: visit.link(remindAt.to({ line: one.line }, { de: goingOn(visit, hereOf(visit)) })) })}</div>`)}
${otherwise}</section>`;
}

/** The page from which it was asked. */
const backOf = (visit: Visit) => cameFrom(visit) ?? DESK_HOME;

export const remindNowPage = formPage({
  name: "a-faire-rappel",
  route: remindAt,
  who: "mind one’s own account",
  words: (lang) => words[lang],
  seen: async () => ({}),
  form: {
    act: ({ visit }) => visit.world.house.remindNow,
    done: (_, { visit }) => backOf(visit),
    invalid: ({ words: said }) => ({ said: said.reminded }),
    forbidden: ({ words: said }) => ({ said: said.gone }),
  },
  shown: ({ visit, words: said }, { form }) => ({
    title: said.title,
    lead: said.lead,
    main: form(),
    back: backOf(visit),
  }),
});
