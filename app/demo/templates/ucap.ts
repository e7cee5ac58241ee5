import {
  type ArticleView,
  dayOf,
  each,
  escapeHtml,
  isHeading,
  type ListView,
  type SiteTemplate,
} from './template.ts';

/** A city's site on a UCAP-like system: `UCAP-CONTENT`, full-width indents, 上一页 and 下一页 links. */
export const ucapTemplate: SiteTemplate = {
  charset: 'utf-8',
  contentType: 'text/html;charset=UTF-8',
  list: (view) => page('信息公开目录', '', view.home, listBody(view)),
  article: (view) => page(escapeHtml(view.entry.title), meta(view), view.home, articleBody(view)),
};

function page(title: string, head: string, home: string, body: string): string {
  return `<!doctype html>
<html><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} - 望潮市人民政府门户网站</title>
${head}<script src="/static/ucap-share.js"></script></head>
<body class="ucap">
<header class="site-header"><div class="wrap"><a href="${home}" class="brand">望潮市人民政府</a><nav><a href="${home}">首页</a><a href="${home}#news">新闻中心</a><a href="${home}#open">政府信息公开</a><a href="${home}#service">办事服务</a><a href="${home}#talk">政民互动</a></nav></div></header>
<div class="crumbs wrap">您所在的位置：<a href="${home}">首页</a>&nbsp;/&nbsp;<a href="${home}">政府信息公开</a>&nbsp;/&nbsp;<span>市政府信息公开目录</span></div>
${body}
<footer class="site-footer"><div class="wrap"><p>版权所有：望潮市人民政府　主办单位：望潮市人民政府办公室　技术支持：望潮市数据集团</p><p>备案序号：澜ICP备00000002号-1　澜公网安备00000000000002号　网站标识码0000000002　联系电话：0000-8000000</p></div></footer>
</body></html>`;
}

function listBody({ links, page: current, pages, pageHref }: ListView): string {
  const link = (label: string, to: number) =>
    to < 1 || to > pages || to === current
      ? `<span class="dis">${label}</span>`
      : `<a href="${pageHref(to)}">${label}</a>`;
  return `<div class="wrap list-wrap"><h2 class="col-title">市政府信息公开目录</h2>
<div class="news-list">
${each(links, ({ href, title, published }) => `<div class="news-item"><h4><a href="${href}">${escapeHtml(title)}</a></h4><p class="time">${dayOf(published)}</p></div>`)}
</div>
<div class="pagination">${link('首页', 1)} ${link('上一页', current - 1)} <b>${current}</b>/${pages} ${link('下一页', current + 1)} ${link('尾页', pages)} <span>共 ${pages} 页</span></div></div>`;
}

function meta({ entry }: ArticleView): string {
  return `<meta name="ArticleTitle" content="${escapeHtml(entry.title)}"><meta name="PubDate" content="${entry.published}"><meta name="ContentSource" content="${escapeHtml(entry.source)}"><meta name="description" content="${escapeHtml(entry.body[0] ?? '')}">
`;
}

function articleBody({ entry, others }: ArticleView): string {
  const { fields } = entry;
  const card = fields
    ? `<div class="gk-info"><ul><li><label>索引号</label><span>${fields.indexNumber ?? ''}</span></li><li><label>发布机构</label><span>${fields.issuer ?? ''}</span></li><li><label>成文日期</label><span>${fields.written ?? ''}</span></li><li><label>有效性</label><span>${fields.validity ?? '有效'}</span></li></ul></div>`
    : '';
  return `<div class="wrap detail"><div class="detail-main">
${card}
<div class="detail-head"><h1><ucaptitle>${escapeHtml(entry.title)}</ucaptitle></h1>
<div class="detail-sub"><span>日期：<publishtime>${entry.published}</publishtime></span> <span>来源：${escapeHtml(entry.source)}</span> <span>阅读量：<i class="pv">1024</i></span> <span>【字体：<a onclick="fontZoom(18)">大</a>&nbsp;<a onclick="fontZoom(16)">中</a>&nbsp;<a onclick="fontZoom(14)">小</a>】</span> <a class="print-btn" onclick="window.print()">打印本页</a></div></div>
<div class="share-box"><span>分享：</span><a data-cmd="weixin">微信</a><a data-cmd="tsina">新浪微博</a></div>
<div class="pages_content" id="UCAP-CONTENT"><ucapcontent>
${each(entry.body, paragraph)}
</ucapcontent></div>
<div class="detail-foot"><p class="edit">（责任编辑：政务新媒体）</p><div class="pre-next"><p>上一篇：<a href="${others[0]?.href ?? '#'}">${escapeHtml(others[0]?.title ?? '没有了')}</a></p><p>下一篇：<a href="${others[1]?.href ?? '#'}">${escapeHtml(others[1]?.title ?? '没有了')}</a></p></div><div class="close"><a href="javascript:window.close()">【关闭窗口】</a></div></div>
</div>
<aside class="detail-side"><h3>热门信息</h3><ol>${each(others, ({ href, title }) => `<li><a href="${href}">${escapeHtml(title)}</a></li>`)}</ol></aside></div>`;
}

function paragraph(line: string): string {
  const text = escapeHtml(line);
  if (line.startsWith('——')) return `<p style="text-align:center">${text}</p>`;
  return isHeading(line) ? `<p>　　<b>${text}</b></p>` : `<p>　　${text}</p>`;
}
