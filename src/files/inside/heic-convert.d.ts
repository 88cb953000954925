declare module "heic-convert" {
  export default function convert(given: {
    buffer: Uint8Array;
    format: "JPEG" | "PNG";
    /** From 0 to 1. */
    quality?: number;
  }): Promise<Uint8Array>;
}
