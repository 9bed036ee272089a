// Keeps a box on somebody else's page up to date, while it is seen and until there is a result.
(function () {
  'use strict';

  var REFRESH_MILLIS = 30000;

  function turn() {
    var box = document.getElementById('box');
    if (box.dataset.live !== 'true') return;
    if (document.hidden) {
      document.addEventListener('visibilitychange', turn, { once: true });
      return;
    }
    fetch(location.href, { credentials: 'omit' })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.status)); })
      .then(function (text) {
        box.replaceWith(document.adoptNode(new DOMParser().parseFromString(text, 'text/html').getElementById('box')));
      })
      .catch(function () { /* What was shown stays; the next turn tries again. */ })
      .finally(soon);
  }

  function soon() { setTimeout(turn, REFRESH_MILLIS * (1 + Math.random() / 2)); }

  soon();
})();
