/** What the doctor says of the disks: on a full disk the service still answers but saves nothing. */
import { freeSpaceOf } from "../kit/disk.ts";
import type { Check } from "../act/check.ts";

/** Enough for some hundred files of usual size, and for the database to finish its transactions. */
const LITTLE = 300_000_000;

export async function diskChecks(folders: readonly string[]): Promise<Check[]> {
  return (await freeSpaceOf(folders)).map(diskCheck);
}

export function diskCheck({ folder, left }: { readonly folder: string; readonly left: number }): Check {
  const tenths = Math.floor(left / 100_000_000) / 10;
  const [fr, en] = [
    `Disque de ${folder}\u00a0: reste ${String(tenths).replace(".", ",")}\u00a0Go`,
    `Disk of ${folder}: ${tenths}\u00a0GB left`,
  ];
  if (left >= LITTLE) return { name: "disk", ok: true, label: { fr: `${fr}.`, en: `${en}.` } };
  return {
    name: "disk",
    ok: false,
    label: {
      fr: `${fr}. Libérez-en\u00a0: sur un disque plein, plus rien ne se conserve, et le service continue de répondre.`,
      en: `${en}. Free some of it: on a full disk nothing is kept any more, while the service still answers.`,
    },
  };
}
