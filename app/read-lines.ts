/**
 * Cut a stream of UTF-8 into lines, at line feeds alone.
 *
 * node:readline also cuts at U+2028 and U+2029, which JSON may hold as they are: one page that has them came out as two
 * broken lines, and every answer behind it stood beside the wrong question. It also holds a line of any length.
 *
 * @param mostBytes a longer line is not held
 * @returns each line without its end and without a byte order mark; null for one that is too long
 */
export async function* readLines(
  input: AsyncIterable<string | Uint8Array>,
  mostBytes: number,
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let pieces: Uint8Array[] = [];
  let size = 0;
  const add = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= mostBytes) pieces.push(piece);
    else pieces = [];
  };
  const take = (): string | null => {
    const line = size <= mostBytes ? decoder.decode(Buffer.concat(pieces)) : null;
    pieces = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    let rest = Buffer.from(chunk);
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      add(rest.subarray(0, end));
      yield take();
      rest = rest.subarray(end + 1);
    }
    add(rest);
  }
  if (size > 0) yield take();
}
