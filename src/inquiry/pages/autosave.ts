/** The page's settings for the autosave script, `page/scripts/autosave.js`, and the element in which it reports. */
import { html } from "../../kit/html.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { savingWords } from "../saving-words.ts";

/** Whether the script asks for data instead of a page. */
export function asksJson({ request }: Visit): boolean {
  return request.headers.accept === "application/json";
}

/** Milliseconds of pause in typing before it saves. */
const PAUSE = "1500";

/** The attributes of an autosaved form; `button`: the label of its save button, for when the script fails. */
export function autosaving({ lang }: Visit, button = savingWords[lang].next): Readonly<Record<string, string>> {
  return { autosave: PAUSE, ...savingWords[lang].autosave(button) };
}

/** Where the script reports a save or a failure. */
export const SAID = html`<p class="made" role="status" data-autosave-said></p>
<div class="ds-alert" data-color="danger" role="alert" data-autosave-fault></div>`;

export function kept({ lang, school, world }: Visit, version: string | number, at = world.now()): PageResult {
  return { json: { version, said: savingWords[lang].savedAtHour(at, school.timezone) } };
}

export function notKept({ lang }: Visit): PageResult {
  return { json: { said: savingWords[lang].notSaved }, status: 409 };
}
