/** Bytes in UTF-16, as Windows programs write them: no keyword would be found in them as they are. */

/** As many of the first bytes as `isUtf16` looks at. */
export const SNIFFED = 4096;

/**
 * True where a byte order mark says UTF-16. Two bytes must not hide a file, so there has to be a zero as well, which every
 * line end and blank in UTF-16 brings.
 */
export function isUtf16(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked && bytes.subarray(0, SNIFFED).includes(0);
}

/** The text of bytes for which `isUtf16` holds; a last odd byte is dropped. */
export function utf16(bytes: Uint8Array): string {
  const even = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~1);
  return (bytes[0] === 0xff ? even : Buffer.from(even).swap16()).toString('utf16le');
}
