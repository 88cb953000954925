/** Requests a token from a timestamping authority (RFC 3161 over HTTP); failures are returned in words, not thrown. */
import { randomBytes } from "node:crypto";
import type { Label } from "../kit/lang.ts";
import { readReply, readToken, type Reply, unsigned, writeRequest } from "./timestamp-der.ts";

export type Stamped = { readonly token: Buffer; readonly at: Date };

const TIMEOUT_MS = 15_000;
/** A token with its certificates takes about 6 KiB. */
const MAX_REPLY = 256 * 1024;

export async function requestTimestamp(
  url: string,
  hash: Uint8Array,
  { timeout = TIMEOUT_MS, leaving }: { readonly timeout?: number; readonly leaving?: AbortSignal | undefined } = {},
): Promise<Stamped | { readonly problem: Label }> {
  const nonce = randomBytes(8);
  const got = await post(url, writeRequest(hash, nonce), timeout, leaving);
  if ("problem" in got) return got;
  const reply = readReply(got.body);
  if (!reply) return { problem: NO_REPLY };
  if (!reply.granted) return { problem: sayRefusal(reply) };
  const token = readToken(reply.token);
  if (!token) return { problem: NO_REPLY };
  if (!token.imprint.equals(hash)) return { problem: OTHER_HASH };
  if (!token.nonce?.equals(unsigned(nonce))) return { problem: OTHER_NONCE };
  return { token: reply.token, at: token.at };
}

async function post(
  url: string,
  body: Buffer,
  timeout: number,
  leaving: AbortSignal | undefined,
): Promise<{ body: Buffer } | { problem: Label }> {
  const headers = { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" };
  const signal = AbortSignal.any([AbortSignal.timeout(timeout), ...(leaving ? [leaving] : [])]);
  try {
    const init = { method: "POST", headers, body: new Uint8Array(body), signal };
    const response = await fetch(url, init);
    if (!response.ok) {
      await response.body?.cancel();
      return { problem: answered(response.status) };
    }
    return await readBody(response);
  } catch (error) {
    return { problem: sayFault(error, timeout) };
  }
}

/** Stops reading above the longest possible reply. */
async function readBody(response: Response): Promise<{ body: Buffer } | { problem: Label }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_REPLY) return { problem: NO_REPLY };
    chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks) };
}

const NO_REPLY: Label = {
  fr: "l’autorité a répondu autre chose qu’un horodatage",
  en: "the authority answered something that is no timestamp",
};
const OTHER_HASH: Label = {
  fr: "l’autorité a horodaté une autre empreinte que la nôtre",
  en: "the authority timestamped another hash than ours",
};
const OTHER_NONCE: Label = {
  fr: "l’autorité a répondu à une autre demande que la nôtre (nonce différent)",
  en: "the authority answered another request than ours (another nonce)",
};

function answered(status: number): Label {
  return { fr: `l’autorité a répondu par l’erreur ${status}`, en: `the authority answered with error ${status}` };
}

function sayFault(error: unknown, timeout: number): Label {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError") {
    const seconds = timeout / 1000;
    return {
      fr: `l’autorité n’a pas répondu en ${String(seconds).replace(".", ",")}\u00a0s`,
      en: `the authority did not answer within ${seconds} s`,
    };
  }
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined)?.code : undefined;
  const code = cause === undefined ? "" : ` (${cause})`;
  return { fr: `l’autorité est injoignable${code}`, en: `the authority cannot be reached${code}` };
}

/** The reasons for a refusal, by the RFC's bit numbers. */
const REFUSALS: Readonly<Record<number, Label>> = {
  0: { fr: "algorithme d’empreinte inconnu d’elle", en: "it does not know the hash algorithm" },
  2: { fr: "demande qu’elle ne permet pas", en: "it does not allow the request" },
  5: { fr: "demande mal formée", en: "the request is badly formed" },
  14: { fr: "son horloge n’est pas disponible", en: "its clock is not available" },
  15: { fr: "règle de service qu’elle n’applique pas", en: "it does not follow the policy asked for" },
  16: { fr: "extension qu’elle ne connaît pas", en: "it does not know an extension" },
  17: { fr: "renseignement qu’elle n’a pas", en: "it does not have the information" },
  25: { fr: "panne de son côté", en: "a failure on its side" },
};

function sayRefusal({ status, failure, text }: Extract<Reply, { granted: false }>): Label {
  const known = failure === undefined ? undefined : REFUSALS[failure];
  // The authority's words are foreign input: unprintable characters are removed.
  const own = text
    .replaceAll(/\p{C}+/gu, " ")
    .trim()
    .slice(0, 200);
  const reason = known ?? { fr: `état ${status}`, en: `status ${status}` };
  return {
    fr: `l’autorité refuse\u00a0: ${reason.fr}${own && ` («\u00a0${own}\u00a0»)`}`,
    en: `the authority refuses: ${reason.en}${own && ` ("${own}")`}`,
  };
}
