// Makes the organizer's desk handier: what waits turns up by itself, snippets are copied, forms say what they mean while
// they are filled in, uploads show how far they are. Every page is complete without this script.
(function () {
  'use strict';

  var language = document.documentElement.lang || 'en';

  // A desk that nobody sits at asks no more: else it would keep its reader signed in for ever.
  var PATIENCE = 30 * 60 * 1000;
  var seenAt = Date.now();
  ['pointerdown', 'keydown', 'focus'].forEach(function (event) {
    addEventListener(event, function () { seenAt = Date.now(); });
  });

  function here(root) {
    var format = new Intl.DateTimeFormat(language, {
      weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short'
    });
    root.querySelectorAll('[data-here]').forEach(function (each) {
      each.textContent = each.dataset.hereText + ' ' + format.format(new Date(each.dataset.here));
      each.hidden = false;
    });
  }

  function parsed(answer) {
    return answer.text().then(function (text) { return new DOMParser().parseFromString(text, 'text/html'); });
  }

  function swap(id, fresh) {
    var now = document.getElementById(id);
    var then = fresh.getElementById(id);
    if (now && then && now.innerHTML !== then.innerHTML) {
      now.className = then.className;
      now.innerHTML = then.innerHTML;
    }
  }

  // Parts that change are put in place from the page itself, written anew by the server, as long as it asks for that.
  function live() {
    var marker = document.getElementById('live');
    if (!marker || !marker.dataset.every) return;
    setTimeout(function () {
      if (document.hidden) {
        document.addEventListener('visibilitychange', look, { once: true });
      } else if (Date.now() - seenAt > PATIENCE) {
        live();
      } else {
        look();
      }
    }, Number(marker.dataset.every));
  }

  function look() {
    var marker = document.getElementById('live');
    fetch(location.href, { headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok && !answer.redirected ? parsed(answer) : null; })
      .then(function (fresh) {
        if (!fresh) return;
        document.querySelectorAll('[data-part]').forEach(function (part) { swap(part.id, fresh); });
        here(document);
        var next = fresh.getElementById('live');
        if (next && next.dataset.every) marker.dataset.every = next.dataset.every;
        else delete marker.dataset.every;
      })
      .catch(function () { /* The server is away for a moment: asked again. */ })
      .then(live);
  }

  function copying(button) {
    var said = button.parentElement.querySelector('[role=status]');
    button.hidden = false;
    button.addEventListener('click', function () {
      var text = document.getElementById(button.dataset.copy).textContent;
      var copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'));
      copied.then(
        function () { said.textContent = button.dataset.copied; },
        function () {
          getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
          said.textContent = button.dataset.notCopied;
        });
    });
  }

  function slug(text) {
    return text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64).replace(/-+$/, '');
  }

  function suggesting(field) {
    var from = document.getElementById(field.dataset.slugFrom);
    var own = field.value !== '' && field.value !== slug(from.value);
    field.addEventListener('input', function () { own = field.value !== ''; });
    from.addEventListener('input', function () {
      if (!own) field.value = slug(from.value);
    });
  }

  function previewing(form) {
    var zone = form.elements.zone;
    if (zone && !zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
    var asked = 0;
    var timer = 0;
    function preview() {
      var number = ++asked;
      var typed = new URLSearchParams(new FormData(form));
      ['name', 'slug'].forEach(function (field) { typed.delete(field); });
      fetch(form.dataset.preview + '?' + typed, { headers: { Accept: 'text/html' } })
        .then(function (answer) { return answer.ok ? parsed(answer) : null; })
        .then(function (fresh) {
          if (!fresh || number !== asked) return;
          swap('check', fresh);
          if (form.elements['rules.how'].value === 'preset') swap('parts', fresh);
          here(document.getElementById('check'));
        })
        .catch(function () { /* Saving checks it all again. */ });
    }
    form.addEventListener('input', function () {
      clearTimeout(timer);
      timer = setTimeout(preview, 300);
    });
    if (zone && zone.value && form.elements.opensAt.value) preview();
  }

  function uploading(form) {
    form.addEventListener('submit', function (event) {
      var file = form.elements.file.files[0];
      if (!file) return;
      event.preventDefault();
      var box = form.querySelector('.progress');
      var bar = box.querySelector('progress');
      var said = document.getElementById('sent-text');
      var error = document.getElementById('upload-error');
      var button = form.querySelector('[type=submit]');
      var request = new XMLHttpRequest();
      function failed(text) {
        box.hidden = true;
        button.disabled = false;
        error.textContent = text;
        error.hidden = false;
      }
      error.hidden = true;
      box.hidden = false;
      button.disabled = true;
      request.open('POST', form.getAttribute('action') + '?format=' + encodeURIComponent(form.elements.format.value));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = function (progress) {
        var percent = progress.total ? Math.floor(100 * progress.loaded / progress.total) : 0;
        bar.value = percent;
        if (percent % 10 === 0) said.textContent = percent + ' %';
      };
      request.onload = function () {
        if (request.status === 201) {
          location.assign(request.getResponseHeader('Location'));
          return;
        }
        var problem;
        try { problem = JSON.parse(request.responseText); } catch (notJson) { problem = {}; }
        failed(problem.detail || (problem.violations && problem.violations[0].message) || error.dataset.lost);
      };
      request.onerror = function () { failed(error.dataset.lost); };
      request.send(file);
    });
  }

  here(document);
  document.querySelectorAll('[data-copy]').forEach(copying);
  document.querySelectorAll('[data-slug-from]').forEach(suggesting);
  document.querySelectorAll('form[data-preview]').forEach(previewing);
  document.querySelectorAll('form[data-upload]').forEach(uploading);
  live();
})();
