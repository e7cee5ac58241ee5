import {
  type ArticleView,
  dayOf,
  each,
  escapeHtml,
  isHeading,
  type ListView,
  type SiteTemplate,
} from './template.ts';

/** A news portal: share bar, ads between paragraphs, hot list with times, recommended feed, comment box, disclaimer. */
export const portalTemplate: SiteTemplate = {
  charset: 'utf-8',
  contentType: 'text/html; charset=utf-8',
  list: (view) => page('新闻中心', '', view.home, listBody(view)),
  article: (view) =>
    page(`${escapeHtml(view.entry.title)}-新闻中心`, head(view), view.home, articleBody(view)),
};

function page(title: string, meta: string, home: string, body: string): string {
  return `<!DOCTYPE HTML>
<html data-page="article"><head><meta charset="utf-8"><title>${title}-澜海新闻网</title>
${meta}<script>window.__adq=window.__adq||[];__adq.push(['load','top']);</script></head>
<body><div class="topbar"><a href="${home}">澜海新闻网</a><a href="#app">下载客户端</a><a href="#login">登录</a><a href="#reg">注册</a></div>
<div class="channel-nav"><a href="${home}">首页</a><a href="#yw">要闻</a><a href="#cj">财经</a><a href="#ty">体育</a><a href="#yl">娱乐</a><a href="#fc">房产</a><a href="#qc">汽车</a></div>
<div class="ad-banner">广告 <a href="#ad">海景现房 首付八万起 仅剩12席</a></div>
${body}
<div class="page-footer"><p>关于我们 | 广告服务 | 招聘信息 | 法律声明</p><p>互联网新闻信息服务许可证 00000000000　增值电信业务经营许可证 澜B2-00000000</p><p>违法和不良信息举报电话：0000-96000　Copyright © 澜海新闻网 All Rights Reserved</p></div></body></html>`;
}

function listBody({ links, page: current, pages, pageHref }: ListView): string {
  return `<div class="feed">${each(links, ({ href, title, published }) => `<div class="feed-item"><a class="pic" href="${href}"><img data-src="/static/${published.replace(/\D/g, '')}.jpg" alt=""></a><div class="txt"><h3><a href="${href}">${escapeHtml(title)}</a></h3><span class="src">澜海晨报</span><span class="tm">${published}</span><a class="cmt" href="${href}#comment">评论</a></div></div>`)}
<div class="more">${current < pages ? `<a href="${pageHref(current + 1)}">下一页</a>` : '没有更多了'}</div></div>
<div class="side"><h4>24小时热榜</h4><ol>${each(links.slice(0, 4), ({ href, title }) => `<li><a href="${href}">${escapeHtml(title)}</a></li>`)}</ol></div>`;
}

function head({ entry }: ArticleView): string {
  return `<meta property="og:type" content="news"><meta property="og:title" content="${escapeHtml(entry.title)}"><meta property="article:published_time" content="${entry.published.replace(' ', 'T')}:00+08:00"><meta name="keywords" content="澜海,新闻">
<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: entry.title, datePublished: `${entry.published.replace(' ', 'T')}:00+08:00` })}</script>
`;
}

function articleBody({ home, entry, others }: ArticleView): string {
  return `<div class="crumb"><a href="${home}">澜海新闻网</a> &gt; <a href="${home}">新闻中心</a> &gt; 正文</div>
<div class="container"><div class="post-main">
<h1 class="post-title">${escapeHtml(entry.title)}</h1>
<div class="post-info">${entry.published}:00　来源：<a href="#src">${escapeHtml(entry.source)}</a>　<span class="author">编辑：值班编辑</span>　<a class="report" href="#report">举报</a></div>
<div class="post-share"><span>分享至</span><a>微信</a><a>微博</a><a>复制链接</a><a class="tie">0<em>跟贴</em></a></div>
<div class="post-body" id="content">
${each(entry.body, paragraphs)}
<p class="qr"><img src="/static/app.png" alt=""><br>扫码下载“澜海新闻”客户端，新闻早知道</p>
</div>
<div class="post-statement">特别声明：本文为转载稿件的，版权归原作者所有，不代表本网观点；如涉及版权问题，请在30日内与本网联系。</div>
<div class="tags">标签：<a href="#t1">澜海</a><a href="#t2">发展</a></div>
<div class="comment" id="comment"><h4>网友评论</h4><textarea placeholder="文明上网，理性发言"></textarea><button>发布</button><div class="one"><b>海风徐来</b><span>3小时前</span><p>写得真好，点赞！</p></div><div class="one"><b>潮汐_88</b><span>5小时前</span><p>希望早点修好我家门口的路，都等了3年了</p></div></div>
<div class="recommend"><h4>为你推荐</h4>${each(others, ({ href, title, published }) => `<div class="rec-item"><a href="${href}">${escapeHtml(title)}</a><span>澜海晨报 ${published}</span><em>跟贴 12</em></div>`)}</div>
</div>
<div class="post-side"><div class="hot"><h4>热点排行</h4><ol>${each(others, ({ href, title }) => `<li><a href="${href}">${escapeHtml(title)}</a></li>`)}</ol></div><div class="ad">推广 <a href="#ad2">理财新人专享 年化收益最高6.8%</a></div><div class="hot"><h4>24小时点击</h4><ul><li><a href="#h1">退休后去海边住，一个月花多少钱？</a></li><li><a href="#h2">这3种家常菜，医生劝你少吃</a></li></ul></div></div></div>`;
}

/** Paragraphs, with an advertisement after every eighth as portals have it. */
function paragraphs(line: string, index: number): string {
  const text = escapeHtml(line);
  const paragraph = isHeading(line) ? `<p><strong>${text}</strong></p>` : `<p>　　${text}</p>`;
  if (index % 8 !== 7) return paragraph;
  return `${paragraph}\n<div class="ad-inline" data-slot="${index}"><span>广告</span><a href="#ad3">澜海家电节 全场满2000减300 点击领券</a></div>`;
}

/** The portal's RSS: newest first, as feed readers want it. */
export function rss(origin: string, links: ListView['links']): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>澜海新闻网</title><link>${origin}/news/index.html</link><description>澜海新闻网最新新闻</description>
${each(links, ({ href, title, published }) => `<item><title>${escapeHtml(title)}</title><link>${escapeHtml(origin + href)}</link><guid isPermaLink="true">${escapeHtml(origin + href)}</guid><pubDate>${new Date(`${dayOf(published)}T${published.slice(11)}:00+08:00`).toUTCString()}</pubDate></item>`)}
</channel></rss>`;
}
