/** The output schemas of what a payer reads by its link. */
import { Type } from "typebox";
import { Cents, Day, Moment, named, orNull, Words } from "../../kit/output.ts";
import { described, Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { PAPERS } from "../../law/money.ts";

export const PAYER_STATES = ["to-come", "to-sign", "declined", "signed", "concluded", "ended", "none"] as const;
const State = oneOf(...PAYER_STATES);

export const myPayers = Type.Object({
  payers: Type.Array(Type.Object({ payer: Id, name: Type.String(), people: Type.Integer(), toSign: Type.Integer() })),
});

const Certificate = named("PayerCertificate", {
  code: Type.String(),
  kind: oneOf("certificate", "entry"),
  at: Moment,
  /** Of a certificate; null of an attestation of entry. */
  from: orNull(Day),
  to: orNull(Day),
  minutes: orNull(Type.Integer()),
});

/** Of each person: the shares of this payer alone. */
export const payerPeople = Type.Object({
  payer: Id,
  name: Type.String(),
  people: Type.Array(
    named("PayerPerson", {
      dossier: Id,
      name: Type.String(),
      diploma: Words,
      shares: Type.Array(
        named("PayerShare", {
          source: Type.String(),
          label: Words,
          amount: Cents,
          paper: oneOf(...PAPERS),
          /** Of its convention; `none` where it signs no paper of the school’s. */
          state: State,
        }),
      ),
      certificates: Type.Array(Certificate),
    }),
  ),
});

export const payerConvention = Type.Object({
  payer: Id,
  name: Type.String(),
  person: Type.String(),
  /** The diploma, and the first session as far as it is known. */
  training: Words,
  startsOn: Day,
  dossier: Id,
  source: Type.String(),
  state: oneOf("to-sign", "declined", "signed", "concluded", "ended"),
  /** Since when it has no object: the person gave up the training. */
  endedOn: orNull(Day),
  /** With what is asked of a fund for it. */
  amount: Cents,
  signedBy: orNull(Type.Object({ on: Day, by: Type.String() })),
  countersigned: orNull(Type.Object({ on: Day, by: Type.String() })),
  declined: orNull(Type.Object({ on: Day, words: Type.String(), by: Type.String() })),
  /** All that is printed; null where it was signed on a text that is not the school’s. */
  document: orNull(described("Document")),
  code: orNull(Type.String()),
  /** The fingerprint of what is shown of it: signed as such. */
  shown: Type.String(),
  missing: Type.Array(Words),
  /** The last quote issued. */
  quote: orNull(Type.Object({ code: Type.String(), document: described("Document") })),
});

/** All that is printed. */
export const payerCertificate = Type.Object({ code: Type.String(), data: described("Certificate") });
