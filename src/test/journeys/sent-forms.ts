/** Sends the forms of a journey as a browser without scripts would: the page is read, its hidden fields go with what is filled in. */

export type Fields = Readonly<Record<string, string | readonly string[]>>;
export type Received = { readonly status: number; readonly location: string | undefined; readonly text: string };
/** One request, cookies kept; `path` is below the origin. */
export type Send = (method: "GET" | "POST", path: string, body?: string) => Promise<Received>;

/** A page and what to fill in: what a person does there. */
export type Filled = readonly [path: string, fields: Fields];

/** Opens the page, fills its form and sends it; follows nothing. */
export async function fill(send: Send, path: string, fields: Fields): Promise<Received> {
  const shown = await send("GET", path);
  if (shown.status !== 200) throw new Error(`${path} answers ${shown.status} ${shown.location ?? ""}`);
  return send("POST", path, bodyOf({ ...hiddenOf(shown.text), ...fields }));
}

/** Several forms in a row, each of which must be accepted. */
export async function fillAll(send: Send, steps: readonly Filled[]): Promise<void> {
  for (const [path, fields] of steps) {
    const { status, text } = await fill(send, path, fields);
    if (status !== 303) throw new Error(`${path} was not accepted: ${status} ${errorsIn(text).join(" ")}`);
  }
}

/** The hidden fields of the last form of a page that has `_csrf`, which is the form of its question; forms that only a script shows are not there. */
export function hiddenOf(text: string): Record<string, string> {
  const seen = text.replaceAll(/<div hidden>[^]*?<\/form><\/div>/g, "");
  const fields = [...seen.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name!, unescaped(value!)]));
}

/** An attribute's value as the browser reads it. */
export function unescaped(text: string): string {
  return text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

export function bodyOf(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}

/** What the error summary of a page says, line by line. */
export function errorsIn(text: string): string[] {
  const summary = /<section class="ds-error-summary"[^]*?<\/section>/.exec(text)?.[0] ?? "";
  return [...summary.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, said]) => plain(said!));
}

/** Text as it is read: tags left out, every space a plain one. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "’")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

export function date(name: string, day: number | string, month: number | string, year: number | string): Fields {
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
}
