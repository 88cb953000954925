/** A browser without scripts, over real sockets: cookies kept, forms read and sent; a broken connection is told apart. */
import { bodyOf, type Fields, hiddenOf } from "../journeys/sent-forms.ts";
import { Lost } from "./call.ts";

export type Page = { readonly status: number; readonly location: string | null; readonly text: string };

export class Browser {
  origin = "";
  /** Everybody at a place of their own: all from one, they would soon be more than one network may ask for. */
  readonly #from = `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join(".")}`;
  readonly #cookies: Map<string, string>;
  constructor(cookies: Readonly<Record<string, string>>) {
    this.#cookies = new Map(Object.entries(cookies));
  }

  cookies(): Record<string, string> {
    return Object.fromEntries(this.#cookies);
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  open(path: string): Promise<Page> {
    return this.#send(path, {});
  }

  /** A form of the page as it was shown, filled in; sent again it carries the same attempt. */
  fill(shown: Page, fields: Fields): string {
    return bodyOf({ ...hiddenOf(shown.text), ...fields });
  }

  send(path: string, body: string): Promise<Page> {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return this.#send(path, { method: "POST", body, headers });
  }

  /** The same with one file. */
  sendFile(path: string, shown: Page, field: string, file: { name: string; bytes: Buffer }): Promise<Page> {
    const form = new FormData();
    for (const [name, value] of Object.entries(hiddenOf(shown.text))) form.append(name, value);
    form.append(field, new Blob([new Uint8Array(file.bytes)], { type: "application/pdf" }), file.name);
    return this.#send(path, { method: "POST", body: form });
  }

  async #send(path: string, how: RequestInit): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    try {
      const answer = await fetch(this.origin + path, {
        ...how,
        headers: { ...(how.headers as Record<string, string>), cookie, "x-forwarded-for": this.#from },
        redirect: "manual",
      });
      const text = await answer.text();
      for (const set of answer.headers.getSetCookie()) {
        const [name, value] = set.split(";")[0]!.split("=", 2);
        this.#cookies.set(name!, value!);
      }
      return { status: answer.status, location: answer.headers.get("location"), text };
    } catch (error) {
      throw new Lost("no answer", { cause: error });
    }
  }
}
