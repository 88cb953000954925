/**
 * Stripe Checkout: one request opens a page of Stripe's, and signed webhooks report on it. Plain HTTP, no library: a few calls suffice. No
 * card number, and nothing of a dossier, is ever sent or received.
 */
import { createHash } from "node:crypto";
import { isId } from "../../kit/shapes.ts";
import type { About, PageTold } from "../rules/online-page.ts";
import type { RefundTold } from "../rules/online-refund.ts";
import type { Asked, GiveBack, Heard, OpenPage, PaymentProvider, Problem, RefundHeard, Told } from "./provider.ts";
import { signatureHolds } from "./signature.ts";

export type StripeSettings = {
  /** `https://api.stripe.com`, or a test server. */
  readonly api: string;
  readonly pages: string;
  readonly key: string;
  readonly secrets: readonly string[];
  /** The request timeout. */
  readonly patienceMs?: number;
  /** Called for each failed call, with its code only: HTTP's, or `network`. */
  readonly tell?: (code: string) => void;
};

/** The API version this was written for, which Stripe keeps serving. */
const VERSION = "2026-03-25.dahlia";
const PATIENCE = 10_000;
const CHECK_PATIENCE = 5_000;
export const STRIPE_API = "https://api.stripe.com";
/** The origin of its pages, unless the account has its own domain. */
export const STRIPE_PAGES = "https://checkout.stripe.com";
const TRIES = 2;

export function stripe(settings: StripeSettings): PaymentProvider {
  return {
    pages: settings.pages,
    open: (asked) => open(settings, asked),
    ask: (session) => ask(settings, session),
    giveBack: (asked) => giveBack(settings, asked),
    check: () => check(settings),
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
    // Euros only, whatever the account offers to people abroad.
    "adaptive_pricing[enabled]": "false",
  });
  // Idempotent: a request in doubt is repeated under the same key and opens one page.
  const answer = await call(settings, "/v1/checkout/sessions", { body: body.toString(), name: wish });
  if ("problem" in answer) return answer;
  const { id, url, expires_at: expires } = answer.json;
  if (typeof id !== "string" || typeof url !== "string" || !isMoment(expires)) return { problem: "refused" };
  if (!URL.canParse(url) || new URL(url).origin !== settings.pages) return { problem: "refused" };
  return { session: id, url, expiresAt: new Date(expires * 1000) };
}

async function ask(settings: StripeSettings, session: string): Promise<{ told?: Told; over: boolean } | Problem> {
  const answer = await call(settings, `/v1/checkout/sessions/${encodeURIComponent(session)}`, {});
  if ("problem" in answer) return answer;
  const sessionFacts = sessionOf(answer.json);
  if (sessionFacts.paid)
    return { told: { ...sessionFacts, id: `asked_${session}`, kind: "asked", session }, over: true };
  if (sessionFacts.page === undefined) return { over: false };
  const announcement = { ...sessionFacts, id: `asked_${session}_${sessionFacts.page}`, kind: "asked", session };
  return { told: announcement, over: sessionFacts.page !== "under-way" };
}

/** Lists one session and discards it: the least that a key must allow. */
async function check(settings: StripeSettings): Promise<Problem | undefined> {
  const answer = await call({ ...settings, patienceMs: CHECK_PATIENCE }, "/v1/checkout/sessions?limit=1", {});
  return "problem" in answer ? answer : undefined;
}

/** The maximum of refunds of one payment. */
const MOST_REFUNDS = 100;

/**
 * Stripe keeps idempotency keys for a day, but a killed job may ask again later: so an earlier refund with our id is looked up first. If
 * the lookup fails, the job is retried.
 */
async function giveBack(settings: StripeSettings, asked: GiveBack): Promise<{ told: RefundHeard } | Problem> {
  const { refund, session, amount, reference } = asked;
  const page = await call(settings, `/v1/checkout/sessions/${encodeURIComponent(session)}`, {});
  const intent = "json" in page ? page.json.payment_intent : undefined;
  if (typeof intent !== "string") return { problem: "unreachable" };
  const query = new URLSearchParams({ payment_intent: intent, limit: String(MOST_REFUNDS) });
  const before = await call(settings, `/v1/refunds?${query.toString()}`, {});
  if ("problem" in before || !Array.isArray(before.json.data)) return { problem: "unreachable" };
  const earlier = before.json.data.map((listed) => refundOf(listed)).find((one) => one?.refund === refund);
  if (earlier) return { told: earlier };
  const body = new URLSearchParams({
    payment_intent: intent,
    amount: String(amount),
    "metadata[refund]": refund,
    "metadata[reference]": reference,
  });
  const answer = await call(settings, "/v1/refunds", { body: body.toString(), name: refund });
  if ("problem" in answer) return answer;
  const parsed = refundOf(answer.json);
  // A refund was made but is unreadable: it is looked up again.
  return parsed ? { told: parsed } : { problem: "unreachable" };
}

