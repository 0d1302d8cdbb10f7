/* What Material's bundle expects to find before it runs; kept in a file so that pages need no inline script. */
(function () {
  var base = document.currentScript.dataset.base;
  window.__md_scope = new URL(base, location);
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (hash, letter) {
      return (hash << 5) - hash + letter.charCodeAt(0);
    }, 0);
  };
  window.__md_get = function (key, storage, scope) {
    try {
      return JSON.parse((storage || localStorage).getItem((scope || window.__md_scope).pathname + "." + key));
    } catch (error) {
      return null;
    }
  };
  window.__md_set = function (key, value, storage, scope) {
    try {
      (storage || localStorage).setItem((scope || window.__md_scope).pathname + "." + key, JSON.stringify(value));
    } catch (error) {
      /* Storage may be full or forbidden; the page works without it. */
    }
  };
})();
