// Draws sparklines and timelines with uPlot (MIT), which is loaded only where there is one. Whatever puts such an element
// into the page later, a live leaderboard for instance, needs nothing from here.
//   <span class="sparkline" data-sparkline="12,15,33" aria-hidden="true"></span>
//   the tag templates/tags/timeline.html; the same figures stand beside it in a table
(function () {
  'use strict';

  var LIBRARY = '/webjars/uplot/1.6.30/dist/uPlot.iife.min.js';
  var REASONS = ['early', 'late', 'robot', 'frozen', 'repeat', 'capped', 'crowded'];
  // Each has a dash of its own, for who can't tell the colours apart; counted is drawn through.
  var DASHES = { early: [2, 4], late: [2, 8], robot: [8, 4], frozen: [12, 4, 2, 4], repeat: [5, 5], capped: [16, 5], crowded: [3, 3, 9, 3] };
  var REFRESH_MILLIS = 20000;
  var HEIGHT = 260;
  var language = document.documentElement.lang || 'en';
  var numbers = new Intl.NumberFormat(language);
  var redraws = [];
  var library = null;

  function load() {
    library = library || new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = LIBRARY;
      script.onload = function () { done(window.uPlot); };
      script.onerror = failed;
      document.head.append(script);
    });
    return library;
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function sparkline(uPlot, box) {
    var counts = box.dataset.sparkline.split(',').map(Number);
    if (counts.length < 2) return;
    var plot = null;
    function draw() {
      if (plot) plot.destroy();
      var style = getComputedStyle(box);
      plot = new uPlot({
        width: parseFloat(style.width) || 96, height: parseFloat(style.height) || 28,
        padding: [2, 2, 2, 2], cursor: { show: false }, legend: { show: false },
        axes: [{ show: false }, { show: false }],
        scales: { x: { time: false }, y: { range: function (u, low, high) { return [0, Math.max(1, high)]; } } },
        series: [{}, { stroke: colour('--accent'), width: 1.5, fill: colour('--accent-soft'), points: { show: false } }]
      }, [counts.map(function (count, index) { return index; }), counts], box);
    }
    draw();
    redraws.push({ box: box, draw: draw });
  }

  function durationSeconds(text) {
    var parts = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text) || [];
    return (Number(parts[1] || 0) * 60 + Number(parts[2] || 0)) * 60;
  }

  // One value for each step of the window so far; what came before or after it stands in the table only.
  function table(box, points) {
    var step = durationSeconds(box.dataset.step);
    var from = Math.floor(Date.parse(box.dataset.opens) / 60000) * 60;
    var until = Math.min(Date.parse(box.dataset.closes) / 1000, Math.max(Date.now() / 1000, from + 2 * step));
    var length = Math.max(2, Math.ceil((until - from) / step));
    var times = Array.from({ length: length }, function (none, index) { return from + index * step; });
    var sums = {};
    points.forEach(function (point) {
      var index = Math.floor((Date.parse(point.at) / 1000 - from) / step);
      if (index < 0 || Date.parse(point.at) >= Date.parse(box.dataset.closes)) return;
      if (!sums[point.verdict]) sums[point.verdict] = times.map(function () { return 0; });
      while (index >= times.length) {
        times.push(from + times.length * step);
        Object.keys(sums).forEach(function (key) { sums[key].push(0); });
      }
      sums[point.verdict][index] += point.count;
    });
    var names = ['counted'].concat(REASONS.filter(function (reason) { return sums[reason]; }));
    return {
      names: names,
      data: [times].concat(names.map(function (name) { return sums[name] || times.map(function () { return 0; }); }))
    };
  }

  function swatch(name) {
    var drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    drawing.setAttribute('width', '28');
    drawing.setAttribute('height', '10');
    drawing.setAttribute('aria-hidden', 'true');
    var line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
    line.setAttribute('x2', '28');
    line.setAttribute('y1', '5');
    line.setAttribute('y2', '5');
    line.setAttribute('class', 'series-' + name);
    line.setAttribute('stroke-width', name === 'counted' ? '3' : '2');
    line.setAttribute('stroke-dasharray', (DASHES[name] || []).join(' '));
    drawing.append(line);
    return drawing;
  }

  function timeline(uPlot, box) {
    var hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = box.dataset.explained || '';
    var keys = document.createElement('div');
    keys.className = 'keys';
    var drawing = document.createElement('div');
    drawing.className = 'drawing';
    // What is under the pointer; the table tells the same to everyone else.
    var told = document.createElement('p');
    told.className = 'told';
    told.setAttribute('aria-hidden', 'true');
    box.replaceChildren(hint, keys, drawing, told);
    var times = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
    var hours = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
    var days = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' });
    var off = {};
    var shown = null;
    var plot = null;

    function word(name) { return box.dataset[name] || name; }

    function tell(index) {
      told.textContent = index === null || index === undefined ? '' : times.format(new Date(shown.data[0][index] * 1000)) + ': '
        + shown.names.filter(function (name) { return !off[name]; }).map(function (name) {
          return word(name) + ' ' + numbers.format(shown.data[shown.names.indexOf(name) + 1][index]);
        }).join(' · ');
    }

    function key(name) {
      var button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', String(!off[name]));
      button.append(swatch(name), document.createTextNode(word(name)));
      button.addEventListener('click', function () {
        off[name] = !off[name];
        button.setAttribute('aria-pressed', String(!off[name]));
        plot.setSeries(shown.names.indexOf(name) + 1, { show: !off[name] });
      });
      return button;
    }

    function axisTimes(u, splits) {
      var before = null;
      return splits.map(function (split) {
        var at = new Date(split * 1000);
        var day = days.format(at);
        var text = hours.format(at) + (day === before ? '' : '\n' + day);
        before = day;
        return text;
      });
    }

    function draw() {
      if (!shown) return;
      if (plot) plot.destroy();
      var ink = colour('--soft');
      var grid = { stroke: colour('--line'), width: 1 };
      plot = new uPlot({
        width: Math.max(200, drawing.clientWidth), height: HEIGHT, padding: [12, 24, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        hooks: { setCursor: [function (u) { tell(u.cursor.idx); }] },
        scales: { y: { range: function (u, low, high) { return [0, Math.max(4, high * 1.05)]; } } },
        axes: [
          { stroke: ink, grid: grid, ticks: grid, space: 64, values: axisTimes },
          { stroke: ink, grid: grid, ticks: grid, size: 56, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 1e7, 1e8], values: function (u, splits) { return splits.map(function (split) { return numbers.format(split); }); } }
        ],
        series: [{}].concat(shown.names.map(function (name) {
          var isCounted = name === 'counted';
          return {
            label: word(name), show: !off[name], stroke: colour('--series-' + name), width: isCounted ? 2.5 : 1.5,
            dash: DASHES[name], fill: isCounted ? colour('--accent-soft') : undefined, points: { show: false }
          };
        }))
      }, shown.data, drawing);
      box.dataset.drawn = shown.names.join(' ');
    }

    function show(answer) {
      var next = table(box, answer.points);
      var same = shown && next.names.join() === shown.names.join();
      shown = next;
      if (same) {
        plot.setData(shown.data);
      } else {
        keys.replaceChildren.apply(keys, shown.names.map(key));
        draw();
      }
    }

    function read() {
      if (!box.isConnected) return;
      fetch(box.dataset.timeline, { headers: { Accept: 'application/json' } })
        .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(new Error(answer.status)); })
        .then(show)
        .catch(function () { /* The figures stand in the table; the next turn tries again. */ })
        .finally(function () {
          if (box.dataset.live === 'true') setTimeout(whenSeen, REFRESH_MILLIS * (1 + Math.random() / 2));
        });
    }

    function whenSeen() {
      if (!document.hidden) { read(); return; }
      document.addEventListener('visibilitychange', whenSeen, { once: true });
    }

    new ResizeObserver(function () {
      var width = Math.max(200, drawing.clientWidth);
      if (plot && plot.width !== width) plot.setSize({ width: width, height: HEIGHT });
    }).observe(drawing);
    redraws.push({ box: box, draw: draw });
    read();
  }

  function find() {
    var boxes = document.querySelectorAll('[data-sparkline]:not([data-chart]), [data-timeline]:not([data-chart])');
    if (!boxes.length) return;
    boxes.forEach(function (box) { box.dataset.chart = ''; });
    load().then(function (uPlot) {
      boxes.forEach(function (box) {
        if (box.dataset.timeline) timeline(uPlot, box); else sparkline(uPlot, box);
      });
    }).catch(function () { /* Without the library there are the figures. */ });
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () {
    redraws = redraws.filter(function (each) { return each.box.isConnected; });
    redraws.forEach(function (each) { each.draw(); });
  });
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true });
  find();
})();
