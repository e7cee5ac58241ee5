/**
 * Compile a URL glob: `**` stands for anything, `*` for anything but a slash, all else for itself.
 *
 * Matching is by hand and linear in practice: patterns come from config, but addresses come from hostile pages.
 */
export function compileGlob(pattern: string): (text: string) => boolean {
  const pieces = pattern.split(/(\*{1,2})/).filter((piece) => piece !== '');
  return (text) => matchPieces(pieces, text);
}

function matchPieces(pieces: readonly string[], text: string): boolean {
  /** Positions of the text reached after the pieces so far. */
  let reached = new Set([0]);
  for (const piece of pieces) {
    const next = new Set<number>();
    for (const at of reached) {
      if (piece !== '*' && piece !== '**') {
        if (text.startsWith(piece, at)) next.add(at + piece.length);
        continue;
      }
      for (let end = at; end <= text.length; end++) {
        if (next.has(end)) break; // an earlier start has been through here
        next.add(end);
        if (piece === '*' && text[end] === '/') break;
      }
    }
    reached = next;
  }
  return reached.has(text.length);
}
