// Codes of Node and of OpenSSL (nodejs.org/api/errors.html, nodejs.org/api/tls.html) in words that an editor can act on.
const words: Record<string, string> = {
  ECONNREFUSED: 'nothing answers at that address and port',
  ECONNRESET: 'the server broke the connection off',
  EPIPE: 'the server broke the connection off',
  ABORT_ERR: 'the server broke the connection off',
  UND_ERR_SOCKET: 'the server broke the connection off',
  // undici's own assertion, at a status that is none.
  ERR_ASSERTION: 'its answer breaks the rules of HTTP',
  EHOSTUNREACH: 'no way leads to that address',
  ENETUNREACH: 'no way leads to that address',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host could not be looked up just now',
  ERR_SSL_WRONG_VERSION_NUMBER: 'its server does not speak https there',
  EPROTO: 'its server does not speak https there',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody vouches for its certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody vouches for its certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody vouches for its certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'nobody vouches for its certificate',
}

/**
 * Why there was no answer, in words, with the code behind them; a code that we do not know with its own message.
 *
 * @param code of a system call, of TLS or of undici; '' without one
 */
export function tellNetworkFault(code: string, message: string): string {
  // OpenSSL's own text names files of its source: it says nothing to anybody here.
  const known = Object.hasOwn(words, code) ? words[code] : undefined
  if (known !== undefined) return `${known} (${code})`
  if (code.startsWith('HPE_')) return `its answer breaks the rules of HTTP (${code})`
  return code === '' ? message : `${code}, ${message}`
}
