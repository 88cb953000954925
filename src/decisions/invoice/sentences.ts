/** An invoice has no findings of its own: what it must say is its mentions. */
import { inBoth } from "../../kit/in-both.ts";

export const sentences = inBoth({});
