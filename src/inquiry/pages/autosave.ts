/** What a page says to the script that keeps it while it is filled, `page/scripts/autosave.js`, and where the script says it. */
import { html } from "../../kit/html.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { savingWords } from "../saving-words.ts";

/** The script asks for data and not for a page. */
export function asksJson({ request }: Visit): boolean {
  return request.headers.accept === "application/json";
}

/** Milliseconds without a key, after which what was typed is kept. */
const PAUSE = "1500";

/** Of the form that is kept; `button`, by which the person keeps it where the script cannot. */
export function autosaving({ lang }: Visit, button = savingWords[lang].next): Readonly<Record<string, string>> {
  return { autosave: PAUSE, ...savingWords[lang].autosave(button) };
}

/** Where the script says that something is kept, or that it is not. */
export const SAID = html`<p class="made" role="status" data-autosave-said></p>
<div class="ds-alert" data-color="danger" role="alert" data-autosave-fault></div>`;

export function kept({ lang, school, world }: Visit, version: string | number, at = world.now()): PageResult {
  return { json: { version, said: savingWords[lang].savedAtHour(at, school.timezone) } };
}

export function notKept({ lang }: Visit): PageResult {
  return { json: { said: savingWords[lang].notSaved }, status: 409 };
}
