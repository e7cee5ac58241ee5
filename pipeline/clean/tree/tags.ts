/**
 * What the extractor knows of HTML elements. Everything not named here is a block that may hold others, which is
 * also right for the made-up elements some content systems print around an article.
 */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr o:p st1:place picture source'.split(
    ' ',
  ),
);

/** Never text that a reader sees. */
export const SKIPPED_TAGS: ReadonlySet<string> = new Set(
  'script style noscript template svg math object embed applet iframe frame frameset noframes audio video canvas map select option optgroup datalist textarea input button head title meta link base param rp'.split(
    ' ',
  ),
);

/** Elements without content and without an end tag. */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** An open `p` ends where one of these begins. */
export const CLOSES_P: ReadonlySet<string> = new Set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary ul'.split(
    ' ',
  ),
);

/** An end tag does not reach through these: a stray `</div>` in a cell closes nothing outside the cell. */
export const SCOPE_TAGS: ReadonlySet<string> = new Set(
  'applet caption html body table td th marquee object template'.split(' '),
);

export const TABLE_PARTS: ReadonlySet<string> = new Set(
  'caption colgroup col tbody thead tfoot tr td th'.split(' '),
);

export const HEAD_TAGS: ReadonlySet<string> = new Set(
  'base basefont bgsound link meta noframes noscript script style template title'.split(' '),
);

/** Elements that show a file within the page. */
export const FRAME_TAGS: ReadonlySet<string> = new Set(['iframe', 'embed', 'object']);

/** Elements that speak about the page, and those that may be what it is about. */
export const NOTED_TAGS: ReadonlySet<string> = new Set([
  'meta',
  'title',
  'base',
  'script',
  'time',
  'input',
  ...FRAME_TAGS,
]);

/** Attributes the extractor reads. */
const READ_ATTRIBUTES: readonly string[] =
  'align class colspan content datetime hidden href id itemprop name property rowspan style type'.split(' ');
export const LONGEST_READ = 8;

/** The one string for the name of an attribute the extractor reads, as for a tag's; undefined for others. */
export function readAttributeName(raw: string, tag: string): string | undefined {
  if (tag === 'img' && (raw === 'alt' || raw === 'title')) return raw;
  if (FRAME_TAGS.has(tag) && (raw === 'src' || raw === 'data')) return raw;
  return raw.length > LONGEST_READ ? undefined : (ATTRIBUTES.get(raw) ?? ATTRIBUTES.get(raw.toLowerCase()));
}

const ATTRIBUTES: ReadonlyMap<string, string> = new Map(READ_ATTRIBUTES.map((name) => [name, name]));

/**
 * The one string for a tag name. Slices of a page are new strings each time; looking those up in the sets above costs
 * a comparison of characters, looking up this one does not.
 */
export function tagName(raw: string): string {
  return NAMES.get(raw) ?? raw.toLowerCase();
}

const NAMES: ReadonlyMap<string, string> = new Map(
  [INLINE_TAGS, SKIPPED_TAGS, VOID_TAGS, CLOSES_P, SCOPE_TAGS, TABLE_PARTS, HEAD_TAGS, NOTED_TAGS]
    .flatMap((names) => [...names])
    .flatMap((name): [string, string][] => [
      [name, name],
      [name.toUpperCase(), name],
    ]),
);
