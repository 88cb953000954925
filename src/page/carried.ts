/** A form as it was sent, carried in hidden fields of another page, with what was written in it to read. */
import { type Html, html } from "../kit/html.ts";
import type { Form } from "./page.ts";

const OF_ONE_SENDING = ["_csrf", "_attempt"];
/** Never printed. */
const SECRETS = ["password", "code"];

export function carriedFields(sent: Form): Html {
  const names = sent.names.filter((name) => !OF_ONE_SENDING.includes(name) && !SECRETS.includes(name));
  const fields = names.flatMap((name) => sent.all(name).map((value) => ({ name, value })));
  return html`${fields.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** Of a shorter text, its writer remembers what it said. */
const LONG = 40;

/** The long texts of a form, to be read and copied where its fields are not shown. */
export function textsIn(sent: Form): readonly string[] {
  const written = sent.names.filter((name) => !name.startsWith("_") && !SECRETS.includes(name));
  return written.flatMap((name) => sent.all(name)).filter((value) => value.length >= LONG && /\s/.test(value));
}
