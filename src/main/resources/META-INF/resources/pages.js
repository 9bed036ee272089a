// Makes a contest's page live: its countdown ticks by the server's time, its numbers come as server-sent events.
// The page is complete without this script.
(function () {
  'use strict';

  var contest = document.getElementById('contest');
  if (!contest) return;

  var slug = contest.dataset.contest;
  var state = contest.dataset.state;
  // How far the server's clock is ahead of this one, in milliseconds.
  var ahead = Date.parse(contest.dataset.now) - Date.now();
  var numbers = new Intl.NumberFormat('en');
  var leader = null;
  var leaderSaidAt = 0;
  var still = matchMedia('(prefers-reduced-motion: reduce)');

  function say(text) {
    document.getElementById('say').textContent = text;
  }

  function own() {
    var format = new Intl.DateTimeFormat('en-GB', {
      weekday: 'long', day: 'numeric', month: 'long', year: 'numeric',
      hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short'
    });
    document.querySelectorAll('[data-own]').forEach(function (each) {
      each.textContent = format.format(new Date(each.dataset.own)) + ', where you are';
      each.hidden = false;
    });
  }

  function unit(box, key, number, pad) {
    var part = box.querySelector('[data-unit=' + key + ']');
    part.querySelector('b').textContent = pad ? String(number).padStart(2, '0') : String(number);
    part.querySelector('i').textContent = number === 1 ? key.slice(0, -1) : key;
  }

  function tick() {
    var box = document.getElementById('countdown');
    if (box) {
      var left = Math.max(0, Math.ceil((Date.parse(box.dataset.until) - Date.now() - ahead) / 1000));
      unit(box, 'days', Math.floor(left / 86400), false);
      unit(box, 'hours', Math.floor(left / 3600) % 24, true);
      unit(box, 'minutes', Math.floor(left / 60) % 60, true);
      unit(box, 'seconds', left % 60, true);
      box.classList.toggle('soon', state === 'open' && left < 60);
    }
    setTimeout(tick, 1000 - ((Date.now() + ahead) % 1000) + 5);
  }

  function set(element, text) {
    if (element.textContent === text) return;
    element.textContent = text;
    if (element.matches('.score')) {
      element.classList.remove('changed');
      void element.offsetWidth;
      element.classList.add('changed');
    }
  }

  function gap(lines, index) {
    if (lines.length < 2) return '–';
    var here = lines[index].score;
    if (index === 0) {
      var lead = here - lines[1].score;
      return lead === 0 ? 'level' : numbers.format(lead) + ' ahead';
    }
    var behind = lines[index - 1].score - here;
    return behind === 0 ? 'level' : numbers.format(behind) + ' behind';
  }

  function show(lines) {
    var table = document.getElementById('standings');
    var rows = {};
    if (table) {
      table.querySelectorAll('tbody tr').forEach(function (row) { rows[row.dataset.campaign] = row; });
    }
    if (!table || lines.length !== Object.keys(rows).length || lines.some(function (line) { return !rows[line.campaign]; })) {
      if (lines.length) renew();
      return;
    }
    var body = table.tBodies[0];
    var before = {};
    lines.forEach(function (line) { before[line.campaign] = rows[line.campaign].getBoundingClientRect().top; });
    var most = lines[0].score;
    lines.forEach(function (line, index) {
      var row = rows[line.campaign];
      if (body.rows[index] !== row) body.insertBefore(row, body.rows[index]);
      var texts = {
        place: String(line.place), score: numbers.format(line.score), counted: numbers.format(line.counted),
        discounted: numbers.format(line.discounted), gap: gap(lines, index)
      };
      row.querySelectorAll('[data-field]').forEach(function (field) {
        var name = field.dataset.field;
        if (texts[name] !== undefined) set(field, texts[name]);
        if (name === 'share') field.setAttribute('width', (most ? 100 * line.score / most : 0).toFixed(1) + '%');
      });
    });
    lines.forEach(function (line) {
      var moved = before[line.campaign] - rows[line.campaign].getBoundingClientRect().top;
      if (moved && !still.matches && rows[line.campaign].animate) {
        rows[line.campaign].animate(
          [{ transform: 'translateY(' + moved + 'px)' }, { transform: 'none' }], { duration: 500, easing: 'ease-out' });
      }
    });
    lead(lines);
  }

  // Said at most every ten seconds, or a close race would never let a screen reader finish.
  function lead(lines) {
    var first = lines[0].campaign;
    if (leader !== null && leader !== first && Date.now() - leaderSaidAt > 10000) {
      leaderSaidAt = Date.now();
      say(lines[0].title + ' leads now, with ' + numbers.format(lines[0].score));
      leader = first;
    }
    if (leader === null) leader = first;
  }

  var words = {
    scheduled: 'The contest is not open yet', open: 'The window is open', closing: 'The window is closed. The count is being checked',
    held: 'The close is held', certified: 'The result is certified', announced: 'The result is certified and announced'
  };

  // Whatever else changed with the state: the server writes the page, here it is only put in place.
  function renew() {
    fetch(location.pathname, { headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.status)); })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, 'text/html');
        var fresh = page.getElementById('contest');
        var focused = document.activeElement && document.activeElement.getAttribute('href');
        contest.replaceWith(fresh);
        contest = fresh;
        document.title = page.title;
        if (focused) {
          var again = Array.prototype.find.call(
            contest.querySelectorAll('a'), function (link) { return link.getAttribute('href') === focused; });
          if (again) again.focus();
        }
        own();
        live(true);
      })
      .catch(function () { setTimeout(renew, 3000); });
  }

  function live(on) {
    var element = document.getElementById('live');
    element.hidden = false;
    element.classList.toggle('on', on);
    element.textContent = on ? 'Live' : 'Connecting again';
  }

  own();
  tick();
  if (window.EventSource) {
    var events = new EventSource('/api/contests/' + encodeURIComponent(slug) + '/events');
    events.addEventListener('open', function () { live(true); });
    events.addEventListener('error', function () { live(false); });
    events.addEventListener('standings', function (event) {
      var told = JSON.parse(event.data);
      if ((told.hiddenSince || '') === (contest.dataset.hidden || '')) {
        show(told.standings);
        return;
      }
      // Said here when the state, which is said below, stays as it is.
      if (told.hiddenSince && state === 'open') say('The standings stand still: what comes now is hidden for a while');
      renew();
    });
    events.addEventListener('state', function (event) {
      var told = JSON.parse(event.data);
      ahead = Date.parse(told.serverTime) - Date.now();
      if (told.state !== state) {
        state = told.state;
        say(words[state] || state);
        renew();
      }
    });
  }
})();
