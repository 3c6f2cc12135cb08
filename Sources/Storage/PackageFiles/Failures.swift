public import Files
public import Operations

extension FileError: Explainable {
  /// A failure of the file system, as both doors tell it: trying again may help once its cause is mended.
  public var explanation: Explanation {
    if isOutOfSpace {
      return Explanation(
        .temporary, "out-of-space", "\(self)", remedy: "make room on the device that holds the data folder")
    }
    return Explanation(.temporary, "file-system", "\(self)")
  }
}
