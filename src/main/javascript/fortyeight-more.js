/*
 * What only some campaign pages use: the verdict in words, live numbers, and views that begin with a video.
 * Loaded by fortyeight.js where the page asks for it, at most 4 KB with gzip. See docs/snippet.md.
 */
(function (window, document, navigator) {
  var fortyeight = window.fortyeight;
  if (!fortyeight || fortyeight.words) return;

  var SECOND = 1000;
  var MINUTE = 60 * SECOND;
  var on = fortyeight.on;
  var after = fortyeight.after;
  var setting = fortyeight.setting;

  function all(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /* Words */

  // By verdict, or by status, in the language that fortyeight.js asked for; put in by the tracker.
  var TEXTS = PHRASES;

  /** With the values put in. [...] is left out when there is no time. */
  function phrase(key, values) {
    ['shares', 'number'].forEach(function (name) {
      if (values[name] === 1 && TEXTS[key + 1 + name]) key += 1 + name;
    });
    return TEXTS[key].replace(/\[(.*)]/, values.time ? '$1' : '')
      .replace(/{(\w+)}/g, function (all, name) { return values[name]; });
  }

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  /** Rounded up to the minute: who comes a minute early is not counted. */
  function time(instant) {
    var date = new Date(Math.ceil(instant / MINUTE) * MINUTE);
    var hours = two(date.getHours()) + ':' + two(date.getMinutes());
    return date.toDateString() === new Date().toDateString() ? hours
      : date.toLocaleDateString(TEXTS.tag, { month: 'short', day: 'numeric' }) + ' ' + hours;
  }

  /** What became of a ping; null when the script itself failed. */
  function words(told) {
    var at = told.at || Date.parse(told.countsAgainAt);
    var key = told.reason || told.verdict || (told.retries ? 'away' : 'lost');
    if (!told.kind) return null;
    if (key === 'test') return TEXTS[told.robot ? 'robotTest' : key];
    if (key === 'capped') key = 'repeat';
    if (told.status === 429) key = told.retries ? 'shed' : 'frozen';
    else if (told.status > 399 && told.status < 500) key = TEXTS['status' + told.status] ? 'status' + told.status : 'wrong';
    return phrase(key, { kind: TEXTS[told.kind], time: at && time(at) });
  }

  function status() {
    var told = fortyeight.last;
    var text = told && (isTest() && told.detail || words(told));
    all('[data-fortyeight=status]', function (element) {
      if (!element.hasAttribute('role')) element.setAttribute('role', 'status');
      if (text) write(element, text);
    });
  }

  function isTest() {
    return /\/test$/.test(fortyeight.endpoint());
  }

  /* Live numbers: asked for now and then, and only while somebody looks. See docs/adr/0018. */

  var EVERY = 15 * SECOND;
  var SLOWEST = 2 * MINUTE;
  // A view that has just counted is in the next build of the numbers.
  var BUILT = 3 * SECOND;
  var LIVE = '[data-fortyeight=count],[data-fortyeight=place],[data-fortyeight=of],[data-fortyeight=title],[data-fortyeight=countdown]';

  var pause = EVERY;
  var live, ahead, asking, ticking;

  function ask() {
    clearTimeout(asking);
    // By chance a little sooner or later, so that not everybody asks at once.
    asking = after(pause * (0.75 + Math.random() / 2), ask);
    if (document.visibilityState !== 'visible' || !document.querySelector(LIVE)) return;
    fetch(fortyeight.endpoint().replace(/pings.*/, campaign() + '/live'), { credentials: 'omit' })
      .then(function (answer) {
        if (!answer.ok) throw answer.status;
        return answer.json();
      })
      .then(function (told) {
        live = told;
        ahead = Date.parse(told.serverTime) - Date.now();
        pause = told.state === 'open' ? EVERY : 4 * EVERY;
        numbers();
      })
      .catch(function () { pause = Math.min(SLOWEST, 2 * pause); });
  }

  // Beside the other timer, which each look at the page sets anew.
  function askSoon(told) {
    if (told && told.verdict === 'counted') after(BUILT, ask);
  }

  function numbers() {
    all(LIVE, function (element) {
      var value = live[element.getAttribute('data-fortyeight')];
      if (value === undefined) return;
      write(element, value.toLocaleString(TEXTS.tag));
      if (live.hiddenSince) element.title = phrase('hidden', { time: time(Date.parse(live.hiddenSince)) });
      else element.removeAttribute('title');
    });
    tick();
  }

  function left(seconds) {
    var days = Math.floor(seconds / 86400);
    return (days ? phrase('days', { number: days }) + ' ' : '')
      + [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(function (each) { return two(Math.floor(each)); }).join(':');
  }

  function tick() {
    clearTimeout(ticking);
    var now = Date.now() + ahead;
    var isScheduled = now < Date.parse(live.opensAt);
    var seconds = Math.ceil((Date.parse(isScheduled ? live.opensAt : live.closesAt) - now) / SECOND);
    all('[data-fortyeight=countdown]', function (element) {
      if (!element.hasAttribute('role')) element.setAttribute('role', 'timer');
      write(element, seconds > 0 ? phrase(isScheduled ? 'scheduled' : 'open', { time: left(seconds) }) : TEXTS.over);
    });
    if (seconds > 0) ticking = after(SECOND - now % SECOND + 5, tick);
  }

  /* What the visitor's own shares brought */

  var BROUGHT = '[data-fortyeight=brought]';
  var asksBrought;

  function campaign() {
    return 'contests/' + encodeURIComponent(setting('contest')) + '/campaigns/' + encodeURIComponent(setting('campaign'));
  }

  function brought() {
    clearTimeout(asksBrought);
    asksBrought = after(MINUTE * (0.75 + Math.random() / 2), brought);
    if (document.visibilityState !== 'visible' || !document.querySelector(BROUGHT)) return;
    fetch(fortyeight.endpoint().replace(/pings.*/, campaign() + '/brought'), {
      method: 'POST', body: JSON.stringify({ visitor: fortyeight.visitor() }), credentials: 'omit'
    }).then(function (answer) { return answer.ok ? answer.json() : {}; }).then(function (told) {
      var links = told.links || [];
      if (!told.hiddenSince && !links.length) return;
      all(BROUGHT, function (element) {
        write(element, phrase(told.hiddenSince ? 'secret' : !told.shares ? 'nobody' : 'brought', {
          shares: told.shares, number: told.counted
        }));
      });
    }).catch(function () {});
  }

  // By a form: an id in an address would end up in logs.
  on(document, 'click', function (event) {
    var link = event.target.closest && event.target.closest('[data-fortyeight=yours]');
    if (!link) return;
    event.preventDefault();
    var form = document.createElement('form');
    form.method = 'post';
    form.target = '_blank';
    form.action = fortyeight.endpoint().replace(/api\/pings.*/, campaign() + '/yours');
    var field = document.createElement('input');
    field.name = 'visitor';
    field.type = 'hidden';
    field.value = fortyeight.visitor() || '';
    form.appendChild(field);
    document.body.appendChild(form);
    form.submit();
    form.remove();
  });

  /* Views that begin with a video: two seconds of it played */

  var PLAYED = 2;
  // Players tell where they are once in a while; what lies further apart was skipped.
  var LONGEST_STEP = 3;
  var SEARCH = SECOND / 2;
  var PLAYERS = [
    [/^https:\/\/www\.youtube(-nocookie)?\.com\/embed\//, { event: 'listening', id: 1, channel: 'widget' }],
    [/^https:\/\/player\.vimeo\.com\/video\//, { method: 'addEventListener', value: 'timeupdate' }]
  ];

  /** The player is at this second now. When it begins again, so does a view: the script knows how often one may count. */
  function playedTo(player, second) {
    var step = second - player.fortyeightAt;
    player.fortyeightAt = second;
    if (step < 0 && second < PLAYED) player.fortyeightPlayed = 0;
    if (!(step > 0 && step < LONGEST_STEP) || player.fortyeightPlayed >= PLAYED) return;
    player.fortyeightPlayed = (player.fortyeightPlayed || 0) + step;
    if (player.fortyeightPlayed >= PLAYED) fortyeight.view();
  }

  function player(frame) {
    return PLAYERS.filter(function (each) { return each[0].test(frame.src); })[0];
  }

  function listen() {
    all('iframe', function (frame) {
      var found = player(frame);
      if (!found || frame.fortyeightHeard) return;
      // YouTube's players only talk when asked to by their address.
      if (/youtube/.test(frame.src) && !/[?&]enablejsapi=1/.test(frame.src)) {
        frame.src += (frame.src.indexOf('?') < 0 ? '?' : '&') + 'enablejsapi=1';
      }
      frame.contentWindow.postMessage(JSON.stringify(found[1]), new URL(frame.src).origin);
    });
    after(SEARCH, listen);
  }

  if (setting('count') === 'play') {
    // Events of media don't bubble, but they can be captured.
    document.addEventListener('timeupdate', function (event) {
      var video = event.target;
      if (video.tagName !== 'VIDEO' || video.paused || video.seeking) return;
      if (!document.querySelector('video[data-fortyeight=video]') || video.dataset.fortyeight === 'video') {
        playedTo(video, video.currentTime);
      }
    }, true);
    on(window, 'message', function (event) {
      all('iframe', function (frame) {
        if (frame.contentWindow !== event.source || !player(frame)) return;
        var told = typeof event.data === 'string' ? JSON.parse(event.data) : event.data;
        frame.fortyeightHeard = true;
        var second = told.event === 'timeupdate' ? told.data.seconds : told.info && told.info.currentTime;
        if (second >= 0) playedTo(frame, second);
      });
    });
    listen();
  }

  fortyeight.words = words;
  fortyeight.refresh = function () {
    status();
    ask();
    brought();
  };
  on(document, 'fortyeight:verdict', function (event) {
    status();
    askSoon(event.detail);
  });
  on(document, 'fortyeight:error', status);
  on(document, 'visibilitychange', ask);
  on(document, 'visibilitychange', brought);
  fortyeight.refresh();
  // The answer may have come before this script did.
  askSoon(fortyeight.last);
})(window, document, navigator);
