/** The exams of a person in the chronology of the office's page about them. */
import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../../act/act.ts";
import { withSchool } from "../../db/school.ts";
import type { SignedVisit } from "../../page/page.ts";
import { acting } from "../../test/admissions.ts";
import { decided, examined, SCHOOL } from "../../test/certifying.ts";
import { examsPart } from "./whole.ts";

describe("the exams of a person, on the office’s page about them", () => {
  let scene: Awaited<ReturnType<typeof examined>>;
  before(async () => (scene = await examined({ "Ada Admise": [14, 14, 12, 12, 13] })));
  after(() => scene.close());

  it("are told in the chronology: presented, sat, and the result, to those who see the certification", async () => {
    const { world, trainees, held } = scene;
    await decided(world, held);
    const { dossier } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("enrolment").select("dossier").where("id", "=", trainees[0]!.enrolment).executeTakeFirstOrThrow(),
    );
    const told = async (actor: Actor) => {
      const school = world.laws.establishments[0]!.data;
      const visit = { world, lang: "fr", school, actor, link: (path: string) => path } as SignedVisit;
      const person = { person: dossier, account: null, dossiers: [{ dossier, number: "D-1", diploma: "deis" }] };
      const [part] = await examsPart(visit, person);
      return part?.events?.map(({ at, what }) => [
        typeof at === "string" ? at : at.toISOString().slice(0, 10),
        what.replaceAll("\u00a0", " "),
      ]);
    };
    deepEqual(await told(acting(world, ["certification-secretary"])), [
      ["2030-05-12", "Présentation : Session de juin 2030 (DF1, DF2, DF3)"],
      ["2030-06-11", "Épreuve DF1, Session de juin 2030"],
      ["2030-06-11", "Épreuve DF2, Session de juin 2030"],
      ["2030-06-11", "Épreuve DF3, Session de juin 2030"],
      ["2030-06-25", "Résultat notifié : Diplôme délivré."],
    ]);
    deepEqual(await told(acting(world, ["admission-officer"])), undefined);
  });
});
