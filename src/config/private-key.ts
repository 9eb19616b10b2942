/** The App's private key, in the spellings that environments force on it. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { UserError } from '../core/user-error.js';

/**
 * Reads a PEM, a PEM whose line breaks became `\n`, or base64 of a PEM, and returns the PEM as PKCS#8,
 * which is what the Web Crypto API in the libraries takes.
 * @throws UserError that says what is wrong and never quotes the key.
 */
export function parsePrivateKey(text: string): string {
  const key = readPem(toPem(text));
  if (key.asymmetricKeyType !== 'rsa') {
    throw new UserError(`is a key of type ${key.asymmetricKeyType ?? 'unknown'}; GitHub Apps sign with RSA`);
  }
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function toPem(text: string): string {
  const unescaped = text.trim().replaceAll('\\n', '\n').replaceAll('\r\n', '\n');
  if (unescaped.startsWith('-----BEGIN')) return unescaped;
  const decoded = Buffer.from(unescaped, 'base64').toString('utf8').trim();
  if (decoded.startsWith('-----BEGIN')) return decoded;
  throw new UserError('is neither a PEM (`-----BEGIN …`) nor base64 of one');
}

function readPem(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new UserError(
      'is a PEM that cannot be read as a private key; it may be cut off, encrypted, or a public key',
      {
        cause,
      },
    );
  }
}
