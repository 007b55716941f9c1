import Crypto
import RapportKit
