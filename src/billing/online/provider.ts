/** The interface of payment providers: open a page, report its state, announce. */
import type { About, PageTold } from "../rules/online-page.ts";
import type { RefundTold } from "../rules/online-refund.ts";

declare module "../../act/world.ts" {
  interface World {
    /** The payment provider of a school; without one, people pay otherwise. */
    readonly payments?: Payments;
  }
}

export type Asked = {
  /** Our own unguessable idempotency key: asking twice opens one page. */
  readonly wish: string;
  /** Cents of euro. */
  readonly amount: number;
  readonly words: string;
  readonly reference: string;
  readonly address: string;
  /** When the page closes: the same for each retry of a wish. */
  readonly until: Date;
  /** Our absolute URLs. */
  readonly paid: string;
  readonly cancelled: string;
};

/** The provider's page, where the person pays. */
export type OpenPage = { readonly session: string; readonly url: string; readonly expiresAt: Date };

/** Why a call failed: worth a retry or not; `key`: not before the operator sets a valid key. Never contains any data sent. */
export type Problem = { readonly problem: "unreachable" | "refused" | "key" };

/** An announcement about a payment, at any time, perhaps twice, in any order. */
export type Told = {
  readonly id: string;
  readonly kind: string;
  /** The id of the provider’s page, or of its refund or dispute. */
  readonly session: string;
  /** Our own id, if the provider returns it. */
  readonly wish: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly paid: boolean;
  /** The state of the page, if known. */
  readonly page?: PageTold;
  /** The provider’s id of the payment itself: later announcements name it instead of the page. */
  readonly intent?: string;
  /** Money refunded or disputed on the provider’s side. */
  readonly about?: About;
};

/** A refund of a paid page, with our own idempotency key: asking twice refunds once. */
export type GiveBack = {
  readonly refund: string;
  readonly session: string;
  /** Cents of euro. */
  readonly amount: number;
  readonly reference: string;
};

/** An announcement about a requested refund: perhaps late, repeated, or withdrawn. */
export type RefundHeard = {
  readonly id: string;
  /** Our own id. */
  readonly refund: string;
  /** The provider’s id. */
  readonly given: string;
  /** Null if it is unreadable. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly state: RefundTold;
  readonly intent?: string;
};

/** `nothing`: validly signed, not about a payment. `forged`: to reject. */
export type Heard =
  | { readonly kind: "told"; readonly told: Told }
  | { readonly kind: "refund"; readonly told: RefundHeard }
  | { readonly kind: "nothing" }
  | { readonly kind: "forged" };

export type PaymentProvider = {
  /** The origin of its pages, to which our form may redirect. */
  readonly pages: string;
  readonly open: (asked: Asked) => Promise<OpenPage | Problem>;
  /** The state of a page, in case no announcement arrives; `over`: nothing more will come. */
  readonly ask: (session: string) => Promise<{ readonly told?: Told; readonly over: boolean } | Problem>;
  /**
   * Refunds, or reports the state of an earlier request, however old. `refused` concerns the request itself: nothing was refunded, and
   * never will be under this key.
   */
  readonly giveBack: (asked: GiveBack) => Promise<{ readonly told: RefundHeard } | Problem>;
  /** Whether the provider accepts our key, by a request without effect: for the doctor. */
  readonly check: () => Promise<Problem | undefined>;
  /** Parses an announcement from its raw bytes and signature header. */
  readonly hear: (bytes: Uint8Array, signature: string, at: Date) => Heard;
};

/** By school: each has its own account. */
export type Payments = (establishment: string) => PaymentProvider | undefined;
