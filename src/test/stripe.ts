/**
 * A server that answers as Stripe does: every request is checked against what Stripe publishes of its interface, and it
 * misbehaves when told: a fault before or after the page was opened, an answer that never comes, announcements forged,
 * late, twice or out of order. Its pages are real ones, on which a person pays or turns back.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Payments } from "../billing/online/provider.ts";
import { signature } from "../billing/online/signature.ts";
import { stripe } from "../billing/online/stripe.ts";
import { type JsonSchema, validator } from "../kit/schema.ts";

const PUBLISHED = JSON.parse(readFileSync(new URL("fixtures/stripe-checkout.json", import.meta.url), "utf8")) as {
  create: JsonSchema;
  session: JsonSchema;
  createRefund: JsonSchema;
  listRefunds: JsonSchema;
  refund: JsonSchema;
};
const createFaults = validator(PUBLISHED.create);
const sessionFaults = validator(PUBLISHED.session);
const createRefundFaults = validator(PUBLISHED.createRefund);
const listRefundFaults = validator(PUBLISHED.listRefunds);
const refundFaults = validator(PUBLISHED.refund);

export const STRIPE_KEY = "sk_test_livret";
const STRIPE_SECRET = "whsec_present";

/** What becomes of the next request: in turn, then all is well again. */
type Mischief =
  | "well"
  | "refuse"
  | "pending"
  | "fault"
  | "hang-up"
  | "hang-up-after"
  | "busy"
  | "elsewhere"
  | "nonsense";

export type StripeSession = {
  id: string;
  object: "checkout.session";
  amount_total: number | null;
  client_reference_id: string | null;
  created: number;
  currency: string | null;
  expires_at: number;
  livemode: boolean;
  metadata: Record<string, string> | null;
  mode: "payment";
  payment_intent: string | null;
  payment_status: "paid" | "unpaid";
  status: "open" | "complete" | "expired";
  success_url: string;
  cancel_url: string;
  url: string;
};

export type StripeRefund = {
  id: string;
  object: "refund";
  amount: number;
  balance_transaction: string | null;
  charge: string | null;
  created: number;
  currency: string;
  metadata: Record<string, string> | null;
  payment_intent: string | null;
  reason: string | null;
  receipt_number: string | null;
  source_transfer_reversal: string | null;
  status: "pending" | "succeeded" | "failed" | "canceled" | "requires_action";
  transfer_reversal: string | null;
};

/** What it tells of a payment that somebody disputes at their bank, as far as we read it. */
type StripeDispute = {
  id: string;
  object: "dispute";
  amount: number;
  currency: string;
  payment_intent: string | null;
  status: "needs_response" | "won" | "lost";
};

export type StripePeer = {
  readonly origin: string;
  readonly refunds: StripeRefund[];
  /** Idempotency keys are forgotten after a day, as Stripe does. */
  readonly forgetKeys: () => void;
  readonly payments: (secrets?: readonly string[]) => Payments;
  readonly sessions: StripeSession[];
  /** What was wrong with a request by Stripe's own description: to be empty. */
  readonly faults: string[];
  readonly misbehave: (...mischiefs: Mischief[]) => void;
  readonly close: () => Promise<void>;
};

