internal import Catalogue
public import JSON
public import Pages
internal import Values

extension CoursePreview: Representable {
  /// The preview: activities in the order of the tree, each with its depth.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("course", course)
      json.member("version", number)
      json.member("state", state)
      json.member("title", title)
      json.member("format", format.family)
      json.member("formatVersion", format.version)
      json.member("languages", each: languages)
      json.member("activities", each: activities)
      json.member("files", each: files)
      json.member("brokenLinks", each: brokenLinks)
      json.member("pagesPassedOver", pagesPassedOver)
    }
  }
}

extension CoursePreview.Activity: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("depth", depth)
      json.member("title", title)
      json.member("kind", kind)
      json.member("opens", orNull: opens)
      json.member("sizeBytes", orNull: sizeBytes)
      json.member("missing", isMissing)
    }
  }
}

extension CoursePreview.Files: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("ending", ending)
      json.member("count", count)
      json.member("sizeBytes", sizeBytes)
    }
  }
}

extension CoursePreview.BrokenLink: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("file", file)
      json.member("line", line)
      json.member("address", address)
    }
  }
}
