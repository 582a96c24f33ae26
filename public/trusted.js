// The only gate through which a string may become markup or a script address (Trusted Types, policy "default"). Loaded before anything else.
// Leptos writes the static parts of its views as markup; they consist of the elements and attributes below and nothing else. Data never
// comes this way: it becomes text nodes. A refusal is a TypeError at the place that tried.
"use strict";
(() => {
  if (!self.trustedTypes) return;
  const elements =
    "a abbr article aside b bdi blockquote br button caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em " +
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main mark menu meter " +
    "nav ol optgroup option output p picture pre progress q s samp search section select small span strong sub summary sup table tbody td " +
    "textarea tfoot th thead time tr u ul var wbr svg g path circle ellipse line polyline polygon rect text tspan title desc defs use " +
    "symbol marker clippath lineargradient radialgradient stop pattern mask";
  const known = new Set(elements.split(" "));
  const tag = /<!-*>|<!--[^<>]*-->|<\/?([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z_:][\w:.-]*(?:="[^"<>]*"|='[^'<>]*'|=[^\s"'<>=`]+)?)*)\s*\/?>/g;
  const forbidden = /^(on|srcdoc$|style$|formaction$|ping$)/i;
  const address = /^(href|src|srcset|action|xlink:href)$/i;
  const local = /^(\/(?!\/)|#|\?|data:image\/(png|webp|svg\+xml);)/;
  const link = /^(https:\/\/|mailto:|tel:)/;

  const allowed = (attributes) => {
    for (const [, name, value = ""] of attributes.matchAll(/([A-Za-z_:][\w:.-]*)(?:=("[^"]*"|'[^']*'|[^\s]+))?/g)) {
      if (forbidden.test(name)) return false;
      if (!address.test(name)) continue;
      const target = value.replace(/^["']|["']$/g, "").trim();
      if (!local.test(target) && !(name.toLowerCase() === "href" && link.test(target))) return false;
    }
    return true;
  };

  trustedTypes.createPolicy("default", {
    createHTML(markup) {
      for (const [, name, attributes] of markup.matchAll(tag)) {
        if (name && !(known.has(name.toLowerCase()) && allowed(attributes))) return null;
      }
      return markup.replace(tag, "").includes("<") ? null : markup;
    },
    createScriptURL(url) {
      const { origin, pathname, search } = new URL(url, location.origin);
      const ours = /^\/(sw|ouder\/sw|worker|[a-z_]+-[0-9a-f]{16})\.js$/.test(pathname) && search === "";
      return origin === location.origin && ours ? url : null;
    },
  });
})();
