/** What stands beside the hour of a convocation, for a school with two sites. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { LAWS } from "../test/server.ts";
import { convocationLines, convocationText, placeOf } from "./convocation.ts";

const [{ data: file }] = LAWS.establishments as [(typeof LAWS.establishments)[number]];
const school = {
  ...file,
  campuses: [...file.campuses, { campus: "annexe", name: "Annexe", address: ["3 quai du Port", "34200 Sète"] }],
};
const at = (site: string) => ({ name: "Salle B", site });

describe("a convocation", () => {
  it("gives the street of the room’s site: the school’s, that of the file, or the one written with the room", () => {
    equal(placeOf(school, at("")), `Salle B, ${file.address.join(", ")}`);
    equal(placeOf(school, at("annexe")), "Salle B, 3 quai du Port, 34200 Sète");
    equal(placeOf(school, at("8 rue Neuve, Lunel")), "Salle B, 8 rue Neuve, Lunel");
    equal(placeOf(school, undefined), "");
  });

  it("says what to bring, who receives, and how to say that one cannot come: on the page, or to the school", () => {
    const by = ["Ana Ferrer", "Bruno Vidal"];
    const page = { fr: "demandez une autre heure", en: "ask for another hour" };
    deepEqual(convocationText(convocationLines(school, { to: "interview", room: at("Annexe"), by, page }), "fr"), [
      "Où venir : 3 quai du Port, 34200 Sète.",
      "À apporter : une pièce d’identité et cette convocation.",
      "Qui vous reçoit : Ana Ferrer et Bruno Vidal.",
      "Si vous ne pouvez pas venir : demandez une autre heure.",
    ]);
    const reached = [
      { key: "phone", value: "04 00 00 00 00" },
      { key: "mail", value: "ecole@exemple.fr" },
    ].map((one) => ({ ...file.contacts[0]!, ...one }));
    const onPaper = { to: undefined, room: undefined, by: [], page: null };
    deepEqual(convocationText(convocationLines({ ...school, contacts: reached }, onPaper), "en"), [
      "If you cannot come: tell the school at once (04 00 00 00 00, ecole@exemple.fr).",
    ]);
    // Where the school publishes neither, it can still be written to.
    deepEqual(convocationText(convocationLines(school, onPaper), "fr"), [
      `Si vous ne pouvez pas venir : prévenez l’école dès que possible (${[school.name, ...school.address].join(", ")}).`,
    ]);
  });
});
