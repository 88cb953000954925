/** How mails leave: part of the world, so that a demonstration can be given a transport that sends nothing. */

declare module "../act/world.ts" {
  interface World {
    /** Sends mails; without it they are only shown in accounts, which say so. */
    readonly mail?: MailService;
  }
}

/** A mail ready to send, but for its MIME encoding. */
export type Parcel = {
  readonly messageId: string;
  /** When its text became final; the same on every try. */
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string | undefined;
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The entry for its reader's calendar, as text. */
  readonly calendar:
    | { readonly method: "REQUEST" | "CANCEL"; readonly text: string; readonly file: string }
    | undefined;
  /** The page on which its reader may decline such mails. */
  readonly stop: string | undefined;
};

/** The result of a try; `said` is the server's message, or the local error. */
export type Answer =
  | { readonly kind: "accepted"; readonly said: string }
  /** Permanent: this address will never accept this mail. */
  | { readonly kind: "refused"; readonly said: string }
  /** Temporary: not accepted, a later try may succeed. */
  | { readonly kind: "postponed"; readonly problem: "unreachable" | "refused-for-now"; readonly said: string }
  /** Handed over at least in part, without an answer: it may have been accepted. */
  | { readonly kind: "no-answer"; readonly said: string };

export type Transport = {
  /** False for a transport that sends nothing outside. */
  readonly outside: boolean;
  readonly hand: (parcel: Parcel, signal: AbortSignal) => Promise<Answer>;
};

/** How this deployment sends; without it nothing is sent, and pages say so. */
export type MailService = {
  readonly transport: Transport;
  /** The From address. */
  readonly from: string;
  /** The public address of the service: the start of every link. */
  readonly publicUrl: string;
};
