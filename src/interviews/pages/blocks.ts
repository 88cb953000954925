/** Parts shared by the pages of interviews. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import type { Field } from "../../page/field.ts";
import { pick } from "../../page/kinds.ts";
import { hour } from "../../page/number-kinds.ts";
import type { Became } from "../../mail/became.ts";
import type { DaySettings, Preparation } from "../rules/day.ts";
import type { InterviewState } from "../rules/state.ts";
import { interviewWords } from "../words.ts";

const COLORS: Readonly<Record<InterviewState, string>> = {
  placed: "neutral",
  convoked: "info",
  confirmed: "success",
  "move-asked": "warning",
  agreed: "success",
  missed: "warning",
  postponed: "warning",
  cancelled: "warning",
};

type Tagged = {
  readonly state: InterviewState;
  /** What became of the convocation, if unanswered. */
  readonly told?: Became | null;
  readonly toHandOver?: boolean;
};

export function stateTag({ state, told = null, toHandOver = false }: Tagged, lang: Lang): Html {
  const words = interviewWords(lang);
  const over = toHandOver && html` <span class="ds-tag" data-color="danger">${words.toHandOver}</span>`;
  const unheard = told === "to-hand" || told === "returned";
  const label = told === null || told === "mailed" ? words.states[state] : words.told[told];
  return html`<span class="ds-tag" data-color="${unheard ? "warning" : COLORS[state]}">${label}</span>${over}`;
}

/** Warns of undecided arrangements: these candidates are planned and convoked all the same. */
export function arrangementsAwaited(
  all: readonly { readonly name: string; readonly toArrange: boolean }[],
  lang: Lang,
): Html {
  const them = all.filter(({ toArrange }) => toArrange).map(({ name }) => name);
  if (them.length === 0) return html``;
  return html`<p class="ds-alert" data-color="warning">${interviewWords(lang).toArrange(them)}</p>`;
}

/** Text typed by a person, in an unknown language. */
export function written(text: string): Html {
  return html`<span lang="">${text}</span>`;
}

type Given = { readonly body: string | null; readonly file: { readonly id: string; readonly name: string } | null };

/** The text handed to the candidate: as it was typed, and the link to its file. */
export function givenText({ link, lang }: Visit, { body, file }: Given): Html | false {
  if (body === null && file === null) return false;
  const open = file && linkButton(link(`/fichier/${file.id}`), interviewWords(lang).openText, "secondary");
  return html`${body !== null && typedText(body)}${open && html`<div class="actions">${open}</div>`}`;
}

/** Its paragraphs and lines. */
function typedText(body: string): Html {
  return html`<div lang="">${body.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph.split("\n").map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`)}</div>`;
}

/** The fields of a place in one day. */
type Placing = {
  readonly settings: DaySettings;
  readonly names: Readonly<Record<string, string>>;
  readonly preparation: Preparation | null;
};

export function placeFields(lang: Lang, { settings, names, preparation }: Placing) {
  const { place: words } = interviewWords(lang);
  const { missing } = words;
  const serving = (purpose: "analysis" | "interview") =>
    settings.rooms.filter((one) => one.for === purpose).map(({ room }) => ({ value: room, label: names[room] ?? "–" }));
  const pairs = settings.pairs.map(({ key, members }) => ({
    value: key,
    label: `${key} – ${members.map((one) => names[one] ?? "–").join(", ")}`,
  }));
  const texts = settings.texts.map(({ key, title }) => ({ value: key, label: title }));
  const text: Field<string | undefined> = pick({ label: words.text, options: texts, optional: true });
  return {
    ...(preparation && {
      analysisRoom: pick({
        label: words.analysisRoom(preparation.part[lang]),
        options: serving("analysis"),
        missing: missing.room,
      }),
      analysisFrom: hour({ label: words.analysisFrom(preparation.part[lang]), fault: missing.hour }),
    }),
    room: pick({ label: words.room, options: serving("interview"), missing: missing.room }),
    interviewFrom: hour({ label: words.interviewFrom, fault: missing.hour }),
    pair: pick({ label: words.pair, options: pairs, missing: missing.pair }),
    ...(texts.length > 0 && { text }),
  };
}

/** Preselects the only room, pair or text. */
export function onlyOnes({ rooms, pairs, texts }: DaySettings) {
  const only = (purpose: "analysis" | "interview") => {
    const [first, ...others] = rooms.filter((one) => one.for === purpose);
    return others.length === 0 ? first?.room : undefined;
  };
  const [analysisRoom, room] = [only("analysis"), only("interview")];
  return {
    ...(analysisRoom !== undefined && { analysisRoom }),
    ...(room !== undefined && { room }),
    ...(pairs.length === 1 && { pair: pairs[0]!.key }),
    ...(texts.length === 1 && { text: texts[0]!.key }),
  };
}
