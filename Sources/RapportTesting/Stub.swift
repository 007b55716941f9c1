import RapportKit
