/*
 * Share buttons. They share the visitor's own link, which the tracker makes, or has made; and the page's address when it
 * does not answer, or for who wants no id. Loaded by fortyeight.js where the page has such buttons, at most 3 KB with gzip.
 * See docs/share-buttons.md.
 */
(function (window, document, navigator) {
  var fortyeight = window.fortyeight;
  if (!fortyeight || fortyeight.shares) return;

  var SECOND = 1000;
  // How long somebody who has pressed a button waits for the tracker: browsers let them share for 5 s at most.
  var MOMENT = 3 * SECOND;
  // Who passes over a button more quickly wants no link.
  var LOOK = SECOND / 10;
  // Addresses by platform, put in by the tracker. Others get the share sheet, else the copied link.
  var SITES = SHARE_INTENTS;

  // In the language that fortyeight.js asked for, put in by the tracker.
  var TEXTS = PHRASES;

  var on = fortyeight.on;
  var after = fortyeight.after;
  var setting = fortyeight.setting;
  var shares = fortyeight.shares = {};
  var texts = {};
  var dialog;

  /** The page's address as it says itself, else without what only this visit is about. */
  function address(button) {
    var canonical = document.querySelector('link[rel=canonical]');
    var here = new URL(button.dataset.url || canonical && canonical.href || location.href, location.href);
    // Only where there is one: it writes the whole query anew.
    var query = here.searchParams;
    if (query.has('via')) query.delete('via');
    if (query.has('fortyeight-test')) query.delete('fortyeight-test');
    return here.href;
  }

  /** The tracker's answer, or undefined. */
  function asked(path, body) {
    return fetch(fortyeight.endpoint().replace(/pings.*/, path), {
      method: body ? 'POST' : 'GET', body: body, credentials: 'omit'
    }).then(function (answer) {
      return answer.ok ? answer.json() : undefined;
    }).catch(function () {});
  }

  /**
   * What is known for a share: its link, and what the organizer has it say. Asked for when somebody seems about to share, so
   * that it is mostly there when they do; where that failed, asked for again a moment later.
   */
  function prepare(platform) {
    var visitor = fortyeight.visitor();
    var path = 'contests/' + encodeURIComponent(setting('contest')) + '/campaigns/'
      + encodeURIComponent(setting('campaign')) + '/share-text';
    var key = path + platform + visitor;
    var own = visitor !== null;
    var share = shares[key] || (shares[key] = { next: 0 });
    if (!share.coming && !share.ready && Date.now() > share.next) {
      share.next = Date.now() + MOMENT;
      texts[path] = texts[path] || asked(path);
      share.coming = Promise.all([texts[path], own && asked('links', JSON.stringify({
        contest: setting('contest'), campaign: setting('campaign'), platform: platform, visitor: visitor
      }))]).then(function (told) {
        texts[path] = told[0];
        share.text = told[0] && told[0][TEXTS.tag];
        share.link = told[1] && told[1].url;
        share.ready = told[0] && (!own || share.link);
        share.coming = 0;
      });
    }
    return share;
  }

  /** What the button shares; a promise of it while that is on its way. */
  function content(button, share) {
    function now() {
      var said = share.text || {};
      var own = button.dataset.text;
      var text = own || said.text || document.title;
      var tags = !own && said.hashtags || [];
      return {
        link: share.link, url: share.link || address(button), title: said.title || document.title, text: text,
        hashtags: tags.join(), post: [text].concat(tags).join(' #')
      };
    }
    return share.coming
      ? Promise.race([share.coming, new Promise(function (enough) { after(MOMENT, enough); })]).then(now) : now();
  }

  function when(promised, act) {
    return promised.then ? promised.then(act) : act(promised);
  }

  function fill(site, told) {
    return site.replace(/{(\w+)}/g, function (all, name) {
      return encodeURIComponent(told[name]);
    }).replace(/&\w+=(?=&|$)/g, '');
  }

  function visit(site, told) {
    // What is opened later than the press of the button is blocked; so a window that waits is opened then.
    var waiting = told.then && /^http/.test(site) && window.open('', '_blank');
    if (waiting) waiting.opener = null;
    when(told, function (ready) {
      var there = fill(site, ready);
      if (waiting) waiting.location.replace(there);
      else if (/^http/.test(site) && !told.then) window.open(there, '_blank', 'noopener');
      else location.href = there;
    });
  }

  function copy(told) {
    var clipboard = navigator.clipboard;
    // A page in another's frame, for instance, has a clipboard that it may not write to.
    function write(ready) {
      return clipboard.writeText(ready.url).catch(function () { return copyOld(ready); });
    }
    if (clipboard && told.then && window.ClipboardItem) {
      // Safari forgets that a button was pressed while it waits, unless it is the clipboard that waits.
      return clipboard.write([new ClipboardItem({
        'text/plain': told.then(function (ready) { return new Blob([ready.url], { type: 'text/plain' }); })
      })]).catch(function () { return told.then(write); });
    }
    return when(told, clipboard ? write : copyOld);
  }

  // Pages that aren't secure have no clipboard.
  function copyOld(told) {
    var field = element(document.body, 'textarea', told.url);
    field.style.cssText = 'position:fixed;opacity:0';
    field.select();
    var copied = document.execCommand('copy');
    field.remove();
    return copied ? Promise.resolve() : Promise.reject();
  }

  /** The button keeps its size, says it for a while, and gets back what it had in it. */
  function say(button, key) {
    if (button.fortyeightCopied) return;
    button.fortyeightCopied = true;
    var had = document.createDocumentFragment();
    button.style.minWidth = button.offsetWidth + 'px';
    while (button.firstChild) had.appendChild(button.firstChild);
    button.setAttribute('aria-live', 'polite');
    button.textContent = TEXTS[key];
    after(2 * SECOND, function () {
      button.textContent = '';
      button.appendChild(had);
      button.style.minWidth = '';
      button.fortyeightCopied = false;
    });
  }

  function element(parent, name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return parent.appendChild(made);
  }

  /** The link as a QR code, in a dialog that closes by Escape or by its button. */
  function show(link) {
    if (dialog) dialog.remove();
    dialog = element(document.body, 'dialog', '');
    dialog.setAttribute('aria-label', TEXTS.qr);
    dialog.style.cssText = 'text-align:center;overflow-wrap:anywhere';
    var picture = element(dialog, 'img', '');
    picture.alt = TEXTS.qr;
    picture.width = picture.height = 264;
    picture.src = link + '/qr.svg';
    element(dialog, 'p', link);
    var print = element(dialog, 'a', TEXTS.print);
    print.href = link + '/qr.png';
    print.target = '_blank';
    on(element(element(dialog, 'p', ''), 'button', TEXTS.close), 'click', function () { dialog.close(); });
    dialog.showModal();
  }

  function share(button, platform) {
    var told = content(button, prepare(platform));
    function sent() {
      fortyeight.share(platform);
    }
    function pasted(key) {
      return copy(told).then(function () {
        say(button, key);
        sent();
      }).catch(function () { when(told, function (ready) { window.prompt('', ready.url); }); });
    }
    if (SITES[platform]) {
      visit(SITES[platform], told);
      sent();
    } else if (platform === 'qr') {
      when(told, function (ready) {
        if (ready.link) {
          show(ready.link);
          sent();
        } else {
          platform = 'copy';
          pasted('copied');
        }
      });
    } else if (navigator.share && platform !== 'copy') {
      // Who closes the sheet has not shared. A sheet that came too late for the browser is no sheet.
      when(told, function (ready) {
        return navigator.share({ title: ready.title, text: ready.post, url: ready.url });
      }).then(sent).catch(function (failure) {
        if (failure.name === 'NotAllowedError') pasted('paste');
      });
    } else {
      pasted(platform === 'copy' ? 'copied' : 'paste');
    }
  }

  /** Where a browser can't, the link is copied. */
  function platform(button) {
    var named = button.getAttribute('data-fortyeight-share');
    return named === 'native' && !navigator.share || named === 'qr' && !window.HTMLDialogElement ? 'copy' : named;
  }

  function shareButton(event) {
    return event.target.closest && event.target.closest('[data-fortyeight-share]');
  }

  /** A link that goes somewhere does so. */
  function knowsItsWay(button) {
    var way = button.getAttribute('href');
    return way && way !== '#';
  }

  ['pointerover', 'touchstart', 'focusin'].forEach(function (type) {
    document.addEventListener(type, function (event) {
      var button = shareButton(event);
      if (!button || knowsItsWay(button)) return;
      after(type === 'touchstart' ? 0 : LOOK, function () {
        if (type === 'touchstart' || button.matches(':hover,:focus')) prepare(platform(button));
      });
    }, { passive: true });
  });

  on(document, 'click', function (event) {
    var button = shareButton(event);
    if (!button) return;
    if (knowsItsWay(button)) {
      fortyeight.share(platform(button));
      return;
    }
    event.preventDefault();
    share(button, platform(button));
  });
})(window, document, navigator);
