/** Choosing a token's reach: the acts and views that its owner may use, by their labels. */
import { type Html, html } from "../../../kit/html.ts";
import type { Choosable } from "../../../act/programs.ts";
import type { Field } from "../../../page/field.ts";
import { checkboxes, radios } from "../../../page/form.ts";
import type { Form, Visit } from "../../../page/page.ts";
import { type Permission, type Reach, REACHES } from "../../../act/permissions.ts";
import { type Room, ROOMS, tokenWords } from "./words.ts";

/** The group of each permission; unlisted ones are with the account's own. */
const ROOM_OF: Partial<Record<Permission, Room>> = {
  "see the dossiers": "dossiers",
  "handle the dossiers": "dossiers",
  "read what is said of a disability": "dossiers",
  "see the mail": "dossiers",
  "note a returned mail": "dossiers",
  "see the intakes": "intakes",
  "open an intake": "intakes",
  "ask about oneself": "intakes",
  "see the accounts": "accounts",
  "keep the accounts": "accounts",
  "see the roles": "school",
  "see the guests": "school",
  "invite guests": "school",
  "see what is kept": "school",
  "hold an erasure": "school",
};
const roomOf = ({ who }: Choosable) => ROOM_OF[who] ?? "own";

const fieldOf = (room: Room, kind: Choosable["kind"]) => `${room}-${kind}`;

type Reached = { readonly reach: Reach; readonly chosen: string[] };

/** How far a token reaches; for `chosen`, the list to tick right below. */
export function reachField(visit: Visit): Field<Reached> {
  const { lang } = visit;
  const words = tokenWords(lang);
  return {
    label: words.reachLegend,
    read: (typed, name) => {
      const reach = REACHES.find((one) => one === typed.get(name));
      const chosen = chosenIn(typed, visit);
      if (reach === undefined) return { fault: words.reachMissing };
      if (reach === "chosen" && chosen.length === 0) return { fault: words.nothingChosen };
      if (reach !== "chosen" && chosen.length > 0) return { fault: words.chosenInVain };
      return { value: { reach, chosen } };
    },
    write: ({ reach }, name) => ({ [name]: reach }),
    print: ({ name, typed, errors }) =>
      radios({
        name,
        legend: words.reachLegend,
        options: REACHES.map((value) => ({ value, label: words.reaches[value], hint: words.reachHints[value] })),
        follow: { chosen: choices(visit, chosenIn(typed, visit)) },
        value: typed.get(name),
        errors,
        lang,
      }),
    say: ({ reach }) => words.reaches[reach],
  };
}

/** Those ticked that the owner may grant; other names in the form are ignored. */
function chosenIn(sent: Form, { world, actor }: Visit): string[] {
  return world.house.programs
    .choosableBy(actor)
    .filter((choosable) => sent.all(fieldOf(roomOf(choosable), choosable.kind)).includes(choosable.name))
    .map(({ name }) => name);
}

function choices({ world, actor, lang }: Visit, chosen: readonly string[]): Html {
  const words = tokenWords(lang);
  const all = Map.groupBy(world.house.programs.choosableBy(actor), roomOf);
  const boxes = (room: Room, kind: Choosable["kind"]) => {
    const options = (all.get(room) ?? []).filter((one) => one.kind === kind);
    return (
      options.length > 0 &&
      checkboxes({
        name: fieldOf(room, kind),
        legend: words.kinds[kind],
        options: options.map(({ name, label }) => ({ value: name, label: label[lang] })),
        values: chosen,
        errors: [],
        lang,
      })
    );
  };
  return html`${ROOMS.filter((room) => all.has(room)).map((room) => {
    const open = (all.get(room) ?? []).some(({ name }) => chosen.includes(name));
    return html`<details class="ds-details" ${open && html`open`}><summary>${words.rooms[room]}</summary><div class="stack">${boxes(room, "view")}${boxes(room, "act")}</div></details>`;
  })}`;
}

/** By their labels; a name that no longer exists, as it is. */
export function sayChosen({ world, lang }: Visit, names: readonly string[]): Html {
  const known = [...world.house.programs.views, ...world.house.programs.acts];
  return html`<ul class="ds-list">${names.map(
    (name) => html`<li>${known.find((one) => one.name === name)?.label[lang] ?? name}</li>`,
  )}</ul>`;
}
