/* Built from js/src by js/build.mjs; licences: widgets.licences.txt */
var ea=Object.defineProperty;var P=(e,s)=>{for(var t in s)ea(e,t,{get:s[t],enumerable:!0})};var $o={revision:0,time:"",committed:{},stages:{},reveal:null},sa=()=>globalThis.tplFigures=(globalThis.tplFigures??0)+1;function _o(e,s){let t,n,r=()=>{t!==void 0&&(clearTimeout(t),t=void 0,e(...n))};return{later:(...i)=>{n=i,clearTimeout(t),t=setTimeout(r,s)},now:r,busy:()=>t!==void 0}}var Tt=(e,s)=>JSON.stringify(e)===JSON.stringify(s);function Ds(e,s,t=()=>({})){let n=sa(),r=new Set,o={kind:e.kind,config:e.config??{},value:e.value??{},record:{...$o,...e.record},message:e.message??"",local:{},answers:{},waiting:"",silent:!1,live:s.live,width:640},i=_o(s.push,120),l=_o(g=>{for(let[$,b]of g)s.ask($,b)},300),a;function c(g){o={...o,...g},o.live&&u();for(let $ of r)$(o)}function u(){let g=Object.entries(t(o)),$=g.filter(([_,A])=>!Tt(o.answers[_]?.question,A));if(!$.length)return;let b={...o.answers};for(let[_,A]of $)b[_]={question:A,pending:!0,answer:b[_]?.answer??null};o={...o,answers:b},l.later(g.filter(([_])=>b[_].pending))}function m(g){clearTimeout(a),c({...g,waiting:"",silent:!1})}return{act:{set(g){c({value:{...o.value,...g}}),i.later(o.value)},local(g){c({local:{...o.local,...g}})},commit(g,$){i.now(),clearTimeout(a),s.live&&(a=setTimeout(()=>c({silent:!0}),5e3),c({waiting:g,silent:!1,message:""})),s.commit(g,$)},id:g=>`tpl-${n}-${g}`},get:()=>o,hear:{value(g){!i.busy()&&!Tt(g,o.value)&&c({value:g})},record:g=>m({record:{...$o,...g}}),message:g=>g?m({message:g}):c({message:g}),width(g){g>0&&Math.abs(g-o.width)>=1&&c({width:g})},answer(g,$,b){Tt(o.answers[g]?.question,$)&&c({answers:{...o.answers,[g]:{question:$,pending:!1,answer:b}}})}},start:()=>c({}),subscribe(g){return r.add(g),()=>r.delete(g)},stop(){i.now(),clearTimeout(a),r.clear()}}}function bo(e,s,t,n=null){let r=e.stages[s],o=(r?.revision??0)+1;return{revision:o,time:"",committed:{...e.committed,[s]:t},stages:{...e.stages,[s]:{revision:o,time:"",first:r?.first??t,last:t}},reveal:n??e.reveal}}var ta="tpl-draft:";function na(){try{return globalThis.sessionStorage??null}catch{return null}}var oa=e=>({saved:s=>s.record.stages[e]?.revision??0,kept:s=>s.record.stages[e]?.last?.text??"",now:s=>s.value.text??"",patch:s=>({text:s})});function xo(e,s,t=na()){let n=`${ta}${e}`,{saved:r,kept:o,now:i,patch:l}=typeof s=="string"?oa(s):s,a,c=m=>{try{return t?m():null}catch{return null}},u=m=>{m!==a&&(a=m,c(()=>m===null?t.removeItem(n):t.setItem(n,m)))};return{patch:l,find(m){let f=c(()=>t.getItem(n));if(!f)return null;try{let g=JSON.parse(f);return r(m)>g.after||g.text===o(m)||g.text===i(m)?null:typeof g.text=="string"?g.text:null}catch{return null}},keep(m){let f=i(m),g=f.trim()!==""&&f.trim()!==o(m).trim();u(g?JSON.stringify({text:f,after:r(m)}):null)}}}var qt={};P(qt,{STAGE:()=>bs,advice:()=>Wo,draft:()=>$a,mapOf:()=>ue,standing:()=>Go,view:()=>Aa,wrapped:()=>Vo});var Nt=globalThis,vo=e=>e,zs=Nt.trustedTypes,wo=zs?zs.createPolicy("lit-html",{createHTML:e=>e}):void 0,jt="$lit$",pe=`lit$${Math.random().toFixed(9).slice(2)}$`,Bt="?"+pe,ra=`<${Bt}>`,Te=document,gs=()=>Te.createComment(""),hs=e=>e===null||typeof e!="object"&&typeof e!="function",Lt=Array.isArray,Oo=e=>Lt(e)||typeof e?.[Symbol.iterator]=="function",Et=`[ 	
\f\r]`,fs=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,yo=/-->/g,ko=/>/g,Me=RegExp(`>|${Et}(?:([^\\s"'>=/]+)(${Et}*=${Et}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),So=/'/g,Ao=/"/g,To=/^(?:script|style|textarea|title)$/i,Ct=e=>(s,...t)=>({_$litType$:e,strings:s,values:t}),p=Ct(1),k=Ct(2),ld=Ct(3),ie=Symbol.for("lit-noChange"),h=Symbol.for("lit-nothing"),Mo=new WeakMap,Oe=Te.createTreeWalker(Te,129);function Eo(e,s){if(!Lt(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return wo!==void 0?wo.createHTML(s):s}var No=(e,s)=>{let t=e.length-1,n=[],r,o=s===2?"<svg>":s===3?"<math>":"",i=fs;for(let l=0;l<t;l++){let a=e[l],c,u,m=-1,f=0;for(;f<a.length&&(i.lastIndex=f,u=i.exec(a),u!==null);)f=i.lastIndex,i===fs?u[1]==="!--"?i=yo:u[1]!==void 0?i=ko:u[2]!==void 0?(To.test(u[2])&&(r=RegExp("</"+u[2],"g")),i=Me):u[3]!==void 0&&(i=Me):i===Me?u[0]===">"?(i=r??fs,m=-1):u[1]===void 0?m=-2:(m=i.lastIndex-u[2].length,c=u[1],i=u[3]===void 0?Me:u[3]==='"'?Ao:So):i===Ao||i===So?i=Me:i===yo||i===ko?i=fs:(i=Me,r=void 0);let g=i===Me&&e[l+1].startsWith("/>")?" ":"";o+=i===fs?a+ra:m>=0?(n.push(c),a.slice(0,m)+jt+a.slice(m)+pe+g):a+pe+(m===-2?l:g)}return[Eo(e,o+(e[t]||"<?>")+(s===2?"</svg>":s===3?"</math>":"")),n]},$s=class e{constructor({strings:s,_$litType$:t},n){let r;this.parts=[];let o=0,i=0,l=s.length-1,a=this.parts,[c,u]=No(s,t);if(this.el=e.createElement(c,n),Oe.currentNode=this.el.content,t===2||t===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(r=Oe.nextNode())!==null&&a.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let m of r.getAttributeNames())if(m.endsWith(jt)){let f=u[i++],g=r.getAttribute(m).split(pe),$=/([.?@])?(.*)/.exec(f);a.push({type:1,index:o,name:$[2],strings:g,ctor:$[1]==="."?Ws:$[1]==="?"?Gs:$[1]==="@"?Vs:Ne}),r.removeAttribute(m)}else m.startsWith(pe)&&(a.push({type:6,index:o}),r.removeAttribute(m));if(To.test(r.tagName)){let m=r.textContent.split(pe),f=m.length-1;if(f>0){r.textContent=zs?zs.emptyScript:"";for(let g=0;g<f;g++)r.append(m[g],gs()),Oe.nextNode(),a.push({type:2,index:++o});r.append(m[f],gs())}}}else if(r.nodeType===8)if(r.data===Bt)a.push({type:2,index:o});else{let m=-1;for(;(m=r.data.indexOf(pe,m+1))!==-1;)a.push({type:7,index:o}),m+=pe.length-1}o++}}static createElement(s,t){let n=Te.createElement("template");return n.innerHTML=s,n}};function Ee(e,s,t=e,n){if(s===ie)return s;let r=n!==void 0?t._$Co?.[n]:t._$Cl,o=hs(s)?void 0:s._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(!1),o===void 0?r=void 0:(r=new o(e),r._$AT(e,t,n)),n!==void 0?(t._$Co??=[])[n]=r:t._$Cl=r),r!==void 0&&(s=Ee(e,r._$AS(e,s.values),r,n)),s}var Us=class{constructor(s,t){this._$AV=[],this._$AN=void 0,this._$AD=s,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(s){let{el:{content:t},parts:n}=this._$AD,r=(s?.creationScope??Te).importNode(t,!0);Oe.currentNode=r;let o=Oe.nextNode(),i=0,l=0,a=n[0];for(;a!==void 0;){if(i===a.index){let c;a.type===2?c=new We(o,o.nextSibling,this,s):a.type===1?c=new a.ctor(o,a.name,a.strings,this,s):a.type===6&&(c=new Js(o,this,s)),this._$AV.push(c),a=n[++l]}i!==a?.index&&(o=Oe.nextNode(),i++)}return Oe.currentNode=Te,r}p(s){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(s,n,t),t+=n.strings.length-2):n._$AI(s[t])),t++}},We=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(s,t,n,r){this.type=2,this._$AH=h,this._$AN=void 0,this._$AA=s,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let s=this._$AA.parentNode,t=this._$AM;return t!==void 0&&s?.nodeType===11&&(s=t.parentNode),s}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(s,t=this){s=Ee(this,s,t),hs(s)?s===h||s==null||s===""?(this._$AH!==h&&this._$AR(),this._$AH=h):s!==this._$AH&&s!==ie&&this._(s):s._$litType$!==void 0?this.$(s):s.nodeType!==void 0?this.T(s):Oo(s)?this.k(s):this._(s)}O(s){return this._$AA.parentNode.insertBefore(s,this._$AB)}T(s){this._$AH!==s&&(this._$AR(),this._$AH=this.O(s))}_(s){this._$AH!==h&&hs(this._$AH)?this._$AA.nextSibling.data=s:this.T(Te.createTextNode(s)),this._$AH=s}$(s){let{values:t,_$litType$:n}=s,r=typeof n=="number"?this._$AC(s):(n.el===void 0&&(n.el=$s.createElement(Eo(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let o=new Us(r,this),i=o.u(this.options);o.p(t),this.T(i),this._$AH=o}}_$AC(s){let t=Mo.get(s.strings);return t===void 0&&Mo.set(s.strings,t=new $s(s)),t}k(s){Lt(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,n,r=0;for(let o of s)r===t.length?t.push(n=new e(this.O(gs()),this.O(gs()),this,this.options)):n=t[r],n._$AI(o),r++;r<t.length&&(this._$AR(n&&n._$AB.nextSibling,r),t.length=r)}_$AR(s=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);s!==this._$AB;){let n=vo(s).nextSibling;vo(s).remove(),s=n}}setConnected(s){this._$AM===void 0&&(this._$Cv=s,this._$AP?.(s))}},Ne=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(s,t,n,r,o){this.type=1,this._$AH=h,this._$AN=void 0,this.element=s,this.name=t,this._$AM=r,this.options=o,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=h}_$AI(s,t=this,n,r){let o=this.strings,i=!1;if(o===void 0)s=Ee(this,s,t,0),i=!hs(s)||s!==this._$AH&&s!==ie,i&&(this._$AH=s);else{let l=s,a,c;for(s=o[0],a=0;a<o.length-1;a++)c=Ee(this,l[n+a],t,a),c===ie&&(c=this._$AH[a]),i||=!hs(c)||c!==this._$AH[a],c===h?s=h:s!==h&&(s+=(c??"")+o[a+1]),this._$AH[a]=c}i&&!r&&this.j(s)}j(s){s===h?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,s??"")}},Ws=class extends Ne{constructor(){super(...arguments),this.type=3}j(s){this.element[this.name]=s===h?void 0:s}},Gs=class extends Ne{constructor(){super(...arguments),this.type=4}j(s){this.element.toggleAttribute(this.name,!!s&&s!==h)}},Vs=class extends Ne{constructor(s,t,n,r,o){super(s,t,n,r,o),this.type=5}_$AI(s,t=this){if((s=Ee(this,s,t,0)??h)===ie)return;let n=this._$AH,r=s===h&&n!==h||s.capture!==n.capture||s.once!==n.once||s.passive!==n.passive,o=s!==h&&(n===h||r);r&&this.element.removeEventListener(this.name,this,n),o&&this.element.addEventListener(this.name,this,s),this._$AH=s}handleEvent(s){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,s):this._$AH.handleEvent(s)}},Js=class{constructor(s,t,n){this.element=s,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(s){Ee(this,s)}},jo={M:jt,P:pe,A:Bt,C:1,L:No,R:Us,D:Oo,V:Ee,I:We,H:Ne,N:Gs,U:Vs,B:Ws,F:Js},ia=Nt.litHtmlPolyfillSupport;ia?.($s,We),(Nt.litHtmlVersions??=[]).push("3.3.3");var Ks=(e,s,t)=>{let n=t?.renderBefore??s,r=n._$litPart$;if(r===void 0){let o=t?.renderBefore??null;n._$litPart$=r=new We(s.insertBefore(gs(),o),o,void 0,t??{})}return r._$AI(e),r};var je={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ys=e=>(...s)=>({_$litDirective$:e,values:s}),Ge=class{constructor(s){}get _$AU(){return this._$AM._$AU}_$AT(s,t,n){this._$Ct=s,this._$AM=t,this._$Ci=n}_$AS(s,t){return this.update(s,t)}update(s,t){return this.render(...t)}};var{I:dd}=jo;var Bo=e=>e.strings===void 0;var la={},Xs=(e,s=la)=>e._$AH=s;var de=Ys(class extends Ge{constructor(e){if(super(e),e.type!==je.PROPERTY&&e.type!==je.ATTRIBUTE&&e.type!==je.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Bo(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[s]){if(s===ie||s===h)return s;let t=e.element,n=e.name;if(e.type===je.PROPERTY){if(s===t[n])return ie}else if(e.type===je.BOOLEAN_ATTRIBUTE){if(!!s===t.hasAttribute(n))return ie}else if(e.type===je.ATTRIBUTE&&t.getAttribute(n)===s+"")return ie;return Xs(e),s}});function d(e,s={}){return String(e??"").replace(/\{(\w+)\}/g,(t,n)=>n in s?String(s[n]):t)}var Y=e=>String(e??"").replace(/(^|[\s(“"])\*(\S[^*]*)\*/g,"$1$2");function y(e,s={}){if(e==null||Number.isNaN(e))return"–";let t=Math.round(e*100);return t===100&&e<1?d(s.more_than??"more than {n} %",{n:99}):t===0&&e>0?d(s.less_than??"less than {n} %",{n:1}):`${t} %`}function ve(e){if(e==null)return"–";let s=Math.abs(e).toFixed(2).replace(/^0/,"");return e<=-.005?`−${s}`:s}function Lo(e){let s=new Date(e);return!e||Number.isNaN(s.getTime())?"":s.toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"})}function aa(e){let{key:s}=e;if(s==="Tab"||s==="Escape")return!0;let t=!!(e.ctrlKey||e.metaKey);return s==="Enter"?t||!!(e.shiftKey||e.altKey):t&&s.toLowerCase()==="s"}function Co(e){e.addEventListener("keydown",s=>{aa(s)||s.stopPropagation()})}var ca=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","End","PageUp","PageDown"];function D(e){let s=e.value!==null&&e.value!==void 0,t=s?(e.show??String)(e.value):e.unset,n=s?e.value:e.rest??(e.min+e.max)/2,r=l=>e.onset(Number(l.target.value)),o=l=>{s||r(l)},i=l=>{(ca.includes(l.key)||l.key==="Enter"||l.key===" ")&&o(l)};return p`<div class="tpl-slider ${s?"":"tpl-unset"}">
    <div class="tpl-row">
      <label for=${e.id}>${e.label}</label>
      <output for=${e.id}>${t}</output>
    </div>
    <input
      type="range" id=${e.id} min=${e.min} max=${e.max} step=${e.step}
      .value=${de(String(n))} aria-valuetext=${t}
      aria-describedby=${e.note?`${e.id}-note`:h}
      @input=${r} @change=${r} @pointerup=${o} @keyup=${i}
    />
    ${e.ends?p`<div class="tpl-row tpl-small"><span>${e.ends[0]}</span><span>${e.ends[1]}</span></div>`:h}
    ${e.note?p`<p class="tpl-small" id="${e.id}-note">${e.note}</p>`:h}
  </div>`}function F(e,s,t=""){return p`<fieldset class="tpl-group ${t}"><legend>${e}</legend>${s}</fieldset>`}function M(e){return F(e.legend,p`<div class="tpl-options ${e.inline?"tpl-inline":""}">
      ${e.options.map(s=>p`<label class="tpl-option">
          <input
            type="radio" name=${e.name} value=${s.id}
            .checked=${de(s.id===e.value)}
            @change=${()=>e.onpick(s.id)}
          /><span>${s.text}${s.note?p` ${s.note}`:h}</span></label>`)}
    </div>`)}function z(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <select id=${e.id} .value=${de(e.value??"")} @change=${s=>s.target.value!==""&&e.onpick(s.target.value)}>
      ${e.empty!==void 0?p`<option value="" ?selected=${!e.value} disabled>${e.empty}</option>`:h}
      ${e.options.map(s=>p`<option value=${s.id} ?selected=${s.id===e.value}>${s.text}</option>`)}
    </select>
  </div>`}function pa(e,s,t){let n=Number(String(e).trim().replace(",","."));return String(e).trim()===""||!(n>=s&&n<=t)?null:n}function V(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <span>
      <input
        type="number" id=${e.id} min=${e.min} max=${e.max} step=${e.step??1} inputmode="numeric"
        value=${e.value??h}
        @input=${s=>e.onset(pa(s.target.value,e.min,e.max))}
      />${e.unit?p` <span>${e.unit}</span>`:h}</span>
  </div>`}function Ft(e){return(e??"").trim().split(/\s+/).filter(Boolean).length}function we(e){return p`<div class="tpl-field tpl-wide">
    <label for=${e.id}>${e.label}</label>
    <textarea
      id=${e.id} rows=${e.rows??4} .value=${de(e.value??"")}
      placeholder=${e.placeholder||h} aria-describedby=${e.describedby??h}
      @input=${s=>e.oninput(s.target.value)}
    ></textarea>
  </div>`}function L(e,s,{plain:t=!1,pressed:n}={}){return p`<button
    type="button" class="tpl-button ${t?"tpl-plain":""}"
    aria-pressed=${n===void 0?h:String(n)}
    @click=${s}
  >${e}</button>`}function Fo(e,s){if(e===null||s===null||typeof e!="object"||typeof s!="object")return e===s;let t=Object.keys(e);return t.length===Object.keys(s).length&&t.every(n=>Fo(e[n],s[n]))}function da(e,s){return Fo(Object.fromEntries(Object.keys(s).map(t=>[t,e[t]])),s)}function S(e,s,t){let n=e.config.messages??{},r=e.record.stages[t.stage],o=(r?.revision??0)+1,i=e.waiting===t.stage,l=!!r&&(t.unchanged??da(r.last,t.value)),a=!!t.missing||i||l,c=r&&!l?d(n.commit_again,{label:t.label,n:o}):t.label,u=()=>{a||s.commit(t.stage,t.value)},m=i?e.silent?n.no_answer:n.saving:t.missing?t.missing:r?Ve(e,t.stage):"";return p`<div class="tpl-commit">
    <button
      type="button" class="tpl-button" aria-disabled=${String(a)}
      aria-describedby=${s.id(`${t.stage}-status`)} @click=${u}
    >${c}</button>
    <span class="tpl-status" role="status" id=${s.id(`${t.stage}-status`)}>${m}</span>
    ${r&&r.revision>1&&t.first?p`<p class="tpl-small">${d(n.first_said,{time:Lo(r.first_time)})} ${t.first}</p>`:h}
  </div>`}function Ve(e,s){let t=e.config.messages??{},n=e.record.stages[s];return n?d(e.live?t.kept:t.kept_here,{n:n.revision,time:Lo(n.time)}):""}var w=e=>p`<p class="tpl-says" aria-live="polite">${e}</p>`,T=e=>p`<div role="alert">${e.message?p`<p class="tpl-alert">${e.message}</p>`:h}</div>`;function N(e,s,t){return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${e}><table class="tpl-table">
    <caption>${e}</caption>
    <thead><tr>${s.map(n=>p`<th scope="col">${n}</th>`)}</tr></thead>
    <tbody>${t.map(([n,...r])=>p`<tr><th scope="row">${n}</th>${r.map(o=>p`<td>${o}</td>`)}</tr>`)}</tbody>
  </table></div>`}var X=(e,s,t=!1,n)=>p`<details class="tpl-details" ?open=${t} @toggle=${n}><summary>${e}</summary>${s}</details>`;function It({target:e}){let s=e.querySelector("summary");!e.open&&document.activeElement===document.body&&s.focus({preventScroll:!0}),s.scrollIntoView({block:"nearest"})}var G=(e,s,t,n)=>X(e.config.messages?.show_table,N(s,t,n)),I=(e,s)=>p`<svg
  class="tpl-drawing" width=${e.width} height=${e.height} viewBox="0 0 ${e.width} ${e.height}"
  role="img" aria-label=${e.label}
>${s}</svg>`,Qs=(e,s,t,n,r)=>k`<rect
  class=${r} x=${Math.min(e,s)} y=${t} width=${Math.abs(s-e)} height=${n}></rect>`,J=(e,s,t,n="circle",r=5)=>n==="square"?k`<rect class=${t} x=${e-r} y=${s-r} width=${2*r} height=${2*r}></rect>`:k`<circle class=${t} cx=${e} cy=${s} r=${r}></circle>`,x=(e,s,t,n="start",r="")=>k`<text
  class="tpl-label ${r}" x=${e} y=${s} text-anchor=${n}>${t}</text>`;function Be(e){let s=`${Math.max(0,Math.min(1,e.share??0))*100}%`;return p`<div class="tpl-share">
    <div class="tpl-track" aria-hidden="true"><div class="tpl-fill ${e.className??"tpl-first"}" style="width:${s}"></div></div>
    <span>${e.text}</span>
  </div>`}var se=["claim","grounds","warrant","backing","qualifier","rebuttal"],ua=["always","never","certainly","definitely","undoubtedly","obviously","proves","proved","proven","beyond doubt","without doubt","no doubt"],Po=["supposedly","so-called","allegedly","propaganda","they claim","they believe","they think","they say","pretext","excuse","wrongly","admittedly"],Rt=e=>(e??"").trim(),Ho=e=>e.toLowerCase().split(/\s+/).filter(Boolean).join(" "),ma=e=>e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"),Io="[\\p{L}\\p{N}_]",qo=(e,s="")=>new RegExp(`${s}(?<!${Io})${ma(e)}(?!${Io})`,"u");function et(e){let s=[...e.matchAll(/\b([ABE])(\d{1,2})\b/gi)];return[...new Set(s.map(([,t,n])=>`${t.toUpperCase()}${Number(n)}`))]}var Zs=(e,s)=>s.filter(t=>qo(t,"(?<!\\bnot )").test(Ho(e))),fa=(e,s,t)=>[...et(e).filter(n=>s.includes(n)),...t.filter(n=>qo(n.toLowerCase()).test(Ho(e)))],Ro=e=>(e.toLowerCase().match(/[a-z0-9_]+/g)??[]).join(" ");function Do(e,s,t=[]){let n=Object.fromEntries(se.map(r=>[r,Rt(e[r])]));return se.flatMap(r=>{let o=n[r],i=et(o).filter(c=>!s.includes(c)),l=["claim","qualifier"].includes(r)?Zs(o,ua):[],a=[n.claim,n.grounds].some(c=>Ro(o)===Ro(c));return[!o&&r!=="backing"&&["empty",[]],i.length&&["unknown",i],r==="claim"&&Zs(o,["because"]).length&&["because",[]],r==="grounds"&&o&&!fa(o,s,t).length&&["no_source",[]],r==="warrant"&&o&&a&&["repeats",[]],l.length&&["too_strong",l]].filter(Boolean).map(([c,u])=>({id:c,part:r,found:u}))})}var ga=e=>e.split(/\s+/).filter(Boolean).join(" ").replace(/[.;, ]+$/,"");function st(e,s){let t=Object.fromEntries(se.map(o=>[o,ga(Rt(e[o]))])),n=Object.fromEntries(se.map(o=>[o,t[o]||s.open])),r=t.backing?d(s.in_words_backing,{backing:t.backing}):"";return d(s.in_words,{...n,backing:r})}function zo(e,s){let t=se.map(n=>`## ${s[n]}

