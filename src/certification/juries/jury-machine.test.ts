/** A jury from its opening to the notification, by the real acts: in each state, all that the table of its states bars is tried too. */
import { ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { receiveUpload } from "../../files/receive.ts";
import {
  adopts,
  closed,
  employed,
  examined,
  type Held,
  jurySeen,
  opened,
  president,
  SCHOOL,
  sits,
} from "../../test/certifying.ts";
import { freshly } from "../../test/people.ts";
import { walk } from "../../test/machine.ts";
import type { Invented } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { annulJury } from "../annulment/acts.ts";
import { attachMinutes, publishResults } from "../after/acts.ts";
import { JURY, juryState } from "../rules/jury.ts";
import { closeJury, declareFraud, notePresence, passOverRule, putOffJury, reopenDecision } from "./acts.ts";

describe("a jury, whatever is tried", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let on: Awaited<ReturnType<typeof examined>>["on"];
  let secretary: Invented;
  let authority: Invented;
  let director: Invented;
  let held: Held;
  let jury = "";
  let again = "";
  before(async () => {
    ({ world, close, on, secretary, held } = await examined({ "Ada Admise": [12, 11, 11, 11, 13] }));
    authority = await employed(world, "Anne Autorité", "authority");
    director = await employed(world, "Jeanne Directrice", "director");
  });
  after(() => close());

  const does = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) =>
    perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
  const by = () => freshly(world, secretary);
  const stands = async () => juryState((await jurySeen(world, held, jury)).jury);
  const ground = "Un motif.";
  const scan = () => scanOf(secretary);
  const scanOf = async ({ account }: Invented) => {
    const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
    const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "signe.pdf" });
    ok("upload" in received);
    return received.upload;
  };

  const steps = {
    noted: async () => does(notePresence, await by(), { jury, present: held.members.map(({ id }) => id) }),
    "passed-over": async () =>
      does(passOverRule, await freshly(world, authority), { jury, rules: ["colleges"], by: "Le recteur", ground }),
    "fraud-declared": async () =>
      does(declareFraud, await freshly(world, authority), { jury, by: "Le recteur", ground }),
    "put-off": async () =>
      does(putOffJury, await by(), { jury, to: addDays(dayIn(world.now(), "Europe/Paris"), 1), ground }),
    closed: async () => {
      // With nothing else in its way, on the day to which it was put off.
      on("2030-06-26");
      if ((await stands()) === "deliberating") {
        await sits(world, held, jury);
        await adopts(world, held, jury);
      }
      return does(closeJury, president(world, held), await closed(world, held, jury));
    },
    notified: async () => does(publishResults, await by(), { jury, notifiedOn: "2030-06-26" }),
    "minutes-attached": async () => does(attachMinutes, await by(), { jury, scan: await scan(), names: "Tous" }),
    "gone-back-to": async () => {
      const [entry] = held.entries.values();
      const outcome = await does(reopenDecision, await by(), { entry: entry!, on: "2030-06-26", ground });
      if (outcome.kind === "done") again = outcome.value.jury;
      return outcome;
    },
    annulled: async () => {
      const said = { by: "court", authority: "Un tribunal", reference: "Un jugement", ground } as const;
      const paper = await scanOf(director);
      return does(annulJury, await freshly(world, director), { jury, from: "2030-06-26", ...said, paper });
    },
  };

  it("is moved by what its table allows, to where the table says, and by nothing else", async () => {
    await walk(JURY, {
      steps,
      stands,
      // The second is the one that goes back to what the first decided.
      begin: async (way) => (jury = way === 0 ? await opened(world, held) : again),
      ways: [
        ["noted", "passed-over", "put-off", "closed", "minutes-attached", "notified", "gone-back-to", "annulled"],
        ["fraud-declared"],
      ],
    });
  });
});
