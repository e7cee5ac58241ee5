import { html } from 'hono/html';
import { STYLE_PATH } from './style.ts';
import type { Html, Page, SiteSettings, Visit } from './visit.ts';

function languageSwitch(visit: Visit): Html {
  const other = visit.language === 'zh' ? 'en' : 'zh';
  const search = new URLSearchParams(visit.url.search);
  search.set('lang', other);
  // Two slashes at the start would lead to another host.
  const path = visit.url.pathname.replace(/^\/+/, '/');
  return html`<a lang="${other === 'zh' ? 'zh-CN' : 'en'}" hreflang="${other}" href="${path}?${search}">${visit.text.otherLanguage}</a>`;
}

/** The shell around every page: head, landmarks, navigation, footer. */
export function layout(visit: Visit, settings: SiteSettings, page: Page): Html {
  const { text, link, url } = visit;
  const site = settings.title ?? 'planwatch';
  const tab = (path: string, label: string): Html => {
    const here = path === '/' ? url.pathname === '/' : url.pathname.startsWith(path);
    return html`<a href="${link(path)}"${here ? html` aria-current="page"` : ''}>${label}</a>`;
  };
  return html`<!DOCTYPE html>
<html lang="${visit.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} – ${site}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
<header>
<a class="brand" href="${link('/')}">${site}</a>
<nav aria-label="${text.navigation}">${tab('/', text.latest)}${tab('/plans', text.plans)}${tab('/regions', text.regions)}${tab('/sources', text.sources)}</nav>
<span class="language">${languageSwitch(visit)}</span>
</header>
<main id="main" tabindex="-1">
${page.body}
</main>
<footer><p>${text.footer}</p></footer>
</body>
</html>
`;
}
