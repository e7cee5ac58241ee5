import {
  type ArticleView,
  dayOf,
  each,
  escapeHtml,
  isHeading,
  type ListView,
  type SiteTemplate,
} from './template.ts';

/** A provincial site on a TRS content system: meta tags, a 索引号 table, TRS_Editor, static paging drawn by script. */
export const trsTemplate: SiteTemplate = {
  charset: 'utf-8',
  contentType: 'text/html',
  list: (view) => page('政府文件', '', view.home, listBody(view)),
  article: (view) => page(escapeHtml(view.entry.title), meta(view), view.home, articleBody(view)),
};

function page(title: string, head: string, home: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<title>${title}_澜海省人民政府</title>
<meta name="SiteName" content="澜海省人民政府">
<meta name="SiteDomain" content="www.lanhai.example">
<meta name="SiteIDCode" content="0000000001">
${head}
<link rel="stylesheet" href="/static/trs.css">
</head>
<body>
<div class="top"><span class="weather">今天 晴 12℃~21℃</span><a href="#">无障碍浏览</a> | <a href="#">长者模式</a> | <a href="#">繁體</a> | <a href="#">EN</a></div>
<div class="header"><a class="logo" href="${home}"><img src="/static/logo.png" alt="澜海省人民政府"></a>
<form class="search" action="/search"><input name="q" placeholder="请输入关键词"><button>搜索</button></form>
<ul class="nav"><li><a href="${home}">首页</a></li><li><a href="${home}#szf">省政府</a></li><li><a href="${home}#zwgk">政务公开</a></li><li><a href="${home}#zwfw">政务服务</a></li><li><a href="${home}#hdjl">互动交流</a></li><li><a href="${home}#mllh">魅力澜海</a></li></ul></div>
<div class="location">当前位置：<a href="${home}">首页</a> &gt; <a href="${home}">政务公开</a> &gt; <a href="${home}">政府文件</a></div>
${body}
<div class="footer"><p>主办：澜海省人民政府办公厅　承办：澜海省大数据中心</p><p>澜ICP备00000001号　澜公网安备 00000000000001号　网站标识码：0000000001</p><p><a href="#">网站地图</a> | <a href="#">联系我们</a> | <a href="#">隐私声明</a></p></div>
</body>
</html>`;
}

function listBody({ links, page: current, pages }: ListView): string {
  return `<div class="main clearfix">
<div class="left-menu"><h2>政府文件</h2><ul><li class="on"><a href="#">最新公开</a></li><li><a href="#">规章</a></li><li><a href="#">规范性文件</a></li></ul></div>
<div class="list-right"><ul class="list">
${each(links, ({ href, title, published }) => `<li><a href="${href}" title="${escapeHtml(title)}" target="_blank">${escapeHtml(title)}</a><span>${dayOf(published)}</span></li>`)}
</ul><div class="page"><script>createPageHTML(${pages}, ${current - 1}, "index", "html");</script></div></div>
</div>`;
}

function meta({ entry }: ArticleView): string {
  return `<meta name="ArticleTitle" content="${escapeHtml(entry.title)}">
<meta name="PubDate" content="${entry.published}:00">
<meta name="ContentSource" content="${escapeHtml(entry.source)}">
<meta name="ColumnName" content="政府文件">
<meta name="Keywords" content="澜海省,政务公开">`;
}

function articleBody({ entry, others }: ArticleView): string {
  const { fields, attachments = [] } = entry;
  const table = fields
    ? `<table class="xxgk-table" width="100%"><tbody>
<tr><td class="th">索引号：</td><td>${fields.indexNumber ?? ''}</td><td class="th">主题分类：</td><td>${fields.topic ?? ''}</td></tr>
<tr><td class="th">发文机关：</td><td>${fields.issuer ?? ''}</td><td class="th">成文日期：</td><td>${fields.written ?? ''}</td></tr>
<tr><td class="th">标　　题：</td><td colspan="3">${escapeHtml(entry.title)}</td></tr>
<tr><td class="th">发文字号：</td><td>${fields.documentNumber ?? ''}</td><td class="th">发布日期：</td><td>${dayOf(entry.published)}</td></tr>
</tbody></table>`
    : '';
  return `<div class="main article">
${table}
<h1 class="article-title">${escapeHtml(entry.title)}</h1>
<div class="article-info"><span>发布时间：${entry.published}</span><span>来源：${escapeHtml(entry.source)}</span><span>浏览次数：<em id="hits"></em></span><span class="font-size">字号：[<a href="javascript:doZoom(20)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>]</span><a href="javascript:window.print()">打印</a></div>
<div class="article-content" id="zoom"><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2;font-family:宋体;font-size:16px;}</style>
${each(entry.body, paragraph)}
</div></div>
${attachments.length ? `<div class="fujian"><strong>附件：</strong><ul>${each(attachments, (name) => `<li><a href="./P0${dayOf(entry.published).replaceAll('-', '')}.pdf" OLDSRC="P0.pdf">${escapeHtml(name)}</a></li>`)}</ul></div>` : ''}
<div class="editor">责任编辑：网站编辑部</div>
<div class="share bdsharebuttonbox">分享到：<a class="weixin">微信</a><a class="weibo">微博</a><a class="qzone">QQ空间</a></div>
<div class="ewm"><img src="/static/qr.png" alt="二维码">扫一扫在手机打开当前页</div>
<div class="xgwj"><h3>相关文件</h3><ul>${each(others, ({ href, title, published }) => `<li><a href="${href}">${escapeHtml(title)}</a> <span>${dayOf(published)}</span></li>`)}</ul></div>
</div>`;
}

function paragraph(line: string): string {
  if (line.startsWith('——'))
    return `<p align="center"><span style="font-family: 楷体">${escapeHtml(line)}</span></p>`;
  const text = escapeHtml(line);
  if (isHeading(line)) return `<p style="text-indent: 2em"><strong>${text}</strong></p>`;
  const lead = /^（[一二三四五六七八九十]+）[^。]+。/.exec(text)?.[0] ?? '';
  return `<p style="text-indent: 2em">${lead && `<strong>${lead}</strong>`}<span style="font-family: 仿宋_GB2312">${text.slice(lead.length)}</span></p>`;
}
