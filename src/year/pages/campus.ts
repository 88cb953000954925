/** A site by its name. */
import type { Visit } from "../../page/page.ts";

export function campusName({ school }: Pick<Visit, "school">, campus: string): string {
  return school.campuses.find((one) => one.campus === campus)?.name ?? campus;
}
