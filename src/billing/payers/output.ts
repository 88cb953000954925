/** The output schemas of the register of payers. */
import { Type } from "typebox";
import { Moment, named, Nothing, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";

export const addPayer = Type.Object({ payer: Id });
export const changePayer = Nothing;
export const closePayer = Nothing;

const Payer = named("Payer", {
  id: Id,
  name: Type.String(),
  form: Type.String(),
  siren: orNull(Type.String()),
  address: Type.String(),
  contact: Type.String(),
  email: Type.String(),
  phone: Type.String(),
  service: Type.String(),
  auxiliary: Type.String(),
  daysToPay: orNull(Type.Integer()),
  byDossier: Type.Boolean(),
  version: Type.Integer(),
  closedAt: orNull(Moment),
});

export const seePayer = Payer;

/** `more`: others are found by a longer part of their name. */
export const listPayers = Type.Object({ payers: Type.Array(Payer), more: Type.Boolean() });
