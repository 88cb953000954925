/** The rooms of the school: adding, changing and closing one. */
import { may } from "../../act/permissions.ts";
import { type Html, html } from "../../kit/html.ts";
import { see } from "../../page/acting.ts";
import type { Forms } from "../../page/declared.ts";
import { summaryCard } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { text, version } from "../../page/kinds.ts";
import { whole } from "../../page/number-kinds.ts";
import type { WorkEntries, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { addRoom, changeRoom, closeRoom } from "../acts.ts";
import { sayRoom } from "../rooms.ts";
import { seeRooms } from "../views.ts";
import { roomWords } from "../words.ts";

const rooms = route("/salles");

type Room = NonNullable<Awaited<ReturnType<typeof seeRooms.read>>>["rooms"][number];

const described = { name: text(), seats: whole({ most: 2000 }), site: text({ optional: "empty" }) };

export const roomsPage = formPage({
  name: "salles",
  route: rooms,
  who: "see the rooms",
  words: roomWords,
  seen: (visit) => see(visit, seeRooms, {}),
  form: { fields: described, act: addRoom, done: "ajout" },
  also: (form) => ({
    change: form({
      item: "room",
      fields: { ...described, version: version() },
      begin: ({ seen, item }) => seen.rooms.find(({ id }) => id === item) ?? {},
      edits: true,
      go: ({ words }) => words.save,
      look: "secondary",
      act: changeRoom,
      done: "change",
      forbidden: () => ({ to: rooms.to() }),
    }),
    close: form({
      item: "id",
      go: ({ words }) => words.close,
      look: "tertiary",
      act: closeRoom,
      done: "fin",
      // Closed already.
      forbidden: () => ({ to: rooms.to() }),
    }),
  }),
  shown: ({ visit, words, seen }, forms) => {
    const inUse = seen.rooms.filter(({ closedAt }) => closedAt === null);
    const over = seen.rooms.filter(({ closedAt }) => closedAt !== null);
    const main = html`${inUse.length === 0 && html`<p>${words.none}</p>`}
${inUse.map((room) => card(visit, room, forms))}
${may(visit.actor, addRoom.who) && html`<h2>${words.add}</h2>${forms.form()}`}
${over.length > 0 && html`<h2>${words.closedTitle}</h2><ul>${over.map((room) => html`<li>${sayRoom(room)}</li>`)}</ul>`}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

function card(
  { lang, actor }: Visit,
  { id, name, seats, site }: Room,
  { also, returned }: Forms<"change" | "close">,
): Html {
  const words = roomWords(lang);
  const actions = html`<details class="ds-details"${returned && html` open`}><summary>${words.change}<span class="ds-sr-only"> ${words.changeOf(name)}</span></summary>
<div>${also.change(id, { of: words.changeOf(name) })}${also.close(id, { of: words.changeOf(name) })}</div></details>`;
  return summaryCard({
    title: name,
    rows: [
      { key: words.fields.seats, value: String(seats) },
      { key: words.site, value: site === "" ? words.own : site },
    ],
    ...(may(actor, changeRoom.who) && { actions }),
    lang,
  });
}

export const roomEntries: WorkEntries = ({ actor, lang }) => {
  if (!may(actor, "see the rooms")) return [];
  const { heading, entryWhy } = roomWords(lang);
  return [{ to: rooms.to(), label: heading, why: entryWhy }];
};
