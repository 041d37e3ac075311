-- One chat request of some 300 bytes, over and over. The key and the model's name come as the script's arguments.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local messages = [[","messages":[{"role":"system","content":"You are a helpful assistant. Answer briefly ]]
    .. [[and in plain words."},{"role":"user","content":"Why is the sky blue at noon and red in the evening? ]]
    .. [[Explain it to a child of eight years."}],"temperature":0.7,"max_tokens":256,"user":"user-4711"}]]

function init(arguments)
  wrk.headers["Authorization"] = "Bearer " .. arguments[1]
  wrk.body = [[{"model":"]] .. arguments[2] .. messages
end

-- Figures only where every request was answered with success: a fast error is no throughput.
function done(summary, latency)
  local failed = summary.errors
  local failures = failed.connect + failed.read + failed.write + failed.status + failed.timeout
  if failures > 0 or summary.requests == 0 then
    io.stderr:write(string.format("%d of %d requests failed\n", failures, summary.requests))
  else
    io.write(string.format("figures %d %d %d %d\n",
        summary.requests, summary.duration, latency:percentile(50), latency:percentile(99)))
  end
end
