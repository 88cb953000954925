/** A dossier's activity log, page by page. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayMoment } from "../../kit/moment.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { type Activity, type ActivityPage, seeActivity } from "../activity.ts";
import { activityWords } from "../activity-words.ts";
import { keepingList } from "./list.ts";
import { notHere } from "./own.ts";
import { officeWords, sayPart } from "../words.ts";

export const activityPage: Page = {
  name: "dossiers-journal",
  path: "/dossiers/:dossier/journal",
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const { dossier = "" } = visit.params;
    const asked = visit.query.page ?? "";
    const page = /^\d{1,4}$/.test(asked) ? Number(asked) : 0;
    const log = isId(dossier) ? await see(visit, seeActivity, { dossier, page }) : undefined;
    if (!log) return notHere(visit);
    const words = activityWords[visit.lang];
    const to = (other: number) => visit.link(keepingList(visit, visit.path, other > 0 ? { page: String(other) } : {}));
    const name = log.name ?? officeWords(visit.lang).queue.unnamed;
    const main = html`<p><strong>${name}</strong>${page > 0 && html` – ${words.page(page + 1)}`}</p>
<ol class="timeline-list">${together(log.deeds).map((deeds) => line(visit, log, deeds))}</ol>
${(log.more || page > 0) && html`<nav class="actions" aria-label="${words.link}">${page > 0 && linkButton(to(page - 1), words.newer, "secondary")}${log.more && linkButton(to(page + 1), words.older, "secondary")}</nav>`}`;
    const title = words.heading(log.number);
    return { html: layout(visit, { title, lead: words.lead, main, back: keepingList(visit, `/dossiers/${dossier}`) }) };
  },
};

/** Groups consecutive autosaves of one author. */
function together(deeds: readonly Activity[]): Activity[][] {
  const groups: Activity[][] = [];
  for (const deed of deeds) {
    const last = groups.at(-1);
    if (last?.[0]!.act === deed.act && last[0].actor === deed.actor && deed.act === "saveSection") last.push(deed);
    else groups.push([deed]);
  }
  return groups;
}

function line(visit: Visit, page: ActivityPage, deeds: readonly Activity[]): Html {
  const { lang, school } = visit;
  const words = activityWords[lang];
  const [{ act, actor, at }, first] = [deeds[0]!, deeds.at(-1)!];
  const moment = (instant: Date) => sayMoment(instant, school.timezone, lang);
  // Each part once, however often it was saved.
  const named = new Map(deeds.flatMap((one) => one.about).map((one) => [JSON.stringify(one), one]));
  const about = [...named.values()].map((one, at) => html`${at > 0 && ", "}${sayAbout(visit, page, one)}`);
  const label = words.acts[act] ?? `${words.other} ${act}`;
  const colon = lang === "fr" ? "\u00a0: " : ": ";
  return html`<li><time datetime="${at.toISOString()}">${moment(at)}</time> <strong>${whoDid(visit, page, actor)}</strong> ${label}${about.length > 0 && html`${colon}${about}`}${deeds.length > 1 && html` <span class="small">(${words.times(deeds.length, moment(first.at))})</span>`}</li>`;
}

function sayAbout(
  { lang, link, params }: Visit,
  { intake }: ActivityPage,
  about: Activity["about"][number],
): Html | string {
  const words = activityWords[lang];
  if ("part" in about) return words.parts[about.part] ?? sayPart(about.part, intake, lang);
  if ("piece" in about) return sayPart(`piece:${about.piece}`, intake, lang);
  const to = link(`/dossiers/${params.dossier}/recepisse/${about.receipt}`);
  return html`<a class="ds-link" href="${href(to)}">${words.receipt(about.receipt)}</a>`;
}

function whoDid({ lang }: Visit, { names, account }: ActivityPage, actor: string): string {
  const words = activityWords[lang];
  const name = names[actor];
  const [kind = "", of = ""] = actor.split(/[: ]/);
  if (kind === "operator") return words.operator(name ?? "");
  if (kind === "clock") return words.clock;
  if (kind === "payment-provider") return words.provider;
  if (kind !== "account") return words.byLink;
  if (name === undefined) return of === account ? words.candidate : words.someone;
  const who = of === account ? words.person(name) : name;
  return actor.includes(" token:") ? words.program(who) : who;
}
