extension Registrar {
  /// Keeps files durably, then makes the change that names them. Where the files cannot be kept, or the change is refused,
  /// none of them stays that no record names; others keep files meanwhile.
  ///
  /// - Parameter names: whether the change that was made left every file named.
  func keepingFiles<Kept, Output>(
    _ keep: (any FileKeeping) throws -> Kept, then change: (Kept) throws -> Output,
    naming names: (Kept, Output) -> Bool = { _, _ in true }
  ) throws -> Output {
    let keeping = try content.begin()
    let kept: Kept
    do {
      kept = try keep(keeping)
    } catch {
      giveUp(keeping)
      throw error
    }
    do {
      let output = try change(kept)
      if names(kept, output) { keeping.finish() } else { giveUp(keeping) }
      return output
    } catch let refusal as any Explainable where refusal.explanation.category != .temporary {
      giveUp(keeping)
      throw refusal
    } catch {
      // The writer or the device failed: the change may yet be found to be made.
      keeping.leave()
      throw error
    }
  }

  /// What cannot be removed now is looked at when the files are next opened; what came of the change matters more.
  private func giveUp(_ keeping: any FileKeeping) {
    do {
      try keeping.giveUp { try store.read { try $0.fileDigests() } }
    } catch {
      keeping.leave()
    }
  }
}
