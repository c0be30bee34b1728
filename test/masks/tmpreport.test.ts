import { it } from 'vitest';
import { readCorpus, measure, paragraphsOf, familyOf, shown, unmarked, masksIn, type Measure } from './corpus';
const files = (process.env.FILES ?? 'unseen.zh.md,unseen.en.md').split(',');
const emph = (process.env.EMPH ?? 'unseen-emphasis.zh.md,unseen-emphasis.en.md').split(',').filter(Boolean);
function stat(label: string, m: Measure) {
  const r = m.hits.length / m.annotated.length, p = m.hits.length / (m.hits.length + m.falseHits.length);
  console.log(label, 'annotated', m.annotated.length, 'recall', (r*100).toFixed(2), 'precision', (p*100).toFixed(2));
  for (const key of [familyOf, (x: any) => x.kind]) {
    const g = new Map<string, [number, number, number]>();
    const get = (k: string) => { let v = g.get(k); if (!v) g.set(k, v = [0,0,0]); return v; };
    m.annotated.forEach(x => get(key(x))[0]++); m.hits.forEach(x => get(key(x))[1]++); m.falseHits.forEach(x => get(key(x))[2]++);
    console.log('  ', [...g].map(([k, [a,h,f]]) => `${k}: ${h}/${a}${f ? ` +${f}` : ''}`).join('  '));
  }
}
function diffs(src: string, label: string) {
  const { text } = unmarked(src); const m = measure(src);
  const lineOf = (o: number) => text.slice(text.lastIndexOf('\n', o-1)+1, (text.indexOf('\n', o)+1 || text.length+1)-1);
  const by = new Map<string, string[]>();
  for (const x of m.misses) { const l = lineOf(x.start); by.set(l, [...(by.get(l) ?? []), '-' + shown(x)]); }
  for (const x of m.falseHits) { const l = lineOf(x.start); by.set(l, [...(by.get(l) ?? []), '+' + shown(x)]); }
  for (const [l, ds] of by) console.log(label, l, '\n      ', ds.join('  '));
}
it('x', () => {
  for (const f of files) {
    const s = readCorpus(f);
    stat(f + ' whole', measure(s));
    const ps = paragraphsOf(s).map(measure);
    stat(f + ' paragraphs', { annotated: ps.flatMap(x=>x.annotated), hits: ps.flatMap(x=>x.hits), misses: ps.flatMap(x=>x.misses), falseHits: ps.flatMap(x=>x.falseHits) });
    if (process.env.DIFF) { diffs(s, 'W'); for (const p of paragraphsOf(s)) diffs(p, 'P'); }
  }
  for (const f of emph) {
    const s = readCorpus(f);
    console.log(f, 'false', masksIn(s).length, 'false per paragraph', paragraphsOf(s).flatMap(p => masksIn(p)).length);
    if (process.env.DIFF) { diffs(s, 'W'); for (const p of paragraphsOf(s)) diffs(p, 'P'); }
  }
});
