/** Colours as numbers: mixing two, and their contrast (WCAG 2.2). */

export type Colour = string;

type Channels = readonly [red: number, green: number, blue: number];

function channels(colour: Colour): Channels {
  const part = (offset: number) => Number.parseInt(colour.slice(offset, offset + 2), 16);
  return [part(1), part(3), part(5)];
}

/** `share` of the second colour in the first, 0 to 1. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const to = channels(second);
  const mixed = channels(first).map((value, index) => Math.round(value + (to[index]! - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** From 1 (the same colour) to 21 (black on white). */
export function contrast(first: Colour, second: Colour): number {
  const [darker, lighter] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
