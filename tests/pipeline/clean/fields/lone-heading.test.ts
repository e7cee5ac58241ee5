import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../pipeline/clean/extract-article.ts';

const said = '<p>全市今年计划新建高标准农田十五万亩，改造老旧小区四十个，完成投资三十亿元。</p>'.repeat(4);
const titleOf = (declared: string, html: string) =>
  extractArticle({ html: `<title>${declared}</title>${html}`, url: null }).title;

const menu = '<ul><li><a href="/">首页</a></li><li><a href="/n">校园动态</a></li></ul>';
const path = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/n">展会新闻</a></div>';

describe('the title of a page that only declares whose site it is', () => {
  it.each([
    [
      'the heading above the text, where the name stands in a box of addresses',
      '云川矿业国际有限公司',
      `<div class="side"><div>云川矿业国际有限公司</div><div>地址：云川市东郊</div><div>电话：010-5550100</div></div><h1>抓好井下用电 守住安全底线</h1>${said}`,
      '抓好井下用电 守住安全底线',
    ],
    [
      'the box named title above the date, where the site greets its readers',
      '云川县高新区第一小学',
      `${menu}<p>云川县高新区第一小学欢迎您！</p><div class="tit">校园网络管理办法</div><div class="time">[发布时间2024年3月5日]</div>${said}`,
      '校园网络管理办法',
    ],
    [
      'the same, where the greeting comes first',
      '云川市铁东区水务管理所',
      `<p>您好，欢迎访问云川市铁东区水务管理所！</p><div class="bt">关于城北泵站检修的通告</div><p>2024-03-05 来源：云川市铁东区水务管理所</p>${said}`,
      '关于城北泵站检修的通告',
    ],
    [
      'the cell named title above the date, where the column is declared',
      '课题研究——云川市物价局-云川市物价局网站',
      `<table><tr><td>课题研究</td></tr><tr><td class="x_content_title">规范中介收费 减轻企业负担</td></tr><tr><td>2024-03-05 12:35:43</td></tr><tr><td>${said}</td></tr></table>`,
      '规范中介收费 减轻企业负担',
    ],
    [
      'the heading right above the first paragraph',
      '学校简介-云川美术学院附属中学',
      `${menu}<h3>云川美术学院附属中学简介</h3>${said}<h3>联系我们</h3><p>电话：010-5550100</p>`,
      '云川美术学院附属中学简介',
    ],
    [
      'the line right below the way to the page',
      '云川国际汽车零配件及服务用品展览会',
      `${menu}${path}<div>云川车展线上洽谈会开始报名啦！</div><div>${said}</div>`,
      '云川车展线上洽谈会开始报名啦！',
    ],
    [
      'the line in large letters above the first paragraph',
      '云川市第二中学',
      `${menu}<p><span style="font-size: 22px">我校师生走进气象站</span></p>${said}`,
      '我校师生走进气象站',
    ],
    [
      'what stands before the first separator and above the date',
      '人力资源管理-云川广播电视大学-云川市开放大学经济与管理学院',
      `${menu}<table><tr><td>人力资源管理</td></tr><tr><td>2024-03-05 来源：</td></tr></table>${said}`,
      '人力资源管理',
    ],
    [
      'the dated heading, where the name of the site is the only other one',
      '访谈系列讲座：近年影视作品之观察 云川大学教务处_云川师范大学教务处_云川艺术学院 Yunchuan Normal University and Others',
      `<h1>云川师范大学</h1>${menu}<h2>访谈系列讲座：近年影视作品之观察</h2><p>2024-03-05 来源：美育中心</p>${said}`,
      '访谈系列讲座：近年影视作品之观察',
    ],
    [
      'the heading, though the signature stands above a date',
      '云川公共资源交易网---北岭分中心',
      `<h1>云川发展改革委关于印发招标范围规定的通知</h1><p>【信息发布时间：2024-03-05 阅读次数：】【我要打印】</p><p>各县区人民政府：</p>${said}<p>云川发展改革委</p><p>2024年2月6日</p>`,
      '云川发展改革委关于印发招标范围规定的通知',
    ],
  ])('is %s', (_, declared, html, title) => {
    expect(titleOf(declared, html)).toBe(title);
  });

  it.each([
    [
      'a caption in the middle above the text',
      '云川设计双年展闭幕_云川日报',
      `<p align="center">图为闭幕式现场</p>${said}`,
    ],
    [
      'a salutation above the text',
      '云川设计双年展闭幕_云川日报',
      `<p><b>各县区文化和旅游局：</b></p>${said}`,
    ],
    [
      'a heading beside the text',
      '云川设计双年展闭幕_云川日报',
      `<h2>今日推荐阅读专题</h2>${menu}<p>云川设计双年展闭幕</p><p>2024-03-05 来源：云川日报</p>${said}`,
    ],
  ])('is not %s', (_, declared, html) => {
    expect(titleOf(declared, html)).toBe('云川设计双年展闭幕');
  });
});
