/** One request to the service's API, told apart from one whose answer never came: that one is in doubt. */
import { randomBytes } from "node:crypto";

/** An act as it is sent; sent again with the same `attempt`, it must be done once. */
export type Try = {
  readonly act: string;
  readonly input: object;
  readonly attempt: string;
  readonly secret?: string;
  /** No act of the API's, but bytes that somebody else sends, signed anew each time. */
  readonly raw?: {
    readonly path: string;
    readonly sign: () => { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> };
  };
};

export type Answered = { readonly status: number; readonly value: unknown };

/** The connection broke before an answer was whole. */
export class Lost extends Error {}

export class Caller {
  readonly origin: string;
  readonly school: string;
  constructor(origin: string, school: string) {
    this.origin = origin;
    this.school = school;
  }

  send({ act, input, attempt, secret, raw }: Try): Promise<Answered> {
    if (raw) {
      const { body, headers } = raw.sign();
      return this.#post(raw.path, body, headers);
    }
    return this.#post(`acts/${act}`, input, { "idempotency-key": attempt, ...bearer(secret) });
  }

  see(view: string, input: object, secret?: string): Promise<Answered> {
    return this.#post(`views/${view}`, input, bearer(secret));
  }

  async #post(path: string, input: object | Buffer, headers: Record<string, string>): Promise<Answered> {
    try {
      const response = await fetch(`${this.origin}/api/${this.school}/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": anywhere(), ...headers },
        body: Buffer.isBuffer(input) ? new Uint8Array(input) : JSON.stringify(input),
      });
      return { status: response.status, value: await response.json() };
    } catch (error) {
      throw new Lost("no answer", { cause: error });
    }
  }
}

/** Each call is another person's, and counted as one: the service trusts one proxy here. */
function anywhere(): string {
  return `10.${[...randomBytes(3)].join(".")}`;
}

function bearer(secret: string | undefined): Record<string, string> {
  return secret === undefined ? {} : { authorization: `Bearer ${secret}` };
}
