/** A person at the application itself, without a socket or a script: cookies are kept, redirections left to the test. */
import type { FastifyInstance, InjectOptions } from "fastify";
import { bodyOf, type Fields, fill, fillAll, type Filled, hiddenOf, type Received, type Send } from "./sent-forms.ts";

export type Visitor = {
  readonly send: Send;
  readonly open: (path: string) => Promise<Received>;
  readonly fill: (path: string, fields: Fields) => Promise<Received>;
  /** Fills a page that keeps what is faulty: the page that it leads to, its own, with the faults said. */
  readonly fillFaulty: (path: string, fields: Fields) => Promise<Received>;
  readonly fillAll: (steps: readonly Filled[]) => Promise<void>;
  /** Sends what an already opened page would, as a second tab does. */
  readonly sendFrom: (shown: Received, path: string, fields: Fields) => Promise<Received>;
  /** Sends files by the page's own form: name and bytes of each, and its field, by default `files`. */
  readonly sendFiles: (
    path: string,
    files: readonly (readonly [name: string, bytes: string, field?: string])[],
  ) => Promise<Received>;
  readonly cookies: Map<string, string>;
};

/** `base` is the school, and the language where it is not French: `/faire-ess`, `/faire-ess/en`. */
export function visitor(app: FastifyInstance, base: string, headers: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>();
  const request = async (method: "GET" | "POST", path: string, sent: Partial<InjectOptions>): Promise<Received> => {
    const all = { ...headers, ...sent.headers };
    const answer = await app.inject({
      method,
      url: base + path,
      cookies: Object.fromEntries(cookies),
      ...sent,
      headers: all,
    });
    for (const cookie of answer.cookies) {
      if (cookie.value === "") cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    const location = answer.headers.location?.toString().slice(base.length);
    return { status: answer.statusCode, location, text: answer.body };
  };
  const send: Send = (method, path, body) =>
    request(
      method,
      path,
      body === undefined ? {} : { payload: body, headers: { "content-type": "application/x-www-form-urlencoded" } },
    );
  const sendFiles: Visitor["sendFiles"] = async (path, files) => {
    const shown = await send("GET", path);
    const part = (disposition: string, value: string) =>
      `--livret\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`;
    const fields = Object.entries(hiddenOf(shown.text)).map(([name, value]) => part(`name="${name}"`, value));
    const parts = files.map(([name, bytes, field = "files"]) => part(`name="${field}"; filename="${name}"`, bytes));
    return request("POST", path, {
      payload: `${[...fields, ...parts].join("")}--livret--\r\n`,
      headers: { "content-type": "multipart/form-data; boundary=livret" },
    });
  };
  return {
    send,
    cookies,
    open: (path) => send("GET", path),
    fill: (path, fields) => fill(send, path, fields),
    fillFaulty: async (path, fields) => {
      const { status, location = "" } = await fill(send, path, fields);
      if (status !== 303 || location.split("?")[0] !== path) throw new Error(`${path} led to ${status} ${location}`);
      return send("GET", location);
    },
    fillAll: (steps) => fillAll(send, steps),
    sendFiles,
    sendFrom: (shown, path, fields) => send("POST", path, bodyOf({ ...hiddenOf(shown.text), ...fields })),
  };
}
