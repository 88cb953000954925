/** The key of bytes in the store: under the school's prefix, by hash. */

export type CopyOfBytes = { readonly sha256: string; readonly copy: string };

export function fileKey(establishment: string, { sha256, copy }: CopyOfBytes): string {
  return `${establishment}/${sha256.slice(0, 2)}/${sha256}-${copy}`;
}

/** Parses a key; `undefined` for a name of another kind. */
export function readFileKey(key: string): (CopyOfBytes & { readonly establishment: string }) | undefined {
  const found = KEY.exec(key);
  if (!found) return undefined;
  const [, establishment, , sha256, copy] = found as unknown as [string, string, string, string, string];
  return { establishment, sha256, copy };
}

const KEY = /^([a-z0-9-]+)\/([0-9a-f]{2})\/(\2[0-9a-f]{62})-([0-9a-f]{8})$/;