${Rt(e[n])||s.text_empty}
`);return[`# ${s.text_title}
`,`${st(e,s)}
`,...t].join(`
`)}var bs="map",ue=e=>Object.fromEntries(se.map(s=>[s,(e[s]??"").trim()])),_s=e=>se.some(s=>e[s]),Uo=({record:e})=>ue(e.stages[bs]?.last??{}),ha=(e,s)=>se.every(t=>e[t]===s[t]),Pt=e=>_s(e)?JSON.stringify(e):"",$a={saved:({record:e})=>e.stages[bs]?.revision??0,kept:e=>Pt(Uo(e)),now:({value:e})=>Pt(ue(e)),patch:e=>ue(JSON.parse(e))};function Wo({config:e,value:s}){let t=ue(s),n=e.messages;return _s(t)?Do(t,e.ids,e.names).map(({id:r,part:o,found:i})=>({part:o,text:d(n[r==="empty"?`flag_empty_${o}`:`flag_${r}`],{part:n[o],found:i.join(", "),..._a(e.ids)})})):[]}function _a(e){let s=t=>e.filter(n=>n.startsWith(t));return{first:s("E")[0],last:s("E").at(-1),a:s("A").at(-1),b:s("B").at(-1)}}function Go(e){let s=e.config.messages,t=ue(e.value),n=e.record.stages[bs];if(n&&ha(t,Uo(e)))return e.live&&!e.message?d(s.written,{name:s.file_name}):"";let{restored:r}=e.local;return r!==void 0&&r===Pt(t)?s.restored:n?s.unsaved:""}function Vo(e,s,t){let n=[];for(let o of e.split(/\s+/).filter(Boolean)){let i=n.at(-1);i!==void 0&&i.length+1+o.length<=s?n[n.length-1]=`${i} ${o}`:n.push(o)}let r=n.map(o=>o.length>s?`${o.slice(0,s-1)}…`:o);return r.length<=t?r:[...r.slice(0,t-1),`${r[t-1].slice(0,s-1)}…`]}var ba=7.8,Jo=17,xa=5;function va(e,s,t,n,r){let o=n?`${e[s.part]} (${e.flagged})`:e[s.part];return k`
    <rect class="tpl-box ${t.length?"":"tpl-open"} ${n?"tpl-flagged":""}" x=${s.x} y=${s.y} width=${s.width} height=${r} rx="4"></rect>
    ${x(s.x+10,s.y+18,o,"start","tpl-strong")}
    ${(t.length?t:[e.empty_box]).map((i,l)=>x(s.x+10,s.y+18+(l+1)*Jo,i))}`}var Je=(e,s,t,n)=>{let[r,o]=[Math.sign(t-e),Math.sign(n-s)],i=r?`M${t},${n}l${-9*r},-5v10z`:`M${t},${n}l-5,${-9*o}h10z`;return k`<path class="tpl-axis" d="M${e},${s}L${t},${n}"></path><path class="tpl-said" d=${i}></path>`},Ht=46,Ko=620,Yo=e=>e<Ko?e-2:(e-2-2*Ht)/3;function wa(e,s,t){let n=Yo(e);if(e<Ko){let a=["grounds","warrant","backing","qualifier","claim","rebuttal"],c=s+32,u=["since","on_account","so","","unless"];return{height:6*c-30,boxes:a.map((m,f)=>({part:m,x:1,y:1+f*c,width:n})),links:u.map((m,f)=>k`${Je(24,1+f*c+s,24,(f+1)*c)}
        ${m?x(38,f*c+s+21,t[m]):h}`)}}let r=[0,1,2].map(a=>1+a*(n+Ht)),o=[0,1,2].map(a=>1+a*(s+44)),i=[0,1].map(a=>r[a]+n+Ht/2),l=o[0]+s/2;return{height:o[2]+s+2,boxes:[{part:"grounds",x:r[0],y:o[0],width:n},{part:"qualifier",x:r[1],y:o[0],width:n},{part:"claim",x:r[2],y:o[0],width:n},{part:"warrant",x:i[0]-n/2,y:o[1],width:n},{part:"backing",x:i[0]-n/2,y:o[2],width:n},{part:"rebuttal",x:i[1]-n/2,y:o[1],width:n}],links:[k`${Je(r[0]+n,l,r[1],l)}${x(i[0],l-10,t.so,"middle")}`,Je(r[1]+n,l,r[2],l),k`${Je(i[0],o[1],i[0],l+3)}${x(i[0]+12,o[1]-16,t.since)}`,k`${Je(i[0],o[2],i[0],o[1]+s)}${x(i[0]+12,o[2]-16,t.on_account)}`,k`${Je(i[1],o[1],i[1],l+3)}${x(i[1]+12,o[1]-16,t.unless)}`]}}function ya(e,s){let t=e.config.messages,n=ue(e.value),r=Math.floor(Math.min(e.width,900)),o=Math.floor((Yo(r)-20)/ba),i=Object.fromEntries(se.map(f=>[f,Vo(n[f],o,xa)])),l=34+Jo*Math.max(2,...Object.values(i).map(f=>f.length)),{height:a,boxes:c,links:u}=wa(r,l,t),m=new Set(s.map(({part:f})=>f));return p`<p class="tpl-head">${t.diagram}</p>
    ${I({width:r,height:a,label:d(t.diagram_says,{sentence:st(n,t)})},k`
      ${u}
      ${c.map(f=>va(t,f,i[f.part],m.has(f.part),l))}`)}
    <p>${st(n,t)}</p>`}async function ka(e,s){try{await navigator.clipboard.writeText(e),s.local({copied:e,forbidden:!1})}catch{s.local({forbidden:!0})}}function Sa(e,s){let t=e.config.messages,n=zo(ue(e.value),t),{copied:r,forbidden:o}=e.local;return p`<p class="tpl-head">${t.as_text}</p>
    <div class="tpl-buttons">
      ${L(t.copy,()=>ka(n,s),{plain:!0})}
      <a class="tpl-button tpl-plain tpl-link" download=${t.file_name}
        href="data:text/markdown;charset=utf-8,${encodeURIComponent(n)}">${t.download}</a>
    </div>
    ${w(o?t.not_copied:r===n?t.copied:"")}
    ${o?p`<div class="tpl-field tpl-wide"><label for=${s.id("text")}>${t.text_label}</label>
          <textarea id=${s.id("text")} rows="8" readonly .value=${n}></textarea></div>`:h}`}function Aa(e,s){let{config:t,value:n}=e,r=t.messages,o=ue(n),i=Wo(e);return p`
    <p>${r.intro}</p>
    <div class="tpl-pairs">${se.map(l=>we({id:s.id(l),label:p`${r[l]} <span class="tpl-asks">${r[`${l}_asks`]}</span>`,rows:3,value:n[l]??"",oninput:a=>s.set({[l]:a})}))}</div>
    ${_s(o)?F(r.advice,p`
          ${w(i.length?d(r.advice_count,{n:i.length}):r.advice_none)}
          ${i.length?p`<ul class="tpl-list">${i.map(({text:l})=>p`<li>${l}</li>`)}</ul>`:h}`):h}
    ${S(e,s,{stage:bs,value:o,label:r.keep,missing:_s(o)?"":r.nothing})}
    ${T(e)}
    ${w(Go(e))}
    ${_s(o)?p`${ya(e,i)} ${Sa(e,s)}`:h}`}var zt={};P(zt,{STAGE:()=>Ke,answerOf:()=>Dt,missing:()=>Xo,revealHere:()=>Ma,stale:()=>Qo,unchanged:()=>Zo,verdict:()=>er,view:()=>Ea});var Ke="answer";function Dt(e){return{choice:e.choice??null,sure:e.sure??null,hints:e.hints??0}}function Xo(e,s){return s.choice?"":e.messages.choose}function Qo(e){let s=e.record.committed?.[Ke];return!!s&&s.choice!==e.value.choice}function Zo(e,s){let t=e.stages[Ke]?.last,{choice:n,sure:r}=Dt(s);return!!t&&t.choice===n&&(t.sure??null)===r}function er(e){let{config:s,record:t}=e,n=s.messages;return t.stages[Ke]?s.open?{head:n.kept_open,reveal:t.reveal}:t.reveal?{head:t.reveal.correct?n.right:n.not_yet,reveal:t.reveal}:{head:n.in_notebook,reveal:null}:{head:"",reveal:null}}function Ma(e,s,t){let{feedback:n}=e.config;if(!n)return null;let r=n.find(i=>i.id===t.choice),o=(e.record.stages[s]?.revision??0)+1;return{...r,all:r.correct||o>1?n.filter(i=>i!==r):null}}function Oa(e,s){let{messages:t,options:n}=e.config;return p`
    ${s.feedback?p`<p>${Y(s.feedback)}</p>`:h}
    ${s.misconception?p`<p><strong>${d(t.misconception,{name:Y(s.misconception.name)})}</strong>
          ${Y(s.repair)}</p>`:h}
    ${s.all?p`<details class="tpl-details"><summary>${t.all_answers}</summary>
          <ul>${s.all.map(r=>p`<li>
            <strong>${r.correct?t.mark_right:t.mark_wrong}</strong>
            ${n.find(o=>o.id===r.id)?.text}
            <span class="tpl-block">${Y(r.feedback)}</span></li>`)}</ul></details>`:h}`}function Ta(e,s){let t=e.config.hints??[],n=Math.min(e.value.hints??0,t.length);if(!t.length)return h;let r=e.config.messages;return p`<div class="tpl-hints" aria-live="polite">
    ${n?p`<ol class="tpl-list">${t.slice(0,n).map(o=>p`<li>${Y(o)}</li>`)}</ol>`:h}
    ${n<t.length?L(d(r.hint,{n:n+1,all:t.length}),()=>s.set({hints:n+1}),{plain:!0}):p`<p class="tpl-small">${r.no_more_hints}</p>`}
  </div>`}function Ea(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[Ke]?.first,{head:l,reveal:a}=er(e),c=!a||t.open?"":a.correct?"tpl-good":"tpl-again";return p`
    ${M({name:s.id("choice"),legend:t.prompt,options:t.options,value:n.choice??null,onpick:u=>s.set({choice:u})})}
    ${t.open?h:M({name:s.id("sure"),legend:o.sure,options:[{id:"guess",text:o.sure_guess},{id:"fairly",text:o.sure_fairly},{id:"certain",text:o.sure_certain}],value:n.sure??null,onpick:u=>s.set({sure:u}),inline:!0})}
    ${Ta(e,s)}
    ${S(e,s,{stage:Ke,value:Dt(n),label:t.open?o.save:o.check,missing:Xo(t,n),unchanged:Zo(r,n),first:i&&t.options.find(u=>u.id===i.choice)?.text})}
    ${T(e)}
    <div class="tpl-verdict ${c}">
      ${w(p`${l?p`<strong>${l}</strong>`:h}
        ${l&&Qo(e)?p` ${o.changed_since}`:h}`)}
      ${a?Oa(e,a):h}
    </div>
    ${t.sources?.length?p`<p class="tpl-small">${o.sources} ${t.sources.join("; ")}</p>`:h}`}var Gt={};P(Gt,{ANSWERS:()=>cr,BEGIN:()=>or,CHOICES:()=>tt,chance:()=>rr,missing:()=>lr,openOnes:()=>ir,option:()=>ws,place:()=>vs,view:()=>Fa,withMajority:()=>ar});function C([e,s],[t,n]){let r=(i,l,a)=>i*(1-a)+l*a,o=i=>r(t,n,(i-e)/(s-e));return o.invert=i=>r(e,s,(i-t)/(n-t)),o}var te=e=>e.charAt(0).toUpperCase()+e.slice(1);function j(e,s){return e.length<2?e.join(""):`${e.slice(0,-1).join(", ")} ${s} ${e.at(-1)}`}var Na=760,ja=28;function B({width:e}){let s=e>=Na;return{wide:s,width:Math.floor(s?(e-ja)/2:Math.min(e,560))}}var me=(e,s)=>k`<polyline
  class="tpl-line ${s}" points=${e.map(([t,n])=>`${t},${n}`).join(" ")}></polyline>`,O=(e,s)=>p`<section class="tpl-step" aria-label=${e}><p class="tpl-head">${e}</p>${s}</section>`;function Ye(e,s,t){let n=C([0,Math.max(...e.map(o=>o.value),.001)],[0,s-190]),r=24;return I({width:s,height:e.length*r+4,label:t},k`${e.map((o,i)=>k`
    ${x(0,i*r+17,o.name)}
    ${Qs(134,134+n(o.value),i*r+5,15,o.quiet?"tpl-quiet":"tpl-first")}
    ${x(140+n(o.value),i*r+17,o.text)}`)}`)}function Xe(e,s){let t=e.config.messages,n=Math.min(e.width,620),r=C([0,1],[8,n-8]),o=s.said===null||s.said===void 0?4:24;return I({width:n,height:o+66,label:s.label},k`
    ${Qs(r(0),r(1),o,24,"tpl-rest")}
    ${Qs(r(0),r(s.share),o,24,"tpl-first")}
    <rect class="tpl-frame" x=${r(0)} y=${o} width=${r(1)-r(0)} height="24"></rect>
    <line class="tpl-half" x1=${r(.5)} x2=${r(.5)} y1=${o-3} y2=${o+29}></line>
    ${n>480?x(r(.5),o+42,"50 %","middle"):h}
    ${x(r(0),o+42,d(t.bar_first,{name:s.first,share:y(s.share,t)}),"start","tpl-strong")}
    ${x(r(1),o+42,d(t.bar_second,{name:s.second,share:y(1-s.share,t)}),"end","tpl-strong")}
    ${o===4?h:k`<path class="tpl-said" d="M${r(s.said)},${o-1}l-6,-9h12z"></path>
      ${x(r(s.said)+(s.said>.6?-10:10),14,s.saidText,s.said>.6?"end":"start")}`}`)}var sr=(e,s,t)=>p`<div>
  <div class="tpl-halves" aria-hidden="true"><div style="width:${e*100}%"></div></div>
  <div class="tpl-row tpl-small"><span>${s}</span><span>${t}</span></div>
