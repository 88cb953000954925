/** The routes of questions. */
import { route } from "../../../page/route.ts";

export const questionPlaces = {
  ask: route("/:diploma/question"),
  list: route("/questions"),
  one: route("/questions/:question"),
} as const;
