/** Opens an intake to a guest who acts for the State: its list, contested dispenses and livrets. */
import { Type } from "typebox";
import { defineAct, defineView, FORBIDDEN } from "../act/act.ts";
import type { Label } from "../kit/lang.ts";
import { closed, Id } from "../kit/shapes.ts";
import { findIntake } from "../intake/intake.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { letInto, stateGuests } from "../people/guests/things.ts";
import * as output from "./output.ts";

export const letIntoIntake = defineAct({
  name: "letIntoIntake",
  label: { fr: "Ouvrir une campagne à un invité de l’autorité", en: "Let a guest of the authority into an intake" },
  who: "prepare the commission",
  form: Type.Object({ intake: Id, guest: Id }, closed),
  output: output.letIntoIntake,
  writes: ["guest_thing", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const intake = await findIntake(tx, input.intake);
    if (!intake) return FORBIDDEN;
    return letInto(context, { guest: input.guest, thing: intakeChain(intake.id), called: called(intake.label) });
  },
});

const called = ({ fr, en }: Label): Label => ({ fr: `les admissions, ${fr}`, en: `the admissions, ${en}` });

export const seeIntakeGuests = defineView({
  name: "seeIntakeGuests",
  label: {
    fr: "Voir à quels invités de l’autorité une campagne est ouverte",
    en: "See which guests of the authority are in an intake",
  },
  who: "prepare the commission",
  form: Type.Object({ intake: Id }, closed),
  output: output.seeIntakeGuests,
  async read({ tx, input, today }) {
    const intake = await findIntake(tx, input.intake);
    if (!intake) return undefined;
    const guests = await stateGuests(tx, intakeChain(intake.id), today);
    return { intake: { id: intake.id, label: intake.label }, guests: guests.map((one) => ({ ...one })) };
  },
});
