// Makes pages live: instants are told in the reader's zone, countdowns tick by the server's time, a contest's numbers come
// as server-sent events. Pages are complete without this script; what it says comes from the page, in its language.
(function () {
  'use strict';

  var words = document.getElementById('words').dataset;
  var language = document.documentElement.lang;
  var numbers = new Intl.NumberFormat(language);
  var still = matchMedia('(prefers-reduced-motion: reduce)');
  var clocked = document.querySelector('[data-now]');
  // How far the server's clock is ahead of this one, in milliseconds.
  var ahead = clocked ? Date.parse(clocked.dataset.now) - Date.now() : 0;

  function fill(pattern, values) {
    return pattern.replace(/%(\w+)%/g, function (all, name) { return name in values ? values[name] : all; });
  }

  function say(text) {
    document.getElementById('say').textContent = text;
  }

  function own() {
    var day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language,
      { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    document.querySelectorAll('time[data-own]').forEach(function (time) {
      var instant = new Date(time.dateTime);
      var clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
      if (instant.getUTCSeconds()) clock.second = '2-digit';
      // Part by part: the clock and the zone would come out in other words than the server's beside them.
      var zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(instant)
        .find(function (part) { return part.type === 'timeZoneName'; }).value;
      time.textContent = day.format(instant).replace(',', '') + (language === 'en' ? ', ' : ' ')
        + new Intl.DateTimeFormat('en-GB', clock).format(instant) + ' ' + zone;
      time.parentNode.querySelector('.whose').textContent = words.yourTime;
    });
  }

  function two(number) {
    return String(number).padStart(2, '0');
  }

  function word(unit, number) {
    return words[unit].split('|')[number === 1 ? 0 : 1];
  }

  function parts(left) {
    return {
      days: Math.floor(left / 86400), hours: Math.floor(left / 3600) % 24, minutes: Math.floor(left / 60) % 60, seconds: left % 60
    };
  }

  function secondsLeft(iso) {
    return Math.max(0, Math.ceil((Date.parse(iso) - Date.now() - ahead) / 1000));
  }

  function tick() {
    var box = document.getElementById('countdown');
    if (box && box.dataset.until) {
      var left = secondsLeft(box.dataset.until);
      var units = parts(left);
      box.querySelectorAll('[data-unit]').forEach(function (part) {
        var unit = part.dataset.unit;
        part.querySelector('b').textContent = unit === 'days' ? units.days : two(units[unit]);
        part.querySelector('i').textContent = word(unit, units[unit]);
      });
      box.classList.toggle('soon', left < 60);
      if (left === 0) reached(box);
    }
    document.querySelectorAll('[data-left]').forEach(function (line) {
      var left = secondsLeft(line.dataset.left);
      var units = parts(left);
      var days = line.querySelector('[data-part=days]');
      days.textContent = fill(words.numberAndUnit, { number: units.days, unit: word('days', units.days) });
      days.hidden = units.days === 0;
      line.querySelector('[data-part=clock]').textContent = [units.hours, units.minutes, units.seconds].map(two).join(':');
      if (left === 0) setTimeout(function () { location.reload(); }, 1500);
    });
    setTimeout(tick, 1000 - ((Date.now() + ahead) % 1000) + 5);
  }

  // By this clock alone: whoever waits learns it on time, even if the server can't be reached just then.
  function reached(box) {
    box.removeAttribute('data-until');
    box.removeAttribute('aria-labelledby');
    document.getElementById('countdown-label').hidden = true;
    box.className = 'countdown over';
    box.textContent = box.dataset.over;
    say(box.dataset.over);
    if (contest) renew();
  }

  function set(element, text) {
    if (element.textContent === text) return;
    if (element.matches('.score')) {
      element.classList.remove('changed');
      void element.offsetWidth;
      element.classList.add('changed');
      countTo(element, text);
    } else {
      element.textContent = text;
    }
  }

  function countTo(element, text) {
    var from = Number(element.textContent.replace(/\D/g, ''));
    var to = Number(text.replace(/\D/g, ''));
    var begin = performance.now();
    element.dataset.to = text;
    if (still.matches || document.hidden || to <= from) {
      element.textContent = text;
      return;
    }
    requestAnimationFrame(function step(now) {
      if (element.dataset.to !== text) return;
      var part = Math.min(1, Math.max(0, (now - begin) / 600));
      element.textContent = part === 1 ? text : numbers.format(Math.round(from + (to - from) * part * (2 - part)));
      if (part < 1) requestAnimationFrame(step);
    });
  }

  function gap(lines, index) {
    if (lines.length < 2) return '–';
    var here = lines[index].score;
    var distance = index === 0 ? here - lines[1].score : lines[index - 1].score - here;
    return distance === 0 ? words.level : fill(index === 0 ? words.ahead : words.behind, { number: numbers.format(distance) });
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

  var leader = null;
  var leaderSaidAt = 0;

  // Said at most every ten seconds, or a close race would never let a screen reader finish.
  function lead(lines) {
    var first = lines[0].campaign;
    if (leader !== null && leader !== first && Date.now() - leaderSaidAt > 10000) {
      leaderSaidAt = Date.now();
      say(fill(words.leads, { title: lines[0].title, score: numbers.format(lines[0].score) }));
      leader = first;
    }
    if (leader === null) leader = first;
  }

  var isRenewing = false;

  // Whatever else changed with the state: the server writes the page, here it is only put in place.
  function renew() {
    if (isRenewing) return;
    isRenewing = true;
    fetch(location.href, { headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.status)); })
      .then(function (text) {
        isRenewing = false;
        var page = new DOMParser().parseFromString(text, 'text/html');
        var fresh = page.getElementById('contest');
        var active = document.activeElement;
        var focused = active && contest.contains(active) && active.getAttribute('href');
        var opened = Array.prototype.map.call(contest.querySelectorAll('details'), function (each) { return each.open; });
        contest.replaceWith(fresh);
        contest = fresh;
        ahead = Date.parse(fresh.dataset.now) - Date.now();
        document.title = page.title;
        var details = contest.querySelectorAll('details');
        if (details.length === opened.length) details.forEach(function (each, index) { each.open = opened[index]; });
        if (focused) {
          var again = Array.prototype.find.call(
            contest.querySelectorAll('a'), function (link) { return link.getAttribute('href') === focused; });
          if (again) again.focus();
        }
        if (fresh.dataset.state !== state) enter(fresh.dataset.state);
        own();
        live(isLive);
      })
      .catch(function () {
        isRenewing = false;
        setTimeout(renew, 3000);
      });
  }

  function enter(next) {
    state = next;
    say(words[next] || next);
  }

  function live(on) {
    isLive = on;
    var element = document.getElementById('live');
    element.hidden = false;
    element.classList.toggle('on', on);
    element.textContent = on ? words.live : words.connecting;
  }

  function listen() {
    var events = new EventSource('/api/contests/' + encodeURIComponent(contest.dataset.contest) + '/events');
    events.addEventListener('open', function () { live(true); });
    events.addEventListener('error', function () {
      live(false);
      // After a refusal, unlike after a lost connection, a browser does not try again by itself.
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
    });
    events.addEventListener('standings', function (event) {
      var told = JSON.parse(event.data);
      if ((told.hiddenSince || '') === (contest.dataset.hidden || '')) {
        if (contest.querySelector('.standings')) show(told.standings);
        return;
      }
      if (!contest.querySelector('.standings')) return;
      // Said here when the state, which is said below, stays as it is.
      if (told.hiddenSince && state === 'open') say(words.standsStill);
      renew();
    });
    events.addEventListener('state', function (event) {
      var told = JSON.parse(event.data);
      ahead = Date.parse(told.serverTime) - Date.now();
      if (told.state !== state) {
        enter(told.state);
        renew();
      }
    });
  }

  var contest = document.getElementById('contest');
  var state = contest && contest.dataset.state;
  var isLive = false;

  own();
  if (contest || document.querySelector('[data-left]')) tick();
  if (contest) {
    listen();
    // Where events don't get through, for instance through a proxy that holds them back.
    setInterval(function () { if (!isLive && !document.hidden) renew(); }, 10000);
  }
})();
