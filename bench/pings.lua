-- Sends pings as campaign pages do: 10 000 visitors on 10 000 addresses behind a trusted proxy, four campaigns, each ping with an id.
-- With a file of share links' codes, the n-th of which belongs to campaign c(n mod 4 + 1), every other ping carries one of them.
dofile("bench/answers.lua")
expect(202)
local path = os.getenv("BENCH_PATH") or "/api/pings"
local contest = os.getenv("BENCH_CONTEST") or "bench"
local codes = {}
if os.getenv("BENCH_VIA") then
  for code in io.lines(os.getenv("BENCH_VIA")) do table.insert(codes, code) end
end
local hex = "%04x%04x-%04x-4%03x-8%03x-%04x%04x%04x"
local random = math.random
math.randomseed(os.time())
local headers = {
  ["Content-Type"] = "application/json",
  ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
}
function request()
  local visitor = random(0, 9999)
  headers["X-Forwarded-For"] = "10.1." .. math.floor(visitor / 100) .. "." .. (visitor % 100)
  local id = string.format(hex, random(0, 65535), random(0, 65535), random(0, 65535), random(0, 4095), random(0, 4095), random(0, 65535), random(0, 65535), random(0, 65535))
  local campaign, via = random(1, 4), ""
  if #codes > 0 and random(2) == 1 then
    local link = random(#codes)
    campaign, via = link % 4 + 1, '","via":"' .. codes[link]
  end
  return wrk.format("POST", path, headers,
    '{"contest":"' .. contest .. '","campaign":"c' .. campaign .. '","kind":"view","visitor":"visitor-' .. visitor .. via .. '","id":"' .. id .. '"}')
end
