/** The log of who opened a person’s file, sealed in that person’s chain once an hour. */
import { sealOpenings } from "./acts.ts";

export const manifest = {
  name: "openings",
  acts: [sealOpenings],
};
