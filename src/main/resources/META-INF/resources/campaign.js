// Makes a campaign's page live: its numbers come as server-sent events, the rest is fetched again now and then, and its
// countdown ticks by the server's time. The page is complete without this script.
(function () {
  'use strict';

  var page = document.getElementById('campaign');
  if (!page) return;

  var RENEW_MILLIS = 30000;
  var words = page.dataset;
  var numbers = new Intl.NumberFormat(document.documentElement.lang || 'en');
  var state = words.state;
  var hidden = words.hidden || '';
  // How far the server's clock is ahead of this one, in milliseconds.
  var ahead = Date.parse(words.now) - Date.now();
  var place = null;
  var renewing = null;

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  function set(name, text) {
    var field = page.querySelector('[data-field=' + name + ']');
    if (field.textContent === text) return false;
    field.textContent = text;
    if (field.matches('dd')) {
      field.classList.remove('changed');
      void field.offsetWidth;
      field.classList.add('changed');
    }
    return true;
  }

  function gap(lines, index) {
    if (lines.length < 2) return words.alone;
    var next = lines[index === 0 ? 1 : index - 1];
    var lead = lines[index].score - next.score;
    if (lead === 0) return fill(words.level, { title: next.title });
    return fill(lead > 0 ? words.ahead : words.behind, { gap: numbers.format(Math.abs(lead)), title: next.title });
  }

  function show(lines) {
    var index = lines.findIndex(function (line) { return line.campaign === words.campaign; });
    if (index < 0) return;
    var line = lines[index];
    set('place', fill(words.place, { place: numbers.format(line.place) }));
    set('of', fill(words.of, { campaigns: numbers.format(lines.length) }));
    set('score', fill(line.score === 1 ? words.scoreOfOne : words.score, { score: numbers.format(line.score) }));
    set('gap', gap(lines, index));
    var counted = set('counted', numbers.format(line.counted));
    if (set('discounted', numbers.format(line.discounted)) || counted) renewSoon();
    // Places are said, scores are not: a busy page would never let a screen reader finish.
    if (place !== null && place !== line.place) {
      document.getElementById('say').textContent =
        fill(words.said, { place: numbers.format(line.place), score: numbers.format(line.score) });
    }
    place = line.place;
  }

  function tick() {
    var clock = document.getElementById('left');
    if (clock) {
      var left = Math.ceil((Date.parse(clock.dataset.until) - Date.now() - ahead) / 1000);
      var parts = [Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60, left % 60];
      var time = parts.map(function (part) { return String(part).padStart(2, '0'); }).join(':');
      var text = left <= 0 ? clock.dataset.over
        : fill(left < 86400 ? clock.dataset.withoutDays : clock.dataset.withDays, { days: Math.floor(left / 86400), clock: time });
      if (clock.textContent !== text) clock.textContent = text;
      clock.classList.toggle('soon', state === 'open' && left < 60);
    }
    setTimeout(tick, 1000 - ((Date.now() + ahead) % 1000) + 5);
  }

  function renewSoon() {
    if (!renewing) renewing = setTimeout(renew, RENEW_MILLIS * (1 + Math.random() / 2));
  }

  // The server writes the page; here only what has changed is put in place, so that focus and open details stay.
  function renew() {
    clearTimeout(renewing);
    renewing = null;
    fetch(location.pathname, { headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.status)); })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('campaign');
        hidden = fresh.dataset.hidden || '';
        fresh.querySelectorAll('[data-fresh], [data-field]').forEach(function (part) {
          var old = page.querySelector(part.dataset.fresh
            ? '[data-fresh="' + part.dataset.fresh + '"]' : '[data-field="' + part.dataset.field + '"]');
          if (part.dataset.fresh === 'stand') part.querySelector('#live').replaceWith(document.getElementById('live'));
          if (!old.isEqualNode(part)) put(old, part);
        });
      })
      .catch(renewSoon);
  }

  // What is open stays open, what is scrolled stays there, and who stands in it keeps their place.
  function put(old, fresh) {
    var kept = '[tabindex], details';
    var were = Array.from(old.querySelectorAll(kept), function (part) {
      return { open: part.open, left: part.scrollLeft, top: part.scrollTop, focused: part === document.activeElement };
    });
    old.replaceChildren.apply(old, Array.from(fresh.childNodes));
    old.querySelectorAll(kept).forEach(function (part, index) {
      var was = were[index];
      if (!was) return;
      if (was.open) part.open = true;
      part.scrollLeft = was.left;
      part.scrollTop = was.top;
      if (was.focused) part.focus();
    });
  }

  function live(on) {
    var sign = document.getElementById('live');
    sign.hidden = false;
    sign.classList.toggle('on', on);
    sign.textContent = on ? words.live : words.reconnecting;
  }

  page.querySelectorAll('[data-copy]').forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(function () {
        document.getElementById('say').textContent = words.copied;
        button.classList.add('done');
        var text = button.textContent;
        button.textContent = words.copied;
        setTimeout(function () { button.textContent = text; button.classList.remove('done'); }, 2000);
      });
    });
  });

  tick();
  if (window.EventSource) {
    var events = new EventSource('/api/contests/' + encodeURIComponent(words.contest) + '/events');
    events.addEventListener('open', function () { live(true); });
    events.addEventListener('error', function () { live(false); });
    events.addEventListener('standings', function (event) {
      var told = JSON.parse(event.data);
      if ((told.hiddenSince || '') !== hidden) renew(); else show(told.standings);
    });
    events.addEventListener('state', function (event) {
      var told = JSON.parse(event.data);
      ahead = Date.parse(told.serverTime) - Date.now();
      if (told.state !== state) {
        state = told.state;
        renew();
      }
    });
  }
})();
