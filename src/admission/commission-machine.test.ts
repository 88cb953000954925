/** A commission, by the real acts: in each state, all that the table of its states bars is tried too. */
import { ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { receiveUpload } from "../files/receive.ts";
import { acting, closingGrounds, eligible, sittingCommission, WHOLE_COMMISSION } from "../test/admissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { walk } from "../test/machine.ts";
import { makeAccount } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { closeCommission, proposeDecision, saveCommission } from "./commission-acts.ts";
import { seeCommission } from "./commission-views.ts";
import { attachCommissionMinutes } from "./paper-acts.ts";
import { COMMISSION, commissionState } from "./rules/commission.ts";

const SCHOOL = "faire-ess";

describe("a commission, whatever is tried", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let account = "";
  let dossier = "";
  let commission = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2027-02-01T08:00:00Z") }));
    ({ account } = await makeAccount(world, { name: "Ines Vidal", address: "ines@exemple.fr" }));
    head = acting(world, ["head-of-training"], account);
  });
  after(() => close());

  const does = <F extends TSchema, V>(act: Act<F, V>, input: Static<F>) =>
    perform(world, act, { actor: head, establishment: SCHOOL, attempt: newAttempt(), input });
  const seen = async () => {
    const found = await view(world, seeCommission, { actor: head, establishment: SCHOOL, input: { commission } });
    ok(found.kind === "found");
    return found.value;
  };
  const version = async () => (await seen()).commission.version;

  it("is moved by what its table allows, to where the table says, and by nothing else", async () => {
    await walk(COMMISSION, {
      begin: async () => {
        const intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
        ({ dossier } = await eligible(world, "Ada Martin", intake));
        commission = await sittingCommission(world, intake, []);
      },
      stands: async () => commissionState((await seen()).commission),
      steps: {
        saved: async () =>
          does(saveCommission, {
            commission,
            version: await version(),
            heldOn: "2027-02-01",
            members: WHOLE_COMMISSION,
          }),
        proposed: () => does(proposeDecision, { commission, dossier, decision: "admitted" }),
        closed: async () =>
          does(closeCommission, {
            commission,
            version: await version(),
            grounds: await closingGrounds(world, commission),
          }),
        "minutes-attached": async () => {
          const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
          const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "pv.pdf" });
          ok("upload" in received);
          return does(attachCommissionMinutes, { commission, scan: received.upload, names: "Ines Vidal" });
        },
      },
      ways: [["saved", "proposed", "closed", "minutes-attached"]],
    });
  });
});
