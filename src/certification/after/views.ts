/** After juries: clocks running or over, and diplomas awaited. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { toldApart } from "../../kit/apart.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { may } from "../../act/permissions.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import { isWithin, sessionsLetInto } from "../let-in.ts";
import { appealsOf } from "./appeals.ts";
import * as output from "../output.ts";
import { listAwaited, listClocks, listDiplomas } from "./lists.ts";

/** Rows of each list per page. */
const PAGE = 50;
const After = Type.Object({ on: DaySchema, result: Id }, closed);

const apart = <P extends { readonly name: string; readonly number: string | null }>(people: readonly P[]) =>
  toldApart(people, ({ number }) => number);

export const seeAfter = defineView({
  name: "seeAfter",
  label: {
    fr: "Voir les délais et les diplômes à remettre",
    en: "See the times that run and the diplomas to hand over",
  },
  who: "see the certification",
  form: Type.Object(
    { clocksAfter: Type.Optional(After), diplomasAfter: Type.Optional(After), enrolment: Type.Optional(Id) },
    closed,
  ),
  output: output.seeAfter,
  async read(context) {
    const { tx, today, input, actor } = context;
    const sessions = await sessionsLetInto(tx, actor);
    const { enrolment } = input;
    const isAsked = (one: { readonly enrolment: string }) => enrolment === undefined || one.enrolment === enrolment;
    const answers = enrolment !== undefined && may(actor, "publish results") && (await isWithin(tx, actor, enrolment));
    const [person] = answers ? await enrolledPersons(tx, { enrolment }) : [];
    const appeals = person ? (await appealsOf(tx, [person.enrolment])).filter(({ answer }) => answer === null) : [];
    const clocks = await listClocks(tx, { after: input.clocksAfter, sessions, enrolment }, PAGE + 1);
    const diplomas = await listDiplomas(tx, { after: input.diplomasAfter, sessions, enrolment }, PAGE + 1);
    const [clock, diploma] = [clocks[PAGE - 1], diplomas[PAGE - 1]];
    return {
      appeals: appeals.map(({ id, on, text }) => ({ id, enrolment: person!.enrolment, name: person!.name, on, text })),
      awaited: apart((await listAwaited(context, sessions)).filter(isAsked)).map(({ number: _number, ...one }) => ({
        ...one,
        over: one.completeBy < today,
      })),
      clocks: apart(clocks.slice(0, PAGE)).map(({ enrolment: id, name, completeBy }) => {
        return { enrolment: id, name, completeBy, over: completeBy < today };
      }),
      moreClocks: clock && clocks.length > PAGE ? { on: clock.notified, result: clock.result } : null,
      diplomas: apart(diplomas.slice(0, PAGE)).map(({ enrolment: id, name, received, handedOver }) => {
        return { enrolment: id, name, received, handedOver };
      }),
      moreDiplomas: diploma && diplomas.length > PAGE ? { on: diploma.notifiedOn, result: diploma.result } : null,
    };
  },
});
