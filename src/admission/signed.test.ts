/** What is signed on paper in admission: kept as its scan with whoever attests it, read by those it concerns, gone with the dossier. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { openFileView } from "../files/views.ts";
import { receiveUpload } from "../files/receive.ts";
import {
  acting,
  type Conforming,
  conforming,
  eligible,
  sittingCommission,
  WITH_A_MASTER,
  closed,
} from "../test/admissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed, giveRoles, makeAccount } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { seeCommission } from "./commission-views.ts";
import { decideEligibility, decideRelief } from "./decide-acts.ts";
import { admissionRetained } from "./retention.ts";
import { attachCommissionMinutes, attachProtocol } from "./paper-acts.ts";
import { readsCandidacyFile, readsCommissionFile } from "./reading.ts";
import { candidacyChain } from "./rules/candidacy.ts";
import { seeCandidacy } from "./views.ts";

const SCHOOL = "faire-ess";
const openFile = openFileView({ candidacy: readsCandidacyFile, admission: readsCommissionFile });

describe("a paper signed in admission", () => {
  let world: World;
  let close: () => Promise<unknown>;
  const now = new Date("2027-02-01T08:00:00Z");
  let officer: Actor & { readonly account: string };
  let bo: Conforming;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const who = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    officer = acting(world, ["admission-officer"], who.account) as typeof officer;
  });
  after(() => close());

  const head = () => acting(world, ["head-of-training"]);
  const scan = async ({ account }: { readonly account: string } = officer) => {
    const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
    const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "signe.pdf" });
    ok("upload" in received);
    return received.upload;
  };
  const reads = async (actor: Actor, file: string) =>
    (await view(world, openFile, { actor, establishment: SCHOOL, input: { id: file, take: false } })).kind;
  const tried = async (act: typeof attachProtocol | typeof attachCommissionMinutes, actor: Actor, input: object) =>
    (await perform(world, act as never, { actor, establishment: SCHOOL, attempt: randomUUID(), input })).kind;

  it("is the minutes of a commission, once it closed, with who signed and who attests it", async () => {
    const intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
    const ada = await eligible(world, "Ada Martin", intake);
    bo = await conforming(world, "Bo Girard", WITH_A_MASTER, intake);
    const commission = await sittingCommission(world, intake, [[ada.dossier, "admitted"]]);
    const names = "Dominique Roy, Ines Vidal, Paul Nguyen";
    equal(await tried(attachCommissionMinutes, officer, { commission, scan: await scan(), names }), "invalid");
    await closed(world, commission);
    equal(await tried(attachCommissionMinutes, officer, { commission, scan: await scan(), names: " " }), "invalid");
    equal(await tried(attachCommissionMinutes, ada.actor, { commission, scan: await scan(), names }), "forbidden");
    const mine = await scan(ada.who);
    equal(await tried(attachCommissionMinutes, officer, { commission, scan: mine, names }), "invalid");
    await deed(world, attachCommissionMinutes, officer, { commission, scan: await scan(), names });
    const seen = await view(world, seeCommission, { actor: head(), establishment: SCHOOL, input: { commission } });
    ok(seen.kind === "found");
    const [one, ...others] = seen.value.signed;
    deepEqual([one?.name, one?.attestedBy, others], [names, "Sacha Bernard", []]);
    const signature = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("signature").select(["shown", "signer"]).executeTakeFirstOrThrow(),
    );
    deepEqual(signature, { shown: seen.value.commission.hash, signer: null });
    equal(await reads(head(), one!.file), "found");
    equal(await reads(acting(world, ["partner-establishment"]), one!.file), "missing");
    equal(await reads(ada.actor, one!.file), "missing");
  });

  it("is the protocol of hours granted, read by the person it is about and by the school, and goes with the dossier", async () => {
    const { dossier } = bo;
    const names = "Dominique Roy, Bo Girard";
    await deed(world, decideEligibility, head(), { dossier, outcome: "eligible", ground: "Vu." });
    equal(await tried(attachProtocol, officer, { dossier, scan: await scan(), names }), "invalid");
    const members = [{ name: "Ines Vidal", quality: "responsable de formation" }];
    const opinion = { on: "2027-01-20", members, favourable: true, text: "Avis favorable." };
    await deed(world, decideRelief, head(), { dossier, grants: [{ unit: "UF1.1", hours: 20 }], opinion });
    await deed(world, attachProtocol, officer, { dossier, scan: await scan(), names });
    const seen = await view(world, seeCandidacy, { actor: head(), establishment: SCHOOL, input: { dossier } });
    ok(seen.kind === "found");
    const [one] = seen.value.signed;
    deepEqual([one?.name, one?.attestedBy], [names, "Sacha Bernard"]);
    equal(await reads(bo.actor, one!.file), "found");
    equal(await reads(head(), one!.file), "found");
    equal(await reads(acting(world, ["trainer"]), one!.file), "missing");
    const left = () =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const about = candidacyChain(dossier);
        const files = await tx.selectFrom("stored_file").select("id").where("about", "=", about).execute();
        const signed = await tx.selectFrom("signature").select("id").where("about", "=", about).execute();
        return [files.length, signed.length];
      });
    deepEqual(await left(), [1, 1]);
    await withSchool(world.db, SCHOOL, (tx) => admissionRetained[0]!.erase!(tx, candidacyChain(dossier), now));
    deepEqual(await left(), [0, 0]);
  });
});
