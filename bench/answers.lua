-- Counts answers with an unexpected status, and prints wrk's results on one line. For wrk scripts, by dofile.
function expect(status)
  expected = status
end
other = 0
function response(status)
  if status ~= expected then other = other + 1 end
end
local threads = {}
function setup(thread) table.insert(threads, thread) end
function done(summary, latency)
  local bad = 0
  for _, thread in ipairs(threads) do bad = bad + (thread:get("other") or 0) end
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    bad + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
