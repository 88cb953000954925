/**
 * The loop `livret decide` is measured against: parse a line, decide by hand, print the same shape with keys and numbers
 * where ours has sentences. It checks nothing, trusts its input, and knows one law. Usage: `node cli-by-hand.ts FILE`.
 */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type HandAnswer, type HandFinding, type HandInput, handWritten } from "./hand-written.ts";

const OUTCOMES = ["not-eligible", "unknown", "needs-decision", "eligible"];
const STATES = ["not-met", "unknown", "needs-decision", "met"];
const HASH = `sha256:${"0".repeat(64)}`;
const BASIS = {
  diploma: "deis",
  version: "2006",
  hash: HASH,
  establishment: "faire-ess",
  establishmentHash: HASH,
  rules: "1",
};

function printed(id: string, { outcome, doors, reachedOn, findings }: HandAnswer): string {
  const said = doors.map((one) => ({
    door: one.door,
    outcome: STATES[one.outcome],
    findings: one.findings.map((found) => finding(found, one.door)),
    reachedOn: one.reachedOn,
    experience: one.experience,
  }));
  const own = findings.map((found) => finding(found, "registration"));
  return `${JSON.stringify({ id, outcome: OUTCOMES[outcome], doors: said, reachedOn, findings: own, basis: BASIS })}\n`;
}

function finding({ condition, met, says }: HandFinding, door: string) {
  return { condition, met, reason: says, source: { text: "arrete-2006", article: door, confidence: "text" } };
}

let text = "";
for await (const line of createInterface({
  input: createReadStream(process.argv[2]!, { highWaterMark: 256 * 1024 }),
})) {
  const input = JSON.parse(line) as HandInput;
  text += printed(input.id, handWritten(input));
  if (text.length < 256 * 1024) continue;
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
  text = "";
}
process.stdout.write(text);