export async function startStripe(now: () => Date): Promise<StripePeer> {
  const sessions: StripeSession[] = [];
  const faults: string[] = [];
  const refunds: StripeRefund[] = [];
  const remembered = new Map<string, { body: string; answer: StripeSession | StripeRefund }>();
  let mischiefs: Mischief[] = [];

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { pathname } = new URL(request.url ?? "/", origin);
    // Of the page where one pays a browser asks for an icon, whichever it is.
    if (pathname === "/favicon.ico") return void response.writeHead(204).end();
    const [, page] = /^\/pay\/(cs_\w+)$/.exec(pathname) ?? [];
    if (page !== undefined) return showPage(request, response, page, body);
    const mischief = mischiefs.shift();
    if (mischief === "hang-up") return void request.socket.destroy();
    if (mischief === "fault") return json(response, 500, { error: { type: "api_error" } });
    if (mischief === "busy") return json(response, 429, { error: { type: "rate_limit_error" } });
    if (request.headers.authorization !== `Bearer ${STRIPE_KEY}`)
      return json(response, 401, { error: { type: "invalid_request_error" } });
    if (!/^\d{4}-\d{2}-\d{2}\.\w+$/.test(String(request.headers["stripe-version"]))) faults.push("no version");
    if (mischief === "refuse") return json(response, 400, { error: { type: "invalid_request_error" } });
    if (request.method === "GET" && pathname === "/v1/refunds") return list(request, response);
    if (request.method === "GET" && pathname === "/v1/checkout/sessions")
      return json(response, 200, { object: "list", url: pathname, has_more: false, data: sessions.slice(-1) });
    if (request.method === "GET") return retrieve(response, pathname);
    const known = pathname === "/v1/checkout/sessions" || pathname === "/v1/refunds";
    if (request.method !== "POST" || !known) return json(response, 404, { error: {} });
    const outcome = create(request, pathname, body, mischief === "pending" ? "pending" : "succeeded");
    if (mischief === "hang-up-after") return void request.socket.destroy();
    if (mischief === "nonsense") return void response.writeHead(200).end("<html>");
    if (mischief === "elsewhere" && "id" in outcome.json)
      return json(response, 200, { ...outcome.json, url: "https://elsewhere.example/pay" });
    return json(response, outcome.status, outcome.json);
  }

  function create(
    request: IncomingMessage,
    pathname: string,
    body: string,
    status: StripeRefund["status"],
  ): { status: number; json: object } {
    const name = request.headers["idempotency-key"];
    if (typeof name !== "string" || name.length > 255) faults.push("no idempotency key");
    if (request.headers["content-type"] !== "application/x-www-form-urlencoded") faults.push("not a form");
    const before = remembered.get(String(name));
    if (before && before.body !== body) {
      faults.push("another request under the same idempotency key");
      return { status: 400, json: { error: { type: "idempotency_error" } } };
    }
    if (before) return { status: 200, json: before.answer };
    if (pathname === "/v1/refunds") return refund(body, String(name), status);
    const asked = nested(body) as Asked;
    const wrong = createFaults(asked).map(({ path, message }) => `${path}: ${message("en")}`);
    const moment = Math.floor(now().getTime() / 1000);
    const lasts = asked.expires_at - moment;
    if (lasts < 30 * 60 || lasts > 24 * 3600) wrong.push(`expires_at: ${lasts} s from now`);
    if (wrong.length > 0) {
      faults.push(...wrong);
      return { status: 400, json: { error: { type: "invalid_request_error" } } };
    }
    const id = `cs_test_${randomBytes(12).toString("hex")}`;
    const session: StripeSession = {
      id,
      object: "checkout.session",
      amount_total: asked.line_items.reduce((sum, one) => sum + one.quantity * one.price_data.unit_amount, 0),
      client_reference_id: asked.client_reference_id ?? null,
      created: moment,
      currency: asked.line_items[0]!.price_data.currency,
      expires_at: asked.expires_at,
      livemode: false,
      metadata: asked.metadata ?? {},
      mode: "payment",
      payment_intent: null,
      payment_status: "unpaid",
      status: "open",
      success_url: asked.success_url,
      cancel_url: asked.cancel_url ?? "",
      url: `${origin}/pay/${id}`,
    };
    sessions.push(session);
    remembered.set(String(name), { body, answer: session });
    return { status: 200, json: session };
  }

  /** Never more than was paid, as Stripe sees to. */
  function refund(body: string, name: string, status: StripeRefund["status"]): { status: number; json: object } {
    const asked = nested(body) as { payment_intent?: string; amount?: number; metadata?: Record<string, string> };
    const wrong = createRefundFaults(asked).map(({ path, message }) => `${path}: ${message("en")}`);
    const session = sessions.find((one) => one.payment_intent !== null && one.payment_intent === asked.payment_intent);
    const amount = asked.amount ?? session?.amount_total ?? 0;
    const before = refunds.filter((one) => one.payment_intent === asked.payment_intent && one.status !== "failed");
    const left = (session?.amount_total ?? 0) - before.reduce((sum, one) => sum + one.amount, 0);
    if (!session) wrong.push("no such payment");
    faults.push(...wrong);
    if (wrong.length > 0 || amount > left) return { status: 400, json: { error: { type: "invalid_request_error" } } };
    const answer: StripeRefund = {
      id: `re_${randomBytes(12).toString("hex")}`,
      object: "refund",
      amount,
      balance_transaction: null,
      charge: null,
      created: Math.floor(now().getTime() / 1000),
      currency: session!.currency ?? "eur",
      metadata: asked.metadata ?? {},
      payment_intent: asked.payment_intent ?? null,
      reason: null,
      receipt_number: null,
      source_transfer_reversal: null,
      status,
      transfer_reversal: null,
    };
    faults.push(...refundFaults(answer).map(({ path, message }) => `answer ${path}: ${message("en")}`));
    refunds.unshift(answer);
    remembered.set(name, { body, answer });
    return { status: 200, json: answer };
  }

  function list(request: IncomingMessage, response: ServerResponse): void {
    const { search, searchParams } = new URL(request.url ?? "/", origin);
    faults.push(...listRefundFaults(nested(search.slice(1))).map(({ path, message }) => `${path}: ${message("en")}`));
    const data = refunds.filter((one) => one.payment_intent === searchParams.get("payment_intent"));
    json(response, 200, { object: "list", url: "/v1/refunds", has_more: false, data });
  }

  function retrieve(response: ServerResponse, pathname: string): void {
    const found = sessions.find(({ id }) => pathname === `/v1/checkout/sessions/${id}`);
    if (!found) return json(response, 404, { error: { type: "invalid_request_error" } });
    const wrong = sessionFaults(found).map(({ path, message }) => `answer ${path}: ${message("en")}`);
    faults.push(...wrong);
    return json(response, 200, found);
  }

  function showPage(request: IncomingMessage, response: ServerResponse, id: string, body: string): void {
    const session = sessions.find((one) => one.id === id);
    if (!session) return void response.writeHead(404).end();
    if (request.method === "POST") {
      const paid = body.includes("do=pay");
      if (paid) payIt(session);
      return void response.writeHead(303, { location: paid ? session.success_url : session.cancel_url }).end();
    }
    const euros = `${((session.amount_total ?? 0) / 100).toFixed(2)} €`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(
      `<!doctype html><html lang="fr"><head><title>Paiement</title></head><body><main><h1>Payer ${euros}</h1>
<form method="post"><button name="do" value="pay">Payer</button> <button name="do" value="cancel">Revenir</button></form></main></body></html>`,
    );
  }

  return {
    origin,
    sessions,
    refunds,
    forgetKeys: () => remembered.clear(),
    faults,
    misbehave: (...given) => void (mischiefs = given),
    payments:
      (secrets = [STRIPE_SECRET]) =>
      () =>
        stripe({ api: origin, pages: origin, key: STRIPE_KEY, secrets }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page that was opened and paid, as the provider knows it. */
export function paidPage({ sessions, origin }: StripePeer, { wish, amount }: { wish: string; amount: number }) {
  const id = `cs_test_${randomBytes(12).toString("hex")}`;
  const session: StripeSession = {
    id,
    object: "checkout.session",
    amount_total: amount,
    client_reference_id: wish,
    created: 0,
    currency: "eur",
    expires_at: 0,
    livemode: false,
    metadata: {},
    mode: "payment",
    payment_intent: null,
    payment_status: "unpaid",
    status: "open",
    success_url: origin,
    cancel_url: origin,
    url: `${origin}/pay/${id}`,
  };
  payIt(session);
  sessions.push(session);
  return session;
}

export function payIt(session: StripeSession): void {
  session.payment_status = "paid";
  session.status = "complete";
  session.payment_intent ??= `pi_${randomBytes(12).toString("hex")}`;
}

type Asked = {
  readonly client_reference_id?: string;
  readonly metadata?: Record<string, string>;
  readonly success_url: string;
  readonly cancel_url?: string;
  readonly expires_at: number;
  readonly line_items: readonly { quantity: number; price_data: { currency: string; unit_amount: number } }[];
};

/** A form as Stripe reads it: `a[0][b]=1` is a list of objects, digits are numbers, `true` and `false` are themselves. */
function nested(body: string): unknown {
  const root: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(body)) {
    const path = key.split(/[[\]]+/).filter(Boolean);
    let at = root;
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
    at[path.at(-1)!] = /^\d+$/.test(value)
      ? Number(value)
      : value === "true" || value === "false"
        ? value === "true"
        : value;
  }
  return listed(root);
}

function listed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) return entries.map(([, one]) => listed(one));
  return Object.fromEntries(entries.map(([key, one]) => [key, listed(one)]));
}

export type Announcement = { readonly bytes: Buffer; readonly header: string };

type Announcing = {
  readonly kind?: string;
  readonly id?: string;
  readonly at: Date;
  readonly secret?: string;
};

/** An announcement as Stripe sends it: the session as it is at that moment, signed. */
export function announcement(
  session: Partial<StripeSession> | StripeRefund | StripeDispute,
  {
    kind = "checkout.session.completed",
    id = `evt_${randomBytes(12).toString("hex")}`,
    at,
    secret = STRIPE_SECRET,
  }: Announcing,
): Announcement {
  const moment = String(Math.floor(at.getTime() / 1000));
  const bytes = Buffer.from(JSON.stringify({ id, object: "event", type: kind, data: { object: session } }));
  return { bytes, header: `t=${moment},v1=${signature(bytes, moment, secret).toString("hex")}` };
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
