import { spin } from './spin.ts';
import { type ArticleView, dayOf, each, escapeHtml, type ListView, type SiteTemplate } from './template.ts';

/** A spun mirror: traditional characters with readings strewn in, hidden links to worse places, one bare table. */
export const mirrorTemplate: SiteTemplate = {
  charset: 'utf-8',
  contentType: 'text/html',
  list: (view) => page('最新文章', view.home, listBody(view)),
  article: (view) => page(spin(escapeHtml(view.entry.title)), view.home, articleBody(view)),
};

function page(title: string, home: string, body: string): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${title}_資訊大全</title></head><body>
<div style="display:none"><a href="/mirror/x1/">手機版</a><a href="/mirror/x2/">網站地圖</a><a href="/mirror/x1/">手機版</a><a href="/mirror/x2/">最新開獎</a></div>
<table width="980" align="center"><tr><td class="top"><a href="${home}">網站首頁</a> | <a href="${home}">熱門資訊</a> | <a href="${home}">隨機文章</a></td></tr></table>
${body}
<div class="footer">技術支持：某某網絡 <a href="/mirror/sitemap.xml">網站地圖</a> 友情鏈接：<a href="#">建站</a> <a href="#">推廣</a></div></body></html>`;
}

function listBody({ links, page: current, pages, pageHref }: ListView): string {
  return `<table width="980" align="center"><tr><td>${each(links, ({ href, title }) => `<div class="i"><a href="${href}">${spin(escapeHtml(title))}</a></div>`)}
${current < pages ? `<a href="${pageHref(current + 1)}">下一頁</a>` : ''}</td></tr></table>`;
}

function articleBody({ entry, others }: ArticleView): string {
  return `<table width="980" align="center"><tr><td class="c"><div class="tit">${spin(escapeHtml(entry.title))}</div><div class="d">時間：${dayOf(entry.published)} 點擊：88次</div>
<div class="txt"><div>${entry.body.map((line) => `　　${spin(escapeHtml(line))}`).join('</div><div>\n')}</div></div>
<div class="pn">上一篇：<a href="${others[0]?.href ?? '#'}">${spin(escapeHtml(others[0]?.title ?? '沒有了'))}</a></div>
<div style="position:absolute;left:-9999px"><a href="/mirror/x3/">在線客服</a><a href="/mirror/x4/">免費試用</a></div></td></tr></table>`;
}

/** The mirror's sitemap, the one honest thing about it. */
export function sitemap(origin: string, links: ListView['links']): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${each(links, ({ href, published }) => `<url><loc>${escapeHtml(origin + href)}</loc><lastmod>${dayOf(published)}</lastmod></url>`)}
</urlset>`;
}
