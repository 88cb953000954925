/** The log of who opened a person’s file, sealed in that person’s chain once an hour. */
import { actsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";

export const manifest = {
  name: "openings",
  acts: actsIn(acts),
};
