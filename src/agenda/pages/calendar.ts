/** One's calendar as files: an entry to add, and all of it for a program that subscribed. */
import { createHash } from "node:crypto";
import { view } from "../../act/act.ts";
import type { Dated } from "../../act/calendar.ts";
import { type Published, publishedText } from "../../kit/calendar.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { slug } from "../../kit/slug.ts";
import { calendarReader } from "../../people/calendar/holder.ts";
import { see } from "../../page/acting.ts";
import { originOf, type Page, type Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";

const entry = route("/mon-calendrier/:entry");

/** Offers an entry of one's calendar to be added to one's agenda. */
export function addLink({ lang, link }: Visit, uid: string): Html {
  const label = lang === "fr" ? "Ajouter à mon agenda" : "Add to my calendar";
  return html`<p><a class="ds-link" href="${href(link(entry.to({ entry: uid })))}">${label}</a></p>`;
}

export const entryPage: Page = {
  name: "mon-calendrier",
  path: entry.path,
  who: "see one’s own calendar",
  async view(visit) {
    const { world, params } = visit;
    const mine = await see(visit, world.house.myCalendar, {});
    const found = mine?.entries.find(({ uid }) => uid === params.entry);
    if (!found) return { notFound: true };
    const published = publishedOf(visit, found);
    const file = Buffer.from(publishedText([published], { at: world.now() }));
    return { file, type: CALENDAR, name: `${slug(published.title)}.ics` };
  },
};

const CALENDAR = "text/calendar; charset=utf-8";

/** Read without signing in, by anybody who knows the secret address; what was cancelled is left out, and so vanishes. */
export const feedPage: Page = {
  name: "calendrier",
  path: "/calendrier/:token",
  async view(visit) {
    const { world, school, lang, params } = visit;
    const token = /^([\w-]+)\.ics$/.exec(params.token ?? "")?.[1];
    const actor =
      token && (await calendarReader(world.db, token, { school: school.establishment, today: visit.today }));
    if (!actor) return { notFound: true };
    const { establishment } = school;
    const mine = await view(world, world.house.myCalendar, { actor, establishment, input: {} });
    if (mine.kind !== "found") return { notFound: true };
    const entries = mine.value.entries.filter(({ cancelled }) => !cancelled).map((one) => publishedOf(visit, one));
    const written = (at: Date) => publishedText(entries, { at, name: `${school.name} – Livret` });
    // The same as long as nothing changed: when it was written does not count.
    const etag = `W/"${createHash("sha256")
      .update(written(new Date(0)))
      .digest("base64url")}"`;
    return { file: Buffer.from(written(world.now())), type: CALENDAR, name: `livret-${lang}.ics`, etag };
  },
};

function publishedOf(visit: Visit, { when, to, title, words, ...rest }: Dated): Published {
  const { lang, link, school } = visit;
  const said = { ...rest, title: title[lang], words: words[lang], url: originOf(visit) + link(to) };
  if ("day" in when) return { ...said, day: when.day };
  const [from, until] = [when.from, when.until].map((one) => new Date(one).toISOString()) as [string, string];
  return { ...said, from, until, zone: school.timezone };
}
