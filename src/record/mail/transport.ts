/** What carries mails out of the house: a value of the world, so that a demonstration can be given one that does not. */

declare module "../../act/world.ts" {
  interface World {
    /** Sends mails; a world without it keeps them in the accounts, and says so. */
    readonly mail?: MailService;
  }
}

/** A mail ready to go, all but its envelope of MIME. */
export type Parcel = {
  readonly messageId: string;
  /** When its text became final; the same however often it is handed over. */
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string | undefined;
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it puts into the calendar of its reader, as text. */
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly text: string } | undefined;
  /** Of a mail that its reader may put off: the address of the page on which they do. */
  readonly stop: string | undefined;
};

/** What came of handing a mail over; `said` is what the server said, or what stood in the way. */
export type Answer =
  | { readonly kind: "accepted"; readonly said: string }
  /** For good: this mail to this address will never be taken. */
  | { readonly kind: "refused"; readonly said: string }
  /** Not taken, and a later try may be. */
  | { readonly kind: "postponed"; readonly problem: "unreachable" | "refused-for-now"; readonly said: string }
  /** Handed over, at least in part, and nothing heard since: it may have been taken. */
  | { readonly kind: "no-answer"; readonly said: string };

export type Transport = {
  /** False for one that only keeps: nothing leaves the house. */
  readonly outside: boolean;
  readonly hand: (parcel: Parcel, signal: AbortSignal) => Promise<Answer>;
};

/** How this deployment sends; a world without it sends nothing, and says so. */
export type MailService = {
  readonly transport: Transport;
  /** The address that mails come from. */
  readonly from: string;
  /** Where people reach the service: the start of every link. */
  readonly publicUrl: string;
};
