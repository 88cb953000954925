/** Two counts of the same on one page: «113 programmes à signer» above «3 programmes à signer». */
import type { Page } from "playwright-core";

/** A number, and what there is to be done of so many. */
const TO_DO =
  /(?<![\d,.])(\d+(?:[\u202f\u00a0]\d{3})*) (\p{L}+(?: [\p{L}’]+){0,3}? (?:à \p{L}+(?:er|ir|re)\b|attend(?:ent)?\b))/gu;

/** Of French texts: each thing that the page counts differently in two places, with both numbers. The rows of a table count their own. */
export async function countFaults(page: Page): Promise<string[]> {
  const texts = await page
    .locator("main :is(h1, h2, h3, h4, p, li, dt, dd, summary, a, button)")
    .evaluateAll((all) => all.flatMap((one) => (one.closest("table") ? [] : [one.textContent ?? ""])));
  return differingCounts(texts);
}

export function differingCounts(texts: readonly string[]): string[] {
  const counts = new Map<string, Set<number>>();
  for (const text of texts)
    for (const [, number = "", words = ""] of text.matchAll(TO_DO)) {
      const what = words
        .toLowerCase()
        .replaceAll(/[sx](?= |$)/g, "")
        .replace(/attendent$/, "attend");
      counts.set(what, (counts.get(what) ?? new Set()).add(Number(number.replaceAll(/\D/g, ""))));
    }
  return [...counts].flatMap(([what, numbers]) => (numbers.size > 1 ? [`${[...numbers].join(" and ")} ${what}`] : []));
}
