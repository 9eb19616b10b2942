/** Names as UUIDs: the same name has the same one, in whatever process and year. */
import { createHash } from 'node:crypto';

/** Ours, made once at random. */
const NAMESPACE = '7a4f0d1e-5b0c-4d7e-9a52-3c1f6e0b8d24';

/** Version 5. @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5 */
export function uuidOf(name: string, namespace = NAMESPACE): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
