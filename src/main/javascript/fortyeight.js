/*
 * Fortyeight's script for campaign pages: sends a view once the page is really seen, and sends it again until the tracker
 * has answered. What it can be told by attributes, and what it tells by events, is in docs/snippet.md.
 *
 * It must not break the page that it is on: what is called from outside runs guarded, and failures become events. Shipped
 * minified, under 2 KB with gzip; what only some pages use is in fortyeight-more.js, words among it, and in fortyeight-share.js.
 */
(function (window, document, navigator) {
  var SECOND = 1000;
  // The tracker remembers a ping's id for 15 minutes: a retry that came later could count twice.
  var LAST_RETRY = 14 * 60 * SECOND;
  var PATIENCE = 10 * SECOND;
  // Frameworks change the address first and the page afterwards, the script's own element included.
  var PAGE_CHANGE = 500;
  var MOST_KEPT = 20;
  var VISITOR = 'fortyeight-visitor';

  var pending = {};
  // When the next view of a campaign counts, as far as its last answer told; not before there is one.
  var again = {};
  var loaded = {};
  var script, isTest, via, latest, due, timer, place;

  function tell(name, detail, ping) {
    if (ping) {
      detail.kind = ping.kind;
      detail.platform = ping.platform;
      if (ping === latest) api.last = detail;
    }
    document.dispatchEvent(new CustomEvent('fortyeight:' + name, { detail: detail }));
  }

  function guarded(act) {
    return function (argument) {
      try {
        return act(argument);
      } catch (failure) {
        tell('error', { failure: failure });
      }
    };
  }

  function on(target, type, act) {
    target.addEventListener(type, guarded(act));
  }

  function after(pause, act, argument) {
    return setTimeout(guarded(act), pause, argument);
  }

  function setting(name) {
    return script.dataset[name];
  }

  /** Where pings go: to where the script is from, unless a copy of it says otherwise. */
  function endpoint() {
    return new URL('api/pings' + (isTest ? '/test' : ''), setting('server') || script.src).href;
  }

  function isNameless() {
    return navigator.globalPrivacyControl || setting('visitor') === 'none';
  }

  /** Storage may be blocked or full; and who wants no id is not to find anything else kept either. */
  function stored(act) {
    try {
      if (isNameless()) localStorage.removeItem(VISITOR);
      else return act(localStorage);
    } catch (blocked) { /* Then nothing is kept. */ }
  }

  // crypto.randomUUID is for secure pages only.
  function uuid() {
    return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, function (digit) {
      return (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16);
    });
  }

  function ownId(storage) {
    var id = storage.getItem(VISITOR) || uuid();
    storage.setItem(VISITOR, id);
    return id;
  }

  /** Null for who wants no id; undefined where none can be kept. */
  function visitor() {
    return isNameless() ? null : setting('visitorId') || stored(ownId);
  }

  function forget(ping) {
    if (ping.kind === 'view') again[ping.item] = 0;
    delete pending[ping.id];
    stored(function (storage) { storage.removeItem(ping.key); });
  }

  function send(ping) {
    var status, retryAfter;
    var abort = window.AbortController ? new AbortController() : {};
    clearTimeout(ping.timer);
    ping.timer = 0;
    // Timers stand still while a computer sleeps.
    if (Date.now() > ping.at + LAST_RETRY) return lost(ping);
    after(PATIENCE, function () { abort.abort && abort.abort(); });
    fetch(endpoint(), {
      method: 'POST', body: ping.body, keepalive: true, credentials: 'omit', signal: abort.signal
    }).then(function (answer) {
      status = answer.status;
      retryAfter = answer.headers.get('Retry-After');
      return answer.json();
    }).catch(function () {
      return {};
    }).then(guarded(function (told) {
      if (told.verdict) {
        forget(ping);
        if (ping.kind === 'view') again[ping.item] = Date.parse(told.countsAgainAt);
        tell('verdict', told, ping);
      } else if (status > 399 && status < 500 && status !== 429) {
        forget(ping);
        tell('error', { status: status, detail: told.detail }, ping);
      } else {
        retry(ping, status, (+retryAfter || 0) * SECOND);
      }
    }));
  }

  // The pause is by chance: when the tracker comes back, not everybody is there at once.
  function retry(ping, status, retryAfter) {
    var pause = Math.max(retryAfter, SECOND * Math.min(60, Math.pow(2, ping.tries++)) * (0.5 + Math.random()));
    var at = Date.now() + pause;
    if (at > ping.at + LAST_RETRY) return lost(ping, status, at);
    ping.timer = after(pause, send, ping);
    tell('error', { status: status, retries: true, at: at }, ping);
  }

  /** Given up: it took too long, or one who hammers while frozen is told to come back long after that. */
  function lost(ping, status, at) {
    forget(ping);
    again[ping.item] = at;
    tell('error', { status: status, at: at }, ping);
  }

  function ping(kind, platform) {
    var id = uuid();
    var key = endpoint() + ' ' + id;
    latest = pending[id] = {
      id: id, key: key, kind: kind, platform: platform, item: setting('campaign'), at: Date.now(), tries: 0,
      body: JSON.stringify({
        contest: setting('contest'), campaign: setting('campaign'), kind: kind, platform: platform,
        visitor: visitor(), via: via, id: id
      })
    };
    stored(function (storage) { storage.setItem(key, JSON.stringify(latest)); });
    send(latest);
  }

  /** Sends what an earlier page could not deliver. Another page may be at it, too: the id makes that harmless. */
  function resume(storage) {
    Object.keys(storage).filter(function (key) {
      return key.startsWith(endpoint() + ' ');
    }).forEach(function (key, index) {
      var text = storage[key];
      storage.removeItem(key);
      var kept = JSON.parse(text);
      if (index < MOST_KEPT && Date.now() < kept.at + LAST_RETRY) {
        storage[key] = text;
        send(pending[kept.id] = kept);
      }
    });
  }

  function waiting(act) {
    Object.keys(pending).forEach(function (id) {
      if (pending[id].timer) act(pending[id]);
    });
  }

  function look() {
    clearTimeout(timer);
    if (due >= 0 && !document.prerendering && document.visibilityState === 'visible') timer = after(due, seen);
  }

  function seen() {
    due = -1;
    if (script.isConnected && !(Date.now() < again[setting('campaign')])) {
      again[setting('campaign')] = Infinity;
      ping('view');
    }
  }

  function view(pause) {
    due = Math.max(pause || 0, SECOND * (setting('dwell') || 0));
    look();
  }

  /** A page was shown: as a document, out of the back-forward cache, or in a single-page site. */
  function shown(pause) {
    if (setting('count') !== 'play') view(pause);
  }

  function navigated() {
    var now = location.pathname + location.search;
    if (place !== (place = now) && setting('navigation') !== 'none') shown(PAGE_CHANGE);
    after(PAGE_CHANGE, prepare);
  }

  /** For elements that weren't there before. */
  function prepare() {
    if (api.refresh) api.refresh();
    if (isTest || setting('count') === 'play' || document.querySelector('[data-fortyeight]')) load('more');
    if (document.querySelector('[data-fortyeight-share]')) load('share');
  }

  function load(part) {
    if (loaded[part]) return;
    var more = loaded[part] = document.createElement('script');
    more.src = new URL('fortyeight-' + part + '.js?lang='
      + (setting('lang') || document.documentElement.lang), script.src);
    more.nonce = script.nonce;
    on(more, 'error', function () {
      loaded[part] = 0;
      after(PATIENCE, prepare);
    });
    document.head.appendChild(more);
  }

  var api = {
    view: guarded(function () { view(); }),
    share: guarded(function (platform) { ping('share', platform); }),
    // What follows is for the other files, and for the script's next copy when a single-page site puts one in.
    on: on, after: after, setting: setting, endpoint: endpoint, visitor: visitor,
    adopt: guarded(function (other) {
      if (!script.isConnected) {
        script = other;
        shown(PAGE_CHANGE);
      } else if (other.dataset.campaign !== setting('campaign')) {
        tell('error', { detail: 'One campaign per page' });
      }
    })
  };

  guarded(function () {
    script = document.currentScript;
    if (!script || !script.dataset.contest) script = document.querySelector('script[data-contest]');
    // An element with that id would be window.fortyeight, too.
    if (window.fortyeight && window.fortyeight.adopt) return window.fortyeight.adopt(script);
    window.fortyeight = api;
    // A page may have taken it out of its address by now, but not out of what was navigated to.
    via = (/[?&]via=([\w-]{1,32})(?=[&#["])/.exec(
      location.href + JSON.stringify(performance.getEntriesByType('navigation'))) || '')[1];
    isTest = /[?&]fortyeight-test/.test(location.search) || 'test' in script.dataset;
    navigated();
    stored(resume);
    shown();
    prepare();
    on(document, 'DOMContentLoaded', prepare);
    on(document, 'visibilitychange', look);
    on(document, 'prerenderingchange', look);
    on(window, 'pageshow', function (event) { event.persisted && shown(); });
    on(window, 'online', function () { waiting(send); });
    on(window, 'pagehide', function () {
      waiting(function (ping) { navigator.sendBeacon(endpoint(), ping.body); });
    });
    on(window, 'popstate', navigated);
    var push = history.pushState;
    var pushed = guarded(navigated);
    history.pushState = function () {
      push.apply(this, arguments);
      pushed();
    };
  })();
})(window, document, navigator);
