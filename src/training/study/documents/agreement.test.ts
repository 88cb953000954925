/** The two agreements of a field study, printed. */
import { ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Law } from "../../../law/law.ts";
import { lawOf } from "../../../law/load.ts";
import { startRenderer } from "../../../documents/render.ts";
import { letters, lettersOf } from "../../../test/printed.ts";
import { LAWS } from "../../../test/server.ts";
import { AGREEMENT_TEMPLATE, agreementDocument, type Paper } from "./agreement.ts";

const law: Law = lawOf(LAWS, "deis", "2006", "faire-ess")!;

const OWN: Paper = {
  kind: "agreement",
  diploma: "deis",
  lawVersion: "2006",
  study: {
    id: "s",
    diploma: "deis",
    organisation: "Association de l’Exemple",
    object: "Accès aux droits",
    place: "Castelnau-le-Lez",
    state: "accepted",
  },
  group: "Groupe A",
  groupId: "g",
  gone: null,
  agreement: {
    id: "a",
    version: 2,
    at: "2028-01-10T09:00:00.000Z",
    shown: "sha256:0",
    current: true,
    contents: {
      signatory: { name: "Odile Garance", quality: "présidente" },
      object: "Mesurer l’accès aux droits des personnes hébergées.",
      course: "Cinq semaines sur place, de janvier à avril ; un point d’étape par mois.",
      from: "2028-01-17",
      until: "2028-04-28",
      referents: [{ name: "Rachid Amrani", qualification: "chef de service éducatif" }],
      members: [
        { enrolment: "awa", name: "Ndiaye Awa" },
        { enrolment: "bo", name: "Girard Bo" },
      ],
    },
    signed: [
      { party: "school", name: "Jeanne Roux", at: "2028-01-11T08:00:00.000Z", scan: null },
      { party: "awa", name: "Ndiaye Awa", at: "2028-01-12T08:00:00.000Z", scan: "f" },
    ],
    missing: [],
  },
};

describe("an agreement of a field study", () => {
  const renderer = startRenderer({ timeoutMs: 120_000 });
  let own = "";
  let partnership = "";
  before(async () => {
    const print = async (paper: Paper) =>
      lettersOf(await renderer.render(AGREEMENT_TEMPLATE, agreementDocument({ law, paper }), "test"));
    own = await print(OWN);
    const contents = { ...OWN.agreement.contents, referents: [], members: [] };
    const agreement = { ...OWN.agreement, contents, signed: [] };
    partnership = await print({ ...OWN, kind: "partnership", group: null, groupId: null, agreement });
  });
  after(() => renderer.close());

  const says = (text: string, ...all: readonly string[]) => {
    for (const one of all) ok(text.includes(letters(one)), one);
  };

  it("says the object, the course of events, and the names and qualifications of the referents (art. 7, al. 3)", () => {
    says(
      own,
      "Convention d’étude collective",
      "UF2.4, étude de terrain",
      "Mesurer l’accès aux droits",
      "Cinq semaines sur place",
    );
    says(own, "Rachid Amrani", "chef de service éducatif", "art. 7, al. 3", "Ndiaye Awa, stagiaire", "Girard Bo");
  });

  it("says who signed, how and when, and leaves a line to who has not", () => {
    says(own, "Jeanne Roux, signé dans l’application le", "signé sur papier, attesté le", "……………");
    ok(!JSON.stringify(own).includes("Ndiaye Awa, signé"));
  });

  it("binds, as a partnership, the school and whoever answers in law for the site (art. 7, al. 2)", () => {
    says(partnership, "Convention de partenariat", "Odile Garance, présidente", "art. 7, al. 2");
    ok(!partnership.includes(letters("stagiaire")) && !partnership.includes(letters("Référents")));
  });
});
