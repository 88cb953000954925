/** My account and the school's sign-in service: whether they are tied, tying, untying. */
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { act, see } from "../../../page/acting.ts";
import { button, form, summaryCard } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, SignedVisit } from "../../../page/page.ts";
import { places } from "../../pages/places.ts";
import { unlinkProvider } from "../acts.ts";
import { providerOf } from "../provider.ts";
import { seeTies } from "../views.ts";
import { tieWords } from "../words.ts";
import { leave } from "./provider.ts";

export const tiesPage: Page = {
  name: "compte-ecole",
  path: places.ties.path,
  who: "mind one’s own account",
  everywhere: true,
  view: (visit) => shown(visit as SignedVisit),
  submit: async (visit, sent) => {
    if (sent.get("do") === "link") return leave(visit, sent, { link: (visit as SignedVisit).person.session });
    const outcome = await act(visit, unlinkProvider, { id: sent.get("tie").slice(0, 36) }, { sent });
    return { redirect: visit.link(places.ties.to({}, { fait: outcome.kind === "done" ? "detache" : "rien" })) };
  },
};

const TOLD = { relie: "linked", detache: "untied", rien: "unchanged" } as const;

async function shown(visit: SignedVisit): Promise<PageResult> {
  const { lang, school, world } = visit;
  const provider = providerOf(world, school.establishment);
  if (!provider) return { notFound: true };
  const words = tieWords(lang);
  const { ties } = (await see(visit, seeTies, { school: school.establishment })) ?? { ties: [] };
  const cards = ties.map(({ id, issuer, at }) => {
    const { host } = new URL(issuer);
    const untie = html`<input type="hidden" name="tie" value="${id}">${button(html`${words.untie}<span class="ds-sr-only"> ${words.of(host)}</span>`, { variant: "secondary" })}`;
    return summaryCard({
      title: provider.name ?? words.service,
      rows: [
        { key: words.host, value: host },
        { key: words.since, value: sayDay(dayIn(new Date(at), school.timezone), lang) },
      ],
      actions: form(visit, untie),
      lang,
    });
  });
  const told = Object.entries(TOLD).find(([what]) => what === visit.query.fait)?.[1];
  const main = html`${told && html`<p class="ds-alert" data-color="${told === "unchanged" ? "info" : "success"}" tabindex="-1" autofocus>${words[told]}</p>`}
${cards.length === 0 ? html`<p>${words.none}</p>` : cards}
<h2>${words.what}</h2>
<ul><li>${words.here(school.name)}</li><li>${words.elsewhere}</li><li>${words.address}</li></ul>
${form(visit, button(words.go(provider.name), ties.length > 0 ? { variant: "secondary" } : {}), { hidden: { do: "link" } })}`;
  return { html: layout(visit, { title: words.heading, lead: words.lead, main, back: "/compte" }) };
}
