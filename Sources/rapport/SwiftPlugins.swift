import Assessment
import Expectations
import Mistakes
import RapportKit

/// The plugins that are compiled in, by the name in their manifest.
let swiftPlugins: [String: any Plugin] = [
  "assessment": Assessment(), "expectations": Expectations(), "mistakes": Mistakes(),
]
