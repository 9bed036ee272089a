// Copies the snippet or a link, and sends test pings, which are not counted. Without this script the page tells how else to do both.
(function () {
  'use strict';

  var PATIENCE = 10000;

  document.querySelectorAll('[data-copies]').forEach(function (button) {
    var label = button.textContent;
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent).then(function () {
        button.textContent = button.dataset.copied;
        document.getElementById('say').textContent = button.dataset.copied;
        setTimeout(function () { button.textContent = label; }, 2000);
      });
    });
  });

  var test = document.getElementById('test');
  if (!test) return;
  var result = test.querySelector('.result');
  var send = test.querySelector('button');

  function say(text, isGood) {
    result.textContent = text;
    result.className = 'result notice ' + (isGood ? 'good' : 'danger');
  }

  send.hidden = false;
  send.addEventListener('click', function () {
    var abort = new AbortController();
    var timer = setTimeout(function () { abort.abort(); }, PATIENCE);
    var ping = { contest: test.dataset.contest, campaign: test.dataset.campaign, kind: 'view' };
    send.disabled = true;
    // Whole, for a relative address would take along a password that the page's own may hold: fetch refuses that.
    fetch(location.origin + '/api/pings/test', { method: 'POST', body: JSON.stringify(ping), credentials: 'omit', signal: abort.signal })
      .then(function (answer) { return answer.json(); })
      .then(function (told) {
        if (told.verdict) say(told.robot ? test.dataset.robot : test.dataset.arrived, !told.robot);
        else say(told.detail || told.title, false);
      })
      .catch(function () { say(test.dataset.unreachable, false); })
      .then(function () {
        clearTimeout(timer);
        send.disabled = false;
      });
  });
})();
