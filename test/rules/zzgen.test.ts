import { it } from 'vitest';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { applyFix, diagnose } from '../check';
import { widthOfLine } from '../columns';
const dir='/work/main/server/src/rules/';
it('gen', () => {
  for (const f of readdirSync(dir).filter(n=>n.endsWith('.md'))) {
    const id=f.slice(0,-3);
    const s=readFileSync(dir+f,'utf8');
    let fixed='';
    const out=s.replace(/```(report|fixed)(.*)\n([\s\S]*?)```/g,(_w,kind,info,text)=>{
      if(kind==='fixed') return '```fixed\n'+fixed+'```';
      const template=/template=(\S+)/.exec(info)?.[1];
      const ds=diagnose(text,{template,rules:[id]});
      const title=/fix='([^']*)'/.exec(info)?.[1];
      fixed='';
      if(title){const fx=ds.flatMap(d=>d.fixes??[]).find(x=>x.title.en===title); fixed = fx?applyFix(text,fx):'NO FIX '+title+' of '+ds.flatMap(d=>d.fixes??[]).map(x=>x.title.en)+'\n';}
      const lines=text.split('\n'); lines.pop();
      let pos=0; let res='';
      const last=lines.length-1;
      lines.forEach((l: string,i: number)=>{
        res+=l+'\n';
        for(const d of ds){
          const inline=d.span.start>=pos&&d.span.start<=pos+l.length;
          const end=Math.min(d.span.end,pos+l.length);
          if(inline&&end>d.span.start) res+=' '.repeat(widthOfLine(text.slice(pos,d.span.start)))+'^'.repeat(widthOfLine(text.slice(d.span.start,end)))+` ${d.severity}[${id}]: ${d.message.en}\n`;
          else if(i===last&&(d.span.end===d.span.start)) res+=`^file ${d.severity}[${id}]: ${d.message.en}\n`;
        }
        pos+=l.length+1;
      });
      return '```report'+info+'\n'+res+'```';
    });
    writeFileSync(dir+f,out);
  }
});
