/** The output schemas of certificates of attendance. */
import { Type } from "typebox";
import { ShownLines } from "../../act/shows.ts";
import { Day, Moment, named, orNull } from "../../kit/output.ts";
import { described, Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { HALVES } from "../rules/half-day.ts";

export const issued = Type.Object({ code: Type.String() });

const HALF = oneOf(...HALVES);
const Listed = Type.Array(
  named("IssuedCertificate", {
    code: Type.String(),
    kind: oneOf("certificate", "entry"),
    at: Moment,
    /** Of a certificate; null of an attestation of entry. */
    from: orNull(Day),
    to: orNull(Day),
    minutes: orNull(Type.Integer()),
  }),
);

export const myCertificates = Type.Object({ certificates: Listed });

export const seeCertificates = Type.Object({
  enrolment: Id,
  name: Type.String(),
  certificates: Listed,
  /** Between the days asked about, or since the first day of the cohort. */
  from: Day,
  to: Day,
  minutes: Type.Integer(),
  billed: Type.Integer(),
  halfDays: Type.Integer(),
  /** What a certificate of these days would say, and an attestation of entry; the latter null before anything was followed. */
  lines: ShownLines,
  entry: orNull(ShownLines),
  pending: Type.Array(Type.Object({ on: Day, half: HALF, lesson: Id })),
});

/** All that is printed. */
export const readCertificate = Type.Object({
  code: Type.String(),
  about: Type.String(),
  data: described("Certificate"),
});
