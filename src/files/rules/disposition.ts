/** A file is always a download, never run or displayed by the browser (RFC 6266). */

export function contentDisposition(name: string): string {
  // For old clients: ASCII characters that need no quoting.
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\w. ()-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** RFC 8187: `encodeURIComponent` leaves five characters that the parameter may not contain. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
