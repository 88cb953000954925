/**
 * Stripe Checkout: a page of Stripe's own, opened by one request and told of by signed announcements. Plain HTTP, no
 * library: a few calls are all we need of it. No card number, and nothing of a dossier, is ever sent or received.
 */
import type { RefundTold } from "../rules/online-refund.ts";
import type { Asked, GiveBack, Heard, OpenPage, PaymentProvider, Problem, RefundHeard, Told } from "./provider.ts";
import { signatureHolds } from "./signature.ts";

export type StripeSettings = {
  /** `https://api.stripe.com`, or a test's own. */
  readonly api: string;
  readonly pages: string;
  readonly key: string;
  readonly secrets: readonly string[];
  /** How long an answer is waited for. */
  readonly patienceMs?: number;
};

/** The version this was written from: Stripe keeps answering as of it. */
const VERSION = "2026-03-25.dahlia";
const PATIENCE = 10_000;
export const STRIPE_API = "https://api.stripe.com";
/** Where it shows its pages, unless the account has a domain of its own. */
export const STRIPE_PAGES = "https://checkout.stripe.com";
const TRIES = 2;

export function stripe(settings: StripeSettings): PaymentProvider {
  return {
    pages: settings.pages,
    open: (asked) => open(settings, asked),
    ask: (session) => ask(settings, session),
    giveBack: (asked) => giveBack(settings, asked),
    hear: (bytes, header, at) => hear(settings, bytes, header, at),
  };
}

async function open(settings: StripeSettings, asked: Asked): Promise<OpenPage | Problem> {
  const { wish, amount, words, reference, address, until, paid, cancelled } = asked;
  const body = new URLSearchParams({
    mode: "payment",
    client_reference_id: wish,
    "metadata[reference]": reference,
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "eur",
    "line_items[0][price_data][unit_amount]": String(amount),
    "line_items[0][price_data][product_data][name]": words,
    "payment_intent_data[description]": `${reference} ${words}`,
    "payment_intent_data[metadata][reference]": reference,
    success_url: paid,
    cancel_url: cancelled,
    customer_email: address,
    expires_at: String(Math.floor(until.getTime() / 1000)),
    locale: "auto",
    // Euros and no other currency, whatever the account's settings offer to people abroad.
    "adaptive_pricing[enabled]": "false",
  });
  // The same request under the same name gives the same page: what is in doubt is asked again, and opened once.
  const answer = await call(settings, "/v1/checkout/sessions", { body: body.toString(), name: wish });
  if ("problem" in answer) return answer;
  const { id, url, expires_at: expires } = answer.json;
  if (typeof id !== "string" || typeof url !== "string" || typeof expires !== "number") return { problem: "refused" };
  if (new URL(url).origin !== settings.pages) return { problem: "refused" };
  return { session: id, url, expiresAt: new Date(expires * 1000) };
}

async function ask(settings: StripeSettings, session: string): Promise<{ told: Told } | { over: boolean } | Problem> {
  const answer = await call(settings, `/v1/checkout/sessions/${encodeURIComponent(session)}`, {});
  if ("problem" in answer) return answer;
  const { json } = answer;
  if (json.payment_status === "paid") return { told: { id: `asked_${session}`, kind: "asked", ...sessionOf(json) } };
  return { over: json.status === "expired" };
}

/** As many as a payment may have had. */
const MOST_REFUNDS = 100;

/**
 * A name is remembered for a day, and what a kill left in doubt may be asked again later: what was already given under our name
 * is looked for first. What cannot be looked up says nothing of what was given, so that it is only tried again.
 */
