/* Built from js/src by js/build.mjs; licences: widgets.licences.txt */
var ta=Object.defineProperty;var H=(e,t)=>{for(var s in t)ta(e,s,{get:t[s],enumerable:!0})};var bo={revision:0,time:"",committed:{},stages:{},reveal:null},sa=()=>globalThis.tplFigures=(globalThis.tplFigures??0)+1;function xo(e,t){let s,n,r=()=>{s!==void 0&&(clearTimeout(s),s=void 0,e(...n))};return{later:(...i)=>{n=i,clearTimeout(s),s=setTimeout(r,t)},now:r,busy:()=>s!==void 0}}var Ns=(e,t)=>JSON.stringify(e)===JSON.stringify(t);function Ut(e,t,s=()=>({})){let n=sa(),r=new Set,o={kind:e.kind,config:e.config??{},value:e.value??{},record:{...bo,...e.record},message:e.message??"",local:{},answers:{},waiting:"",silent:!1,live:t.live,width:640},i=xo(t.push,120),l=xo(g=>{for(let[$,b]of g)t.ask($,b)},300),a;function c(g){o={...o,...g},o.live&&u();for(let $ of r)$(o)}function u(){let g=Object.entries(s(o)),$=g.filter(([_,O])=>!Ns(o.answers[_]?.question,O));if(!$.length)return;let b={...o.answers};for(let[_,O]of $)b[_]={question:O,pending:!0,answer:b[_]?.answer??null};o={...o,answers:b},l.later(g.filter(([_])=>b[_].pending))}function m(g){clearTimeout(a),c({...g,waiting:"",silent:!1})}return{act:{set(g){c({value:{...o.value,...g}}),i.later(o.value)},local(g){c({local:{...o.local,...g}})},commit(g,$){i.now(),clearTimeout(a),t.live&&(a=setTimeout(()=>c({silent:!0}),5e3),c({waiting:g,silent:!1,message:""})),t.commit(g,$)},id:g=>`tpl-${n}-${g}`},get:()=>o,hear:{value(g){!i.busy()&&!Ns(g,o.value)&&c({value:g})},record:g=>m({record:{...bo,...g}}),message:g=>g?m({message:g}):c({message:g}),width(g){g>0&&Math.abs(g-o.width)>=1&&c({width:g})},answer(g,$,b){Ns(o.answers[g]?.question,$)&&c({answers:{...o.answers,[g]:{question:$,pending:!1,answer:b}}})}},start:()=>c({}),subscribe(g){return r.add(g),()=>r.delete(g)},stop(){i.now(),clearTimeout(a),r.clear()}}}function vo(e,t,s,n=null){let r=e.stages[t],o=(r?.revision??0)+1;return{revision:o,time:"",committed:{...e.committed,[t]:s},stages:{...e.stages,[t]:{revision:o,time:"",first:r?.first??s,last:s}},reveal:n??e.reveal}}var na="tpl-draft:";function oa(){try{return globalThis.sessionStorage??null}catch{return null}}var ra=e=>({saved:t=>t.record.stages[e]?.revision??0,kept:t=>t.record.stages[e]?.last?.text??"",now:t=>t.value.text??"",patch:t=>({text:t})});function wo(e,t,s=oa()){let n=`${na}${e}`,{saved:r,kept:o,now:i,patch:l}=typeof t=="string"?ra(t):t,a,c=m=>{try{return s?m():null}catch{return null}},u=m=>{m!==a&&(a=m,c(()=>m===null?s.removeItem(n):s.setItem(n,m)))};return{patch:l,find(m){let f=c(()=>s.getItem(n));if(!f)return null;try{let g=JSON.parse(f);return r(m)>g.after||g.text===o(m)||g.text===i(m)?null:typeof g.text=="string"?g.text:null}catch{return null}},keep(m){let f=i(m),g=f.trim()!==""&&f.trim()!==o(m).trim();u(g?JSON.stringify({text:f,after:r(m)}):null)}}}var zs={};H(zs,{STAGE:()=>vt,advice:()=>Vo,draft:()=>_a,mapOf:()=>he,standing:()=>Ko,view:()=>Ma,wrapped:()=>Jo});var Bs=globalThis,yo=e=>e,Wt=Bs.trustedTypes,ko=Wt?Wt.createPolicy("lit-html",{createHTML:e=>e}):void 0,Ls="$lit$",fe=`lit$${Math.random().toFixed(9).slice(2)}$`,Cs="?"+fe,ia=`<${Cs}>`,Ne=document,$t=()=>Ne.createComment(""),_t=e=>e===null||typeof e!="object"&&typeof e!="function",Fs=Array.isArray,Eo=e=>Fs(e)||typeof e?.[Symbol.iterator]=="function",js=`[ 	
\f\r]`,ht=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,So=/-->/g,Ao=/>/g,Te=RegExp(`>|${js}(?:([^\\s"'>=/]+)(${js}*=${js}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Mo=/'/g,Oo=/"/g,No=/^(?:script|style|textarea|title)$/i,Is=e=>(t,...s)=>({_$litType$:e,strings:t,values:s}),p=Is(1),y=Is(2),cd=Is(3),ce=Symbol.for("lit-noChange"),h=Symbol.for("lit-nothing"),To=new WeakMap,Ee=Ne.createTreeWalker(Ne,129);function jo(e,t){if(!Fs(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return ko!==void 0?ko.createHTML(t):t}var Bo=(e,t)=>{let s=e.length-1,n=[],r,o=t===2?"<svg>":t===3?"<math>":"",i=ht;for(let l=0;l<s;l++){let a=e[l],c,u,m=-1,f=0;for(;f<a.length&&(i.lastIndex=f,u=i.exec(a),u!==null);)f=i.lastIndex,i===ht?u[1]==="!--"?i=So:u[1]!==void 0?i=Ao:u[2]!==void 0?(No.test(u[2])&&(r=RegExp("</"+u[2],"g")),i=Te):u[3]!==void 0&&(i=Te):i===Te?u[0]===">"?(i=r??ht,m=-1):u[1]===void 0?m=-2:(m=i.lastIndex-u[2].length,c=u[1],i=u[3]===void 0?Te:u[3]==='"'?Oo:Mo):i===Oo||i===Mo?i=Te:i===So||i===Ao?i=ht:(i=Te,r=void 0);let g=i===Te&&e[l+1].startsWith("/>")?" ":"";o+=i===ht?a+ia:m>=0?(n.push(c),a.slice(0,m)+Ls+a.slice(m)+fe+g):a+fe+(m===-2?l:g)}return[jo(e,o+(e[s]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),n]},bt=class e{constructor({strings:t,_$litType$:s},n){let r;this.parts=[];let o=0,i=0,l=t.length-1,a=this.parts,[c,u]=Bo(t,s);if(this.el=e.createElement(c,n),Ee.currentNode=this.el.content,s===2||s===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(r=Ee.nextNode())!==null&&a.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let m of r.getAttributeNames())if(m.endsWith(Ls)){let f=u[i++],g=r.getAttribute(m).split(fe),$=/([.?@])?(.*)/.exec(f);a.push({type:1,index:o,name:$[2],strings:g,ctor:$[1]==="."?Vt:$[1]==="?"?Kt:$[1]==="@"?Jt:Be}),r.removeAttribute(m)}else m.startsWith(fe)&&(a.push({type:6,index:o}),r.removeAttribute(m));if(No.test(r.tagName)){let m=r.textContent.split(fe),f=m.length-1;if(f>0){r.textContent=Wt?Wt.emptyScript:"";for(let g=0;g<f;g++)r.append(m[g],$t()),Ee.nextNode(),a.push({type:2,index:++o});r.append(m[f],$t())}}}else if(r.nodeType===8)if(r.data===Cs)a.push({type:2,index:o});else{let m=-1;for(;(m=r.data.indexOf(fe,m+1))!==-1;)a.push({type:7,index:o}),m+=fe.length-1}o++}}static createElement(t,s){let n=Ne.createElement("template");return n.innerHTML=t,n}};function je(e,t,s=e,n){if(t===ce)return t;let r=n!==void 0?s._$Co?.[n]:s._$Cl,o=_t(t)?void 0:t._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(!1),o===void 0?r=void 0:(r=new o(e),r._$AT(e,s,n)),n!==void 0?(s._$Co??=[])[n]=r:s._$Cl=r),r!==void 0&&(t=je(e,r._$AS(e,t.values),r,n)),t}var Gt=class{constructor(t,s){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=s}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:s},parts:n}=this._$AD,r=(t?.creationScope??Ne).importNode(s,!0);Ee.currentNode=r;let o=Ee.nextNode(),i=0,l=0,a=n[0];for(;a!==void 0;){if(i===a.index){let c;a.type===2?c=new Ke(o,o.nextSibling,this,t):a.type===1?c=new a.ctor(o,a.name,a.strings,this,t):a.type===6&&(c=new Yt(o,this,t)),this._$AV.push(c),a=n[++l]}i!==a?.index&&(o=Ee.nextNode(),i++)}return Ee.currentNode=Ne,r}p(t){let s=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(t,n,s),s+=n.strings.length-2):n._$AI(t[s])),s++}},Ke=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,s,n,r){this.type=2,this._$AH=h,this._$AN=void 0,this._$AA=t,this._$AB=s,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,s=this._$AM;return s!==void 0&&t?.nodeType===11&&(t=s.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,s=this){t=je(this,t,s),_t(t)?t===h||t==null||t===""?(this._$AH!==h&&this._$AR(),this._$AH=h):t!==this._$AH&&t!==ce&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Eo(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==h&&_t(this._$AH)?this._$AA.nextSibling.data=t:this.T(Ne.createTextNode(t)),this._$AH=t}$(t){let{values:s,_$litType$:n}=t,r=typeof n=="number"?this._$AC(t):(n.el===void 0&&(n.el=bt.createElement(jo(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(s);else{let o=new Gt(r,this),i=o.u(this.options);o.p(s),this.T(i),this._$AH=o}}_$AC(t){let s=To.get(t.strings);return s===void 0&&To.set(t.strings,s=new bt(t)),s}k(t){Fs(this._$AH)||(this._$AH=[],this._$AR());let s=this._$AH,n,r=0;for(let o of t)r===s.length?s.push(n=new e(this.O($t()),this.O($t()),this,this.options)):n=s[r],n._$AI(o),r++;r<s.length&&(this._$AR(n&&n._$AB.nextSibling,r),s.length=r)}_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;){let n=yo(t).nextSibling;yo(t).remove(),t=n}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},Be=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,s,n,r,o){this.type=1,this._$AH=h,this._$AN=void 0,this.element=t,this.name=s,this._$AM=r,this.options=o,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=h}_$AI(t,s=this,n,r){let o=this.strings,i=!1;if(o===void 0)t=je(this,t,s,0),i=!_t(t)||t!==this._$AH&&t!==ce,i&&(this._$AH=t);else{let l=t,a,c;for(t=o[0],a=0;a<o.length-1;a++)c=je(this,l[n+a],s,a),c===ce&&(c=this._$AH[a]),i||=!_t(c)||c!==this._$AH[a],c===h?t=h:t!==h&&(t+=(c??"")+o[a+1]),this._$AH[a]=c}i&&!r&&this.j(t)}j(t){t===h?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Vt=class extends Be{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===h?void 0:t}},Kt=class extends Be{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==h)}},Jt=class extends Be{constructor(t,s,n,r,o){super(t,s,n,r,o),this.type=5}_$AI(t,s=this){if((t=je(this,t,s,0)??h)===ce)return;let n=this._$AH,r=t===h&&n!==h||t.capture!==n.capture||t.once!==n.once||t.passive!==n.passive,o=t!==h&&(n===h||r);r&&this.element.removeEventListener(this.name,this,n),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Yt=class{constructor(t,s,n){this.element=t,this.type=6,this._$AN=void 0,this._$AM=s,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(t){je(this,t)}},Lo={M:Ls,P:fe,A:Cs,C:1,L:Bo,R:Gt,D:Eo,V:je,I:Ke,H:Be,N:Kt,U:Jt,B:Vt,F:Yt},la=Bs.litHtmlPolyfillSupport;la?.(bt,Ke),(Bs.litHtmlVersions??=[]).push("3.3.3");var Xt=(e,t,s)=>{let n=s?.renderBefore??t,r=n._$litPart$;if(r===void 0){let o=s?.renderBefore??null;n._$litPart$=r=new Ke(t.insertBefore($t(),o),o,void 0,s??{})}return r._$AI(e),r};var Le={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Qt=e=>(...t)=>({_$litDirective$:e,values:t}),Je=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,s,n){this._$Ct=t,this._$AM=s,this._$Ci=n}_$AS(t,s){return this.update(t,s)}update(t,s){return this.render(...s)}};var{I:md}=Lo;var Co=e=>e.strings===void 0;var aa={},Zt=(e,t=aa)=>e._$AH=t;var ge=Qt(class extends Je{constructor(e){if(super(e),e.type!==Le.PROPERTY&&e.type!==Le.ATTRIBUTE&&e.type!==Le.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Co(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===ce||t===h)return t;let s=e.element,n=e.name;if(e.type===Le.PROPERTY){if(t===s[n])return ce}else if(e.type===Le.BOOLEAN_ATTRIBUTE){if(!!t===s.hasAttribute(n))return ce}else if(e.type===Le.ATTRIBUTE&&s.getAttribute(n)===t+"")return ce;return Zt(e),t}});function d(e,t={}){return String(e??"").replace(/\{(\w+)\}/g,(s,n)=>n in t?String(t[n]):s)}var X=e=>String(e??"").replace(/(^|[\s(“"])\*(\S[^*]*)\*/g,"$1$2");function w(e,t={}){if(e==null||Number.isNaN(e))return"–";let s=Math.round(e*100);return s===100&&e<1?d(t.more_than??"more than {n} %",{n:99}):s===0&&e>0?d(t.less_than??"less than {n} %",{n:1}):`${s} %`}function ye(e){if(e==null)return"–";let t=Math.abs(e).toFixed(2).replace(/^0/,"");return e<=-.005?`−${t}`:t}function Fo(e){let t=new Date(e);return!e||Number.isNaN(t.getTime())?"":t.toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"})}function ca(e){let{key:t}=e;if(t==="Tab"||t==="Escape")return!0;let s=!!(e.ctrlKey||e.metaKey);return t==="Enter"?s||!!(e.shiftKey||e.altKey):s&&t.toLowerCase()==="s"}function Io(e){e.addEventListener("keydown",t=>{ca(t)||t.stopPropagation()})}var pa=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","End","PageUp","PageDown"];function D(e){let t=e.value!==null&&e.value!==void 0,s=t?(e.show??String)(e.value):e.unset,n=t?e.value:e.rest??(e.min+e.max)/2,r=l=>e.onset(Number(l.target.value)),o=l=>{t||r(l)},i=l=>{(pa.includes(l.key)||l.key==="Enter"||l.key===" ")&&o(l)};return p`<div class="tpl-slider ${t?"":"tpl-unset"}">
    <div class="tpl-row">
      <label for=${e.id}>${e.label}</label>
      <output for=${e.id}>${s}</output>
    </div>
    <input
      type="range" id=${e.id} min=${e.min} max=${e.max} step=${e.step}
      .value=${ge(String(n))} aria-valuetext=${s}
      aria-describedby=${e.note?`${e.id}-note`:h}
      @input=${r} @change=${r} @pointerup=${o} @keyup=${i}
    />
    ${e.ends?p`<div class="tpl-row tpl-small"><span>${e.ends[0]}</span><span>${e.ends[1]}</span></div>`:h}
    ${e.note?p`<p class="tpl-small" id="${e.id}-note">${e.note}</p>`:h}
  </div>`}function F(e,t,s=""){return p`<fieldset class="tpl-group ${s}"><legend>${e}</legend>${t}</fieldset>`}function M(e){return F(e.legend,p`<div class="tpl-options ${e.inline?"tpl-inline":""}">
      ${e.options.map(t=>p`<label class="tpl-option">
          <input
            type="radio" name=${e.name} value=${t.id}
            .checked=${ge(t.id===e.value)}
            @change=${()=>e.onpick(t.id)}
          /><span>${t.text}${t.note?p` ${t.note}`:h}</span></label>`)}
    </div>`)}function z(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <select id=${e.id} .value=${ge(e.value??"")} @change=${t=>t.target.value!==""&&e.onpick(t.target.value)}>
      ${e.empty!==void 0?p`<option value="" ?selected=${!e.value} disabled>${e.empty}</option>`:h}
      ${e.options.map(t=>p`<option value=${t.id} ?selected=${t.id===e.value}>${t.text}</option>`)}
    </select>
  </div>`}function da(e,t,s){let n=Number(String(e).trim().replace(",","."));return String(e).trim()===""||!(n>=t&&n<=s)?null:n}function K(e){return p`<div class="tpl-field">
    <label for=${e.id}>${e.label}</label>
    <span>
      <input
        type="number" id=${e.id} min=${e.min} max=${e.max} step=${e.step??1} inputmode="numeric"
        value=${e.value??h}
        @input=${t=>e.onset(da(t.target.value,e.min,e.max))}
      />${e.unit?p` <span>${e.unit}</span>`:h}</span>
  </div>`}function Rs(e){return(e??"").trim().split(/\s+/).filter(Boolean).length}function ke(e){return p`<div class="tpl-field tpl-wide">
    <label for=${e.id}>${e.label}</label>
    <textarea
      id=${e.id} rows=${e.rows??4} .value=${ge(e.value??"")}
      placeholder=${e.placeholder||h} aria-describedby=${e.describedby??h}
      @input=${t=>e.oninput(t.target.value)}
    ></textarea>
  </div>`}function L(e,t,{plain:s=!1,pressed:n}={}){return p`<button
    type="button" class="tpl-button ${s?"tpl-plain":""}"
    aria-pressed=${n===void 0?h:String(n)}
    @click=${t}
  >${e}</button>`}function Ro(e,t){if(e===null||t===null||typeof e!="object"||typeof t!="object")return e===t;let s=Object.keys(e);return s.length===Object.keys(t).length&&s.every(n=>Ro(e[n],t[n]))}function ua(e,t){return Ro(Object.fromEntries(Object.keys(t).map(s=>[s,e[s]])),t)}function k(e,t,s){let n=e.config.messages??{},r=e.record.stages[s.stage],o=(r?.revision??0)+1,i=e.waiting===s.stage,l=!!r&&(s.unchanged??ua(r.last,s.value)),a=!!s.missing||i||l,c=r&&!l?d(n.commit_again,{label:s.label,n:o}):s.label,u=()=>{a||t.commit(s.stage,s.value)},m=i?e.silent?n.no_answer:n.saving:s.missing?s.missing:r?Ye(e,s.stage):"";return p`<div class="tpl-commit">
    <button
      type="button" class="tpl-button" aria-disabled=${String(a)}
      aria-describedby=${t.id(`${s.stage}-status`)} @click=${u}
    >${c}</button>
    <span class="tpl-status" role="status" id=${t.id(`${s.stage}-status`)}>${m}</span>
    ${r&&r.revision>1&&s.first?p`<p class="tpl-small">${d(n.first_said,{time:Fo(r.first_time)})} ${s.first}</p>`:h}
  </div>`}function Ye(e,t){let s=e.config.messages??{},n=e.record.stages[t];return n?d(e.live?s.kept:s.kept_here,{n:n.revision,time:Fo(n.time)}):""}var v=e=>p`<p class="tpl-says" aria-live="polite">${e}</p>`,E=e=>p`<div role="alert">${e.message?p`<p class="tpl-alert">${e.message}</p>`:h}</div>`;function N(e,t,s){return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${e}><table class="tpl-table">
    <caption>${e}</caption>
    <thead><tr>${t.map(n=>p`<th scope="col">${n}</th>`)}</tr></thead>
    <tbody>${s.map(([n,...r])=>p`<tr><th scope="row">${n}</th>${r.map(o=>p`<td>${o}</td>`)}</tr>`)}</tbody>
  </table></div>`}var Q=(e,t,s=!1,n)=>p`<details class="tpl-details" ?open=${s} @toggle=${n}><summary>${e}</summary>${t}</details>`;function Ps({target:e}){let t=e.querySelector("summary");!e.open&&document.activeElement===document.body&&t.focus({preventScroll:!0}),t.scrollIntoView({block:"nearest"})}var V=(e,t,s,n)=>Q(e.config.messages?.show_table,N(t,s,n)),R=(e,t)=>p`<svg
  class="tpl-drawing" width=${e.width} height=${e.height} viewBox="0 0 ${e.width} ${e.height}"
  role="img" aria-label=${e.label}
>${t}</svg>`,es=(e,t,s,n,r)=>y`<rect
  class=${r} x=${Math.min(e,t)} y=${s} width=${Math.abs(t-e)} height=${n}></rect>`,J=(e,t,s,n="circle",r=5)=>n==="square"?y`<rect class=${s} x=${e-r} y=${t-r} width=${2*r} height=${2*r}></rect>`:y`<circle class=${s} cx=${e} cy=${t} r=${r}></circle>`,x=(e,t,s,n="start",r="")=>y`<text
  class="tpl-label ${r}" x=${e} y=${t} text-anchor=${n}>${s}</text>`;function Ce(e){let t=`${Math.max(0,Math.min(1,e.share??0))*100}%`;return p`<div class="tpl-share">
    <div class="tpl-track" aria-hidden="true"><div class="tpl-fill ${e.className??"tpl-first"}" style="width:${t}"></div></div>
    <span>${e.text}</span>
  </div>`}var ne=["claim","grounds","warrant","backing","qualifier","rebuttal"],ma=["always","never","certainly","definitely","undoubtedly","obviously","proves","proved","proven","beyond doubt","without doubt","no doubt"],qo=["supposedly","so-called","allegedly","propaganda","they claim","they believe","they think","they say","pretext","excuse","wrongly","admittedly"],Hs=e=>(e??"").trim(),Do=e=>e.toLowerCase().split(/\s+/).filter(Boolean).join(" "),fa=e=>e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"),Po="[\\p{L}\\p{N}_]",zo=(e,t="")=>new RegExp(`${t}(?<!${Po})${fa(e)}(?!${Po})`,"u");function ss(e){let t=[...e.matchAll(/\b([ABE])(\d{1,2})\b/gi)];return[...new Set(t.map(([,s,n])=>`${s.toUpperCase()}${Number(n)}`))]}var ts=(e,t)=>t.filter(s=>zo(s,"(?<!\\bnot )").test(Do(e))),ga=(e,t,s)=>[...ss(e).filter(n=>t.includes(n)),...s.filter(n=>zo(n.toLowerCase()).test(Do(e)))],Ho=e=>(e.toLowerCase().match(/[a-z0-9_]+/g)??[]).join(" ");function Uo(e,t,s=[]){let n=Object.fromEntries(ne.map(r=>[r,Hs(e[r])]));return ne.flatMap(r=>{let o=n[r],i=ss(o).filter(c=>!t.includes(c)),l=["claim","qualifier"].includes(r)?ts(o,ma):[],a=[n.claim,n.grounds].some(c=>Ho(o)===Ho(c));return[!o&&r!=="backing"&&["empty",[]],i.length&&["unknown",i],r==="claim"&&ts(o,["because"]).length&&["because",[]],r==="grounds"&&o&&!ga(o,t,s).length&&["no_source",[]],r==="warrant"&&o&&a&&["repeats",[]],l.length&&["too_strong",l]].filter(Boolean).map(([c,u])=>({id:c,part:r,found:u}))})}var ha=e=>e.split(/\s+/).filter(Boolean).join(" ").replace(/[.;, ]+$/,"");function ns(e,t){let s=Object.fromEntries(ne.map(o=>[o,ha(Hs(e[o]))])),n=Object.fromEntries(ne.map(o=>[o,s[o]||t.open])),r=s.backing?d(t.in_words_backing,{backing:s.backing}):"";return d(t.in_words,{...n,backing:r})}function Wo(e,t){let s=ne.map(n=>`## ${t[n]}

${Hs(e[n])||t.text_empty}
`);return[`# ${t.text_title}
`,`${ns(e,t)}
`,...s].join(`
`)}var vt="map",he=e=>Object.fromEntries(ne.map(t=>[t,(e[t]??"").trim()])),xt=e=>ne.some(t=>e[t]),Go=({record:e})=>he(e.stages[vt]?.last??{}),$a=(e,t)=>ne.every(s=>e[s]===t[s]),qs=e=>xt(e)?JSON.stringify(e):"",_a={saved:({record:e})=>e.stages[vt]?.revision??0,kept:e=>qs(Go(e)),now:({value:e})=>qs(he(e)),patch:e=>he(JSON.parse(e))};function Vo({config:e,value:t}){let s=he(t),n=e.messages;return xt(s)?Uo(s,e.ids,e.names).map(({id:r,part:o,found:i})=>({part:o,text:d(n[r==="empty"?`flag_empty_${o}`:`flag_${r}`],{part:n[o],found:i.join(", "),...ba(e.ids)})})):[]}function ba(e){let t=s=>e.filter(n=>n.startsWith(s));return{first:t("E")[0],last:t("E").at(-1),a:t("A").at(-1),b:t("B").at(-1)}}function Ko(e){let t=e.config.messages,s=he(e.value),n=e.record.stages[vt];if(n&&$a(s,Go(e)))return e.live&&!e.message?d(t.written,{name:t.file_name}):"";let{restored:r}=e.local;return r!==void 0&&r===qs(s)?t.restored:n?t.unsaved:""}function Jo(e,t,s){let n=[];for(let o of e.split(/\s+/).filter(Boolean)){let i=n.at(-1);i!==void 0&&i.length+1+o.length<=t?n[n.length-1]=`${i} ${o}`:n.push(o)}let r=n.map(o=>o.length>t?`${o.slice(0,t-1)}…`:o);return r.length<=s?r:[...r.slice(0,s-1),`${r[s-1].slice(0,t-1)}…`]}var xa=7.8,Yo=17,va=5;function wa(e,t,s,n,r){let o=n?`${e[t.part]} (${e.flagged})`:e[t.part];return y`
    <rect class="tpl-box ${s.length?"":"tpl-open"} ${n?"tpl-flagged":""}" x=${t.x} y=${t.y} width=${t.width} height=${r} rx="4"></rect>
    ${x(t.x+10,t.y+18,o,"start","tpl-strong")}
    ${(s.length?s:[e.empty_box]).map((i,l)=>x(t.x+10,t.y+18+(l+1)*Yo,i))}`}var Xe=(e,t,s,n)=>{let[r,o]=[Math.sign(s-e),Math.sign(n-t)],i=r?`M${s},${n}l${-9*r},-5v10z`:`M${s},${n}l-5,${-9*o}h10z`;return y`<path class="tpl-axis" d="M${e},${t}L${s},${n}"></path><path class="tpl-said" d=${i}></path>`},Ds=46,Xo=620,Qo=e=>e<Xo?e-2:(e-2-2*Ds)/3;function ya(e,t,s){let n=Qo(e);if(e<Xo){let a=["grounds","warrant","backing","qualifier","claim","rebuttal"],c=t+32,u=["since","on_account","so","","unless"];return{height:6*c-30,boxes:a.map((m,f)=>({part:m,x:1,y:1+f*c,width:n})),links:u.map((m,f)=>y`${Xe(24,1+f*c+t,24,(f+1)*c)}
        ${m?x(38,f*c+t+21,s[m]):h}`)}}let r=[0,1,2].map(a=>1+a*(n+Ds)),o=[0,1,2].map(a=>1+a*(t+44)),i=[0,1].map(a=>r[a]+n+Ds/2),l=o[0]+t/2;return{height:o[2]+t+2,boxes:[{part:"grounds",x:r[0],y:o[0],width:n},{part:"qualifier",x:r[1],y:o[0],width:n},{part:"claim",x:r[2],y:o[0],width:n},{part:"warrant",x:i[0]-n/2,y:o[1],width:n},{part:"backing",x:i[0]-n/2,y:o[2],width:n},{part:"rebuttal",x:i[1]-n/2,y:o[1],width:n}],links:[y`${Xe(r[0]+n,l,r[1],l)}${x(i[0],l-10,s.so,"middle")}`,Xe(r[1]+n,l,r[2],l),y`${Xe(i[0],o[1],i[0],l+3)}${x(i[0]+12,o[1]-16,s.since)}`,y`${Xe(i[0],o[2],i[0],o[1]+t)}${x(i[0]+12,o[2]-16,s.on_account)}`,y`${Xe(i[1],o[1],i[1],l+3)}${x(i[1]+12,o[1]-16,s.unless)}`]}}function ka(e,t){let s=e.config.messages,n=he(e.value),r=Math.floor(Math.min(e.width,900)),o=Math.floor((Qo(r)-20)/xa),i=Object.fromEntries(ne.map(f=>[f,Jo(n[f],o,va)])),l=34+Yo*Math.max(2,...Object.values(i).map(f=>f.length)),{height:a,boxes:c,links:u}=ya(r,l,s),m=new Set(t.map(({part:f})=>f));return p`<p class="tpl-head">${s.diagram}</p>
    ${R({width:r,height:a,label:d(s.diagram_says,{sentence:ns(n,s)})},y`
      ${u}
      ${c.map(f=>wa(s,f,i[f.part],m.has(f.part),l))}`)}
    <p>${ns(n,s)}</p>`}async function Sa(e,t){try{await navigator.clipboard.writeText(e),t.local({copied:e,forbidden:!1})}catch{t.local({forbidden:!0})}}function Aa(e,t){let s=e.config.messages,n=Wo(he(e.value),s),{copied:r,forbidden:o}=e.local;return p`<p class="tpl-head">${s.as_text}</p>
    <div class="tpl-buttons">
      ${L(s.copy,()=>Sa(n,t),{plain:!0})}
      <a class="tpl-button tpl-plain tpl-link" download=${s.file_name}
        href="data:text/markdown;charset=utf-8,${encodeURIComponent(n)}">${s.download}</a>
    </div>
    ${v(o?s.not_copied:r===n?s.copied:"")}
    ${o?p`<div class="tpl-field tpl-wide"><label for=${t.id("text")}>${s.text_label}</label>
          <textarea id=${t.id("text")} rows="8" readonly .value=${n}></textarea></div>`:h}`}function Ma(e,t){let{config:s,value:n}=e,r=s.messages,o=he(n),i=Vo(e);return p`
    <p>${r.intro}</p>
    <div class="tpl-pairs">${ne.map(l=>ke({id:t.id(l),label:p`${r[l]} <span class="tpl-asks">${r[`${l}_asks`]}</span>`,rows:3,value:n[l]??"",oninput:a=>t.set({[l]:a})}))}</div>
    ${xt(o)?F(r.advice,p`
          ${v(i.length?d(r.advice_count,{n:i.length}):r.advice_none)}
          ${i.length?p`<ul class="tpl-list">${i.map(({text:l})=>p`<li>${l}</li>`)}</ul>`:h}`):h}
    ${k(e,t,{stage:vt,value:o,label:r.keep,missing:xt(o)?"":r.nothing})}
    ${E(e)}
    ${v(Ko(e))}
    ${xt(o)?p`${ka(e,i)} ${Aa(e,t)}`:h}`}var Ws={};H(Ws,{STAGE:()=>Qe,answerOf:()=>Us,missing:()=>Zo,revealHere:()=>Oa,stale:()=>er,unchanged:()=>tr,verdict:()=>sr,view:()=>Na});var Qe="answer";function Us(e){return{choice:e.choice??null,sure:e.sure??null,hints:e.hints??0}}function Zo(e,t){return t.choice?"":e.messages.choose}function er(e){let t=e.record.committed?.[Qe];return!!t&&t.choice!==e.value.choice}function tr(e,t){let s=e.stages[Qe]?.last,{choice:n,sure:r}=Us(t);return!!s&&s.choice===n&&(s.sure??null)===r}function sr(e){let{config:t,record:s}=e,n=t.messages;return s.stages[Qe]?t.open?{head:n.kept_open,reveal:s.reveal}:s.reveal?{head:s.reveal.correct?n.right:n.not_yet,reveal:s.reveal}:{head:n.in_notebook,reveal:null}:{head:"",reveal:null}}function Oa(e,t,s){let{feedback:n}=e.config;if(!n)return null;let r=n.find(i=>i.id===s.choice),o=(e.record.stages[t]?.revision??0)+1;return{...r,all:r.correct||o>1?n.filter(i=>i!==r):null}}function Ta(e,t){let{messages:s,options:n}=e.config;return p`
    ${t.feedback?p`<p>${X(t.feedback)}</p>`:h}
    ${t.misconception?p`<p><strong>${d(s.misconception,{name:X(t.misconception.name)})}</strong>
          ${X(t.repair)}</p>`:h}
    ${t.all?p`<details class="tpl-details"><summary>${s.all_answers}</summary>
          <ul>${t.all.map(r=>p`<li>
            <strong>${r.correct?s.mark_right:s.mark_wrong}</strong>
            ${n.find(o=>o.id===r.id)?.text}
            <span class="tpl-block">${X(r.feedback)}</span></li>`)}</ul></details>`:h}`}function Ea(e,t){let s=e.config.hints??[],n=Math.min(e.value.hints??0,s.length);if(!s.length)return h;let r=e.config.messages;return p`<div class="tpl-hints" aria-live="polite">
    ${n?p`<ol class="tpl-list">${s.slice(0,n).map(o=>p`<li>${X(o)}</li>`)}</ol>`:h}
    ${n<s.length?L(d(r.hint,{n:n+1,all:s.length}),()=>t.set({hints:n+1}),{plain:!0}):p`<p class="tpl-small">${r.no_more_hints}</p>`}
  </div>`}function Na(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.stages[Qe]?.first,{head:l,reveal:a}=sr(e),c=!a||s.open?"":a.correct?"tpl-good":"tpl-again";return p`
    ${M({name:t.id("choice"),legend:s.prompt,options:s.options,value:n.choice??null,onpick:u=>t.set({choice:u})})}
    ${s.open?h:M({name:t.id("sure"),legend:o.sure,options:[{id:"guess",text:o.sure_guess},{id:"fairly",text:o.sure_fairly},{id:"certain",text:o.sure_certain}],value:n.sure??null,onpick:u=>t.set({sure:u}),inline:!0})}
    ${Ea(e,t)}
    ${k(e,t,{stage:Qe,value:Us(n),label:s.open?o.save:o.check,missing:Zo(s,n),unchanged:tr(r,n),first:i&&s.options.find(u=>u.id===i.choice)?.text})}
    ${E(e)}
    <div class="tpl-verdict ${c}">
      ${v(p`${l?p`<strong>${l}</strong>`:h}
        ${l&&er(e)?p` ${o.changed_since}`:h}`)}
      ${a?Ta(e,a):h}
    </div>
    ${s.sources?.length?p`<p class="tpl-small">${o.sources} ${s.sources.join("; ")}</p>`:h}`}var Ks={};H(Ks,{ANSWERS:()=>dr,BEGIN:()=>ir,CHOICES:()=>os,chance:()=>lr,missing:()=>cr,openOnes:()=>ar,option:()=>kt,place:()=>yt,view:()=>Ia,withMajority:()=>pr});function C([e,t],[s,n]){let r=(i,l,a)=>i*(1-a)+l*a,o=i=>r(s,n,(i-e)/(t-e));return o.invert=i=>r(e,t,(i-s)/(n-s)),o}var oe=e=>e.charAt(0).toUpperCase()+e.slice(1);function j(e,t){return e.length<2?e.join(""):`${e.slice(0,-1).join(", ")} ${t} ${e.at(-1)}`}var ja=760,Ba=28;function B({width:e}){let t=e>=ja;return{wide:t,width:Math.floor(t?(e-Ba)/2:Math.min(e,560))}}var $e=(e,t)=>y`<polyline
  class="tpl-line ${t}" points=${e.map(([s,n])=>`${s},${n}`).join(" ")}></polyline>`,T=(e,t)=>p`<section class="tpl-step" aria-label=${e}><p class="tpl-head">${e}</p>${t}</section>`;function Ze(e,t,s){let n=C([0,Math.max(...e.map(o=>o.value),.001)],[0,t-190]),r=24;return R({width:t,height:e.length*r+4,label:s},y`${e.map((o,i)=>y`
    ${x(0,i*r+17,o.name)}
    ${es(134,134+n(o.value),i*r+5,15,o.quiet?"tpl-quiet":"tpl-first")}
    ${x(140+n(o.value),i*r+17,o.text)}`)}`)}function et(e,t){let s=e.config.messages,n=Math.min(e.width,620),r=C([0,1],[8,n-8]),o=t.said===null||t.said===void 0?4:24;return R({width:n,height:o+66,label:t.label},y`
    ${es(r(0),r(1),o,24,"tpl-rest")}
    ${es(r(0),r(t.share),o,24,"tpl-first")}
    <rect class="tpl-frame" x=${r(0)} y=${o} width=${r(1)-r(0)} height="24"></rect>
    <line class="tpl-half" x1=${r(.5)} x2=${r(.5)} y1=${o-3} y2=${o+29}></line>
    ${n>480?x(r(.5),o+42,"50 %","middle"):h}
    ${x(r(0),o+42,d(s.bar_first,{name:t.first,share:w(t.share,s)}),"start","tpl-strong")}
    ${x(r(1),o+42,d(s.bar_second,{name:t.second,share:w(1-t.share,s)}),"end","tpl-strong")}
    ${o===4?h:y`<path class="tpl-said" d="M${r(t.said)},${o-1}l-6,-9h12z"></path>
      ${x(r(t.said)+(t.said>.6?-10:10),14,t.saidText,t.said>.6?"end":"start")}`}`)}var nr=(e,t,s)=>p`<div>
  <div class="tpl-halves" aria-hidden="true"><div style="width:${e*100}%"></div></div>
  <div class="tpl-row tpl-small"><span>${t}</span><span>${s}</span></div>
</div>`;var tt=Object.freeze({alpha:.88,beta:.88,loss_aversion:2.25,gamma:.61,delta:.69});var Se=(e,t=tt)=>e>=0?e**t.alpha:-t.loss_aversion*(-e)**t.beta;function _e(e,t){if(e===0||e===1)return e;let[s,n]=[e**t,(1-e)**t];return s/(s+n)**(1/t)}function La(e,t=tt){let s=e.map(()=>0);for(let[n,r]of[[1,t.gamma],[-1,t.delta]]){let[o,i]=[0,0];e.map(([l],a)=>[l,a]).filter(([l])=>n*l>0).sort(([l],[a])=>n*(a-l)).forEach(([,l])=>{o=Math.min(1,o+e[l][1]);let a=_e(o,r);s[l]=a-i,i=a})}return s}function Fe(e,t=tt){let s=La(e,t);return e.reduce((n,[r],o)=>n+s[o]*Se(r,t),0)}function or(e,t,s=tt){if(!(e>0&&e<t))return null;let n=(e/t)**s.beta;return Vs(r=>n-_e(1-r,s.delta))}function rr(e=tt){let t=n=>{let r=n**e.beta-_e(n,e.delta);return Math.abs(r)>1e-12?r:0};if(t(1e-6)*t(1-1e-6)>=0)return null;let s=t(1e-6)>0?-1:1;return Vs(n=>s*t(n),1e-6,1-1e-6)}function Ae(e,t=tt,{nothing:s=60,success:n=100,failure:r=30}={}){let o=Se(s-e,t);return Vs(i=>Fe([[n-e,i],[r-e,1-i]],t)-o)}var Gs=({nothing:e=60,success:t=100,failure:s=30}={})=>(e-s)/(t-s);function Vs(e,t=0,s=1){for(let n=0;n<60;n+=1){let r=(t+s)/2;e(r)>0?s=r:t=r}return(t+s)/2}var wt=e=>e.replace("'","′");var ir="begin",os="choices",rs=e=>Math.abs(e).toLocaleString("en"),lr=e=>String(Number((e*100).toFixed(4)));function kt(e,[[t,s]]){return s===1?d(t>0?e.win_sure:e.lose_sure,{x:rs(t)}):d(t>0?e.win:e.lose,{x:rs(t),p:lr(s)})}var ar=(e,t={})=>e.flatMap((s,n)=>t[s]==="A"||t[s]==="B"?[]:[n+1]);function cr(e){let t=e.config.messages,s=ar(e.record.reveal?.order??[],e.value.choices);return s.length?d(s.length===1?t.open_one:t.open_many,{numbers:j(s,t.and)}):""}var pr=(e,t)=>Object.entries(t).filter(([s,n])=>e[s][n]>50).length,yt=(e,t)=>e.indexOf(t)+1,dr={certainty:["B","A"],reflection:["B","A"],isolation:["B","A"],rare:["A","B"]};function Ca(e,t,s,n,r){let{config:o,value:i}=e,l=o.messages,{given:a,A:c,B:u}=o.problems[s];return M({name:t.id(`p${n}`),legend:p`${d(l.problem,{n,all:r})}${a?p`<span class="tpl-block tpl-lead">${d(l.given,{sum:rs(a)})}</span>`:h}`,options:[{id:"A",text:kt(l,c)},{id:"B",text:kt(l,u)}],value:i.choices?.[s]??null,onpick:m=>t.set({choices:{...i.choices,[s]:m}})})}function Fa(e){let{config:t,record:s}=e,n=t.messages,{order:r,others:o,effects:i}=s.reveal,{choices:l}=s.stages[os].last,a=Object.keys(t.problems);return T(n.results,p`
    ${v(d(n.with_majority,{n:pr(o,l),all:a.length}))}
    <p>${n.results_text}</p>
    <p class="tpl-small tpl-row tpl-keys">${[["tpl-first",n.key_most],["tpl-second",n.key_few]].map(([c,u])=>p`<span><span class="tpl-swatch tpl-fill ${c}" aria-hidden="true"></span> ${u}</span>`)}</p>
    ${r.map(c=>{let u=l[c],{given:m,[u]:f}=t.problems[c],g=`${m?`${d(n.after,{sum:rs(m)})} `:""}${kt(n,f)}`;return p`<div class="tpl-choice"><p class="tpl-small">${d(n.row,{n:yt(r,c),text:g})}</p>
        ${Ce({share:o[c][u]/100,text:d(n.same,{percent:o[c][u]}),className:o[c][u]>50?"tpl-first":"tpl-second"})}</div>`})}
    <details class="tpl-details"><summary>${n.show_table}</summary>
    ${N(n.results_table,[n.head_choice,n.head_problem,n.head_you,n.head_same,n.head_n],r.map(c=>[yt(r,c),wt(c),kt(n,t.problems[c][l[c]]),`${o[c][l[c]]} %`,o[c].confirmed?o[c].n:`${o[c].n} (${n.memory})`]))}</details>
    <p class="tpl-head">${n.effects}</p><p>${n.effects_note}</p>
    <div class="tpl-effects">${i.map(({id:c,shown:u,problems:[m,f]})=>{let[g,$]=dr[c];return p`<p><strong>${d(n.pair,{name:n[`effect_${c}`],a:yt(r,m),b:yt(r,f),shown:u?n.effect_yes:n.effect_no})}</strong>
        <span class="tpl-block">${n[`effect_${c}_says`]} ${d(n.majority_shows,{a:o[m][g],b:o[f][$]})}</span></p>`})}</div>
    <p>${n.not_mad}</p><p>${n.again_today}</p><p>${n.majorities}</p>`)}function Ia(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.reveal?.order,l=r.stages[os];return i?p`
    <p>${o.intro}</p>
    ${T(o.choices_head,p`${i.map((a,c)=>Ca(e,t,a,c+1,i.length))}
      ${k(e,t,{stage:os,value:{choices:n.choices??{}},label:o.commit,missing:cr(e)})}`)}
    ${E(e)}
    ${l&&r.reveal.others?Fa(e):p`<p class="tpl-small">${o.locked}</p>`}`:p`<p>${o.intro}</p>
      ${k(e,t,{stage:ir,value:{},label:o.begin})}${E(e)}`}var Qs={};H(Qs,{PREDICT:()=>Js,SORT:()=>St,apart:()=>Xs,apartSentence:()=>gr,factualSentence:()=>hr,progress:()=>ur,sortedCount:()=>Ra,sortingOf:()=>mr,speaker:()=>_r,summary:()=>$r,view:()=>za,voices:()=>fr});var Js="predict",St="sort",nt=(e,t)=>e.sorted?.[t]??{},ot=e=>e.who!==!1,Ys=(e,t,{id:s})=>!!(nt(t,s).type&&(nt(t,s).layer||!ot(e))),Ra=(e,t)=>e.claims.filter(s=>Ys(e,t,s)).length;function ur(e,t){let s=e.messages,n=e.claims.length,r=e.claims.flatMap((o,i)=>Ys(e,t,o)?[]:[i+1]);return r.length?r.length===n?d(s.progress_none,{n}):d(r.length===1?s.progress_one:s.progress,{done:n-r.length,n,open:r.join(", ")}):""}function mr(e,t){let s={};for(let{id:n}of e.claims){let{type:r,layer:o}=nt(t,n);Ys(e,t,{id:n})&&(s[n]=ot(e)?{type:r,layer:o}:{type:r})}return{claims:s}}function fr(e,t){return e.map(({id:n})=>({type:n,who:t.filter(([,r])=>r===n).map(([r])=>r)})).filter(({who:n})=>n.length).sort((n,r)=>r.who.length-n.who.length)}function Xs(e,t,s){return e.claims.map((n,r)=>({claim:n,number:r+1,key:t.claims[n.id],mine:s[n.id]?.type})).filter(({key:n,mine:r})=>r!==n.first&&(n.second===null||r!==n.second))}function gr(e,t,s){let n=e.messages,r=t.causal.second!==null,o=Xs(e,t,s).map(({number:l})=>l);if(!o.length)return r?n.apart_none:n.apart_none_one;let i=r?n.both_coders:n.coder_1;return d(o.length===1?n.apart_single:n.apart,{who:i,numbers:j(o,n.and)})}function hr(e,{causal:t,factual:s}){let n=e.messages,{mine:r,both:o,either:i}=s;if(!r)return n.factual_none;let l=c=>c===0?n.none:c===1?n.one:c,a={mine:r,both:l(o),either:l(i)};return t.second===null?r>1?d(n.factual_coder,a):i?n.factual_single_coder:n.factual_single_coder_not:r===1?o?n.factual_single_both:i?n.factual_single_either:n.factual_single_not:d(i===0?n.factual_neither:o===i?n.factual_both:n.factual_split,a)}function $r(e,t){let s=e.messages,n=e.claims.length,{causal:r,layers:o}=t,i=r.second!==null;return[d(i?s.guess_against:s.guess_against_one,{n,...r}),hr(e,t),...ot(e)?[d(s.layers_against,{n,same:o.same})]:[],...i?[]:[s.one_coder]]}var st=(e,t)=>e.find(s=>s.id===t)?.name??t;function Pa(e){let t=e.messages,s=n=>p`<dl class="tpl-terms">${n.map(({name:r,definition:o})=>p`<div><dt>${r}</dt><dd>${o}</dd></div>`)}</dl>`;return p`<details class="tpl-details" open><summary>${t.definitions}</summary>
    <p><strong>${t.types}</strong></p>${s(e.types)}
    ${ot(e)?p`<p><strong>${t.layers}</strong></p>${s(e.layers)}`:h}</details>`}function _r(e,t,s){let n=e.messages,[r,o,i]=[s,...t].map(l=>st(e.layers,l));return i?d(t.includes(s)?n.layer_open:n.layer_open_other,{layer:o,other:i,mine:r}):d(s===t[0]?n.layer_same:n.layer_other,{layer:o,mine:r})}function Ha(e,t,s){let{config:n,record:r}=e,o=r.reveal?.claims?.[t.id];if(!o||!s)return h;let i=n.messages,a=[[i.you,s.type],[i.coder_1,o.first],[i.coder_2,o.second]].filter(([,u])=>u),c=fr(n.types,a);return p`<div class="tpl-result">
    ${c.map(({type:u,who:m},f)=>p`<div class="tpl-voice">
        <span class="tpl-voice-name">${st(n.types,u)}</span>
        ${Ce({share:m.length/a.length,text:m.join(", "),className:f?"tpl-second":"tpl-first"})}</div>`)}
    ${ot(n)?p`<p class="tpl-small">${_r(n,o.layers,s.layer)}</p>`:h}
    ${o.test?p`<p class="tpl-small">${d(i.test,{text:o.test})}</p>`:h}
  </div>`}function qa(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.committed?.[St]?.claims??{},l=(a,c)=>t.set({sorted:{...n.sorted,[a]:{...nt(n,a),...c}}});return s.claims.map((a,c)=>F(d(o.claim,{n:c+1,all:s.claims.length,paragraph:a.paragraph}),p`<p class="tpl-claim">${a.text}</p>
        ${a.paraphrase?p`<details class="tpl-details"><summary>${d(o.show_paragraph,{paragraph:a.paragraph})}</summary>
              <p class="tpl-small">${a.paraphrase}</p></details>`:h}
        ${M({name:t.id(`type-${a.id}`),legend:o.which_type,options:s.types.map(({id:u,name:m})=>({id:u,text:m})),value:nt(n,a.id).type??null,onpick:u=>l(a.id,{type:u}),inline:!0})}
        ${ot(s)?z({id:t.id(`layer-${a.id}`),label:o.which_layer,options:s.layers.map(({id:u,name:m})=>({id:u,text:m})),value:nt(n,a.id).layer??null,onpick:u=>l(a.id,{layer:u}),empty:o.choose_layer}):h}
        ${Ha(e,a,i[a.id])}`,"tpl-card"))}function Da(e){let{config:t,record:s}=e,{reveal:n}=s,r=t.messages;if(!n)return s.stages[St]?p`<p>${r.in_notebook}</p>`:h;let o=n.causal.second!==null,i=s.committed[St].claims,l=[[r.pair_first,n.agreement.first],[r.pair_second,n.agreement.second],[r.pair_coders,n.agreement.coders]].filter(([,a])=>a);return p`
    <p><strong>${r.outcome}</strong></p>
    ${v(p`<strong>${gr(t,n,i)}</strong>`)}
    <ul class="tpl-list">${Xs(t,n,i).map(({claim:a,number:c,key:u,mine:m})=>p`<li>
      ${d(o?u.first===u.second?r.apart_item_both:r.apart_item:r.apart_item_one,{n:c,paragraph:a.paragraph,mine:st(t.types,m),first:st(t.types,u.first),second:st(t.types,u.second)})} ${u.reason}</li>`)}</ul>
    <p>${$r(t,n).join(" ")}</p>
    <div>${l.map(([a,c],u)=>p`<div class="tpl-voice">
        <span class="tpl-voice-name">${a}</span>
        ${Ce({share:c.share,text:`${w(c.share,r)}, κ ${ye(c.kappa)}`,className:u===2?"tpl-quiet":"tpl-first"})}</div>`)}</div>
    <p class="tpl-small">${r.kappa_note}</p>
    ${o?p`<p class="tpl-small">${r.coders_note}</p>`:h}
    ${n.note?p`<p class="tpl-small">${n.note}</p>`:h}
    <details class="tpl-details"><summary>${r.show_table}</summary>
      ${N(r.table_caption,[r.head_claim,r.head_you,r.coder_1,...o?[r.coder_2]:[]],t.claims.map((a,c)=>{let u=n.claims[a.id],m=i[a.id],f=g=>st(t.types,g);return[`${c+1} (${a.paragraph})`,f(m.type),f(u.first),...o?[f(u.second)]:[]]}))}</details>`}function za(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=s.claims.length,l=r.stages[Js],a=n.guess??null;return p`
    ${F(o.predict,p`<p>${d(o.predict_text,{n:i})}</p>
        ${K({id:t.id("guess"),label:d(o.guess,{n:i}),min:0,max:i,value:a,onset:c=>t.set({guess:c})})}
        ${k(e,t,{stage:Js,value:{causal:a},label:o.commit_guess,missing:a===null?d(o.guess_first,{n:i}):"",first:l?.first.causal})}`)}
    ${E(e)}
    ${l?p`${Pa(s)} ${qa(e,t)}
          ${k(e,t,{stage:St,value:mr(s,n),label:o.commit_sort,missing:ur(s,n)})}
          ${Da(e)}`:p`<p>${o.locked}</p>`}`}var tn={};H(tn,{STEPS:()=>is,draft:()=>wr,ending:()=>Or,missing:()=>Sr,missingChoice:()=>yr,open:()=>vr,openSteps:()=>kr,pairOf:()=>ls,remarks:()=>Mr,stepValue:()=>Ar,view:()=>Xa});var is=["argue","reply","swap","answer","joint"],Zs=e=>(e??"").trim(),xr=(e,t)=>Zs(e.texts?.[t]),Ua=(e,t)=>e.stages[t]?.last?.text??"";function vr({value:e,record:t}){let s=Object.entries(e.texts??{});return Object.fromEntries(s.filter(([n,r])=>Zs(r)&&Zs(r)!==Ua(t,n)))}var Wa=e=>Object.keys(e).length?JSON.stringify(e):"",wr={saved:({record:e})=>Object.values(e.stages).reduce((t,{revision:s})=>t+s,0),kept:()=>"",now:e=>Wa(vr(e)),patch:(e,{value:t})=>({texts:{...t.texts,...JSON.parse(e)}})};function yr({config:e,value:t}){let s=e.messages;return t.first&&t.first===t.second?s.same_twice:t.first&&t.second&&t.mode?"":s.choose_both}function ls({record:e}){let{first:t,second:s}=e.committed.choose??{};return t?`${t}-${s}`:""}function kr(e){let t=ls(e),s=is.findIndex(n=>!e.record.stages[`${n}.${t}`]);return s<0?is.length:s+1}function Sr({config:e,value:t},s,n){let r=e.messages;return xr(t,`${s}.${n}`)?s==="swap"&&!t.signed?.[n]?r.sign_first:s==="joint"&&!t.cards?.[n]?r.card_first:"":r.write_first}function Ar({value:e},t,s){let n=xr(e,`${t}.${s}`);return t==="swap"?{text:n,signed:e.signed?.[s]??null}:t==="joint"?{text:n,card:e.cards?.[s]??null}:{text:n}}function Mr(e,t){let s=e.messages,n=ss(t),r=ts(t,qo);return[n.length?d(s.named,{ids:n.join(", ")}):s.none_named,...r.length?[d(s.at_a_distance,{words:r.join(", ")})]:[]]}var en=(e,t)=>e.accounts.find(s=>s.letter===t);function br(e,t,s,n=!0){let r=e.config.messages,{claim:o}=en(e.config,t);return p`
    <p>${d(r.claim,{claim:o})}</p>
    <details class="tpl-details" ?open=${n}><summary>${r.lawyer}</summary><p>${s.lawyer}</p>
      <p class="tpl-small">${r.made}</p>
      <p class="tpl-head">${r.fingerprints}</p>
      <ul class="tpl-list">${s.fingerprints.map(i=>p`<li>${i}</li>`)}</ul></details>
    <details class="tpl-details"><summary>${r.cards}</summary>
      <div class="tpl-scroll tpl-cards" tabindex="0" role="region" aria-label=${r.cards}><dl class="tpl-terms">${e.config.cards.map(({id:i,date:l,text:a})=>p`<div>
        <dt>${d(r.card,{id:i,date:l})}</dt><dd>${a}</dd></div>`)}</dl></div></details>`}var Ga=(e,t,s,n)=>p`<div class="tpl-voiced ${n?"tpl-other":""}">
  <p><strong>${d(e.replies,{name:t})}</strong></p><p>${s}</p>
  <p class="tpl-small">${e.made}</p></div>`;function Va(e,t,s,n){let r=e.config.messages,{value:o}=e;return p`<p>${r.checklist}</p>
    <ul class="tpl-list">${[1,2,3,4].map(i=>p`<li>${r[`checklist_${i}`]}</li>`)}</ul>
    ${M({name:t.id(`signed-${s}`),legend:r[`signed_${n}`],inline:!0,options:["yes","changes","no"].map(i=>({id:i,text:r[`signed_${i}`]})),value:o.signed?.[s]??null,onpick:i=>t.set({signed:{...o.signed,[s]:i}})})}`}function Ka(e,t,s){let n=e.config.messages,{config:r,value:o}=e;return z({id:t.id(`card-${s}`),label:n.ask_card,empty:n.choose_card,options:r.cards.map(({id:i,date:l,text:a})=>({id:i,text:`${d(n.card,{id:i,date:l})} ${a.length>70?`${a.slice(0,69)}…`:a}`})),value:o.cards?.[s]??null,onpick:i=>t.set({cards:{...o.cards,[s]:i}})})}function Ja(e,t,s,n){let{config:r,value:o,record:i}=e,l=r.messages,{pair:a,mode:c,case:u,other_case:m}=i.reveal,[f,g]=a.split("-"),$=`${s}.${a}`,b=o.texts?.[$]??"",_=l[`ask_${s}`]??l[`ask_${s}_${c}`],O=s==="argue"||s==="swap"||c==="pair"&&s!=="joint",S=c==="alone"?i.reveal[s]:void 0;return T(d(l[`step_${s}`],n),p`
    ${s==="argue"?br(e,f,u):h}
    ${(s==="swap"||s==="reply"&&c==="pair")&&m?br(e,g,m,s!=="swap"||c==="alone"):h}
    ${S?Ga(l,s==="reply"?n.second:n.first,S,s==="reply"):h}
    ${ke({id:t.id($),label:d(_,n),rows:O?6:3,value:b,oninput:A=>t.set({texts:{...o.texts,[$]:A}}),describedby:O?t.id(`${$}-says`):void 0})}
    ${O?p`<p class="tpl-small" id=${t.id(`${$}-says`)}>${Mr(r,b).join(" ")}</p>`:h}
    ${s==="swap"?Va(e,t,a,c):h}
    ${s==="joint"?Ka(e,t,a):h}
    ${k(e,t,{stage:$,value:Ar(e,s,a),label:l.keep,missing:Sr(e,s,a),first:i.stages[$]?.first?.text})}`)}function Or({config:e,record:t}){let s=t.stages[`joint.${ls({record:t})}`]?.last;if(!s)return"";let n=e.cards.find(({id:r})=>r===s.card);return d(e.messages.done,{card:s.card,text:n?.text??""})}function Ya(e,t){let{config:s,record:n}=e,r=s.messages;if(!n.stages.choose)return h;if(!n.reveal)return p`<p>${r.in_notebook}</p>`;let[o,i]=n.reveal.pair.split("-"),l={first:en(s,o).name,second:en(s,i).name};return p`
    ${is.slice(0,kr(e)).map(a=>Ja(e,t,a,l))}
    ${v(Or(e))}`}function Xa(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=s.accounts.map(({letter:a,name:c})=>({id:a,text:d(o.account,{letter:a,name:c})})),l=e.local.restored!==void 0&&e.local.restored===wr.now(e);return p`
    ${T(o.choose,p`
      <p>${o.choose_says}</p>
      ${["first","second"].map(a=>z({id:t.id(a),label:o[a],options:i,empty:o.choose_account,value:n[a]??null,onpick:c=>t.set({[a]:c})}))}
      ${M({name:t.id("mode"),legend:o.mode,options:["alone","pair"].map(a=>({id:a,text:o[`mode_${a}`]})),value:n.mode??null,onpick:a=>t.set({mode:a})})}
      ${k(e,t,{stage:"choose",label:o.begin,missing:yr(e),value:{first:n.first??null,second:n.second??null,mode:n.mode??null}})}
      ${r.stages.choose&&`${n.first}-${n.second}`!==ls(e)?p`<p class="tpl-small">${o.changed_pair}</p>`:h}`)}
    ${E(e)}
    ${v(l?o.restored:"")}
    ${Ya(e,t)}`}var rn={};H(rn,{HANDLES:()=>At,LAMBDA:()=>sn,OPTIONS:()=>Er,PREDICT:()=>as,choices:()=>on,demonstration:()=>jr,parameters:()=>cs,prospectText:()=>nn,sentence:()=>Nr,view:()=>rc});var as="predict",sn="lambda",At={alpha:[.3,1.2,.01],loss_aversion:[1,4,.05],gamma:[.3,1.2,.01],delta:[.3,1.2,.01]},Er=["more","fewer","nothing"],Qa=600,Tr={alpha:"alpha",loss_aversion:"lambda",gamma:"gamma",delta:"delta"};function cs({config:e,value:t}){let s=Object.fromEntries(Object.keys(At).map(n=>[n,t[n]??e.medians[n]]));return{...s,beta:s.alpha}}function on(e,t){return e.map(s=>{let[n,r]=[Fe(s.a,t),Fe(s.b,t)],i=Math.abs(n-r)<=1e-12*Math.max(1,Math.abs(n),Math.abs(r))?"tie":n>r?"A":"B";return{...s,value_a:n,value_b:r,chosen:i,matches:i===s.majority}})}function Nr(e){let t=e.config.messages,s=on(e.record.reveal.problems,cs(e)),n=i=>j(i.map(({id:l})=>wt(l)),t.and),r=s.filter(({matches:i})=>!i),o=s.filter(({chosen:i})=>i==="tie");return[d(t.result,{n:s.length-r.length,all:s.length}),r.length?d(t.result_missed,{numbers:n(r)}):t.result_all,o.length?d(t.tie,{numbers:n(o)}):"",d(t.result_predicted,{count:e.record.stages[as].last.count})].filter(Boolean).join(" ")}function nn(e,t){let s=n=>`${n<0?"−":""}${Math.abs(n).toLocaleString("en")}`;return t.map(([n,r])=>r===1?d(e.sure,{x:s(n)}):d(e.part,{x:s(n),p:Number((r*100).toFixed(4))})).join(", ")||e.none}function jr({config:e},t){let s={...e.medians,loss_aversion:t},[n,r]=e.gamble,[[o],[i]]=e.mixed,l=Fe([[-e.sure,1]],s),a=Fe([[-n,r]],s),c=Fe(e.mixed,s),m=_e(.5,s.gamma)*Se(o,s)/(_e(.5,s.delta)*-Se(i,{...s,loss_aversion:1}));return{sure:l,gamble:a,coin:c,turn:m}}var be=(e,t=1)=>`${e<0?"−":""}${Math.abs(e).toFixed(t)}`;function Za(e,t){let s=e.config.messages,{width:n}=B(e),r=Math.min(n,260),[o,i]=[Se(100,t),Se(-100,t)],l=Math.max(o,-i,1),a=C([-100,100],[10,n-10]),c=C([-l,l],[r-24,8]),u=Array.from({length:81},(f,g)=>-100+g*2.5).map(f=>[a(f),c(Se(f,t))]),m=d(s.value_says,{gain:be(o),loss:be(i)});return p`<section aria-label=${s.value_head}><p class="tpl-head">${s.value_head}</p>
    ${R({width:n,height:r,label:m},y`
      <line class="tpl-grid" x1=${a(-100)} x2=${a(100)} y1=${c(0)} y2=${c(0)}></line>
      <line class="tpl-grid" x1=${a(0)} x2=${a(0)} y1=${c(-l)} y2=${c(l)}></line>
      ${$e(u,"tpl-first")}
      ${x(a(100),c(o)+(o>l*.8?18:-8),be(o),"end","tpl-strong tpl-halo")}
      ${x(a(-100)+34,c(i)-2,be(i),"start","tpl-strong tpl-halo")}
      ${x(a(100),r-4,s.value_axis,"end")}`)}
    <p class="tpl-small">${m}</p></section>`}function ec(e,t){let s=e.config.messages,{width:n}=B(e),r=Math.min(n,260),o=C([0,1],[10,n-10]),i=C([0,1],[r-24,8]),l=c=>Array.from({length:101},(u,m)=>m/100).map(u=>[o(u),i(_e(u,c))]),a=d(s.weight_says,{small:_e(.05,t.gamma).toFixed(2),large:_e(.9,t.gamma).toFixed(2)});return p`<section aria-label=${s.weight_head}><p class="tpl-head">${s.weight_head}</p>
    ${R({width:n,height:r,label:a},y`
      <line class="tpl-grid" x1=${o(0)} x2=${o(1)} y1=${i(0)} y2=${i(1)}></line>
      <line class="tpl-grid" x1=${o(0)} x2=${o(1)} y1=${i(0)} y2=${i(0)}></line>
      ${$e(l(t.gamma),"tpl-first")}
      ${$e(l(t.delta),"tpl-second tpl-dashed")}
      ${x(o(.02),20,s.weight_gains,"start","tpl-strong")}${x(o(.02),38,s.weight_losses)}
      ${x(o(1),r-4,s.weight_axis,"end")}`)}
    <p class="tpl-small">${a}</p><p class="tpl-small">${s.weight_belief}</p></section>`}function tc(e,t,s){let n=e.config.messages,[r,o,i]=At[s],l=e.config.medians[s];return D({id:t.id(s),label:n[`${Tr[s]}_label`],note:n[`${Tr[s]}_note`],value:e.value[s]??null,rest:l,min:r,max:o,step:i,show:a=>a.toFixed(2),unset:d(n.at_median,{x:l.toFixed(2)}),onset:a=>t.set({[s]:Number(a.toFixed(2))})})}function sc(e){let t=e.config.messages,s=on(e.record.reveal.problems,cs(e)),n=e.width>=Qa,r=c=>[nn(t,c.a),nn(t,c.b)],o=c=>p`<small class="tpl-block">${c}</small>`,[i,l]=[t.narrow_a,t.narrow_b],a=c=>p`${wt(c.id)}${c.given?p` <small>${d(t.given,{sum:c.given.toLocaleString("en")})}</small>`:h}${n?h:r(c).map((u,m)=>o(d(m?l:i,{text:u})))}${c.confirmed?h:p` <small>(${t.memory})</small>`}`;return p`<div class=${n?"tpl-roomy":"tpl-tight"}>${N(t.table_head,[t.head_problem,...n?[t.head_a,t.head_b]:[],t.head_majority,t.head_model,t.head_match],s.map(c=>[a(c),...n?r(c):[],d(t.majority_cell,{option:c.majority,percent:c.percent}),c.chosen==="tie"?t.indifferent:c.chosen,c.matches?t.yes:p`<strong>${t.no}</strong>`]))}</div>`}function nc(e,t){let{config:s}=e,n=s.messages,r=cs(e),{wide:o}=B(e),i={alpha:1,loss_aversion:1,gamma:1,delta:1},l=c=>Object.entries(c).every(([u,m])=>Math.abs(r[u]-m)<1e-9),a=Object.fromEntries(Object.keys(At).map(c=>[c,s.medians[c]]));return p`
    ${v(p`<strong>${Nr(e)}</strong>`)}
    <div class=${o?"tpl-columns":""}>
      <section aria-label=${n.controls}><p class="tpl-head">${n.controls}</p>
        ${Object.keys(At).map(c=>tc(e,t,c))}
        <div class="tpl-buttons" role="group" aria-label=${n.presets}>
          ${L(n.preset_medians,()=>t.set(a),{pressed:l(a)})}
          ${L(n.preset_straight,()=>t.set(i),{pressed:l(i)})}
        </div></section>
      <div>${Za(e,r)}${ec(e,r)}</div>
    </div>
    ${sc(e)}
    <details class="tpl-details"><summary>${n.misses_more}</summary><p>${n.misses_note}</p></details>`}function oc(e,t){let{config:s,value:n,record:r}=e,o=s.messages,[i,l]=s.gamble,[[a],[c]]=s.mixed,u={sure:s.sure,loss:i,p:l*100},m=r.stages[sn],f=n.shown_lambda??s.medians.loss_aversion,g=jr(e,f),{wide:$,width:b}=B(e),_=(A,I)=>Ze(A,Math.min(b,460),I),O=d(o.lambda_says,{lambda:f.toFixed(2),sure_value:be(g.sure),gamble_value:be(g.gamble),better:g.gamble>g.sure?o.lambda_better_gamble:o.lambda_better_sure}),S=d(o.lambda_mixed_says,{value:be(g.coin),taken:g.coin>0?o.lambda_taken:o.lambda_left,turn:g.turn.toFixed(2)});return T(o.lambda_head,p`
    <p>${d(o.lambda_text,u)}</p>
    ${M({name:t.id("guess"),legend:o.lambda_predict,options:Er.map(A=>({id:A,text:o[`option_${A}`]})),value:n.guess??null,onpick:A=>t.set({guess:A})})}
    ${k(e,t,{stage:sn,value:{choice:n.guess??null},label:o.lambda_commit,missing:n.guess?"":o.lambda_missing,first:o[`option_${m?.first?.choice}`]})}
    ${m?p`
      <p>${o[`lambda_answer_${m.last.choice}`]}</p>
      ${D({id:t.id("shown-lambda"),label:o.lambda_move,min:1,max:3,step:.05,value:n.shown_lambda??null,rest:f,show:A=>A.toFixed(2),unset:d(o.at_median,{x:f.toFixed(2)}),onset:A=>t.set({shown_lambda:Number(A.toFixed(2))})})}
      <div class=${$?"tpl-columns":""}>
        <section aria-label=${o.lambda_two_losses}><p class="tpl-head">${o.lambda_two_losses}</p>
          ${_([{name:d(o.lambda_sure,u),value:-g.sure,text:be(g.sure),quiet:g.gamble>g.sure},{name:d(o.lambda_gamble,u),value:-g.gamble,text:be(g.gamble),quiet:g.gamble<=g.sure}],O)}
          ${v(O)}</section>
        <section aria-label=${o.lambda_mixed}><p class="tpl-head">${o.lambda_mixed}: ${d(o.lambda_coin,{win:a,loss:-c})}</p>
          ${v(S)}</section>
      </div>`:h}`)}function rc(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.stages[as],l=n.count??null;return p`
    ${F(o.predict_head,p`<p>${X(d(o.predict_text,s))}</p>
      ${K({id:t.id("count"),label:d(o.predict_label,s),min:0,max:s.all,value:l,onset:a=>t.set({count:a})})}
      ${k(e,t,{stage:as,value:{count:l},label:o.commit,missing:l===null||!Number.isInteger(l)?d(o.missing,s):"",first:i?.first?.count})}`)}
    ${E(e)}
    ${i&&r.reveal?p`${nc(e,t)}${oc(e,t)}<p class="tpl-small">${o.assumptions}</p>`:p`<p class="tpl-small">${o.closed}</p>`}`}var ln={};H(ln,{CODES:()=>Br,OPEN:()=>Lr,byOutcome:()=>Ir,missing:()=>Fr,openOnes:()=>Cr,view:()=>cc});var Br="codes",Lr="open",Cr=({config:e,value:t})=>e.extracts.filter(({id:s})=>!e.domains.includes(t.codes?.[s])).map(({id:s})=>s);function Fr(e){let t=e.config.messages,s=Cr(e);return s.length?d(s.length===1?t.missing_one:t.missing_many,{ids:j(s,t.and)}):""}function Ir(e,t){let s=Object.keys(t),n=a=>[a.filter(c=>e[c]==="losses").length,a.length],[r,o]=n(s.filter(a=>t[a].force)),[i,l]=n(s.filter(a=>!t[a].force));return{force:r,all_force:o,calm:i,all_calm:l}}function ic(e){let t=e.config.messages;return T(t.codebook,p`<p>${t.codebook_text}</p>
    ${N(t.codebook_table,[t.head_code,t.head_means],e.config.domains.map(s=>[t[`name_${s}`],t[`means_${s}`]]))}`)}function lc(e,t){let{config:s,value:n,record:r}=e,o=s.messages,{coders:i,who:l}=r.reveal??{};return T(o.statements,p`
    ${s.extracts.map(({id:a,text:c},u)=>p`
      ${M({name:t.id(a),inline:!0,legend:p`${d(o.statement,{n:u+1,all:s.extracts.length,id:a})}<span class="tpl-block tpl-lead">${c}</span>`,options:s.domains.map(m=>({id:m,text:o[`name_${m}`]})),value:n.codes?.[a]??null,onpick:m=>t.set({codes:{...n.codes,[a]:m}})})}
      ${i?p`<ul class="tpl-list tpl-small">${i[a].map(({domain:m,reason:f},g)=>p`<li>${d(o.coder,{n:g+1,domain:o[`name_${m}`],reason:f})}</li>`)}</ul>`:h}
      ${l?p`<p class="tpl-result">${d(o.who_line,l[a])} <strong>${d(o.outcome_line,l[a])}</strong>
        <span class="tpl-block tpl-small">${d(o.source_line,l[a])}${l[a].confirmed?h:p` ${o.unconfirmed}`}</span></p>`:h}`)}
    ${k(e,t,{stage:Br,value:{codes:n.codes??{}},label:o.commit,missing:Fr(e)})}`)}function ac(e){let{config:t,record:s}=e,n=t.messages,r=t.extracts.length,o=s.reveal.agreement.map(({id:i,share:l,kappa:a})=>({id:i,n:Math.round(l*r),kappa:ye(a)}));return T(n.agreement,p`
    ${v(d(n.agreement_says,{...o[0],all:r}))}
    <ul class="tpl-list">${o.map(i=>p`<li>${n[`pair_${i.id}`]}: ${d(n.agreement_row,{...i,all:r})}</li>`)}</ul>
    <p class="tpl-small">${n.kappa_note}</p>`)}function cc(e,t){let{record:s}=e,n=e.config.messages,{reveal:r}=s;return p`
    ${ic(e)}
    ${lc(e,t)}
    ${E(e)}
    ${r?p`${ac(e)}
      ${r.who?T(n.opened,p`
          ${v(d(n.domain_by_outcome,Ir(r.blind,r.who)))}
          <p class="tpl-small">${n.changed_after} ${n.domain_note}</p>`):p`<p>${n.open_text}</p>${k(e,t,{stage:Lr,value:{},label:n.open})}`}`:p`<p class="tpl-small">${n.locked}</p>`}`}var cn={};H(cn,{STAGE:()=>an,view:()=>pc,withUnit:()=>Mt});var an="estimate",Mt=(e,t)=>t?`${e} ${t}`:String(e);function pc(e,t){let{config:s,value:n,record:r}=e,{messages:o,low:i,high:l,unit:a}=s,c=r.stages[an],u=n.number??null;return p`
    ${F(s.prompt,D({id:t.id("number"),label:o.label,min:i,max:l,step:s.step,value:u,onset:m=>t.set({number:m}),show:m=>Mt(m,a),unset:o.not_set,ends:[Mt(i,a),Mt(l,a)]}))}
    ${k(e,t,{stage:an,value:{number:u},label:o.save,missing:u===null?o.set_first:"",first:c&&Mt(c.first.number,a)})}
    ${E(e)}
    ${v(c&&c.last.number!==u?o.unsaved:"")}`}var vn={};H(vn,{asks:()=>ai,cardSummary:()=>yi,view:()=>Nc,weightsMissing:()=>ki});var pn=e=>e.reduce((t,s)=>t+s,0);function Ie(e){if(!e.length||!e.every(r=>Number.isFinite(r)&&r>=0))return null;let t=Math.max(...e);if(t===0)return null;let s=e.map(r=>r/t),n=pn(s);return s.map(r=>r/n)}function pe(e){let t=e.filter(n=>n<0),s=new Array(t.length+1).fill(0);for(let n of e.filter(r=>r>0))s[0]=1,t.forEach((r,o)=>{s[o+1]=s[o]/(1-r/n)+s[o+1]/(1-n/r)});return Math.min(s[t.length],1)}function Rr(e,t){if(t.length===1)return pe(e);let s=dc(t).map(n=>{let r=0;return pe(n.map((o,i)=>(r+=e[o])/(i+1)))});return pn(s)/s.length}function dc(e){return e.reduce((t,s)=>t.flatMap(n=>Pr(s).map(r=>[...n,...r])),[[]])}function Pr(e){return e.length<2?[e]:e.flatMap(t=>Pr(e.filter(s=>s!==t)).map(s=>[t,...s]))}function dn(e){return[...new Set(e)].sort((s,n)=>n-s).map(s=>e.flatMap((n,r)=>n===s?[r]:[]))}function Hr(e,t){let s=Ie(t),n=Math.max(...e.map(Math.abs))||1,r=e.map(g=>g/n),o=ds(r,s),i=o>0,l=i?r:r.map(g=>-g),a=l.indexOf(Math.min(...l));if(l[a]>0||l[a]===0&&!i)return null;let c=Math.abs(o),u=0,m=[...s],f=l.map((g,$)=>$).sort((g,$)=>l[$]-l[g]);for(let g of f){let $=l[g]-l[a];if(c<=0||$<=0)break;let b=Math.min(s[g],c/$);m[g]-=b,u+=b,c-=b*$}return m[a]+=u,{distance:2*u,weights:m}}function ps(e){return e.every(t=>t<=0)?"never":e.every(t=>t>=0)?"always":"depends"}function ds(e,t){return pn(e.map((s,n)=>s*t[n]))}function qr(e){return{temptation:2+2*e,reward:3,punishment:1,sucker:1-2*e}}function Dr({temptation:e,reward:t,punishment:s,sucker:n}){let r=t-e,o=s-n;return r<0?null:o<=0?0:o/(r+o)}function zr({temptation:e,reward:t,punishment:s,sucker:n}){return e>t&&t>s&&s>n?"Prisoner's Dilemma":t>e&&e>=s&&s>n?"Stag Hunt":e>t&&t>n&&n>s?"Chicken":t>=e&&n>=s&&(t>e||n>s)?"Harmony":"other"}function Ur({temptation:e,reward:t,punishment:s,sucker:n},r){let o=r*t+(1-r)*n,i=r*e+(1-r)*s,l=1e-12*Math.max(1,Math.abs(o),Math.abs(i));return o>=i-l?"cooperate":"defect"}function un(e,t){return e?e/(e+(1-e)*(1-t)):0}var Wr=(e,t)=>2*e*(1-t);function Gr(e,t,s=10,{fatigue:n=.5,grievance:r=.05}={}){let o=Wr(e,t),i=[1];for(let l=0;l<s;l+=1){let a=i[l];i.push((1-n)*a+o*a+r)}return i}var Vr=(e,t,s=.5)=>Wr(e,t)<s;var uc=2,re=e=>e.reduce((t,s)=>t+s,0),mn=e=>Math.round(e*1e9)/1e9;function Kr(e){return e.every(t=>Number.isFinite(t)&&t>=1)?Ie(e.map(Math.log)):null}function mc(e,t,s="sum"){if(s==="sum")return mn(re(e.map((o,i)=>t[i]*o))/re(t));let n=Math.max(...t),r=e.map((o,i)=>1-t[i]/n*(1-o));return mn(s==="product"?r.reduce((o,i)=>o*i,1):Math.min(...r))}var Jr=({outcomes:e,counts:t})=>re(t.filter((s,n)=>!e[n]));function us(e,t,s="sum"){let n=e.values.map(a=>mc(a,t,s)),r=Jr(e),o=uc,i=r,l=n.map((a,c)=>c).sort((a,c)=>n[c]-n[a]);return l.forEach((a,c)=>{i+=e.outcomes[a]?e.counts[a]:-e.counts[a],(c+1===l.length||n[l[c+1]]<n[a])&&i>r+1e-9&&([o,r]=[n[a],i])}),{threshold:o,scores:n,says:n.map(a=>a>=o),hits:mn(r),of:re(e.counts)}}function Yr(e){let t=e.factors.length,s=e.factors.map((o,i)=>us(e,e.factors.map((l,a)=>+(a===i))).hits),n=Math.max(...s),r=Jr(e);return{alwaysNo:r,bestSingle:n,bestFactors:n>r+1e-9?e.factors.filter((o,i)=>s[i]===n):[],equalWeights:us(e,new Array(t).fill(1)).hits}}function Xr(e,{says:t}){return[!0,!1].map(s=>{let n=e.counts.map((r,o)=>t[o]===s?r:0);return(re(n.filter((r,o)=>e.outcomes[o]))+1)/(re(n)+2)})}function Qr(e){return e.factors.map((t,s)=>{let n=r=>{let o=e.counts.map((l,a)=>e.outcomes[a]===r?l:0),i=re(o);return i?re(o.map((l,a)=>l*e.values[a][s]))/i:0};return n(!0)-n(!1)})}var fn=e=>e.names.filter((t,s)=>e.values[s].includes(.5));function Zr(e,t=null){return t===null&&fn(e).length?null:e.values.map(s=>s.map(n=>n>.5||n===.5&&t==="present"))}function ei(e,t,s=null){let n=Zr(e,s);if(!n||!t.length)return null;let r=t.map(u=>e.factors.indexOf(u)),o=new Map;n.forEach((u,m)=>{let f=r.map($=>u[$]),g=f.join();o.has(g)||o.set(g,{present:f,numbers:[]}),o.get(g).numbers.push(m)});let i=u=>re(u.filter(m=>e.outcomes[m]).map(m=>e.counts[m])),l=i(e.names.map((u,m)=>m)),a=[...o.values()].map(({present:u,numbers:m})=>{let f=re(m.map($=>e.counts[$])),g=i(m)/f;return{present:u,cases:m,force:i(m),n:f,consistency:g,coverage:l?i(m)/l:null,contradictory:g>0&&g<1}}),c=u=>u.present.map(m=>m?"0":"1").join("");return a.sort((u,m)=>m.consistency-u.consistency||m.n-u.n||c(u).localeCompare(c(m)))}function ti(e,t=null){let s=Zr(e,t);if(!s)return null;let n=(i,l)=>{let a=c=>re(c.map(u=>e.counts[u]));return l.length?a(i)/a(l):null},r=e.names.map((i,l)=>l),o=r.filter(i=>e.outcomes[i]);return e.factors.map((i,l)=>{let a=r.filter(m=>s[m][l]),c=r.filter(m=>!s[m][l]),u=m=>m.filter(f=>e.outcomes[f]);return{necessity:n(u(a),o),sufficiency:n(u(a),a),without:n(u(c),c)}})}var si={coder:1,outcome:"force",once:!1,turned:[]},rt=({value:e})=>Object.fromEntries(Object.keys(si).map(t=>[t,e[t]??si[t]])),hn=({config:e,value:t,record:s})=>s.stages.cards?[]:e.factors.map(({id:n})=>n).filter(n=>!(t.read??[]).includes(n));function Ot(e){let t=s=>!!(e.record.stages[s]&&e.record.reveal);return{cards:hn(e).length===0,positives:t("cards"),weights:t("positives"),result:t("weights")&&!!e.record.reveal.cases}}var ni=({config:e,value:t})=>e.cards.filter(({id:s})=>e.blind.some(n=>(t.codes?.[s]?.[n]??null)===null)).map(({id:s})=>s);function oi(e){let{coder:t,outcome:s,once:n,turned:r}=rt(e),o=e.record.reveal.cases,i=l=>o.filter(a=>a.story===l).length;return{names:o.map(({name:l})=>l),factors:e.config.factors.map(({id:l})=>l),values:o.map(({x:l})=>l[t]),outcomes:o.map(l=>l[s]!==r.includes(l.id)),counts:o.map(({story:l})=>n&&l!==null?1/i(l):1)}}var Tt=({config:e,value:t})=>Kr(e.factors.map(({id:s})=>t.swings?.[s]??null));function $n(e){let t=e.record.stages.weights?.last,{swings:s={},rule:n}=e.value;return!!t&&t.rule===n&&e.config.factors.every(({id:r})=>t.swings[r]===s[r])}var gn=new WeakMap;function xe(e,t=e.value.rule){gn.has(e)||gn.set(e,new Map);let s=gn.get(e);return s.has(t)||s.set(t,fc(e,t,s.values().next().value)),s.get(t)}function fc(e,t,s){let n=Tt(e);if(!Ot(e).result||!n||!t)return null;let r=s?.cases??oi(e),o=s?.baselines??Yr(r),i=us(r,n,t),l=Math.max(o.alwaysNo,o.bestSingle,o.equalWeights);return{cases:r,weights:n,rule:t,...i,least:l,baselines:o,beats:i.hits>l+1e-6,chances:Xr(r,i)}}function ms(e){let t=xe(e);return e.config.rules.map(s=>{let n=xe(e,s);return{rule:s,hits:n.hits,of:n.of,beats:n.beats,turns:n.beats!==t.beats}})}function ri(e){return Qr(e).map((s,n)=>({place:n,d:Math.round(s*1e9)/1e9})).sort((s,n)=>Math.abs(n.d)-Math.abs(s.d)||s.place-n.place)}var ii=e=>e.x[2]?e.x[1].map((t,s)=>t!==e.x[2][s]):e.x[1].map(()=>!1);function li(e){let t=oi(e),s=e.value.half??null;return{cases:t,relations:ti(t,s),rows:ei(t,e.value.qca??[],s)}}function ai(e){if(!(Ot(e).result&&Tt(e)&&e.value.rule))return{};let{swings:s,rule:n,disliked:r}=e.value,o={swings:s,rule:n,...rt(e)};return{robust:o,...r?{lawyer:{...o,account:r}}:{}}}var ci=e=>{let{coder:t,outcome:s}=rt(e);return{coder:t,outcome:s,half:e.value.half??null}};var de=e=>e===.5?"½":String(e),P=e=>String(Math.round(e*10)/10),pi=(e,t)=>j(e.config.factors.map(({id:s},n)=>`${s} ${Math.round(t[n]*100)}`),e.config.messages.and);function di(e){let t=e.config.messages,s=e.record.reveal.present,n=e.config.present,r=s.filter(({x:l})=>l===1),o=s.filter(({x:l})=>l!==1),i=l=>l.filter(a=>a.force).length;return[d(t.present,{all:s.length,factor:n,n:r.length,k:i(r),said:e.record.stages.positives.last.chance,share:w(i(r)/r.length,t)}),d(t.present_without,{factor:n,n:o.length,k:i(o)}),d(i(o)===0?t.necessary:t.not_necessary,{factor:n})]}function ui(e,t=xe(e)){let{alwaysNo:s,bestSingle:n,equalWeights:r}=t.baselines;return d(e.config.messages.hits,{hits:P(t.hits),of:P(t.of),no:P(s),single:P(n),equal:P(r)})}var mi=(e,t=xe(e))=>e.config.messages[t.beats?"beats":"not_beats"],_n=e=>e*100<.05?"<0.1":(e*100).toFixed(1),Re=e=>Math.min(.9999,Math.max(1e-4,e));function fi(e,t){let s=e.config.messages;return d(s.robust,{share:w(Re(t.order.agree),s),error:_n(t.order.error),draws:t.draws.toLocaleString("en"),all:w(Re(t.all.agree),s)})}function gi(e,t){let s=e.config.messages;return d(s.as_good,{share:w(Re(t.order.as_good),s),all:w(Re(t.all.as_good),s)})}function bn(e){let t=e.config.messages,s=ms(e).filter(({turns:n})=>n).map(({rule:n})=>t[`rule_short_${n}`]);return s.length?d(t.rule_turns,{rules:j(s,t.and)}):""}function hi(e,t,s){let n=e.config.messages,r={account:n[`account_${t.account.toLowerCase()}`],hits:P(t.hits),of:P(s),share:w(t.share,n),mine:w(t.mine,n)};return d(t.weights?n.lawyer_found:n.lawyer_none,r)}var Pe=e=>p`<span class="tpl-whole">${e}</span>`,$i=e=>p`<span class="tpl-long">${e}</span>`;function _i(e,t){let{config:s}=e,n=s.messages,r=xe(e);return r?p`
    ${$n(e)?h:p`<p class="tpl-alert">${n.not_kept}</p>`}
    ${v(p`<strong>${ui(e,r)}</strong> ${mi(e,r)}`)}
    <p class="tpl-small">${r.says.includes(!0)?d(n.threshold,{threshold:r.threshold.toFixed(2)}):n.never}</p>
    ${gc(e,r)}
    ${Q(n.compare_fold,p`<div class=${B(e).wide?"tpl-columns":""}>
      <div>${hc(e,r)}</div>
      <div>${N(n.rules_table,[n.rule_head,n.hits_head,n.conclusion_head],ms(e).map(o=>[n[`rule_short_${o.rule}`],Pe(`${P(o.hits)} / ${P(o.of)}`),o.beats?n.yes:n.no]))}</div>
    </div>`,B(e).wide)}
    ${bn(e)?p`<p class="tpl-alert" role="status">${bn(e)}</p>`:h}
    ${$c(e,t)}
    ${Q(n.cases_fold,p`${_c(e,r)}${bc(e)}`,B(e).wide)}
    ${xc(e,t)}
    <p class="tpl-small">${n.break}</p>`:p`<p>${n.all_ones}</p>`}function gc(e,t){let s=e.config.messages,n=e.answers.robust;if(!n?.answer)return p`<p aria-live="polite">${s.robust_waiting}</p>`;let{answer:r}=n,o=Re(r.order.agree),{width:i}=B(e),l=[...r.all.spread].reverse().map(([a,c])=>({name:d(s.spread_row,{hits:P(a)}),value:c,text:Math.abs(a-t.hits)<1e-6?d(s.spread_you,{share:w(c,s)}):w(c,s),quiet:Math.abs(a-t.hits)>=1e-6}));return p`<div class=${n.pending?"tpl-stale":""} aria-busy=${String(!!n.pending)}>
    ${et(e,{share:o,first:"",second:"",label:d(s.bar_label,{share:w(o,s)})})}
    <p aria-live="polite">${n.pending?s.robust_waiting:fi(e,r)}</p>
    <p>${r.turn_says}</p>
    <p>${gi(e,r)}</p>
    ${Q(s.spread,Ze(l,i,l.map(({name:a,text:c})=>`${a}: ${c}`).join("; ")),B(e).wide)}
    <p class="tpl-small">${s.share_note}</p>
  </div>`}function hc(e,t){let s=e.config.messages,{alwaysNo:n,bestSingle:r,bestFactors:o,equalWeights:i}=t.baselines,l=o.length?d(s.base_single,{names:j(o,s.and)}):s.base_single_none,a=P(t.of);return N(s.baselines_table,[s.model_head,s.hits_head],[[s.your_model,Pe(`${P(t.hits)} / ${a}`)],[s.base_no,Pe(`${P(n)} / ${a}`)],[l,Pe(`${P(r)} / ${a}`)],[s.base_equal,Pe(`${P(i)} / ${a}`)]])}function $c(e,t){let{config:s,record:n}=e,r=s.messages,{coder:o,outcome:i,once:l,turned:a}=rt(e),{coders:c,cases:u}=n.reveal,m=g=>t.set({turned:a.includes(g)?a.filter($=>$!==g):[...a,g]}),f=u.filter(g=>g.borderline);return Q(r.switches,p`<p class="tpl-small">${r.switches_note}</p>
    <div class="tpl-thirds">
    ${M({name:t.id("coder"),legend:r.coder,value:String(o),onpick:g=>t.set({coder:Number(g)}),options:c.map(g=>({id:String(g),text:r[`coder_${g}`]}))})}
    ${M({name:t.id("outcome"),legend:r.outcome,value:i,onpick:g=>t.set({outcome:g}),options:["force","combat"].map(g=>({id:g,text:r[`outcome_${g}`]}))})}
    ${M({name:t.id("once"),legend:r.once,value:l?"yes":"no",onpick:g=>t.set({once:g==="yes"}),options:["no","yes"].map(g=>({id:g,text:r[`once_${g}`]}))})}</div>
    <p class="tpl-small">${r.once_note}${c.length===1?` ${r.one_coder}`:""}</p>
    ${f.length?p`<details class="tpl-details" ?open=${a.length>0}><summary>${r.borderline}</summary><div class="tpl-options">${f.map(g=>p`<label class="tpl-option">
      <input type="checkbox" .checked=${a.includes(g.id)} @change=${()=>m(g.id)} />
      <span>${d(r.borderline_flip,{name:g.name,outcome:g[i]?r.borderline_none:r.borderline_force})}
        <span class="tpl-block tpl-small">${g.borderline}</span></span></label>`)}</div></details>`:h}`,B(e).wide)}function _c(e,t){let{config:s,record:n}=e,r=s.messages,o=ri(t.cases),{coder:i}=rt(e),l=n.reveal.cases.map((a,c)=>{let u=ii(a);return[a.name,t.cases.outcomes[c]?r.yes:r.no,t.says[c]?r.says_force:r.says_no,t.says[c]===t.cases.outcomes[c]?Pe(r.right):Pe(r.wrong),t.scores[c].toFixed(2),...o.map(({place:m})=>u[m]?d(r.apart,{value:de(a.x[i][m])}):de(a.x[i][m]))]});return p`
    ${N(r.cases_table,[r.crisis,r.outcome_head,r.says_head,r.right_head,r.score_head,...o.map(({place:a})=>s.factors[a].id)],l)}
    ${n.reveal.coders.length>1?p`<p class="tpl-small">${r.apart_note}</p>`:h}
    <details class="tpl-details"><summary>${r.separation_table}</summary>${N(r.separation_table,[r.factor_head,r.separation_head],o.map(({place:a,d:c})=>[s.factors[a].id,c.toFixed(2).replace("-","−")]))}</details>`}function bc(e){let{config:t,record:s}=e,n=t.messages;return s.reveal.coders.length<2?h:N(n.kappas_table,[n.factor_head,n.kappa_head],t.factors.map(({id:r,name:o})=>[`${r} · ${o}`,ye(s.reveal.kappas[r])]))}function xc(e,t){let{config:s,value:n,record:r}=e,o=s.messages,{cases:i,coders:l}=r.reveal,a=i.find(({id:c})=>c===n.case);return p`${z({id:t.id("case"),label:o.case_pick,value:n.case??null,empty:o.choose,options:i.map(({id:c,name:u})=>({id:c,text:u})),onpick:c=>t.set({case:c})})}
  ${a?N(d(o.case_table,{name:a.name}),[o.factor_head,...l.flatMap(c=>[d(o.value_head,{n:c}),d(o.reason_head,{n:c}),o.source_head])],s.factors.map(({id:c},u)=>[c,...l.flatMap(m=>[de(a.x[m][u]),...a.why[m][u].map($i)])])):h}`}function bi(e,t){let{config:s,value:n}=e,r=s.messages,{cases:o,relations:i,rows:l}=li(e),a=fn(o).length>0,c=n.qca??[],u=f=>t.set({qca:s.factors.map(g=>g.id).filter(g=>g===f!==c.includes(g))}),m=({necessity:f,sufficiency:g,without:$})=>[f,g,$].map(b=>w(b,r));return p`<p>${r.sets}</p>
    ${M({name:t.id("half"),legend:a?r.half:r.half_none,inline:!0,value:n.half??null,options:["absent","present"].map(f=>({id:f,text:r[`half_${f}`]})),onpick:f=>t.set({half:f})})}
    ${i===null?p`<p>${r.half_first}</p>`:p`
      ${N(r.relations_table,[r.factor_head,r.necessity_head,r.sufficiency_head,r.without_head],s.factors.map(({id:f,name:g},$)=>[B(e).wide?`${f} · ${g}`:f,...m(i[$])]))}
      ${F(r.qca_pick,p`<div class="tpl-options tpl-short">${s.factors.map(({id:f})=>p`<label class="tpl-option">
        <input type="checkbox" .checked=${c.includes(f)} ?disabled=${!c.includes(f)&&c.length>=4} @change=${()=>u(f)} />
        <span>${f}</span></label>`)}</div>`)}
      ${c.length<2?p`<p class="tpl-small">${r.qca_missing}</p>`:vc(e,o,c,l)}`}`}function vc(e,t,s,n){let r=e.config.messages,{wide:o}=B(e),i=c=>c.cases.map(u=>`${t.names[u]} ${t.outcomes[u]?"+":"−"}`).join("; "),l=c=>c.present.map(Number).join(" · "),a=c=>d(c.contradictory?r.contradictory:c.force?r.row_force:r.row_none,{force:P(c.force),n:P(c.n)});return p`
    <p class="tpl-small">${r.truth_note}</p>
    ${v(d(r.truth_count,{n:n.filter(({contradictory:c})=>c).length,all:n.length}))}
    ${N(d(r.truth_table,{names:j(s,r.and)}),[s.join(" · "),r.force_head,r.consistency_head,r.coverage_head,...o?[r.cases_head]:[]],n.map(c=>[l(c),a(c),w(c.consistency,r),w(c.coverage,r),...o?[$i(i(c))]:[]]))}
    ${o?h:Q(r.which_cases,p`<ul class="tpl-list">${n.map(c=>p`<li><strong>${l(c)}</strong>: ${i(c)}</li>`)}</ul>`)}`}function xi(e,t){let{config:s,value:n,answers:r}=e,o=s.messages,i=xe(e),l=r.lawyer,a=n.disliked&&l?.answer&&l.question.account===n.disliked;return p`
    ${M({name:t.id("disliked"),legend:o.lawyer,value:n.disliked??null,onpick:c=>t.set({disliked:c}),options:Object.keys(s.accounts).map(c=>({id:c,text:o[`account_${c.toLowerCase()}`]}))})}
    ${n.disliked?p`<p aria-live="polite">${a&&!l.pending&&i?hi(e,l.answer,i.of):o.waiting}</p>`:h}
    ${a&&l.answer.weights&&i?p`
      ${N(o.lawyer_table,[o.factor_head,o.mine_head,o.lawyer_head],s.factors.map(({id:c},u)=>[c,Math.round(i.weights[u]*100),Math.round(l.answer.weights[c]*100)]))}
      <p class="tpl-small">${o.lawyer_best}</p>`:h}
    <p class="tpl-small">${o.lawyer_note}</p>`}function vi(e,t){let{config:s,record:n}=e,r=s.messages,o=xe(e),i=n.stages.register,l=ci(e),[a,c]=o?.chances??[];return p`<p>${r.register}</p>
    ${o?p`<p>${d(r.register_chances,{yes:w(a,r),none:w(c,r)})}</p>`:h}
    ${k(e,t,{stage:"register",label:r.register_button,value:l,missing:$n(e)?l.half?"":r.register_half:r.register_keep_first,unchanged:!!i&&wc(e,i.last,l),first:i&&d(r.first_registered,{hits:P(i.first.hits),of:P(i.first.of),rule:r[`rule_short_${i.first.rule}`]})})}
    ${i?yc(e,i.last):h}`}function wc(e,t,s){let{swings:n,rule:r}=e.value;return Object.keys(s).every(o=>t[o]===s[o])&&t.rule===r&&e.config.factors.every(({id:o})=>t.swings[o]===n[o])}function yc(e,t){let s=e.config.messages;return p`${v(p`<strong>${d(s.registered,{hits:P(t.hits),of:P(t.of),share:w(Re(t.share),s),error:_n(t.error),turn:t.flip_says})}</strong>`)}
    <p>${d(s.registered_forecasts,{forecasts:j(Object.values(t.forecasts).map(n=>w(n,s)),s.and)})}</p>`}var kc=[[0,"code_0"],[.5,"code_half"],[1,"code_1"]];function Sc(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=hn(e),l=c=>u=>{let m=n.read??[];u.target.open&&(m.includes(c)||t.set({read:[...m,c]}),Ps(u))},a=p`<p>${o.codebook}</p>
    ${s.factors.map(c=>p`<details class="tpl-details tpl-factor" name=${t.id("codebook")} @toggle=${l(c.id)}>
      <summary><strong>${c.id}</strong> · ${c.name}</summary>
      ${wi(o,c)}
    </details>`)}
    ${v(i.length?d(o.codebook_left,{names:j(i,o.and)}):o.codebook_done)}`;return Q(o.codebook_fold,a,!r.stages.cards)}var xn=e=>e.target.open||Ps(e),wi=(e,t)=>p`<p>${t.question}</p>
  <ul class="tpl-list">${[["0","0"],["½","half"],["1","1"]].map(([s,n])=>p`<li>
    ${d(e.anchor,{value:s,anchor:t[`anchor_${n}`]})}
    <span class="tpl-block tpl-small">${d(e.example,{example:t[`example_${n}`]})}</span></li>`)}</ul>`;function Ac(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=n.codes??{},l=(g,$,b)=>t.set({codes:{...i,[g]:{...i[g],[$]:b}}}),a=ni(e),c=r.reveal?.cards,u=g=>s.factors.find($=>$.id===g),m=e.local.card??s.cards[0].id,f=p`<p>${o.cards}</p>
    ${s.blind.map(g=>Q(d(o.definition_again,u(g)),wi(o,u(g))))}
    ${s.cards.map(({id:g,text:$},b)=>p`<details class="tpl-details tpl-factor" ?open=${g===m}
      @toggle=${_=>_.target.open&&g!==m&&t.local({card:g})}>
      <summary>${yi(e,g)}</summary>
      ${F(d(o.card,{n:g,all:s.cards.length}),p`
        <p class="tpl-claim">${$}</p>
        ${s.blind.map(_=>M({name:t.id(`card-${g}-${_}`),inline:!0,legend:`${_} · ${u(_).name}`,value:i[g]?.[_]===void 0?null:String(i[g][_]),options:kc.map(([O,S])=>({id:String(O),text:o[S]})),onpick:O=>l(g,_,Number(O))}))}
        ${b+1<s.cards.length?L(o.next_card,_=>{t.local({card:s.cards[b+1].id}),_.target.closest("details").nextElementSibling.querySelector("summary").focus()},{plain:!0}):h}`,"tpl-card")}
    </details>`)}`;return p`${Q(o.cards_fold,f,!c,xn)}
    ${c?p`<p class="tpl-small">${Ye(e,"cards")}</p>`:k(e,t,{stage:"cards",label:o.keep_cards,value:{read:n.read??[],codes:i},missing:a.length?d(o.cards_missing,{names:j(a,o.and)}):""})}
    ${c?Mc(e,c):h}`}function yi({config:e,value:t},s){let n=e.messages,r=e.blind.map(o=>{let i=t.codes?.[s]?.[o]??null;return`${o} ${i===null?n.not_coded:de(i)}`});return`${d(n.card,{n:s,all:e.cards.length})} · ${r.join(", ")}`}function Mc(e,t){let{config:s,record:n}=e,r=s.messages,o=n.stages.cards.last.codes,i=Object.keys(t.codes);return p`${i.map(l=>v(d(r.cards_agree,{n:l,same:t.agreed[l].same,of:t.agreed[l].of,kappa:ye(t.agreed[l].kappa)})))}
    ${N(r.cards_table,[r.card_head,r.crisis,...s.blind.flatMap(l=>[d(r.you_head,{factor:l}),...i.map(a=>d(r.coder_head,{n:a,factor:l}))])],s.cards.map(({id:l})=>[l,t.names[l],...s.blind.flatMap(a=>[de(o[l][a]),...i.map(c=>de(t.codes[c][l][a]))])]))}
    <p class="tpl-small">${r.kappa_note} ${i.length===1?r.one_coder:r.coders_note}</p>`}function Oc(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.reveal.positives,l=s.present,a=s.factors.findIndex(({id:f})=>f===l),c=n.chance??null,u=Ot(e).weights,m=p`<p>${d(o.positives,{n:i.length})}</p>
    ${N(o.positives_table,[o.crisis,...s.factors.map(({id:f})=>f)],i.map(({name:f,x:g})=>[f,...g.map(de)]))}
    ${K({id:t.id("chance"),min:0,max:100,unit:"%",value:c,onset:f=>t.set({chance:f}),label:d(o.predict,{factor:l,n:i.length,k:i.filter(({x:f})=>f[a]===1).length})})}`;return p`${Q(o.positives_fold,m,!u,xn)}
    ${u?p`<p class="tpl-small">${Ye(e,"positives")}</p>`:k(e,t,{stage:"positives",label:o.keep_prediction,value:{chance:c},missing:c===null?o.predict_missing:""})}`}var Tc=e=>`swing_${String(e).replace(".","_")}`;function ki(e){let{config:t,value:s}=e,n=t.messages,r=t.factors.map(({id:o})=>o).filter(o=>(s.swings?.[o]??null)===null);return r.length?d(n.weights_missing,{names:j(r,n.and)}):s.rule?Tt(e)?"":n.all_ones:n.rule_missing}function Ec(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=n.swings??{},l=r.stages.weights?.first,[a,c,u]=di(e),m=Tt(e);return p`
    ${v(p`<strong>${a}</strong> ${c}`)}<p>${u}</p>
    ${V(e,d(o.present_table,{all:r.reveal.present.length,factor:s.present}),[o.crisis,s.present,o.outcome_head],r.reveal.present.map(({name:f,x:g,force:$})=>[f,de(g),$?o.yes:o.no]))}
    ${Q(o.weights_fold,p`<p>${o.swing}</p><p>${o.odds}</p>
    <div class="tpl-swings">${s.factors.map(({id:f,name:g})=>M({name:t.id(`swing-${f}`),legend:d(o.swing_legend,{id:f,name:g}),inline:!0,value:i[f]===void 0||i[f]===null?null:String(i[f]),options:s.swings.map($=>({id:String($),text:o[Tc($)]})),onpick:$=>t.set({swings:{...i,[f]:Number($)}})}))}</div>
    ${M({name:t.id("rule"),legend:o.rule_legend,value:n.rule??null,onpick:f=>t.set({rule:f}),options:s.rules.map(f=>({id:f,text:o[`rule_${f}`]}))})}
    <p class="tpl-small">${o.rule_note}</p>`,!r.stages.weights,xn)}
    ${m?p`<p class="tpl-small">${d(o.your_points,{weights:pi(e,m)})}</p>`:h}
    ${k(e,t,{stage:"weights",label:o.keep_weights,missing:ki(e),value:{swings:Object.fromEntries(s.factors.map(({id:f})=>[f,i[f]??null])),rule:n.rule??null},first:l&&d(o.first_weights,{weights:j(Object.entries(l.swings).map(([f,g])=>`${f} ×${g}`),o.and),rule:o[`rule_short_${l.rule}`]})})}`}function Nc(e,t){let s=e.config.messages,n=Ot(e),r=n.cards?n.positives?n.weights?n.result?"":"weights":"positives":"cards":"codebook";return p`
    ${T(s.step_codebook,Sc(e,t))}
    ${E(e)}
    ${n.cards?T(s.step_cards,Ac(e,t)):h}
    ${n.positives?T(s.step_positives,Oc(e,t)):h}
    ${n.weights?T(s.step_weights,Ec(e,t)):h}
    ${n.result?p`
      ${T(s.step_result,_i(e,t))}
      ${T(s.step_sets,bi(e,t))}
      ${T(s.step_lawyer,xi(e,t))}
      ${T(s.step_register,vi(e,t))}`:h}
    ${r?p`<p class="tpl-small">${s[`closed_${r}`]}</p>`:h}
    <p class="tpl-small">${s.caveats}</p>`}var kn={};H(kn,{cardsNow:()=>Oe,draft:()=>Fi,flipSentence:()=>Pi,openCards:()=>yn,ratedOf:()=>it,ratingsNow:()=>$s,result:()=>Lt,verdict:()=>Ri,view:()=>qc,widest:()=>qi});var He=[1,2,3,4,5],Et=5,fs=1e-9,ue=e=>10*Math.log10(e),gs=(e,t)=>ue(e/t);function Nt(e){let t=He.map(s=>e[s]);return t.every(s=>Number.isFinite(s)&&s>0&&s<1)?t.every((s,n)=>n===0||s>t[n-1])?"":"order":"edge"}function Ai(e,t){let s={};for(let{cluster:n}of e)n&&(s[n]=(s[n]??0)+1);return Object.fromEntries(e.map(({id:n,cluster:r})=>[n,t&&r?1/s[r]:1]))}function Mi(e,t,s,n){return Object.fromEntries(n.map(r=>[r,Object.entries(e).reduce((o,[i,l])=>o+(s[i]??1)*Math.log(t[l[r]]),0)]))}function Si(e){let t=Math.max(...Object.values(e));return Object.keys(e).filter(s=>t-e[s]<fs)}function Oi(e,t,s,n){let r=Mi(e,t,s,n),o=Math.max(...Object.values(r)),i=n.map(a=>Math.exp(r[a]-o)),l=i.reduce((a,c)=>a+c,0);return Object.fromEntries(n.map((a,c)=>[a,i[c]/l]))}function Ti(e){let t=Math.max(...Object.values(e));return Object.keys(e).filter(s=>Math.log(t/e[s])<fs)}var Ei=e=>gs(Math.max(...e),Math.min(...e));function Ni(e,t,s,n){let r=Mi(e,t,s,n),o=Si(r);if(o.length!==1)return[];let i=[];for(let[a,c]of Object.entries(e))for(let u of n)for(let m of He){let f=c[u],g=(s[a]??1)*Math.log(t[m]/t[f]),$=Si({...r,[u]:r[u]+g});$.length===1&&$[0]!==o[0]&&i.push({order:[Math.abs(m-f),Math.round(Math.abs(g)*1e9),i.length],flip:{card:a,hypothesis:u,before:f,after:m,leader:$[0]}})}let l=(a,c,u=0)=>a[u]-c[u]||(u<2?l(a,c,u+1):0);return i.sort((a,c)=>l(a.order,c.order)).map(({flip:a})=>a)}var ji=(e,t)=>e/t,Bi=e=>Object.values(e).every(t=>new Set(Object.values(t)).size<2),jt=(e,t)=>({passed:e/t,failed:(1-e)/(1-t)});function wn(e,t){let{passed:s,failed:n}=jt(Math.max(e,t),Math.min(e,t)),r=s>=Et-fs,o=n<=1/Et+fs;return r&&o?"doubly":r?"smoking_gun":o?"hoop":"straw"}var jc=620,hs=({config:e})=>e.accounts.map(({letter:t})=>t),ee=({config:e},t)=>e.accounts.find(s=>s.letter===t),ie=(e,t)=>e.record.stages[t]?.last,Me=e=>e.join(", ");function Oe(e){let t=ie(e,"cards")?.cards??[];return e.config.cards.filter(({id:s})=>t.includes(s))}var it=(e,t)=>hs(e).filter(s=>He.includes(e.value.ratings?.[t]?.[s])).length,yn=e=>Oe(e).filter(({id:t})=>it(e,t)<hs(e).length).map(({id:t})=>t);function $s(e){return Object.fromEntries(Oe(e).map(({id:t})=>[t,Object.fromEntries(hs(e).filter(s=>He.includes(e.value.ratings?.[t]?.[s])).map(s=>[s,e.value.ratings[t][s]]))]))}var Ct=({config:e,value:t})=>t.scale??e.scale,Bc=e=>({cards:Oe(e).map(({id:t})=>t),ratings:$s(e),once:e.value.once===!0,scale:Ct(e)});function Lt(e,t={}){let s=Oe(e),n=t.scale??Ct(e),r=t.ratings??$s(e);if(!s.length||yn(e).length||Nt(n))return null;let o=hs(e),i=Ai(s,t.once??e.value.once===!0),l=Oi(r,n,i,o),a=[...o].sort((c,u)=>l[u]-l[c]);return{letters:o,cards:s,scale:n,ratings:r,counted:i,shares:l,order:a,ahead:Ti(l),lead:ue(l[a[0]]/l[a[1]]),number:Object.values(i).reduce((c,u)=>c+u,0),spread:s.map(({id:c})=>({id:c,db:Ei(o.map(u=>n[r[c][u]]))}))}}var Li=(e,t="")=>{let{chosen:s=[],guess:n=null,ratings:r={}}=e,o=Object.keys(r).sort().map(l=>[l,Object.fromEntries(Object.entries(r[l]).sort())]);return s.length||n||o.some(([,l])=>Object.keys(l).length)?JSON.stringify({chosen:[...s].sort(),guess:n,ratings:Object.fromEntries(o)}):t},Fi={saved:e=>["cards","predict","ratings"].reduce((t,s)=>t+(e.record.stages[s]?.revision??0),0),kept:e=>Li({chosen:ie(e,"cards")?.cards,guess:ie(e,"predict")?.leader??null,ratings:ie(e,"ratings")?.ratings}),now:e=>Li(e.value),patch:(e,t)=>{let{chosen:s,guess:n,ratings:r}=JSON.parse(e),o=new Set(t.config.cards.map(({id:i})=>i));return{chosen:s.filter(i=>o.has(i)),guess:n,ratings:Object.fromEntries(Object.entries(r).filter(([i])=>o.has(i)))}}};function Lc(e,t){let{config:s,value:n,local:r}=e,o=s.messages,i=n.chosen??[],l=!!ie(e,"cards");if(l&&!r.choosing)return p`<p>${d(o.kept_cards,{ids:Me(Oe(e).map(({id:f})=>f))})}
      ${L(o.change_cards,()=>t.local({choosing:!0}),{plain:!0})}</p>
      ${e.record.reveal?.one_sided?p`<p class="tpl-alert" role="status">${o.one_sided}</p>`:h}`;let a=s.periods.find(({id:f})=>f===r.period),c=s.cards.filter(({date:f})=>!a||Number(f.slice(0,4))>=a.from&&Number(f.slice(0,4))<=a.to),u=f=>t.set({chosen:i.includes(f)?i.filter(g=>g!==f):[...i,f]}),m=s.cards.filter(({id:f})=>i.includes(f)).map(({id:f})=>f);return p`
    <p>${d(o.intro,{n:s.size,all:s.cards.length})}</p>
    ${z({id:t.id("period"),label:o.period,value:r.period??"all",options:[{id:"all",text:o.all_years},...s.periods.map(f=>({id:f.id,text:d(o.years,f)}))],onpick:f=>t.local({period:f})})}
    <div class="tpl-pick" role="group" aria-label=${o.cards_legend}>
      ${c.map(f=>p`<label class="tpl-option">
        <input type="checkbox" .checked=${ge(i.includes(f.id))} @change=${()=>u(f.id)} />
        <span><strong>${f.id}</strong> · ${f.date} · ${f.text}
          <span class="tpl-small tpl-block">${d(o.card_source,f)}${f.confirmed?"":` ${o.unconfirmed}`}</span></span></label>`)}
    </div>
    ${v(m.length?d(o.chosen_count,{k:m.length,n:s.size,ids:Me(m)}):d(o.chosen_none,{n:s.size}))}
    ${k(e,t,{stage:"cards",label:o.keep_cards,value:{cards:m},missing:m.length?m.length!==s.size?d(o.how_many,{n:s.size,k:m.length}):"":o.no_cards,first:d(o.first_cards,{ids:Me(e.record.stages.cards?.first?.cards??[])})})}
    ${l&&e.record.reveal?.one_sided?p`<p class="tpl-alert">${o.one_sided}</p>`:h}`}function Cc(e,t){let{config:s,value:n}=e,r=s.messages;return p`
    ${M({name:t.id("guess"),legend:r.predict,value:n.guess??null,onpick:o=>t.set({guess:o}),options:s.accounts.map(o=>({id:o.letter,text:p`<strong>${o.name}</strong><span class="tpl-small tpl-block">${o.claim}</span>`}))})}
    ${k(e,t,{stage:"predict",label:r.keep_prediction,value:{leader:n.guess??null},missing:n.guess?"":r.predict_missing,first:ee(e,e.record.stages.predict?.first?.leader)?.name})}`}function Fc(e,t,s,n,r){let o=e.config.messages,{ratings:i={}}=e.value,l=i[s.id]?.[n.letter],a=c=>t.set({ratings:{...i,[s.id]:{...i[s.id],[n.letter]:c}}});return p`<fieldset class="tpl-rate"><legend>${n.name}</legend>
    <div class="tpl-five">${He.map(c=>p`<label>
      <input type="radio" name=${t.id(`${s.id}-${n.letter}`)} value=${c} .checked=${ge(l===c)} @change=${()=>a(c)} />
      <span>${c}<span class=${r?"tpl-out":""}> ${o[`step_${c}`]}</span></span></label>`)}</div>
  </fieldset>`}function Ic(e,t){let{config:s,local:n}=e,r=s.messages,o=Oe(e),i=s.accounts.length,l=Math.max(0,o.findIndex(({id:b})=>b===n.card)),a=o[l],c=e.width<jc,u=b=>_=>{let O=_.currentTarget.closest(".tpl");t.local({card:o[b].id}),O.querySelector(".tpl-card-title")?.focus()},m=yn(e),f=o.reduce((b,{id:_})=>b+it(e,_),0),g=Nt(Ct(e)),$=m.length?d(r.ratings_missing,{ids:Me(m)}):g?r[`scale_${g}`]:Bi($s(e))?r.nothing_told:"";return p`
    <p>${r.rate_intro}</p>
    <div class="tpl-buttons tpl-nav" role="group" aria-label=${r.cards_nav}>${o.map(({id:b},_)=>p`<button
      type="button" class="tpl-button" aria-pressed=${String(_===l)} @click=${u(_)}
      aria-label=${it(e,b)===i?d(r.card_done,{id:b}):d(r.card_part,{id:b,k:it(e,b),n:i})}
    >${b}${it(e,b)===i?" ✓":""}</button>`)}</div>
    <div class="tpl-card ${c?"tpl-narrow":""}">
      <p class="tpl-head tpl-card-title" tabindex="-1">${d(r.card_title,{id:a.id,n:l+1,all:o.length,date:a.date})}</p>
      <p class="tpl-claim">${a.text}</p>
      <p class="tpl-small">${d(r.card_source,a)}${a.confirmed?"":` ${r.unconfirmed}`}</p>
      ${c?p`<p class="tpl-small">${r.rate_words}</p>`:h}
      <div role="group" aria-label=${r.rows_legend}><p class="tpl-small">${r.rows_legend}</p>
        ${s.accounts.map(b=>Fc(e,t,a,b,c))}</div>
    </div>
    <div class="tpl-buttons">
      ${l>0?L(r.previous,u(l-1),{plain:!0}):h}
      ${l<o.length-1?L(r.next,u(l+1),{plain:!0}):h}
    </div>
    ${ie(e,"ratings")?h:Ii(e,o)}
    <p class="tpl-small" aria-live="polite">${d(r.rated_count,{k:f,n:o.length*i})} ${r.draft_kept}
      ${n.restored!==void 0&&n.restored===Fi.now(e)?r.restored:""}</p>
    ${k(e,t,{stage:"ratings",label:r.update,value:Bc(e),missing:$})}
    ${ie(e,"ratings")?h:p`<p class="tpl-small">${r.closed}</p>`}`}function Ii(e,t,s){let n=e.config.messages,r=(o,i)=>{let l=e.value.ratings?.[o]?.[i]??"–",a=s?.[o]?.[i];return a?p`<strong>${l}</strong><span class="tpl-small tpl-block">${d(n.matrix_cell,{r:a.R,c:a.C})}</span>`:l};return p`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${n.matrix}><table class="tpl-table tpl-matrix">
    <caption>${n.matrix}</caption>
    <thead><tr><th scope="col">${n.matrix_head}</th>${t.map(({id:o})=>p`<th scope="col">${o}</th>`)}</tr></thead>
    <tbody>${e.config.accounts.map(({letter:o,short:i})=>p`<tr><th scope="row">${i}</th>
      ${t.map(({id:l})=>p`<td>${r(l,o)}</td>`)}</tr>`)}</tbody></table></div>
    <p class="tpl-small">${n.matrix_key}</p>`}var Bt=(e,t)=>j(t.map(s=>`"${ee(e,s).short}"`),e.config.messages.and);function Ri(e,t){let s=e.config.messages,[n,r]=t.order,o=ie(e,"predict").leader,i=t.ahead.includes(o)?s.predicted_right:d(s.predicted_wrong,{name:ee(e,o).short});return{main:t.ahead.length>1?d(s.tie,{names:Bt(e,t.ahead),share:w(t.shares[n],s)}):d(s.leads,{leader:ee(e,n).short,share:w(t.shares[n],s),second:ee(e,r).short,db:t.lead.toFixed(1)}),said:i}}function Pi(e,t){let s=e.config.messages;if(t.ahead.length>1)return s.flip_tie;let n=Ni(t.ratings,t.scale,t.counted,t.letters);if(!n.length)return s.flip_none;let[{card:r,hypothesis:o,before:i,after:l,leader:a}]=n;return d(n.length>1?s.flip_says:s.flip_one,{card:r,hypothesis:ee(e,o).short,from:i,to:l,leader:ee(e,a).short,n:n.length})}var Ci=e=>p`<div class="tpl-bars">${e.map(t=>p`<div class="tpl-voice">
  <span class="tpl-voice-name">${t.name}</span>${Ce(t)}</div>`)}</div>`;function Rc(e,t){let{config:s,value:n}=e,r=s.messages,o=Lt(e);if(!o)return p`<p>${Nt(Ct(e))?r.scale_fault:r.closed}</p>`;let{main:i,said:l}=Ri(e,o),a=_=>ue(o.shares[o.order[0]]/o.shares[_]),c=o.order.map(_=>({name:ee(e,_).short,share:o.shares[_],text:d(o.ahead.includes(_)?r.bar_leader:r.bar_text,{share:w(o.shares[_],r),db:a(_).toFixed(1)}),className:o.ahead.includes(_)?"tpl-first":"tpl-quiet"})),u=Math.max(...o.spread.map(({db:_})=>_))||1,m=n.sort==="spread",f=m?[...o.spread].sort((_,O)=>O.db-_.db):o.spread,g=f.map(({id:_})=>o.cards.find(O=>O.id===_)),$=o.spread.filter(({db:_})=>_===0).map(({id:_})=>_),b=n.experts?e.record.reveal?.raters:null;return p`
    ${v(p`<strong>${i}</strong> ${l}`)}
    <p class="tpl-head">${r.bars_title}</p>
    ${Ci(c)}
    ${V(e,r.bars_title,[r.matrix_head,r.head_share,r.head_behind],o.order.map(_=>[ee(e,_).name,w(o.shares[_],r),d(r.spread_text,{db:a(_).toFixed(1)})]))}
    <p>${d(r.honest,{n:o.cards.length})}</p>
    <p class="tpl-head">${r.spread_title}</p>
    ${z({id:t.id("sort"),label:r.sort_label,value:m?"spread":"date",onpick:_=>t.set({sort:_}),options:["date","spread"].map(_=>({id:_,text:r[`sort_${_}`]}))})}
    ${Ci(f.map(({id:_,db:O})=>({name:_,share:O/u,text:d(r.spread_text,{db:O.toFixed(1)})})))}
    ${$.length?p`<p class="tpl-small">${d(r.spread_zero,{ids:Me($)})}</p>`:h}
    ${Ii(e,g,b)}
    ${Pc(e,t,o)}`}var Hi=(e,t,s)=>p`<label class="tpl-check">
  <input type="checkbox" .checked=${ge(t)} @change=${n=>s(n.target.checked)} /><span>${e}</span></label>`;function qi(e,t,s){let n=null;for(let{id:r}of t.cards)for(let o of t.letters)for(let i of["R","C"]){let l=s[r]?.[o]?.[i],a=l?Math.abs(gs(t.scale[t.ratings[r][o]],t.scale[l])):0;a>(n?.db??0)&&(n={db:a,card:r,h:o,rater:i,mine:t.ratings[r][o],theirs:l})}return n}function Pc(e,t,s){let n=e.config.messages,r=e.record.reveal?.raters??{},o=s.cards.every(({id:u})=>r[u]),i=Hi(n.experts_label,!!e.value.experts,u=>t.set({experts:u}));if(!e.value.experts)return i;if(!o)return p`${i}<p class="tpl-small">${n.experts_wait}</p>`;let l=u=>Lt(e,{ratings:Object.fromEntries(s.cards.map(({id:m})=>[m,Object.fromEntries(s.letters.map(f=>[f,r[m][f][u]]))]))}).ahead,a=qi(e,s,r),c=u=>Bt(e,u).replace(/^"|"$/g,"");return p`${i}<p class="tpl-small">${n.experts_note}</p>
    <p>${d(n.experts_result,{r:c(l("R")),c:c(l("C"))})}
      ${a?d(n.experts_widest,{...a,name:ee(e,a.h).short}):h}</p>`}function Hc(e,t){let{config:s,value:n,local:r}=e,o=s.messages,i=Lt(e),l=Ct(e),a=Nt(l),c={};for(let{id:_,cluster:O}of Oe(e))O&&(c[O]??=[]).push(_);let u=Object.entries(c).filter(([,_])=>_.length>1),m=_=>Lt(e,_)?.ahead??[],[f,g]=[m({once:!1}),m({once:!0})],$=m({scale:s.scale}),b=(_,O)=>Me(_)===Me(O);return p`
    ${u.length?p`${Hi(o.once_label,n.once===!0,_=>t.set({once:_}))}
        <p class="tpl-small">${d(o.once_note,{clusters:u.map(([_,O])=>d(o.cluster,{name:_,ids:Me(O)})).join("; ")})}</p>
        ${i?p`<p>${b(f,g)?o.once_same:d(o.once_other,{without:Bt(e,f),with:Bt(e,g)})}</p>`:h}`:p`<p class="tpl-small">${o.once_none}</p>`}
    ${L(o.flip_button,()=>t.local({flip:!0}),{plain:!0})}
    ${v(r.flip&&i?Pi(e,i):"")}
    ${i?p`<p>${i.ahead.length>1?o.bias_tie:d(o.bias,{leader:ee(e,i.order[0]).short,second:ee(e,i.order[1]).short,db:ji(i.lead,i.number).toFixed(1),step:gs(l[4],l[3]).toFixed(1)})}</p>`:h}
    <details class="tpl-details" ?open=${!!a}><summary>${o.scale_title}</summary>
      <p class="tpl-small">${o.scale_note}</p>
      <div class="tpl-scale">${He.map(_=>K({id:t.id(`scale-${_}`),label:d(o.scale_label,{n:_,word:o[`step_${_}`]}),min:0,max:1,step:.01,value:l[_],onset:O=>t.set({scale:{...l,[_]:O}})}))}</div>
      ${L(o.scale_reset,()=>t.set({scale:{...s.scale}}),{plain:!0})}
      ${v(a?p`<span class="tpl-alert tpl-block">${o[`scale_${a}`]}</span>`:i?b($,i.ahead)?o.scale_same:d(o.scale_other,{names:Bt(e,$)}):"")}
    </details>
    <p class="tpl-small">${o.caution}</p>
    <p class="tpl-small">${o.sources}</p>`}function qc(e,t){let{config:s}=e,n=s.messages,r=!!ie(e,"cards"),o=r&&!!ie(e,"predict"),i=o&&!!ie(e,"ratings");return p`
    ${T(d(n.step_choose,{n:s.size}),Lc(e,t))}
    ${r?T(n.step_predict,Cc(e,t)):h}
    ${o?T(n.step_rate,Ic(e,t)):h}
    ${E(e)}
    ${i?p`${T(n.step_see,Rc(e,t))}${T(n.step_change,Hc(e,t))}`:h}`}var On={};H(On,{HANDLES:()=>at,OPTIONS:()=>Sn,ROUNDS:()=>qe,STAGE:()=>Ft,chances:()=>zi,compared:()=>Ki,fraction:()=>ct,handles:()=>An,inHand:()=>Ui,model:()=>Mn,options:()=>Vi,presetOf:()=>Gi,sentences:()=>De,view:()=>Vc,worldAt:()=>Wi});var Ft="predict",at=["offence","distinguishability","trust"],Sn=["hold","arm","stronger"],qe=10,Dc=[0,5,10],lt=10,ct=e=>e.toFixed(2).replace(/^0\./,".");function zi(...e){let t=e.map(n=>n!==null&&(n<1&&n>=.995||n>0&&n<.005)),s=e.some((n,r)=>e.some((o,i)=>i>r&&n!==null&&o!==null&&Math.abs(n-o)>1e-9&&Math.round(n*100)===Math.round(o*100)));return e.map((n,r)=>n===null?"":String(Number((n*100).toFixed(t[r]||s?1:0))))}function An({config:e,value:t}){return Object.fromEntries(at.map(s=>[s,t[s]??e.start[s]]))}function Ui({value:e}){let t=at.findLastIndex(s=>(e[s]??null)!==null);return Math.min(t+2,at.length)}var Wi=({worlds:e},{offence:t,distinguishability:s})=>e.find(n=>n.offence===t&&n.distinguishability===s),Gi=({config:e},{offence:t,distinguishability:s})=>({offence:t,distinguishability:s,trust:e.start.trust});function Mn(e){let t=An(e),s=qr(t.offence),n=un(t.trust,t.distinguishability),r=Gr(t.offence,t.distinguishability,qe);return{...t,game:s,kind:zr(s),belief:n,needed:Dr(s),choice:Ur(s,n),world:Wi(e.config,t),levels:r,rests:Vr(t.offence,t.distinguishability),leaves:r.findIndex(o=>o>lt)}}function De(e){let t=e.config.messages,s=Mn(e),n=s.world?d(t.at_world,{n:s.world.number,name:s.world.name}):s.offence>.5?t.beyond_worlds:t.between_worlds,[r,o,i]=zi(s.belief,s.needed,s.trust),l={belief:r,needed:o,prior:i},a=d(s.distinguishability===0?t.seen_nothing:t.seen,l),c=s.needed===null?t.no_belief_suffices:s.needed===0?t.any_belief_suffices:d(t.takes,l),u=s.choice==="cooperate"?t.both_hold:t.both_arm,m=s.levels.at(-1),f=s.leaves>=0?d(t.race_leaves,{n:s.leaves,top:lt}):d(s.rests?m>1?t.race_slows:t.race_rests:t.race_grows,{end:m.toFixed(1),rounds:qe});return{where:n,seen:a,takes:c,so:u,race:f,all:[n,a,c,u].join(" ")}}var Vi=({config:e})=>Sn.map(t=>({id:t,text:e.messages[`option_${t}`]}));function Ki({config:e,record:t}){let s=t.stages[Ft]?.last?.choice;if(!Sn.includes(s))return null;let n=e.messages;return{said:n[`option_${s}`],answer:n[`answer_${s}`]}}function zc(e,t){let s=e.config.messages,{width:n}=B(e),r=C([0,1],[14,n-14]),o=a=>a<.2?"start":a>.8?"end":"middle",i=t.needed===null?r(1):r(t.needed),l=t.needed===null?s.needed_none:d(s.needed_mark,{q:ct(t.needed)});return R({width:n,height:122,label:De(e).all},y`
    <rect class="tpl-band" x=${r(0)} y="40" width=${i-r(0)} height="18"></rect>
    <rect class="tpl-region" x=${i} y="40" width=${Math.max(0,r(1)-i)} height="18"></rect>
    ${t.needed===null?h:y`<line class="tpl-needle" x1=${i} x2=${i} y1="34" y2="64"></line>`}
    ${J(r(t.belief),49,"tpl-here","circle",8)}
    ${x(r(t.belief),26,d(s.belief_mark,{q:ct(t.belief)}),o(t.belief),"tpl-strong")}
    ${t.needed===null?x(r(.5),95,l,"middle"):x(i,95,l,o(t.needed))}
    ${x(r(0),77,"0")}${x(r(1),77,"1","end")}
    ${i-r(0)>60?x(r(0),115,s.scale_arm):h}
    ${r(1)-i>60?x(r(1),115,s.scale_hold,"end"):h}`)}function Di(e,t){let s=e.config.messages,n=(a,c)=>d(s.cell,{mine:a.toFixed(1),theirs:c.toFixed(1)}),{reward:r,sucker:o,temptation:i,punishment:l}=t.game;return p`<table class="tpl-table">
    <caption>${d(s.payoffs,{kind:s[`kind_${t.kind.toLowerCase().replace(/[^a-z]+/g,"_")}`]??t.kind})}</caption>
    <thead><tr><td></td><th scope="col">${s.they_hold}</th><th scope="col">${s.they_arm}</th></tr></thead>
    <tbody>
      <tr><th scope="row">${s.you_hold}</th><td>${n(r,r)}</td><td>${n(o,i)}</td></tr>
      <tr><th scope="row">${s.you_arm}</th><td>${n(i,o)}</td><td>${n(l,l)}</td></tr>
    </tbody></table>`}function Uc(e,t){let s=e.config.messages,{width:n}=B(e),r=210,o=C([0,qe],[30,n-16]),i=C([0,lt],[r-34,14]),l=t.leaves<0?t.levels:t.levels.slice(0,t.leaves+1),a=l.map((f,g)=>{if(f<=lt)return[g,f];let $=l[g-1];return[g-1+(lt-$)/(f-$),lt]}),[c,u]=a.at(-1),m=u>1;return p`
    <p class="tpl-small">${s.race_separate}</p>
    <p class="tpl-head">${s.race_title}</p>
    ${R({width:n,height:r,label:De(e).race},y`
      ${Dc.map(f=>y`<line class="tpl-grid" x1=${o(0)} x2=${o(qe)} y1=${i(f)} y2=${i(f)}></line>
        ${x(o(0)-6,i(f)+4,f,"end")}`)}
      ${[0,5,10].map(f=>x(o(f),r-16,f,"middle"))}
      ${x(o(qe),r-1,s.rounds,"end")}
      ${$e(a.map(([f,g])=>[o(f),i(g)]),m?"tpl-second":"tpl-first")}
      ${J(o(c),i(u),m?"tpl-second":"tpl-first","circle",5)}
      ${c>.55*qe?x(o(c)-8,i(u)+(m?18:-10),s.each_state,"end"):x(o(c)+10,i(u)+14,s.each_state)}`)}
    <p>${De(e).race}</p>
    ${V(e,s.race_title,[s.round,s.each_state],t.levels.map((f,g)=>[g,f.toFixed(2)]))}`}function Wc(e,t){let s=e.config.messages,{width:n}=B(e),r=Math.min(n,340),o=C([0,1],[34,n-12]),i=C([0,1],[r-46,12]),l=Array.from({length:41},(u,m)=>m/40).map(u=>[Math.min(.5,un(t.trust,u)/2),u]),c=[[0,0],...l,[0,1]].map(([u,m])=>`${o(u)},${i(m)}`).join(" ");return p`
    <p class="tpl-head">${d(s.map_title,{prior:ct(t.trust)})}</p>
    ${R({width:n,height:r,label:d(s.map_says,{where:De(e).where,so:De(e).so})},y`
      <rect class="tpl-band" x=${o(0)} y=${i(1)} width=${o(1)-o(0)} height=${i(0)-i(1)}></rect>
      <polygon class="tpl-region" points=${c}></polygon>
      <line class="tpl-grid" x1=${o(.5)} x2=${o(.5)} y1=${i(0)} y2=${i(1)}></line>
      ${x(o(.02),i(.4),s.map_hold)}
      ${x(o(.98),i(.4),s.map_arm,"end")}
      ${x(o(.985),i(1)+18,s.map_pd,"end")}
      ${e.config.worlds.map(u=>y`${J(o(u.offence),i(u.distinguishability),"tpl-world","circle",11)}
        ${x(o(u.offence),i(u.distinguishability)+4.5,u.number,"middle","tpl-strong")}`)}
      ${y`<path class="tpl-crosshair" d="M${o(t.offence)},${i(t.distinguishability)-17}v34 M${o(t.offence)-17},${i(t.distinguishability)}h34"></path>
        <circle class="tpl-ring" cx=${o(t.offence)} cy=${i(t.distinguishability)} r="15"></circle>`}
      ${x(o(0),r-22,s.axis_defence)}${x(o(1),r-(n<340?6:22),s.axis_offence,"end")}
      ${x(-i(.5),16,s.axis_distinguish,"middle","tpl-upright")}`)}
    <p class="tpl-small">${s.map_key}</p>`}function Gc(e,t,s){let n=e.config.messages,r=An(e)[s];return D({id:t.id(s),label:n[`${s}_label`],note:n[`${s}_try`],ends:[n[`${s}_low`],n[`${s}_high`]],value:e.value[s]??null,rest:r,min:0,max:1,step:.05,show:ct,unset:d(n.at_start,{x:ct(r)}),onset:o=>t.set({[s]:Number(o.toFixed(2))})})}function Vc(e,t){let{value:s,record:n}=e,r=e.config.messages,o=!!n.stages[Ft];return p`
    <p>${r.scene}</p>
    ${M({name:t.id("guess"),legend:r.predict,options:Vi(e),value:s.guess??null,onpick:i=>t.set({guess:i})})}
    ${k(e,t,{stage:Ft,label:r.commit,value:{choice:s.guess??null},missing:s.guess?"":r.missing,first:r[`option_${n.stages[Ft]?.first?.choice}`]})}
    ${E(e)}
    ${o?Kc(e,t):p`<p class="tpl-small">${r.closed}</p>`}`}function Kc(e,t){let{config:s}=e,n=s.messages,r=Ki(e),o=Mn(e),i=De(e),l=Ui(e),a=l===at.length,{wide:c}=B(e);return p`
    <div class=${c?"tpl-columns":""}>
      <section aria-label=${n.results}>
        <p class="tpl-head">${n.results}</p>
        ${v(p`<strong>${i.where}</strong> ${i.seen} ${i.takes} <strong>${i.so}</strong>`)}
        ${zc(e,o)}
        <p class="tpl-small">${d(n.you_said,{said:r.said})} ${r.answer}</p>
        ${c?Di(e,o):h}
      </section>
      <section aria-label=${n.controls}>
        <p class="tpl-head">${n.controls}</p>
        ${at.slice(0,l).map(u=>Gc(e,t,u))}
        ${a?p`<div class="tpl-buttons" role="group" aria-label=${n.presets}>
              ${s.worlds.map(u=>L(d(n.preset,{n:u.number}),()=>t.set(Gi(e,u)),{pressed:o.world===u&&o.trust===s.start.trust}))}
            </div>`:p`<p class="tpl-small">${n.next_handle}</p>`}
      </section>
    </div>
    <div class=${c?"tpl-columns":""}>
      ${a?p`<section aria-label=${n.map_heading}>${Wc(e,o)}</section>
            <section aria-label=${n.race_title}>${Uc(e,o)}</section>`:h}
      ${c?h:Di(e,o)}
    </div>
    <p class="tpl-small">${n.assumptions}</p>`}var Bn={};H(Bn,{closedCase:()=>Xi,codersOf:()=>sl,costSentence:()=>Qi,recognisedSentence:()=>Nn,runningSentence:()=>el,standing:()=>Zi,view:()=>op,viewsSentence:()=>tl});var Ji=Qt(class extends Je{constructor(){super(...arguments),this.key=h}render(e,t){return this.key=e,t}update(e,[t,s]){return t!==this.key&&(Zt(e),this.key=t),s}});function It(e,t){return!Number.isFinite(e)||e<0||e>1?null:(e-(t?1:0))**2}function U(e){return e==null||Number.isNaN(e)?"–":e===0||e===1?String(e):e.toFixed(e<.00995?4:2).replace(/^0/,"")}function Tn(e){if(!e.length||!e.every(s=>Number.isFinite(s)&&s>=0))return null;let t=e.reduce((s,n)=>s+n,0);return t>0?e.map(s=>s/t):null}function Xi(e,t){let s=new Set((t?.opened??[]).map(r=>r.case)),n=e.cases.findIndex(({id:r})=>!s.has(r));return n<0?null:{...e.cases[n],number:n+1}}function Qi(e,t){return t==null?"":d(e.messages.if_said,{n:t,yes:U(It(t/100,!0)),no:U(It(t/100,!1))})}function Zi(e,t){let s=e.messages,[n,r]=[U(t.mine),U(t.base)];return n===r?s.level:t.mine<t.base?s.better:s.worse}function Nn(e,t){let s=e.messages;if(!t||t.yes+t.no+t.unsure===0)return"";let n=e.cases.length,r=d(s.recognised_says,{...t,open:n-t.yes-t.no-t.unsure,all:n}),{rest:o}=t;return t.yes===0?`${r} ${s.recognised_none}`:o?`${r} ${d(s.recognised_rest,{n:o.n,mine:U(o.mine),base:U(o.base)})}`:`${r} ${s.recognised_all}`}function el(e,t){let{n:s,mine:n,base:r,model:o}=t.scores.force,i={n:s,all:e.cases.length,mine:U(n),base:U(r),model:U(o)};return d(o===null?e.messages.running:e.messages.running_model,i)}function tl(e,t){let s=e.messages,n=t.view>1?s.views_exploratory:t.done?s.views_counted:t.opened.length?s.views_now:s.views_0;return`${d(s.views,{n:t.views})} ${n}`}var jn=(e,t,s)=>t.outcome[s]?e.yes:e.no;function sl(e){let t=e.cases.flatMap(({values:s})=>Object.values(s).flatMap(Object.keys));return[...new Set(t)].sort()}function Jc(e,t){let s=e.messages,n=sl(e);return p`<details class="tpl-details" open><summary>${s.card_values}</summary>
    ${N(s.card_table,[s.factor,...n.map(r=>d(s.coder,{n:r}))],e.factors.map(({id:r,name:o})=>[o,...n.map(i=>t.values[r]?.[i]??s.not_coded)]))}
    <p class="tpl-small">${n.length>1?s.coders_note:s.coder_note}</p></details>`}function Yc(e,t,s){let{config:n,value:r}=e,o=n.messages,i=r.case===s.id?r:{},l=i.chance??null,a=i.recognised??null,c=b=>t.set({chance:l,recognised:a,...b,case:s.id}),u=e.waiting===s.id,m=l===null||u,{rate:f,n:g,yes:$}=n.base;return F(d(o.card,{n:s.number,all:n.cases.length}),p`<p class="tpl-claim">${X(s.card)}</p>
      ${Jc(n,s)}
      ${K({id:t.id(`chance-${s.id}`),label:o.question,min:0,max:100,value:null,unit:o.unit,onset:b=>c({chance:b})})}
      <p class="tpl-small">${d(o.base_says,{rate:w(f),yes:$,n:g})}</p>
      ${v(Qi(n,l))}
      ${M({name:t.id(`recognised-${s.id}`),legend:o.recognised,value:a,inline:!0,options:Qc.map(b=>({id:b,text:o[`recognised_${b}`]})),onpick:b=>c({recognised:b})})}
      <p class="tpl-small">${o.keep_warning}</p>
      <div class="tpl-commit">
        <button type="button" class="tpl-button" aria-disabled=${String(m)}
          aria-describedby=${t.id("forecast-status")}
          @click=${()=>m||t.commit(s.id,a?{chance:l,recognised:a}:{chance:l})}>${o.keep}</button>
        <span class="tpl-status" role="status" id=${t.id("forecast-status")}>${u?e.silent?o.no_answer:o.saving:l===null?o.set_first:""}</span>
      </div>`,"tpl-card")}function Xc(e,t,s){let n=e.messages,r=a=>U(It(a,t.outcome.force)),o={n:t.chance,points:r(t.chance/100)},i=t.model===null?d(n.you_said,o):d(n.you_said_model,{...o,m:Math.round(100*t.model),other:r(t.model)}),l=a=>String(a).split(" ; ");return p`<details class="tpl-details" ?open=${s}>
    <summary><strong>${d(n.opened_case,t)}.</strong>
      ${t.outcome.force?n.force_yes:n.force_no} ${i}</summary>
    <ul class="tpl-list">${l(t.after).map(a=>p`<li>${X(a)}</li>`)}</ul>
    ${t.borderline?p`<p class="tpl-small">${d(n.borderline,{why:X(t.borderline)})}</p>`:h}
    ${t.unconfirmed?p`<p class="tpl-small">${d(n.unconfirmed,{text:X(t.unconfirmed)})}</p>`:h}
    ${t.recognised?p`<p class="tpl-small">${d(n.recognised_said,{answer:n[`recognised_${t.recognised}`].toLowerCase()})}</p>`:h}
    <p class="tpl-small">${n.sources}</p>
    <ul class="tpl-list tpl-small tpl-address">${t.sources.map(({text:a,mark:c})=>p`<li>${a}${c?p` <strong>[${n[`outlet_${c}`]}]</strong>`:h}</li>`)}</ul>
    ${t.sources.some(({mark:a})=>a)?p`<p class="tpl-small">${n.outlets_note}</p>`:h}
  </details>`}var En=26,Qc=["yes","no","unsure"];function Zc(e,t,s,n){let r=e.config.messages,o=Math.min(e.width-4,620),i=C([0,100],[12,o-12]),l=En/2,a=t.model===null?null:Math.round(100*t.model),c={n:t.chance,m:a,rate:w(n),outcome:jn(r,t,s)};return p`<p class="tpl-small tpl-caption">${t.name}, ${t.year}: <strong>${jn(r,t,s)}</strong></p>
    ${R({width:o,height:En,label:d(a===null?r.scale:r.scale_model,c)},y`
      <line class="tpl-scale" x1=${i(0)} x2=${i(100)} y1=${l} y2=${l}></line>
      <line class="tpl-half" x1=${i(100*n)} x2=${i(100*n)} y1="1" y2=${En-1}></line>
      <rect class="tpl-outcome" x=${i(t.outcome[s]?100:0)-3} y=${l-9} width="6" height="18"></rect>
      ${a===null?h:J(i(a),l,"tpl-frame-second","square",9)}
      ${J(i(t.chance),l,"tpl-first","circle",5)}`)}`}function Yi(e,t,s){let n=e.config.messages,{rate:r}=t.scores[s]??t.scores.force,o=t.opened[0].model!==null,i=t.opened.some(({recognised:l})=>l);return p`<p><strong>${n.drawing_title}</strong></p>
    <p class="tpl-small">${o?n.legend_model:n.legend}</p>
    ${t.opened.map(l=>Zc(e,l,s,r))}
    ${V(e,n.drawing_title,[n.head_case,n.head_outcome,n.head_mine,...o?[n.head_model]:[],n.head_cost,...i?[n.head_recognised]:[]],t.opened.map(l=>[`${l.name}, ${l.year}`,jn(n,l,s),l.chance,...o?[Math.round(100*l.model)]:[],U(It(l.chance/100,l.outcome[s])),...i?[l.recognised?n[`recognised_${l.recognised}`]:"–"]:[]]))}`}function ep(e,t){let s=e.config.messages;return p`<details class="tpl-details"><summary>${s.calibration}</summary>
    ${N(s.calibration,[s.head_group,s.head_n,s.head_said,s.head_came],t.calibration.map(({low:n,high:r,n:o,said:i,came_true:l})=>[d(s.group,{low:Math.round(100*n),high:Math.round(100*r)}),o,w(i),d(s.came,{k:Math.round(o*l),n:o})]))}
    <p class="tpl-small">${s.calibration_note}</p></details>`}function tp(e,t,s,n){let r=e.config.messages,{mine:o,base:i,model:l,rate:a}=s.scores[n],c={mine:U(o),base:U(i),model:U(l),rate:w(a)};return p`
    ${M({name:t.id("reading"),legend:r.reading,value:n,options:["force","combat","other"].map(u=>({id:u,text:r[`reading_${u}`]})),onpick:u=>t.local({reading:u})})}
    ${v(d(l===null?r.reading_says:r.reading_says_model,c))}`}function sp(e,t,s){let{config:n}=e,r=n.messages,o=s.done?e.local.reading??"force":"force",i=s.scores.force;return T(r.opened,p`
    ${v(p`<strong>${el(n,s)}</strong> ${Zi(n,i)}
      ${s.done&&i.unknown!==null?d(r.without_known,{n:U(i.unknown)}):h}`)}
    ${s.done&&Nn(n,s.recognised)?p`<p>${Nn(n,s.recognised)}</p>`:h}
    ${s.model.status==="late"?p`<p class="tpl-small">${r.model_late}</p>`:h}
    ${s.view>1&&s.counted?p`<p>${d(r.counted,{mine:U(s.counted.mine),base:U(s.counted.base)})}</p>`:h}
    ${s.done?tp(e,t,s,o):h}
    ${s.done?p`${Yi(e,s,o)}${ep(e,s)}`:h}
    ${[...s.opened].reverse().map((l,a)=>Xc(n,l,a===0))}
    ${s.done?h:Yi(e,s,o)}`)}function np(e,t,s){let n=e.config.messages,{status:r,ready:o}=s.model;return p`<p>${n[`model_${r}`]}</p>
    ${o?h:p`<div class="tpl-commit">${L(n.go_without,()=>t.commit("without",{}))}
      <span class="tpl-status" role="status">${e.waiting==="without"?e.silent?n.no_answer:n.saving:""}</span></div>`}`}function op(e,t){let{config:s,record:n}=e,r=s.messages,o=n.reveal??s.begin,i=Xi(s,o);return p`
    <p>${r.warning}</p><p>${r.known}</p>
    ${v(tl(s,o))}
    ${o.opened.length?h:np(e,t,o)}
    ${E(e)}
    ${o.model.ready&&i?Ji(`${o.view} ${i.id}`,Yc(e,t,i)):h}
    ${o.opened.length?sp(e,t,o):h}
    ${o.done?p`<div class="tpl-commit">${L(o.view>1?r.again_next:r.again,()=>t.commit("open",{}),{plain:!0})}
          <span class="tpl-status" role="status">${e.waiting==="open"?e.silent?r.no_answer:r.saving:r.again_note}</span></div>`:h}`}var Ln={};H(Ln,{STAGE:()=>Rt,draft:()=>rp,lengthSentence:()=>nl,missing:()=>ol,standing:()=>rl,view:()=>ip});var Rt="text",rp=Rt;function nl(e,t){let s=e.messages,n=Rs(t);if(!e.words)return d(s.count,{n});let[r,o]=e.words,i=n<r?s.count_short:n>o?s.count_long:s.count_good;return d(i,{n,min:r,max:o})}function ol(e,t){let s=(t??"").trim();return s&&s!==(e.starter??"").trim()?"":e.messages.write_first}function rl({config:e,record:t,value:s,local:n}){let r=e.messages,o=(s.text??"").trim(),i=t.stages[Rt]?.last.text;return i===o?e.words&&Rs(o)<e.words[0]?r.saved_short:"":n.restored!==void 0&&n.restored.trim()===o?r.restored:i===void 0?"":r.unsaved}function ip(e,t){let{config:s,value:n,record:r}=e,o=n.text??"";return p`
    ${ke({id:t.id("text"),label:s.prompt,rows:s.rows,value:o,placeholder:s.starter,oninput:i=>t.set({text:i}),describedby:t.id("count")})}
    <p class="tpl-small" id=${t.id("count")}>${nl(s,o)}</p>
    ${k(e,t,{stage:Rt,value:{text:o.trim()},label:s.messages.save,missing:ol(s,o),first:r.stages[Rt]?.first?.text})}
    ${E(e)}
    ${v(rl(e))}`}var Cn={};H(Cn,{STAGE:()=>_s,leaderSentence:()=>al,missing:()=>ll,pointsOf:()=>il,view:()=>ap});var _s="belief";function il(e,t){let s=t.points??{};return Object.fromEntries(e.lines.filter(({id:n})=>Number.isFinite(s[n])).map(({id:n})=>[n,s[n]]))}function ll(e,t){let s=e.messages,n=e.lines.length-Object.keys(t).length;return n?d(s.missing,{n,all:e.lines.length}):Object.values(t).some(r=>r>0)?"":s.all_zero}function al(e,t){let s=e.messages,n=Tn(e.lines.map(({id:l})=>t[l]??null));if(!n)return"";let r=Math.max(...n),o=e.lines.filter((l,a)=>n[a]===r).map(({name:l})=>`"${l.replace(/\.$/,"")}"`),i=w(r,s);return o.length===1?d(s.total,{leader:o[0],share:i}):d(s.total_tie,{leaders:j(o,s.and),share:i})}function lp(e,t){let{config:s,record:n}=e,r=s.messages,o=n.reveal?.others??[];if(!n.reveal)return h;if(!o.length)return p`<p>${r.others_none}</p>`;let i=n.committed[_s].points,l=Tn(s.lines.map(({id:m})=>i[m])),a=o.filter(({lesson:m})=>Number(m)<Number(s.lesson)),c=o.filter(({lesson:m})=>Number(m)>Number(s.lesson)),u=m=>m.map(({lesson:f})=>d(r.earlier,{lesson:f}));return N(r.others,[r.account,...u(a),d(r.now,{lesson:s.lesson}),...u(c)],s.lines.map(({id:m,name:f},g)=>[f,...a.map(({shares:$})=>w($[m],r)),w(l[g],r),...c.map(({shares:$})=>w($[m],r))]))}function ap(e,t){let{config:s,value:n}=e,r=s.messages,o=il(s,n),i=Object.values(o).reduce((c,u)=>c+u,0),l=e.record.stages[_s]?.first,a=c=>i>0?d(r.line_share,{n:c,share:w(c/i,r)}):d(r.line_points,{n:c});return p`
    ${F(d(r.heading,{lesson:s.lesson}),p`<p>${r.ask}</p>
      ${s.lines.map(({id:c,name:u,note:m})=>D({id:t.id(`points-${c}`),label:u,note:m||void 0,min:0,max:100,step:5,value:o[c]??null,show:a,unset:r.not_set,onset:f=>t.set({points:{...n.points,[c]:f}})}))}`)}
    ${k(e,t,{stage:_s,value:{points:o},label:r.commit,missing:ll(s,o),first:l&&s.lines.map(({id:c,name:u})=>`${u.replace(/\.$/,"")}: ${l.points[c]}`).join("; ")})}
    ${E(e)}
    ${v(al(s,o))}
    ${lp(e,o)}`}var Fn={};H(Fn,{asks:()=>cp,view:()=>pp});function cp(e){return{passages:{ids:e.config.paragraphs.map(t=>t.id)}}}function pp(e){let{messages:t,paragraphs:s}=e.config,n=e.answers.passages?.answer??{};return p`${s.map(({id:r,cite:o,paraphrase:i,against:l})=>p`
      <table class="tpl-table">
        <caption>${o}</caption>
        <thead><tr><th scope="col">${t.theirs}</th><th scope="col">${t.ours}</th></tr></thead>
        <tbody><tr><td>${n[r]??t.waiting}</td><td>${i}</td></tr></tbody>
      </table>
      ${l.length?p`<details>
            <summary>${t.against.replace("{id}",r)}</summary>
            <ul>${l.map(a=>p`<li>${a.text} <em>${t.but}</em> ${a.counter}</li>`)}</ul>
          </details>`:""}`)}<p><small>${t.note}</small></p>`}var Wn={};H(Wn,{ANSWERS:()=>ml,POINTS:()=>ul,PREDICT:()=>xs,SMALL:()=>vs,TWIN:()=>Hn,change:()=>gl,compared:()=>ks,costs:()=>qn,mapCells:()=>Dn,mapSentence:()=>zn,parameters:()=>pt,ratioOf:()=>ys,referenceOf:()=>ze,sentence:()=>fl,statesAt:()=>ws,twinOf:()=>Un,twinSentences:()=>hl,view:()=>_p});var Pt=e=>Math.min(1,e.later+e.cost_b),cl=e=>e.now-e.cost_a>Pt(e),pl=e=>Pt(e)+e.cost_a;function dl(e,t,s=e.now){let n={nothing:Pt(e),success:1-e.cost_a,failure:-e.cost_a};return n.failure<n.nothing&&n.nothing<n.success?Ae(s,t,n):null}var xs="predict",vs="small",ul=["old","new","same"],ml=["bolder","careful","same"],Hn=["now","later","cost_a","cost_b"],[Rn,Pn]=[15,13],dp=.01,bs=e=>(e*100).toFixed(0),ve=e=>(e*100).toFixed(1),pt=({config:e,value:t})=>({...e.medians,loss_aversion:t.lambda??2.25}),ze=({config:e,value:t})=>t.reference??e.states.success,ws=({success:e,failure:t},s)=>({success:e,failure:t,nothing:e-s*(e-t)}),ys=({config:{states:e},value:t})=>t.ratio??(e.success-e.nothing)/(e.success-e.failure),qn=({success:e,nothing:t,failure:s})=>({success:e,nothing:t,sure:e-t,worst:e-s,down:t-s});function ks(e,t){return Math.abs(e-t)<=dp?"alike":e<t?"bolder":"careful"}function fl(e){let{config:t}=e,s=t.messages,n=ze(e),r=Ae(n,pt(e),t.states),o=Gs(t.states),{success:i,failure:l}=t.states,a=n>=i?s.lambda_nothing:n<=l?s.lambda_nothing_gains:"";return[d(s.result,{reference:n,p:ve(r),eu:ve(o)}),s[ks(r,o)],a].filter(Boolean).join(" ")}function gl(e,t,s){let n=t-s;return n===0?e.zero:d(n>0?e.gain:e.loss,{x:Math.abs(n)})}var In={lambda:null,cells:[]};function Dn(e,t){let s=JSON.stringify([e.success,e.failure,t]);if(In.key===s)return In.cells;let n=[];for(let r=0;r<Rn;r+=1)for(let o=0;o<Pn;o+=1){let i=e.failure+(r+.5)/Rn*(e.success-e.failure),l=(o+.5)/Pn,a=Ae(i,t,ws(e,l));n.push({i:r,j:o,reference:i,ratio:l,p:a,eu:1-l,which:ks(a,1-l)})}return In={key:s,cells:n},n}function zn(e){let{config:t}=e,s=t.messages,[n,r,o]=[ze(e),ys(e),pt(e)],i=Ae(n,o,ws(t.states,r)),l=Dn(t.states,o),a=c=>l.filter(u=>u.which===c).length;return d(s.map_says,{lambda:o.loss_aversion,reference:n,ratio:r.toFixed(2),p:ve(i),eu:ve(1-r),so:s[ks(i,1-r)],bolder:a("bolder"),careful:a("careful"),all:l.length})}var Un=({config:e,value:t})=>Object.fromEntries(Hn.map(s=>[s,t[s]??e.twin[s]]));function hl(e){let t=e.config.messages,s=Un(e),n=cl(s),r=e.value.twin_reference==="whole",o=dl(s,pt(e),r?1:s.now),i=u=>u.toFixed(2),l={war:i(s.now-s.cost_a),now:i(s.now),cost_a:i(s.cost_a),wait:i(Pt(s)),later:i(s.later),cost_b:i(s.cost_b)},a=[d(t.twin_war,l),d(t.twin_wait,l),n?t.twin_fights:t.twin_waits];if(s.later>=s.now&&a.push(t.twin_no_shift),o===null)return{lines:[...a,t.twin_prospect_none],same:null};let c=s.now>o;return a.push(d(t.twin_prospect,{seen:d(r?t.twin_seen_whole:t.twin_seen_today,{now:i(s.now)}),p:bs(o),eu:bs(pl(s)),chance:bs(s.now),does:c?t.does_fight:t.does_wait})),{lines:[...a,c===n?t.twin_same:t.twin_part],same:c===n}}function up(e){let{config:t}=e,s=t.messages,n=Math.min(e.width,620),r=C([0,110],[8,n-8]),o=ze(e),i=[["failure",s.end_failure],["nothing",s.end_nothing],["success",s.end_success]],l=a=>a>85?"end":a<25?"start":"middle";return R({width:n,height:132,label:d(s.picture_says,{...t.states,reference:o})},y`
    <rect class="tpl-loss-side" x=${r(0)} y="44" width=${r(o)-r(0)} height="26"></rect>
    <rect class="tpl-frame" x=${r(0)} y="44" width=${r(110)-r(0)} height="26"></rect>
    <line class="tpl-needle" x1=${r(o)} x2=${r(o)} y1="30" y2="76"></line>
    ${x(r(o),24,d(s.picture_reference,{reference:o}),l(o),"tpl-strong")}
    ${x(r(o)-8,40,s.picture_losses,"end")}
    ${o<92?x(r(o)+8,40,s.picture_gains):h}
    ${i.map(([a,c],u)=>{let m=t.states[a];return y`${J(r(m),57,"tpl-here",a==="nothing"?"square":"circle",6)}
        ${x(r(m),92+16*u,`${m}: ${c}`,l(m),"tpl-halo")}`})}`)}function mp(e){let{config:t}=e,s=t.messages,{width:n}=B(e),r=Math.min(n,360),{success:o,failure:i}=t.states,l=C([i,o],[40,n-12]),a=C([0,1],[r-42,10]),[c,u]=[(l(o)-l(i))/Rn,(a(0)-a(1))/Pn],m=pt(e),f=Dn(t.states,m),g=rr(m);return p`${R({width:n,height:r,label:zn(e)},y`
    ${f.map(({i:$,j:b,which:_})=>y`<rect class=${`tpl-cell tpl-${_}`} x=${l(i)+$*c} y=${a(0)-(b+1)*u} width=${c} height=${u}></rect>
      ${_==="alike"?h:x(l(i)+($+.5)*c,a(0)-(b+.5)*u+4,_==="bolder"?"−":"+","middle")}`)}
    ${g===null?h:y`<line class="tpl-needle" x1=${l(o)-c} x2=${l(o)+6} y1=${a(g)} y2=${a(g)}></line>`}
    <circle class="tpl-ring" cx=${l(ze(e))} cy=${a(ys(e))} r="10"></circle>
    ${[0,.5,1].map($=>x(l(i)-6,a($)+4,$,"end"))}
    ${[i,o].map(($,b)=>x(l($),r-24,$,b?"end":"start"))}
    ${x((l(i)+l(o))/2,r-6,s.map_x,"middle")}
    ${x(-a(.75),14,s.map_y,"middle","tpl-upright")}`)}
    <p class="tpl-small">${d(s.map_key,{crossover:g===null?"–":g.toFixed(3)})}</p>`}function fp(e,t){let{config:s}=e,n=s.messages,{wide:r}=B(e),o=pt(e),i=ze(e),l=ys(e),a=[.05,.1,.25,.5,.75,.95].map(c=>[c.toFixed(2),`${ve(Ae(i,o,ws(s.states,c)))} %`,`${ve(1-c)} %`]);return T(n.map_head,p`
    <p>${n.map_text}</p>
    <div class=${r?"tpl-columns":""}>
      <div>${D({id:t.id("ratio"),label:n.ratio_label,min:.05,max:.95,step:.01,value:e.value.ratio??null,rest:l,show:c=>c.toFixed(2),unset:d(n.ratio_start,{x:l.toFixed(2)}),onset:c=>t.set({ratio:Number(c.toFixed(2))})})}
      ${v(zn(e))}
      ${V(e,n.map_table,[n.head_ratio,n.head_cpt,n.head_eu],a)}</div>
      <div>${mp(e)}</div>
    </div>`)}function gp(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.stages[vs],l=or(10,100,s.medians);return T(o.small_head,p`
    ${M({name:t.id("small"),legend:o.small_text,options:ml.map(a=>({id:a,text:o[`small_${a}`]})),value:n.guess_small??null,onpick:a=>t.set({guess_small:a})})}
    ${k(e,t,{stage:vs,value:{choice:n.guess_small??null},label:o.small_commit,missing:n.guess_small?"":o.missing_small,first:o[`small_${i?.first?.choice}`]})}
    ${i?p`<p>${d(o.small_answer,{p:ve(l),eu:ve(.9)})}</p>`:h}`)}function hp(e,t){let s=e.config.messages,n=Un(e),{lines:r}=hl(e);return T(s.twin_head,p`
    <p>${s.twin_text}</p>
    <div class="tpl-thirds">${Hn.map(o=>D({id:t.id(o),label:s[`${o}_label`],min:0,max:o.startsWith("cost")?.5:1,step:.01,value:e.value[o]??null,rest:n[o],show:i=>i.toFixed(2),unset:d(s.at_start,{x:n[o].toFixed(2)}),onset:i=>t.set({[o]:Number(i.toFixed(2))})}))}</div>
    ${M({name:t.id("twin-reference"),legend:s.twin_reference,inline:!0,options:[{id:"today",text:s.twin_today},{id:"whole",text:s.twin_whole}],value:e.value.twin_reference??"today",onpick:o=>t.set({twin_reference:o})})}
    <p>${s.twin_try}</p>
    ${v(p`${r.map((o,i)=>p`<span class="tpl-block">${i===2||i===r.length-1?p`<strong>${o}</strong>`:o}</span>`)}`)}`)}function $p(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.stages[xs].last,l=u=>ve(Ae(u,s.medians,s.states)),a=ze(e),c=[["success",o.end_success],["nothing",o.end_nothing],["failure",o.end_failure]];return p`
    <p>${d(o.you_said,{...s.states,said:d(o[`option_${i.choice}`],s.states),chance:i.chance})}
      <strong>${d(o.answer,{...s.states,old:l(s.states.success),new:l(s.states.nothing)})}</strong></p>
    <p>${d(o.why,qn(s.states))}</p>
    ${T(o.handle_head,p`
      ${D({id:t.id("reference"),label:o.reference_label,ends:[o.reference_low,o.reference_high],min:s.states.failure,max:s.states.success,step:1,value:n.reference??null,rest:a,unset:d(o.at_start,{x:a}),onset:u=>t.set({reference:u})})}
      ${up(e)}
      ${M({name:t.id("lambda"),legend:o.lambda_label,inline:!0,options:s.lambdas.map(u=>({id:String(u),text:o[`lambda_${String(u).replace(".","_")}`]})),value:String(n.lambda??2.25),onpick:u=>t.set({lambda:Number(u)})})}
      ${v(p`<strong>${fl(e)}</strong>`)}
      ${N(d(o.ends_table,{reference:a}),[o.head_end,o.head_state,d(o.head_change,{reference:a})],c.map(([u,m])=>[m,s.states[u],gl(o,s.states[u],a)]))}
      <p>${o.coder}</p>`)}
    ${gp(e,t)}
    ${r.stages[vs]?p`${fp(e,t)}${hp(e,t)}`:h}
    <p class="tpl-small">${o.assumptions}</p>`}function _p(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.stages[xs],l=bs(Gs(s.states)),a=n.guess_chance??null,c=n.guess?a===null?o.missing_chance:"":o.missing_choice;return p`
    <p>${d(o.scene,s.states)} ${d(o.scene_eu,{...qn(s.states),eu:l})}</p>
    ${F(o.predict_head,p`
      ${M({name:t.id("guess"),legend:d(o.predict,s.states),options:ul.map(u=>({id:u,text:d(o[`option_${u}`],s.states)})),value:n.guess??null,onpick:u=>t.set({guess:u})})}
      ${K({id:t.id("chance"),label:d(o.chance_label,s.states),min:0,max:100,value:a,unit:"%",onset:u=>t.set({guess_chance:u})})}
      ${k(e,t,{stage:xs,value:{choice:n.guess??null,chance:a},label:o.commit,missing:c,first:i?.first&&`${d(o[`option_${i.first.choice}`],s.states)} ${i.first.chance} %`})}`)}
    ${E(e)}
    ${i?$p(e,t):p`<p class="tpl-small">${o.closed}</p>`}`}var Yn={};H(Yn,{EQUAL:()=>As,STAGE:()=>dt,asks:()=>bp,indexOf:()=>$l,pairSentence:()=>Vn,pairShare:()=>Jn,ranking:()=>Kn,sentence:()=>Gn,view:()=>yp,weighting:()=>_l,weightsOf:()=>Ms,without:()=>Ss});var dt="predict",As=5,Ms=({config:e,value:t})=>e.components.map(({id:s})=>t.weights?.[s]??As);function $l(e,t){let s=e.map((r,o)=>r===null?0:t[o]),n=Ie(s);return n&&e.reduce((r,o,i)=>r+(o??0)*n[i],0)}function Kn(e){let{config:t,value:s}=e,n=Ms(e),r=t.states.filter(i=>!i.group||s.groups).map(i=>({...i,index:$l(t.shares[s.year][i.id],n)}));if(r.some(i=>i.index===null))return null;r.sort((i,l)=>l.index-i.index);let o=0;return r.map(i=>({...i,rank:i.group?null:o+=1}))}function Jn({config:e,value:t}){let[s,n]=t.pair??[];if(!s||!n||s===n)return null;let[r,o]=[s,n].map(l=>e.shares[t.year][l]),i=r.flatMap((l,a)=>l===null||o[a]===null?[]:[l-o[a]]);return{share:pe(i),dominance:ps(i),left:r.length-i.length}}var Ss=(e,t)=>Object.fromEntries(e.map(({id:s})=>[s,t.includes(s)?0:As]));function _l(e){let t=e.config.messages,s=Ms(e);if(new Set(s).size===1&&s[0]>0)return t.equal_weights;let n=e.config.components.filter((o,i)=>s[i]===0).map(({name:o})=>o),r=new Set(s.filter(o=>o>0));return n.length&&r.size===1?d(t.some_zero,{names:n.join(", ")}):t.your_weights}function Gn(e){let t=e.config.messages,s=Kn(e);if(!s)return t.all_zero;let[n,r]=s.filter(o=>!o.group);return d(t.result,{weighting:_l(e),year:e.value.year,first:n.text,second:r.text,a:n.index.toFixed(3),b:r.index.toFixed(3)})}function Vn(e){let t=e.config.messages,s=Jn(e);if(!s)return t.pick_two;let[n,r]=e.value.pair.map(l=>e.config.states.find(a=>a.id===l).text),o={always:t.pair_always,never:t.pair_never,depends:t.pair}[s.dominance],i=s.left?` ${d(t.pair_left_out,{n:s.left})}`:"";return oe(d(o,{a:n,b:r,share:w(s.share,t),year:e.value.year}))+i}function bp(e){return e.record.stages[dt]?{first:{year:e.value.year}}:{}}function xp(e,t){let{config:s,value:n}=e,r=s.messages,o=a=>t.set({weights:a}),i=Ss(s.components,[]),l=a=>JSON.stringify(Ms(e))===JSON.stringify(Object.values(Ss(s.components,a)));return p`
    ${s.components.map(a=>D({id:t.id(a.id.replaceAll(" ","-")),label:a.name,value:n.weights?.[a.id]??As,min:0,max:10,step:1,unset:r.not_set,onset:c=>o({...i,...n.weights,[a.id]:c})}))}
    <div class="tpl-buttons" role="group" aria-label=${r.presets}>
      ${s.presets.map(a=>L(r[`preset_${a.id}`],()=>o(Ss(s.components,a.zero)),{pressed:l(a.zero)}))}
    </div>`}function vp(e){let t=e.config.messages;if(!e.live)return h;let s=e.answers.first,n=!s||s.pending||s.answer===null,o=(s?.answer?.firsts??[]).map(({name:i,share:l})=>d(t.first_one,{name:i,share:w(l,t)}));return p`<p aria-live="polite">${n?t.waiting:d(t.firsts,{year:s.question.year,names:o.join(", "),error:(s.answer.error*100).toFixed(1),draws:s.answer.draws.toLocaleString("en")})}</p>`}function wp(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=Kn(e),l=Jn(e),{wide:a,width:c}=B(e),u=s.states.find($=>$.id===r.stages[dt].last.choice),m=s.states.filter($=>!$.group||n.groups).map(({id:$,name:b})=>({id:$,text:b})),f=$=>b=>t.set({pair:(n.pair??[null,null]).map((_,O)=>O===$?b:_)}),g=(n.pair??[]).map($=>s.states.find(b=>b.id===$)?.name);return p`
    <p>${d(o.answer,{said:u?.text??"",...s.answer})}</p>
    <div class=${a?"tpl-columns":""}>
      <section aria-label=${o.results}>
        ${z({id:t.id("year"),label:o.year,value:String(n.year),options:s.years.map($=>({id:String($),text:String($)})),onpick:$=>t.set({year:Number($)})})}
        <label class="tpl-option"><input type="checkbox" .checked=${!!n.groups}
          @change=${$=>t.set({groups:$.target.checked})} /><span>${o.show_groups}</span></label>
        ${v(Gn(e))}
        ${i?p`
          ${Ze(i.slice(0,a?12:8).map($=>({name:$.rank?`${$.rank} ${$.name}`:d(o.group,{name:$.name}),value:$.index,text:$.index.toFixed(3),quiet:!!$.group})),c,d(o.bars_label,{says:Gn(e)}))}
          ${V(e,o.table,[o.state,...s.components.map($=>$.name),o.index],i.map($=>[$.name,...s.shares[n.year][$.id].map(b=>b===null?"–":b.toFixed(3)),$.index.toFixed(3)]))}`:h}
      </section>
      <section aria-label=${o.sliders}>
        <p class="tpl-head">${o.sliders}</p>
        <p class="tpl-small">${o.task}</p>
        ${xp(e,t)}
      </section>
    </div>
    <section aria-label=${o.pair_heading}>
      <p class="tpl-head">${o.pair_heading}</p>
      <div class="tpl-inline">
        ${z({id:t.id("pair-a"),label:o.pair_a,options:m,value:n.pair?.[0]??null,empty:o.choose,onpick:f(0)})}
        ${z({id:t.id("pair-b"),label:o.pair_b,options:m,value:n.pair?.[1]??null,empty:o.choose,onpick:f(1)})}
      </div>
      ${v(Vn(e))}
      ${l?et(e,{share:l.share,first:g[0],second:g[1],label:Vn(e)}):h}
      ${vp(e)}
    </section>
    ${n.year>=2002?p`<p class="tpl-small">${o.urban_note}</p>`:h}
    <details class="tpl-details"><summary>${o.breaks}</summary>
      <ul class="tpl-list">${s.notes.map($=>p`<li>${$}</li>`)}</ul></details>
    <p class="tpl-small">${o.assumptions}</p>`}function yp(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=l=>s.states.find(a=>a.id===l)?.name;return p`
    <p>${d(o.scene,s.answer)} ${o.suppose}</p>
    ${M({name:t.id("guess"),legend:d(o.predict,s.answer),value:n.guess??null,options:s.options.map(l=>({id:l,text:i(l)})),onpick:l=>t.set({guess:l})})}
    ${k(e,t,{stage:dt,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:i(r.stages[dt]?.first?.choice)})}
    ${E(e)}
    ${r.stages[dt]?wp(e,t):p`<p class="tpl-small">${o.closed}</p>`}`}var eo={};H(eo,{CHOICES:()=>Qn,STAGE:()=>qt,chance:()=>Os,regions:()=>wl,result:()=>Zn,signed:()=>ut,view:()=>Ap});var qt="predict",Qn=["hoop","smoking_gun","doubly","straw"],[xl,vl]=[.01,.99],Os=e=>Math.round(Math.max(xl,Math.min(vl,e))*100)/100,ut=e=>{let t=Math.abs(e).toFixed(1);return t==="0.0"?t:`${e>0?"+":"−"}${t}`},Ht=e=>e.toFixed(2).replace(/^0\./,"."),Xn=e=>(e>=10?e.toFixed(0):e>=1?e.toFixed(1):e.toFixed(2)).replace(/^0\./,".");function Zn(e,{p:t=null,q:s=null}){if(t===null||s===null)return"";if(t===s)return e.result_same;let{passed:n,failed:r}=jt(t,s),o=wn(t,s);return d(t>s?e.result:e.result_reverse,{kind:e[`kind_${o}`],passed:Xn(n),failed:Xn(r),passed_db:ut(ue(n)),failed_db:ut(ue(r))})}function wl(e=Et){let t=[1/(e+1),e/(e+1)],[s,n]=[[1/e,1],[0,1-1/e]];return{doubly:[[0,1],s,t,n],hoop:[s,[1,1],t],smoking_gun:[[0,0],n,t],straw:[[0,0],t,[1,1]]}}function kp(e,t){let{value:s,config:n}=e,r=n.messages,o=Math.min(B(e).width,420),i=o-34,l=C([0,1],[28,28+i]),a=C([0,1],[8+i,8]),c=wl(),u=S=>S.map(([A,I])=>`${l(A)},${a(I)}`).join(" "),m=S=>{let A=S.currentTarget.getBoundingClientRect(),I=A.width/o;t.set({q:Os(l.invert((S.clientX-A.left)/I)),p:Os(a.invert((S.clientY-A.top)/I))})},f=S=>{S.preventDefault(),S.currentTarget.setPointerCapture?.(S.pointerId),m(S)},g=S=>S.buttons&1&&m(S),{p:$=null,q:b=null}=s,_=$!==null&&b!==null,O=d(r.square_says,{result:_?Zn(r,s):r.square_empty});return p`<div class="tpl-square">${R({width:o,height:i+36,label:O},y`
    ${Qn.map(S=>y`<polygon class="tpl-zone tpl-zone-${S}" points=${u(c[S])}></polygon>
      <polygon class="tpl-zone tpl-zone-reverse" points=${u(c[S].map(([A,I])=>[I,A]))}></polygon>`)}
    <line class="tpl-half" x1=${l(0)} y1=${a(0)} x2=${l(1)} y2=${a(1)}></line>
    ${x(l(.02),a(.945),r.corner_doubly,"start","tpl-strong tpl-halo")}
    ${x(l(.98),a(.945)+6,r.corner_hoop,"end","tpl-strong tpl-halo")}
    ${x(l(.02),a(.1),r.corner_smoking_gun,"start","tpl-strong tpl-halo")}
    ${x(l(.4),a(.56),r.corner_straw,"middle","tpl-strong tpl-halo")}
    ${x(l(.98),a(.03),r.corner_reverse,"end","tpl-halo")}
    <rect class="tpl-frame" x=${l(0)} y=${a(1)} width=${i} height=${i}></rect>
    ${_?y`${J(l(b),a($),"tpl-here","circle",9)}`:h}
    ${x(l(0),i+26,"0")}${x(l(1),i+26,"1","end")}
    ${x(l(.5),i+28,`${r.axis_q} →`,"middle")}
    ${x(-a(.5),16,`${r.axis_p} →`,"middle","tpl-upright")}
    <rect class="tpl-catch" x="0" y="0" width=${o} height=${i+8}
      @pointerdown=${S=>f(bl(S))} @pointermove=${S=>g(bl(S))}></rect>`)}</div>`}var bl=e=>({clientX:e.clientX,clientY:e.clientY,buttons:e.buttons,pointerId:e.pointerId,preventDefault:()=>e.preventDefault(),currentTarget:{getBoundingClientRect:()=>e.currentTarget.ownerSVGElement.getBoundingClientRect(),setPointerCapture:t=>e.currentTarget.setPointerCapture?.(t)}});function Sp(e,t){let{config:s,value:n,record:r}=e,o=s.messages,i=r.stages[qt].last.choice,{wide:l}=B(e),a=jt(s.silence.p,s.silence.q),c=$=>D({id:t.id($),label:o[`${$}_label`],min:xl,max:vl,step:.01,rest:.5,value:n[$]??null,unset:o.not_set,show:Ht,ends:[o.low,o.high],onset:b=>t.set({[$]:Os(b)})}),{p:u=null,q:m=null}=n,f=u!==null&&m!==null,g=$=>f&&$.p===u&&$.q===m;return p`
    <p>${d(o.you_said,{said:o[`option_${i}`]})} ${o[`answer_${i}`]}</p>
    <p>${d(o.our_reading,{p:Ht(s.silence.p),q:Ht(s.silence.q),passed:ut(ue(a.passed)),failed:ut(ue(a.failed))})}</p>
    <p class="tpl-small">${o.decibel}</p>
    <div class=${l?"tpl-columns":""}>
      <section aria-label=${o.controls}>
        <p class="tpl-head">${o.controls}</p>
        <p>${o.try}</p>
        ${c("p")}${c("q")}
        <div class="tpl-buttons" role="group" aria-label=${o.examples}>
          ${s.examples.map($=>L(o[`kind_${$.kind}`],()=>t.set({p:$.p,q:$.q}),{pressed:g($)}))}
        </div>
        ${v(f?p`<strong>${Zn(o,n)}</strong> ${u===m?h:o[`about_${wn(u,m)}`]}`:o.set_both)}
      </section>
      <section aria-label=${o.square_title}>
        <p class="tpl-head">${o.square_title}</p>
        ${kp(e,t)}
      </section>
    </div>
    <p class="tpl-small">${d(o.continuum,{strong:Et})}</p>
    <details class="tpl-details"><summary>${o.table_title}</summary>
      ${N(o.table_title,[o.head_kind,o.head_p,o.head_q,o.head_passed,o.head_failed],s.examples.map($=>{let{passed:b,failed:_}=jt($.p,$.q),O=S=>d(o.times,{ratio:Xn(S),db:ut(ue(S))});return[o[`kind_${$.kind}`],Ht($.p),Ht($.q),O(b),O(_)]}))}
    </details>
    <p class="tpl-small">${o.sources}</p>`}function Ap(e,t){let{config:s,value:n,record:r}=e,o=s.messages;return p`
    <p class="tpl-claim">${d(o.scene,s.card)}</p>
    ${M({name:t.id("guess"),legend:o.predict,value:n.guess??null,options:Qn.map(i=>({id:i,text:o[`option_${i}`]})),onpick:i=>t.set({guess:i})})}
    ${k(e,t,{stage:qt,label:o.commit,value:{choice:n.guess??null},missing:n.guess?"":o.missing,first:o[`option_${r.stages[qt]?.first?.choice}`]})}
    ${E(e)}
    ${r.stages[qt]?Sp(e,t):p`<p class="tpl-small">${o.closed}</p>`}`}var po={};H(po,{asks:()=>Ep,pointsOf:()=>ql,view:()=>Dp});var Ue="perceived intentions",Dt="neutral",Mp=["predict","weights","intentions","years"],q=({config:e,value:t})=>e.claims.find(s=>s.id===t.claim),le=(e,t)=>`${e}.${t}`,We=({record:e,value:t},s)=>e.stages[le(s,t.claim)]?.last;function yl(e,t){let s=l=>e.record.stages[le(l,t)]?.last??{},[n,r,o,i]=Mp.map(s);return{claim:t,year:o.year??r.year??n.year??null,guess:n.choice??null,guess_share:n.share??null,weights:o.weights??r.weights??{},measures:o.measures??r.measures??{...e.config.plain},form:o.form??r.form??"additive",with_intentions:!!o.weights,tried:e.value?.tried??{},years_guess:i.choice??null}}function Ge(e){let t=s=>!!We(e,s);return{predict:!!(q(e)&&e.value.year),weights:t("predict"),result:t("weights"),intentions:!e.three&&t("weights")&&!!(t("intentions")||e.value.with_intentions),years:t("intentions"),chart:t("years")}}var Ts=e=>({...e,three:!0});function Z(e,t=e.value.measures){return Ge(e).intentions&&t.intentions!==Dt?e.config.sources:e.config.sources.filter(s=>s.id!==Ue)}function Op({config:e},t,s,n,r,o){return e.contrasts[t]?.[s]?.[n]?.[r.id]?.[o]??null}function to(e,{year:t=e.value.year,form:s=e.value.form,measures:n={}}={}){let r={...e.value.measures,...n};if(!t||!q(e))return null;let o=Z(e,r).map(i=>Op(e,e.value.claim,t,s,i,r[i.measure]));return o.every(i=>i!==null)?o:null}var Tp=e=>Ie(Z(e).map(t=>e.value.weights?.[t.id]));function te(e){let t=to(e);if(!t)return null;let s=Tp(e),n=Z(e).map(o=>e.value.weights?.[o.id]),r=s&&ds(t,s);return{contrasts:t,weights:s,share:pe(t),dominance:ps(t),leads:s===null?null:Math.sign(Math.abs(r)<1e-12?0:r),order:s&&dn(n),inOrder:s&&Rr(t,dn(n)),flip:s&&Hr(t,s)}}function mt(e){return q(e).years.map(t=>{let s=to(e,{year:t});return{year:t,share:s&&pe(s)}})}function so(e){return e.config.measures.intentions.map(t=>{let s=to(e,{measures:{intentions:t}});return{measure:t,share:s&&pe(s)}})}function kl(e){let t=e.value.tried?.[e.value.claim]??[];return so(e).filter(({measure:s})=>t.includes(s))}function Sl(e,t){let s=mt(e).map(({share:n})=>n);return t===1&&!s.every(n=>n===1)?.9999:t===0&&!s.some(n=>n===0)?1e-4:t}function Al(e,t){return e===null||t===null?null:Math.abs(t-e)<.1?"stays":t>e?"rises":"falls"}function no(e){let t=e.map(o=>o*100),s=t.map(o=>Math.floor(o+1e-9)),n=100-s.reduce((o,i)=>o+i,0),r=t.map((o,i)=>[o-s[i],i]).sort((o,i)=>i[0]-o[0]||o[1]-i[1]);for(let[,o]of r.slice(0,n))s[o]+=1;return s}function Ml(e,t){let s=t.weights.map((o,i)=>(o-e[i])*100),n=s.indexOf(Math.max(...s)),r=s.map((o,i)=>({from:i,points:Math.ceil(-o-1e-9)})).filter(o=>o.points>0);return{moves:r,to:n,total:r.reduce((o,i)=>o+i.points,0)}}function oo(e,t=0){let s=[[1,0,0],[0,1,0],[0,0,1]],n=o=>t+ds(e,o),r=[];return s.forEach((o,i)=>{let l=s[(i+1)%3],[a,c]=[n(o),n(l)];if(a>0&&r.push(o),a>0!=c>0){let u=a/(a-c);r.push(o.map((m,f)=>m+u*(l[f]-m)))}}),r}var W=(e,t,s={})=>{let n=q(e),r={observer:n.observer.text,first:n.first.text,second:n.second.text,year:e.value.year};return oe(d(e.config.messages[t],{...r,...s}))};function ro(e,t=te(e)){let s=e.config.messages;if(!t)return s.no_data;let n=Z(e).map(a=>a.id);if(!t.weights){let a=n.filter(c=>(e.value.weights?.[c]??null)===null);return a.length?d(s.verdict_open,{names:j(a,s.and)}):s.all_zero}let r=no(t.weights),o=j(n.map((a,c)=>`${a} ${r[c]}`),s.and);if(t.leads===0)return W(e,"verdict_tie",{weights:o});let i=q(e),l=(t.leads>0?i.first:i.second).text;return W(e,"verdict",{weights:o,leader:l,scaled:e.three?s.scaled:""})}function Ol(e,t=te(e)){let s=te(Ts(e));if(e.three||!t?.weights||!s?.weights||t.leads===s.leads)return"";let n=q(e),r=e.config.messages;return s.leads===0?r.before_level:W(e,"before_it_was",{leader:(s.leads>0?n.first:n.second).text})}function io(e,{share:t=!1}={}){let s=q(e);if(!s?.nearness)return"";let{capitals:n,border:r}=s.nearness,[o,i]=r[Z(e).length===3?"three":"four"];return t?W(e,"nearness_share",{low:o,high:i,from:r.from,to:r.to}):W(e,"nearness",{capital:n[e.value.year]})}function lo(e,t=te(e)){if(!t)return"";let s=e.config.messages;if(t.dominance==="always")return W(e,"share_always");if(t.dominance==="never")return W(e,t.contrasts.every(r=>r===0)?"share_nothing":"share_never");let n=t.share>=.4&&t.share<=.6?s.near_coin:t.share>=.95?s.near_all:t.share<=.05?s.near_none:"";return W(e,"share",{share:w(t.share,s)})+n+s.stop}function Tl(e,t=te(e)){let s=We(e,"predict");if(!s)return"";let n=q(e);return W(e,"predicted",{who:n[s.choice].text,share:s.share,year:s.year})}function El(e,t=te(e)){if(!t?.order)return"";let s=e.config.messages;if(t.order.length===1)return s.order_none;let n=Z(e).map(o=>o.id),r=t.order.map(o=>j(o.map(i=>n[i]),s.and)).join(s.before);return W(e,"in_order",{order:r,share:w(t.inOrder,s)})}function Nl(e,t=te(e)){if(!t?.weights)return"";let s=e.config.messages;if(!t.flip)return s.flip_none;let n=Z(e).map(l=>l.id),{moves:r,to:o}=Ml(t.weights,t.flip);if(!r.length)return s.flip_edge;let i=r.map((l,a)=>d(a?s.flip_more:s.flip_move,{n:l.points,source:n[l.from]}));return d(s.flip,{moves:j(i,s.and),to:n[o]})}function ao(e,t=te(e)){let s=e.value.form==="additive"?"geometric":"additive",n=te({...e,value:{...e.value,form:s}});if(!t?.weights||!n?.weights||t.leads===n.leads)return"";let r=q(e),o=n.leads>0?r.first.text:r.second.text;return W(e,n.leads===0?"form_tie":"form_turns",{form:e.config.messages[`form_${s}`],leader:o})}function jl(e,t){let s=t.filter(({share:c})=>c!==null);if(s.length<2)return"";let n=e.config.messages,r=s.filter(({measure:c})=>c!==Dt).length,o=s.map(({share:c})=>c),[i,l]=[Math.min(...o),Math.max(...o)].map(c=>w(c,n)),a=d(r===1?n.tried_one:n.tried_many,{n:r})+(r<s.length?n.tried_without:"");return W(e,i===l?"tried_same":"tried_range",{tried:a,low:i,high:l})}function Bl(e,{share:t,error:s,draws:n}){let r=q(e),o=(s*100).toFixed(1);return W(e,o==="0.0"?"joint_plain":"joint",{from:r.years[0],to:r.years.at(-1),draws:n.toLocaleString("en"),error:o,share:w(Sl(e,t),e.config.messages)})}function co(e){let t=e.config.messages,s=mt(e).filter(({share:u})=>u!==null);if(s.length<2)return t.no_data;let[n,r]=[s[0],s.at(-1)],o=s.map(({share:u})=>u),[i,l]=[Math.min(...o),Math.max(...o)],a=W(e,"years_result",{from:n.year,to:r.year,a:w(n.share,t),b:w(r.share,t),low:w(i,t),high:w(l,t)}),c=l-i<.1?` ${d(t.years_same,{from:n.year,to:r.year})}`:"";return a+c}function Ll(e){let t=We(e,"years"),s=e.config.messages,n=mt(e),r=Al(n[0].share,n.at(-1).share);return t?d(s.years_predicted,{said:s[`moves_${t.choice}`],is:s[`moves_${r}`]??"–"}):""}function Cl(e,t,s){if(!Z(e).map(o=>o.id).includes(Ue))return W(e,"triangle");let r=t.weights?no(t.weights):null;return r?W(e,"triangle_slice",{n:r[3],rest:100-r[3],share:w(s,e.config.messages)}):e.config.messages.triangle_wait}function Ep(e){let{value:t}=e;return!q(e)||!Ge(e).chart||!t.measures.intentions?{}:{joint:{claim:t.claim,measures:t.measures,form:t.form}}}var Np=(e,t)=>d(e.config.messages[t.paragraph?"claim_named":"claim"],{observer:t.observer.name,first:t.first.name,second:t.second.name,paragraph:t.paragraph}),we=e=>{let t=q(e);return{observer:t.observer.text,first:t.first.text,second:t.second.text,year:e.value.year}};function Fl(e,t){let{config:s,value:n}=e,r=s.messages,o=q(e),i=n.measures[t.measure],l=i&&s.facts[o.id][n.year][t.id][i],a=i&&s.contrasts[o.id][n.year].additive[t.id][i];return p`<div class="tpl-source">
    <p><strong>${oe(t.id)}</strong> <span class="tpl-small tpl-block">${i?r[`measure_${t.measure}_${i}`]:""}</span></p>
    ${l&&a!==null&&a!==void 0?nr((1+a)/2,`${o.first.name}: ${l[0]}`,`${o.second.name}: ${l[1]}`):p`<p class="tpl-small">${r.no_data}</p>`}
  </div>`}function jp(e,t){let{config:s,value:n}=e,r=s.messages,o=q(e);return p`
    ${z({id:t.id("claim"),label:r.whose,value:n.claim??null,empty:r.choose,options:s.claims.map(i=>({id:i.id,text:Np(e,i)})),onpick:i=>t.set(yl(e,i))})}
    ${o?z({id:t.id("year"),label:r.year,value:n.year?String(n.year):null,empty:r.choose,options:o.years.map(i=>({id:String(i),text:String(i)})),onpick:i=>t.set({year:Number(i)})}):h}
    ${o?.paragraph?p`<p class="tpl-small">${r[`about_${o.paragraph.toLowerCase()}`]}</p>`:h}`}function Bp(e,t){let{config:s,value:n}=e,r=s.messages,o=q(e),i=e.record.stages[le("predict",n.claim)]?.first;return p`
    <p>${d(r.tables_say,we(e))}</p>
    <div class="tpl-thirds">${s.sources.filter(l=>l.id!==Ue).map(l=>Fl(e,l))}</div>
    ${o.nearness?p`<p class="tpl-small">${io(e)}</p>`:h}
    <p class="tpl-small">${r.hidden}</p>
    ${M({name:t.id("guess"),legend:d(r.predict_who,we(e)),inline:!0,value:n.guess??null,options:["first","second"].map(l=>({id:l,text:o[l].name})),onpick:l=>t.set({guess:l})})}
    ${K({id:t.id("guess-share"),label:d(r.predict_share,we(e)),min:0,max:100,unit:"%",value:n.guess_share??null,onset:l=>t.set({guess_share:l})})}
    ${k(e,t,{stage:le("predict",n.claim),label:r.keep_prediction,value:{claim:n.claim,year:n.year,choice:n.guess,share:n.guess_share},missing:n.guess&&n.guess_share!==null?"":r.predict_missing,first:i&&d(r.first_prediction,{who:o[i.choice].text,share:i.share})})}`}function Il(e,t,s){let n=e.config.messages,{weights:r={},measures:o,claim:i,year:l}=e.value,a=o[s.measure]&&e.config.facts[i][l][s.id][o[s.measure]];return D({id:t.id(s.id.replaceAll(" ","-")),label:p`${oe(s.id)}`,note:a?d(n.swing_facts,{...we(e),a:a[0],b:a[1]}):void 0,value:r[s.id]??null,min:0,max:10,step:1,rest:5,unset:n.not_set,ends:[n.swing_low,n.swing_high],onset:c=>t.set({weights:{...r,[s.id]:c}})})}var Lp=(e,t)=>t.filter(s=>(e.value.weights?.[s]??null)===null);function Rl(e,t){let s=e.config.messages,n=Lp(e,t);return n.length?d(s.weights_missing,{names:j(n,s.and)}):t.every(r=>e.value.weights[r]===0)?s.all_zero:""}function Cp(e,t){let{config:s,value:n}=e,r=s.messages,o=s.sources.filter(c=>c.id!==Ue),i=o.map(c=>c.id),{intentions:l,...a}=n.measures;return p`
    <p>${d(r.swing,we(e))}</p>
    ${F(r.your_weights,p`<div class="tpl-thirds">${o.map(c=>Il(e,t,c))}</div>`)}
    ${Ge(e).intentions?p`<p class="tpl-small">${Ye(e,le("weights",n.claim))}</p>`:k(e,t,{stage:le("weights",n.claim),label:r.keep_weights,missing:Rl(e,i),value:{claim:n.claim,year:n.year,form:n.form,measures:a,weights:Object.fromEntries(i.map(c=>[c,n.weights?.[c]??null]))},first:Pl(e,e.record.stages[le("weights",n.claim)]?.first.weights)})}`}var Pl=(e,t)=>t&&j(Object.entries(t).map(([s,n])=>`${s} ${n}`),e.config.messages.and);function Fp(e,t){let{config:s}=e,n=s.messages,r=q(e),o=s.sources.slice(0,3),i=Math.min(B(e).width,440),l=i-40,[a,c]=[40,40+l*.75],u=([G,ae,Ve])=>[20+l*(Ve+ae/2),c-(c-a)*ae],m=Z(e).length===4,f=m?t.weights?.[3]??null:0;if(m&&f===null)return p`<p class="tpl-small">${n.triangle_wait}</p>`;let g=t.contrasts.slice(0,3).map(G=>(1-f)*G+(m?f*t.contrasts[3]:0)),$=pe(g),b=oo(g).map(u),_=oo(g.map(G=>-G)).map(u),O=1-f,S=t.weights&&O>1e-9?u(t.weights.slice(0,3).map(G=>G/O)):null,A=!m&&t.flip?u(t.flip.weights):null,I=Cl(e,t,$),Y=G=>[0,1].map(ae=>G.reduce((Ve,zt)=>Ve+zt[ae],0)/G.length),se=G=>G.map(ae=>ae.join(",")).join(" "),me=(G,ae,Ve)=>{if(ae<.12)return h;let[zt,gt]=Y(G),_o=S&&Math.abs(S[0]-zt)<90&&Math.abs(S[1]-gt)<28,ea=_o&&(gt<S[1]?Math.min(gt,S[1]-26):Math.max(gt,S[1]+30));return x(zt,_o?ea:gt,d(n.leads,{name:Ve}),"middle","tpl-strong")};return p`
    ${R({width:i,height:c+26,label:`${I} ${ro(e,t)}`},y`
      ${b.length?y`<polygon class="tpl-region" points=${se(b)}></polygon>`:h}
      ${_.length?y`<polygon class="tpl-region-second" points=${se(_)}></polygon>`:h}
      <polygon class="tpl-frame" points=${se([[1,0,0],[0,1,0],[0,0,1]].map(u))}></polygon>
      ${me(b,$,r.first.name)}${me(_,1-$,r.second.name)}
      ${A?y`${S?$e([S,A],"tpl-move"):h}<path class="tpl-flip" d="M${A[0]},${A[1]-7}l7,7l-7,7l-7,-7z"></path>`:h}
      ${S?y`${J(S[0],S[1],"tpl-here","circle",8)}${x(S[0]+11,S[1]-8,n.you,"start","tpl-strong tpl-halo")}`:h}
      ${x(i/2,14,oe(o[1].id),"middle")}${x(i/2,30,n.corner,"middle","tpl-fine")}
      ${x(0,c+18,oe(o[0].id))}${x(i,c+18,oe(o[2].id),"end")}`)}
    <p class="tpl-small">${I}${A?` ${n.triangle_flip}`:""}</p>`}function Hl(e){let t=e.config.messages,s=q(e),n=te(e);if(!n)return p`<p>${t.no_data}</p>`;let{wide:r}=B(e),o=We(e,"predict"),i=o&&e.three&&o.year===e.value.year?o.share/100:null;return p`
    ${v(p`<strong>${ro(e,n)}</strong> ${Ol(e,n)} ${lo(e,n)}`)}
    ${et(e,{share:n.share,first:s.first.name,second:s.second.name,said:i,saidText:o?d(t.you_said,{n:o.share}):"",label:lo(e,n)})}
    <div class=${r?"tpl-columns":""}>
      <div>
        <p>${Nl(e,n)}</p>
        <p>${El(e,n)}</p>
        ${e.three?p`<p class="tpl-small">${Tl(e,n)}</p>`:h}
        ${s.nearness?p`<p class="tpl-small">${io(e,{share:!0})}</p>`:h}
        ${ao(e,n)?p`<p class="tpl-alert">${ao(e,n)}</p>`:h}
        ${V(e,t.contrast_table,[t.source,t.contrast,t.points_to,t.your_points],Z(e).map((l,a)=>[oe(l.id),n.contrasts[a].toFixed(2),n.contrasts[a]===0?t.neither:(n.contrasts[a]>0?s.first:s.second).name,n.weights?(n.weights[a]*100).toFixed(0):t.not_set]))}
      </div>
      <div>${Fp(e,n)}</div>
    </div>`}function Ip(e,t){let{config:s,value:n}=e,r=s.messages;if(!Ge(e).intentions)return p`<p>${r.intentions_intro}</p>${L(r.add_intentions,m=>{let f=m.currentTarget.closest(".tpl");t.set({with_intentions:!0}),f.querySelector(`input[name="${t.id("intentions")}"]`)?.focus()})}`;let o=s.sources.find(m=>m.id===Ue),i=m=>t.set({measures:{...n.measures,intentions:m},tried:{...n.tried,[n.claim]:[...new Set([...n.tried?.[n.claim]??[],m])]}}),l=so(e),a=kl(e),c=n.measures.intentions,u=Z(e).map(m=>m.id);return p`
    ${M({name:t.id("intentions"),legend:d(r.measure_question,we(e)),value:c??null,onpick:i,options:l.map(({measure:m,share:f})=>({id:m,text:p`${r[`measure_intentions_${m}`]}<span class="tpl-block tpl-small">${r[`note_intentions_${m}`]}${Rp(e,m)}${f===null?` ${r.no_data}`:""}</span>`}))})}
    ${c&&c!==Dt?p`${Fl(e,o)}
      ${F(r.their_weight,Il(e,t,o))}`:h}
    ${c?Hl(e):h}
    ${N(d(r.tried_table,we(e)),[r.measure,r.share_head],l.map(({measure:m,share:f})=>[r[`measure_intentions_${m}`],a.some(g=>g.measure===m)?f===null?r.no_data:w(f,r):r.not_tried]))}
    ${v(jl(e,a))}
    ${k(e,t,{stage:le("intentions",n.claim),label:r.keep_all,missing:c?Rl(e,u):r.choose_measure,value:{claim:n.claim,year:n.year,form:n.form,measures:n.measures,weights:Object.fromEntries(u.map(m=>[m,n.weights?.[m]??null]))},first:Pl(e,e.record.stages[le("intentions",n.claim)]?.first.weights)})}
    ${c?Pp(e,t):h}`}function Rp(e,t){let s=e.config.messages[`note_intentions_${t}_${e.value.year}`];return s?` ${s}`:""}function Pp(e,t){let{config:s,value:n}=e,r=s.messages,o=i=>l=>t.set({measures:{...n.measures,[i]:l}});return p`<details class="tpl-details"><summary>${r.other_choices}</summary>
    <p class="tpl-small">${r.other_choices_note}</p>
    ${["power","distance","offence"].map(i=>p`${z({id:t.id(`measure-${i}`),label:r[`choice_${i}`],value:n.measures[i],options:s.measures[i].map(l=>({id:l,text:r[`measure_${i}_${l}`]})),onpick:o(i)})}${r[`note_${i}_${n.measures[i]}`]?p`<p class="tpl-small">${r[`note_${i}_${n.measures[i]}`]}</p>`:h}`)}
    ${M({name:t.id("form"),legend:r.form,inline:!0,value:n.form,options:["additive","geometric"].map(i=>({id:i,text:r[`form_${i}`]})),onpick:i=>t.set({form:i})})}
    <p class="tpl-small">${r.form_note}</p></details>`}function ql(e){let t=Math.round(e*100);return t===100&&e<1?">99":t===0&&e>0?"<1":String(t)}function Hp(e){let t=e.config.messages,s=mt(e),{width:n}=B(e),r=C([s[0].year,s.at(-1).year],[52,n-30]),o=C([0,1],[170,24]),i=s.filter(({share:l})=>l!==null);return p`
    <p class="tpl-head">${d(t.years_title,we(e))}</p>
    ${R({width:n,height:200,label:co(e)},y`
      ${[0,.5,1].map(l=>y`<line class=${l===.5?"tpl-half":"tpl-grid"} x1="44" x2=${n-20} y1=${o(l)} y2=${o(l)}></line>
        ${x(38,o(l)+4,`${l*100} %`,"end")}`)}
      ${$e(i.map(l=>[r(l.year),o(l.share)]),"tpl-thin")}
      ${i.map(l=>y`${J(r(l.year),o(l.share),"tpl-first","circle",l.year===e.value.year?7:5)}
        ${x(r(l.year),o(l.share)+(l.share>.5?20:-10),ql(l.share),"middle","tpl-halo")}`)}
      ${s.map(l=>x(r(l.year),194,n<420?`’${String(l.year).slice(2)}`:l.year,"middle"))}`)}
    ${V(e,t.years_title_plain,[t.year,t.share_head],s.map(l=>[l.year,l.share===null?t.no_data:w(l.share,t)]))}`}function qp(e,t){let{value:s}=e,n=e.config.messages,r=q(e),o={...we(e),from:r.years[0],to:r.years.at(-1)},i=e.answers.joint,l=i?.pending||!i?.answer;return p`
    ${M({name:t.id("years"),legend:d(n.years_question,o),value:s.years_guess??null,options:["falls","stays","rises"].map(a=>({id:a,text:n[`moves_${a}`]})),onpick:a=>t.set({years_guess:a})})}
    ${k(e,t,{stage:le("years",s.claim),label:n.keep_prediction,value:{claim:s.claim,choice:s.years_guess??null,measures:s.measures,form:s.form},missing:s.years_guess?"":n.years_missing,unchanged:We(e,"years")?.choice===s.years_guess})}
    ${Ge(e).chart?p`
      <p class="tpl-small">${Ll(e)}</p>
      ${v(co(e))}
      ${Hp(e)}
      ${e.live?p`<p aria-live="polite">${l?n.waiting:Bl(e,i.answer)}</p>`:h}
      <p class="tpl-small">${n.years_try}</p>`:h}`}function Dp(e,t){let s=e.config.messages,n=Ge(e);return p`
    ${T(s.step_choose,p`${jp(e,t)}${n.predict?Bp(e,t):h}`)}
    ${E(e)}
    ${n.weights?T(s.step_weigh,Cp(e,t)):h}
    ${n.result?T(s.step_see,Hl(Ts(e))):h}
    ${n.result?T(s.step_intentions,Ip(e,t)):h}
    ${n.years?T(s.step_years,qp(e,t)):h}
    ${n.predict&&!n.result?p`<p class="tpl-small">${n.weights?s.closed_weights:s.closed_predict}</p>`:h}
    <p class="tpl-small">${s.assumptions}</p>`}var fo={};H(fo,{STAGE:()=>Es,fresh:()=>mo,isChanged:()=>Gl,linesOf:()=>uo,missing:()=>Wl,view:()=>Wp});var Es="verdict";function Wl(e,t){let s=e.messages,n=e.tools.find(({id:r})=>r===t.tool);return e.tools.every(r=>r.missing)?s.nothing:!n||n.missing?s.missing_tool:(t.conclusion??"").trim()?"":s.missing_conclusion}function uo(e,t){let s=e.messages,n=e.tools.find(({id:r})=>r===t.tool);return[(t.conclusion??"").trim()||s.line_open,n?.holds||s.line_open,n?.flips||s.line_open]}var Dl=e=>p`<ol class="tpl-list">${e.map(t=>p`<li>${t}</li>`)}</ol>`,mo=({config:e,record:t})=>({...e,...t.reveal?.now}),zp=e=>e.filter(({said:t})=>t).map(({said:t})=>t),zl=(e,t)=>e.length===t.length&&e.every((s,n)=>s===t[n]);function Gl(e){let t=e.record.stages[Es],{reveal:s}=e.record;if(!t||!s)return!1;let n=mo(e);return t.last.tool!==(e.value.tool??null)||!zl(s.lines.slice(1),uo(n,e.value).slice(1))||t.last.conclusion!==Up(e.value.conclusion)||!zl(s.beside,zp(n.beside))}var Up=e=>(e??"").trim().split(/\s+/).join(" "),Ul=e=>p`<ul class="tpl-list">${e.map(t=>p`<li>${t}</li>`)}</ul>`;function Wp(e,t){let{value:s,record:n}=e,r=mo(e),o=r.messages,i=r.tools.filter(m=>!m.missing),l=r.tools.filter(m=>m.missing),a={conclusion:(s.conclusion??"").trim(),tool:s.tool??null},c=n.stages[Es],u=Gl(e);return p`
    <p>${o.intro}</p>
    ${i.length?M({name:t.id("tool"),legend:o.tool,value:s.tool??null,options:i.map(({id:m,said:f})=>({id:m,text:p`${o[`tool_${m}`]}<span class="tpl-block tpl-small">${f}</span>`})),onpick:m=>t.set({tool:m})}):p`<p>${o.nothing}</p>`}
    ${l.length?p`<ul class="tpl-list">${l.map(({id:m,missing:f})=>p`<li><strong>${o[`tool_${m}`]}</strong>: ${f}</li>`)}</ul>`:h}
    ${ke({id:t.id("conclusion"),label:o.conclusion,rows:2,value:s.conclusion??"",oninput:m=>t.set({conclusion:m})})}
    <p><strong>${o.preview}</strong></p>
    ${Dl(uo(r,s))}
    <p><strong>${o.beside}</strong></p>
    ${Ul(r.beside.map(({said:m,missing:f})=>m||f))}
    <p class="tpl-small">${o.warning}</p>
    ${k(e,t,{stage:Es,value:a,label:o.commit,missing:Wl(r,s),first:c?.first.conclusion,unchanged:!!c&&!u})}
    ${E(e)}
    ${v(u?o.stale:n.reveal?d(o.file,{name:n.reveal.file}):"")}
    ${n.reveal&&u?p`<p><strong>${o.kept_heading}</strong></p>${Dl(n.reveal.lines)}${Ul(n.reveal.beside)}`:h}
    <p class="tpl-small">${o.fresh}</p>`}var ft={argument_map:zs,check:Ws,choose_first:Ks,claim_sorter:Qs,controversy:tn,curve_lab:rn,domain_coder:ln,estimate:cn,factor_weigher:vn,evidence_balance:kn,four_worlds:On,holdout:Bn,note:Ln,odds_diary:Cn,reading:Fn,reference_point:Wn,reweigher:Yn,test_square:eo,threat_weigher:po,verdict:fo};var Vl={open:"Large view",back:"Back (Esc)",larger:"Larger",smaller:"Smaller",steps:"Steps of this exercise",step:"{n}: {name}",name:"Large view",opened:"Large view: only this exercise is on the screen. Escape leads back.",closed:"Back on the page."};var Vp=12,Kp=28/1080,Jp=600,Yp=340,Xp=1.15,Kl=4,Jl=[["role","dialog"],["aria-modal","true"],["aria-label",""]];function Qp(e,t,s=0){let n=Math.max(1,Math.min(t*Kp/Vp,e/Jp));return Math.max(1,Math.min(n*Xp**s,Math.max(n,e/Yp)))}function Zp(e){let t=[];for(let s=e;s&&s!==document.body;s=s.parentElement)t.push(...[...s.parentElement?.children??[]].filter(n=>n!==s));return t}function ed(e){let t=[];for(let s=e.parentElement;s;s=s.parentElement)s.hasAttribute("tabindex")&&t.push([s,s.getAttribute("tabindex")]);return t}function td(e){let t=Zp(e).filter(n=>n instanceof HTMLElement&&!n.inert),s=ed(e);for(let n of t)n.inert=!0;for(let[n]of s)n.setAttribute("tabindex","-1");return()=>{for(let n of t)n.inert=!1;for(let[n,r]of s)n.setAttribute("tabindex",r)}}function sd(e){let t=e.map(n=>/^(?:(\d+)\s*[.:·]\s*)?(.*)$/s.exec(n)),s=t.every(([,n])=>n===void 0);return t.map(([,n,r],o)=>({n:n??(s?String(o+1):"•"),name:r}))}async function nd(e){try{await e.requestFullscreen({navigationUI:"hide"})}catch{if(!e.classList.contains("tpl-large")||!e.showPopover)return;e.popover="manual",e.showPopover()}}function Yl(e){let t=e.matches(":fullscreen");return t&&document.exitFullscreen().catch(()=>{}),e.removeAttribute("popover"),t}function Xl(e,t){let s=document.createElement("div"),n=document.createElement("div");s.className="tpl-stage",n.className="tpl-bar",s.append(n,e);let r=0,o=null,i="";function l(){let A=Qp(s.offsetWidth,s.offsetHeight,r);s.style.setProperty("--tpl-times",A.toFixed(3))}function a(A){r=Math.max(-Kl,Math.min(Kl,r+A)),l()}let c=()=>[...e.querySelectorAll(".tpl-step[aria-label]")];function u(A){A.tabIndex=-1,A.focus({preventScroll:!0}),A.scrollIntoView()}function m(){let A=c();if(A.length<2)return h;let I=sd(A.map(Y=>Y.getAttribute("aria-label")));return p`<div class="tpl-leads" role="group" aria-label=${t.steps}>${I.map((Y,se)=>{let me=d(t.step,Y);return p`<button type="button" class="tpl-button tpl-plain" title=${me} aria-label=${me} @click=${()=>u(A[se])}>${Y.n}</button>`})}</div>`}function f(){Xt(p`<span class="tpl-out" role="status">${i}</span>
      ${o?p`${m()}
        ${L(t.smaller,()=>a(-1),{plain:!0})}
        ${L(t.larger,()=>a(1),{plain:!0})}`:h}
      ${L(o?t.back:t.open,o?S:O,{plain:!0})}`,n)}let g=new ResizeObserver(l),$=new MutationObserver(f),b=()=>{o?.full&&!s.matches(":fullscreen")&&S()};function _(A){let{key:I,target:Y,shiftKey:se,ctrlKey:me,metaKey:G,altKey:ae}=A;(I==="Escape"||I==="Enter"&&(se||me||G||ae)||!s.contains(Y))&&A.stopPropagation(),I==="Escape"&&S()}function O(){let A=s.parentElement,I=A.style.minHeight;A.style.minHeight=`${A.offsetHeight}px`;let Y=td(s);o={full:!1,run(){Y(),A.style.minHeight=I}},s.classList.add("tpl-large");for(let[se,me]of Jl)s.setAttribute(se,me||t.name);i=t.opened,f(),l(),g.observe(s),$.observe(e,{childList:!0,subtree:!0}),addEventListener("keydown",_,!0),document.addEventListener("fullscreenchange",b),nd(s).then(()=>{o?o.full=s.matches(":fullscreen"):Yl(s)})}function S(){if(!o)return;removeEventListener("keydown",_,!0),document.removeEventListener("fullscreenchange",b),g.disconnect(),$.disconnect();let A=Yl(s);s.classList.remove("tpl-large");for(let[se]of Jl)s.removeAttribute(se);o.run(),o=null,i=t.closed,f();let I=n.querySelector("button"),Y=()=>I.scrollIntoView({block:"nearest"});I.focus({preventScroll:!0}),Y(),A&&document.addEventListener("fullscreenchange",Y,{once:!0})}return f(),{frame:s,stop:S}}function Ql({words:e,data:t}){let s=r=>r.startsWith("~")?r.startsWith("~~")?r.slice(1):e[parseInt(r.slice(1),16)]:r,n=r=>typeof r=="string"?s(r):Array.isArray(r)?r.map(n):r===null||typeof r!="object"?r:Object.fromEntries(Object.entries(r).map(([o,i])=>[s(o),n(i)]));return n(t)}function go(e,t,s,n){let r=e[t.get().kind],o=document.createElement("div");o.className="tpl",o.lang=t.get().config.language??"en",o.dataset.kind=t.get().kind;let{frame:i,stop:l}=Xl(o,Vl);s.replaceChildren(i),Io(i);let a=g=>Xt(r?r.view(g,t.act):p`<p role="alert">${g.kind}?</p>`,o),c=n?.find(t.get())??null,u=t.subscribe(a),m=n?t.subscribe(n.keep):()=>{};t.start(),c!==null&&(t.act.local({restored:c}),t.act.set(n.patch(c,t.get())));let f=new ResizeObserver(g=>t.hear.width(g[0].contentRect.width));return f.observe(o),()=>{l(),f.disconnect(),u(),m(),t.stop()}}function ho(e,t,s){let n=e[s.kind],o=Ut(s,{live:!1,push(){},ask(){},commit(i,l){let{record:a}=o.get(),c=n.revealHere?.(o.get(),i,l)??null;o.hear.record(vo(a,i,l,c))}});return go(e,o,t)}function Zl(e,t){t.dataset.live="";let s=t.querySelector("script[type='application/json']"),n=JSON.parse(s.textContent),r="packed"in s.dataset?Ql(n):n;ho(e,t.querySelector(".tpl-still"),r)}function $o(e){try{e()}catch(t){console.info(`Not sent: ${t.message}`)}}function od({model:e,el:t}){let s={live:!0,push(m){$o(()=>{e.set("value",m),e.save_changes()})},commit:(m,f)=>$o(()=>e.send({do:"commit",stage:m,value:f})),ask:(m,f)=>$o(()=>e.send({do:"ask",id:m,question:f}))},n={kind:e.get("_kind"),config:e.get("_config"),value:e.get("value"),record:e.get("_record"),message:e.get("_message")},r=Ut(n,s,ft[n.kind]?.asks),o=()=>r.hear.value(e.get("value")),i=()=>r.hear.record(e.get("_record")),l=()=>r.hear.message(e.get("_message")),a=m=>{m?.answer!==void 0&&r.hear.answer(m.answer,m.question,m.result)};e.on("change:value",o),e.on("change:_record",i),e.on("change:_message",l),e.on("msg:custom",a);let c=ft[n.kind]?.draft,u=go(ft,r,t,c&&wo(e.get("_key"),c));return()=>{u(),e.off("change:value",o),e.off("change:_record",i),e.off("change:_message",l),e.off("msg:custom",a)}}var Ym=(e,t)=>ho(ft,e,t);function rd(e){let t=document.querySelector(`figure.tpl-figure[data-content="${e}"]:not([data-live])`);t&&Zl(ft,t)}globalThis.tplAdopt=rd;var Xm={render:od};export{rd as adopt,Xm as default,Ym as mount};
