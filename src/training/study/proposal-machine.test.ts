/** A proposal of a field study, by the real acts: in each state, all that the table of its states bars is tried too. */
import { ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { walk } from "../../test/machine.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { drawUpPartnership } from "./agreement-acts.ts";
import { formStudyGroup } from "./group-acts.ts";
import { acceptStudy, declineStudy, enterStudy } from "./proposal-acts.ts";
import { PROPOSAL } from "./rules/proposal.ts";
import { seeStudy } from "./views.ts";
import { withdrawHost } from "./withdrawing-acts.ts";

const SCHOOL = "faire-ess";
const object = "Mesurer le recours aux droits.";

describe("a proposal of a field study, whatever is tried", () => {
  let world: World;
  let close: () => Promise<void>;
  let head: Actor;
  let cohort = "";
  let study = "";
  const members: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-12-08T09:00:00Z") }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    cohort = await aCohort(world, head);
    for (const name of ["Awa Ndiaye", "Bo Girard"])
      members.push(await enrolled(world, head, await anAccepted(world, { name }), cohort));
  });
  after(() => close());

  const does = <F extends TSchema, V>(act: Act<F, V>, input: Static<F>) =>
    perform(world, act, { actor: head, establishment: SCHOOL, attempt: newAttempt(), input });

  it("is moved by what its table allows, to where the table says, and by nothing else", async () => {
    await walk(PROPOSAL, {
      begin: async () => {
        const asked = { diploma: "deis", organisation: "Association de l’Exemple", contact: "Odile", object };
        ({ study } = await deed(world, enterStudy, head, { ...asked, place: "Montpellier" }));
      },
      stands: async () => {
        const seen = await view(world, seeStudy, { actor: head, establishment: SCHOOL, input: { study } });
        ok(seen.kind === "found");
        return seen.value.study.state;
      },
      steps: {
        accepted: () => does(acceptStudy, { study }),
        withdrawn: () => does(withdrawHost, { study, on: "2026-12-08", ground: "Le site ferme." }),
        declined: () => does(declineStudy, { study, ground: "L’objet relève d’une expertise." }),
        "agreed-on": () => {
          const signatory = { name: "Odile Garance", quality: "présidente" };
          const days = { from: "2026-12-10", until: "2027-03-31" };
          return does(drawUpPartnership, { study, signatory, object, course: "Dix journées sur place.", ...days });
        },
        "group-formed": () => does(formStudyGroup, { study, cohort, name: "Groupe A", members }),
      },
      ways: [["accepted", "agreed-on", "group-formed", "withdrawn"], ["declined"]],
    });
  });
});