</div>`;var Qe=Object.freeze({alpha:.88,beta:.88,loss_aversion:2.25,gamma:.61,delta:.69});var ye=(e,s=Qe)=>e>=0?e**s.alpha:-s.loss_aversion*(-e)**s.beta;function fe(e,s){if(e===0||e===1)return e;let[t,n]=[e**s,(1-e)**s];return t/(t+n)**(1/s)}function Ba(e,s=Qe){let t=e.map(()=>0);for(let[n,r]of[[1,s.gamma],[-1,s.delta]]){let[o,i]=[0,0];e.map(([l],a)=>[l,a]).filter(([l])=>n*l>0).sort(([l],[a])=>n*(a-l)).forEach(([,l])=>{o=Math.min(1,o+e[l][1]);let a=fe(o,r);t[l]=a-i,i=a})}return t}function Le(e,s=Qe){let t=Ba(e,s);return e.reduce((n,[r],o)=>n+t[o]*ye(r,s),0)}function tr(e,s,t=Qe){if(!(e>0&&e<s))return null;let n=(e/s)**t.beta;return Wt(r=>n-fe(1-r,t.delta))}function nr(e=Qe){let s=n=>{let r=n**e.beta-fe(n,e.delta);return Math.abs(r)>1e-12?r:0};if(s(1e-6)*s(1-1e-6)>=0)return null;let t=s(1e-6)>0?-1:1;return Wt(n=>t*s(n),1e-6,1-1e-6)}function ke(e,s=Qe,{nothing:t=60,success:n=100,failure:r=30}={}){let o=ye(t-e,s);return Wt(i=>Le([[n-e,i],[r-e,1-i]],s)-o)}var Ut=({nothing:e=60,success:s=100,failure:t=30}={})=>(e-t)/(s-t);function Wt(e,s=0,t=1){for(let n=0;n<60;n+=1){let r=(s+t)/2;e(r)>0?t=r:s=r}return(s+t)/2}var xs=e=>e.replace("'","′");var or="begin",tt="choices",nt=e=>Math.abs(e).toLocaleString("en"),rr=e=>String(Number((e*100).toFixed(4)));function ws(e,[[s,t]]){return t===1?d(s>0?e.win_sure:e.lose_sure,{x:nt(s)}):d(s>0?e.win:e.lose,{x:nt(s),p:rr(t)})}var ir=(e,s={})=>e.flatMap((t,n)=>s[t]==="A"||s[t]==="B"?[]:[n+1]);function lr(e){let s=e.config.messages,t=ir(e.record.reveal?.order??[],e.value.choices);return t.length?d(t.length===1?s.open_one:s.open_many,{numbers:j(t,s.and)}):""}var ar=(e,s)=>Object.entries(s).filter(([t,n])=>e[t][n]>50).length,vs=(e,s)=>e.indexOf(s)+1,cr={certainty:["B","A"],reflection:["B","A"],isolation:["B","A"],rare:["A","B"]};function La(e,s,t,n,r){let{config:o,value:i}=e,l=o.messages,{given:a,A:c,B:u}=o.problems[t];return M({name:s.id(`p${n}`),legend:p`${d(l.problem,{n,all:r})}${a?p`<span class="tpl-block tpl-lead">${d(l.given,{sum:nt(a)})}</span>`:h}`,options:[{id:"A",text:ws(l,c)},{id:"B",text:ws(l,u)}],value:i.choices?.[t]??null,onpick:m=>s.set({choices:{...i.choices,[t]:m}})})}function Ca(e){let{config:s,record:t}=e,n=s.messages,{order:r,others:o,effects:i}=t.reveal,{choices:l}=t.stages[tt].last,a=Object.keys(s.problems);return O(n.results,p`
    ${w(d(n.with_majority,{n:ar(o,l),all:a.length}))}
    <p>${n.results_text}</p>
    <p class="tpl-small tpl-row tpl-keys">${[["tpl-first",n.key_most],["tpl-second",n.key_few]].map(([c,u])=>p`<span><span class="tpl-swatch tpl-fill ${c}" aria-hidden="true"></span> ${u}</span>`)}</p>
    ${r.map(c=>{let u=l[c],{given:m,[u]:f}=s.problems[c],g=`${m?`${d(n.after,{sum:nt(m)})} `:""}${ws(n,f)}`;return p`<div class="tpl-choice"><p class="tpl-small">${d(n.row,{n:vs(r,c),text:g})}</p>
        ${Be({share:o[c][u]/100,text:d(n.same,{percent:o[c][u]}),className:o[c][u]>50?"tpl-first":"tpl-second"})}</div>`})}
    <details class="tpl-details"><summary>${n.show_table}</summary>
    ${N(n.results_table,[n.head_choice,n.head_problem,n.head_you,n.head_same,n.head_n],r.map(c=>[vs(r,c),xs(c),ws(n,s.problems[c][l[c]]),`${o[c][l[c]]} %`,o[c].confirmed?o[c].n:`${o[c].n} (${n.memory})`]))}</details>
    <p class="tpl-head">${n.effects}</p><p>${n.effects_note}</p>
    <div class="tpl-effects">${i.map(({id:c,shown:u,problems:[m,f]})=>{let[g,$]=cr[c];return p`<p><strong>${d(n.pair,{name:n[`effect_${c}`],a:vs(r,m),b:vs(r,f),shown:u?n.effect_yes:n.effect_no})}</strong>
        <span class="tpl-block">${n[`effect_${c}_says`]} ${d(n.majority_shows,{a:o[m][g],b:o[f][$]})}</span></p>`})}</div>
    <p>${n.not_mad}</p><p>${n.again_today}</p><p>${n.majorities}</p>`)}function Fa(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.reveal?.order,l=r.stages[tt];return i?p`
    <p>${o.intro}</p>
    ${O(o.choices_head,p`${i.map((a,c)=>La(e,s,a,c+1,i.length))}
      ${S(e,s,{stage:tt,value:{choices:n.choices??{}},label:o.commit,missing:lr(e)})}`)}
    ${T(e)}
    ${l&&r.reveal.others?Ca(e):p`<p class="tpl-small">${o.locked}</p>`}`:p`<p>${o.intro}</p>
      ${S(e,s,{stage:or,value:{},label:o.begin})}${T(e)}`}var Kt={};P(Kt,{PREDICT:()=>Vt,SORT:()=>ys,apart:()=>Jt,apartSentence:()=>fr,factualSentence:()=>gr,progress:()=>dr,sortedCount:()=>Ia,sortingOf:()=>ur,speaker:()=>$r,summary:()=>hr,view:()=>Da,voices:()=>mr});var Vt="predict",ys="sort",es=(e,s)=>e.sorted?.[s]??{},pr=(e,{id:s})=>!!(es(e,s).type&&es(e,s).layer),Ia=(e,s)=>e.claims.filter(t=>pr(s,t)).length;function dr(e,s){let t=e.messages,n=e.claims.length,r=e.claims.flatMap((o,i)=>pr(s,o)?[]:[i+1]);return r.length?r.length===n?d(t.progress_none,{n}):d(r.length===1?t.progress_one:t.progress,{done:n-r.length,n,open:r.join(", ")}):""}function ur(e,s){let t={};for(let{id:n}of e.claims){let{type:r,layer:o}=es(s,n);r&&o&&(t[n]={type:r,layer:o})}return{claims:t}}function mr(e,s){return e.map(({id:n})=>({type:n,who:s.filter(([,r])=>r===n).map(([r])=>r)})).filter(({who:n})=>n.length).sort((n,r)=>r.who.length-n.who.length)}function Jt(e,s,t){return e.claims.map((n,r)=>({claim:n,number:r+1,key:s.claims[n.id],mine:t[n.id]?.type})).filter(({key:n,mine:r})=>r!==n.first&&(n.second===null||r!==n.second))}function fr(e,s,t){let n=e.messages,r=s.causal.second!==null,o=Jt(e,s,t).map(({number:l})=>l);if(!o.length)return r?n.apart_none:n.apart_none_one;let i=r?n.both_coders:n.coder_1;return d(o.length===1?n.apart_single:n.apart,{who:i,numbers:j(o,n.and)})}function gr(e,{causal:s,factual:t}){let n=e.messages,{mine:r,both:o,either:i}=t;if(!r)return n.factual_none;let l=c=>c===0?n.none:c===1?n.one:c,a={mine:r,both:l(o),either:l(i)};return s.second===null?r>1?d(n.factual_coder,a):i?n.factual_single_coder:n.factual_single_coder_not:r===1?o?n.factual_single_both:i?n.factual_single_either:n.factual_single_not:d(i===0?n.factual_neither:o===i?n.factual_both:n.factual_split,a)}function hr(e,s){let t=e.messages,n=e.claims.length,{causal:r,layers:o}=s,i=r.second!==null;return[d(i?t.guess_against:t.guess_against_one,{n,...r}),gr(e,s),d(t.layers_against,{n,same:o.same}),...i?[]:[t.one_coder]]}var Ze=(e,s)=>e.find(t=>t.id===s)?.name??s;function Ra(e){let s=e.messages,t=n=>p`<dl class="tpl-terms">${n.map(({name:r,definition:o})=>p`<div><dt>${r}</dt><dd>${o}</dd></div>`)}</dl>`;return p`<details class="tpl-details" open><summary>${s.definitions}</summary>
    <p><strong>${s.types}</strong></p>${t(e.types)}
    <p><strong>${s.layers}</strong></p>${t(e.layers)}</details>`}function $r(e,s,t){let n=e.messages,[r,o,i]=[t,...s].map(l=>Ze(e.layers,l));return i?d(s.includes(t)?n.layer_open:n.layer_open_other,{layer:o,other:i,mine:r}):d(t===s[0]?n.layer_same:n.layer_other,{layer:o,mine:r})}function Pa(e,s,t){let{config:n,record:r}=e,o=r.reveal?.claims?.[s.id];if(!o||!t)return h;let i=n.messages,a=[[i.you,t.type],[i.coder_1,o.first],[i.coder_2,o.second]].filter(([,u])=>u),c=mr(n.types,a);return p`<div class="tpl-result">
    ${c.map(({type:u,who:m},f)=>p`<div class="tpl-voice">
        <span class="tpl-voice-name">${Ze(n.types,u)}</span>
        ${Be({share:m.length/a.length,text:m.join(", "),className:f?"tpl-second":"tpl-first"})}</div>`)}
    <p class="tpl-small">${$r(n,o.layers,t.layer)}</p>
    ${o.test?p`<p class="tpl-small">${d(i.test,{text:o.test})}</p>`:h}
  </div>`}function Ha(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.committed?.[ys]?.claims??{},l=(a,c)=>s.set({sorted:{...n.sorted,[a]:{...es(n,a),...c}}});return t.claims.map((a,c)=>F(d(o.claim,{n:c+1,all:t.claims.length,paragraph:a.paragraph}),p`<p class="tpl-claim">${a.text}</p>
        ${a.paraphrase?p`<details class="tpl-details"><summary>${d(o.show_paragraph,{paragraph:a.paragraph})}</summary>
              <p class="tpl-small">${a.paraphrase}</p></details>`:h}
        ${M({name:s.id(`type-${a.id}`),legend:o.which_type,options:t.types.map(({id:u,name:m})=>({id:u,text:m})),value:es(n,a.id).type??null,onpick:u=>l(a.id,{type:u}),inline:!0})}
        ${z({id:s.id(`layer-${a.id}`),label:o.which_layer,options:t.layers.map(({id:u,name:m})=>({id:u,text:m})),value:es(n,a.id).layer??null,onpick:u=>l(a.id,{layer:u}),empty:o.choose_layer})}
        ${Pa(e,a,i[a.id])}`,"tpl-card"))}function qa(e){let{config:s,record:t}=e,{reveal:n}=t,r=s.messages;if(!n)return t.stages[ys]?p`<p>${r.in_notebook}</p>`:h;let o=n.causal.second!==null,i=t.committed[ys].claims,l=[[r.pair_first,n.agreement.first],[r.pair_second,n.agreement.second],[r.pair_coders,n.agreement.coders]].filter(([,a])=>a);return p`
    <p><strong>${r.outcome}</strong></p>
    ${w(p`<strong>${fr(s,n,i)}</strong>`)}
    <ul class="tpl-list">${Jt(s,n,i).map(({claim:a,number:c,key:u,mine:m})=>p`<li>
      ${d(o?u.first===u.second?r.apart_item_both:r.apart_item:r.apart_item_one,{n:c,paragraph:a.paragraph,mine:Ze(s.types,m),first:Ze(s.types,u.first),second:Ze(s.types,u.second)})} ${u.reason}</li>`)}</ul>
    <p>${hr(s,n).join(" ")}</p>
    <div>${l.map(([a,c],u)=>p`<div class="tpl-voice">
        <span class="tpl-voice-name">${a}</span>
        ${Be({share:c.share,text:`${y(c.share,r)}, κ ${ve(c.kappa)}`,className:u===2?"tpl-quiet":"tpl-first"})}</div>`)}</div>
    <p class="tpl-small">${r.kappa_note}</p>
    ${o?p`<p class="tpl-small">${r.coders_note}</p>`:h}
    ${n.note?p`<p class="tpl-small">${n.note}</p>`:h}
    <details class="tpl-details"><summary>${r.show_table}</summary>
      ${N(r.table_caption,[r.head_claim,r.head_you,r.coder_1,...o?[r.coder_2]:[]],s.claims.map((a,c)=>{let u=n.claims[a.id],m=i[a.id],f=g=>Ze(s.types,g);return[`${c+1} (${a.paragraph})`,f(m.type),f(u.first),...o?[f(u.second)]:[]]}))}</details>`}function Da(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=t.claims.length,l=r.stages[Vt],a=n.guess??null;return p`
    ${F(o.predict,p`<p>${d(o.predict_text,{n:i})}</p>
        ${V({id:s.id("guess"),label:d(o.guess,{n:i}),min:0,max:i,value:a,onset:c=>s.set({guess:c})})}
        ${S(e,s,{stage:Vt,value:{causal:a},label:o.commit_guess,missing:a===null?d(o.guess_first,{n:i}):"",first:l?.first.causal})}`)}
    ${T(e)}
    ${l?p`${Ra(t)} ${Ha(e,s)}
          ${S(e,s,{stage:ys,value:ur(t,n),label:o.commit_sort,missing:dr(t,n)})}
          ${qa(e)}`:p`<p>${o.locked}</p>`}`}var Qt={};P(Qt,{STEPS:()=>ot,draft:()=>vr,ending:()=>Mr,missing:()=>kr,missingChoice:()=>wr,open:()=>xr,openSteps:()=>yr,pairOf:()=>rt,remarks:()=>Ar,stepValue:()=>Sr,view:()=>Ya});var ot=["argue","reply","swap","answer","joint"],Yt=e=>(e??"").trim(),br=(e,s)=>Yt(e.texts?.[s]),za=(e,s)=>e.stages[s]?.last?.text??"";function xr({value:e,record:s}){let t=Object.entries(e.texts??{});return Object.fromEntries(t.filter(([n,r])=>Yt(r)&&Yt(r)!==za(s,n)))}var Ua=e=>Object.keys(e).length?JSON.stringify(e):"",vr={saved:({record:e})=>Object.values(e.stages).reduce((s,{revision:t})=>s+t,0),kept:()=>"",now:e=>Ua(xr(e)),patch:(e,{value:s})=>({texts:{...s.texts,...JSON.parse(e)}})};function wr({config:e,value:s}){let t=e.messages;return s.first&&s.first===s.second?t.same_twice:s.first&&s.second&&s.mode?"":t.choose_both}function rt({record:e}){let{first:s,second:t}=e.committed.choose??{};return s?`${s}-${t}`:""}function yr(e){let s=rt(e),t=ot.findIndex(n=>!e.record.stages[`${n}.${s}`]);return t<0?ot.length:t+1}function kr({config:e,value:s},t,n){let r=e.messages;return br(s,`${t}.${n}`)?t==="swap"&&!s.signed?.[n]?r.sign_first:t==="joint"&&!s.cards?.[n]?r.card_first:"":r.write_first}function Sr({value:e},s,t){let n=br(e,`${s}.${t}`);return s==="swap"?{text:n,signed:e.signed?.[t]??null}:s==="joint"?{text:n,card:e.cards?.[t]??null}:{text:n}}function Ar(e,s){let t=e.messages,n=et(s),r=Zs(s,Po);return[n.length?d(t.named,{ids:n.join(", ")}):t.none_named,...r.length?[d(t.at_a_distance,{words:r.join(", ")})]:[]]}var Xt=(e,s)=>e.accounts.find(t=>t.letter===s);function _r(e,s,t,n=!0){let r=e.config.messages,{claim:o}=Xt(e.config,s);return p`
    <p>${d(r.claim,{claim:o})}</p>
    <details class="tpl-details" ?open=${n}><summary>${r.lawyer}</summary><p>${t.lawyer}</p>
      <p class="tpl-small">${r.made}</p>
      <p class="tpl-head">${r.fingerprints}</p>
      <ul class="tpl-list">${t.fingerprints.map(i=>p`<li>${i}</li>`)}</ul></details>
    <details class="tpl-details"><summary>${r.cards}</summary>
      <div class="tpl-scroll tpl-cards" tabindex="0" role="region" aria-label=${r.cards}><dl class="tpl-terms">${e.config.cards.map(({id:i,date:l,text:a})=>p`<div>
        <dt>${d(r.card,{id:i,date:l})}</dt><dd>${a}</dd></div>`)}</dl></div></details>`}var Wa=(e,s,t,n)=>p`<div class="tpl-voiced ${n?"tpl-other":""}">
  <p><strong>${d(e.replies,{name:s})}</strong></p><p>${t}</p>
  <p class="tpl-small">${e.made}</p></div>`;function Ga(e,s,t,n){let r=e.config.messages,{value:o}=e;return p`<p>${r.checklist}</p>
    <ul class="tpl-list">${[1,2,3,4].map(i=>p`<li>${r[`checklist_${i}`]}</li>`)}</ul>
    ${M({name:s.id(`signed-${t}`),legend:r[`signed_${n}`],inline:!0,options:["yes","changes","no"].map(i=>({id:i,text:r[`signed_${i}`]})),value:o.signed?.[t]??null,onpick:i=>s.set({signed:{...o.signed,[t]:i}})})}`}function Va(e,s,t){let n=e.config.messages,{config:r,value:o}=e;return z({id:s.id(`card-${t}`),label:n.ask_card,empty:n.choose_card,options:r.cards.map(({id:i,date:l,text:a})=>({id:i,text:`${d(n.card,{id:i,date:l})} ${a.length>70?`${a.slice(0,69)}…`:a}`})),value:o.cards?.[t]??null,onpick:i=>s.set({cards:{...o.cards,[t]:i}})})}function Ja(e,s,t,n){let{config:r,value:o,record:i}=e,l=r.messages,{pair:a,mode:c,case:u,other_case:m}=i.reveal,[f,g]=a.split("-"),$=`${t}.${a}`,b=o.texts?.[$]??"",_=l[`ask_${t}`]??l[`ask_${t}_${c}`],A=t==="argue"||t==="swap"||c==="pair"&&t!=="joint",v=c==="alone"?i.reveal[t]:void 0;return O(d(l[`step_${t}`],n),p`
    ${t==="argue"?_r(e,f,u):h}
    ${(t==="swap"||t==="reply"&&c==="pair")&&m?_r(e,g,m,t!=="swap"||c==="alone"):h}
    ${v?Wa(l,t==="reply"?n.second:n.first,v,t==="reply"):h}
    ${we({id:s.id($),label:d(_,n),rows:A?6:3,value:b,oninput:E=>s.set({texts:{...o.texts,[$]:E}}),describedby:A?s.id(`${$}-says`):void 0})}
    ${A?p`<p class="tpl-small" id=${s.id(`${$}-says`)}>${Ar(r,b).join(" ")}</p>`:h}
    ${t==="swap"?Ga(e,s,a,c):h}
    ${t==="joint"?Va(e,s,a):h}
    ${S(e,s,{stage:$,value:Sr(e,t,a),label:l.keep,missing:kr(e,t,a),first:i.stages[$]?.first?.text})}`)}function Mr({config:e,record:s}){let t=s.stages[`joint.${rt({record:s})}`]?.last;if(!t)return"";let n=e.cards.find(({id:r})=>r===t.card);return d(e.messages.done,{card:t.card,text:n?.text??""})}function Ka(e,s){let{config:t,record:n}=e,r=t.messages;if(!n.stages.choose)return h;if(!n.reveal)return p`<p>${r.in_notebook}</p>`;let[o,i]=n.reveal.pair.split("-"),l={first:Xt(t,o).name,second:Xt(t,i).name};return p`
    ${ot.slice(0,yr(e)).map(a=>Ja(e,s,a,l))}
    ${w(Mr(e))}`}function Ya(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=t.accounts.map(({letter:a,name:c})=>({id:a,text:d(o.account,{letter:a,name:c})})),l=e.local.restored!==void 0&&e.local.restored===vr.now(e);return p`
    ${O(o.choose,p`
      <p>${o.choose_says}</p>
      ${["first","second"].map(a=>z({id:s.id(a),label:o[a],options:i,empty:o.choose_account,value:n[a]??null,onpick:c=>s.set({[a]:c})}))}
      ${M({name:s.id("mode"),legend:o.mode,options:["alone","pair"].map(a=>({id:a,text:o[`mode_${a}`]})),value:n.mode??null,onpick:a=>s.set({mode:a})})}
      ${S(e,s,{stage:"choose",label:o.begin,missing:wr(e),value:{first:n.first??null,second:n.second??null,mode:n.mode??null}})}
      ${r.stages.choose&&`${n.first}-${n.second}`!==rt(e)?p`<p class="tpl-small">${o.changed_pair}</p>`:h}`)}
    ${T(e)}
    ${w(l?o.restored:"")}
    ${Ka(e,s)}`}var tn={};P(tn,{HANDLES:()=>ks,LAMBDA:()=>Zt,OPTIONS:()=>Tr,PREDICT:()=>it,choices:()=>sn,demonstration:()=>Nr,parameters:()=>lt,prospectText:()=>en,sentence:()=>Er,view:()=>oc});var it="predict",Zt="lambda",ks={alpha:[.3,1.2,.01],loss_aversion:[1,4,.05],gamma:[.3,1.2,.01],delta:[.3,1.2,.01]},Tr=["more","fewer","nothing"],Xa=600,Or={alpha:"alpha",loss_aversion:"lambda",gamma:"gamma",delta:"delta"};function lt({config:e,value:s}){let t=Object.fromEntries(Object.keys(ks).map(n=>[n,s[n]??e.medians[n]]));return{...t,beta:t.alpha}}function sn(e,s){return e.map(t=>{let[n,r]=[Le(t.a,s),Le(t.b,s)],i=Math.abs(n-r)<=1e-12*Math.max(1,Math.abs(n),Math.abs(r))?"tie":n>r?"A":"B";return{...t,value_a:n,value_b:r,chosen:i,matches:i===t.majority}})}function Er(e){let s=e.config.messages,t=sn(e.record.reveal.problems,lt(e)),n=i=>j(i.map(({id:l})=>xs(l)),s.and),r=t.filter(({matches:i})=>!i),o=t.filter(({chosen:i})=>i==="tie");return[d(s.result,{n:t.length-r.length,all:t.length}),r.length?d(s.result_missed,{numbers:n(r)}):s.result_all,o.length?d(s.tie,{numbers:n(o)}):"",d(s.result_predicted,{count:e.record.stages[it].last.count})].filter(Boolean).join(" ")}function en(e,s){let t=n=>`${n<0?"−":""}${Math.abs(n).toLocaleString("en")}`;return s.map(([n,r])=>r===1?d(e.sure,{x:t(n)}):d(e.part,{x:t(n),p:Number((r*100).toFixed(4))})).join(", ")||e.none}function Nr({config:e},s){let t={...e.medians,loss_aversion:s},[n,r]=e.gamble,[[o],[i]]=e.mixed,l=Le([[-e.sure,1]],t),a=Le([[-n,r]],t),c=Le(e.mixed,t),m=fe(.5,t.gamma)*ye(o,t)/(fe(.5,t.delta)*-ye(i,{...t,loss_aversion:1}));return{sure:l,gamble:a,coin:c,turn:m}}var ge=(e,s=1)=>`${e<0?"−":""}${Math.abs(e).toFixed(s)}`;function Qa(e,s){let t=e.config.messages,{width:n}=B(e),r=Math.min(n,260),[o,i]=[ye(100,s),ye(-100,s)],l=Math.max(o,-i,1),a=C([-100,100],[10,n-10]),c=C([-l,l],[r-24,8]),u=Array.from({length:81},(f,g)=>-100+g*2.5).map(f=>[a(f),c(ye(f,s))]),m=d(t.value_says,{gain:ge(o),loss:ge(i)});return p`<section aria-label=${t.value_head}><p class="tpl-head">${t.value_head}</p>
    ${I({width:n,height:r,label:m},k`
      <line class="tpl-grid" x1=${a(-100)} x2=${a(100)} y1=${c(0)} y2=${c(0)}></line>
      <line class="tpl-grid" x1=${a(0)} x2=${a(0)} y1=${c(-l)} y2=${c(l)}></line>
      ${me(u,"tpl-first")}
      ${x(a(100),c(o)+(o>l*.8?18:-8),ge(o),"end","tpl-strong tpl-halo")}
      ${x(a(-100)+34,c(i)-2,ge(i),"start","tpl-strong tpl-halo")}
      ${x(a(100),r-4,t.value_axis,"end")}`)}
    <p class="tpl-small">${m}</p></section>`}function Za(e,s){let t=e.config.messages,{width:n}=B(e),r=Math.min(n,260),o=C([0,1],[10,n-10]),i=C([0,1],[r-24,8]),l=c=>Array.from({length:101},(u,m)=>m/100).map(u=>[o(u),i(fe(u,c))]),a=d(t.weight_says,{small:fe(.05,s.gamma).toFixed(2),large:fe(.9,s.gamma).toFixed(2)});return p`<section aria-label=${t.weight_head}><p class="tpl-head">${t.weight_head}</p>
    ${I({width:n,height:r,label:a},k`
      <line class="tpl-grid" x1=${o(0)} x2=${o(1)} y1=${i(0)} y2=${i(1)}></line>
      <line class="tpl-grid" x1=${o(0)} x2=${o(1)} y1=${i(0)} y2=${i(0)}></line>
      ${me(l(s.gamma),"tpl-first")}
      ${me(l(s.delta),"tpl-second tpl-dashed")}
      ${x(o(.02),20,t.weight_gains,"start","tpl-strong")}${x(o(.02),38,t.weight_losses)}
      ${x(o(1),r-4,t.weight_axis,"end")}`)}
    <p class="tpl-small">${a}</p><p class="tpl-small">${t.weight_belief}</p></section>`}function ec(e,s,t){let n=e.config.messages,[r,o,i]=ks[t],l=e.config.medians[t];return D({id:s.id(t),label:n[`${Or[t]}_label`],note:n[`${Or[t]}_note`],value:e.value[t]??null,rest:l,min:r,max:o,step:i,show:a=>a.toFixed(2),unset:d(n.at_median,{x:l.toFixed(2)}),onset:a=>s.set({[t]:Number(a.toFixed(2))})})}function sc(e){let s=e.config.messages,t=sn(e.record.reveal.problems,lt(e)),n=e.width>=Xa,r=c=>[en(s,c.a),en(s,c.b)],o=c=>p`<small class="tpl-block">${c}</small>`,[i,l]=[s.narrow_a,s.narrow_b],a=c=>p`${xs(c.id)}${c.given?p` <small>${d(s.given,{sum:c.given.toLocaleString("en")})}</small>`:h}${n?h:r(c).map((u,m)=>o(d(m?l:i,{text:u})))}${c.confirmed?h:p` <small>(${s.memory})</small>`}`;return p`<div class=${n?"tpl-roomy":"tpl-tight"}>${N(s.table_head,[s.head_problem,...n?[s.head_a,s.head_b]:[],s.head_majority,s.head_model,s.head_match],t.map(c=>[a(c),...n?r(c):[],d(s.majority_cell,{option:c.majority,percent:c.percent}),c.chosen==="tie"?s.indifferent:c.chosen,c.matches?s.yes:p`<strong>${s.no}</strong>`]))}</div>`}function tc(e,s){let{config:t}=e,n=t.messages,r=lt(e),{wide:o}=B(e),i={alpha:1,loss_aversion:1,gamma:1,delta:1},l=c=>Object.entries(c).every(([u,m])=>Math.abs(r[u]-m)<1e-9),a=Object.fromEntries(Object.keys(ks).map(c=>[c,t.medians[c]]));return p`
    ${w(p`<strong>${Er(e)}</strong>`)}
    <div class=${o?"tpl-columns":""}>
      <section aria-label=${n.controls}><p class="tpl-head">${n.controls}</p>
        ${Object.keys(ks).map(c=>ec(e,s,c))}
        <div class="tpl-buttons" role="group" aria-label=${n.presets}>
          ${L(n.preset_medians,()=>s.set(a),{pressed:l(a)})}
          ${L(n.preset_straight,()=>s.set(i),{pressed:l(i)})}
        </div></section>
      <div>${Qa(e,r)}${Za(e,r)}</div>
    </div>
    ${sc(e)}
    <details class="tpl-details"><summary>${n.misses_more}</summary><p>${n.misses_note}</p></details>`}function nc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,[i,l]=t.gamble,[[a],[c]]=t.mixed,u={sure:t.sure,loss:i,p:l*100},m=r.stages[Zt],f=n.shown_lambda??t.medians.loss_aversion,g=Nr(e,f),{wide:$,width:b}=B(e),_=(E,q)=>Ye(E,Math.min(b,460),q),A=d(o.lambda_says,{lambda:f.toFixed(2),sure_value:ge(g.sure),gamble_value:ge(g.gamble),better:g.gamble>g.sure?o.lambda_better_gamble:o.lambda_better_sure}),v=d(o.lambda_mixed_says,{value:ge(g.coin),taken:g.coin>0?o.lambda_taken:o.lambda_left,turn:g.turn.toFixed(2)});return O(o.lambda_head,p`
    <p>${d(o.lambda_text,u)}</p>
    ${M({name:s.id("guess"),legend:o.lambda_predict,options:Tr.map(E=>({id:E,text:o[`option_${E}`]})),value:n.guess??null,onpick:E=>s.set({guess:E})})}
    ${S(e,s,{stage:Zt,value:{choice:n.guess??null},label:o.lambda_commit,missing:n.guess?"":o.lambda_missing,first:o[`option_${m?.first?.choice}`]})}
    ${m?p`
      <p>${o[`lambda_answer_${m.last.choice}`]}</p>
      ${D({id:s.id("shown-lambda"),label:o.lambda_move,min:1,max:3,step:.05,value:n.shown_lambda??null,rest:f,show:E=>E.toFixed(2),unset:d(o.at_median,{x:f.toFixed(2)}),onset:E=>s.set({shown_lambda:Number(E.toFixed(2))})})}
      <div class=${$?"tpl-columns":""}>
        <section aria-label=${o.lambda_two_losses}><p class="tpl-head">${o.lambda_two_losses}</p>
          ${_([{name:d(o.lambda_sure,u),value:-g.sure,text:ge(g.sure),quiet:g.gamble>g.sure},{name:d(o.lambda_gamble,u),value:-g.gamble,text:ge(g.gamble),quiet:g.gamble<=g.sure}],A)}
          ${w(A)}</section>
        <section aria-label=${o.lambda_mixed}><p class="tpl-head">${o.lambda_mixed}: ${d(o.lambda_coin,{win:a,loss:-c})}</p>
          ${w(v)}</section>
      </div>`:h}`)}function oc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[it],l=n.count??null;return p`
    ${F(o.predict_head,p`<p>${Y(d(o.predict_text,t))}</p>
      ${V({id:s.id("count"),label:d(o.predict_label,t),min:0,max:t.all,value:l,onset:a=>s.set({count:a})})}
      ${S(e,s,{stage:it,value:{count:l},label:o.commit,missing:l===null||!Number.isInteger(l)?d(o.missing,t):"",first:i?.first?.count})}`)}
    ${T(e)}
    ${i&&r.reveal?p`${tc(e,s)}${nc(e,s)}<p class="tpl-small">${o.assumptions}</p>`:p`<p class="tpl-small">${o.closed}</p>`}`}var nn={};P(nn,{CODES:()=>jr,OPEN:()=>Br,byOutcome:()=>Fr,missing:()=>Cr,openOnes:()=>Lr,view:()=>ac});var jr="codes",Br="open",Lr=({config:e,value:s})=>e.extracts.filter(({id:t})=>!e.domains.includes(s.codes?.[t])).map(({id:t})=>t);function Cr(e){let s=e.config.messages,t=Lr(e);return t.length?d(t.length===1?s.missing_one:s.missing_many,{ids:j(t,s.and)}):""}function Fr(e,s){let t=Object.keys(s),n=a=>[a.filter(c=>e[c]==="losses").length,a.length],[r,o]=n(t.filter(a=>s[a].force)),[i,l]=n(t.filter(a=>!s[a].force));return{force:r,all_force:o,calm:i,all_calm:l}}function rc(e){let s=e.config.messages;return O(s.codebook,p`<p>${s.codebook_text}</p>
    ${N(s.codebook_table,[s.head_code,s.head_means],e.config.domains.map(t=>[s[`name_${t}`],s[`means_${t}`]]))}`)}function ic(e,s){let{config:t,value:n,record:r}=e,o=t.messages,{coders:i,who:l}=r.reveal??{};return O(o.statements,p`
    ${t.extracts.map(({id:a,text:c},u)=>p`
      ${M({name:s.id(a),inline:!0,legend:p`${d(o.statement,{n:u+1,all:t.extracts.length,id:a})}<span class="tpl-block tpl-lead">${c}</span>`,options:t.domains.map(m=>({id:m,text:o[`name_${m}`]})),value:n.codes?.[a]??null,onpick:m=>s.set({codes:{...n.codes,[a]:m}})})}
      ${i?p`<ul class="tpl-list tpl-small">${i[a].map(({domain:m,reason:f},g)=>p`<li>${d(o.coder,{n:g+1,domain:o[`name_${m}`],reason:f})}</li>`)}</ul>`:h}
      ${l?p`<p class="tpl-result">${d(o.who_line,l[a])} <strong>${d(o.outcome_line,l[a])}</strong>
        <span class="tpl-block tpl-small">${d(o.source_line,l[a])}${l[a].confirmed?h:p` ${o.unconfirmed}`}</span></p>`:h}`)}
    ${S(e,s,{stage:jr,value:{codes:n.codes??{}},label:o.commit,missing:Cr(e)})}`)}function lc(e){let{config:s,record:t}=e,n=s.messages,r=s.extracts.length,o=t.reveal.agreement.map(({id:i,share:l,kappa:a})=>({id:i,n:Math.round(l*r),kappa:ve(a)}));return O(n.agreement,p`
    ${w(d(n.agreement_says,{...o[0],all:r}))}
    <ul class="tpl-list">${o.map(i=>p`<li>${n[`pair_${i.id}`]}: ${d(n.agreement_row,{...i,all:r})}</li>`)}</ul>
    <p class="tpl-small">${n.kappa_note}</p>`)}function ac(e,s){let{record:t}=e,n=e.config.messages,{reveal:r}=t;return p`
    ${rc(e)}
    ${ic(e,s)}
    ${T(e)}
    ${r?p`${lc(e)}
      ${r.who?O(n.opened,p`
          ${w(d(n.domain_by_outcome,Fr(r.blind,r.who)))}
          <p class="tpl-small">${n.changed_after} ${n.domain_note}</p>`):p`<p>${n.open_text}</p>${S(e,s,{stage:Br,value:{},label:n.open})}`}`:p`<p class="tpl-small">${n.locked}</p>`}`}var rn={};P(rn,{STAGE:()=>on,view:()=>cc,withUnit:()=>Ss});var on="estimate",Ss=(e,s)=>s?`${e} ${s}`:String(e);function cc(e,s){let{config:t,value:n,record:r}=e,{messages:o,low:i,high:l,unit:a}=t,c=r.stages[on],u=n.number??null;return p`
    ${F(t.prompt,D({id:s.id("number"),label:o.label,min:i,max:l,step:t.step,value:u,onset:m=>s.set({number:m}),show:m=>Ss(m,a),unset:o.not_set,ends:[Ss(i,a),Ss(l,a)]}))}
    ${S(e,s,{stage:on,value:{number:u},label:o.save,missing:u===null?o.set_first:"",first:c&&Ss(c.first.number,a)})}
    ${T(e)}
    ${w(c&&c.last.number!==u?o.unsaved:"")}`}var _n={};P(_n,{asks:()=>li,cardSummary:()=>wi,view:()=>Ec,weightsMissing:()=>yi});var ln=e=>e.reduce((s,t)=>s+t,0);function Ce(e){if(!e.length||!e.every(r=>Number.isFinite(r)&&r>=0))return null;let s=Math.max(...e);if(s===0)return null;let t=e.map(r=>r/s),n=ln(t);return t.map(r=>r/n)}function le(e){let s=e.filter(n=>n<0),t=new Array(s.length+1).fill(0);for(let n of e.filter(r=>r>0))t[0]=1,s.forEach((r,o)=>{t[o+1]=t[o]/(1-r/n)+t[o+1]/(1-n/r)});return Math.min(t[s.length],1)}function Ir(e,s){if(s.length===1)return le(e);let t=pc(s).map(n=>{let r=0;return le(n.map((o,i)=>(r+=e[o])/(i+1)))});return ln(t)/t.length}function pc(e){return e.reduce((s,t)=>s.flatMap(n=>Rr(t).map(r=>[...n,...r])),[[]])}function Rr(e){return e.length<2?[e]:e.flatMap(s=>Rr(e.filter(t=>t!==s)).map(t=>[s,...t]))}function an(e){return[...new Set(e)].sort((t,n)=>n-t).map(t=>e.flatMap((n,r)=>n===t?[r]:[]))}function Pr(e,s){let t=Ce(s),n=Math.max(...e.map(Math.abs))||1,r=e.map(g=>g/n),o=ct(r,t),i=o>0,l=i?r:r.map(g=>-g),a=l.indexOf(Math.min(...l));if(l[a]>0||l[a]===0&&!i)return null;let c=Math.abs(o),u=0,m=[...t],f=l.map((g,$)=>$).sort((g,$)=>l[$]-l[g]);for(let g of f){let $=l[g]-l[a];if(c<=0||$<=0)break;let b=Math.min(t[g],c/$);m[g]-=b,u+=b,c-=b*$}return m[a]+=u,{distance:2*u,weights:m}}function at(e){return e.every(s=>s<=0)?"never":e.every(s=>s>=0)?"always":"depends"}function ct(e,s){return ln(e.map((t,n)=>t*s[n]))}function Hr(e){return{temptation:2+2*e,reward:3,punishment:1,sucker:1-2*e}}function qr({temptation:e,reward:s,punishment:t,sucker:n}){let r=s-e,o=t-n;return r<0?null:o<=0?0:o/(r+o)}function Dr({temptation:e,reward:s,punishment:t,sucker:n}){return e>s&&s>t&&t>n?"Prisoner's Dilemma":s>e&&e>=t&&t>n?"Stag Hunt":e>s&&s>n&&n>t?"Chicken":s>=e&&n>=t&&(s>e||n>t)?"Harmony":"other"}function zr({temptation:e,reward:s,punishment:t,sucker:n},r){let o=r*s+(1-r)*n,i=r*e+(1-r)*t,l=1e-12*Math.max(1,Math.abs(o),Math.abs(i));return o>=i-l?"cooperate":"defect"}function cn(e,s){return e?e/(e+(1-e)*(1-s)):0}var Ur=(e,s)=>2*e*(1-s);function Wr(e,s,t=10,{fatigue:n=.5,grievance:r=.05}={}){let o=Ur(e,s),i=[1];for(let l=0;l<t;l+=1){let a=i[l];i.push((1-n)*a+o*a+r)}return i}var Gr=(e,s,t=.5)=>Ur(e,s)<t;var dc=2,ne=e=>e.reduce((s,t)=>s+t,0),pn=e=>Math.round(e*1e9)/1e9;function Vr(e){return e.every(s=>Number.isFinite(s)&&s>=1)?Ce(e.map(Math.log)):null}function uc(e,s,t="sum"){if(t==="sum")return pn(ne(e.map((o,i)=>s[i]*o))/ne(s));let n=Math.max(...s),r=e.map((o,i)=>1-s[i]/n*(1-o));return pn(t==="product"?r.reduce((o,i)=>o*i,1):Math.min(...r))}var Jr=({outcomes:e,counts:s})=>ne(s.filter((t,n)=>!e[n]));function pt(e,s,t="sum"){let n=e.values.map(a=>uc(a,s,t)),r=Jr(e),o=dc,i=r,l=n.map((a,c)=>c).sort((a,c)=>n[c]-n[a]);return l.forEach((a,c)=>{i+=e.outcomes[a]?e.counts[a]:-e.counts[a],(c+1===l.length||n[l[c+1]]<n[a])&&i>r+1e-9&&([o,r]=[n[a],i])}),{threshold:o,scores:n,says:n.map(a=>a>=o),hits:pn(r),of:ne(e.counts)}}function Kr(e){let s=e.factors.length,t=e.factors.map((o,i)=>pt(e,e.factors.map((l,a)=>+(a===i))).hits),n=Math.max(...t),r=Jr(e);return{alwaysNo:r,bestSingle:n,bestFactors:n>r+1e-9?e.factors.filter((o,i)=>t[i]===n):[],equalWeights:pt(e,new Array(s).fill(1)).hits}}function Yr(e,{says:s}){return[!0,!1].map(t=>{let n=e.counts.map((r,o)=>s[o]===t?r:0);return(ne(n.filter((r,o)=>e.outcomes[o]))+1)/(ne(n)+2)})}function Xr(e){return e.factors.map((s,t)=>{let n=r=>{let o=e.counts.map((l,a)=>e.outcomes[a]===r?l:0),i=ne(o);return i?ne(o.map((l,a)=>l*e.values[a][t]))/i:0};return n(!0)-n(!1)})}var dn=e=>e.names.filter((s,t)=>e.values[t].includes(.5));function Qr(e,s=null){return s===null&&dn(e).length?null:e.values.map(t=>t.map(n=>n>.5||n===.5&&s==="present"))}function Zr(e,s,t=null){let n=Qr(e,t);if(!n||!s.length)return null;let r=s.map(u=>e.factors.indexOf(u)),o=new Map;n.forEach((u,m)=>{let f=r.map($=>u[$]),g=f.join();o.has(g)||o.set(g,{present:f,numbers:[]}),o.get(g).numbers.push(m)});let i=u=>ne(u.filter(m=>e.outcomes[m]).map(m=>e.counts[m])),l=i(e.names.map((u,m)=>m)),a=[...o.values()].map(({present:u,numbers:m})=>{let f=ne(m.map($=>e.counts[$])),g=i(m)/f;return{present:u,cases:m,force:i(m),n:f,consistency:g,coverage:l?i(m)/l:null,contradictory:g>0&&g<1}}),c=u=>u.present.map(m=>m?"0":"1").join("");return a.sort((u,m)=>m.consistency-u.consistency||m.n-u.n||c(u).localeCompare(c(m)))}function ei(e,s=null){let t=Qr(e,s);if(!t)return null;let n=(i,l)=>{let a=c=>ne(c.map(u=>e.counts[u]));return l.length?a(i)/a(l):null},r=e.names.map((i,l)=>l),o=r.filter(i=>e.outcomes[i]);return e.factors.map((i,l)=>{let a=r.filter(m=>t[m][l]),c=r.filter(m=>!t[m][l]),u=m=>m.filter(f=>e.outcomes[f]);return{necessity:n(u(a),o),sufficiency:n(u(a),a),without:n(u(c),c)}})}var si={coder:1,outcome:"force",once:!1,turned:[]},ss=({value:e})=>Object.fromEntries(Object.keys(si).map(s=>[s,e[s]??si[s]])),mn=({config:e,value:s,record:t})=>t.stages.cards?[]:e.factors.map(({id:n})=>n).filter(n=>!(s.read??[]).includes(n));function As(e){let s=t=>!!(e.record.stages[t]&&e.record.reveal);return{cards:mn(e).length===0,positives:s("cards"),weights:s("positives"),result:s("weights")&&!!e.record.reveal.cases}}var ti=({config:e,value:s})=>e.cards.filter(({id:t})=>e.blind.some(n=>(s.codes?.[t]?.[n]??null)===null)).map(({id:t})=>t);function ni(e){let{coder:s,outcome:t,once:n,turned:r}=ss(e),o=e.record.reveal.cases,i=l=>o.filter(a=>a.story===l).length;return{names:o.map(({name:l})=>l),factors:e.config.factors.map(({id:l})=>l),values:o.map(({x:l})=>l[s]),outcomes:o.map(l=>l[t]!==r.includes(l.id)),counts:o.map(({story:l})=>n&&l!==null?1/i(l):1)}}var Ms=({config:e,value:s})=>Vr(e.factors.map(({id:t})=>s.swings?.[t]??null));function fn(e){let s=e.record.stages.weights?.last,{swings:t={},rule:n}=e.value;return!!s&&s.rule===n&&e.config.factors.every(({id:r})=>s.swings[r]===t[r])}var un=new WeakMap;function he(e,s=e.value.rule){un.has(e)||un.set(e,new Map);let t=un.get(e);return t.has(s)||t.set(s,mc(e,s,t.values().next().value)),t.get(s)}function mc(e,s,t){let n=Ms(e);if(!As(e).result||!n||!s)return null;let r=t?.cases??ni(e),o=t?.baselines??Kr(r),i=pt(r,n,s),l=Math.max(o.alwaysNo,o.bestSingle,o.equalWeights);return{cases:r,weights:n,rule:s,...i,least:l,baselines:o,beats:i.hits>l+1e-6,chances:Yr(r,i)}}function dt(e){let s=he(e);return e.config.rules.map(t=>{let n=he(e,t);return{rule:t,hits:n.hits,of:n.of,beats:n.beats,turns:n.beats!==s.beats}})}function oi(e){return Xr(e).map((t,n)=>({place:n,d:Math.round(t*1e9)/1e9})).sort((t,n)=>Math.abs(n.d)-Math.abs(t.d)||t.place-n.place)}var ri=e=>e.x[2]?e.x[1].map((s,t)=>s!==e.x[2][t]):e.x[1].map(()=>!1);function ii(e){let s=ni(e),t=e.value.half??null;return{cases:s,relations:ei(s,t),rows:Zr(s,e.value.qca??[],t)}}function li(e){if(!(As(e).result&&Ms(e)&&e.value.rule))return{};let{swings:t,rule:n,disliked:r}=e.value,o={swings:t,rule:n,...ss(e)};return{robust:o,...r?{lawyer:{...o,account:r}}:{}}}var ai=e=>{let{coder:s,outcome:t}=ss(e);return{coder:s,outcome:t,half:e.value.half??null}};var ae=e=>e===.5?"½":String(e),R=e=>String(Math.round(e*10)/10),ci=(e,s)=>j(e.config.factors.map(({id:t},n)=>`${t} ${Math.round(s[n]*100)}`),e.config.messages.and);function pi(e){let s=e.config.messages,t=e.record.reveal.present,n=e.config.present,r=t.filter(({x:l})=>l===1),o=t.filter(({x:l})=>l!==1),i=l=>l.filter(a=>a.force).length;return[d(s.present,{all:t.length,factor:n,n:r.length,k:i(r),said:e.record.stages.positives.last.chance,share:y(i(r)/r.length,s)}),d(s.present_without,{factor:n,n:o.length,k:i(o)}),d(i(o)===0?s.necessary:s.not_necessary,{factor:n})]}function di(e,s=he(e)){let{alwaysNo:t,bestSingle:n,equalWeights:r}=s.baselines;return d(e.config.messages.hits,{hits:R(s.hits),of:R(s.of),no:R(t),single:R(n),equal:R(r)})}var ui=(e,s=he(e))=>e.config.messages[s.beats?"beats":"not_beats"],gn=e=>e*100<.05?"<0.1":(e*100).toFixed(1),Fe=e=>Math.min(.9999,Math.max(1e-4,e));function mi(e,s){let t=e.config.messages;return d(t.robust,{share:y(Fe(s.order.agree),t),error:gn(s.order.error),draws:s.draws.toLocaleString("en"),all:y(Fe(s.all.agree),t)})}function fi(e,s){let t=e.config.messages;return d(t.as_good,{share:y(Fe(s.order.as_good),t),all:y(Fe(s.all.as_good),t)})}function hn(e){let s=e.config.messages,t=dt(e).filter(({turns:n})=>n).map(({rule:n})=>s[`rule_short_${n}`]);return t.length?d(s.rule_turns,{rules:j(t,s.and)}):""}function gi(e,s,t){let n=e.config.messages,r={account:n[`account_${s.account.toLowerCase()}`],hits:R(s.hits),of:R(t),share:y(s.share,n),mine:y(s.mine,n)};return d(s.weights?n.lawyer_found:n.lawyer_none,r)}var Ie=e=>p`<span class="tpl-whole">${e}</span>`,hi=e=>p`<span class="tpl-long">${e}</span>`;function $i(e,s){let{config:t}=e,n=t.messages,r=he(e);return r?p`
    ${fn(e)?h:p`<p class="tpl-alert">${n.not_kept}</p>`}
    ${w(p`<strong>${di(e,r)}</strong> ${ui(e,r)}`)}
    <p class="tpl-small">${r.says.includes(!0)?d(n.threshold,{threshold:r.threshold.toFixed(2)}):n.never}</p>
    ${fc(e,r)}
    ${X(n.compare_fold,p`<div class=${B(e).wide?"tpl-columns":""}>
      <div>${gc(e,r)}</div>
      <div>${N(n.rules_table,[n.rule_head,n.hits_head,n.conclusion_head],dt(e).map(o=>[n[`rule_short_${o.rule}`],Ie(`${R(o.hits)} / ${R(o.of)}`),o.beats?n.yes:n.no]))}</div>
    </div>`,B(e).wide)}
    ${hn(e)?p`<p class="tpl-alert" role="status">${hn(e)}</p>`:h}
    ${hc(e,s)}
    ${X(n.cases_fold,p`${$c(e,r)}${_c(e)}`,B(e).wide)}
    ${bc(e,s)}
    <p class="tpl-small">${n.break}</p>`:p`<p>${n.all_ones}</p>`}function fc(e,s){let t=e.config.messages,n=e.answers.robust;if(!n?.answer)return p`<p aria-live="polite">${t.robust_waiting}</p>`;let{answer:r}=n,o=Fe(r.order.agree),{width:i}=B(e),l=[...r.all.spread].reverse().map(([a,c])=>({name:d(t.spread_row,{hits:R(a)}),value:c,text:Math.abs(a-s.hits)<1e-6?d(t.spread_you,{share:y(c,t)}):y(c,t),quiet:Math.abs(a-s.hits)>=1e-6}));return p`<div class=${n.pending?"tpl-stale":""} aria-busy=${String(!!n.pending)}>
    ${Xe(e,{share:o,first:"",second:"",label:d(t.bar_label,{share:y(o,t)})})}
    <p aria-live="polite">${n.pending?t.robust_waiting:mi(e,r)}</p>
    <p>${r.turn_says}</p>
    <p>${fi(e,r)}</p>
    ${X(t.spread,Ye(l,i,l.map(({name:a,text:c})=>`${a}: ${c}`).join("; ")),B(e).wide)}
    <p class="tpl-small">${t.share_note}</p>
  </div>`}function gc(e,s){let t=e.config.messages,{alwaysNo:n,bestSingle:r,bestFactors:o,equalWeights:i}=s.baselines,l=o.length?d(t.base_single,{names:j(o,t.and)}):t.base_single_none,a=R(s.of);return N(t.baselines_table,[t.model_head,t.hits_head],[[t.your_model,Ie(`${R(s.hits)} / ${a}`)],[t.base_no,Ie(`${R(n)} / ${a}`)],[l,Ie(`${R(r)} / ${a}`)],[t.base_equal,Ie(`${R(i)} / ${a}`)]])}function hc(e,s){let{config:t,record:n}=e,r=t.messages,{coder:o,outcome:i,once:l,turned:a}=ss(e),{coders:c,cases:u}=n.reveal,m=g=>s.set({turned:a.includes(g)?a.filter($=>$!==g):[...a,g]}),f=u.filter(g=>g.borderline);return X(r.switches,p`<p class="tpl-small">${r.switches_note}</p>
    <div class="tpl-thirds">
    ${M({name:s.id("coder"),legend:r.coder,value:String(o),onpick:g=>s.set({coder:Number(g)}),options:c.map(g=>({id:String(g),text:r[`coder_${g}`]}))})}
    ${M({name:s.id("outcome"),legend:r.outcome,value:i,onpick:g=>s.set({outcome:g}),options:["force","combat"].map(g=>({id:g,text:r[`outcome_${g}`]}))})}
    ${M({name:s.id("once"),legend:r.once,value:l?"yes":"no",onpick:g=>s.set({once:g==="yes"}),options:["no","yes"].map(g=>({id:g,text:r[`once_${g}`]}))})}</div>
    <p class="tpl-small">${r.once_note}${c.length===1?` ${r.one_coder}`:""}</p>
    ${f.length?p`<details class="tpl-details" ?open=${a.length>0}><summary>${r.borderline}</summary><div class="tpl-options">${f.map(g=>p`<label class="tpl-option">
      <input type="checkbox" .checked=${a.includes(g.id)} @change=${()=>m(g.id)} />
      <span>${d(r.borderline_flip,{name:g.name,outcome:g[i]?r.borderline_none:r.borderline_force})}
        <span class="tpl-block tpl-small">${g.borderline}</span></span></label>`)}</div></details>`:h}`,B(e).wide)}function $c(e,s){let{config:t,record:n}=e,r=t.messages,o=oi(s.cases),{coder:i}=ss(e),l=n.reveal.cases.map((a,c)=>{let u=ri(a);return[a.name,s.cases.outcomes[c]?r.yes:r.no,s.says[c]?r.says_force:r.says_no,s.says[c]===s.cases.outcomes[c]?Ie(r.right):Ie(r.wrong),s.scores[c].toFixed(2),...o.map(({place:m})=>u[m]?d(r.apart,{value:ae(a.x[i][m])}):ae(a.x[i][m]))]});return p`
    ${N(r.cases_table,[r.crisis,r.outcome_head,r.says_head,r.right_head,r.score_head,...o.map(({place:a})=>t.factors[a].id)],l)}
    ${n.reveal.coders.length>1?p`<p class="tpl-small">${r.apart_note}</p>`:h}
    <details class="tpl-details"><summary>${r.separation_table}</summary>${N(r.separation_table,[r.factor_head,r.separation_head],o.map(({place:a,d:c})=>[t.factors[a].id,c.toFixed(2).replace("-","−")]))}</details>`}function _c(e){let{config:s,record:t}=e,n=s.messages;return t.reveal.coders.length<2?h:N(n.kappas_table,[n.factor_head,n.kappa_head],s.factors.map(({id:r,name:o})=>[`${r} · ${o}`,ve(t.reveal.kappas[r])]))}function bc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,{cases:i,coders:l}=r.reveal,a=i.find(({id:c})=>c===n.case);return p`${z({id:s.id("case"),label:o.case_pick,value:n.case??null,empty:o.choose,options:i.map(({id:c,name:u})=>({id:c,text:u})),onpick:c=>s.set({case:c})})}
  ${a?N(d(o.case_table,{name:a.name}),[o.factor_head,...l.flatMap(c=>[d(o.value_head,{n:c}),d(o.reason_head,{n:c}),o.source_head])],t.factors.map(({id:c},u)=>[c,...l.flatMap(m=>[ae(a.x[m][u]),...a.why[m][u].map(hi)])])):h}`}function _i(e,s){let{config:t,value:n}=e,r=t.messages,{cases:o,relations:i,rows:l}=ii(e),a=dn(o).length>0,c=n.qca??[],u=f=>s.set({qca:t.factors.map(g=>g.id).filter(g=>g===f!==c.includes(g))}),m=({necessity:f,sufficiency:g,without:$})=>[f,g,$].map(b=>y(b,r));return p`<p>${r.sets}</p>
    ${M({name:s.id("half"),legend:a?r.half:r.half_none,inline:!0,value:n.half??null,options:["absent","present"].map(f=>({id:f,text:r[`half_${f}`]})),onpick:f=>s.set({half:f})})}
    ${i===null?p`<p>${r.half_first}</p>`:p`
      ${N(r.relations_table,[r.factor_head,r.necessity_head,r.sufficiency_head,r.without_head],t.factors.map(({id:f,name:g},$)=>[B(e).wide?`${f} · ${g}`:f,...m(i[$])]))}
      ${F(r.qca_pick,p`<div class="tpl-options tpl-short">${t.factors.map(({id:f})=>p`<label class="tpl-option">
        <input type="checkbox" .checked=${c.includes(f)} ?disabled=${!c.includes(f)&&c.length>=4} @change=${()=>u(f)} />
        <span>${f}</span></label>`)}</div>`)}
      ${c.length<2?p`<p class="tpl-small">${r.qca_missing}</p>`:xc(e,o,c,l)}`}`}function xc(e,s,t,n){let r=e.config.messages,{wide:o}=B(e),i=c=>c.cases.map(u=>`${s.names[u]} ${s.outcomes[u]?"+":"−"}`).join("; "),l=c=>c.present.map(Number).join(" · "),a=c=>d(c.contradictory?r.contradictory:c.force?r.row_force:r.row_none,{force:R(c.force),n:R(c.n)});return p`
    <p class="tpl-small">${r.truth_note}</p>
    ${w(d(r.truth_count,{n:n.filter(({contradictory:c})=>c).length,all:n.length}))}
    ${N(d(r.truth_table,{names:j(t,r.and)}),[t.join(" · "),r.force_head,r.consistency_head,r.coverage_head,...o?[r.cases_head]:[]],n.map(c=>[l(c),a(c),y(c.consistency,r),y(c.coverage,r),...o?[hi(i(c))]:[]]))}
    ${o?h:X(r.which_cases,p`<ul class="tpl-list">${n.map(c=>p`<li><strong>${l(c)}</strong>: ${i(c)}</li>`)}</ul>`)}`}function bi(e,s){let{config:t,value:n,answers:r}=e,o=t.messages,i=he(e),l=r.lawyer,a=n.disliked&&l?.answer&&l.question.account===n.disliked;return p`
    ${M({name:s.id("disliked"),legend:o.lawyer,value:n.disliked??null,onpick:c=>s.set({disliked:c}),options:Object.keys(t.accounts).map(c=>({id:c,text:o[`account_${c.toLowerCase()}`]}))})}
    ${n.disliked?p`<p aria-live="polite">${a&&!l.pending&&i?gi(e,l.answer,i.of):o.waiting}</p>`:h}
    ${a&&l.answer.weights&&i?p`
      ${N(o.lawyer_table,[o.factor_head,o.mine_head,o.lawyer_head],t.factors.map(({id:c},u)=>[c,Math.round(i.weights[u]*100),Math.round(l.answer.weights[c]*100)]))}
      <p class="tpl-small">${o.lawyer_best}</p>`:h}
    <p class="tpl-small">${o.lawyer_note}</p>`}function xi(e,s){let{config:t,record:n}=e,r=t.messages,o=he(e),i=n.stages.register,l=ai(e),[a,c]=o?.chances??[];return p`<p>${r.register}</p>
    ${o?p`<p>${d(r.register_chances,{yes:y(a,r),none:y(c,r)})}</p>`:h}
    ${S(e,s,{stage:"register",label:r.register_button,value:l,missing:fn(e)?l.half?"":r.register_half:r.register_keep_first,unchanged:!!i&&vc(e,i.last,l),first:i&&d(r.first_registered,{hits:R(i.first.hits),of:R(i.first.of),rule:r[`rule_short_${i.first.rule}`]})})}
    ${i?wc(e,i.last):h}`}function vc(e,s,t){let{swings:n,rule:r}=e.value;return Object.keys(t).every(o=>s[o]===t[o])&&s.rule===r&&e.config.factors.every(({id:o})=>s.swings[o]===n[o])}function wc(e,s){let t=e.config.messages;return p`${w(p`<strong>${d(t.registered,{hits:R(s.hits),of:R(s.of),share:y(Fe(s.share),t),error:gn(s.error),turn:s.flip_says})}</strong>`)}
    <p>${d(t.registered_forecasts,{forecasts:j(Object.values(s.forecasts).map(n=>y(n,t)),t.and)})}</p>`}var yc=[[0,"code_0"],[.5,"code_half"],[1,"code_1"]];function kc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=mn(e),l=c=>u=>{let m=n.read??[];u.target.open&&(m.includes(c)||s.set({read:[...m,c]}),It(u))},a=p`<p>${o.codebook}</p>
    ${t.factors.map(c=>p`<details class="tpl-details tpl-factor" name=${s.id("codebook")} @toggle=${l(c.id)}>
      <summary><strong>${c.id}</strong> · ${c.name}</summary>
      ${vi(o,c)}
    </details>`)}
    ${w(i.length?d(o.codebook_left,{names:j(i,o.and)}):o.codebook_done)}`;return X(o.codebook_fold,a,!r.stages.cards)}var $n=e=>e.target.open||It(e),vi=(e,s)=>p`<p>${s.question}</p>
  <ul class="tpl-list">${[["0","0"],["½","half"],["1","1"]].map(([t,n])=>p`<li>
    ${d(e.anchor,{value:t,anchor:s[`anchor_${n}`]})}
    <span class="tpl-block tpl-small">${d(e.example,{example:s[`example_${n}`]})}</span></li>`)}</ul>`;function Sc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=n.codes??{},l=(g,$,b)=>s.set({codes:{...i,[g]:{...i[g],[$]:b}}}),a=ti(e),c=r.reveal?.cards,u=g=>t.factors.find($=>$.id===g),m=e.local.card??t.cards[0].id,f=p`<p>${o.cards}</p>
    ${t.blind.map(g=>X(d(o.definition_again,u(g)),vi(o,u(g))))}
    ${t.cards.map(({id:g,text:$},b)=>p`<details class="tpl-details tpl-factor" ?open=${g===m}
      @toggle=${_=>_.target.open&&g!==m&&s.local({card:g})}>
      <summary>${wi(e,g)}</summary>
      ${F(d(o.card,{n:g,all:t.cards.length}),p`
        <p class="tpl-claim">${$}</p>
        ${t.blind.map(_=>M({name:s.id(`card-${g}-${_}`),inline:!0,legend:`${_} · ${u(_).name}`,value:i[g]?.[_]===void 0?null:String(i[g][_]),options:yc.map(([A,v])=>({id:String(A),text:o[v]})),onpick:A=>l(g,_,Number(A))}))}
        ${b+1<t.cards.length?L(o.next_card,_=>{s.local({card:t.cards[b+1].id}),_.target.closest("details").nextElementSibling.querySelector("summary").focus()},{plain:!0}):h}`,"tpl-card")}
    </details>`)}`;return p`${X(o.cards_fold,f,!c,$n)}
    ${c?p`<p class="tpl-small">${Ve(e,"cards")}</p>`:S(e,s,{stage:"cards",label:o.keep_cards,value:{read:n.read??[],codes:i},missing:a.length?d(o.cards_missing,{names:j(a,o.and)}):""})}
    ${c?Ac(e,c):h}`}function wi({config:e,value:s},t){let n=e.messages,r=e.blind.map(o=>{let i=s.codes?.[t]?.[o]??null;return`${o} ${i===null?n.not_coded:ae(i)}`});return`${d(n.card,{n:t,all:e.cards.length})} · ${r.join(", ")}`}function Ac(e,s){let{config:t,record:n}=e,r=t.messages,o=n.stages.cards.last.codes,i=Object.keys(s.codes);return p`${i.map(l=>w(d(r.cards_agree,{n:l,same:s.agreed[l].same,of:s.agreed[l].of,kappa:ve(s.agreed[l].kappa)})))}
    ${N(r.cards_table,[r.card_head,r.crisis,...t.blind.flatMap(l=>[d(r.you_head,{factor:l}),...i.map(a=>d(r.coder_head,{n:a,factor:l}))])],t.cards.map(({id:l})=>[l,s.names[l],...t.blind.flatMap(a=>[ae(o[l][a]),...i.map(c=>ae(s.codes[c][l][a]))])]))}
    <p class="tpl-small">${r.kappa_note} ${i.length===1?r.one_coder:r.coders_note}</p>`}function Mc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.reveal.positives,l=t.present,a=t.factors.findIndex(({id:f})=>f===l),c=n.chance??null,u=As(e).weights,m=p`<p>${d(o.positives,{n:i.length})}</p>
    ${N(o.positives_table,[o.crisis,...t.factors.map(({id:f})=>f)],i.map(({name:f,x:g})=>[f,...g.map(ae)]))}
    ${V({id:s.id("chance"),min:0,max:100,unit:"%",value:c,onset:f=>s.set({chance:f}),label:d(o.predict,{factor:l,n:i.length,k:i.filter(({x:f})=>f[a]===1).length})})}`;return p`${X(o.positives_fold,m,!u,$n)}
    ${u?p`<p class="tpl-small">${Ve(e,"positives")}</p>`:S(e,s,{stage:"positives",label:o.keep_prediction,value:{chance:c},missing:c===null?o.predict_missing:""})}`}var Oc=e=>`swing_${String(e).replace(".","_")}`;function yi(e){let{config:s,value:t}=e,n=s.messages,r=s.factors.map(({id:o})=>o).filter(o=>(t.swings?.[o]??null)===null);return r.length?d(n.weights_missing,{names:j(r,n.and)}):t.rule?Ms(e)?"":n.all_ones:n.rule_missing}function Tc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=n.swings??{},l=r.stages.weights?.first,[a,c,u]=pi(e),m=Ms(e);return p`
    ${w(p`<strong>${a}</strong> ${c}`)}<p>${u}</p>
    ${G(e,d(o.present_table,{all:r.reveal.present.length,factor:t.present}),[o.crisis,t.present,o.outcome_head],r.reveal.present.map(({name:f,x:g,force:$})=>[f,ae(g),$?o.yes:o.no]))}
    ${X(o.weights_fold,p`<p>${o.swing}</p><p>${o.odds}</p>
    <div class="tpl-swings">${t.factors.map(({id:f,name:g})=>M({name:s.id(`swing-${f}`),legend:d(o.swing_legend,{id:f,name:g}),inline:!0,value:i[f]===void 0||i[f]===null?null:String(i[f]),options:t.swings.map($=>({id:String($),text:o[Oc($)]})),onpick:$=>s.set({swings:{...i,[f]:Number($)}})}))}</div>
    ${M({name:s.id("rule"),legend:o.rule_legend,value:n.rule??null,onpick:f=>s.set({rule:f}),options:t.rules.map(f=>({id:f,text:o[`rule_${f}`]}))})}
    <p class="tpl-small">${o.rule_note}</p>`,!r.stages.weights,$n)}
    ${m?p`<p class="tpl-small">${d(o.your_points,{weights:ci(e,m)})}</p>`:h}
    ${S(e,s,{stage:"weights",label:o.keep_weights,missing:yi(e),value:{swings:Object.fromEntries(t.factors.map(({id:f})=>[f,i[f]??null])),rule:n.rule??null},first:l&&d(o.first_weights,{weights:j(Object.entries(l.swings).map(([f,g])=>`${f} ×${g}`),o.and),rule:o[`rule_short_${l.rule}`]})})}`}function Ec(e,s){let t=e.config.messages,n=As(e),r=n.cards?n.positives?n.weights?n.result?"":"weights":"positives":"cards":"codebook";return p`
    ${O(t.step_codebook,kc(e,s))}
    ${T(e)}
    ${n.cards?O(t.step_cards,Sc(e,s)):h}
    ${n.positives?O(t.step_positives,Mc(e,s)):h}
    ${n.weights?O(t.step_weights,Tc(e,s)):h}
    ${n.result?p`
      ${O(t.step_result,$i(e,s))}
      ${O(t.step_sets,_i(e,s))}
      ${O(t.step_lawyer,bi(e,s))}
      ${O(t.step_register,xi(e,s))}`:h}
    ${r?p`<p class="tpl-small">${t[`closed_${r}`]}</p>`:h}
    <p class="tpl-small">${t.caveats}</p>`}var vn={};P(vn,{cardsNow:()=>Ae,draft:()=>Ci,flipSentence:()=>Ri,openCards:()=>xn,ratedOf:()=>ts,ratingsNow:()=>gt,result:()=>js,verdict:()=>Ii,view:()=>Hc,widest:()=>Hi});var Re=[1,2,3,4,5],Os=5,ut=1e-9,ce=e=>10*Math.log10(e),mt=(e,s)=>ce(e/s);function Ts(e){let s=Re.map(t=>e[t]);return s.every(t=>Number.isFinite(t)&&t>0&&t<1)?s.every((t,n)=>n===0||t>s[n-1])?"":"order":"edge"}function Si(e,s){let t={};for(let{cluster:n}of e)n&&(t[n]=(t[n]??0)+1);return Object.fromEntries(e.map(({id:n,cluster:r})=>[n,s&&r?1/t[r]:1]))}function Ai(e,s,t,n){return Object.fromEntries(n.map(r=>[r,Object.entries(e).reduce((o,[i,l])=>o+(t[i]??1)*Math.log(s[l[r]]),0)]))}function ki(e){let s=Math.max(...Object.values(e));return Object.keys(e).filter(t=>s-e[t]<ut)}function Mi(e,s,t,n){let r=Ai(e,s,t,n),o=Math.max(...Object.values(r)),i=n.map(a=>Math.exp(r[a]-o)),l=i.reduce((a,c)=>a+c,0);return Object.fromEntries(n.map((a,c)=>[a,i[c]/l]))}function Oi(e){let s=Math.max(...Object.values(e));return Object.keys(e).filter(t=>Math.log(s/e[t])<ut)}var Ti=e=>mt(Math.max(...e),Math.min(...e));function Ei(e,s,t,n){let r=Ai(e,s,t,n),o=ki(r);if(o.length!==1)return[];let i=[];for(let[a,c]of Object.entries(e))for(let u of n)for(let m of Re){let f=c[u],g=(t[a]??1)*Math.log(s[m]/s[f]),$=ki({...r,[u]:r[u]+g});$.length===1&&$[0]!==o[0]&&i.push({order:[Math.abs(m-f),Math.round(Math.abs(g)*1e9),i.length],flip:{card:a,hypothesis:u,before:f,after:m,leader:$[0]}})}let l=(a,c,u=0)=>a[u]-c[u]||(u<2?l(a,c,u+1):0);return i.sort((a,c)=>l(a.order,c.order)).map(({flip:a})=>a)}var Ni=(e,s)=>e/s,ji=e=>Object.values(e).every(s=>new Set(Object.values(s)).size<2),Es=(e,s)=>({passed:e/s,failed:(1-e)/(1-s)});function bn(e,s){let{passed:t,failed:n}=Es(Math.max(e,s),Math.min(e,s)),r=t>=Os-ut,o=n<=1/Os+ut;return r&&o?"doubly":r?"smoking_gun":o?"hoop":"straw"}var Nc=620,ft=({config:e})=>e.accounts.map(({letter:s})=>s),Z=({config:e},s)=>e.accounts.find(t=>t.letter===s),oe=(e,s)=>e.record.stages[s]?.last,Se=e=>e.join(", ");function Ae(e){let s=oe(e,"cards")?.cards??[];return e.config.cards.filter(({id:t})=>s.includes(t))}var ts=(e,s)=>ft(e).filter(t=>Re.includes(e.value.ratings?.[s]?.[t])).length,xn=e=>Ae(e).filter(({id:s})=>ts(e,s)<ft(e).length).map(({id:s})=>s);function gt(e){return Object.fromEntries(Ae(e).map(({id:s})=>[s,Object.fromEntries(ft(e).filter(t=>Re.includes(e.value.ratings?.[s]?.[t])).map(t=>[t,e.value.ratings[s][t]]))]))}var Bs=({config:e,value:s})=>s.scale??e.scale,jc=e=>({cards:Ae(e).map(({id:s})=>s),ratings:gt(e),once:e.value.once===!0,scale:Bs(e)});function js(e,s={}){let t=Ae(e),n=s.scale??Bs(e),r=s.ratings??gt(e);if(!t.length||xn(e).length||Ts(n))return null;let o=ft(e),i=Si(t,s.once??e.value.once===!0),l=Mi(r,n,i,o),a=[...o].sort((c,u)=>l[u]-l[c]);return{letters:o,cards:t,scale:n,ratings:r,counted:i,shares:l,order:a,ahead:Oi(l),lead:ce(l[a[0]]/l[a[1]]),number:Object.values(i).reduce((c,u)=>c+u,0),spread:t.map(({id:c})=>({id:c,db:Ti(o.map(u=>n[r[c][u]]))}))}}var Bi=(e,s="")=>{let{chosen:t=[],guess:n=null,ratings:r={}}=e,o=Object.keys(r).sort().map(l=>[l,Object.fromEntries(Object.entries(r[l]).sort())]);return t.length||n||o.some(([,l])=>Object.keys(l).length)?JSON.stringify({chosen:[...t].sort(),guess:n,ratings:Object.fromEntries(o)}):s},Ci={saved:e=>["cards","predict","ratings"].reduce((s,t)=>s+(e.record.stages[t]?.revision??0),0),kept:e=>Bi({chosen:oe(e,"cards")?.cards,guess:oe(e,"predict")?.leader??null,ratings:oe(e,"ratings")?.ratings}),now:e=>Bi(e.value),patch:(e,s)=>{let{chosen:t,guess:n,ratings:r}=JSON.parse(e),o=new Set(s.config.cards.map(({id:i})=>i));return{chosen:t.filter(i=>o.has(i)),guess:n,ratings:Object.fromEntries(Object.entries(r).filter(([i])=>o.has(i)))}}};function Bc(e,s){let{config:t,value:n,local:r}=e,o=t.messages,i=n.chosen??[],l=!!oe(e,"cards");if(l&&!r.choosing)return p`<p>${d(o.kept_cards,{ids:Se(Ae(e).map(({id:f})=>f))})}
      ${L(o.change_cards,()=>s.local({choosing:!0}),{plain:!0})}</p>
      ${e.record.reveal?.one_sided?p`<p class="tpl-alert" role="status">${o.one_sided}</p>`:h}`;let a=t.periods.find(({id:f})=>f===r.period),c=t.cards.filter(({date:f})=>!a||Number(f.slice(0,4))>=a.from&&Number(f.slice(0,4))<=a.to),u=f=>s.set({chosen:i.includes(f)?i.filter(g=>g!==f):[...i,f]}),m=t.cards.filter(({id:f})=>i.includes(f)).map(({id:f})=>f);return p`
    <p>${d(o.intro,{n:t.size,all:t.cards.length})}</p>
    ${z({id:s.id("period"),label:o.period,value:r.period??"all",options:[{id:"all",text:o.all_years},...t.periods.map(f=>({id:f.id,text:d(o.years,f)}))],onpick:f=>s.local({period:f})})}
    <div class="tpl-pick" role="group" aria-label=${o.cards_legend}>
      ${c.map(f=>p`<label class="tpl-option">
        <input type="checkbox" .checked=${de(i.includes(f.id))} @change=${()=>u(f.id)} />
        <span><strong>${f.id}</strong> · ${f.date} · ${f.text}
          <span class="tpl-small tpl-block">${d(o.card_source,f)}${f.confirmed?"":` ${o.unconfirmed}`}</span></span></label>`)}
    </div>
    ${w(m.length?d(o.chosen_count,{k:m.length,n:t.size,ids:Se(m)}):d(o.chosen_none,{n:t.size}))}
    ${S(e,s,{stage:"cards",label:o.keep_cards,value:{cards:m},missing:m.length?m.length!==t.size?d(o.how_many,{n:t.size,k:m.length}):"":o.no_cards,first:d(o.first_cards,{ids:Se(e.record.stages.cards?.first?.cards??[])})})}
    ${l&&e.record.reveal?.one_sided?p`<p class="tpl-alert">${o.one_sided}</p>`:h}`}function Lc(e,s){let{config:t,value:n}=e,r=t.messages;return p`
    ${M({name:s.id("guess"),legend:r.predict,value:n.guess??null,onpick:o=>s.set({guess:o}),options:t.accounts.map(o=>({id:o.letter,text:p`<strong>${o.name}</strong><span class="tpl-small tpl-block">${o.claim}</span>`}))})}
    ${S(e,s,{stage:"predict",label:r.keep_prediction,value:{leader:n.guess??null},missing:n.guess?"":r.predict_missing,first:Z(e,e.record.stages.predict?.first?.leader)?.name})}`}function Cc(e,s,t,n,r){let o=e.config.messages,{ratings:i={}}=e.value,l=i[t.id]?.[n.letter],a=c=>s.set({ratings:{...i,[t.id]:{...i[t.id],[n.letter]:c}}});return p`<fieldset class="tpl-rate"><legend>${n.name}</legend>
    <div class="tpl-five">${Re.map(c=>p`<label>
      <input type="radio" name=${s.id(`${t.id}-${n.letter}`)} value=${c} .checked=${de(l===c)} @change=${()=>a(c)} />
      <span>${c}<span class=${r?"tpl-out":""}> ${o[`step_${c}`]}</span></span></label>`)}</div>
  </fieldset>`}function Fc(e,s){let{config:t,local:n}=e,r=t.messages,o=Ae(e),i=t.accounts.length,l=Math.max(0,o.findIndex(({id:b})=>b===n.card)),a=o[l],c=e.width<Nc,u=b=>_=>{let A=_.currentTarget.closest(".tpl");s.local({card:o[b].id}),A.querySelector(".tpl-card-title")?.focus()},m=xn(e),f=o.reduce((b,{id:_})=>b+ts(e,_),0),g=Ts(Bs(e)),$=m.length?d(r.ratings_missing,{ids:Se(m)}):g?r[`scale_${g}`]:ji(gt(e))?r.nothing_told:"";return p`
    <p>${r.rate_intro}</p>
    <div class="tpl-buttons tpl-nav" role="group" aria-label=${r.cards_nav}>${o.map(({id:b},_)=>p`<button
      type="button" class="tpl-button" aria-pressed=${String(_===l)} @click=${u(_)}
      aria-label=${ts(e,b)===i?d(r.card_done,{id:b}):d(r.card_part,{id:b,k:ts(e,b),n:i})}
    >${b}${ts(e,b)===i?" ✓":""}</button>`)}</div>
    <div class="tpl-card ${c?"tpl-narrow":""}">
      <p class="tpl-head tpl-card-title" tabindex="-1">${d(r.card_title,{id:a.id,n:l+1,all:o.length,date:a.date})}</p>
      <p class="tpl-claim">${a.text}</p>
      <p class="tpl-small">${d(r.card_source,a)}${a.confirmed?"":` ${r.unconfirmed}`}</p>
      ${c?p`<p class="tpl-small">${r.rate_words}</p>`:h}
      <div role="group" aria-label=${r.rows_legend}><p class="tpl-small">${r.rows_legend}</p>
        ${t.accounts.map(b=>Cc(e,s,a,b,c))}</div>
    </div>
    <div class="tpl-buttons">
      ${l>0?L(r.previous,u(l-1),{plain:!0}):h}
      ${l<o.length-1?L(r.next,u(l+1),{plain:!0}):h}
    </div>
    ${oe(e,"ratings")?h:Fi(e,o)}
    <p class="tpl-small" aria-live="polite">${d(r.rated_count,{k:f,n:o.length*i})} ${r.draft_kept}
      ${n.restored!==void 0&&n.restored===Ci.now(e)?r.restored:""}</p>
    ${S(e,s,{stage:"ratings",label:r.update,value:jc(e),missing:$})}
    ${oe(e,"ratings")?h:p`<p class="tpl-small">${r.closed}</p>`}`}function Fi(e,s,t){let n=e.config.messages,r=(o,i)=>{let l=e.value.ratings?.[o]?.[i]??"–",a=t?.[o]?.[i];return a?p`<strong>${l}</strong><span class="tpl-small tpl-block">${d(n.matrix_cell,{r:a.R,c:a.C})}</span>`:l};return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${n.matrix}><table class="tpl-table tpl-matrix">
    <caption>${n.matrix}</caption>
    <thead><tr><th scope="col">${n.matrix_head}</th>${s.map(({id:o})=>p`<th scope="col">${o}</th>`)}</tr></thead>
    <tbody>${e.config.accounts.map(({letter:o,short:i})=>p`<tr><th scope="row">${i}</th>
      ${s.map(({id:l})=>p`<td>${r(l,o)}</td>`)}</tr>`)}</tbody></table></div>
    <p class="tpl-small">${n.matrix_key}</p>`}var Ns=(e,s)=>j(s.map(t=>`"${Z(e,t).short}"`),e.config.messages.and);function Ii(e,s){let t=e.config.messages,[n,r]=s.order,o=oe(e,"predict").leader,i=s.ahead.includes(o)?t.predicted_right:d(t.predicted_wrong,{name:Z(e,o).short});return{main:s.ahead.length>1?d(t.tie,{names:Ns(e,s.ahead),share:y(s.shares[n],t)}):d(t.leads,{leader:Z(e,n).short,share:y(s.shares[n],t),second:Z(e,r).short,db:s.lead.toFixed(1)}),said:i}}function Ri(e,s){let t=e.config.messages;if(s.ahead.length>1)return t.flip_tie;let n=Ei(s.ratings,s.scale,s.counted,s.letters);if(!n.length)return t.flip_none;let[{card:r,hypothesis:o,before:i,after:l,leader:a}]=n;return d(n.length>1?t.flip_says:t.flip_one,{card:r,hypothesis:Z(e,o).short,from:i,to:l,leader:Z(e,a).short,n:n.length})}var Li=e=>p`<div class="tpl-bars">${e.map(s=>p`<div class="tpl-voice">
  <span class="tpl-voice-name">${s.name}</span>${Be(s)}</div>`)}</div>`;function Ic(e,s){let{config:t,value:n}=e,r=t.messages,o=js(e);if(!o)return p`<p>${Ts(Bs(e))?r.scale_fault:r.closed}</p>`;let{main:i,said:l}=Ii(e,o),a=_=>ce(o.shares[o.order[0]]/o.shares[_]),c=o.order.map(_=>({name:Z(e,_).short,share:o.shares[_],text:d(o.ahead.includes(_)?r.bar_leader:r.bar_text,{share:y(o.shares[_],r),db:a(_).toFixed(1)}),className:o.ahead.includes(_)?"tpl-first":"tpl-quiet"})),u=Math.max(...o.spread.map(({db:_})=>_))||1,m=n.sort==="spread",f=m?[...o.spread].sort((_,A)=>A.db-_.db):o.spread,g=f.map(({id:_})=>o.cards.find(A=>A.id===_)),$=o.spread.filter(({db:_})=>_===0).map(({id:_})=>_),b=n.experts?e.record.reveal?.raters:null;return p`
    ${w(p`<strong>${i}</strong> ${l}`)}
    <p class="tpl-head">${r.bars_title}</p>
    ${Li(c)}
    ${G(e,r.bars_title,[r.matrix_head,r.head_share,r.head_behind],o.order.map(_=>[Z(e,_).name,y(o.shares[_],r),d(r.spread_text,{db:a(_).toFixed(1)})]))}
    <p>${d(r.honest,{n:o.cards.length})}</p>
    <p class="tpl-head">${r.spread_title}</p>
    ${z({id:s.id("sort"),label:r.sort_label,value:m?"spread":"date",onpick:_=>s.set({sort:_}),options:["date","spread"].map(_=>({id:_,text:r[`sort_${_}`]}))})}
    ${Li(f.map(({id:_,db:A})=>({name:_,share:A/u,text:d(r.spread_text,{db:A.toFixed(1)})})))}
    ${$.length?p`<p class="tpl-small">${d(r.spread_zero,{ids:Se($)})}</p>`:h}
    ${Fi(e,g,b)}
    ${Rc(e,s,o)}`}var Pi=(e,s,t)=>p`<label class="tpl-check">
  <input type="checkbox" .checked=${de(s)} @change=${n=>t(n.target.checked)} /><span>${e}</span></label>`;function Hi(e,s,t){let n=null;for(let{id:r}of s.cards)for(let o of s.letters)for(let i of["R","C"]){let l=t[r]?.[o]?.[i],a=l?Math.abs(mt(s.scale[s.ratings[r][o]],s.scale[l])):0;a>(n?.db??0)&&(n={db:a,card:r,h:o,rater:i,mine:s.ratings[r][o],theirs:l})}return n}function Rc(e,s,t){let n=e.config.messages,r=e.record.reveal?.raters??{},o=t.cards.every(({id:u})=>r[u]),i=Pi(n.experts_label,!!e.value.experts,u=>s.set({experts:u}));if(!e.value.experts)return i;if(!o)return p`${i}<p class="tpl-small">${n.experts_wait}</p>`;let l=u=>js(e,{ratings:Object.fromEntries(t.cards.map(({id:m})=>[m,Object.fromEntries(t.letters.map(f=>[f,r[m][f][u]]))]))}).ahead,a=Hi(e,t,r),c=u=>Ns(e,u).replace(/^"|"$/g,"");return p`${i}<p class="tpl-small">${n.experts_note}</p>
    <p>${d(n.experts_result,{r:c(l("R")),c:c(l("C"))})}
      ${a?d(n.experts_widest,{...a,name:Z(e,a.h).short}):h}</p>`}function Pc(e,s){let{config:t,value:n,local:r}=e,o=t.messages,i=js(e),l=Bs(e),a=Ts(l),c={};for(let{id:_,cluster:A}of Ae(e))A&&(c[A]??=[]).push(_);let u=Object.entries(c).filter(([,_])=>_.length>1),m=_=>js(e,_)?.ahead??[],[f,g]=[m({once:!1}),m({once:!0})],$=m({scale:t.scale}),b=(_,A)=>Se(_)===Se(A);return p`
    ${u.length?p`${Pi(o.once_label,n.once===!0,_=>s.set({once:_}))}
        <p class="tpl-small">${d(o.once_note,{clusters:u.map(([_,A])=>d(o.cluster,{name:_,ids:Se(A)})).join("; ")})}</p>
        ${i?p`<p>${b(f,g)?o.once_same:d(o.once_other,{without:Ns(e,f),with:Ns(e,g)})}</p>`:h}`:p`<p class="tpl-small">${o.once_none}</p>`}
    ${L(o.flip_button,()=>s.local({flip:!0}),{plain:!0})}
    ${w(r.flip&&i?Ri(e,i):"")}
    ${i?p`<p>${i.ahead.length>1?o.bias_tie:d(o.bias,{leader:Z(e,i.order[0]).short,second:Z(e,i.order[1]).short,db:Ni(i.lead,i.number).toFixed(1),step:mt(l[4],l[3]).toFixed(1)})}</p>`:h}
    <details class="tpl-details" ?open=${!!a}><summary>${o.scale_title}</summary>
      <p class="tpl-small">${o.scale_note}</p>
      <div class="tpl-scale">${Re.map(_=>V({id:s.id(`scale-${_}`),label:d(o.scale_label,{n:_,word:o[`step_${_}`]}),min:0,max:1,step:.01,value:l[_],onset:A=>s.set({scale:{...l,[_]:A}})}))}</div>
      ${L(o.scale_reset,()=>s.set({scale:{...t.scale}}),{plain:!0})}
      ${w(a?p`<span class="tpl-alert tpl-block">${o[`scale_${a}`]}</span>`:i?b($,i.ahead)?o.scale_same:d(o.scale_other,{names:Ns(e,$)}):"")}
    </details>
    <p class="tpl-small">${o.caution}</p>
    <p class="tpl-small">${o.sources}</p>`}function Hc(e,s){let{config:t}=e,n=t.messages,r=!!oe(e,"cards"),o=r&&!!oe(e,"predict"),i=o&&!!oe(e,"ratings");return p`
    ${O(d(n.step_choose,{n:t.size}),Bc(e,s))}
    ${r?O(n.step_predict,Lc(e,s)):h}
    ${o?O(n.step_rate,Fc(e,s)):h}
    ${T(e)}
    ${i?p`${O(n.step_see,Ic(e,s))}${O(n.step_change,Pc(e,s))}`:h}`}var Sn={};P(Sn,{HANDLES:()=>os,OPTIONS:()=>wn,ROUNDS:()=>Pe,STAGE:()=>Ls,chances:()=>Di,compared:()=>Vi,fraction:()=>rs,handles:()=>yn,inHand:()=>zi,model:()=>kn,options:()=>Gi,presetOf:()=>Wi,sentences:()=>He,view:()=>Gc,worldAt:()=>Ui});var Ls="predict",os=["offence","distinguishability","trust"],wn=["hold","arm","stronger"],Pe=10,qc=[0,5,10],ns=10,rs=e=>e.toFixed(2).replace(/^0\./,".");function Di(...e){let s=e.map(n=>n!==null&&(n<1&&n>=.995||n>0&&n<.005)),t=e.some((n,r)=>e.some((o,i)=>i>r&&n!==null&&o!==null&&Math.abs(n-o)>1e-9&&Math.round(n*100)===Math.round(o*100)));return e.map((n,r)=>n===null?"":String(Number((n*100).toFixed(s[r]||t?1:0))))}function yn({config:e,value:s}){return Object.fromEntries(os.map(t=>[t,s[t]??e.start[t]]))}function zi({value:e}){let s=os.findLastIndex(t=>(e[t]??null)!==null);return Math.min(s+2,os.length)}var Ui=({worlds:e},{offence:s,distinguishability:t})=>e.find(n=>n.offence===s&&n.distinguishability===t),Wi=({config:e},{offence:s,distinguishability:t})=>({offence:s,distinguishability:t,trust:e.start.trust});function kn(e){let s=yn(e),t=Hr(s.offence),n=cn(s.trust,s.distinguishability),r=Wr(s.offence,s.distinguishability,Pe);return{...s,game:t,kind:Dr(t),belief:n,needed:qr(t),choice:zr(t,n),world:Ui(e.config,s),levels:r,rests:Gr(s.offence,s.distinguishability),leaves:r.findIndex(o=>o>ns)}}function He(e){let s=e.config.messages,t=kn(e),n=t.world?d(s.at_world,{n:t.world.number,name:t.world.name}):t.offence>.5?s.beyond_worlds:s.between_worlds,[r,o,i]=Di(t.belief,t.needed,t.trust),l={belief:r,needed:o,prior:i},a=d(t.distinguishability===0?s.seen_nothing:s.seen,l),c=t.needed===null?s.no_belief_suffices:t.needed===0?s.any_belief_suffices:d(s.takes,l),u=t.choice==="cooperate"?s.both_hold:s.both_arm,m=t.levels.at(-1),f=t.leaves>=0?d(s.race_leaves,{n:t.leaves,top:ns}):d(t.rests?m>1?s.race_slows:s.race_rests:s.race_grows,{end:m.toFixed(1),rounds:Pe});return{where:n,seen:a,takes:c,so:u,race:f,all:[n,a,c,u].join(" ")}}var Gi=({config:e})=>wn.map(s=>({id:s,text:e.messages[`option_${s}`]}));function Vi({config:e,record:s}){let t=s.stages[Ls]?.last?.choice;if(!wn.includes(t))return null;let n=e.messages;return{said:n[`option_${t}`],answer:n[`answer_${t}`]}}function Dc(e,s){let t=e.config.messages,{width:n}=B(e),r=C([0,1],[14,n-14]),o=a=>a<.2?"start":a>.8?"end":"middle",i=s.needed===null?r(1):r(s.needed),l=s.needed===null?t.needed_none:d(t.needed_mark,{q:rs(s.needed)});return I({width:n,height:122,label:He(e).all},k`
    <rect class="tpl-band" x=${r(0)} y="40" width=${i-r(0)} height="18"></rect>
    <rect class="tpl-region" x=${i} y="40" width=${Math.max(0,r(1)-i)} height="18"></rect>
    ${s.needed===null?h:k`<line class="tpl-needle" x1=${i} x2=${i} y1="34" y2="64"></line>`}
    ${J(r(s.belief),49,"tpl-here","circle",8)}
    ${x(r(s.belief),26,d(t.belief_mark,{q:rs(s.belief)}),o(s.belief),"tpl-strong")}
    ${s.needed===null?x(r(.5),95,l,"middle"):x(i,95,l,o(s.needed))}
    ${x(r(0),77,"0")}${x(r(1),77,"1","end")}
    ${i-r(0)>60?x(r(0),115,t.scale_arm):h}
    ${r(1)-i>60?x(r(1),115,t.scale_hold,"end"):h}`)}function qi(e,s){let t=e.config.messages,n=(a,c)=>d(t.cell,{mine:a.toFixed(1),theirs:c.toFixed(1)}),{reward:r,sucker:o,temptation:i,punishment:l}=s.game;return p`<table class="tpl-table">
    <caption>${d(t.payoffs,{kind:t[`kind_${s.kind.toLowerCase().replace(/[^a-z]+/g,"_")}`]??s.kind})}</caption>
    <thead><tr><td></td><th scope="col">${t.they_hold}</th><th scope="col">${t.they_arm}</th></tr></thead>
    <tbody>
      <tr><th scope="row">${t.you_hold}</th><td>${n(r,r)}</td><td>${n(o,i)}</td></tr>
      <tr><th scope="row">${t.you_arm}</th><td>${n(i,o)}</td><td>${n(l,l)}</td></tr>
    </tbody></table>`}function zc(e,s){let t=e.config.messages,{width:n}=B(e),r=210,o=C([0,Pe],[30,n-16]),i=C([0,ns],[r-34,14]),l=s.leaves<0?s.levels:s.levels.slice(0,s.leaves+1),a=l.map((f,g)=>{if(f<=ns)return[g,f];let $=l[g-1];return[g-1+(ns-$)/(f-$),ns]}),[c,u]=a.at(-1),m=u>1;return p`
    <p class="tpl-small">${t.race_separate}</p>
    <p class="tpl-head">${t.race_title}</p>
    ${I({width:n,height:r,label:He(e).race},k`
      ${qc.map(f=>k`<line class="tpl-grid" x1=${o(0)} x2=${o(Pe)} y1=${i(f)} y2=${i(f)}></line>
        ${x(o(0)-6,i(f)+4,f,"end")}`)}
      ${[0,5,10].map(f=>x(o(f),r-16,f,"middle"))}
      ${x(o(Pe),r-1,t.rounds,"end")}
      ${me(a.map(([f,g])=>[o(f),i(g)]),m?"tpl-second":"tpl-first")}
      ${J(o(c),i(u),m?"tpl-second":"tpl-first","circle",5)}
      ${c>.55*Pe?x(o(c)-8,i(u)+(m?18:-10),t.each_state,"end"):x(o(c)+10,i(u)+14,t.each_state)}`)}
    <p>${He(e).race}</p>
    ${G(e,t.race_title,[t.round,t.each_state],s.levels.map((f,g)=>[g,f.toFixed(2)]))}`}function Uc(e,s){let t=e.config.messages,{width:n}=B(e),r=Math.min(n,340),o=C([0,1],[34,n-12]),i=C([0,1],[r-46,12]),l=Array.from({length:41},(u,m)=>m/40).map(u=>[Math.min(.5,cn(s.trust,u)/2),u]),c=[[0,0],...l,[0,1]].map(([u,m])=>`${o(u)},${i(m)}`).join(" ");return p`
    <p class="tpl-head">${d(t.map_title,{prior:rs(s.trust)})}</p>
    ${I({width:n,height:r,label:d(t.map_says,{where:He(e).where,so:He(e).so})},k`
      <rect class="tpl-band" x=${o(0)} y=${i(1)} width=${o(1)-o(0)} height=${i(0)-i(1)}></rect>
      <polygon class="tpl-region" points=${c}></polygon>
      <line class="tpl-grid" x1=${o(.5)} x2=${o(.5)} y1=${i(0)} y2=${i(1)}></line>
      ${x(o(.02),i(.4),t.map_hold)}
      ${x(o(.98),i(.4),t.map_arm,"end")}
      ${x(o(.985),i(1)+18,t.map_pd,"end")}
      ${e.config.worlds.map(u=>k`${J(o(u.offence),i(u.distinguishability),"tpl-world","circle",11)}
        ${x(o(u.offence),i(u.distinguishability)+4.5,u.number,"middle","tpl-strong")}`)}
      ${k`<path class="tpl-crosshair" d="M${o(s.offence)},${i(s.distinguishability)-17}v34 M${o(s.offence)-17},${i(s.distinguishability)}h34"></path>
        <circle class="tpl-ring" cx=${o(s.offence)} cy=${i(s.distinguishability)} r="15"></circle>`}
      ${x(o(0),r-22,t.axis_defence)}${x(o(1),r-(n<340?6:22),t.axis_offence,"end")}
      ${x(-i(.5),16,t.axis_distinguish,"middle","tpl-upright")}`)}
    <p class="tpl-small">${t.map_key}</p>`}function Wc(e,s,t){let n=e.config.messages,r=yn(e)[t];return D({id:s.id(t),label:n[`${t}_label`],note:n[`${t}_try`],ends:[n[`${t}_low`],n[`${t}_high`]],value:e.value[t]??null,rest:r,min:0,max:1,step:.05,show:rs,unset:d(n.at_start,{x:rs(r)}),onset:o=>s.set({[t]:Number(o.toFixed(2))})})}function Gc(e,s){let{value:t,record:n}=e,r=e.config.messages,o=!!n.stages[Ls];return p`
    <p>${r.scene}</p>
    ${M({name:s.id("guess"),legend:r.predict,options:Gi(e),value:t.guess??null,onpick:i=>s.set({guess:i})})}
    ${S(e,s,{stage:Ls,label:r.commit,value:{choice:t.guess??null},missing:t.guess?"":r.missing,first:r[`option_${n.stages[Ls]?.first?.choice}`]})}
    ${T(e)}
    ${o?Vc(e,s):p`<p class="tpl-small">${r.closed}</p>`}`}function Vc(e,s){let{config:t}=e,n=t.messages,r=Vi(e),o=kn(e),i=He(e),l=zi(e),a=l===os.length,{wide:c}=B(e);return p`
    <div class=${c?"tpl-columns":""}>
      <section aria-label=${n.results}>
        <p class="tpl-head">${n.results}</p>
        ${w(p`<strong>${i.where}</strong> ${i.seen} ${i.takes} <strong>${i.so}</strong>`)}
        ${Dc(e,o)}
        <p class="tpl-small">${d(n.you_said,{said:r.said})} ${r.answer}</p>
        ${c?qi(e,o):h}
      </section>
      <section aria-label=${n.controls}>
        <p class="tpl-head">${n.controls}</p>
        ${os.slice(0,l).map(u=>Wc(e,s,u))}
        ${a?p`<div class="tpl-buttons" role="group" aria-label=${n.presets}>
              ${t.worlds.map(u=>L(d(n.preset,{n:u.number}),()=>s.set(Wi(e,u)),{pressed:o.world===u&&o.trust===t.start.trust}))}
            </div>`:p`<p class="tpl-small">${n.next_handle}</p>`}
      </section>
    </div>
    <div class=${c?"tpl-columns":""}>
      ${a?p`<section aria-label=${n.map_heading}>${Uc(e,o)}</section>
            <section aria-label=${n.race_title}>${zc(e,o)}</section>`:h}
      ${c?h:qi(e,o)}
    </div>
    <p class="tpl-small">${n.assumptions}</p>`}var En={};P(En,{closedCase:()=>Yi,codersOf:()=>sl,costSentence:()=>Xi,recognisedSentence:()=>On,runningSentence:()=>Zi,standing:()=>Qi,view:()=>np,viewsSentence:()=>el});var Ji=Ys(class extends Ge{constructor(){super(...arguments),this.key=h}render(e,s){return this.key=e,s}update(e,[s,t]){return s!==this.key&&(Xs(e),this.key=s),t}});function Cs(e,s){return!Number.isFinite(e)||e<0||e>1?null:(e-(s?1:0))**2}function U(e){return e==null||Number.isNaN(e)?"–":e===0||e===1?String(e):e.toFixed(e<.00995?4:2).replace(/^0/,"")}function An(e){if(!e.length||!e.every(t=>Number.isFinite(t)&&t>=0))return null;let s=e.reduce((t,n)=>t+n,0);return s>0?e.map(t=>t/s):null}function Yi(e,s){let t=new Set((s?.opened??[]).map(r=>r.case)),n=e.cases.findIndex(({id:r})=>!t.has(r));return n<0?null:{...e.cases[n],number:n+1}}function Xi(e,s){return s==null?"":d(e.messages.if_said,{n:s,yes:U(Cs(s/100,!0)),no:U(Cs(s/100,!1))})}function Qi(e,s){let t=e.messages,[n,r]=[U(s.mine),U(s.base)];return n===r?t.level:s.mine<s.base?t.better:t.worse}function On(e,s){let t=e.messages;if(!s||s.yes+s.no+s.unsure===0)return"";let n=e.cases.length,r=d(t.recognised_says,{...s,open:n-s.yes-s.no-s.unsure,all:n}),{rest:o}=s;return s.yes===0?`${r} ${t.recognised_none}`:o?`${r} ${d(t.recognised_rest,{n:o.n,mine:U(o.mine),base:U(o.base)})}`:`${r} ${t.recognised_all}`}function Zi(e,s){let{n:t,mine:n,base:r,model:o}=s.scores.force,i={n:t,all:e.cases.length,mine:U(n),base:U(r),model:U(o)};return d(o===null?e.messages.running:e.messages.running_model,i)}function el(e,s){let t=e.messages,n=s.view>1?t.views_exploratory:s.done?t.views_counted:s.opened.length?t.views_now:t.views_0;return`${d(t.views,{n:s.views})} ${n}`}var Tn=(e,s,t)=>s.outcome[t]?e.yes:e.no;function sl(e){let s=e.cases.flatMap(({values:t})=>Object.values(t).flatMap(Object.keys));return[...new Set(s)].sort()}function Jc(e,s){let t=e.messages,n=sl(e);return p`<details class="tpl-details" open><summary>${t.card_values}</summary>
    ${N(t.card_table,[t.factor,...n.map(r=>d(t.coder,{n:r}))],e.factors.map(({id:r,name:o})=>[o,...n.map(i=>s.values[r]?.[i]??t.not_coded)]))}
    <p class="tpl-small">${n.length>1?t.coders_note:t.coder_note}</p></details>`}function Kc(e,s,t){let{config:n,value:r}=e,o=n.messages,i=r.case===t.id?r:{},l=i.chance??null,a=i.recognised??null,c=b=>s.set({chance:l,recognised:a,...b,case:t.id}),u=e.waiting===t.id,m=l===null||u,{rate:f,n:g,yes:$}=n.base;return F(d(o.card,{n:t.number,all:n.cases.length}),p`<p class="tpl-claim">${Y(t.card)}</p>
      ${Jc(n,t)}
      ${V({id:s.id(`chance-${t.id}`),label:o.question,min:0,max:100,value:null,unit:o.unit,onset:b=>c({chance:b})})}
      <p class="tpl-small">${d(o.base_says,{rate:y(f),yes:$,n:g})}</p>
      ${w(Xi(n,l))}
      ${M({name:s.id(`recognised-${t.id}`),legend:o.recognised,value:a,inline:!0,options:Xc.map(b=>({id:b,text:o[`recognised_${b}`]})),onpick:b=>c({recognised:b})})}
      <p class="tpl-small">${o.keep_warning}</p>
      <div class="tpl-commit">
        <button type="button" class="tpl-button" aria-disabled=${String(m)}
          aria-describedby=${s.id("forecast-status")}
          @click=${()=>m||s.commit(t.id,a?{chance:l,recognised:a}:{chance:l})}>${o.keep}</button>
        <span class="tpl-status" role="status" id=${s.id("forecast-status")}>${u?e.silent?o.no_answer:o.saving:l===null?o.set_first:""}</span>
      </div>`,"tpl-card")}function Yc(e,s,t){let n=e.messages,r=a=>U(Cs(a,s.outcome.force)),o={n:s.chance,points:r(s.chance/100)},i=s.model===null?d(n.you_said,o):d(n.you_said_model,{...o,m:Math.round(100*s.model),other:r(s.model)}),l=a=>String(a).split(" ; ");return p`<details class="tpl-details" ?open=${t}>
    <summary><strong>${d(n.opened_case,s)}.</strong>
      ${s.outcome.force?n.force_yes:n.force_no} ${i}</summary>
    <ul class="tpl-list">${l(s.after).map(a=>p`<li>${Y(a)}</li>`)}</ul>
    ${s.borderline?p`<p class="tpl-small">${d(n.borderline,{why:Y(s.borderline)})}</p>`:h}
    ${s.unconfirmed?p`<p class="tpl-small">${d(n.unconfirmed,{text:Y(s.unconfirmed)})}</p>`:h}
    ${s.recognised?p`<p class="tpl-small">${d(n.recognised_said,{answer:n[`recognised_${s.recognised}`].toLowerCase()})}</p>`:h}
    <p class="tpl-small">${n.sources}</p>
    <ul class="tpl-list tpl-small tpl-address">${s.sources.map(({text:a,mark:c})=>p`<li>${a}${c?p` <strong>[${n[`outlet_${c}`]}]</strong>`:h}</li>`)}</ul>
    ${s.sources.some(({mark:a})=>a)?p`<p class="tpl-small">${n.outlets_note}</p>`:h}
  </details>`}var Mn=26,Xc=["yes","no","unsure"];function Qc(e,s,t,n){let r=e.config.messages,o=Math.min(e.width-4,620),i=C([0,100],[12,o-12]),l=Mn/2,a=s.model===null?null:Math.round(100*s.model),c={n:s.chance,m:a,rate:y(n),outcome:Tn(r,s,t)};return p`<p class="tpl-small tpl-caption">${s.name}, ${s.year}: <strong>${Tn(r,s,t)}</strong></p>
    ${I({width:o,height:Mn,label:d(a===null?r.scale:r.scale_model,c)},k`
      <line class="tpl-scale" x1=${i(0)} x2=${i(100)} y1=${l} y2=${l}></line>
      <line class="tpl-half" x1=${i(100*n)} x2=${i(100*n)} y1="1" y2=${Mn-1}></line>
      <rect class="tpl-outcome" x=${i(s.outcome[t]?100:0)-3} y=${l-9} width="6" height="18"></rect>
      ${a===null?h:J(i(a),l,"tpl-frame-second","square",9)}
      ${J(i(s.chance),l,"tpl-first","circle",5)}`)}`}function Ki(e,s,t){let n=e.config.messages,{rate:r}=s.scores[t]??s.scores.force,o=s.opened[0].model!==null,i=s.opened.some(({recognised:l})=>l);return p`<p><strong>${n.drawing_title}</strong></p>
    <p class="tpl-small">${o?n.legend_model:n.legend}</p>
    ${s.opened.map(l=>Qc(e,l,t,r))}
    ${G(e,n.drawing_title,[n.head_case,n.head_outcome,n.head_mine,...o?[n.head_model]:[],n.head_cost,...i?[n.head_recognised]:[]],s.opened.map(l=>[`${l.name}, ${l.year}`,Tn(n,l,t),l.chance,...o?[Math.round(100*l.model)]:[],U(Cs(l.chance/100,l.outcome[t])),...i?[l.recognised?n[`recognised_${l.recognised}`]:"–"]:[]]))}`}function Zc(e,s){let t=e.config.messages;return p`<details class="tpl-details"><summary>${t.calibration}</summary>
    ${N(t.calibration,[t.head_group,t.head_n,t.head_said,t.head_came],s.calibration.map(({low:n,high:r,n:o,said:i,came_true:l})=>[d(t.group,{low:Math.round(100*n),high:Math.round(100*r)}),o,y(i),d(t.came,{k:Math.round(o*l),n:o})]))}
    <p class="tpl-small">${t.calibration_note}</p></details>`}function ep(e,s,t,n){let r=e.config.messages,{mine:o,base:i,model:l,rate:a}=t.scores[n],c={mine:U(o),base:U(i),model:U(l),rate:y(a)};return p`
    ${M({name:s.id("reading"),legend:r.reading,value:n,options:["force","combat","other"].map(u=>({id:u,text:r[`reading_${u}`]})),onpick:u=>s.local({reading:u})})}
    ${w(d(l===null?r.reading_says:r.reading_says_model,c))}`}function sp(e,s,t){let{config:n}=e,r=n.messages,o=t.done?e.local.reading??"force":"force",i=t.scores.force;return O(r.opened,p`
    ${w(p`<strong>${Zi(n,t)}</strong> ${Qi(n,i)}
      ${t.done&&i.unknown!==null?d(r.without_known,{n:U(i.unknown)}):h}`)}
    ${t.done&&On(n,t.recognised)?p`<p>${On(n,t.recognised)}</p>`:h}
    ${t.model.status==="late"?p`<p class="tpl-small">${r.model_late}</p>`:h}
    ${t.view>1&&t.counted?p`<p>${d(r.counted,{mine:U(t.counted.mine),base:U(t.counted.base)})}</p>`:h}
    ${t.done?ep(e,s,t,o):h}
    ${t.done?p`${Ki(e,t,o)}${Zc(e,t)}`:h}
    ${[...t.opened].reverse().map((l,a)=>Yc(n,l,a===0))}
    ${t.done?h:Ki(e,t,o)}`)}function tp(e,s,t){let n=e.config.messages,{status:r,ready:o}=t.model;return p`<p>${n[`model_${r}`]}</p>
    ${o?h:p`<div class="tpl-commit">${L(n.go_without,()=>s.commit("without",{}))}
      <span class="tpl-status" role="status">${e.waiting==="without"?e.silent?n.no_answer:n.saving:""}</span></div>`}`}function np(e,s){let{config:t,record:n}=e,r=t.messages,o=n.reveal??t.begin,i=Yi(t,o);return p`
    <p>${r.warning}</p><p>${r.known}</p>
    ${w(el(t,o))}
    ${o.opened.length?h:tp(e,s,o)}
    ${T(e)}
    ${o.model.ready&&i?Ji(`${o.view} ${i.id}`,Kc(e,s,i)):h}
    ${o.opened.length?sp(e,s,o):h}
    ${o.done?p`<div class="tpl-commit">${L(o.view>1?r.again_next:r.again,()=>s.commit("open",{}),{plain:!0})}
          <span class="tpl-status" role="status">${e.waiting==="open"?e.silent?r.no_answer:r.saving:r.again_note}</span></div>`:h}`}var Nn={};P(Nn,{STAGE:()=>Fs,draft:()=>op,lengthSentence:()=>tl,missing:()=>nl,standing:()=>ol,view:()=>rp});var Fs="text",op=Fs;function tl(e,s){let t=e.messages,n=Ft(s);if(!e.words)return d(t.count,{n});let[r,o]=e.words,i=n<r?t.count_short:n>o?t.count_long:t.count_good;return d(i,{n,min:r,max:o})}function nl(e,s){let t=(s??"").trim();return t&&t!==(e.starter??"").trim()?"":e.messages.write_first}function ol({config:e,record:s,value:t,local:n}){let r=e.messages,o=(t.text??"").trim(),i=s.stages[Fs]?.last.text;return i===o?e.words&&Ft(o)<e.words[0]?r.saved_short:"":n.restored!==void 0&&n.restored.trim()===o?r.restored:i===void 0?"":r.unsaved}function rp(e,s){let{config:t,value:n,record:r}=e,o=n.text??"";return p`
    ${we({id:s.id("text"),label:t.prompt,rows:t.rows,value:o,placeholder:t.starter,oninput:i=>s.set({text:i}),describedby:s.id("count")})}
    <p class="tpl-small" id=${s.id("count")}>${tl(t,o)}</p>
    ${S(e,s,{stage:Fs,value:{text:o.trim()},label:t.messages.save,missing:nl(t,o),first:r.stages[Fs]?.first?.text})}
    ${T(e)}
    ${w(ol(e))}`}var jn={};P(jn,{STAGE:()=>ht,leaderSentence:()=>ll,missing:()=>il,pointsOf:()=>rl,view:()=>lp});var ht="belief";function rl(e,s){let t=s.points??{};return Object.fromEntries(e.lines.filter(({id:n})=>Number.isFinite(t[n])).map(({id:n})=>[n,t[n]]))}function il(e,s){let t=e.messages,n=e.lines.length-Object.keys(s).length;return n?d(t.missing,{n,all:e.lines.length}):Object.values(s).some(r=>r>0)?"":t.all_zero}function ll(e,s){let t=e.messages,n=An(e.lines.map(({id:l})=>s[l]??null));if(!n)return"";let r=Math.max(...n),o=e.lines.filter((l,a)=>n[a]===r).map(({name:l})=>`"${l.replace(/\.$/,"")}"`),i=y(r,t);return o.length===1?d(t.total,{leader:o[0],share:i}):d(t.total_tie,{leaders:j(o,t.and),share:i})}function ip(e,s){let{config:t,record:n}=e,r=t.messages,o=n.reveal?.others??[];if(!n.reveal)return h;if(!o.length)return p`<p>${r.others_none}</p>`;let i=n.committed[ht].points,l=An(t.lines.map(({id:m})=>i[m])),a=o.filter(({lesson:m})=>Number(m)<Number(t.lesson)),c=o.filter(({lesson:m})=>Number(m)>Number(t.lesson)),u=m=>m.map(({lesson:f})=>d(r.earlier,{lesson:f}));return N(r.others,[r.account,...u(a),d(r.now,{lesson:t.lesson}),...u(c)],t.lines.map(({id:m,name:f},g)=>[f,...a.map(({shares:$})=>y($[m],r)),y(l[g],r),...c.map(({shares:$})=>y($[m],r))]))}function lp(e,s){let{config:t,value:n}=e,r=t.messages,o=rl(t,n),i=Object.values(o).reduce((c,u)=>c+u,0),l=e.record.stages[ht]?.first,a=c=>i>0?d(r.line_share,{n:c,share:y(c/i,r)}):d(r.line_points,{n:c});return p`
    ${F(d(r.heading,{lesson:t.lesson}),p`<p>${r.ask}</p>
      ${t.lines.map(({id:c,name:u,note:m})=>D({id:s.id(`points-${c}`),label:u,note:m||void 0,min:0,max:100,step:5,value:o[c]??null,show:a,unset:r.not_set,onset:f=>s.set({points:{...n.points,[c]:f}})}))}`)}
    ${S(e,s,{stage:ht,value:{points:o},label:r.commit,missing:il(t,o),first:l&&t.lines.map(({id:c,name:u})=>`${u.replace(/\.$/,"")}: ${l.points[c]}`).join("; ")})}
    ${T(e)}
    ${w(ll(t,o))}
    ${ip(e,o)}`}var Bn={};P(Bn,{asks:()=>ap,view:()=>cp});function ap(e){return{passages:{ids:e.config.paragraphs.map(s=>s.id)}}}function cp(e){let{messages:s,paragraphs:t}=e.config,n=e.answers.passages?.answer??{};return p`${t.map(({id:r,cite:o,paraphrase:i,against:l})=>p`
      <table class="tpl-table">
        <caption>${o}</caption>
        <thead><tr><th scope="col">${s.theirs}</th><th scope="col">${s.ours}</th></tr></thead>
        <tbody><tr><td>${n[r]??s.waiting}</td><td>${i}</td></tr></tbody>
      </table>
      ${l.length?p`<details>
            <summary>${s.against.replace("{id}",r)}</summary>
            <ul>${l.map(a=>p`<li>${a.text} <em>${s.but}</em> ${a.counter}</li>`)}</ul>
          </details>`:""}`)}<p><small>${s.note}</small></p>`}var Dn={};P(Dn,{ANSWERS:()=>ul,POINTS:()=>dl,PREDICT:()=>_t,SMALL:()=>bt,TWIN:()=>In,change:()=>fl,compared:()=>wt,costs:()=>Rn,mapCells:()=>Pn,mapSentence:()=>Hn,parameters:()=>is,ratioOf:()=>vt,referenceOf:()=>qe,sentence:()=>ml,statesAt:()=>xt,twinOf:()=>qn,twinSentences:()=>gl,view:()=>$p});var Is=e=>Math.min(1,e.later+e.cost_b),al=e=>e.now-e.cost_a>Is(e),cl=e=>Is(e)+e.cost_a;function pl(e,s,t=e.now){let n={nothing:Is(e),success:1-e.cost_a,failure:-e.cost_a};return n.failure<n.nothing&&n.nothing<n.success?ke(t,s,n):null}var _t="predict",bt="small",dl=["old","new","same"],ul=["bolder","careful","same"],In=["now","later","cost_a","cost_b"],[Cn,Fn]=[15,13],pp=.01,$t=e=>(e*100).toFixed(0),$e=e=>(e*100).toFixed(1),is=({config:e,value:s})=>({...e.medians,loss_aversion:s.lambda??2.25}),qe=({config:e,value:s})=>s.reference??e.states.success,xt=({success:e,failure:s},t)=>({success:e,failure:s,nothing:e-t*(e-s)}),vt=({config:{states:e},value:s})=>s.ratio??(e.success-e.nothing)/(e.success-e.failure),Rn=({success:e,nothing:s,failure:t})=>({success:e,nothing:s,sure:e-s,worst:e-t,down:s-t});function wt(e,s){return Math.abs(e-s)<=pp?"alike":e<s?"bolder":"careful"}function ml(e){let{config:s}=e,t=s.messages,n=qe(e),r=ke(n,is(e),s.states),o=Ut(s.states),{success:i,failure:l}=s.states,a=n>=i?t.lambda_nothing:n<=l?t.lambda_nothing_gains:"";return[d(t.result,{reference:n,p:$e(r),eu:$e(o)}),t[wt(r,o)],a].filter(Boolean).join(" ")}function fl(e,s,t){let n=s-t;return n===0?e.zero:d(n>0?e.gain:e.loss,{x:Math.abs(n)})}var Ln={lambda:null,cells:[]};function Pn(e,s){let t=JSON.stringify([e.success,e.failure,s]);if(Ln.key===t)return Ln.cells;let n=[];for(let r=0;r<Cn;r+=1)for(let o=0;o<Fn;o+=1){let i=e.failure+(r+.5)/Cn*(e.success-e.failure),l=(o+.5)/Fn,a=ke(i,s,xt(e,l));n.push({i:r,j:o,reference:i,ratio:l,p:a,eu:1-l,which:wt(a,1-l)})}return Ln={key:t,cells:n},n}function Hn(e){let{config:s}=e,t=s.messages,[n,r,o]=[qe(e),vt(e),is(e)],i=ke(n,o,xt(s.states,r)),l=Pn(s.states,o),a=c=>l.filter(u=>u.which===c).length;return d(t.map_says,{lambda:o.loss_aversion,reference:n,ratio:r.toFixed(2),p:$e(i),eu:$e(1-r),so:t[wt(i,1-r)],bolder:a("bolder"),careful:a("careful"),all:l.length})}var qn=({config:e,value:s})=>Object.fromEntries(In.map(t=>[t,s[t]??e.twin[t]]));function gl(e){let s=e.config.messages,t=qn(e),n=al(t),r=e.value.twin_reference==="whole",o=pl(t,is(e),r?1:t.now),i=u=>u.toFixed(2),l={war:i(t.now-t.cost_a),now:i(t.now),cost_a:i(t.cost_a),wait:i(Is(t)),later:i(t.later),cost_b:i(t.cost_b)},a=[d(s.twin_war,l),d(s.twin_wait,l),n?s.twin_fights:s.twin_waits];if(t.later>=t.now&&a.push(s.twin_no_shift),o===null)return{lines:[...a,s.twin_prospect_none],same:null};let c=t.now>o;return a.push(d(s.twin_prospect,{seen:d(r?s.twin_seen_whole:s.twin_seen_today,{now:i(t.now)}),p:$t(o),eu:$t(cl(t)),chance:$t(t.now),does:c?s.does_fight:s.does_wait})),{lines:[...a,c===n?s.twin_same:s.twin_part],same:c===n}}function dp(e){let{config:s}=e,t=s.messages,n=Math.min(e.width,620),r=C([0,110],[8,n-8]),o=qe(e),i=[["failure",t.end_failure],["nothing",t.end_nothing],["success",t.end_success]],l=a=>a>85?"end":a<25?"start":"middle";return I({width:n,height:132,label:d(t.picture_says,{...s.states,reference:o})},k`
    <rect class="tpl-loss-side" x=${r(0)} y="44" width=${r(o)-r(0)} height="26"></rect>
    <rect class="tpl-frame" x=${r(0)} y="44" width=${r(110)-r(0)} height="26"></rect>
    <line class="tpl-needle" x1=${r(o)} x2=${r(o)} y1="30" y2="76"></line>
    ${x(r(o),24,d(t.picture_reference,{reference:o}),l(o),"tpl-strong")}
    ${x(r(o)-8,40,t.picture_losses,"end")}
    ${o<92?x(r(o)+8,40,t.picture_gains):h}
    ${i.map(([a,c],u)=>{let m=s.states[a];return k`${J(r(m),57,"tpl-here",a==="nothing"?"square":"circle",6)}
        ${x(r(m),92+16*u,`${m}: ${c}`,l(m),"tpl-halo")}`})}`)}function up(e){let{config:s}=e,t=s.messages,{width:n}=B(e),r=Math.min(n,360),{success:o,failure:i}=s.states,l=C([i,o],[40,n-12]),a=C([0,1],[r-42,10]),[c,u]=[(l(o)-l(i))/Cn,(a(0)-a(1))/Fn],m=is(e),f=Pn(s.states,m),g=nr(m);return p`${I({width:n,height:r,label:Hn(e)},k`
    ${f.map(({i:$,j:b,which:_})=>k`<rect class=${`tpl-cell tpl-${_}`} x=${l(i)+$*c} y=${a(0)-(b+1)*u} width=${c} height=${u}></rect>
      ${_==="alike"?h:x(l(i)+($+.5)*c,a(0)-(b+.5)*u+4,_==="bolder"?"−":"+","middle")}`)}
    ${g===null?h:k`<line class="tpl-needle" x1=${l(o)-c} x2=${l(o)+6} y1=${a(g)} y2=${a(g)}></line>`}
    <circle class="tpl-ring" cx=${l(qe(e))} cy=${a(vt(e))} r="10"></circle>
    ${[0,.5,1].map($=>x(l(i)-6,a($)+4,$,"end"))}
    ${[i,o].map(($,b)=>x(l($),r-24,$,b?"end":"start"))}
    ${x((l(i)+l(o))/2,r-6,t.map_x,"middle")}
    ${x(-a(.75),14,t.map_y,"middle","tpl-upright")}`)}
    <p class="tpl-small">${d(t.map_key,{crossover:g===null?"–":g.toFixed(3)})}</p>`}function mp(e,s){let{config:t}=e,n=t.messages,{wide:r}=B(e),o=is(e),i=qe(e),l=vt(e),a=[.05,.1,.25,.5,.75,.95].map(c=>[c.toFixed(2),`${$e(ke(i,o,xt(t.states,c)))} %`,`${$e(1-c)} %`]);return O(n.map_head,p`
    <p>${n.map_text}</p>
    <div class=${r?"tpl-columns":""}>
      <div>${D({id:s.id("ratio"),label:n.ratio_label,min:.05,max:.95,step:.01,value:e.value.ratio??null,rest:l,show:c=>c.toFixed(2),unset:d(n.ratio_start,{x:l.toFixed(2)}),onset:c=>s.set({ratio:Number(c.toFixed(2))})})}
      ${w(Hn(e))}
      ${G(e,n.map_table,[n.head_ratio,n.head_cpt,n.head_eu],a)}</div>
      <div>${up(e)}</div>
    </div>`)}function fp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[bt],l=tr(10,100,t.medians);return O(o.small_head,p`
    ${M({name:s.id("small"),legend:o.small_text,options:ul.map(a=>({id:a,text:o[`small_${a}`]})),value:n.guess_small??null,onpick:a=>s.set({guess_small:a})})}
    ${S(e,s,{stage:bt,value:{choice:n.guess_small??null},label:o.small_commit,missing:n.guess_small?"":o.missing_small,first:o[`small_${i?.first?.choice}`]})}
    ${i?p`<p>${d(o.small_answer,{p:$e(l),eu:$e(.9)})}</p>`:h}`)}function gp(e,s){let t=e.config.messages,n=qn(e),{lines:r}=gl(e);return O(t.twin_head,p`
    <p>${t.twin_text}</p>
    <div class="tpl-thirds">${In.map(o=>D({id:s.id(o),label:t[`${o}_label`],min:0,max:o.startsWith("cost")?.5:1,step:.01,value:e.value[o]??null,rest:n[o],show:i=>i.toFixed(2),unset:d(t.at_start,{x:n[o].toFixed(2)}),onset:i=>s.set({[o]:Number(i.toFixed(2))})}))}</div>
    ${M({name:s.id("twin-reference"),legend:t.twin_reference,inline:!0,options:[{id:"today",text:t.twin_today},{id:"whole",text:t.twin_whole}],value:e.value.twin_reference??"today",onpick:o=>s.set({twin_reference:o})})}
    <p>${t.twin_try}</p>
    ${w(p`${r.map((o,i)=>p`<span class="tpl-block">${i===2||i===r.length-1?p`<strong>${o}</strong>`:o}</span>`)}`)}`)}function hp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[_t].last,l=u=>$e(ke(u,t.medians,t.states)),a=qe(e),c=[["success",o.end_success],["nothing",o.end_nothing],["failure",o.end_failure]];return p`
    <p>${d(o.you_said,{...t.states,said:d(o[`option_${i.choice}`],t.states),chance:i.chance})}
      <strong>${d(o.answer,{...t.states,old:l(t.states.success),new:l(t.states.nothing)})}</strong></p>
    <p>${d(o.why,Rn(t.states))}</p>
    ${O(o.handle_head,p`
      ${D({id:s.id("reference"),label:o.reference_label,ends:[o.reference_low,o.reference_high],min:t.states.failure,max:t.states.success,step:1,value:n.reference??null,rest:a,unset:d(o.at_start,{x:a}),onset:u=>s.set({reference:u})})}
      ${dp(e)}
      ${M({name:s.id("lambda"),legend:o.lambda_label,inline:!0,options:t.lambdas.map(u=>({id:String(u),text:o[`lambda_${String(u).replace(".","_")}`]})),value:String(n.lambda??2.25),onpick:u=>s.set({lambda:Number(u)})})}
      ${w(p`<strong>${ml(e)}</strong>`)}
      ${N(d(o.ends_table,{reference:a}),[o.head_end,o.head_state,d(o.head_change,{reference:a})],c.map(([u,m])=>[m,t.states[u],fl(o,t.states[u],a)]))}
      <p>${o.coder}</p>`)}
    ${fp(e,s)}
    ${r.stages[bt]?p`${mp(e,s)}${gp(e,s)}`:h}
    <p class="tpl-small">${o.assumptions}</p>`}function $p(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[_t],l=$t(Ut(t.states)),a=n.guess_chance??null,c=n.guess?a===null?o.missing_chance:"":o.missing_choice;return p`
    <p>${d(o.scene,t.states)} ${d(o.scene_eu,{...Rn(t.states),eu:l})}</p>
    ${F(o.predict_head,p`
      ${M({name:s.id("guess"),legend:d(o.predict,t.states),options:dl.map(u=>({id:u,text:d(o[`option_${u}`],t.states)})),value:n.guess??null,onpick:u=>s.set({guess:u})})}
      ${V({id:s.id("chance"),label:d(o.chance_label,t.states),min:0,max:100,value:a,unit:"%",onset:u=>s.set({guess_chance:u})})}
      ${S(e,s,{stage:_t,value:{choice:n.guess??null,chance:a},label:o.commit,missing:c,first:i?.first&&`${d(o[`option_${i.first.choice}`],t.states)} ${i.first.chance} %`})}`)}
    ${T(e)}
    ${i?hp(e,s):p`<p class="tpl-small">${o.closed}</p>`}`}var Vn={};P(Vn,{EQUAL:()=>kt,STAGE:()=>ls,asks:()=>_p,indexOf:()=>hl,pairSentence:()=>Un,pairShare:()=>Gn,ranking:()=>Wn,sentence:()=>zn,view:()=>wp,weighting:()=>$l,weightsOf:()=>St,without:()=>yt});var ls="predict",kt=5,St=({config:e,value:s})=>e.components.map(({id:t})=>s.weights?.[t]??kt);function hl(e,s){let t=e.map((r,o)=>r===null?0:s[o]),n=Ce(t);return n&&e.reduce((r,o,i)=>r+(o??0)*n[i],0)}function Wn(e){let{config:s,value:t}=e,n=St(e),r=s.states.filter(i=>!i.group||t.groups).map(i=>({...i,index:hl(s.shares[t.year][i.id],n)}));if(r.some(i=>i.index===null))return null;r.sort((i,l)=>l.index-i.index);let o=0;return r.map(i=>({...i,rank:i.group?null:o+=1}))}function Gn({config:e,value:s}){let[t,n]=s.pair??[];if(!t||!n||t===n)return null;let[r,o]=[t,n].map(l=>e.shares[s.year][l]),i=r.flatMap((l,a)=>l===null||o[a]===null?[]:[l-o[a]]);return{share:le(i),dominance:at(i),left:r.length-i.length}}var yt=(e,s)=>Object.fromEntries(e.map(({id:t})=>[t,s.includes(t)?0:kt]));function $l(e){let s=e.config.messages,t=St(e);if(new Set(t).size===1&&t[0]>0)return s.equal_weights;let n=e.config.components.filter((o,i)=>t[i]===0).map(({name:o})=>o),r=new Set(t.filter(o=>o>0));return n.length&&r.size===1?d(s.some_zero,{names:n.join(", ")}):s.your_weights}function zn(e){let s=e.config.messages,t=Wn(e);if(!t)return s.all_zero;let[n,r]=t.filter(o=>!o.group);return d(s.result,{weighting:$l(e),year:e.value.year,first:n.text,second:r.text,a:n.index.toFixed(3),b:r.index.toFixed(3)})}function Un(e){let s=e.config.messages,t=Gn(e);if(!t)return s.pick_two;let[n,r]=e.value.pair.map(l=>e.config.states.find(a=>a.id===l).text),o={always:s.pair_always,never:s.pair_never,depends:s.pair}[t.dominance],i=t.left?` ${d(s.pair_left_out,{n:t.left})}`:"";return te(d(o,{a:n,b:r,share:y(t.share,s),year:e.value.year}))+i}function _p(e){return e.record.stages[ls]?{first:{year:e.value.year}}:{}}function bp(e,s){let{config:t,value:n}=e,r=t.messages,o=a=>s.set({weights:a}),i=yt(t.components,[]),l=a=>JSON.stringify(St(e))===JSON.stringify(Object.values(yt(t.components,a)));return p`
    ${t.components.map(a=>D({id:s.id(a.id.replaceAll(" ","-")),label:a.name,value:n.weights?.[a.id]??kt,min:0,max:10,step:1,unset:r.not_set,onset:c=>o({...i,...n.weights,[a.id]:c})}))}
    <div class="tpl-buttons" role="group" aria-label=${r.presets}>
      ${t.presets.map(a=>L(r[`preset_${a.id}`],()=>o(yt(t.components,a.zero)),{pressed:l(a.zero)}))}
    </div>`}function xp(e){let s=e.config.messages;if(!e.live)return h;let t=e.answers.first,n=!t||t.pending||t.answer===null,o=(t?.answer?.firsts??[]).map(({name:i,share:l})=>d(s.first_one,{name:i,share:y(l,s)}));return p`<p aria-live="polite">${n?s.waiting:d(s.firsts,{year:t.question.year,names:o.join(", "),error:(t.answer.error*100).toFixed(1),draws:t.answer.draws.toLocaleString("en")})}</p>`}function vp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=Wn(e),l=Gn(e),{wide:a,width:c}=B(e),u=t.states.find($=>$.id===r.stages[ls].last.choice),m=t.states.filter($=>!$.group||n.groups).map(({id:$,name:b})=>({id:$,text:b})),f=$=>b=>s.set({pair:(n.pair??[null,null]).map((_,A)=>A===$?b:_)}),g=(n.pair??[]).map($=>t.states.find(b=>b.id===$)?.name);return p`
    <p>${d(o.answer,{said:u?.text??"",...t.answer})}</p>
    <div class=${a?"tpl-columns":""}>
      <section aria-label=${o.results}>
        ${z({id:s.id("year"),label:o.year,value:String(n.year),options:t.years.map($=>({id:String($),text:String($)})),onpick:$=>s.set({year:Number($)})})}
        <label class="tpl-option"><input type="checkbox" .checked=${!!n.groups}
          @change=${$=>s.set({groups:$.target.checked})} /><span>${o.show_groups}</span></label>
        ${w(zn(e))}
        ${i?p`
          ${Ye(i.slice(0,a?12:8).map($=>({name:$.rank?`${$.rank} ${$.name}`:d(o.group,{name:$.name}),value:$.index,text:$.index.toFixed(3),quiet:!!$.group})),c,d(o.bars_label,{says:zn(e)}))}
          ${G(e,o.table,[o.state,...t.components.map($=>$.name),o.index],i.map($=>[$.name,...t.shares[n.year][$.id].map(b=>b===null?"–":b.toFixed(3)),$.index.toFixed(3)]))}`:h}
      </section>
      <section aria-label=${o.sliders}>
        <p class="tpl-head">${o.sliders}</p>
        <p class="tpl-small">${o.task}</p>
        ${bp(e,s)}
      </section>
    </div>
    <section aria-label=${o.pair_heading}>
      <p class="tpl-head">${o.pair_heading}</p>
      <div class="tpl-inline">
        ${z({id:s.id("pair-a"),label:o.pair_a,options:m,value:n.pair?.[0]??null,empty:o.choose,onpick:f(0)})}
        ${z({id:s.id("pair-b"),label:o.pair_b,options:m,value:n.pair?.[1]??null,empty:o.choose,onpick:f(1)})}
      </div>
      ${w(Un(e))}
      ${l?Xe(e,{share:l.share,first:g[0],second:g[1],label:Un(e)}):h}
      ${xp(e)}
    </section>
    ${n.year>=2002?p`<p class="tpl-small">${o.urban_note}</p>`:h}
    <details class="tpl-details"><summary>${o.breaks}</summary>
      <ul class="tpl-list">${t.notes.map($=>p`<li>${$}</li>`)}</ul></details>
    <p class="tpl-small">${o.assumptions}</p>`}function wp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=l=>t.states.find(a=>a.id===l)?.name;return p`
    <p>${d(o.scene,t.answer)} ${o.suppose}</p>
    ${M({name:s.id("guess"),legend:d(o.predict,t.answer),value:n.guess??null,options:t.options.map(l=>({id:l,text:i(l)})),onpick:l=>s.set({guess:l})})}
    ${S(e,s,{stage:ls,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:i(r.stages[ls]?.first?.choice)})}
    ${T(e)}
    ${r.stages[ls]?vp(e,s):p`<p class="tpl-small">${o.closed}</p>`}`}var Xn={};P(Xn,{CHOICES:()=>Kn,STAGE:()=>Ps,chance:()=>At,regions:()=>vl,result:()=>Yn,signed:()=>as,view:()=>Sp});var Ps="predict",Kn=["hoop","smoking_gun","doubly","straw"],[bl,xl]=[.01,.99],At=e=>Math.round(Math.max(bl,Math.min(xl,e))*100)/100,as=e=>{let s=Math.abs(e).toFixed(1);return s==="0.0"?s:`${e>0?"+":"−"}${s}`},Rs=e=>e.toFixed(2).replace(/^0\./,"."),Jn=e=>(e>=10?e.toFixed(0):e>=1?e.toFixed(1):e.toFixed(2)).replace(/^0\./,".");function Yn(e,{p:s=null,q:t=null}){if(s===null||t===null)return"";if(s===t)return e.result_same;let{passed:n,failed:r}=Es(s,t),o=bn(s,t);return d(s>t?e.result:e.result_reverse,{kind:e[`kind_${o}`],passed:Jn(n),failed:Jn(r),passed_db:as(ce(n)),failed_db:as(ce(r))})}function vl(e=Os){let s=[1/(e+1),e/(e+1)],[t,n]=[[1/e,1],[0,1-1/e]];return{doubly:[[0,1],t,s,n],hoop:[t,[1,1],s],smoking_gun:[[0,0],n,s],straw:[[0,0],s,[1,1]]}}function yp(e,s){let{value:t,config:n}=e,r=n.messages,o=Math.min(B(e).width,420),i=o-34,l=C([0,1],[28,28+i]),a=C([0,1],[8+i,8]),c=vl(),u=v=>v.map(([E,q])=>`${l(E)},${a(q)}`).join(" "),m=v=>{let E=v.currentTarget.getBoundingClientRect(),q=E.width/o;s.set({q:At(l.invert((v.clientX-E.left)/q)),p:At(a.invert((v.clientY-E.top)/q))})},f=v=>{v.preventDefault(),v.currentTarget.setPointerCapture?.(v.pointerId),m(v)},g=v=>v.buttons&1&&m(v),{p:$=null,q:b=null}=t,_=$!==null&&b!==null,A=d(r.square_says,{result:_?Yn(r,t):r.square_empty});return p`<div class="tpl-square">${I({width:o,height:i+36,label:A},k`
    ${Kn.map(v=>k`<polygon class="tpl-zone tpl-zone-${v}" points=${u(c[v])}></polygon>
      <polygon class="tpl-zone tpl-zone-reverse" points=${u(c[v].map(([E,q])=>[q,E]))}></polygon>`)}
    <line class="tpl-half" x1=${l(0)} y1=${a(0)} x2=${l(1)} y2=${a(1)}></line>
    ${x(l(.02),a(.945),r.corner_doubly,"start","tpl-strong tpl-halo")}
    ${x(l(.98),a(.945)+6,r.corner_hoop,"end","tpl-strong tpl-halo")}
    ${x(l(.02),a(.1),r.corner_smoking_gun,"start","tpl-strong tpl-halo")}
    ${x(l(.4),a(.56),r.corner_straw,"middle","tpl-strong tpl-halo")}
    ${x(l(.98),a(.03),r.corner_reverse,"end","tpl-halo")}
    <rect class="tpl-frame" x=${l(0)} y=${a(1)} width=${i} height=${i}></rect>
    ${_?k`${J(l(b),a($),"tpl-here","circle",9)}`:h}
    ${x(l(0),i+26,"0")}${x(l(1),i+26,"1","end")}
    ${x(l(.5),i+28,`${r.axis_q} →`,"middle")}
    ${x(-a(.5),16,`${r.axis_p} →`,"middle","tpl-upright")}
    <rect class="tpl-catch" x="0" y="0" width=${o} height=${i+8}
      @pointerdown=${v=>f(_l(v))} @pointermove=${v=>g(_l(v))}></rect>`)}</div>`}var _l=e=>({clientX:e.clientX,clientY:e.clientY,buttons:e.buttons,pointerId:e.pointerId,preventDefault:()=>e.preventDefault(),currentTarget:{getBoundingClientRect:()=>e.currentTarget.ownerSVGElement.getBoundingClientRect(),setPointerCapture:s=>e.currentTarget.setPointerCapture?.(s)}});function kp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[Ps].last.choice,{wide:l}=B(e),a=Es(t.silence.p,t.silence.q),c=$=>D({id:s.id($),label:o[`${$}_label`],min:bl,max:xl,step:.01,rest:.5,value:n[$]??null,unset:o.not_set,show:Rs,ends:[o.low,o.high],onset:b=>s.set({[$]:At(b)})}),{p:u=null,q:m=null}=n,f=u!==null&&m!==null,g=$=>f&&$.p===u&&$.q===m;return p`
    <p>${d(o.you_said,{said:o[`option_${i}`]})} ${o[`answer_${i}`]}</p>
    <p>${d(o.our_reading,{p:Rs(t.silence.p),q:Rs(t.silence.q),passed:as(ce(a.passed)),failed:as(ce(a.failed))})}</p>
    <p class="tpl-small">${o.decibel}</p>
    <div class=${l?"tpl-columns":""}>
      <section aria-label=${o.controls}>
        <p class="tpl-head">${o.controls}</p>
        <p>${o.try}</p>
        ${c("p")}${c("q")}
        <div class="tpl-buttons" role="group" aria-label=${o.examples}>
          ${t.examples.map($=>L(o[`kind_${$.kind}`],()=>s.set({p:$.p,q:$.q}),{pressed:g($)}))}
        </div>
        ${w(f?p`<strong>${Yn(o,n)}</strong> ${u===m?h:o[`about_${bn(u,m)}`]}`:o.set_both)}
      </section>
      <section aria-label=${o.square_title}>
        <p class="tpl-head">${o.square_title}</p>
        ${yp(e,s)}
      </section>
    </div>
    <p class="tpl-small">${d(o.continuum,{strong:Os})}</p>
    <details class="tpl-details"><summary>${o.table_title}</summary>
      ${N(o.table_title,[o.head_kind,o.head_p,o.head_q,o.head_passed,o.head_failed],t.examples.map($=>{let{passed:b,failed:_}=Es($.p,$.q),A=v=>d(o.times,{ratio:Jn(v),db:as(ce(v))});return[o[`kind_${$.kind}`],Rs($.p),Rs($.q),A(b),A(_)]}))}
    </details>
    <p class="tpl-small">${o.sources}</p>`}function Sp(e,s){let{config:t,value:n,record:r}=e,o=t.messages;return p`
    <p class="tpl-claim">${d(o.scene,t.card)}</p>
    ${M({name:s.id("guess"),legend:o.predict,value:n.guess??null,options:Kn.map(i=>({id:i,text:o[`option_${i}`]})),onpick:i=>s.set({guess:i})})}
    ${S(e,s,{stage:Ps,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:o[`option_${r.stages[Ps]?.first?.choice}`]})}
    ${T(e)}
    ${r.stages[Ps]?kp(e,s):p`<p class="tpl-small">${o.closed}</p>`}`}var lo={};P(lo,{asks:()=>Tp,pointsOf:()=>Hl,view:()=>qp});var De="perceived intentions",Hs="neutral",Ap=["predict","weights","intentions","years"],H=({config:e,value:s})=>e.claims.find(t=>t.id===s.claim),re=(e,s)=>`${e}.${s}`,ze=({record:e,value:s},t)=>e.stages[re(t,s.claim)]?.last;function wl(e,s){let t=l=>e.record.stages[re(l,s)]?.last??{},[n,r,o,i]=Ap.map(t);return{claim:s,year:o.year??r.year??n.year??null,guess:n.choice??null,guess_share:n.share??null,weights:o.weights??r.weights??{},measures:o.measures??r.measures??{...e.config.plain},form:o.form??r.form??"additive",with_intentions:!!o.weights,tried:e.value?.tried??{},years_guess:i.choice??null}}function Ue(e){let s=t=>!!ze(e,t);return{predict:!!(H(e)&&e.value.year),weights:s("predict"),result:s("weights"),intentions:!e.three&&s("weights")&&!!(s("intentions")||e.value.with_intentions),years:s("intentions"),chart:s("years")}}var Mt=e=>({...e,three:!0});function Q(e,s=e.value.measures){return Ue(e).intentions&&s.intentions!==Hs?e.config.sources:e.config.sources.filter(t=>t.id!==De)}function Mp({config:e},s,t,n,r,o){return e.contrasts[s]?.[t]?.[n]?.[r.id]?.[o]??null}function Qn(e,{year:s=e.value.year,form:t=e.value.form,measures:n={}}={}){let r={...e.value.measures,...n};if(!s||!H(e))return null;let o=Q(e,r).map(i=>Mp(e,e.value.claim,s,t,i,r[i.measure]));return o.every(i=>i!==null)?o:null}var Op=e=>Ce(Q(e).map(s=>e.value.weights?.[s.id]));function ee(e){let s=Qn(e);if(!s)return null;let t=Op(e),n=Q(e).map(o=>e.value.weights?.[o.id]),r=t&&ct(s,t);return{contrasts:s,weights:t,share:le(s),dominance:at(s),leads:t===null?null:Math.sign(Math.abs(r)<1e-12?0:r),order:t&&an(n),inOrder:t&&Ir(s,an(n)),flip:t&&Pr(s,t)}}function cs(e){return H(e).years.map(s=>{let t=Qn(e,{year:s});return{year:s,share:t&&le(t)}})}function Zn(e){return e.config.measures.intentions.map(s=>{let t=Qn(e,{measures:{intentions:s}});return{measure:s,share:t&&le(t)}})}function yl(e){let s=e.value.tried?.[e.value.claim]??[];return Zn(e).filter(({measure:t})=>s.includes(t))}function kl(e,s){let t=cs(e).map(({share:n})=>n);return s===1&&!t.every(n=>n===1)?.9999:s===0&&!t.some(n=>n===0)?1e-4:s}function Sl(e,s){return e===null||s===null?null:Math.abs(s-e)<.1?"stays":s>e?"rises":"falls"}function eo(e){let s=e.map(o=>o*100),t=s.map(o=>Math.floor(o+1e-9)),n=100-t.reduce((o,i)=>o+i,0),r=s.map((o,i)=>[o-t[i],i]).sort((o,i)=>i[0]-o[0]||o[1]-i[1]);for(let[,o]of r.slice(0,n))t[o]+=1;return t}function Al(e,s){let t=s.weights.map((o,i)=>(o-e[i])*100),n=t.indexOf(Math.max(...t)),r=t.map((o,i)=>({from:i,points:Math.ceil(-o-1e-9)})).filter(o=>o.points>0);return{moves:r,to:n,total:r.reduce((o,i)=>o+i.points,0)}}function so(e,s=0){let t=[[1,0,0],[0,1,0],[0,0,1]],n=o=>s+ct(e,o),r=[];return t.forEach((o,i)=>{let l=t[(i+1)%3],[a,c]=[n(o),n(l)];if(a>0&&r.push(o),a>0!=c>0){let u=a/(a-c);r.push(o.map((m,f)=>m+u*(l[f]-m)))}}),r}var W=(e,s,t={})=>{let n=H(e),r={observer:n.observer.text,first:n.first.text,second:n.second.text,year:e.value.year};return te(d(e.config.messages[s],{...r,...t}))};function to(e,s=ee(e)){let t=e.config.messages;if(!s)return t.no_data;let n=Q(e).map(a=>a.id);if(!s.weights){let a=n.filter(c=>(e.value.weights?.[c]??null)===null);return a.length?d(t.verdict_open,{names:j(a,t.and)}):t.all_zero}let r=eo(s.weights),o=j(n.map((a,c)=>`${a} ${r[c]}`),t.and);if(s.leads===0)return W(e,"verdict_tie",{weights:o});let i=H(e),l=(s.leads>0?i.first:i.second).text;return W(e,"verdict",{weights:o,leader:l,scaled:e.three?t.scaled:""})}function Ml(e,s=ee(e)){let t=ee(Mt(e));if(e.three||!s?.weights||!t?.weights||s.leads===t.leads)return"";let n=H(e),r=e.config.messages;return t.leads===0?r.before_level:W(e,"before_it_was",{leader:(t.leads>0?n.first:n.second).text})}function no(e,{share:s=!1}={}){let t=H(e);if(!t?.nearness)return"";let{capitals:n,border:r}=t.nearness,[o,i]=r[Q(e).length===3?"three":"four"];return s?W(e,"nearness_share",{low:o,high:i,from:r.from,to:r.to}):W(e,"nearness",{capital:n[e.value.year]})}function oo(e,s=ee(e)){if(!s)return"";let t=e.config.messages;if(s.dominance==="always")return W(e,"share_always");if(s.dominance==="never")return W(e,s.contrasts.every(r=>r===0)?"share_nothing":"share_never");let n=s.share>=.4&&s.share<=.6?t.near_coin:s.share>=.95?t.near_all:s.share<=.05?t.near_none:"";return W(e,"share",{share:y(s.share,t)})+n+t.stop}function Ol(e,s=ee(e)){let t=ze(e,"predict");if(!t)return"";let n=H(e);return W(e,"predicted",{who:n[t.choice].text,share:t.share,year:t.year})}function Tl(e,s=ee(e)){if(!s?.order)return"";let t=e.config.messages;if(s.order.length===1)return t.order_none;let n=Q(e).map(o=>o.id),r=s.order.map(o=>j(o.map(i=>n[i]),t.and)).join(t.before);return W(e,"in_order",{order:r,share:y(s.inOrder,t)})}function El(e,s=ee(e)){if(!s?.weights)return"";let t=e.config.messages;if(!s.flip)return t.flip_none;let n=Q(e).map(l=>l.id),{moves:r,to:o}=Al(s.weights,s.flip);if(!r.length)return t.flip_edge;let i=r.map((l,a)=>d(a?t.flip_more:t.flip_move,{n:l.points,source:n[l.from]}));return d(t.flip,{moves:j(i,t.and),to:n[o]})}function ro(e,s=ee(e)){let t=e.value.form==="additive"?"geometric":"additive",n=ee({...e,value:{...e.value,form:t}});if(!s?.weights||!n?.weights||s.leads===n.leads)return"";let r=H(e),o=n.leads>0?r.first.text:r.second.text;return W(e,n.leads===0?"form_tie":"form_turns",{form:e.config.messages[`form_${t}`],leader:o})}function Nl(e,s){let t=s.filter(({share:c})=>c!==null);if(t.length<2)return"";let n=e.config.messages,r=t.filter(({measure:c})=>c!==Hs).length,o=t.map(({share:c})=>c),[i,l]=[Math.min(...o),Math.max(...o)].map(c=>y(c,n)),a=d(r===1?n.tried_one:n.tried_many,{n:r})+(r<t.length?n.tried_without:"");return W(e,i===l?"tried_same":"tried_range",{tried:a,low:i,high:l})}function jl(e,{share:s,error:t,draws:n}){let r=H(e),o=(t*100).toFixed(1);return W(e,o==="0.0"?"joint_plain":"joint",{from:r.years[0],to:r.years.at(-1),draws:n.toLocaleString("en"),error:o,share:y(kl(e,s),e.config.messages)})}function io(e){let s=e.config.messages,t=cs(e).filter(({share:u})=>u!==null);if(t.length<2)return s.no_data;let[n,r]=[t[0],t.at(-1)],o=t.map(({share:u})=>u),[i,l]=[Math.min(...o),Math.max(...o)],a=W(e,"years_result",{from:n.year,to:r.year,a:y(n.share,s),b:y(r.share,s),low:y(i,s),high:y(l,s)}),c=l-i<.1?` ${d(s.years_same,{from:n.year,to:r.year})}`:"";return a+c}function Bl(e){let s=ze(e,"years"),t=e.config.messages,n=cs(e),r=Sl(n[0].share,n.at(-1).share);return s?d(t.years_predicted,{said:t[`moves_${s.choice}`],is:t[`moves_${r}`]??"–"}):""}function Ll(e,s,t){if(!Q(e).map(o=>o.id).includes(De))return W(e,"triangle");let r=s.weights?eo(s.weights):null;return r?W(e,"triangle_slice",{n:r[3],rest:100-r[3],share:y(t,e.config.messages)}):e.config.messages.triangle_wait}function Tp(e){let{value:s}=e;return!H(e)||!Ue(e).chart||!s.measures.intentions?{}:{joint:{claim:s.claim,measures:s.measures,form:s.form}}}var Ep=(e,s)=>d(e.config.messages[s.paragraph?"claim_named":"claim"],{observer:s.observer.name,first:s.first.name,second:s.second.name,paragraph:s.paragraph}),_e=e=>{let s=H(e);return{observer:s.observer.text,first:s.first.text,second:s.second.text,year:e.value.year}};function Cl(e,s){let{config:t,value:n}=e,r=t.messages,o=H(e),i=n.measures[s.measure],l=i&&t.facts[o.id][n.year][s.id][i],a=i&&t.contrasts[o.id][n.year].additive[s.id][i];return p`<div class="tpl-source">
    <p><strong>${te(s.id)}</strong> <span class="tpl-small tpl-block">${i?r[`measure_${s.measure}_${i}`]:""}</span></p>
    ${l&&a!==null&&a!==void 0?sr((1+a)/2,`${o.first.name}: ${l[0]}`,`${o.second.name}: ${l[1]}`):p`<p class="tpl-small">${r.no_data}</p>`}
  </div>`}function Np(e,s){let{config:t,value:n}=e,r=t.messages,o=H(e);return p`
    ${z({id:s.id("claim"),label:r.whose,value:n.claim??null,empty:r.choose,options:t.claims.map(i=>({id:i.id,text:Ep(e,i)})),onpick:i=>s.set(wl(e,i))})}
    ${o?z({id:s.id("year"),label:r.year,value:n.year?String(n.year):null,empty:r.choose,options:o.years.map(i=>({id:String(i),text:String(i)})),onpick:i=>s.set({year:Number(i)})}):h}
    ${o?.paragraph?p`<p class="tpl-small">${r[`about_${o.paragraph.toLowerCase()}`]}</p>`:h}`}function jp(e,s){let{config:t,value:n}=e,r=t.messages,o=H(e),i=e.record.stages[re("predict",n.claim)]?.first;return p`
    <p>${d(r.tables_say,_e(e))}</p>
    <div class="tpl-thirds">${t.sources.filter(l=>l.id!==De).map(l=>Cl(e,l))}</div>
    ${o.nearness?p`<p class="tpl-small">${no(e)}</p>`:h}
    <p class="tpl-small">${r.hidden}</p>
    ${M({name:s.id("guess"),legend:d(r.predict_who,_e(e)),inline:!0,value:n.guess??null,options:["first","second"].map(l=>({id:l,text:o[l].name})),onpick:l=>s.set({guess:l})})}
    ${V({id:s.id("guess-share"),label:d(r.predict_share,_e(e)),min:0,max:100,unit:"%",value:n.guess_share??null,onset:l=>s.set({guess_share:l})})}
    ${S(e,s,{stage:re("predict",n.claim),label:r.keep_prediction,value:{claim:n.claim,year:n.year,choice:n.guess,share:n.guess_share},missing:n.guess&&n.guess_share!==null?"":r.predict_missing,first:i&&d(r.first_prediction,{who:o[i.choice].text,share:i.share})})}`}function Fl(e,s,t){let n=e.config.messages,{weights:r={},measures:o,claim:i,year:l}=e.value,a=o[t.measure]&&e.config.facts[i][l][t.id][o[t.measure]];return D({id:s.id(t.id.replaceAll(" ","-")),label:p`${te(t.id)}`,note:a?d(n.swing_facts,{..._e(e),a:a[0],b:a[1]}):void 0,value:r[t.id]??null,min:0,max:10,step:1,rest:5,unset:n.not_set,ends:[n.swing_low,n.swing_high],onset:c=>s.set({weights:{...r,[t.id]:c}})})}var Bp=(e,s)=>s.filter(t=>(e.value.weights?.[t]??null)===null);function Il(e,s){let t=e.config.messages,n=Bp(e,s);return n.length?d(t.weights_missing,{names:j(n,t.and)}):s.every(r=>e.value.weights[r]===0)?t.all_zero:""}function Lp(e,s){let{config:t,value:n}=e,r=t.messages,o=t.sources.filter(c=>c.id!==De),i=o.map(c=>c.id),{intentions:l,...a}=n.measures;return p`
    <p>${d(r.swing,_e(e))}</p>
    ${F(r.your_weights,p`<div class="tpl-thirds">${o.map(c=>Fl(e,s,c))}</div>`)}
    ${Ue(e).intentions?p`<p class="tpl-small">${Ve(e,re("weights",n.claim))}</p>`:S(e,s,{stage:re("weights",n.claim),label:r.keep_weights,missing:Il(e,i),value:{claim:n.claim,year:n.year,form:n.form,measures:a,weights:Object.fromEntries(i.map(c=>[c,n.weights?.[c]??null]))},first:Rl(e,e.record.stages[re("weights",n.claim)]?.first.weights)})}`}var Rl=(e,s)=>s&&j(Object.entries(s).map(([t,n])=>`${t} ${n}`),e.config.messages.and);function Cp(e,s){let{config:t}=e,n=t.messages,r=H(e),o=t.sources.slice(0,3),i=Math.min(B(e).width,440),l=i-40,[a,c]=[40,40+l*.75],u=([K,xe,us])=>[20+l*(us+xe/2),c-(c-a)*xe],m=Q(e).length===4,f=m?s.weights?.[3]??null:0;if(m&&f===null)return p`<p class="tpl-small">${n.triangle_wait}</p>`;let g=s.contrasts.slice(0,3).map(K=>(1-f)*K+(m?f*s.contrasts[3]:0)),$=le(g),b=so(g).map(u),_=so(g.map(K=>-K)).map(u),A=1-f,v=s.weights&&A>1e-9?u(s.weights.slice(0,3).map(K=>K/A)):null,E=!m&&s.flip?u(s.flip.weights):null,q=Ll(e,s,$),be=K=>[0,1].map(xe=>K.reduce((us,qs)=>us+qs[xe],0)/K.length),ds=K=>K.map(xe=>xe.join(",")).join(" "),go=(K,xe,us)=>{if(xe<.12)return h;let[qs,ms]=be(K),ho=v&&Math.abs(v[0]-qs)<90&&Math.abs(v[1]-ms)<28,Zl=ho&&(ms<v[1]?Math.min(ms,v[1]-26):Math.max(ms,v[1]+30));return x(qs,ho?Zl:ms,d(n.leads,{name:us}),"middle","tpl-strong")};return p`
    ${I({width:i,height:c+26,label:`${q} ${to(e,s)}`},k`
      ${b.length?k`<polygon class="tpl-region" points=${ds(b)}></polygon>`:h}
      ${_.length?k`<polygon class="tpl-region-second" points=${ds(_)}></polygon>`:h}
      <polygon class="tpl-frame" points=${ds([[1,0,0],[0,1,0],[0,0,1]].map(u))}></polygon>
      ${go(b,$,r.first.name)}${go(_,1-$,r.second.name)}
      ${E?k`${v?me([v,E],"tpl-move"):h}<path class="tpl-flip" d="M${E[0]},${E[1]-7}l7,7l-7,7l-7,-7z"></path>`:h}
      ${v?k`${J(v[0],v[1],"tpl-here","circle",8)}${x(v[0]+11,v[1]-8,n.you,"start","tpl-strong tpl-halo")}`:h}
      ${x(i/2,14,te(o[1].id),"middle")}${x(i/2,30,n.corner,"middle","tpl-fine")}
      ${x(0,c+18,te(o[0].id))}${x(i,c+18,te(o[2].id),"end")}`)}
    <p class="tpl-small">${q}${E?` ${n.triangle_flip}`:""}</p>`}function Pl(e){let s=e.config.messages,t=H(e),n=ee(e);if(!n)return p`<p>${s.no_data}</p>`;let{wide:r}=B(e),o=ze(e,"predict"),i=o&&e.three&&o.year===e.value.year?o.share/100:null;return p`
    ${w(p`<strong>${to(e,n)}</strong> ${Ml(e,n)} ${oo(e,n)}`)}
    ${Xe(e,{share:n.share,first:t.first.name,second:t.second.name,said:i,saidText:o?d(s.you_said,{n:o.share}):"",label:oo(e,n)})}
    <div class=${r?"tpl-columns":""}>
      <div>
        <p>${El(e,n)}</p>
        <p>${Tl(e,n)}</p>
        ${e.three?p`<p class="tpl-small">${Ol(e,n)}</p>`:h}
        ${t.nearness?p`<p class="tpl-small">${no(e,{share:!0})}</p>`:h}
        ${ro(e,n)?p`<p class="tpl-alert">${ro(e,n)}</p>`:h}
        ${G(e,s.contrast_table,[s.source,s.contrast,s.points_to,s.your_points],Q(e).map((l,a)=>[te(l.id),n.contrasts[a].toFixed(2),n.contrasts[a]===0?s.neither:(n.contrasts[a]>0?t.first:t.second).name,n.weights?(n.weights[a]*100).toFixed(0):s.not_set]))}
      </div>
      <div>${Cp(e,n)}</div>
    </div>`}function Fp(e,s){let{config:t,value:n}=e,r=t.messages;if(!Ue(e).intentions)return p`<p>${r.intentions_intro}</p>${L(r.add_intentions,m=>{let f=m.currentTarget.closest(".tpl");s.set({with_intentions:!0}),f.querySelector(`input[name="${s.id("intentions")}"]`)?.focus()})}`;let o=t.sources.find(m=>m.id===De),i=m=>s.set({measures:{...n.measures,intentions:m},tried:{...n.tried,[n.claim]:[...new Set([...n.tried?.[n.claim]??[],m])]}}),l=Zn(e),a=yl(e),c=n.measures.intentions,u=Q(e).map(m=>m.id);return p`
    ${M({name:s.id("intentions"),legend:d(r.measure_question,_e(e)),value:c??null,onpick:i,options:l.map(({measure:m,share:f})=>({id:m,text:p`${r[`measure_intentions_${m}`]}<span class="tpl-block tpl-small">${r[`note_intentions_${m}`]}${Ip(e,m)}${f===null?` ${r.no_data}`:""}</span>`}))})}
    ${c&&c!==Hs?p`${Cl(e,o)}
      ${F(r.their_weight,Fl(e,s,o))}`:h}
    ${c?Pl(e):h}
    ${N(d(r.tried_table,_e(e)),[r.measure,r.share_head],l.map(({measure:m,share:f})=>[r[`measure_intentions_${m}`],a.some(g=>g.measure===m)?f===null?r.no_data:y(f,r):r.not_tried]))}
    ${w(Nl(e,a))}
    ${S(e,s,{stage:re("intentions",n.claim),label:r.keep_all,missing:c?Il(e,u):r.choose_measure,value:{claim:n.claim,year:n.year,form:n.form,measures:n.measures,weights:Object.fromEntries(u.map(m=>[m,n.weights?.[m]??null]))},first:Rl(e,e.record.stages[re("intentions",n.claim)]?.first.weights)})}
    ${c?Rp(e,s):h}`}function Ip(e,s){let t=e.config.messages[`note_intentions_${s}_${e.value.year}`];return t?` ${t}`:""}function Rp(e,s){let{config:t,value:n}=e,r=t.messages,o=i=>l=>s.set({measures:{...n.measures,[i]:l}});return p`<details class="tpl-details"><summary>${r.other_choices}</summary>
    <p class="tpl-small">${r.other_choices_note}</p>
    ${["power","distance","offence"].map(i=>p`${z({id:s.id(`measure-${i}`),label:r[`choice_${i}`],value:n.measures[i],options:t.measures[i].map(l=>({id:l,text:r[`measure_${i}_${l}`]})),onpick:o(i)})}${r[`note_${i}_${n.measures[i]}`]?p`<p class="tpl-small">${r[`note_${i}_${n.measures[i]}`]}</p>`:h}`)}
    ${M({name:s.id("form"),legend:r.form,inline:!0,value:n.form,options:["additive","geometric"].map(i=>({id:i,text:r[`form_${i}`]})),onpick:i=>s.set({form:i})})}
    <p class="tpl-small">${r.form_note}</p></details>`}function Hl(e){let s=Math.round(e*100);return s===100&&e<1?">99":s===0&&e>0?"<1":String(s)}function Pp(e){let s=e.config.messages,t=cs(e),{width:n}=B(e),r=C([t[0].year,t.at(-1).year],[52,n-30]),o=C([0,1],[170,24]),i=t.filter(({share:l})=>l!==null);return p`
    <p class="tpl-head">${d(s.years_title,_e(e))}</p>
    ${I({width:n,height:200,label:io(e)},k`
      ${[0,.5,1].map(l=>k`<line class=${l===.5?"tpl-half":"tpl-grid"} x1="44" x2=${n-20} y1=${o(l)} y2=${o(l)}></line>
        ${x(38,o(l)+4,`${l*100} %`,"end")}`)}
      ${me(i.map(l=>[r(l.year),o(l.share)]),"tpl-thin")}
      ${i.map(l=>k`${J(r(l.year),o(l.share),"tpl-first","circle",l.year===e.value.year?7:5)}
        ${x(r(l.year),o(l.share)+(l.share>.5?20:-10),Hl(l.share),"middle","tpl-halo")}`)}
      ${t.map(l=>x(r(l.year),194,n<420?`’${String(l.year).slice(2)}`:l.year,"middle"))}`)}
    ${G(e,s.years_title_plain,[s.year,s.share_head],t.map(l=>[l.year,l.share===null?s.no_data:y(l.share,s)]))}`}function Hp(e,s){let{value:t}=e,n=e.config.messages,r=H(e),o={..._e(e),from:r.years[0],to:r.years.at(-1)},i=e.answers.joint,l=i?.pending||!i?.answer;return p`
    ${M({name:s.id("years"),legend:d(n.years_question,o),value:t.years_guess??null,options:["falls","stays","rises"].map(a=>({id:a,text:n[`moves_${a}`]})),onpick:a=>s.set({years_guess:a})})}
    ${S(e,s,{stage:re("years",t.claim),label:n.keep_prediction,value:{claim:t.claim,choice:t.years_guess??null,measures:t.measures,form:t.form},missing:t.years_guess?"":n.years_missing,unchanged:ze(e,"years")?.choice===t.years_guess})}
    ${Ue(e).chart?p`
      <p class="tpl-small">${Bl(e)}</p>
      ${w(io(e))}
      ${Pp(e)}
      ${e.live?p`<p aria-live="polite">${l?n.waiting:jl(e,i.answer)}</p>`:h}
      <p class="tpl-small">${n.years_try}</p>`:h}`}function qp(e,s){let t=e.config.messages,n=Ue(e);return p`
    ${O(t.step_choose,p`${Np(e,s)}${n.predict?jp(e,s):h}`)}
    ${T(e)}
    ${n.weights?O(t.step_weigh,Lp(e,s)):h}
    ${n.result?O(t.step_see,Pl(Mt(e))):h}
    ${n.result?O(t.step_intentions,Fp(e,s)):h}
    ${n.years?O(t.step_years,Hp(e,s)):h}
    ${n.predict&&!n.result?p`<p class="tpl-small">${n.weights?t.closed_weights:t.closed_predict}</p>`:h}
    <p class="tpl-small">${t.assumptions}</p>`}var po={};P(po,{STAGE:()=>Ot,fresh:()=>co,isChanged:()=>Wl,linesOf:()=>ao,missing:()=>Ul,view:()=>Up});var Ot="verdict";function Ul(e,s){let t=e.messages,n=e.tools.find(({id:r})=>r===s.tool);return e.tools.every(r=>r.missing)?t.nothing:!n||n.missing?t.missing_tool:(s.conclusion??"").trim()?"":t.missing_conclusion}function ao(e,s){let t=e.messages,n=e.tools.find(({id:r})=>r===s.tool);return[(s.conclusion??"").trim()||t.line_open,n?.holds||t.line_open,n?.flips||t.line_open]}var ql=e=>p`<ol class="tpl-list">${e.map(s=>p`<li>${s}</li>`)}</ol>`,co=({config:e,record:s})=>({...e,...s.reveal?.now}),Dp=e=>e.filter(({said:s})=>s).map(({said:s})=>s),Dl=(e,s)=>e.length===s.length&&e.every((t,n)=>t===s[n]);function Wl(e){let s=e.record.stages[Ot],{reveal:t}=e.record;if(!s||!t)return!1;let n=co(e);return s.last.tool!==(e.value.tool??null)||!Dl(t.lines.slice(1),ao(n,e.value).slice(1))||s.last.conclusion!==zp(e.value.conclusion)||!Dl(t.beside,Dp(n.beside))}var zp=e=>(e??"").trim().split(/\s+/).join(" "),zl=e=>p`<ul class="tpl-list">${e.map(s=>p`<li>${s}</li>`)}</ul>`;function Up(e,s){let{value:t,record:n}=e,r=co(e),o=r.messages,i=r.tools.filter(m=>!m.missing),l=r.tools.filter(m=>m.missing),a={conclusion:(t.conclusion??"").trim(),tool:t.tool??null},c=n.stages[Ot],u=Wl(e);return p`
    <p>${o.intro}</p>
    ${i.length?M({name:s.id("tool"),legend:o.tool,value:t.tool??null,options:i.map(({id:m,said:f})=>({id:m,text:p`${o[`tool_${m}`]}<span class="tpl-block tpl-small">${f}</span>`})),onpick:m=>s.set({tool:m})}):p`<p>${o.nothing}</p>`}
    ${l.length?p`<ul class="tpl-list">${l.map(({id:m,missing:f})=>p`<li><strong>${o[`tool_${m}`]}</strong>: ${f}</li>`)}</ul>`:h}
    ${we({id:s.id("conclusion"),label:o.conclusion,rows:2,value:t.conclusion??"",oninput:m=>s.set({conclusion:m})})}
    <p><strong>${o.preview}</strong></p>
    ${ql(ao(r,t))}
    <p><strong>${o.beside}</strong></p>
    ${zl(r.beside.map(({said:m,missing:f})=>m||f))}
    <p class="tpl-small">${o.warning}</p>
    ${S(e,s,{stage:Ot,value:a,label:o.commit,missing:Ul(r,t),first:c?.first.conclusion,unchanged:!!c&&!u})}
    ${T(e)}
    ${w(u?o.stale:n.reveal?d(o.file,{name:n.reveal.file}):"")}
    ${n.reveal&&u?p`<p><strong>${o.kept_heading}</strong></p>${ql(n.reveal.lines)}${zl(n.reveal.beside)}`:h}
    <p class="tpl-small">${o.fresh}</p>`}var ps={argument_map:qt,check:zt,choose_first:Gt,claim_sorter:Kt,controversy:Qt,curve_lab:tn,domain_coder:nn,estimate:rn,factor_weigher:_n,evidence_balance:vn,four_worlds:Sn,holdout:En,note:Nn,odds_diary:jn,reading:Bn,reference_point:Dn,reweigher:Vn,test_square:Xn,threat_weigher:lo,verdict:po};var Gl={open:"Large view",back:"Back (Esc)",larger:"Larger",smaller:"Smaller",steps:"Steps of this exercise",step:"{n}: {name}",name:"Large view",opened:"Large view: only this exercise is on the screen. Escape leads back.",closed:"Back on the page."};var Gp=12,Vp=28/1080,Jp=600,Kp=340,Yp=1.15,Vl=4,Jl=[["role","dialog"],["aria-modal","true"],["aria-label",""]];function Xp(e,s,t=0){let n=Math.max(1,Math.min(s*Vp/Gp,e/Jp));return Math.max(1,Math.min(n*Yp**t,Math.max(n,e/Kp)))}function Qp(e){let s=[];for(let t=e;t&&t!==document.body;t=t.parentElement)s.push(...[...t.parentElement?.children??[]].filter(n=>n!==t));return s}function Zp(e){let s=Qp(e).filter(t=>t instanceof HTMLElement&&!t.inert);for(let t of s)t.inert=!0;return()=>{for(let t of s)t.inert=!1}}var ed=e=>e.replace(/^\d+\s*[.:·]\s*/,"");async function sd(e){try{await e.requestFullscreen({navigationUI:"hide"})}catch{if(!e.classList.contains("tpl-large")||!e.showPopover)return;e.popover="manual",e.showPopover()}}function Kl(e){let s=e.matches(":fullscreen");return s&&document.exitFullscreen().catch(()=>{}),e.removeAttribute("popover"),s}function Yl(e,s){let t=document.createElement("div"),n=document.createElement("div");t.className="tpl-stage",n.className="tpl-bar",t.append(n,e);let r=0,o=null,i="";function l(){let v=Xp(t.offsetWidth,t.offsetHeight,r);t.style.setProperty("--tpl-times",v.toFixed(3))}function a(v){r=Math.max(-Vl,Math.min(Vl,r+v)),l()}let c=()=>[...e.querySelectorAll(".tpl-step[aria-label]")];function u(v){v.tabIndex=-1,v.focus({preventScroll:!0}),v.scrollIntoView()}function m(){let v=c();return v.length<2?h:p`<div class="tpl-leads" role="group" aria-label=${s.steps}>${v.map((E,q)=>{let be=d(s.step,{n:q+1,name:ed(E.getAttribute("aria-label"))});return p`<button type="button" class="tpl-button tpl-plain" title=${be} aria-label=${be} @click=${()=>u(E)}>${q+1}</button>`})}</div>`}function f(){Ks(p`<span class="tpl-out" role="status">${i}</span>
      ${o?p`${m()}
        ${L(s.smaller,()=>a(-1),{plain:!0})}
        ${L(s.larger,()=>a(1),{plain:!0})}`:h}
      ${L(o?s.back:s.open,o?A:_,{plain:!0})}`,n)}let g=new ResizeObserver(l),$=new MutationObserver(f),b=()=>{o?.full&&!t.matches(":fullscreen")&&A()};function _(){let v=t.parentElement,E=v.style.minHeight;v.style.minHeight=`${v.offsetHeight}px`;let q=Zp(t);o={full:!1,run(){q(),v.style.minHeight=E}},t.classList.add("tpl-large");for(let[be,ds]of Jl)t.setAttribute(be,ds||s.name);i=s.opened,f(),l(),g.observe(t),$.observe(e,{childList:!0,subtree:!0}),document.addEventListener("fullscreenchange",b),sd(t).then(()=>{o?o.full=t.matches(":fullscreen"):Kl(t)})}function A(){if(!o)return;document.removeEventListener("fullscreenchange",b),g.disconnect(),$.disconnect();let v=Kl(t);t.classList.remove("tpl-large");for(let[be]of Jl)t.removeAttribute(be);o.run(),o=null,i=s.closed,f();let E=n.querySelector("button"),q=()=>E.scrollIntoView({block:"nearest"});E.focus({preventScroll:!0}),q(),v&&document.addEventListener("fullscreenchange",q,{once:!0})}return t.addEventListener("keydown",v=>{!o||!["Escape","Enter"].includes(v.key)||(v.stopPropagation(),v.key==="Escape"&&A())}),f(),{frame:t,stop:A}}function Xl({words:e,data:s}){let t=r=>r.startsWith("~")?r.startsWith("~~")?r.slice(1):e[parseInt(r.slice(1),16)]:r,n=r=>typeof r=="string"?t(r):Array.isArray(r)?r.map(n):r===null||typeof r!="object"?r:Object.fromEntries(Object.entries(r).map(([o,i])=>[t(o),n(i)]));return n(s)}function uo(e,s,t,n){let r=e[s.get().kind],o=document.createElement("div");o.className="tpl",o.lang=s.get().config.language??"en",o.dataset.kind=s.get().kind;let{frame:i,stop:l}=Yl(o,Gl);t.replaceChildren(i),Co(i);let a=g=>Ks(r?r.view(g,s.act):p`<p role="alert">${g.kind}?</p>`,o),c=n?.find(s.get())??null,u=s.subscribe(a),m=n?s.subscribe(n.keep):()=>{};s.start(),c!==null&&(s.act.local({restored:c}),s.act.set(n.patch(c,s.get())));let f=new ResizeObserver(g=>s.hear.width(g[0].contentRect.width));return f.observe(o),()=>{l(),f.disconnect(),u(),m(),s.stop()}}function mo(e,s,t){let n=e[t.kind],o=Ds(t,{live:!1,push(){},ask(){},commit(i,l){let{record:a}=o.get(),c=n.revealHere?.(o.get(),i,l)??null;o.hear.record(bo(a,i,l,c))}});return uo(e,o,s)}function Ql(e,s){s.dataset.live="";let t=s.querySelector("script[type='application/json']"),n=JSON.parse(t.textContent),r="packed"in t.dataset?Xl(n):n;mo(e,s.querySelector(".tpl-still"),r)}function fo(e){try{e()}catch(s){console.info(`Not sent: ${s.message}`)}}function td({model:e,el:s}){let t={live:!0,push(m){fo(()=>{e.set("value",m),e.save_changes()})},commit:(m,f)=>fo(()=>e.send({do:"commit",stage:m,value:f})),ask:(m,f)=>fo(()=>e.send({do:"ask",id:m,question:f}))},n={kind:e.get("_kind"),config:e.get("_config"),value:e.get("value"),record:e.get("_record"),message:e.get("_message")},r=Ds(n,t,ps[n.kind]?.asks),o=()=>r.hear.value(e.get("value")),i=()=>r.hear.record(e.get("_record")),l=()=>r.hear.message(e.get("_message")),a=m=>{m?.answer!==void 0&&r.hear.answer(m.answer,m.question,m.result)};e.on("change:value",o),e.on("change:_record",i),e.on("change:_message",l),e.on("msg:custom",a);let c=ps[n.kind]?.draft,u=uo(ps,r,s,c&&xo(e.get("_key"),c));return()=>{u(),e.off("change:value",o),e.off("change:_record",i),e.off("change:_message",l),e.off("msg:custom",a)}}var Jm=(e,s)=>mo(ps,e,s);function nd(e){let s=document.querySelector(`figure.tpl-figure[data-content="${e}"]:not([data-live])`);s&&Ql(ps,s)}globalThis.tplAdopt=nd;var Km={render:td};export{nd as adopt,Km as default,Jm as mount};
