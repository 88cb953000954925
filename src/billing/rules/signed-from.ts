import type { Day } from "../../kit/day.ts";

/** From where a paper is signed, as the school's director and the paper read it. */
export type SignedFrom = {
  readonly address: string;
  /** Under which name the two vouched for it: the signer types their own. */
  readonly contact: string;
  readonly isRegisters: boolean;
  readonly enteredBy: string;
  readonly enteredOn: Day;
  /** The second person, of the school or of the payer. */
  readonly confirmedBy: string;
  /** When the signer gave the code that was sent to this address. */
  readonly provedAt: string;
};
