/** What was due and could not be done, with its reason. */
import { may } from "../../../act/permissions.ts";
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, WorkEntries } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { seeOverdue, seeOverdueCount } from "../views.ts";
import { overdueWords } from "../words.ts";

const overdue = route("/echeances-en-echec");

export const overdueEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, seeOverdueCount.who)) return [];
  const words = overdueWords[visit.lang];
  const { count } = (await see(visit, seeOverdueCount, {})) ?? { count: 0 };
  const waiting = count > 0 ? words.entryWaiting(count) : undefined;
  return [{ to: overdue.to(), label: words.entry, why: words.entryWhy, waiting }];
};

export const overduePage: Page = {
  name: "echeances-en-echec",
  path: overdue.path,
  who: seeOverdue.who,
  view: async (visit): Promise<PageResult> => {
    const { lang, school, world } = visit;
    const words = overdueWords[lang];
    const { duties, more } = (await see(visit, seeOverdue, {})) ?? { duties: [], more: false };
    const labels = new Map(world.house.acts.map(({ name, label }) => [name, label[lang]]));
    const list = table({
      id: "overdue",
      caption: words.caption,
      stacks: true,
      head: [words.act, words.due, words.about, words.reason, words.tried],
      rows: duties.map(({ act, key, due, reason, times, since }) => [
        labels.get(act) ?? act,
        sayDay(due, lang),
        key === "" ? words.notLookedFor : key,
        reason[lang],
        words.times(times, sayDay(dayIn(new Date(since), school.timezone), lang)),
      ]),
    });
    const main =
      duties.length === 0
        ? html`<p>${words.none}</p>`
        : html`${list}${more && html`<p>${words.more(duties.length)}</p>`}`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte" }) };
  },
};
