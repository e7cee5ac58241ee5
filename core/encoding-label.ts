/** The standard looks at 1,024 bytes; real pages put scripts first, and browsers then reload. */
const META_BYTES = 8192;

/** What a prescan passes over as one: comments, elements that hold no tags, and tags with what stands in their quotes. */
const PIECES =
  /<!--(?:-?>|.*?(?:-->|$))|<(script|style|title|textarea|xmp)\b.*?(?:<\/\1|$)|<(?:meta|\?xml)[\s/][^>]*>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gis;

const LABEL = /(?:charset|encoding)\s*=\s*["']?\s*([^\s"'/>;,]+)/i;
/** A meta tag with a name speaks of something else, whatever its text mentions. */
const NAMED = /[\s"'](?:name|property|itemprop)\s*=/i;

/** The label of the first meta tag (or XML declaration) that gives one. */
export function metaLabel(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES));
  for (const [piece] of head.matchAll(PIECES)) {
    if (!/^<(?:meta|\?xml)/i.test(piece) || NAMED.test(piece)) continue;
    const label = LABEL.exec(piece)?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}

/** The label in a Content-Type header. */
export function headerLabel(contentType: string | null | undefined): string | undefined {
  return LABEL.exec(contentType ?? '')?.[1];
}

/** A label as the decoder knows it; null for none, for one that cannot be guessed, and for x-user-defined. */
export function canonicalLabel(label: string | null | undefined): string | null {
  if (label === null || label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'gbk' || encoding === 'gb2312' ? 'gb18030' : encoding;
  } catch {
    const bare = label.toLowerCase().replace(/[^a-z\d]/g, '');
    return MISSPELT.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
  }
}

/** Names that no standard has and pages use, without hyphens. */
const MISSPELT: readonly (readonly [RegExp, string])[] = [
  [/^(?:utf8|uft8)/, 'utf-8'],
  [/^x?gb|936$|^euccn$/, 'gb18030'],
  [/^x?big5|950$/, 'big5'],
];
