/** Disk space. */
import { stat, statfs } from "node:fs/promises";

/** Node gives the code ENOSPC, PostgreSQL 53100, WebAssembly errno 51; otherwise the message tells. */
export function isDiskFull({
  code,
  errno,
  message,
}: Error & { readonly code?: unknown; readonly errno?: unknown }): boolean {
  return code === "ENOSPC" || code === "53100" || errno === 51 || /No space left on device/.test(message ?? "");
}

/** The bytes free on each disk, named by the first of the folders on it. */
export async function freeSpaceOf(folders: readonly string[]): Promise<{ folder: string; left: number }[]> {
  const disks = new Map<number, { folder: string; left: number }>();
  for (const folder of folders) {
    const { dev } = await stat(folder);
    const { bavail, bsize } = await statfs(folder);
    if (!disks.has(dev)) disks.set(dev, { folder, left: bavail * bsize });
  }
  return [...disks.values()];
}
