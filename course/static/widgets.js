/* Built from js/src by js/build.mjs; licences: widgets.licences.txt */
var Zl=Object.defineProperty;var P=(e,s)=>{for(var t in s)Zl(e,t,{get:s[t],enumerable:!0})};var ho={revision:0,time:"",committed:{},stages:{},reveal:null},ea=()=>globalThis.tplFigures=(globalThis.tplFigures??0)+1;function $o(e,s){let t,n,r=()=>{t!==void 0&&(clearTimeout(t),t=void 0,e(...n))};return{later:(...i)=>{n=i,clearTimeout(t),t=setTimeout(r,s)},now:r,busy:()=>t!==void 0}}var Ot=(e,s)=>JSON.stringify(e)===JSON.stringify(s);function Hs(e,s,t=()=>({})){let n=ea(),r=new Set,o={kind:e.kind,config:e.config??{},value:e.value??{},record:{...ho,...e.record},message:e.message??"",local:{},answers:{},waiting:"",silent:!1,live:s.live,width:640},i=$o(s.push,120),l=$o(f=>{for(let[$,b]of f)s.ask($,b)},300),a;function c(f){o={...o,...f},o.live&&u();for(let $ of r)$(o)}function u(){let f=Object.entries(t(o)),$=f.filter(([_,M])=>!Ot(o.answers[_]?.question,M));if(!$.length)return;let b={...o.answers};for(let[_,M]of $)b[_]={question:M,pending:!0,answer:b[_]?.answer??null};o={...o,answers:b},l.later(f.filter(([_])=>b[_].pending))}function m(f){clearTimeout(a),c({...f,waiting:"",silent:!1})}return{act:{set(f){c({value:{...o.value,...f}}),i.later(o.value)},local(f){c({local:{...o.local,...f}})},commit(f,$){i.now(),clearTimeout(a),s.live&&(a=setTimeout(()=>c({silent:!0}),5e3),c({waiting:f,silent:!1,message:""})),s.commit(f,$)},id:f=>`tpl-${n}-${f}`},get:()=>o,hear:{value(f){!i.busy()&&!Ot(f,o.value)&&c({value:f})},record:f=>m({record:{...ho,...f}}),message:f=>f?m({message:f}):c({message:f}),width(f){f>0&&Math.abs(f-o.width)>=1&&c({width:f})},answer(f,$,b){Ot(o.answers[f]?.question,$)&&c({answers:{...o.answers,[f]:{question:$,pending:!1,answer:b}}})}},start:()=>c({}),subscribe(f){return r.add(f),()=>r.delete(f)},stop(){i.now(),clearTimeout(a),r.clear()}}}function _o(e,s,t,n=null){let r=e.stages[s],o=(r?.revision??0)+1;return{revision:o,time:"",committed:{...e.committed,[s]:t},stages:{...e.stages,[s]:{revision:o,time:"",first:r?.first??t,last:t}},reveal:n??e.reveal}}var sa="tpl-draft:";function ta(){try{return globalThis.sessionStorage??null}catch{return null}}var na=e=>({saved:s=>s.record.stages[e]?.revision??0,kept:s=>s.record.stages[e]?.last?.text??"",now:s=>s.value.text??"",patch:s=>({text:s})});function bo(e,s,t=ta()){let n=`${sa}${e}`,{saved:r,kept:o,now:i,patch:l}=typeof s=="string"?na(s):s,a,c=m=>{try{return t?m():null}catch{return null}},u=m=>{m!==a&&(a=m,c(()=>m===null?t.removeItem(n):t.setItem(n,m)))};return{patch:l,find(m){let g=c(()=>t.getItem(n));if(!g)return null;try{let f=JSON.parse(g);return r(m)>f.after||f.text===o(m)||f.text===i(m)?null:typeof f.text=="string"?f.text:null}catch{return null}},keep(m){let g=i(m),f=g.trim()!==""&&g.trim()!==o(m).trim();u(f?JSON.stringify({text:g,after:r(m)}):null)}}}var Ht={};P(Ht,{STAGE:()=>$s,advice:()=>Uo,draft:()=>ha,mapOf:()=>ue,standing:()=>Wo,view:()=>Sa,wrapped:()=>Go});var Nt=globalThis,xo=e=>e,qs=Nt.trustedTypes,vo=qs?qs.createPolicy("lit-html",{createHTML:e=>e}):void 0,Et="$lit$",pe=`lit$${Math.random().toFixed(9).slice(2)}$`,jt="?"+pe,oa=`<${jt}>`,Oe=document,ms=()=>Oe.createComment(""),gs=e=>e===null||typeof e!="object"&&typeof e!="function",Bt=Array.isArray,Mo=e=>Bt(e)||typeof e?.[Symbol.iterator]=="function",Tt=`[ 	
\f\r]`,us=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,wo=/-->/g,yo=/>/g,Ae=RegExp(`>|${Tt}(?:([^\\s"'>=/]+)(${Tt}*=${Tt}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ko=/'/g,So=/"/g,Oo=/^(?:script|style|textarea|title)$/i,Lt=e=>(s,...t)=>({_$litType$:e,strings:s,values:t}),p=Lt(1),y=Lt(2),rd=Lt(3),ie=Symbol.for("lit-noChange"),h=Symbol.for("lit-nothing"),Ao=new WeakMap,Me=Oe.createTreeWalker(Oe,129);function To(e,s){if(!Bt(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return vo!==void 0?vo.createHTML(s):s}var No=(e,s)=>{let t=e.length-1,n=[],r,o=s===2?"<svg>":s===3?"<math>":"",i=us;for(let l=0;l<t;l++){let a=e[l],c,u,m=-1,g=0;for(;g<a.length&&(i.lastIndex=g,u=i.exec(a),u!==null);)g=i.lastIndex,i===us?u[1]==="!--"?i=wo:u[1]!==void 0?i=yo:u[2]!==void 0?(Oo.test(u[2])&&(r=RegExp("</"+u[2],"g")),i=Ae):u[3]!==void 0&&(i=Ae):i===Ae?u[0]===">"?(i=r??us,m=-1):u[1]===void 0?m=-2:(m=i.lastIndex-u[2].length,c=u[1],i=u[3]===void 0?Ae:u[3]==='"'?So:ko):i===So||i===ko?i=Ae:i===wo||i===yo?i=us:(i=Ae,r=void 0);let f=i===Ae&&e[l+1].startsWith("/>")?" ":"";o+=i===us?a+oa:m>=0?(n.push(c),a.slice(0,m)+Et+a.slice(m)+pe+f):a+pe+(m===-2?l:f)}return[To(e,o+(e[t]||"<?>")+(s===2?"</svg>":s===3?"</math>":"")),n]},fs=class e{constructor({strings:s,_$litType$:t},n){let r;this.parts=[];let o=0,i=0,l=s.length-1,a=this.parts,[c,u]=No(s,t);if(this.el=e.createElement(c,n),Me.currentNode=this.el.content,t===2||t===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(r=Me.nextNode())!==null&&a.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let m of r.getAttributeNames())if(m.endsWith(Et)){let g=u[i++],f=r.getAttribute(m).split(pe),$=/([.?@])?(.*)/.exec(g);a.push({type:1,index:o,name:$[2],strings:f,ctor:$[1]==="."?zs:$[1]==="?"?Us:$[1]==="@"?Ws:Ne}),r.removeAttribute(m)}else m.startsWith(pe)&&(a.push({type:6,index:o}),r.removeAttribute(m));if(Oo.test(r.tagName)){let m=r.textContent.split(pe),g=m.length-1;if(g>0){r.textContent=qs?qs.emptyScript:"";for(let f=0;f<g;f++)r.append(m[f],ms()),Me.nextNode(),a.push({type:2,index:++o});r.append(m[g],ms())}}}else if(r.nodeType===8)if(r.data===jt)a.push({type:2,index:o});else{let m=-1;for(;(m=r.data.indexOf(pe,m+1))!==-1;)a.push({type:7,index:o}),m+=pe.length-1}o++}}static createElement(s,t){let n=Oe.createElement("template");return n.innerHTML=s,n}};function Te(e,s,t=e,n){if(s===ie)return s;let r=n!==void 0?t._$Co?.[n]:t._$Cl,o=gs(s)?void 0:s._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(!1),o===void 0?r=void 0:(r=new o(e),r._$AT(e,t,n)),n!==void 0?(t._$Co??=[])[n]=r:t._$Cl=r),r!==void 0&&(s=Te(e,r._$AS(e,s.values),r,n)),s}var Ds=class{constructor(s,t){this._$AV=[],this._$AN=void 0,this._$AD=s,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(s){let{el:{content:t},parts:n}=this._$AD,r=(s?.creationScope??Oe).importNode(t,!0);Me.currentNode=r;let o=Me.nextNode(),i=0,l=0,a=n[0];for(;a!==void 0;){if(i===a.index){let c;a.type===2?c=new Ue(o,o.nextSibling,this,s):a.type===1?c=new a.ctor(o,a.name,a.strings,this,s):a.type===6&&(c=new Gs(o,this,s)),this._$AV.push(c),a=n[++l]}i!==a?.index&&(o=Me.nextNode(),i++)}return Me.currentNode=Oe,r}p(s){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(s,n,t),t+=n.strings.length-2):n._$AI(s[t])),t++}},Ue=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(s,t,n,r){this.type=2,this._$AH=h,this._$AN=void 0,this._$AA=s,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let s=this._$AA.parentNode,t=this._$AM;return t!==void 0&&s?.nodeType===11&&(s=t.parentNode),s}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(s,t=this){s=Te(this,s,t),gs(s)?s===h||s==null||s===""?(this._$AH!==h&&this._$AR(),this._$AH=h):s!==this._$AH&&s!==ie&&this._(s):s._$litType$!==void 0?this.$(s):s.nodeType!==void 0?this.T(s):Mo(s)?this.k(s):this._(s)}O(s){return this._$AA.parentNode.insertBefore(s,this._$AB)}T(s){this._$AH!==s&&(this._$AR(),this._$AH=this.O(s))}_(s){this._$AH!==h&&gs(this._$AH)?this._$AA.nextSibling.data=s:this.T(Oe.createTextNode(s)),this._$AH=s}$(s){let{values:t,_$litType$:n}=s,r=typeof n=="number"?this._$AC(s):(n.el===void 0&&(n.el=fs.createElement(To(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let o=new Ds(r,this),i=o.u(this.options);o.p(t),this.T(i),this._$AH=o}}_$AC(s){let t=Ao.get(s.strings);return t===void 0&&Ao.set(s.strings,t=new fs(s)),t}k(s){Bt(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,n,r=0;for(let o of s)r===t.length?t.push(n=new e(this.O(ms()),this.O(ms()),this,this.options)):n=t[r],n._$AI(o),r++;r<t.length&&(this._$AR(n&&n._$AB.nextSibling,r),t.length=r)}_$AR(s=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);s!==this._$AB;){let n=xo(s).nextSibling;xo(s).remove(),s=n}}setConnected(s){this._$AM===void 0&&(this._$Cv=s,this._$AP?.(s))}},Ne=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(s,t,n,r,o){this.type=1,this._$AH=h,this._$AN=void 0,this.element=s,this.name=t,this._$AM=r,this.options=o,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=h}_$AI(s,t=this,n,r){let o=this.strings,i=!1;if(o===void 0)s=Te(this,s,t,0),i=!gs(s)||s!==this._$AH&&s!==ie,i&&(this._$AH=s);else{let l=s,a,c;for(s=o[0],a=0;a<o.length-1;a++)c=Te(this,l[n+a],t,a),c===ie&&(c=this._$AH[a]),i||=!gs(c)||c!==this._$AH[a],c===h?s=h:s!==h&&(s+=(c??"")+o[a+1]),this._$AH[a]=c}i&&!r&&this.j(s)}j(s){s===h?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,s??"")}},zs=class extends Ne{constructor(){super(...arguments),this.type=3}j(s){this.element[this.name]=s===h?void 0:s}},Us=class extends Ne{constructor(){super(...arguments),this.type=4}j(s){this.element.toggleAttribute(this.name,!!s&&s!==h)}},Ws=class extends Ne{constructor(s,t,n,r,o){super(s,t,n,r,o),this.type=5}_$AI(s,t=this){if((s=Te(this,s,t,0)??h)===ie)return;let n=this._$AH,r=s===h&&n!==h||s.capture!==n.capture||s.once!==n.once||s.passive!==n.passive,o=s!==h&&(n===h||r);r&&this.element.removeEventListener(this.name,this,n),o&&this.element.addEventListener(this.name,this,s),this._$AH=s}handleEvent(s){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,s):this._$AH.handleEvent(s)}},Gs=class{constructor(s,t,n){this.element=s,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(s){Te(this,s)}},Eo={M:Et,P:pe,A:jt,C:1,L:No,R:Ds,D:Mo,V:Te,I:Ue,H:Ne,N:Us,U:Ws,B:zs,F:Gs},ra=Nt.litHtmlPolyfillSupport;ra?.(fs,Ue),(Nt.litHtmlVersions??=[]).push("3.3.3");var Vs=(e,s,t)=>{let n=t?.renderBefore??s,r=n._$litPart$;if(r===void 0){let o=t?.renderBefore??null;n._$litPart$=r=new Ue(s.insertBefore(ms(),o),o,void 0,t??{})}return r._$AI(e),r};var Ee={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Js=e=>(...s)=>({_$litDirective$:e,values:s}),We=class{constructor(s){}get _$AU(){return this._$AM._$AU}_$AT(s,t,n){this._$Ct=s,this._$AM=t,this._$Ci=n}_$AS(s,t){return this.update(s,t)}update(s,t){return this.render(...t)}};var{I:cd}=Eo;var jo=e=>e.strings===void 0;var ia={},Ks=(e,s=ia)=>e._$AH=s;var de=Js(class extends We{constructor(e){if(super(e),e.type!==Ee.PROPERTY&&e.type!==Ee.ATTRIBUTE&&e.type!==Ee.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!jo(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[s]){if(s===ie||s===h)return s;let t=e.element,n=e.name;if(e.type===Ee.PROPERTY){if(s===t[n])return ie}else if(e.type===Ee.BOOLEAN_ATTRIBUTE){if(!!s===t.hasAttribute(n))return ie}else if(e.type===Ee.ATTRIBUTE&&t.getAttribute(n)===s+"")return ie;return Ks(e),s}});function d(e,s={}){return String(e??"").replace(/\{(\w+)\}/g,(t,n)=>n in s?String(s[n]):t)}var K=e=>String(e??"").replace(/(^|[\s(“"])\*(\S[^*]*)\*/g,"$1$2");function w(e,s={}){if(e==null||Number.isNaN(e))return"–";let t=Math.round(e*100);return t===100&&e<1?d(s.more_than??"more than {n} %",{n:99}):t===0&&e>0?d(s.less_than??"less than {n} %",{n:1}):`${t} %`}function xe(e){if(e==null)return"–";let s=Math.abs(e).toFixed(2).replace(/^0/,"");return e<=-.005?`−${s}`:s}function Bo(e){let s=new Date(e);return!e||Number.isNaN(s.getTime())?"":s.toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"})}function la(e){let{key:s}=e;if(s==="Tab"||s==="Escape")return!0;let t=!!(e.ctrlKey||e.metaKey);return s==="Enter"?t||!!(e.shiftKey||e.altKey):t&&s.toLowerCase()==="s"}function Lo(e){e.addEventListener("keydown",s=>{la(s)||s.stopPropagation()})}var aa=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","End","PageUp","PageDown"];function q(e){let s=e.value!==null&&e.value!==void 0,t=s?(e.show??String)(e.value):e.unset,n=s?e.value:e.rest??(e.min+e.max)/2,r=l=>e.onset(Number(l.target.value)),o=l=>{s||r(l)},i=l=>{(aa.includes(l.key)||l.key==="Enter"||l.key===" ")&&o(l)};return p`<div class="tpl-slider ${s?"":"tpl-unset"}">
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
  </div>`}function F(e,s,t=""){return p`<fieldset class="tpl-group ${t}"><legend>${e}</legend>${s}</fieldset>`}function S(e){return F(e.legend,p`<div class="tpl-options ${e.inline?"tpl-inline":""}">
      ${e.options.map(s=>p`<label class="tpl-option">
          <input
            type="radio" name=${e.name} value=${s.id}
            .checked=${de(s.id===e.value)}
            @change=${()=>e.onpick(s.id)}
          /><span>${s.text}${s.note?p` ${s.note}`:h}</span></label>`)}
    </div>`)}function D(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <select id=${e.id} .value=${de(e.value??"")} @change=${s=>s.target.value!==""&&e.onpick(s.target.value)}>
      ${e.empty!==void 0?p`<option value="" ?selected=${!e.value} disabled>${e.empty}</option>`:h}
      ${e.options.map(s=>p`<option value=${s.id} ?selected=${s.id===e.value}>${s.text}</option>`)}
    </select>
  </div>`}function ca(e,s,t){let n=Number(String(e).trim().replace(",","."));return String(e).trim()===""||!(n>=s&&n<=t)?null:n}function G(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <span>
      <input
        type="number" id=${e.id} min=${e.min} max=${e.max} step=${e.step??1} inputmode="numeric"
        value=${e.value??h}
        @input=${s=>e.onset(ca(s.target.value,e.min,e.max))}
      />${e.unit?p` <span>${e.unit}</span>`:h}</span>
  </div>`}function Ct(e){return(e??"").trim().split(/\s+/).filter(Boolean).length}function ve(e){return p`<div class="tpl-field tpl-wide">
    <label for=${e.id}>${e.label}</label>
    <textarea
      id=${e.id} rows=${e.rows??4} .value=${de(e.value??"")}
      placeholder=${e.placeholder||h} aria-describedby=${e.describedby??h}
      @input=${s=>e.oninput(s.target.value)}
    ></textarea>
  </div>`}function B(e,s,{plain:t=!1,pressed:n}={}){return p`<button
    type="button" class="tpl-button ${t?"tpl-plain":""}"
    aria-pressed=${n===void 0?h:String(n)}
    @click=${s}
  >${e}</button>`}function Co(e,s){if(e===null||s===null||typeof e!="object"||typeof s!="object")return e===s;let t=Object.keys(e);return t.length===Object.keys(s).length&&t.every(n=>Co(e[n],s[n]))}function pa(e,s){return Co(Object.fromEntries(Object.keys(s).map(t=>[t,e[t]])),s)}function k(e,s,t){let n=e.config.messages??{},r=e.record.stages[t.stage],o=(r?.revision??0)+1,i=e.waiting===t.stage,l=!!r&&(t.unchanged??pa(r.last,t.value)),a=!!t.missing||i||l,c=r&&!l?d(n.commit_again,{label:t.label,n:o}):t.label,u=()=>{a||s.commit(t.stage,t.value)},m=i?e.silent?n.no_answer:n.saving:t.missing?t.missing:r?Ge(e,t.stage):"";return p`<div class="tpl-commit">
    <button
      type="button" class="tpl-button" aria-disabled=${String(a)}
      aria-describedby=${s.id(`${t.stage}-status`)} @click=${u}
    >${c}</button>
    <span class="tpl-status" role="status" id=${s.id(`${t.stage}-status`)}>${m}</span>
    ${r&&r.revision>1&&t.first?p`<p class="tpl-small">${d(n.first_said,{time:Bo(r.first_time)})} ${t.first}</p>`:h}
  </div>`}function Ge(e,s){let t=e.config.messages??{},n=e.record.stages[s];return n?d(e.live?t.kept:t.kept_here,{n:n.revision,time:Bo(n.time)}):""}var v=e=>p`<p class="tpl-says" aria-live="polite">${e}</p>`,T=e=>p`<div role="alert">${e.message?p`<p class="tpl-alert">${e.message}</p>`:h}</div>`;function N(e,s,t){return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${e}><table class="tpl-table">
    <caption>${e}</caption>
    <thead><tr>${s.map(n=>p`<th scope="col">${n}</th>`)}</tr></thead>
    <tbody>${t.map(([n,...r])=>p`<tr><th scope="row">${n}</th>${r.map(o=>p`<td>${o}</td>`)}</tr>`)}</tbody>
  </table></div>`}var Y=(e,s,t=!1,n)=>p`<details class="tpl-details" ?open=${t} @toggle=${n}><summary>${e}</summary>${s}</details>`;function Ft({target:e}){let s=e.querySelector("summary");!e.open&&document.activeElement===document.body&&s.focus({preventScroll:!0}),s.scrollIntoView({block:"nearest"})}var W=(e,s,t,n)=>Y(e.config.messages?.show_table,N(s,t,n)),R=(e,s)=>p`<svg
  class="tpl-drawing" width=${e.width} height=${e.height} viewBox="0 0 ${e.width} ${e.height}"
  role="img" aria-label=${e.label}
>${s}</svg>`,Ys=(e,s,t,n,r)=>y`<rect
  class=${r} x=${Math.min(e,s)} y=${t} width=${Math.abs(s-e)} height=${n}></rect>`,V=(e,s,t,n="circle",r=5)=>n==="square"?y`<rect class=${t} x=${e-r} y=${s-r} width=${2*r} height=${2*r}></rect>`:y`<circle class=${t} cx=${e} cy=${s} r=${r}></circle>`,x=(e,s,t,n="start",r="")=>y`<text
  class="tpl-label ${r}" x=${e} y=${s} text-anchor=${n}>${t}</text>`;function je(e){let s=`${Math.max(0,Math.min(1,e.share??0))*100}%`;return p`<div class="tpl-share">
    <div class="tpl-track" aria-hidden="true"><div class="tpl-fill ${e.className??"tpl-first"}" style="width:${s}"></div></div>
    <span>${e.text}</span>
  </div>`}var se=["claim","grounds","warrant","backing","qualifier","rebuttal"],da=["always","never","certainly","definitely","undoubtedly","obviously","proves","proved","proven","beyond doubt","without doubt","no doubt"],Io=["supposedly","so-called","allegedly","propaganda","they claim","they believe","they think","they say","pretext","excuse","wrongly","admittedly"],Rt=e=>(e??"").trim(),Po=e=>e.toLowerCase().split(/\s+/).filter(Boolean).join(" "),ua=e=>e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"),Fo="[\\p{L}\\p{N}_]",Ho=(e,s="")=>new RegExp(`${s}(?<!${Fo})${ua(e)}(?!${Fo})`,"u");function Qs(e){let s=[...e.matchAll(/\b([ABE])(\d{1,2})\b/gi)];return[...new Set(s.map(([,t,n])=>`${t.toUpperCase()}${Number(n)}`))]}var Xs=(e,s)=>s.filter(t=>Ho(t,"(?<!\\bnot )").test(Po(e))),ma=(e,s,t)=>[...Qs(e).filter(n=>s.includes(n)),...t.filter(n=>Ho(n.toLowerCase()).test(Po(e)))],Ro=e=>(e.toLowerCase().match(/[a-z0-9_]+/g)??[]).join(" ");function qo(e,s,t=[]){let n=Object.fromEntries(se.map(r=>[r,Rt(e[r])]));return se.flatMap(r=>{let o=n[r],i=Qs(o).filter(c=>!s.includes(c)),l=["claim","qualifier"].includes(r)?Xs(o,da):[],a=[n.claim,n.grounds].some(c=>Ro(o)===Ro(c));return[!o&&r!=="backing"&&["empty",[]],i.length&&["unknown",i],r==="claim"&&Xs(o,["because"]).length&&["because",[]],r==="grounds"&&o&&!ma(o,s,t).length&&["no_source",[]],r==="warrant"&&o&&a&&["repeats",[]],l.length&&["too_strong",l]].filter(Boolean).map(([c,u])=>({id:c,part:r,found:u}))})}var ga=e=>e.split(/\s+/).filter(Boolean).join(" ").replace(/[.;, ]+$/,"");function Zs(e,s){let t=Object.fromEntries(se.map(o=>[o,ga(Rt(e[o]))])),n=Object.fromEntries(se.map(o=>[o,t[o]||s.open])),r=t.backing?d(s.in_words_backing,{backing:t.backing}):"";return d(s.in_words,{...n,backing:r})}function Do(e,s){let t=se.map(n=>`## ${s[n]}

