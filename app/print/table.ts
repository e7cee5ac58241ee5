import Table from 'cli-table3';
import color from 'picocolors';

/**
 * A table for a terminal, as wide as its content and no wider than the screen where it can be helped.
 *
 * @param widest columns of the terminal; the last column wraps to fit
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widest = 100): string {
  const drawn = new Table({
    head: head.map((title) => color.bold(title)),
    // The table's own colours would be written into pipes and files as well; picocolors knows better.
    style: { head: [], border: [], compact: true },
    wordWrap: true,
    wrapOnWordBoundary: false,
    ...(widest < 60 ? { colWidths: head.map(() => Math.max(8, Math.floor(widest / head.length) - 1)) } : {}),
  });
  drawn.push(...rows.map((row) => row.map(withoutControls)));
  return `${drawn.toString()}\n`;
}

/** Page content must not move the cursor, colour the screen or turn the order of characters round. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
