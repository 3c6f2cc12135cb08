"""What schemathesis has to be told of this API's media types."""

import schemathesis


@schemathesis.serializer("application/x-ndjson", "application/jsonl", "application/json-lines")
def lines(context, body):
    """Statements as lines are text; whatever else was made up for them is sent as the text that it is written as."""
    return body if isinstance(body, bytes) else str(body).encode("utf-8", "surrogatepass")
