/** The minutes of a commission, the list that the authority is owed and a relief protocol, printed. */
import { ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Actor, view, type View } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import type { Law } from "../../law/law.ts";
import { lawOf } from "../../law/load.ts";
import { startRenderer } from "../../documents/render.ts";
import { acting, conforming, eligible, sittingCommission, WITH_A_MASTER, closed } from "../../test/admissions.ts";
import { openedIntake } from "../../test/intakes.ts";
import { deed } from "../../test/people.ts";
import { letters, lettersOf } from "../../test/printed.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { seeAdmitted, seeCommission } from "../commission-views.ts";
import { decideEligibility, decideRelief } from "../decide-acts.ts";
import { seeProtocol } from "../views.ts";
import { LIST_TEMPLATE, listDocument } from "./list.ts";
import { MINUTES_TEMPLATE, minutesDocument } from "./minutes.ts";
import { PROTOCOL_TEMPLATE, protocolDocument } from "./protocol.ts";

const SCHOOL = "faire-ess";
const law: Law = lawOf(LAWS, "deis", "2006", SCHOOL)!;

describe("a paper of admission", () => {
  const renderer = startRenderer({ timeoutMs: 120_000 });
  const now = new Date("2027-02-01T08:00:00Z");
  let world: World;
  let close: () => Promise<unknown>;
  let commission = "";
  let dossier = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const intake = (await openedIntake(world, { places: 1 })).id;
    const head = acting(world, ["head-of-training"]);
    const ada = await conforming(world, "Ada Martin", WITH_A_MASTER);
    ({ dossier } = ada);
    await deed(world, decideEligibility, head, { dossier, outcome: "eligible" });
    const members = [{ name: "Ines Vidal", quality: "responsable de formation" }];
    const opinion = { on: "2027-01-20", members, favourable: true, text: "Les acquis sont prouvés." };
    await deed(world, decideRelief, head, { dossier, grants: [{ unit: "UF1.1", hours: 20 }], opinion });
    const [bo, cy] = [await eligible(world, "Bo Girard"), await eligible(world, "Cy Roux")];
    commission = await sittingCommission(world, intake, [
      [dossier, "admitted"],
      [bo.dossier, "waiting"],
      [cy.dossier, "refused"],
    ]);
    await closed(world, commission);
  });
  after(async () => {
    await renderer.close();
    await close();
  });

  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const says = (text: string, ...all: readonly string[]) => {
    for (const one of all) ok(text.includes(letters(one)), one);
  };

  it("says in the minutes who sat, what was decided of each and why, and the fingerprint of it", async () => {
    const found = await seen(seeCommission, acting(world, ["head-of-training"]), { commission });
    const text = await lettersOf(
      await renderer.render(MINUTES_TEMPLATE, minutesDocument({ law, seen: found }), "test"),
    );
    says(text, "Dominique Roy", "Ines Vidal", "Paul Nguyen", "Admis (1)", "Martin Ada", "Girard Bo", "Roux Cy");
    says(
      text,
      "Le projet ne répond pas encore aux objectifs de la formation.",
      "Ce qui manquait, et pourquoi la liste est arrêtée (4)",
      "Entendu hors de l’application, grilles jointes au dossier.",
      found.commission.hash!,
      "art. 3, al. 6",
    );
  });

  it("gives the authority names and decisions, and nobody’s grounds nor who was refused", async () => {
    const list = await seen(seeAdmitted, acting(world, ["authority"]), { commission });
    const document = listDocument({ law, list, today: "2027-02-01" });
    const text = await lettersOf(await renderer.render(LIST_TEMPLATE, document, "test"));
    says(text, "Admis (1)", "Martin Ada", "Liste complémentaire (1)", "Girard Bo");
    ok(!text.includes("Roux") && !text.includes("objectifs"));
  });

  it("writes into the protocol the hours granted and the opinion that came first", async () => {
    const { number, name, intake, relief } = await seen(seeProtocol, acting(world, ["head-of-training"]), { dossier });
    const document = protocolDocument({ law, number, person: name!, intake: intake.label.fr, relief });
    const text = await lettersOf(await renderer.render(PROTOCOL_TEMPLATE, document!, "test"));
    says(
      text,
      "Martin Ada",
      "UF1.1",
      "20 h",
      "Avis favorable du 20 janvier 2027",
      "Ines Vidal, responsable de formation",
    );
    says(text, "art. 8, al. 3", `P-${number}`);
  });
});
