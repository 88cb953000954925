/** The routes of questions. */
import { route } from "../../../page/route.ts";

export const questionPlaces = {
  ask: route("/:diploma/question"),
  one: route("/questions/:question"),
} as const;
