/** Who takes payments online, behind what every such provider can do: open a page, say what became of it, announce. */
import type { About, PageTold } from "../rules/online-page.ts";
import type { RefundTold } from "../rules/online-refund.ts";

declare module "../../act/world.ts" {
  interface World {
    /** Who takes payments online for a school; where nobody does, people pay otherwise. */
    readonly payments?: Payments;
  }
}

export type Asked = {
  /** Ours, unguessable: given to the provider as the name of the attempt, so that asking twice opens one page. */
  readonly wish: string;
  /** Cents of euro. */
  readonly amount: number;
  readonly words: string;
  readonly reference: string;
  readonly address: string;
  /** When the page closes: the same each time the same wish is asked. */
  readonly until: Date;
  /** Whole addresses of ours. */
  readonly paid: string;
  readonly cancelled: string;
};

/** A page of the provider's, where the person pays. */
export type OpenPage = { readonly session: string; readonly url: string; readonly expiresAt: Date };

/**
 * Why there is none: worth trying again, or not; `key`: not before whoever runs the deployment gives a key that is good for it.
 * Never a word of what was sent.
 */
export type Problem = { readonly problem: "unreachable" | "refused" | "key" };

/** What the provider tells of a payment, at its own hour, perhaps twice, in any order. */
export type Told = {
  readonly id: string;
  readonly kind: string;
  /** The provider’s page; or its refund or dispute, where it tells of that. */
  readonly session: string;
  /** Our own id of it, where the provider gives it back. */
  readonly wish: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly paid: boolean;
  /** What became of the page, where that is known. */
  readonly page?: PageTold;
  /** The provider’s id of the payment itself: what it tells of later names that and not the page. */
  readonly intent?: string;
  /** Money that was given back, or is disputed, at the provider’s own place. */
  readonly about?: About;
};

/** Money to be given back from a page that was paid, under a name of ours: asking twice gives once. */
export type GiveBack = {
  readonly refund: string;
  readonly session: string;
  /** Cents of euro. */
  readonly amount: number;
  readonly reference: string;
};

/** What the provider tells of money it was asked to give back: it may be late, told twice, and taken back. */
export type RefundHeard = {
  readonly id: string;
  /** Our own name of it. */
  readonly refund: string;
  /** The provider’s. */
  readonly given: string;
  /** `null` where it is none that can be read. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly state: RefundTold;
  readonly intent?: string;
};

/** `nothing`: well signed, and not about a payment. `forged`: to be refused. */
export type Heard =
  | { readonly kind: "told"; readonly told: Told }
  | { readonly kind: "refund"; readonly told: RefundHeard }
  | { readonly kind: "nothing" }
  | { readonly kind: "forged" };

export type PaymentProvider = {
  /** The origin of its pages, to which our form may lead. */
  readonly pages: string;
  readonly open: (asked: Asked) => Promise<OpenPage | Problem>;
  /** What became of a page, for when no announcement arrives; `over` once nothing more will. */
  readonly ask: (session: string) => Promise<{ readonly told?: Told; readonly over: boolean } | Problem>;
  /**
   * Gives money back, or says how far it is where it was asked before, however long ago. `refused` is said of the asking alone:
   * nothing was given, and never will be under this name.
   */
  readonly giveBack: (asked: GiveBack) => Promise<{ readonly told: RefundHeard } | Problem>;
  /** Whether the provider answers our key, asked in a way that changes nothing: for the doctor. */
  readonly check: () => Promise<Problem | undefined>;
  /** Reads an announcement: the bytes as they came, and the header that signs them. */
  readonly hear: (bytes: Uint8Array, signature: string, at: Date) => Heard;
};

/** By school: each is paid on an account of its own. */
export type Payments = (establishment: string) => PaymentProvider | undefined;
