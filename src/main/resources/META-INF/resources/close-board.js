// Keeps the close board live: it is fetched every two seconds, and its clocks tick in between by the server's time.
// The page is complete without this script; it then loads itself again.
(function () {
  'use strict';

  var board = document.getElementById('board');
  if (!board) return;

  var EVERY = 2000, PATIENCE = 5000, STALE = 6000;
  // How far the server's clock is ahead of this one, in milliseconds.
  var ahead = Date.parse(board.dataset.now) - Date.now();
  var freshAt = Date.now();
  var stale = document.getElementById('stale');

  function two(number) {
    return String(number).padStart(2, '0');
  }

  function clock(seconds) {
    var time = two(Math.floor(seconds / 3600) % 24) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
    return seconds < 86400 ? time : board.dataset.withDays.replace('{days}', Math.floor(seconds / 86400)).replace('{clock}', time);
  }

  function tick() {
    var now = Date.now() + ahead;
    document.getElementById('time').textContent = new Date(now).toISOString().slice(11, 19);
    board.querySelectorAll('[data-until]').forEach(function (each) {
      each.textContent = clock(Math.max(0, Math.ceil((Date.parse(each.dataset.until) - now) / 1000)));
    });
    var age = Date.now() - freshAt;
    stale.hidden = age < STALE;
    if (age >= STALE) {
      var text = stale.dataset.text.replace('%s', Math.floor(age / 1000));
      if (stale.textContent !== text) stale.textContent = text;
    }
    setTimeout(tick, 1000 - (now % 1000) + 5);
  }

  function alarms(of) {
    return Array.prototype.map.call(of.querySelectorAll('.alarms a'), function (link) { return link.getAttribute('href'); });
  }

  // A screen reader is told of what is new, not every two seconds of what it knows.
  function tell(fresh) {
    var known = alarms(board);
    fresh.querySelectorAll('.alarms a').forEach(function (link) {
      if (known.indexOf(link.getAttribute('href')) < 0) {
        document.getElementById('say').textContent = link.parentNode.textContent;
      }
    });
  }

  function put(text) {
    var page = new DOMParser().parseFromString(text, 'text/html');
    var fresh = page.getElementById('board');
    var focused = board.contains(document.activeElement) && document.activeElement.getAttribute('href');
    tell(fresh);
    board.replaceWith(fresh);
    board = fresh;
    document.title = page.title;
    ahead = Date.parse(board.dataset.now) - Date.now();
    freshAt = Date.now();
    if (focused) {
      var again = Array.prototype.find.call(
        board.querySelectorAll('a'), function (link) { return link.getAttribute('href') === focused; });
      if (again) again.focus({ preventScroll: true });
    }
  }

  function renew() {
    var abort = new AbortController();
    var timer = setTimeout(function () { abort.abort(); }, PATIENCE);
    // Whole, for a relative address would take along a password that the page's own may hold: fetch refuses that.
    fetch(location.origin + location.pathname, { headers: { Accept: 'text/html' }, signal: abort.signal })
      .then(function (answer) {
        // The session is over: whoever watches has to see that, and can sign in again.
        if (answer.redirected) location.assign(answer.url);
        return answer.ok && !answer.redirected ? answer.text() : Promise.reject(new Error(answer.status));
      })
      .then(put)
      .catch(function () { /* The notice says that it is stale. */ })
      .then(function () {
        clearTimeout(timer);
        setTimeout(renew, EVERY);
      });
  }

  tick();
  setTimeout(renew, EVERY);
})();