${Rt(e[n])||s.text_empty}
`);return[`# ${s.text_title}
`,`${Zs(e,s)}
`,...t].join(`
`)}var $s="map",ue=e=>Object.fromEntries(se.map(s=>[s,(e[s]??"").trim()])),hs=e=>se.some(s=>e[s]),zo=({record:e})=>ue(e.stages[$s]?.last??{}),fa=(e,s)=>se.every(t=>e[t]===s[t]),It=e=>hs(e)?JSON.stringify(e):"",ha={saved:({record:e})=>e.stages[$s]?.revision??0,kept:e=>It(zo(e)),now:({value:e})=>It(ue(e)),patch:e=>ue(JSON.parse(e))};function Uo({config:e,value:s}){let t=ue(s),n=e.messages;return hs(t)?qo(t,e.ids,e.names).map(({id:r,part:o,found:i})=>({part:o,text:d(n[r==="empty"?`flag_empty_${o}`:`flag_${r}`],{part:n[o],found:i.join(", "),...$a(e.ids)})})):[]}function $a(e){let s=t=>e.filter(n=>n.startsWith(t));return{first:s("E")[0],last:s("E").at(-1),a:s("A").at(-1),b:s("B").at(-1)}}function Wo(e){let s=e.config.messages,t=ue(e.value),n=e.record.stages[$s];if(n&&fa(t,zo(e)))return e.live&&!e.message?d(s.written,{name:s.file_name}):"";let{restored:r}=e.local;return r!==void 0&&r===It(t)?s.restored:n?s.unsaved:""}function Go(e,s,t){let n=[];for(let o of e.split(/\s+/).filter(Boolean)){let i=n.at(-1);i!==void 0&&i.length+1+o.length<=s?n[n.length-1]=`${i} ${o}`:n.push(o)}let r=n.map(o=>o.length>s?`${o.slice(0,s-1)}…`:o);return r.length<=t?r:[...r.slice(0,t-1),`${r[t-1].slice(0,s-1)}…`]}var _a=7.8,Vo=17,ba=5;function xa(e,s,t,n,r){let o=n?`${e[s.part]} (${e.flagged})`:e[s.part];return y`
    <rect class="tpl-box ${t.length?"":"tpl-open"} ${n?"tpl-flagged":""}" x=${s.x} y=${s.y} width=${s.width} height=${r} rx="4"></rect>
    ${x(s.x+10,s.y+18,o,"start","tpl-strong")}
    ${(t.length?t:[e.empty_box]).map((i,l)=>x(s.x+10,s.y+18+(l+1)*Vo,i))}`}var Ve=(e,s,t,n)=>{let[r,o]=[Math.sign(t-e),Math.sign(n-s)],i=r?`M${t},${n}l${-9*r},-5v10z`:`M${t},${n}l-5,${-9*o}h10z`;return y`<path class="tpl-axis" d="M${e},${s}L${t},${n}"></path><path class="tpl-said" d=${i}></path>`},Pt=46,Jo=620,Ko=e=>e<Jo?e-2:(e-2-2*Pt)/3;function va(e,s,t){let n=Ko(e);if(e<Jo){let a=["grounds","warrant","backing","qualifier","claim","rebuttal"],c=s+32,u=["since","on_account","so","","unless"];return{height:6*c-30,boxes:a.map((m,g)=>({part:m,x:1,y:1+g*c,width:n})),links:u.map((m,g)=>y`${Ve(24,1+g*c+s,24,(g+1)*c)}
        ${m?x(38,g*c+s+21,t[m]):h}`)}}let r=[0,1,2].map(a=>1+a*(n+Pt)),o=[0,1,2].map(a=>1+a*(s+44)),i=[0,1].map(a=>r[a]+n+Pt/2),l=o[0]+s/2;return{height:o[2]+s+2,boxes:[{part:"grounds",x:r[0],y:o[0],width:n},{part:"qualifier",x:r[1],y:o[0],width:n},{part:"claim",x:r[2],y:o[0],width:n},{part:"warrant",x:i[0]-n/2,y:o[1],width:n},{part:"backing",x:i[0]-n/2,y:o[2],width:n},{part:"rebuttal",x:i[1]-n/2,y:o[1],width:n}],links:[y`${Ve(r[0]+n,l,r[1],l)}${x(i[0],l-10,t.so,"middle")}`,Ve(r[1]+n,l,r[2],l),y`${Ve(i[0],o[1],i[0],l+3)}${x(i[0]+12,o[1]-16,t.since)}`,y`${Ve(i[0],o[2],i[0],o[1]+s)}${x(i[0]+12,o[2]-16,t.on_account)}`,y`${Ve(i[1],o[1],i[1],l+3)}${x(i[1]+12,o[1]-16,t.unless)}`]}}function wa(e,s){let t=e.config.messages,n=ue(e.value),r=Math.floor(Math.min(e.width,900)),o=Math.floor((Ko(r)-20)/_a),i=Object.fromEntries(se.map(g=>[g,Go(n[g],o,ba)])),l=34+Vo*Math.max(2,...Object.values(i).map(g=>g.length)),{height:a,boxes:c,links:u}=va(r,l,t),m=new Set(s.map(({part:g})=>g));return p`<p class="tpl-head">${t.diagram}</p>
    ${R({width:r,height:a,label:d(t.diagram_says,{sentence:Zs(n,t)})},y`
      ${u}
      ${c.map(g=>xa(t,g,i[g.part],m.has(g.part),l))}`)}
    <p>${Zs(n,t)}</p>`}async function ya(e,s){try{await navigator.clipboard.writeText(e),s.local({copied:e,forbidden:!1})}catch{s.local({forbidden:!0})}}function ka(e,s){let t=e.config.messages,n=Do(ue(e.value),t),{copied:r,forbidden:o}=e.local;return p`<p class="tpl-head">${t.as_text}</p>
    <div class="tpl-buttons">
      ${B(t.copy,()=>ya(n,s),{plain:!0})}
      <a class="tpl-button tpl-plain tpl-link" download=${t.file_name}
        href="data:text/markdown;charset=utf-8,${encodeURIComponent(n)}">${t.download}</a>
    </div>
    ${v(o?t.not_copied:r===n?t.copied:"")}
    ${o?p`<div class="tpl-field tpl-wide"><label for=${s.id("text")}>${t.text_label}</label>
          <textarea id=${s.id("text")} rows="8" readonly .value=${n}></textarea></div>`:h}`}function Sa(e,s){let{config:t,value:n}=e,r=t.messages,o=ue(n),i=Uo(e);return p`
    <p>${r.intro}</p>
    <div class="tpl-pairs">${se.map(l=>ve({id:s.id(l),label:p`${r[l]} <span class="tpl-asks">${r[`${l}_asks`]}</span>`,rows:3,value:n[l]??"",oninput:a=>s.set({[l]:a})}))}</div>
    ${hs(o)?F(r.advice,p`
          ${v(i.length?d(r.advice_count,{n:i.length}):r.advice_none)}
          ${i.length?p`<ul class="tpl-list">${i.map(({text:l})=>p`<li>${l}</li>`)}</ul>`:h}`):h}
    ${k(e,s,{stage:$s,value:o,label:r.keep,missing:hs(o)?"":r.nothing})}
    ${T(e)}
    ${v(Wo(e))}
    ${hs(o)?p`${wa(e,i)} ${ka(e,s)}`:h}`}var Dt={};P(Dt,{STAGE:()=>Je,answerOf:()=>qt,missing:()=>Yo,revealHere:()=>Aa,stale:()=>Xo,unchanged:()=>Qo,verdict:()=>Zo,view:()=>Ta});var Je="answer";function qt(e){return{choice:e.choice??null,sure:e.sure??null,hints:e.hints??0}}function Yo(e,s){return s.choice?"":e.messages.choose}function Xo(e){let s=e.record.committed?.[Je];return!!s&&s.choice!==e.value.choice}function Qo(e,s){let t=e.stages[Je]?.last,{choice:n,sure:r}=qt(s);return!!t&&t.choice===n&&(t.sure??null)===r}function Zo(e){let{config:s,record:t}=e,n=s.messages;return t.stages[Je]?s.open?{head:n.kept_open,reveal:t.reveal}:t.reveal?{head:t.reveal.correct?n.right:n.not_yet,reveal:t.reveal}:{head:n.in_notebook,reveal:null}:{head:"",reveal:null}}function Aa(e,s,t){let{feedback:n}=e.config;if(!n)return null;let r=n.find(i=>i.id===t.choice),o=(e.record.stages[s]?.revision??0)+1;return{...r,all:r.correct||o>1?n.filter(i=>i!==r):null}}function Ma(e,s){let{messages:t,options:n}=e.config;return p`
    ${s.feedback?p`<p>${K(s.feedback)}</p>`:h}
    ${s.misconception?p`<p><strong>${d(t.misconception,{name:K(s.misconception.name)})}</strong>
          ${K(s.repair)}</p>`:h}
    ${s.all?p`<details class="tpl-details"><summary>${t.all_answers}</summary>
          <ul>${s.all.map(r=>p`<li>
            <strong>${r.correct?t.mark_right:t.mark_wrong}</strong>
            ${n.find(o=>o.id===r.id)?.text}
            <span class="tpl-block">${K(r.feedback)}</span></li>`)}</ul></details>`:h}`}function Oa(e,s){let t=e.config.hints??[],n=Math.min(e.value.hints??0,t.length);if(!t.length)return h;let r=e.config.messages;return p`<div class="tpl-hints" aria-live="polite">
    ${n?p`<ol class="tpl-list">${t.slice(0,n).map(o=>p`<li>${K(o)}</li>`)}</ol>`:h}
    ${n<t.length?B(d(r.hint,{n:n+1,all:t.length}),()=>s.set({hints:n+1}),{plain:!0}):p`<p class="tpl-small">${r.no_more_hints}</p>`}
  </div>`}function Ta(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[Je]?.first,{head:l,reveal:a}=Zo(e),c=!a||t.open?"":a.correct?"tpl-good":"tpl-again";return p`
    ${S({name:s.id("choice"),legend:t.prompt,options:t.options,value:n.choice??null,onpick:u=>s.set({choice:u})})}
    ${t.open?h:S({name:s.id("sure"),legend:o.sure,options:[{id:"guess",text:o.sure_guess},{id:"fairly",text:o.sure_fairly},{id:"certain",text:o.sure_certain}],value:n.sure??null,onpick:u=>s.set({sure:u}),inline:!0})}
    ${Oa(e,s)}
    ${k(e,s,{stage:Je,value:qt(n),label:t.open?o.save:o.check,missing:Yo(t,n),unchanged:Qo(r,n),first:i&&t.options.find(u=>u.id===i.choice)?.text})}
    ${T(e)}
    <div class="tpl-verdict ${c}">
      ${v(p`${l?p`<strong>${l}</strong>`:h}
        ${l&&Xo(e)?p` ${o.changed_since}`:h}`)}
      ${a?Ma(e,a):h}
    </div>
    ${t.sources?.length?p`<p class="tpl-small">${o.sources} ${t.sources.join("; ")}</p>`:h}`}var Wt={};P(Wt,{ANSWERS:()=>ar,BEGIN:()=>nr,CHOICES:()=>et,chance:()=>or,missing:()=>ir,openOnes:()=>rr,option:()=>xs,place:()=>bs,view:()=>Ca,withMajority:()=>lr});function C([e,s],[t,n]){let r=(i,l,a)=>i*(1-a)+l*a,o=i=>r(t,n,(i-e)/(s-e));return o.invert=i=>r(e,s,(i-t)/(n-t)),o}var te=e=>e.charAt(0).toUpperCase()+e.slice(1);function E(e,s){return e.length<2?e.join(""):`${e.slice(0,-1).join(", ")} ${s} ${e.at(-1)}`}var Na=760,Ea=28;function j({width:e}){let s=e>=Na;return{wide:s,width:Math.floor(s?(e-Ea)/2:Math.min(e,560))}}var me=(e,s)=>y`<polyline
  class="tpl-line ${s}" points=${e.map(([t,n])=>`${t},${n}`).join(" ")}></polyline>`,O=(e,s)=>p`<section class="tpl-step" aria-label=${e}><p class="tpl-head">${e}</p>${s}</section>`;function Ke(e,s,t){let n=C([0,Math.max(...e.map(o=>o.value),.001)],[0,s-190]),r=24;return R({width:s,height:e.length*r+4,label:t},y`${e.map((o,i)=>y`
    ${x(0,i*r+17,o.name)}
    ${Ys(134,134+n(o.value),i*r+5,15,o.quiet?"tpl-quiet":"tpl-first")}
    ${x(140+n(o.value),i*r+17,o.text)}`)}`)}function Ye(e,s){let t=e.config.messages,n=Math.min(e.width,620),r=C([0,1],[8,n-8]),o=s.said===null||s.said===void 0?4:24;return R({width:n,height:o+66,label:s.label},y`
    ${Ys(r(0),r(1),o,24,"tpl-rest")}
    ${Ys(r(0),r(s.share),o,24,"tpl-first")}
    <rect class="tpl-frame" x=${r(0)} y=${o} width=${r(1)-r(0)} height="24"></rect>
    <line class="tpl-half" x1=${r(.5)} x2=${r(.5)} y1=${o-3} y2=${o+29}></line>
    ${n>480?x(r(.5),o+42,"50 %","middle"):h}
    ${x(r(0),o+42,d(t.bar_first,{name:s.first,share:w(s.share,t)}),"start","tpl-strong")}
    ${x(r(1),o+42,d(t.bar_second,{name:s.second,share:w(1-s.share,t)}),"end","tpl-strong")}
    ${o===4?h:y`<path class="tpl-said" d="M${r(s.said)},${o-1}l-6,-9h12z"></path>
      ${x(r(s.said)+(s.said>.6?-10:10),14,s.saidText,s.said>.6?"end":"start")}`}`)}var er=(e,s,t)=>p`<div>
  <div class="tpl-halves" aria-hidden="true"><div style="width:${e*100}%"></div></div>
  <div class="tpl-row tpl-small"><span>${s}</span><span>${t}</span></div>
