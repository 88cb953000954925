/** A convocation's lines on the page of the person convoked. */
import type { Html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { summaryList } from "../../page/form.ts";
import type { ConvocationLine } from "../convocation.ts";

export function convocationRows(lines: readonly ConvocationLine[], lang: Lang): Html {
  return summaryList(
    lines.map(({ label, says }) => ({ key: label[lang], value: `${capital(says[lang])}.` })),
    lang,
  );
}
