/** An account has no findings of its own. */
import { inBoth } from "../../kit/in-both.ts";

export const sentences = inBoth({});
