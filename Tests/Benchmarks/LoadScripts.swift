/// A script for the load generator that posts statements, so many a request, of a thousand learners.
func postScript(_ size: Int) -> String {
  """
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  local form = [[{"actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:8080","name":"learner-%d"}},\
  "verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"en":"completed"}},\
  "object":{"objectType":"Activity","id":"http://registrar.invalid/activities/%d","definition":{"name":{"en":"Lesson %d"},\
  "description":{"en":"A lesson of the benchmark"},"type":"http://adlnet.gov/expapi/activities/lesson"}},\
  "result":{"score":{"scaled":0.85,"raw":85,"min":0,"max":100},"completion":true,"duration":"PT12M30S"},\
  "context":{"registration":"0190a3e2-7c1a-7b3f-8d2e-%012d",\
  "contextActivities":{"grouping":[{"id":"http://registrar.invalid/courses/%d"}]},"language":"en"},\
  "timestamp":"2026-03-02T09:00:00.000Z"}]]
  local made = 0
  local function statement()
    made = made + 1
    return string.format(form, made % 1000, made % 500, made % 500, made % 2000, made % 50)
  end
  request = function()
    local batch = {}
    for place = 1, \(size) do batch[place] = statement() end
    local body = \(size == 1 ? "batch[1]" : #""[" .. table.concat(batch, ",") .. "]""#)
    return wrk.format(nil, "/xapi/statements", nil, body)
  end
  """
}

/// A script that gets one statement a request by its id.
func pointScript(_ ids: [String]) -> String {
  """
  local ids = {\(ids.map { "\"\($0)\"" }.joined(separator: ","))}
  local made = 0
  request = function()
    made = made + 1
    return wrk.format("GET", "/xapi/statements?statementId=" .. ids[made % #ids + 1])
  end
  """
}

/// A script that gets the latest 25 statements of one learner after the other.
let queryScript = """
  local made = 0
  request = function()
    made = made + 1
    return wrk.format("GET", "/xapi/statements?limit=25&agent=%7B%22account%22%3A%7B%22homePage%22%3A%22"
      .. "http%3A%2F%2F127.0.0.1%3A8080%22%2C%22name%22%3A%22learner-" .. (made % 1000) .. "%22%7D%7D")
  end
  """
