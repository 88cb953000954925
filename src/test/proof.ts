/** The lines of a long proof: what was seen, and what was not as it must be; the last says how many of each. */
export type Proof = {
  /** Tells a thing that must be so; what is not stands below it. */
  readonly sees: (what: string, faults: readonly string[]) => void;
  /** Of a step that may break on the way. */
  readonly tries: (what: string, step: () => Promise<readonly string[]>) => Promise<void>;
  /** The exit code, after the last line. */
  readonly ends: () => number;
};

export function beginProof(): Proof {
  let [passed, failed] = [0, 0];
  const sees: Proof["sees"] = (what, faults) => {
    console.log(`${faults.length === 0 ? "✓" : "✗"} ${what}`);
    for (const fault of faults.slice(0, MOST)) console.log(`  ${fault}`);
    if (faults.length === 0) passed++;
    else failed++;
  };
  return {
    sees,
    tries: async (what, step) => sees(what, await step().catch((fault: Error) => [fault.stack ?? fault.message])),
    ends: () => {
      console.log(`\n${passed} passed, ${failed} failed`);
      return failed === 0 && passed > 0 ? 0 : 1;
    },
  };
}
const MOST = 20;
