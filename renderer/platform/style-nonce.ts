/** The nonce that the content security policy asks of every style element; empty where no policy was sent. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
