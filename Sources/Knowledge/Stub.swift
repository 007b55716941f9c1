import GRDB
import RapportKit
