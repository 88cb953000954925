/** The outputs of the views on people. */
import { Type } from "typebox";
import { Day, Moment, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { stations } from "../../dossier/output.ts";
import { WHY } from "../../dossier/rules/search.ts";

const ListedPerson = named("ListedPerson", {
  person: Id,
  name: orNull(Type.String()),
  /** The year of birth. */
  born: orNull(Type.String()),
  number: Type.String(),
  intake: Words,
  stands: Words,
  why: Type.Array(Type.Object({ by: oneOf(...WHY), text: Type.String() })),
});

export const findPeople = Type.Object({
  searched: Type.Boolean(),
  people: Type.Array(ListedPerson),
  more: Type.Boolean(),
  /** The people whom the reader opened last. */
  lately: Type.Array(ListedPerson),
});

export const seePerson = named("Person", {
  /** An account, or a dossier without one. */
  person: Id,
  account: orNull(Id),
  name: orNull(Type.String()),
  birthName: orNull(Type.String()),
  usedName: orNull(Type.String()),
  givenNames: orNull(Type.String()),
  bornOn: orNull(Day),
  /** The names of before a correction of their identity. */
  elder: orNull(Type.String()),
  phone: orNull(Type.String()),
  address: orNull(Type.String()),
  /** The lines of the address where letters go, without the name. */
  postal: Type.Array(Type.String()),
  dossiers: Type.Array(
    Type.Object({
      dossier: Id,
      number: Type.String(),
      intake: Id,
      diploma: Type.String(),
      label: Words,
      stands: Words,
      stations,
      startedAt: Moment,
      submittedAt: orNull(Moment),
    }),
  ),
});
