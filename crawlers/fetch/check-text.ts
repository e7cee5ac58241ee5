import { FetchError } from '../../core/errors.ts';

/** First bytes of formats that some servers send as text/html. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF'],
  ['504b0304', 'ZIP or Office document'],
  ['d0cf11e0', 'old Office document'],
  ['89504e47', 'PNG image'],
  ['47494638', 'GIF image'],
  ['ffd8ff', 'JPEG image'],
  ['52617221', 'RAR archive'],
  ['7f454c46', 'program'],
  ['1f8b', 'gzip file'],
];
/** How much of a body is looked at. */
const LOOK = 4096;

/**
 * Make sure that a body is text, whatever its Content-Type says.
 *
 * @throws {FetchError} FETCH_EMPTY, FETCH_NOT_TEXT
 */
export function checkText(body: Uint8Array, url: string): void {
  if (body.length === 0) {
    throw new FetchError(
      'FETCH_EMPTY',
      `${url}: the answer has no body. It is tried again at the next run.`,
      {
        url,
        retryable: true,
      },
    );
  }
  const head = Buffer.from(body.subarray(0, LOOK));
  const hex = head.subarray(0, 8).toString('hex');
  const format = SIGNATURES.find(([signature]) => hex.startsWith(signature))?.[1];
  if (format !== undefined) throw notText(format, url);
  const utf16 = hex.startsWith('fffe') || hex.startsWith('feff');
  if (!utf16 && controlShare(head) > 0.1) throw notText('binary data', url);
}

/** The part of bytes that no text in any encoding has: controls other than white space. */
function controlShare(bytes: Buffer): number {
  let controls = 0;
  for (const byte of bytes)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++;
  return controls / bytes.length;
}

function notText(what: string, url: string): FetchError {
  return new FetchError(
    'FETCH_NOT_TEXT',
    `${url}: this is a ${what}, not a web page, whatever its type says. Narrow the link rule so that it is not followed.`,
    { url },
  );
}
