-- Opens share links: a thousand codes, one per line in the file BENCH_CODES; 10 000 addresses behind a trusted proxy.
dofile("bench/answers.lua")
expect(302)
local random = math.random
math.randomseed(os.time())
local codes = {}
for code in io.lines(os.getenv("BENCH_CODES")) do table.insert(codes, code) end
local headers = { ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" }
function request()
  local visitor = random(0, 9999)
  headers["X-Forwarded-For"] = "10.1." .. math.floor(visitor / 100) .. "." .. (visitor % 100)
  return wrk.format("GET", "/s/" .. codes[random(#codes)], headers)
end
