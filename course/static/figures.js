/* Built from js/src by js/build.mjs; licences: widgets.licences.txt */
(()=>{var $r=Object.defineProperty;var ve=(e,t)=>{for(var n in t)$r(e,n,{get:t[n],enumerable:!0})};var Bt={};ve(Bt,{STAGE:()=>Fe,advice:()=>Jn,draft:()=>Or,mapOf:()=>ee,standing:()=>Xn,view:()=>Cr,wrapped:()=>Qn});var wt=globalThis,yn=e=>e,Xe=wt.trustedTypes,wn=Xe?Xe.createPolicy("lit-html",{createHTML:e=>e}):void 0,At="$lit$",Q=`lit$${Math.random().toFixed(9).slice(2)}$`,kt="?"+Q,gr=`<${kt}>`,ce=document,He=()=>ce.createComment(""),Ie=e=>e===null||typeof e!="object"&&typeof e!="function",St=Array.isArray,En=e=>St(e)||typeof e?.[Symbol.iterator]=="function",yt=`[ 	
\f\r]`,Le=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,An=/-->/g,kn=/>/g,le=RegExp(`>|${yt}(?:([^\\s"'>=/]+)(${yt}*=${yt}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Sn=/'/g,Tn=/"/g,On=/^(?:script|style|textarea|title)$/i,Tt=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),p=Tt(1),x=Tt(2),Ko=Tt(3),Y=Symbol.for("lit-noChange"),$=Symbol.for("lit-nothing"),Mn=new WeakMap,ae=ce.createTreeWalker(ce,129);function Nn(e,t){if(!St(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return wn!==void 0?wn.createHTML(t):t}var Bn=(e,t)=>{let n=e.length-1,s=[],o,r=t===2?"<svg>":t===3?"<math>":"",i=Le;for(let l=0;l<n;l++){let a=e[l],c,u,d=-1,g=0;for(;g<a.length&&(i.lastIndex=g,u=i.exec(a),u!==null);)g=i.lastIndex,i===Le?u[1]==="!--"?i=An:u[1]!==void 0?i=kn:u[2]!==void 0?(On.test(u[2])&&(o=RegExp("</"+u[2],"g")),i=le):u[3]!==void 0&&(i=le):i===le?u[0]===">"?(i=o??Le,d=-1):u[1]===void 0?d=-2:(d=i.lastIndex-u[2].length,c=u[1],i=u[3]===void 0?le:u[3]==='"'?Tn:Sn):i===Tn||i===Sn?i=le:i===An||i===kn?i=Le:(i=le,o=void 0);let f=i===le&&e[l+1].startsWith("/>")?" ":"";r+=i===Le?a+gr:d>=0?(s.push(c),a.slice(0,d)+At+a.slice(d)+Q+f):a+Q+(d===-2?l:f)}return[Nn(e,r+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},Re=class e{constructor({strings:t,_$litType$:n},s){let o;this.parts=[];let r=0,i=0,l=t.length-1,a=this.parts,[c,u]=Bn(t,n);if(this.el=e.createElement(c,s),ae.currentNode=this.el.content,n===2||n===3){let d=this.el.content.firstChild;d.replaceWith(...d.childNodes)}for(;(o=ae.nextNode())!==null&&a.length<l;){if(o.nodeType===1){if(o.hasAttributes())for(let d of o.getAttributeNames())if(d.endsWith(At)){let g=u[i++],f=o.getAttribute(d).split(Q),h=/([.?@])?(.*)/.exec(g);a.push({type:1,index:r,name:h[2],strings:f,ctor:h[1]==="."?Ze:h[1]==="?"?et:h[1]==="@"?tt:ue}),o.removeAttribute(d)}else d.startsWith(Q)&&(a.push({type:6,index:r}),o.removeAttribute(d));if(On.test(o.tagName)){let d=o.textContent.split(Q),g=d.length-1;if(g>0){o.textContent=Xe?Xe.emptyScript:"";for(let f=0;f<g;f++)o.append(d[f],He()),ae.nextNode(),a.push({type:2,index:++r});o.append(d[g],He())}}}else if(o.nodeType===8)if(o.data===kt)a.push({type:2,index:r});else{let d=-1;for(;(d=o.data.indexOf(Q,d+1))!==-1;)a.push({type:7,index:r}),d+=Q.length-1}r++}}static createElement(t,n){let s=ce.createElement("template");return s.innerHTML=t,s}};function pe(e,t,n=e,s){if(t===Y)return t;let o=s!==void 0?n._$Co?.[s]:n._$Cl,r=Ie(t)?void 0:t._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(e),o._$AT(e,n,s)),s!==void 0?(n._$Co??=[])[s]=o:n._$Cl=o),o!==void 0&&(t=pe(e,o._$AS(e,t.values),o,s)),t}var Qe=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:s}=this._$AD,o=(t?.creationScope??ce).importNode(n,!0);ae.currentNode=o;let r=ae.nextNode(),i=0,l=0,a=s[0];for(;a!==void 0;){if(i===a.index){let c;a.type===2?c=new ye(r,r.nextSibling,this,t):a.type===1?c=new a.ctor(r,a.name,a.strings,this,t):a.type===6&&(c=new nt(r,this,t)),this._$AV.push(c),a=s[++l]}i!==a?.index&&(r=ae.nextNode(),i++)}return ae.currentNode=ce,o}p(t){let n=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,n),n+=s.strings.length-2):s._$AI(t[n])),n++}},ye=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,s,o){this.type=2,this._$AH=$,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=s,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=pe(this,t,n),Ie(t)?t===$||t==null||t===""?(this._$AH!==$&&this._$AR(),this._$AH=$):t!==this._$AH&&t!==Y&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):En(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==$&&Ie(this._$AH)?this._$AA.nextSibling.data=t:this.T(ce.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:s}=t,o=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=Re.createElement(Nn(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===o)this._$AH.p(n);else{let r=new Qe(o,this),i=r.u(this.options);r.p(n),this.T(i),this._$AH=r}}_$AC(t){let n=Mn.get(t.strings);return n===void 0&&Mn.set(t.strings,n=new Re(t)),n}k(t){St(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,s,o=0;for(let r of t)o===n.length?n.push(s=new e(this.O(He()),this.O(He()),this,this.options)):s=n[o],s._$AI(r),o++;o<n.length&&(this._$AR(s&&s._$AB.nextSibling,o),n.length=o)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let s=yn(t).nextSibling;yn(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ue=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,s,o,r){this.type=1,this._$AH=$,this._$AN=void 0,this.element=t,this.name=n,this._$AM=o,this.options=r,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=$}_$AI(t,n=this,s,o){let r=this.strings,i=!1;if(r===void 0)t=pe(this,t,n,0),i=!Ie(t)||t!==this._$AH&&t!==Y,i&&(this._$AH=t);else{let l=t,a,c;for(t=r[0],a=0;a<r.length-1;a++)c=pe(this,l[s+a],n,a),c===Y&&(c=this._$AH[a]),i||=!Ie(c)||c!==this._$AH[a],c===$?t=$:t!==$&&(t+=(c??"")+r[a+1]),this._$AH[a]=c}i&&!o&&this.j(t)}j(t){t===$?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Ze=class extends ue{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===$?void 0:t}},et=class extends ue{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==$)}},tt=class extends ue{constructor(t,n,s,o,r){super(t,n,s,o,r),this.type=5}_$AI(t,n=this){if((t=pe(this,t,n,0)??$)===Y)return;let s=this._$AH,o=t===$&&s!==$||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,r=t!==$&&(s===$||o);o&&this.element.removeEventListener(this.name,this,s),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},nt=class{constructor(t,n,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){pe(this,t)}},jn={M:At,P:Q,A:kt,C:1,L:Bn,R:Qe,D:En,V:pe,I:ye,H:ue,N:et,U:tt,B:Ze,F:nt},_r=wt.litHtmlPolyfillSupport;_r?.(Re,ye),(wt.litHtmlVersions??=[]).push("3.3.3");var st=(e,t,n)=>{let s=n?.renderBefore??t,o=s._$litPart$;if(o===void 0){let r=n?.renderBefore??null;s._$litPart$=o=new ye(t.insertBefore(He(),r),r,void 0,n??{})}return o._$AI(e),o};var de={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ln=e=>(...t)=>({_$litDirective$:e,values:t}),rt=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,s){this._$Ct=t,this._$AM=n,this._$Ci=s}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var{I:Xo}=jn;var Hn=e=>e.strings===void 0;var xr={},In=(e,t=xr)=>e._$AH=t;var Pe=Ln(class extends rt{constructor(e){if(super(e),e.type!==de.PROPERTY&&e.type!==de.ATTRIBUTE&&e.type!==de.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Hn(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===Y||t===$)return t;let n=e.element,s=e.name;if(e.type===de.PROPERTY){if(t===n[s])return Y}else if(e.type===de.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(s))return Y}else if(e.type===de.ATTRIBUTE&&n.getAttribute(s)===t+"")return Y;return In(e),t}});function m(e,t={}){return String(e??"").replace(/\{(\w+)\}/g,(n,s)=>s in t?String(t[s]):n)}function S(e,t={}){if(e==null||Number.isNaN(e))return"–";let n=Math.round(e*100);return n===100&&e<1?m(t.more_than??"more than {n} %",{n:99}):n===0&&e>0?m(t.less_than??"less than {n} %",{n:1}):`${n} %`}function Rn(e){let t=new Date(e);return!e||Number.isNaN(t.getTime())?"":t.toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"})}function br(e){let{key:t}=e;if(t==="Tab"||t==="Escape")return!0;let n=!!(e.ctrlKey||e.metaKey);return t==="Enter"?n||!!(e.shiftKey||e.altKey):n&&t.toLowerCase()==="s"}function Pn(e){e.addEventListener("keydown",t=>{br(t)||t.stopPropagation()})}var vr=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","End","PageUp","PageDown"];function C(e){let t=e.value!==null&&e.value!==void 0,n=t?(e.show??String)(e.value):e.unset,s=t?e.value:e.rest??(e.min+e.max)/2,o=l=>e.onset(Number(l.target.value)),r=l=>{t||o(l)},i=l=>{(vr.includes(l.key)||l.key==="Enter"||l.key===" ")&&r(l)};return p`<div class="tpl-slider ${t?"":"tpl-unset"}">
    <div class="tpl-row">
      <label for=${e.id}>${e.label}</label>
      <output for=${e.id}>${n}</output>
    </div>
    <input
      type="range" id=${e.id} min=${e.min} max=${e.max} step=${e.step}
      .value=${Pe(String(s))} aria-valuetext=${n}
      aria-describedby=${e.note?`${e.id}-note`:$}
      @input=${o} @change=${o} @pointerup=${r} @keyup=${i}
    />
    ${e.ends?p`<div class="tpl-row tpl-small"><span>${e.ends[0]}</span><span>${e.ends[1]}</span></div>`:$}
    ${e.note?p`<p class="tpl-small" id="${e.id}-note">${e.note}</p>`:$}
  </div>`}function se(e,t,n=""){return p`<fieldset class="tpl-group ${n}"><legend>${e}</legend>${t}</fieldset>`}function N(e){return se(e.legend,p`<div class="tpl-options ${e.inline?"tpl-inline":""}">
      ${e.options.map(t=>p`<label class="tpl-option">
          <input
            type="radio" name=${e.name} value=${t.id}
            .checked=${Pe(t.id===e.value)}
            @change=${()=>e.onpick(t.id)}
          /><span>${t.text}${t.note?p` ${t.note}`:$}</span></label>`)}
    </div>`)}function re(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <select id=${e.id} .value=${Pe(e.value??"")} @change=${t=>t.target.value!==""&&e.onpick(t.target.value)}>
      ${e.empty!==void 0?p`<option value="" ?selected=${!e.value} disabled>${e.empty}</option>`:$}
      ${e.options.map(t=>p`<option value=${t.id} ?selected=${t.id===e.value}>${t.text}</option>`)}
    </select>
  </div>`}function yr(e,t,n){let s=Number(String(e).trim().replace(",","."));return String(e).trim()===""||!(s>=t&&s<=n)?null:s}function ot(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <span>
      <input
        type="number" id=${e.id} min=${e.min} max=${e.max} step=${e.step??1} inputmode="numeric"
        value=${e.value??$}
        @input=${t=>e.onset(yr(t.target.value,e.min,e.max))}
      />${e.unit?p` <span>${e.unit}</span>`:$}</span>
  </div>`}function Cn(e){return p`<div class="tpl-field tpl-wide">
    <label for=${e.id}>${e.label}</label>
    <textarea
      id=${e.id} rows=${e.rows??4} .value=${Pe(e.value??"")}
      placeholder=${e.placeholder||$} aria-describedby=${e.describedby??$}
      @input=${t=>e.oninput(t.target.value)}
    ></textarea>
  </div>`}function I(e,t,{plain:n=!1,pressed:s}={}){return p`<button
    type="button" class="tpl-button ${n?"tpl-plain":""}"
    aria-pressed=${s===void 0?$:String(s)}
    @click=${t}
  >${e}</button>`}function Fn(e,t){if(e===null||t===null||typeof e!="object"||typeof t!="object")return e===t;let n=Object.keys(e);return n.length===Object.keys(t).length&&n.every(s=>Fn(e[s],t[s]))}function wr(e,t){return Fn(Object.fromEntries(Object.keys(t).map(n=>[n,e[n]])),t)}function B(e,t,n){let s=e.config.messages??{},o=e.record.stages[n.stage],r=(o?.revision??0)+1,i=e.waiting===n.stage,l=!!o&&(n.unchanged??wr(o.last,n.value)),a=!!n.missing||i||l,c=o&&!l?m(s.commit_again,{label:n.label,n:r}):n.label,u=()=>{a||t.commit(n.stage,n.value)},d=i?e.silent?s.no_answer:s.saving:n.missing?n.missing:o?Mt(e,n.stage):"";return p`<div class="tpl-commit">
    <button
      type="button" class="tpl-button" aria-disabled=${String(a)}
      aria-describedby=${t.id(`${n.stage}-status`)} @click=${u}
    >${c}</button>
    <span class="tpl-status" role="status" id=${t.id(`${n.stage}-status`)}>${d}</span>
    ${o&&o.revision>1&&n.first?p`<p class="tpl-small">${m(s.first_said,{time:Rn(o.first_time)})} ${n.first}</p>`:$}
  </div>`}function Mt(e,t){let n=e.config.messages??{},s=e.record.stages[t];return s?m(e.live?n.kept:n.kept_here,{n:s.revision,time:Rn(s.time)}):""}var T=e=>p`<p class="tpl-says" aria-live="polite">${e}</p>`,F=e=>p`<div role="alert">${e.message?p`<p class="tpl-alert">${e.message}</p>`:$}</div>`;function me(e,t,n){return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${e}><table class="tpl-table">
    <caption>${e}</caption>
    <thead><tr>${t.map(s=>p`<th scope="col">${s}</th>`)}</tr></thead>
    <tbody>${n.map(([s,...o])=>p`<tr><th scope="row">${s}</th>${o.map(r=>p`<td>${r}</td>`)}</tr>`)}</tbody>
  </table></div>`}var Ar=(e,t,n=!1,s)=>p`<details class="tpl-details" ?open=${n} @toggle=${s}><summary>${e}</summary>${t}</details>`;var Z=(e,t,n,s)=>Ar(e.config.messages?.show_table,me(t,n,s)),E=(e,t)=>p`<svg
  class="tpl-drawing" width=${e.width} height=${e.height} viewBox="0 0 ${e.width} ${e.height}"
  role="img" aria-label=${e.label}
>${t}</svg>`,it=(e,t,n,s,o)=>x`<rect
  class=${o} x=${Math.min(e,t)} y=${n} width=${Math.abs(t-e)} height=${s}></rect>`,D=(e,t,n,s="circle",o=5)=>s==="square"?x`<rect class=${n} x=${e-o} y=${t-o} width=${2*o} height=${2*o}></rect>`:x`<circle class=${n} cx=${e} cy=${t} r=${o}></circle>`,_=(e,t,n,s="start",o="")=>x`<text
  class="tpl-label ${o}" x=${e} y=${t} text-anchor=${s}>${n}</text>`;var z=["claim","grounds","warrant","backing","qualifier","rebuttal"],kr=["always","never","certainly","definitely","undoubtedly","obviously","proves","proved","proven","beyond doubt","without doubt","no doubt"];var Et=e=>(e??"").trim(),zn=e=>e.toLowerCase().split(/\s+/).filter(Boolean).join(" "),Sr=e=>e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"),qn="[\\p{L}\\p{N}_]",Wn=(e,t="")=>new RegExp(`${t}(?<!${qn})${Sr(e)}(?!${qn})`,"u");function Vn(e){let t=[...e.matchAll(/\b([ABE])(\d{1,2})\b/gi)];return[...new Set(t.map(([,n,s])=>`${n.toUpperCase()}${Number(s)}`))]}var Un=(e,t)=>t.filter(n=>Wn(n,"(?<!\\bnot )").test(zn(e))),Tr=(e,t,n)=>[...Vn(e).filter(s=>t.includes(s)),...n.filter(s=>Wn(s.toLowerCase()).test(zn(e)))],Dn=e=>(e.toLowerCase().match(/[a-z0-9_]+/g)??[]).join(" ");function Kn(e,t,n=[]){let s=Object.fromEntries(z.map(o=>[o,Et(e[o])]));return z.flatMap(o=>{let r=s[o],i=Vn(r).filter(c=>!t.includes(c)),l=["claim","qualifier"].includes(o)?Un(r,kr):[],a=[s.claim,s.grounds].some(c=>Dn(r)===Dn(c));return[!r&&o!=="backing"&&["empty",[]],i.length&&["unknown",i],o==="claim"&&Un(r,["because"]).length&&["because",[]],o==="grounds"&&r&&!Tr(r,t,n).length&&["no_source",[]],o==="warrant"&&r&&a&&["repeats",[]],l.length&&["too_strong",l]].filter(Boolean).map(([c,u])=>({id:c,part:o,found:u}))})}var Mr=e=>e.split(/\s+/).filter(Boolean).join(" ").replace(/[.;, ]+$/,"");function lt(e,t){let n=Object.fromEntries(z.map(r=>[r,Mr(Et(e[r]))])),s=Object.fromEntries(z.map(r=>[r,n[r]||t.open])),o=n.backing?m(t.in_words_backing,{backing:n.backing}):"";return m(t.in_words,{...s,backing:o})}function Gn(e,t){let n=z.map(s=>`## ${t[s]}

${Et(e[s])||t.text_empty}
`);return[`# ${t.text_title}
`,`${lt(e,t)}
`,...n].join(`
`)}var Fe="map",ee=e=>Object.fromEntries(z.map(t=>[t,(e[t]??"").trim()])),Ce=e=>z.some(t=>e[t]),Yn=({record:e})=>ee(e.stages[Fe]?.last??{}),Er=(e,t)=>z.every(n=>e[n]===t[n]),Ot=e=>Ce(e)?JSON.stringify(e):"",Or={saved:({record:e})=>e.stages[Fe]?.revision??0,kept:e=>Ot(Yn(e)),now:({value:e})=>Ot(ee(e)),patch:e=>ee(JSON.parse(e))};function Jn({config:e,value:t}){let n=ee(t),s=e.messages;return Ce(n)?Kn(n,e.ids,e.names).map(({id:o,part:r,found:i})=>({part:r,text:m(s[o==="empty"?`flag_empty_${r}`:`flag_${o}`],{part:s[r],found:i.join(", "),...Nr(e.ids)})})):[]}function Nr(e){let t=n=>e.filter(s=>s.startsWith(n));return{first:t("E")[0],last:t("E").at(-1),a:t("A").at(-1),b:t("B").at(-1)}}function Xn(e){let t=e.config.messages,n=ee(e.value),s=e.record.stages[Fe];if(s&&Er(n,Yn(e)))return e.live&&!e.message?m(t.written,{name:t.file_name}):"";let{restored:o}=e.local;return o!==void 0&&o===Ot(n)?t.restored:s?t.unsaved:""}function Qn(e,t,n){let s=[];for(let r of e.split(/\s+/).filter(Boolean)){let i=s.at(-1);i!==void 0&&i.length+1+r.length<=t?s[s.length-1]=`${i} ${r}`:s.push(r)}let o=s.map(r=>r.length>t?`${r.slice(0,t-1)}…`:r);return o.length<=n?o:[...o.slice(0,n-1),`${o[n-1].slice(0,t-1)}…`]}var Br=7.8,Zn=17,jr=5;function Lr(e,t,n,s,o){let r=s?`${e[t.part]} (${e.flagged})`:e[t.part];return x`
    <rect class="tpl-box ${n.length?"":"tpl-open"} ${s?"tpl-flagged":""}" x=${t.x} y=${t.y} width=${t.width} height=${o} rx="4"></rect>
    ${_(t.x+10,t.y+18,r,"start","tpl-strong")}
    ${(n.length?n:[e.empty_box]).map((i,l)=>_(t.x+10,t.y+18+(l+1)*Zn,i))}`}var we=(e,t,n,s)=>{let[o,r]=[Math.sign(n-e),Math.sign(s-t)],i=o?`M${n},${s}l${-9*o},-5v10z`:`M${n},${s}l-5,${-9*r}h10z`;return x`<path class="tpl-axis" d="M${e},${t}L${n},${s}"></path><path class="tpl-said" d=${i}></path>`},Nt=46,es=620,ts=e=>e<es?e-2:(e-2-2*Nt)/3;function Hr(e,t,n){let s=ts(e);if(e<es){let a=["grounds","warrant","backing","qualifier","claim","rebuttal"],c=t+32,u=["since","on_account","so","","unless"];return{height:6*c-30,boxes:a.map((d,g)=>({part:d,x:1,y:1+g*c,width:s})),links:u.map((d,g)=>x`${we(24,1+g*c+t,24,(g+1)*c)}
        ${d?_(38,g*c+t+21,n[d]):$}`)}}let o=[0,1,2].map(a=>1+a*(s+Nt)),r=[0,1,2].map(a=>1+a*(t+44)),i=[0,1].map(a=>o[a]+s+Nt/2),l=r[0]+t/2;return{height:r[2]+t+2,boxes:[{part:"grounds",x:o[0],y:r[0],width:s},{part:"qualifier",x:o[1],y:r[0],width:s},{part:"claim",x:o[2],y:r[0],width:s},{part:"warrant",x:i[0]-s/2,y:r[1],width:s},{part:"backing",x:i[0]-s/2,y:r[2],width:s},{part:"rebuttal",x:i[1]-s/2,y:r[1],width:s}],links:[x`${we(o[0]+s,l,o[1],l)}${_(i[0],l-10,n.so,"middle")}`,we(o[1]+s,l,o[2],l),x`${we(i[0],r[1],i[0],l+3)}${_(i[0]+12,r[1]-16,n.since)}`,x`${we(i[0],r[2],i[0],r[1]+t)}${_(i[0]+12,r[2]-16,n.on_account)}`,x`${we(i[1],r[1],i[1],l+3)}${_(i[1]+12,r[1]-16,n.unless)}`]}}function Ir(e,t){let n=e.config.messages,s=ee(e.value),o=Math.floor(Math.min(e.width,900)),r=Math.floor((ts(o)-20)/Br),i=Object.fromEntries(z.map(g=>[g,Qn(s[g],r,jr)])),l=34+Zn*Math.max(2,...Object.values(i).map(g=>g.length)),{height:a,boxes:c,links:u}=Hr(o,l,n),d=new Set(t.map(({part:g})=>g));return p`<p class="tpl-head">${n.diagram}</p>
    ${E({width:o,height:a,label:m(n.diagram_says,{sentence:lt(s,n)})},x`
      ${u}
      ${c.map(g=>Lr(n,g,i[g.part],d.has(g.part),l))}`)}
    <p>${lt(s,n)}</p>`}async function Rr(e,t){try{await navigator.clipboard.writeText(e),t.local({copied:e,forbidden:!1})}catch{t.local({forbidden:!0})}}function Pr(e,t){let n=e.config.messages,s=Gn(ee(e.value),n),{copied:o,forbidden:r}=e.local;return p`<p class="tpl-head">${n.as_text}</p>
    <div class="tpl-buttons">
      ${I(n.copy,()=>Rr(s,t),{plain:!0})}
      <a class="tpl-button tpl-plain tpl-link" download=${n.file_name}
        href="data:text/markdown;charset=utf-8,${encodeURIComponent(s)}">${n.download}</a>
    </div>
    ${T(r?n.not_copied:o===s?n.copied:"")}
    ${r?p`<div class="tpl-field tpl-wide"><label for=${t.id("text")}>${n.text_label}</label>
          <textarea id=${t.id("text")} rows="8" readonly .value=${s}></textarea></div>`:$}`}function Cr(e,t){let{config:n,value:s}=e,o=n.messages,r=ee(s),i=Jn(e);return p`
    <p>${o.intro}</p>
    <div class="tpl-pairs">${z.map(l=>Cn({id:t.id(l),label:p`${o[l]} <span class="tpl-asks">${o[`${l}_asks`]}</span>`,rows:3,value:s[l]??"",oninput:a=>t.set({[l]:a})}))}</div>
    ${Ce(r)?se(o.advice,p`
          ${T(i.length?m(o.advice_count,{n:i.length}):o.advice_none)}
          ${i.length?p`<ul class="tpl-list">${i.map(({text:l})=>p`<li>${l}</li>`)}</ul>`:$}`):$}
    ${B(e,t,{stage:Fe,value:r,label:o.keep,missing:Ce(r)?"":o.nothing})}
    ${F(e)}
    ${T(Xn(e))}
    ${Ce(r)?p`${Ir(e,i)} ${Pr(e,t)}`:$}`}var Ct={};ve(Ct,{HANDLES:()=>ke,OPTIONS:()=>It,ROUNDS:()=>he,STAGE:()=>De,chances:()=>fs,compared:()=>bs,fraction:()=>Se,handles:()=>Rt,inHand:()=>$s,model:()=>Pt,options:()=>xs,presetOf:()=>_s,sentences:()=>fe,view:()=>Gr,worldAt:()=>gs});var jt=e=>e.reduce((t,n)=>t+n,0);function qe(e){if(!e.length||!e.every(o=>Number.isFinite(o)&&o>=0))return null;let t=Math.max(...e);if(t===0)return null;let n=e.map(o=>o/t),s=jt(n);return n.map(o=>o/s)}function J(e){let t=e.filter(s=>s<0),n=new Array(t.length+1).fill(0);for(let s of e.filter(o=>o>0))n[0]=1,t.forEach((o,r)=>{n[r+1]=n[r]/(1-o/s)+n[r+1]/(1-s/o)});return Math.min(n[t.length],1)}function ns(e,t){if(t.length===1)return J(e);let n=Fr(t).map(s=>{let o=0;return J(s.map((r,i)=>(o+=e[r])/(i+1)))});return jt(n)/n.length}function Fr(e){return e.reduce((t,n)=>t.flatMap(s=>ss(n).map(o=>[...s,...o])),[[]])}function ss(e){return e.length<2?[e]:e.flatMap(t=>ss(e.filter(n=>n!==t)).map(n=>[t,...n]))}function Lt(e){return[...new Set(e)].sort((n,s)=>s-n).map(n=>e.flatMap((s,o)=>s===n?[o]:[]))}function rs(e,t){let n=qe(t),s=Math.max(...e.map(Math.abs))||1,o=e.map(f=>f/s),r=ct(o,n),i=r>0,l=i?o:o.map(f=>-f),a=l.indexOf(Math.min(...l));if(l[a]>0||l[a]===0&&!i)return null;let c=Math.abs(r),u=0,d=[...n],g=l.map((f,h)=>h).sort((f,h)=>l[h]-l[f]);for(let f of g){let h=l[f]-l[a];if(c<=0||h<=0)break;let v=Math.min(n[f],c/h);d[f]-=v,u+=v,c-=v*h}return d[a]+=u,{distance:2*u,weights:d}}function at(e){return e.every(t=>t<=0)?"never":e.every(t=>t>=0)?"always":"depends"}function ct(e,t){return jt(e.map((n,s)=>n*t[s]))}function os(e){return{temptation:2+2*e,reward:3,punishment:1,sucker:1-2*e}}function is({temptation:e,reward:t,punishment:n,sucker:s}){let o=t-e,r=n-s;return o<0?null:r<=0?0:r/(o+r)}function ls({temptation:e,reward:t,punishment:n,sucker:s}){return e>t&&t>n&&n>s?"Prisoner's Dilemma":t>e&&e>=n&&n>s?"Stag Hunt":e>t&&t>s&&s>n?"Chicken":t>=e&&s>=n&&(t>e||s>n)?"Harmony":"other"}function as({temptation:e,reward:t,punishment:n,sucker:s},o){let r=o*t+(1-o)*s,i=o*e+(1-o)*n,l=1e-12*Math.max(1,Math.abs(r),Math.abs(i));return r>=i-l?"cooperate":"defect"}function Ht(e,t){return e?e/(e+(1-e)*(1-t)):0}var cs=(e,t)=>2*e*(1-t);function ps(e,t,n=10,{fatigue:s=.5,grievance:o=.05}={}){let r=cs(e,t),i=[1];for(let l=0;l<n;l+=1){let a=i[l];i.push((1-s)*a+r*a+o)}return i}var us=(e,t,n=.5)=>cs(e,t)<n;function M([e,t],[n,s]){let o=(i,l,a)=>i*(1-a)+l*a,r=i=>o(n,s,(i-e)/(t-e));return r.invert=i=>o(e,t,(i-n)/(s-n)),r}var W=e=>e.charAt(0).toUpperCase()+e.slice(1);function oe(e,t){return e.length<2?e.join(""):`${e.slice(0,-1).join(", ")} ${t} ${e.at(-1)}`}var qr=760,Ur=28;function O({width:e}){let t=e>=qr;return{wide:t,width:Math.floor(t?(e-Ur)/2:Math.min(e,560))}}var Ue=(e,t)=>x`<polyline
  class="tpl-line ${t}" points=${e.map(([n,s])=>`${n},${s}`).join(" ")}></polyline>`,V=(e,t)=>p`<section class="tpl-step" aria-label=${e}><p class="tpl-head">${e}</p>${t}</section>`;function ds(e,t,n){let s=M([0,Math.max(...e.map(r=>r.value),.001)],[0,t-190]),o=24;return E({width:t,height:e.length*o+4,label:n},x`${e.map((r,i)=>x`
    ${_(0,i*o+17,r.name)}
    ${it(134,134+s(r.value),i*o+5,15,r.quiet?"tpl-quiet":"tpl-first")}
    ${_(140+s(r.value),i*o+17,r.text)}`)}`)}function pt(e,t){let n=e.config.messages,s=Math.min(e.width,620),o=M([0,1],[8,s-8]),r=t.said===null||t.said===void 0?4:24;return E({width:s,height:r+66,label:t.label},x`
    ${it(o(0),o(1),r,24,"tpl-rest")}
    ${it(o(0),o(t.share),r,24,"tpl-first")}
    <rect class="tpl-frame" x=${o(0)} y=${r} width=${o(1)-o(0)} height="24"></rect>
    <line class="tpl-half" x1=${o(.5)} x2=${o(.5)} y1=${r-3} y2=${r+29}></line>
    ${s>480?_(o(.5),r+42,"50 %","middle"):$}
    ${_(o(0),r+42,m(n.bar_first,{name:t.first,share:S(t.share,n)}),"start","tpl-strong")}
    ${_(o(1),r+42,m(n.bar_second,{name:t.second,share:S(1-t.share,n)}),"end","tpl-strong")}
    ${r===4?$:x`<path class="tpl-said" d="M${o(t.said)},${r-1}l-6,-9h12z"></path>
      ${_(o(t.said)+(t.said>.6?-10:10),14,t.saidText,t.said>.6?"end":"start")}`}`)}var ms=(e,t,n)=>p`<div>
  <div class="tpl-halves" aria-hidden="true"><div style="width:${e*100}%"></div></div>
  <div class="tpl-row tpl-small"><span>${t}</span><span>${n}</span></div>
</div>`;var De="predict",ke=["offence","distinguishability","trust"],It=["hold","arm","stronger"],he=10,Dr=[0,5,10],Ae=10,Se=e=>e.toFixed(2).replace(/^0\./,".");function fs(...e){let t=e.map(s=>s!==null&&(s<1&&s>=.995||s>0&&s<.005)),n=e.some((s,o)=>e.some((r,i)=>i>o&&s!==null&&r!==null&&Math.abs(s-r)>1e-9&&Math.round(s*100)===Math.round(r*100)));return e.map((s,o)=>s===null?"":String(Number((s*100).toFixed(t[o]||n?1:0))))}function Rt({config:e,value:t}){return Object.fromEntries(ke.map(n=>[n,t[n]??e.start[n]]))}function $s({value:e}){let t=ke.findLastIndex(n=>(e[n]??null)!==null);return Math.min(t+2,ke.length)}var gs=({worlds:e},{offence:t,distinguishability:n})=>e.find(s=>s.offence===t&&s.distinguishability===n),_s=({config:e},{offence:t,distinguishability:n})=>({offence:t,distinguishability:n,trust:e.start.trust});function Pt(e){let t=Rt(e),n=os(t.offence),s=Ht(t.trust,t.distinguishability),o=ps(t.offence,t.distinguishability,he);return{...t,game:n,kind:ls(n),belief:s,needed:is(n),choice:as(n,s),world:gs(e.config,t),levels:o,rests:us(t.offence,t.distinguishability),leaves:o.findIndex(r=>r>Ae)}}function fe(e){let t=e.config.messages,n=Pt(e),s=n.world?m(t.at_world,{n:n.world.number,name:n.world.name}):n.offence>.5?t.beyond_worlds:t.between_worlds,[o,r,i]=fs(n.belief,n.needed,n.trust),l={belief:o,needed:r,prior:i},a=m(n.distinguishability===0?t.seen_nothing:t.seen,l),c=n.needed===null?t.no_belief_suffices:n.needed===0?t.any_belief_suffices:m(t.takes,l),u=n.choice==="cooperate"?t.both_hold:t.both_arm,d=n.levels.at(-1),g=n.leaves>=0?m(t.race_leaves,{n:n.leaves,top:Ae}):m(n.rests?d>1?t.race_slows:t.race_rests:t.race_grows,{end:d.toFixed(1),rounds:he});return{where:s,seen:a,takes:c,so:u,race:g,all:[s,a,c,u].join(" ")}}var xs=({config:e})=>It.map(t=>({id:t,text:e.messages[`option_${t}`]}));function bs({config:e,record:t}){let n=t.stages[De]?.last?.choice;if(!It.includes(n))return null;let s=e.messages;return{said:s[`option_${n}`],answer:s[`answer_${n}`]}}function zr(e,t){let n=e.config.messages,{width:s}=O(e),o=M([0,1],[14,s-14]),r=a=>a<.2?"start":a>.8?"end":"middle",i=t.needed===null?o(1):o(t.needed),l=t.needed===null?n.needed_none:m(n.needed_mark,{q:Se(t.needed)});return E({width:s,height:122,label:fe(e).all},x`
    <rect class="tpl-band" x=${o(0)} y="40" width=${i-o(0)} height="18"></rect>
    <rect class="tpl-region" x=${i} y="40" width=${Math.max(0,o(1)-i)} height="18"></rect>
    ${t.needed===null?$:x`<line class="tpl-needle" x1=${i} x2=${i} y1="34" y2="64"></line>`}
    ${D(o(t.belief),49,"tpl-here","circle",8)}
    ${_(o(t.belief),26,m(n.belief_mark,{q:Se(t.belief)}),r(t.belief),"tpl-strong")}
    ${t.needed===null?_(o(.5),95,l,"middle"):_(i,95,l,r(t.needed))}
    ${_(o(0),77,"0")}${_(o(1),77,"1","end")}
    ${i-o(0)>60?_(o(0),115,n.scale_arm):$}
    ${o(1)-i>60?_(o(1),115,n.scale_hold,"end"):$}`)}function hs(e,t){let n=e.config.messages,s=(a,c)=>m(n.cell,{mine:a.toFixed(1),theirs:c.toFixed(1)}),{reward:o,sucker:r,temptation:i,punishment:l}=t.game;return p`<table class="tpl-table">
    <caption>${m(n.payoffs,{kind:n[`kind_${t.kind.toLowerCase().replace(/[^a-z]+/g,"_")}`]??t.kind})}</caption>
    <thead><tr><td></td><th scope="col">${n.they_hold}</th><th scope="col">${n.they_arm}</th></tr></thead>
    <tbody>
      <tr><th scope="row">${n.you_hold}</th><td>${s(o,o)}</td><td>${s(r,i)}</td></tr>
      <tr><th scope="row">${n.you_arm}</th><td>${s(i,r)}</td><td>${s(l,l)}</td></tr>
    </tbody></table>`}function Wr(e,t){let n=e.config.messages,{width:s}=O(e),o=210,r=M([0,he],[30,s-16]),i=M([0,Ae],[o-34,14]),l=t.leaves<0?t.levels:t.levels.slice(0,t.leaves+1),a=l.map((g,f)=>{if(g<=Ae)return[f,g];let h=l[f-1];return[f-1+(Ae-h)/(g-h),Ae]}),[c,u]=a.at(-1),d=u>1;return p`
    <p class="tpl-small">${n.race_separate}</p>
    <p class="tpl-head">${n.race_title}</p>
    ${E({width:s,height:o,label:fe(e).race},x`
      ${Dr.map(g=>x`<line class="tpl-grid" x1=${r(0)} x2=${r(he)} y1=${i(g)} y2=${i(g)}></line>
        ${_(r(0)-6,i(g)+4,g,"end")}`)}
      ${[0,5,10].map(g=>_(r(g),o-16,g,"middle"))}
      ${_(r(he),o-1,n.rounds,"end")}
      ${Ue(a.map(([g,f])=>[r(g),i(f)]),d?"tpl-second":"tpl-first")}
      ${D(r(c),i(u),d?"tpl-second":"tpl-first","circle",5)}
      ${c>.55*he?_(r(c)-8,i(u)+(d?18:-10),n.each_state,"end"):_(r(c)+10,i(u)+14,n.each_state)}`)}
    <p>${fe(e).race}</p>
    ${Z(e,n.race_title,[n.round,n.each_state],t.levels.map((g,f)=>[f,g.toFixed(2)]))}`}function Vr(e,t){let n=e.config.messages,{width:s}=O(e),o=Math.min(s,340),r=M([0,1],[34,s-12]),i=M([0,1],[o-46,12]),l=Array.from({length:41},(u,d)=>d/40).map(u=>[Math.min(.5,Ht(t.trust,u)/2),u]),c=[[0,0],...l,[0,1]].map(([u,d])=>`${r(u)},${i(d)}`).join(" ");return p`
    <p class="tpl-head">${m(n.map_title,{prior:Se(t.trust)})}</p>
    ${E({width:s,height:o,label:m(n.map_says,{where:fe(e).where,so:fe(e).so})},x`
      <rect class="tpl-band" x=${r(0)} y=${i(1)} width=${r(1)-r(0)} height=${i(0)-i(1)}></rect>
      <polygon class="tpl-region" points=${c}></polygon>
      <line class="tpl-grid" x1=${r(.5)} x2=${r(.5)} y1=${i(0)} y2=${i(1)}></line>
      ${_(r(.02),i(.4),n.map_hold)}
      ${_(r(.98),i(.4),n.map_arm,"end")}
      ${_(r(.985),i(1)+18,n.map_pd,"end")}
      ${e.config.worlds.map(u=>x`${D(r(u.offence),i(u.distinguishability),"tpl-world","circle",11)}
        ${_(r(u.offence),i(u.distinguishability)+4.5,u.number,"middle","tpl-strong")}`)}
      ${x`<path class="tpl-crosshair" d="M${r(t.offence)},${i(t.distinguishability)-17}v34 M${r(t.offence)-17},${i(t.distinguishability)}h34"></path>
        <circle class="tpl-ring" cx=${r(t.offence)} cy=${i(t.distinguishability)} r="15"></circle>`}
      ${_(r(0),o-22,n.axis_defence)}${_(r(1),o-(s<340?6:22),n.axis_offence,"end")}
      ${_(-i(.5),16,n.axis_distinguish,"middle","tpl-upright")}`)}
    <p class="tpl-small">${n.map_key}</p>`}function Kr(e,t,n){let s=e.config.messages,o=Rt(e)[n];return C({id:t.id(n),label:s[`${n}_label`],note:s[`${n}_try`],ends:[s[`${n}_low`],s[`${n}_high`]],value:e.value[n]??null,rest:o,min:0,max:1,step:.05,show:Se,unset:m(s.at_start,{x:Se(o)}),onset:r=>t.set({[n]:Number(r.toFixed(2))})})}function Gr(e,t){let{value:n,record:s}=e,o=e.config.messages,r=!!s.stages[De];return p`
    <p>${o.scene}</p>
    ${N({name:t.id("guess"),legend:o.predict,options:xs(e),value:n.guess??null,onpick:i=>t.set({guess:i})})}
    ${B(e,t,{stage:De,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:o[`option_${s.stages[De]?.first?.choice}`]})}
    ${F(e)}
    ${r?Yr(e,t):p`<p class="tpl-small">${o.closed}</p>`}`}function Yr(e,t){let{config:n}=e,s=n.messages,o=bs(e),r=Pt(e),i=fe(e),l=$s(e),a=l===ke.length,{wide:c}=O(e);return p`
    <div class=${c?"tpl-columns":""}>
      <section aria-label=${s.results}>
        <p class="tpl-head">${s.results}</p>
        ${T(p`<strong>${i.where}</strong> ${i.seen} ${i.takes} <strong>${i.so}</strong>`)}
        ${zr(e,r)}
        <p class="tpl-small">${m(s.you_said,{said:o.said})} ${o.answer}</p>
        ${c?hs(e,r):$}
      </section>
      <section aria-label=${s.controls}>
        <p class="tpl-head">${s.controls}</p>
        ${ke.slice(0,l).map(u=>Kr(e,t,u))}
        ${a?p`<div class="tpl-buttons" role="group" aria-label=${s.presets}>
              ${n.worlds.map(u=>I(m(s.preset,{n:u.number}),()=>t.set(_s(e,u)),{pressed:r.world===u&&r.trust===n.start.trust}))}
            </div>`:p`<p class="tpl-small">${s.next_handle}</p>`}
      </section>
    </div>
    <div class=${c?"tpl-columns":""}>
      ${a?p`<section aria-label=${s.map_heading}>${Vr(e,r)}</section>
            <section aria-label=${s.race_title}>${Wr(e,r)}</section>`:$}
      ${c?$:hs(e,r)}
    </div>
    <p class="tpl-small">${s.assumptions}</p>`}var Xt={};ve(Xt,{ANSWERS:()=>Ms,POINTS:()=>Ts,PREDICT:()=>dt,SMALL:()=>mt,TWIN:()=>Vt,change:()=>Os,compared:()=>$t,costs:()=>Kt,mapCells:()=>Gt,mapSentence:()=>Yt,parameters:()=>Me,ratioOf:()=>ft,referenceOf:()=>$e,sentence:()=>Es,statesAt:()=>ht,twinOf:()=>Jt,twinSentences:()=>Ns,view:()=>oo});var Te=Object.freeze({alpha:.88,beta:.88,loss_aversion:2.25,gamma:.61,delta:.69});var vs=(e,t=Te)=>e>=0?e**t.alpha:-t.loss_aversion*(-e)**t.beta;function Ft(e,t){if(e===0||e===1)return e;let[n,s]=[e**t,(1-e)**t];return n/(n+s)**(1/t)}function Jr(e,t=Te){let n=e.map(()=>0);for(let[s,o]of[[1,t.gamma],[-1,t.delta]]){let[r,i]=[0,0];e.map(([l],a)=>[l,a]).filter(([l])=>s*l>0).sort(([l],[a])=>s*(a-l)).forEach(([,l])=>{r=Math.min(1,r+e[l][1]);let a=Ft(r,o);n[l]=a-i,i=a})}return n}function Xr(e,t=Te){let n=Jr(e,t);return e.reduce((s,[o],r)=>s+n[r]*vs(o,t),0)}function ys(e,t,n=Te){if(!(e>0&&e<t))return null;let s=(e/t)**n.beta;return Ut(o=>s-Ft(1-o,n.delta))}function ws(e=Te){let t=s=>{let o=s**e.beta-Ft(s,e.delta);return Math.abs(o)>1e-12?o:0};if(t(1e-6)*t(1-1e-6)>=0)return null;let n=t(1e-6)>0?-1:1;return Ut(s=>n*t(s),1e-6,1-1e-6)}function ie(e,t=Te,{nothing:n=60,success:s=100,failure:o=30}={}){let r=vs(n-e,t);return Ut(i=>Xr([[s-e,i],[o-e,1-i]],t)-r)}var qt=({nothing:e=60,success:t=100,failure:n=30}={})=>(e-n)/(t-n);function Ut(e,t=0,n=1){for(let s=0;s<60;s+=1){let o=(t+n)/2;e(o)>0?n=o:t=o}return(t+n)/2}var ze=e=>Math.min(1,e.later+e.cost_b),As=e=>e.now-e.cost_a>ze(e),ks=e=>ze(e)+e.cost_a;function Ss(e,t,n=e.now){let s={nothing:ze(e),success:1-e.cost_a,failure:-e.cost_a};return s.failure<s.nothing&&s.nothing<s.success?ie(n,t,s):null}var dt="predict",mt="small",Ts=["old","new","same"],Ms=["bolder","careful","same"],Vt=["now","later","cost_a","cost_b"],[zt,Wt]=[15,13],Qr=.01,ut=e=>(e*100).toFixed(0),te=e=>(e*100).toFixed(1),Me=({config:e,value:t})=>({...e.medians,loss_aversion:t.lambda??2.25}),$e=({config:e,value:t})=>t.reference??e.states.success,ht=({success:e,failure:t},n)=>({success:e,failure:t,nothing:e-n*(e-t)}),ft=({config:{states:e},value:t})=>t.ratio??(e.success-e.nothing)/(e.success-e.failure),Kt=({success:e,nothing:t,failure:n})=>({success:e,nothing:t,sure:e-t,worst:e-n,down:t-n});function $t(e,t){return Math.abs(e-t)<=Qr?"alike":e<t?"bolder":"careful"}function Es(e){let{config:t}=e,n=t.messages,s=$e(e),o=ie(s,Me(e),t.states),r=qt(t.states),{success:i,failure:l}=t.states,a=s>=i?n.lambda_nothing:s<=l?n.lambda_nothing_gains:"";return[m(n.result,{reference:s,p:te(o),eu:te(r)}),n[$t(o,r)],a].filter(Boolean).join(" ")}function Os(e,t,n){let s=t-n;return s===0?e.zero:m(s>0?e.gain:e.loss,{x:Math.abs(s)})}var Dt={lambda:null,cells:[]};function Gt(e,t){let n=JSON.stringify([e.success,e.failure,t]);if(Dt.key===n)return Dt.cells;let s=[];for(let o=0;o<zt;o+=1)for(let r=0;r<Wt;r+=1){let i=e.failure+(o+.5)/zt*(e.success-e.failure),l=(r+.5)/Wt,a=ie(i,t,ht(e,l));s.push({i:o,j:r,reference:i,ratio:l,p:a,eu:1-l,which:$t(a,1-l)})}return Dt={key:n,cells:s},s}function Yt(e){let{config:t}=e,n=t.messages,[s,o,r]=[$e(e),ft(e),Me(e)],i=ie(s,r,ht(t.states,o)),l=Gt(t.states,r),a=c=>l.filter(u=>u.which===c).length;return m(n.map_says,{lambda:r.loss_aversion,reference:s,ratio:o.toFixed(2),p:te(i),eu:te(1-o),so:n[$t(i,1-o)],bolder:a("bolder"),careful:a("careful"),all:l.length})}var Jt=({config:e,value:t})=>Object.fromEntries(Vt.map(n=>[n,t[n]??e.twin[n]]));function Ns(e){let t=e.config.messages,n=Jt(e),s=As(n),o=e.value.twin_reference==="whole",r=Ss(n,Me(e),o?1:n.now),i=u=>u.toFixed(2),l={war:i(n.now-n.cost_a),now:i(n.now),cost_a:i(n.cost_a),wait:i(ze(n)),later:i(n.later),cost_b:i(n.cost_b)},a=[m(t.twin_war,l),m(t.twin_wait,l),s?t.twin_fights:t.twin_waits];if(n.later>=n.now&&a.push(t.twin_no_shift),r===null)return{lines:[...a,t.twin_prospect_none],same:null};let c=n.now>r;return a.push(m(t.twin_prospect,{seen:m(o?t.twin_seen_whole:t.twin_seen_today,{now:i(n.now)}),p:ut(r),eu:ut(ks(n)),chance:ut(n.now),does:c?t.does_fight:t.does_wait})),{lines:[...a,c===s?t.twin_same:t.twin_part],same:c===s}}function Zr(e){let{config:t}=e,n=t.messages,s=Math.min(e.width,620),o=M([0,110],[8,s-8]),r=$e(e),i=[["failure",n.end_failure],["nothing",n.end_nothing],["success",n.end_success]],l=a=>a>85?"end":a<25?"start":"middle";return E({width:s,height:132,label:m(n.picture_says,{...t.states,reference:r})},x`
    <rect class="tpl-loss-side" x=${o(0)} y="44" width=${o(r)-o(0)} height="26"></rect>
    <rect class="tpl-frame" x=${o(0)} y="44" width=${o(110)-o(0)} height="26"></rect>
    <line class="tpl-needle" x1=${o(r)} x2=${o(r)} y1="30" y2="76"></line>
    ${_(o(r),24,m(n.picture_reference,{reference:r}),l(r),"tpl-strong")}
    ${_(o(r)-8,40,n.picture_losses,"end")}
    ${r<92?_(o(r)+8,40,n.picture_gains):$}
    ${i.map(([a,c],u)=>{let d=t.states[a];return x`${D(o(d),57,"tpl-here",a==="nothing"?"square":"circle",6)}
        ${_(o(d),92+16*u,`${d}: ${c}`,l(d),"tpl-halo")}`})}`)}function eo(e){let{config:t}=e,n=t.messages,{width:s}=O(e),o=Math.min(s,360),{success:r,failure:i}=t.states,l=M([i,r],[40,s-12]),a=M([0,1],[o-42,10]),[c,u]=[(l(r)-l(i))/zt,(a(0)-a(1))/Wt],d=Me(e),g=Gt(t.states,d),f=ws(d);return p`${E({width:s,height:o,label:Yt(e)},x`
    ${g.map(({i:h,j:v,which:w})=>x`<rect class=${`tpl-cell tpl-${w}`} x=${l(i)+h*c} y=${a(0)-(v+1)*u} width=${c} height=${u}></rect>
      ${w==="alike"?$:_(l(i)+(h+.5)*c,a(0)-(v+.5)*u+4,w==="bolder"?"−":"+","middle")}`)}
    ${f===null?$:x`<line class="tpl-needle" x1=${l(r)-c} x2=${l(r)+6} y1=${a(f)} y2=${a(f)}></line>`}
    <circle class="tpl-ring" cx=${l($e(e))} cy=${a(ft(e))} r="10"></circle>
    ${[0,.5,1].map(h=>_(l(i)-6,a(h)+4,h,"end"))}
    ${[i,r].map((h,v)=>_(l(h),o-24,h,v?"end":"start"))}
    ${_((l(i)+l(r))/2,o-6,n.map_x,"middle")}
    ${_(-a(.75),14,n.map_y,"middle","tpl-upright")}`)}
    <p class="tpl-small">${m(n.map_key,{crossover:f===null?"–":f.toFixed(3)})}</p>`}function to(e,t){let{config:n}=e,s=n.messages,{wide:o}=O(e),r=Me(e),i=$e(e),l=ft(e),a=[.05,.1,.25,.5,.75,.95].map(c=>[c.toFixed(2),`${te(ie(i,r,ht(n.states,c)))} %`,`${te(1-c)} %`]);return V(s.map_head,p`
    <p>${s.map_text}</p>
    <div class=${o?"tpl-columns":""}>
      <div>${C({id:t.id("ratio"),label:s.ratio_label,min:.05,max:.95,step:.01,value:e.value.ratio??null,rest:l,show:c=>c.toFixed(2),unset:m(s.ratio_start,{x:l.toFixed(2)}),onset:c=>t.set({ratio:Number(c.toFixed(2))})})}
      ${T(Yt(e))}
      ${Z(e,s.map_table,[s.head_ratio,s.head_cpt,s.head_eu],a)}</div>
      <div>${eo(e)}</div>
    </div>`)}function no(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[mt],l=ys(10,100,n.medians);return V(r.small_head,p`
    ${N({name:t.id("small"),legend:r.small_text,options:Ms.map(a=>({id:a,text:r[`small_${a}`]})),value:s.guess_small??null,onpick:a=>t.set({guess_small:a})})}
    ${B(e,t,{stage:mt,value:{choice:s.guess_small??null},label:r.small_commit,missing:s.guess_small?"":r.missing_small,first:r[`small_${i?.first?.choice}`]})}
    ${i?p`<p>${m(r.small_answer,{p:te(l),eu:te(.9)})}</p>`:$}`)}function so(e,t){let n=e.config.messages,s=Jt(e),{lines:o}=Ns(e);return V(n.twin_head,p`
    <p>${n.twin_text}</p>
    <div class="tpl-thirds">${Vt.map(r=>C({id:t.id(r),label:n[`${r}_label`],min:0,max:r.startsWith("cost")?.5:1,step:.01,value:e.value[r]??null,rest:s[r],show:i=>i.toFixed(2),unset:m(n.at_start,{x:s[r].toFixed(2)}),onset:i=>t.set({[r]:Number(i.toFixed(2))})}))}</div>
    ${N({name:t.id("twin-reference"),legend:n.twin_reference,inline:!0,options:[{id:"today",text:n.twin_today},{id:"whole",text:n.twin_whole}],value:e.value.twin_reference??"today",onpick:r=>t.set({twin_reference:r})})}
    <p>${n.twin_try}</p>
    ${T(p`${o.map((r,i)=>p`<span class="tpl-block">${i===2||i===o.length-1?p`<strong>${r}</strong>`:r}</span>`)}`)}`)}function ro(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[dt].last,l=u=>te(ie(u,n.medians,n.states)),a=$e(e),c=[["success",r.end_success],["nothing",r.end_nothing],["failure",r.end_failure]];return p`
    <p>${m(r.you_said,{...n.states,said:m(r[`option_${i.choice}`],n.states),chance:i.chance})}
      <strong>${m(r.answer,{...n.states,old:l(n.states.success),new:l(n.states.nothing)})}</strong></p>
    <p>${m(r.why,Kt(n.states))}</p>
    ${V(r.handle_head,p`
      ${C({id:t.id("reference"),label:r.reference_label,ends:[r.reference_low,r.reference_high],min:n.states.failure,max:n.states.success,step:1,value:s.reference??null,rest:a,unset:m(r.at_start,{x:a}),onset:u=>t.set({reference:u})})}
      ${Zr(e)}
      ${N({name:t.id("lambda"),legend:r.lambda_label,inline:!0,options:n.lambdas.map(u=>({id:String(u),text:r[`lambda_${String(u).replace(".","_")}`]})),value:String(s.lambda??2.25),onpick:u=>t.set({lambda:Number(u)})})}
      ${T(p`<strong>${Es(e)}</strong>`)}
      ${me(m(r.ends_table,{reference:a}),[r.head_end,r.head_state,m(r.head_change,{reference:a})],c.map(([u,d])=>[d,n.states[u],Os(r,n.states[u],a)]))}
      <p>${r.coder}</p>`)}
    ${no(e,t)}
    ${o.stages[mt]?p`${to(e,t)}${so(e,t)}`:$}
    <p class="tpl-small">${r.assumptions}</p>`}function oo(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[dt],l=ut(qt(n.states)),a=s.guess_chance??null,c=s.guess?a===null?r.missing_chance:"":r.missing_choice;return p`
    <p>${m(r.scene,n.states)} ${m(r.scene_eu,{...Kt(n.states),eu:l})}</p>
    ${se(r.predict_head,p`
      ${N({name:t.id("guess"),legend:m(r.predict,n.states),options:Ts.map(u=>({id:u,text:m(r[`option_${u}`],n.states)})),value:s.guess??null,onpick:u=>t.set({guess:u})})}
      ${ot({id:t.id("chance"),label:m(r.chance_label,n.states),min:0,max:100,value:a,unit:"%",onset:u=>t.set({guess_chance:u})})}
      ${B(e,t,{stage:dt,value:{choice:s.guess??null,chance:a},label:r.commit,missing:c,first:i?.first&&`${m(r[`option_${i.first.choice}`],n.states)} ${i.first.chance} %`})}`)}
    ${F(e)}
    ${i?ro(e,t):p`<p class="tpl-small">${r.closed}</p>`}`}var nn={};ve(nn,{EQUAL:()=>_t,STAGE:()=>Ee,asks:()=>io,indexOf:()=>Bs,pairSentence:()=>Zt,pairShare:()=>tn,ranking:()=>en,sentence:()=>Qt,view:()=>po,weighting:()=>js,weightsOf:()=>xt,without:()=>gt});var Ee="predict",_t=5,xt=({config:e,value:t})=>e.components.map(({id:n})=>t.weights?.[n]??_t);function Bs(e,t){let n=e.map((o,r)=>o===null?0:t[r]),s=qe(n);return s&&e.reduce((o,r,i)=>o+(r??0)*s[i],0)}function en(e){let{config:t,value:n}=e,s=xt(e),o=t.states.filter(i=>!i.group||n.groups).map(i=>({...i,index:Bs(t.shares[n.year][i.id],s)}));if(o.some(i=>i.index===null))return null;o.sort((i,l)=>l.index-i.index);let r=0;return o.map(i=>({...i,rank:i.group?null:r+=1}))}function tn({config:e,value:t}){let[n,s]=t.pair??[];if(!n||!s||n===s)return null;let[o,r]=[n,s].map(l=>e.shares[t.year][l]),i=o.flatMap((l,a)=>l===null||r[a]===null?[]:[l-r[a]]);return{share:J(i),dominance:at(i),left:o.length-i.length}}var gt=(e,t)=>Object.fromEntries(e.map(({id:n})=>[n,t.includes(n)?0:_t]));function js(e){let t=e.config.messages,n=xt(e);if(new Set(n).size===1&&n[0]>0)return t.equal_weights;let s=e.config.components.filter((r,i)=>n[i]===0).map(({name:r})=>r),o=new Set(n.filter(r=>r>0));return s.length&&o.size===1?m(t.some_zero,{names:s.join(", ")}):t.your_weights}function Qt(e){let t=e.config.messages,n=en(e);if(!n)return t.all_zero;let[s,o]=n.filter(r=>!r.group);return m(t.result,{weighting:js(e),year:e.value.year,first:s.text,second:o.text,a:s.index.toFixed(3),b:o.index.toFixed(3)})}function Zt(e){let t=e.config.messages,n=tn(e);if(!n)return t.pick_two;let[s,o]=e.value.pair.map(l=>e.config.states.find(a=>a.id===l).text),r={always:t.pair_always,never:t.pair_never,depends:t.pair}[n.dominance],i=n.left?` ${m(t.pair_left_out,{n:n.left})}`:"";return W(m(r,{a:s,b:o,share:S(n.share,t),year:e.value.year}))+i}function io(e){return e.record.stages[Ee]?{first:{year:e.value.year}}:{}}function lo(e,t){let{config:n,value:s}=e,o=n.messages,r=a=>t.set({weights:a}),i=gt(n.components,[]),l=a=>JSON.stringify(xt(e))===JSON.stringify(Object.values(gt(n.components,a)));return p`
    ${n.components.map(a=>C({id:t.id(a.id.replaceAll(" ","-")),label:a.name,value:s.weights?.[a.id]??_t,min:0,max:10,step:1,unset:o.not_set,onset:c=>r({...i,...s.weights,[a.id]:c})}))}
    <div class="tpl-buttons" role="group" aria-label=${o.presets}>
      ${n.presets.map(a=>I(o[`preset_${a.id}`],()=>r(gt(n.components,a.zero)),{pressed:l(a.zero)}))}
    </div>`}function ao(e){let t=e.config.messages;if(!e.live)return $;let n=e.answers.first,s=!n||n.pending||n.answer===null,r=(n?.answer?.firsts??[]).map(({name:i,share:l})=>m(t.first_one,{name:i,share:S(l,t)}));return p`<p aria-live="polite">${s?t.waiting:m(t.firsts,{year:n.question.year,names:r.join(", "),error:(n.answer.error*100).toFixed(1),draws:n.answer.draws.toLocaleString("en")})}</p>`}function co(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=en(e),l=tn(e),{wide:a,width:c}=O(e),u=n.states.find(h=>h.id===o.stages[Ee].last.choice),d=n.states.filter(h=>!h.group||s.groups).map(({id:h,name:v})=>({id:h,text:v})),g=h=>v=>t.set({pair:(s.pair??[null,null]).map((w,L)=>L===h?v:w)}),f=(s.pair??[]).map(h=>n.states.find(v=>v.id===h)?.name);return p`
    <p>${m(r.answer,{said:u?.text??"",...n.answer})}</p>
    <div class=${a?"tpl-columns":""}>
      <section aria-label=${r.results}>
        ${re({id:t.id("year"),label:r.year,value:String(s.year),options:n.years.map(h=>({id:String(h),text:String(h)})),onpick:h=>t.set({year:Number(h)})})}
        <label class="tpl-option"><input type="checkbox" .checked=${!!s.groups}
          @change=${h=>t.set({groups:h.target.checked})} /><span>${r.show_groups}</span></label>
        ${T(Qt(e))}
        ${i?p`
          ${ds(i.slice(0,a?12:8).map(h=>({name:h.rank?`${h.rank} ${h.name}`:m(r.group,{name:h.name}),value:h.index,text:h.index.toFixed(3),quiet:!!h.group})),c,m(r.bars_label,{says:Qt(e)}))}
          ${Z(e,r.table,[r.state,...n.components.map(h=>h.name),r.index],i.map(h=>[h.name,...n.shares[s.year][h.id].map(v=>v===null?"–":v.toFixed(3)),h.index.toFixed(3)]))}`:$}
      </section>
      <section aria-label=${r.sliders}>
        <p class="tpl-head">${r.sliders}</p>
        <p class="tpl-small">${r.task}</p>
        ${lo(e,t)}
      </section>
    </div>
    <section aria-label=${r.pair_heading}>
      <p class="tpl-head">${r.pair_heading}</p>
      <div class="tpl-inline">
        ${re({id:t.id("pair-a"),label:r.pair_a,options:d,value:s.pair?.[0]??null,empty:r.choose,onpick:g(0)})}
        ${re({id:t.id("pair-b"),label:r.pair_b,options:d,value:s.pair?.[1]??null,empty:r.choose,onpick:g(1)})}
      </div>
      ${T(Zt(e))}
      ${l?pt(e,{share:l.share,first:f[0],second:f[1],label:Zt(e)}):$}
      ${ao(e)}
    </section>
    ${s.year>=2002?p`<p class="tpl-small">${r.urban_note}</p>`:$}
    <details class="tpl-details"><summary>${r.breaks}</summary>
      <ul class="tpl-list">${n.notes.map(h=>p`<li>${h}</li>`)}</ul></details>
    <p class="tpl-small">${r.assumptions}</p>`}function po(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=l=>n.states.find(a=>a.id===l)?.name;return p`
    <p>${m(r.scene,n.answer)} ${r.suppose}</p>
    ${N({name:t.id("guess"),legend:m(r.predict,n.answer),value:s.guess??null,options:n.options.map(l=>({id:l,text:i(l)})),onpick:l=>t.set({guess:l})})}
    ${B(e,t,{stage:Ee,label:r.commit,value:{choice:s.guess??null},missing:s.guess?"":r.missing,first:i(o.stages[Ee]?.first?.choice)})}
    ${F(e)}
    ${o.stages[Ee]?co(e,t):p`<p class="tpl-small">${r.closed}</p>`}`}var an={};ve(an,{CHOICES:()=>on,STAGE:()=>Ge,chance:()=>bt,regions:()=>Ps,result:()=>ln,signed:()=>Ne,view:()=>ho});var We=5,Ls=1e-9,Oe=e=>10*Math.log10(e);var Ve=(e,t)=>({passed:e/t,failed:(1-e)/(1-t)});function sn(e,t){let{passed:n,failed:s}=Ve(Math.max(e,t),Math.min(e,t)),o=n>=We-Ls,r=s<=1/We+Ls;return o&&r?"doubly":o?"smoking_gun":r?"hoop":"straw"}var Ge="predict",on=["hoop","smoking_gun","doubly","straw"],[Is,Rs]=[.01,.99],bt=e=>Math.round(Math.max(Is,Math.min(Rs,e))*100)/100,Ne=e=>{let t=Math.abs(e).toFixed(1);return t==="0.0"?t:`${e>0?"+":"−"}${t}`},Ke=e=>e.toFixed(2).replace(/^0\./,"."),rn=e=>(e>=10?e.toFixed(0):e>=1?e.toFixed(1):e.toFixed(2)).replace(/^0\./,".");function ln(e,{p:t=null,q:n=null}){if(t===null||n===null)return"";if(t===n)return e.result_same;let{passed:s,failed:o}=Ve(t,n),r=sn(t,n);return m(t>n?e.result:e.result_reverse,{kind:e[`kind_${r}`],passed:rn(s),failed:rn(o),passed_db:Ne(Oe(s)),failed_db:Ne(Oe(o))})}function Ps(e=We){let t=[1/(e+1),e/(e+1)],[n,s]=[[1/e,1],[0,1-1/e]];return{doubly:[[0,1],n,t,s],hoop:[n,[1,1],t],smoking_gun:[[0,0],s,t],straw:[[0,0],t,[1,1]]}}function uo(e,t){let{value:n,config:s}=e,o=s.messages,r=Math.min(O(e).width,420),i=r-34,l=M([0,1],[28,28+i]),a=M([0,1],[8+i,8]),c=Ps(),u=b=>b.map(([y,A])=>`${l(y)},${a(A)}`).join(" "),d=b=>{let y=b.currentTarget.getBoundingClientRect(),A=y.width/r;t.set({q:bt(l.invert((b.clientX-y.left)/A)),p:bt(a.invert((b.clientY-y.top)/A))})},g=b=>{b.preventDefault(),b.currentTarget.setPointerCapture?.(b.pointerId),d(b)},f=b=>b.buttons&1&&d(b),{p:h=null,q:v=null}=n,w=h!==null&&v!==null,L=m(o.square_says,{result:w?ln(o,n):o.square_empty});return p`<div class="tpl-square">${E({width:r,height:i+36,label:L},x`
    ${on.map(b=>x`<polygon class="tpl-zone tpl-zone-${b}" points=${u(c[b])}></polygon>
      <polygon class="tpl-zone tpl-zone-reverse" points=${u(c[b].map(([y,A])=>[A,y]))}></polygon>`)}
    <line class="tpl-half" x1=${l(0)} y1=${a(0)} x2=${l(1)} y2=${a(1)}></line>
    ${_(l(.02),a(.945),o.corner_doubly,"start","tpl-strong tpl-halo")}
    ${_(l(.98),a(.945)+6,o.corner_hoop,"end","tpl-strong tpl-halo")}
    ${_(l(.02),a(.1),o.corner_smoking_gun,"start","tpl-strong tpl-halo")}
    ${_(l(.4),a(.56),o.corner_straw,"middle","tpl-strong tpl-halo")}
    ${_(l(.98),a(.03),o.corner_reverse,"end","tpl-halo")}
    <rect class="tpl-frame" x=${l(0)} y=${a(1)} width=${i} height=${i}></rect>
    ${w?x`${D(l(v),a(h),"tpl-here","circle",9)}`:$}
    ${_(l(0),i+26,"0")}${_(l(1),i+26,"1","end")}
    ${_(l(.5),i+28,`${o.axis_q} →`,"middle")}
    ${_(-a(.5),16,`${o.axis_p} →`,"middle","tpl-upright")}
    <rect class="tpl-catch" x="0" y="0" width=${r} height=${i+8}
      @pointerdown=${b=>g(Hs(b))} @pointermove=${b=>f(Hs(b))}></rect>`)}</div>`}var Hs=e=>({clientX:e.clientX,clientY:e.clientY,buttons:e.buttons,pointerId:e.pointerId,preventDefault:()=>e.preventDefault(),currentTarget:{getBoundingClientRect:()=>e.currentTarget.ownerSVGElement.getBoundingClientRect(),setPointerCapture:t=>e.currentTarget.setPointerCapture?.(t)}});function mo(e,t){let{config:n,value:s,record:o}=e,r=n.messages,i=o.stages[Ge].last.choice,{wide:l}=O(e),a=Ve(n.silence.p,n.silence.q),c=h=>C({id:t.id(h),label:r[`${h}_label`],min:Is,max:Rs,step:.01,rest:.5,value:s[h]??null,unset:r.not_set,show:Ke,ends:[r.low,r.high],onset:v=>t.set({[h]:bt(v)})}),{p:u=null,q:d=null}=s,g=u!==null&&d!==null,f=h=>g&&h.p===u&&h.q===d;return p`
    <p>${m(r.you_said,{said:r[`option_${i}`]})} ${r[`answer_${i}`]}</p>
    <p>${m(r.our_reading,{p:Ke(n.silence.p),q:Ke(n.silence.q),passed:Ne(Oe(a.passed)),failed:Ne(Oe(a.failed))})}</p>
    <p class="tpl-small">${r.decibel}</p>
    <div class=${l?"tpl-columns":""}>
      <section aria-label=${r.controls}>
        <p class="tpl-head">${r.controls}</p>
        <p>${r.try}</p>
        ${c("p")}${c("q")}
        <div class="tpl-buttons" role="group" aria-label=${r.examples}>
          ${n.examples.map(h=>I(r[`kind_${h.kind}`],()=>t.set({p:h.p,q:h.q}),{pressed:f(h)}))}
        </div>
        ${T(g?p`<strong>${ln(r,s)}</strong> ${u===d?$:r[`about_${sn(u,d)}`]}`:r.set_both)}
      </section>
      <section aria-label=${r.square_title}>
        <p class="tpl-head">${r.square_title}</p>
        ${uo(e,t)}
      </section>
    </div>
    <p class="tpl-small">${m(r.continuum,{strong:We})}</p>
    <details class="tpl-details"><summary>${r.table_title}</summary>
      ${me(r.table_title,[r.head_kind,r.head_p,r.head_q,r.head_passed,r.head_failed],n.examples.map(h=>{let{passed:v,failed:w}=Ve(h.p,h.q),L=b=>m(r.times,{ratio:rn(b),db:Ne(Oe(b))});return[r[`kind_${h.kind}`],Ke(h.p),Ke(h.q),L(v),L(w)]}))}
    </details>
    <p class="tpl-small">${r.sources}</p>`}function ho(e,t){let{config:n,value:s,record:o}=e,r=n.messages;return p`
    <p class="tpl-claim">${m(r.scene,n.card)}</p>
    ${N({name:t.id("guess"),legend:r.predict,value:s.guess??null,options:on.map(i=>({id:i,text:r[`option_${i}`]})),onpick:i=>t.set({guess:i})})}
    ${B(e,t,{stage:Ge,label:r.commit,value:{choice:s.guess??null},missing:s.guess?"":r.missing,first:r[`option_${o.stages[Ge]?.first?.choice}`]})}
    ${F(e)}
    ${o.stages[Ge]?mo(e,t):p`<p class="tpl-small">${r.closed}</p>`}`}var _n={};ve(_n,{asks:()=>_o,pointsOf:()=>sr,view:()=>Oo});var ge="perceived intentions",Ye="neutral",fo=["predict","weights","intentions","years"],k=({config:e,value:t})=>e.claims.find(n=>n.id===t.claim),K=(e,t)=>`${e}.${t}`,_e=({record:e,value:t},n)=>e.stages[K(n,t.claim)]?.last;function Cs(e,t){let n=l=>e.record.stages[K(l,t)]?.last??{},[s,o,r,i]=fo.map(n);return{claim:t,year:r.year??o.year??s.year??null,guess:s.choice??null,guess_share:s.share??null,weights:r.weights??o.weights??{},measures:r.measures??o.measures??{...e.config.plain},form:r.form??o.form??"additive",with_intentions:!!r.weights,tried:e.value?.tried??{},years_guess:i.choice??null}}function xe(e){let t=n=>!!_e(e,n);return{predict:!!(k(e)&&e.value.year),weights:t("predict"),result:t("weights"),intentions:!e.three&&t("weights")&&!!(t("intentions")||e.value.with_intentions),years:t("intentions"),chart:t("years")}}var vt=e=>({...e,three:!0});function P(e,t=e.value.measures){return xe(e).intentions&&t.intentions!==Ye?e.config.sources:e.config.sources.filter(n=>n.id!==ge)}function $o({config:e},t,n,s,o,r){return e.contrasts[t]?.[n]?.[s]?.[o.id]?.[r]??null}function cn(e,{year:t=e.value.year,form:n=e.value.form,measures:s={}}={}){let o={...e.value.measures,...s};if(!t||!k(e))return null;let r=P(e,o).map(i=>$o(e,e.value.claim,t,n,i,o[i.measure]));return r.every(i=>i!==null)?r:null}var go=e=>qe(P(e).map(t=>e.value.weights?.[t.id]));function q(e){let t=cn(e);if(!t)return null;let n=go(e),s=P(e).map(r=>e.value.weights?.[r.id]),o=n&&ct(t,n);return{contrasts:t,weights:n,share:J(t),dominance:at(t),leads:n===null?null:Math.sign(Math.abs(o)<1e-12?0:o),order:n&&Lt(s),inOrder:n&&ns(t,Lt(s)),flip:n&&rs(t,n)}}function Be(e){return k(e).years.map(t=>{let n=cn(e,{year:t});return{year:t,share:n&&J(n)}})}function pn(e){return e.config.measures.intentions.map(t=>{let n=cn(e,{measures:{intentions:t}});return{measure:t,share:n&&J(n)}})}function Fs(e){let t=e.value.tried?.[e.value.claim]??[];return pn(e).filter(({measure:n})=>t.includes(n))}function qs(e,t){let n=Be(e).map(({share:s})=>s);return t===1&&!n.every(s=>s===1)?.9999:t===0&&!n.some(s=>s===0)?1e-4:t}function Us(e,t){return e===null||t===null?null:Math.abs(t-e)<.1?"stays":t>e?"rises":"falls"}function un(e){let t=e.map(r=>r*100),n=t.map(r=>Math.floor(r+1e-9)),s=100-n.reduce((r,i)=>r+i,0),o=t.map((r,i)=>[r-n[i],i]).sort((r,i)=>i[0]-r[0]||r[1]-i[1]);for(let[,r]of o.slice(0,s))n[r]+=1;return n}function Ds(e,t){let n=t.weights.map((r,i)=>(r-e[i])*100),s=n.indexOf(Math.max(...n)),o=n.map((r,i)=>({from:i,points:Math.ceil(-r-1e-9)})).filter(r=>r.points>0);return{moves:o,to:s,total:o.reduce((r,i)=>r+i.points,0)}}function dn(e,t=0){let n=[[1,0,0],[0,1,0],[0,0,1]],s=r=>t+ct(e,r),o=[];return n.forEach((r,i)=>{let l=n[(i+1)%3],[a,c]=[s(r),s(l)];if(a>0&&o.push(r),a>0!=c>0){let u=a/(a-c);o.push(r.map((d,g)=>d+u*(l[g]-d)))}}),o}var j=(e,t,n={})=>{let s=k(e),o={observer:s.observer.text,first:s.first.text,second:s.second.text,year:e.value.year};return W(m(e.config.messages[t],{...o,...n}))};function mn(e,t=q(e)){let n=e.config.messages;if(!t)return n.no_data;let s=P(e).map(a=>a.id);if(!t.weights){let a=s.filter(c=>(e.value.weights?.[c]??null)===null);return a.length?m(n.verdict_open,{names:oe(a,n.and)}):n.all_zero}let o=un(t.weights),r=oe(s.map((a,c)=>`${a} ${o[c]}`),n.and);if(t.leads===0)return j(e,"verdict_tie",{weights:r});let i=k(e),l=(t.leads>0?i.first:i.second).text;return j(e,"verdict",{weights:r,leader:l,scaled:e.three?n.scaled:""})}function zs(e,t=q(e)){let n=q(vt(e));if(e.three||!t?.weights||!n?.weights||t.leads===n.leads)return"";let s=k(e),o=e.config.messages;return n.leads===0?o.before_level:j(e,"before_it_was",{leader:(n.leads>0?s.first:s.second).text})}function hn(e,{share:t=!1}={}){let n=k(e);if(!n?.nearness)return"";let{capitals:s,border:o}=n.nearness,[r,i]=o[P(e).length===3?"three":"four"];return t?j(e,"nearness_share",{low:r,high:i,from:o.from,to:o.to}):j(e,"nearness",{capital:s[e.value.year]})}function fn(e,t=q(e)){if(!t)return"";let n=e.config.messages;if(t.dominance==="always")return j(e,"share_always");if(t.dominance==="never")return j(e,t.contrasts.every(o=>o===0)?"share_nothing":"share_never");let s=t.share>=.4&&t.share<=.6?n.near_coin:t.share>=.95?n.near_all:t.share<=.05?n.near_none:"";return j(e,"share",{share:S(t.share,n)})+s+n.stop}function Ws(e,t=q(e)){let n=_e(e,"predict");if(!n)return"";let s=k(e);return j(e,"predicted",{who:s[n.choice].text,share:n.share,year:n.year})}function Vs(e,t=q(e)){if(!t?.order)return"";let n=e.config.messages;if(t.order.length===1)return n.order_none;let s=P(e).map(r=>r.id),o=t.order.map(r=>oe(r.map(i=>s[i]),n.and)).join(n.before);return j(e,"in_order",{order:o,share:S(t.inOrder,n)})}function Ks(e,t=q(e)){if(!t?.weights)return"";let n=e.config.messages;if(!t.flip)return n.flip_none;let s=P(e).map(l=>l.id),{moves:o,to:r}=Ds(t.weights,t.flip);if(!o.length)return n.flip_edge;let i=o.map((l,a)=>m(a?n.flip_more:n.flip_move,{n:l.points,source:s[l.from]}));return m(n.flip,{moves:oe(i,n.and),to:s[r]})}function $n(e,t=q(e)){let n=e.value.form==="additive"?"geometric":"additive",s=q({...e,value:{...e.value,form:n}});if(!t?.weights||!s?.weights||t.leads===s.leads)return"";let o=k(e),r=s.leads>0?o.first.text:o.second.text;return j(e,s.leads===0?"form_tie":"form_turns",{form:e.config.messages[`form_${n}`],leader:r})}function Gs(e,t){let n=t.filter(({share:c})=>c!==null);if(n.length<2)return"";let s=e.config.messages,o=n.filter(({measure:c})=>c!==Ye).length,r=n.map(({share:c})=>c),[i,l]=[Math.min(...r),Math.max(...r)].map(c=>S(c,s)),a=m(o===1?s.tried_one:s.tried_many,{n:o})+(o<n.length?s.tried_without:"");return j(e,i===l?"tried_same":"tried_range",{tried:a,low:i,high:l})}function Ys(e,{share:t,error:n,draws:s}){let o=k(e),r=(n*100).toFixed(1);return j(e,r==="0.0"?"joint_plain":"joint",{from:o.years[0],to:o.years.at(-1),draws:s.toLocaleString("en"),error:r,share:S(qs(e,t),e.config.messages)})}function gn(e){let t=e.config.messages,n=Be(e).filter(({share:u})=>u!==null);if(n.length<2)return t.no_data;let[s,o]=[n[0],n.at(-1)],r=n.map(({share:u})=>u),[i,l]=[Math.min(...r),Math.max(...r)],a=j(e,"years_result",{from:s.year,to:o.year,a:S(s.share,t),b:S(o.share,t),low:S(i,t),high:S(l,t)}),c=l-i<.1?` ${m(t.years_same,{from:s.year,to:o.year})}`:"";return a+c}function Js(e){let t=_e(e,"years"),n=e.config.messages,s=Be(e),o=Us(s[0].share,s.at(-1).share);return t?m(n.years_predicted,{said:n[`moves_${t.choice}`],is:n[`moves_${o}`]??"–"}):""}function Xs(e,t,n){if(!P(e).map(r=>r.id).includes(ge))return j(e,"triangle");let o=t.weights?un(t.weights):null;return o?j(e,"triangle_slice",{n:o[3],rest:100-o[3],share:S(n,e.config.messages)}):e.config.messages.triangle_wait}function _o(e){let{value:t}=e;return!k(e)||!xe(e).chart||!t.measures.intentions?{}:{joint:{claim:t.claim,measures:t.measures,form:t.form}}}var xo=(e,t)=>m(e.config.messages[t.paragraph?"claim_named":"claim"],{observer:t.observer.name,first:t.first.name,second:t.second.name,paragraph:t.paragraph}),ne=e=>{let t=k(e);return{observer:t.observer.text,first:t.first.text,second:t.second.text,year:e.value.year}};function Qs(e,t){let{config:n,value:s}=e,o=n.messages,r=k(e),i=s.measures[t.measure],l=i&&n.facts[r.id][s.year][t.id][i],a=i&&n.contrasts[r.id][s.year].additive[t.id][i];return p`<div class="tpl-source">
    <p><strong>${W(t.id)}</strong> <span class="tpl-small tpl-block">${i?o[`measure_${t.measure}_${i}`]:""}</span></p>
    ${l&&a!==null&&a!==void 0?ms((1+a)/2,`${r.first.name}: ${l[0]}`,`${r.second.name}: ${l[1]}`):p`<p class="tpl-small">${o.no_data}</p>`}
  </div>`}function bo(e,t){let{config:n,value:s}=e,o=n.messages,r=k(e);return p`
    ${re({id:t.id("claim"),label:o.whose,value:s.claim??null,empty:o.choose,options:n.claims.map(i=>({id:i.id,text:xo(e,i)})),onpick:i=>t.set(Cs(e,i))})}
    ${r?re({id:t.id("year"),label:o.year,value:s.year?String(s.year):null,empty:o.choose,options:r.years.map(i=>({id:String(i),text:String(i)})),onpick:i=>t.set({year:Number(i)})}):$}
    ${r?.paragraph?p`<p class="tpl-small">${o[`about_${r.paragraph.toLowerCase()}`]}</p>`:$}`}function vo(e,t){let{config:n,value:s}=e,o=n.messages,r=k(e),i=e.record.stages[K("predict",s.claim)]?.first;return p`
    <p>${m(o.tables_say,ne(e))}</p>
    <div class="tpl-thirds">${n.sources.filter(l=>l.id!==ge).map(l=>Qs(e,l))}</div>
    ${r.nearness?p`<p class="tpl-small">${hn(e)}</p>`:$}
    <p class="tpl-small">${o.hidden}</p>
    ${N({name:t.id("guess"),legend:m(o.predict_who,ne(e)),inline:!0,value:s.guess??null,options:["first","second"].map(l=>({id:l,text:r[l].name})),onpick:l=>t.set({guess:l})})}
    ${ot({id:t.id("guess-share"),label:m(o.predict_share,ne(e)),min:0,max:100,unit:"%",value:s.guess_share??null,onset:l=>t.set({guess_share:l})})}
    ${B(e,t,{stage:K("predict",s.claim),label:o.keep_prediction,value:{claim:s.claim,year:s.year,choice:s.guess,share:s.guess_share},missing:s.guess&&s.guess_share!==null?"":o.predict_missing,first:i&&m(o.first_prediction,{who:r[i.choice].text,share:i.share})})}`}function Zs(e,t,n){let s=e.config.messages,{weights:o={},measures:r,claim:i,year:l}=e.value,a=r[n.measure]&&e.config.facts[i][l][n.id][r[n.measure]];return C({id:t.id(n.id.replaceAll(" ","-")),label:p`${W(n.id)}`,note:a?m(s.swing_facts,{...ne(e),a:a[0],b:a[1]}):void 0,value:o[n.id]??null,min:0,max:10,step:1,rest:5,unset:s.not_set,ends:[s.swing_low,s.swing_high],onset:c=>t.set({weights:{...o,[n.id]:c}})})}var yo=(e,t)=>t.filter(n=>(e.value.weights?.[n]??null)===null);function er(e,t){let n=e.config.messages,s=yo(e,t);return s.length?m(n.weights_missing,{names:oe(s,n.and)}):t.every(o=>e.value.weights[o]===0)?n.all_zero:""}function wo(e,t){let{config:n,value:s}=e,o=n.messages,r=n.sources.filter(c=>c.id!==ge),i=r.map(c=>c.id),{intentions:l,...a}=s.measures;return p`
    <p>${m(o.swing,ne(e))}</p>
    ${se(o.your_weights,p`<div class="tpl-thirds">${r.map(c=>Zs(e,t,c))}</div>`)}
    ${xe(e).intentions?p`<p class="tpl-small">${Mt(e,K("weights",s.claim))}</p>`:B(e,t,{stage:K("weights",s.claim),label:o.keep_weights,missing:er(e,i),value:{claim:s.claim,year:s.year,form:s.form,measures:a,weights:Object.fromEntries(i.map(c=>[c,s.weights?.[c]??null]))},first:tr(e,e.record.stages[K("weights",s.claim)]?.first.weights)})}`}var tr=(e,t)=>t&&oe(Object.entries(t).map(([n,s])=>`${n} ${s}`),e.config.messages.and);function Ao(e,t){let{config:n}=e,s=n.messages,o=k(e),r=n.sources.slice(0,3),i=Math.min(O(e).width,440),l=i-40,[a,c]=[40,40+l*.75],u=([H,G,be])=>[20+l*(be+G/2),c-(c-a)*G],d=P(e).length===4,g=d?t.weights?.[3]??null:0;if(d&&g===null)return p`<p class="tpl-small">${s.triangle_wait}</p>`;let f=t.contrasts.slice(0,3).map(H=>(1-g)*H+(d?g*t.contrasts[3]:0)),h=J(f),v=dn(f).map(u),w=dn(f.map(H=>-H)).map(u),L=1-g,b=t.weights&&L>1e-9?u(t.weights.slice(0,3).map(H=>H/L)):null,y=!d&&t.flip?u(t.flip.weights):null,A=Xs(e,t,h),R=H=>[0,1].map(G=>H.reduce((be,Je)=>be+Je[G],0)/H.length),U=H=>H.map(G=>G.join(",")).join(" "),X=(H,G,be)=>{if(G<.12)return $;let[Je,je]=R(H),vn=b&&Math.abs(b[0]-Je)<90&&Math.abs(b[1]-je)<28,fr=vn&&(je<b[1]?Math.min(je,b[1]-26):Math.max(je,b[1]+30));return _(Je,vn?fr:je,m(s.leads,{name:be}),"middle","tpl-strong")};return p`
    ${E({width:i,height:c+26,label:`${A} ${mn(e,t)}`},x`
      ${v.length?x`<polygon class="tpl-region" points=${U(v)}></polygon>`:$}
      ${w.length?x`<polygon class="tpl-region-second" points=${U(w)}></polygon>`:$}
      <polygon class="tpl-frame" points=${U([[1,0,0],[0,1,0],[0,0,1]].map(u))}></polygon>
      ${X(v,h,o.first.name)}${X(w,1-h,o.second.name)}
      ${y?x`${b?Ue([b,y],"tpl-move"):$}<path class="tpl-flip" d="M${y[0]},${y[1]-7}l7,7l-7,7l-7,-7z"></path>`:$}
      ${b?x`${D(b[0],b[1],"tpl-here","circle",8)}${_(b[0]+11,b[1]-8,s.you,"start","tpl-strong tpl-halo")}`:$}
      ${_(i/2,14,W(r[1].id),"middle")}${_(i/2,30,s.corner,"middle","tpl-fine")}
      ${_(0,c+18,W(r[0].id))}${_(i,c+18,W(r[2].id),"end")}`)}
    <p class="tpl-small">${A}${y?` ${s.triangle_flip}`:""}</p>`}function nr(e){let t=e.config.messages,n=k(e),s=q(e);if(!s)return p`<p>${t.no_data}</p>`;let{wide:o}=O(e),r=_e(e,"predict"),i=r&&e.three&&r.year===e.value.year?r.share/100:null;return p`
    ${T(p`<strong>${mn(e,s)}</strong> ${zs(e,s)} ${fn(e,s)}`)}
    ${pt(e,{share:s.share,first:n.first.name,second:n.second.name,said:i,saidText:r?m(t.you_said,{n:r.share}):"",label:fn(e,s)})}
    <div class=${o?"tpl-columns":""}>
      <div>
        <p>${Ks(e,s)}</p>
        <p>${Vs(e,s)}</p>
        ${e.three?p`<p class="tpl-small">${Ws(e,s)}</p>`:$}
        ${n.nearness?p`<p class="tpl-small">${hn(e,{share:!0})}</p>`:$}
        ${$n(e,s)?p`<p class="tpl-alert">${$n(e,s)}</p>`:$}
        ${Z(e,t.contrast_table,[t.source,t.contrast,t.points_to,t.your_points],P(e).map((l,a)=>[W(l.id),s.contrasts[a].toFixed(2),s.contrasts[a]===0?t.neither:(s.contrasts[a]>0?n.first:n.second).name,s.weights?(s.weights[a]*100).toFixed(0):t.not_set]))}
      </div>
      <div>${Ao(e,s)}</div>
    </div>`}function ko(e,t){let{config:n,value:s}=e,o=n.messages;if(!xe(e).intentions)return p`<p>${o.intentions_intro}</p>${I(o.add_intentions,d=>{let g=d.currentTarget.closest(".tpl");t.set({with_intentions:!0}),g.querySelector(`input[name="${t.id("intentions")}"]`)?.focus()})}`;let r=n.sources.find(d=>d.id===ge),i=d=>t.set({measures:{...s.measures,intentions:d},tried:{...s.tried,[s.claim]:[...new Set([...s.tried?.[s.claim]??[],d])]}}),l=pn(e),a=Fs(e),c=s.measures.intentions,u=P(e).map(d=>d.id);return p`
    ${N({name:t.id("intentions"),legend:m(o.measure_question,ne(e)),value:c??null,onpick:i,options:l.map(({measure:d,share:g})=>({id:d,text:p`${o[`measure_intentions_${d}`]}<span class="tpl-block tpl-small">${o[`note_intentions_${d}`]}${So(e,d)}${g===null?` ${o.no_data}`:""}</span>`}))})}
    ${c&&c!==Ye?p`${Qs(e,r)}
      ${se(o.their_weight,Zs(e,t,r))}`:$}
    ${c?nr(e):$}
    ${me(m(o.tried_table,ne(e)),[o.measure,o.share_head],l.map(({measure:d,share:g})=>[o[`measure_intentions_${d}`],a.some(f=>f.measure===d)?g===null?o.no_data:S(g,o):o.not_tried]))}
    ${T(Gs(e,a))}
    ${B(e,t,{stage:K("intentions",s.claim),label:o.keep_all,missing:c?er(e,u):o.choose_measure,value:{claim:s.claim,year:s.year,form:s.form,measures:s.measures,weights:Object.fromEntries(u.map(d=>[d,s.weights?.[d]??null]))},first:tr(e,e.record.stages[K("intentions",s.claim)]?.first.weights)})}
    ${c?To(e,t):$}`}function So(e,t){let n=e.config.messages[`note_intentions_${t}_${e.value.year}`];return n?` ${n}`:""}function To(e,t){let{config:n,value:s}=e,o=n.messages,r=i=>l=>t.set({measures:{...s.measures,[i]:l}});return p`<details class="tpl-details"><summary>${o.other_choices}</summary>
    <p class="tpl-small">${o.other_choices_note}</p>
    ${["power","distance","offence"].map(i=>p`${re({id:t.id(`measure-${i}`),label:o[`choice_${i}`],value:s.measures[i],options:n.measures[i].map(l=>({id:l,text:o[`measure_${i}_${l}`]})),onpick:r(i)})}${o[`note_${i}_${s.measures[i]}`]?p`<p class="tpl-small">${o[`note_${i}_${s.measures[i]}`]}</p>`:$}`)}
    ${N({name:t.id("form"),legend:o.form,inline:!0,value:s.form,options:["additive","geometric"].map(i=>({id:i,text:o[`form_${i}`]})),onpick:i=>t.set({form:i})})}
    <p class="tpl-small">${o.form_note}</p></details>`}function sr(e){let t=Math.round(e*100);return t===100&&e<1?">99":t===0&&e>0?"<1":String(t)}function Mo(e){let t=e.config.messages,n=Be(e),{width:s}=O(e),o=M([n[0].year,n.at(-1).year],[52,s-30]),r=M([0,1],[170,24]),i=n.filter(({share:l})=>l!==null);return p`
    <p class="tpl-head">${m(t.years_title,ne(e))}</p>
    ${E({width:s,height:200,label:gn(e)},x`
      ${[0,.5,1].map(l=>x`<line class=${l===.5?"tpl-half":"tpl-grid"} x1="44" x2=${s-20} y1=${r(l)} y2=${r(l)}></line>
        ${_(38,r(l)+4,`${l*100} %`,"end")}`)}
      ${Ue(i.map(l=>[o(l.year),r(l.share)]),"tpl-thin")}
      ${i.map(l=>x`${D(o(l.year),r(l.share),"tpl-first","circle",l.year===e.value.year?7:5)}
        ${_(o(l.year),r(l.share)+(l.share>.5?20:-10),sr(l.share),"middle","tpl-halo")}`)}
      ${n.map(l=>_(o(l.year),194,s<420?`’${String(l.year).slice(2)}`:l.year,"middle"))}`)}
    ${Z(e,t.years_title_plain,[t.year,t.share_head],n.map(l=>[l.year,l.share===null?t.no_data:S(l.share,t)]))}`}function Eo(e,t){let{value:n}=e,s=e.config.messages,o=k(e),r={...ne(e),from:o.years[0],to:o.years.at(-1)},i=e.answers.joint,l=i?.pending||!i?.answer;return p`
    ${N({name:t.id("years"),legend:m(s.years_question,r),value:n.years_guess??null,options:["falls","stays","rises"].map(a=>({id:a,text:s[`moves_${a}`]})),onpick:a=>t.set({years_guess:a})})}
    ${B(e,t,{stage:K("years",n.claim),label:s.keep_prediction,value:{claim:n.claim,choice:n.years_guess??null,measures:n.measures,form:n.form},missing:n.years_guess?"":s.years_missing,unchanged:_e(e,"years")?.choice===n.years_guess})}
    ${xe(e).chart?p`
      <p class="tpl-small">${Js(e)}</p>
      ${T(gn(e))}
      ${Mo(e)}
      ${e.live?p`<p aria-live="polite">${l?s.waiting:Ys(e,i.answer)}</p>`:$}
      <p class="tpl-small">${s.years_try}</p>`:$}`}function Oo(e,t){let n=e.config.messages,s=xe(e);return p`
    ${V(n.step_choose,p`${bo(e,t)}${s.predict?vo(e,t):$}`)}
    ${F(e)}
    ${s.weights?V(n.step_weigh,wo(e,t)):$}
    ${s.result?V(n.step_see,nr(vt(e))):$}
    ${s.result?V(n.step_intentions,ko(e,t)):$}
    ${s.years?V(n.step_years,Eo(e,t)):$}
    ${s.predict&&!s.result?p`<p class="tpl-small">${s.weights?n.closed_weights:n.closed_predict}</p>`:$}
    <p class="tpl-small">${n.assumptions}</p>`}var xn={argument_map:Bt,four_worlds:Ct,reference_point:Xt,reweigher:nn,test_square:an,threat_weigher:_n};var rr={open:"Large view",back:"Back (Esc)",larger:"Larger",smaller:"Smaller",steps:"Steps of this exercise",step:"{n}: {name}",name:"Large view",opened:"Large view: only this exercise is on the screen. Escape leads back.",closed:"Back on the page."};var or={revision:0,time:"",committed:{},stages:{},reveal:null},Bo=()=>globalThis.tplFigures=(globalThis.tplFigures??0)+1;function ir(e,t){let n,s,o=()=>{n!==void 0&&(clearTimeout(n),n=void 0,e(...s))};return{later:(...i)=>{s=i,clearTimeout(n),n=setTimeout(o,t)},now:o,busy:()=>n!==void 0}}var bn=(e,t)=>JSON.stringify(e)===JSON.stringify(t);function lr(e,t,n=()=>({})){let s=Bo(),o=new Set,r={kind:e.kind,config:e.config??{},value:e.value??{},record:{...or,...e.record},message:e.message??"",local:{},answers:{},waiting:"",silent:!1,live:t.live,width:640},i=ir(t.push,120),l=ir(f=>{for(let[h,v]of f)t.ask(h,v)},300),a;function c(f){r={...r,...f},r.live&&u();for(let h of o)h(r)}function u(){let f=Object.entries(n(r)),h=f.filter(([w,L])=>!bn(r.answers[w]?.question,L));if(!h.length)return;let v={...r.answers};for(let[w,L]of h)v[w]={question:L,pending:!0,answer:v[w]?.answer??null};r={...r,answers:v},l.later(f.filter(([w])=>v[w].pending))}function d(f){clearTimeout(a),c({...f,waiting:"",silent:!1})}return{act:{set(f){c({value:{...r.value,...f}}),i.later(r.value)},local(f){c({local:{...r.local,...f}})},commit(f,h){i.now(),clearTimeout(a),t.live&&(a=setTimeout(()=>c({silent:!0}),5e3),c({waiting:f,silent:!1,message:""})),t.commit(f,h)},id:f=>`tpl-${s}-${f}`},get:()=>r,hear:{value(f){!i.busy()&&!bn(f,r.value)&&c({value:f})},record:f=>d({record:{...or,...f}}),message:f=>f?d({message:f}):c({message:f}),width(f){f>0&&Math.abs(f-r.width)>=1&&c({width:f})},answer(f,h,v){bn(r.answers[f]?.question,h)&&c({answers:{...r.answers,[f]:{question:h,pending:!1,answer:v}}})}},start:()=>c({}),subscribe(f){return o.add(f),()=>o.delete(f)},stop(){i.now(),clearTimeout(a),o.clear()}}}function ar(e,t,n,s=null){let o=e.stages[t],r=(o?.revision??0)+1;return{revision:r,time:"",committed:{...e.committed,[t]:n},stages:{...e.stages,[t]:{revision:r,time:"",first:o?.first??n,last:n}},reveal:s??e.reveal}}var jo=12,Lo=28/1080,Ho=600,Io=340,Ro=1.15,cr=4,pr=[["role","dialog"],["aria-modal","true"],["aria-label",""]];function Po(e,t,n=0){let s=Math.max(1,Math.min(t*Lo/jo,e/Ho));return Math.max(1,Math.min(s*Ro**n,Math.max(s,e/Io)))}function Co(e){let t=[];for(let n=e;n&&n!==document.body;n=n.parentElement)t.push(...[...n.parentElement?.children??[]].filter(s=>s!==n));return t}function Fo(e){let t=[];for(let n=e.parentElement;n;n=n.parentElement)n.hasAttribute("tabindex")&&t.push([n,n.getAttribute("tabindex")]);return t}function qo(e){let t=Co(e).filter(s=>s instanceof HTMLElement&&!s.inert),n=Fo(e);for(let s of t)s.inert=!0;for(let[s]of n)s.setAttribute("tabindex","-1");return()=>{for(let s of t)s.inert=!1;for(let[s,o]of n)s.setAttribute("tabindex",o)}}function Uo(e){let t=e.map(s=>/^(?:(\d+)\s*[.:·]\s*)?(.*)$/s.exec(s)),n=t.every(([,s])=>s===void 0);return t.map(([,s,o],r)=>({n:s??(n?String(r+1):"•"),name:o}))}async function Do(e){try{await e.requestFullscreen({navigationUI:"hide"})}catch{if(!e.classList.contains("tpl-large")||!e.showPopover)return;e.popover="manual",e.showPopover()}}function ur(e){let t=e.matches(":fullscreen");return t&&document.exitFullscreen().catch(()=>{}),e.removeAttribute("popover"),t}function dr(e,t){let n=document.createElement("div"),s=document.createElement("div");n.className="tpl-stage",s.className="tpl-bar",n.append(s,e);let o=0,r=null,i="";function l(){let y=Po(n.offsetWidth,n.offsetHeight,o);n.style.setProperty("--tpl-times",y.toFixed(3))}function a(y){o=Math.max(-cr,Math.min(cr,o+y)),l()}let c=()=>[...e.querySelectorAll(".tpl-step[aria-label]")];function u(y){y.tabIndex=-1,y.focus({preventScroll:!0}),y.scrollIntoView()}function d(){let y=c();if(y.length<2)return $;let A=Uo(y.map(R=>R.getAttribute("aria-label")));return p`<div class="tpl-leads" role="group" aria-label=${t.steps}>${A.map((R,U)=>{let X=m(t.step,R);return p`<button type="button" class="tpl-button tpl-plain" title=${X} aria-label=${X} @click=${()=>u(y[U])}>${R.n}</button>`})}</div>`}function g(){st(p`<span class="tpl-out" role="status">${i}</span>
      ${r?p`${d()}
        ${I(t.smaller,()=>a(-1),{plain:!0})}
        ${I(t.larger,()=>a(1),{plain:!0})}`:$}
      ${I(r?t.back:t.open,r?b:L,{plain:!0})}`,s)}let f=new ResizeObserver(l),h=new MutationObserver(g),v=()=>{r?.full&&!n.matches(":fullscreen")&&b()};function w(y){let{key:A,target:R,shiftKey:U,ctrlKey:X,metaKey:H,altKey:G}=y;(A==="Escape"||A==="Enter"&&(U||X||H||G)||!n.contains(R))&&y.stopPropagation(),A==="Escape"&&b()}function L(){let y=n.parentElement,A=y.style.minHeight;y.style.minHeight=`${y.offsetHeight}px`;let R=qo(n);r={full:!1,run(){R(),y.style.minHeight=A}},n.classList.add("tpl-large");for(let[U,X]of pr)n.setAttribute(U,X||t.name);i=t.opened,g(),l(),f.observe(n),h.observe(e,{childList:!0,subtree:!0}),addEventListener("keydown",w,!0),document.addEventListener("fullscreenchange",v),Do(n).then(()=>{r?r.full=n.matches(":fullscreen"):ur(n)})}function b(){if(!r)return;removeEventListener("keydown",w,!0),document.removeEventListener("fullscreenchange",v),f.disconnect(),h.disconnect();let y=ur(n);n.classList.remove("tpl-large");for(let[U]of pr)n.removeAttribute(U);r.run(),r=null,i=t.closed,g();let A=s.querySelector("button"),R=()=>A.scrollIntoView({block:"nearest"});A.focus({preventScroll:!0}),R(),y&&document.addEventListener("fullscreenchange",R,{once:!0})}return g(),{frame:n,stop:b}}function mr({words:e,data:t}){let n=o=>o.startsWith("~")?o.startsWith("~~")?o.slice(1):e[parseInt(o.slice(1),16)]:o,s=o=>typeof o=="string"?n(o):Array.isArray(o)?o.map(s):o===null||typeof o!="object"?o:Object.fromEntries(Object.entries(o).map(([r,i])=>[n(r),s(i)]));return s(t)}function zo(e,t,n,s){let o=e[t.get().kind],r=document.createElement("div");r.className="tpl",r.lang=t.get().config.language??"en",r.dataset.kind=t.get().kind;let{frame:i,stop:l}=dr(r,rr);n.replaceChildren(i),Pn(i);let a=f=>st(o?o.view(f,t.act):p`<p role="alert">${f.kind}?</p>`,r),c=s?.find(t.get())??null,u=t.subscribe(a),d=s?t.subscribe(s.keep):()=>{};t.start(),c!==null&&(t.act.local({restored:c}),t.act.set(s.patch(c,t.get())));let g=new ResizeObserver(f=>t.hear.width(f[0].contentRect.width));return g.observe(r),()=>{l(),g.disconnect(),u(),d(),t.stop()}}function Wo(e,t,n){let s=e[n.kind],r=lr(n,{live:!1,push(){},ask(){},commit(i,l){let{record:a}=r.get(),c=s.revealHere?.(r.get(),i,l)??null;r.hear.record(ar(a,i,l,c))}});return zo(e,r,t)}function hr(e,t){t.dataset.live="";let n=t.querySelector("script[type='application/json']"),s=JSON.parse(n.textContent),o="packed"in n.dataset?mr(s):s;Wo(e,t.querySelector(".tpl-still"),o)}for(let e of document.querySelectorAll("figure.tpl-figure:not([data-live])"))e.dataset.kind in xn&&e.querySelector("script[type='application/json']")&&hr(xn,e);})();
