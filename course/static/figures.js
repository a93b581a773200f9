/* Built from js/src by js/build.mjs; licences: widgets.licences.txt */
(()=>{var fr=Object.defineProperty;var ge=(e,t)=>{for(var n in t)fr(e,n,{get:t[n],enumerable:!0})};var Ot={};ge(Ot,{STAGE:()=>Pe,advice:()=>Yn,draft:()=>Er,mapOf:()=>J,standing:()=>Jn,view:()=>Cr,wrapped:()=>Xn});var bt=globalThis,bn=e=>e,Ke=bt.trustedTypes,yn=Ke?Ke.createPolicy("lit-html",{createHTML:e=>e}):void 0,yt="$lit$",K=`lit$${Math.random().toFixed(9).slice(2)}$`,wt="?"+K,$r=`<${wt}>`,ie=document,Be=()=>ie.createComment(""),je=e=>e===null||typeof e!="object"&&typeof e!="function",At=Array.isArray,Mn=e=>At(e)||typeof e?.[Symbol.iterator]=="function",vt=`[ 	
\f\r]`,Ne=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,wn=/-->/g,An=/>/g,re=RegExp(`>|${vt}(?:([^\\s"'>=/]+)(${vt}*=${vt}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),kn=/'/g,Sn=/"/g,En=/^(?:script|style|textarea|title)$/i,kt=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),p=kt(1),x=kt(2),zo=kt(3),W=Symbol.for("lit-noChange"),$=Symbol.for("lit-nothing"),Tn=new WeakMap,oe=ie.createTreeWalker(ie,129);function On(e,t){if(!At(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return yn!==void 0?yn.createHTML(t):t}var Nn=(e,t)=>{let n=e.length-1,s=[],o,r=t===2?"<svg>":t===3?"<math>":"",i=Ne;for(let l=0;l<n;l++){let a=e[l],c,u,m=-1,g=0;for(;g<a.length&&(i.lastIndex=g,u=i.exec(a),u!==null);)g=i.lastIndex,i===Ne?u[1]==="!--"?i=wn:u[1]!==void 0?i=An:u[2]!==void 0?(En.test(u[2])&&(o=RegExp("</"+u[2],"g")),i=re):u[3]!==void 0&&(i=re):i===re?u[0]===">"?(i=o??Ne,m=-1):u[1]===void 0?m=-2:(m=i.lastIndex-u[2].length,c=u[1],i=u[3]===void 0?re:u[3]==='"'?Sn:kn):i===Sn||i===kn?i=re:i===wn||i===An?i=Ne:(i=re,o=void 0);let f=i===re&&e[l+1].startsWith("/>")?" ":"";r+=i===Ne?a+$r:m>=0?(s.push(c),a.slice(0,m)+yt+a.slice(m)+K+f):a+K+(m===-2?l:f)}return[On(e,r+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},Le=class e{constructor({strings:t,_$litType$:n},s){let o;this.parts=[];let r=0,i=0,l=t.length-1,a=this.parts,[c,u]=Nn(t,n);if(this.el=e.createElement(c,s),oe.currentNode=this.el.content,n===2||n===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(o=oe.nextNode())!==null&&a.length<l;){if(o.nodeType===1){if(o.hasAttributes())for(let m of o.getAttributeNames())if(m.endsWith(yt)){let g=u[i++],f=o.getAttribute(m).split(K),d=/([.?@])?(.*)/.exec(g);a.push({type:1,index:r,name:d[2],strings:f,ctor:d[1]==="."?Je:d[1]==="?"?Xe:d[1]==="@"?Qe:ae}),o.removeAttribute(m)}else m.startsWith(K)&&(a.push({type:6,index:r}),o.removeAttribute(m));if(En.test(o.tagName)){let m=o.textContent.split(K),g=m.length-1;if(g>0){o.textContent=Ke?Ke.emptyScript:"";for(let f=0;f<g;f++)o.append(m[f],Be()),oe.nextNode(),a.push({type:2,index:++r});o.append(m[g],Be())}}}else if(o.nodeType===8)if(o.data===wt)a.push({type:2,index:r});else{let m=-1;for(;(m=o.data.indexOf(K,m+1))!==-1;)a.push({type:7,index:r}),m+=K.length-1}r++}}static createElement(t,n){let s=ie.createElement("template");return s.innerHTML=t,s}};function le(e,t,n=e,s){if(t===W)return t;let o=s!==void 0?n._$Co?.[s]:n._$Cl,r=je(t)?void 0:t._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(e),o._$AT(e,n,s)),s!==void 0?(n._$Co??=[])[s]=o:n._$Cl=o),o!==void 0&&(t=le(e,o._$AS(e,t.values),o,s)),t}var Ye=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:s}=this._$AD,o=(t?.creationScope??ie).importNode(n,!0);oe.currentNode=o;let r=oe.nextNode(),i=0,l=0,a=s[0];for(;a!==void 0;){if(i===a.index){let c;a.type===2?c=new _e(r,r.nextSibling,this,t):a.type===1?c=new a.ctor(r,a.name,a.strings,this,t):a.type===6&&(c=new Ze(r,this,t)),this._$AV.push(c),a=s[++l]}i!==a?.index&&(r=oe.nextNode(),i++)}return oe.currentNode=ie,o}p(t){let n=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,n),n+=s.strings.length-2):s._$AI(t[n])),n++}},_e=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,s,o){this.type=2,this._$AH=$,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=s,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=le(this,t,n),je(t)?t===$||t==null||t===""?(this._$AH!==$&&this._$AR(),this._$AH=$):t!==this._$AH&&t!==W&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Mn(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==$&&je(this._$AH)?this._$AA.nextSibling.data=t:this.T(ie.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:s}=t,o=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=Le.createElement(On(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===o)this._$AH.p(n);else{let r=new Ye(o,this),i=r.u(this.options);r.p(n),this.T(i),this._$AH=r}}_$AC(t){let n=Tn.get(t.strings);return n===void 0&&Tn.set(t.strings,n=new Le(t)),n}k(t){At(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,s,o=0;for(let r of t)o===n.length?n.push(s=new e(this.O(Be()),this.O(Be()),this,this.options)):s=n[o],s._$AI(r),o++;o<n.length&&(this._$AR(s&&s._$AB.nextSibling,o),n.length=o)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let s=bn(t).nextSibling;bn(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ae=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,s,o,r){this.type=1,this._$AH=$,this._$AN=void 0,this.element=t,this.name=n,this._$AM=o,this.options=r,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=$}_$AI(t,n=this,s,o){let r=this.strings,i=!1;if(r===void 0)t=le(this,t,n,0),i=!je(t)||t!==this._$AH&&t!==W,i&&(this._$AH=t);else{let l=t,a,c;for(t=r[0],a=0;a<r.length-1;a++)c=le(this,l[s+a],n,a),c===W&&(c=this._$AH[a]),i||=!je(c)||c!==this._$AH[a],c===$?t=$:t!==$&&(t+=(c??"")+r[a+1]),this._$AH[a]=c}i&&!o&&this.j(t)}j(t){t===$?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Je=class extends ae{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===$?void 0:t}},Xe=class extends ae{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==$)}},Qe=class extends ae{constructor(t,n,s,o,r){super(t,n,s,o,r),this.type=5}_$AI(t,n=this){if((t=le(this,t,n,0)??$)===W)return;let s=this._$AH,o=t===$&&s!==$||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,r=t!==$&&(s===$||o);o&&this.element.removeEventListener(this.name,this,s),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Ze=class{constructor(t,n,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){le(this,t)}},Bn={M:yt,P:K,A:wt,C:1,L:Nn,R:Ye,D:Mn,V:le,I:_e,H:ae,N:Xe,U:Qe,B:Je,F:Ze},gr=bt.litHtmlPolyfillSupport;gr?.(Le,_e),(bt.litHtmlVersions??=[]).push("3.3.3");var et=(e,t,n)=>{let s=n?.renderBefore??t,o=s._$litPart$;if(o===void 0){let r=n?.renderBefore??null;s._$litPart$=o=new _e(t.insertBefore(Be(),r),r,void 0,n??{})}return o._$AI(e),o};var ce={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},jn=e=>(...t)=>({_$litDirective$:e,values:t}),tt=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,s){this._$Ct=t,this._$AM=n,this._$Ci=s}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var{I:Ko}=Bn;var Ln=e=>e.strings===void 0;var _r={},Hn=(e,t=_r)=>e._$AH=t;var He=jn(class extends tt{constructor(e){if(super(e),e.type!==ce.PROPERTY&&e.type!==ce.ATTRIBUTE&&e.type!==ce.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Ln(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===W||t===$)return t;let n=e.element,s=e.name;if(e.type===ce.PROPERTY){if(t===n[s])return W}else if(e.type===ce.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(s))return W}else if(e.type===ce.ATTRIBUTE&&n.getAttribute(s)===t+"")return W;return Hn(e),t}});function h(e,t={}){return String(e??"").replace(/\{(\w+)\}/g,(n,s)=>s in t?String(t[s]):n)}function A(e,t={}){if(e==null||Number.isNaN(e))return"–";let n=Math.round(e*100);return n===100&&e<1?h(t.more_than??"more than {n} %",{n:99}):n===0&&e>0?h(t.less_than??"less than {n} %",{n:1}):`${n} %`}function Rn(e){let t=new Date(e);return!e||Number.isNaN(t.getTime())?"":t.toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"})}function xr(e){let{key:t}=e;if(t==="Tab"||t==="Escape")return!0;let n=!!(e.ctrlKey||e.metaKey);return t==="Enter"?n||!!(e.shiftKey||e.altKey):n&&t.toLowerCase()==="s"}function Pn(e){e.addEventListener("keydown",t=>{xr(t)||t.stopPropagation()})}var vr=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","End","PageUp","PageDown"];function P(e){let t=e.value!==null&&e.value!==void 0,n=t?(e.show??String)(e.value):e.unset,s=t?e.value:e.rest??(e.min+e.max)/2,o=l=>e.onset(Number(l.target.value)),r=l=>{t||o(l)},i=l=>{(vr.includes(l.key)||l.key==="Enter"||l.key===" ")&&r(l)};return p`<div class="tpl-slider ${t?"":"tpl-unset"}">
    <div class="tpl-row">
      <label for=${e.id}>${e.label}</label>
      <output for=${e.id}>${n}</output>
    </div>
    <input
      type="range" id=${e.id} min=${e.min} max=${e.max} step=${e.step}
      .value=${He(String(s))} aria-valuetext=${n}
      aria-describedby=${e.note?`${e.id}-note`:$}
      @input=${o} @change=${o} @pointerup=${r} @keyup=${i}
    />
    ${e.ends?p`<div class="tpl-row tpl-small"><span>${e.ends[0]}</span><span>${e.ends[1]}</span></div>`:$}
    ${e.note?p`<p class="tpl-small" id="${e.id}-note">${e.note}</p>`:$}
  </div>`}function ee(e,t,n=""){return p`<fieldset class="tpl-group ${n}"><legend>${e}</legend>${t}</fieldset>`}function E(e){return ee(e.legend,p`<div class="tpl-options ${e.inline?"tpl-inline":""}">
      ${e.options.map(t=>p`<label class="tpl-option">
          <input
            type="radio" name=${e.name} value=${t.id}
            .checked=${He(t.id===e.value)}
            @change=${()=>e.onpick(t.id)}
          /><span>${t.text}${t.note?p` ${t.note}`:$}</span></label>`)}
    </div>`)}function te(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <select id=${e.id} .value=${He(e.value??"")} @change=${t=>t.target.value!==""&&e.onpick(t.target.value)}>
      ${e.empty!==void 0?p`<option value="" ?selected=${!e.value} disabled>${e.empty}</option>`:$}
      ${e.options.map(t=>p`<option value=${t.id} ?selected=${t.id===e.value}>${t.text}</option>`)}
    </select>
  </div>`}function br(e,t,n){let s=Number(String(e).trim().replace(",","."));return String(e).trim()===""||!(s>=t&&s<=n)?null:s}function nt(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <span>
      <input
        type="number" id=${e.id} min=${e.min} max=${e.max} step=${e.step??1} inputmode="numeric"
        value=${e.value??$}
        @input=${t=>e.onset(br(t.target.value,e.min,e.max))}
      />${e.unit?p` <span>${e.unit}</span>`:$}</span>
  </div>`}function Cn(e){return p`<div class="tpl-field tpl-wide">
    <label for=${e.id}>${e.label}</label>
    <textarea
      id=${e.id} rows=${e.rows??4} .value=${He(e.value??"")}
      placeholder=${e.placeholder||$} aria-describedby=${e.describedby??$}
      @input=${t=>e.oninput(t.target.value)}
    ></textarea>
  </div>`}function B(e,t,{plain:n=!1,pressed:s}={}){return p`<button
    type="button" class="tpl-button ${n?"tpl-plain":""}"
    aria-pressed=${s===void 0?$:String(s)}
    @click=${t}
  >${e}</button>`}function In(e,t){if(e===null||t===null||typeof e!="object"||typeof t!="object")return e===t;let n=Object.keys(e);return n.length===Object.keys(t).length&&n.every(s=>In(e[s],t[s]))}function yr(e,t){return In(Object.fromEntries(Object.keys(t).map(n=>[n,e[n]])),t)}function O(e,t,n){let s=e.config.messages??{},o=e.record.stages[n.stage],r=(o?.revision??0)+1,i=e.waiting===n.stage,l=!!o&&(n.unchanged??yr(o.last,n.value)),a=!!n.missing||i||l,c=o&&!l?h(s.commit_again,{label:n.label,n:r}):n.label,u=()=>{a||t.commit(n.stage,n.value)},m=i?e.silent?s.no_answer:s.saving:n.missing?n.missing:o?St(e,n.stage):"";return p`<div class="tpl-commit">
    <button
      type="button" class="tpl-button" aria-disabled=${String(a)}
      aria-describedby=${t.id(`${n.stage}-status`)} @click=${u}
    >${c}</button>
    <span class="tpl-status" role="status" id=${t.id(`${n.stage}-status`)}>${m}</span>
    ${o&&o.revision>1&&n.first?p`<p class="tpl-small">${h(s.first_said,{time:Rn(o.first_time)})} ${n.first}</p>`:$}
  </div>`}function St(e,t){let n=e.config.messages??{},s=e.record.stages[t];return s?h(e.live?n.kept:n.kept_here,{n:s.revision,time:Rn(s.time)}):""}var k=e=>p`<p class="tpl-says" aria-live="polite">${e}</p>`,C=e=>p`<div role="alert">${e.message?p`<p class="tpl-alert">${e.message}</p>`:$}</div>`;function pe(e,t,n){return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${e}><table class="tpl-table">
    <caption>${e}</caption>
    <thead><tr>${t.map(s=>p`<th scope="col">${s}</th>`)}</tr></thead>
    <tbody>${n.map(([s,...o])=>p`<tr><th scope="row">${s}</th>${o.map(r=>p`<td>${r}</td>`)}</tr>`)}</tbody>
  </table></div>`}var wr=(e,t,n=!1,s)=>p`<details class="tpl-details" ?open=${n} @toggle=${s}><summary>${e}</summary>${t}</details>`;var Y=(e,t,n,s)=>wr(e.config.messages?.show_table,pe(t,n,s)),T=(e,t)=>p`<svg
  class="tpl-drawing" width=${e.width} height=${e.height} viewBox="0 0 ${e.width} ${e.height}"
  role="img" aria-label=${e.label}
>${t}</svg>`,st=(e,t,n,s,o)=>x`<rect
  class=${o} x=${Math.min(e,t)} y=${n} width=${Math.abs(t-e)} height=${s}></rect>`,F=(e,t,n,s="circle",o=5)=>s==="square"?x`<rect class=${n} x=${e-o} y=${t-o} width=${2*o} height=${2*o}></rect>`:x`<circle class=${n} cx=${e} cy=${t} r=${o}></circle>`,_=(e,t,n,s="start",o="")=>x`<text
  class="tpl-label ${o}" x=${e} y=${t} text-anchor=${s}>${n}</text>`;var q=["claim","grounds","warrant","backing","qualifier","rebuttal"],Ar=["always","never","certainly","definitely","undoubtedly","obviously","proves","proved","proven","beyond doubt","without doubt","no doubt"];var Tt=e=>(e??"").trim(),Dn=e=>e.toLowerCase().split(/\s+/).filter(Boolean).join(" "),kr=e=>e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"),Fn="[\\p{L}\\p{N}_]",zn=(e,t="")=>new RegExp(`${t}(?<!${Fn})${kr(e)}(?!${Fn})`,"u");function Wn(e){let t=[...e.matchAll(/\b([ABE])(\d{1,2})\b/gi)];return[...new Set(t.map(([,n,s])=>`${n.toUpperCase()}${Number(s)}`))]}var qn=(e,t)=>t.filter(n=>zn(n,"(?<!\\bnot )").test(Dn(e))),Sr=(e,t,n)=>[...Wn(e).filter(s=>t.includes(s)),...n.filter(s=>zn(s.toLowerCase()).test(Dn(e)))],Un=e=>(e.toLowerCase().match(/[a-z0-9_]+/g)??[]).join(" ");function Vn(e,t,n=[]){let s=Object.fromEntries(q.map(o=>[o,Tt(e[o])]));return q.flatMap(o=>{let r=s[o],i=Wn(r).filter(c=>!t.includes(c)),l=["claim","qualifier"].includes(o)?qn(r,Ar):[],a=[s.claim,s.grounds].some(c=>Un(r)===Un(c));return[!r&&o!=="backing"&&["empty",[]],i.length&&["unknown",i],o==="claim"&&qn(r,["because"]).length&&["because",[]],o==="grounds"&&r&&!Sr(r,t,n).length&&["no_source",[]],o==="warrant"&&r&&a&&["repeats",[]],l.length&&["too_strong",l]].filter(Boolean).map(([c,u])=>({id:c,part:o,found:u}))})}var Tr=e=>e.split(/\s+/).filter(Boolean).join(" ").replace(/[.;, ]+$/,"");function rt(e,t){let n=Object.fromEntries(q.map(r=>[r,Tr(Tt(e[r]))])),s=Object.fromEntries(q.map(r=>[r,n[r]||t.open])),o=n.backing?h(t.in_words_backing,{backing:n.backing}):"";return h(t.in_words,{...s,backing:o})}function Gn(e,t){let n=q.map(s=>`## ${t[s]}

${Tt(e[s])||t.text_empty}
`);return[`# ${t.text_title}
`,`${rt(e,t)}
`,...n].join(`
`)}var Pe="map",J=e=>Object.fromEntries(q.map(t=>[t,(e[t]??"").trim()])),Re=e=>q.some(t=>e[t]),Kn=({record:e})=>J(e.stages[Pe]?.last??{}),Mr=(e,t)=>q.every(n=>e[n]===t[n]),Mt=e=>Re(e)?JSON.stringify(e):"",Er={saved:({record:e})=>e.stages[Pe]?.revision??0,kept:e=>Mt(Kn(e)),now:({value:e})=>Mt(J(e)),patch:e=>J(JSON.parse(e))};function Yn({config:e,value:t}){let n=J(t),s=e.messages;return Re(n)?Vn(n,e.ids,e.names).map(({id:o,part:r,found:i})=>({part:r,text:h(s[o==="empty"?`flag_empty_${r}`:`flag_${o}`],{part:s[r],found:i.join(", "),...Or(e.ids)})})):[]}function Or(e){let t=n=>e.filter(s=>s.startsWith(n));return{first:t("E")[0],last:t("E").at(-1),a:t("A").at(-1),b:t("B").at(-1)}}function Jn(e){let t=e.config.messages,n=J(e.value),s=e.record.stages[Pe];if(s&&Mr(n,Kn(e)))return e.live&&!e.message?h(t.written,{name:t.file_name}):"";let{restored:o}=e.local;return o!==void 0&&o===Mt(n)?t.restored:s?t.unsaved:""}function Xn(e,t,n){let s=[];for(let r of e.split(/\s+/).filter(Boolean)){let i=s.at(-1);i!==void 0&&i.length+1+r.length<=t?s[s.length-1]=`${i} ${r}`:s.push(r)}let o=s.map(r=>r.length>t?`${r.slice(0,t-1)}…`:r);return o.length<=n?o:[...o.slice(0,n-1),`${o[n-1].slice(0,t-1)}…`]}var Nr=7.8,Qn=17,Br=5;function jr(e,t,n,s,o){let r=s?`${e[t.part]} (${e.flagged})`:e[t.part];return x`
    <rect class="tpl-box ${n.length?"":"tpl-open"} ${s?"tpl-flagged":""}" x=${t.x} y=${t.y} width=${t.width} height=${o} rx="4"></rect>
    ${_(t.x+10,t.y+18,r,"start","tpl-strong")}
    ${(n.length?n:[e.empty_box]).map((i,l)=>_(t.x+10,t.y+18+(l+1)*Qn,i))}`}var xe=(e,t,n,s)=>{let[o,r]=[Math.sign(n-e),Math.sign(s-t)],i=o?`M${n},${s}l${-9*o},-5v10z`:`M${n},${s}l-5,${-9*r}h10z`;return x`<path class="tpl-axis" d="M${e},${t}L${n},${s}"></path><path class="tpl-said" d=${i}></path>`},Et=46,Zn=620,es=e=>e<Zn?e-2:(e-2-2*Et)/3;function Lr(e,t,n){let s=es(e);if(e<Zn){let a=["grounds","warrant","backing","qualifier","claim","rebuttal"],c=t+32,u=["since","on_account","so","","unless"];return{height:6*c-30,boxes:a.map((m,g)=>({part:m,x:1,y:1+g*c,width:s})),links:u.map((m,g)=>x`${xe(24,1+g*c+t,24,(g+1)*c)}
        ${m?_(38,g*c+t+21,n[m]):$}`)}}let o=[0,1,2].map(a=>1+a*(s+Et)),r=[0,1,2].map(a=>1+a*(t+44)),i=[0,1].map(a=>o[a]+s+Et/2),l=r[0]+t/2;return{height:r[2]+t+2,boxes:[{part:"grounds",x:o[0],y:r[0],width:s},{part:"qualifier",x:o[1],y:r[0],width:s},{part:"claim",x:o[2],y:r[0],width:s},{part:"warrant",x:i[0]-s/2,y:r[1],width:s},{part:"backing",x:i[0]-s/2,y:r[2],width:s},{part:"rebuttal",x:i[1]-s/2,y:r[1],width:s}],links:[x`${xe(o[0]+s,l,o[1],l)}${_(i[0],l-10,n.so,"middle")}`,xe(o[1]+s,l,o[2],l),x`${xe(i[0],r[1],i[0],l+3)}${_(i[0]+12,r[1]-16,n.since)}`,x`${xe(i[0],r[2],i[0],r[1]+t)}${_(i[0]+12,r[2]-16,n.on_account)}`,x`${xe(i[1],r[1],i[1],l+3)}${_(i[1]+12,r[1]-16,n.unless)}`]}}function Hr(e,t){let n=e.config.messages,s=J(e.value),o=Math.floor(Math.min(e.width,900)),r=Math.floor((es(o)-20)/Nr),i=Object.fromEntries(q.map(g=>[g,Xn(s[g],r,Br)])),l=34+Qn*Math.max(2,...Object.values(i).map(g=>g.length)),{height:a,boxes:c,links:u}=Lr(o,l,n),m=new Set(t.map(({part:g})=>g));return p`<p class="tpl-head">${n.diagram}</p>
    ${T({width:o,height:a,label:h(n.diagram_says,{sentence:rt(s,n)})},x`
      ${u}
      ${c.map(g=>jr(n,g,i[g.part],m.has(g.part),l))}`)}
    <p>${rt(s,n)}</p>`}async function Rr(e,t){try{await navigator.clipboard.writeText(e),t.local({copied:e,forbidden:!1})}catch{t.local({forbidden:!0})}}function Pr(e,t){let n=e.config.messages,s=Gn(J(e.value),n),{copied:o,forbidden:r}=e.local;return p`<p class="tpl-head">${n.as_text}</p>
    <div class="tpl-buttons">
      ${B(n.copy,()=>Rr(s,t),{plain:!0})}
      <a class="tpl-button tpl-plain tpl-link" download=${n.file_name}
        href="data:text/markdown;charset=utf-8,${encodeURIComponent(s)}">${n.download}</a>
    </div>
    ${k(r?n.not_copied:o===s?n.copied:"")}
    ${r?p`<div class="tpl-field tpl-wide"><label for=${t.id("text")}>${n.text_label}</label>
          <textarea id=${t.id("text")} rows="8" readonly .value=${s}></textarea></div>`:$}`}function Cr(e,t){let{config:n,value:s}=e,o=n.messages,r=J(s),i=Yn(e);return p`
    <p>${o.intro}</p>
    <div class="tpl-pairs">${q.map(l=>Cn({id:t.id(l),label:p`${o[l]} <span class="tpl-asks">${o[`${l}_asks`]}</span>`,rows:3,value:s[l]??"",oninput:a=>t.set({[l]:a})}))}</div>
    ${Re(r)?ee(o.advice,p`
          ${k(i.length?h(o.advice_count,{n:i.length}):o.advice_none)}
          ${i.length?p`<ul class="tpl-list">${i.map(({text:l})=>p`<li>${l}</li>`)}</ul>`:$}`):$}
    ${O(e,t,{stage:Pe,value:r,label:o.keep,missing:Re(r)?"":o.nothing})}
    ${C(e)}
    ${k(Jn(e))}
    ${Re(r)?p`${Hr(e,i)} ${Pr(e,t)}`:$}`}var Pt={};ge(Pt,{HANDLES:()=>be,OPTIONS:()=>Lt,ROUNDS:()=>ue,STAGE:()=>Fe,chances:()=>hs,compared:()=>xs,fraction:()=>ye,handles:()=>Ht,inHand:()=>fs,model:()=>Rt,options:()=>_s,presetOf:()=>gs,sentences:()=>de,view:()=>Gr,worldAt:()=>$s});var Nt=e=>e.reduce((t,n)=>t+n,0);function Ce(e){if(!e.length||!e.every(o=>Number.isFinite(o)&&o>=0))return null;let t=Math.max(...e);if(t===0)return null;let n=e.map(o=>o/t),s=Nt(n);return n.map(o=>o/s)}function V(e){let t=e.filter(s=>s<0),n=new Array(t.length+1).fill(0);for(let s of e.filter(o=>o>0))n[0]=1,t.forEach((o,r)=>{n[r+1]=n[r]/(1-o/s)+n[r+1]/(1-s/o)});return Math.min(n[t.length],1)}function ts(e,t){if(t.length===1)return V(e);let n=Ir(t).map(s=>{let o=0;return V(s.map((r,i)=>(o+=e[r])/(i+1)))});return Nt(n)/n.length}function Ir(e){return e.reduce((t,n)=>t.flatMap(s=>ns(n).map(o=>[...s,...o])),[[]])}function ns(e){return e.length<2?[e]:e.flatMap(t=>ns(e.filter(n=>n!==t)).map(n=>[t,...n]))}function Bt(e){return[...new Set(e)].sort((n,s)=>s-n).map(n=>e.flatMap((s,o)=>s===n?[o]:[]))}function ss(e,t){let n=Ce(t),s=Math.max(...e.map(Math.abs))||1,o=e.map(f=>f/s),r=it(o,n),i=r>0,l=i?o:o.map(f=>-f),a=l.indexOf(Math.min(...l));if(l[a]>0||l[a]===0&&!i)return null;let c=Math.abs(r),u=0,m=[...n],g=l.map((f,d)=>d).sort((f,d)=>l[d]-l[f]);for(let f of g){let d=l[f]-l[a];if(c<=0||d<=0)break;let v=Math.min(n[f],c/d);m[f]-=v,u+=v,c-=v*d}return m[a]+=u,{distance:2*u,weights:m}}function ot(e){return e.every(t=>t<=0)?"never":e.every(t=>t>=0)?"always":"depends"}function it(e,t){return Nt(e.map((n,s)=>n*t[s]))}function rs(e){return{temptation:2+2*e,reward:3,punishment:1,sucker:1-2*e}}function os({temptation:e,reward:t,punishment:n,sucker:s}){let o=t-e,r=n-s;return o<0?null:r<=0?0:r/(o+r)}function is({temptation:e,reward:t,punishment:n,sucker:s}){return e>t&&t>n&&n>s?"Prisoner's Dilemma":t>e&&e>=n&&n>s?"Stag Hunt":e>t&&t>s&&s>n?"Chicken":t>=e&&s>=n&&(t>e||s>n)?"Harmony":"other"}function ls({temptation:e,reward:t,punishment:n,sucker:s},o){let r=o*t+(1-o)*s,i=o*e+(1-o)*n,l=1e-12*Math.max(1,Math.abs(r),Math.abs(i));return r>=i-l?"cooperate":"defect"}function jt(e,t){return e?e/(e+(1-e)*(1-t)):0}var as=(e,t)=>2*e*(1-t);function cs(e,t,n=10,{fatigue:s=.5,grievance:o=.05}={}){let r=as(e,t),i=[1];for(let l=0;l<n;l+=1){let a=i[l];i.push((1-s)*a+r*a+o)}return i}var ps=(e,t,n=.5)=>as(e,t)<n;function S([e,t],[n,s]){let o=(i,l,a)=>i*(1-a)+l*a,r=i=>o(n,s,(i-e)/(t-e));return r.invert=i=>o(e,t,(i-n)/(s-n)),r}var U=e=>e.charAt(0).toUpperCase()+e.slice(1);function ne(e,t){return e.length<2?e.join(""):`${e.slice(0,-1).join(", ")} ${t} ${e.at(-1)}`}var Fr=760,qr=28;function M({width:e}){let t=e>=Fr;return{wide:t,width:Math.floor(t?(e-qr)/2:Math.min(e,560))}}var Ie=(e,t)=>x`<polyline
  class="tpl-line ${t}" points=${e.map(([n,s])=>`${n},${s}`).join(" ")}></polyline>`,D=(e,t)=>p`<section class="tpl-step" aria-label=${e}><p class="tpl-head">${e}</p>${t}</section>`;function us(e,t,n){let s=S([0,Math.max(...e.map(r=>r.value),.001)],[0,t-190]),o=24;return T({width:t,height:e.length*o+4,label:n},x`${e.map((r,i)=>x`
    ${_(0,i*o+17,r.name)}
    ${st(134,134+s(r.value),i*o+5,15,r.quiet?"tpl-quiet":"tpl-first")}
    ${_(140+s(r.value),i*o+17,r.text)}`)}`)}function lt(e,t){let n=e.config.messages,s=Math.min(e.width,620),o=S([0,1],[8,s-8]),r=t.said===null||t.said===void 0?4:24;return T({width:s,height:r+66,label:t.label},x`
    ${st(o(0),o(1),r,24,"tpl-rest")}
    ${st(o(0),o(t.share),r,24,"tpl-first")}
    <rect class="tpl-frame" x=${o(0)} y=${r} width=${o(1)-o(0)} height="24"></rect>
    <line class="tpl-half" x1=${o(.5)} x2=${o(.5)} y1=${r-3} y2=${r+29}></line>
    ${s>480?_(o(.5),r+42,"50 %","middle"):$}
    ${_(o(0),r+42,h(n.bar_first,{name:t.first,share:A(t.share,n)}),"start","tpl-strong")}
    ${_(o(1),r+42,h(n.bar_second,{name:t.second,share:A(1-t.share,n)}),"end","tpl-strong")}
    ${r===4?$:x`<path class="tpl-said" d="M${o(t.said)},${r-1}l-6,-9h12z"></path>
      ${_(o(t.said)+(t.said>.6?-10:10),14,t.saidText,t.said>.6?"end":"start")}`}`)}var ds=(e,t,n)=>p`<div>
  <div class="tpl-halves" aria-hidden="true"><div style="width:${e*100}%"></div></div>
  <div class="tpl-row tpl-small"><span>${t}</span><span>${n}</span></div>
</div>`;var Fe="predict",be=["offence","distinguishability","trust"],Lt=["hold","arm","stronger"],ue=10,Ur=[0,5,10],ve=10,ye=e=>e.toFixed(2).replace(/^0\./,".");function hs(...e){let t=e.map(s=>s!==null&&(s<1&&s>=.995||s>0&&s<.005)),n=e.some((s,o)=>e.some((r,i)=>i>o&&s!==null&&r!==null&&Math.abs(s-r)>1e-9&&Math.round(s*100)===Math.round(r*100)));return e.map((s,o)=>s===null?"":String(Number((s*100).toFixed(t[o]||n?1:0))))}function Ht({config:e,value:t}){return Object.fromEntries(be.map(n=>[n,t[n]??e.start[n]]))}function fs({value:e}){let t=be.findLastIndex(n=>(e[n]??null)!==null);return Math.min(t+2,be.length)}var $s=({worlds:e},{offence:t,distinguishability:n})=>e.find(s=>s.offence===t&&s.distinguishability===n),gs=({config:e},{offence:t,distinguishability:n})=>({offence:t,distinguishability:n,trust:e.start.trust});function Rt(e){let t=Ht(e),n=rs(t.offence),s=jt(t.trust,t.distinguishability),o=cs(t.offence,t.distinguishability,ue);return{...t,game:n,kind:is(n),belief:s,needed:os(n),choice:ls(n,s),world:$s(e.config,t),levels:o,rests:ps(t.offence,t.distinguishability),leaves:o.findIndex(r=>r>ve)}}function de(e){let t=e.config.messages,n=Rt(e),s=n.world?h(t.at_world,{n:n.world.number,name:n.world.name}):n.offence>.5?t.beyond_worlds:t.between_worlds,[o,r,i]=hs(n.belief,n.needed,n.trust),l={belief:o,needed:r,prior:i},a=h(n.distinguishability===0?t.seen_nothing:t.seen,l),c=n.needed===null?t.no_belief_suffices:n.needed===0?t.any_belief_suffices:h(t.takes,l),u=n.choice==="cooperate"?t.both_hold:t.both_arm,m=n.levels.at(-1),g=n.leaves>=0?h(t.race_leaves,{n:n.leaves,top:ve}):h(n.rests?m>1?t.race_slows:t.race_rests:t.race_grows,{end:m.toFixed(1),rounds:ue});return{where:s,seen:a,takes:c,so:u,race:g,all:[s,a,c,u].join(" ")}}var _s=({config:e})=>Lt.map(t=>({id:t,text:e.messages[`option_${t}`]}));function xs({config:e,record:t}){let n=t.stages[Fe]?.last?.choice;if(!Lt.includes(n))return null;let s=e.messages;return{said:s[`option_${n}`],answer:s[`answer_${n}`]}}function Dr(e,t){let n=e.config.messages,{width:s}=M(e),o=S([0,1],[14,s-14]),r=a=>a<.2?"start":a>.8?"end":"middle",i=t.needed===null?o(1):o(t.needed),l=t.needed===null?n.needed_none:h(n.needed_mark,{q:ye(t.needed)});return T({width:s,height:122,label:de(e).all},x`
    <rect class="tpl-band" x=${o(0)} y="40" width=${i-o(0)} height="18"></rect>
    <rect class="tpl-region" x=${i} y="40" width=${Math.max(0,o(1)-i)} height="18"></rect>
    ${t.needed===null?$:x`<line class="tpl-needle" x1=${i} x2=${i} y1="34" y2="64"></line>`}
    ${F(o(t.belief),49,"tpl-here","circle",8)}
    ${_(o(t.belief),26,h(n.belief_mark,{q:ye(t.belief)}),r(t.belief),"tpl-strong")}
    ${t.needed===null?_(o(.5),95,l,"middle"):_(i,95,l,r(t.needed))}
    ${_(o(0),77,"0")}${_(o(1),77,"1","end")}
    ${i-o(0)>60?_(o(0),115,n.scale_arm):$}
    ${o(1)-i>60?_(o(1),115,n.scale_hold,"end"):$}`)}function ms(e,t){let n=e.config.messages,s=(a,c)=>h(n.cell,{mine:a.toFixed(1),theirs:c.toFixed(1)}),{reward:o,sucker:r,temptation:i,punishment:l}=t.game;return p`<table class="tpl-table">
    <caption>${h(n.payoffs,{kind:n[`kind_${t.kind.toLowerCase().replace(/[^a-z]+/g,"_")}`]??t.kind})}</caption>
    <thead><tr><td></td><th scope="col">${n.they_hold}</th><th scope="col">${n.they_arm}</th></tr></thead>
    <tbody>
      <tr><th scope="row">${n.you_hold}</th><td>${s(o,o)}</td><td>${s(r,i)}</td></tr>
      <tr><th scope="row">${n.you_arm}</th><td>${s(i,r)}</td><td>${s(l,l)}</td></tr>
    </tbody></table>`}function zr(e,t){let n=e.config.messages,{width:s}=M(e),o=210,r=S([0,ue],[30,s-16]),i=S([0,ve],[o-34,14]),l=t.leaves<0?t.levels:t.levels.slice(0,t.leaves+1),a=l.map((g,f)=>{if(g<=ve)return[f,g];let d=l[f-1];return[f-1+(ve-d)/(g-d),ve]}),[c,u]=a.at(-1),m=u>1;return p`
    <p class="tpl-small">${n.race_separate}</p>
    <p class="tpl-head">${n.race_title}</p>
    ${T({width:s,height:o,label:de(e).race},x`
      ${Ur.map(g=>x`<line class="tpl-grid" x1=${r(0)} x2=${r(ue)} y1=${i(g)} y2=${i(g)}></line>
        ${_(r(0)-6,i(g)+4,g,"end")}`)}
      ${[0,5,10].map(g=>_(r(g),o-16,g,"middle"))}
      ${_(r(ue),o-1,n.rounds,"end")}
      ${Ie(a.map(([g,f])=>[r(g),i(f)]),m?"tpl-second":"tpl-first")}
      ${F(r(c),i(u),m?"tpl-second":"tpl-first","circle",5)}
      ${c>.55*ue?_(r(c)-8,i(u)+(m?18:-10),n.each_state,"end"):_(r(c)+10,i(u)+14,n.each_state)}`)}
    <p>${de(e).race}</p>
    ${Y(e,n.race_title,[n.round,n.each_state],t.levels.map((g,f)=>[f,g.toFixed(2)]))}`}function Wr(e,t){let n=e.config.messages,{width:s}=M(e),o=Math.min(s,340),r=S([0,1],[34,s-12]),i=S([0,1],[o-46,12]),l=Array.from({length:41},(u,m)=>m/40).map(u=>[Math.min(.5,jt(t.trust,u)/2),u]),c=[[0,0],...l,[0,1]].map(([u,m])=>`${r(u)},${i(m)}`).join(" ");return p`
    <p class="tpl-head">${h(n.map_title,{prior:ye(t.trust)})}</p>
    ${T({width:s,height:o,label:h(n.map_says,{where:de(e).where,so:de(e).so})},x`
      <rect class="tpl-band" x=${r(0)} y=${i(1)} width=${r(1)-r(0)} height=${i(0)-i(1)}></rect>
      <polygon class="tpl-region" points=${c}></polygon>
      <line class="tpl-grid" x1=${r(.5)} x2=${r(.5)} y1=${i(0)} y2=${i(1)}></line>
      ${_(r(.02),i(.4),n.map_hold)}
      ${_(r(.98),i(.4),n.map_arm,"end")}
      ${_(r(.985),i(1)+18,n.map_pd,"end")}
      ${e.config.worlds.map(u=>x`${F(r(u.offence),i(u.distinguishability),"tpl-world","circle",11)}
        ${_(r(u.offence),i(u.distinguishability)+4.5,u.number,"middle","tpl-strong")}`)}
      ${x`<path class="tpl-crosshair" d="M${r(t.offence)},${i(t.distinguishability)-17}v34 M${r(t.offence)-17},${i(t.distinguishability)}h34"></path>
        <circle class="tpl-ring" cx=${r(t.offence)} cy=${i(t.distinguishability)} r="15"></circle>`}
      ${_(r(0),o-22,n.axis_defence)}${_(r(1),o-(s<340?6:22),n.axis_offence,"end")}
      ${_(-i(.5),16,n.axis_distinguish,"middle","tpl-upright")}`)}
    <p class="tpl-small">${n.map_key}</p>`}function Vr(e,t,n){let s=e.config.messages,o=Ht(e)[n];return P({id:t.id(n),label:s[`${n}_label`],note:s[`${n}_try`],ends:[s[`${n}_low`],s[`${n}_high`]],value:e.value[n]??null,rest:o,min:0,max:1,step:.05,show:ye,unset:h(s.at_start,{x:ye(o)}),onset:r=>t.set({[n]:Number(r.toFixed(2))})})}function Gr(e,t){let{value:n,record:s}=e,o=e.config.messages,r=!!s.stages[Fe];return p`
    <p>${o.scene}</p>
    ${E({name:t.id("guess"),legend:o.predict,options:_s(e),value:n.guess??null,onpick:i=>t.set({guess:i})})}
    ${O(e,t,{stage:Fe,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:o[`option_${s.stages[Fe]?.first?.choice}`]})}
    ${C(e)}
    ${r?Kr(e,t):p`<p class="tpl-small">${o.closed}</p>`}`}function Kr(e,t){let{config:n}=e,s=n.messages,o=xs(e),r=Rt(e),i=de(e),l=fs(e),a=l===be.length,{wide:c}=M(e);return p`
    <div class=${c?"tpl-columns":""}>
      <section aria-label=${s.results}>
        <p class="tpl-head">${s.results}</p>
        ${k(p`<strong>${i.where}</strong> ${i.seen} ${i.takes} <strong>${i.so}</strong>`)}
        ${Dr(e,r)}
        <p class="tpl-small">${h(s.you_said,{said:o.said})} ${o.answer}</p>
        ${c?ms(e,r):$}
      </section>
      <section aria-label=${s.controls}>
        <p class="tpl-head">${s.controls}</p>
        ${be.slice(0,l).map(u=>Vr(e,t,u))}
        ${a?p`<div class="tpl-buttons" role="group" aria-label=${s.presets}>
              ${n.worlds.map(u=>B(h(s.preset,{n:u.number}),()=>t.set(gs(e,u)),{pressed:r.world===u&&r.trust===n.start.trust}))}
            </div>`:p`<p class="tpl-small">${s.next_handle}</p>`}
      </section>
    </div>
    <div class=${c?"tpl-columns":""}>
      ${a?p`<section aria-label=${s.map_heading}>${Wr(e,r)}</section>
            <section aria-label=${s.race_title}>${zr(e,r)}</section>`:$}
      ${c?$:ms(e,r)}
    </div>
    <p class="tpl-small">${s.assumptions}</p>`}var Yt={};ge(Yt,{ANSWERS:()=>Ts,POINTS:()=>Ss,PREDICT:()=>ct,SMALL:()=>pt,TWIN:()=>zt,change:()=>Es,compared:()=>mt,costs:()=>Wt,mapCells:()=>Vt,mapSentence:()=>Gt,parameters:()=>Ae,ratioOf:()=>dt,referenceOf:()=>me,sentence:()=>Ms,statesAt:()=>ut,twinOf:()=>Kt,twinSentences:()=>Os,view:()=>ro});var we=Object.freeze({alpha:.88,beta:.88,loss_aversion:2.25,gamma:.61,delta:.69});var vs=(e,t=we)=>e>=0?e**t.alpha:-t.loss_aversion*(-e)**t.beta;function Ct(e,t){if(e===0||e===1)return e;let[n,s]=[e**t,(1-e)**t];return n/(n+s)**(1/t)}function Yr(e,t=we){let n=e.map(()=>0);for(let[s,o]of[[1,t.gamma],[-1,t.delta]]){let[r,i]=[0,0];e.map(([l],a)=>[l,a]).filter(([l])=>s*l>0).sort(([l],[a])=>s*(a-l)).forEach(([,l])=>{r=Math.min(1,r+e[l][1]);let a=Ct(r,o);n[l]=a-i,i=a})}return n}function Jr(e,t=we){let n=Yr(e,t);return e.reduce((s,[o],r)=>s+n[r]*vs(o,t),0)}function bs(e,t,n=we){if(!(e>0&&e<t))return null;let s=(e/t)**n.beta;return Ft(o=>s-Ct(1-o,n.delta))}function ys(e=we){let t=s=>{let o=s**e.beta-Ct(s,e.delta);return Math.abs(o)>1e-12?o:0};if(t(1e-6)*t(1-1e-6)>=0)return null;let n=t(1e-6)>0?-1:1;return Ft(s=>n*t(s),1e-6,1-1e-6)}function se(e,t=we,{nothing:n=60,success:s=100,failure:o=30}={}){let r=vs(n-e,t);return Ft(i=>Jr([[s-e,i],[o-e,1-i]],t)-r)}var It=({nothing:e=60,success:t=100,failure:n=30}={})=>(e-n)/(t-n);function Ft(e,t=0,n=1){for(let s=0;s<60;s+=1){let o=(t+n)/2;e(o)>0?n=o:t=o}return(t+n)/2}var qe=e=>Math.min(1,e.later+e.cost_b),ws=e=>e.now-e.cost_a>qe(e),As=e=>qe(e)+e.cost_a;function ks(e,t,n=e.now){let s={nothing:qe(e),success:1-e.cost_a,failure:-e.cost_a};return s.failure<s.nothing&&s.nothing<s.success?se(n,t,s):null}var ct="predict",pt="small",Ss=["old","new","same"],Ts=["bolder","careful","same"],zt=["now","later","cost_a","cost_b"],[Ut,Dt]=[15,13],Xr=.01,at=e=>(e*100).toFixed(0),X=e=>(e*100).toFixed(1),Ae=({config:e,value:t})=>({...e.medians,loss_aversion:t.lambda??2.25}),me=({config:e,value:t})=>t.reference??e.states.success,ut=({success:e,failure:t},n)=>({success:e,failure:t,nothing:e-n*(e-t)}),dt=({config:{states:e},value:t})=>t.ratio??(e.success-e.nothing)/(e.success-e.failure),Wt=({success:e,nothing:t,failure:n})=>({success:e,nothing:t,sure:e-t,worst:e-n,down:t-n});function mt(e,t){return Math.abs(e-t)<=Xr?"alike":e<t?"bolder":"careful"}function Ms(e){let{config:t}=e,n=t.messages,s=me(e),o=se(s,Ae(e),t.states),r=It(t.states),{success:i,failure:l}=t.states,a=s>=i?n.lambda_nothing:s<=l?n.lambda_nothing_gains:"";return[h(n.result,{reference:s,p:X(o),eu:X(r)}),n[mt(o,r)],a].filter(Boolean).join(" ")}function Es(e,t,n){let s=t-n;return s===0?e.zero:h(s>0?e.gain:e.loss,{x:Math.abs(s)})}var qt={lambda:null,cells:[]};function Vt(e,t){let n=JSON.stringify([e.success,e.failure,t]);if(qt.key===n)return qt.cells;let s=[];for(let o=0;o<Ut;o+=1)for(let r=0;r<Dt;r+=1){let i=e.failure+(o+.5)/Ut*(e.success-e.failure),l=(r+.5)/Dt,a=se(i,t,ut(e,l));s.push({i:o,j:r,reference:i,ratio:l,p:a,eu:1-l,which:mt(a,1-l)})}return qt={key:n,cells:s},s}function Gt(e){let{config:t}=e,n=t.messages,[s,o,r]=[me(e),dt(e),Ae(e)],i=se(s,r,ut(t.states,o)),l=Vt(t.states,r),a=c=>l.filter(u=>u.which===c).length;return h(n.map_says,{lambda:r.loss_aversion,reference:s,ratio:o.toFixed(2),p:X(i),eu:X(1-o),so:n[mt(i,1-o)],bolder:a("bolder"),careful:a("careful"),all:l.length})}var Kt=({config:e,value:t})=>Object.fromEntries(zt.map(n=>[n,t[n]??e.twin[n]]));function Os(e){let t=e.config.messages,n=Kt(e),s=ws(n),o=e.value.twin_reference==="whole",r=ks(n,Ae(e),o?1:n.now),i=u=>u.toFixed(2),l={war:i(n.now-n.cost_a),now:i(n.now),cost_a:i(n.cost_a),wait:i(qe(n)),later:i(n.later),cost_b:i(n.cost_b)},a=[h(t.twin_war,l),h(t.twin_wait,l),s?t.twin_fights:t.twin_waits];if(n.later>=n.now&&a.push(t.twin_no_shift),r===null)return{lines:[...a,t.twin_prospect_none],same:null};let c=n.now>r;return a.push(h(t.twin_prospect,{seen:h(o?t.twin_seen_whole:t.twin_seen_today,{now:i(n.now)}),p:at(r),eu:at(As(n)),chance:at(n.now),does:c?t.does_fight:t.does_wait})),{lines:[...a,c===s?t.twin_same:t.twin_part],same:c===s}}function Qr(e){let{config:t}=e,n=t.messages,s=Math.min(e.width,620),o=S([0,110],[8,s-8]),r=me(e),i=[["failure",n.end_failure],["nothing",n.end_nothing],["success",n.end_success]],l=a=>a>85?"end":a<25?"start":"middle";return T({width:s,height:132,label:h(n.picture_says,{...t.states,reference:r})},x`
    <rect class="tpl-loss-side" x=${o(0)} y="44" width=${o(r)-o(0)} height="26"></rect>
    <rect class="tpl-frame" x=${o(0)} y="44" width=${o(110)-o(0)} height="26"></rect>
    <line class="tpl-needle" x1=${o(r)} x2=${o(r)} y1="30" y2="76"></line>
    ${_(o(r),24,h(n.picture_reference,{reference:r}),l(r),"tpl-strong")}
    ${_(o(r)-8,40,n.picture_losses,"end")}
    ${r<92?_(o(r)+8,40,n.picture_gains):$}
    ${i.map(([a,c],u)=>{let m=t.states[a];return x`${F(o(m),57,"tpl-here",a==="nothing"?"square":"circle",6)}
        ${_(o(m),92+16*u,`${m}: ${c}`,l(m),"tpl-halo")}`})}`)}function Zr(e){let{config:t}=e,n=t.messages,{width:s}=M(e),o=Math.min(s,360),{success:r,failure:i}=t.states,l=S([i,r],[40,s-12]),a=S([0,1],[o-42,10]),[c,u]=[(l(r)-l(i))/Ut,(a(0)-a(1))/Dt],m=Ae(e),g=Vt(t.states,m),f=ys(m);return p`${T({width:s,height:o,label:Gt(e)},x`
    ${g.map(({i:d,j:v,which:y})=>x`<rect class=${`tpl-cell tpl-${y}`} x=${l(i)+d*c} y=${a(0)-(v+1)*u} width=${c} height=${u}></rect>
      ${y==="alike"?$:_(l(i)+(d+.5)*c,a(0)-(v+.5)*u+4,y==="bolder"?"−":"+","middle")}`)}
    ${f===null?$:x`<line class="tpl-needle" x1=${l(r)-c} x2=${l(r)+6} y1=${a(f)} y2=${a(f)}></line>`}
    <circle class="tpl-ring" cx=${l(me(e))} cy=${a(dt(e))} r="10"></circle>
    ${[0,.5,1].map(d=>_(l(i)-6,a(d)+4,d,"end"))}
    ${[i,r].map((d,v)=>_(l(d),o-24,d,v?"end":"start"))}
    ${_((l(i)+l(r))/2,o-6,n.map_x,"middle")}
    ${_(-a(.75),14,n.map_y,"middle","tpl-upright")}`)}
    <p class="tpl-small">${h(n.map_key,{crossover:f===null?"–":f.toFixed(3)})}</p>`}function eo(e,t){let{config:n}=e,s=n.messages,{wide:o}=M(e),r=Ae(e),i=me(e),l=dt(e),a=[.05,.1,.25,.5,.75,.95].map(c=>[c.toFixed(2),`${X(se(i,r,ut(n.states,c)))} %`,`${X(1-c)} %`]);return D(s.map_head,p`
    <p>${s.map_text}</p>
    <div class=${o?"tpl-columns":""}>
      <div>${P({id:t.id("ratio"),label:s.ratio_label,min:.05,max:.95,step:.01,value:e.value.ratio??null,rest:l,show:c=>c.toFixed(2),unset:h(s.ratio_start,{x:l.toFixed(2)}),onset:c=>t.set({ratio:Number(c.toFixed(2))})})}
      ${k(Gt(e))}
      ${Y(e,s.map_table,[s.head_ratio,s.head_cpt,s.head_eu],a)}</div>
      <div>${Zr(e)}</div>
    </div>`)}function to(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[pt],l=bs(10,100,n.medians);return D(r.small_head,p`
    ${E({name:t.id("small"),legend:r.small_text,options:Ts.map(a=>({id:a,text:r[`small_${a}`]})),value:s.guess_small??null,onpick:a=>t.set({guess_small:a})})}
    ${O(e,t,{stage:pt,value:{choice:s.guess_small??null},label:r.small_commit,missing:s.guess_small?"":r.missing_small,first:r[`small_${i?.first?.choice}`]})}
    ${i?p`<p>${h(r.small_answer,{p:X(l),eu:X(.9)})}</p>`:$}`)}function no(e,t){let n=e.config.messages,s=Kt(e),{lines:o}=Os(e);return D(n.twin_head,p`
    <p>${n.twin_text}</p>
    <div class="tpl-thirds">${zt.map(r=>P({id:t.id(r),label:n[`${r}_label`],min:0,max:r.startsWith("cost")?.5:1,step:.01,value:e.value[r]??null,rest:s[r],show:i=>i.toFixed(2),unset:h(n.at_start,{x:s[r].toFixed(2)}),onset:i=>t.set({[r]:Number(i.toFixed(2))})}))}</div>
    ${E({name:t.id("twin-reference"),legend:n.twin_reference,inline:!0,options:[{id:"today",text:n.twin_today},{id:"whole",text:n.twin_whole}],value:e.value.twin_reference??"today",onpick:r=>t.set({twin_reference:r})})}
    <p>${n.twin_try}</p>
    ${k(p`${o.map((r,i)=>p`<span class="tpl-block">${i===2||i===o.length-1?p`<strong>${r}</strong>`:r}</span>`)}`)}`)}function so(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[ct].last,l=u=>X(se(u,n.medians,n.states)),a=me(e),c=[["success",r.end_success],["nothing",r.end_nothing],["failure",r.end_failure]];return p`
    <p>${h(r.you_said,{...n.states,said:h(r[`option_${i.choice}`],n.states),chance:i.chance})}
      <strong>${h(r.answer,{...n.states,old:l(n.states.success),new:l(n.states.nothing)})}</strong></p>
    <p>${h(r.why,Wt(n.states))}</p>
    ${D(r.handle_head,p`
      ${P({id:t.id("reference"),label:r.reference_label,ends:[r.reference_low,r.reference_high],min:n.states.failure,max:n.states.success,step:1,value:s.reference??null,rest:a,unset:h(r.at_start,{x:a}),onset:u=>t.set({reference:u})})}
      ${Qr(e)}
      ${E({name:t.id("lambda"),legend:r.lambda_label,inline:!0,options:n.lambdas.map(u=>({id:String(u),text:r[`lambda_${String(u).replace(".","_")}`]})),value:String(s.lambda??2.25),onpick:u=>t.set({lambda:Number(u)})})}
      ${k(p`<strong>${Ms(e)}</strong>`)}
      ${pe(h(r.ends_table,{reference:a}),[r.head_end,r.head_state,h(r.head_change,{reference:a})],c.map(([u,m])=>[m,n.states[u],Es(r,n.states[u],a)]))}
      <p>${r.coder}</p>`)}
    ${to(e,t)}
    ${o.stages[pt]?p`${eo(e,t)}${no(e,t)}`:$}
    <p class="tpl-small">${r.assumptions}</p>`}function ro(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[ct],l=at(It(n.states)),a=s.guess_chance??null,c=s.guess?a===null?r.missing_chance:"":r.missing_choice;return p`
    <p>${h(r.scene,n.states)} ${h(r.scene_eu,{...Wt(n.states),eu:l})}</p>
    ${ee(r.predict_head,p`
      ${E({name:t.id("guess"),legend:h(r.predict,n.states),options:Ss.map(u=>({id:u,text:h(r[`option_${u}`],n.states)})),value:s.guess??null,onpick:u=>t.set({guess:u})})}
      ${nt({id:t.id("chance"),label:h(r.chance_label,n.states),min:0,max:100,value:a,unit:"%",onset:u=>t.set({guess_chance:u})})}
      ${O(e,t,{stage:ct,value:{choice:s.guess??null,chance:a},label:r.commit,missing:c,first:i?.first&&`${h(r[`option_${i.first.choice}`],n.states)} ${i.first.chance} %`})}`)}
    ${C(e)}
    ${i?so(e,t):p`<p class="tpl-small">${r.closed}</p>`}`}var en={};ge(en,{EQUAL:()=>ft,STAGE:()=>ke,asks:()=>oo,indexOf:()=>Ns,pairSentence:()=>Xt,pairShare:()=>Zt,ranking:()=>Qt,sentence:()=>Jt,view:()=>co,weighting:()=>Bs,weightsOf:()=>$t,without:()=>ht});var ke="predict",ft=5,$t=({config:e,value:t})=>e.components.map(({id:n})=>t.weights?.[n]??ft);function Ns(e,t){let n=e.map((o,r)=>o===null?0:t[r]),s=Ce(n);return s&&e.reduce((o,r,i)=>o+(r??0)*s[i],0)}function Qt(e){let{config:t,value:n}=e,s=$t(e),o=t.states.filter(i=>!i.group||n.groups).map(i=>({...i,index:Ns(t.shares[n.year][i.id],s)}));if(o.some(i=>i.index===null))return null;o.sort((i,l)=>l.index-i.index);let r=0;return o.map(i=>({...i,rank:i.group?null:r+=1}))}function Zt({config:e,value:t}){let[n,s]=t.pair??[];if(!n||!s||n===s)return null;let[o,r]=[n,s].map(l=>e.shares[t.year][l]),i=o.flatMap((l,a)=>l===null||r[a]===null?[]:[l-r[a]]);return{share:V(i),dominance:ot(i),left:o.length-i.length}}var ht=(e,t)=>Object.fromEntries(e.map(({id:n})=>[n,t.includes(n)?0:ft]));function Bs(e){let t=e.config.messages,n=$t(e);if(new Set(n).size===1&&n[0]>0)return t.equal_weights;let s=e.config.components.filter((r,i)=>n[i]===0).map(({name:r})=>r),o=new Set(n.filter(r=>r>0));return s.length&&o.size===1?h(t.some_zero,{names:s.join(", ")}):t.your_weights}function Jt(e){let t=e.config.messages,n=Qt(e);if(!n)return t.all_zero;let[s,o]=n.filter(r=>!r.group);return h(t.result,{weighting:Bs(e),year:e.value.year,first:s.text,second:o.text,a:s.index.toFixed(3),b:o.index.toFixed(3)})}function Xt(e){let t=e.config.messages,n=Zt(e);if(!n)return t.pick_two;let[s,o]=e.value.pair.map(l=>e.config.states.find(a=>a.id===l).text),r={always:t.pair_always,never:t.pair_never,depends:t.pair}[n.dominance],i=n.left?` ${h(t.pair_left_out,{n:n.left})}`:"";return U(h(r,{a:s,b:o,share:A(n.share,t),year:e.value.year}))+i}function oo(e){return e.record.stages[ke]?{first:{year:e.value.year}}:{}}function io(e,t){let{config:n,value:s}=e,o=n.messages,r=a=>t.set({weights:a}),i=ht(n.components,[]),l=a=>JSON.stringify($t(e))===JSON.stringify(Object.values(ht(n.components,a)));return p`
    ${n.components.map(a=>P({id:t.id(a.id.replaceAll(" ","-")),label:a.name,value:s.weights?.[a.id]??ft,min:0,max:10,step:1,unset:o.not_set,onset:c=>r({...i,...s.weights,[a.id]:c})}))}
    <div class="tpl-buttons" role="group" aria-label=${o.presets}>
      ${n.presets.map(a=>B(o[`preset_${a.id}`],()=>r(ht(n.components,a.zero)),{pressed:l(a.zero)}))}
    </div>`}function lo(e){let t=e.config.messages;if(!e.live)return $;let n=e.answers.first,s=!n||n.pending||n.answer===null,r=(n?.answer?.firsts??[]).map(({name:i,share:l})=>h(t.first_one,{name:i,share:A(l,t)}));return p`<p aria-live="polite">${s?t.waiting:h(t.firsts,{year:n.question.year,names:r.join(", "),error:(n.answer.error*100).toFixed(1),draws:n.answer.draws.toLocaleString("en")})}</p>`}function ao(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=Qt(e),l=Zt(e),{wide:a,width:c}=M(e),u=n.states.find(d=>d.id===o.stages[ke].last.choice),m=n.states.filter(d=>!d.group||s.groups).map(({id:d,name:v})=>({id:d,text:v})),g=d=>v=>t.set({pair:(s.pair??[null,null]).map((y,j)=>j===d?v:y)}),f=(s.pair??[]).map(d=>n.states.find(v=>v.id===d)?.name);return p`
    <p>${h(r.answer,{said:u?.text??"",...n.answer})}</p>
    <div class=${a?"tpl-columns":""}>
      <section aria-label=${r.results}>
        ${te({id:t.id("year"),label:r.year,value:String(s.year),options:n.years.map(d=>({id:String(d),text:String(d)})),onpick:d=>t.set({year:Number(d)})})}
        <label class="tpl-option"><input type="checkbox" .checked=${!!s.groups}
          @change=${d=>t.set({groups:d.target.checked})} /><span>${r.show_groups}</span></label>
        ${k(Jt(e))}
        ${i?p`
          ${us(i.slice(0,a?12:8).map(d=>({name:d.rank?`${d.rank} ${d.name}`:h(r.group,{name:d.name}),value:d.index,text:d.index.toFixed(3),quiet:!!d.group})),c,h(r.bars_label,{says:Jt(e)}))}
          ${Y(e,r.table,[r.state,...n.components.map(d=>d.name),r.index],i.map(d=>[d.name,...n.shares[s.year][d.id].map(v=>v===null?"–":v.toFixed(3)),d.index.toFixed(3)]))}`:$}
      </section>
      <section aria-label=${r.sliders}>
        <p class="tpl-head">${r.sliders}</p>
        <p class="tpl-small">${r.task}</p>
        ${io(e,t)}
      </section>
    </div>
    <section aria-label=${r.pair_heading}>
      <p class="tpl-head">${r.pair_heading}</p>
      <div class="tpl-inline">
        ${te({id:t.id("pair-a"),label:r.pair_a,options:m,value:s.pair?.[0]??null,empty:r.choose,onpick:g(0)})}
        ${te({id:t.id("pair-b"),label:r.pair_b,options:m,value:s.pair?.[1]??null,empty:r.choose,onpick:g(1)})}
      </div>
      ${k(Xt(e))}
      ${l?lt(e,{share:l.share,first:f[0],second:f[1],label:Xt(e)}):$}
      ${lo(e)}
    </section>
    ${s.year>=2002?p`<p class="tpl-small">${r.urban_note}</p>`:$}
    <details class="tpl-details"><summary>${r.breaks}</summary>
      <ul class="tpl-list">${n.notes.map(d=>p`<li>${d}</li>`)}</ul></details>
    <p class="tpl-small">${r.assumptions}</p>`}function co(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=l=>n.states.find(a=>a.id===l)?.name;return p`
    <p>${h(r.scene,n.answer)} ${r.suppose}</p>
    ${E({name:t.id("guess"),legend:h(r.predict,n.answer),value:s.guess??null,options:n.options.map(l=>({id:l,text:i(l)})),onpick:l=>t.set({guess:l})})}
    ${O(e,t,{stage:ke,label:r.commit,value:{choice:s.guess??null},missing:s.guess?"":r.missing,first:i(o.stages[ke]?.first?.choice)})}
    ${C(e)}
    ${o.stages[ke]?ao(e,t):p`<p class="tpl-small">${r.closed}</p>`}`}var on={};ge(on,{CHOICES:()=>sn,STAGE:()=>We,chance:()=>gt,regions:()=>Ps,result:()=>rn,signed:()=>Te,view:()=>mo});var Ue=5,js=1e-9,Se=e=>10*Math.log10(e);var De=(e,t)=>({passed:e/t,failed:(1-e)/(1-t)});function tn(e,t){let{passed:n,failed:s}=De(Math.max(e,t),Math.min(e,t)),o=n>=Ue-js,r=s<=1/Ue+js;return o&&r?"doubly":o?"smoking_gun":r?"hoop":"straw"}var We="predict",sn=["hoop","smoking_gun","doubly","straw"],[Hs,Rs]=[.01,.99],gt=e=>Math.round(Math.max(Hs,Math.min(Rs,e))*100)/100,Te=e=>{let t=Math.abs(e).toFixed(1);return t==="0.0"?t:`${e>0?"+":"−"}${t}`},ze=e=>e.toFixed(2).replace(/^0\./,"."),nn=e=>(e>=10?e.toFixed(0):e>=1?e.toFixed(1):e.toFixed(2)).replace(/^0\./,".");function rn(e,{p:t=null,q:n=null}){if(t===null||n===null)return"";if(t===n)return e.result_same;let{passed:s,failed:o}=De(t,n),r=tn(t,n);return h(t>n?e.result:e.result_reverse,{kind:e[`kind_${r}`],passed:nn(s),failed:nn(o),passed_db:Te(Se(s)),failed_db:Te(Se(o))})}function Ps(e=Ue){let t=[1/(e+1),e/(e+1)],[n,s]=[[1/e,1],[0,1-1/e]];return{doubly:[[0,1],n,t,s],hoop:[n,[1,1],t],smoking_gun:[[0,0],s,t],straw:[[0,0],t,[1,1]]}}function po(e,t){let{value:n,config:s}=e,o=s.messages,r=Math.min(M(e).width,420),i=r-34,l=S([0,1],[28,28+i]),a=S([0,1],[8+i,8]),c=Ps(),u=b=>b.map(([L,G])=>`${l(L)},${a(G)}`).join(" "),m=b=>{let L=b.currentTarget.getBoundingClientRect(),G=L.width/r;t.set({q:gt(l.invert((b.clientX-L.left)/G)),p:gt(a.invert((b.clientY-L.top)/G))})},g=b=>{b.preventDefault(),b.currentTarget.setPointerCapture?.(b.pointerId),m(b)},f=b=>b.buttons&1&&m(b),{p:d=null,q:v=null}=n,y=d!==null&&v!==null,j=h(o.square_says,{result:y?rn(o,n):o.square_empty});return p`<div class="tpl-square">${T({width:r,height:i+36,label:j},x`
    ${sn.map(b=>x`<polygon class="tpl-zone tpl-zone-${b}" points=${u(c[b])}></polygon>
      <polygon class="tpl-zone tpl-zone-reverse" points=${u(c[b].map(([L,G])=>[G,L]))}></polygon>`)}
    <line class="tpl-half" x1=${l(0)} y1=${a(0)} x2=${l(1)} y2=${a(1)}></line>
    ${_(l(.02),a(.945),o.corner_doubly,"start","tpl-strong tpl-halo")}
    ${_(l(.98),a(.945)+6,o.corner_hoop,"end","tpl-strong tpl-halo")}
    ${_(l(.02),a(.1),o.corner_smoking_gun,"start","tpl-strong tpl-halo")}
    ${_(l(.4),a(.56),o.corner_straw,"middle","tpl-strong tpl-halo")}
    ${_(l(.98),a(.03),o.corner_reverse,"end","tpl-halo")}
    <rect class="tpl-frame" x=${l(0)} y=${a(1)} width=${i} height=${i}></rect>
    ${y?x`${F(l(v),a(d),"tpl-here","circle",9)}`:$}
    ${_(l(0),i+26,"0")}${_(l(1),i+26,"1","end")}
    ${_(l(.5),i+28,`${o.axis_q} →`,"middle")}
    ${_(-a(.5),16,`${o.axis_p} →`,"middle","tpl-upright")}
    <rect class="tpl-catch" x="0" y="0" width=${r} height=${i+8}
      @pointerdown=${b=>g(Ls(b))} @pointermove=${b=>f(Ls(b))}></rect>`)}</div>`}var Ls=e=>({clientX:e.clientX,clientY:e.clientY,buttons:e.buttons,pointerId:e.pointerId,preventDefault:()=>e.preventDefault(),currentTarget:{getBoundingClientRect:()=>e.currentTarget.ownerSVGElement.getBoundingClientRect(),setPointerCapture:t=>e.currentTarget.setPointerCapture?.(t)}});function uo(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[We].last.choice,{wide:l}=M(e),a=De(n.silence.p,n.silence.q),c=d=>P({id:t.id(d),label:r[`${d}_label`],min:Hs,max:Rs,step:.01,rest:.5,value:s[d]??null,unset:r.not_set,show:ze,ends:[r.low,r.high],onset:v=>t.set({[d]:gt(v)})}),{p:u=null,q:m=null}=s,g=u!==null&&m!==null,f=d=>g&&d.p===u&&d.q===m;return p`
    <p>${h(r.you_said,{said:r[`option_${i}`]})} ${r[`answer_${i}`]}</p>
    <p>${h(r.our_reading,{p:ze(n.silence.p),q:ze(n.silence.q),passed:Te(Se(a.passed)),failed:Te(Se(a.failed))})}</p>
    <p class="tpl-small">${r.decibel}</p>
    <div class=${l?"tpl-columns":""}>
      <section aria-label=${r.controls}>
        <p class="tpl-head">${r.controls}</p>
        <p>${r.try}</p>
        ${c("p")}${c("q")}
        <div class="tpl-buttons" role="group" aria-label=${r.examples}>
          ${n.examples.map(d=>B(r[`kind_${d.kind}`],()=>t.set({p:d.p,q:d.q}),{pressed:f(d)}))}
        </div>
        ${k(g?p`<strong>${rn(r,s)}</strong> ${u===m?$:r[`about_${tn(u,m)}`]}`:r.set_both)}
      </section>
      <section aria-label=${r.square_title}>
        <p class="tpl-head">${r.square_title}</p>
        ${po(e,t)}
      </section>
    </div>
    <p class="tpl-small">${h(r.continuum,{strong:Ue})}</p>
    <details class="tpl-details"><summary>${r.table_title}</summary>
      ${pe(r.table_title,[r.head_kind,r.head_p,r.head_q,r.head_passed,r.head_failed],n.examples.map(d=>{let{passed:v,failed:y}=De(d.p,d.q),j=b=>h(r.times,{ratio:nn(b),db:Te(Se(b))});return[r[`kind_${d.kind}`],ze(d.p),ze(d.q),j(v),j(y)]}))}
    </details>
    <p class="tpl-small">${r.sources}</p>`}function mo(e,t){let{config:n,value:s,record:o}=e,r=n.messages;return p`
    <p class="tpl-claim">${h(r.scene,n.card)}</p>
    ${E({name:t.id("guess"),legend:r.predict,value:s.guess??null,options:sn.map(i=>({id:i,text:r[`option_${i}`]})),onpick:i=>t.set({guess:i})})}
    ${O(e,t,{stage:We,label:r.commit,value:{choice:s.guess??null},missing:s.guess?"":r.missing,first:r[`option_${o.stages[We]?.first?.choice}`]})}
    ${C(e)}
    ${o.stages[We]?uo(e,t):p`<p class="tpl-small">${r.closed}</p>`}`}var $n={};ge($n,{asks:()=>go,pointsOf:()=>nr,view:()=>Eo});var he="perceived intentions",Ve="neutral",ho=["predict","weights","intentions","years"],w=({config:e,value:t})=>e.claims.find(n=>n.id===t.claim),z=(e,t)=>`${e}.${t}`,fe=({record:e,value:t},n)=>e.stages[z(n,t.claim)]?.last;function Cs(e,t){let n=l=>e.record.stages[z(l,t)]?.last??{},[s,o,r,i]=ho.map(n);return{claim:t,year:r.year??o.year??s.year??null,guess:s.choice??null,guess_share:s.share??null,weights:r.weights??o.weights??{},measures:r.measures??o.measures??{...e.config.plain},form:r.form??o.form??"additive",with_intentions:!!r.weights,tried:e.value?.tried??{},years_guess:i.choice??null}}function $e(e){let t=n=>!!fe(e,n);return{predict:!!(w(e)&&e.value.year),weights:t("predict"),result:t("weights"),intentions:!e.three&&t("weights")&&!!(t("intentions")||e.value.with_intentions),years:t("intentions"),chart:t("years")}}var _t=e=>({...e,three:!0});function R(e,t=e.value.measures){return $e(e).intentions&&t.intentions!==Ve?e.config.sources:e.config.sources.filter(n=>n.id!==he)}function fo({config:e},t,n,s,o,r){return e.contrasts[t]?.[n]?.[s]?.[o.id]?.[r]??null}function ln(e,{year:t=e.value.year,form:n=e.value.form,measures:s={}}={}){let o={...e.value.measures,...s};if(!t||!w(e))return null;let r=R(e,o).map(i=>fo(e,e.value.claim,t,n,i,o[i.measure]));return r.every(i=>i!==null)?r:null}var $o=e=>Ce(R(e).map(t=>e.value.weights?.[t.id]));function I(e){let t=ln(e);if(!t)return null;let n=$o(e),s=R(e).map(r=>e.value.weights?.[r.id]),o=n&&it(t,n);return{contrasts:t,weights:n,share:V(t),dominance:ot(t),leads:n===null?null:Math.sign(Math.abs(o)<1e-12?0:o),order:n&&Bt(s),inOrder:n&&ts(t,Bt(s)),flip:n&&ss(t,n)}}function Me(e){return w(e).years.map(t=>{let n=ln(e,{year:t});return{year:t,share:n&&V(n)}})}function an(e){return e.config.measures.intentions.map(t=>{let n=ln(e,{measures:{intentions:t}});return{measure:t,share:n&&V(n)}})}function Is(e){let t=e.value.tried?.[e.value.claim]??[];return an(e).filter(({measure:n})=>t.includes(n))}function Fs(e,t){let n=Me(e).map(({share:s})=>s);return t===1&&!n.every(s=>s===1)?.9999:t===0&&!n.some(s=>s===0)?1e-4:t}function qs(e,t){return e===null||t===null?null:Math.abs(t-e)<.1?"stays":t>e?"rises":"falls"}function cn(e){let t=e.map(r=>r*100),n=t.map(r=>Math.floor(r+1e-9)),s=100-n.reduce((r,i)=>r+i,0),o=t.map((r,i)=>[r-n[i],i]).sort((r,i)=>i[0]-r[0]||r[1]-i[1]);for(let[,r]of o.slice(0,s))n[r]+=1;return n}function Us(e,t){let n=t.weights.map((r,i)=>(r-e[i])*100),s=n.indexOf(Math.max(...n)),o=n.map((r,i)=>({from:i,points:Math.ceil(-r-1e-9)})).filter(r=>r.points>0);return{moves:o,to:s,total:o.reduce((r,i)=>r+i.points,0)}}function pn(e,t=0){let n=[[1,0,0],[0,1,0],[0,0,1]],s=r=>t+it(e,r),o=[];return n.forEach((r,i)=>{let l=n[(i+1)%3],[a,c]=[s(r),s(l)];if(a>0&&o.push(r),a>0!=c>0){let u=a/(a-c);o.push(r.map((m,g)=>m+u*(l[g]-m)))}}),o}var N=(e,t,n={})=>{let s=w(e),o={observer:s.observer.text,first:s.first.text,second:s.second.text,year:e.value.year};return U(h(e.config.messages[t],{...o,...n}))};function un(e,t=I(e)){let n=e.config.messages;if(!t)return n.no_data;let s=R(e).map(a=>a.id);if(!t.weights){let a=s.filter(c=>(e.value.weights?.[c]??null)===null);return a.length?h(n.verdict_open,{names:ne(a,n.and)}):n.all_zero}let o=cn(t.weights),r=ne(s.map((a,c)=>`${a} ${o[c]}`),n.and);if(t.leads===0)return N(e,"verdict_tie",{weights:r});let i=w(e),l=(t.leads>0?i.first:i.second).text;return N(e,"verdict",{weights:r,leader:l,scaled:e.three?n.scaled:""})}function Ds(e,t=I(e)){let n=I(_t(e));if(e.three||!t?.weights||!n?.weights||t.leads===n.leads)return"";let s=w(e),o=e.config.messages;return n.leads===0?o.before_level:N(e,"before_it_was",{leader:(n.leads>0?s.first:s.second).text})}function dn(e,{share:t=!1}={}){let n=w(e);if(!n?.nearness)return"";let{capitals:s,border:o}=n.nearness,[r,i]=o[R(e).length===3?"three":"four"];return t?N(e,"nearness_share",{low:r,high:i,from:o.from,to:o.to}):N(e,"nearness",{capital:s[e.value.year]})}function mn(e,t=I(e)){if(!t)return"";let n=e.config.messages;if(t.dominance==="always")return N(e,"share_always");if(t.dominance==="never")return N(e,t.contrasts.every(o=>o===0)?"share_nothing":"share_never");let s=t.share>=.4&&t.share<=.6?n.near_coin:t.share>=.95?n.near_all:t.share<=.05?n.near_none:"";return N(e,"share",{share:A(t.share,n)})+s+n.stop}function zs(e,t=I(e)){let n=fe(e,"predict");if(!n)return"";let s=w(e);return N(e,"predicted",{who:s[n.choice].text,share:n.share,year:n.year})}function Ws(e,t=I(e)){if(!t?.order)return"";let n=e.config.messages;if(t.order.length===1)return n.order_none;let s=R(e).map(r=>r.id),o=t.order.map(r=>ne(r.map(i=>s[i]),n.and)).join(n.before);return N(e,"in_order",{order:o,share:A(t.inOrder,n)})}function Vs(e,t=I(e)){if(!t?.weights)return"";let n=e.config.messages;if(!t.flip)return n.flip_none;let s=R(e).map(l=>l.id),{moves:o,to:r}=Us(t.weights,t.flip);if(!o.length)return n.flip_edge;let i=o.map((l,a)=>h(a?n.flip_more:n.flip_move,{n:l.points,source:s[l.from]}));return h(n.flip,{moves:ne(i,n.and),to:s[r]})}function hn(e,t=I(e)){let n=e.value.form==="additive"?"geometric":"additive",s=I({...e,value:{...e.value,form:n}});if(!t?.weights||!s?.weights||t.leads===s.leads)return"";let o=w(e),r=s.leads>0?o.first.text:o.second.text;return N(e,s.leads===0?"form_tie":"form_turns",{form:e.config.messages[`form_${n}`],leader:r})}function Gs(e,t){let n=t.filter(({share:c})=>c!==null);if(n.length<2)return"";let s=e.config.messages,o=n.filter(({measure:c})=>c!==Ve).length,r=n.map(({share:c})=>c),[i,l]=[Math.min(...r),Math.max(...r)].map(c=>A(c,s)),a=h(o===1?s.tried_one:s.tried_many,{n:o})+(o<n.length?s.tried_without:"");return N(e,i===l?"tried_same":"tried_range",{tried:a,low:i,high:l})}function Ks(e,{share:t,error:n,draws:s}){let o=w(e),r=(n*100).toFixed(1);return N(e,r==="0.0"?"joint_plain":"joint",{from:o.years[0],to:o.years.at(-1),draws:s.toLocaleString("en"),error:r,share:A(Fs(e,t),e.config.messages)})}function fn(e){let t=e.config.messages,n=Me(e).filter(({share:u})=>u!==null);if(n.length<2)return t.no_data;let[s,o]=[n[0],n.at(-1)],r=n.map(({share:u})=>u),[i,l]=[Math.min(...r),Math.max(...r)],a=N(e,"years_result",{from:s.year,to:o.year,a:A(s.share,t),b:A(o.share,t),low:A(i,t),high:A(l,t)}),c=l-i<.1?` ${h(t.years_same,{from:s.year,to:o.year})}`:"";return a+c}function Ys(e){let t=fe(e,"years"),n=e.config.messages,s=Me(e),o=qs(s[0].share,s.at(-1).share);return t?h(n.years_predicted,{said:n[`moves_${t.choice}`],is:n[`moves_${o}`]??"–"}):""}function Js(e,t,n){if(!R(e).map(r=>r.id).includes(he))return N(e,"triangle");let o=t.weights?cn(t.weights):null;return o?N(e,"triangle_slice",{n:o[3],rest:100-o[3],share:A(n,e.config.messages)}):e.config.messages.triangle_wait}function go(e){let{value:t}=e;return!w(e)||!$e(e).chart||!t.measures.intentions?{}:{joint:{claim:t.claim,measures:t.measures,form:t.form}}}var _o=(e,t)=>h(e.config.messages[t.paragraph?"claim_named":"claim"],{observer:t.observer.name,first:t.first.name,second:t.second.name,paragraph:t.paragraph}),Q=e=>{let t=w(e);return{observer:t.observer.text,first:t.first.text,second:t.second.text,year:e.value.year}};function Xs(e,t){let{config:n,value:s}=e,o=n.messages,r=w(e),i=s.measures[t.measure],l=i&&n.facts[r.id][s.year][t.id][i],a=i&&n.contrasts[r.id][s.year].additive[t.id][i];return p`<div class="tpl-source">
    <p><strong>${U(t.id)}</strong> <span class="tpl-small tpl-block">${i?o[`measure_${t.measure}_${i}`]:""}</span></p>
    ${l&&a!==null&&a!==void 0?ds((1+a)/2,`${r.first.name}: ${l[0]}`,`${r.second.name}: ${l[1]}`):p`<p class="tpl-small">${o.no_data}</p>`}
  </div>`}function xo(e,t){let{config:n,value:s}=e,o=n.messages,r=w(e);return p`
    ${te({id:t.id("claim"),label:o.whose,value:s.claim??null,empty:o.choose,options:n.claims.map(i=>({id:i.id,text:_o(e,i)})),onpick:i=>t.set(Cs(e,i))})}
    ${r?te({id:t.id("year"),label:o.year,value:s.year?String(s.year):null,empty:o.choose,options:r.years.map(i=>({id:String(i),text:String(i)})),onpick:i=>t.set({year:Number(i)})}):$}
    ${r?.paragraph?p`<p class="tpl-small">${o[`about_${r.paragraph.toLowerCase()}`]}</p>`:$}`}function vo(e,t){let{config:n,value:s}=e,o=n.messages,r=w(e),i=e.record.stages[z("predict",s.claim)]?.first;return p`
    <p>${h(o.tables_say,Q(e))}</p>
    <div class="tpl-thirds">${n.sources.filter(l=>l.id!==he).map(l=>Xs(e,l))}</div>
    ${r.nearness?p`<p class="tpl-small">${dn(e)}</p>`:$}
    <p class="tpl-small">${o.hidden}</p>
    ${E({name:t.id("guess"),legend:h(o.predict_who,Q(e)),inline:!0,value:s.guess??null,options:["first","second"].map(l=>({id:l,text:r[l].name})),onpick:l=>t.set({guess:l})})}
    ${nt({id:t.id("guess-share"),label:h(o.predict_share,Q(e)),min:0,max:100,unit:"%",value:s.guess_share??null,onset:l=>t.set({guess_share:l})})}
    ${O(e,t,{stage:z("predict",s.claim),label:o.keep_prediction,value:{claim:s.claim,year:s.year,choice:s.guess,share:s.guess_share},missing:s.guess&&s.guess_share!==null?"":o.predict_missing,first:i&&h(o.first_prediction,{who:r[i.choice].text,share:i.share})})}`}function Qs(e,t,n){let s=e.config.messages,{weights:o={},measures:r,claim:i,year:l}=e.value,a=r[n.measure]&&e.config.facts[i][l][n.id][r[n.measure]];return P({id:t.id(n.id.replaceAll(" ","-")),label:p`${U(n.id)}`,note:a?h(s.swing_facts,{...Q(e),a:a[0],b:a[1]}):void 0,value:o[n.id]??null,min:0,max:10,step:1,rest:5,unset:s.not_set,ends:[s.swing_low,s.swing_high],onset:c=>t.set({weights:{...o,[n.id]:c}})})}var bo=(e,t)=>t.filter(n=>(e.value.weights?.[n]??null)===null);function Zs(e,t){let n=e.config.messages,s=bo(e,t);return s.length?h(n.weights_missing,{names:ne(s,n.and)}):t.every(o=>e.value.weights[o]===0)?n.all_zero:""}function yo(e,t){let{config:n,value:s}=e,o=n.messages,r=n.sources.filter(c=>c.id!==he),i=r.map(c=>c.id),{intentions:l,...a}=s.measures;return p`
    <p>${h(o.swing,Q(e))}</p>
    ${ee(o.your_weights,p`<div class="tpl-thirds">${r.map(c=>Qs(e,t,c))}</div>`)}
    ${$e(e).intentions?p`<p class="tpl-small">${St(e,z("weights",s.claim))}</p>`:O(e,t,{stage:z("weights",s.claim),label:o.keep_weights,missing:Zs(e,i),value:{claim:s.claim,year:s.year,form:s.form,measures:a,weights:Object.fromEntries(i.map(c=>[c,s.weights?.[c]??null]))},first:er(e,e.record.stages[z("weights",s.claim)]?.first.weights)})}`}var er=(e,t)=>t&&ne(Object.entries(t).map(([n,s])=>`${n} ${s}`),e.config.messages.and);function wo(e,t){let{config:n}=e,s=n.messages,o=w(e),r=n.sources.slice(0,3),i=Math.min(M(e).width,440),l=i-40,[a,c]=[40,40+l*.75],u=([H,Z,Ee])=>[20+l*(Ee+Z/2),c-(c-a)*Z],m=R(e).length===4,g=m?t.weights?.[3]??null:0;if(m&&g===null)return p`<p class="tpl-small">${s.triangle_wait}</p>`;let f=t.contrasts.slice(0,3).map(H=>(1-g)*H+(m?g*t.contrasts[3]:0)),d=V(f),v=pn(f).map(u),y=pn(f.map(H=>-H)).map(u),j=1-g,b=t.weights&&j>1e-9?u(t.weights.slice(0,3).map(H=>H/j)):null,L=!m&&t.flip?u(t.flip.weights):null,G=Js(e,t,d),mr=H=>[0,1].map(Z=>H.reduce((Ee,Ge)=>Ee+Ge[Z],0)/H.length),xt=H=>H.map(Z=>Z.join(",")).join(" "),xn=(H,Z,Ee)=>{if(Z<.12)return $;let[Ge,Oe]=mr(H),vn=b&&Math.abs(b[0]-Ge)<90&&Math.abs(b[1]-Oe)<28,hr=vn&&(Oe<b[1]?Math.min(Oe,b[1]-26):Math.max(Oe,b[1]+30));return _(Ge,vn?hr:Oe,h(s.leads,{name:Ee}),"middle","tpl-strong")};return p`
    ${T({width:i,height:c+26,label:`${G} ${un(e,t)}`},x`
      ${v.length?x`<polygon class="tpl-region" points=${xt(v)}></polygon>`:$}
      ${y.length?x`<polygon class="tpl-region-second" points=${xt(y)}></polygon>`:$}
      <polygon class="tpl-frame" points=${xt([[1,0,0],[0,1,0],[0,0,1]].map(u))}></polygon>
      ${xn(v,d,o.first.name)}${xn(y,1-d,o.second.name)}
      ${L?x`${b?Ie([b,L],"tpl-move"):$}<path class="tpl-flip" d="M${L[0]},${L[1]-7}l7,7l-7,7l-7,-7z"></path>`:$}
      ${b?x`${F(b[0],b[1],"tpl-here","circle",8)}${_(b[0]+11,b[1]-8,s.you,"start","tpl-strong tpl-halo")}`:$}
      ${_(i/2,14,U(r[1].id),"middle")}${_(i/2,30,s.corner,"middle","tpl-fine")}
      ${_(0,c+18,U(r[0].id))}${_(i,c+18,U(r[2].id),"end")}`)}
    <p class="tpl-small">${G}${L?` ${s.triangle_flip}`:""}</p>`}function tr(e){let t=e.config.messages,n=w(e),s=I(e);if(!s)return p`<p>${t.no_data}</p>`;let{wide:o}=M(e),r=fe(e,"predict"),i=r&&e.three&&r.year===e.value.year?r.share/100:null;return p`
    ${k(p`<strong>${un(e,s)}</strong> ${Ds(e,s)} ${mn(e,s)}`)}
    ${lt(e,{share:s.share,first:n.first.name,second:n.second.name,said:i,saidText:r?h(t.you_said,{n:r.share}):"",label:mn(e,s)})}
    <div class=${o?"tpl-columns":""}>
      <div>
        <p>${Vs(e,s)}</p>
        <p>${Ws(e,s)}</p>
        ${e.three?p`<p class="tpl-small">${zs(e,s)}</p>`:$}
        ${n.nearness?p`<p class="tpl-small">${dn(e,{share:!0})}</p>`:$}
        ${hn(e,s)?p`<p class="tpl-alert">${hn(e,s)}</p>`:$}
        ${Y(e,t.contrast_table,[t.source,t.contrast,t.points_to,t.your_points],R(e).map((l,a)=>[U(l.id),s.contrasts[a].toFixed(2),s.contrasts[a]===0?t.neither:(s.contrasts[a]>0?n.first:n.second).name,s.weights?(s.weights[a]*100).toFixed(0):t.not_set]))}
      </div>
      <div>${wo(e,s)}</div>
    </div>`}function Ao(e,t){let{config:n,value:s}=e,o=n.messages;if(!$e(e).intentions)return p`<p>${o.intentions_intro}</p>${B(o.add_intentions,m=>{let g=m.currentTarget.closest(".tpl");t.set({with_intentions:!0}),g.querySelector(`input[name="${t.id("intentions")}"]`)?.focus()})}`;let r=n.sources.find(m=>m.id===he),i=m=>t.set({measures:{...s.measures,intentions:m},tried:{...s.tried,[s.claim]:[...new Set([...s.tried?.[s.claim]??[],m])]}}),l=an(e),a=Is(e),c=s.measures.intentions,u=R(e).map(m=>m.id);return p`
    ${E({name:t.id("intentions"),legend:h(o.measure_question,Q(e)),value:c??null,onpick:i,options:l.map(({measure:m,share:g})=>({id:m,text:p`${o[`measure_intentions_${m}`]}<span class="tpl-block tpl-small">${o[`note_intentions_${m}`]}${ko(e,m)}${g===null?` ${o.no_data}`:""}</span>`}))})}
    ${c&&c!==Ve?p`${Xs(e,r)}
      ${ee(o.their_weight,Qs(e,t,r))}`:$}
    ${c?tr(e):$}
    ${pe(h(o.tried_table,Q(e)),[o.measure,o.share_head],l.map(({measure:m,share:g})=>[o[`measure_intentions_${m}`],a.some(f=>f.measure===m)?g===null?o.no_data:A(g,o):o.not_tried]))}
    ${k(Gs(e,a))}
    ${O(e,t,{stage:z("intentions",s.claim),label:o.keep_all,missing:c?Zs(e,u):o.choose_measure,value:{claim:s.claim,year:s.year,form:s.form,measures:s.measures,weights:Object.fromEntries(u.map(m=>[m,s.weights?.[m]??null]))},first:er(e,e.record.stages[z("intentions",s.claim)]?.first.weights)})}
    ${c?So(e,t):$}`}function ko(e,t){let n=e.config.messages[`note_intentions_${t}_${e.value.year}`];return n?` ${n}`:""}function So(e,t){let{config:n,value:s}=e,o=n.messages,r=i=>l=>t.set({measures:{...s.measures,[i]:l}});return p`<details class="tpl-details"><summary>${o.other_choices}</summary>
    <p class="tpl-small">${o.other_choices_note}</p>
    ${["power","distance","offence"].map(i=>p`${te({id:t.id(`measure-${i}`),label:o[`choice_${i}`],value:s.measures[i],options:n.measures[i].map(l=>({id:l,text:o[`measure_${i}_${l}`]})),onpick:r(i)})}${o[`note_${i}_${s.measures[i]}`]?p`<p class="tpl-small">${o[`note_${i}_${s.measures[i]}`]}</p>`:$}`)}
    ${E({name:t.id("form"),legend:o.form,inline:!0,value:s.form,options:["additive","geometric"].map(i=>({id:i,text:o[`form_${i}`]})),onpick:i=>t.set({form:i})})}
    <p class="tpl-small">${o.form_note}</p></details>`}function nr(e){let t=Math.round(e*100);return t===100&&e<1?">99":t===0&&e>0?"<1":String(t)}function To(e){let t=e.config.messages,n=Me(e),{width:s}=M(e),o=S([n[0].year,n.at(-1).year],[52,s-30]),r=S([0,1],[170,24]),i=n.filter(({share:l})=>l!==null);return p`
    <p class="tpl-head">${h(t.years_title,Q(e))}</p>
    ${T({width:s,height:200,label:fn(e)},x`
      ${[0,.5,1].map(l=>x`<line class=${l===.5?"tpl-half":"tpl-grid"} x1="44" x2=${s-20} y1=${r(l)} y2=${r(l)}></line>
        ${_(38,r(l)+4,`${l*100} %`,"end")}`)}
      ${Ie(i.map(l=>[o(l.year),r(l.share)]),"tpl-thin")}
      ${i.map(l=>x`${F(o(l.year),r(l.share),"tpl-first","circle",l.year===e.value.year?7:5)}
        ${_(o(l.year),r(l.share)+(l.share>.5?20:-10),nr(l.share),"middle","tpl-halo")}`)}
      ${n.map(l=>_(o(l.year),194,s<420?`’${String(l.year).slice(2)}`:l.year,"middle"))}`)}
    ${Y(e,t.years_title_plain,[t.year,t.share_head],n.map(l=>[l.year,l.share===null?t.no_data:A(l.share,t)]))}`}function Mo(e,t){let{value:n}=e,s=e.config.messages,o=w(e),r={...Q(e),from:o.years[0],to:o.years.at(-1)},i=e.answers.joint,l=i?.pending||!i?.answer;return p`
    ${E({name:t.id("years"),legend:h(s.years_question,r),value:n.years_guess??null,options:["falls","stays","rises"].map(a=>({id:a,text:s[`moves_${a}`]})),onpick:a=>t.set({years_guess:a})})}
    ${O(e,t,{stage:z("years",n.claim),label:s.keep_prediction,value:{claim:n.claim,choice:n.years_guess??null,measures:n.measures,form:n.form},missing:n.years_guess?"":s.years_missing,unchanged:fe(e,"years")?.choice===n.years_guess})}
    ${$e(e).chart?p`
      <p class="tpl-small">${Ys(e)}</p>
      ${k(fn(e))}
      ${To(e)}
      ${e.live?p`<p aria-live="polite">${l?s.waiting:Ks(e,i.answer)}</p>`:$}
      <p class="tpl-small">${s.years_try}</p>`:$}`}function Eo(e,t){let n=e.config.messages,s=$e(e);return p`
    ${D(n.step_choose,p`${xo(e,t)}${s.predict?vo(e,t):$}`)}
    ${C(e)}
    ${s.weights?D(n.step_weigh,yo(e,t)):$}
    ${s.result?D(n.step_see,tr(_t(e))):$}
    ${s.result?D(n.step_intentions,Ao(e,t)):$}
    ${s.years?D(n.step_years,Mo(e,t)):$}
    ${s.predict&&!s.result?p`<p class="tpl-small">${s.weights?n.closed_weights:n.closed_predict}</p>`:$}
    <p class="tpl-small">${n.assumptions}</p>`}var gn={argument_map:Ot,four_worlds:Pt,reference_point:Yt,reweigher:en,test_square:on,threat_weigher:$n};var sr={open:"Large view",back:"Back (Esc)",larger:"Larger",smaller:"Smaller",name:"Large view",opened:"Large view: only this exercise is on the screen. Escape leads back.",closed:"Back on the page."};var rr={revision:0,time:"",committed:{},stages:{},reveal:null},No=()=>globalThis.tplFigures=(globalThis.tplFigures??0)+1;function or(e,t){let n,s,o=()=>{n!==void 0&&(clearTimeout(n),n=void 0,e(...s))};return{later:(...i)=>{s=i,clearTimeout(n),n=setTimeout(o,t)},now:o,busy:()=>n!==void 0}}var _n=(e,t)=>JSON.stringify(e)===JSON.stringify(t);function ir(e,t,n=()=>({})){let s=No(),o=new Set,r={kind:e.kind,config:e.config??{},value:e.value??{},record:{...rr,...e.record},message:e.message??"",local:{},answers:{},waiting:"",silent:!1,live:t.live,width:640},i=or(t.push,120),l=or(f=>{for(let[d,v]of f)t.ask(d,v)},300),a;function c(f){r={...r,...f},r.live&&u();for(let d of o)d(r)}function u(){let f=Object.entries(n(r)),d=f.filter(([y,j])=>!_n(r.answers[y]?.question,j));if(!d.length)return;let v={...r.answers};for(let[y,j]of d)v[y]={question:j,pending:!0,answer:v[y]?.answer??null};r={...r,answers:v},l.later(f.filter(([y])=>v[y].pending))}function m(f){clearTimeout(a),c({...f,waiting:"",silent:!1})}return{act:{set(f){c({value:{...r.value,...f}}),i.later(r.value)},local(f){c({local:{...r.local,...f}})},commit(f,d){i.now(),clearTimeout(a),t.live&&(a=setTimeout(()=>c({silent:!0}),5e3),c({waiting:f,silent:!1,message:""})),t.commit(f,d)},id:f=>`tpl-${s}-${f}`},get:()=>r,hear:{value(f){!i.busy()&&!_n(f,r.value)&&c({value:f})},record:f=>m({record:{...rr,...f}}),message:f=>f?m({message:f}):c({message:f}),width(f){f>0&&Math.abs(f-r.width)>=1&&c({width:f})},answer(f,d,v){_n(r.answers[f]?.question,d)&&c({answers:{...r.answers,[f]:{question:d,pending:!1,answer:v}}})}},start:()=>c({}),subscribe(f){return o.add(f),()=>o.delete(f)},stop(){i.now(),clearTimeout(a),o.clear()}}}function lr(e,t,n,s=null){let o=e.stages[t],r=(o?.revision??0)+1;return{revision:r,time:"",committed:{...e.committed,[t]:n},stages:{...e.stages,[t]:{revision:r,time:"",first:o?.first??n,last:n}},reveal:s??e.reveal}}var Bo=12,jo=28/1080,Lo=600,Ho=340,Ro=1.15,ar=4;function Po(e,t,n=0){let s=Math.max(1,Math.min(t*jo/Bo,e/Lo));return Math.max(1,Math.min(s*Ro**n,Math.max(s,e/Ho)))}function Co(e){let t=[];for(let n=e;n&&n!==n.ownerDocument.body;n=n.parentElement)t.push(...[...n.parentElement?.children??[]].filter(s=>s!==n));return t}function Io(e){let t=Co(e).filter(n=>n instanceof HTMLElement&&!n.inert);for(let n of t)n.inert=!0;return()=>{for(let n of t)n.inert=!1}}async function Fo(e){try{await e.requestFullscreen({navigationUI:"hide"})}catch{if(!e.classList.contains("tpl-large")||!e.showPopover)return;e.popover="manual",e.showPopover()}}function cr(e){e.matches(":fullscreen")&&e.ownerDocument.exitFullscreen().catch(()=>{}),e.removeAttribute("popover")}function pr(e,t){let n=document.createElement("div"),s=document.createElement("div");n.className="tpl-stage",s.className="tpl-bar",n.append(s,e);let o=0,r=null,i="";function l(){let d=Po(n.offsetWidth,n.offsetHeight,o);n.style.setProperty("--tpl-times",d.toFixed(3))}function a(d){o=Math.max(-ar,Math.min(ar,o+d)),l()}function c(){et(p`<span class="tpl-out" role="status">${i}</span>
      ${r?p`${B(t.smaller,()=>a(-1),{plain:!0})}
        ${B(t.larger,()=>a(1),{plain:!0})}`:$}
      ${B(r?t.back:t.open,r?f:g,{plain:!0})}`,s)}let u=new ResizeObserver(l),m=()=>{r?.full&&!n.matches(":fullscreen")&&f()};function g(){let d=n.parentElement,v=d.style.minHeight;d.style.minHeight=`${d.offsetHeight}px`;let y=Io(n);r={full:!1,run(){y(),d.style.minHeight=v}},n.classList.add("tpl-large"),n.role="dialog",n.ariaModal="true",n.ariaLabel=t.name,i=t.opened,c(),l(),u.observe(n),document.addEventListener("fullscreenchange",m),Fo(n).then(()=>{r?r.full=n.matches(":fullscreen"):cr(n)})}function f(){if(!r||(document.removeEventListener("fullscreenchange",m),u.disconnect(),cr(n),n.classList.remove("tpl-large"),n.role=n.ariaModal=n.ariaLabel=null,r.run(),r=null,i=t.closed,c(),!n.isConnected))return;let d=s.querySelector("button");d.focus({preventScroll:!0}),d.scrollIntoView({block:"nearest"})}return n.addEventListener("keydown",d=>{!r||!["Escape","Enter"].includes(d.key)||(d.stopPropagation(),d.key==="Escape"&&f())}),c(),{frame:n,stop:f}}function ur({words:e,data:t}){let n=o=>o.startsWith("~")?o.startsWith("~~")?o.slice(1):e[parseInt(o.slice(1),16)]:o,s=o=>typeof o=="string"?n(o):Array.isArray(o)?o.map(s):o===null||typeof o!="object"?o:Object.fromEntries(Object.entries(o).map(([r,i])=>[n(r),s(i)]));return s(t)}function qo(e,t,n,s){let o=e[t.get().kind],r=document.createElement("div");r.className="tpl",r.lang=t.get().config.language??"en",r.dataset.kind=t.get().kind;let{frame:i,stop:l}=pr(r,sr);n.replaceChildren(i),Pn(i);let a=f=>et(o?o.view(f,t.act):p`<p role="alert">${f.kind}?</p>`,r),c=s?.find(t.get())??null,u=t.subscribe(a),m=s?t.subscribe(s.keep):()=>{};t.start(),c!==null&&(t.act.local({restored:c}),t.act.set(s.patch(c,t.get())));let g=new ResizeObserver(f=>t.hear.width(f[0].contentRect.width));return g.observe(r),()=>{l(),g.disconnect(),u(),m(),t.stop()}}function Uo(e,t,n){let s=e[n.kind],r=ir(n,{live:!1,push(){},ask(){},commit(i,l){let{record:a}=r.get(),c=s.revealHere?.(r.get(),i,l)??null;r.hear.record(lr(a,i,l,c))}});return qo(e,r,t)}function dr(e,t){t.dataset.live="";let n=t.querySelector("script[type='application/json']"),s=JSON.parse(n.textContent),o="packed"in n.dataset?ur(s):s;Uo(e,t.querySelector(".tpl-still"),o)}for(let e of document.querySelectorAll("figure.tpl-figure:not([data-live])"))e.dataset.kind in gn&&e.querySelector("script[type='application/json']")&&dr(gn,e);})();