const REFUND_STATES: Readonly<Record<string, RefundTold>> = {
  succeeded: "given",
  failed: "failed",
  canceled: "failed",
};

/** A refund of Stripe's; undefined without our id. */
function refundOf(refund: unknown): RefundHeard | undefined {
  if (!isJson(refund) || !isJson(refund.metadata)) return undefined;
  const { id, status, metadata } = refund;
  if (typeof id !== "string" || !isId(metadata.refund)) return undefined;
  const state = REFUND_STATES[String(status)] ?? "accepted";
  const refundId = nameOf(id);
  return {
    id: `asked_${refundId}_${state}`,
    refund: metadata.refund,
    given: refundId,
    state,
    ...moneyOf(refund, refund.amount),
  };
}

/** A refund without our id, or a dispute: by itself, with its payment. */
function otherOf(type: string, object: Json): Omit<Told, "id" | "kind"> | undefined {
  const about = aboutOf(type, String(object.status));
  if (!about || typeof object.id !== "string") return undefined;
  return { session: nameOf(object.id), wish: null, paid: false, about, ...moneyOf(object, object.amount) };
}

function aboutOf(type: string, status: string): About | undefined {
  if (REFUND_KINDS.includes(type)) return REFUND_STATES[status] === "failed" ? "unreturned" : "returned";
  if (type === "charge.dispute.created") return "disputed";
  if (type === "charge.dispute.closed") return status === "lost" ? "dispute-lost" : "dispute-won";
  return undefined;
}

/** An unreadable amount or currency is null: a person settles it. */
function moneyOf({ currency, payment_intent: intent }: Json, amount: unknown) {
  return {
    amount: Number.isSafeInteger(amount) ? (amount as number) : null,
    currency: typeof currency === "string" && /^[a-z]{3}$/.test(currency) ? currency : null,
    ...(typeof intent === "string" && { intent: nameOf(intent) }),
  };
}

/** Its id, or a stable substitute if we could not store it. */
function nameOf(id: string): string {
  return /^[\w-]{1,200}$/.test(id) ? id : `odd_${createHash("sha256").update(id).digest("hex").slice(0, 40)}`;
}

/** Unix seconds, before the year 2200. */
function isMoment(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < 7_258_118_400;
}

type Json = Readonly<Record<string, unknown>>;

async function call(
  { api, key, patienceMs = PATIENCE, tell }: StripeSettings,
  path: string,
  { body, name }: { body?: string; name?: string },
): Promise<{ json: Json } | Problem> {
  for (let tries = 1; ; tries++) {
    const answer = await once();
    const again = "problem" in answer && answer.problem === "unreachable" && tries < TRIES;
    if (!again) return answer;
  }

  function wrong(problem: Problem["problem"], code: number | string): Problem {
    tell?.(String(code));
    return { problem };
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
      // Rate limits, conflicts and server faults may pass; other errors will not.
      const { status } = response;
      if (status === 401 || status === 403) return wrong("key", status);
      if (status === 409 || status === 429 || status >= 500) return wrong("unreachable", status);
      const json: unknown = await response.json();
      return response.ok && isJson(json) ? { json } : wrong("refused", status);
    } catch {
      // The error of fetch may contain the URL or the key.
      return wrong("unreachable", "network");
    }
  }
}

/** Webhooks about a page; kinds not listed here are acknowledged and ignored. */
const KINDS = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
];

const OVER: Readonly<Record<string, PageTold>> = {
  "checkout.session.async_payment_failed": "failed",
  "checkout.session.expired": "ended",
};

/** Webhooks about a refund, ours or not; `charge.refunded` adds nothing to them. */
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
  if (typeof id !== "string" || typeof type !== "string") return { kind: "nothing" };
  const named = { id: nameOf(id), kind: type };
  const { object } = event.data;
  const refund = REFUND_KINDS.includes(type) ? refundOf(object) : undefined;
  if (refund) return { kind: "refund", told: { ...refund, id: named.id } };
  const other = otherOf(type, object);
  if (other) return { kind: "told", told: { ...named, ...other } };
  if (!KINDS.includes(type) || typeof object.id !== "string" || object.id === "") return { kind: "nothing" };
  const page = OVER[type];
  return { kind: "told", told: { ...named, ...sessionOf(object), ...(page && { page }) } };
}

function sessionOf(session: Json): Omit<Told, "id" | "kind"> {
  const { id, client_reference_id: wish, status, payment_status: payment } = session;
  const page = PAGES[`${String(status)} ${String(payment)}`];
  return {
    session: nameOf(String(id)),
    wish: isId(wish) ? wish : null,
    paid: payment === "paid",
    ...moneyOf(session, session.amount_total),
    ...(page && { page }),
  };
}

const PAGES: Readonly<Record<string, PageTold>> = { "complete unpaid": "under-way", "expired unpaid": "ended" };

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
