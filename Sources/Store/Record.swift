import RapportKit

/// Ours; GRDB has a class of that name.
typealias Record = RapportKit.Record
