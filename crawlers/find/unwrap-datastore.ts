import { parseXml } from './parse-markup.ts';

const OPENINGS = ['<datastore', '<recordset'] as const;
/** Stretches unwrapped on one page. */
const MOST = 20;

/**
 * Replace XML data by the HTML it carries, so that the rest of the crawler sees an ordinary list.
 *
 * jpage and jpaas put `<datastore>` with `<record><![CDATA[<li>…</li>]]></record>` into a script of the page and into
 * the answers of `dataproxy.jsp`; TRS answers `<recordset>` whose records have fields instead of HTML.
 *
 * @returns the text itself where it carries no such data
 */
export function unwrapDatastore(text: string): string {
  let out = text;
  for (const opening of OPENINGS) {
    const closing = opening.replace('<', '</');
    for (let i = 0, from = 0; i < MOST; i++) {
      const start = out.indexOf(opening, from);
      const close = start < 0 ? -1 : out.indexOf(closing, start);
      if (close < 0) break;
      const end = out.indexOf('>', close) + 1 || out.length;
      // In a page the data stands in <script type="text/xml">, which would hide what it carries.
      const script = scriptAround(out, start, end);
      const html = recordsOf(out.slice(start, end));
      out = out.slice(0, script?.start ?? start) + html + out.slice(script?.end ?? end);
      from = (script?.start ?? start) + html.length;
    }
  }
  return out;
}

function scriptAround(text: string, start: number, end: number): { start: number; end: number } | null {
  const open = text.lastIndexOf('<script', start);
  const close = text.indexOf('</script>', end);
  if (open < 0 || close < 0) return null;
  const closedBefore = text.indexOf('</script>', open);
  return closedBefore < start ? null : { start: open, end: close + '</script>'.length };
}

function recordsOf(xml: string): string {
  const $ = parseXml(xml);
  const records = $('record')
    .toArray()
    .map((element) => {
      const record = $(element);
      const html = record.text();
      if (/<a\s/i.test(html)) return html;
      const text = (names: RegExp) =>
        escapeHtml(
          record
            .children()
            .filter((_, child) => names.test(child.name))
            .first()
            .text()
            .trim(),
        );
      const url = text(/^(?:doc|pub|link|page)?_?(?:pub)?(?:url|link|href)$/i);
      return url === '' ? '' : `<li><a href="${url}">${text(/title|name$/i)}</a> ${text(/date|time/i)}</li>`;
    });
  return `<ul>${records.join('\n')}</ul>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
