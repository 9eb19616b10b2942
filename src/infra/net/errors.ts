/** What can go wrong with a request to an address that people named. The messages are fit to be shown to them. */

/** It was not even tried: the address, or one that it led to, is none we ask. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** No answer: no such name, nobody listens, too slow, a certificate that is not good, or a broken answer. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(
    message: string,
    readonly reason: 'name' | 'connection' | 'time' | 'tls' | 'certificate' | 'answer',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