</div>`;var Xe=Object.freeze({alpha:.88,beta:.88,loss_aversion:2.25,gamma:.61,delta:.69});var we=(e,s=Xe)=>e>=0?e**s.alpha:-s.loss_aversion*(-e)**s.beta;function ge(e,s){if(e===0||e===1)return e;let[t,n]=[e**s,(1-e)**s];return t/(t+n)**(1/s)}function ja(e,s=Xe){let t=e.map(()=>0);for(let[n,r]of[[1,s.gamma],[-1,s.delta]]){let[o,i]=[0,0];e.map(([l],a)=>[l,a]).filter(([l])=>n*l>0).sort(([l],[a])=>n*(a-l)).forEach(([,l])=>{o=Math.min(1,o+e[l][1]);let a=ge(o,r);t[l]=a-i,i=a})}return t}function Be(e,s=Xe){let t=ja(e,s);return e.reduce((n,[r],o)=>n+t[o]*we(r,s),0)}function sr(e,s,t=Xe){if(!(e>0&&e<s))return null;let n=(e/s)**t.beta;return Ut(r=>n-ge(1-r,t.delta))}function tr(e=Xe){let s=n=>{let r=n**e.beta-ge(n,e.delta);return Math.abs(r)>1e-12?r:0};if(s(1e-6)*s(1-1e-6)>=0)return null;let t=s(1e-6)>0?-1:1;return Ut(n=>t*s(n),1e-6,1-1e-6)}function ye(e,s=Xe,{nothing:t=60,success:n=100,failure:r=30}={}){let o=we(t-e,s);return Ut(i=>Be([[n-e,i],[r-e,1-i]],s)-o)}var zt=({nothing:e=60,success:s=100,failure:t=30}={})=>(e-t)/(s-t);function Ut(e,s=0,t=1){for(let n=0;n<60;n+=1){let r=(s+t)/2;e(r)>0?t=r:s=r}return(s+t)/2}var _s=e=>e.replace("'","′");var nr="begin",et="choices",st=e=>Math.abs(e).toLocaleString("en"),or=e=>String(Number((e*100).toFixed(4)));function xs(e,[[s,t]]){return t===1?d(s>0?e.win_sure:e.lose_sure,{x:st(s)}):d(s>0?e.win:e.lose,{x:st(s),p:or(t)})}var rr=(e,s={})=>e.flatMap((t,n)=>s[t]==="A"||s[t]==="B"?[]:[n+1]);function ir(e){let s=e.config.messages,t=rr(e.record.reveal?.order??[],e.value.choices);return t.length?d(t.length===1?s.open_one:s.open_many,{numbers:E(t,s.and)}):""}var lr=(e,s)=>Object.entries(s).filter(([t,n])=>e[t][n]>50).length,bs=(e,s)=>e.indexOf(s)+1,ar={certainty:["B","A"],reflection:["B","A"],isolation:["B","A"],rare:["A","B"]};function Ba(e,s,t,n,r){let{config:o,value:i}=e,l=o.messages,{given:a,A:c,B:u}=o.problems[t];return S({name:s.id(`p${n}`),legend:p`${d(l.problem,{n,all:r})}${a?p`<span class="tpl-block tpl-lead">${d(l.given,{sum:st(a)})}</span>`:h}`,options:[{id:"A",text:xs(l,c)},{id:"B",text:xs(l,u)}],value:i.choices?.[t]??null,onpick:m=>s.set({choices:{...i.choices,[t]:m}})})}function La(e){let{config:s,record:t}=e,n=s.messages,{order:r,others:o,effects:i}=t.reveal,{choices:l}=t.stages[et].last,a=Object.keys(s.problems);return O(n.results,p`
    ${v(d(n.with_majority,{n:lr(o,l),all:a.length}))}
    <p>${n.results_text}</p>
    <p class="tpl-small tpl-row tpl-keys">${[["tpl-first",n.key_most],["tpl-second",n.key_few]].map(([c,u])=>p`<span><span class="tpl-swatch tpl-fill ${c}" aria-hidden="true"></span> ${u}</span>`)}</p>
    ${r.map(c=>{let u=l[c],{given:m,[u]:g}=s.problems[c],f=`${m?`${d(n.after,{sum:st(m)})} `:""}${xs(n,g)}`;return p`<div class="tpl-choice"><p class="tpl-small">${d(n.row,{n:bs(r,c),text:f})}</p>
        ${je({share:o[c][u]/100,text:d(n.same,{percent:o[c][u]}),className:o[c][u]>50?"tpl-first":"tpl-second"})}</div>`})}
    <details class="tpl-details"><summary>${n.show_table}</summary>
    ${N(n.results_table,[n.head_choice,n.head_problem,n.head_you,n.head_same,n.head_n],r.map(c=>[bs(r,c),_s(c),xs(n,s.problems[c][l[c]]),`${o[c][l[c]]} %`,o[c].confirmed?o[c].n:`${o[c].n} (${n.memory})`]))}</details>
    <p class="tpl-head">${n.effects}</p><p>${n.effects_note}</p>
    <div class="tpl-effects">${i.map(({id:c,shown:u,problems:[m,g]})=>{let[f,$]=ar[c];return p`<p><strong>${d(n.pair,{name:n[`effect_${c}`],a:bs(r,m),b:bs(r,g),shown:u?n.effect_yes:n.effect_no})}</strong>
        <span class="tpl-block">${n[`effect_${c}_says`]} ${d(n.majority_shows,{a:o[m][f],b:o[g][$]})}</span></p>`})}</div>
    <p>${n.not_mad}</p><p>${n.again_today}</p><p>${n.majorities}</p>`)}function Ca(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.reveal?.order,l=r.stages[et];return i?p`
    <p>${o.intro}</p>
    ${O(o.choices_head,p`${i.map((a,c)=>Ba(e,s,a,c+1,i.length))}
      ${k(e,s,{stage:et,value:{choices:n.choices??{}},label:o.commit,missing:ir(e)})}`)}
    ${T(e)}
    ${l&&r.reveal.others?La(e):p`<p class="tpl-small">${o.locked}</p>`}`:p`<p>${o.intro}</p>
      ${k(e,s,{stage:nr,value:{},label:o.begin})}${T(e)}`}var Jt={};P(Jt,{PREDICT:()=>Gt,SORT:()=>vs,apart:()=>Vt,apartSentence:()=>mr,factualSentence:()=>gr,progress:()=>pr,sortedCount:()=>Fa,sortingOf:()=>dr,speaker:()=>hr,summary:()=>fr,view:()=>qa,voices:()=>ur});var Gt="predict",vs="sort",Ze=(e,s)=>e.sorted?.[s]??{},cr=(e,{id:s})=>!!(Ze(e,s).type&&Ze(e,s).layer),Fa=(e,s)=>e.claims.filter(t=>cr(s,t)).length;function pr(e,s){let t=e.messages,n=e.claims.length,r=e.claims.flatMap((o,i)=>cr(s,o)?[]:[i+1]);return r.length?r.length===n?d(t.progress_none,{n}):d(r.length===1?t.progress_one:t.progress,{done:n-r.length,n,open:r.join(", ")}):""}function dr(e,s){let t={};for(let{id:n}of e.claims){let{type:r,layer:o}=Ze(s,n);r&&o&&(t[n]={type:r,layer:o})}return{claims:t}}function ur(e,s){return e.map(({id:n})=>({type:n,who:s.filter(([,r])=>r===n).map(([r])=>r)})).filter(({who:n})=>n.length).sort((n,r)=>r.who.length-n.who.length)}function Vt(e,s,t){return e.claims.map((n,r)=>({claim:n,number:r+1,key:s.claims[n.id],mine:t[n.id]?.type})).filter(({key:n,mine:r})=>r!==n.first&&(n.second===null||r!==n.second))}function mr(e,s,t){let n=e.messages,r=s.causal.second!==null,o=Vt(e,s,t).map(({number:l})=>l);if(!o.length)return r?n.apart_none:n.apart_none_one;let i=r?n.both_coders:n.coder_1;return d(o.length===1?n.apart_single:n.apart,{who:i,numbers:E(o,n.and)})}function gr(e,{causal:s,factual:t}){let n=e.messages,{mine:r,both:o,either:i}=t;if(!r)return n.factual_none;let l=c=>c===0?n.none:c===1?n.one:c,a={mine:r,both:l(o),either:l(i)};return s.second===null?r>1?d(n.factual_coder,a):i?n.factual_single_coder:n.factual_single_coder_not:r===1?o?n.factual_single_both:i?n.factual_single_either:n.factual_single_not:d(i===0?n.factual_neither:o===i?n.factual_both:n.factual_split,a)}function fr(e,s){let t=e.messages,n=e.claims.length,{causal:r,layers:o}=s,i=r.second!==null;return[d(i?t.guess_against:t.guess_against_one,{n,...r}),gr(e,s),d(t.layers_against,{n,same:o.same}),...i?[]:[t.one_coder]]}var Qe=(e,s)=>e.find(t=>t.id===s)?.name??s;function Ra(e){let s=e.messages,t=n=>p`<dl class="tpl-terms">${n.map(({name:r,definition:o})=>p`<div><dt>${r}</dt><dd>${o}</dd></div>`)}</dl>`;return p`<details class="tpl-details" open><summary>${s.definitions}</summary>
    <p><strong>${s.types}</strong></p>${t(e.types)}
    <p><strong>${s.layers}</strong></p>${t(e.layers)}</details>`}function hr(e,s,t){let n=e.messages,[r,o,i]=[t,...s].map(l=>Qe(e.layers,l));return i?d(s.includes(t)?n.layer_open:n.layer_open_other,{layer:o,other:i,mine:r}):d(t===s[0]?n.layer_same:n.layer_other,{layer:o,mine:r})}function Ia(e,s,t){let{config:n,record:r}=e,o=r.reveal?.claims?.[s.id];if(!o||!t)return h;let i=n.messages,a=[[i.you,t.type],[i.coder_1,o.first],[i.coder_2,o.second]].filter(([,u])=>u),c=ur(n.types,a);return p`<div class="tpl-result">
    ${c.map(({type:u,who:m},g)=>p`<div class="tpl-voice">
        <span class="tpl-voice-name">${Qe(n.types,u)}</span>
        ${je({share:m.length/a.length,text:m.join(", "),className:g?"tpl-second":"tpl-first"})}</div>`)}
    <p class="tpl-small">${hr(n,o.layers,t.layer)}</p>
    ${o.test?p`<p class="tpl-small">${d(i.test,{text:o.test})}</p>`:h}
  </div>`}function Pa(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.committed?.[vs]?.claims??{},l=(a,c)=>s.set({sorted:{...n.sorted,[a]:{...Ze(n,a),...c}}});return t.claims.map((a,c)=>F(d(o.claim,{n:c+1,all:t.claims.length,paragraph:a.paragraph}),p`<p class="tpl-claim">${a.text}</p>
        ${a.paraphrase?p`<details class="tpl-details"><summary>${d(o.show_paragraph,{paragraph:a.paragraph})}</summary>
              <p class="tpl-small">${a.paraphrase}</p></details>`:h}
        ${S({name:s.id(`type-${a.id}`),legend:o.which_type,options:t.types.map(({id:u,name:m})=>({id:u,text:m})),value:Ze(n,a.id).type??null,onpick:u=>l(a.id,{type:u}),inline:!0})}
        ${D({id:s.id(`layer-${a.id}`),label:o.which_layer,options:t.layers.map(({id:u,name:m})=>({id:u,text:m})),value:Ze(n,a.id).layer??null,onpick:u=>l(a.id,{layer:u}),empty:o.choose_layer})}
        ${Ia(e,a,i[a.id])}`,"tpl-card"))}function Ha(e){let{config:s,record:t}=e,{reveal:n}=t,r=s.messages;if(!n)return t.stages[vs]?p`<p>${r.in_notebook}</p>`:h;let o=n.causal.second!==null,i=t.committed[vs].claims,l=[[r.pair_first,n.agreement.first],[r.pair_second,n.agreement.second],[r.pair_coders,n.agreement.coders]].filter(([,a])=>a);return p`
    <p><strong>${r.outcome}</strong></p>
    ${v(p`<strong>${mr(s,n,i)}</strong>`)}
    <ul class="tpl-list">${Vt(s,n,i).map(({claim:a,number:c,key:u,mine:m})=>p`<li>
      ${d(o?u.first===u.second?r.apart_item_both:r.apart_item:r.apart_item_one,{n:c,paragraph:a.paragraph,mine:Qe(s.types,m),first:Qe(s.types,u.first),second:Qe(s.types,u.second)})} ${u.reason}</li>`)}</ul>
    <p>${fr(s,n).join(" ")}</p>
    <div>${l.map(([a,c],u)=>p`<div class="tpl-voice">
        <span class="tpl-voice-name">${a}</span>
        ${je({share:c.share,text:`${w(c.share,r)}, κ ${xe(c.kappa)}`,className:u===2?"tpl-quiet":"tpl-first"})}</div>`)}</div>
    <p class="tpl-small">${r.kappa_note}</p>
    ${o?p`<p class="tpl-small">${r.coders_note}</p>`:h}
    ${n.note?p`<p class="tpl-small">${n.note}</p>`:h}
    <details class="tpl-details"><summary>${r.show_table}</summary>
      ${N(r.table_caption,[r.head_claim,r.head_you,r.coder_1,...o?[r.coder_2]:[]],s.claims.map((a,c)=>{let u=n.claims[a.id],m=i[a.id],g=f=>Qe(s.types,f);return[`${c+1} (${a.paragraph})`,g(m.type),g(u.first),...o?[g(u.second)]:[]]}))}</details>`}function qa(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=t.claims.length,l=r.stages[Gt],a=n.guess??null;return p`
    ${F(o.predict,p`<p>${d(o.predict_text,{n:i})}</p>
        ${G({id:s.id("guess"),label:d(o.guess,{n:i}),min:0,max:i,value:a,onset:c=>s.set({guess:c})})}
        ${k(e,s,{stage:Gt,value:{causal:a},label:o.commit_guess,missing:a===null?d(o.guess_first,{n:i}):"",first:l?.first.causal})}`)}
    ${T(e)}
    ${l?p`${Ra(t)} ${Pa(e,s)}
          ${k(e,s,{stage:vs,value:dr(t,n),label:o.commit_sort,missing:pr(t,n)})}
          ${Ha(e)}`:p`<p>${o.locked}</p>`}`}var Xt={};P(Xt,{STEPS:()=>tt,draft:()=>xr,ending:()=>Ar,missing:()=>yr,missingChoice:()=>vr,open:()=>br,openSteps:()=>wr,pairOf:()=>nt,remarks:()=>Sr,stepValue:()=>kr,view:()=>Ka});var tt=["argue","reply","swap","answer","joint"],Kt=e=>(e??"").trim(),_r=(e,s)=>Kt(e.texts?.[s]),Da=(e,s)=>e.stages[s]?.last?.text??"";function br({value:e,record:s}){let t=Object.entries(e.texts??{});return Object.fromEntries(t.filter(([n,r])=>Kt(r)&&Kt(r)!==Da(s,n)))}var za=e=>Object.keys(e).length?JSON.stringify(e):"",xr={saved:({record:e})=>Object.values(e.stages).reduce((s,{revision:t})=>s+t,0),kept:()=>"",now:e=>za(br(e)),patch:(e,{value:s})=>({texts:{...s.texts,...JSON.parse(e)}})};function vr({config:e,value:s}){let t=e.messages;return s.first&&s.first===s.second?t.same_twice:s.first&&s.second&&s.mode?"":t.choose_both}function nt({record:e}){let{first:s,second:t}=e.committed.choose??{};return s?`${s}-${t}`:""}function wr(e){let s=nt(e),t=tt.findIndex(n=>!e.record.stages[`${n}.${s}`]);return t<0?tt.length:t+1}function yr({config:e,value:s},t,n){let r=e.messages;return _r(s,`${t}.${n}`)?t==="swap"&&!s.signed?.[n]?r.sign_first:t==="joint"&&!s.cards?.[n]?r.card_first:"":r.write_first}function kr({value:e},s,t){let n=_r(e,`${s}.${t}`);return s==="swap"?{text:n,signed:e.signed?.[t]??null}:s==="joint"?{text:n,card:e.cards?.[t]??null}:{text:n}}function Sr(e,s){let t=e.messages,n=Qs(s),r=Xs(s,Io);return[n.length?d(t.named,{ids:n.join(", ")}):t.none_named,...r.length?[d(t.at_a_distance,{words:r.join(", ")})]:[]]}var Yt=(e,s)=>e.accounts.find(t=>t.letter===s);function $r(e,s,t,n=!0){let r=e.config.messages,{claim:o}=Yt(e.config,s);return p`
    <p>${d(r.claim,{claim:o})}</p>
    <details class="tpl-details" ?open=${n}><summary>${r.lawyer}</summary><p>${t.lawyer}</p>
      <p class="tpl-small">${r.made}</p>
      <p class="tpl-head">${r.fingerprints}</p>
      <ul class="tpl-list">${t.fingerprints.map(i=>p`<li>${i}</li>`)}</ul></details>
    <details class="tpl-details"><summary>${r.cards}</summary>
      <div class="tpl-scroll tpl-cards" tabindex="0" role="region" aria-label=${r.cards}><dl class="tpl-terms">${e.config.cards.map(({id:i,date:l,text:a})=>p`<div>
        <dt>${d(r.card,{id:i,date:l})}</dt><dd>${a}</dd></div>`)}</dl></div></details>`}var Ua=(e,s,t,n)=>p`<div class="tpl-voiced ${n?"tpl-other":""}">
  <p><strong>${d(e.replies,{name:s})}</strong></p><p>${t}</p>
  <p class="tpl-small">${e.made}</p></div>`;function Wa(e,s,t,n){let r=e.config.messages,{value:o}=e;return p`<p>${r.checklist}</p>
    <ul class="tpl-list">${[1,2,3,4].map(i=>p`<li>${r[`checklist_${i}`]}</li>`)}</ul>
    ${S({name:s.id(`signed-${t}`),legend:r[`signed_${n}`],inline:!0,options:["yes","changes","no"].map(i=>({id:i,text:r[`signed_${i}`]})),value:o.signed?.[t]??null,onpick:i=>s.set({signed:{...o.signed,[t]:i}})})}`}function Ga(e,s,t){let n=e.config.messages,{config:r,value:o}=e;return D({id:s.id(`card-${t}`),label:n.ask_card,empty:n.choose_card,options:r.cards.map(({id:i,date:l,text:a})=>({id:i,text:`${d(n.card,{id:i,date:l})} ${a.length>70?`${a.slice(0,69)}…`:a}`})),value:o.cards?.[t]??null,onpick:i=>s.set({cards:{...o.cards,[t]:i}})})}function Va(e,s,t,n){let{config:r,value:o,record:i}=e,l=r.messages,{pair:a,mode:c,case:u,other_case:m}=i.reveal,[g,f]=a.split("-"),$=`${t}.${a}`,b=o.texts?.[$]??"",_=l[`ask_${t}`]??l[`ask_${t}_${c}`],M=t==="argue"||t==="swap"||c==="pair"&&t!=="joint",A=c==="alone"?i.reveal[t]:void 0;return O(d(l[`step_${t}`],n),p`
    ${t==="argue"?$r(e,g,u):h}
    ${(t==="swap"||t==="reply"&&c==="pair")&&m?$r(e,f,m,t!=="swap"||c==="alone"):h}
    ${A?Ua(l,t==="reply"?n.second:n.first,A,t==="reply"):h}
    ${ve({id:s.id($),label:d(_,n),rows:M?6:3,value:b,oninput:L=>s.set({texts:{...o.texts,[$]:L}}),describedby:M?s.id(`${$}-says`):void 0})}
    ${M?p`<p class="tpl-small" id=${s.id(`${$}-says`)}>${Sr(r,b).join(" ")}</p>`:h}
    ${t==="swap"?Wa(e,s,a,c):h}
    ${t==="joint"?Ga(e,s,a):h}
    ${k(e,s,{stage:$,value:kr(e,t,a),label:l.keep,missing:yr(e,t,a),first:i.stages[$]?.first?.text})}`)}function Ar({config:e,record:s}){let t=s.stages[`joint.${nt({record:s})}`]?.last;if(!t)return"";let n=e.cards.find(({id:r})=>r===t.card);return d(e.messages.done,{card:t.card,text:n?.text??""})}function Ja(e,s){let{config:t,record:n}=e,r=t.messages;if(!n.stages.choose)return h;if(!n.reveal)return p`<p>${r.in_notebook}</p>`;let[o,i]=n.reveal.pair.split("-"),l={first:Yt(t,o).name,second:Yt(t,i).name};return p`
    ${tt.slice(0,wr(e)).map(a=>Va(e,s,a,l))}
    ${v(Ar(e))}`}function Ka(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=t.accounts.map(({letter:a,name:c})=>({id:a,text:d(o.account,{letter:a,name:c})})),l=e.local.restored!==void 0&&e.local.restored===xr.now(e);return p`
    ${O(o.choose,p`
      <p>${o.choose_says}</p>
      ${["first","second"].map(a=>D({id:s.id(a),label:o[a],options:i,empty:o.choose_account,value:n[a]??null,onpick:c=>s.set({[a]:c})}))}
      ${S({name:s.id("mode"),legend:o.mode,options:["alone","pair"].map(a=>({id:a,text:o[`mode_${a}`]})),value:n.mode??null,onpick:a=>s.set({mode:a})})}
      ${k(e,s,{stage:"choose",label:o.begin,missing:vr(e),value:{first:n.first??null,second:n.second??null,mode:n.mode??null}})}
      ${r.stages.choose&&`${n.first}-${n.second}`!==nt(e)?p`<p class="tpl-small">${o.changed_pair}</p>`:h}`)}
    ${T(e)}
    ${v(l?o.restored:"")}
    ${Ja(e,s)}`}var sn={};P(sn,{HANDLES:()=>ws,LAMBDA:()=>Qt,OPTIONS:()=>Or,PREDICT:()=>ot,choices:()=>en,demonstration:()=>Nr,parameters:()=>rt,prospectText:()=>Zt,sentence:()=>Tr,view:()=>nc});var ot="predict",Qt="lambda",ws={alpha:[.3,1.2,.01],loss_aversion:[1,4,.05],gamma:[.3,1.2,.01],delta:[.3,1.2,.01]},Or=["more","fewer","nothing"],Ya=600,Mr={alpha:"alpha",loss_aversion:"lambda",gamma:"gamma",delta:"delta"};function rt({config:e,value:s}){let t=Object.fromEntries(Object.keys(ws).map(n=>[n,s[n]??e.medians[n]]));return{...t,beta:t.alpha}}function en(e,s){return e.map(t=>{let[n,r]=[Be(t.a,s),Be(t.b,s)],i=Math.abs(n-r)<=1e-12*Math.max(1,Math.abs(n),Math.abs(r))?"tie":n>r?"A":"B";return{...t,value_a:n,value_b:r,chosen:i,matches:i===t.majority}})}function Tr(e){let s=e.config.messages,t=en(e.record.reveal.problems,rt(e)),n=i=>E(i.map(({id:l})=>_s(l)),s.and),r=t.filter(({matches:i})=>!i),o=t.filter(({chosen:i})=>i==="tie");return[d(s.result,{n:t.length-r.length,all:t.length}),r.length?d(s.result_missed,{numbers:n(r)}):s.result_all,o.length?d(s.tie,{numbers:n(o)}):"",d(s.result_predicted,{count:e.record.stages[ot].last.count})].filter(Boolean).join(" ")}function Zt(e,s){let t=n=>`${n<0?"−":""}${Math.abs(n).toLocaleString("en")}`;return s.map(([n,r])=>r===1?d(e.sure,{x:t(n)}):d(e.part,{x:t(n),p:Number((r*100).toFixed(4))})).join(", ")||e.none}function Nr({config:e},s){let t={...e.medians,loss_aversion:s},[n,r]=e.gamble,[[o],[i]]=e.mixed,l=Be([[-e.sure,1]],t),a=Be([[-n,r]],t),c=Be(e.mixed,t),m=ge(.5,t.gamma)*we(o,t)/(ge(.5,t.delta)*-we(i,{...t,loss_aversion:1}));return{sure:l,gamble:a,coin:c,turn:m}}var fe=(e,s=1)=>`${e<0?"−":""}${Math.abs(e).toFixed(s)}`;function Xa(e,s){let t=e.config.messages,{width:n}=j(e),r=Math.min(n,260),[o,i]=[we(100,s),we(-100,s)],l=Math.max(o,-i,1),a=C([-100,100],[10,n-10]),c=C([-l,l],[r-24,8]),u=Array.from({length:81},(g,f)=>-100+f*2.5).map(g=>[a(g),c(we(g,s))]),m=d(t.value_says,{gain:fe(o),loss:fe(i)});return p`<section aria-label=${t.value_head}><p class="tpl-head">${t.value_head}</p>
    ${R({width:n,height:r,label:m},y`
      <line class="tpl-grid" x1=${a(-100)} x2=${a(100)} y1=${c(0)} y2=${c(0)}></line>
      <line class="tpl-grid" x1=${a(0)} x2=${a(0)} y1=${c(-l)} y2=${c(l)}></line>
      ${me(u,"tpl-first")}
      ${x(a(100),c(o)+(o>l*.8?18:-8),fe(o),"end","tpl-strong tpl-halo")}
      ${x(a(-100)+34,c(i)-2,fe(i),"start","tpl-strong tpl-halo")}
      ${x(a(100),r-4,t.value_axis,"end")}`)}
    <p class="tpl-small">${m}</p></section>`}function Qa(e,s){let t=e.config.messages,{width:n}=j(e),r=Math.min(n,260),o=C([0,1],[10,n-10]),i=C([0,1],[r-24,8]),l=c=>Array.from({length:101},(u,m)=>m/100).map(u=>[o(u),i(ge(u,c))]),a=d(t.weight_says,{small:ge(.05,s.gamma).toFixed(2),large:ge(.9,s.gamma).toFixed(2)});return p`<section aria-label=${t.weight_head}><p class="tpl-head">${t.weight_head}</p>
    ${R({width:n,height:r,label:a},y`
      <line class="tpl-grid" x1=${o(0)} x2=${o(1)} y1=${i(0)} y2=${i(1)}></line>
      <line class="tpl-grid" x1=${o(0)} x2=${o(1)} y1=${i(0)} y2=${i(0)}></line>
      ${me(l(s.gamma),"tpl-first")}
      ${me(l(s.delta),"tpl-second tpl-dashed")}
      ${x(o(.02),20,t.weight_gains,"start","tpl-strong")}${x(o(.02),38,t.weight_losses)}
      ${x(o(1),r-4,t.weight_axis,"end")}`)}
    <p class="tpl-small">${a}</p><p class="tpl-small">${t.weight_belief}</p></section>`}function Za(e,s,t){let n=e.config.messages,[r,o,i]=ws[t],l=e.config.medians[t];return q({id:s.id(t),label:n[`${Mr[t]}_label`],note:n[`${Mr[t]}_note`],value:e.value[t]??null,rest:l,min:r,max:o,step:i,show:a=>a.toFixed(2),unset:d(n.at_median,{x:l.toFixed(2)}),onset:a=>s.set({[t]:Number(a.toFixed(2))})})}function ec(e){let s=e.config.messages,t=en(e.record.reveal.problems,rt(e)),n=e.width>=Ya,r=c=>[Zt(s,c.a),Zt(s,c.b)],o=c=>p`<small class="tpl-block">${c}</small>`,[i,l]=[s.narrow_a,s.narrow_b],a=c=>p`${_s(c.id)}${c.given?p` <small>${d(s.given,{sum:c.given.toLocaleString("en")})}</small>`:h}${n?h:r(c).map((u,m)=>o(d(m?l:i,{text:u})))}${c.confirmed?h:p` <small>(${s.memory})</small>`}`;return p`<div class=${n?"tpl-roomy":"tpl-tight"}>${N(s.table_head,[s.head_problem,...n?[s.head_a,s.head_b]:[],s.head_majority,s.head_model,s.head_match],t.map(c=>[a(c),...n?r(c):[],d(s.majority_cell,{option:c.majority,percent:c.percent}),c.chosen==="tie"?s.indifferent:c.chosen,c.matches?s.yes:p`<strong>${s.no}</strong>`]))}</div>`}function sc(e,s){let{config:t}=e,n=t.messages,r=rt(e),{wide:o}=j(e),i={alpha:1,loss_aversion:1,gamma:1,delta:1},l=c=>Object.entries(c).every(([u,m])=>Math.abs(r[u]-m)<1e-9),a=Object.fromEntries(Object.keys(ws).map(c=>[c,t.medians[c]]));return p`
    ${v(p`<strong>${Tr(e)}</strong>`)}
    <div class=${o?"tpl-columns":""}>
      <section aria-label=${n.controls}><p class="tpl-head">${n.controls}</p>
        ${Object.keys(ws).map(c=>Za(e,s,c))}
        <div class="tpl-buttons" role="group" aria-label=${n.presets}>
          ${B(n.preset_medians,()=>s.set(a),{pressed:l(a)})}
          ${B(n.preset_straight,()=>s.set(i),{pressed:l(i)})}
        </div></section>
      <div>${Xa(e,r)}${Qa(e,r)}</div>
    </div>
    ${ec(e)}
    <details class="tpl-details"><summary>${n.misses_more}</summary><p>${n.misses_note}</p></details>`}function tc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,[i,l]=t.gamble,[[a],[c]]=t.mixed,u={sure:t.sure,loss:i,p:l*100},m=r.stages[Qt],g=n.shown_lambda??t.medians.loss_aversion,f=Nr(e,g),{wide:$,width:b}=j(e),_=(L,ee)=>Ke(L,Math.min(b,460),ee),M=d(o.lambda_says,{lambda:g.toFixed(2),sure_value:fe(f.sure),gamble_value:fe(f.gamble),better:f.gamble>f.sure?o.lambda_better_gamble:o.lambda_better_sure}),A=d(o.lambda_mixed_says,{value:fe(f.coin),taken:f.coin>0?o.lambda_taken:o.lambda_left,turn:f.turn.toFixed(2)});return O(o.lambda_head,p`
    <p>${d(o.lambda_text,u)}</p>
    ${S({name:s.id("guess"),legend:o.lambda_predict,options:Or.map(L=>({id:L,text:o[`option_${L}`]})),value:n.guess??null,onpick:L=>s.set({guess:L})})}
    ${k(e,s,{stage:Qt,value:{choice:n.guess??null},label:o.lambda_commit,missing:n.guess?"":o.lambda_missing,first:o[`option_${m?.first?.choice}`]})}
    ${m?p`
      <p>${o[`lambda_answer_${m.last.choice}`]}</p>
      ${q({id:s.id("shown-lambda"),label:o.lambda_move,min:1,max:3,step:.05,value:n.shown_lambda??null,rest:g,show:L=>L.toFixed(2),unset:d(o.at_median,{x:g.toFixed(2)}),onset:L=>s.set({shown_lambda:Number(L.toFixed(2))})})}
      <div class=${$?"tpl-columns":""}>
        <section aria-label=${o.lambda_two_losses}><p class="tpl-head">${o.lambda_two_losses}</p>
          ${_([{name:d(o.lambda_sure,u),value:-f.sure,text:fe(f.sure),quiet:f.gamble>f.sure},{name:d(o.lambda_gamble,u),value:-f.gamble,text:fe(f.gamble),quiet:f.gamble<=f.sure}],M)}
          ${v(M)}</section>
        <section aria-label=${o.lambda_mixed}><p class="tpl-head">${o.lambda_mixed}: ${d(o.lambda_coin,{win:a,loss:-c})}</p>
          ${v(A)}</section>
      </div>`:h}`)}function nc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[ot],l=n.count??null;return p`
    ${F(o.predict_head,p`<p>${K(d(o.predict_text,t))}</p>
      ${G({id:s.id("count"),label:d(o.predict_label,t),min:0,max:t.all,value:l,onset:a=>s.set({count:a})})}
      ${k(e,s,{stage:ot,value:{count:l},label:o.commit,missing:l===null||!Number.isInteger(l)?d(o.missing,t):"",first:i?.first?.count})}`)}
    ${T(e)}
    ${i&&r.reveal?p`${sc(e,s)}${tc(e,s)}<p class="tpl-small">${o.assumptions}</p>`:p`<p class="tpl-small">${o.closed}</p>`}`}var tn={};P(tn,{CODES:()=>Er,OPEN:()=>jr,byOutcome:()=>Cr,missing:()=>Lr,openOnes:()=>Br,view:()=>lc});var Er="codes",jr="open",Br=({config:e,value:s})=>e.extracts.filter(({id:t})=>!e.domains.includes(s.codes?.[t])).map(({id:t})=>t);function Lr(e){let s=e.config.messages,t=Br(e);return t.length?d(t.length===1?s.missing_one:s.missing_many,{ids:E(t,s.and)}):""}function Cr(e,s){let t=Object.keys(s),n=a=>[a.filter(c=>e[c]==="losses").length,a.length],[r,o]=n(t.filter(a=>s[a].force)),[i,l]=n(t.filter(a=>!s[a].force));return{force:r,all_force:o,calm:i,all_calm:l}}function oc(e){let s=e.config.messages;return O(s.codebook,p`<p>${s.codebook_text}</p>
    ${N(s.codebook_table,[s.head_code,s.head_means],e.config.domains.map(t=>[s[`name_${t}`],s[`means_${t}`]]))}`)}function rc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,{coders:i,who:l}=r.reveal??{};return O(o.statements,p`
    ${t.extracts.map(({id:a,text:c},u)=>p`
      ${S({name:s.id(a),inline:!0,legend:p`${d(o.statement,{n:u+1,all:t.extracts.length,id:a})}<span class="tpl-block tpl-lead">${c}</span>`,options:t.domains.map(m=>({id:m,text:o[`name_${m}`]})),value:n.codes?.[a]??null,onpick:m=>s.set({codes:{...n.codes,[a]:m}})})}
      ${i?p`<ul class="tpl-list tpl-small">${i[a].map(({domain:m,reason:g},f)=>p`<li>${d(o.coder,{n:f+1,domain:o[`name_${m}`],reason:g})}</li>`)}</ul>`:h}
      ${l?p`<p class="tpl-result">${d(o.who_line,l[a])} <strong>${d(o.outcome_line,l[a])}</strong>
        <span class="tpl-block tpl-small">${d(o.source_line,l[a])}${l[a].confirmed?h:p` ${o.unconfirmed}`}</span></p>`:h}`)}
    ${k(e,s,{stage:Er,value:{codes:n.codes??{}},label:o.commit,missing:Lr(e)})}`)}function ic(e){let{config:s,record:t}=e,n=s.messages,r=s.extracts.length,o=t.reveal.agreement.map(({id:i,share:l,kappa:a})=>({id:i,n:Math.round(l*r),kappa:xe(a)}));return O(n.agreement,p`
    ${v(d(n.agreement_says,{...o[0],all:r}))}
    <ul class="tpl-list">${o.map(i=>p`<li>${n[`pair_${i.id}`]}: ${d(n.agreement_row,{...i,all:r})}</li>`)}</ul>
    <p class="tpl-small">${n.kappa_note}</p>`)}function lc(e,s){let{record:t}=e,n=e.config.messages,{reveal:r}=t;return p`
    ${oc(e)}
    ${rc(e,s)}
    ${T(e)}
    ${r?p`${ic(e)}
      ${r.who?O(n.opened,p`
          ${v(d(n.domain_by_outcome,Cr(r.blind,r.who)))}
          <p class="tpl-small">${n.changed_after} ${n.domain_note}</p>`):p`<p>${n.open_text}</p>${k(e,s,{stage:jr,value:{},label:n.open})}`}`:p`<p class="tpl-small">${n.locked}</p>`}`}var on={};P(on,{STAGE:()=>nn,view:()=>ac,withUnit:()=>ys});var nn="estimate",ys=(e,s)=>s?`${e} ${s}`:String(e);function ac(e,s){let{config:t,value:n,record:r}=e,{messages:o,low:i,high:l,unit:a}=t,c=r.stages[nn],u=n.number??null;return p`
    ${F(t.prompt,q({id:s.id("number"),label:o.label,min:i,max:l,step:t.step,value:u,onset:m=>s.set({number:m}),show:m=>ys(m,a),unset:o.not_set,ends:[ys(i,a),ys(l,a)]}))}
    ${k(e,s,{stage:nn,value:{number:u},label:o.save,missing:u===null?o.set_first:"",first:c&&ys(c.first.number,a)})}
    ${T(e)}
    ${v(c&&c.last.number!==u?o.unsaved:"")}`}var $n={};P($n,{asks:()=>ii,cardSummary:()=>vi,view:()=>Tc,weightsMissing:()=>wi});var rn=e=>e.reduce((s,t)=>s+t,0);function Le(e){if(!e.length||!e.every(r=>Number.isFinite(r)&&r>=0))return null;let s=Math.max(...e);if(s===0)return null;let t=e.map(r=>r/s),n=rn(t);return t.map(r=>r/n)}function le(e){let s=e.filter(n=>n<0),t=new Array(s.length+1).fill(0);for(let n of e.filter(r=>r>0))t[0]=1,s.forEach((r,o)=>{t[o+1]=t[o]/(1-r/n)+t[o+1]/(1-n/r)});return Math.min(t[s.length],1)}function Fr(e,s){if(s.length===1)return le(e);let t=cc(s).map(n=>{let r=0;return le(n.map((o,i)=>(r+=e[o])/(i+1)))});return rn(t)/t.length}function cc(e){return e.reduce((s,t)=>s.flatMap(n=>Rr(t).map(r=>[...n,...r])),[[]])}function Rr(e){return e.length<2?[e]:e.flatMap(s=>Rr(e.filter(t=>t!==s)).map(t=>[s,...t]))}function ln(e){return[...new Set(e)].sort((t,n)=>n-t).map(t=>e.flatMap((n,r)=>n===t?[r]:[]))}function Ir(e,s){let t=Le(s),n=Math.max(...e.map(Math.abs))||1,r=e.map(f=>f/n),o=lt(r,t),i=o>0,l=i?r:r.map(f=>-f),a=l.indexOf(Math.min(...l));if(l[a]>0||l[a]===0&&!i)return null;let c=Math.abs(o),u=0,m=[...t],g=l.map((f,$)=>$).sort((f,$)=>l[$]-l[f]);for(let f of g){let $=l[f]-l[a];if(c<=0||$<=0)break;let b=Math.min(t[f],c/$);m[f]-=b,u+=b,c-=b*$}return m[a]+=u,{distance:2*u,weights:m}}function it(e){return e.every(s=>s<=0)?"never":e.every(s=>s>=0)?"always":"depends"}function lt(e,s){return rn(e.map((t,n)=>t*s[n]))}function Pr(e){return{temptation:2+2*e,reward:3,punishment:1,sucker:1-2*e}}function Hr({temptation:e,reward:s,punishment:t,sucker:n}){let r=s-e,o=t-n;return r<0?null:o<=0?0:o/(r+o)}function qr({temptation:e,reward:s,punishment:t,sucker:n}){return e>s&&s>t&&t>n?"Prisoner's Dilemma":s>e&&e>=t&&t>n?"Stag Hunt":e>s&&s>n&&n>t?"Chicken":s>=e&&n>=t&&(s>e||n>t)?"Harmony":"other"}function Dr({temptation:e,reward:s,punishment:t,sucker:n},r){let o=r*s+(1-r)*n,i=r*e+(1-r)*t,l=1e-12*Math.max(1,Math.abs(o),Math.abs(i));return o>=i-l?"cooperate":"defect"}function an(e,s){return e?e/(e+(1-e)*(1-s)):0}var zr=(e,s)=>2*e*(1-s);function Ur(e,s,t=10,{fatigue:n=.5,grievance:r=.05}={}){let o=zr(e,s),i=[1];for(let l=0;l<t;l+=1){let a=i[l];i.push((1-n)*a+o*a+r)}return i}var Wr=(e,s,t=.5)=>zr(e,s)<t;var pc=2,ne=e=>e.reduce((s,t)=>s+t,0),cn=e=>Math.round(e*1e9)/1e9;function Gr(e){return e.every(s=>Number.isFinite(s)&&s>=1)?Le(e.map(Math.log)):null}function dc(e,s,t="sum"){if(t==="sum")return cn(ne(e.map((o,i)=>s[i]*o))/ne(s));let n=Math.max(...s),r=e.map((o,i)=>1-s[i]/n*(1-o));return cn(t==="product"?r.reduce((o,i)=>o*i,1):Math.min(...r))}var Vr=({outcomes:e,counts:s})=>ne(s.filter((t,n)=>!e[n]));function at(e,s,t="sum"){let n=e.values.map(a=>dc(a,s,t)),r=Vr(e),o=pc,i=r,l=n.map((a,c)=>c).sort((a,c)=>n[c]-n[a]);return l.forEach((a,c)=>{i+=e.outcomes[a]?e.counts[a]:-e.counts[a],(c+1===l.length||n[l[c+1]]<n[a])&&i>r+1e-9&&([o,r]=[n[a],i])}),{threshold:o,scores:n,says:n.map(a=>a>=o),hits:cn(r),of:ne(e.counts)}}function Jr(e){let s=e.factors.length,t=e.factors.map((o,i)=>at(e,e.factors.map((l,a)=>+(a===i))).hits),n=Math.max(...t),r=Vr(e);return{alwaysNo:r,bestSingle:n,bestFactors:n>r+1e-9?e.factors.filter((o,i)=>t[i]===n):[],equalWeights:at(e,new Array(s).fill(1)).hits}}function Kr(e,{says:s}){return[!0,!1].map(t=>{let n=e.counts.map((r,o)=>s[o]===t?r:0);return(ne(n.filter((r,o)=>e.outcomes[o]))+1)/(ne(n)+2)})}function Yr(e){return e.factors.map((s,t)=>{let n=r=>{let o=e.counts.map((l,a)=>e.outcomes[a]===r?l:0),i=ne(o);return i?ne(o.map((l,a)=>l*e.values[a][t]))/i:0};return n(!0)-n(!1)})}var pn=e=>e.names.filter((s,t)=>e.values[t].includes(.5));function Xr(e,s=null){return s===null&&pn(e).length?null:e.values.map(t=>t.map(n=>n>.5||n===.5&&s==="present"))}function Qr(e,s,t=null){let n=Xr(e,t);if(!n||!s.length)return null;let r=s.map(u=>e.factors.indexOf(u)),o=new Map;n.forEach((u,m)=>{let g=r.map($=>u[$]),f=g.join();o.has(f)||o.set(f,{present:g,numbers:[]}),o.get(f).numbers.push(m)});let i=u=>ne(u.filter(m=>e.outcomes[m]).map(m=>e.counts[m])),l=i(e.names.map((u,m)=>m)),a=[...o.values()].map(({present:u,numbers:m})=>{let g=ne(m.map($=>e.counts[$])),f=i(m)/g;return{present:u,cases:m,force:i(m),n:g,consistency:f,coverage:l?i(m)/l:null,contradictory:f>0&&f<1}}),c=u=>u.present.map(m=>m?"0":"1").join("");return a.sort((u,m)=>m.consistency-u.consistency||m.n-u.n||c(u).localeCompare(c(m)))}function Zr(e,s=null){let t=Xr(e,s);if(!t)return null;let n=(i,l)=>{let a=c=>ne(c.map(u=>e.counts[u]));return l.length?a(i)/a(l):null},r=e.names.map((i,l)=>l),o=r.filter(i=>e.outcomes[i]);return e.factors.map((i,l)=>{let a=r.filter(m=>t[m][l]),c=r.filter(m=>!t[m][l]),u=m=>m.filter(g=>e.outcomes[g]);return{necessity:n(u(a),o),sufficiency:n(u(a),a),without:n(u(c),c)}})}var ei={coder:1,outcome:"force",once:!1,turned:[]},es=({value:e})=>Object.fromEntries(Object.keys(ei).map(s=>[s,e[s]??ei[s]])),un=({config:e,value:s,record:t})=>t.stages.cards?[]:e.factors.map(({id:n})=>n).filter(n=>!(s.read??[]).includes(n));function ks(e){let s=t=>!!(e.record.stages[t]&&e.record.reveal);return{cards:un(e).length===0,positives:s("cards"),weights:s("positives"),result:s("weights")&&!!e.record.reveal.cases}}var si=({config:e,value:s})=>e.cards.filter(({id:t})=>e.blind.some(n=>(s.codes?.[t]?.[n]??null)===null)).map(({id:t})=>t);function ti(e){let{coder:s,outcome:t,once:n,turned:r}=es(e),o=e.record.reveal.cases,i=l=>o.filter(a=>a.story===l).length;return{names:o.map(({name:l})=>l),factors:e.config.factors.map(({id:l})=>l),values:o.map(({x:l})=>l[s]),outcomes:o.map(l=>l[t]!==r.includes(l.id)),counts:o.map(({story:l})=>n&&l!==null?1/i(l):1)}}var Ss=({config:e,value:s})=>Gr(e.factors.map(({id:t})=>s.swings?.[t]??null));function mn(e){let s=e.record.stages.weights?.last,{swings:t={},rule:n}=e.value;return!!s&&s.rule===n&&e.config.factors.every(({id:r})=>s.swings[r]===t[r])}var dn=new WeakMap;function he(e,s=e.value.rule){dn.has(e)||dn.set(e,new Map);let t=dn.get(e);return t.has(s)||t.set(s,uc(e,s,t.values().next().value)),t.get(s)}function uc(e,s,t){let n=Ss(e);if(!ks(e).result||!n||!s)return null;let r=t?.cases??ti(e),o=t?.baselines??Jr(r),i=at(r,n,s),l=Math.max(o.alwaysNo,o.bestSingle,o.equalWeights);return{cases:r,weights:n,rule:s,...i,least:l,baselines:o,beats:i.hits>l+1e-6,chances:Kr(r,i)}}function ct(e){let s=he(e);return e.config.rules.map(t=>{let n=he(e,t);return{rule:t,hits:n.hits,of:n.of,beats:n.beats,turns:n.beats!==s.beats}})}function ni(e){return Yr(e).map((t,n)=>({place:n,d:Math.round(t*1e9)/1e9})).sort((t,n)=>Math.abs(n.d)-Math.abs(t.d)||t.place-n.place)}var oi=e=>e.x[2]?e.x[1].map((s,t)=>s!==e.x[2][t]):e.x[1].map(()=>!1);function ri(e){let s=ti(e),t=e.value.half??null;return{cases:s,relations:Zr(s,t),rows:Qr(s,e.value.qca??[],t)}}function ii(e){if(!(ks(e).result&&Ss(e)&&e.value.rule))return{};let{swings:t,rule:n,disliked:r}=e.value,o={swings:t,rule:n,...es(e)};return{robust:o,...r?{lawyer:{...o,account:r}}:{}}}var li=e=>{let{coder:s,outcome:t}=es(e);return{coder:s,outcome:t,half:e.value.half??null}};var ae=e=>e===.5?"½":String(e),I=e=>String(Math.round(e*10)/10),ai=(e,s)=>E(e.config.factors.map(({id:t},n)=>`${t} ${Math.round(s[n]*100)}`),e.config.messages.and);function ci(e){let s=e.config.messages,t=e.record.reveal.present,n=e.config.present,r=t.filter(({x:l})=>l===1),o=t.filter(({x:l})=>l!==1),i=l=>l.filter(a=>a.force).length;return[d(s.present,{all:t.length,factor:n,n:r.length,k:i(r),said:e.record.stages.positives.last.chance,share:w(i(r)/r.length,s)}),d(s.present_without,{factor:n,n:o.length,k:i(o)}),d(i(o)===0?s.necessary:s.not_necessary,{factor:n})]}function pi(e,s=he(e)){let{alwaysNo:t,bestSingle:n,equalWeights:r}=s.baselines;return d(e.config.messages.hits,{hits:I(s.hits),of:I(s.of),no:I(t),single:I(n),equal:I(r)})}var di=(e,s=he(e))=>e.config.messages[s.beats?"beats":"not_beats"],gn=e=>e*100<.05?"<0.1":(e*100).toFixed(1),Ce=e=>Math.min(.9999,Math.max(1e-4,e));function ui(e,s){let t=e.config.messages;return d(t.robust,{share:w(Ce(s.order.agree),t),error:gn(s.order.error),draws:s.draws.toLocaleString("en"),all:w(Ce(s.all.agree),t)})}function mi(e,s){let t=e.config.messages;return d(t.as_good,{share:w(Ce(s.order.as_good),t),all:w(Ce(s.all.as_good),t)})}function fn(e){let s=e.config.messages,t=ct(e).filter(({turns:n})=>n).map(({rule:n})=>s[`rule_short_${n}`]);return t.length?d(s.rule_turns,{rules:E(t,s.and)}):""}function gi(e,s,t){let n=e.config.messages,r={account:n[`account_${s.account.toLowerCase()}`],hits:I(s.hits),of:I(t),share:w(s.share,n),mine:w(s.mine,n)};return d(s.weights?n.lawyer_found:n.lawyer_none,r)}var Fe=e=>p`<span class="tpl-whole">${e}</span>`,fi=e=>p`<span class="tpl-long">${e}</span>`;function hi(e,s){let{config:t}=e,n=t.messages,r=he(e);return r?p`
    ${mn(e)?h:p`<p class="tpl-alert">${n.not_kept}</p>`}
    ${v(p`<strong>${pi(e,r)}</strong> ${di(e,r)}`)}
    <p class="tpl-small">${r.says.includes(!0)?d(n.threshold,{threshold:r.threshold.toFixed(2)}):n.never}</p>
    ${mc(e,r)}
    ${Y(n.compare_fold,p`<div class=${j(e).wide?"tpl-columns":""}>
      <div>${gc(e,r)}</div>
      <div>${N(n.rules_table,[n.rule_head,n.hits_head,n.conclusion_head],ct(e).map(o=>[n[`rule_short_${o.rule}`],Fe(`${I(o.hits)} / ${I(o.of)}`),o.beats?n.yes:n.no]))}</div>
    </div>`,j(e).wide)}
    ${fn(e)?p`<p class="tpl-alert" role="status">${fn(e)}</p>`:h}
    ${fc(e,s)}
    ${Y(n.cases_fold,p`${hc(e,r)}${$c(e)}`,j(e).wide)}
    ${_c(e,s)}
    <p class="tpl-small">${n.break}</p>`:p`<p>${n.all_ones}</p>`}function mc(e,s){let t=e.config.messages,n=e.answers.robust;if(!n?.answer)return p`<p aria-live="polite">${t.robust_waiting}</p>`;let{answer:r}=n,o=Ce(r.order.agree),{width:i}=j(e),l=[...r.all.spread].reverse().map(([a,c])=>({name:d(t.spread_row,{hits:I(a)}),value:c,text:Math.abs(a-s.hits)<1e-6?d(t.spread_you,{share:w(c,t)}):w(c,t),quiet:Math.abs(a-s.hits)>=1e-6}));return p`<div class=${n.pending?"tpl-stale":""} aria-busy=${String(!!n.pending)}>
    ${Ye(e,{share:o,first:"",second:"",label:d(t.bar_label,{share:w(o,t)})})}
    <p aria-live="polite">${n.pending?t.robust_waiting:ui(e,r)}</p>
    <p>${r.turn_says}</p>
    <p>${mi(e,r)}</p>
    ${Y(t.spread,Ke(l,i,l.map(({name:a,text:c})=>`${a}: ${c}`).join("; ")),j(e).wide)}
    <p class="tpl-small">${t.share_note}</p>
  </div>`}function gc(e,s){let t=e.config.messages,{alwaysNo:n,bestSingle:r,bestFactors:o,equalWeights:i}=s.baselines,l=o.length?d(t.base_single,{names:E(o,t.and)}):t.base_single_none,a=I(s.of);return N(t.baselines_table,[t.model_head,t.hits_head],[[t.your_model,Fe(`${I(s.hits)} / ${a}`)],[t.base_no,Fe(`${I(n)} / ${a}`)],[l,Fe(`${I(r)} / ${a}`)],[t.base_equal,Fe(`${I(i)} / ${a}`)]])}function fc(e,s){let{config:t,record:n}=e,r=t.messages,{coder:o,outcome:i,once:l,turned:a}=es(e),{coders:c,cases:u}=n.reveal,m=f=>s.set({turned:a.includes(f)?a.filter($=>$!==f):[...a,f]}),g=u.filter(f=>f.borderline);return Y(r.switches,p`<p class="tpl-small">${r.switches_note}</p>
    <div class="tpl-thirds">
    ${S({name:s.id("coder"),legend:r.coder,value:String(o),onpick:f=>s.set({coder:Number(f)}),options:c.map(f=>({id:String(f),text:r[`coder_${f}`]}))})}
    ${S({name:s.id("outcome"),legend:r.outcome,value:i,onpick:f=>s.set({outcome:f}),options:["force","combat"].map(f=>({id:f,text:r[`outcome_${f}`]}))})}
    ${S({name:s.id("once"),legend:r.once,value:l?"yes":"no",onpick:f=>s.set({once:f==="yes"}),options:["no","yes"].map(f=>({id:f,text:r[`once_${f}`]}))})}</div>
    <p class="tpl-small">${r.once_note}${c.length===1?` ${r.one_coder}`:""}</p>
    ${g.length?p`<details class="tpl-details" ?open=${a.length>0}><summary>${r.borderline}</summary><div class="tpl-options">${g.map(f=>p`<label class="tpl-option">
      <input type="checkbox" .checked=${a.includes(f.id)} @change=${()=>m(f.id)} />
      <span>${d(r.borderline_flip,{name:f.name,outcome:f[i]?r.borderline_none:r.borderline_force})}
        <span class="tpl-block tpl-small">${f.borderline}</span></span></label>`)}</div></details>`:h}`,j(e).wide)}function hc(e,s){let{config:t,record:n}=e,r=t.messages,o=ni(s.cases),{coder:i}=es(e),l=n.reveal.cases.map((a,c)=>{let u=oi(a);return[a.name,s.cases.outcomes[c]?r.yes:r.no,s.says[c]?r.says_force:r.says_no,s.says[c]===s.cases.outcomes[c]?Fe(r.right):Fe(r.wrong),s.scores[c].toFixed(2),...o.map(({place:m})=>u[m]?d(r.apart,{value:ae(a.x[i][m])}):ae(a.x[i][m]))]});return p`
    ${N(r.cases_table,[r.crisis,r.outcome_head,r.says_head,r.right_head,r.score_head,...o.map(({place:a})=>t.factors[a].id)],l)}
    ${n.reveal.coders.length>1?p`<p class="tpl-small">${r.apart_note}</p>`:h}
    <details class="tpl-details"><summary>${r.separation_table}</summary>${N(r.separation_table,[r.factor_head,r.separation_head],o.map(({place:a,d:c})=>[t.factors[a].id,c.toFixed(2).replace("-","−")]))}</details>`}function $c(e){let{config:s,record:t}=e,n=s.messages;return t.reveal.coders.length<2?h:N(n.kappas_table,[n.factor_head,n.kappa_head],s.factors.map(({id:r,name:o})=>[`${r} · ${o}`,xe(t.reveal.kappas[r])]))}function _c(e,s){let{config:t,value:n,record:r}=e,o=t.messages,{cases:i,coders:l}=r.reveal,a=i.find(({id:c})=>c===n.case);return p`${D({id:s.id("case"),label:o.case_pick,value:n.case??null,empty:o.choose,options:i.map(({id:c,name:u})=>({id:c,text:u})),onpick:c=>s.set({case:c})})}
  ${a?N(d(o.case_table,{name:a.name}),[o.factor_head,...l.flatMap(c=>[d(o.value_head,{n:c}),d(o.reason_head,{n:c}),o.source_head])],t.factors.map(({id:c},u)=>[c,...l.flatMap(m=>[ae(a.x[m][u]),...a.why[m][u].map(fi)])])):h}`}function $i(e,s){let{config:t,value:n}=e,r=t.messages,{cases:o,relations:i,rows:l}=ri(e),a=pn(o).length>0,c=n.qca??[],u=g=>s.set({qca:t.factors.map(f=>f.id).filter(f=>f===g!==c.includes(f))}),m=({necessity:g,sufficiency:f,without:$})=>[g,f,$].map(b=>w(b,r));return p`<p>${r.sets}</p>
    ${S({name:s.id("half"),legend:a?r.half:r.half_none,inline:!0,value:n.half??null,options:["absent","present"].map(g=>({id:g,text:r[`half_${g}`]})),onpick:g=>s.set({half:g})})}
    ${i===null?p`<p>${r.half_first}</p>`:p`
      ${N(r.relations_table,[r.factor_head,r.necessity_head,r.sufficiency_head,r.without_head],t.factors.map(({id:g,name:f},$)=>[j(e).wide?`${g} · ${f}`:g,...m(i[$])]))}
      ${F(r.qca_pick,p`<div class="tpl-options tpl-short">${t.factors.map(({id:g})=>p`<label class="tpl-option">
        <input type="checkbox" .checked=${c.includes(g)} ?disabled=${!c.includes(g)&&c.length>=4} @change=${()=>u(g)} />
        <span>${g}</span></label>`)}</div>`)}
      ${c.length<2?p`<p class="tpl-small">${r.qca_missing}</p>`:bc(e,o,c,l)}`}`}function bc(e,s,t,n){let r=e.config.messages,{wide:o}=j(e),i=c=>c.cases.map(u=>`${s.names[u]} ${s.outcomes[u]?"+":"−"}`).join("; "),l=c=>c.present.map(Number).join(" · "),a=c=>d(c.contradictory?r.contradictory:c.force?r.row_force:r.row_none,{force:I(c.force),n:I(c.n)});return p`
    <p class="tpl-small">${r.truth_note}</p>
    ${v(d(r.truth_count,{n:n.filter(({contradictory:c})=>c).length,all:n.length}))}
    ${N(d(r.truth_table,{names:E(t,r.and)}),[t.join(" · "),r.force_head,r.consistency_head,r.coverage_head,...o?[r.cases_head]:[]],n.map(c=>[l(c),a(c),w(c.consistency,r),w(c.coverage,r),...o?[fi(i(c))]:[]]))}
    ${o?h:Y(r.which_cases,p`<ul class="tpl-list">${n.map(c=>p`<li><strong>${l(c)}</strong>: ${i(c)}</li>`)}</ul>`)}`}function _i(e,s){let{config:t,value:n,answers:r}=e,o=t.messages,i=he(e),l=r.lawyer,a=n.disliked&&l?.answer&&l.question.account===n.disliked;return p`
    ${S({name:s.id("disliked"),legend:o.lawyer,value:n.disliked??null,onpick:c=>s.set({disliked:c}),options:Object.keys(t.accounts).map(c=>({id:c,text:o[`account_${c.toLowerCase()}`]}))})}
    ${n.disliked?p`<p aria-live="polite">${a&&!l.pending&&i?gi(e,l.answer,i.of):o.waiting}</p>`:h}
    ${a&&l.answer.weights&&i?p`
      ${N(o.lawyer_table,[o.factor_head,o.mine_head,o.lawyer_head],t.factors.map(({id:c},u)=>[c,Math.round(i.weights[u]*100),Math.round(l.answer.weights[c]*100)]))}
      <p class="tpl-small">${o.lawyer_best}</p>`:h}
    <p class="tpl-small">${o.lawyer_note}</p>`}function bi(e,s){let{config:t,record:n}=e,r=t.messages,o=he(e),i=n.stages.register,l=li(e),[a,c]=o?.chances??[];return p`<p>${r.register}</p>
    ${o?p`<p>${d(r.register_chances,{yes:w(a,r),none:w(c,r)})}</p>`:h}
    ${k(e,s,{stage:"register",label:r.register_button,value:l,missing:mn(e)?l.half?"":r.register_half:r.register_keep_first,unchanged:!!i&&xc(e,i.last,l),first:i&&d(r.first_registered,{hits:I(i.first.hits),of:I(i.first.of),rule:r[`rule_short_${i.first.rule}`]})})}
    ${i?vc(e,i.last):h}`}function xc(e,s,t){let{swings:n,rule:r}=e.value;return Object.keys(t).every(o=>s[o]===t[o])&&s.rule===r&&e.config.factors.every(({id:o})=>s.swings[o]===n[o])}function vc(e,s){let t=e.config.messages;return p`${v(p`<strong>${d(t.registered,{hits:I(s.hits),of:I(s.of),share:w(Ce(s.share),t),error:gn(s.error),turn:s.flip_says})}</strong>`)}
    <p>${d(t.registered_forecasts,{forecasts:E(Object.values(s.forecasts).map(n=>w(n,t)),t.and)})}</p>`}var wc=[[0,"code_0"],[.5,"code_half"],[1,"code_1"]];function yc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=un(e),l=c=>u=>{let m=n.read??[];u.target.open&&(m.includes(c)||s.set({read:[...m,c]}),Ft(u))},a=p`<p>${o.codebook}</p>
    ${t.factors.map(c=>p`<details class="tpl-details tpl-factor" name=${s.id("codebook")} @toggle=${l(c.id)}>
      <summary><strong>${c.id}</strong> · ${c.name}</summary>
      ${xi(o,c)}
    </details>`)}
    ${v(i.length?d(o.codebook_left,{names:E(i,o.and)}):o.codebook_done)}`;return Y(o.codebook_fold,a,!r.stages.cards)}var hn=e=>e.target.open||Ft(e),xi=(e,s)=>p`<p>${s.question}</p>
  <ul class="tpl-list">${[["0","0"],["½","half"],["1","1"]].map(([t,n])=>p`<li>
    ${d(e.anchor,{value:t,anchor:s[`anchor_${n}`]})}
    <span class="tpl-block tpl-small">${d(e.example,{example:s[`example_${n}`]})}</span></li>`)}</ul>`;function kc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=n.codes??{},l=(f,$,b)=>s.set({codes:{...i,[f]:{...i[f],[$]:b}}}),a=si(e),c=r.reveal?.cards,u=f=>t.factors.find($=>$.id===f),m=e.local.card??t.cards[0].id,g=p`<p>${o.cards}</p>
    ${t.blind.map(f=>Y(d(o.definition_again,u(f)),xi(o,u(f))))}
    ${t.cards.map(({id:f,text:$},b)=>p`<details class="tpl-details tpl-factor" ?open=${f===m}
      @toggle=${_=>_.target.open&&f!==m&&s.local({card:f})}>
      <summary>${vi(e,f)}</summary>
      ${F(d(o.card,{n:f,all:t.cards.length}),p`
        <p class="tpl-claim">${$}</p>
        ${t.blind.map(_=>S({name:s.id(`card-${f}-${_}`),inline:!0,legend:`${_} · ${u(_).name}`,value:i[f]?.[_]===void 0?null:String(i[f][_]),options:wc.map(([M,A])=>({id:String(M),text:o[A]})),onpick:M=>l(f,_,Number(M))}))}
        ${b+1<t.cards.length?B(o.next_card,_=>{s.local({card:t.cards[b+1].id}),_.target.closest("details").nextElementSibling.querySelector("summary").focus()},{plain:!0}):h}`,"tpl-card")}
    </details>`)}`;return p`${Y(o.cards_fold,g,!c,hn)}
    ${c?p`<p class="tpl-small">${Ge(e,"cards")}</p>`:k(e,s,{stage:"cards",label:o.keep_cards,value:{read:n.read??[],codes:i},missing:a.length?d(o.cards_missing,{names:E(a,o.and)}):""})}
    ${c?Sc(e,c):h}`}function vi({config:e,value:s},t){let n=e.messages,r=e.blind.map(o=>{let i=s.codes?.[t]?.[o]??null;return`${o} ${i===null?n.not_coded:ae(i)}`});return`${d(n.card,{n:t,all:e.cards.length})} · ${r.join(", ")}`}function Sc(e,s){let{config:t,record:n}=e,r=t.messages,o=n.stages.cards.last.codes,i=Object.keys(s.codes);return p`${i.map(l=>v(d(r.cards_agree,{n:l,same:s.agreed[l].same,of:s.agreed[l].of,kappa:xe(s.agreed[l].kappa)})))}
    ${N(r.cards_table,[r.card_head,r.crisis,...t.blind.flatMap(l=>[d(r.you_head,{factor:l}),...i.map(a=>d(r.coder_head,{n:a,factor:l}))])],t.cards.map(({id:l})=>[l,s.names[l],...t.blind.flatMap(a=>[ae(o[l][a]),...i.map(c=>ae(s.codes[c][l][a]))])]))}
    <p class="tpl-small">${r.kappa_note} ${i.length===1?r.one_coder:r.coders_note}</p>`}function Ac(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.reveal.positives,l=t.present,a=t.factors.findIndex(({id:g})=>g===l),c=n.chance??null,u=ks(e).weights,m=p`<p>${d(o.positives,{n:i.length})}</p>
    ${N(o.positives_table,[o.crisis,...t.factors.map(({id:g})=>g)],i.map(({name:g,x:f})=>[g,...f.map(ae)]))}
    ${G({id:s.id("chance"),min:0,max:100,unit:"%",value:c,onset:g=>s.set({chance:g}),label:d(o.predict,{factor:l,n:i.length,k:i.filter(({x:g})=>g[a]===1).length})})}`;return p`${Y(o.positives_fold,m,!u,hn)}
    ${u?p`<p class="tpl-small">${Ge(e,"positives")}</p>`:k(e,s,{stage:"positives",label:o.keep_prediction,value:{chance:c},missing:c===null?o.predict_missing:""})}`}var Mc=e=>`swing_${String(e).replace(".","_")}`;function wi(e){let{config:s,value:t}=e,n=s.messages,r=s.factors.map(({id:o})=>o).filter(o=>(t.swings?.[o]??null)===null);return r.length?d(n.weights_missing,{names:E(r,n.and)}):t.rule?Ss(e)?"":n.all_ones:n.rule_missing}function Oc(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=n.swings??{},l=r.stages.weights?.first,[a,c,u]=ci(e),m=Ss(e);return p`
    ${v(p`<strong>${a}</strong> ${c}`)}<p>${u}</p>
    ${W(e,d(o.present_table,{all:r.reveal.present.length,factor:t.present}),[o.crisis,t.present,o.outcome_head],r.reveal.present.map(({name:g,x:f,force:$})=>[g,ae(f),$?o.yes:o.no]))}
    ${Y(o.weights_fold,p`<p>${o.swing}</p><p>${o.odds}</p>
    <div class="tpl-swings">${t.factors.map(({id:g,name:f})=>S({name:s.id(`swing-${g}`),legend:d(o.swing_legend,{id:g,name:f}),inline:!0,value:i[g]===void 0||i[g]===null?null:String(i[g]),options:t.swings.map($=>({id:String($),text:o[Mc($)]})),onpick:$=>s.set({swings:{...i,[g]:Number($)}})}))}</div>
    ${S({name:s.id("rule"),legend:o.rule_legend,value:n.rule??null,onpick:g=>s.set({rule:g}),options:t.rules.map(g=>({id:g,text:o[`rule_${g}`]}))})}
    <p class="tpl-small">${o.rule_note}</p>`,!r.stages.weights,hn)}
    ${m?p`<p class="tpl-small">${d(o.your_points,{weights:ai(e,m)})}</p>`:h}
    ${k(e,s,{stage:"weights",label:o.keep_weights,missing:wi(e),value:{swings:Object.fromEntries(t.factors.map(({id:g})=>[g,i[g]??null])),rule:n.rule??null},first:l&&d(o.first_weights,{weights:E(Object.entries(l.swings).map(([g,f])=>`${g} ×${f}`),o.and),rule:o[`rule_short_${l.rule}`]})})}`}function Tc(e,s){let t=e.config.messages,n=ks(e),r=n.cards?n.positives?n.weights?n.result?"":"weights":"positives":"cards":"codebook";return p`
    ${O(t.step_codebook,yc(e,s))}
    ${T(e)}
    ${n.cards?O(t.step_cards,kc(e,s)):h}
    ${n.positives?O(t.step_positives,Ac(e,s)):h}
    ${n.weights?O(t.step_weights,Oc(e,s)):h}
    ${n.result?p`
      ${O(t.step_result,hi(e,s))}
      ${O(t.step_sets,$i(e,s))}
      ${O(t.step_lawyer,_i(e,s))}
      ${O(t.step_register,bi(e,s))}`:h}
    ${r?p`<p class="tpl-small">${t[`closed_${r}`]}</p>`:h}
    <p class="tpl-small">${t.caveats}</p>`}var xn={};P(xn,{cardsNow:()=>Se,draft:()=>Li,flipSentence:()=>Ri,openCards:()=>bn,ratedOf:()=>ss,ratingsNow:()=>mt,result:()=>Ns,verdict:()=>Fi,view:()=>Pc,widest:()=>Pi});var Re=[1,2,3,4,5],As=5,pt=1e-9,ce=e=>10*Math.log10(e),dt=(e,s)=>ce(e/s);function Ms(e){let s=Re.map(t=>e[t]);return s.every(t=>Number.isFinite(t)&&t>0&&t<1)?s.every((t,n)=>n===0||t>s[n-1])?"":"order":"edge"}function ki(e,s){let t={};for(let{cluster:n}of e)n&&(t[n]=(t[n]??0)+1);return Object.fromEntries(e.map(({id:n,cluster:r})=>[n,s&&r?1/t[r]:1]))}function Si(e,s,t,n){return Object.fromEntries(n.map(r=>[r,Object.entries(e).reduce((o,[i,l])=>o+(t[i]??1)*Math.log(s[l[r]]),0)]))}function yi(e){let s=Math.max(...Object.values(e));return Object.keys(e).filter(t=>s-e[t]<pt)}function Ai(e,s,t,n){let r=Si(e,s,t,n),o=Math.max(...Object.values(r)),i=n.map(a=>Math.exp(r[a]-o)),l=i.reduce((a,c)=>a+c,0);return Object.fromEntries(n.map((a,c)=>[a,i[c]/l]))}function Mi(e){let s=Math.max(...Object.values(e));return Object.keys(e).filter(t=>Math.log(s/e[t])<pt)}var Oi=e=>dt(Math.max(...e),Math.min(...e));function Ti(e,s,t,n){let r=Si(e,s,t,n),o=yi(r);if(o.length!==1)return[];let i=[];for(let[a,c]of Object.entries(e))for(let u of n)for(let m of Re){let g=c[u],f=(t[a]??1)*Math.log(s[m]/s[g]),$=yi({...r,[u]:r[u]+f});$.length===1&&$[0]!==o[0]&&i.push({order:[Math.abs(m-g),Math.round(Math.abs(f)*1e9),i.length],flip:{card:a,hypothesis:u,before:g,after:m,leader:$[0]}})}let l=(a,c,u=0)=>a[u]-c[u]||(u<2?l(a,c,u+1):0);return i.sort((a,c)=>l(a.order,c.order)).map(({flip:a})=>a)}var Ni=(e,s)=>e/s,Ei=e=>Object.values(e).every(s=>new Set(Object.values(s)).size<2),Os=(e,s)=>({passed:e/s,failed:(1-e)/(1-s)});function _n(e,s){let{passed:t,failed:n}=Os(Math.max(e,s),Math.min(e,s)),r=t>=As-pt,o=n<=1/As+pt;return r&&o?"doubly":r?"smoking_gun":o?"hoop":"straw"}var Nc=620,ut=({config:e})=>e.accounts.map(({letter:s})=>s),Q=({config:e},s)=>e.accounts.find(t=>t.letter===s),oe=(e,s)=>e.record.stages[s]?.last,ke=e=>e.join(", ");function Se(e){let s=oe(e,"cards")?.cards??[];return e.config.cards.filter(({id:t})=>s.includes(t))}var ss=(e,s)=>ut(e).filter(t=>Re.includes(e.value.ratings?.[s]?.[t])).length,bn=e=>Se(e).filter(({id:s})=>ss(e,s)<ut(e).length).map(({id:s})=>s);function mt(e){return Object.fromEntries(Se(e).map(({id:s})=>[s,Object.fromEntries(ut(e).filter(t=>Re.includes(e.value.ratings?.[s]?.[t])).map(t=>[t,e.value.ratings[s][t]]))]))}var Es=({config:e,value:s})=>s.scale??e.scale,Ec=e=>({cards:Se(e).map(({id:s})=>s),ratings:mt(e),once:e.value.once===!0,scale:Es(e)});function Ns(e,s={}){let t=Se(e),n=s.scale??Es(e),r=s.ratings??mt(e);if(!t.length||bn(e).length||Ms(n))return null;let o=ut(e),i=ki(t,s.once??e.value.once===!0),l=Ai(r,n,i,o),a=[...o].sort((c,u)=>l[u]-l[c]);return{letters:o,cards:t,scale:n,ratings:r,counted:i,shares:l,order:a,ahead:Mi(l),lead:ce(l[a[0]]/l[a[1]]),number:Object.values(i).reduce((c,u)=>c+u,0),spread:t.map(({id:c})=>({id:c,db:Oi(o.map(u=>n[r[c][u]]))}))}}var ji=(e,s="")=>{let{chosen:t=[],guess:n=null,ratings:r={}}=e,o=Object.keys(r).sort().map(l=>[l,Object.fromEntries(Object.entries(r[l]).sort())]);return t.length||n||o.some(([,l])=>Object.keys(l).length)?JSON.stringify({chosen:[...t].sort(),guess:n,ratings:Object.fromEntries(o)}):s},Li={saved:e=>["cards","predict","ratings"].reduce((s,t)=>s+(e.record.stages[t]?.revision??0),0),kept:e=>ji({chosen:oe(e,"cards")?.cards,guess:oe(e,"predict")?.leader??null,ratings:oe(e,"ratings")?.ratings}),now:e=>ji(e.value),patch:(e,s)=>{let{chosen:t,guess:n,ratings:r}=JSON.parse(e),o=new Set(s.config.cards.map(({id:i})=>i));return{chosen:t.filter(i=>o.has(i)),guess:n,ratings:Object.fromEntries(Object.entries(r).filter(([i])=>o.has(i)))}}};function jc(e,s){let{config:t,value:n,local:r}=e,o=t.messages,i=n.chosen??[],l=!!oe(e,"cards");if(l&&!r.choosing)return p`<p>${d(o.kept_cards,{ids:ke(Se(e).map(({id:g})=>g))})}
      ${B(o.change_cards,()=>s.local({choosing:!0}),{plain:!0})}</p>
      ${e.record.reveal?.one_sided?p`<p class="tpl-alert" role="status">${o.one_sided}</p>`:h}`;let a=t.periods.find(({id:g})=>g===r.period),c=t.cards.filter(({date:g})=>!a||Number(g.slice(0,4))>=a.from&&Number(g.slice(0,4))<=a.to),u=g=>s.set({chosen:i.includes(g)?i.filter(f=>f!==g):[...i,g]}),m=t.cards.filter(({id:g})=>i.includes(g)).map(({id:g})=>g);return p`
    <p>${d(o.intro,{n:t.size,all:t.cards.length})}</p>
    ${D({id:s.id("period"),label:o.period,value:r.period??"all",options:[{id:"all",text:o.all_years},...t.periods.map(g=>({id:g.id,text:d(o.years,g)}))],onpick:g=>s.local({period:g})})}
    <div class="tpl-pick" role="group" aria-label=${o.cards_legend}>
      ${c.map(g=>p`<label class="tpl-option">
        <input type="checkbox" .checked=${de(i.includes(g.id))} @change=${()=>u(g.id)} />
        <span><strong>${g.id}</strong> · ${g.date} · ${g.text}
          <span class="tpl-small tpl-block">${d(o.card_source,g)}${g.confirmed?"":` ${o.unconfirmed}`}</span></span></label>`)}
    </div>
    ${v(m.length?d(o.chosen_count,{k:m.length,n:t.size,ids:ke(m)}):d(o.chosen_none,{n:t.size}))}
    ${k(e,s,{stage:"cards",label:o.keep_cards,value:{cards:m},missing:m.length?m.length!==t.size?d(o.how_many,{n:t.size,k:m.length}):"":o.no_cards,first:d(o.first_cards,{ids:ke(e.record.stages.cards?.first?.cards??[])})})}
    ${l&&e.record.reveal?.one_sided?p`<p class="tpl-alert">${o.one_sided}</p>`:h}`}function Bc(e,s){let{config:t,value:n}=e,r=t.messages;return p`
    ${S({name:s.id("guess"),legend:r.predict,value:n.guess??null,onpick:o=>s.set({guess:o}),options:t.accounts.map(o=>({id:o.letter,text:p`<strong>${o.name}</strong><span class="tpl-small tpl-block">${o.claim}</span>`}))})}
    ${k(e,s,{stage:"predict",label:r.keep_prediction,value:{leader:n.guess??null},missing:n.guess?"":r.predict_missing,first:Q(e,e.record.stages.predict?.first?.leader)?.name})}`}function Lc(e,s,t,n,r){let o=e.config.messages,{ratings:i={}}=e.value,l=i[t.id]?.[n.letter],a=c=>s.set({ratings:{...i,[t.id]:{...i[t.id],[n.letter]:c}}});return p`<fieldset class="tpl-rate"><legend>${n.name}</legend>
    <div class="tpl-five">${Re.map(c=>p`<label>
      <input type="radio" name=${s.id(`${t.id}-${n.letter}`)} value=${c} .checked=${de(l===c)} @change=${()=>a(c)} />
      <span>${c}<span class=${r?"tpl-out":""}> ${o[`step_${c}`]}</span></span></label>`)}</div>
  </fieldset>`}function Cc(e,s){let{config:t,local:n}=e,r=t.messages,o=Se(e),i=t.accounts.length,l=Math.max(0,o.findIndex(({id:b})=>b===n.card)),a=o[l],c=e.width<Nc,u=b=>_=>{let M=_.currentTarget.closest(".tpl");s.local({card:o[b].id}),M.querySelector(".tpl-card-title")?.focus()},m=bn(e),g=o.reduce((b,{id:_})=>b+ss(e,_),0),f=Ms(Es(e)),$=m.length?d(r.ratings_missing,{ids:ke(m)}):f?r[`scale_${f}`]:Ei(mt(e))?r.nothing_told:"";return p`
    <p>${r.rate_intro}</p>
    <div class="tpl-buttons tpl-nav" role="group" aria-label=${r.cards_nav}>${o.map(({id:b},_)=>p`<button
      type="button" class="tpl-button" aria-pressed=${String(_===l)} @click=${u(_)}
      aria-label=${ss(e,b)===i?d(r.card_done,{id:b}):d(r.card_part,{id:b,k:ss(e,b),n:i})}
    >${b}${ss(e,b)===i?" ✓":""}</button>`)}</div>
    <div class="tpl-card ${c?"tpl-narrow":""}">
      <p class="tpl-head tpl-card-title" tabindex="-1">${d(r.card_title,{id:a.id,n:l+1,all:o.length,date:a.date})}</p>
      <p class="tpl-claim">${a.text}</p>
      <p class="tpl-small">${d(r.card_source,a)}${a.confirmed?"":` ${r.unconfirmed}`}</p>
      ${c?p`<p class="tpl-small">${r.rate_words}</p>`:h}
      <div role="group" aria-label=${r.rows_legend}><p class="tpl-small">${r.rows_legend}</p>
        ${t.accounts.map(b=>Lc(e,s,a,b,c))}</div>
    </div>
    <div class="tpl-buttons">
      ${l>0?B(r.previous,u(l-1),{plain:!0}):h}
      ${l<o.length-1?B(r.next,u(l+1),{plain:!0}):h}
    </div>
    ${oe(e,"ratings")?h:Ci(e,o)}
    <p class="tpl-small" aria-live="polite">${d(r.rated_count,{k:g,n:o.length*i})} ${r.draft_kept}
      ${n.restored!==void 0&&n.restored===Li.now(e)?r.restored:""}</p>
    ${k(e,s,{stage:"ratings",label:r.update,value:Ec(e),missing:$})}
    ${oe(e,"ratings")?h:p`<p class="tpl-small">${r.closed}</p>`}`}function Ci(e,s,t){let n=e.config.messages,r=(o,i)=>{let l=e.value.ratings?.[o]?.[i]??"–",a=t?.[o]?.[i];return a?p`<strong>${l}</strong><span class="tpl-small tpl-block">${d(n.matrix_cell,{r:a.R,c:a.C})}</span>`:l};return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${n.matrix}><table class="tpl-table tpl-matrix">
    <caption>${n.matrix}</caption>
    <thead><tr><th scope="col">${n.matrix_head}</th>${s.map(({id:o})=>p`<th scope="col">${o}</th>`)}</tr></thead>
    <tbody>${e.config.accounts.map(({letter:o,short:i})=>p`<tr><th scope="row">${i}</th>
      ${s.map(({id:l})=>p`<td>${r(l,o)}</td>`)}</tr>`)}</tbody></table></div>
    <p class="tpl-small">${n.matrix_key}</p>`}var Ts=(e,s)=>E(s.map(t=>`"${Q(e,t).short}"`),e.config.messages.and);function Fi(e,s){let t=e.config.messages,[n,r]=s.order,o=oe(e,"predict").leader,i=s.ahead.includes(o)?t.predicted_right:d(t.predicted_wrong,{name:Q(e,o).short});return{main:s.ahead.length>1?d(t.tie,{names:Ts(e,s.ahead),share:w(s.shares[n],t)}):d(t.leads,{leader:Q(e,n).short,share:w(s.shares[n],t),second:Q(e,r).short,db:s.lead.toFixed(1)}),said:i}}function Ri(e,s){let t=e.config.messages;if(s.ahead.length>1)return t.flip_tie;let n=Ti(s.ratings,s.scale,s.counted,s.letters);if(!n.length)return t.flip_none;let[{card:r,hypothesis:o,before:i,after:l,leader:a}]=n;return d(n.length>1?t.flip_says:t.flip_one,{card:r,hypothesis:Q(e,o).short,from:i,to:l,leader:Q(e,a).short,n:n.length})}var Bi=e=>p`<div class="tpl-bars">${e.map(s=>p`<div class="tpl-voice">
  <span class="tpl-voice-name">${s.name}</span>${je(s)}</div>`)}</div>`;function Fc(e,s){let{config:t,value:n}=e,r=t.messages,o=Ns(e);if(!o)return p`<p>${Ms(Es(e))?r.scale_fault:r.closed}</p>`;let{main:i,said:l}=Fi(e,o),a=_=>ce(o.shares[o.order[0]]/o.shares[_]),c=o.order.map(_=>({name:Q(e,_).short,share:o.shares[_],text:d(o.ahead.includes(_)?r.bar_leader:r.bar_text,{share:w(o.shares[_],r),db:a(_).toFixed(1)}),className:o.ahead.includes(_)?"tpl-first":"tpl-quiet"})),u=Math.max(...o.spread.map(({db:_})=>_))||1,m=n.sort==="spread",g=m?[...o.spread].sort((_,M)=>M.db-_.db):o.spread,f=g.map(({id:_})=>o.cards.find(M=>M.id===_)),$=o.spread.filter(({db:_})=>_===0).map(({id:_})=>_),b=n.experts?e.record.reveal?.raters:null;return p`
    ${v(p`<strong>${i}</strong> ${l}`)}
    <p class="tpl-head">${r.bars_title}</p>
    ${Bi(c)}
    ${W(e,r.bars_title,[r.matrix_head,r.head_share,r.head_behind],o.order.map(_=>[Q(e,_).name,w(o.shares[_],r),d(r.spread_text,{db:a(_).toFixed(1)})]))}
    <p>${d(r.honest,{n:o.cards.length})}</p>
    <p class="tpl-head">${r.spread_title}</p>
    ${D({id:s.id("sort"),label:r.sort_label,value:m?"spread":"date",onpick:_=>s.set({sort:_}),options:["date","spread"].map(_=>({id:_,text:r[`sort_${_}`]}))})}
    ${Bi(g.map(({id:_,db:M})=>({name:_,share:M/u,text:d(r.spread_text,{db:M.toFixed(1)})})))}
    ${$.length?p`<p class="tpl-small">${d(r.spread_zero,{ids:ke($)})}</p>`:h}
    ${Ci(e,f,b)}
    ${Rc(e,s,o)}`}var Ii=(e,s,t)=>p`<label class="tpl-check">
  <input type="checkbox" .checked=${de(s)} @change=${n=>t(n.target.checked)} /><span>${e}</span></label>`;function Pi(e,s,t){let n=null;for(let{id:r}of s.cards)for(let o of s.letters)for(let i of["R","C"]){let l=t[r]?.[o]?.[i],a=l?Math.abs(dt(s.scale[s.ratings[r][o]],s.scale[l])):0;a>(n?.db??0)&&(n={db:a,card:r,h:o,rater:i,mine:s.ratings[r][o],theirs:l})}return n}function Rc(e,s,t){let n=e.config.messages,r=e.record.reveal?.raters??{},o=t.cards.every(({id:u})=>r[u]),i=Ii(n.experts_label,!!e.value.experts,u=>s.set({experts:u}));if(!e.value.experts)return i;if(!o)return p`${i}<p class="tpl-small">${n.experts_wait}</p>`;let l=u=>Ns(e,{ratings:Object.fromEntries(t.cards.map(({id:m})=>[m,Object.fromEntries(t.letters.map(g=>[g,r[m][g][u]]))]))}).ahead,a=Pi(e,t,r),c=u=>Ts(e,u).replace(/^"|"$/g,"");return p`${i}<p class="tpl-small">${n.experts_note}</p>
    <p>${d(n.experts_result,{r:c(l("R")),c:c(l("C"))})}
      ${a?d(n.experts_widest,{...a,name:Q(e,a.h).short}):h}</p>`}function Ic(e,s){let{config:t,value:n,local:r}=e,o=t.messages,i=Ns(e),l=Es(e),a=Ms(l),c={};for(let{id:_,cluster:M}of Se(e))M&&(c[M]??=[]).push(_);let u=Object.entries(c).filter(([,_])=>_.length>1),m=_=>Ns(e,_)?.ahead??[],[g,f]=[m({once:!1}),m({once:!0})],$=m({scale:t.scale}),b=(_,M)=>ke(_)===ke(M);return p`
    ${u.length?p`${Ii(o.once_label,n.once===!0,_=>s.set({once:_}))}
        <p class="tpl-small">${d(o.once_note,{clusters:u.map(([_,M])=>d(o.cluster,{name:_,ids:ke(M)})).join("; ")})}</p>
        ${i?p`<p>${b(g,f)?o.once_same:d(o.once_other,{without:Ts(e,g),with:Ts(e,f)})}</p>`:h}`:p`<p class="tpl-small">${o.once_none}</p>`}
    ${B(o.flip_button,()=>s.local({flip:!0}),{plain:!0})}
    ${v(r.flip&&i?Ri(e,i):"")}
    ${i?p`<p>${i.ahead.length>1?o.bias_tie:d(o.bias,{leader:Q(e,i.order[0]).short,second:Q(e,i.order[1]).short,db:Ni(i.lead,i.number).toFixed(1),step:dt(l[4],l[3]).toFixed(1)})}</p>`:h}
    <details class="tpl-details" ?open=${!!a}><summary>${o.scale_title}</summary>
      <p class="tpl-small">${o.scale_note}</p>
      <div class="tpl-scale">${Re.map(_=>G({id:s.id(`scale-${_}`),label:d(o.scale_label,{n:_,word:o[`step_${_}`]}),min:0,max:1,step:.01,value:l[_],onset:M=>s.set({scale:{...l,[_]:M}})}))}</div>
      ${B(o.scale_reset,()=>s.set({scale:{...t.scale}}),{plain:!0})}
      ${v(a?p`<span class="tpl-alert tpl-block">${o[`scale_${a}`]}</span>`:i?b($,i.ahead)?o.scale_same:d(o.scale_other,{names:Ts(e,$)}):"")}
    </details>
    <p class="tpl-small">${o.caution}</p>
    <p class="tpl-small">${o.sources}</p>`}function Pc(e,s){let{config:t}=e,n=t.messages,r=!!oe(e,"cards"),o=r&&!!oe(e,"predict"),i=o&&!!oe(e,"ratings");return p`
    ${O(d(n.step_choose,{n:t.size}),jc(e,s))}
    ${r?O(n.step_predict,Bc(e,s)):h}
    ${o?O(n.step_rate,Cc(e,s)):h}
    ${T(e)}
    ${i?p`${O(n.step_see,Fc(e,s))}${O(n.step_change,Ic(e,s))}`:h}`}var kn={};P(kn,{HANDLES:()=>ns,OPTIONS:()=>vn,ROUNDS:()=>Ie,STAGE:()=>js,chances:()=>qi,compared:()=>Gi,fraction:()=>os,handles:()=>wn,inHand:()=>Di,model:()=>yn,options:()=>Wi,presetOf:()=>Ui,sentences:()=>Pe,view:()=>Wc,worldAt:()=>zi});var js="predict",ns=["offence","distinguishability","trust"],vn=["hold","arm","stronger"],Ie=10,Hc=[0,5,10],ts=10,os=e=>e.toFixed(2).replace(/^0\./,".");function qi(...e){let s=e.map(n=>n!==null&&(n<1&&n>=.995||n>0&&n<.005)),t=e.some((n,r)=>e.some((o,i)=>i>r&&n!==null&&o!==null&&Math.abs(n-o)>1e-9&&Math.round(n*100)===Math.round(o*100)));return e.map((n,r)=>n===null?"":String(Number((n*100).toFixed(s[r]||t?1:0))))}function wn({config:e,value:s}){return Object.fromEntries(ns.map(t=>[t,s[t]??e.start[t]]))}function Di({value:e}){let s=ns.findLastIndex(t=>(e[t]??null)!==null);return Math.min(s+2,ns.length)}var zi=({worlds:e},{offence:s,distinguishability:t})=>e.find(n=>n.offence===s&&n.distinguishability===t),Ui=({config:e},{offence:s,distinguishability:t})=>({offence:s,distinguishability:t,trust:e.start.trust});function yn(e){let s=wn(e),t=Pr(s.offence),n=an(s.trust,s.distinguishability),r=Ur(s.offence,s.distinguishability,Ie);return{...s,game:t,kind:qr(t),belief:n,needed:Hr(t),choice:Dr(t,n),world:zi(e.config,s),levels:r,rests:Wr(s.offence,s.distinguishability),leaves:r.findIndex(o=>o>ts)}}function Pe(e){let s=e.config.messages,t=yn(e),n=t.world?d(s.at_world,{n:t.world.number,name:t.world.name}):t.offence>.5?s.beyond_worlds:s.between_worlds,[r,o,i]=qi(t.belief,t.needed,t.trust),l={belief:r,needed:o,prior:i},a=d(t.distinguishability===0?s.seen_nothing:s.seen,l),c=t.needed===null?s.no_belief_suffices:t.needed===0?s.any_belief_suffices:d(s.takes,l),u=t.choice==="cooperate"?s.both_hold:s.both_arm,m=t.levels.at(-1),g=t.leaves>=0?d(s.race_leaves,{n:t.leaves,top:ts}):d(t.rests?m>1?s.race_slows:s.race_rests:s.race_grows,{end:m.toFixed(1),rounds:Ie});return{where:n,seen:a,takes:c,so:u,race:g,all:[n,a,c,u].join(" ")}}var Wi=({config:e})=>vn.map(s=>({id:s,text:e.messages[`option_${s}`]}));function Gi({config:e,record:s}){let t=s.stages[js]?.last?.choice;if(!vn.includes(t))return null;let n=e.messages;return{said:n[`option_${t}`],answer:n[`answer_${t}`]}}function qc(e,s){let t=e.config.messages,{width:n}=j(e),r=C([0,1],[14,n-14]),o=a=>a<.2?"start":a>.8?"end":"middle",i=s.needed===null?r(1):r(s.needed),l=s.needed===null?t.needed_none:d(t.needed_mark,{q:os(s.needed)});return R({width:n,height:122,label:Pe(e).all},y`
    <rect class="tpl-band" x=${r(0)} y="40" width=${i-r(0)} height="18"></rect>
    <rect class="tpl-region" x=${i} y="40" width=${Math.max(0,r(1)-i)} height="18"></rect>
    ${s.needed===null?h:y`<line class="tpl-needle" x1=${i} x2=${i} y1="34" y2="64"></line>`}
    ${V(r(s.belief),49,"tpl-here","circle",8)}
    ${x(r(s.belief),26,d(t.belief_mark,{q:os(s.belief)}),o(s.belief),"tpl-strong")}
    ${s.needed===null?x(r(.5),95,l,"middle"):x(i,95,l,o(s.needed))}
    ${x(r(0),77,"0")}${x(r(1),77,"1","end")}
    ${i-r(0)>60?x(r(0),115,t.scale_arm):h}
    ${r(1)-i>60?x(r(1),115,t.scale_hold,"end"):h}`)}function Hi(e,s){let t=e.config.messages,n=(a,c)=>d(t.cell,{mine:a.toFixed(1),theirs:c.toFixed(1)}),{reward:r,sucker:o,temptation:i,punishment:l}=s.game;return p`<table class="tpl-table">
    <caption>${d(t.payoffs,{kind:t[`kind_${s.kind.toLowerCase().replace(/[^a-z]+/g,"_")}`]??s.kind})}</caption>
    <thead><tr><td></td><th scope="col">${t.they_hold}</th><th scope="col">${t.they_arm}</th></tr></thead>
    <tbody>
      <tr><th scope="row">${t.you_hold}</th><td>${n(r,r)}</td><td>${n(o,i)}</td></tr>
      <tr><th scope="row">${t.you_arm}</th><td>${n(i,o)}</td><td>${n(l,l)}</td></tr>
    </tbody></table>`}function Dc(e,s){let t=e.config.messages,{width:n}=j(e),r=210,o=C([0,Ie],[30,n-16]),i=C([0,ts],[r-34,14]),l=s.leaves<0?s.levels:s.levels.slice(0,s.leaves+1),a=l.map((g,f)=>{if(g<=ts)return[f,g];let $=l[f-1];return[f-1+(ts-$)/(g-$),ts]}),[c,u]=a.at(-1),m=u>1;return p`
    <p class="tpl-small">${t.race_separate}</p>
    <p class="tpl-head">${t.race_title}</p>
    ${R({width:n,height:r,label:Pe(e).race},y`
      ${Hc.map(g=>y`<line class="tpl-grid" x1=${o(0)} x2=${o(Ie)} y1=${i(g)} y2=${i(g)}></line>
        ${x(o(0)-6,i(g)+4,g,"end")}`)}
      ${[0,5,10].map(g=>x(o(g),r-16,g,"middle"))}
      ${x(o(Ie),r-1,t.rounds,"end")}
      ${me(a.map(([g,f])=>[o(g),i(f)]),m?"tpl-second":"tpl-first")}
      ${V(o(c),i(u),m?"tpl-second":"tpl-first","circle",5)}
      ${c>.55*Ie?x(o(c)-8,i(u)+(m?18:-10),t.each_state,"end"):x(o(c)+10,i(u)+14,t.each_state)}`)}
    <p>${Pe(e).race}</p>
    ${W(e,t.race_title,[t.round,t.each_state],s.levels.map((g,f)=>[f,g.toFixed(2)]))}`}function zc(e,s){let t=e.config.messages,{width:n}=j(e),r=Math.min(n,340),o=C([0,1],[34,n-12]),i=C([0,1],[r-46,12]),l=Array.from({length:41},(u,m)=>m/40).map(u=>[Math.min(.5,an(s.trust,u)/2),u]),c=[[0,0],...l,[0,1]].map(([u,m])=>`${o(u)},${i(m)}`).join(" ");return p`
    <p class="tpl-head">${d(t.map_title,{prior:os(s.trust)})}</p>
    ${R({width:n,height:r,label:d(t.map_says,{where:Pe(e).where,so:Pe(e).so})},y`
      <rect class="tpl-band" x=${o(0)} y=${i(1)} width=${o(1)-o(0)} height=${i(0)-i(1)}></rect>
      <polygon class="tpl-region" points=${c}></polygon>
      <line class="tpl-grid" x1=${o(.5)} x2=${o(.5)} y1=${i(0)} y2=${i(1)}></line>
      ${x(o(.02),i(.4),t.map_hold)}
      ${x(o(.98),i(.4),t.map_arm,"end")}
      ${x(o(.985),i(1)+18,t.map_pd,"end")}
      ${e.config.worlds.map(u=>y`${V(o(u.offence),i(u.distinguishability),"tpl-world","circle",11)}
        ${x(o(u.offence),i(u.distinguishability)+4.5,u.number,"middle","tpl-strong")}`)}
      ${y`<path class="tpl-crosshair" d="M${o(s.offence)},${i(s.distinguishability)-17}v34 M${o(s.offence)-17},${i(s.distinguishability)}h34"></path>
        <circle class="tpl-ring" cx=${o(s.offence)} cy=${i(s.distinguishability)} r="15"></circle>`}
      ${x(o(0),r-22,t.axis_defence)}${x(o(1),r-(n<340?6:22),t.axis_offence,"end")}
      ${x(-i(.5),16,t.axis_distinguish,"middle","tpl-upright")}`)}
    <p class="tpl-small">${t.map_key}</p>`}function Uc(e,s,t){let n=e.config.messages,r=wn(e)[t];return q({id:s.id(t),label:n[`${t}_label`],note:n[`${t}_try`],ends:[n[`${t}_low`],n[`${t}_high`]],value:e.value[t]??null,rest:r,min:0,max:1,step:.05,show:os,unset:d(n.at_start,{x:os(r)}),onset:o=>s.set({[t]:Number(o.toFixed(2))})})}function Wc(e,s){let{value:t,record:n}=e,r=e.config.messages,o=!!n.stages[js];return p`
    <p>${r.scene}</p>
    ${S({name:s.id("guess"),legend:r.predict,options:Wi(e),value:t.guess??null,onpick:i=>s.set({guess:i})})}
    ${k(e,s,{stage:js,label:r.commit,value:{choice:t.guess??null},missing:t.guess?"":r.missing,first:r[`option_${n.stages[js]?.first?.choice}`]})}
    ${T(e)}
    ${o?Gc(e,s):p`<p class="tpl-small">${r.closed}</p>`}`}function Gc(e,s){let{config:t}=e,n=t.messages,r=Gi(e),o=yn(e),i=Pe(e),l=Di(e),a=l===ns.length,{wide:c}=j(e);return p`
    <div class=${c?"tpl-columns":""}>
      <section aria-label=${n.results}>
        <p class="tpl-head">${n.results}</p>
        ${v(p`<strong>${i.where}</strong> ${i.seen} ${i.takes} <strong>${i.so}</strong>`)}
        ${qc(e,o)}
        <p class="tpl-small">${d(n.you_said,{said:r.said})} ${r.answer}</p>
        ${c?Hi(e,o):h}
      </section>
      <section aria-label=${n.controls}>
        <p class="tpl-head">${n.controls}</p>
        ${ns.slice(0,l).map(u=>Uc(e,s,u))}
        ${a?p`<div class="tpl-buttons" role="group" aria-label=${n.presets}>
              ${t.worlds.map(u=>B(d(n.preset,{n:u.number}),()=>s.set(Ui(e,u)),{pressed:o.world===u&&o.trust===t.start.trust}))}
            </div>`:p`<p class="tpl-small">${n.next_handle}</p>`}
      </section>
    </div>
    <div class=${c?"tpl-columns":""}>
      ${a?p`<section aria-label=${n.map_heading}>${zc(e,o)}</section>
            <section aria-label=${n.race_title}>${Dc(e,o)}</section>`:h}
      ${c?h:Hi(e,o)}
    </div>
    <p class="tpl-small">${n.assumptions}</p>`}var Tn={};P(Tn,{closedCase:()=>Ki,codersOf:()=>el,costSentence:()=>Yi,recognisedSentence:()=>Mn,runningSentence:()=>Qi,standing:()=>Xi,view:()=>tp,viewsSentence:()=>Zi});var Vi=Js(class extends We{constructor(){super(...arguments),this.key=h}render(e,s){return this.key=e,s}update(e,[s,t]){return s!==this.key&&(Ks(e),this.key=s),t}});function Bs(e,s){return!Number.isFinite(e)||e<0||e>1?null:(e-(s?1:0))**2}function z(e){return e==null||Number.isNaN(e)?"–":e===0||e===1?String(e):e.toFixed(e<.00995?4:2).replace(/^0/,"")}function Sn(e){if(!e.length||!e.every(t=>Number.isFinite(t)&&t>=0))return null;let s=e.reduce((t,n)=>t+n,0);return s>0?e.map(t=>t/s):null}function Ki(e,s){let t=new Set((s?.opened??[]).map(r=>r.case)),n=e.cases.findIndex(({id:r})=>!t.has(r));return n<0?null:{...e.cases[n],number:n+1}}function Yi(e,s){return s==null?"":d(e.messages.if_said,{n:s,yes:z(Bs(s/100,!0)),no:z(Bs(s/100,!1))})}function Xi(e,s){let t=e.messages,[n,r]=[z(s.mine),z(s.base)];return n===r?t.level:s.mine<s.base?t.better:t.worse}function Mn(e,s){let t=e.messages;if(!s||s.yes+s.no+s.unsure===0)return"";let n=e.cases.length,r=d(t.recognised_says,{...s,open:n-s.yes-s.no-s.unsure,all:n}),{rest:o}=s;return s.yes===0?`${r} ${t.recognised_none}`:o?`${r} ${d(t.recognised_rest,{n:o.n,mine:z(o.mine),base:z(o.base)})}`:`${r} ${t.recognised_all}`}function Qi(e,s){let{n:t,mine:n,base:r,model:o}=s.scores.force,i={n:t,all:e.cases.length,mine:z(n),base:z(r),model:z(o)};return d(o===null?e.messages.running:e.messages.running_model,i)}function Zi(e,s){let t=e.messages,n=s.view>1?t.views_exploratory:s.done?t.views_counted:s.opened.length?t.views_now:t.views_0;return`${d(t.views,{n:s.views})} ${n}`}var On=(e,s,t)=>s.outcome[t]?e.yes:e.no;function el(e){let s=e.cases.flatMap(({values:t})=>Object.values(t).flatMap(Object.keys));return[...new Set(s)].sort()}function Vc(e,s){let t=e.messages,n=el(e);return p`<details class="tpl-details" open><summary>${t.card_values}</summary>
    ${N(t.card_table,[t.factor,...n.map(r=>d(t.coder,{n:r}))],e.factors.map(({id:r,name:o})=>[o,...n.map(i=>s.values[r]?.[i]??t.not_coded)]))}
    <p class="tpl-small">${n.length>1?t.coders_note:t.coder_note}</p></details>`}function Jc(e,s,t){let{config:n,value:r}=e,o=n.messages,i=r.case===t.id?r:{},l=i.chance??null,a=i.recognised??null,c=b=>s.set({chance:l,recognised:a,...b,case:t.id}),u=e.waiting===t.id,m=l===null||u,{rate:g,n:f,yes:$}=n.base;return F(d(o.card,{n:t.number,all:n.cases.length}),p`<p class="tpl-claim">${K(t.card)}</p>
      ${Vc(n,t)}
      ${G({id:s.id(`chance-${t.id}`),label:o.question,min:0,max:100,value:null,unit:o.unit,onset:b=>c({chance:b})})}
      <p class="tpl-small">${d(o.base_says,{rate:w(g),yes:$,n:f})}</p>
      ${v(Yi(n,l))}
      ${S({name:s.id(`recognised-${t.id}`),legend:o.recognised,value:a,inline:!0,options:Yc.map(b=>({id:b,text:o[`recognised_${b}`]})),onpick:b=>c({recognised:b})})}
      <p class="tpl-small">${o.keep_warning}</p>
      <div class="tpl-commit">
        <button type="button" class="tpl-button" aria-disabled=${String(m)}
          aria-describedby=${s.id("forecast-status")}
          @click=${()=>m||s.commit(t.id,a?{chance:l,recognised:a}:{chance:l})}>${o.keep}</button>
        <span class="tpl-status" role="status" id=${s.id("forecast-status")}>${u?e.silent?o.no_answer:o.saving:l===null?o.set_first:""}</span>
      </div>`,"tpl-card")}function Kc(e,s,t){let n=e.messages,r=a=>z(Bs(a,s.outcome.force)),o={n:s.chance,points:r(s.chance/100)},i=s.model===null?d(n.you_said,o):d(n.you_said_model,{...o,m:Math.round(100*s.model),other:r(s.model)}),l=a=>String(a).split(" ; ");return p`<details class="tpl-details" ?open=${t}>
    <summary><strong>${d(n.opened_case,s)}.</strong>
      ${s.outcome.force?n.force_yes:n.force_no} ${i}</summary>
    <ul class="tpl-list">${l(s.after).map(a=>p`<li>${K(a)}</li>`)}</ul>
    ${s.borderline?p`<p class="tpl-small">${d(n.borderline,{why:K(s.borderline)})}</p>`:h}
    ${s.unconfirmed?p`<p class="tpl-small">${d(n.unconfirmed,{text:K(s.unconfirmed)})}</p>`:h}
    ${s.recognised?p`<p class="tpl-small">${d(n.recognised_said,{answer:n[`recognised_${s.recognised}`].toLowerCase()})}</p>`:h}
    <p class="tpl-small">${n.sources}</p>
    <ul class="tpl-list tpl-small tpl-address">${s.sources.map(({text:a,mark:c})=>p`<li>${a}${c?p` <strong>[${n[`outlet_${c}`]}]</strong>`:h}</li>`)}</ul>
    ${s.sources.some(({mark:a})=>a)?p`<p class="tpl-small">${n.outlets_note}</p>`:h}
  </details>`}var An=26,Yc=["yes","no","unsure"];function Xc(e,s,t,n){let r=e.config.messages,o=Math.min(e.width-4,620),i=C([0,100],[12,o-12]),l=An/2,a=s.model===null?null:Math.round(100*s.model),c={n:s.chance,m:a,rate:w(n),outcome:On(r,s,t)};return p`<p class="tpl-small tpl-caption">${s.name}, ${s.year}: <strong>${On(r,s,t)}</strong></p>
    ${R({width:o,height:An,label:d(a===null?r.scale:r.scale_model,c)},y`
      <line class="tpl-scale" x1=${i(0)} x2=${i(100)} y1=${l} y2=${l}></line>
      <line class="tpl-half" x1=${i(100*n)} x2=${i(100*n)} y1="1" y2=${An-1}></line>
      <rect class="tpl-outcome" x=${i(s.outcome[t]?100:0)-3} y=${l-9} width="6" height="18"></rect>
      ${a===null?h:V(i(a),l,"tpl-frame-second","square",9)}
      ${V(i(s.chance),l,"tpl-first","circle",5)}`)}`}function Ji(e,s,t){let n=e.config.messages,{rate:r}=s.scores[t]??s.scores.force,o=s.opened[0].model!==null,i=s.opened.some(({recognised:l})=>l);return p`<p><strong>${n.drawing_title}</strong></p>
    <p class="tpl-small">${o?n.legend_model:n.legend}</p>
    ${s.opened.map(l=>Xc(e,l,t,r))}
    ${W(e,n.drawing_title,[n.head_case,n.head_outcome,n.head_mine,...o?[n.head_model]:[],n.head_cost,...i?[n.head_recognised]:[]],s.opened.map(l=>[`${l.name}, ${l.year}`,On(n,l,t),l.chance,...o?[Math.round(100*l.model)]:[],z(Bs(l.chance/100,l.outcome[t])),...i?[l.recognised?n[`recognised_${l.recognised}`]:"–"]:[]]))}`}function Qc(e,s){let t=e.config.messages;return p`<details class="tpl-details"><summary>${t.calibration}</summary>
    ${N(t.calibration,[t.head_group,t.head_n,t.head_said,t.head_came],s.calibration.map(({low:n,high:r,n:o,said:i,came_true:l})=>[d(t.group,{low:Math.round(100*n),high:Math.round(100*r)}),o,w(i),d(t.came,{k:Math.round(o*l),n:o})]))}
    <p class="tpl-small">${t.calibration_note}</p></details>`}function Zc(e,s,t,n){let r=e.config.messages,{mine:o,base:i,model:l,rate:a}=t.scores[n],c={mine:z(o),base:z(i),model:z(l),rate:w(a)};return p`
    ${S({name:s.id("reading"),legend:r.reading,value:n,options:["force","combat","other"].map(u=>({id:u,text:r[`reading_${u}`]})),onpick:u=>s.local({reading:u})})}
    ${v(d(l===null?r.reading_says:r.reading_says_model,c))}`}function ep(e,s,t){let{config:n}=e,r=n.messages,o=t.done?e.local.reading??"force":"force",i=t.scores.force;return O(r.opened,p`
    ${v(p`<strong>${Qi(n,t)}</strong> ${Xi(n,i)}
      ${t.done&&i.unknown!==null?d(r.without_known,{n:z(i.unknown)}):h}`)}
    ${t.done&&Mn(n,t.recognised)?p`<p>${Mn(n,t.recognised)}</p>`:h}
    ${t.model.status==="late"?p`<p class="tpl-small">${r.model_late}</p>`:h}
    ${t.view>1&&t.counted?p`<p>${d(r.counted,{mine:z(t.counted.mine),base:z(t.counted.base)})}</p>`:h}
    ${t.done?Zc(e,s,t,o):h}
    ${t.done?p`${Ji(e,t,o)}${Qc(e,t)}`:h}
    ${[...t.opened].reverse().map((l,a)=>Kc(n,l,a===0))}
    ${t.done?h:Ji(e,t,o)}`)}function sp(e,s,t){let n=e.config.messages,{status:r,ready:o}=t.model;return p`<p>${n[`model_${r}`]}</p>
    ${o?h:p`<div class="tpl-commit">${B(n.go_without,()=>s.commit("without",{}))}
      <span class="tpl-status" role="status">${e.waiting==="without"?e.silent?n.no_answer:n.saving:""}</span></div>`}`}function tp(e,s){let{config:t,record:n}=e,r=t.messages,o=n.reveal??t.begin,i=Ki(t,o);return p`
    <p>${r.warning}</p><p>${r.known}</p>
    ${v(Zi(t,o))}
    ${o.opened.length?h:sp(e,s,o)}
    ${T(e)}
    ${o.model.ready&&i?Vi(`${o.view} ${i.id}`,Jc(e,s,i)):h}
    ${o.opened.length?ep(e,s,o):h}
    ${o.done?p`<div class="tpl-commit">${B(o.view>1?r.again_next:r.again,()=>s.commit("open",{}),{plain:!0})}
          <span class="tpl-status" role="status">${e.waiting==="open"?e.silent?r.no_answer:r.saving:r.again_note}</span></div>`:h}`}var Nn={};P(Nn,{STAGE:()=>Ls,draft:()=>np,lengthSentence:()=>sl,missing:()=>tl,standing:()=>nl,view:()=>op});var Ls="text",np=Ls;function sl(e,s){let t=e.messages,n=Ct(s);if(!e.words)return d(t.count,{n});let[r,o]=e.words,i=n<r?t.count_short:n>o?t.count_long:t.count_good;return d(i,{n,min:r,max:o})}function tl(e,s){let t=(s??"").trim();return t&&t!==(e.starter??"").trim()?"":e.messages.write_first}function nl({config:e,record:s,value:t,local:n}){let r=e.messages,o=(t.text??"").trim(),i=s.stages[Ls]?.last.text;return i===o?e.words&&Ct(o)<e.words[0]?r.saved_short:"":n.restored!==void 0&&n.restored.trim()===o?r.restored:i===void 0?"":r.unsaved}function op(e,s){let{config:t,value:n,record:r}=e,o=n.text??"";return p`
    ${ve({id:s.id("text"),label:t.prompt,rows:t.rows,value:o,placeholder:t.starter,oninput:i=>s.set({text:i}),describedby:s.id("count")})}
    <p class="tpl-small" id=${s.id("count")}>${sl(t,o)}</p>
    ${k(e,s,{stage:Ls,value:{text:o.trim()},label:t.messages.save,missing:tl(t,o),first:r.stages[Ls]?.first?.text})}
    ${T(e)}
    ${v(nl(e))}`}var En={};P(En,{STAGE:()=>gt,leaderSentence:()=>il,missing:()=>rl,pointsOf:()=>ol,view:()=>ip});var gt="belief";function ol(e,s){let t=s.points??{};return Object.fromEntries(e.lines.filter(({id:n})=>Number.isFinite(t[n])).map(({id:n})=>[n,t[n]]))}function rl(e,s){let t=e.messages,n=e.lines.length-Object.keys(s).length;return n?d(t.missing,{n,all:e.lines.length}):Object.values(s).some(r=>r>0)?"":t.all_zero}function il(e,s){let t=e.messages,n=Sn(e.lines.map(({id:l})=>s[l]??null));if(!n)return"";let r=Math.max(...n),o=e.lines.filter((l,a)=>n[a]===r).map(({name:l})=>`"${l.replace(/\.$/,"")}"`),i=w(r,t);return o.length===1?d(t.total,{leader:o[0],share:i}):d(t.total_tie,{leaders:E(o,t.and),share:i})}function rp(e,s){let{config:t,record:n}=e,r=t.messages,o=n.reveal?.others??[];if(!n.reveal)return h;if(!o.length)return p`<p>${r.others_none}</p>`;let i=n.committed[gt].points,l=Sn(t.lines.map(({id:m})=>i[m])),a=o.filter(({lesson:m})=>Number(m)<Number(t.lesson)),c=o.filter(({lesson:m})=>Number(m)>Number(t.lesson)),u=m=>m.map(({lesson:g})=>d(r.earlier,{lesson:g}));return N(r.others,[r.account,...u(a),d(r.now,{lesson:t.lesson}),...u(c)],t.lines.map(({id:m,name:g},f)=>[g,...a.map(({shares:$})=>w($[m],r)),w(l[f],r),...c.map(({shares:$})=>w($[m],r))]))}function ip(e,s){let{config:t,value:n}=e,r=t.messages,o=ol(t,n),i=Object.values(o).reduce((c,u)=>c+u,0),l=e.record.stages[gt]?.first,a=c=>i>0?d(r.line_share,{n:c,share:w(c/i,r)}):d(r.line_points,{n:c});return p`
    ${F(d(r.heading,{lesson:t.lesson}),p`<p>${r.ask}</p>
      ${t.lines.map(({id:c,name:u,note:m})=>q({id:s.id(`points-${c}`),label:u,note:m||void 0,min:0,max:100,step:5,value:o[c]??null,show:a,unset:r.not_set,onset:g=>s.set({points:{...n.points,[c]:g}})}))}`)}
    ${k(e,s,{stage:gt,value:{points:o},label:r.commit,missing:rl(t,o),first:l&&t.lines.map(({id:c,name:u})=>`${u.replace(/\.$/,"")}: ${l.points[c]}`).join("; ")})}
    ${T(e)}
    ${v(il(t,o))}
    ${rp(e,o)}`}var jn={};P(jn,{asks:()=>lp,view:()=>ap});function lp(e){return{passages:{ids:e.config.paragraphs.map(s=>s.id)}}}function ap(e){let{messages:s,paragraphs:t}=e.config,n=e.answers.passages?.answer??{};return p`${t.map(({id:r,cite:o,paraphrase:i,against:l})=>p`
      <table class="tpl-table">
        <caption>${o}</caption>
        <thead><tr><th scope="col">${s.theirs}</th><th scope="col">${s.ours}</th></tr></thead>
        <tbody><tr><td>${n[r]??s.waiting}</td><td>${i}</td></tr></tbody>
      </table>
      ${l.length?p`<details>
            <summary>${s.against.replace("{id}",r)}</summary>
            <ul>${l.map(a=>p`<li>${a.text} <em>${s.but}</em> ${a.counter}</li>`)}</ul>
          </details>`:""}`)}<p><small>${s.note}</small></p>`}var qn={};P(qn,{ANSWERS:()=>dl,POINTS:()=>pl,PREDICT:()=>ht,SMALL:()=>$t,TWIN:()=>Fn,change:()=>ml,compared:()=>xt,costs:()=>Rn,mapCells:()=>In,mapSentence:()=>Pn,parameters:()=>rs,ratioOf:()=>bt,referenceOf:()=>He,sentence:()=>ul,statesAt:()=>_t,twinOf:()=>Hn,twinSentences:()=>gl,view:()=>hp});var Cs=e=>Math.min(1,e.later+e.cost_b),ll=e=>e.now-e.cost_a>Cs(e),al=e=>Cs(e)+e.cost_a;function cl(e,s,t=e.now){let n={nothing:Cs(e),success:1-e.cost_a,failure:-e.cost_a};return n.failure<n.nothing&&n.nothing<n.success?ye(t,s,n):null}var ht="predict",$t="small",pl=["old","new","same"],dl=["bolder","careful","same"],Fn=["now","later","cost_a","cost_b"],[Ln,Cn]=[15,13],cp=.01,ft=e=>(e*100).toFixed(0),$e=e=>(e*100).toFixed(1),rs=({config:e,value:s})=>({...e.medians,loss_aversion:s.lambda??2.25}),He=({config:e,value:s})=>s.reference??e.states.success,_t=({success:e,failure:s},t)=>({success:e,failure:s,nothing:e-t*(e-s)}),bt=({config:{states:e},value:s})=>s.ratio??(e.success-e.nothing)/(e.success-e.failure),Rn=({success:e,nothing:s,failure:t})=>({success:e,nothing:s,sure:e-s,worst:e-t,down:s-t});function xt(e,s){return Math.abs(e-s)<=cp?"alike":e<s?"bolder":"careful"}function ul(e){let{config:s}=e,t=s.messages,n=He(e),r=ye(n,rs(e),s.states),o=zt(s.states),{success:i,failure:l}=s.states,a=n>=i?t.lambda_nothing:n<=l?t.lambda_nothing_gains:"";return[d(t.result,{reference:n,p:$e(r),eu:$e(o)}),t[xt(r,o)],a].filter(Boolean).join(" ")}function ml(e,s,t){let n=s-t;return n===0?e.zero:d(n>0?e.gain:e.loss,{x:Math.abs(n)})}var Bn={lambda:null,cells:[]};function In(e,s){let t=JSON.stringify([e.success,e.failure,s]);if(Bn.key===t)return Bn.cells;let n=[];for(let r=0;r<Ln;r+=1)for(let o=0;o<Cn;o+=1){let i=e.failure+(r+.5)/Ln*(e.success-e.failure),l=(o+.5)/Cn,a=ye(i,s,_t(e,l));n.push({i:r,j:o,reference:i,ratio:l,p:a,eu:1-l,which:xt(a,1-l)})}return Bn={key:t,cells:n},n}function Pn(e){let{config:s}=e,t=s.messages,[n,r,o]=[He(e),bt(e),rs(e)],i=ye(n,o,_t(s.states,r)),l=In(s.states,o),a=c=>l.filter(u=>u.which===c).length;return d(t.map_says,{lambda:o.loss_aversion,reference:n,ratio:r.toFixed(2),p:$e(i),eu:$e(1-r),so:t[xt(i,1-r)],bolder:a("bolder"),careful:a("careful"),all:l.length})}var Hn=({config:e,value:s})=>Object.fromEntries(Fn.map(t=>[t,s[t]??e.twin[t]]));function gl(e){let s=e.config.messages,t=Hn(e),n=ll(t),r=e.value.twin_reference==="whole",o=cl(t,rs(e),r?1:t.now),i=u=>u.toFixed(2),l={war:i(t.now-t.cost_a),now:i(t.now),cost_a:i(t.cost_a),wait:i(Cs(t)),later:i(t.later),cost_b:i(t.cost_b)},a=[d(s.twin_war,l),d(s.twin_wait,l),n?s.twin_fights:s.twin_waits];if(t.later>=t.now&&a.push(s.twin_no_shift),o===null)return{lines:[...a,s.twin_prospect_none],same:null};let c=t.now>o;return a.push(d(s.twin_prospect,{seen:d(r?s.twin_seen_whole:s.twin_seen_today,{now:i(t.now)}),p:ft(o),eu:ft(al(t)),chance:ft(t.now),does:c?s.does_fight:s.does_wait})),{lines:[...a,c===n?s.twin_same:s.twin_part],same:c===n}}function pp(e){let{config:s}=e,t=s.messages,n=Math.min(e.width,620),r=C([0,110],[8,n-8]),o=He(e),i=[["failure",t.end_failure],["nothing",t.end_nothing],["success",t.end_success]],l=a=>a>85?"end":a<25?"start":"middle";return R({width:n,height:132,label:d(t.picture_says,{...s.states,reference:o})},y`
    <rect class="tpl-loss-side" x=${r(0)} y="44" width=${r(o)-r(0)} height="26"></rect>
    <rect class="tpl-frame" x=${r(0)} y="44" width=${r(110)-r(0)} height="26"></rect>
    <line class="tpl-needle" x1=${r(o)} x2=${r(o)} y1="30" y2="76"></line>
    ${x(r(o),24,d(t.picture_reference,{reference:o}),l(o),"tpl-strong")}
    ${x(r(o)-8,40,t.picture_losses,"end")}
    ${o<92?x(r(o)+8,40,t.picture_gains):h}
    ${i.map(([a,c],u)=>{let m=s.states[a];return y`${V(r(m),57,"tpl-here",a==="nothing"?"square":"circle",6)}
        ${x(r(m),92+16*u,`${m}: ${c}`,l(m),"tpl-halo")}`})}`)}function dp(e){let{config:s}=e,t=s.messages,{width:n}=j(e),r=Math.min(n,360),{success:o,failure:i}=s.states,l=C([i,o],[40,n-12]),a=C([0,1],[r-42,10]),[c,u]=[(l(o)-l(i))/Ln,(a(0)-a(1))/Cn],m=rs(e),g=In(s.states,m),f=tr(m);return p`${R({width:n,height:r,label:Pn(e)},y`
    ${g.map(({i:$,j:b,which:_})=>y`<rect class=${`tpl-cell tpl-${_}`} x=${l(i)+$*c} y=${a(0)-(b+1)*u} width=${c} height=${u}></rect>
      ${_==="alike"?h:x(l(i)+($+.5)*c,a(0)-(b+.5)*u+4,_==="bolder"?"−":"+","middle")}`)}
    ${f===null?h:y`<line class="tpl-needle" x1=${l(o)-c} x2=${l(o)+6} y1=${a(f)} y2=${a(f)}></line>`}
    <circle class="tpl-ring" cx=${l(He(e))} cy=${a(bt(e))} r="10"></circle>
    ${[0,.5,1].map($=>x(l(i)-6,a($)+4,$,"end"))}
    ${[i,o].map(($,b)=>x(l($),r-24,$,b?"end":"start"))}
    ${x((l(i)+l(o))/2,r-6,t.map_x,"middle")}
    ${x(-a(.75),14,t.map_y,"middle","tpl-upright")}`)}
    <p class="tpl-small">${d(t.map_key,{crossover:f===null?"–":f.toFixed(3)})}</p>`}function up(e,s){let{config:t}=e,n=t.messages,{wide:r}=j(e),o=rs(e),i=He(e),l=bt(e),a=[.05,.1,.25,.5,.75,.95].map(c=>[c.toFixed(2),`${$e(ye(i,o,_t(t.states,c)))} %`,`${$e(1-c)} %`]);return O(n.map_head,p`
    <p>${n.map_text}</p>
    <div class=${r?"tpl-columns":""}>
      <div>${q({id:s.id("ratio"),label:n.ratio_label,min:.05,max:.95,step:.01,value:e.value.ratio??null,rest:l,show:c=>c.toFixed(2),unset:d(n.ratio_start,{x:l.toFixed(2)}),onset:c=>s.set({ratio:Number(c.toFixed(2))})})}
      ${v(Pn(e))}
      ${W(e,n.map_table,[n.head_ratio,n.head_cpt,n.head_eu],a)}</div>
      <div>${dp(e)}</div>
    </div>`)}function mp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[$t],l=sr(10,100,t.medians);return O(o.small_head,p`
    ${S({name:s.id("small"),legend:o.small_text,options:dl.map(a=>({id:a,text:o[`small_${a}`]})),value:n.guess_small??null,onpick:a=>s.set({guess_small:a})})}
    ${k(e,s,{stage:$t,value:{choice:n.guess_small??null},label:o.small_commit,missing:n.guess_small?"":o.missing_small,first:o[`small_${i?.first?.choice}`]})}
    ${i?p`<p>${d(o.small_answer,{p:$e(l),eu:$e(.9)})}</p>`:h}`)}function gp(e,s){let t=e.config.messages,n=Hn(e),{lines:r}=gl(e);return O(t.twin_head,p`
    <p>${t.twin_text}</p>
    <div class="tpl-thirds">${Fn.map(o=>q({id:s.id(o),label:t[`${o}_label`],min:0,max:o.startsWith("cost")?.5:1,step:.01,value:e.value[o]??null,rest:n[o],show:i=>i.toFixed(2),unset:d(t.at_start,{x:n[o].toFixed(2)}),onset:i=>s.set({[o]:Number(i.toFixed(2))})}))}</div>
    ${S({name:s.id("twin-reference"),legend:t.twin_reference,inline:!0,options:[{id:"today",text:t.twin_today},{id:"whole",text:t.twin_whole}],value:e.value.twin_reference??"today",onpick:o=>s.set({twin_reference:o})})}
    <p>${t.twin_try}</p>
    ${v(p`${r.map((o,i)=>p`<span class="tpl-block">${i===2||i===r.length-1?p`<strong>${o}</strong>`:o}</span>`)}`)}`)}function fp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[ht].last,l=u=>$e(ye(u,t.medians,t.states)),a=He(e),c=[["success",o.end_success],["nothing",o.end_nothing],["failure",o.end_failure]];return p`
    <p>${d(o.you_said,{...t.states,said:d(o[`option_${i.choice}`],t.states),chance:i.chance})}
      <strong>${d(o.answer,{...t.states,old:l(t.states.success),new:l(t.states.nothing)})}</strong></p>
    <p>${d(o.why,Rn(t.states))}</p>
    ${O(o.handle_head,p`
      ${q({id:s.id("reference"),label:o.reference_label,ends:[o.reference_low,o.reference_high],min:t.states.failure,max:t.states.success,step:1,value:n.reference??null,rest:a,unset:d(o.at_start,{x:a}),onset:u=>s.set({reference:u})})}
      ${pp(e)}
      ${S({name:s.id("lambda"),legend:o.lambda_label,inline:!0,options:t.lambdas.map(u=>({id:String(u),text:o[`lambda_${String(u).replace(".","_")}`]})),value:String(n.lambda??2.25),onpick:u=>s.set({lambda:Number(u)})})}
      ${v(p`<strong>${ul(e)}</strong>`)}
      ${N(d(o.ends_table,{reference:a}),[o.head_end,o.head_state,d(o.head_change,{reference:a})],c.map(([u,m])=>[m,t.states[u],ml(o,t.states[u],a)]))}
      <p>${o.coder}</p>`)}
    ${mp(e,s)}
    ${r.stages[$t]?p`${up(e,s)}${gp(e,s)}`:h}
    <p class="tpl-small">${o.assumptions}</p>`}function hp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[ht],l=ft(zt(t.states)),a=n.guess_chance??null,c=n.guess?a===null?o.missing_chance:"":o.missing_choice;return p`
    <p>${d(o.scene,t.states)} ${d(o.scene_eu,{...Rn(t.states),eu:l})}</p>
    ${F(o.predict_head,p`
      ${S({name:s.id("guess"),legend:d(o.predict,t.states),options:pl.map(u=>({id:u,text:d(o[`option_${u}`],t.states)})),value:n.guess??null,onpick:u=>s.set({guess:u})})}
      ${G({id:s.id("chance"),label:d(o.chance_label,t.states),min:0,max:100,value:a,unit:"%",onset:u=>s.set({guess_chance:u})})}
      ${k(e,s,{stage:ht,value:{choice:n.guess??null,chance:a},label:o.commit,missing:c,first:i?.first&&`${d(o[`option_${i.first.choice}`],t.states)} ${i.first.chance} %`})}`)}
    ${T(e)}
    ${i?fp(e,s):p`<p class="tpl-small">${o.closed}</p>`}`}var Gn={};P(Gn,{EQUAL:()=>wt,STAGE:()=>is,asks:()=>$p,indexOf:()=>fl,pairSentence:()=>zn,pairShare:()=>Wn,ranking:()=>Un,sentence:()=>Dn,view:()=>vp,weighting:()=>hl,weightsOf:()=>yt,without:()=>vt});var is="predict",wt=5,yt=({config:e,value:s})=>e.components.map(({id:t})=>s.weights?.[t]??wt);function fl(e,s){let t=e.map((r,o)=>r===null?0:s[o]),n=Le(t);return n&&e.reduce((r,o,i)=>r+(o??0)*n[i],0)}function Un(e){let{config:s,value:t}=e,n=yt(e),r=s.states.filter(i=>!i.group||t.groups).map(i=>({...i,index:fl(s.shares[t.year][i.id],n)}));if(r.some(i=>i.index===null))return null;r.sort((i,l)=>l.index-i.index);let o=0;return r.map(i=>({...i,rank:i.group?null:o+=1}))}function Wn({config:e,value:s}){let[t,n]=s.pair??[];if(!t||!n||t===n)return null;let[r,o]=[t,n].map(l=>e.shares[s.year][l]),i=r.flatMap((l,a)=>l===null||o[a]===null?[]:[l-o[a]]);return{share:le(i),dominance:it(i),left:r.length-i.length}}var vt=(e,s)=>Object.fromEntries(e.map(({id:t})=>[t,s.includes(t)?0:wt]));function hl(e){let s=e.config.messages,t=yt(e);if(new Set(t).size===1&&t[0]>0)return s.equal_weights;let n=e.config.components.filter((o,i)=>t[i]===0).map(({name:o})=>o),r=new Set(t.filter(o=>o>0));return n.length&&r.size===1?d(s.some_zero,{names:n.join(", ")}):s.your_weights}function Dn(e){let s=e.config.messages,t=Un(e);if(!t)return s.all_zero;let[n,r]=t.filter(o=>!o.group);return d(s.result,{weighting:hl(e),year:e.value.year,first:n.text,second:r.text,a:n.index.toFixed(3),b:r.index.toFixed(3)})}function zn(e){let s=e.config.messages,t=Wn(e);if(!t)return s.pick_two;let[n,r]=e.value.pair.map(l=>e.config.states.find(a=>a.id===l).text),o={always:s.pair_always,never:s.pair_never,depends:s.pair}[t.dominance],i=t.left?` ${d(s.pair_left_out,{n:t.left})}`:"";return te(d(o,{a:n,b:r,share:w(t.share,s),year:e.value.year}))+i}function $p(e){return e.record.stages[is]?{first:{year:e.value.year}}:{}}function _p(e,s){let{config:t,value:n}=e,r=t.messages,o=a=>s.set({weights:a}),i=vt(t.components,[]),l=a=>JSON.stringify(yt(e))===JSON.stringify(Object.values(vt(t.components,a)));return p`
    ${t.components.map(a=>q({id:s.id(a.id.replaceAll(" ","-")),label:a.name,value:n.weights?.[a.id]??wt,min:0,max:10,step:1,unset:r.not_set,onset:c=>o({...i,...n.weights,[a.id]:c})}))}
    <div class="tpl-buttons" role="group" aria-label=${r.presets}>
      ${t.presets.map(a=>B(r[`preset_${a.id}`],()=>o(vt(t.components,a.zero)),{pressed:l(a.zero)}))}
    </div>`}function bp(e){let s=e.config.messages;if(!e.live)return h;let t=e.answers.first,n=!t||t.pending||t.answer===null,o=(t?.answer?.firsts??[]).map(({name:i,share:l})=>d(s.first_one,{name:i,share:w(l,s)}));return p`<p aria-live="polite">${n?s.waiting:d(s.firsts,{year:t.question.year,names:o.join(", "),error:(t.answer.error*100).toFixed(1),draws:t.answer.draws.toLocaleString("en")})}</p>`}function xp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=Un(e),l=Wn(e),{wide:a,width:c}=j(e),u=t.states.find($=>$.id===r.stages[is].last.choice),m=t.states.filter($=>!$.group||n.groups).map(({id:$,name:b})=>({id:$,text:b})),g=$=>b=>s.set({pair:(n.pair??[null,null]).map((_,M)=>M===$?b:_)}),f=(n.pair??[]).map($=>t.states.find(b=>b.id===$)?.name);return p`
    <p>${d(o.answer,{said:u?.text??"",...t.answer})}</p>
    <div class=${a?"tpl-columns":""}>
      <section aria-label=${o.results}>
        ${D({id:s.id("year"),label:o.year,value:String(n.year),options:t.years.map($=>({id:String($),text:String($)})),onpick:$=>s.set({year:Number($)})})}
        <label class="tpl-option"><input type="checkbox" .checked=${!!n.groups}
          @change=${$=>s.set({groups:$.target.checked})} /><span>${o.show_groups}</span></label>
        ${v(Dn(e))}
        ${i?p`
          ${Ke(i.slice(0,a?12:8).map($=>({name:$.rank?`${$.rank} ${$.name}`:d(o.group,{name:$.name}),value:$.index,text:$.index.toFixed(3),quiet:!!$.group})),c,d(o.bars_label,{says:Dn(e)}))}
          ${W(e,o.table,[o.state,...t.components.map($=>$.name),o.index],i.map($=>[$.name,...t.shares[n.year][$.id].map(b=>b===null?"–":b.toFixed(3)),$.index.toFixed(3)]))}`:h}
      </section>
      <section aria-label=${o.sliders}>
        <p class="tpl-head">${o.sliders}</p>
        <p class="tpl-small">${o.task}</p>
        ${_p(e,s)}
      </section>
    </div>
    <section aria-label=${o.pair_heading}>
      <p class="tpl-head">${o.pair_heading}</p>
      <div class="tpl-inline">
        ${D({id:s.id("pair-a"),label:o.pair_a,options:m,value:n.pair?.[0]??null,empty:o.choose,onpick:g(0)})}
        ${D({id:s.id("pair-b"),label:o.pair_b,options:m,value:n.pair?.[1]??null,empty:o.choose,onpick:g(1)})}
      </div>
      ${v(zn(e))}
      ${l?Ye(e,{share:l.share,first:f[0],second:f[1],label:zn(e)}):h}
      ${bp(e)}
    </section>
    ${n.year>=2002?p`<p class="tpl-small">${o.urban_note}</p>`:h}
    <details class="tpl-details"><summary>${o.breaks}</summary>
      <ul class="tpl-list">${t.notes.map($=>p`<li>${$}</li>`)}</ul></details>
    <p class="tpl-small">${o.assumptions}</p>`}function vp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=l=>t.states.find(a=>a.id===l)?.name;return p`
    <p>${d(o.scene,t.answer)} ${o.suppose}</p>
    ${S({name:s.id("guess"),legend:d(o.predict,t.answer),value:n.guess??null,options:t.options.map(l=>({id:l,text:i(l)})),onpick:l=>s.set({guess:l})})}
    ${k(e,s,{stage:is,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:i(r.stages[is]?.first?.choice)})}
    ${T(e)}
    ${r.stages[is]?xp(e,s):p`<p class="tpl-small">${o.closed}</p>`}`}var Yn={};P(Yn,{CHOICES:()=>Jn,STAGE:()=>Rs,chance:()=>kt,regions:()=>xl,result:()=>Kn,signed:()=>ls,view:()=>kp});var Rs="predict",Jn=["hoop","smoking_gun","doubly","straw"],[_l,bl]=[.01,.99],kt=e=>Math.round(Math.max(_l,Math.min(bl,e))*100)/100,ls=e=>{let s=Math.abs(e).toFixed(1);return s==="0.0"?s:`${e>0?"+":"−"}${s}`},Fs=e=>e.toFixed(2).replace(/^0\./,"."),Vn=e=>(e>=10?e.toFixed(0):e>=1?e.toFixed(1):e.toFixed(2)).replace(/^0\./,".");function Kn(e,{p:s=null,q:t=null}){if(s===null||t===null)return"";if(s===t)return e.result_same;let{passed:n,failed:r}=Os(s,t),o=_n(s,t);return d(s>t?e.result:e.result_reverse,{kind:e[`kind_${o}`],passed:Vn(n),failed:Vn(r),passed_db:ls(ce(n)),failed_db:ls(ce(r))})}function xl(e=As){let s=[1/(e+1),e/(e+1)],[t,n]=[[1/e,1],[0,1-1/e]];return{doubly:[[0,1],t,s,n],hoop:[t,[1,1],s],smoking_gun:[[0,0],n,s],straw:[[0,0],s,[1,1]]}}function wp(e,s){let{value:t,config:n}=e,r=n.messages,o=Math.min(j(e).width,420),i=o-34,l=C([0,1],[28,28+i]),a=C([0,1],[8+i,8]),c=xl(),u=A=>A.map(([L,ee])=>`${l(L)},${a(ee)}`).join(" "),m=A=>{let L=A.currentTarget.getBoundingClientRect(),ee=L.width/o;s.set({q:kt(l.invert((A.clientX-L.left)/ee)),p:kt(a.invert((A.clientY-L.top)/ee))})},g=A=>{A.preventDefault(),A.currentTarget.setPointerCapture?.(A.pointerId),m(A)},f=A=>A.buttons&1&&m(A),{p:$=null,q:b=null}=t,_=$!==null&&b!==null,M=d(r.square_says,{result:_?Kn(r,t):r.square_empty});return p`<div class="tpl-square">${R({width:o,height:i+36,label:M},y`
    ${Jn.map(A=>y`<polygon class="tpl-zone tpl-zone-${A}" points=${u(c[A])}></polygon>
      <polygon class="tpl-zone tpl-zone-reverse" points=${u(c[A].map(([L,ee])=>[ee,L]))}></polygon>`)}
    <line class="tpl-half" x1=${l(0)} y1=${a(0)} x2=${l(1)} y2=${a(1)}></line>
    ${x(l(.02),a(.945),r.corner_doubly,"start","tpl-strong tpl-halo")}
    ${x(l(.98),a(.945)+6,r.corner_hoop,"end","tpl-strong tpl-halo")}
    ${x(l(.02),a(.1),r.corner_smoking_gun,"start","tpl-strong tpl-halo")}
    ${x(l(.4),a(.56),r.corner_straw,"middle","tpl-strong tpl-halo")}
    ${x(l(.98),a(.03),r.corner_reverse,"end","tpl-halo")}
    <rect class="tpl-frame" x=${l(0)} y=${a(1)} width=${i} height=${i}></rect>
    ${_?y`${V(l(b),a($),"tpl-here","circle",9)}`:h}
    ${x(l(0),i+26,"0")}${x(l(1),i+26,"1","end")}
    ${x(l(.5),i+28,`${r.axis_q} →`,"middle")}
    ${x(-a(.5),16,`${r.axis_p} →`,"middle","tpl-upright")}
    <rect class="tpl-catch" x="0" y="0" width=${o} height=${i+8}
      @pointerdown=${A=>g($l(A))} @pointermove=${A=>f($l(A))}></rect>`)}</div>`}var $l=e=>({clientX:e.clientX,clientY:e.clientY,buttons:e.buttons,pointerId:e.pointerId,preventDefault:()=>e.preventDefault(),currentTarget:{getBoundingClientRect:()=>e.currentTarget.ownerSVGElement.getBoundingClientRect(),setPointerCapture:s=>e.currentTarget.setPointerCapture?.(s)}});function yp(e,s){let{config:t,value:n,record:r}=e,o=t.messages,i=r.stages[Rs].last.choice,{wide:l}=j(e),a=Os(t.silence.p,t.silence.q),c=$=>q({id:s.id($),label:o[`${$}_label`],min:_l,max:bl,step:.01,rest:.5,value:n[$]??null,unset:o.not_set,show:Fs,ends:[o.low,o.high],onset:b=>s.set({[$]:kt(b)})}),{p:u=null,q:m=null}=n,g=u!==null&&m!==null,f=$=>g&&$.p===u&&$.q===m;return p`
    <p>${d(o.you_said,{said:o[`option_${i}`]})} ${o[`answer_${i}`]}</p>
    <p>${d(o.our_reading,{p:Fs(t.silence.p),q:Fs(t.silence.q),passed:ls(ce(a.passed)),failed:ls(ce(a.failed))})}</p>
    <p class="tpl-small">${o.decibel}</p>
    <div class=${l?"tpl-columns":""}>
      <section aria-label=${o.controls}>
        <p class="tpl-head">${o.controls}</p>
        <p>${o.try}</p>
        ${c("p")}${c("q")}
        <div class="tpl-buttons" role="group" aria-label=${o.examples}>
          ${t.examples.map($=>B(o[`kind_${$.kind}`],()=>s.set({p:$.p,q:$.q}),{pressed:f($)}))}
        </div>
        ${v(g?p`<strong>${Kn(o,n)}</strong> ${u===m?h:o[`about_${_n(u,m)}`]}`:o.set_both)}
      </section>
      <section aria-label=${o.square_title}>
        <p class="tpl-head">${o.square_title}</p>
        ${wp(e,s)}
      </section>
    </div>
    <p class="tpl-small">${d(o.continuum,{strong:As})}</p>
    <details class="tpl-details"><summary>${o.table_title}</summary>
      ${N(o.table_title,[o.head_kind,o.head_p,o.head_q,o.head_passed,o.head_failed],t.examples.map($=>{let{passed:b,failed:_}=Os($.p,$.q),M=A=>d(o.times,{ratio:Vn(A),db:ls(ce(A))});return[o[`kind_${$.kind}`],Fs($.p),Fs($.q),M(b),M(_)]}))}
    </details>
    <p class="tpl-small">${o.sources}</p>`}function kp(e,s){let{config:t,value:n,record:r}=e,o=t.messages;return p`
    <p class="tpl-claim">${d(o.scene,t.card)}</p>
    ${S({name:s.id("guess"),legend:o.predict,value:n.guess??null,options:Jn.map(i=>({id:i,text:o[`option_${i}`]})),onpick:i=>s.set({guess:i})})}
    ${k(e,s,{stage:Rs,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:o[`option_${r.stages[Rs]?.first?.choice}`]})}
    ${T(e)}
    ${r.stages[Rs]?yp(e,s):p`<p class="tpl-small">${o.closed}</p>`}`}var io={};P(io,{asks:()=>Op,pointsOf:()=>Pl,view:()=>Hp});var qe="perceived intentions",Is="neutral",Sp=["predict","weights","intentions","years"],H=({config:e,value:s})=>e.claims.find(t=>t.id===s.claim),re=(e,s)=>`${e}.${s}`,De=({record:e,value:s},t)=>e.stages[re(t,s.claim)]?.last;function vl(e,s){let t=l=>e.record.stages[re(l,s)]?.last??{},[n,r,o,i]=Sp.map(t);return{claim:s,year:o.year??r.year??n.year??null,guess:n.choice??null,guess_share:n.share??null,weights:o.weights??r.weights??{},measures:o.measures??r.measures??{...e.config.plain},form:o.form??r.form??"additive",with_intentions:!!o.weights,tried:e.value?.tried??{},years_guess:i.choice??null}}function ze(e){let s=t=>!!De(e,t);return{predict:!!(H(e)&&e.value.year),weights:s("predict"),result:s("weights"),intentions:!e.three&&s("weights")&&!!(s("intentions")||e.value.with_intentions),years:s("intentions"),chart:s("years")}}var St=e=>({...e,three:!0});function X(e,s=e.value.measures){return ze(e).intentions&&s.intentions!==Is?e.config.sources:e.config.sources.filter(t=>t.id!==qe)}function Ap({config:e},s,t,n,r,o){return e.contrasts[s]?.[t]?.[n]?.[r.id]?.[o]??null}function Xn(e,{year:s=e.value.year,form:t=e.value.form,measures:n={}}={}){let r={...e.value.measures,...n};if(!s||!H(e))return null;let o=X(e,r).map(i=>Ap(e,e.value.claim,s,t,i,r[i.measure]));return o.every(i=>i!==null)?o:null}var Mp=e=>Le(X(e).map(s=>e.value.weights?.[s.id]));function Z(e){let s=Xn(e);if(!s)return null;let t=Mp(e),n=X(e).map(o=>e.value.weights?.[o.id]),r=t&&lt(s,t);return{contrasts:s,weights:t,share:le(s),dominance:it(s),leads:t===null?null:Math.sign(Math.abs(r)<1e-12?0:r),order:t&&ln(n),inOrder:t&&Fr(s,ln(n)),flip:t&&Ir(s,t)}}function as(e){return H(e).years.map(s=>{let t=Xn(e,{year:s});return{year:s,share:t&&le(t)}})}function Qn(e){return e.config.measures.intentions.map(s=>{let t=Xn(e,{measures:{intentions:s}});return{measure:s,share:t&&le(t)}})}function wl(e){let s=e.value.tried?.[e.value.claim]??[];return Qn(e).filter(({measure:t})=>s.includes(t))}function yl(e,s){let t=as(e).map(({share:n})=>n);return s===1&&!t.every(n=>n===1)?.9999:s===0&&!t.some(n=>n===0)?1e-4:s}function kl(e,s){return e===null||s===null?null:Math.abs(s-e)<.1?"stays":s>e?"rises":"falls"}function Zn(e){let s=e.map(o=>o*100),t=s.map(o=>Math.floor(o+1e-9)),n=100-t.reduce((o,i)=>o+i,0),r=s.map((o,i)=>[o-t[i],i]).sort((o,i)=>i[0]-o[0]||o[1]-i[1]);for(let[,o]of r.slice(0,n))t[o]+=1;return t}function Sl(e,s){let t=s.weights.map((o,i)=>(o-e[i])*100),n=t.indexOf(Math.max(...t)),r=t.map((o,i)=>({from:i,points:Math.ceil(-o-1e-9)})).filter(o=>o.points>0);return{moves:r,to:n,total:r.reduce((o,i)=>o+i.points,0)}}function eo(e,s=0){let t=[[1,0,0],[0,1,0],[0,0,1]],n=o=>s+lt(e,o),r=[];return t.forEach((o,i)=>{let l=t[(i+1)%3],[a,c]=[n(o),n(l)];if(a>0&&r.push(o),a>0!=c>0){let u=a/(a-c);r.push(o.map((m,g)=>m+u*(l[g]-m)))}}),r}var U=(e,s,t={})=>{let n=H(e),r={observer:n.observer.text,first:n.first.text,second:n.second.text,year:e.value.year};return te(d(e.config.messages[s],{...r,...t}))};function so(e,s=Z(e)){let t=e.config.messages;if(!s)return t.no_data;let n=X(e).map(a=>a.id);if(!s.weights){let a=n.filter(c=>(e.value.weights?.[c]??null)===null);return a.length?d(t.verdict_open,{names:E(a,t.and)}):t.all_zero}let r=Zn(s.weights),o=E(n.map((a,c)=>`${a} ${r[c]}`),t.and);if(s.leads===0)return U(e,"verdict_tie",{weights:o});let i=H(e),l=(s.leads>0?i.first:i.second).text;return U(e,"verdict",{weights:o,leader:l,scaled:e.three?t.scaled:""})}function Al(e,s=Z(e)){let t=Z(St(e));if(e.three||!s?.weights||!t?.weights||s.leads===t.leads)return"";let n=H(e),r=e.config.messages;return t.leads===0?r.before_level:U(e,"before_it_was",{leader:(t.leads>0?n.first:n.second).text})}function to(e,{share:s=!1}={}){let t=H(e);if(!t?.nearness)return"";let{capitals:n,border:r}=t.nearness,[o,i]=r[X(e).length===3?"three":"four"];return s?U(e,"nearness_share",{low:o,high:i,from:r.from,to:r.to}):U(e,"nearness",{capital:n[e.value.year]})}function no(e,s=Z(e)){if(!s)return"";let t=e.config.messages;if(s.dominance==="always")return U(e,"share_always");if(s.dominance==="never")return U(e,s.contrasts.every(r=>r===0)?"share_nothing":"share_never");let n=s.share>=.4&&s.share<=.6?t.near_coin:s.share>=.95?t.near_all:s.share<=.05?t.near_none:"";return U(e,"share",{share:w(s.share,t)})+n+t.stop}function Ml(e,s=Z(e)){let t=De(e,"predict");if(!t)return"";let n=H(e);return U(e,"predicted",{who:n[t.choice].text,share:t.share,year:t.year})}function Ol(e,s=Z(e)){if(!s?.order)return"";let t=e.config.messages;if(s.order.length===1)return t.order_none;let n=X(e).map(o=>o.id),r=s.order.map(o=>E(o.map(i=>n[i]),t.and)).join(t.before);return U(e,"in_order",{order:r,share:w(s.inOrder,t)})}function Tl(e,s=Z(e)){if(!s?.weights)return"";let t=e.config.messages;if(!s.flip)return t.flip_none;let n=X(e).map(l=>l.id),{moves:r,to:o}=Sl(s.weights,s.flip);if(!r.length)return t.flip_edge;let i=r.map((l,a)=>d(a?t.flip_more:t.flip_move,{n:l.points,source:n[l.from]}));return d(t.flip,{moves:E(i,t.and),to:n[o]})}function oo(e,s=Z(e)){let t=e.value.form==="additive"?"geometric":"additive",n=Z({...e,value:{...e.value,form:t}});if(!s?.weights||!n?.weights||s.leads===n.leads)return"";let r=H(e),o=n.leads>0?r.first.text:r.second.text;return U(e,n.leads===0?"form_tie":"form_turns",{form:e.config.messages[`form_${t}`],leader:o})}function Nl(e,s){let t=s.filter(({share:c})=>c!==null);if(t.length<2)return"";let n=e.config.messages,r=t.filter(({measure:c})=>c!==Is).length,o=t.map(({share:c})=>c),[i,l]=[Math.min(...o),Math.max(...o)].map(c=>w(c,n)),a=d(r===1?n.tried_one:n.tried_many,{n:r})+(r<t.length?n.tried_without:"");return U(e,i===l?"tried_same":"tried_range",{tried:a,low:i,high:l})}function El(e,{share:s,error:t,draws:n}){let r=H(e),o=(t*100).toFixed(1);return U(e,o==="0.0"?"joint_plain":"joint",{from:r.years[0],to:r.years.at(-1),draws:n.toLocaleString("en"),error:o,share:w(yl(e,s),e.config.messages)})}function ro(e){let s=e.config.messages,t=as(e).filter(({share:u})=>u!==null);if(t.length<2)return s.no_data;let[n,r]=[t[0],t.at(-1)],o=t.map(({share:u})=>u),[i,l]=[Math.min(...o),Math.max(...o)],a=U(e,"years_result",{from:n.year,to:r.year,a:w(n.share,s),b:w(r.share,s),low:w(i,s),high:w(l,s)}),c=l-i<.1?` ${d(s.years_same,{from:n.year,to:r.year})}`:"";return a+c}function jl(e){let s=De(e,"years"),t=e.config.messages,n=as(e),r=kl(n[0].share,n.at(-1).share);return s?d(t.years_predicted,{said:t[`moves_${s.choice}`],is:t[`moves_${r}`]??"–"}):""}function Bl(e,s,t){if(!X(e).map(o=>o.id).includes(qe))return U(e,"triangle");let r=s.weights?Zn(s.weights):null;return r?U(e,"triangle_slice",{n:r[3],rest:100-r[3],share:w(t,e.config.messages)}):e.config.messages.triangle_wait}function Op(e){let{value:s}=e;return!H(e)||!ze(e).chart||!s.measures.intentions?{}:{joint:{claim:s.claim,measures:s.measures,form:s.form}}}var Tp=(e,s)=>d(e.config.messages[s.paragraph?"claim_named":"claim"],{observer:s.observer.name,first:s.first.name,second:s.second.name,paragraph:s.paragraph}),_e=e=>{let s=H(e);return{observer:s.observer.text,first:s.first.text,second:s.second.text,year:e.value.year}};function Ll(e,s){let{config:t,value:n}=e,r=t.messages,o=H(e),i=n.measures[s.measure],l=i&&t.facts[o.id][n.year][s.id][i],a=i&&t.contrasts[o.id][n.year].additive[s.id][i];return p`<div class="tpl-source">
    <p><strong>${te(s.id)}</strong> <span class="tpl-small tpl-block">${i?r[`measure_${s.measure}_${i}`]:""}</span></p>
    ${l&&a!==null&&a!==void 0?er((1+a)/2,`${o.first.name}: ${l[0]}`,`${o.second.name}: ${l[1]}`):p`<p class="tpl-small">${r.no_data}</p>`}
  </div>`}function Np(e,s){let{config:t,value:n}=e,r=t.messages,o=H(e);return p`
    ${D({id:s.id("claim"),label:r.whose,value:n.claim??null,empty:r.choose,options:t.claims.map(i=>({id:i.id,text:Tp(e,i)})),onpick:i=>s.set(vl(e,i))})}
    ${o?D({id:s.id("year"),label:r.year,value:n.year?String(n.year):null,empty:r.choose,options:o.years.map(i=>({id:String(i),text:String(i)})),onpick:i=>s.set({year:Number(i)})}):h}
    ${o?.paragraph?p`<p class="tpl-small">${r[`about_${o.paragraph.toLowerCase()}`]}</p>`:h}`}function Ep(e,s){let{config:t,value:n}=e,r=t.messages,o=H(e),i=e.record.stages[re("predict",n.claim)]?.first;return p`
    <p>${d(r.tables_say,_e(e))}</p>
    <div class="tpl-thirds">${t.sources.filter(l=>l.id!==qe).map(l=>Ll(e,l))}</div>
    ${o.nearness?p`<p class="tpl-small">${to(e)}</p>`:h}
    <p class="tpl-small">${r.hidden}</p>
    ${S({name:s.id("guess"),legend:d(r.predict_who,_e(e)),inline:!0,value:n.guess??null,options:["first","second"].map(l=>({id:l,text:o[l].name})),onpick:l=>s.set({guess:l})})}
    ${G({id:s.id("guess-share"),label:d(r.predict_share,_e(e)),min:0,max:100,unit:"%",value:n.guess_share??null,onset:l=>s.set({guess_share:l})})}
    ${k(e,s,{stage:re("predict",n.claim),label:r.keep_prediction,value:{claim:n.claim,year:n.year,choice:n.guess,share:n.guess_share},missing:n.guess&&n.guess_share!==null?"":r.predict_missing,first:i&&d(r.first_prediction,{who:o[i.choice].text,share:i.share})})}`}function Cl(e,s,t){let n=e.config.messages,{weights:r={},measures:o,claim:i,year:l}=e.value,a=o[t.measure]&&e.config.facts[i][l][t.id][o[t.measure]];return q({id:s.id(t.id.replaceAll(" ","-")),label:p`${te(t.id)}`,note:a?d(n.swing_facts,{..._e(e),a:a[0],b:a[1]}):void 0,value:r[t.id]??null,min:0,max:10,step:1,rest:5,unset:n.not_set,ends:[n.swing_low,n.swing_high],onset:c=>s.set({weights:{...r,[t.id]:c}})})}var jp=(e,s)=>s.filter(t=>(e.value.weights?.[t]??null)===null);function Fl(e,s){let t=e.config.messages,n=jp(e,s);return n.length?d(t.weights_missing,{names:E(n,t.and)}):s.every(r=>e.value.weights[r]===0)?t.all_zero:""}function Bp(e,s){let{config:t,value:n}=e,r=t.messages,o=t.sources.filter(c=>c.id!==qe),i=o.map(c=>c.id),{intentions:l,...a}=n.measures;return p`
    <p>${d(r.swing,_e(e))}</p>
    ${F(r.your_weights,p`<div class="tpl-thirds">${o.map(c=>Cl(e,s,c))}</div>`)}
    ${ze(e).intentions?p`<p class="tpl-small">${Ge(e,re("weights",n.claim))}</p>`:k(e,s,{stage:re("weights",n.claim),label:r.keep_weights,missing:Fl(e,i),value:{claim:n.claim,year:n.year,form:n.form,measures:a,weights:Object.fromEntries(i.map(c=>[c,n.weights?.[c]??null]))},first:Rl(e,e.record.stages[re("weights",n.claim)]?.first.weights)})}`}var Rl=(e,s)=>s&&E(Object.entries(s).map(([t,n])=>`${t} ${n}`),e.config.messages.and);function Lp(e,s){let{config:t}=e,n=t.messages,r=H(e),o=t.sources.slice(0,3),i=Math.min(j(e).width,440),l=i-40,[a,c]=[40,40+l*.75],u=([J,be,ps])=>[20+l*(ps+be/2),c-(c-a)*be],m=X(e).length===4,g=m?s.weights?.[3]??null:0;if(m&&g===null)return p`<p class="tpl-small">${n.triangle_wait}</p>`;let f=s.contrasts.slice(0,3).map(J=>(1-g)*J+(m?g*s.contrasts[3]:0)),$=le(f),b=eo(f).map(u),_=eo(f.map(J=>-J)).map(u),M=1-g,A=s.weights&&M>1e-9?u(s.weights.slice(0,3).map(J=>J/M)):null,L=!m&&s.flip?u(s.flip.weights):null,ee=Bl(e,s,$),Xl=J=>[0,1].map(be=>J.reduce((ps,Ps)=>ps+Ps[be],0)/J.length),Mt=J=>J.map(be=>be.join(",")).join(" "),go=(J,be,ps)=>{if(be<.12)return h;let[Ps,ds]=Xl(J),fo=A&&Math.abs(A[0]-Ps)<90&&Math.abs(A[1]-ds)<28,Ql=fo&&(ds<A[1]?Math.min(ds,A[1]-26):Math.max(ds,A[1]+30));return x(Ps,fo?Ql:ds,d(n.leads,{name:ps}),"middle","tpl-strong")};return p`
    ${R({width:i,height:c+26,label:`${ee} ${so(e,s)}`},y`
      ${b.length?y`<polygon class="tpl-region" points=${Mt(b)}></polygon>`:h}
      ${_.length?y`<polygon class="tpl-region-second" points=${Mt(_)}></polygon>`:h}
      <polygon class="tpl-frame" points=${Mt([[1,0,0],[0,1,0],[0,0,1]].map(u))}></polygon>
      ${go(b,$,r.first.name)}${go(_,1-$,r.second.name)}
      ${L?y`${A?me([A,L],"tpl-move"):h}<path class="tpl-flip" d="M${L[0]},${L[1]-7}l7,7l-7,7l-7,-7z"></path>`:h}
      ${A?y`${V(A[0],A[1],"tpl-here","circle",8)}${x(A[0]+11,A[1]-8,n.you,"start","tpl-strong tpl-halo")}`:h}
      ${x(i/2,14,te(o[1].id),"middle")}${x(i/2,30,n.corner,"middle","tpl-fine")}
      ${x(0,c+18,te(o[0].id))}${x(i,c+18,te(o[2].id),"end")}`)}
    <p class="tpl-small">${ee}${L?` ${n.triangle_flip}`:""}</p>`}function Il(e){let s=e.config.messages,t=H(e),n=Z(e);if(!n)return p`<p>${s.no_data}</p>`;let{wide:r}=j(e),o=De(e,"predict"),i=o&&e.three&&o.year===e.value.year?o.share/100:null;return p`
    ${v(p`<strong>${so(e,n)}</strong> ${Al(e,n)} ${no(e,n)}`)}
    ${Ye(e,{share:n.share,first:t.first.name,second:t.second.name,said:i,saidText:o?d(s.you_said,{n:o.share}):"",label:no(e,n)})}
    <div class=${r?"tpl-columns":""}>
      <div>
        <p>${Tl(e,n)}</p>
        <p>${Ol(e,n)}</p>
        ${e.three?p`<p class="tpl-small">${Ml(e,n)}</p>`:h}
        ${t.nearness?p`<p class="tpl-small">${to(e,{share:!0})}</p>`:h}
        ${oo(e,n)?p`<p class="tpl-alert">${oo(e,n)}</p>`:h}
        ${W(e,s.contrast_table,[s.source,s.contrast,s.points_to,s.your_points],X(e).map((l,a)=>[te(l.id),n.contrasts[a].toFixed(2),n.contrasts[a]===0?s.neither:(n.contrasts[a]>0?t.first:t.second).name,n.weights?(n.weights[a]*100).toFixed(0):s.not_set]))}
      </div>
      <div>${Lp(e,n)}</div>
    </div>`}function Cp(e,s){let{config:t,value:n}=e,r=t.messages;if(!ze(e).intentions)return p`<p>${r.intentions_intro}</p>${B(r.add_intentions,m=>{let g=m.currentTarget.closest(".tpl");s.set({with_intentions:!0}),g.querySelector(`input[name="${s.id("intentions")}"]`)?.focus()})}`;let o=t.sources.find(m=>m.id===qe),i=m=>s.set({measures:{...n.measures,intentions:m},tried:{...n.tried,[n.claim]:[...new Set([...n.tried?.[n.claim]??[],m])]}}),l=Qn(e),a=wl(e),c=n.measures.intentions,u=X(e).map(m=>m.id);return p`
    ${S({name:s.id("intentions"),legend:d(r.measure_question,_e(e)),value:c??null,onpick:i,options:l.map(({measure:m,share:g})=>({id:m,text:p`${r[`measure_intentions_${m}`]}<span class="tpl-block tpl-small">${r[`note_intentions_${m}`]}${Fp(e,m)}${g===null?` ${r.no_data}`:""}</span>`}))})}
    ${c&&c!==Is?p`${Ll(e,o)}
      ${F(r.their_weight,Cl(e,s,o))}`:h}
    ${c?Il(e):h}
    ${N(d(r.tried_table,_e(e)),[r.measure,r.share_head],l.map(({measure:m,share:g})=>[r[`measure_intentions_${m}`],a.some(f=>f.measure===m)?g===null?r.no_data:w(g,r):r.not_tried]))}
    ${v(Nl(e,a))}
    ${k(e,s,{stage:re("intentions",n.claim),label:r.keep_all,missing:c?Fl(e,u):r.choose_measure,value:{claim:n.claim,year:n.year,form:n.form,measures:n.measures,weights:Object.fromEntries(u.map(m=>[m,n.weights?.[m]??null]))},first:Rl(e,e.record.stages[re("intentions",n.claim)]?.first.weights)})}
    ${c?Rp(e,s):h}`}function Fp(e,s){let t=e.config.messages[`note_intentions_${s}_${e.value.year}`];return t?` ${t}`:""}function Rp(e,s){let{config:t,value:n}=e,r=t.messages,o=i=>l=>s.set({measures:{...n.measures,[i]:l}});return p`<details class="tpl-details"><summary>${r.other_choices}</summary>
    <p class="tpl-small">${r.other_choices_note}</p>
    ${["power","distance","offence"].map(i=>p`${D({id:s.id(`measure-${i}`),label:r[`choice_${i}`],value:n.measures[i],options:t.measures[i].map(l=>({id:l,text:r[`measure_${i}_${l}`]})),onpick:o(i)})}${r[`note_${i}_${n.measures[i]}`]?p`<p class="tpl-small">${r[`note_${i}_${n.measures[i]}`]}</p>`:h}`)}
    ${S({name:s.id("form"),legend:r.form,inline:!0,value:n.form,options:["additive","geometric"].map(i=>({id:i,text:r[`form_${i}`]})),onpick:i=>s.set({form:i})})}
    <p class="tpl-small">${r.form_note}</p></details>`}function Pl(e){let s=Math.round(e*100);return s===100&&e<1?">99":s===0&&e>0?"<1":String(s)}function Ip(e){let s=e.config.messages,t=as(e),{width:n}=j(e),r=C([t[0].year,t.at(-1).year],[52,n-30]),o=C([0,1],[170,24]),i=t.filter(({share:l})=>l!==null);return p`
    <p class="tpl-head">${d(s.years_title,_e(e))}</p>
    ${R({width:n,height:200,label:ro(e)},y`
      ${[0,.5,1].map(l=>y`<line class=${l===.5?"tpl-half":"tpl-grid"} x1="44" x2=${n-20} y1=${o(l)} y2=${o(l)}></line>
        ${x(38,o(l)+4,`${l*100} %`,"end")}`)}
      ${me(i.map(l=>[r(l.year),o(l.share)]),"tpl-thin")}
      ${i.map(l=>y`${V(r(l.year),o(l.share),"tpl-first","circle",l.year===e.value.year?7:5)}
        ${x(r(l.year),o(l.share)+(l.share>.5?20:-10),Pl(l.share),"middle","tpl-halo")}`)}
      ${t.map(l=>x(r(l.year),194,n<420?`’${String(l.year).slice(2)}`:l.year,"middle"))}`)}
    ${W(e,s.years_title_plain,[s.year,s.share_head],t.map(l=>[l.year,l.share===null?s.no_data:w(l.share,s)]))}`}function Pp(e,s){let{value:t}=e,n=e.config.messages,r=H(e),o={..._e(e),from:r.years[0],to:r.years.at(-1)},i=e.answers.joint,l=i?.pending||!i?.answer;return p`
    ${S({name:s.id("years"),legend:d(n.years_question,o),value:t.years_guess??null,options:["falls","stays","rises"].map(a=>({id:a,text:n[`moves_${a}`]})),onpick:a=>s.set({years_guess:a})})}
    ${k(e,s,{stage:re("years",t.claim),label:n.keep_prediction,value:{claim:t.claim,choice:t.years_guess??null,measures:t.measures,form:t.form},missing:t.years_guess?"":n.years_missing,unchanged:De(e,"years")?.choice===t.years_guess})}
    ${ze(e).chart?p`
      <p class="tpl-small">${jl(e)}</p>
      ${v(ro(e))}
      ${Ip(e)}
      ${e.live?p`<p aria-live="polite">${l?n.waiting:El(e,i.answer)}</p>`:h}
      <p class="tpl-small">${n.years_try}</p>`:h}`}function Hp(e,s){let t=e.config.messages,n=ze(e);return p`
    ${O(t.step_choose,p`${Np(e,s)}${n.predict?Ep(e,s):h}`)}
    ${T(e)}
    ${n.weights?O(t.step_weigh,Bp(e,s)):h}
    ${n.result?O(t.step_see,Il(St(e))):h}
    ${n.result?O(t.step_intentions,Cp(e,s)):h}
    ${n.years?O(t.step_years,Pp(e,s)):h}
    ${n.predict&&!n.result?p`<p class="tpl-small">${n.weights?t.closed_weights:t.closed_predict}</p>`:h}
    <p class="tpl-small">${t.assumptions}</p>`}var co={};P(co,{STAGE:()=>At,fresh:()=>ao,isChanged:()=>Ul,linesOf:()=>lo,missing:()=>zl,view:()=>zp});var At="verdict";function zl(e,s){let t=e.messages,n=e.tools.find(({id:r})=>r===s.tool);return e.tools.every(r=>r.missing)?t.nothing:!n||n.missing?t.missing_tool:(s.conclusion??"").trim()?"":t.missing_conclusion}function lo(e,s){let t=e.messages,n=e.tools.find(({id:r})=>r===s.tool);return[(s.conclusion??"").trim()||t.line_open,n?.holds||t.line_open,n?.flips||t.line_open]}var Hl=e=>p`<ol class="tpl-list">${e.map(s=>p`<li>${s}</li>`)}</ol>`,ao=({config:e,record:s})=>({...e,...s.reveal?.now}),qp=e=>e.filter(({said:s})=>s).map(({said:s})=>s),ql=(e,s)=>e.length===s.length&&e.every((t,n)=>t===s[n]);function Ul(e){let s=e.record.stages[At],{reveal:t}=e.record;if(!s||!t)return!1;let n=ao(e);return s.last.tool!==(e.value.tool??null)||!ql(t.lines.slice(1),lo(n,e.value).slice(1))||s.last.conclusion!==Dp(e.value.conclusion)||!ql(t.beside,qp(n.beside))}var Dp=e=>(e??"").trim().split(/\s+/).join(" "),Dl=e=>p`<ul class="tpl-list">${e.map(s=>p`<li>${s}</li>`)}</ul>`;function zp(e,s){let{value:t,record:n}=e,r=ao(e),o=r.messages,i=r.tools.filter(m=>!m.missing),l=r.tools.filter(m=>m.missing),a={conclusion:(t.conclusion??"").trim(),tool:t.tool??null},c=n.stages[At],u=Ul(e);return p`
    <p>${o.intro}</p>
    ${i.length?S({name:s.id("tool"),legend:o.tool,value:t.tool??null,options:i.map(({id:m,said:g})=>({id:m,text:p`${o[`tool_${m}`]}<span class="tpl-block tpl-small">${g}</span>`})),onpick:m=>s.set({tool:m})}):p`<p>${o.nothing}</p>`}
    ${l.length?p`<ul class="tpl-list">${l.map(({id:m,missing:g})=>p`<li><strong>${o[`tool_${m}`]}</strong>: ${g}</li>`)}</ul>`:h}
    ${ve({id:s.id("conclusion"),label:o.conclusion,rows:2,value:t.conclusion??"",oninput:m=>s.set({conclusion:m})})}
    <p><strong>${o.preview}</strong></p>
    ${Hl(lo(r,t))}
    <p><strong>${o.beside}</strong></p>
    ${Dl(r.beside.map(({said:m,missing:g})=>m||g))}
    <p class="tpl-small">${o.warning}</p>
    ${k(e,s,{stage:At,value:a,label:o.commit,missing:zl(r,t),first:c?.first.conclusion,unchanged:!!c&&!u})}
    ${T(e)}
    ${v(u?o.stale:n.reveal?d(o.file,{name:n.reveal.file}):"")}
    ${n.reveal&&u?p`<p><strong>${o.kept_heading}</strong></p>${Hl(n.reveal.lines)}${Dl(n.reveal.beside)}`:h}
    <p class="tpl-small">${o.fresh}</p>`}var cs={argument_map:Ht,check:Dt,choose_first:Wt,claim_sorter:Jt,controversy:Xt,curve_lab:sn,domain_coder:tn,estimate:on,factor_weigher:$n,evidence_balance:xn,four_worlds:kn,holdout:Tn,note:Nn,odds_diary:En,reading:jn,reference_point:qn,reweigher:Gn,test_square:Yn,threat_weigher:io,verdict:co};var Wl={open:"Large view",back:"Back (Esc)",larger:"Larger",smaller:"Smaller",name:"Large view",opened:"Large view: only this exercise is on the screen. Escape leads back.",closed:"Back on the page."};var Wp=12,Gp=28/1080,Vp=600,Jp=340,Kp=1.15,Gl=4;function Yp(e,s,t=0){let n=Math.max(1,Math.min(s*Gp/Wp,e/Vp));return Math.max(1,Math.min(n*Kp**t,Math.max(n,e/Jp)))}function Xp(e){let s=[];for(let t=e;t&&t!==t.ownerDocument.body;t=t.parentElement)s.push(...[...t.parentElement?.children??[]].filter(n=>n!==t));return s}function Qp(e){let s=Xp(e).filter(t=>t instanceof HTMLElement&&!t.inert);for(let t of s)t.inert=!0;return()=>{for(let t of s)t.inert=!1}}async function Zp(e){try{await e.requestFullscreen({navigationUI:"hide"})}catch{if(!e.classList.contains("tpl-large")||!e.showPopover)return;e.popover="manual",e.showPopover()}}function Vl(e){e.matches(":fullscreen")&&e.ownerDocument.exitFullscreen().catch(()=>{}),e.removeAttribute("popover")}function Jl(e,s){let t=document.createElement("div"),n=document.createElement("div");t.className="tpl-stage",n.className="tpl-bar",t.append(n,e);let r=0,o=null,i="";function l(){let $=Yp(t.offsetWidth,t.offsetHeight,r);t.style.setProperty("--tpl-times",$.toFixed(3))}function a($){r=Math.max(-Gl,Math.min(Gl,r+$)),l()}function c(){Vs(p`<span class="tpl-out" role="status">${i}</span>
      ${o?p`${B(s.smaller,()=>a(-1),{plain:!0})}
        ${B(s.larger,()=>a(1),{plain:!0})}`:h}
      ${B(o?s.back:s.open,o?f:g,{plain:!0})}`,n)}let u=new ResizeObserver(l),m=()=>{o?.full&&!t.matches(":fullscreen")&&f()};function g(){let $=t.parentElement,b=$.style.minHeight;$.style.minHeight=`${$.offsetHeight}px`;let _=Qp(t);o={full:!1,run(){_(),$.style.minHeight=b}},t.classList.add("tpl-large"),t.role="dialog",t.ariaModal="true",t.ariaLabel=s.name,i=s.opened,c(),l(),u.observe(t),document.addEventListener("fullscreenchange",m),Zp(t).then(()=>{o?o.full=t.matches(":fullscreen"):Vl(t)})}function f(){if(!o||(document.removeEventListener("fullscreenchange",m),u.disconnect(),Vl(t),t.classList.remove("tpl-large"),t.role=t.ariaModal=t.ariaLabel=null,o.run(),o=null,i=s.closed,c(),!t.isConnected))return;let $=n.querySelector("button");$.focus({preventScroll:!0}),$.scrollIntoView({block:"nearest"})}return t.addEventListener("keydown",$=>{!o||!["Escape","Enter"].includes($.key)||($.stopPropagation(),$.key==="Escape"&&f())}),c(),{frame:t,stop:f}}function Kl({words:e,data:s}){let t=r=>r.startsWith("~")?r.startsWith("~~")?r.slice(1):e[parseInt(r.slice(1),16)]:r,n=r=>typeof r=="string"?t(r):Array.isArray(r)?r.map(n):r===null||typeof r!="object"?r:Object.fromEntries(Object.entries(r).map(([o,i])=>[t(o),n(i)]));return n(s)}function po(e,s,t,n){let r=e[s.get().kind],o=document.createElement("div");o.className="tpl",o.lang=s.get().config.language??"en",o.dataset.kind=s.get().kind;let{frame:i,stop:l}=Jl(o,Wl);t.replaceChildren(i),Lo(i);let a=f=>Vs(r?r.view(f,s.act):p`<p role="alert">${f.kind}?</p>`,o),c=n?.find(s.get())??null,u=s.subscribe(a),m=n?s.subscribe(n.keep):()=>{};s.start(),c!==null&&(s.act.local({restored:c}),s.act.set(n.patch(c,s.get())));let g=new ResizeObserver(f=>s.hear.width(f[0].contentRect.width));return g.observe(o),()=>{l(),g.disconnect(),u(),m(),s.stop()}}function uo(e,s,t){let n=e[t.kind],o=Hs(t,{live:!1,push(){},ask(){},commit(i,l){let{record:a}=o.get(),c=n.revealHere?.(o.get(),i,l)??null;o.hear.record(_o(a,i,l,c))}});return po(e,o,s)}function Yl(e,s){s.dataset.live="";let t=s.querySelector("script[type='application/json']"),n=JSON.parse(t.textContent),r="packed"in t.dataset?Kl(n):n;uo(e,s.querySelector(".tpl-still"),r)}function mo(e){try{e()}catch(s){console.info(`Not sent: ${s.message}`)}}function ed({model:e,el:s}){let t={live:!0,push(m){mo(()=>{e.set("value",m),e.save_changes()})},commit:(m,g)=>mo(()=>e.send({do:"commit",stage:m,value:g})),ask:(m,g)=>mo(()=>e.send({do:"ask",id:m,question:g}))},n={kind:e.get("_kind"),config:e.get("_config"),value:e.get("value"),record:e.get("_record"),message:e.get("_message")},r=Hs(n,t,cs[n.kind]?.asks),o=()=>r.hear.value(e.get("value")),i=()=>r.hear.record(e.get("_record")),l=()=>r.hear.message(e.get("_message")),a=m=>{m?.answer!==void 0&&r.hear.answer(m.answer,m.question,m.result)};e.on("change:value",o),e.on("change:_record",i),e.on("change:_message",l),e.on("msg:custom",a);let c=cs[n.kind]?.draft,u=po(cs,r,s,c&&bo(e.get("_key"),c));return()=>{u(),e.off("change:value",o),e.off("change:_record",i),e.off("change:_message",l),e.off("msg:custom",a)}}var Gm=(e,s)=>uo(cs,e,s);function sd(e){let s=document.querySelector(`figure.tpl-figure[data-content="${e}"]:not([data-live])`);s&&Yl(cs,s)}globalThis.tplAdopt=sd;var Vm={render:ed};export{sd as adopt,Vm as default,Gm as mount};
