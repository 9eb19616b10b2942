/** The package brings no types. */
declare module 'proxy-from-env' {
  /** The proxy that the environment names for an address (`HTTPS_PROXY`, `NO_PROXY`, in either case); empty for none. */
  export function getProxyForUrl(url: string): string;
}
