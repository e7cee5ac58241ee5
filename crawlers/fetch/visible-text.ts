/**
 * What a person would see of a page, roughly, with white space dropped. For judging small pages: no tree is built.
 */
export function visibleText(html: string): string {
  const body = html.slice(Math.max(0, html.search(/<\/head\b/i)));
  return (
    body
      // Every pattern is bounded, or ends at the end of the page at the latest: pages are hostile.
      .replace(/<(script|style|noscript)\b[^>]{0,1000}>[\s\S]*?(?:<\/\1\b|$)/gi, '<')
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<[^<>]*(?:>|$)/g, ' ')
      .replace(/&nbsp;|\s/g, '')
  );
}
