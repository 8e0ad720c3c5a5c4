import { describe, expect, it } from 'vitest';
import { htmlToText } from '#shared/tickets/html-text.ts';

describe('htmlToText', () => {
  it.each([
    ['<b>a</b> <i>b</i>', 'a b'],
    ['a<br>b<hr>c', 'a\nb\nc'],
    ['<scr<script>x</script>ipt>y', 'y'],
    ['&amp;lt;b&amp;gt; &bogus; &#0;&#x41;', '&lt;b&gt; &bogus; A'],
    ['2 < 3 and 4 > 3', '2 < 3 and 4 > 3'],
    ['<img src=x onerror=alert(1)>ok', 'ok'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'ab'],
    ['', ''],
  ])('%j reads %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each(['<script>', '<!--', '<', '<p', '&#', '<div>', ' ', '</script>'])('stays quick on 200 kB of %j', (unit) => {
    const begin = performance.now();
    htmlToText(unit.repeat(200_000 / unit.length));
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});
