/** The line of a way, as the person reads it. */
import { deepEqual, doesNotMatch, match } from "node:assert/strict";
import { describe, it } from "node:test";
import type { StationSeen } from "../act/way.ts";
import { wayLine } from "./way.ts";

const both = (text: string) => ({ fr: text, en: text });
const seen = (station: StationSeen["station"], state: StationSeen["state"]) =>
  ({ station, state, says: both(station), heading: both(station), to: null }) as const;
const line = (...stations: ReturnType<typeof seen>[]) =>
  String(wayLine({ lang: "fr", link: (path) => path }, stations, { id: "way", own: true }))
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("the line of a way", () => {
  it("does not say of a station that was passed over that it is done", () => {
    const text = line(seen("application", "done"), seen("admission", "now"));
    match(text, /Entretien : sans objet/);
    match(text, /Diplôme : à venir/);
  });

  it("ends where it ended", () => {
    const text = line(seen("application", "done"), seen("admission", "over"));
    match(text, /Arrêt à l’étape 4 : admission/);
    doesNotMatch(text, /Contrat|Diplôme|à venir/);
  });

  const drawn = (...stations: ReturnType<typeof seen>[]) => {
    const { text } = wayLine({ lang: "fr", link: (path) => path }, stations, { id: "way", own: true });
    return [...text.matchAll(/<li data-state="(\w+)"/g)].map(([, state]) => state).slice(5);
  };

  it("has the training behind once a result stands, though its cohort goes on", () => {
    deepEqual(drawn(seen("training", "now"), seen("exams", "part")), ["done", "part", "todo"]);
  });

  it("stays at the interview that is to come, though the candidacy is eligible already", () => {
    const eligible = { ...seen("admission", "now"), ahead: true };
    const text = line(seen("application", "done"), seen("interview", "now"), eligible);
    match(text, /Entretien : en ce moment.*Admission : à venir.*Étape 3 sur 8/);
    match(line(seen("interview", "done"), eligible), /Entretien : fait.*Admission : en ce moment.*Étape 4 sur 8/);
  });

  it("has the exams still to come while the training goes on", () => {
    deepEqual(drawn(seen("training", "now"), seen("exams", "now")), ["now", "todo", "todo"]);
  });
});
