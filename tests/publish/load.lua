-- For wrk: asks for the paths of a file in turn, as a browser does; ends with one line of JSON.
local paths, at = {}, 0

function init(args)
  for path in io.lines(args[1]) do
    paths[#paths + 1] = path
  end
  wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.1f, "errors": %d, "p50": %.2f, "p99": %.2f, "most": %.2f}\n',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