async function giveBack(settings: StripeSettings, asked: GiveBack): Promise<{ told: RefundHeard } | Problem> {
  const { refund, session, amount, reference } = asked;
  const page = await call(settings, `/v1/checkout/sessions/${encodeURIComponent(session)}`, {});
  const intent = "json" in page ? page.json.payment_intent : undefined;
  if (typeof intent !== "string") return { problem: "unreachable" };
  const query = new URLSearchParams({ payment_intent: intent, limit: String(MOST_REFUNDS) });
  const before = await call(settings, `/v1/refunds?${query.toString()}`, {});
  if ("problem" in before || !Array.isArray(before.json.data)) return { problem: "unreachable" };
  const given = before.json.data.map((one) => refundOf(one)).find((one) => one?.refund === refund);
  if (given) return { told: given };
  const body = new URLSearchParams({
    payment_intent: intent,
    amount: String(amount),
    "metadata[refund]": refund,
    "metadata[reference]": reference,
  });
  const answer = await call(settings, "/v1/refunds", { body: body.toString(), name: refund });
  if ("problem" in answer) return answer;
  const told = refundOf(answer.json);
  // Something was given, and we cannot read what: it is looked for again.
  return told ? { told } : { problem: "unreachable" };
}

const REFUND_STATES: Readonly<Record<string, RefundTold>> = {
  succeeded: "given",
  failed: "failed",
  canceled: "failed",
};

/** A refund as Stripe gives it; `undefined` where it bears no name of ours. */
function refundOf(refund: unknown): RefundHeard | undefined {
  if (!isJson(refund) || !isJson(refund.metadata)) return undefined;
  const { id, amount, currency, status, metadata } = refund;
  if (typeof id !== "string" || !isId(metadata.refund) || !Number.isSafeInteger(amount)) return undefined;
  if (typeof currency !== "string") return undefined;
  const state = REFUND_STATES[String(status)] ?? "accepted";
  return { id: `asked_${id}_${state}`, refund: metadata.refund, given: id, amount: amount as number, currency, state };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

type Json = Readonly<Record<string, unknown>>;

async function call(
  { api, key, patienceMs = PATIENCE }: StripeSettings,
  path: string,
  { body, name }: { body?: string; name?: string },
): Promise<{ json: Json } | Problem> {
  for (let tries = 1; ; tries++) {
    const answer = await once();
    const again = "problem" in answer && answer.problem === "unreachable" && tries < TRIES;
    if (!again) return answer;
  }

  async function once(): Promise<{ json: Json } | Problem> {
    try {
      const response = await fetch(`${api}${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "stripe-version": VERSION,
          ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
          ...(name !== undefined && { "idempotency-key": name }),
        },
        ...(body !== undefined && { body }),
        redirect: "error",
        signal: AbortSignal.timeout(patienceMs),
      });
      // Too many requests, one that is still under way, and faults of theirs may pass; the others will not.
      if (response.status === 409 || response.status === 429 || response.status >= 500)
        return { problem: "unreachable" };
      const json: unknown = await response.json();
      return response.ok && isJson(json) ? { json } : { problem: "refused" };
    } catch {
      // What fetch says may hold the address or the key.
      return { problem: "unreachable" };
    }
  }
}

/** Announcements about a page; every other kind is acknowledged and forgotten. */
const KINDS = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
];

/** Announcements about a refund that is asked for by name; `charge.refunded` says nothing that these do not. */
const REFUND_KINDS = ["refund.created", "refund.updated", "refund.failed", "charge.refund.updated"];

function hear({ secrets }: StripeSettings, bytes: Uint8Array, header: string, at: Date): Heard {
  if (!signatureHolds({ bytes, header, at, secrets })) return { kind: "forged" };
  let event: unknown;
  try {
    event = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { kind: "nothing" };
  }
  if (!isJson(event) || !isJson(event.data) || !isJson(event.data.object)) return { kind: "nothing" };
  const { id, type } = event;
  if (typeof id === "string" && REFUND_KINDS.includes(String(type))) {
    const refund = refundOf(event.data.object);
    return refund ? { kind: "refund", told: { ...refund, id } } : { kind: "nothing" };
  }
  if (typeof id !== "string" || !KINDS.includes(String(type))) return { kind: "nothing" };
  const told = sessionOf(event.data.object);
  return told.session === "" ? { kind: "nothing" } : { kind: "told", told: { id, kind: String(type), ...told } };
}

function sessionOf(session: Json): Omit<Told, "id" | "kind"> {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    session: text(session.id) ?? "",
    wish: text(session.client_reference_id),
    amount: Number.isSafeInteger(session.amount_total) ? (session.amount_total as number) : null,
    currency: text(session.currency),
    paid: session.payment_status === "paid",
  };
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
