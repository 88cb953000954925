/** An interview's hour as the candidate is told it, by mail, on paper, on the page and in a calendar. */
import { sql } from "kysely";
import type { Performing } from "../act/act.ts";
import type { Between } from "../act/under-way.ts";
import { addressOf, convocationLines } from "../agenda/convocation.ts";
import { roomsKnown, sayRoom } from "../agenda/rooms.ts";
import { findIntake } from "../intake/intake.ts";
import { doerNamed } from "../people/contact.ts";
import { extraOf } from "./candidates/counted.ts";
import { findDay } from "./days/store.ts";
import type { HourTold } from "./mails.ts";
import { isLongEnough, preparationOf } from "./rules/day.ts";
import { findInterview, type Interview } from "./store.ts";

export async function hourOf(
  context: Pick<Performing<unknown>, "tx" | "zone" | "law">,
  interview: Interview,
): Promise<HourTold> {
  const { tx, zone, law } = context;
  const { diploma, lawVersion } = (await findIntake(tx, interview.intake))!;
  const { diploma: national, establishment: school } = law(diploma, { version: lawVersion })!;
  const rooms = await roomsKnown(tx);
  const room = rooms.get(interview.room);
  const before = interview.analysisRoom === null ? undefined : rooms.get(interview.analysisRoom);
  const extra = await extraOf(context, interview);
  const { settings } = (await findDay(tx, interview.day))!;
  const by = await Promise.all(interview.examiners.map(async (who) => (await doerNamed(tx, who))?.name));
  return {
    ...interview,
    zone,
    analysisIn: interview.analysisRoom === null ? null : before ? sayRoom(before) : "–",
    preparation: preparationOf(national),
    room: room ? sayRoom(room) : "–",
    longer: extra > 0 && isLongEnough(settings, extra, interview),
    // The person first goes where they prepare.
    street: room ? addressOf(school, before ?? room) : [],
    lines: convocationLines(school, {
      to: "interview",
      room: before ?? room,
      by: by.filter((name) => name !== undefined),
      page: interview.account === null ? null : ELSEWHEN,
    }),
  };
}

const ELSEWHEN = {
  fr: "demandez une autre heure sur la page de votre entretien, en disant pourquoi",
  en: "ask for another hour on the page of your interview, and say why",
};

/** Without how to ask for another hour: it was asked for already, or the hour is past. */
export function withoutAsking(lines: HourTold["lines"]): HourTold["lines"] {
  return lines.filter(({ says }) => says.fr !== ELSEWHEN.fr);
}

/** Of the days of interviews between two days: the candidate's own, once convoked to it; not those that they missed. */
export async function hoursToldTo(given: Pick<Performing<unknown>, "tx" | "zone" | "law" | "actor">, days: Between) {
  const { tx, actor } = given;
  const { rows } = await sql<{ id: string; diploma: string }>`
    select i.id, t.diploma from dossier d join interview i on i.dossier = d.id join intake t on t.id = i.intake
      join interview_day y on y.id = i.day
    where d.account = ${"account" in actor ? (actor.account ?? null) : null}::uuid
      and y.on_day between ${days.from}::date and ${days.until}::date
      and i.state <> 'missed' and exists (select from interview_fact f where f.interview = i.id and f.kind = 'convoked')
    order by i.begins_at, i.id`.execute(tx);
  const hours = [];
  for (const { id, diploma } of rows) {
    const interview = (await findInterview(tx, id))!;
    hours.push({ ...interview, ...(await hourOf(given, interview)), diploma });
  }
  return hours;
}
