/** The output schemas of what a payer pays for. */
import { Type } from "typebox";
import { Cents, Day, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";

const Between = Type.Object({ from: Day, to: Day });

const Trainee = named("PaidTrainee", {
  dossier: Id,
  name: Type.String(),
  number: Type.String(),
  source: orNull(Words),
  fileNumber: orNull(Type.String()),
  agreed: Cents,
  /** Not signed or answered yet. */
  asked: Cents,
  enrolment: orNull(Id),
  planned: Type.Integer(),
  done: Type.Integer(),
  pending: Type.Integer(),
  certificates: Type.Array(
    named("CertificateOfDays", { code: Type.String(), from: Day, to: Day, minutes: Type.Integer() }),
  ),
  certified: Type.Boolean(),
  invoiced: Cents,
  paid: Cents,
  /** Of what is invoiced. */
  balance: Cents,
  /** Of what is agreed. */
  toInvoice: Cents,
});

export const seePaidTrainees = Type.Object({
  payer: Id,
  name: Type.String(),
  between: Between,
  periods: Type.Array(Between),
  trainees: Type.Array(Trainee),
  more: Type.Boolean(),
});

/** `left`: for whom there was nothing to certify. */
export const certified = Type.Object({ codes: Type.Array(Type.String()), left: Type.Array(Id) });

export const proofs = Type.Object({ codes: Type.Array(Type.String()) });

/** Numbers of invoices and credits. */
export const issuedToPayer = Type.Object({ numbers: Type.Array(Type.String()) });
