import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, type Outcome, perform } from "../../act/act.ts";
import { deed } from "../../test/people.ts";
import { newAttempt, type TestWorld, testWorld } from "../../test/world.ts";
import { askPasskey, showPasskey } from "./passkey-acts.ts";

const ANYONE: Actor = { kind: "anyone" };

describe("a passkey that a stranger shows", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  it("is refused in words where what is sent is no answer of a browser, however large it says it is", async () => {
    const base64url = (text: string) => Buffer.from(text).toString("base64url");
    for (const response of [
      "no JSON",
      "null",
      "[]",
      '{"response":null}',
      '{"response":{"userHandle":5}}',
      '{"response":{"userHandle":{"length":30000000}}}',
      `{"response":{"userHandle":"${base64url("-".repeat(36))}"}}`,
      `{"id":"x","response":{"userHandle":"${base64url("00000000-0000-4000-8000-000000000000")}"}}`,
    ]) {
      const { challenge } = await deed(t.world, askPasskey, ANYONE, { origin: "http://localhost" });
      const outcome: Outcome<object> = await perform(t.world, showPasskey, {
        actor: ANYONE,
        establishment: "faire-ess",
        attempt: newAttempt(),
        input: { challenge, response, device: "" },
      });
      const said: string[] =
        outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("en")) : [outcome.kind];
      deepEqual(said, ["This passkey was not recognised. Try again, or choose another way."], response);
    }
  });
});
