/** A disk that is full, and how much is left on it. */
import { stat, statfs } from "node:fs/promises";

/** By its name from Node, by its number in WebAssembly's system or from PostgreSQL, by words where neither is told. */
export function isDiskFull({
  code,
  errno,
  message,
}: Error & { readonly code?: unknown; readonly errno?: unknown }): boolean {
  return code === "ENOSPC" || code === "53100" || errno === 51 || /No space left on device/.test(message ?? "");
}

/** The bytes left on the disk of each folder; of several folders on one disk the first stands for it. */
export async function roomOf(folders: readonly string[]): Promise<{ folder: string; left: number }[]> {
  const disks = new Map<number, { folder: string; left: number }>();
  for (const folder of folders) {
    const { dev } = await stat(folder);
    const { bavail, bsize } = await statfs(folder);
    if (!disks.has(dev)) disks.set(dev, { folder, left: bavail * bsize });
  }
  return [...disks.values()];
}
