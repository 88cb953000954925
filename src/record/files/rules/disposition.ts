/** How a file is handed out: to be kept, never to be run or shown by the browser (RFC 6266). */

export function contentDisposition(name: string): string {
  // For the few who do not read the second form: signs of ASCII that need no quoting.
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\w. ()-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** RFC 8187: `encodeURIComponent` leaves five signs that a parameter may not hold. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
