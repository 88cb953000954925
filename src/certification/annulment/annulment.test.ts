/** A jury that is annulled: what falls, what stands again, who is told, and who may say so. */
import { deepEqual, equal, match, notDeepEqual } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { type Actor, perform } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import {
  adopts,
  closed,
  decided,
  employed,
  examined,
  type Held,
  president,
  resultsOf,
  SCHOOL,
  sits,
  type Trainee,
} from "../../test/certifying.ts";
import { deed, freshly, type Invented } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { newAttempt } from "../../test/world.ts";
import { publishResults } from "../after/acts.ts";
import { closeJury, reopenDecision } from "../juries/acts.ts";
import { annulJury } from "./acts.ts";

const DAY = "2030-06-25";

describe("an annulled jury", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let held: Held;
  let ada: Trainee;
  let ben: Trainee;
  let director: Invented;
  let first = "";
  let firstly: readonly string[] = [];
  let correcting = "";
  before(async () => {
    const sheets = { "Ada Admise": [12, 11, 11, 11, 13], "Ben Partiel": [5, 5, 11, 11, 13] } as const;
    let trainees: readonly Trainee[];
    ({ world, close, held, trainees } = await examined(sheets));
    [ada, ben] = trainees as [Trainee, Trainee];
    director = await employed(world, "Jeanne Directrice", "director");
    await employed(world, "Anne Autorité", "authority");
    first = await decided(world, held);
    firstly = await ids(ben);
    const again = { entry: held.entries.get("Ben Partiel")!, on: DAY, ground: "Une note mal lue." };
    const { jury } = await deed(world, reopenDecision, await held.secretary(), again);
    correcting = jury;
    await sits(world, held, jury);
    await adopts(world, held, jury);
    await deed(world, closeJury, president(world, held), await closed(world, held, jury));
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: DAY });
  });
  after(() => close());

  const upload = async () => {
    const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
    const sent = { establishment: SCHOOL, account: director.account, stream, name: "jugement.pdf" };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    return received.upload;
  };
  const asked = async (jury: string, over: object = {}) => ({
    jury,
    from: DAY,
    by: "court" as const,
    authority: "le tribunal administratif de Montpellier",
    reference: "jugement n° 1",
    ground: "Composition irrégulière.",
    paper: await upload(),
    ...over,
  });
  const tried = async (input: Awaited<ReturnType<typeof asked>>, actor?: Actor, attempt = newAttempt()) =>
    perform(world, annulJury, {
      actor: actor ?? (await freshly(world, director)),
      establishment: SCHOOL,
      attempt,
      input,
    });
  const mails = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = await tx.selectFrom("mail").select(["subject"]).where("subject", "like", "%annulé").execute();
      return rows.length;
    });
  const outcomes = async (who: Trainee) => (await resultsOf(world, who)).map(({ outcome }) => outcome);
  const ids = async (who: Trainee) => (await resultsOf(world, who)).map(({ id }) => id);

  it("is said by the director alone, with a day between the jury’s and today, a decision and a ground", async () => {
    equal((await tried(await asked(first), await held.secretary())).kind, "forbidden");
    for (const wrong of [{ from: "2030-06-24" }, { from: "2030-06-26" }, { reference: " " }, { paper: newAttempt() }])
      equal((await tried(await asked(first, wrong))).kind, "invalid", JSON.stringify(wrong));
  });

  it("gives its force back to the decision that it had replaced", async () => {
    notDeepEqual(await ids(ben), firstly);
    equal((await tried(await asked(correcting))).kind, "done");
    deepEqual(await ids(ben), firstly);
    equal(await mails(), 2, "the one on whom it had decided, and the authority");
  });

  it("is told to each once however often it is sent, and leaves no result; it is annulled once", async () => {
    const before = await mails();
    const [input, attempt] = [await asked(first), newAttempt()];
    equal((await tried(input, undefined, attempt)).kind, "done");
    equal((await tried(input, undefined, attempt)).kind, "done");
    equal((await mails()) - before, 3);
    deepEqual([await outcomes(ada), await outcomes(ben)], [[], []]);
    const twice = await tried(await asked(first));
    match(twice.kind === "invalid" ? twice.issues[0]!.message("fr") : twice.kind, /annulée/);
  });

  it("lets another jury decide on all of them, with the marks that they have", async () => {
    await decided(world, held);
    deepEqual(await outcomes(ada), ["diploma"]);
    deepEqual(await outcomes(ben), ["partial"]);
  });
});
